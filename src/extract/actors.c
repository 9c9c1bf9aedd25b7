/* Finding actors: see mention.h. Stages in actor.h. */
#include "extract/actor.h"

#include <stdlib.h>

static uint32_t *none_array(casus_scene *scene)
{
    uint32_t n = scene->view->doc->n_word;
    uint32_t *array = CASUS_NEW(scene->view->scratch, uint32_t, (size_t)n + 1);
    for (uint32_t i = 0; array != NULL && i < n; i++) {
        array[i] = CASUS_NONE;
    }
    return array;
}

static casus_status open_scene(casus_scene *scene, casus_error *err)
{
    const casus_doc *doc = scene->view->doc;
    scene->place = none_array(scene);
    scene->name = none_array(scene);
    scene->role = none_array(scene);
    scene->broke = none_array(scene);
    scene->first_broke = CASUS_NONE;
    if (scene->broke == NULL || scene->place == NULL || scene->name == NULL || scene->role == NULL) {
        return casus_arena_fail(scene->view->scratch, err);
    }
    for (uint32_t i = 0; i < doc->n_place; i++) {
        for (uint32_t w = doc->place[i].word_begin; w < doc->place[i].word_end; w++) {
            scene->place[w] = i;
        }
    }
    for (uint32_t w = 0, last = CASUS_NONE; w < doc->n_word; w++) {
        uint32_t place = scene->place[w];
        if (place != CASUS_NONE && place != last && casus_actor__breakaway(scene, &doc->place[place]).ptr != NULL) {
            last = place;
            scene->first_broke = scene->first_broke == CASUS_NONE ? place : scene->first_broke;
        }
        scene->broke[w] = last;
    }
    casus_actor__find_home(scene);
    if (doc->published.from != CASUS_FROM_NOWHERE) {
        scene->today = (uint32_t)doc->published.year * 10000 + doc->published.month * 100U + doc->published.day;
    }
    return CASUS_OK;
}

static int by_place(const void *a, const void *b)
{
    const casus_actor_mention *x = a;
    const casus_actor_mention *y = b;
    if (x->word_begin != y->word_begin) {
        return x->word_begin < y->word_begin ? -1 : 1;
    }
    return x->word_end == y->word_end ? 0 : x->word_end > y->word_end ? -1 : 1;
}

/* Mentions in text order, and only the actors that they name, in the order of their first. */
static casus_status close_scene(casus_scene *scene, casus_error *err)
{
    casus_doc *doc = scene->view->doc;
    uint32_t *number = CASUS_NEW(scene->view->scratch, uint32_t, (size_t)scene->n_actor + 1);
    doc->mention = CASUS_NEW(&doc->arena, casus_actor_mention, (size_t)scene->n_mention + 1);
    doc->actor = CASUS_NEW(&doc->arena, casus_actor, (size_t)scene->n_actor + 1);
    if (number == NULL || doc->mention == NULL || doc->actor == NULL) {
        return casus_arena_fail(number == NULL ? scene->view->scratch : &doc->arena, err);
    }
    if (scene->n_mention > 0) {
        memcpy(doc->mention, scene->mention, scene->n_mention * sizeof *doc->mention);
        qsort(doc->mention, scene->n_mention, sizeof *doc->mention, by_place);
    }
    doc->n_mention = scene->n_mention;
    for (uint32_t m = 0; m < doc->n_mention; m++) {
        uint32_t *kept = CASUS_NEW(&doc->arena, uint32_t, doc->mention[m].n_actor);
        if (kept == NULL) {
            return casus_arena_fail(&doc->arena, err);
        }
        for (uint32_t a = 0; a < doc->mention[m].n_actor; a++) {
            uint32_t old = doc->mention[m].actor[a];
            if (number[old] == 0) {
                doc->actor[doc->n_actor++] = scene->actor[old];
                number[old] = doc->n_actor;
            }
            kept[a] = number[old] - 1;
        }
        doc->mention[m].actor = kept;
    }
    return CASUS_OK;
}

casus_status casus_extract__actors(casus_view *view, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_scene scene = {.view = view};
    bool *hidden = CASUS_NEW(view->scratch, bool, (size_t)view->doc->n_word + 1);
    view->doc->n_mention = 0;
    view->doc->n_actor = 0;
    if (view->world == NULL) {
        return CASUS_OK;
    }
    if (hidden == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    CASUS_TRY(open_scene(&scene, err));
    CASUS_TRY(casus_actor__find_names(&scene, err));
    CASUS_TRY(casus_actor__find_roles(&scene, err));
    casus_actor__find_runs(&scene);
    casus_actor__gather(&scene);
    casus_actor__mark_inner(&scene, hidden);
    if (!casus_actor__walk(&scene, hidden)) {
        casus_arena *full = view->scratch->failed != CASUS_OK ? view->scratch : &view->doc->arena;
        return casus_arena_fail(full, err);
    }
    st = close_scene(&scene, err);
done:
    return st;
}
