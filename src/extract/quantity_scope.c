/* Whose what is counted is, and since when it was counted: see quantity.h. */
#include "extract/quantity.h"

/* Whether the way up from `w` to `noun` stays within the noun phrase. */
static bool hangs_on(const casus_view *view, uint32_t w, uint32_t noun)
{
    for (unsigned steps = 0; w != noun; steps++) {
        unsigned rel = view->word[w].deprel;
        if (view->word[w].head == CASUS_NO_WORD || steps == 6 ||
            !(rel == CASUS_DEPREL_NMOD || rel == CASUS_DEPREL_NMOD_POSS || rel == CASUS_DEPREL_AMOD ||
              rel == CASUS_DEPREL_COMPOUND || rel == CASUS_DEPREL_FLAT || rel == CASUS_DEPREL_APPOS ||
              rel == CASUS_DEPREL_DET)) {
            return false;
        }
        w = view->word[w].head;
    }
    return true;
}

enum { FARTHEST_OWNER = 16 }; /* words behind the noun */

uint32_t casus_quantity__side(const casus_scan *scan, const casus_count *count)
{
    const casus_doc *doc = scan->view->doc;
    uint32_t below = CASUS_NO_ACTOR;
    uint32_t lo = 0;
    uint32_t hi = doc->n_mention;
    if (count->noun == CASUS_NO_WORD) {
        return CASUS_NO_ACTOR;
    }
    while (lo < hi) { /* the first mention that ends behind the quantity's start */
        uint32_t mid = lo + (hi - lo) / 2;
        if (doc->mention[mid].word_end <= count->begin) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    for (; lo < doc->n_mention && doc->mention[lo].word_begin < scan->end &&
           doc->mention[lo].word_begin <= count->noun + FARTHEST_OWNER;
         lo++) {
        const casus_actor_mention *m = &doc->mention[lo];
        if (m->n_actor == 0) {
            continue;
        }
        if (m->word_begin >= count->begin && m->word_begin <= count->noun) {
            return m->actor[0];
        }
        if (below == CASUS_NO_ACTOR && m->word_begin > count->noun && hangs_on(scan->view, m->head, count->noun)) {
            below = m->actor[0];
        }
    }
    return below;
}

/* The verb that a word belongs to, or the root. */
static uint32_t clause_of(const casus_view *view, uint32_t w)
{
    enum { HIGHEST = 32 };
    for (unsigned i = 0; i < HIGHEST && view->word[w].head != CASUS_NO_WORD && view->word[w].upos != CASUS_UPOS_VERB;
         i++) {
        w = view->word[w].head;
    }
    return w;
}

static void set_since(const casus_scan *scan, uint32_t w, casus_quantity *out)
{
    enum { LONGEST_SINCE = 8 };
    const casus_doc *doc = scan->view->doc;
    uint32_t lo = 0;
    uint32_t hi = doc->n_timex;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (doc->timex[mid].word_end <= w) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    if (lo < doc->n_timex && doc->timex[lo].word_begin <= w + LONGEST_SINCE && doc->timex[lo].word_begin < scan->end &&
        doc->timex[lo].type != CASUS_TIMEX_DURATION) {
        out->since = doc->timex[lo].from;
    }
}

void casus_quantity__find_totals(casus_scan *scan)
{
    scan->n_total = 0;
    for (uint32_t w = scan->begin; w < scan->end && scan->n_total < CASUS_MOST_TOTALS; w++) {
        uint32_t len = 0;
        const casus_modifier *m = casus_quantity__modifier(scan, w, &len);
        if (m != NULL && (m->class_of == CASUS_MODIFIER_TOTAL || m->class_of == CASUS_MODIFIER_SINCE)) {
            scan->total[scan->n_total++] = w;
        }
    }
}

void casus_quantity__scope(const casus_scan *scan, const casus_count *count, casus_quantity *out)
{
    uint32_t clause = scan->n_total == 0 ? 0 : clause_of(scan->view, count->top);
    out->scope = CASUS_SCOPE_EVENT;
    for (uint32_t i = 0; i < scan->n_total; i++) {
        uint32_t w = scan->total[i];
        uint32_t len = 0;
        const casus_modifier *m = casus_quantity__modifier(scan, w, &len);
        bool beside = w < count->begin && w + len + 1 >= count->begin;
        if (!beside && clause_of(scan->view, w) != clause) {
            continue;
        }
        out->scope = CASUS_SCOPE_CUMULATIVE;
        if (m->class_of == CASUS_MODIFIER_SINCE) {
            set_since(scan, w + len, out);
        }
    }
}
