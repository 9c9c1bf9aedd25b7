/* Numbers that a noun elsewhere announces, such as a death toll: see quantity.h. */
#include "extract/quantity.h"

/* What the words behind a toll's noun say that it counts: 'the number of people killed'. */
static bool read_toll(const casus_scan *scan, uint32_t w, casus_count *count)
{
    enum { LONGEST_TOLL = 9 };
    const casus_view *view = scan->view;
    for (uint32_t at = w + 1; at < scan->end && at < w + LONGEST_TOLL; at++) {
        unsigned upos = view->word[at].upos;
        if (upos == CASUS_UPOS_PUNCT || upos == CASUS_UPOS_AUX ||
            !casus_view_below(view, at, view->word[w].head == CASUS_NO_WORD ? w : view->word[w].head)) {
            break;
        }
        const casus_item *item = casus_quantity__item(scan, at, at);
        if (item != NULL && item->class_of == CASUS_ITEM_PEOPLE) {
            count->item = item->name;
            count->outcome = item->outcome != CASUS_OUTCOME_NONE ? (uint8_t)item->outcome : count->outcome;
        } else if (upos == CASUS_UPOS_VERB || upos == CASUS_UPOS_ADJ) {
            uint8_t outcome = 0;
            if (casus_quantity__told(scan, at, CASUS_ROLE_MODIFIED | CASUS_ROLE_PATIENT, CASUS_FOR_PEOPLE, &outcome)) {
                count->outcome = outcome;
            }
        }
    }
    return count->outcome != CASUS_OUTCOME_NONE;
}

static bool take_toll(const casus_scan *scan, uint32_t w, casus_count *count)
{
    const casus_view *view = scan->view;
    const casus_item *item =
        view->word[w].upos == CASUS_UPOS_NOUN ? casus_quantity__item(scan, w, w > scan->begin ? w - 1 : w) : NULL;
    if (item == NULL || item->class_of != CASUS_ITEM_TOLL) {
        return false;
    }
    count->item = CASUS_STR("person");
    count->class_of = CASUS_ITEM_PEOPLE;
    count->outcome = (uint8_t)item->outcome;
    count->rule = "toll";
    if (read_toll(scan, w, count) || count->outcome != CASUS_OUTCOME_NONE) {
        return true;
    }
    for (uint32_t back = 0; back < 3; back++) { /* 'the figure': the last that was told of people */
        const casus_count *before = casus_quantity__before(scan, back);
        if (before != NULL && before->class_of == CASUS_ITEM_PEOPLE && before->outcome != CASUS_OUTCOME_NONE) {
            count->item = before->item;
            count->outcome = before->outcome;
            return true;
        }
    }
    return false;
}

bool casus_quantity__toll(const casus_scan *scan, casus_count *count)
{
    const casus_view *view = scan->view;
    uint32_t top = count->top;
    const casus_count *before = casus_quantity__before(scan, 0);
    for (unsigned i = 0; i < 5; i++) {
        uint32_t head = view->word[top].head;
        if (head == CASUS_NO_WORD) {
            return false;
        }
        if (before != NULL && before->rule != NULL && before->begin >= scan->begin && head == before->top &&
            before->noun == CASUS_NO_WORD) { /* 'the toll as nine, then 22' */
            count->item = before->item;
            count->class_of = before->class_of;
            count->outcome = before->outcome;
            count->rule = "toll";
            return true;
        }
        if (take_toll(scan, head, count)) {
            return true;
        }
        for (uint32_t c = view->word[head].first_child, n_c = 0; c != CASUS_NO_WORD && n_c < CASUS_MOST_CHILDREN;
             c = view->word[c].next_sibling, n_c++) {
            if (c != top && take_toll(scan, c, count)) {
                return true;
            }
        }
        unsigned rel = view->word[head].deprel;
        if (view->word[head].upos == CASUS_UPOS_VERB && rel != CASUS_DEPREL_XCOMP && rel != CASUS_DEPREL_ACL &&
            rel != CASUS_DEPREL_NMOD) { /* 'its count of the wounded': a participle in a noun's place */
            break;
        }
        top = head;
    }
    return false;
}
