/* Clauses under the verb that governs them: see view_repair.h. */
#include "extract/view_repair.h"

#include "pack/claim.h"

static bool is_subject(uint8_t deprel)
{
    return deprel == CASUS_DEPREL_NSUBJ || deprel == CASUS_DEPREL_NSUBJ_PASS;
}

static bool is_finite(const casus_view *view, uint32_t w)
{
    return casus_view_has(view, w, CASUS_STR("VerbForm=Fin"));
}

/* How many children of `w` are its subjects. Children lists are not there yet: the sentence is looked through. */
static uint32_t count_subjects(const casus_view *view, uint32_t w)
{
    const casus_sentence *s = &view->doc->sentence[view->word[w].sentence];
    uint32_t n = 0;
    for (uint32_t c = s->word_begin; c < s->word_end; c++) {
        n += view->word[c].head == w && is_subject(view->word[c].deprel);
    }
    return n;
}

static bool has_child(const casus_view *view, uint32_t w, casus_deprel deprel)
{
    const casus_sentence *s = &view->doc->sentence[view->word[w].sentence];
    for (uint32_t c = s->word_begin; c < s->word_end; c++) {
        if (view->word[c].head == w && view->word[c].deprel == deprel) {
            return true;
        }
    }
    return false;
}

/* Whether a row of the pack makes the verb one of saying. */
static bool is_cue(const casus_view *view, uint32_t w)
{
    const casus_claim_pack *pack = view->pack->claim;
    uint32_t lemma = view->word[w].lemma;
    return view->word[w].upos == CASUS_UPOS_VERB && lemma != 0 && lemma <= pack->n_vocab &&
           pack->first_cue[lemma] != CASUS_PACK_LAST;
}

/* Another object of the verb behind the pronoun: of two, and no subject, it is the subject. */
static uint32_t object_between(const casus_view *view, uint32_t pronoun, uint32_t verb)
{
    for (uint32_t c = pronoun + 1; c < verb; c++) {
        if (view->word[c].head == verb && view->word[c].deprel == CASUS_DEPREL_OBJ) {
            return c;
        }
    }
    return CASUS_NO_WORD;
}

/*
 * A conjunction that was read as a relative pronoun ('meldde het leger dat bij de brug vier mannen zijn gedood'): a
 * second subject or object shows it, since no clause has two. The clause is what the verb over the noun says.
 */
static void mend_conjunction(casus_view *view, uint32_t pronoun)
{
    uint32_t verb = view->word[pronoun].head;
    if (verb == CASUS_NO_WORD ||
        (view->word[verb].deprel != CASUS_DEPREL_ACL_RELCL && view->word[verb].deprel != CASUS_DEPREL_ACL)) {
        return;
    }
    uint32_t object = view->word[pronoun].deprel == CASUS_DEPREL_OBJ && count_subjects(view, verb) == 0
                          ? object_between(view, pronoun, verb)
                          : CASUS_NO_WORD;
    bool doubled = is_subject(view->word[pronoun].deprel) && count_subjects(view, verb) > 1;
    if (!doubled && object == CASUS_NO_WORD) {
        return;
    }
    uint32_t noun = view->word[verb].head;
    uint32_t over = noun == CASUS_NO_WORD ? CASUS_NO_WORD : view->word[noun].head;
    if (over != CASUS_NO_WORD && over < verb && is_cue(view, over) && view->word[noun].deprel != CASUS_DEPREL_OBJ &&
        !has_child(view, over, CASUS_DEPREL_CCOMP)) {
        view->word[pronoun].upos = CASUS_UPOS_SCONJ;
        view->word[pronoun].deprel = CASUS_DEPREL_MARK;
        view->word[verb].head = over;
        view->word[verb].deprel = CASUS_DEPREL_CCOMP;
        if (object != CASUS_NO_WORD) {
            view->word[object].deprel = CASUS_DEPREL_NSUBJ;
        }
    }
}

/* 'Dat melden het leger en de politie': of two subjects the bare demonstrative is what is said. */
static void mend_demonstrative(casus_view *view, uint32_t pronoun)
{
    uint32_t verb = view->word[pronoun].head;
    if (verb != CASUS_NO_WORD && view->word[pronoun].deprel == CASUS_DEPREL_NSUBJ && pronoun < verb &&
        casus_view_has(view, pronoun, CASUS_STR("PronType=Dem")) && count_subjects(view, verb) > 1) {
        view->word[pronoun].deprel = CASUS_DEPREL_OBJ;
    }
}

/* A participle read as the particle of its own auxiliary ('had dat nog ontkend') becomes the head of the clause. */
static void mend_participle(casus_view *view, uint32_t participle)
{
    uint32_t aux = view->word[participle].head;
    if (aux == CASUS_NO_WORD || view->word[participle].deprel != CASUS_DEPREL_COMPOUND_PRT ||
        !casus_view_has(view, participle, CASUS_STR("VerbForm=Part"))) {
        return;
    }
    const casus_sentence *s = &view->doc->sentence[view->word[aux].sentence];
    for (uint32_t c = s->word_begin; c < s->word_end; c++) {
        if (view->word[c].head == aux) {
            view->word[c].head = participle;
        }
    }
    view->word[participle].head = view->word[aux].head;
    view->word[participle].deprel = view->word[aux].deprel;
    view->word[aux].head = participle;
    view->word[aux].deprel = CASUS_DEPREL_AUX;
    view->word[aux].upos = CASUS_UPOS_AUX;
}

/* 'had been hit and accused the rebels': who has an object does not share the helper of a passive. */
static bool is_active_after_passive(const casus_view *view, uint32_t first, uint32_t verb)
{
    return has_child(view, first, CASUS_DEPREL_AUX_PASS) && !has_child(view, verb, CASUS_DEPREL_AUX_PASS) &&
           (has_child(view, verb, CASUS_DEPREL_OBJ) || has_child(view, verb, CASUS_DEPREL_CCOMP));
}

/*
 * 'said no shell had been fired and accused the rebels': a finite verb of saying without a subject cannot share the
 * auxiliary or the infinitive's mark of what it was coordinated with, and so goes on where the verb over that does.
 */
static void mend_coordination(casus_view *view, uint32_t verb)
{
    uint32_t first = view->word[verb].head;
    if (view->word[verb].deprel != CASUS_DEPREL_CONJ || first == CASUS_NO_WORD || first > verb || !is_cue(view, verb) ||
        is_finite(view, first) || count_subjects(view, verb) > 0 ||
        !(is_finite(view, verb) || is_active_after_passive(view, first, verb)) ||
        view->word[first].upos == CASUS_UPOS_NOUN || view->word[first].upos == CASUS_UPOS_PROPN) {
        return;
    }
    bool helped = has_child(view, first, CASUS_DEPREL_AUX) || has_child(view, first, CASUS_DEPREL_COP) ||
                  has_child(view, first, CASUS_DEPREL_MARK);
    for (uint32_t over = view->word[first].head; helped && over != CASUS_NO_WORD; over = view->word[over].head) {
        if (view->word[over].upos == CASUS_UPOS_VERB && is_finite(view, over) && count_subjects(view, over) > 0) {
            view->word[verb].head = over;
            return;
        }
    }
}

/* Whether the verb or an auxiliary of it is finite and singular. */
static bool is_singular(const casus_view *view, uint32_t verb)
{
    const casus_sentence *s = &view->doc->sentence[view->word[verb].sentence];
    for (uint32_t c = s->word_begin; c < s->word_end; c++) {
        bool own = c == verb || (view->word[c].head == verb && (view->word[c].deprel == CASUS_DEPREL_AUX ||
                                                                view->word[c].deprel == CASUS_DEPREL_AUX_PASS));
        if (own && is_finite(view, c) && casus_view_has(view, c, CASUS_STR("Number=Sing"))) {
            return true;
        }
    }
    return false;
}

/*
 * 'dat het drie tanks heeft vernietigd': the one article of a plural noun with a number, before a verb in the
 * singular that has no other subject, is the pronoun that is the subject.
 */
static void mend_article(casus_view *view, uint32_t article)
{
    uint32_t noun = view->word[article].head;
    uint32_t verb = noun == CASUS_NO_WORD ? CASUS_NO_WORD : view->word[noun].head;
    if (verb == CASUS_NO_WORD || view->word[article].deprel != CASUS_DEPREL_DET ||
        view->word[article + 1].upos != CASUS_UPOS_NUM || view->word[noun].deprel != CASUS_DEPREL_NSUBJ ||
        !casus_view_has(view, noun, CASUS_STR("Number=Plur")) || verb < noun || count_subjects(view, verb) != 1 ||
        !is_singular(view, verb)) {
        return;
    }
    view->word[article].head = verb;
    view->word[article].deprel = CASUS_DEPREL_NSUBJ;
    view->word[article].upos = CASUS_UPOS_PRON;
    view->word[noun].deprel = CASUS_DEPREL_OBJ;
}

/* A verb that a conjunction introduces is no conjunct of a verb of saying before it: it is what is said. */
static void mend_content(casus_view *view, uint32_t verb)
{
    uint32_t above = view->word[verb].head;
    if (view->word[verb].deprel == CASUS_DEPREL_CONJ && above != CASUS_NO_WORD && above < verb && is_cue(view, above) &&
        has_child(view, verb, CASUS_DEPREL_MARK) && !has_child(view, verb, CASUS_DEPREL_CC) &&
        !has_child(view, above, CASUS_DEPREL_CCOMP)) {
        view->word[verb].deprel = CASUS_DEPREL_CCOMP;
    }
}

void casus_view_repair_clauses(casus_view *view)
{
    for (uint32_t w = 0; w < view->doc->n_word; w++) {
        if (view->word[w].upos == CASUS_UPOS_PRON) {
            mend_conjunction(view, w);
            mend_demonstrative(view, w);
        } else if (view->word[w].upos == CASUS_UPOS_VERB) {
            mend_participle(view, w);
            mend_coordination(view, w);
            mend_content(view, w);
        } else if (view->word[w].upos == CASUS_UPOS_DET && w + 1 < view->doc->n_word) {
            mend_article(view, w);
        }
    }
}
