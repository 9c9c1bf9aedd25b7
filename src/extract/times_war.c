/* The day that a war began, where the text tells it: its days are counted from there. See times.h. */
#include "extract/times.h"

enum { FARTHEST = 6, MOST_CHILDREN = 64 };

static bool is_of(const casus_times *times, uint32_t w, casus_str class_name)
{
    const casus_rules *rules = times->matcher.rules;
    uint32_t c = casus_rules_class(rules, class_name);
    uint32_t len = 0;
    const casus_view_word *word = &times->view->word[w];
    return c != CASUS_NO_CLASS && (word->form != 0 || word->lemma != 0) &&
           casus_lexicon_longest(&rules->class_of[c].lexicon, &word->form, &word->lemma, 1, &len) != CASUS_NO_VALUE;
}

/* Whether the subject (or, in the passive, the object) of a predicate is a war. */
static bool is_of_war(const casus_times *times, uint32_t verb)
{
    const casus_view *view = times->view;
    uint32_t n = 0;
    for (uint32_t c = view->word[verb].first_child; c != CASUS_NO_WORD && n < MOST_CHILDREN;
         c = view->word[c].next_sibling, n++) {
        casus_deprel deprel = (casus_deprel)view->word[c].deprel;
        if ((deprel == CASUS_DEPREL_NSUBJ || deprel == CASUS_DEPREL_NSUBJ_PASS || deprel == CASUS_DEPREL_OBJ) &&
            is_of(times, c, CASUS_STR(CASUS_TIME_WAR_CLASS))) {
            return true;
        }
    }
    return false;
}

void casus_times__note_war(casus_times *times, const casus_when *when)
{
    const casus_view *view = times->view;
    uint32_t w = times->top->extent_end - 1;
    if (when->kind != CASUS_WHEN_POINT || when->unit != CASUS_UNIT_DAY || when->no_year) {
        return;
    }
    for (uint32_t i = 0; i < FARTHEST && w != CASUS_NO_WORD; i++, w = view->word[w].head) {
        if (is_of(times, w, CASUS_STR(CASUS_TIME_BEGIN_CLASS)) && is_of_war(times, w)) {
            times->war = *when;
            return;
        }
        if (view->word[w].upos == CASUS_UPOS_VERB) {
            return;
        }
    }
}
