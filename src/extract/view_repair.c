/* Verbs under their own subjects: see view_repair.h. */
#include "extract/view_repair.h"

/* Whether some child of `w` after `from` has the relation. Children lists are not there yet: neighbours are looked at. */
static uint32_t child_behind(const casus_view *view, uint32_t w, casus_deprel deprel)
{
    const casus_sentence *s = &view->doc->sentence[view->word[w].sentence];
    for (uint32_t c = w + 1; c < s->word_end; c++) {
        if (view->word[c].head == w && view->word[c].deprel == deprel) {
            return c;
        }
    }
    return CASUS_NO_WORD;
}

/* Something between noun and verb shows that the verb is a clause of its own: a relative pronoun, a conjunction, 'to'. */
static bool is_introduced(const casus_view *view, uint32_t noun, uint32_t verb)
{
    for (uint32_t c = noun + 1; c < verb; c++) {
        if (view->word[c].head == verb &&
            (view->word[c].deprel == CASUS_DEPREL_MARK || view->word[c].deprel == CASUS_DEPREL_NSUBJ ||
             view->word[c].deprel == CASUS_DEPREL_NSUBJ_PASS || view->word[c].deprel == CASUS_DEPREL_AUX_PASS ||
             view->word[c].deprel == CASUS_DEPREL_OBJ || view->word[c].upos == CASUS_UPOS_PRON)) {
            return true;
        }
    }
    return false;
}

/* The verb takes the place of the noun, which becomes its subject and keeps what stands before the verb. */
static void promote(casus_view *view, uint32_t noun, uint32_t verb)
{
    const casus_sentence *s = &view->doc->sentence[view->word[verb].sentence];
    view->word[verb].head = view->word[noun].head;
    view->word[verb].deprel = view->word[noun].deprel;
    view->word[noun].head = verb;
    view->word[noun].deprel = CASUS_DEPREL_NSUBJ;
    for (uint32_t c = verb + 1; c < s->word_end; c++) {
        if (view->word[c].head == noun) {
            view->word[c].head = verb;
        }
    }
}

static void mend_clause(casus_view *view, uint32_t verb)
{
    uint32_t noun = view->word[verb].head;
    bool finite = casus_view_has(view, verb, CASUS_STR("VerbForm=Fin"));
    if (noun == CASUS_NO_WORD || noun > verb || is_introduced(view, noun, verb) ||
        (view->word[noun].upos != CASUS_UPOS_NOUN && view->word[noun].upos != CASUS_UPOS_PROPN)) {
        return;
    }
    bool past = casus_view_has(view, verb, CASUS_STR("Tense=Past"));
    bool whole = view->word[noun].head == CASUS_NO_WORD || view->word[noun].deprel == CASUS_DEPREL_CCOMP;
    if (finite || (past && whole && child_behind(view, verb, CASUS_DEPREL_OBJ) != CASUS_NO_WORD)) {
        promote(view, noun, verb);
    }
}

/* 'Police blocked aid' read as one noun phrase. */
static void mend_phrase(casus_view *view, uint32_t verb)
{
    uint32_t object = view->word[verb].head;
    if (object == CASUS_NO_WORD || object < verb || verb == 0 || view->word[object].head != CASUS_NO_WORD) {
        return;
    }
    uint32_t subject = verb - 1;
    if (view->word[subject].head != verb || view->word[subject].deprel != CASUS_DEPREL_COMPOUND) {
        return;
    }
    view->word[verb].head = CASUS_NO_WORD;
    view->word[verb].deprel = CASUS_DEPREL_ROOT;
    view->word[object].head = verb;
    view->word[object].deprel = CASUS_DEPREL_OBJ;
    view->word[subject].deprel = CASUS_DEPREL_NSUBJ;
}

void casus_view_repair(casus_view *view)
{
    for (uint32_t w = 0; w < view->doc->n_word; w++) {
        const casus_view_word *v = &view->word[w];
        if (v->upos != CASUS_UPOS_VERB) {
            continue;
        }
        if (v->deprel == CASUS_DEPREL_ACL) {
            mend_clause(view, w);
        } else if (v->deprel == CASUS_DEPREL_AMOD) {
            mend_phrase(view, w);
        }
    }
}
