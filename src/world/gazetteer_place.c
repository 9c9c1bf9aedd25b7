/* What is known of one place: see gazetteer.h. */
#include "world/gazetteer.h"
#include "world/gazetteer_map.h"

const casus_gazetteer_row *casus_gazetteer_row_of(const casus_gazetteer *gazetteer, uint32_t place)
{
    return &gazetteer->row[place];
}

uint32_t casus_gazetteer_count(const casus_gazetteer *gazetteer)
{
    return gazetteer->n_row;
}

uint32_t casus_gazetteer_areas(const casus_gazetteer *gazetteer)
{
    return gazetteer->n_area;
}

casus_str casus_gazetteer_name(const casus_gazetteer *gazetteer, uint32_t place)
{
    return casus_str_of(gazetteer->string + gazetteer->row[place].name);
}

casus_str casus_gazetteer_feature(const casus_gazetteer *gazetteer, uint32_t place)
{
    return casus_str_of(gazetteer->feature[gazetteer->row[place].feature].code);
}

casus_str casus_gazetteer_country2(const casus_gazetteer *gazetteer, uint32_t place)
{
    uint8_t country = gazetteer->row[place].country;
    return country == 0 ? CASUS_STR_NULL : casus_str_of(gazetteer->country[country].code2);
}

casus_str casus_gazetteer_country3(const casus_gazetteer *gazetteer, uint32_t place)
{
    uint8_t country = gazetteer->row[place].country;
    return country == 0 ? CASUS_STR_NULL : casus_str_of(gazetteer->country[country].code3);
}

static uint32_t area_of(const casus_gazetteer *g, uint16_t area)
{
    return area == 0 ? CASUS_NO_PLACE : g->area[area];
}

uint32_t casus_gazetteer_region_of(const casus_gazetteer *gazetteer, uint32_t place)
{
    return area_of(gazetteer, gazetteer->row[place].region);
}

uint32_t casus_gazetteer_district_of(const casus_gazetteer *gazetteer, uint32_t place)
{
    return area_of(gazetteer, gazetteer->row[place].district);
}

uint32_t casus_gazetteer_country_of(const casus_gazetteer *gazetteer, uint32_t place)
{
    uint8_t country = gazetteer->row[place].country;
    return country == 0 ? CASUS_NO_PLACE : gazetteer->country[country].place;
}

casus_place_precision casus_gazetteer_precision(const casus_gazetteer *gazetteer, uint32_t place)
{
    static const struct {
        const char *prefix;
        casus_place_precision precision;
    } rows[] = {{"PCLH", CASUS_PLACE_AREA},       {"PCL", CASUS_PLACE_COUNTRY}, {"PPL", CASUS_PLACE_POPULATED},
                {"STLMT", CASUS_PLACE_POPULATED}, {"ADM1", CASUS_PLACE_REGION}, {"ADM", CASUS_PLACE_DISTRICT},
                {"CONT", CASUS_PLACE_AREA},       {"RGN", CASUS_PLACE_AREA},    {"OCN", CASUS_PLACE_AREA},
                {"SEA", CASUS_PLACE_AREA},        {"STRT", CASUS_PLACE_AREA},   {"STM", CASUS_PLACE_AREA},
                {"MTS", CASUS_PLACE_AREA},        {"ISL", CASUS_PLACE_AREA},    {"GULF", CASUS_PLACE_AREA},
                {"BAY", CASUS_PLACE_AREA},        {"CHN", CASUS_PLACE_AREA},    {"DSRT", CASUS_PLACE_AREA},
                {"PEN", CASUS_PLACE_AREA},        {"LK", CASUS_PLACE_AREA},     {"RSV", CASUS_PLACE_AREA},
                {"VAL", CASUS_PLACE_AREA},        {"ZN", CASUS_PLACE_AREA},     {"CNL", CASUS_PLACE_AREA},
                {"GLCR", CASUS_PLACE_AREA},       {"SHOL", CASUS_PLACE_AREA}};
    casus_str code = casus_gazetteer_feature(gazetteer, place);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (casus_str_starts(code, casus_str_of(rows[i].prefix))) {
            return rows[i].precision;
        }
    }
    return CASUS_PLACE_SITE;
}

void casus_gazetteer_fill(const casus_gazetteer *gazetteer, uint32_t place, casus_place *out)
{
    const casus_gazetteer_row *row = &gazetteer->row[place];
    out->name = casus_gazetteer_name(gazetteer, place);
    out->geonameid = row->geonameid;
    out->latitude = row->latitude / 1e5;
    out->longitude = row->longitude / 1e5;
    out->country = casus_gazetteer_country2(gazetteer, place);
    out->country3 = casus_gazetteer_country3(gazetteer, place);
    out->feature = casus_gazetteer_feature(gazetteer, place);
    out->precision = casus_gazetteer_precision(gazetteer, place);
}
