/* Words that no table knows and that sound like a place: see places.h. */
#include "extract/places.h"

enum { LEAST_LETTERS = 5, MOST_LIKE = 8, LONGEST = 5, LONGEST_ARTICLE = 3, SURE_LETTERS = 6, LOOK_BACK = 4 };

static const double sure = 0.97;

static bool is_free(const casus_places *places, uint32_t w)
{
    const casus_view_word *v = &places->view->word[w];
    uint32_t len = 0;
    return places->at[w] == 0 && !v->taken &&
           casus_places__term(places->view, &places->view->pack->given_name, w, w + 1, &len) == CASUS_NO_VALUE &&
           casus_places__term(places->view, &places->view->pack->not_place, w, w + 1, &len) == CASUS_NO_VALUE;
}

/* The word behind the name that begins at w: proper nouns hung on it, and what hyphens join. */
static uint32_t end_of(const casus_places *places, uint32_t w, uint32_t end)
{
    const casus_view *view = places->view;
    uint32_t last = w;
    while (last + 1 < end && last + 1 < w + LONGEST && places->at[last + 1] == 0) {
        bool hyphen = casus_str_eq(view->doc->word[last + 1].form, CASUS_STR("-"));
        const casus_view_word *next = &view->word[last + 1];
        if (hyphen && last + 2 < end && places->at[last + 2] == 0) {
            last += 2;
        } else if (next->capital && next->upos == CASUS_UPOS_PROPN &&
                   (next->deprel == CASUS_DEPREL_FLAT || view->doc->word[last].form.len <= LONGEST_ARTICLE)) {
            last++;
        } else {
            break;
        }
    }
    return last + 1;
}

/* Whether anything round the words speaks for a place, so that it is worth while to look for one. */
static bool is_cued(const casus_places *places, uint32_t begin, uint32_t end)
{
    const casus_view *view = places->view;
    const casus_sentence *s = &view->doc->sentence[view->word[begin].sentence];
    uint32_t len = 0;
    if (end < s->word_end &&
        (casus_places__term(view, &view->pack->place_kind, end, s->word_end, &len) != CASUS_NO_VALUE ||
         casus_str_eq(view->doc->word[end].form, CASUS_STR(",")))) {
        return true;
    }
    for (uint32_t w = begin; w > s->word_begin && w + LOOK_BACK > begin; w--) {
        uint32_t cue = casus_places__term_before(view, &view->pack->place_cue, s->word_begin, w, &len);
        bool place = cue != CASUS_NO_VALUE &&
                     (cue & (CASUS_PLACE_CUE_IN | CASUS_PLACE_CUE_NEAR | CASUS_PLACE_CUE_DIRECTION)) != 0;
        if (place ||
            casus_places__term_before(view, &view->pack->place_kind, s->word_begin, w, &len) != CASUS_NO_VALUE ||
            places->at[w - 1] != 0) {
            return true;
        }
    }
    return false;
}

static casus_status try_name(casus_places *places, uint32_t begin, uint32_t end, casus_error *err)
{
    const casus_view *view = places->view;
    const casus_world *world = view->world;
    char romanised[CASUS_NAME_ROOM];
    char folded[CASUS_NAME_ROOM];
    casus_name_sounds sounds;
    casus_gazetteer_likeness like[MOST_LIKE];
    if (!is_cued(places, begin, end)) {
        return CASUS_OK;
    }
    casus_span span = casus_view_span(view, begin, end);
    casus_str text = casus_str_slice(view->doc->text, span.begin, span.end);
    casus_str r = {romanised, casus_name_romanise(view->reader, text, romanised)};
    casus_str f = {folded, casus_name_fold(r, folded)};
    if (f.len < LEAST_LETTERS) {
        return CASUS_OK;
    }
    const uint32_t *known = casus_map_get(&places->name_of, f);
    uint32_t name = known == NULL ? casus_places__name(places, f) : *known;
    if (name == CASUS_NO_TOPONYM) {
        return casus_arena_fail(view->scratch, err);
    }
    casus_toponym_name *n = &places->name[name];
    if (known == NULL) {
        casus_name_sound(world->spelling, r, &sounds);
        n->sounds = true;
        n->n_choice = casus_gazetteer_sounding(world->gazetteer, world->spelling, &sounds, like, MOST_LIKE);
        n->surely = n->n_choice > 0 && f.len >= SURE_LETTERS && like[0].alike >= sure &&
                    casus_gazetteer_precision(world->gazetteer, like[0].place) == CASUS_PLACE_POPULATED;
        for (uint32_t i = 0; i < n->n_choice; i++) {
            n->choice[i] = like[i].place;
            n->alike[i] = (float)like[i].alike;
            n->surely = n->surely && casus_gazetteer_row_of(world->gazetteer, like[i].place)->country ==
                                         casus_gazetteer_row_of(world->gazetteer, like[0].place)->country;
        }
    }
    if (n->n_choice > 0) {
        casus_places__add(places, begin, end, name);
    }
    return CASUS_OK;
}

casus_status casus_places__find_sounding(casus_places *places, casus_error *err)
{
    casus_status st = CASUS_OK;
    const casus_view *view = places->view;
    uint32_t found = places->n;
    for (uint32_t s = 0; s < view->doc->n_sentence; s++) {
        uint32_t end = view->doc->sentence[s].word_end;
        for (uint32_t w = view->doc->sentence[s].word_begin; w < end;) {
            uint32_t next = w + 1;
            if (view->word[w].capital && view->word[w].upos == CASUS_UPOS_PROPN && places->at[w] == 0) {
                next = end_of(places, w, end);
                if (next > w + 1 || is_free(places, w)) {
                    CASUS_TRY(try_name(places, w, next, err));
                }
            }
            w = next;
        }
    }
    if (places->n > found) {
        st = casus_places__order(places, err);
    }
done:
    return st;
}
