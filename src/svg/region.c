/* The box of a map: see region.h. */
#include "svg/region.h"

#include <math.h>

static const double LONELY = 0.4; /* share of the box's width or height that lies empty before the marks at its edge */
static const double LIGHT = 0.15; /* share of all weight that may be left outside */

typedef enum edge { WEST, EAST, SOUTH, NORTH, N_EDGE } edge;

static bool is_within(const casus_region *r, const casus_map_mark *m)
{
    return m->longitude >= r->west && m->longitude <= r->east && m->latitude >= r->south && m->latitude <= r->north;
}

/* How far within the box a mark lies from an edge, as a share of its width or height. */
static double depth(const casus_region *r, edge side, const casus_map_mark *m)
{
    switch (side) {
    case WEST:
        return (m->longitude - r->west) / (r->east - r->west);
    case EAST:
        return (r->east - m->longitude) / (r->east - r->west);
    case SOUTH:
        return (m->latitude - r->south) / (r->north - r->south);
    default:
        return (r->north - m->latitude) / (r->north - r->south);
    }
}

static casus_region box_of(const casus_map_mark *mark, uint32_t n_mark, const casus_region *old, edge side, double from)
{
    casus_region r = {.west = INFINITY, .south = INFINITY, .east = -INFINITY, .north = -INFINITY};
    for (uint32_t i = 0; i < n_mark; i++) {
        if (old != NULL && (!is_within(old, &mark[i]) || depth(old, side, &mark[i]) < from)) {
            continue;
        }
        r.west = fmin(r.west, mark[i].longitude);
        r.east = fmax(r.east, mark[i].longitude);
        r.south = fmin(r.south, mark[i].latitude);
        r.north = fmax(r.north, mark[i].latitude);
    }
    return r;
}

/* Cut off what lies alone at an edge, if it is light enough. */
static bool cut(const casus_map_mark *mark, uint32_t n_mark, casus_region *r, edge side, double *spare)
{
    double light = 0;
    bool lonely = true;
    if (!(r->east > r->west) || !(r->north > r->south)) {
        return false;
    }
    for (uint32_t i = 0; i < n_mark; i++) {
        double in = is_within(r, &mark[i]) ? depth(r, side, &mark[i]) : INFINITY;
        light += in < LONELY / 4 ? mark[i].weight : 0;
        lonely = lonely && (in < LONELY / 4 || in > LONELY);
    }
    if (!lonely || light > *spare) {
        return false;
    }
    *spare -= light;
    *r = box_of(mark, n_mark, r, side, LONELY);
    return true;
}

casus_region casus_region_of(const casus_map_mark *mark, uint32_t n_mark)
{
    casus_region r = {.west = -170, .south = -56, .east = 180, .north = 75};
    double spare = 0;
    if (n_mark == 0) {
        return r;
    }
    for (uint32_t i = 0; i < n_mark; i++) {
        spare += LIGHT * mark[i].weight;
    }
    r = box_of(mark, n_mark, NULL, WEST, 0);
    for (bool again = true; again;) { /* each cut leaves a mark out: it ends */
        again = false;
        for (edge side = WEST; side < N_EDGE; side++) {
            again = cut(mark, n_mark, &r, side, &spare) || again;
        }
    }
    for (uint32_t i = 0; i < n_mark; i++) {
        r.outside += !is_within(&r, &mark[i]);
    }
    return r;
}
