/* Who says a quote that only some of its words are attributed in: see voice.h. */
#include "extract/voice.h"

/* The outermost of the attributions that stand in quote `i` together with their cues and hold `w`; or none. */
static uint32_t outermost_within(const casus_view *view, const casus_voices *voices, uint32_t w, uint32_t i)
{
    uint32_t a = voices->of[w];
    while (a != CASUS_NO_ATTRIBUTION && view->doc->attribution[a].outer != CASUS_NO_ATTRIBUTION &&
           voices->quotes.of[view->doc->attribution[a].cue_word] == i) {
        a = view->doc->attribution[a].outer;
    }
    return a != CASUS_NO_ATTRIBUTION && voices->quotes.of[view->doc->attribution[a].cue_word] == i
               ? a
               : CASUS_NO_ATTRIBUTION;
}

/* Whether attribution `inner` is `outer` or stands in it. */
static bool stands_in(const casus_view *view, uint32_t inner, uint32_t outer)
{
    while (inner != CASUS_NO_ATTRIBUTION && inner != outer) {
        inner = view->doc->attribution[inner].outer;
    }
    return inner == outer;
}

/*
 * A quote that some of its words are attributed in belongs to that source as a whole, and so do the quotes that go on
 * with it; whoever is quoted within it is quoted by that source.
 */
void casus_voices_spread(const casus_view *view, casus_voices *voices)
{
    const casus_quotes *q = &voices->quotes;
    uint32_t found = CASUS_NO_ATTRIBUTION;
    for (uint32_t i = 0; i < q->n; i++) {
        found = i > 0 && q->goes_on[i - 1] ? found : CASUS_NO_ATTRIBUTION;
        for (uint32_t w = q->begin[i]; w < q->end[i] && found == CASUS_NO_ATTRIBUTION; w++) {
            uint32_t a = voices->of[w];
            if (a != CASUS_NO_ATTRIBUTION && q->of[view->doc->attribution[a].cue_word] != i) {
                found = a;
            }
        }
        for (uint32_t w = q->begin[i]; w < q->end[i] && found != CASUS_NO_ATTRIBUTION; w++) {
            uint32_t top = outermost_within(view, voices, w, i);
            if (voices->of[w] == CASUS_NO_ATTRIBUTION) {
                voices->of[w] = found;
            } else if (top != CASUS_NO_ATTRIBUTION && !stands_in(view, found, top)) {
                view->doc->attribution[top].outer = found;
            }
        }
    }
}

/* A sentence that is all quote, and that nobody in it says: the one quoted before goes on. */
void casus_voices_carry_on(const casus_view *view, casus_voices *voices)
{
    const casus_doc *doc = view->doc;
    uint32_t last = CASUS_NO_ATTRIBUTION; /* of the sentence before */
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        uint32_t inside = 0;
        uint32_t words = 0;
        uint32_t own = CASUS_NO_ATTRIBUTION;
        for (uint32_t w = doc->sentence[s].word_begin; w < doc->sentence[s].word_end; w++) {
            if (view->word[w].upos == CASUS_UPOS_PUNCT) {
                continue;
            }
            words++;
            inside += voices->quotes.of[w] != CASUS_NO_QUOTE;
            own = voices->of[w] != CASUS_NO_ATTRIBUTION && own == CASUS_NO_ATTRIBUTION ? voices->of[w] : own;
        }
        if (own == CASUS_NO_ATTRIBUTION && words > 0 && inside == words && last != CASUS_NO_ATTRIBUTION) {
            for (uint32_t w = doc->sentence[s].word_begin; w < doc->sentence[s].word_end; w++) {
                voices->of[w] = last;
            }
            own = last;
        }
        last = own;
    }
}
