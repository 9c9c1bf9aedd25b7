/* Finding attributions: see attribution.h. Source: the PARC and PolNeAR guidelines (Pareti 2016, Newell et al. 2018). */
#include "extract/attribution.h"

#include "extract/voice.h"

enum { LONGEST_LABEL = 8 };

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

/* Whether all that `w` says is a word that points back to the sentence before: 'dat', 'this'. */
static bool points_back(const casus_view *view, uint32_t w)
{
    return view->word[w].upos == CASUS_UPOS_PRON && view->word[w].first_child == CASUS_NO_WORD &&
           (casus_view_has(view, w, CASUS_STR("PronType=Dem")) ||
            casus_view_has(view, w, CASUS_STR("PronType=Dem,Ind")));
}

static bool is_trigger(const casus_view *view, uint32_t w)
{
    const casus_claim_pack *pack = view->pack->claim;
    uint32_t lemma = view->word[w].lemma;
    uint32_t form = view->word[w].form;
    return (lemma != 0 && lemma <= pack->n_vocab && pack->first_trigger[lemma] != CASUS_PACK_LAST) ||
           (form != 0 && form <= pack->n_vocab && pack->first_trigger[form] != CASUS_PACK_LAST);
}

/* A clause of its own: 'that', 'dat' opens it. */
static bool is_opened(const casus_view *view, uint32_t clause)
{
    uint32_t mark = casus_view_child(view, clause, CASUS_DEPREL_MARK);
    return mark != CASUS_NO_WORD &&
           (view->word[mark].upos == CASUS_UPOS_SCONJ || view->word[mark].upos == CASUS_UPOS_ADP);
}

/*
 * A clause that the parser hung on a noun beside the cue as if it modified that ('stelt de beweging dat ze de stad heeft
 * bevrijd', 'told AFP by phone that ...'), or on the verb that the cue hangs on ('left, accusing them of having ...').
 */
static uint32_t stray_clause(const casus_view *view, uint32_t cue)
{
    for (uint32_t n = view->word[cue].first_child; n != CASUS_NO_WORD; n = view->word[n].next_sibling) {
        for (uint32_t c = view->word[n].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
            bool modifies = view->word[c].deprel == CASUS_DEPREL_ACL || view->word[c].deprel == CASUS_DEPREL_ACL_RELCL;
            if (c > cue && modifies && is_opened(view, c)) {
                return c;
            }
        }
    }
    if (view->word[cue].deprel != CASUS_DEPREL_ADVCL) {
        return CASUS_NO_WORD;
    }
    for (uint32_t c = view->word[cue].next_sibling; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        if (view->word[c].deprel == CASUS_DEPREL_ADVCL && is_opened(view, c)) {
            return c;
        }
    }
    return CASUS_NO_WORD;
}

/* Something said that is a noun or a complement and names an event or a count: 'meldt tweehonderd doden'. */
static uint32_t event_below(const casus_view *view, const casus_heads *heads, uint32_t cue, uint32_t source)
{
    for (uint32_t c = view->word[cue].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        switch (view->word[c].deprel) {
        case CASUS_DEPREL_OBJ:
        case CASUS_DEPREL_OBL:
        case CASUS_DEPREL_OBL_ARG:
        case CASUS_DEPREL_XCOMP:
            if (c != source && (is_trigger(view, c) || heads->quantity[c] != CASUS_NO_WORD)) {
                return c;
            }
            break;
        default:
            break;
        }
    }
    return CASUS_NO_WORD;
}

/* The content of a cue whose frame found none. */
static void find_around(const casus_view *view, const casus_heads *heads, const casus_quotes *quotes, casus_finding *f)
{
    const casus_view_word *v = &view->word[f->cue];
    if (v->deprel == CASUS_DEPREL_PARATAXIS && v->head != CASUS_NO_WORD) { /* it stands in what is said */
        f->content[f->n_content++] = v->head;
        f->without = f->cue;
        return;
    }
    uint32_t found = v->upos == CASUS_UPOS_VERB ? stray_clause(view, f->cue) : CASUS_NO_WORD;
    if (found == CASUS_NO_WORD && v->upos == CASUS_UPOS_VERB) {
        found = event_below(view, heads, f->cue, f->source);
    }
    if (found != CASUS_NO_WORD) {
        f->content[f->n_content++] = found;
        return;
    }
    const casus_sentence *s = &view->doc->sentence[v->sentence];
    for (uint32_t w = s->word_begin; w < s->word_end; w++) { /* the words quoted in its sentence */
        uint32_t q = quotes->of[w];
        if (q != CASUS_NO_QUOTE && quotes->of[f->cue] != q && quotes->end[q] - quotes->begin[q] > 2) {
            f->quote = q;
            return;
        }
    }
}

/* The source of a verbal cue without a word for it: the subject that it shares. */
static uint32_t implied_source(const casus_view *view, uint32_t cue)
{
    uint32_t found = casus_shared_subject(view, cue);
    return found != CASUS_NO_WORD && !casus_view_below(view, found, cue) ? found : CASUS_NO_WORD;
}

/* 'A strike hit a school, killing four, according to X': what hangs on the participle is said of the whole clause. */
static uint32_t clause_of(const casus_view *view, uint32_t w)
{
    while ((view->word[w].deprel == CASUS_DEPREL_ADVCL || view->word[w].deprel == CASUS_DEPREL_ACL) &&
           view->word[w].head != CASUS_NO_WORD && casus_view_child(view, w, CASUS_DEPREL_MARK) == CASUS_NO_WORD &&
           casus_view_child(view, w, CASUS_DEPREL_NSUBJ) == CASUS_NO_WORD &&
           view->word[view->word[w].head].upos == CASUS_UPOS_VERB) {
        w = view->word[w].head;
    }
    return w;
}

static bool find_parts(const casus_view *view, const casus_heads *heads, const casus_quotes *quotes,
                       const casus_cue *row, casus_finding *f)
{
    const casus_cue_frame *frame = &view->pack->claim->cue_frame[row->frame];
    casus_fillers found;
    f->source = CASUS_NO_WORD;
    f->quote = CASUS_NO_QUOTE;
    f->without = CASUS_NO_WORD;
    casus_slot_find(view, &frame->source, f->cue, &found);
    if (found.n > 0) {
        f->source = found.word[0];
    } else if (frame->source.n > 0 &&
               frame->source.path[0].step[0].up) { /* 'naar eigen zeggen': the clause's subject */
        f->source = view->word[f->cue].head == CASUS_NO_WORD ? CASUS_NO_WORD
                                                             : casus_shared_subject(view, view->word[f->cue].head);
    } else if (!frame->hearsay && view->word[f->cue].upos == CASUS_UPOS_VERB) {
        f->source = implied_source(view, f->cue);
        if (f->source == CASUS_NO_WORD && casus_view_has(view, f->cue, CASUS_STR("VerbForm=Fin"))) {
            f->source = casus_lost_subject(view, heads, f->cue);
        }
    }
    casus_slot_find(view, &frame->content, f->cue, &found);
    for (uint32_t i = 0; i < found.n && f->n_content < CASUS_MOST_CONTENTS; i++) {
        if (found.word[i] == f->source) {
            continue;
        }
        if (points_back(view, found.word[i])) {
            f->back = true;
        } else {
            f->content[f->n_content++] = found.word[i];
        }
    }
    for (uint32_t i = 0; i < f->n_content && frame->source.n > 0 && frame->source.path[0].step[0].up; i++) {
        f->content[i] = clause_of(view, f->content[i]);
    }
    if (f->n_content == 0 && !f->back) {
        find_around(view, heads, quotes, f);
    }
    /* What the cue itself stands in: 'volgens X' within its content. */
    for (uint32_t i = 0; i < f->n_content; i++) {
        if (casus_view_below(view, f->cue, f->content[i])) {
            f->without = f->source != CASUS_NO_WORD && casus_view_below(view, f->cue, f->source) ? f->source : f->cue;
        }
    }
    return f->n_content > 0 || f->back || f->quote != CASUS_NO_QUOTE;
}

/* 'I think' within a quote is the speaker's way of saying, and no attribution of its own. */
static bool is_own_hedge(const casus_view *view, const casus_quotes *quotes, const casus_finding *f)
{
    return f->source != CASUS_NO_WORD && quotes->of[f->cue] != CASUS_NO_QUOTE &&
           view->word[f->source].upos == CASUS_UPOS_PRON &&
           (casus_view_has(view, f->source, CASUS_STR("Person=1")) ||
            casus_view_has(view, f->source, CASUS_STR("Person=2")));
}

/*
 * An adposition that the tagger took for something else ('Luidens het ministerie heeft ...'): its source is the next
 * noun, its content the rest of the sentence's main clause.
 */
static bool find_loose_adposition(const casus_view *view, const casus_cue *row, uint32_t w, casus_finding *f)
{
    const casus_sentence *s = &view->doc->sentence[view->word[w].sentence];
    if (row->upos != CASUS_UPOS_ADP || row->with.n > 0 || view->word[w].form != row->lemma) {
        return false;
    }
    uint32_t noun = w + 1;
    while (noun < s->word_end && noun < w + LONGEST_LABEL && view->word[noun].upos != CASUS_UPOS_NOUN &&
           view->word[noun].upos != CASUS_UPOS_PROPN && view->word[noun].upos != CASUS_UPOS_PRON) {
        noun++;
    }
    if (noun == s->word_end || noun == w + LONGEST_LABEL) {
        return false;
    }
    uint32_t root = noun;
    while (view->word[root].head != CASUS_NO_WORD) {
        root = view->word[root].head;
    }
    if (root == noun) {
        return false;
    }
    f->source = noun;
    f->content[f->n_content++] = root;
    f->without = noun;
    f->quote = CASUS_NO_QUOTE;
    return true;
}

/* The row of the pack that makes `w` a cue, its parts in *f; NULL: none. */
static const casus_cue *find_cue(const casus_view *view, const casus_heads *heads, const casus_quotes *quotes,
                                 uint32_t w, uint32_t lemma, casus_finding *f)
{
    const casus_claim_pack *pack = view->pack->claim;
    if (lemma == 0 || lemma > pack->n_vocab) {
        return NULL;
    }
    for (uint32_t i = pack->first_cue[lemma]; i != CASUS_PACK_LAST; i = pack->cue[i].next) {
        const casus_cue *row = &pack->cue[i];
        *f = (casus_finding){.cue = w, .row = row};
        if (row->upos != view->word[w].upos && find_loose_adposition(view, row, w, f)) {
            return row;
        }
        if (row->upos != view->word[w].upos || !casus_slot_hold(view, &row->with, w)) {
            continue;
        }
        *f = (casus_finding){.cue = w, .row = row};
        if (find_parts(view, heads, quotes, row, f) && !is_own_hedge(view, quotes, f)) {
            return row;
        }
    }
    return NULL;
}

/* 'Kyiv: five drones were shot down': a short name before a colon at the start of a sentence, and words behind it. */
static bool find_label(const casus_view *view, const casus_quotes *quotes, uint32_t colon, casus_finding *f)
{
    const casus_sentence *s = &view->doc->sentence[view->word[colon].sentence];
    bool name = false;
    uint32_t begin = s->word_begin;
    while (begin < colon && (view->word[begin].upos == CASUS_UPOS_NUM || view->word[begin].upos == CASUS_UPOS_PUNCT ||
                             view->word[begin].taken)) {
        begin++; /* the time of a live blog's entry */
    }
    if (!casus_str_eq(view->doc->word[colon].form, CASUS_STR(":")) || colon == begin || colon - begin > LONGEST_LABEL ||
        s->word_end - colon < 3) {
        return false;
    }
    *f = (casus_finding){.cue = colon, .source = begin, .without = CASUS_NO_WORD, .quote = CASUS_NO_QUOTE};
    for (uint32_t w = begin; w < colon; w++) {
        const casus_view_word *v = &view->word[w];
        name = name || v->upos == CASUS_UPOS_PROPN;
        if (v->upos == CASUS_UPOS_VERB || v->upos == CASUS_UPOS_AUX || v->upos == CASUS_UPOS_PUNCT ||
            v->upos == CASUS_UPOS_NUM || quotes->of[w] != CASUS_NO_QUOTE) {
            return false;
        }
        if (v->head == CASUS_NO_WORD || v->head >= colon || v->head < begin) {
            f->source = w;
        }
    }
    f->rest = colon + 1;
    return name;
}

casus_status casus_extract__attributions(casus_view *view, const casus_heads *heads, casus_voices *out,
                                         casus_error *err)
{
    casus_status st = CASUS_OK;
    uint32_t n = view->doc->n_word;
    uint32_t n_found = 0;
    casus_finding *found = CASUS_NEW(view->scratch, casus_finding, (size_t)n + 1);
    if (found == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    CASUS_TRY(casus_quotes_find(view, &out->quotes, err));
    for (uint32_t w = 0; w < n; w++) {
        const casus_view_word *v = &view->word[w];
        if (find_cue(view, heads, &out->quotes, w, v->lemma, &found[n_found]) != NULL ||
            (v->form != v->lemma && find_cue(view, heads, &out->quotes, w, v->form, &found[n_found]) != NULL)) {
            n_found++;
        } else if (v->upos == CASUS_UPOS_PUNCT && find_label(view, &out->quotes, w, &found[n_found])) {
            n_found++;
        }
    }
    for (uint32_t i = 0; i < n_found; i++) { /* 'reported ... and said ...': what the first found, the second has */
        const casus_view_word *v = &view->word[found[i].cue];
        for (uint32_t k = i; k-- > 0 && found[i].source == CASUS_NO_WORD && v->deprel == CASUS_DEPREL_CONJ &&
                             view->word[found[k].cue].sentence == v->sentence;) {
            found[i].source = found[k].cue == v->head ? found[k].source : CASUS_NO_WORD;
        }
    }
    st = casus_voices_paint(view, found, n_found, out, err);
done:
    return st;
}
