/* Places that are one for a reader: of one name, or nearer than 5 km. See hold.h. */
#include "cluster/hold.h"

#include <math.h>

static const double reach_km = 5, cell_degrees = 0.05;

static bool spot(const casus_place *place)
{
    return place->precision == CASUS_PLACE_SITE || place->precision == CASUS_PLACE_POPULATED;
}

/* The haversine formula. */
static double kilometres(const casus_place *a, const casus_place *b)
{
    double radian = 3.14159265358979323846 / 180, p = a->latitude * radian, q = b->latitude * radian;
    double x = sin((q - p) / 2), y = sin((b->longitude - a->longitude) * radian / 2);
    double h = x * x + cos(p) * cos(q) * y * y;
    return 2 * 6371 * asin(sqrt(h > 1 ? 1 : h));
}

static casus_str cell(casus_desk *desk, const casus_place *place, int north, int east)
{
    return casus_cluster__text(desk, "%d %d", (int)floor(place->latitude / cell_degrees) + north,
                               (int)floor(place->longitude / cell_degrees) + east);
}

/* The first place of the nine cells round it that is near enough; each cell remembers its first. */
static uint32_t near(casus_desk *desk, const casus_map *cells, uint32_t i)
{
    const casus_place *places = desk->ledger->place;
    for (int north = -1; north <= 1; north++) {
        for (int east = -1; east <= 1; east++) {
            const uint32_t *known = casus_map_get(cells, cell(desk, &places[i], north, east));
            if (known != NULL && kilometres(&places[i], &places[*known]) < reach_km) {
                return *known;
            }
        }
    }
    return CASUS_NONE;
}

uint32_t *casus_cluster__same_places(casus_desk *desk)
{
    const casus_ledger *ledger = desk->ledger;
    uint32_t *same = CASUS_NEW(desk->arena, uint32_t, ledger->n_place + 1);
    casus_map names = {0}, cells = {0};
    if (same == NULL) {
        desk->failed = true;
        return NULL;
    }
    for (uint32_t i = 0; i < ledger->n_place && !desk->failed; i++) {
        const casus_place *place = &ledger->place[i];
        casus_str name =
            casus_cluster__text(desk, "%.*s/%.*s", CASUS_STR_ARG(place->country), CASUS_STR_ARG(place->name));
        const uint32_t *known = casus_map_get(&names, name);
        same[i] = known != NULL ? *known : CASUS_NONE;
        if (same[i] == CASUS_NONE && spot(place)) {
            same[i] = near(desk, &cells, i);
            if (same[i] == CASUS_NONE) {
                desk->failed = desk->failed || !casus_map_set(&cells, cell(desk, place, 0, 0), i, NULL, desk->arena);
            }
        }
        same[i] = same[i] == CASUS_NONE ? i : same[i];
        if (known == NULL) {
            desk->failed = desk->failed || !casus_map_set(&names, name, same[i], NULL, desk->arena);
        }
    }
    return desk->failed ? NULL : same;
}
