/* From clusters of claims to the ledger's incidents: their ids, their days, places and parties, and who tells of them. */
#include "cluster/clustering.h"

#include "base/map.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    MOST_DATED = 256, /* claims of an incident that are asked for its day */
    FEW_DAYS = 7      /* a battle, not a campaign */
};

typedef struct building {
    casus_clustering *c;
    casus_arena scratch;     /* of one incident */
    uint32_t *rank;          /* [n_document] its place in the order */
    uint32_t *of_cluster;    /* [n_telling + n_decision] incident of a cluster, or CASUS_NONE */
    uint32_t *founder;       /* [n_incident] its first claim */
    uint32_t *begin, *claim; /* claims by incident, in the order of the ledger */
} building;

/* 'i' and a hash of the founding claim's document and its number there. */
static void name_incident(const casus_ledger *ledger, uint32_t founder, casus_incident *incident)
{
    const casus_ledger_claim *claim = &ledger->claim[founder];
    const casus_ledger_doc *doc = &ledger->document[claim->document];
    uint64_t part[2] = {casus_hash(doc->id.ptr, doc->id.len), founder - doc->claim_begin};
    snprintf(incident->id, sizeof incident->id, "i%016llx",
             (unsigned long long)casus_hash((const char *)part, sizeof part));
}

typedef struct tally {
    uint32_t item, n, first;
    uint32_t precision;
} tally;

static int by_weight(const void *a, const void *b)
{
    const tally *x = a;
    const tally *y = b;
    if (x->precision != y->precision) {
        return x->precision < y->precision ? -1 : 1;
    }
    return x->n != y->n ? (x->n > y->n ? -1 : 1) : x->first < y->first ? -1 : 1;
}

/* Count what the claims name, in the order of documents; most precise first (places), then most often told. */
static bool count(building *b, const uint32_t *claim, uint32_t n, size_t offset, bool places, casus_indices *out)
{
    casus_ledger *ledger = b->c->ledger;
    size_t most = 0;
    for (uint32_t i = 0; i < n; i++) {
        most += ((const casus_indices *)(const void *)((const char *)&ledger->claim[claim[i]] + offset))->n;
    }
    tally *t = CASUS_NEW(&b->scratch, tally, most + 1);
    uint32_t kinds = 0;
    casus_map seen = {0};
    if (t == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        const casus_indices *list = (const void *)((const char *)&ledger->claim[claim[i]] + offset);
        for (uint32_t k = 0; k < list->n; k++) {
            casus_str key = {(const char *)&list->at[k], sizeof list->at[k]};
            const uint32_t *at = casus_map_get(&seen, key);
            if (at != NULL) {
                t[*at].n++;
                continue;
            }
            uint32_t precision = places ? (uint32_t)ledger->place[list->at[k]].precision : 0;
            t[kinds] = (tally){list->at[k], 1, kinds, precision};
            if (!casus_map_set(&seen, key, kinds++, NULL, &b->scratch)) {
                return false;
            }
        }
    }
    qsort(t, kinds, sizeof *t, by_weight);
    out->n = kinds;
    out->at = CASUS_NEW(&ledger->arena, uint32_t, (size_t)kinds + 1);
    for (uint32_t i = 0; out->at != NULL && i < kinds; i++) {
        out->at[i] = t[i].item;
    }
    return out->at != NULL;
}

/* Days as dates: whole months and whole years are told as such, for nobody told a day. */
static void put_days(int32_t first, int32_t last, casus_origin origin, casus_incident *incident)
{
    casus_date from = casus_cluster__date(first, origin);
    casus_date to = casus_cluster__date(last, origin);
    casus_date after = casus_cluster__date(last + 1, origin);
    if (from.day == 1 && after.day == 1) {
        bool years = from.month == 1 && after.month == 1;
        from.precision = to.precision = years ? CASUS_YEAR : CASUS_MONTH;
        from.day = to.day = 0;
        if (years) {
            from.month = to.month = 0;
        }
    }
    incident->from = from;
    incident->to = to;
}

/* The days that are told most often, of those told as often the first; else those of the first document's news. A few
 * days before any longer time: the longer one holds the day, and does not tell it. */
static bool date_incident(building *b, const uint32_t *claim, uint32_t n, casus_incident *incident)
{
    const casus_ledger *ledger = b->c->ledger;
    uint32_t most = n < MOST_DATED ? n : MOST_DATED;
    casus_outline *told = CASUS_NEW(&b->scratch, casus_outline, most);
    uint32_t best = CASUS_NONE;
    uint32_t best_n = 0;
    bool best_few = false; /* that they are few days */
    bool news = false;
    if (told == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < most; i++) {
        casus_cluster__outline(ledger, &ledger->claim[claim[i]], &told[i]);
        bool past = told[i].history || b->c->looks_back[ledger->claim[claim[i]].document];
        news = news || !(past || told[i].open);
    }
    for (uint32_t i = 0; i < most; i++) {
        uint32_t same = 0;
        for (uint32_t k = 0; k < most; k++) {
            same += told[k].timed && told[k].from == told[i].from && told[k].to == told[i].to;
        }
        bool few = told[i].timed && told[i].to - told[i].from <= FEW_DAYS;
        if (told[i].timed && (few > best_few || (few == best_few && same > best_n))) {
            best = i;
            best_n = same;
            best_few = few;
        }
    }
    casus_date published = ledger->document[ledger->claim[claim[0]].document].published;
    if (best != CASUS_NONE) {
        put_days(told[best].from, told[best].to, CASUS_FROM_TEXT, incident);
    } else if (news && published.from != CASUS_FROM_NOWHERE) {
        put_days(casus_cluster__day_first(published), casus_cluster__day_last(published), CASUS_FROM_INFERENCE,
                 incident);
    }
    return true;
}

static void type_incident(const casus_ledger *ledger, const uint32_t *claim, uint32_t n, casus_incident *incident)
{
    uint32_t told[CASUS_N_EVENT_TYPE] = {0};
    incident->type = ledger->claim[claim[0]].type;
    for (uint32_t i = 0; i < n; i++) {
        casus_event_type type = ledger->claim[claim[i]].type;
        if (++told[type] > told[incident->type]) {
            incident->type = type;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        if (ledger->claim[claim[i]].type == incident->type) {
            incident->mode |= ledger->claim[claim[i]].mode;
        }
    }
}

static int by_rank(const building *b, uint32_t x, uint32_t y)
{
    const casus_ledger *ledger = b->c->ledger;
    uint32_t rx = b->rank[ledger->claim[x].document];
    uint32_t ry = b->rank[ledger->claim[y].document];
    return rx != ry ? (rx < ry ? -1 : 1) : x < y ? -1 : x > y;
}

static bool build(building *b, uint32_t at, casus_incident *incident)
{
    casus_ledger *ledger = b->c->ledger;
    uint32_t n = b->begin[at + 1] - b->begin[at];
    uint32_t *claim = CASUS_NEW(&b->scratch, uint32_t, n);
    incident->claim = (casus_indices){CASUS_NEW(&ledger->arena, uint32_t, n), n};
    if (claim == NULL || incident->claim.at == NULL) {
        return false;
    }
    memcpy(incident->claim.at, b->claim + b->begin[at], n * sizeof *claim);
    memcpy(claim, incident->claim.at, n * sizeof *claim);
    for (uint32_t i = 1; i < n; i++) { /* documents stand together already; few are out of order */
        uint32_t one = claim[i];
        uint32_t k = i;
        for (; k > 0 && by_rank(b, claim[k - 1], one) > 0; k--) {
            claim[k] = claim[k - 1];
        }
        claim[k] = one;
    }
    b->founder[at] = claim[0];
    name_incident(ledger, claim[0], incident);
    type_incident(ledger, claim, n, incident);
    return date_incident(b, claim, n, incident) &&
           count(b, claim, n, offsetof(casus_ledger_claim, place), true, &incident->place) &&
           count(b, claim, n, offsetof(casus_ledger_claim, actor), false, &incident->actor) &&
           count(b, claim, n, offsetof(casus_ledger_claim, recipient), false, &incident->recipient) &&
           casus_cluster__independent(ledger, &b->scratch, incident);
}

/* What is only planned, wished or feared, with no day told, is no happening. */
static bool happens(const casus_ledger_claim *claim)
{
    bool only = claim->tense == CASUS_FUTURE || claim->factuality == CASUS_FACT_UU;
    return !only || claim->from.from != CASUS_FROM_NOWHERE;
}

/* Number the clusters that hold a happening; sort claims by incident. */
static bool number(building *b)
{
    casus_ledger *ledger = b->c->ledger;
    size_t clusters = (size_t)b->c->n_telling + ledger->n_decision + 1;
    b->of_cluster = CASUS_NEW(b->c->arena, uint32_t, clusters);
    b->claim = CASUS_NEW(b->c->arena, uint32_t, (size_t)ledger->n_claim + 1);
    if (b->of_cluster == NULL || b->claim == NULL) {
        return false;
    }
    for (size_t i = 0; i < clusters; i++) {
        b->of_cluster[i] = CASUS_NONE;
    }
    ledger->n_incident = 0;
    for (uint32_t i = 0; i < ledger->n_claim; i++) {
        uint32_t *at = &b->of_cluster[b->c->cluster[i]];
        if (*at == CASUS_NONE && happens(&ledger->claim[i])) {
            *at = ledger->n_incident++;
        }
    }
    b->begin = CASUS_NEW(b->c->arena, uint32_t, (size_t)ledger->n_incident + 2);
    b->founder = CASUS_NEW(b->c->arena, uint32_t, (size_t)ledger->n_incident + 1);
    ledger->incident = CASUS_NEW(&ledger->arena, casus_incident, (size_t)ledger->n_incident + 1);
    if (b->begin == NULL || b->founder == NULL || ledger->incident == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < ledger->n_claim; i++) {
        ledger->claim[i].incident = b->of_cluster[b->c->cluster[i]];
        if (ledger->claim[i].incident != CASUS_NONE) {
            b->begin[ledger->claim[i].incident + 2]++;
        }
    }
    for (uint32_t i = 2; i <= ledger->n_incident; i++) {
        b->begin[i] += b->begin[i - 1];
    }
    for (uint32_t i = 0; i < ledger->n_claim; i++) {
        if (ledger->claim[i].incident != CASUS_NONE) {
            b->claim[b->begin[ledger->claim[i].incident + 1]++] = i;
        }
    }
    return true;
}

typedef struct placed {
    int32_t day;
    const casus_incident *incident;
} placed;

static int by_day(const void *a, const void *b)
{
    const placed *x = a;
    const placed *y = b;
    return x->day != y->day ? (x->day < y->day ? -1 : 1) : strcmp(x->incident->id, y->incident->id);
}

/* By day, then by id; those without a day first. */
static bool sort(building *b)
{
    casus_ledger *ledger = b->c->ledger;
    placed *order = CASUS_NEW(b->c->arena, placed, (size_t)ledger->n_incident + 1);
    casus_incident *sorted = CASUS_NEW(&ledger->arena, casus_incident, (size_t)ledger->n_incident + 1);
    if (order == NULL || sorted == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < ledger->n_incident; i++) {
        order[i] = (placed){casus_cluster__day_first(ledger->incident[i].from), &ledger->incident[i]};
    }
    qsort(order, ledger->n_incident, sizeof *order, by_day);
    for (uint32_t i = 0; i < ledger->n_incident; i++) {
        sorted[i] = *order[i].incident;
        for (uint32_t k = 0; k < sorted[i].claim.n; k++) {
            ledger->claim[sorted[i].claim.at[k]].incident = i;
        }
    }
    ledger->incident = sorted;
    return true;
}

static bool explain(building *b)
{
    casus_clustering *c = b->c;
    for (uint32_t t = 0; t < c->n_telling; t++) {
        for (uint32_t i = c->telling[t].first_claim; i != CASUS_NONE; i = c->next[i]) {
            casus_ledger_claim *claim = &c->ledger->claim[i];
            uint32_t why = c->why[i] != 0 ? c->why[i] : c->telling[t].why;
            if (claim->incident == CASUS_NONE) {
                claim->joined = CASUS_STR_NULL;
                continue;
            }
            if (b->founder[claim->incident] == i && why != CASUS_LIKE_DECIDED) {
                why = CASUS_LIKE_ALONE;
            }
            claim->joined = casus_cluster__reasons(&c->ledger->arena, why);
            if (claim->joined.ptr == NULL) {
                return false;
            }
        }
    }
    return true;
}

bool casus_cluster__gather(casus_clustering *c)
{
    building b = {.c = c, .rank = CASUS_NEW(c->arena, uint32_t, (size_t)c->ledger->n_document + 1)};
    casus_arena_init(&b.scratch, SIZE_MAX);
    bool ok = b.rank != NULL;
    for (uint32_t i = 0; ok && i < c->ledger->n_document; i++) {
        b.rank[c->order[i]] = i;
    }
    ok = ok && number(&b);
    for (uint32_t i = 0; ok && i < c->ledger->n_incident; i++) {
        ok = build(&b, i, &c->ledger->incident[i]);
        casus_arena_clear(&b.scratch);
    }
    ok = ok && explain(&b) && sort(&b);
    casus_arena_free(&b.scratch);
    return ok;
}
