/* Figures against figures: see figure.h. Items are the record's (docs/record.md), a closed vocabulary of its own. */
#include "cluster/figure.h"

#include <math.h>

typedef enum family { FAMILY_OTHER, FAMILY_ANYBODY, FAMILY_ARMED, FAMILY_HIRED, FAMILY_CIVILIAN, FAMILY_SOME } family;

/* SOME: people of whatever family, never all of them. */
static const struct {
    const char *item;
    family family;
} items[] = {
    {"attacker", FAMILY_ARMED},    {"body", FAMILY_SOME},        {"boy", FAMILY_SOME},
    {"casualty", FAMILY_ANYBODY},  {"child", FAMILY_SOME},       {"civilian", FAMILY_CIVILIAN},
    {"combatant", FAMILY_ARMED},   {"conscript", FAMILY_ARMED},  {"fighter", FAMILY_ARMED},
    {"girl", FAMILY_SOME},         {"gunman", FAMILY_ARMED},     {"insurgent", FAMILY_ARMED},
    {"journalist", FAMILY_SOME},   {"man", FAMILY_SOME},         {"marine", FAMILY_ARMED},
    {"mercenary", FAMILY_HIRED},   {"militant", FAMILY_ARMED},   {"militiaman", FAMILY_ARMED},
    {"people", FAMILY_ANYBODY},    {"person", FAMILY_ANYBODY},   {"rebel", FAMILY_ARMED},
    {"resident", FAMILY_CIVILIAN}, {"serviceman", FAMILY_ARMED}, {"soldier", FAMILY_ARMED},
    {"terrorist", FAMILY_ARMED},   {"troop", FAMILY_ARMED},      {"victim", FAMILY_ANYBODY},
    {"villager", FAMILY_CIVILIAN}, {"woman", FAMILY_SOME},
};

static family family_of(casus_str item)
{
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        if (casus_str_eq(item, casus_str_of(items[i].item))) {
            return items[i].family;
        }
    }
    return FAMILY_OTHER;
}

casus_str casus_cluster__item(casus_str item)
{
    return family_of(item) == FAMILY_ANYBODY ? CASUS_STR("person") : item;
}

casus_counted casus_cluster__counted(casus_str item, casus_str other)
{
    family a = family_of(item), b = family_of(other);
    if (casus_str_eq(item, other) || (a == b && a != FAMILY_OTHER && a != FAMILY_SOME)) {
        return CASUS_COUNTED_SAME;
    }
    if (b == FAMILY_ANYBODY && a != FAMILY_OTHER) {
        return CASUS_COUNTED_PART;
    }
    if (a == FAMILY_ANYBODY && b != FAMILY_OTHER) {
        return CASUS_COUNTED_WHOLE;
    }
    return CASUS_COUNTED_APART;
}

casus_bounds casus_cluster__bounds(const casus_ledger_quantity *quantity)
{
    double low = quantity->low, best = quantity->best, high = quantity->high;
    casus_bounds bounds = {0, INFINITY};
    if (!isnan(low)) {
        bounds.from = isnan(best) && isnan(high) ? low * 0.7 : low;
        bounds.to = isnan(high) ? INFINITY : high;
    } else if (!isnan(high)) {
        bounds.to = high;
    } else if (!isnan(best)) {
        bounds.from = best * 0.8;
        bounds.to = best * 1.25;
    }
    return bounds;
}

bool casus_cluster__exclude(const casus_ledger_quantity *a, const casus_ledger_quantity *b)
{
    casus_bounds x = casus_cluster__bounds(a), y = casus_cluster__bounds(b);
    switch (casus_cluster__counted(a->item, b->item)) {
    case CASUS_COUNTED_SAME:
        return x.from > y.to || y.from > x.to;
    case CASUS_COUNTED_PART:
        return x.from > y.to;
    case CASUS_COUNTED_WHOLE:
        return y.from > x.to;
    case CASUS_COUNTED_APART:
        break;
    }
    return false;
}
