/* What each claimant says that each side lost, its latest figure and those that it replaced: see docs/ledger.md. */
#include "cluster/cluster.h"
#include "cluster/desk.h"
#include "cluster/figure.h"

#include <math.h>

typedef struct row {
    casus_loss loss;
    const casus_ledger_quantity *quantity;
    casus_numbers before;
} row;

typedef struct work {
    casus_desk desk;
    casus_map known;
    row *row;
    uint32_t n, room;
} work;

/* What is a loss: no prisoner's release, no shell fired, nobody unharmed. */
static bool is_loss(const casus_ledger_claim *claim, const casus_ledger_quantity *quantity)
{
    static const char *const outcomes[] = {"killed",  "wounded",   "missing", "captured", "destroyed",
                                           "damaged", "shot-down", "seized",  "lost"};
    bool taken_place = claim->type == CASUS_CONTROL && !casus_str_eq(quantity->outcome, CASUS_STR("lost"));
    if (quantity->item.len == 0 || taken_place || claim->type == CASUS_AID || claim->type == CASUS_RETREAT) {
        return false;
    }
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
        if (casus_str_eq(quantity->outcome, casus_str_of(outcomes[i]))) {
            return true;
        }
    }
    return quantity->outcome.len == 0 && casus_str_eq(quantity->item, CASUS_STR("casualty"));
}

/* Whether the claimant stands by the figure. 'No casualties' is a figure: 0. History without a day tells no as-of. */
static bool stands(const casus_ledger *ledger, uint32_t number, const casus_ledger_quantity *quantity)
{
    const casus_ledger_claim *claim = &ledger->claim[number];
    bool none = quantity->best == 0 && quantity->high == 0;
    if (claim->tense == CASUS_FUTURE ||
        (claim->to.from == CASUS_FROM_NOWHERE && casus_cluster__history(ledger, number))) {
        return false;
    }
    return none ? claim->factuality == CASUS_FACT_CT_MINUS || claim->factuality == CASUS_FACT_CT_PLUS
                : casus_cluster__affirms(claim) && (claim->source.n > 0 || claim->factuality != CASUS_FACT_PS_PLUS);
}

/* The actor whose losses they are, as exactly as told. */
static uint32_t whose(const casus_desk *desk, const casus_ledger_claim *claim, const casus_ledger_quantity *quantity)
{
    if (quantity->side != CASUS_NONE) {
        return quantity->side;
    }
    return casus_cluster__one_side(&desk->sides, claim->recipient) != CASUS_NONE ? claim->recipient.at[0] : CASUS_NONE;
}

static bool same_numbers(const casus_ledger_quantity *a, const casus_ledger_quantity *b)
{
    casus_bounds x = casus_cluster__bounds(a), y = casus_cluster__bounds(b);
    return x.from == y.from && (x.to == y.to || (isinf(x.to) && isinf(y.to)));
}

/* What makes two figures figures of one thing by one claimant. */
static casus_str key_of(work *w, uint32_t claim, const casus_ledger_quantity *q, uint32_t side)
{
    casus_desk *desk = &w->desk;
    const casus_ledger_claim *said = &desk->ledger->claim[claim];
    const casus_sides *sides = &desk->sides;
    bool civil = side != CASUS_NONE && sides->voice[side] != sides->side[side];
    casus_str item = casus_cluster__item(q->item);
    if (civil && casus_cluster__counted(q->item, CASUS_STR("civilian")) == CASUS_COUNTED_SAME) {
        item = CASUS_STR("person");
    }
    casus_str when = q->scope == CASUS_SCOPE_CUMULATIVE
                         ? casus_cluster__text(desk, "since %d", (int)casus_cluster__day_first(q->since))
                     : said->incident != CASUS_NONE ? casus_cluster__text(desk, "in %u", said->incident)
                                                    : casus_cluster__text(desk, "claim %u", claim);
    return casus_cluster__text(desk, "%u%s %u %.*s %.*s %.*s", side == CASUS_NONE ? side : sides->side[side],
                               civil ? "c" : "", casus_cluster__voice(sides, said), CASUS_STR_ARG(q->outcome),
                               CASUS_STR_ARG(item), CASUS_STR_ARG(when));
}

static casus_date as_of(const casus_ledger *ledger, const casus_ledger_claim *claim)
{
    casus_date published = ledger->document[claim->document].published;
    bool told = claim->to.from != CASUS_FROM_NOWHERE;
    bool later = told && published.from != CASUS_FROM_NOWHERE &&
                 casus_cluster__day_first(claim->to) > casus_cluster__day_last(published);
    return told && !later ? claim->to : published;
}

static row *new_row(work *w)
{
    if (w->n == w->room) {
        uint32_t room = w->room == 0 ? 64 : 2 * w->room;
        row *more = CASUS_NEW(w->desk.arena, row, room);
        if (more == NULL) {
            w->desk.failed = true;
            return NULL;
        }
        if (w->n > 0) {
            memcpy(more, w->row, w->n * sizeof *more);
        }
        w->row = more;
        w->room = room;
    }
    w->row[w->n] = (row){0};
    return &w->row[w->n++];
}

static void take(work *w, uint32_t claim, const casus_ledger_quantity *q)
{
    casus_desk *desk = &w->desk;
    const casus_ledger_claim *said = &desk->ledger->claim[claim];
    uint32_t side = whose(desk, said, q), voice = casus_cluster__voice(&desk->sides, said);
    casus_str key = key_of(w, claim, q, side);
    if (desk->failed) {
        return;
    }
    const uint32_t *known = casus_map_get(&w->known, key);
    row *at = known != NULL ? &w->row[*known] : new_row(w);
    if (at == NULL || (known == NULL && !casus_map_set(&w->known, key, w->n - 1, NULL, desk->arena))) {
        desk->failed = true;
        return;
    }
    if (known != NULL && !same_numbers(at->quantity, q)) {
        casus_cluster__push(desk, &at->before, at->loss.claim);
    }
    at->quantity = q;
    at->loss = (casus_loss){.side = side,
                            .claimant = said->source.n > 0 ? said->source.at[0] : CASUS_NONE,
                            .own = side != CASUS_NONE && voice != CASUS_NONE && desk->sides.side[side] == voice,
                            .item = q->item,
                            .outcome = q->outcome,
                            .low = q->low,
                            .best = q->best,
                            .high = q->high,
                            .scope = q->scope,
                            .since = q->since,
                            .as_of = as_of(desk->ledger, said),
                            .incident = q->scope == CASUS_SCOPE_CUMULATIVE ? CASUS_NONE : said->incident,
                            .claim = claim};
}

static bool finish(work *w)
{
    casus_ledger *ledger = w->desk.ledger;
    ledger->loss = CASUS_NEW(&ledger->arena, casus_loss, w->n + 1);
    ledger->n_loss = 0;
    if (ledger->loss == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < w->n; i++) {
        casus_loss *loss = &ledger->loss[ledger->n_loss++];
        *loss = w->row[i].loss;
        loss->before = (casus_indices){CASUS_NEW(&ledger->arena, uint32_t, w->row[i].before.n + 1), w->row[i].before.n};
        if (loss->before.at == NULL) {
            return false;
        }
        if (loss->before.n > 0) {
            memcpy(loss->before.at, w->row[i].before.at, loss->before.n * sizeof *loss->before.at);
        }
    }
    return true;
}

/* All claims in the order in which they were published. */
static const uint32_t *all_claims(work *w)
{
    uint32_t n = w->desk.ledger->n_claim;
    casus_indices all = {CASUS_NEW(w->desk.arena, uint32_t, n + 1), n};
    for (uint32_t i = 0; all.at != NULL && i < n; i++) {
        all.at[i] = i;
    }
    return all.at == NULL ? NULL : casus_cluster__in_order(w->desk.ledger, all, w->desk.arena);
}

casus_status casus_cluster__losses(casus_ledger *ledger, casus_error *err)
{
    casus_arena arena;
    work w = {0};
    casus_arena_init(&arena, ledger->arena.cap);
    casus_status st = casus_cluster__desk(ledger, &arena, &w.desk, err);
    if (st == CASUS_OK) {
        const uint32_t *order = all_claims(&w);
        for (uint32_t i = 0; order != NULL && i < ledger->n_claim && !w.desk.failed; i++) {
            const casus_ledger_claim *claim = &ledger->claim[order[i]];
            for (uint32_t j = 0; j < claim->n_quantity; j++) {
                if (is_loss(claim, &claim->quantity[j]) && stands(ledger, order[i], &claim->quantity[j])) {
                    take(&w, order[i], &claim->quantity[j]);
                }
            }
        }
        if (order == NULL || w.desk.failed) {
            st = casus_arena_fail(&arena, err);
        } else if (!finish(&w)) {
            st = casus_arena_fail(&ledger->arena, err);
        }
    }
    casus_arena_free(&arena);
    return st;
}
