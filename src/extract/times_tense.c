/* Where a clause points in time: see times.h. */
#include "extract/times.h"

enum { FARTHEST_VERB = 8, MOST_CHILDREN = 64 };

static bool is_verb(const casus_view_word *word)
{
    return word->upos == CASUS_UPOS_VERB || word->upos == CASUS_UPOS_AUX;
}

static casus_time_tense tense_of(const casus_view *view, uint32_t w)
{
    uint32_t form = view->word[w].form;
    uint32_t lemma = view->word[w].lemma;
    uint32_t len = 0;
    uint32_t found =
        lemma == 0 && form == 0 ? CASUS_NO_VALUE : casus_lexicon_longest(&view->pack->tense, &form, &lemma, 1, &len);
    return found == CASUS_NO_VALUE ? CASUS_TENSE_NONE : (casus_time_tense)found;
}

/*
 * What the auxiliaries and the copula of a predicate tell; *any: it has one. A future told in the past, with a perfect,
 * is hearsay of what was ('zouden gesneuveld zijn', 'would have fallen').
 */
static casus_direction by_auxiliaries(const casus_view *view, uint32_t verb, bool *any)
{
    bool participle = casus_view_has(view, verb, CASUS_STR("VerbForm=Part"));
    bool past = false;
    bool present = false;
    bool future = false;
    bool future_in_past = false;
    bool perfect = false;
    uint32_t n = 0;
    *any = false;
    for (uint32_t c = view->word[verb].first_child; c != CASUS_NO_WORD && n < MOST_CHILDREN;
         c = view->word[c].next_sibling, n++) {
        casus_deprel deprel = (casus_deprel)view->word[c].deprel;
        if (deprel != CASUS_DEPREL_AUX && deprel != CASUS_DEPREL_AUX_PASS && deprel != CASUS_DEPREL_COP) {
            continue;
        }
        casus_time_tense tense = tense_of(view, c);
        bool is_past = casus_view_has(view, c, CASUS_STR("Tense=Past"));
        *any = true;
        future = future || tense == CASUS_TENSE_FUTURE;
        future_in_past = future_in_past || (tense == CASUS_TENSE_FUTURE && is_past);
        perfect = perfect || (tense == CASUS_TENSE_PERFECT && deprel != CASUS_DEPREL_COP && participle);
        past = past || tense == CASUS_TENSE_PAST || (is_past && tense != CASUS_TENSE_FUTURE);
        present = present || (casus_view_has(view, c, CASUS_STR("Tense=Pres")) &&
                              !casus_view_has(view, c, CASUS_STR("VerbForm=Part")));
    }
    return future && !(perfect && future_in_past) ? CASUS_TOWARDS_FUTURE
           : past || perfect                      ? CASUS_TOWARDS_PAST
           : present                              ? CASUS_TOWARDS_PRESENT
                                                  : CASUS_TOWARDS_NOTHING;
}

static casus_direction by_verb(const casus_view *view, uint32_t verb)
{
    bool any = false;
    casus_direction found = by_auxiliaries(view, verb, &any);
    if (found != CASUS_TOWARDS_PAST && tense_of(view, verb) == CASUS_TENSE_FUTURE) {
        return CASUS_TOWARDS_FUTURE;
    }
    bool infinitive = casus_view_has(view, verb, CASUS_STR("VerbForm=Inf"));
    if (infinitive && found != CASUS_TOWARDS_PAST) {
        return CASUS_TOWARDS_FUTURE;
    }
    if (found != CASUS_TOWARDS_NOTHING) {
        return found;
    }
    if (casus_view_has(view, verb, CASUS_STR("Tense=Past")) ||
        (!any && casus_view_has(view, verb, CASUS_STR("VerbForm=Part")) &&
         !casus_view_has(view, verb, CASUS_STR("Tense=Pres")))) {
        return CASUS_TOWARDS_PAST;
    }
    return casus_view_has(view, verb, CASUS_STR("Tense=Pres")) &&
                   !casus_view_has(view, verb, CASUS_STR("VerbForm=Part"))
               ? CASUS_TOWARDS_PRESENT
               : CASUS_TOWARDS_NOTHING;
}

/* Whether a finite verb tells the tense: its own form, or an auxiliary's. */
static bool is_finite(const casus_view *view, uint32_t verb)
{
    bool any = false;
    (void)by_auxiliaries(view, verb, &any);
    return any || casus_view_has(view, verb, CASUS_STR("VerbForm=Fin"));
}

/* A participle or past form right before, whatever the tree makes of it ('announced Friday'); CASUS_NO_WORD: none. */
static uint32_t past_before(const casus_view *view, uint32_t w)
{
    if (w > 0 && view->word[w - 1].upos == CASUS_UPOS_ADP) {
        w--;
    }
    return w > 0 && view->word[w - 1].sentence == view->word[w].sentence && view->word[w - 1].upos == CASUS_UPOS_VERB &&
                   by_verb(view, w - 1) == CASUS_TOWARDS_PAST
               ? w - 1
               : CASUS_NO_WORD;
}

casus_direction casus_times__direction(casus_times *times)
{
    const casus_view *view = times->view;
    if (times->direction_known) {
        return times->direction;
    }
    times->direction_known = true;
    times->direction = CASUS_TOWARDS_NOTHING;
    uint32_t w = times->top->extent_end - 1;
    while (view->word[w].head != CASUS_NO_WORD && view->word[w].head >= times->top->extent_begin &&
           view->word[w].head < times->top->extent_end) {
        w = view->word[w].head; /* the head of the expression itself */
    }
    uint32_t before = past_before(view, times->top->extent_begin);
    if (before != CASUS_NO_WORD) {
        times->direction_weak = !is_finite(view, before);
        return times->direction = CASUS_TOWARDS_PAST;
    }
    bool through_noun = false;
    bool far = false;
    w = view->word[w].head;
    for (uint32_t i = 0; i < FARTHEST_VERB && w != CASUS_NO_WORD; i++, w = view->word[w].head) {
        bool any = false;
        if (is_verb(&view->word[w])) {
            times->direction = by_verb(view, w);
            if (far && tense_of(view, w) == CASUS_TENSE_FUTURE) {
                times->direction = CASUS_TOWARDS_FUTURE; /* 'invited them to talks on Monday' */
                return times->direction;
            }
        } else {
            times->direction = by_auxiliaries(view, w, &any); /* a predicate with a copula */
        }
        if (times->direction != CASUS_TOWARDS_NOTHING) {
            break;
        }
        through_noun = through_noun || view->word[w].upos == CASUS_UPOS_NOUN || view->word[w].upos == CASUS_UPOS_PROPN;
        far = true;
    }
    times->direction_weak = far || (w != CASUS_NO_WORD && !is_finite(view, w));
    if (through_noun && times->direction == CASUS_TOWARDS_FUTURE) {
        times->direction = CASUS_TOWARDS_NOTHING; /* 'the May agreement will end': told of the noun, not of the verb */
    }
    return times->direction;
}
