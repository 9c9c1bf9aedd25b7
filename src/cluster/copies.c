/*
 * Documents that repeat another: near-duplicates, and stories of an agency within a longer text. Candidates share values of
 * their sketches; how much of the texts is the same is estimated from the sketches. Broder (1997), "On the resemblance and
 * containment of documents"; bottom-k sketches: Cohen and Kaplan (2007).
 */
#include "cluster/cluster.h"
#include "cluster/clustering.h"
#include "cluster/keys.h"

#include <stdlib.h>

enum {
    REACH = 4, /* of those that share a value: compared with so many before it, and with as many of the first */
    SMALLEST = 64,
    AT_LEAST = 8 /* values that both sketches must be able to share before anything is estimated */
};

/* Of the shingles of both texts, or of the shorter one, so much must be common. */
#define RESEMBLANCE 0.30
#define CONTAINMENT 0.55

/*
 * Who has which value of the sketches. A value is a key, its `telling` the rank of the document: its place in the order of
 * documents. `group`: where in `value` the documents begin that have the same one; `mine`: where a document's
 * own stand of which it is not the first to have them.
 */
typedef struct lookup {
    casus_keys value;
    size_t *group; /* [value.n] */
    size_t *mine;  /* [value.n] those of one document after those of another */
    size_t *begin; /* [n_document + 2] of each rank in `mine` */
} lookup;

static int by_rank(const void *a, const void *b)
{
    const uint32_t *x = a;
    const uint32_t *y = b;
    return *x < *y ? -1 : *x > *y;
}

/* The number of shingles of a text: all, or estimated from how dense the sketch's values lie. */
static double shingles(const casus_ledger_doc *doc, uint32_t most)
{
    uint32_t k = doc->n_sketch;
    return k < most || k < 2 ? k : (double)(k - 1) / ((double)doc->sketch[k - 1] / 18446744073709551616.0);
}

/* Whether the later text repeats the earlier. `most`: how many values a sketch of a long text has. */
static bool repeats(const casus_ledger_doc *a, const casus_ledger_doc *b, uint32_t most)
{
    uint64_t last = UINT64_MAX; /* below it both sketches know all values of their text */
    if (a->n_sketch >= most) {
        last = a->sketch[a->n_sketch - 1];
    }
    if (b->n_sketch >= most && b->sketch[b->n_sketch - 1] < last) {
        last = b->sketch[b->n_sketch - 1];
    }
    uint32_t i = 0;
    uint32_t k = 0;
    uint32_t both = 0;
    uint32_t all = 0;
    while (i < a->n_sketch && k < b->n_sketch && a->sketch[i] <= last && b->sketch[k] <= last) {
        both += a->sketch[i] == b->sketch[k];
        uint64_t x = a->sketch[i];
        i += x <= b->sketch[k];
        k += b->sketch[k] <= x;
        all++;
    }
    for (; i < a->n_sketch && a->sketch[i] <= last; i++) {
        all++;
    }
    for (; k < b->n_sketch && b->sketch[k] <= last; k++) {
        all++;
    }
    uint32_t whole = a->n_sketch < b->n_sketch ? a->n_sketch : b->n_sketch;
    if (all < AT_LEAST) {
        return all > 0 && both == all && both == whole; /* short texts that are the same */
    }
    double resemblance = (double)both / (double)all;
    double na = shingles(a, most);
    double nb = shingles(b, most);
    double common = resemblance * (na + nb) / (1.0 + resemblance);
    return resemblance >= RESEMBLANCE || (both >= AT_LEAST && common >= CONTAINMENT * (na < nb ? na : nb));
}

/* Of one document: earlier ones that share values with it, and how many; `shared` is all zero between documents. */
typedef struct candidates {
    uint32_t *shared; /* [n_document] by rank */
    uint32_t *rank;   /* those that share any */
    uint32_t n;
} candidates;

/* Of a value that very many have, its neighbours and the first only. */
static void propose(const lookup *l, uint32_t rank, candidates *c)
{
    c->n = 0;
    for (size_t m = l->begin[rank]; m < l->begin[rank + 1]; m++) {
        size_t i = l->mine[m];
        for (size_t k = l->group[i]; k < i; k++) {
            if (k - l->group[i] >= REACH && i - k > REACH) {
                k = i - REACH;
            }
            uint32_t earlier = l->value.at[k].telling;
            if (c->shared[earlier]++ == 0) {
                c->rank[c->n++] = earlier;
            }
        }
    }
}

/* Of the candidates, the earliest that shares enough values with the document to be its original; or CASUS_NONE. */
static uint32_t settle(const casus_ledger *ledger, const uint32_t *order, uint32_t rank, candidates *c, uint32_t most)
{
    const casus_ledger_doc *later = &ledger->document[order[rank]];
    uint32_t likely = 0;
    for (uint32_t i = 0; i < c->n; i++) {
        uint32_t other = ledger->document[order[c->rank[i]]].n_sketch;
        uint32_t fewest = later->n_sketch < other ? later->n_sketch : other;
        bool enough = c->shared[c->rank[i]] >= (fewest < AT_LEAST ? fewest : AT_LEAST);
        c->shared[c->rank[i]] = 0;
        if (enough) {
            c->rank[likely++] = c->rank[i];
        }
    }
    qsort(c->rank, likely, sizeof *c->rank, by_rank);
    for (uint32_t i = 0; i < likely; i++) {
        uint32_t earlier = order[c->rank[i]];
        if (repeats(&ledger->document[earlier], later, most)) {
            return earlier;
        }
    }
    return CASUS_NONE;
}

/* All values of all sketches, and where each document's stand. */
static bool look(const casus_ledger *ledger, const uint32_t *order, casus_arena *arena, lookup *l)
{
    for (uint32_t i = 0; i < ledger->n_document; i++) {
        const casus_ledger_doc *doc = &ledger->document[order[i]];
        for (uint32_t k = 0; k < doc->n_sketch; k++) {
            l->value.at[l->value.n++] = (casus_key){doc->sketch[k], i, true};
        }
    }
    if (!casus_cluster__sort_keys(&l->value)) {
        return false;
    }
    l->group = CASUS_NEW(arena, size_t, l->value.n + 1);
    l->mine = CASUS_NEW(arena, size_t, l->value.n + 1);
    if (l->group == NULL || l->mine == NULL) {
        return false;
    }
    for (size_t i = 0; i < l->value.n; i++) {
        bool same = i > 0 && l->value.at[i - 1].key == l->value.at[i].key;
        l->group[i] = same ? l->group[i - 1] : i;
        l->begin[l->value.at[i].telling + 2] += same; /* one too far: each moves on while its own are set */
    }
    for (uint32_t i = 2; i <= ledger->n_document; i++) {
        l->begin[i] += l->begin[i - 1];
    }
    for (size_t i = 0; i < l->value.n; i++) {
        if (l->group[i] < i) {
            l->mine[l->begin[l->value.at[i].telling + 1]++] = i;
        }
    }
    return true;
}

casus_status casus_cluster__copies(casus_ledger *ledger, casus_error *err)
{
    casus_arena arena;
    casus_arena_init(&arena, SIZE_MAX);
    lookup l = {0};
    uint32_t *order = NULL;
    size_t n = 0;
    uint32_t most = SMALLEST; /* values of a long text's sketch: a power of two */
    for (uint32_t i = 0; i < ledger->n_document; i++) {
        n += ledger->document[i].n_sketch;
        while (most < ledger->document[i].n_sketch) {
            most *= 2;
        }
        ledger->document[i].copy_of = CASUS_NONE;
    }
    l.value.at = malloc((n + 1) * sizeof *l.value.at);
    l.begin = CASUS_NEW(&arena, size_t, (size_t)ledger->n_document + 2);
    candidates c = {CASUS_NEW(&arena, uint32_t, (size_t)ledger->n_document + 1),
                    CASUS_NEW(&arena, uint32_t, (size_t)ledger->n_document + 1), 0};
    bool ok = l.value.at != NULL && l.begin != NULL && c.shared != NULL && c.rank != NULL &&
              casus_cluster__order(ledger, &arena, &order) && look(ledger, order, &arena, &l);
    for (uint32_t rank = 0; ok && rank < ledger->n_document; rank++) {
        propose(&l, rank, &c);
        ledger->document[order[rank]].copy_of = settle(ledger, order, rank, &c, most);
    }
    free(l.value.at);
    casus_arena_free(&arena);
    return ok ? CASUS_OK : casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "no memory left to look for copies");
}
