/* The table of tools/build-gazetteer in memory. */
#ifndef CASUS_GAZETTEER_INPUT_H
#define CASUS_GAZETTEER_INPUT_H

#include "base/map.h"
#include "world/gazetteer_file.h"

typedef struct casus_input_place {
    casus_str key; /* parted by spaces; may be empty */
    casus_str country, self, region, district, feature;
    casus_str name, names; /* names parted by '|' */
    casus_gazetteer_row row;
    double population;
} casus_input_place;

typedef struct casus_input {
    casus_input_place *place; /* [n] in the order of GeoNames ids */
    uint32_t n;
    casus_map country;       /* alpha-2 -> index in country_place, from 1 */
    uint32_t *country_place; /* [n_country] */
    uint32_t n_country;
    casus_map area;       /* GeoNames code of a region or district -> index in area_place, from 1 */
    uint32_t *area_place; /* [n_area] */
    uint32_t n_area;
    casus_map feature; /* code -> index in feature_code */
    casus_str feature_code[256];
    uint32_t n_feature;
} casus_input;

/* Whether the place is a country. */
bool casus_input_is_country(const casus_input_place *place);

CASUS_MUST_USE casus_status casus_input_read(const char *path, casus_input *input, casus_arena *arena,
                                             casus_error *err);

#endif
