/* Objects read as appositions: see role_repair.h. */
#include "extract/role_repair.h"

/* Whether one mention or one place holds both words. */
static bool is_one_name(const casus_view *view, const casus_heads *heads, uint32_t head, uint32_t w)
{
    uint32_t m = heads->mention[head];
    uint32_t p = heads->place[head];
    return (m != CASUS_NO_WORD && view->doc->mention[m].word_begin <= w && w < view->doc->mention[m].word_end) ||
           (p != CASUS_NO_WORD && p == heads->place[w]);
}

/* 'the village Bunagana', 'minister Smit': a noun that a name belongs to. */
static bool may_bear_name(const casus_view *view, const casus_heads *heads, uint32_t head, uint32_t w)
{
    const casus_item *item = casus_item_of(view, head);
    bool location = item != NULL && (item->class_of == CASUS_ITEM_PLACE || item->class_of == CASUS_ITEM_BUILDING);
    if (view->word[head].upos != CASUS_UPOS_NOUN) {
        return false;
    }
    return location || heads->mention[head] == CASUS_NO_WORD || heads->place[w] == CASUS_NO_WORD;
}

/* The word below the subject's phrase that is an object: an apposition of another name, with no sign between. */
static uint32_t glued_object(const casus_view *view, const casus_heads *heads, uint32_t head)
{
    for (uint32_t c = view->word[head].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        uint8_t deprel = view->word[c].deprel;
        bool named = heads->mention[c] != CASUS_NO_WORD || heads->place[c] != CASUS_NO_WORD;
        if (deprel == CASUS_DEPREL_NMOD && casus_view_child(view, c, CASUS_DEPREL_CASE) != CASUS_NO_WORD && c > head) {
            uint32_t below = glued_object(view, heads, c); /* 'het leger van Ruritania Zenda' */
            if (below != CASUS_NO_WORD) {
                return below;
            }
        }
        if ((deprel != CASUS_DEPREL_APPOS && deprel != CASUS_DEPREL_FLAT) || !named || c < head ||
            is_one_name(view, heads, head, c) || may_bear_name(view, heads, head, c) ||
            (heads->mention[head] == CASUS_NO_WORD && heads->place[head] == CASUS_NO_WORD)) {
            continue;
        }
        uint32_t begin = 0;
        uint32_t end = 0;
        casus_view_subtree(view, c, &begin, &end);
        if (begin > head && view->word[begin - 1].upos != CASUS_UPOS_PUNCT &&
            view->word[begin].upos != CASUS_UPOS_PUNCT) {
            return c;
        }
    }
    return CASUS_NO_WORD;
}

/* Takes `w` from its head and hangs it on `verb`, among whose children it keeps the order of the text. */
static void hang(casus_view *view, uint32_t w, uint32_t verb, casus_deprel deprel)
{
    uint32_t *at = &view->word[view->word[w].head].first_child;
    while (*at != w) {
        at = &view->word[*at].next_sibling;
    }
    *at = view->word[w].next_sibling;
    at = &view->word[verb].first_child;
    while (*at != CASUS_NO_WORD && *at < w) {
        at = &view->word[*at].next_sibling;
    }
    view->word[w].next_sibling = *at;
    *at = w;
    view->word[w].head = verb;
    view->word[w].deprel = (uint8_t)deprel;
}

/* 'Turkish artillery and drones pounded the town': a bare noun before an active verb that has no subject is it. */
static void mend_bare_subject(casus_view *view, const casus_heads *heads, uint32_t w)
{
    uint32_t verb = view->word[w].head;
    if (verb == CASUS_NO_WORD || verb < w || view->word[verb].upos != CASUS_UPOS_VERB || view->word[w].taken ||
        heads->mention[w] == CASUS_NO_WORD || casus_view_child(view, w, CASUS_DEPREL_CASE) != CASUS_NO_WORD ||
        casus_view_child(view, verb, CASUS_DEPREL_OBJ) == CASUS_NO_WORD ||
        casus_view_child(view, verb, CASUS_DEPREL_NSUBJ) != CASUS_NO_WORD ||
        casus_view_child(view, verb, CASUS_DEPREL_NSUBJ_PASS) != CASUS_NO_WORD ||
        casus_view_child(view, verb, CASUS_DEPREL_AUX_PASS) != CASUS_NO_WORD) {
        return;
    }
    view->word[w].deprel = CASUS_DEPREL_NSUBJ;
}

/* 'Het M23 nam de stad in': a pronoun right before a name that is read as the object is its article, the name the subject. */
static void mend_article(casus_view *view, const casus_heads *heads, uint32_t w)
{
    uint32_t verb = view->word[w].head;
    uint32_t name = w + 1;
    if (view->word[w].upos != CASUS_UPOS_PRON || verb == CASUS_NO_WORD || name >= view->doc->n_word ||
        view->word[name].head != verb || view->word[name].deprel != CASUS_DEPREL_OBJ || !view->word[name].capital ||
        view->word[w].first_child != CASUS_NO_WORD || heads->mention[name] == CASUS_NO_WORD ||
        view->doc->mention[heads->mention[name]].kind != CASUS_MENTION_NAME) {
        return;
    }
    for (uint32_t c = view->word[verb].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        if (c > name && view->word[c].deprel == CASUS_DEPREL_NSUBJ) {
            view->word[c].deprel = CASUS_DEPREL_OBJ;
        }
    }
    view->word[name].deprel = CASUS_DEPREL_NSUBJ;
    hang(view, w, name, CASUS_DEPREL_DET);
}

void casus_role_repair(casus_view *view, const casus_heads *heads)
{
    for (uint32_t w = 0; w < view->doc->n_word; w++) {
        if (view->word[w].deprel == CASUS_DEPREL_NSUBJ) {
            mend_article(view, heads, w);
        }
        uint32_t verb = view->word[w].head;
        if (view->word[w].deprel == CASUS_DEPREL_OBL) {
            mend_bare_subject(view, heads, w);
        }
        if (view->word[w].deprel != CASUS_DEPREL_NSUBJ || verb == CASUS_NO_WORD || verb > w ||
            view->word[verb].upos != CASUS_UPOS_VERB ||
            casus_view_child(view, verb, CASUS_DEPREL_OBJ) != CASUS_NO_WORD ||
            casus_view_child(view, verb, CASUS_DEPREL_IOBJ) != CASUS_NO_WORD ||
            casus_view_child(view, verb, CASUS_DEPREL_CCOMP) != CASUS_NO_WORD) {
            continue;
        }
        uint32_t object = glued_object(view, heads, w);
        if (object != CASUS_NO_WORD) {
            hang(view, object, verb, CASUS_DEPREL_OBJ);
        }
    }
}
