/* Persons' names by their sound: see actor_sounds.h. */
#include "world/actor_sounds.h"

enum { LEAST_UNITS = 4 };

static casus_str key_text(const uint64_t *key)
{
    return (casus_str){(const char *)key, sizeof *key};
}

/* Words of a romanised name. */
static uint32_t words_of(casus_str name)
{
    uint32_t n = 0;
    for (size_t i = 0; i < name.len; i++) {
        bool gap = name.ptr[i] == ' ' || name.ptr[i] == '-';
        n += !gap && (i == 0 || name.ptr[i - 1] == ' ' || name.ptr[i - 1] == '-');
    }
    return n;
}

static casus_status add(casus_actor_sounds *index, uint32_t alias, casus_name_reader *reader,
                        const casus_spelling *spelling, casus_str text, casus_arena *arena, casus_error *err)
{
    char romanised[CASUS_NAME_ROOM];
    uint64_t key[CASUS_NAME_KEYS];
    casus_str name = {romanised, casus_name_romanise(reader, text, romanised)};
    casus_sounding *sounding = &index->of[index->n];
    casus_name_sound(spelling, name, &sounding->sounds);
    if (sounding->sounds.n < LEAST_UNITS) {
        return CASUS_OK;
    }
    sounding->alias = alias;
    uint32_t n = casus_name_keys(spelling, &sounding->sounds, key);
    for (uint32_t k = 0; k < n; k++) {
        const uint32_t *first = casus_map_get(&index->first, key_text(&key[k]));
        sounding->next[k] = first == NULL ? CASUS_NO_ALIAS : *first;
        casus_str kept = casus_arena_str(arena, key_text(&key[k]));
        if (kept.ptr == NULL || !casus_map_set(&index->first, kept, index->n * CASUS_NAME_KEYS + k, NULL, arena)) {
            return casus_arena_fail(arena, err);
        }
    }
    index->n++;
    return CASUS_OK;
}

casus_status casus_world__index_sounds(casus_actor_sounds *index, const casus_actors *actors,
                                       const casus_spelling *spelling, casus_arena *arena, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_name_reader *reader = NULL;
    CASUS_TRY(casus_name_reader_open(spelling, &reader, err));
    index->of = CASUS_NEW(arena, casus_sounding, (size_t)actors->n_alias + 1);
    if (index->of == NULL) {
        st = casus_arena_fail(arena, err);
        goto done;
    }
    for (uint32_t a = 0; a < actors->n_alias; a++) {
        if (actors->known[actors->alias[a].known].class_of == CASUS_KNOWN_PERSON) {
            CASUS_TRY(add(index, a, reader, spelling, actors->alias[a].text, arena, err));
        }
    }
done:
    casus_name_reader_close(reader);
    return st;
}

uint32_t casus_actor_sounds_find(const casus_actor_sounds *index, const casus_actors *actors, casus_name_reader *reader,
                                 const casus_spelling *spelling, casus_str name)
{
    char romanised[CASUS_NAME_ROOM];
    uint64_t key[CASUS_NAME_KEYS];
    casus_name_sounds sounds;
    uint32_t best = CASUS_NO_ALIAS;
    double most = 0.0;
    casus_str r = {romanised, casus_name_romanise(reader, name, romanised)};
    casus_name_sound(spelling, r, &sounds);
    if (sounds.n < LEAST_UNITS) {
        return best;
    }
    uint32_t words = words_of(r);
    uint32_t n = casus_name_keys(spelling, &sounds, key);
    for (uint32_t k = 0; k < n; k++) {
        const uint32_t *first = casus_map_get(&index->first, key_text(&key[k]));
        for (uint32_t at = first == NULL ? CASUS_NO_ALIAS : *first; at != CASUS_NO_ALIAS;) {
            const casus_sounding *sounding = &index->of[at / CASUS_NAME_KEYS];
            double alike = actors->alias[sounding->alias].n_part == words
                               ? casus_name_alike(spelling, &sounds, &sounding->sounds, CASUS_NAME_LEAST)
                               : 0.0;
            if (alike > most && casus_name_same(alike, sounds.n)) {
                most = alike;
                best = sounding->alias;
            }
            at = sounding->next[at % CASUS_NAME_KEYS];
        }
    }
    return best;
}
