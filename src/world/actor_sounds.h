/* Persons known by name, found in spellings that no list holds: by how their names sound (name.h). */
#ifndef CASUS_WORLD_ACTOR_SOUNDS_H
#define CASUS_WORLD_ACTOR_SOUNDS_H

#include "world/actors.h"
#include "world/name.h"

/* One alias of a person as it sounds. */
typedef struct casus_sounding {
    casus_name_sounds sounds;
    uint32_t alias;
    uint32_t next[CASUS_NAME_KEYS]; /* the next with the same rough key, for each of its keys */
} casus_sounding;

typedef struct casus_actor_sounds {
    casus_sounding *of;
    uint32_t n;
    casus_map first; /* rough key (8 bytes) -> sounding * CASUS_NAME_KEYS + which of its keys */
} casus_actor_sounds;

/* Index the persons' aliases that are long enough to be told apart. */
CASUS_MUST_USE casus_status casus_world__index_sounds(casus_actor_sounds *index, const casus_actors *actors,
                                                      const casus_spelling *spelling, casus_arena *arena,
                                                      casus_error *err);

/* The alias of a person that `name` is another spelling of, with as many words; CASUS_NO_ALIAS: none is. */
uint32_t casus_actor_sounds_find(const casus_actor_sounds *index, const casus_actors *actors, casus_name_reader *reader,
                                 const casus_spelling *spelling, casus_str name);

#endif
