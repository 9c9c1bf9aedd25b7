/*
 * Places of claims: see claim_place.h. By docs/record.md: what is said happens nowhere; a country that acts or that a
 * thing comes from is no place of the event; the most exact place is wanted.
 */
#include "extract/claim_place.h"

#include "extract/attach.h"
#include "extract/claim_sides.h"
#include "record/plover.h"

#include <limits.h>

enum { FARTHEST_SCENE = 3 };

/* Words, not deeds: what they are about may have a place. */
static bool is_speech(casus_event_type type)
{
    switch (type) {
    case CASUS_REQUEST:
    case CASUS_REJECT:
    case CASUS_ACCUSE:
    case CASUS_THREATEN:
    case CASUS_SUPPORT:
        return true;
    default:
        return false;
    }
}

/* Whether an adposition of place introduces the name. */
static bool is_in(const casus_view *view, const casus_place *p)
{
    for (uint32_t c = view->word[p->head].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        uint32_t len = 0;
        if (view->word[c].deprel == CASUS_DEPREL_CASE) {
            uint32_t cue = casus_lexicon_longest(&view->pack->place_cue, &view->word[c].form, NULL, 1, &len);
            if (cue != CASUS_NO_VALUE && (cue & CASUS_PLACE_CUE_IN) != 0) {
                return true;
            }
        }
    }
    return false;
}

/* Whether it is where something comes from ('a rocket from Lebanon'). */
static bool is_origin(const casus_view *view, const casus_place *p)
{
    for (uint32_t c = view->word[p->head].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        uint32_t len = 0;
        if (view->word[c].deprel == CASUS_DEPREL_CASE &&
            casus_lexicon_longest(&view->pack->actor_word, &view->word[c].form, NULL, 1, &len) == CASUS_WORD_FROM) {
            return true;
        }
    }
    return false;
}

/* How exact: the smaller, the more. */
static unsigned coarseness(const casus_place *p)
{
    switch (p->precision) {
    case CASUS_PLACE_SITE:
        return 0;
    case CASUS_PLACE_POPULATED:
        return 1;
    case CASUS_PLACE_DISTRICT:
        return 2;
    case CASUS_PLACE_REGION:
    case CASUS_PLACE_AREA:
        return 3;
    default:
        return 4;
    }
}

/*
 * Whether the place is one who takes part, or is told with one ('the army in Bamako'); what stands in his mention without
 * an adposition may be an object that the parser hung there.
 */
static bool has_role(const casus_view *view, const casus_participants *roles, const casus_place *p)
{
    bool bound = p->precision == CASUS_PLACE_COUNTRY || p->adjective ||
                 casus_view_child(view, p->head, CASUS_DEPREL_CASE) != CASUS_NO_WORD;
    for (uint32_t i = 0; i < roles->n; i++) {
        casus_span mention = roles->role[i].mention;
        bool whole = mention.begin == p->text.begin && mention.end == p->text.end;
        if (whole || (bound && mention.begin <= p->text.begin && p->text.end <= mention.end)) {
            return true;
        }
    }
    return false;
}

/* Whether it is where the claim's source spoke: it hangs on the verb of saying, and is no part of what was said. */
static bool is_where_said(const casus_view *view, const casus_claim *c, const casus_place *p)
{
    enum { MOST_STEPS = 32 };
    if (c->attribution == CASUS_NO_ATTRIBUTION) {
        return false;
    }
    const casus_attribution *at = &view->doc->attribution[c->attribution];
    for (size_t i = 0; i < 2; i++) {
        if (p->text.begin >= at->content[i].begin && p->text.end <= at->content[i].end) {
            return false;
        }
    }
    uint32_t steps = 0;
    for (uint32_t w = p->head; w != CASUS_NO_WORD && w != c->word && steps++ < MOST_STEPS; w = view->word[w].head) {
        if (w == at->cue_word) {
            return true;
        }
    }
    return false;
}

/* Whether the event may have happened there. */
static bool may_be_scene(const casus_view *view, const casus_claim *c, const casus_place *p)
{
    if ((c->type == CASUS_ASSAULT && is_origin(view, p)) || is_where_said(view, c, p)) {
        return false;
    }
    bool bare = casus_view_child(view, p->head, CASUS_DEPREL_CASE) == CASUS_NO_WORD; /* 'occupied Kuwait' */
    if (p->precision == CASUS_PLACE_COUNTRY && !is_in(view, p) && (c->type != CASUS_CONTROL || !bare)) {
        return false;
    }
    return !has_role(view, &c->source, p) && (is_in(view, p) || !has_role(view, &c->actor, p));
}

/* The noun of the apposition behind the name: 'Homs, a large city'; CASUS_NO_WORD. The tree may take it for an object. */
static uint32_t noun_behind(const casus_view *view, const casus_place *p)
{
    enum { LONGEST = 4 };
    const casus_sentence *s = &view->doc->sentence[view->word[p->head].sentence];
    uint32_t w = p->word_end;
    if (w >= s->word_end || view->word[w].upos != CASUS_UPOS_PUNCT ||
        !casus_str_eq(view->doc->word[w].form, CASUS_STR(","))) {
        return CASUS_NO_WORD;
    }
    for (w++; w < s->word_end && w <= p->word_end + LONGEST; w++) {
        if (view->word[w].upos == CASUS_UPOS_NOUN) {
            return w;
        }
        if (view->word[w].upos != CASUS_UPOS_DET && view->word[w].upos != CASUS_UPOS_ADJ &&
            view->word[w].upos != CASUS_UPOS_ADV) {
            break;
        }
    }
    return CASUS_NO_WORD;
}

/* 'In Homs, a city on the river Orontes': what is told of another, more exact place of the claim. */
static bool is_told_of_other(const casus_view *view, const casus_claim *c, uint32_t place)
{
    const casus_place *p = &view->doc->place[place];
    for (uint32_t i = 0; i < c->n_place; i++) {
        const casus_place *other = &view->doc->place[c->place[i]];
        if (c->place[i] == place || coarseness(other) >= 2 || coarseness(other) >= coarseness(p) ||
            other->word_end > p->word_begin) {
            continue;
        }
        uint32_t noun = noun_behind(view, other);
        if (casus_view_below(view, p->head, other->head) ||
            (noun != CASUS_NO_WORD && casus_view_below(view, p->head, noun))) {
            return true;
        }
    }
    return false;
}

static void choose(const casus_view *view, casus_claim *c)
{
    const casus_doc *doc = view->doc;
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->n_place && !is_speech(c->type); i++) {
        if (may_be_scene(view, c, &doc->place[c->place[i]])) {
            c->place[n++] = c->place[i];
        }
    }
    c->n_place = n;
    for (uint32_t i = n; i-- > 0;) {
        if (is_told_of_other(view, c, c->place[i])) {
            memmove(&c->place[i], &c->place[i + 1], (n - i - 1) * sizeof *c->place);
            c->n_place = --n;
        }
    }
    for (uint32_t country = 0; country < n; country++) { /* the most exact place of each country, and its equals */
        unsigned best = UINT_MAX;
        uint32_t kept = 0;
        casus_str name = doc->place[c->place[country]].country3;
        for (uint32_t i = 0; i < n; i++) {
            const casus_place *p = &doc->place[c->place[i]];
            best = casus_str_eq(p->country3, name) && coarseness(p) < best ? coarseness(p) : best;
        }
        for (uint32_t i = 0; i < n; i++) {
            const casus_place *p = &doc->place[c->place[i]];
            if (!casus_str_eq(p->country3, name) || coarseness(p) < 2 || coarseness(p) == best) {
                c->place[kept++] = c->place[i];
            }
        }
        n = kept;
    }
    c->n_place = n;
}

/* Whether the places are exact enough for the next sentence to be still there. */
static bool is_scene(const casus_doc *doc, const casus_claim *c)
{
    for (uint32_t i = 0; i < c->n_place; i++) {
        if (doc->place[c->place[i]].precision == CASUS_PLACE_COUNTRY) {
            return false;
        }
    }
    return c->n_place > 0;
}

static bool lend(casus_doc *doc, const casus_claim *from, casus_claim *to)
{
    uint32_t *place = CASUS_NEW(&doc->arena, uint32_t, (size_t)from->n_place + 1);
    if (place == NULL) {
        return false;
    }
    memcpy(place, from->place, from->n_place * sizeof *place);
    to->place = place;
    to->n_place = from->n_place;
    return true;
}

/* Whether the word is a town by its kind alone: 'the city', but not 'the city of Homs'. */
static bool is_the_town(const casus_view *view, uint32_t w)
{
    uint32_t len = 0;
    bool definite = false;
    if (view->word[w].upos != CASUS_UPOS_NOUN || (casus_lexicon_longest(&view->pack->place_kind, &view->word[w].lemma,
                                                                        NULL, 1, &len) != CASUS_PLACE_KIND_POPULATED &&
                                                  casus_lexicon_longest(&view->pack->place_kind, &view->word[w].form,
                                                                        NULL, 1, &len) != CASUS_PLACE_KIND_POPULATED)) {
        return false;
    }
    for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        definite = definite ||
                   (view->word[c].deprel == CASUS_DEPREL_DET && (casus_view_has(view, c, CASUS_STR("Definite=Def")) ||
                                                                 casus_view_has(view, c, CASUS_STR("PronType=Dem"))));
        if (view->word[c].upos == CASUS_UPOS_PROPN) {
            return false;
        }
    }
    return definite;
}

/* The town that 'the city' of the claim's own words is: the last one named before it; UINT32_MAX: none. */
static uint32_t town_meant(const casus_view *view, const casus_claim *c)
{
    const casus_sentence *s = &view->doc->sentence[c->sentence];
    uint32_t town = UINT32_MAX;
    uint32_t w = s->word_begin;
    while (w < s->word_end && !(is_the_town(view, w) && casus_view_below(view, w, c->word))) {
        w++;
    }
    for (uint32_t i = 0; w < s->word_end && i < view->doc->n_place && view->doc->place[i].word_end <= w; i++) {
        const casus_place *p = &view->doc->place[i];
        if (p->precision == CASUS_PLACE_POPULATED && casus_place_is_told(view, p)) {
            town = i;
        }
    }
    return town;
}

/* A state orders martial law or a curfew for itself: the name of the actor's country in the sentence; UINT32_MAX: none. */
static uint32_t land_meant(const casus_view *view, const casus_claim *c)
{
    static const char *const state[] = {"GOV", NULL};
    uint32_t measures =
        casus_mode_of(CASUS_COERCE, CASUS_STR("curfew")) | casus_mode_of(CASUS_COERCE, CASUS_STR("martial-law"));
    const casus_sentence *s = &view->doc->sentence[c->sentence];
    const casus_actor *actor = c->actor.n != 1 ? NULL : &view->doc->actor[c->actor.role[0].actor];
    if (c->type != CASUS_COERCE || (c->mode & measures) == 0 || actor == NULL || !casus_has_sector(actor, state)) {
        return UINT32_MAX;
    }
    for (uint32_t i = 0; i < view->doc->n_place; i++) {
        const casus_place *p = &view->doc->place[i];
        if (p->word_begin >= s->word_begin && p->word_end <= s->word_end && p->precision == CASUS_PLACE_COUNTRY &&
            casus_str_eq(p->country3, actor->country)) {
            return i;
        }
    }
    return UINT32_MAX;
}

static bool name_town(const casus_view *view, casus_claim *c)
{
    if (c->n_place > 0 || is_speech(c->type)) {
        return true;
    }
    uint32_t town = town_meant(view, c);
    town = town == UINT32_MAX ? land_meant(view, c) : town;
    if (town == UINT32_MAX) {
        return true;
    }
    uint32_t *place = CASUS_NEW(&view->doc->arena, uint32_t, 1);
    if (place == NULL) {
        return false;
    }
    *place = town;
    c->place = place;
    c->n_place = 1;
    return true;
}

bool casus_claims_place(const casus_view *view)
{
    casus_doc *doc = view->doc;
    const casus_claim *scene = NULL; /* the last that told where */
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        choose(view, &doc->claim[i]);
        if (!name_town(view, &doc->claim[i])) {
            return false;
        }
    }
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        casus_claim *c = &doc->claim[i];
        bool lent = c->n_place == 0;
        const casus_claim *next = i + 1 < doc->n_claim ? c + 1 : NULL;
        if (c->type != CASUS_ASSAULT && c->type != CASUS_CONTROL) {
            continue;
        }
        if (c->n_place == 0 && next != NULL && next->type == CASUS_ASSAULT && next->n_place > 0 &&
            casus_view_below(view, next->word, c->word)) {
            if (!lend(doc, next, c)) { /* 'were killed when a rocket struck a house in X' */
                return false;
            }
        } else if (c->n_place == 0 && scene != NULL && c->sentence - scene->sentence <= FARTHEST_SCENE &&
                   !lend(doc, scene, c)) {
            return false;
        }
        scene = is_scene(doc, c) && !lent ? c : scene;
    }
    return true;
}
