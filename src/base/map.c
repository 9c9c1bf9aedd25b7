/* Hash map with linear probing: see map.h. */
#include "base/map.h"

#include <string.h>

uint64_t casus_hash(const char *bytes, size_t len)
{
    const uint64_t k = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t h = k ^ (uint64_t)len;
    size_t i = 0;
    for (; i + 8 <= len; i += 8) {
        uint64_t word;
        memcpy(&word, bytes + i, sizeof word);
        h = (h ^ word) * UINT64_C(0xBF58476D1CE4E5B9);
        h ^= h >> 29;
    }
    uint64_t tail = 0;
    for (unsigned shift = 0; i < len; i++, shift += 8) {
        tail |= (uint64_t)(unsigned char)bytes[i] << shift;
    }
    h = (h ^ tail) * UINT64_C(0x94D049BB133111EB);
    h ^= h >> 32;
    h *= k;
    return h ^ (h >> 29);
}

static casus_map_slot *find(const casus_map *map, casus_str key, uint64_t hash)
{
    size_t at = (size_t)hash & (map->room - 1);
    while (map->slot[at].key.ptr != NULL && (map->slot[at].hash != hash || !casus_str_eq(map->slot[at].key, key))) {
        at = (at + 1) & (map->room - 1);
    }
    return &map->slot[at];
}

const uint32_t *casus_map_get(const casus_map *map, casus_str key)
{
    if (map->slot == NULL) {
        return NULL;
    }
    casus_map_slot *slot = find(map, key, casus_hash(key.ptr, key.len));
    return slot->key.ptr == NULL ? NULL : &slot->value;
}

static bool grow(casus_map *map, casus_arena *arena)
{
    casus_map bigger = {.room = map->room == 0 ? 16 : map->room * 2, .count = map->count};
    bigger.slot = CASUS_NEW(arena, casus_map_slot, bigger.room);
    if (bigger.slot == NULL) {
        return false;
    }
    for (size_t i = 0; i < map->room; i++) {
        if (map->slot[i].key.ptr != NULL) {
            *find(&bigger, map->slot[i].key, map->slot[i].hash) = map->slot[i];
        }
    }
    *map = bigger;
    return true;
}

bool casus_map_set(casus_map *map, casus_str key, uint32_t value, bool *old, casus_arena *arena)
{
    if ((map->count + 1) * 4 > map->room * 3 && !grow(map, arena)) {
        return false;
    }
    uint64_t hash = casus_hash(key.ptr, key.len);
    casus_map_slot *slot = find(map, key, hash);
    bool was = slot->key.ptr != NULL;
    if (!was) {
        *slot = (casus_map_slot){.key = key, .hash = hash};
        map->count++;
    }
    slot->value = value;
    if (old != NULL) {
        *old = was;
    }
    return true;
}
