/* Stretches of words that may be places: see places.h. */
#include "extract/places.h"

enum { LONGEST_NAME = 12, MOST_LINKS = 3 };

uint32_t casus_places__term(const casus_view *view, const casus_lexicon *lexicon, uint32_t w, uint32_t end,
                            uint32_t *len)
{
    uint32_t form[CASUS_LONGEST_TERM];
    uint32_t n = 0;
    *len = 0;
    if (view->word[w].form == 0) {
        return CASUS_NO_VALUE;
    }
    while (n < CASUS_LONGEST_TERM && w + n < end) {
        form[n] = view->word[w + n].form;
        n++;
    }
    return casus_lexicon_longest(lexicon, form, NULL, n, len);
}

uint32_t casus_places__term_before(const casus_view *view, const casus_lexicon *lexicon, uint32_t begin, uint32_t end,
                                   uint32_t *len)
{
    uint32_t found = CASUS_NO_VALUE;
    *len = 0;
    for (uint32_t n = 1; n <= 5 && begin + n <= end; n++) {
        uint32_t words = 0;
        uint32_t value = casus_places__term(view, lexicon, end - n, end, &words);
        if (value != CASUS_NO_VALUE && words == n) {
            found = value;
            *len = n;
        }
    }
    return found;
}

uint32_t casus_places__head(const casus_view *view, uint32_t begin, uint32_t end)
{
    for (uint32_t w = begin; w < end; w++) {
        uint32_t head = view->word[w].head;
        if (head == CASUS_NO_WORD || head < begin || head >= end) {
            return w;
        }
    }
    return begin;
}

uint32_t casus_places__name(casus_places *places, casus_str folded)
{
    const uint32_t *old = casus_map_get(&places->name_of, folded);
    if (old != NULL) {
        return *old;
    }
    if (places->n_name == places->name_room) {
        uint32_t room = places->name_room == 0 ? 16 : places->name_room * 2;
        casus_toponym_name *grown = CASUS_NEW(places->view->scratch, casus_toponym_name, room);
        if (grown == NULL) {
            return CASUS_NO_TOPONYM;
        }
        if (places->n_name > 0) {
            memcpy(grown, places->name, places->n_name * sizeof *grown);
        }
        places->name = grown;
        places->name_room = room;
    }
    casus_str kept = casus_arena_str(places->view->scratch, folded);
    uint32_t at = places->n_name;
    if (kept.ptr == NULL || !casus_map_set(&places->name_of, kept, at, NULL, places->view->scratch)) {
        return CASUS_NO_TOPONYM;
    }
    places->name[places->n_name++] = (casus_toponym_name){.folded = kept, .within = CASUS_NO_TOPONYM};
    return at;
}

casus_toponym *casus_places__add(casus_places *places, uint32_t begin, uint32_t end, uint32_t name)
{
    casus_toponym *t = &places->toponym[places->n++];
    *t =
        (casus_toponym){.begin = begin, .end = end, .head = casus_places__head(places->view, begin, end), .name = name};
    for (uint32_t w = begin; w < end; w++) {
        places->at[w] = places->n;
    }
    return t;
}

casus_status casus_places__order(casus_places *places, casus_error *err)
{
    casus_toponym *ordered = CASUS_NEW(places->view->scratch, casus_toponym, (size_t)places->view->doc->n_word + 1);
    uint32_t n = 0;
    if (ordered == NULL) {
        return casus_arena_fail(places->view->scratch, err);
    }
    for (uint32_t w = 0; w < places->view->doc->n_word; w++) {
        if (places->at[w] != 0) {
            const casus_toponym *t = &places->toponym[places->at[w] - 1];
            if (t->begin == w) {
                ordered[n++] = *t;
            }
            places->at[w] = n;
        }
    }
    places->toponym = ordered;
    places->n = n;
    return CASUS_OK;
}

/* A name while words are added to it. */
typedef struct growing {
    char folded[CASUS_NAME_ROOM];
    size_t len;
    uint32_t words, most; /* of the name; of the longest that begins as it does */
    uint32_t links;       /* words without a capital since the last with one */
} growing;

/* Adds the word i. False if no name goes on with it. *whole: a name may end here. */
static bool add_word(const casus_view *view, uint32_t i, growing *g, bool *whole)
{
    char romanised[CASUS_NAME_ROOM];
    char plain[CASUS_NAME_ROOM];
    casus_str form = view->doc->word[i].form;
    casus_str r = {romanised, casus_name_romanise(view->reader, form, romanised)};
    size_t added = casus_name_fold(r, plain);
    bool capital = view->word[i].capital || (added > 0 && plain[0] >= '0' && plain[0] <= '9');
    *whole = capital;
    if (added == 0) { /* a hyphen that the tokeniser parted off; a comma or the like ends a name */
        return g->len > 0 && casus_str_eq(form, CASUS_STR("-"));
    }
    g->links = capital ? 0 : g->links + 1;
    if (view->word[i].taken || g->links > MOST_LINKS || g->len + added + 1 >= CASUS_NAME_ROOM) {
        return false;
    }
    if (g->len > 0) {
        g->folded[g->len++] = ' ';
    }
    for (size_t k = 0; k < added; k++) {
        g->words += plain[k] == ' ';
    }
    g->words++;
    memcpy(g->folded + g->len, plain, added);
    g->len += added;
    return true;
}

/* How many words the longest name has that begins as this one. */
static uint32_t longest_of(const casus_view *view, const growing *g)
{
    casus_gazetteer_hits hits;
    const char *space = memchr(g->folded, ' ', g->len);
    size_t first = space == NULL ? g->len : (size_t)(space - g->folded);
    casus_gazetteer_find(view->world->gazetteer, (casus_str){g->folded, first}, &hits);
    return hits.words > 1 ? hits.words : 1;
}

/* The longest name of the gazetteer that begins at w: the word behind it, or w if there is none. */
static uint32_t find_name(const casus_view *view, uint32_t w, uint32_t end, growing *g, size_t *len,
                          casus_gazetteer_hits *best)
{
    uint32_t found = w;
    for (uint32_t i = w; i < end && i < w + LONGEST_NAME; i++) {
        casus_gazetteer_hits hits;
        bool whole = false;
        if (!add_word(view, i, g, &whole)) {
            break;
        }
        if (i == w) {
            g->most = longest_of(view, g);
        }
        casus_gazetteer_find(view->world->gazetteer, (casus_str){g->folded, g->len}, &hits);
        if (hits.n > 0 && whole) {
            *best = hits;
            *len = g->len;
            found = i + 1;
        }
        if (g->words >= g->most) {
            break;
        }
    }
    return found;
}

static bool fits_capitals(const casus_view *view, uint32_t w, uint32_t n, const casus_place_term *term)
{
    casus_span span = casus_view_span(view, w, w + n);
    return term->capitals.ptr == NULL ||
           casus_str_eq(casus_str_slice(view->doc->text, span.begin, span.end), term->capitals);
}

/* A word of the language's own for a place, its people or what belongs to it. */
static const casus_place_term *find_term(const casus_view *view, uint32_t w, uint32_t end, uint32_t *len)
{
    const casus_lexicon *const lexicons[] = {&view->pack->place_name, &view->pack->demonym};
    const casus_place_term *found = NULL;
    *len = 0;
    for (size_t i = 0; i < 2; i++) {
        uint32_t n = 0;
        uint32_t value = casus_places__term(view, lexicons[i], w, end, &n);
        if (value != CASUS_NO_VALUE && n > *len && fits_capitals(view, w, n, &view->pack->place_term[value])) {
            found = &view->pack->place_term[value];
            *len = n;
        }
    }
    return found;
}

static void set_choices(casus_toponym_name *name, const casus_gazetteer_hits *hits)
{
    name->n_choice = hits->n < CASUS_PLACES_CHOICES ? hits->n : CASUS_PLACES_CHOICES;
    for (uint32_t i = 0; i < name->n_choice; i++) {
        name->choice[i] = casus_gazetteer_hit(hits, i);
        name->main[i] = casus_gazetteer_hit_main(hits, i);
    }
}

/* Takes the words [w, w + n) as a candidate. */
static casus_status add(casus_places *places, uint32_t w, uint32_t end, casus_str folded,
                        const casus_gazetteer_hits *hits, const casus_place_term *term, casus_error *err)
{
    casus_view *view = places->view;
    uint32_t name = casus_places__name(places, folded);
    if (name == CASUS_NO_TOPONYM) {
        return casus_arena_fail(view->scratch, err);
    }
    casus_toponym_name *n = &places->name[name];
    if (n->n_choice == 0 && term != NULL) {
        n->choice[0] = casus_gazetteer_by_key(view->world->gazetteer, term->key);
        n->main[0] = true;
        n->n_choice = n->choice[0] != CASUS_NO_PLACE;
    } else if (n->n_choice == 0) {
        set_choices(n, hits);
    }
    if (n->n_choice == 0) {
        return CASUS_OK;
    }
    casus_toponym *t = casus_places__add(places, w, end, name);
    t->fixed = term != NULL;
    t->adjective =
        term != NULL && (term->class_of == CASUS_PLACE_TERM_ADJECTIVE || term->class_of == CASUS_PLACE_TERM_PEOPLE);
    t->behind = term != NULL && term->class_of == CASUS_PLACE_TERM_BEHIND;
    return CASUS_OK;
}

static casus_status add_term(casus_places *places, uint32_t w, uint32_t end, const casus_place_term *term,
                             casus_error *err)
{
    char folded[CASUS_NAME_ROOM];
    size_t len = term->key.len < CASUS_NAME_ROOM - 1 ? term->key.len : CASUS_NAME_ROOM - 1;
    folded[0] = '='; /* no folded name begins so: all the language's words for a place are one name */
    memcpy(folded + 1, term->key.ptr, len);
    return add(places, w, end, (casus_str){folded, len + 1}, NULL, term, err);
}

static uint32_t part_value(const casus_view *view, const casus_lexicon *lexicon, casus_str part)
{
    uint32_t len = 0;
    uint32_t number = casus_vocab_find(&view->pack->vocab, part);
    return number == 0 ? CASUS_NO_VALUE : casus_lexicon_longest(lexicon, &number, NULL, 1, &len);
}

/* The place in a part of a word: as a whole word would be. */
static casus_status find_part(casus_places *places, uint32_t w, casus_str part, casus_error *err)
{
    const casus_view *view = places->view;
    const casus_lexicon *const lexicons[] = {&view->pack->place_name, &view->pack->demonym};
    char romanised[CASUS_NAME_ROOM];
    char folded[CASUS_NAME_ROOM];
    casus_gazetteer_hits hits;
    for (size_t i = 0; i < 2; i++) {
        uint32_t value = part_value(view, lexicons[i], part);
        if (value != CASUS_NO_VALUE && view->pack->place_term[value].capitals.ptr == NULL) {
            return add_term(places, w, w + 1, &view->pack->place_term[value], err);
        }
    }
    casus_str r = {romanised, casus_name_romanise(view->reader, part, romanised)};
    casus_str f = {folded, casus_name_fold(r, folded)};
    casus_gazetteer_find(view->world->gazetteer, f, &hits);
    return f.len == 0 || hits.n == 0 ? CASUS_OK : add(places, w, w + 1, f, &hits, NULL, err);
}

/* One word of a direction and a name ('Noord-Darfur'), or of a name and a kind ('Donbas-regio'). */
static casus_status find_in_compound(casus_places *places, uint32_t w, casus_error *err)
{
    const casus_view *view = places->view;
    casus_status st = CASUS_OK;
    casus_str form = view->doc->word[w].form;
    const char *hyphen = memchr(form.ptr, '-', form.len);
    size_t at = hyphen == NULL ? 0 : (size_t)(hyphen - form.ptr);
    if (at == 0 || at + 2 >= form.len) {
        return CASUS_OK;
    }
    casus_str front = casus_str_slice(form, 0, at);
    casus_str back = casus_str_slice(form, at + 1, form.len);
    uint32_t cue = part_value(view, &view->pack->place_cue, front);
    uint32_t kind = part_value(view, &view->pack->place_kind, back);
    if (cue != CASUS_NO_VALUE && (cue & CASUS_PLACE_CUE_DIRECTION) != 0) {
        CASUS_TRY(find_part(places, w, back, err));
    } else if (kind != CASUS_NO_VALUE) {
        CASUS_TRY(find_part(places, w, front, err));
        if (places->at[w] != 0) {
            casus_toponym *t = &places->toponym[places->n - 1];
            t->kind = (uint8_t)kind;
            t->cued = true;
        }
    }
done:
    return st;
}

/* The candidate that begins at w; *next is the word to go on with. */
static casus_status find_at(casus_places *places, uint32_t w, uint32_t end, uint32_t *next, casus_error *err)
{
    growing g = {.len = 0};
    size_t len = 0;
    uint32_t term_len = 0;
    casus_gazetteer_hits hits = {0};
    uint32_t behind = find_name(places->view, w, end, &g, &len, &hits);
    const casus_place_term *term = find_term(places->view, w, end, &term_len);
    *next = w + 1;
    if (term != NULL && w + term_len >= behind) {
        *next = w + term_len;
        return add_term(places, w, *next, term, err);
    }
    if (behind > w) {
        *next = behind;
        return add(places, w, behind, (casus_str){g.folded, len}, &hits, NULL, err);
    }
    return find_in_compound(places, w, err);
}

casus_status casus_places__find(casus_places *places, casus_error *err)
{
    casus_status st = CASUS_OK;
    const casus_doc *doc = places->view->doc;
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        uint32_t end = doc->sentence[s].word_end;
        for (uint32_t w = doc->sentence[s].word_begin; w < end;) {
            const casus_view_word *v = &places->view->word[w];
            if (v->taken || !v->capital) {
                w++;
                continue;
            }
            CASUS_TRY(find_at(places, w, end, &w, err));
        }
    }
done:
    return st;
}
