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

/* Whether something stands behind the verb that is its object, or could be: nothing introduces it. */
static bool has_bare_object(const casus_view *view, uint32_t verb)
{
    uint32_t object = child_behind(view, verb, CASUS_DEPREL_OBJ);
    uint32_t oblique = child_behind(view, verb, CASUS_DEPREL_OBL);
    if (object == CASUS_NO_WORD && oblique != CASUS_NO_WORD && oblique == verb + 1) {
        object = oblique;
    }
    return object != CASUS_NO_WORD;
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
    uint32_t top = noun; /* 'The shelling of the town by troops wounded five' */
    while (view->word[top].deprel == CASUS_DEPREL_NMOD && view->word[top].head < top) {
        top = view->word[top].head;
    }
    if (past && !finite && top != noun && view->word[top].head == CASUS_NO_WORD && has_bare_object(view, verb)) {
        promote(view, top, verb);
        return;
    }
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
    bool bare = view->word[subject].deprel == CASUS_DEPREL_COMPOUND ||
                (view->word[subject].deprel == CASUS_DEPREL_OBL && view->word[subject].upos != CASUS_UPOS_ADP);
    bool noun = view->word[subject].upos == CASUS_UPOS_NOUN || view->word[subject].upos == CASUS_UPOS_PROPN;
    if (view->word[subject].head != verb || !bare || !noun) {
        return;
    }
    for (uint32_t c = view->doc->sentence[view->word[verb].sentence].word_begin; c < subject; c++) {
        if (view->word[c].head == object) { /* what stands before the subject is the verb's, or the subject's own */
            view->word[c].head = view->word[c].deprel == CASUS_DEPREL_DET && c + 1 == subject ? subject : verb;
        }
    }
    view->word[verb].head = CASUS_NO_WORD;
    view->word[verb].deprel = CASUS_DEPREL_ROOT;
    view->word[object].head = verb;
    view->word[object].deprel = CASUS_DEPREL_OBJ;
    view->word[subject].deprel = CASUS_DEPREL_NSUBJ;
}

/*
 * 'The union on Thursday rejected calls' read as one noun phrase, '[on Thursday rejected calls]' below 'union' or with it as
 * its subject: no grammar puts a name or a number between a preposition and a participle before its noun. The participle is
 * the verb, the name tells when.
 */
static bool mend_interposed(casus_view *view, uint32_t verb)
{
    uint32_t object = view->word[verb].head;
    uint32_t first = view->doc->sentence[view->word[verb].sentence].word_begin;
    if (object == CASUS_NO_WORD || object < verb || !casus_view_has(view, verb, CASUS_STR("Tense=Past"))) {
        return false;
    }
    uint32_t name = CASUS_NO_WORD; /* 'Thursday', 'May 27' */
    uint32_t case_ = verb;
    while (case_ > first &&
           (view->word[case_ - 1].upos == CASUS_UPOS_PROPN || view->word[case_ - 1].upos == CASUS_UPOS_NUM)) {
        case_--;
        bool apart = view->word[case_].head == object || view->word[case_].head == verb;
        name = apart ? case_ : name;
    }
    if (name == CASUS_NO_WORD || case_ <= first + 1 || view->word[--case_].head != object ||
        view->word[case_].deprel != CASUS_DEPREL_CASE) {
        return false;
    }
    uint32_t above = view->word[object].head;
    uint32_t subject = above != CASUS_NO_WORD && above < case_ ? above : CASUS_NO_WORD;
    for (uint32_t c = first; c < case_ && subject == CASUS_NO_WORD; c++) {
        subject = view->word[c].head == object && view->word[c].deprel == CASUS_DEPREL_NSUBJ ? c : subject;
    }
    if (subject == CASUS_NO_WORD || view->word[subject].upos == CASUS_UPOS_VERB) {
        return false;
    }
    uint32_t top = subject == above ? subject : object;
    view->word[verb].head = view->word[top].head;
    view->word[verb].deprel = view->word[top].deprel;
    view->word[subject].head = verb;
    view->word[subject].deprel = CASUS_DEPREL_NSUBJ;
    view->word[object].head = verb;
    view->word[object].deprel = CASUS_DEPREL_OBJ;
    view->word[name].head = verb;
    view->word[name].deprel = CASUS_DEPREL_OBL;
    view->word[case_].head = name;
    return true;
}

/* The first subject before `w` of the same verb; CASUS_NO_WORD: none. */
static uint32_t earlier_subject(const casus_view *view, uint32_t w)
{
    const casus_sentence *s = &view->doc->sentence[view->word[w].sentence];
    for (uint32_t c = s->word_begin; c < w; c++) {
        if (view->word[c].head == view->word[w].head && view->word[c].deprel == CASUS_DEPREL_NSUBJ) {
            return c;
        }
    }
    return CASUS_NO_WORD;
}

/* Two subjects of one verb: behind a conjunction read as pronoun the second is it, else what stands last is the object. */
static void mend_second_subject(casus_view *view, uint32_t w)
{
    uint32_t first = earlier_subject(view, w);
    if (first == CASUS_NO_WORD || view->word[w].head < w) {
        return;
    }
    uint32_t between = CASUS_NO_WORD; /* a participle of the first */
    for (uint32_t c = first + 1; c < w; c++) {
        between = view->word[c].deprel == CASUS_DEPREL_ACL && view->word[c].head == first ? c : between;
        if (view->word[c].deprel == CASUS_DEPREL_CASE && view->word[c].head == w) {
            if (between != CASUS_NO_WORD) { /* 'two attacks carried out by the group killed' */
                view->word[w].head = between;
                view->word[w].deprel = CASUS_DEPREL_OBL_AGENT;
            }
            return;
        }
        if (view->word[c].upos == CASUS_UPOS_PUNCT) { /* a dateline or a heading stands before */
            uint32_t verb = view->word[w].head;
            uint32_t before = view->word[verb].deprel == CASUS_DEPREL_CONJ ? view->word[verb].head : CASUS_NO_WORD;
            if (before != CASUS_NO_WORD && before > first &&
                before < c) { /* 'A shell killed six, medics and locals said' */
                view->word[first].head = before;
            }
            return;
        }
        if (view->word[c].upos == CASUS_UPOS_CCONJ) {
            view->word[w].head = first;
            view->word[w].deprel = CASUS_DEPREL_CONJ;
            return;
        }
    }
    if (view->word[first].upos == CASUS_UPOS_PRON && !casus_view_has(view, first, CASUS_STR("PronType=Prs")) &&
        (!casus_view_has(view, first, CASUS_STR("Person=3")) ||
         casus_view_has(view, first, CASUS_STR("PronType=Rel")))) {
        view->word[first].deprel = CASUS_DEPREL_MARK;
    } else if (child_behind(view, view->word[w].head, CASUS_DEPREL_OBJ) != CASUS_NO_WORD) {
        view->word[w].head = first; /* 'the movement Ansar attacked a convoy' */
        view->word[w].deprel = CASUS_DEPREL_APPOS;
    } else if (view->word[w].upos == CASUS_UPOS_NOUN || view->word[w].upos == CASUS_UPOS_PROPN) {
        view->word[w].deprel = CASUS_DEPREL_OBJ;
    }
}

/*
 * 'killed six herders, villagers and nurses said': a subject read as more of the object before it. A finite verb that no
 * conjunction joins to the one before needs a subject: what stands between the comma and it.
 */
static void mend_swallowed_subject(casus_view *view, uint32_t verb)
{
    const casus_doc *doc = view->doc;
    uint32_t before = view->word[verb].head;
    if (before == CASUS_NO_WORD || before + 1 >= verb || !casus_view_has(view, verb, CASUS_STR("VerbForm=Fin"))) {
        return;
    }
    for (uint32_t c = before + 1; c < verb; c++) { /* nothing of its own stands before it */
        if (view->word[c].head == verb && view->word[c].deprel != CASUS_DEPREL_ADVMOD) {
            return;
        }
    }
    uint32_t noun = verb - 1;
    bool comma = false;
    while (noun > before && noun != CASUS_NO_WORD && !comma) {
        uint32_t first = noun;
        if (view->word[noun].deprel == CASUS_DEPREL_CONJ && view->word[noun].head < noun) {
            while (first > before && view->word[first - 1].head == noun &&
                   view->word[first - 1].upos != CASUS_UPOS_PUNCT && view->word[first - 1].upos != CASUS_UPOS_CCONJ) {
                first--;
            }
            comma = casus_str_eq(doc->word[first - 1].form, CASUS_STR(","));
        }
        noun = comma ? noun : view->word[noun].head;
    }
    if (comma && view->word[noun].upos != CASUS_UPOS_VERB &&
        view->word[view->word[noun].head].upos != CASUS_UPOS_VERB) {
        view->word[noun].head = verb;
        view->word[noun].deprel = CASUS_DEPREL_NSUBJ;
    }
}

/* The subject of a passive whose verb has an object and no auxiliary is that of an active verb. */
static void mend_passive(casus_view *view, uint32_t w)
{
    uint32_t verb = view->word[w].head;
    if (verb == CASUS_NO_WORD || verb < w || child_behind(view, verb, CASUS_DEPREL_OBJ) == CASUS_NO_WORD) {
        return;
    }
    for (uint32_t c = w + 1; c < verb; c++) {
        if (view->word[c].upos == CASUS_UPOS_AUX) {
            return;
        }
    }
    view->word[w].deprel = CASUS_DEPREL_NSUBJ;
}

void casus_view_repair(casus_view *view)
{
    for (uint32_t w = 0; w < view->doc->n_word; w++) {
        const casus_view_word *v = &view->word[w];
        if (v->deprel == CASUS_DEPREL_NSUBJ && v->head != CASUS_NO_WORD) {
            mend_second_subject(view, w);
        } else if (v->deprel == CASUS_DEPREL_NSUBJ_PASS) {
            mend_passive(view, w);
        }
        if (v->upos != CASUS_UPOS_VERB) {
            continue;
        }
        if (v->deprel == CASUS_DEPREL_ACL) {
            mend_clause(view, w);
        } else if (v->deprel == CASUS_DEPREL_CONJ) {
            mend_swallowed_subject(view, w);
        } else if (v->deprel == CASUS_DEPREL_AMOD && !mend_interposed(view, w)) {
            mend_phrase(view, w);
        }
    }
}
