/* What people decided about incidents: two claims of one happening, or of two. Later decisions stand over earlier ones. */
#include "cluster/clustering.h"

#include "base/map.h"

/* How well two claims go together, whatever their documents. */
static double affinity(const casus_clustering *c, uint32_t x, uint32_t y)
{
    const casus_ledger_claim *a = &c->ledger->claim[x];
    const casus_ledger_claim *b = &c->ledger->claim[y];
    casus_outline oa;
    casus_outline ob;
    casus_cluster__outline(c->ledger, a, &oa);
    casus_cluster__outline(c->ledger, b, &ob);
    if (a->document == b->document) {
        uint32_t apart = a->sentence > b->sentence ? a->sentence - b->sentence : b->sentence - a->sentence;
        return casus_cluster__alike_within(c->ledger, &oa, &ob, apart, false).score;
    }
    return casus_cluster__alike_across(c->ledger, &oa, &ob, casus_cluster__shared_names(&oa, &ob)).score;
}

static void merge(casus_clustering *c, uint32_t claim, uint32_t other)
{
    uint32_t to = c->cluster[claim];
    uint32_t from = c->cluster[other];
    if (to != from) {
        c->why[other] = CASUS_LIKE_DECIDED;
        c->why[claim] = CASUS_LIKE_DECIDED;
    }
    for (uint32_t i = 0; i < c->ledger->n_claim; i++) {
        if (c->cluster[i] == from) {
            c->cluster[i] = to;
        }
    }
}

/* The other claim leaves, and takes with it what is more like it than like the claim that stays. */
static void split(casus_clustering *c, uint32_t claim, uint32_t other, uint32_t fresh)
{
    uint32_t old = c->cluster[claim];
    if (c->cluster[other] != old) {
        return;
    }
    for (uint32_t i = 0; i < c->ledger->n_claim; i++) {
        if (c->cluster[i] == old && i != claim && i != other && affinity(c, i, other) > affinity(c, i, claim)) {
            c->cluster[i] = fresh;
        }
    }
    c->cluster[other] = fresh;
    c->why[other] = CASUS_LIKE_DECIDED;
}

bool casus_cluster__decide(casus_clustering *c)
{
    const casus_ledger *ledger = c->ledger;
    casus_map claims = {0};
    for (uint32_t i = 0; ledger->n_decision > 0 && i < ledger->n_claim; i++) {
        if (!casus_map_set(&claims, ledger->claim[i].id, i, NULL, c->arena)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < ledger->n_decision; i++) {
        const casus_decision *d = &ledger->decision[i];
        const uint32_t *claim = casus_map_get(&claims, d->claim);
        const uint32_t *other = casus_map_get(&claims, d->other);
        if (claim == NULL || other == NULL || *claim == *other) {
            continue; /* of a document that was read again since */
        }
        if (d->kind == CASUS_DECISION_MERGE) {
            merge(c, *claim, *other);
        } else {
            split(c, *claim, *other, c->n_telling + i);
        }
    }
    return true;
}
