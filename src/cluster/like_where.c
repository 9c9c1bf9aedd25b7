/* Where: distance and containment of the places that two outlines tell. */
#include "cluster/weights.h"

#include <math.h>

enum {
    SPOT_M = 2000,       /* two names of one spot */
    TOWN_M = 10000,      /* a town and its outskirts */
    ELSEWHERE_M = 30000, /* another town */
    REGION_M = 80000,    /* from a region's middle to a town that may be in it */
    BEYOND_M = 200000    /* surely not in it */
};

/* Metres between two places on a sphere (haversine). */
static double metres(const casus_place *a, const casus_place *b)
{
    const double rad = 3.14159265358979323846 / 180.0;
    double s1 = sin((b->latitude - a->latitude) * rad / 2.0);
    double s2 = sin((b->longitude - a->longitude) * rad / 2.0);
    double h = s1 * s1 + cos(a->latitude * rad) * cos(b->latitude * rad) * s2 * s2;
    return 2.0 * 6371000.0 * asin(sqrt(fmin(1.0, h)));
}

static bool same_country(const casus_place *a, const casus_place *b)
{
    return a->country.len > 0 && casus_str_eq(a->country, b->country);
}

static double places_alike(const casus_place *a, const casus_place *b, uint32_t *why)
{
    if (a == b || (a->geonameid != 0 && a->geonameid == b->geonameid) || casus_str_eq(a->name, b->name)) {
        bool country = a->precision == CASUS_PLACE_COUNTRY;
        *why = country ? CASUS_LIKE_REGION : CASUS_LIKE_PLACE;
        return country                              ? casus_cluster__weights.in_region
               : a->precision >= CASUS_PLACE_REGION ? casus_cluster__weights.same_region
                                                    : casus_cluster__weights.same_place;
    }
    if (a->precision == CASUS_PLACE_COUNTRY || b->precision == CASUS_PLACE_COUNTRY) {
        *why = same_country(a, b) ? CASUS_LIKE_REGION : 0;
        return same_country(a, b)                           ? casus_cluster__weights.in_country
               : a->country.len == 0 || b->country.len == 0 ? 0.0
                                                            : casus_cluster__weights.other_country;
    }
    double m = metres(a, b);
    bool points = a->precision < CASUS_PLACE_REGION && b->precision < CASUS_PLACE_REGION;
    bool site = a->precision == CASUS_PLACE_SITE || b->precision == CASUS_PLACE_SITE;
    if (isnan(m)) {
        return 0.0;
    }
    if (m <= SPOT_M) {
        *why = CASUS_LIKE_PLACE;
        return casus_cluster__weights.same_place;
    }
    if (points) {
        *why = m <= TOWN_M ? CASUS_LIKE_REGION : 0;
        return m <= TOWN_M        ? (site ? casus_cluster__weights.outskirts : casus_cluster__weights.in_region)
               : m <= ELSEWHERE_M ? casus_cluster__weights.other_town
                                  : casus_cluster__weights.far_place;
    }
    bool one_region = a->precision >= CASUS_PLACE_REGION && b->precision >= CASUS_PLACE_REGION;
    if (m <= REGION_M && !one_region && (same_country(a, b) || a->country.len == 0 || b->country.len == 0)) {
        *why = CASUS_LIKE_REGION;
        return casus_cluster__weights.in_region;
    }
    return m <= BEYOND_M ? casus_cluster__weights.other_town : casus_cluster__weights.other_region;
}

/* The place most often told; of those told as often the most exact. */
static uint32_t usual_place(const casus_outline *o)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < o->n_place; i++) {
        if (o->told[i] > o->told[best]) {
            best = i;
        }
    }
    return o->place[best];
}

static bool is_wide(const casus_ledger *ledger, uint32_t place)
{
    return ledger->place[place].precision >= CASUS_PLACE_REGION;
}

static bool is_country(const casus_ledger *ledger, uint32_t place)
{
    return ledger->place[place].precision == CASUS_PLACE_COUNTRY;
}

/* Whether more than a country is told. */
static bool tells_better(const casus_ledger *ledger, const casus_outline *o)
{
    for (uint32_t i = 0; i < o->n_place; i++) {
        if (!is_country(ledger, o->place[i])) {
            return true;
        }
    }
    return false;
}

/* Whether a town or site is told. */
static bool is_point(const casus_ledger *ledger, const casus_outline *o)
{
    return o->n_place > 0 && !is_wide(ledger, o->place[0]);
}

/* The best of the places told; those of a country only, where nothing better is told on both sides. */
double casus_cluster__like_where(const casus_ledger *ledger, const casus_outline *a, const casus_outline *b,
                                 uint32_t *why)
{
    double best = -INFINITY;
    uint32_t reason = 0;
    bool points = is_point(ledger, a) && is_point(ledger, b);
    bool better = tells_better(ledger, a) && tells_better(ledger, b);
    for (uint32_t i = 0; i < a->n_place; i++) {
        for (uint32_t k = 0; k < b->n_place; k++) {
            uint32_t r = 0;
            bool wide = is_wide(ledger, a->place[i]) || is_wide(ledger, b->place[k]);
            bool country = is_country(ledger, a->place[i]) || is_country(ledger, b->place[k]);
            if ((points && wide) || (better && country)) {
                continue; /* a region or country about both says nothing of two towns */
            }
            double s = places_alike(&ledger->place[a->place[i]], &ledger->place[b->place[k]], &r);
            if (s > best) {
                best = s;
                reason = r;
            }
        }
    }
    if (a->n_place == 0 || b->n_place == 0) {
        return 0.0;
    }
    uint32_t r = 0;
    double usual = places_alike(&ledger->place[usual_place(a)], &ledger->place[usual_place(b)], &r);
    if (usual <= casus_cluster__weights.far_place) {
        return (best + usual) / 2.0; /* they are of two places, though each tells of the other's too */
    }
    *why |= reason;
    return best;
}

double casus_cluster__like_where_within(const casus_ledger *ledger, const casus_outline *group,
                                        const casus_outline *claim, uint32_t *why)
{
    uint32_t reason = 0;
    double like = casus_cluster__like_where(ledger, group, claim, &reason);
    bool points = is_point(ledger, group) && is_point(ledger, claim);
    *why |= reason;
    return points && (reason & CASUS_LIKE_PLACE) == 0 && like > casus_cluster__weights.part
               ? casus_cluster__weights.part
               : like;
}
