/* Where in a map a country's name goes: in the middle of the part of it that is seen. */
#ifndef CASUS_SVG_MAP_COUNTRIES_H
#define CASUS_SVG_MAP_COUNTRIES_H

#include "svg/borders.h"

#include <stdbool.h>

enum { CASUS_MOST_COUNTRIES = 64 };

typedef struct casus_country_spot {
    casus_str country;
    double longitude, latitude; /* a point within it */
    uint32_t size;              /* grid points that it covers, of CASUS_GRID squared */
} casus_country_spot;

enum { CASUS_GRID = 36 };

/* The countries that cover most of the box, the largest first: how many there are. */
uint32_t casus_map_countries(const casus_borders *borders, double west, double south, double east, double north,
                             casus_country_spot spot[CASUS_MOST_COUNTRIES]);

#endif
