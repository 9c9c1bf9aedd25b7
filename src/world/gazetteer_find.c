/* Looking places up: see gazetteer.h. */
#include "base/map.h"
#include "world/gazetteer.h"
#include "world/gazetteer_map.h"

void casus_gazetteer_find(const casus_gazetteer *gazetteer, casus_str folded, casus_gazetteer_hits *hits)
{
    *hits = (casus_gazetteer_hits){NULL, 0, 0};
    uint32_t bucket = casus_gazetteer_bucket(casus_hash(folded.ptr, folded.len));
    const unsigned char *at = gazetteer->name + gazetteer->name_bucket[bucket];
    const unsigned char *end = gazetteer->name + gazetteer->name_bucket[bucket + 1];
    while (at < end) {
        size_t len = at[0];
        uint32_t n = at[1] & 15U;
        uint32_t words = at[1] >> 4;
        at += 2;
        if (n == CASUS_GAZETTEER_SHORT) {
            n = (uint32_t)at[0] | (uint32_t)at[1] << 8;
            at += 2;
        }
        const unsigned char *name = at + (size_t)n * 3;
        if (len == folded.len && memcmp(name, folded.ptr, len) == 0) {
            *hits = (casus_gazetteer_hits){at, n, words};
            return;
        }
        at = name + len;
    }
}

/* Puts a likeness in its place among the first *n; a place that is there keeps its best. */
static void put_likeness(casus_gazetteer_likeness *out, uint32_t *n, uint32_t room, casus_gazetteer_likeness l)
{
    uint32_t at = 0;
    while (at < *n && out[at].place != l.place) {
        at++;
    }
    if (at < *n && out[at].alike >= l.alike) {
        return;
    }
    if (at == *n) {
        if (*n < room) {
            (*n)++;
        } else if (out[--at].alike >= l.alike) {
            return;
        }
    }
    while (at > 0 && out[at - 1].alike < l.alike) {
        out[at] = out[at - 1];
        at--;
    }
    out[at] = l;
}

static uint32_t three_bytes(const unsigned char *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16;
}

/* The name at `at` of SPOKEN; false if it is too long or short to be the one of `n` units. */
static bool read_sounds(const casus_gazetteer *g, uint32_t at, uint32_t n, casus_name_sounds *out)
{
    const unsigned char *spoken = g->spoken + at;
    uint32_t more = spoken[0] > n ? spoken[0] - n : n - spoken[0];
    if (spoken[0] > CASUS_NAME_SOUNDS || more > 2 + n / 3) {
        return false;
    }
    out->n = spoken[0];
    for (uint32_t u = 0; u < out->n; u++) {
        out->unit[u] = g->unit[spoken[1 + u]];
    }
    return true;
}

uint32_t casus_gazetteer_sounding(const casus_gazetteer *gazetteer, const casus_spelling *spelling,
                                  const casus_name_sounds *sounds, casus_gazetteer_likeness *out, uint32_t room)
{
    uint64_t key[CASUS_NAME_KEYS];
    uint32_t n_key = casus_name_keys(spelling, sounds, key);
    uint32_t n = 0;
    for (uint32_t k = 0; k < n_key; k++) {
        uint32_t bucket = casus_gazetteer_bucket(key[k]);
        for (uint32_t i = gazetteer->sound_bucket[bucket]; i < gazetteer->sound_bucket[bucket + 1]; i++) {
            const unsigned char *entry = gazetteer->sound + (size_t)i * CASUS_GAZETTEER_SOUND_SIZE;
            casus_name_sounds other;
            if (!read_sounds(gazetteer, three_bytes(entry + 3), sounds->n, &other)) {
                continue;
            }
            double alike = casus_name_alike(spelling, sounds, &other, CASUS_NAME_LEAST);
            if (casus_name_same(alike, sounds->n < other.n ? sounds->n : other.n)) {
                put_likeness(out, &n, room, (casus_gazetteer_likeness){three_bytes(entry), alike});
            }
        }
    }
    return n;
}

/* A GeoNames id, or 0. */
static uint32_t number_of(casus_str key)
{
    uint32_t number = 0;
    for (size_t i = 0; i < key.len; i++) {
        if (key.ptr[i] < '0' || key.ptr[i] > '9' || number > 99999999) {
            return 0;
        }
        number = number * 10 + (uint32_t)(key.ptr[i] - '0');
    }
    return number;
}

static uint32_t by_id(const casus_gazetteer *g, uint32_t id)
{
    uint32_t low = 0;
    uint32_t high = g->n_row;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (g->row[middle].geonameid < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < g->n_row && g->row[low].geonameid == id ? low : CASUS_NO_PLACE;
}

uint32_t casus_gazetteer_by_key(const casus_gazetteer *gazetteer, casus_str key)
{
    uint32_t id = number_of(key);
    if (id != 0) {
        return by_id(gazetteer, id);
    }
    uint32_t low = 0;
    uint32_t high = gazetteer->n_key;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        casus_str here = casus_str_of(gazetteer->string + gazetteer->key[middle].key);
        size_t common = here.len < key.len ? here.len : key.len;
        int order = memcmp(here.ptr, key.ptr, common);
        if (order == 0 && here.len == key.len) {
            return gazetteer->key[middle].place;
        }
        if (order < 0 || (order == 0 && here.len < key.len)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return CASUS_NO_PLACE;
}
