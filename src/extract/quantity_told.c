/* The outcomes that single words tell: see quantity.h. */
#include "extract/quantity.h"

uint32_t casus_quantity__child(const casus_view *view, uint32_t w, casus_deprel deprel)
{
    uint32_t c = view->word[w].first_child;
    for (unsigned n = 0; c != CASUS_NO_WORD && n < CASUS_MOST_CHILDREN; n++) {
        if (view->word[c].deprel == deprel) {
            return c;
        }
        c = view->word[c].next_sibling;
    }
    return CASUS_NO_WORD;
}

static bool is_word(const casus_view *view, uint32_t w, const casus_outcome_row *row)
{
    for (uint32_t i = 0; i < row->n_with; i++) {
        if (view->word[w].form == row->with[i] || view->word[w].lemma == row->with[i]) {
            return true;
        }
    }
    return false;
}

/* Whether a child or grandchild of `w` is one of the words that the row asks for. */
static bool has_below(const casus_view *view, uint32_t w, const casus_outcome_row *row)
{
    for (uint32_t c = view->word[w].first_child, n_c = 0; c != CASUS_NO_WORD && n_c < CASUS_MOST_CHILDREN;
         c = view->word[c].next_sibling, n_c++) {
        if (is_word(view, c, row)) {
            return true;
        }
        for (uint32_t d = view->word[c].first_child, n_d = 0; d != CASUS_NO_WORD && n_d < CASUS_MOST_CHILDREN;
             d = view->word[d].next_sibling, n_d++) {
            if (is_word(view, d, row)) {
                return true;
            }
        }
    }
    return false;
}

/* The number of a verb joined to its particle ('namen ... in': 'innemen'); 0: no table holds it. */
static uint32_t joined_verb(const casus_scan *scan, uint32_t w)
{
    char key[CASUS_PACK_KEY];
    const casus_doc *doc = scan->view->doc;
    uint32_t particle = scan->figures->joined_compounds && scan->view->word[w].upos == CASUS_UPOS_VERB
                            ? casus_quantity__child(scan->view, w, CASUS_DEPREL_COMPOUND_PRT)
                            : CASUS_NO_WORD;
    if (particle == CASUS_NO_WORD || doc->word[w].lemma.ptr == NULL) {
        return 0;
    }
    casus_str form = doc->word[particle].form;
    casus_str lemma = doc->word[w].lemma;
    if (form.len + lemma.len > sizeof key) {
        return 0;
    }
    memcpy(key, form.ptr, form.len);
    memcpy(key + form.len, lemma.ptr, lemma.len);
    return casus_vocab_find(&scan->view->pack->vocab, (casus_str){key, form.len + lemma.len});
}

bool casus_quantity__told(const casus_scan *scan, uint32_t w, unsigned roles, unsigned whose, uint8_t *outcome)
{
    const casus_figures *figures = scan->figures;
    const casus_view_word *word = &scan->view->word[w];
    const uint32_t number[] = {joined_verb(scan, w), word->lemma, word->form};
    bool found = false;
    uint32_t len = 0;
    for (size_t i = 0; i < 3 && !found; i++) {
        uint32_t row = casus_lexicon_longest(&figures->outcomes, &number[i], NULL, 1, &len);
        for (; row != CASUS_NO_VALUE; row = figures->outcome[row].next) {
            const casus_outcome_row *r = &figures->outcome[row];
            unsigned fit = roles | ((roles & CASUS_ROLE_PARTICLE) != 0 && r->n_with > 0 ? CASUS_ROLE_PATIENT : 0);
            if ((r->roles & fit) == 0 || (r->whose & whose) == 0 || (r->n_with == 0 && found) ||
                (r->n_with > 0 && !has_below(scan->view, w, r))) {
                continue;
            }
            *outcome = (uint8_t)r->outcome;
            found = true;
            if (r->n_with > 0) {
                return true; /* an idiom outdoes its verb */
            }
        }
    }
    return found;
}
