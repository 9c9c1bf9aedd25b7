/* Which of the stretches are places, by what stands round them: see places.h. */
#include "extract/places.h"

/* What speaks for and against a place. Set on news of the world and of small towns. */
static const float of_country = 4.0F, of_region = 2.0F, of_millions = 2.0F, of_city = 1.5F, of_town = 0.75F;
static const float several_words = 2.5F, other_name = -0.9F, proper_noun = 1.0F, no_proper_noun = -1.5F;
static const float after_preposition = 2.0F, beside_place = 2.0F, beside_kind = 3.0F, before_head = 0.25F;
static const float after_given_name = -6.0F, after_title = -4.0F, after_initial = -5.0F, after_name = -2.25F;
static const float before_name = -3.5F, other_part = -3.5F, known_person = -4.0F, given_name = -2.0F,
                   common_word = -4.5F;
static const float first_word = -0.5F, few_letters = -1.0F, elsewhere = 1.25F;
static const float acts = -1.5F, small_part = -1.5F;
static const float bar = 1.5F;

enum { MILLIONS = 160, CITY = 133, TOWN = 106, FEW_LETTERS = 3, LOOK_BACK = 4, LOOK_AHEAD = 8 };

static uint32_t cue_at(const casus_view *view, uint32_t w, uint32_t end)
{
    uint32_t len = 0;
    uint32_t cue = casus_places__term(view, &view->pack->place_cue, w, end, &len);
    return cue == CASUS_NO_VALUE || len != 1 ? 0 : cue;
}

static bool holds(const casus_view *view, const casus_lexicon *lexicon, uint32_t w)
{
    uint32_t len = 0;
    return casus_places__term(view, lexicon, w, w + 1, &len) != CASUS_NO_VALUE;
}

static bool is_proper(const casus_view *view, uint32_t w)
{
    return view->word[w].capital && view->word[w].upos == CASUS_UPOS_PROPN;
}

/* 'J.' or 'J' */
static bool is_initial(const casus_view *view, uint32_t w)
{
    casus_str form = view->doc->word[w].form;
    return view->word[w].capital &&
           ((form.len == 1 && view->word[w].upos == CASUS_UPOS_PROPN) || (form.len == 2 && form.ptr[1] == '.'));
}

static bool flat_linked(const casus_view *view, uint32_t a, uint32_t b)
{
    const casus_view_word *x = &view->word[a];
    const casus_view_word *y = &view->word[b];
    return (y->head == a && y->deprel == CASUS_DEPREL_FLAT) || (x->head == b && x->deprel == CASUS_DEPREL_FLAT) ||
           (x->head == y->head && y->deprel == CASUS_DEPREL_FLAT);
}

static bool is_comma(const casus_view *view, uint32_t w)
{
    return casus_str_eq(view->doc->word[w].form, CASUS_STR(","));
}

/* The candidate that covers word w, or NULL; one that is known by its sound alone says nothing of its neighbours. */
static casus_toponym *at_word(const casus_places *places, uint32_t w)
{
    casus_toponym *t = places->at[w] == 0 ? NULL : &places->toponym[places->at[w] - 1];
    return t == NULL || places->name[t->name].sounds ? NULL : t;
}

/* Whether the word is no place, or so small a one that it is rather part of another name. */
static bool is_other_name(const casus_places *places, uint32_t w)
{
    const casus_toponym *t = at_word(places, w);
    const casus_gazetteer *g = places->view->world->gazetteer;
    return t == NULL || (!t->fixed && t->end - t->begin == 1 &&
                         casus_gazetteer_row_of(g, places->name[t->name].choice[0])->weight < CITY);
}

static casus_place_precision precision_of(const casus_places *places, const casus_toponym *t)
{
    return casus_gazetteer_precision(places->view->world->gazetteer, places->name[t->name].choice[0]);
}

/* Surnames: what follows a given name, a title or an initial, up to the next word that is no proper noun. */
static casus_status learn_persons(casus_places *places, casus_error *err)
{
    const casus_view *view = places->view;
    const casus_doc *doc = view->doc;
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        for (uint32_t w = doc->sentence[s].word_begin; w + 1 < doc->sentence[s].word_end; w++) {
            uint32_t end = doc->sentence[s].word_end;
            if (!view->word[w].capital || !is_proper(view, w + 1) ||
                !(holds(view, &view->pack->given_name, w) || (cue_at(view, w, end) & CASUS_PLACE_CUE_TITLE) != 0)) {
                continue;
            }
            uint32_t last = w + 1;
            while (last + 1 < end &&
                   (is_initial(view, last) || (is_proper(view, last + 1) && flat_linked(view, last, last + 1)))) {
                last++;
            }
            if (!is_proper(view, last) || is_initial(view, last)) {
                continue;
            }
            if (!casus_map_set(&places->person, doc->word[last].form, 1, NULL, view->scratch)) {
                return casus_arena_fail(view->scratch, err);
            }
        }
    }
    return CASUS_OK;
}

static float merit_of_size(const casus_places *places, const casus_toponym *t)
{
    const casus_toponym_name *name = &places->name[t->name];
    const casus_gazetteer *g = places->view->world->gazetteer;
    casus_place_precision precision = precision_of(places, t);
    uint8_t weight = casus_gazetteer_row_of(g, name->choice[0])->weight;
    float merit = t->end - t->begin > 1 ? several_words : 0;
    bool known = weight >= MILLIONS || casus_str_eq(casus_gazetteer_feature(g, name->choice[0]), CASUS_STR("PPLC"));
    merit += name->main[0] || known ? 0 : other_name; /* a town's name in some other language may be many a thing */
    if (t->fixed || precision == CASUS_PLACE_COUNTRY) {
        return merit + of_country;
    }
    if (precision == CASUS_PLACE_REGION || (precision == CASUS_PLACE_AREA && weight >= MILLIONS)) {
        return merit + of_region;
    }
    return merit + (weight >= MILLIONS ? of_millions : weight >= CITY ? of_city : weight >= TOWN ? of_town : 0);
}

/* What stands before: a preposition, a kind, a direction, a person's first name. Moves over articles. */
static float merit_before(const casus_places *places, casus_toponym *t, uint32_t begin)
{
    const casus_view *view = places->view;
    float merit = 0;
    uint32_t w = t->begin;
    for (uint32_t back = 0; w > begin && back < LOOK_BACK; back++) {
        uint32_t len = 0;
        uint32_t kind = casus_places__term_before(view, &view->pack->place_kind, begin, w, &len);
        if (kind != CASUS_NO_VALUE && (back > 0 || !view->word[w - 1].capital)) {
            t->kind = t->kind == 0 ? (uint8_t)kind : t->kind;
            t->cued = true;
            merit += beside_kind;
            w -= len;
            continue;
        }
        uint32_t cue = casus_places__term_before(view, &view->pack->place_cue, begin, w, &len);
        cue = cue == CASUS_NO_VALUE ? 0 : cue;
        if ((cue & CASUS_PLACE_CUE_NEAR) != 0) {
            t->near = t->near || len > 1 || (cue & CASUS_PLACE_CUE_IN) == 0;
        }
        if ((cue & (CASUS_PLACE_CUE_IN | CASUS_PLACE_CUE_NEAR)) != 0) {
            t->cued = true;
            merit += after_preposition;
            break;
        }
        if ((cue & CASUS_PLACE_CUE_DIRECTION) != 0) {
            t->cued = true;
            merit += after_preposition / 2;
            w -= len;
            continue;
        }
        if ((cue & CASUS_PLACE_CUE_OF) != 0 || view->word[w - 1].upos == CASUS_UPOS_DET) {
            w -= 1;
            continue;
        }
        break;
    }
    return merit;
}

/* Whether the word is a noun that names of bodies and things are made with. */
static bool is_noun_of_name(const casus_view *view, uint32_t w, uint32_t end)
{
    uint32_t len = 0;
    return (cue_at(view, w, end) & CASUS_PLACE_CUE_BODY) != 0 ||
           casus_places__term(view, &view->pack->place_kind, w, end, &len) != CASUS_NO_VALUE;
}

/* 'University of Texas': within the name of the noun before. */
static bool is_of_name(const casus_view *view, const casus_toponym *t, uint32_t begin)
{
    return t->begin >= begin + 2 && (cue_at(view, t->begin - 1, t->begin) & CASUS_PLACE_CUE_OF) != 0 &&
           is_proper(view, t->begin - 2) && is_noun_of_name(view, t->begin - 2, t->begin);
}

static float merit_of_person(const casus_places *places, casus_toponym *t, uint32_t begin, uint32_t end)
{
    const casus_view *view = places->view;
    float merit = 0;
    if (t->begin > begin && view->word[t->begin - 1].capital && is_other_name(places, t->begin - 1)) {
        uint32_t p = t->begin - 1;
        uint32_t cue = cue_at(view, p, end);
        if (holds(view, &view->pack->given_name, p)) {
            merit += after_given_name;
        } else if ((cue & CASUS_PLACE_CUE_TITLE) != 0) {
            merit += after_title;
        } else if (is_initial(view, p)) {
            merit += after_initial;
        } else if (cue == 0 && is_proper(view, p) && flat_linked(view, p, t->begin)) {
            merit += after_name;
        }
    }
    uint32_t first = view->word[t->begin].head;
    if (!t->fixed && view->word[t->begin].deprel == CASUS_DEPREL_FLAT && first < t->begin && first + 2 == t->begin &&
        !view->word[first + 1].capital && view->word[first + 1].upos != CASUS_UPOS_PUNCT && is_proper(view, first) &&
        is_other_name(places, first)) {
        merit += after_name + other_part; /* 'Santa Rosa del Norte' */
    }
    t->part = is_of_name(view, t, begin);
    bool one_word = t->end - t->begin == 1;
    if (!one_word && !t->cued && !t->fixed && (cue_at(view, t->begin, end) & CASUS_PLACE_CUE_TITLE) != 0) {
        merit += after_title; /* 'the cruiser General San Martin' */
    }
    bool given = one_word && holds(view, &view->pack->given_name, t->begin);
    if (t->end < end && is_proper(view, t->end) && is_other_name(places, t->end)) {
        bool noun = is_noun_of_name(view, t->end, end);
        bool flat = flat_linked(view, t->end - 1, t->end);
        bool bare = one_word && !t->cued && view->word[t->end].head != CASUS_NO_WORD &&
                    view->word[t->end].deprel == CASUS_DEPREL_NSUBJ; /* 'Paris Hilton said' */
        bool is_person = !noun && ((flat && !t->fixed) || given || bare || is_initial(view, t->end));
        merit += is_person ? before_name : before_head;
        /* 'the town of Paris Crossing': a name of more words, whoever or wherever that is */
        merit += is_person && flat && (t->cued || !places->name[t->name].main[0]) ? other_part : 0;
        t->part = !is_person;
    }
    merit += given ? given_name : 0;
    if (one_word && casus_map_get(&places->person, view->doc->word[t->begin].form) != NULL) {
        merit += known_person;
    }
    return merit;
}

/* 'Paris, Texas', 'Gori (Georgia)': the second holds the first. */
static float merit_of_pair(casus_places *places, casus_toponym *t, uint32_t end)
{
    const casus_view *view = places->view;
    float merit = 0;
    if (t->end + 1 < end && (is_comma(view, t->end) || casus_str_eq(view->doc->word[t->end].form, CASUS_STR("(")))) {
        casus_toponym *next = at_word(places, t->end + 1);
        if (next != NULL && next->begin == t->end + 1 && !next->adjective) {
            casus_place_precision precision = precision_of(places, next);
            bool wide = precision == CASUS_PLACE_COUNTRY || precision == CASUS_PLACE_REGION ||
                        precision == CASUS_PLACE_DISTRICT || precision == CASUS_PLACE_AREA;
            merit += beside_place;
            next->merit += beside_place;
            next->cued = t->cued = true;
            if (wide && places->name[t->name].within == CASUS_NO_TOPONYM) {
                places->name[t->name].within = next->name;
            }
        }
    }
    return merit;
}

/* Whether it is a short form that stands where it is none: not behind a place and a comma. */
static bool is_out_of_place(const casus_places *places, const casus_toponym *t, uint32_t begin)
{
    const casus_view *view = places->view;
    return t->behind && !(t->begin >= begin + 2 && is_comma(view, t->begin - 1) && view->word[t->begin - 2].capital);
}

static float merit_of_words(const casus_places *places, const casus_toponym *t, uint32_t begin)
{
    const casus_view *view = places->view;
    bool one_word = t->end - t->begin == 1;
    casus_span span = casus_view_span(view, t->begin, t->end);
    uint8_t weight = casus_gazetteer_row_of(view->world->gazetteer, places->name[t->name].choice[0])->weight;
    float merit = view->word[t->head].upos == CASUS_UPOS_PROPN ? proper_noun
                  : t->adjective || weight >= CITY             ? 0
                                                               : no_proper_noun;
    uint32_t len = 0;
    bool common = casus_places__term(view, &view->pack->not_place, t->begin, t->end, &len) != CASUS_NO_VALUE &&
                  len == t->end - t->begin;
    common = common || casus_map_get(&view->pack->agency, places->name[t->name].folded) != NULL;
    if (common && !t->fixed && t->kind == CASUS_PLACE_KIND_NONE) {
        merit += common_word - (one_word ? 0 : several_words); /* 'Old City': long, and none the surer */
    }
    if (one_word && !t->fixed) {
        merit += t->begin == begin ? first_word : 0;
        merit += span.end - span.begin <= FEW_LETTERS ? few_letters : 0;
    }
    const casus_view_word *head = &view->word[t->head];
    if (weight < CITY && !t->fixed && !t->cued && head->deprel == CASUS_DEPREL_NSUBJ) {
        merit += acts; /* small towns seldom act; persons do */
    }
    if (weight < CITY && t->part && !t->cued) {
        merit += small_part;
    }
    return merit;
}

/* 'Homs, a city in western Syria': what the apposition's preposition leads to holds it. */
static void look_round(casus_places *places, const casus_toponym *t, uint32_t end)
{
    const casus_view *view = places->view;
    if (t->end + 2 >= end || places->name[t->name].within != CASUS_NO_TOPONYM || !is_comma(view, t->end)) {
        return;
    }
    bool led = false;
    for (uint32_t w = t->end + 1; w < end && w <= t->end + LOOK_AHEAD; w++) {
        const casus_toponym *next = at_word(places, w);
        uint32_t cue = next == NULL ? cue_at(view, w, end) : 0;
        if (next != NULL) {
            casus_place_precision precision = precision_of(places, next);
            if (led && next->begin == w && !next->adjective &&
                (precision == CASUS_PLACE_COUNTRY || precision == CASUS_PLACE_REGION)) {
                places->name[t->name].within = next->name;
            }
            return;
        }
        led = (cue & (CASUS_PLACE_CUE_IN | CASUS_PLACE_CUE_OF)) != 0 ||
              (led && ((cue & CASUS_PLACE_CUE_DIRECTION) != 0 || view->word[w].upos == CASUS_UPOS_DET));
        if (!led && view->word[w].upos != CASUS_UPOS_DET && view->word[w].upos != CASUS_UPOS_ADJ &&
            view->word[w].upos != CASUS_UPOS_NOUN) {
            return;
        }
    }
}

/* A kind that follows: 'Kharkiv region'. */
static float merit_after(const casus_places *places, casus_toponym *t, uint32_t end)
{
    const casus_view *view = places->view;
    uint32_t len = 0;
    uint32_t w = t->end < end && casus_str_eq(view->doc->word[t->end].form, CASUS_STR("-")) ? t->end + 1 : t->end;
    uint32_t kind = w < end ? casus_places__term(view, &view->pack->place_kind, w, end, &len) : CASUS_NO_VALUE;
    if (kind == CASUS_NO_VALUE || at_word(places, w) != NULL) {
        return 0;
    }
    t->kind = t->kind == 0 ? (uint8_t)kind : t->kind;
    t->cued = true;
    return beside_kind;
}

static void judge(casus_places *places, casus_toponym *t)
{
    const casus_view *view = places->view;
    const casus_sentence *s = &view->doc->sentence[view->word[t->begin].sentence];
    t->merit += merit_of_size(places, t);
    if (!t->adjective) {
        t->merit += merit_before(places, t, s->word_begin) + merit_after(places, t, s->word_end);
        t->merit += merit_of_person(places, t, s->word_begin, s->word_end);
        t->merit += merit_of_pair(places, t, s->word_end);
        look_round(places, t, s->word_end);
    }
    t->merit += merit_of_words(places, t, s->word_begin);
    if (is_out_of_place(places, t, s->word_begin)) {
        t->merit = -1;
    }
}

casus_status casus_places__judge(casus_places *places, casus_error *err)
{
    casus_status st = CASUS_OK;
    CASUS_TRY(learn_persons(places, err));
    for (uint32_t i = 0; i < places->n; i++) {
        judge(places, &places->toponym[i]);
    }
    for (uint32_t i = 0; i < places->n; i++) {
        const casus_toponym *t = &places->toponym[i];
        casus_toponym_name *name = &places->name[t->name];
        name->merit = t->merit > name->merit ? t->merit : name->merit;
    }
    for (uint32_t i = 0; i < places->n; i++) {
        casus_toponym *t = &places->toponym[i];
        casus_toponym_name *name = &places->name[t->name];
        float merit = t->merit + (name->merit >= bar + 2 ? elsewhere : 0);
        t->taken = merit >= bar && (t->cued || !name->sounds);
        name->mentions += t->taken;
        if (t->taken && t->kind != 0 && name->kind == 0) {
            name->kind = t->kind;
        }
    }
done:
    return st;
}
