/* Which part of the world a map of marks shows. */
#ifndef CASUS_SVG_REGION_H
#define CASUS_SVG_REGION_H

#include "svg/map.h"

typedef struct casus_region {
    double west, south, east, north; /* degrees */
    uint32_t outside;                /* marks that lie far from all others and are not shown */
} casus_region;

/* The box round all marks but a few light ones that would more than halve its scale; round the world without marks. */
casus_region casus_region_of(const casus_map_mark *mark, uint32_t n_mark);

#endif
