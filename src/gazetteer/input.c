/* Reading the table: see input.h. */
#include "gazetteer/input.h"

#include "base/file.h"

#include <math.h>
#include <stdlib.h>

enum {
    COLUMNS = 12,
    MOST_BYTES = 256 << 20,
    MOST_COUNTRIES = 256,
    MOST_AREAS = 65536,
    KEY = 0,
    ID,
    LATITUDE,
    LONGITUDE,
    POPULATION,
    COUNTRY,
    SELF,
    REGION,
    DISTRICT,
    FEATURE,
    NAME,
    NAMES
};

bool casus_input_is_country(const casus_input_place *place)
{
    return casus_str_starts(place->feature, CASUS_STR("PCLI"));
}

static uint32_t split(casus_str line, casus_str field[COLUMNS])
{
    uint32_t n = 0;
    size_t from = 0;
    for (size_t i = 0; i <= line.len && n < COLUMNS; i++) {
        if (i == line.len || line.ptr[i] == '\t') {
            field[n++] = casus_str_slice(line, from, i);
            from = i + 1;
        }
    }
    return n;
}

/* The whole file lies in the arena with a zero byte behind it, so that strtod ends. */
static double number(casus_str field)
{
    return field.len == 0 ? 0 : strtod(field.ptr, NULL); /* it would read on behind an empty one */
}

static uint8_t weight_of(double population)
{
    double weight = 8 * log2(1 + population);
    return (uint8_t)(weight > 255 ? 255 : weight);
}

/* The number of `key` in a list, new if need be; 0 if the list is full. */
static uint32_t number_in(casus_map *map, casus_str key, uint32_t *n, uint32_t most, casus_arena *arena)
{
    const uint32_t *old = casus_map_get(map, key);
    if (old != NULL) {
        return *old;
    }
    return *n < most && casus_map_set(map, key, *n, NULL, arena) ? (*n)++ : 0;
}

static casus_status read_row(casus_input *input, const casus_str field[COLUMNS], const char *path, uint32_t line,
                             casus_arena *arena, casus_error *err)
{
    casus_input_place *p = &input->place[input->n];
    *p = (casus_input_place){.key = field[KEY],
                             .country = field[COUNTRY],
                             .self = field[SELF],
                             .region = field[REGION],
                             .district = field[DISTRICT],
                             .feature = field[FEATURE],
                             .name = field[NAME],
                             .names = field[NAMES],
                             .population = number(field[POPULATION])};
    p->row.geonameid = (uint32_t)number(field[ID]);
    p->row.latitude = (int32_t)lround(number(field[LATITUDE]) * 1e5);
    p->row.longitude = (int32_t)lround(number(field[LONGITUDE]) * 1e5);
    p->row.weight = weight_of(p->population);
    uint32_t n_feature = input->n_feature;
    uint32_t feature = number_in(&input->feature, p->feature, &input->n_feature, 256, arena);
    if (p->feature.len == 0 || p->feature.len > 7 || (feature == 0 && n_feature == 256)) {
        return casus_fail(err, CASUS_EINPUT, path, line, 0, "a feature code is wanted");
    }
    input->feature_code[feature] = p->feature;
    p->row.feature = (uint8_t)feature;
    if (casus_input_is_country(p)) {
        uint32_t country = number_in(&input->country, p->key, &input->n_country, MOST_COUNTRIES, arena);
        input->country_place[country] = input->n;
    } else if (p->self.len > 0) {
        uint32_t area = number_in(&input->area, p->self, &input->n_area, MOST_AREAS, arena);
        input->area_place[area] = input->n;
    }
    input->n++;
    return CASUS_OK;
}

static uint32_t find(const casus_map *map, casus_str key)
{
    const uint32_t *found = key.len == 0 ? NULL : casus_map_get(map, key);
    return found == NULL ? 0 : *found;
}

casus_status casus_input_read(const char *path, casus_input *input, casus_arena *arena, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_str text;
    casus_str field[COLUMNS];
    CASUS_TRY(casus_file_read(path, MOST_BYTES, arena, &text, err));
    uint32_t lines = 0;
    for (size_t i = 0; i < text.len; i++) {
        lines += text.ptr[i] == '\n';
    }
    *input = (casus_input){.n_country = 1, .n_area = 1};
    input->place = CASUS_NEW(arena, casus_input_place, (size_t)lines + 1);
    input->country_place = CASUS_NEW(arena, uint32_t, MOST_COUNTRIES);
    input->area_place = CASUS_NEW(arena, uint32_t, MOST_AREAS);
    if (input->place == NULL || input->country_place == NULL || input->area_place == NULL) {
        return casus_arena_fail(arena, err);
    }
    for (uint32_t line = 1; text.len > 0; line++) {
        const char *end = memchr(text.ptr, '\n', text.len);
        size_t len = end == NULL ? text.len : (size_t)(end - text.ptr);
        if (split(casus_str_slice(text, 0, len), field) != COLUMNS) {
            return casus_fail(err, CASUS_EINPUT, path, line, 0, "%d columns are wanted", COLUMNS);
        }
        if (line > 1) {
            CASUS_TRY(read_row(input, field, path, line, arena, err));
        }
        text = casus_str_slice(text, len + 1, text.len);
    }
    for (uint32_t i = 0; i < input->n; i++) {
        casus_input_place *p = &input->place[i];
        p->row.country = (uint8_t)find(&input->country, p->country);
        p->row.region = (uint16_t)find(&input->area, p->region);
        p->row.district = (uint16_t)find(&input->area, p->district);
    }
done:
    return st;
}
