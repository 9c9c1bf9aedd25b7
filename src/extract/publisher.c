/* The outlet as one who acts: see publisher.h. */
#include "extract/publisher.h"

#include "extract/role.h"
#include "world/world.h"

enum { MOST_PARTS = 12 };

/* The known body or group whose name the whole text is; NULL: none. */
static const casus_known *known_body(const casus_actors *actors, casus_str text)
{
    casus_part part[MOST_PARTS];
    casus_span span;
    uint32_t n = 0;
    uint32_t len = 0;
    size_t at = 0;
    while (n < MOST_PARTS && casus_actors_part(actors, text, &at, &part[n], &span)) {
        n++;
    }
    uint32_t alias = n == 0 || n == MOST_PARTS ? CASUS_NO_ALIAS : casus_actors_longest(actors, part, n, &len);
    if (alias == CASUS_NO_ALIAS || len != n || !casus_alias_fits(&actors->alias[alias], part)) {
        return NULL;
    }
    const casus_known *known = &actors->known[actors->alias[alias].known];
    return known->class_of == CASUS_KNOWN_BODY || known->class_of == CASUS_KNOWN_GROUP ? known : NULL;
}

uint32_t casus_publisher(const casus_view *view)
{
    const casus_known *k = view->doc->outlet.ptr == NULL ? NULL : known_body(&view->world->actors, view->doc->outlet);
    if (k == NULL) {
        return CASUS_NO_ACTOR;
    }
    casus_actor actor = {.name = k->name, .country = k->country, .n_sector = k->n_sector, .wikidata = k->wikidata};
    memcpy(actor.sector, k->sector, sizeof actor.sector);
    return casus_keep_actor(view, &actor);
}
