/* What a number is worth with the words around it: see quantity.h. */
#include "extract/number.h"
#include "extract/quantity.h"

#include <math.h>

enum { MOST_PREFIXES = 4, LONGEST_AMOUNT = 5 };

const casus_modifier *casus_quantity__modifier(const casus_scan *scan, uint32_t w, uint32_t *len)
{
    *len = 0;
    if (w >= scan->end || scan->form[w] == 0) {
        return NULL;
    }
    uint32_t found = casus_lexicon_longest(&scan->figures->modifiers, scan->form + w, NULL, scan->end - w, len);
    return found == CASUS_NO_VALUE ? NULL : &scan->figures->modifier[found];
}

/* A preposition of the noun ('spoke about two men') bounds no number. */
static bool is_preposition(const casus_view *view, uint32_t w, uint32_t len)
{
    const casus_view_word *word = &view->word[w];
    return len == 1 && word->upos == CASUS_UPOS_ADP && word->deprel == CASUS_DEPREL_CASE;
}

static void set(casus_count *count, double low, double best, double high)
{
    count->low = low;
    count->best = best;
    count->high = high;
}

static void apply_bound(casus_count *count, const casus_modifier *bound)
{
    bool exact = count->low == count->high;
    if (bound == NULL) {
        return;
    }
    switch (bound->class_of) {
    case CASUS_MODIFIER_LEAST:
    case CASUS_MODIFIER_OR_MORE:
        set(count, count->low, isnan(count->low) ? count->best : count->low, NAN);
        break;
    case CASUS_MODIFIER_MOST:
        if (!isnan(count->high)) {
            set(count, NAN, count->high, count->high);
        }
        break;
    default:
        if (exact) {
            set(count, NAN, count->best, NAN);
        }
        break;
    }
}

/* 'between 20 and 50'; `w` is behind 'between'. */
static bool read_between(const casus_scan *scan, uint32_t w, casus_count *count)
{
    casus_number low;
    casus_number high;
    if (!casus_number_read(scan->view, w, scan->end, &low)) {
        return false;
    }
    uint32_t joiner = w + low.n_word;
    if (joiner + 1 >= scan->end || scan->view->word[joiner].upos != CASUS_UPOS_CCONJ) {
        return false;
    }
    uint32_t second = joiner + 1;
    uint32_t len = 0;
    const casus_modifier *the = casus_quantity__modifier(scan, second, &len);
    second += the != NULL && the->class_of == CASUS_MODIFIER_THE ? len : 0;
    if (!casus_number_read(scan->view, second, scan->end, &high)) {
        return false;
    }
    if (low.scale == 1 && high.scale > 1 && low.low * high.scale < high.low) {
        low.low *= high.scale;
    }
    set(count, low.low, NAN, high.low);
    count->kind = CASUS_COUNT_NUMBER;
    count->number = w;
    count->end = second + high.n_word;
    return low.low < high.low && !low.ordinal && !high.ordinal;
}

/* 'a "very large" number': an article, attributes, the noun. */
static bool read_amount(const casus_scan *scan, uint32_t w, casus_count *count)
{
    for (uint32_t at = w; at < scan->end && at < w + LONGEST_AMOUNT; at++) {
        uint32_t len = 0;
        const casus_modifier *m = casus_quantity__modifier(scan, at, &len);
        if (m != NULL && m->class_of == CASUS_MODIFIER_AMOUNT) {
            set(count, m->value, NAN, NAN);
            count->kind = CASUS_COUNT_VAGUE;
            count->number = at;
            count->end = at + len;
            return true;
        }
        unsigned upos = scan->view->word[at].upos;
        if ((m != NULL && m->class_of == CASUS_MODIFIER_UNKNOWN) ||
            (upos != CASUS_UPOS_ADJ && upos != CASUS_UPOS_ADV && upos != CASUS_UPOS_PUNCT)) {
            return false;
        }
    }
    return false;
}

/* A number in words or digits at `w`, which a vague word before it multiplies. */
static bool read_number(const casus_scan *scan, uint32_t w, casus_count *count)
{
    casus_number number;
    if (!casus_number_read_range(scan->view, w, scan->end, &number)) {
        return false;
    }
    if (number.ordinal || number.fraction || number.low != floor(number.low)) {
        return false;
    }
    count->kind = CASUS_COUNT_NUMBER;
    count->number = w;
    count->end = w + number.n_word;
    if (number.low < number.high) {
        set(count, number.low, NAN, number.high);
    } else if (number.about) {
        set(count, NAN, number.low, NAN);
    } else {
        set(count, number.low, number.low, number.low);
    }
    return true;
}

/* The word or phrase that is a value in itself. */
static bool read_term(const casus_scan *scan, uint32_t w, const casus_modifier *m, uint32_t len, casus_count *count)
{
    static const struct {
        casus_modifier_class class_of;
        casus_count_kind kind;
    } kinds[] = {{CASUS_MODIFIER_VAGUE, CASUS_COUNT_VAGUE},     {CASUS_MODIFIER_ZERO, CASUS_COUNT_ZERO},
                 {CASUS_MODIFIER_NOBODY, CASUS_COUNT_NOBODY},   {CASUS_MODIFIER_ALL, CASUS_COUNT_ALL},
                 {CASUS_MODIFIER_ARTICLE, CASUS_COUNT_ARTICLE}, {CASUS_MODIFIER_THE, CASUS_COUNT_THE}};
    casus_count vague;
    if (m->class_of == CASUS_MODIFIER_ARTICLE && read_amount(scan, w + len, count)) {
        return true;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (kinds[i].class_of != m->class_of) {
            continue;
        }
        count->kind = kinds[i].kind;
        count->number = w;
        count->end = w + len;
        if (count->kind == CASUS_COUNT_VAGUE) {
            set(count, m->value, NAN, NAN);
            vague = *count;
            if (read_number(scan, w + len, &vague) && vague.best >= 100) { /* several hundred */
                set(count, m->value * vague.best, NAN, NAN);
                count->end = vague.end;
            }
        } else {
            double value = count->kind == CASUS_COUNT_ALL                                         ? m->value
                           : count->kind == CASUS_COUNT_ZERO || count->kind == CASUS_COUNT_NOBODY ? 0
                                                                                                  : 1;
            set(count, value, value, value);
        }
        return true;
    }
    return false;
}

/* 'or more', 'or so' behind the number. */
static void read_suffix(const casus_scan *scan, casus_count *count)
{
    uint32_t len = 0;
    const casus_modifier *m = casus_quantity__modifier(scan, count->end, &len);
    if (m != NULL && (m->class_of == CASUS_MODIFIER_OR_MORE || m->class_of == CASUS_MODIFIER_OR_SO)) {
        apply_bound(count, m);
        count->end += len;
    }
}

bool casus_quantity__value(const casus_scan *scan, uint32_t w, casus_count *count)
{
    const casus_modifier *bound = NULL;
    uint32_t first = w;
    *count = (casus_count){.begin = w, .noun = CASUS_NO_WORD};
    for (unsigned i = 0; i < MOST_PREFIXES && w < scan->end; i++) {
        uint32_t len = 0;
        const casus_modifier *m = casus_quantity__modifier(scan, w, &len);
        if (read_number(scan, w, count)) {
            break;
        }
        if (m == NULL) {
            return false;
        }
        if (m->class_of == CASUS_MODIFIER_BETWEEN) {
            return read_between(scan, w + len, count);
        }
        if (m->class_of == CASUS_MODIFIER_LEAST || m->class_of == CASUS_MODIFIER_MOST ||
            m->class_of == CASUS_MODIFIER_ABOUT) {
            if (is_preposition(scan->view, w, len)) {
                return false;
            }
            bound = bound == NULL ? m : bound;
        } else if (m->class_of == CASUS_MODIFIER_THE && i + 1 < MOST_PREFIXES && read_number(scan, w + len, count)) {
            count->definite = true;
            break;
        } else if (m->class_of != CASUS_MODIFIER_EXACT) {
            if (!read_term(scan, w, m, len, count) || (i > 0 && bound == NULL && count->kind >= CASUS_COUNT_ARTICLE)) {
                return false;
            }
            break;
        }
        w += len;
    }
    if (count->end == 0) {
        return false;
    }
    if (count->kind >= CASUS_COUNT_ZERO && first != count->number && bound != NULL) {
        return false;
    }
    apply_bound(count, bound);
    read_suffix(scan, count);
    return true;
}
