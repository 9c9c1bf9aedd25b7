/* Memory with one lifetime: many small allocations, one release. */
#ifndef CASUS_ARENA_H
#define CASUS_ARENA_H

#include "casus/error.h"
#include "casus/str.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct casus_arena_chunk casus_arena_chunk;

typedef struct casus_arena {
    casus_arena_chunk *chunk; /* newest first */
    size_t used;              /* bytes handed out, alignment included */
    size_t cap;               /* most bytes that may be handed out */
    casus_status failed;      /* CASUS_OK, or why the last allocation gave NULL */
} casus_arena;

/* Prepare an arena that hands out `cap` bytes at most. Takes no memory yet. */
CASUS_API void casus_arena_init(casus_arena *arena, size_t cap);

/* Take everything back; keeps the largest chunk for reuse. Pointers into the arena die. */
CASUS_API void casus_arena_clear(casus_arena *arena);

/* Give all memory back to the machine. The arena may be used again. */
CASUS_API void casus_arena_free(casus_arena *arena);

/**
 * `size` bytes, zeroed, aligned for any type; NULL at the cap or without memory (see casus_arena_status).
 *
 * Cost     constant, but for a new chunk now and then. With CASUS_ARENA_MALLOC each piece is its own malloc,
 *          so that AddressSanitizer sees overruns.
 */
CASUS_API void *casus_arena_alloc(casus_arena *arena, size_t size);

/* As casus_arena_alloc for `count` items of `size` bytes; an overflow counts as reaching the cap. */
CASUS_API void *casus_arena_array(casus_arena *arena, size_t count, size_t size);

/* As casus_arena_alloc, but not zeroed: for rows that are written before they are read. */
CASUS_API void *casus_arena_room(casus_arena *arena, size_t size);

/* As casus_arena_alloc, but neither zeroed nor aligned: for text. */
CASUS_API char *casus_arena_bytes(casus_arena *arena, size_t size);

/* A copy of `s` in the arena, with a zero byte behind it; absent stays absent. ptr is NULL on failure too. */
CASUS_API casus_str casus_arena_str(casus_arena *arena, casus_str s);

/* The error of the last failed allocation. */
CASUS_API casus_status casus_arena_fail(const casus_arena *arena, casus_error *err);

#define CASUS_NEW(arena, type, count) ((type *)casus_arena_array((arena), (count), sizeof(type)))

#ifdef __cplusplus
}
#endif
#endif
