/* Whose verb a cue is, and how much of a sentence it tells, where the tree does not say so: see attribution_parts.h. */
#include "extract/attribution_parts.h"

/* The subject of a verb that has none of its own: that of the verb it hangs on, or the noun it modifies. */
uint32_t casus_shared_subject(const casus_view *view, uint32_t w)
{
    for (unsigned steps = 0; steps < 4 && w != CASUS_NO_WORD; steps++) {
        uint32_t subject = casus_view_child(view, w, CASUS_DEPREL_NSUBJ);
        subject = subject != CASUS_NO_WORD ? subject : casus_view_child(view, w, CASUS_DEPREL_NSUBJ_PASS);
        if (subject != CASUS_NO_WORD) {
            return subject;
        }
        switch (view->word[w].deprel) {
        case CASUS_DEPREL_CONJ:
        case CASUS_DEPREL_XCOMP:
        case CASUS_DEPREL_ADVCL:
        case CASUS_DEPREL_PARATAXIS:
        case CASUS_DEPREL_OBJ: /* a nominal infinitive under a light verb */
            w = view->word[w].head;
            break;
        case CASUS_DEPREL_CCOMP: { /* 'it had shot down a plane, captured its pilot' */
            uint32_t cue = view->word[w].head;
            for (uint32_t c = view->word[cue].first_child; c != CASUS_NO_WORD && c < w;
                 c = view->word[c].next_sibling) {
                if (view->word[c].deprel == CASUS_DEPREL_CCOMP &&
                    casus_view_child(view, c, CASUS_DEPREL_NSUBJ) != CASUS_NO_WORD) {
                    return casus_view_child(view, c, CASUS_DEPREL_NSUBJ);
                }
            }
            return CASUS_NO_WORD;
        }
        case CASUS_DEPREL_ACL:
        case CASUS_DEPREL_ACL_RELCL:
            return view->word[w].head;
        default:
            return CASUS_NO_WORD;
        }
    }
    return CASUS_NO_WORD;
}

/*
 * A subject beside or behind its verb that the parser took for something else: an actor that no adposition introduces
 * ('Dat heeft het ministerie gemeld'), or one right behind a verb that follows what is said (', replied his colleague').
 */
uint32_t casus_mistaken_subject(const casus_view *view, const casus_heads *heads, uint32_t cue)
{
    bool finite = casus_view_has(view, cue, CASUS_STR("VerbForm=Fin"));
    bool follows = finite && cue > 0 && view->word[cue - 1].upos == CASUS_UPOS_PUNCT;
    if (!finite && casus_view_child(view, cue, CASUS_DEPREL_AUX) == CASUS_NO_WORD) {
        return CASUS_NO_WORD;
    }
    for (uint32_t c = view->word[cue].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        uint32_t m = heads->mention[c];
        bool fits = view->word[c].deprel == CASUS_DEPREL_OBL ||
                    (view->word[c].deprel == CASUS_DEPREL_OBJ && follows && m != CASUS_NO_WORD &&
                     view->doc->mention[m].word_begin == cue + 1);
        if (fits && m != CASUS_NO_WORD && !view->word[c].taken &&
            casus_view_child(view, c, CASUS_DEPREL_CASE) == CASUS_NO_WORD) {
            return c;
        }
    }
    return CASUS_NO_WORD;
}

/* ', Ali, head of the clinic, told reporters': a subject between commas that the parser left dangling on the verb before. */
uint32_t casus_dangling_subject(const casus_view *view, const casus_heads *heads, uint32_t cue)
{
    const casus_view_word *v = &view->word[cue];
    if (v->deprel != CASUS_DEPREL_CONJ || v->head == CASUS_NO_WORD || view->word[cue - 1].upos != CASUS_UPOS_PUNCT ||
        casus_view_child(view, cue, CASUS_DEPREL_CC) != CASUS_NO_WORD) {
        return CASUS_NO_WORD;
    }
    for (uint32_t c = view->word[v->head].first_child; c != CASUS_NO_WORD && c < cue; c = view->word[c].next_sibling) {
        if (c > v->head && view->word[c].deprel == CASUS_DEPREL_DEP && heads->mention[c] != CASUS_NO_WORD) {
            return c;
        }
    }
    for (uint32_t c = v->head + 1; c < cue; c++) { /* '... in Gao, Ali, head of the clinic, told ...': beside a place */
        uint32_t m = heads->mention[c];
        uint32_t begin = m != CASUS_NO_WORD ? view->doc->mention[m].word_begin : 0;
        if (view->word[c].deprel == CASUS_DEPREL_APPOS && begin > v->head + 1 &&
            casus_str_eq(view->doc->word[begin - 1].form, CASUS_STR(","))) {
            return c;
        }
    }
    return CASUS_NO_WORD;
}

/* '..., and the union raised its count': an actor between the conjunction and a verb without a subject. */
static uint32_t near_subject(const casus_view *view, uint32_t cue)
{
    const casus_doc *doc = view->doc;
    for (uint32_t m = 0; m < doc->n_mention && doc->mention[m].word_end <= cue; m++) {
        uint32_t begin = doc->mention[m].word_begin;
        if (doc->mention[m].word_end != cue || begin == 0) {
            continue;
        }
        begin -= view->word[begin - 1].upos == CASUS_UPOS_DET && begin > 1;
        return view->word[begin - 1].upos == CASUS_UPOS_CCONJ ? doc->mention[m].head : CASUS_NO_WORD;
    }
    return CASUS_NO_WORD;
}

/* The source of a verbal cue without a word for it: the subject that it shares. */
uint32_t casus_implied_source(const casus_view *view, uint32_t cue)
{
    uint32_t found = view->word[cue].deprel == CASUS_DEPREL_CONJ ? near_subject(view, cue) : CASUS_NO_WORD;
    if (found != CASUS_NO_WORD) {
        return found;
    }
    found = casus_shared_subject(view, cue);
    return found != CASUS_NO_WORD && !casus_view_below(view, found, cue) ? found : CASUS_NO_WORD;
}

/* Whether a semicolon stands between the two: what is beyond it is another statement. */
bool casus_is_parted(const casus_view *view, uint32_t a, uint32_t b)
{
    for (uint32_t w = a < b ? a : b; w < (a < b ? b : a); w++) {
        if (casus_str_eq(view->doc->word[w].form, CASUS_STR(";"))) {
            return true;
        }
    }
    return false;
}

/* 'a statement issued by the ministry': a text speaks for those who made it; else the source itself. */
uint32_t casus_author_of(const casus_view *view, const casus_heads *heads, uint32_t source)
{
    if (source == CASUS_NO_WORD || heads->mention[source] != CASUS_NO_WORD ||
        view->word[source].upos != CASUS_UPOS_NOUN) {
        return source;
    }
    for (uint32_t c = view->word[source].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        uint32_t agent = view->word[c].deprel == CASUS_DEPREL_ACL ? casus_view_child(view, c, CASUS_DEPREL_OBL_AGENT)
                                                                  : CASUS_NO_WORD;
        if (agent != CASUS_NO_WORD && heads->mention[agent] != CASUS_NO_WORD) {
            return agent;
        }
    }
    return source;
}

/*
 * ', zegt het in Parijs gevestigde bureau': an article right behind a verb that follows what is said, taken for a pronoun and
 * its noun for the object. That noun; the source itself: it is no such article.
 */
uint32_t casus_noun_of_article(const casus_view *view, const casus_heads *heads, uint32_t cue, uint32_t source)
{
    bool bare = source == cue + 1 && view->word[source].upos == CASUS_UPOS_PRON && cue > 0 &&
                view->word[cue - 1].upos == CASUS_UPOS_PUNCT;
    uint32_t object = bare ? casus_view_child(view, cue, CASUS_DEPREL_OBJ) : CASUS_NO_WORD;
    return object != CASUS_NO_WORD && object > source && heads->mention[object] != CASUS_NO_WORD ? object : source;
}

/* 'A strike hit a school, killing four, according to X': what hangs on the participle is said of the whole clause. */
uint32_t casus_clause_told(const casus_view *view, uint32_t w, uint32_t cue)
{
    if (cue > 0 && casus_str_eq(view->doc->word[cue - 1].form, CASUS_STR(","))) { /* set off: of the whole clause */
        while (view->word[w].head != CASUS_NO_WORD &&
               (view->word[w].deprel == CASUS_DEPREL_OBL || view->word[w].deprel == CASUS_DEPREL_OBJ ||
                view->word[w].deprel == CASUS_DEPREL_NMOD ||
                view->word[w].deprel == CASUS_DEPREL_XCOMP || /* 'to deter them': no statement of its own */
                (view->word[w].deprel == CASUS_DEPREL_ADVCL && casus_view_has(view, w, CASUS_STR("VerbForm=Inf"))) ||
                (view->word[w].deprel == CASUS_DEPREL_AMOD && view->word[w].head < w)) && /* 'forces loyal to X' */
               view->word[w].head < cue) {
            w = view->word[w].head;
        }
        while (view->word[w].deprel == CASUS_DEPREL_CONJ && view->word[w].head != CASUS_NO_WORD && w < cue &&
               view->word[view->word[w].head].upos == CASUS_UPOS_VERB && /* a noun beside a verb: a gapped clause */
               !casus_is_parted(view, view->word[w].head, w)) {
            w = view->word[w].head;
        }
    }
    while ((view->word[w].deprel == CASUS_DEPREL_ADVCL || view->word[w].deprel == CASUS_DEPREL_ACL) &&
           view->word[w].head != CASUS_NO_WORD && casus_view_child(view, w, CASUS_DEPREL_MARK) == CASUS_NO_WORD &&
           casus_view_child(view, w, CASUS_DEPREL_NSUBJ) == CASUS_NO_WORD &&
           view->word[view->word[w].head].upos == CASUS_UPOS_VERB) {
        w = view->word[w].head;
    }
    return w;
}
