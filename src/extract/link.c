/*
 * Links between claims: see link.h. Two claims tell of the same thing if nothing that both of them name differs, and
 * something that both of them name is the same. How alike they are is counted; of equals the nearest one is meant.
 */
#include "extract/link.h"

#include "extract/role.h"
#include "pack/claim.h"

#include <math.h>

/* Claims farther apart in the list are not compared; a demonstrative reaches back so many sentences. */
enum { FARTHEST = 120, REACH = 3, LIKE_ENOUGH = 2, UNLIKE = -1 };

static const casus_actor *actor_of(const casus_doc *doc, const casus_participants *p, uint32_t i)
{
    return &doc->actor[p->role[i].actor];
}

/* Whether the actor is none of its country's government but stands against it. */
static bool is_apart(const casus_actor *actor)
{
    static const char *const sector[] = {"PRE", "REB", "OPP", "PRM"};
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        for (size_t k = 0; k < sizeof sector / sizeof sector[0]; k++) {
            if (casus_str_eq(actor->sector[i], casus_str_of(sector[k]))) {
                return true;
            }
        }
    }
    return false;
}

static bool same_side(const casus_actor *x, const casus_actor *y)
{
    return x == y || (x->country.ptr != NULL && casus_str_eq(x->country, y->country) && is_apart(x) == is_apart(y));
}

/* Whether a side stands in both lists. */
static bool share_actor(const casus_doc *doc, const casus_participants *a, const casus_participants *b)
{
    for (uint32_t i = 0; i < a->n; i++) {
        for (uint32_t k = 0; k < b->n; k++) {
            const casus_actor *x = actor_of(doc, a, i);
            const casus_actor *y = actor_of(doc, b, k);
            if (same_side(x, y)) {
                return true;
            }
        }
    }
    return false;
}

/* Whether both happened in the same district, town or site; that two happened in one country tells little. */
static bool share_place(const casus_doc *doc, const casus_claim *a, const casus_claim *b)
{
    for (uint32_t i = 0; i < a->n_place; i++) {
        for (uint32_t k = 0; k < b->n_place; k++) {
            const casus_place *x = &doc->place[a->place[i]];
            if (x->precision < CASUS_PLACE_REGION && casus_str_eq(x->name, doc->place[b->place[k]].name)) {
                return true;
            }
        }
    }
    return false;
}

/* 1: the same; 0: one or both tell none; UNLIKE: they differ. */
static int compare_roles(const casus_doc *doc, const casus_participants *a, const casus_participants *b)
{
    if (a->n == 0 || b->n == 0) {
        return 0;
    }
    return share_actor(doc, a, b) ? 1 : UNLIKE;
}

static int compare_places(const casus_doc *doc, const casus_claim *a, const casus_claim *b)
{
    if (a->n_place == 0 || b->n_place == 0) {
        return 0;
    }
    bool exact = doc->place[a->place[0]].precision < CASUS_PLACE_REGION &&
                 doc->place[b->place[0]].precision < CASUS_PLACE_REGION;
    return share_place(doc, a, b) ? 1 : exact ? UNLIKE : 0;
}

static bool is_day(casus_date d)
{
    return d.from != CASUS_FROM_NOWHERE && d.precision >= CASUS_DAY;
}

static int compare_times(const casus_doc *doc, const casus_claim *a, const casus_claim *b)
{
    if (a->timex >= doc->n_timex || b->timex >= doc->n_timex) {
        return 0;
    }
    casus_date x = doc->timex[a->timex].from;
    casus_date y = doc->timex[b->timex].from;
    if (!is_day(x) || !is_day(y)) {
        return 0;
    }
    return x.year == y.year && x.month == y.month && x.day == y.day ? 1 : UNLIKE;
}

static double value_of(const casus_quantity *q)
{
    return isnan(q->best) ? q->low : q->best;
}

/* Two figures of what became of the same kind of people or things; NULL in *x and *y: there are none. */
static void find_figures(const casus_doc *doc, const casus_claim *a, const casus_claim *b, const casus_quantity **x,
                         const casus_quantity **y)
{
    *x = *y = NULL;
    for (uint32_t i = 0; i < a->n_quantity; i++) {
        for (uint32_t k = 0; k < b->n_quantity && *x == NULL; k++) {
            const casus_quantity *p = &doc->quantity[a->quantity[i]];
            const casus_quantity *q = &doc->quantity[b->quantity[k]];
            if (p != q && p->scope == q->scope && p->outcome.ptr != NULL && casus_str_eq(p->outcome, q->outcome) &&
                p->side == q->side && (casus_str_eq(p->item, q->item) || p->item.ptr == NULL || q->item.ptr == NULL) &&
                !isnan(value_of(p)) && !isnan(value_of(q)) && value_of(p) > 0 && value_of(q) > 0) {
                *x = p;
                *y = q;
            }
        }
    }
}

static bool same_word(const casus_view *view, const casus_claim *a, const casus_claim *b)
{
    casus_str x = view->doc->word[a->word].lemma;
    casus_str y = view->doc->word[b->word].lemma;
    return x.ptr != NULL && casus_str_eq(x, y);
}

/* How much two claims have in common; UNLIKE if they tell of different events. */
static int likeness(const casus_view *view, const casus_claim *a, const casus_claim *b)
{
    const casus_doc *doc = view->doc;
    int actors = compare_roles(doc, &a->actor, &b->actor);
    int recipients = compare_roles(doc, &a->recipient, &b->recipient);
    int places = compare_places(doc, a, b);
    int times = compare_times(doc, a, b);
    if (a->type != b->type || actors == UNLIKE || recipients == UNLIKE || places == UNLIKE || times == UNLIKE) {
        return UNLIKE;
    }
    return actors + recipients + 2 * places + times + 2 * same_word(view, a, b);
}

static bool is_denied(const casus_claim *c)
{
    return c->factuality == CASUS_FACT_CT_MINUS || c->factuality == CASUS_FACT_PR_MINUS ||
           c->factuality == CASUS_FACT_PS_MINUS;
}

/* Whether both are told in the same voice: by a common source, or both by the outlet itself. */
static bool same_voice(const casus_doc *doc, const casus_claim *a, const casus_claim *b)
{
    return (a->source.n == 0 && b->source.n == 0) || share_actor(doc, &a->source, &b->source);
}

static uint32_t distance(const casus_claim *a, const casus_claim *b)
{
    return a->sentence > b->sentence ? a->sentence - b->sentence : b->sentence - a->sentence;
}

static void add_link(casus_claim *c, casus_link_kind kind, uint32_t claim)
{
    if (claim != CASUS_NONE) {
        c->link[c->n_link++] = (casus_link){.kind = kind, .claim = claim};
    }
}

/* Whom a refusal speaks for against what another said of him: the nearest such claim before, the thing said first. */
static uint32_t rejected(const casus_doc *doc, uint32_t index)
{
    const casus_claim *c = &doc->claim[index];
    uint32_t blame = CASUS_NONE;
    for (uint32_t i = index; i-- > 0 && distance(c, &doc->claim[i]) <= REACH;) {
        const casus_claim *t = &doc->claim[i];
        bool about = share_actor(doc, &t->actor, &c->actor) || share_actor(doc, &t->recipient, &c->actor);
        if (t->factuality == CASUS_FACT_UU || is_denied(t) || t->type == CASUS_REJECT || !about) {
            continue;
        }
        if (t->type == CASUS_ACCUSE && t->source.n == 0 && !share_actor(doc, &t->actor, &c->actor)) {
            blame = blame == CASUS_NONE ? i : blame;
        } else if (t->source.n > 0 && !share_actor(doc, &t->source, &c->actor)) {
            return i;
        }
    }
    return blame;
}

/* What a denial that tells its content denies: the claim most like it, in another's voice. */
static uint32_t denied(const casus_view *view, uint32_t index)
{
    const casus_doc *doc = view->doc;
    const casus_claim *c = &doc->claim[index];
    uint32_t best = CASUS_NONE;
    int most = 0;
    uint32_t from = index > FARTHEST ? index - FARTHEST : 0;
    for (uint32_t i = from; i < doc->n_claim && i < index + FARTHEST; i++) {
        const casus_claim *t = &doc->claim[i];
        if (i == index || is_denied(t) || t->factuality == CASUS_FACT_UU || same_voice(doc, c, t)) {
            continue;
        }
        int like = likeness(view, c, t);
        bool near = distance(c, t) <= REACH;
        if (like == UNLIKE || (!same_word(view, c, t) && !share_place(doc, c, t))) {
            continue;
        }
        like += near;
        if (like >= LIKE_ENOUGH && (like > most || (like == most && distance(c, t) < distance(c, &doc->claim[best])))) {
            most = like;
            best = i;
        }
    }
    return best;
}

/* 'had counted nine', 'had reported fifty': a helper in the past shows that the figure is the older one. */
static bool is_older(const casus_view *view, const casus_claim *c)
{
    uint32_t w = c->word;
    for (unsigned steps = 0; steps < 4 && w != CASUS_NO_WORD; steps++) {
        uint32_t aux = casus_view_child(view, w, CASUS_DEPREL_AUX);
        if (aux != CASUS_NO_WORD && casus_view_has(view, aux, CASUS_STR("Tense=Past")) &&
            casus_view_has(view, w, CASUS_STR("VerbForm=Part"))) {
            return true;
        }
        w = view->word[w].head;
    }
    return false;
}

/* Whether the nearest source of both is on the same side: only who told a figure can put another in its place. */
static bool same_teller(const casus_doc *doc, const casus_claim *a, const casus_claim *b)
{
    return a->source.n > 0 && b->source.n > 0 && same_side(actor_of(doc, &a->source, 0), actor_of(doc, &b->source, 0));
}

/* Which claim's figure the one at `index` replaces, or by which it is told again. */
static void compare_figures(const casus_view *view, uint32_t index, uint32_t *revised, uint32_t *repeated)
{
    casus_doc *doc = view->doc;
    casus_claim *c = &doc->claim[index];
    uint32_t from = index > FARTHEST ? index - FARTHEST : 0;
    for (uint32_t i = index; i-- > from && *revised == CASUS_NONE;) {
        casus_claim *t = &doc->claim[i];
        const casus_quantity *x = NULL;
        const casus_quantity *y = NULL;
        find_figures(doc, c, t, &x, &y);
        int like = x == NULL ? UNLIKE : likeness(view, c, t);
        if (like == UNLIKE || is_denied(c) || is_denied(t) || c->factuality == CASUS_FACT_UU ||
            t->factuality == CASUS_FACT_UU) {
            continue;
        }
        if (value_of(x) == value_of(y)) {
            *repeated = like >= 1 ? i : *repeated;
        } else if (same_teller(doc, c, t) && (like >= 1 || distance(c, t) <= 1)) {
            *revised = i;
        }
    }
}

/* The first telling of the same event with no figure to compare. */
static uint32_t told_before(const casus_view *view, uint32_t index)
{
    const casus_doc *doc = view->doc;
    const casus_claim *c = &doc->claim[index];
    uint32_t from = index > FARTHEST ? index - FARTHEST : 0;
    for (uint32_t i = from; i < index; i++) {
        const casus_claim *t = &doc->claim[i];
        if (t->factuality == c->factuality && t->sentence != c->sentence && same_word(view, c, t) &&
            (share_place(doc, c, t) || compare_times(doc, c, t) == 1) && likeness(view, c, t) >= 2 * LIKE_ENOUGH) {
            return i;
        }
    }
    return CASUS_NONE;
}

void casus_extract__links(const casus_view *view)
{
    casus_doc *doc = view->doc;
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        casus_claim *c = &doc->claim[i];
        uint32_t revised = CASUS_NONE;
        uint32_t repeated = CASUS_NONE;
        if (c->type == CASUS_REJECT) {
            add_link(c, CASUS_LINK_DENIES, rejected(doc, i));
        } else if (is_denied(c) && c->source.n > 0) {
            add_link(c, CASUS_LINK_DENIES, denied(view, i));
        }
        compare_figures(view, i, &revised, &repeated);
        if (revised != CASUS_NONE && is_older(view, c) && !is_older(view, &doc->claim[revised])) {
            casus_claim *newer = &doc->claim[revised];
            bool has = false;
            for (uint32_t k = 0; k < newer->n_link; k++) {
                has = has || newer->link[k].kind == CASUS_LINK_REVISES;
            }
            if (!has && newer->n_link < CASUS_N_LINK_KIND) {
                add_link(newer, CASUS_LINK_REVISES, i);
            }
        } else {
            add_link(c, CASUS_LINK_REVISES, revised);
        }
        if (c->n_quantity == 0 && repeated == CASUS_NONE) {
            repeated = told_before(view, i);
        }
        if (revised == CASUS_NONE) {
            add_link(c, CASUS_LINK_REPEATS, repeated);
        }
    }
}
