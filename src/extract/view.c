/* Documents as rules look at them: see view.h. */
#include "extract/view.h"

#include "extract/view_repair.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

/* A sentence longer than any writer's has no tree that rules could trust, and would cost more than its length. */
enum { LONGEST_VERB = 64, LONGEST_SENTENCE = 600 };

static bool begins_with_capital(casus_str form)
{
    size_t at = 0;
    return form.len > 0 && u_isupper((UChar32)casus_utf8_next(form.ptr, form.len, &at));
}

/* The pack's own word for forms that the model's rules of spelling err on. */
static void correct_lemma(const casus_view *view, const casus_word *word, casus_view_word *v)
{
    char key[CASUS_PACK_KEY];
    if (view->pack->lemma_of.count == 0 || (v->upos != CASUS_UPOS_VERB && v->upos != CASUS_UPOS_NOUN) ||
        word->form.len + word->upos.len + 1 > sizeof key) {
        return;
    }
    size_t len = casus_pack_fold(word->form, key, sizeof key - word->upos.len - 1);
    key[len++] = ' ';
    len += casus_pack_fold(word->upos, key + len, word->upos.len);
    const uint32_t *number = casus_map_get(&view->pack->lemma_of, (casus_str){key, len});
    v->lemma = number == NULL ? v->lemma : *number;
}

static void look_up(casus_view *view, uint32_t w)
{
    const casus_word *word = &view->doc->word[w];
    casus_view_word *v = &view->word[w];
    v->form = casus_vocab_find(&view->pack->vocab, word->form);
    v->lemma = word->lemma.ptr == NULL || casus_str_eq(word->lemma, word->form)
                   ? v->form
                   : casus_vocab_find(&view->pack->vocab, word->lemma);
    v->upos = (uint8_t)casus_upos_of(word->upos);
    correct_lemma(view, word, v);
    if (v->lemma == 0 && v->form == 0 && v->upos == CASUS_UPOS_VERB && word->lemma.ptr != NULL) {
        v->lemma = casus_vocab_find_loose(&view->pack->vocab, word->lemma);
    }
    v->deprel = (uint8_t)casus_deprel_of(word->deprel);
    v->head = word->head >= view->doc->n_word ? CASUS_NO_WORD : word->head;
    v->first_child = v->next_sibling = CASUS_NO_WORD;
    v->capital = begins_with_capital(word->form);
}

/* Makes verb and particle one verb if a table holds that. */
static bool join_to(const casus_view *view, uint32_t particle, uint32_t verb)
{
    const casus_doc *doc = view->doc;
    char joined[LONGEST_VERB];
    casus_str front = doc->word[particle].form;
    casus_str lemma =
        view->word[verb].lemma != 0 ? view->pack->vocab.word[view->word[verb].lemma] : doc->word[verb].lemma;
    if (lemma.ptr == NULL || front.len + lemma.len > sizeof joined || casus_str_starts(lemma, front)) {
        return false;
    }
    memcpy(joined, front.ptr, front.len);
    memcpy(joined + front.len, lemma.ptr, lemma.len);
    uint32_t number = casus_vocab_find(&view->pack->vocab, (casus_str){joined, front.len + lemma.len});
    if (number != 0) {
        view->word[verb].lemma = number;
    }
    return number != 0;
}

/* 'nam ... in' is innemen: the parser joins only the pairs that it has met, and may hang the particle on a participle. */
static void join_particle(const casus_view *view, uint32_t particle)
{
    uint32_t verb = view->word[particle].head;
    if (view->word[particle].deprel != CASUS_DEPREL_COMPOUND_PRT || verb == CASUS_NO_WORD ||
        join_to(view, particle, verb)) {
        return;
    }
    verb = view->word[verb].head;
    if (verb != CASUS_NO_WORD && view->word[verb].upos == CASUS_UPOS_VERB) {
        (void)join_to(view, particle, verb);
    }
}

casus_status casus_view_make(casus_view *view, casus_doc *doc, const casus_pack *pack, const casus_world *world,
                             casus_arena *scratch, casus_error *err)
{
    *view = (casus_view){.doc = doc, .pack = pack, .world = world, .scratch = scratch};
    view->word = CASUS_NEW(scratch, casus_view_word, (size_t)doc->n_word + 1);
    if (view->word == NULL) {
        return casus_arena_fail(scratch, err);
    }
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        for (uint32_t w = doc->sentence[s].word_begin; w < doc->sentence[s].word_end; w++) {
            look_up(view, w);
            view->word[w].sentence = s;
            if (doc->sentence[s].word_end - doc->sentence[s].word_begin > LONGEST_SENTENCE) {
                view->word[w].head = CASUS_NO_WORD;
                view->word[w].deprel = CASUS_DEPREL_NONE;
            }
        }
    }
    casus_view_repair_clauses(view); /* a conjunction read as a pronoun, before of two subjects one is made an object */
    casus_view_repair(view);
    for (uint32_t w = 0; w < doc->n_word; w++) {
        join_particle(view, w);
    }
    for (uint32_t w = doc->n_word; w-- > 0;) { /* backwards, so that children stand in text order */
        uint32_t head = view->word[w].head;
        if (head != CASUS_NO_WORD) {
            view->word[w].next_sibling = view->word[head].first_child;
            view->word[head].first_child = w;
        }
    }
    return CASUS_OK;
}

uint32_t casus_view_child(const casus_view *view, uint32_t w, casus_deprel deprel)
{
    for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        if (view->word[c].deprel == deprel) {
            return c;
        }
    }
    return CASUS_NO_WORD;
}

bool casus_view_below(const casus_view *view, uint32_t w, uint32_t ancestor)
{
    while (w != CASUS_NO_WORD && w != ancestor) {
        w = view->word[w].head;
    }
    return w == ancestor;
}

void casus_view_subtree(const casus_view *view, uint32_t w, uint32_t *begin, uint32_t *end)
{
    const casus_sentence *s = &view->doc->sentence[view->word[w].sentence];
    *begin = w;
    *end = w + 1;
    while (*begin > s->word_begin && casus_view_below(view, *begin - 1, w)) {
        (*begin)--;
    }
    while (*end < s->word_end && casus_view_below(view, *end, w)) {
        (*end)++;
    }
}

casus_span casus_view_span(const casus_view *view, uint32_t begin, uint32_t end)
{
    const casus_word *word = view->doc->word;
    return (casus_span){word[begin].text.begin, word[end - 1].text.end};
}

uint32_t casus_view_fixed_end(const casus_view *view, uint32_t w)
{
    uint32_t end = w + 1;
    while (end < view->doc->n_word && view->word[end].deprel == CASUS_DEPREL_FIXED && view->word[end].head == w) {
        end++;
    }
    return end;
}

bool casus_view_has(const casus_view *view, uint32_t w, casus_str feature)
{
    casus_str feats = view->doc->word[w].feats;
    for (size_t at = 0; at + feature.len <= feats.len;) {
        const char *bar = memchr(feats.ptr + at, '|', feats.len - at);
        size_t end = bar == NULL ? feats.len : (size_t)(bar - feats.ptr);
        if (casus_str_eq(casus_str_slice(feats, at, end), feature)) {
            return true;
        }
        at = end + 1;
    }
    return false;
}
