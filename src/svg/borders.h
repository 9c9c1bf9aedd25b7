/* The world's coasts and land borders (Natural Earth, simplified; data/README.md), and which of them are in dispute. */
#ifndef CASUS_SVG_BORDERS_H
#define CASUS_SVG_BORDERS_H

#include "casus/arena.h"

typedef struct casus_point {
    float x, y; /* degrees: longitude, latitude */
} casus_point;

typedef enum casus_border_kind { CASUS_BORDER_COAST, CASUS_BORDER_LAND, CASUS_BORDER_DISPUTED } casus_border_kind;

/* A line with at most two countries at its sides. */
typedef struct casus_border {
    casus_point *point; /* [n_point] */
    uint32_t n_point;
    float west, south, east, north;
    casus_border_kind kind;
    casus_str name; /* of the dispute; absent: none */
} casus_border;

/* A ring of borders: those at a negative place are walked backwards (~index). */
typedef struct casus_ring {
    int32_t *border; /* [n_border] */
    uint32_t n_border;
    float west, south, east, north;
    casus_str country; /* ISO 3166-1 alpha-3, or Natural Earth's code for what has none */
} casus_ring;

typedef struct casus_borders {
    casus_border *border;
    uint32_t n_border;
    casus_ring *ring;
    uint32_t n_ring;
} casus_borders;

/* Read `folder`/borders.json and `folder`/disputed.tsv into `arena`. Errors: CASUS_EIO, CASUS_EPACK, CASUS_ENOMEM. */
CASUS_MUST_USE casus_status casus_borders_read(const char *folder, casus_arena *arena, casus_borders *out,
                                               casus_error *err);

#endif
