/* What the rooms above look up in the world. */
#ifndef CASUS_WORLD_WORLD_H
#define CASUS_WORLD_WORLD_H

#include "casus/arena.h"
#include "casus/world.h"
#include "world/actor_sounds.h"
#include "world/gazetteer.h"
#include "world/name.h"

struct casus_world {
    casus_arena arena;
    const casus_spelling *spelling;
    casus_gazetteer *gazetteer;
    casus_actors actors; /* data/actors.tsv */
    casus_actor_sounds actor_sounds;
};

#endif
