/* Actors and mentions of a document while they are found: see actor.h. */
#include "extract/actor.h"

enum { KEY_ROOM = 512 };

static void *more(void *array, uint32_t n, uint32_t *room, size_t size, casus_arena *arena)
{
    if (n < *room) {
        return array;
    }
    uint32_t grown_room = *room == 0 ? 64 : *room * 2;
    char *grown = casus_arena_array(arena, grown_room, size);
    if (grown != NULL) {
        if (n > 0) {
            memcpy(grown, array, n * size);
        }
        *room = grown_room;
    }
    return grown;
}

/* Appends to a text of fixed room; what does not fit is cut. */
static void append(char *text, size_t room, size_t *len, casus_str s)
{
    size_t n = s.len < room - *len ? s.len : room - *len;
    if (n > 0) {
        memcpy(text + *len, s.ptr, n);
        *len += n;
    }
}

uint32_t casus_actor__make(casus_scene *scene, const casus_actor *actor)
{
    casus_arena *scratch = scene->view->scratch;
    char key[KEY_ROOM];
    size_t len = 0;
    append(key, sizeof key, &len, actor->name);
    append(key, sizeof key, &len, CASUS_STR("|"));
    append(key, sizeof key, &len, actor->country);
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        append(key, sizeof key, &len, actor->sector[i]);
    }
    const uint32_t *old = casus_map_get(&scene->actor_by_key, (casus_str){key, len});
    if (old != NULL) {
        return *old;
    }
    casus_str kept = casus_arena_str(scratch, (casus_str){key, len});
    casus_actor *grown = more(scene->actor, scene->n_actor, &scene->actor_room, sizeof *grown, scratch);
    if (kept.ptr == NULL || grown == NULL ||
        !casus_map_set(&scene->actor_by_key, kept, scene->n_actor, NULL, scratch)) {
        return CASUS_NONE;
    }
    scene->actor = grown;
    scene->actor[scene->n_actor] = *actor;
    return scene->n_actor++;
}

uint32_t casus_actor__known(casus_scene *scene, uint32_t known)
{
    if (known == CASUS_NONE) {
        return CASUS_NONE;
    }
    const casus_known *k = &scene->view->world->actors.known[known];
    casus_actor actor = {.name = k->name,
                         .country = k->country,
                         .n_sector = k->n_sector,
                         .wikidata = k->wikidata,
                         .person = k->class_of == CASUS_KNOWN_PERSON};
    memcpy(actor.sector, k->sector, sizeof actor.sector);
    return casus_actor__make(scene, &actor);
}

/* The English name of a country without the article that goes before it in a phrase. */
static casus_str bare(casus_str name)
{
    return casus_str_starts(name, CASUS_STR("the ")) ? casus_str_slice(name, 4, name.len) : name;
}

casus_str casus_actor__breakaway(const casus_scene *scene, const casus_place *place)
{
    const casus_actors *actors = &scene->view->world->actors;
    return casus_actors_label(actors, &actors->breakaway, place->name);
}

uint32_t casus_actor__country(casus_scene *scene, const casus_place *place)
{
    const casus_actors *actors = &scene->view->world->actors;
    casus_str entity = casus_actor__breakaway(scene, place);
    casus_str name = casus_actors_label(actors, &actors->country, place->country3);
    casus_actor actor = {.country = place->country3};
    if (place->country3.len == 0) {
        return CASUS_NONE;
    }
    actor.name = entity.ptr != NULL ? entity : name.ptr != NULL ? bare(name) : place->name;
    if (entity.ptr != NULL) {
        actor.sector[actor.n_sector++] = CASUS_STR("PRE");
    }
    actor.sector[actor.n_sector++] = CASUS_STR("GOV");
    return casus_actor__make(scene, &actor);
}

/* Appends `pattern` from *at to the next '{' or its end. */
static void append_plain(casus_str pattern, size_t *at, char *text, size_t room, size_t *len)
{
    size_t from = *at;
    while (*at < pattern.len && pattern.ptr[*at] != '{') {
        (*at)++;
    }
    append(text, room, len, casus_str_slice(pattern, from, *at));
}

/* Takes a preposition that nothing follows off the end: 'Ministry of ' becomes 'Ministry'. */
static void drop_preposition(char *text, size_t *len)
{
    static const casus_str ends[] = {{" of ", 4}, {" in ", 4}};
    for (size_t i = 0; i < 2; i++) {
        if (casus_str_ends((casus_str){text, *len}, ends[i])) {
            *len -= ends[i].len;
            return;
        }
    }
}

casus_str casus_actor__name(casus_scene *scene, casus_str pattern, casus_str country, casus_str field)
{
    char text[KEY_ROOM];
    size_t len = 0;
    const char *bar = pattern.len == 0 ? NULL : memchr(pattern.ptr, '|', pattern.len);
    if (bar != NULL) { /* behind it: without a country */
        size_t at = (size_t)(bar - pattern.ptr);
        pattern = country.len > 0 ? casus_str_slice(pattern, 0, at) : casus_str_slice(pattern, at + 1, pattern.len);
    }
    for (size_t at = 0; at < pattern.len;) {
        append_plain(pattern, &at, text, sizeof text, &len);
        if (at == pattern.len) {
            break;
        }
        bool of_field = casus_str_starts(casus_str_slice(pattern, at, pattern.len), CASUS_STR("{field}"));
        casus_str value = of_field ? field : len == 0 ? bare(country) : country;
        if (value.len == 0) {
            drop_preposition(text, &len);
        }
        append(text, sizeof text, &len, value);
        while (at < pattern.len && pattern.ptr[at++] != '}') {
        }
    }
    casus_str name = casus_str_trim((casus_str){text, len});
    return name.len == 0 ? CASUS_STR_NULL : casus_arena_str(&scene->view->doc->arena, name);
}

bool casus_actor__mention(casus_scene *scene, const casus_trace *trace, uint32_t begin, uint32_t end,
                          casus_mention_kind kind, const uint32_t *actor, uint32_t n, casus_str rule)
{
    casus_view *view = scene->view;
    uint32_t room = scene->mention_room;
    uint32_t *kept = CASUS_NEW(&view->doc->arena, uint32_t, n);
    casus_actor_mention *grown = more(scene->mention, scene->n_mention, &room, sizeof *grown, view->scratch);
    casus_trace *traces = more(scene->trace, scene->n_mention, &scene->mention_room, sizeof *traces, view->scratch);
    if (kept == NULL || grown == NULL || traces == NULL) {
        return false;
    }
    memcpy(kept, actor, n * sizeof *actor);
    scene->mention = grown;
    scene->trace = traces;
    scene->mention[scene->n_mention] = (casus_actor_mention){.text = casus_view_span(view, begin, end),
                                                             .word_begin = begin,
                                                             .word_end = end,
                                                             .head = trace->word,
                                                             .kind = kind,
                                                             .actor = kept,
                                                             .n_actor = n,
                                                             .rule = rule};
    scene->trace[scene->n_mention] = *trace;
    scene->trace[scene->n_mention].mention = scene->n_mention;
    scene->trace[scene->n_mention].sentence = view->word[trace->word].sentence;
    scene->n_mention++;
    return true;
}
