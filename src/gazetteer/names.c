/* Collecting names: see names.h. */
#include "gazetteer/names.h"

#include "gazetteer/country.h"

#include <stdlib.h>

enum { LEAST_LETTERS = 4 };

#define ALL_BUT_SAME 0.96

static bool grow(void **list, uint32_t *room, uint32_t n, size_t size)
{
    if (n < *room) {
        return true;
    }
    uint32_t more = *room == 0 ? 1U << 16 : *room * 2;
    void *grown = realloc(*list, more * size);
    if (grown == NULL) {
        return false;
    }
    *list = grown;
    *room = more;
    return true;
}

static casus_status no_memory(casus_error *err)
{
    return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
}

static casus_status add_bearer(casus_names *names, const casus_input *input, uint32_t place, casus_str folded,
                               bool is_main, casus_error *err)
{
    for (uint32_t i = names->n_bearer; i-- > 0 && names->bearer[i].place == place;) {
        if (casus_str_eq(names->bearer[i].name, folded)) {
            names->bearer[i].main = names->bearer[i].main || is_main;
            return CASUS_OK;
        }
    }
    casus_str kept = casus_arena_str(names->arena, folded);
    if (kept.ptr == NULL ||
        !grow((void **)&names->bearer, &names->bearer_room, names->n_bearer, sizeof *names->bearer)) {
        return no_memory(err);
    }
    names->bearer[names->n_bearer++] =
        (casus_bearer){kept, casus_hash(kept.ptr, kept.len), place, input->place[place].row.weight, is_main};
    return CASUS_OK;
}

/* The number of a unit in names->unit; false if there are too many. */
static bool number_of(casus_names *names, casus_name_unit unit, uint8_t *number)
{
    uint32_t u = 0;
    while (u < names->n_unit && names->unit[u] != unit) {
        u++;
    }
    if (u == names->n_unit && names->n_unit < 256) {
        names->unit[names->n_unit++] = unit;
    }
    *number = (uint8_t)u;
    return u < 256;
}

/* Whether the place has a name under this key already that sounds all but the same. */
static bool is_known(const casus_names *names, uint32_t place, uint64_t key, const casus_name_sounds *sounds)
{
    for (uint32_t i = names->n_sounding; i-- > 0 && names->sounding[i].place == place;) {
        const casus_sounding *s = &names->sounding[i];
        casus_name_sounds other = {.n = s->n};
        if (s->key != key) {
            continue;
        }
        for (uint32_t u = 0; u < s->n; u++) {
            other.unit[u] = names->unit[names->byte[s->begin + u]];
        }
        if (casus_name_alike(names->spelling, sounds, &other) >= ALL_BUT_SAME) {
            return true;
        }
    }
    return false;
}

static casus_status add_sounding(casus_names *names, uint32_t place, casus_str romanised, casus_error *err)
{
    casus_name_sounds sounds;
    uint64_t key[CASUS_NAME_KEYS];
    casus_name_sound(names->spelling, romanised, &sounds);
    uint32_t begin = names->n_byte;
    for (uint32_t i = 0; i < sounds.n; i++) {
        if (!grow((void **)&names->byte, &names->byte_room, names->n_byte, 1)) {
            return no_memory(err);
        }
        if (!number_of(names, sounds.unit[i], &names->byte[names->n_byte++])) {
            return casus_fail(err, CASUS_EINPUT, NULL, 0, 0, "more than 256 different units of sound");
        }
    }
    uint32_t n_key = casus_name_keys(names->spelling, &sounds, key);
    for (uint32_t k = 0; k < n_key; k++) {
        if (is_known(names, place, key[k], &sounds)) {
            continue;
        }
        if (!grow((void **)&names->sounding, &names->sounding_room, names->n_sounding, sizeof *names->sounding)) {
            return no_memory(err);
        }
        names->sounding[names->n_sounding++] = (casus_sounding){key[k], place, begin, sounds.n};
    }
    return CASUS_OK;
}

static casus_status add_name(casus_names *names, const casus_input *input, uint32_t place, casus_str name, bool sound,
                             bool is_main, casus_error *err)
{
    char romanised[CASUS_NAME_ROOM];
    char folded[CASUS_NAME_ROOM];
    casus_status st = CASUS_OK;
    casus_str r = {romanised, casus_name_romanise(names->reader, name, romanised)};
    casus_str f = {folded, casus_name_fold(r, folded)};
    if (f.len < 2) {
        return CASUS_OK;
    }
    CASUS_TRY(add_bearer(names, input, place, f, is_main, err));
    if (sound && f.len >= LEAST_LETTERS) {
        CASUS_TRY(add_sounding(names, place, r, err));
    }
done:
    return st;
}

/* Whether spellings of the place's name differ from writer to writer. */
static bool is_spelt(const casus_input *input, const casus_input_place *p)
{
    const casus_input_place *country = &input->place[input->country_place[p->row.country]];
    return p->row.country == 0 || casus_input_is_country(p) || casus_str_eq(country->self, CASUS_STR("yes")) ||
           casus_country_is_foreign(p->country);
}

typedef struct adding {
    casus_names *names;
    const casus_input *input;
    uint32_t place;
    bool sound;
    casus_error *err;
} adding;

static casus_status add_country_name(casus_str name, void *payload)
{
    adding *a = payload;
    return add_name(a->names, a->input, a->place, name, a->sound, true, a->err);
}

casus_status casus_names_collect(casus_names *names, const casus_input *input, casus_error *err)
{
    casus_status st = CASUS_OK;
    names->display = CASUS_NEW(names->arena, casus_str, (size_t)input->n + 1);
    if (names->display == NULL) {
        return casus_arena_fail(names->arena, err);
    }
    for (uint32_t i = 0; i < input->n; i++) {
        const casus_input_place *p = &input->place[i];
        adding a = {names, input, i, is_spelt(input, p), err};
        names->display[i] = p->name;
        if (casus_input_is_country(p)) {
            if (p->name.len == 0) {
                names->display[i] = casus_country_name(p->key, names->arena);
            }
            CASUS_TRY(casus_country_names(p->key, add_country_name, &a));
        }
        casus_str left = p->names;
        while (left.len > 0) {
            const char *bar = memchr(left.ptr, '|', left.len);
            size_t len = bar == NULL ? left.len : (size_t)(bar - left.ptr);
            casus_str name = casus_str_slice(left, 0, len);
            bool is_main = p->feature.ptr[0] != 'P' || casus_str_eq(name, p->name);
            CASUS_TRY(add_name(names, input, i, name, a.sound, is_main, err));
            left = casus_str_slice(left, len + 1, left.len);
        }
    }
done:
    return st;
}

void casus_names_free(casus_names *names)
{
    free(names->bearer);
    free(names->sounding);
    free(names->byte);
}
