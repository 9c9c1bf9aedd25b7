/* All names of the table's places, folded for exact look-ups, and as sounds with their rough keys. */
#ifndef CASUS_GAZETTEER_NAMES_H
#define CASUS_GAZETTEER_NAMES_H

#include "gazetteer/input.h"
#include "world/name.h"

/* One name of one place. */
typedef struct casus_bearer {
    casus_str name; /* folded */
    uint64_t hash;
    uint32_t place;
    int weight; /* names that are not the place's main one weigh less */
    bool main;
} casus_bearer;

/* One name of one place as sounds under one key. */
typedef struct casus_sounding {
    uint64_t key;
    uint32_t place;
    uint32_t begin, n; /* in casus_names.byte */
} casus_sounding;

typedef struct casus_names {
    casus_bearer *bearer;
    uint32_t n_bearer, bearer_room;
    casus_sounding *sounding;
    uint32_t n_sounding, sounding_room;
    uint8_t *byte; /* units of all soundings */
    uint32_t n_byte, byte_room;
    casus_name_unit unit[256]; /* the distinct units */
    uint32_t n_unit;
    casus_str *display; /* [n places] the one name of each */
    casus_arena *arena;
    casus_name_reader *reader;
    const casus_spelling *spelling;
} casus_names;

/* Fills `names` (arena, reader and spelling set by the caller). The lists are on the heap; casus_names_free. */
CASUS_MUST_USE casus_status casus_names_collect(casus_names *names, const casus_input *input, casus_error *err);
void casus_names_free(casus_names *names);

#endif
