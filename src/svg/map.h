/* A map of incidents: coasts, borders, those in dispute dashed, a sign for each place where something is said to have happened. */
#ifndef CASUS_SVG_MAP_H
#define CASUS_SVG_MAP_H

#include "svg/borders.h"
#include "svg/svg.h"

typedef struct casus_map_mark {
    double latitude, longitude; /* degrees, WGS84 */
    double weight;              /* the sign's area grows with it; 1 or more */
    casus_sign sign;
    bool rough;      /* a region or country: the place is only known so far */
    casus_str label; /* the place's name */
    casus_str link, title;
} casus_map_mark;

typedef struct casus_map {
    const casus_borders *borders;
    casus_str (*country)(casus_str code, void *payload); /* a country's name for its code; absent: no label */
    void *payload;
    const casus_map_mark *mark; /* [n_mark], the heaviest first */
    uint32_t n_mark;
    double width;                 /* pixels; the height follows from the region */
    casus_str title, description; /* for who cannot see it */
    casus_str disputed;           /* words of the legend: a disputed border */
    casus_str outside;            /* words behind the number of places that lie too far off to be shown */
    casus_str style;              /* CSS, if it stands alone; absent: none */
} casus_map;

/* Append an <svg>. Projection: equirectangular, true to scale at the region's middle (Snyder 1987, ch. 12). */
void casus_map_write(const casus_map *map, casus_buf *out);

#endif
