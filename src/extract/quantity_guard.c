/* Numbers that count nothing: see quantity.h. */
#include "extract/quantity.h"

enum { FIRST_YEAR = 1800, LAST_YEAR = 2100 };

static bool adjoin(const casus_view *view, uint32_t a, uint32_t b)
{
    return view->doc->word[a].text.end == view->doc->word[b].text.begin;
}

static bool is_sign(const casus_view *view, uint32_t w)
{
    return view->word[w].upos == CASUS_UPOS_PUNCT || view->word[w].upos == CASUS_UPOS_SYM;
}

/* Joined to letters or signs: 'T-72', '34-year-old', '9/11', '20:15'. */
static bool is_joined(const casus_scan *scan, const casus_count *count)
{
    const casus_view *view = scan->view;
    uint32_t w = count->number;
    uint32_t end = count->end;
    bool before = w > scan->begin && adjoin(view, w - 1, w);
    bool after = end + 1 < scan->end && adjoin(view, end - 1, end) && adjoin(view, end, end + 1);
    char sign = before ? view->doc->word[w - 1].form.ptr[0] : ' ';
    char next = after ? view->doc->word[end].form.ptr[0] : ' ';
    return (before && (sign == '-' || sign == '/' || sign == ':' || sign == '.' || !is_sign(view, w - 1))) ||
           (after && is_sign(view, end) && (next == '-' || next == '/' || next == ':'));
}

static bool is_term(const casus_scan *scan, uint32_t w, bool before)
{
    int value = 0;
    casus_str form = scan->view->doc->word[w].form;
    form.len -= form.len > 2 && form.ptr[form.len - 1] == '.'; /* 'Aug.' */
    casus_term_class term = casus_pack_term(scan->view->pack, form, &value);
    return term == CASUS_TERM_MONTH || (!before && (term == CASUS_TERM_CLOCK || term == CASUS_TERM_MERIDIEM));
}

static bool is_money(const casus_scan *scan, uint32_t w)
{
    uint32_t len = 0;
    const casus_modifier *m = casus_quantity__modifier(scan, w, &len);
    return m != NULL && m->class_of == CASUS_MODIFIER_MONEY;
}

/* Four digits that stand where a year does. */
static bool is_year(const casus_scan *scan, const casus_count *count)
{
    const casus_view *view = scan->view;
    casus_str form = view->doc->word[count->number].form;
    if (form.len != 4 || form.ptr[0] < '1' || form.ptr[0] > '2' || count->end != count->number + 1 ||
        !(count->best >= FIRST_YEAR && count->best <= LAST_YEAR)) {
        return false;
    }
    uint32_t before = count->number;
    if (count->noun != CASUS_NO_WORD && count->class_of != CASUS_ITEM_PEOPLE &&
        !casus_view_has(view, count->noun, CASUS_STR("Number=Plur"))) {
        return true; /* 'the 1956 uprising' */
    }
    bool preposition = before > scan->begin && view->word[before - 1].upos == CASUS_UPOS_ADP;
    return count->noun == CASUS_NO_WORD || (preposition && view->word[count->number].deprel != CASUS_DEPREL_NUMMOD) ||
           (preposition && count->noun != count->end);
}

/* The number names what stands before it: 'Resolution 2231', 'Brigade 92'. */
static bool is_name(const casus_scan *scan, const casus_count *count)
{
    const casus_view_word *word = scan->view->word;
    uint32_t w = count->number;
    if (w == scan->begin || w != count->begin) {
        return false;
    }
    uint32_t head = word[w].head;
    bool nominal = word[w - 1].upos == CASUS_UPOS_PROPN || word[w - 1].upos == CASUS_UPOS_NOUN;
    return nominal && head == w - 1 &&
           (word[w].deprel == CASUS_DEPREL_NUMMOD || word[w].deprel == CASUS_DEPREL_FLAT ||
            word[w].deprel == CASUS_DEPREL_NMOD || word[w].deprel == CASUS_DEPREL_APPOS);
}

/* 'Boeing 737-800': a name before a hyphen's two sides. */
static bool is_model(const casus_scan *scan, const casus_count *count)
{
    return count->low < count->high && count->number > scan->begin && count->number == count->begin &&
           scan->view->word[count->number - 1].upos == CASUS_UPOS_PROPN && count->end >= count->number + 1 &&
           (count->end == count->number + 1 || adjoin(scan->view, count->number, count->number + 1));
}

static bool is_zero_digit(const casus_scan *scan, const casus_count *count)
{
    return count->kind == CASUS_COUNT_NUMBER && scan->view->doc->word[count->number].form.ptr[0] == '0';
}

bool casus_quantity__is_other(const casus_scan *scan, const casus_count *count)
{
    const casus_view *view = scan->view;
    uint32_t end = count->end;
    for (uint32_t w = count->number; w < end; w++) {
        if (view->word[w].taken) {
            return true;
        }
    }
    if (count->class_of == CASUS_ITEM_MEASURE || count->class_of == CASUS_ITEM_NONE) {
        return true;
    }
    if (end < scan->end && count->kind <= CASUS_COUNT_VAGUE) {
        const casus_item *unit = casus_quantity__item(scan, end, end);
        if ((unit != NULL && unit->class_of == CASUS_ITEM_MEASURE) || is_money(scan, end) ||
            is_term(scan, end, false)) {
            return true;
        }
    }
    if (count->number > scan->begin &&
        (is_money(scan, count->number - 1) ||
         (count->kind == CASUS_COUNT_NUMBER && is_term(scan, count->number - 1, true)))) {
        return true;
    }
    if (count->kind == CASUS_COUNT_ARTICLE) {
        return end < scan->end && adjoin(view, end - 1, end); /* 'a-37' */
    }
    return count->kind == CASUS_COUNT_NUMBER &&
           (is_joined(scan, count) || is_year(scan, count) || is_name(scan, count) || is_model(scan, count) ||
            is_zero_digit(scan, count));
}
