/* Which war a document is about: the two countries whose parties take part in most of what it tells. */
#include "cluster/clustering.h"

#include "base/map.h"

enum { MOST_COUNTRIES = 32 /* of one document: more are not counted */ };

typedef struct part {
    uint64_t country;
    uint32_t n;
} part;

static void count(part *set, uint32_t *n, const casus_side *side, uint32_t sides, uint32_t claims)
{
    for (uint32_t i = 0; i < sides; i++) {
        uint64_t country = casus_cluster__country(side[i]);
        uint32_t at = 0;
        while (at < *n && set[at].country != country) {
            at++;
        }
        if (at == *n && *n < MOST_COUNTRIES) {
            set[(*n)++] = (part){country, 0};
        }
        if (at < *n) {
            set[at].n += claims;
        }
    }
}

/* The country told most of but `other`; of those told as often the one with the smaller hash. 0: none. */
static uint64_t most(const part *set, uint32_t n, uint64_t other)
{
    part best = {0, 0};
    for (uint32_t i = 0; i < n; i++) {
        bool more = set[i].n > best.n || (set[i].n == best.n && set[i].country < best.country);
        if (more && set[i].country != other) {
            best = set[i];
        }
    }
    return best.country;
}

static uint64_t war_of(const casus_telling *telling, uint32_t n)
{
    part set[MOST_COUNTRIES];
    uint32_t parts = 0;
    for (uint32_t i = 0; i < n; i++) {
        const casus_outline *o = &telling[i].outline;
        if (casus_cluster__is_deed(o->type)) {
            count(set, &parts, o->actor, o->n_actor, telling[i].n_claim);
            count(set, &parts, o->recipient, o->n_recipient, telling[i].n_claim);
        }
    }
    uint64_t first = most(set, parts, 0);
    uint64_t second = most(set, parts, first);
    uint64_t pair[2] = {first < second ? first : second, first < second ? second : first};
    return first == 0 ? 0 : casus_hash((const char *)pair, sizeof pair) | 1;
}

void casus_cluster__wars(casus_clustering *c)
{
    for (uint32_t begin = 0, end = 0; begin < c->n_telling; begin = end) {
        while (end < c->n_telling && c->telling[end].document == c->telling[begin].document) {
            end++;
        }
        uint64_t war = war_of(c->telling + begin, end - begin);
        for (uint32_t i = begin; i < end; i++) {
            c->telling[i].outline.war = war;
        }
    }
}
