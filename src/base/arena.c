/* Arenas: see casus/arena.h. */
#include "casus/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct casus_arena_chunk {
    casus_arena_chunk *older;
    size_t size; /* bytes behind the header */
    size_t used;
    alignas(max_align_t) char data[];
};

enum { FIRST_CHUNK = 16 * 1024, LARGEST_CHUNK = 1024 * 1024 };

void casus_arena_init(casus_arena *arena, size_t cap)
{
    *arena = (casus_arena){.cap = cap};
}

static void free_chain(casus_arena_chunk *chunk)
{
    while (chunk != NULL) {
        casus_arena_chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
}

void casus_arena_free(casus_arena *arena)
{
    free_chain(arena->chunk);
    arena->chunk = NULL;
    arena->used = 0;
    arena->failed = CASUS_OK;
}

void casus_arena_clear(casus_arena *arena)
{
#ifdef CASUS_ARENA_MALLOC
    casus_arena_free(arena);
#else
    casus_arena_chunk *kept = NULL;
    for (casus_arena_chunk *chunk = arena->chunk, *older; chunk != NULL; chunk = older) {
        older = chunk->older;
        /* A chunk made for one huge document is given back, or every thread would keep its worst case. */
        if (chunk->size <= LARGEST_CHUNK && (kept == NULL || chunk->size > kept->size)) {
            free(kept);
            kept = chunk;
        } else {
            free(chunk);
        }
    }
    if (kept != NULL) {
        kept->older = NULL;
        kept->used = 0;
    }
    arena->chunk = kept;
    arena->used = 0;
    arena->failed = CASUS_OK;
#endif
}

static casus_arena_chunk *add_chunk(casus_arena *arena, size_t least)
{
#ifdef CASUS_ARENA_MALLOC
    size_t size = least;
#else
    size_t size = arena->chunk == NULL ? FIRST_CHUNK : arena->chunk->size * 2;
    if (size > LARGEST_CHUNK) {
        size = LARGEST_CHUNK;
    }
    if (size < least) {
        size = least;
    }
#endif
    casus_arena_chunk *chunk = malloc(sizeof *chunk + size);
    if (chunk == NULL) {
        return NULL;
    }
    chunk->size = size;
    chunk->used = 0;
    chunk->older = arena->chunk;
    arena->chunk = chunk;
    return chunk;
}

static void *take(casus_arena *arena, size_t size, size_t align)
{
    casus_arena_chunk *chunk = arena->chunk;
    size_t start = chunk == NULL ? 0 : (chunk->used + align - 1) & ~(align - 1);
    if (size > arena->cap || arena->used > arena->cap - size) {
        arena->failed = CASUS_ELIMIT;
        return NULL;
    }
    if (chunk == NULL || start > chunk->size || size > chunk->size - start) {
        chunk = add_chunk(arena, size == 0 ? 1 : size);
        if (chunk == NULL) {
            arena->failed = CASUS_ENOMEM;
            return NULL;
        }
        start = 0;
    }
    arena->used += size + (start - chunk->used);
    chunk->used = start + size;
    return chunk->data + start;
}

void *casus_arena_alloc(casus_arena *arena, size_t size)
{
    void *memory = take(arena, size, alignof(max_align_t));
    if (memory != NULL) {
        memset(memory, 0, size);
    }
    return memory;
}

void *casus_arena_room(casus_arena *arena, size_t size)
{
    return take(arena, size, alignof(max_align_t));
}

void *casus_arena_array(casus_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        arena->failed = CASUS_ELIMIT;
        return NULL;
    }
    return casus_arena_alloc(arena, count * size);
}

char *casus_arena_bytes(casus_arena *arena, size_t size)
{
    return take(arena, size, 1);
}

casus_str casus_arena_str(casus_arena *arena, casus_str s)
{
    if (s.ptr == NULL || s.len == SIZE_MAX) {
        return CASUS_STR_NULL;
    }
    char *copy = casus_arena_bytes(arena, s.len + 1);
    if (copy == NULL) {
        return CASUS_STR_NULL;
    }
    memcpy(copy, s.ptr, s.len);
    copy[s.len] = '\0';
    return (casus_str){copy, s.len};
}

casus_status casus_arena_fail(const casus_arena *arena, casus_error *err)
{
    if (arena->failed == CASUS_ENOMEM) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    return casus_fail(err, CASUS_ELIMIT, NULL, 0, 0, "needs more than %zu MB of memory for one document",
                      arena->cap / (1024 * 1024));
}
