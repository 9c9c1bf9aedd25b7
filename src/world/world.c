/* Opening the world: see casus/world.h. */
#include "world/world.h"

#include <stdio.h>
#include <stdlib.h>

enum { MEMORY_CAP = 1 << 30, PATH_ROOM = 4096 };

static casus_status load(casus_world *world, const char *dir, casus_error *err)
{
    casus_status st = CASUS_OK;
    char path[PATH_ROOM];
    int len = snprintf(path, sizeof path, "%s/world.casus", dir);
    if (len < 0 || (size_t)len >= sizeof path) {
        return casus_fail(err, CASUS_EPACK, dir, 0, 0, "path of the world's data is too long");
    }
    CASUS_TRY(casus_spelling_load(dir, &world->arena, &world->spelling, err));
    CASUS_TRY(casus_world__load_actors(&world->actors, dir, &world->arena, err));
    CASUS_TRY(casus_world__index_sounds(&world->actor_sounds, &world->actors, world->spelling, &world->arena, err));
    CASUS_TRY(casus_gazetteer_open(path, casus_spelling_mark(world->spelling), &world->gazetteer, err));
done:
    return st;
}

casus_status casus_world_open(const char *dir, casus_world **out, casus_error *err)
{
    *out = NULL;
    casus_world *world = calloc(1, sizeof *world);
    if (world == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    casus_arena_init(&world->arena, MEMORY_CAP);
    casus_status st = load(world, dir, err);
    if (st != CASUS_OK) {
        casus_world_close(world);
        return st;
    }
    *out = world;
    return CASUS_OK;
}

void casus_world_close(casus_world *world)
{
    if (world != NULL) {
        casus_gazetteer_close(world->gazetteer);
        casus_arena_free(&world->arena);
        free(world);
    }
}
