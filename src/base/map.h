/* A hash map from byte strings to 32-bit values, in an arena; grows, never shrinks. */
#ifndef CASUS_BASE_MAP_H
#define CASUS_BASE_MAP_H

#include "casus/arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct casus_map_slot {
    casus_str key; /* borrowed: must outlive the map */
    uint64_t hash;
    uint32_t value;
} casus_map_slot;

typedef struct casus_map {
    casus_map_slot *slot; /* [room], key.ptr NULL = free; NULL while empty */
    size_t room;          /* a power of two */
    size_t count;
} casus_map;

/* A 64-bit hash, the same on every machine (wyhash-like mixing; not against an adversary who picks pack rows). */
uint64_t casus_hash(const char *bytes, size_t len);

/* The value of `key`, or NULL. */
const uint32_t *casus_map_get(const casus_map *map, casus_str key);

/* Set `key` (borrowed) to `value`; *old (NULL allowed) tells whether it was there. False if the arena is full. */
bool casus_map_set(casus_map *map, casus_str key, uint32_t value, bool *old, casus_arena *arena);

#endif
