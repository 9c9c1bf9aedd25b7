/* Figures of one incident that exclude one another, each the latest of its voice. */
#include "cluster/desk.h"
#include "cluster/figure.h"

typedef struct figure {
    uint32_t claim, voice, whose;
    const casus_ledger_quantity *quantity;
    bool replaced;
    const struct figure *before; /* what its voice said of the same thing last; NULL: nothing, or the same number */
} figure;

/* Whether the quantity is a figure of the claim's event that somebody commits himself to. */
static bool counts(const casus_ledger_claim *claim, const casus_ledger_quantity *quantity)
{
    /* What was fired, aimed at or raised is told piecemeal: two numbers of it seldom mean the same. */
    static const char *const piecemeal[] = {"fired", "targeted", "mobilized"};
    bool none = quantity->best == 0 && quantity->high == 0;
    for (size_t i = 0; i < sizeof piecemeal / sizeof *piecemeal; i++) {
        if (casus_str_eq(quantity->outcome, casus_str_of(piecemeal[i]))) {
            return false;
        }
    }
    if (quantity->item.len == 0 || claim->tense == CASUS_FUTURE) {
        return false;
    }
    if (quantity->outcome.len == 0 &&
        (claim->type != CASUS_AID || casus_str_eq(casus_cluster__item(quantity->item), CASUS_STR("person")))) {
        return false;
    }
    return casus_cluster__affirms(claim) || (casus_cluster__denies(claim) && none);
}

/* What is shot down is destroyed. */
static casus_str outcome_of(const casus_ledger_quantity *quantity)
{
    return casus_str_eq(quantity->outcome, CASUS_STR("shot-down")) ? CASUS_STR("destroyed") : quantity->outcome;
}

/* The voice of a figure; outlets in their own voice are a voice each. */
static casus_str voice_key(casus_desk *desk, const figure *f)
{
    const casus_ledger_doc *doc = &desk->ledger->document[desk->ledger->claim[f->claim].document];
    return f->voice != CASUS_NONE ? casus_cluster__text(desk, "%u", f->voice)
                                  : casus_cluster__text(desk, "=%.*s", CASUS_STR_ARG(doc->outlet));
}

/* Of the figures that one voice gives for one thing, mark all but the latest. */
static void mark_replaced(casus_desk *desk, figure *at, uint32_t n)
{
    casus_map latest = {0};
    for (uint32_t i = 0; i < n && !desk->failed; i++) {
        const casus_ledger_quantity *q = at[i].quantity;
        casus_str item = casus_cluster__item(q->item), voice = voice_key(desk, &at[i]), outcome = outcome_of(q);
        casus_str key = casus_cluster__text(desk, "%.*s %.*s %.*s %u %d", CASUS_STR_ARG(voice), CASUS_STR_ARG(outcome),
                                            CASUS_STR_ARG(item), at[i].whose, (int)q->scope);
        const uint32_t *before = casus_map_get(&latest, key);
        if (before != NULL) {
            at[*before].replaced = true;
            at[i].before = casus_cluster__exclude(q, at[*before].quantity) ? &at[*before] : at[*before].before;
        }
        desk->failed = desk->failed || !casus_map_set(&latest, key, i, NULL, desk->arena);
    }
}

static bool party(const casus_desk *desk, uint32_t voice)
{
    return voice != CASUS_NONE && !desk->sides.apart[voice];
}

/* Whether the dead or hurt are people without arms. */
static bool civilians(const casus_desk *desk, const figure *f)
{
    const casus_indices hit = desk->ledger->claim[f->claim].recipient;
    uint32_t who = f->quantity->side != CASUS_NONE ? f->quantity->side : hit.n > 0 ? hit.at[0] : CASUS_NONE;
    return who != CASUS_NONE && desk->sides.voice[who] != desk->sides.side[who];
}

/*
 * Whether both can be the same side's losses. A party that does not tell whose means its own, so two parties mean two
 * sides; it does not if the other tells of civilians of his own, or of that party's own.
 */
static bool one_victim(const casus_desk *desk, const figure *a, const figure *b)
{
    if (a->whose == b->whose) {
        return a->whose != CASUS_NONE || !party(desk, a->voice) || !party(desk, b->voice);
    }
    const figure *told = a->whose != CASUS_NONE ? a : b, *untold = told == a ? b : a;
    if (untold->whose != CASUS_NONE) {
        return false;
    }
    return !party(desk, untold->voice) || untold->voice == told->whose ||
           (told->voice == told->whose && civilians(desk, told));
}

/* Whether the later figure may just be newer: voices that are not at war with each other follow a rising toll. */
static bool only_newer(const casus_desk *desk, const figure *a, const figure *b)
{
    const casus_ledger *ledger = desk->ledger;
    const casus_ledger_claim *x = &ledger->claim[a->claim], *y = &ledger->claim[b->claim];
    int32_t p = casus_cluster__published(ledger, x).from, q = casus_cluster__published(ledger, y).from;
    bool rivals = casus_cluster__rivals(desk, a->voice, b->voice) || (a->voice != CASUS_NONE && a->voice == b->whose) ||
                  (b->voice != CASUS_NONE && b->voice == a->whose);
    /* One dead is one of the dead: of those who are not at war, nobody gives it as a toll. */
    if (!rivals && (casus_cluster__bounds(a->quantity).to <= 1 || casus_cluster__bounds(b->quantity).to <= 1) &&
        casus_cluster__bounds(a->quantity).from > 0 && casus_cluster__bounds(b->quantity).from > 0) {
        return true;
    }
    if (rivals || x->document == y->document || p == q || p == CASUS_NO_DAY || q == CASUS_NO_DAY) {
        return false;
    }
    const casus_ledger_quantity *older = p < q ? a->quantity : b->quantity, *newer = p < q ? b->quantity : a->quantity;
    return casus_cluster__bounds(newer).to > casus_cluster__bounds(older).from;
}

/* Outlets in their own voice contradict each other only by a wide margin: they tell what stands at their hour. */
static bool far_apart(const figure *a, const figure *b)
{
    casus_bounds x = casus_cluster__bounds(a->quantity), y = casus_cluster__bounds(b->quantity);
    return x.from >= 2 * y.to || y.from >= 2 * x.to;
}

/* The same, or untold of one where both count the same thing, and no people in general. */
static bool same_outcome(const casus_ledger_quantity *a, const casus_ledger_quantity *b)
{
    if (a->outcome.len == 0 || b->outcome.len == 0) {
        return casus_str_eq(a->item, b->item);
    }
    return casus_str_eq(outcome_of(a), outcome_of(b));
}

/* Whether the speaker may be the other one, unnamed ('the ministry'), for all that is known. */
static bool may_be_other(const casus_desk *desk, const figure *a, const figure *b)
{
    const casus_indices source = desk->ledger->claim[a->claim].source;
    return source.n > 0 && desk->sides.side[source.at[0]] == CASUS_NONE && b->voice != b->whose;
}

static bool disputed(const casus_desk *desk, const figure *a, const figure *b)
{
    const casus_ledger_claim *claims = desk->ledger->claim;
    bool same_outlet = claims[a->claim].document == claims[b->claim].document;
    if (a->replaced || b->replaced || (a->voice == b->voice && a->voice != CASUS_NONE) ||
        !same_outcome(a->quantity, b->quantity) || a->quantity->scope != b->quantity->scope ||
        !one_victim(desk, a, b) || !casus_cluster__exclude(a->quantity, b->quantity) || only_newer(desk, a, b)) {
        return false;
    }
    if (may_be_other(desk, a, b) || may_be_other(desk, b, a)) {
        return false;
    }
    if (a->voice == CASUS_NONE || b->voice == CASUS_NONE) {
        return a->voice == b->voice && !same_outlet && casus_str_eq(a->quantity->item, b->quantity->item) &&
               far_apart(a, b);
    }
    return true;
}

/* The more telling of two items, for the question. */
static casus_str item_of(const figure *a, const figure *b)
{
    return casus_cluster__counted(a->quantity->item, b->quantity->item) == CASUS_COUNTED_WHOLE ? b->quantity->item
                                                                                               : a->quantity->item;
}

/*
 * A figure as a position: '4', or with the one that its voice gave before, '2 -> 4'; '2 / 4' where nothing tells which
 * came first.
 */
static void take(casus_desk *desk, casus_draft *draft, const figure *f)
{
    casus_str value = casus_cluster__figure_value(desk, f->quantity);
    if (f->before == NULL) {
        casus_cluster__take(desk, draft, value, f->claim, CASUS_NONE);
        return;
    }
    const casus_ledger_claim *now = &desk->ledger->claim[f->claim], *then = &desk->ledger->claim[f->before->claim];
    int32_t last = casus_cluster__published(desk->ledger, then).to;
    int32_t first = casus_cluster__published(desk->ledger, now).from;
    bool known = now->document == then->document || (last != CASUS_NO_DAY && first != CASUS_NO_DAY && last < first);
    casus_str earlier = casus_cluster__figure_value(desk, f->before->quantity);
    casus_str both =
        casus_cluster__text(desk, "%.*s %s %.*s", CASUS_STR_ARG(earlier), known ? "->" : "/", CASUS_STR_ARG(value));
    casus_cluster__take(desk, draft, both, f->before->claim, CASUS_NONE);
    casus_cluster__take(desk, draft, both, f->claim, CASUS_NONE);
}

static void compare(casus_desk *desk, const figure *const *at, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t j = i + 1; j < n && !desk->failed; j++) {
            if (!disputed(desk, at[i], at[j])) {
                continue;
            }
            casus_str item = item_of(at[i], at[j]), outcome = at[i]->quantity->outcome;
            /* The more telling outcome, too. */
            bool other =
                outcome.len == 0 || (casus_str_eq(outcome, CASUS_STR("destroyed")) && at[j]->quantity->outcome.len > 0);
            outcome = other ? at[j]->quantity->outcome : outcome;
            casus_str about = casus_cluster__figure_about(desk, outcome, item);
            casus_draft *draft = casus_cluster__draft(desk, at[i]->claim, about);
            take(desk, draft, at[i]);
            take(desk, draft, at[j]);
        }
    }
}

static void one_incident(casus_desk *desk, const casus_incident *incident)
{
    const casus_ledger *ledger = desk->ledger;
    uint32_t room = 0, n = 0;
    for (uint32_t i = 0; i < incident->claim.n; i++) {
        room += ledger->claim[incident->claim.at[i]].n_quantity;
    }
    figure *at = CASUS_NEW(desk->arena, figure, room + 1);
    const figure **left = CASUS_NEW(desk->arena, const figure *, room + 1);
    const uint32_t *order = casus_cluster__in_order(ledger, incident->claim, desk->arena);
    if (at == NULL || left == NULL || order == NULL) {
        desk->failed = true;
        return;
    }
    for (uint32_t i = 0; i < incident->claim.n; i++) {
        const casus_ledger_claim *claim = &ledger->claim[order[i]];
        bool history = casus_cluster__history(ledger, order[i]);
        for (uint32_t j = 0; j < claim->n_quantity; j++) {
            if (!history && counts(claim, &claim->quantity[j])) {
                at[n++] = (figure){.claim = order[i],
                                   .voice = casus_cluster__voice(&desk->sides, claim),
                                   .whose = casus_cluster__whose(&desk->sides, claim, &claim->quantity[j]),
                                   .quantity = &claim->quantity[j]};
            }
        }
    }
    mark_replaced(desk, at, n);
    uint32_t n_left = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!at[i].replaced) {
            left[n_left++] = &at[i];
        }
    }
    compare(desk, left, n_left);
}

void casus_cluster__find_figures(casus_desk *desk)
{
    for (uint32_t i = 0; i < desk->ledger->n_incident && !desk->failed; i++) {
        one_incident(desk, &desk->ledger->incident[i]);
    }
}
