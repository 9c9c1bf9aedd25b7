/* Reading coasts and borders: see borders.h. */
#include "svg/borders.h"

#include "base/file.h"
#include "base/table.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { LARGEST_FILE = 16 << 20, LONGEST_LINE = 64 };

static casus_status fault(const char *path, casus_error *err, const char *what)
{
    return casus_fail(err, CASUS_EPACK, path, 0, 0, "%s", what);
}

static void widen(const casus_border *b, float *west, float *south, float *east, float *north)
{
    *west = fminf(*west, b->west);
    *south = fminf(*south, b->south);
    *east = fmaxf(*east, b->east);
    *north = fmaxf(*north, b->north);
}

static void measure(casus_border *b)
{
    b->west = b->south = INFINITY;
    b->east = b->north = -INFINITY;
    for (uint32_t i = 0; i < b->n_point; i++) {
        casus_border at = {
            .west = b->point[i].x, .east = b->point[i].x, .south = b->point[i].y, .north = b->point[i].y};
        widen(&at, &b->west, &b->south, &b->east, &b->north);
    }
}

static casus_status read_border(const json_t *arc, casus_arena *arena, casus_border *b, const char *path,
                                casus_error *err)
{
    const json_t *line = json_object_get(arc, "line");
    size_t n = json_array_size(line) / 2;
    if (n < 2) {
        return fault(path, err, "an arc without a line");
    }
    b->point = CASUS_NEW(arena, casus_point, n);
    if (b->point == NULL) {
        return casus_arena_fail(arena, err);
    }
    b->n_point = (uint32_t)n;
    json_int_t x = 0;
    json_int_t y = 0;
    for (size_t i = 0; i < n; i++) {
        x += json_integer_value(json_array_get(line, 2 * i));
        y += json_integer_value(json_array_get(line, 2 * i + 1));
        b->point[i] = (casus_point){(float)x / 100, (float)y / 100};
    }
    b->kind = json_array_size(json_object_get(arc, "sides")) > 1 ? CASUS_BORDER_LAND : CASUS_BORDER_COAST;
    measure(b);
    return CASUS_OK;
}

static casus_status read_ring(const json_t *list, casus_str country, casus_borders *out, casus_arena *arena,
                              const char *path, casus_error *err)
{
    casus_ring *ring = &out->ring[out->n_ring];
    ring->country = country;
    ring->border = CASUS_NEW(arena, int32_t, json_array_size(list) + 1);
    if (ring->border == NULL) {
        return casus_arena_fail(arena, err);
    }
    ring->west = ring->south = INFINITY;
    ring->east = ring->north = -INFINITY;
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_int_t at = json_integer_value(json_array_get(list, i));
        json_int_t index = at < 0 ? ~at : at;
        if (index >= (json_int_t)out->n_border) {
            return fault(path, err, "a ring of arcs that are not there");
        }
        ring->border[ring->n_border++] = (int32_t)at;
        widen(&out->border[index], &ring->west, &ring->south, &ring->east, &ring->north);
    }
    out->n_ring++;
    return CASUS_OK;
}

static casus_status read_all(const json_t *root, casus_arena *arena, casus_borders *out, uint32_t spare,
                             const char *path, casus_error *err)
{
    const json_t *arcs = json_object_get(root, "arcs");
    json_t *countries = json_object_get(root, "countries");
    casus_status st = CASUS_OK;
    size_t n_ring = 0;
    const char *code = NULL;
    json_t *rings = NULL;
    json_object_foreach(countries, code, rings) n_ring += json_array_size(rings);
    out->border = CASUS_NEW(arena, casus_border, json_array_size(arcs) + spare);
    out->ring = CASUS_NEW(arena, casus_ring, n_ring + 1);
    if (out->border == NULL || out->ring == NULL) {
        return casus_arena_fail(arena, err);
    }
    for (size_t i = 0; i < json_array_size(arcs); i++) {
        CASUS_TRY(read_border(json_array_get(arcs, i), arena, &out->border[i], path, err));
        out->n_border++;
    }
    json_object_foreach(countries, code, rings)
    {
        casus_str kept = casus_arena_str(arena, casus_str_of(code));
        for (size_t i = 0; i < json_array_size(rings); i++) {
            CASUS_TRY(read_ring(json_array_get(rings, i), kept, out, arena, path, err));
        }
    }
done:
    return st;
}

/* "33.5,46.1 33.7,46.2 ..." */
static casus_status read_line(casus_str text, casus_arena *arena, casus_border *b, casus_error *err)
{
    b->point = CASUS_NEW(arena, casus_point, LONGEST_LINE);
    if (b->point == NULL) {
        return casus_arena_fail(arena, err);
    }
    char *at = (char *)(uintptr_t)text.ptr;
    const char *end = text.ptr + text.len;
    while (at < end && b->n_point < LONGEST_LINE) {
        char *next = at;
        float x = strtof(at, &next);
        if (next == at || *next != ',') {
            break;
        }
        at = next + 1;
        float y = strtof(at, &next);
        if (next == at) {
            break;
        }
        b->point[b->n_point++] = (casus_point){x, y};
        at = next;
    }
    measure(b);
    b->kind = CASUS_BORDER_DISPUTED;
    return CASUS_OK;
}

static bool lies_between(const json_t *arc, casus_str sides)
{
    const json_t *list = json_object_get(arc, "sides");
    if (json_array_size(list) != 2 || sides.len != 7) {
        return false;
    }
    for (size_t i = 0; i < 2; i++) {
        casus_str side = casus_str_of(json_string_value(json_array_get(list, i)));
        if (!casus_str_eq(side, casus_str_slice(sides, 4 * i, 4 * i + 3))) {
            return false;
        }
    }
    return true;
}

static bool lies_within(const casus_border *b, casus_str box)
{
    float edge[4] = {-180, -90, 180, 90};
    if (!casus_str_eq(box, CASUS_STR("-"))) {
        char *at = (char *)(uintptr_t)box.ptr;
        for (int i = 0; i < 4; i++) {
            edge[i] = strtof(at, &at);
        }
    }
    return b->east >= edge[0] && b->north >= edge[1] && b->west <= edge[2] && b->south <= edge[3];
}

static casus_status read_disputed(const char *path, const json_t *arcs, casus_arena *arena, casus_borders *out,
                                  uint32_t spare, casus_error *err)
{
    static const char *const columns[] = {"name", "sides", "box", "line"};
    casus_table table;
    casus_str field[CASUS_TABLE_COLUMNS];
    casus_status st = casus_table_open(&table, path, columns, 4, arena, err);
    uint32_t shared = out->n_border;
    while (st == CASUS_OK && (st = casus_table_next(&table, field, err)) == CASUS_OK) {
        if (!casus_str_eq(field[3], CASUS_STR("-"))) {
            if (out->n_border - shared >= spare) {
                return casus_table_fault(&table, field[0], err, "too many lines");
            }
            casus_border *b = &out->border[out->n_border++];
            CASUS_TRY(read_line(field[3], arena, b, err));
            b->name = field[0];
            if (b->n_point < 2) {
                return casus_table_fault(&table, field[3], err, "a line of longitude,latitude longitude,latitude");
            }
            continue;
        }
        for (uint32_t i = 0; i < shared; i++) {
            if (lies_between(json_array_get(arcs, i), field[1]) && lies_within(&out->border[i], field[2])) {
                out->border[i].kind = CASUS_BORDER_DISPUTED;
                out->border[i].name = field[0];
            }
        }
    }
done:
    return st == CASUS_END ? CASUS_OK : st;
}

casus_status casus_borders_read(const char *folder, casus_arena *arena, casus_borders *out, casus_error *err)
{
    enum { SPARE = 64 };
    char path[4096];
    casus_str text;
    casus_status st = CASUS_OK;
    json_t *root = NULL;
    json_error_t why;
    *out = (casus_borders){0};
    snprintf(path, sizeof path, "%s/borders.json", folder);
    CASUS_TRY(casus_file_read(path, LARGEST_FILE, arena, &text, err));
    root = json_loadb(text.ptr, text.len, 0, &why);
    if (root == NULL) {
        st = casus_fail(err, CASUS_EPACK, path, (uint32_t)why.line, (uint32_t)why.column, "%s", why.text);
        goto done;
    }
    CASUS_TRY(read_all(root, arena, out, SPARE, path, err));
    snprintf(path, sizeof path, "%s/disputed.tsv", folder);
    char *kept = casus_arena_bytes(arena, strlen(path) + 1);
    if (kept == NULL) {
        st = casus_arena_fail(arena, err);
        goto done;
    }
    memcpy(kept, path, strlen(path) + 1);
    CASUS_TRY(read_disputed(kept, json_object_get(root, "arcs"), arena, out, SPARE, err));
done:
    json_decref(root);
    return st;
}
