/* Spots for countries' names: a grid of points over the map, each in one country. See map_countries.h. */
#include "svg/map_countries.h"

#include <math.h>
#include <stdlib.h>

/* How often a ray to the east crosses a border (Shimrat 1962); odd: the point is within the ring. */
static bool holds(const casus_borders *borders, const casus_ring *ring, double x, double y)
{
    bool within = false;
    if (x < (double)ring->west || x > (double)ring->east || y < (double)ring->south || y > (double)ring->north) {
        return false;
    }
    for (uint32_t k = 0; k < ring->n_border; k++) {
        int32_t at = ring->border[k];
        const casus_border *b = &borders->border[at < 0 ? ~at : at];
        for (uint32_t i = 1; i < b->n_point; i++) {
            double y1 = (double)b->point[i - 1].y;
            double y2 = (double)b->point[i].y;
            double x1 = (double)b->point[i - 1].x;
            double x2 = (double)b->point[i].x;
            if ((y1 > y) != (y2 > y) && x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)) {
                within = !within;
            }
        }
    }
    return within;
}

static int by_size(const void *a, const void *b)
{
    const casus_country_spot *x = a;
    const casus_country_spot *y = b;
    return x->size != y->size ? (x->size < y->size ? 1 : -1) : strncmp(x->country.ptr, y->country.ptr, 3);
}

typedef struct grid {
    uint8_t of[CASUS_GRID][CASUS_GRID]; /* index of a spot plus 1; 0: sea */
    double west, south, wide, tall;
} grid;

static double x_of(const grid *g, int i)
{
    return g->west + g->wide * (i + 0.5) / CASUS_GRID;
}

static double y_of(const grid *g, int j)
{
    return g->south + g->tall * (j + 0.5) / CASUS_GRID;
}

static uint8_t spot_of(casus_country_spot *spot, uint32_t *n, casus_str country)
{
    for (uint32_t i = 0; i < *n; i++) {
        if (casus_str_eq(spot[i].country, country)) {
            return (uint8_t)(i + 1);
        }
    }
    if (*n == CASUS_MOST_COUNTRIES) {
        return 0;
    }
    spot[*n] = (casus_country_spot){.country = country};
    return (uint8_t)++ * n;
}

/* The grid point of the country that lies nearest to the middle of all of them. */
static void settle(const grid *g, uint8_t number, casus_country_spot *spot)
{
    double sum_x = 0;
    double sum_y = 0;
    double nearest = INFINITY;
    for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < CASUS_GRID; j++) {
            for (int i = 0; i < CASUS_GRID; i++) {
                if (g->of[j][i] != number) {
                    continue;
                }
                if (pass == 0) {
                    sum_x += i;
                    sum_y += j;
                    spot->size++;
                    continue;
                }
                double away = pow(i - sum_x / spot->size, 2) + pow(j - sum_y / spot->size, 2);
                if (away < nearest) {
                    nearest = away;
                    spot->longitude = x_of(g, i);
                    spot->latitude = y_of(g, j);
                }
            }
        }
    }
}

uint32_t casus_map_countries(const casus_borders *borders, double west, double south, double east, double north,
                             casus_country_spot spot[CASUS_MOST_COUNTRIES])
{
    grid g = {.west = west, .south = south, .wide = east - west, .tall = north - south};
    uint32_t n = 0;
    for (uint32_t r = 0; r < borders->n_ring; r++) {
        const casus_ring *ring = &borders->ring[r];
        if ((double)ring->east < west || (double)ring->west > east || (double)ring->north < south ||
            (double)ring->south > north) {
            continue;
        }
        for (int j = 0; j < CASUS_GRID; j++) {
            for (int i = 0; i < CASUS_GRID; i++) {
                if (g.of[j][i] == 0 && holds(borders, ring, x_of(&g, i), y_of(&g, j))) {
                    g.of[j][i] = spot_of(spot, &n, ring->country);
                }
            }
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        settle(&g, (uint8_t)(i + 1), &spot[i]);
    }
    qsort(spot, n, sizeof *spot, by_size);
    return n;
}
