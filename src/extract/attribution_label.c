/* Who speaks behind a colon: see attribution_parts.h. */
#include "extract/attribution_parts.h"

enum { LONGEST_LABEL = 8 };

/* 'Kyiv: five drones were shot down': a short name before a colon at the start of a sentence, and words behind it. */
bool casus_find_label(const casus_view *view, const casus_quotes *quotes, uint32_t colon, casus_finding *f)
{
    const casus_claim_pack *pack = view->pack->claim;
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
        bool statement = v->upos == CASUS_UPOS_NOUN && v->lemma != 0 && v->lemma <= pack->n_vocab &&
                         pack->first_cue[v->lemma] != CASUS_PACK_LAST; /* 'The Thai version: ...' */
        name = name || v->upos == CASUS_UPOS_PROPN || statement;
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

/*
 * 'Kyiv denied it: its troops were far off': what stands behind the colon is in the same voice as what stands before,
 * if somebody says that, denies it or calls it something; what is asked or wished for is not told behind a colon.
 */
bool casus_find_continuation(const casus_view *view, const casus_finding *found, uint32_t n, uint32_t colon,
                             casus_finding *f)
{
    uint32_t sentence = view->word[colon].sentence;
    if (!casus_str_eq(view->doc->word[colon].form, CASUS_STR(":")) ||
        colon + 1 >= view->doc->sentence[sentence].word_end) {
        return false;
    }
    for (uint32_t i = n; i-- > 0 && view->word[found[i].cue].sentence == sentence;) {
        const casus_finding *before = &found[i];
        if (before->row == NULL || before->source == CASUS_NO_WORD || before->row->upos != CASUS_UPOS_VERB ||
            before->row->commitment == CASUS_FACT_UU || casus_is_parted(view, before->cue, colon)) {
            continue;
        }
        *f = (casus_finding){.cue = before->cue,
                             .goes_on = true,
                             .source = before->source,
                             .without = CASUS_NO_WORD,
                             .quote = CASUS_NO_QUOTE,
                             .rest = colon + 1};
        return true;
    }
    return false;
}
