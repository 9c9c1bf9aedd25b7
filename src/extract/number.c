/* Numbers in words and digits: see number.h. */
#include "extract/number.h"

#include "extract/number_digits.h"

#include <math.h>

/* A number while its parts are read from left to right: total + group is its value. */
typedef struct reading {
    double total, group;
    double scale; /* of the last multiplier; INFINITY: none yet */
    bool any;     /* some part has a value of its own */
    bool digits;
    bool article; /* an article waits for what it multiplies */
    bool joined;  /* a joiner waits for what it joins */
    bool across;  /* the joiner is a word of its own */
    bool half;    /* 'half' waits for what it multiplies */
    bool ordinal, fraction, about;
    bool closed; /* nothing may follow */
    casus_numeral_class last;
} reading;

static bool add_unit(reading *r, double value, bool ten_first)
{
    double low = fmod(r->group, 100);
    if (r->digits && isinf(r->scale)) {
        return false;
    }
    if (r->group == 0 || (r->group >= 100 && low == 0)) {
        if (r->any && r->group == 0 && isinf(r->scale)) {
            return false; /* behind 'zero' */
        }
    } else if (low >= 20 && fmod(low, 10) == 0 && value < 10 && value >= 1) { /* twenty-five */
        if (r->last != CASUS_NUMERAL_UNIT) {
            return false;
        }
    } else if (!(low < 10 && r->joined && !ten_first && value >= 20 && fmod(value, 10) == 0)) { /* five-and-twenty */
        return false;
    }
    r->group += value;
    r->closed = value == 0;
    return true;
}

/* 'half' by itself, in front of a multiplier, or behind a joiner. */
static bool add_half(reading *r)
{
    if (r->any && !r->joined) {
        return false;
    }
    r->half = !r->any;
    r->fraction = !r->any;
    r->group += 0.5;
    return true;
}

/* What a joiner that is a word of its own may stand between: hundred and five; two and a half. */
static bool may_join(const reading *r, casus_numeral_class next)
{
    return !r->across || next == CASUS_NUMERAL_HALF || next == CASUS_NUMERAL_ARTICLE ||
           (next == CASUS_NUMERAL_UNIT && !r->digits &&
            (r->last == CASUS_NUMERAL_GROUP || r->last == CASUS_NUMERAL_MULTIPLIER));
}

/* The last part of a number: an ordinal, or a word or ending for about so many. */
static bool add_last(reading *r, casus_numeral part, bool inside)
{
    if (r->article || r->half || (part.value == 0 && !(r->any && inside)) ||
        (part.value > 0 && !add_unit(r, part.value, r->across))) {
        return false;
    }
    r->ordinal = part.class_of == CASUS_NUMERAL_ORDINAL;
    r->about = !r->ordinal && r->total + r->group >= 10; /* 'drietal' is three */
    r->closed = true;
    return true;
}

static bool add_multiplier(reading *r, double value)
{
    if (value >= r->scale || (r->any && r->group == 0)) {
        return false;
    }
    r->total += (r->group == 0 ? 1 : r->group) * value;
    r->group = 0;
    r->scale = value;
    r->fraction = false;
    return true;
}

static bool add_fraction(reading *r, double value)
{
    if ((r->joined && r->across) || (r->any && r->total + r->group >= value)) {
        return false;
    }
    r->group = (r->any ? r->total + r->group : 1) / value;
    r->total = 0;
    r->fraction = r->closed = true;
    return true;
}

/* Parts that have no value yet; *taken tells whether `part` is one. False if it does not fit. */
static bool add_waiting(reading *r, casus_numeral part, bool inside, bool *taken)
{
    *taken = true;
    if (part.class_of == CASUS_NUMERAL_ARTICLE) {
        bool fits = !r->article && (!r->any || r->joined || r->half);
        r->article = true;
        return fits;
    }
    if (part.class_of == CASUS_NUMERAL_JOINER) {
        bool fits = r->any && !r->joined && !r->article;
        r->joined = true;
        r->across = !inside;
        return fits;
    }
    *taken = false;
    return true;
}

/* Take one part more; `inside`: it stands in the same word as the part before it. False if it does not fit. */
static bool add(reading *r, casus_numeral part, bool inside)
{
    bool taken = false;
    bool fits = false;
    if (r->closed || (r->joined && !may_join(r, part.class_of))) {
        return false;
    }
    if (part.class_of == CASUS_NUMERAL_ARTICLE && (inside || (r->joined && !r->across))) {
        part = (casus_numeral){CASUS_NUMERAL_UNIT, 1}; /* honderdeen */
    }
    if (!add_waiting(r, part, inside, &taken) || taken) {
        return taken;
    }
    switch (part.class_of) {
    case CASUS_NUMERAL_UNIT:
        fits = !r->article && !r->half && add_unit(r, part.value, r->across);
        break;
    case CASUS_NUMERAL_GROUP:
        fits = r->group < 100 && !(r->any && r->group == 0);
        r->group = (r->group == 0 ? 1 : r->group) * part.value;
        r->fraction = false; /* half a dozen */
        break;
    case CASUS_NUMERAL_MULTIPLIER:
        fits = add_multiplier(r, part.value);
        break;
    case CASUS_NUMERAL_HALF:
        fits = add_half(r);
        break;
    case CASUS_NUMERAL_FRACTION:
        fits = add_fraction(r, part.value);
        break;
    default:
        fits = (part.class_of == CASUS_NUMERAL_ORDINAL || part.class_of == CASUS_NUMERAL_ROUND) &&
               add_last(r, part, inside);
        break;
    }
    r->last = part.class_of;
    r->half = part.class_of == CASUS_NUMERAL_HALF && r->half;
    r->any = true;
    r->article = r->joined = r->across = false;
    return fits;
}

/* The longest numeral that `folded` begins with, its bytes in *len; NULL if there is none. */
static const casus_numeral *longest_part(const casus_figures *figures, casus_str folded, size_t *len)
{
    for (*len = folded.len < figures->longest ? folded.len : figures->longest; *len > 0; (*len)--) {
        const casus_numeral *part = casus_figure_numeral(figures, casus_str_slice(folded, 0, *len));
        if (part != NULL) {
            return part;
        }
    }
    return NULL;
}

/* The parts of one word ('vijf' 'en' 'veertig' 'duizend'); false if it is not made of numerals. */
static bool add_parts(const casus_figures *figures, reading *r, casus_str folded, bool inside)
{
    while (folded.len > 0) {
        size_t len = 0;
        const casus_numeral *part = longest_part(figures, folded, &len);
        if (part == NULL) {
            return false;
        }
        bool one = part->class_of == CASUS_NUMERAL_ARTICLE && len < folded.len; /* eenentwintig */
        if (!add(r, one ? (casus_numeral){CASUS_NUMERAL_UNIT, 1} : *part, inside)) {
            return false;
        }
        folded = casus_str_slice(folded, len, folded.len);
        inside = true;
    }
    return true;
}

static bool add_word(const casus_figures *figures, reading *r, casus_str folded)
{
    double value = 0;
    size_t len = casus_number__digits(folded, figures->decimal_comma, &value);
    if (len == 0) {
        return add_parts(figures, r, folded, false);
    }
    if (r->any || r->article) {
        return false;
    }
    r->group = value;
    r->any = r->digits = true;
    r->last = CASUS_NUMERAL_UNIT;
    casus_str ending = casus_str_slice(folded, len, folded.len);
    if (ending.len > 1 && ending.ptr[0] == '-') {
        ending = casus_str_slice(ending, 1, ending.len); /* 20-tal */
    }
    return add_parts(figures, r, ending, true);
}

/* Whether no space stands before the word. */
static bool adjoins(const casus_view *view, uint32_t w)
{
    return view->doc->word[w - 1].text.end == view->doc->word[w].text.begin;
}

/* '10 000': groups of three digits with one space between. */
static uint32_t read_groups(const casus_view *view, uint32_t word, uint32_t end, reading *r)
{
    double value = 0;
    uint32_t w = word + 1;
    size_t digits = view->doc->word[word].form.len;
    if (digits > 3 || !casus_number__all_digits(view->doc->word[word].form, digits, &value) || value == 0) {
        return 1;
    }
    while (w < end && view->doc->word[w].text.begin <= view->doc->word[w - 1].text.end + 3 && !adjoins(view, w) &&
           casus_number__all_digits(view->doc->word[w].form, 3, &value)) {
        r->group = r->group * 1000 + value;
        w++;
    }
    return w - word;
}

static bool is_joiner_sign(const casus_view *view, uint32_t w)
{
    casus_str form = view->doc->word[w].form;
    return form.len > 0 && (unsigned char)form.ptr[0] < 0x80 && (form.ptr[0] | 0x20) < 'a';
}

/* What the fast tests let through; most words of a text stop here. */
static bool may_begin(const casus_view *view, uint32_t word)
{
    casus_str form = view->doc->word[word].form;
    unsigned char first = form.len == 0 ? 0 : (unsigned char)form.ptr[0];
    return (first >= '0' && first <= '9') || first >= 0x80 ||
           casus_bit(view->pack->figures.numeral_first, casus_figure_mark(form));
}

/* An article that is tagged as a number is one. */
static void take_article(const casus_view *view, uint32_t word, reading *r)
{
    if (r->article && !r->any && view->word[word].upos == CASUS_UPOS_NUM) {
        *r = (reading){.group = 1, .scale = INFINITY, .any = true, .last = CASUS_NUMERAL_UNIT};
    }
}

static casus_number result(const reading *r, uint32_t n_word)
{
    double value = r->total + r->group;
    double scale = r->last == CASUS_NUMERAL_GROUP ? 100 : isinf(r->scale) ? 1 : r->scale;
    return (casus_number){value, value, r->ordinal, r->fraction, r->about, n_word, scale};
}

bool casus_number_read(const casus_view *view, uint32_t word, uint32_t end, casus_number *out)
{
    const casus_figures *figures = &view->pack->figures;
    reading best = {0};
    reading r = {.scale = INFINITY};
    uint32_t n_word = 0;
    if (word >= end || !may_begin(view, word)) {
        return false;
    }
    for (uint32_t w = word; w < end; w++) {
        char folded[CASUS_PACK_KEY];
        casus_str form = {folded, casus_pack_fold(view->doc->word[w].form, folded, sizeof folded)};
        bool sign = w > word && is_joiner_sign(view, w);
        if (form.len == 0 || (sign && (!adjoins(view, w) || w + 1 == end || !adjoins(view, w + 1)))) {
            break;
        }
        if (!add_word(figures, &r, form)) {
            break;
        }
        take_article(view, w, &r);
        r.across = r.across && !sign;
        if (r.digits && w == word) {
            w += read_groups(view, word, end, &r) - 1;
        }
        if (r.any && !r.article && !r.joined) {
            best = r;
            n_word = w + 1 - word;
        }
    }
    *out = result(&best, n_word);
    return n_word > 0;
}

/* The number that is all of `form`. */
static bool read_form(const casus_view *view, casus_str form, casus_number *out)
{
    char folded[CASUS_PACK_KEY];
    reading r = {.scale = INFINITY};
    size_t len = casus_pack_fold(form, folded, sizeof folded);
    if (len == 0 || !add_word(&view->pack->figures, &r, (casus_str){folded, len}) || !r.any || r.joined || r.article) {
        return false;
    }
    *out = result(&r, 1);
    return true;
}

/* A word between the ends of a range; a hyphen is one where it joins nothing. */
static bool is_range_sign(const casus_view *view, uint32_t w)
{
    char folded[CASUS_PACK_KEY];
    size_t len = casus_pack_fold(view->doc->word[w].form, folded, sizeof folded);
    const casus_numeral *numeral = casus_figure_numeral(&view->pack->figures, (casus_str){folded, len});
    return numeral != NULL && (numeral->class_of == CASUS_NUMERAL_RANGE ||
                               (numeral->class_of == CASUS_NUMERAL_JOINER && is_joiner_sign(view, w)));
}

/* From `low` to `high`, whose scale the first may share ('two to three million'); false if that is no range. */
static bool make_range(casus_number low, casus_number high, casus_number *out)
{
    if (low.ordinal || high.ordinal || low.fraction || high.fraction) {
        return false;
    }
    if (low.scale == 1 && high.scale > 1 && low.low * high.scale < high.low) {
        low.low *= high.scale;
    }
    if (low.low >= high.low) {
        return false;
    }
    *out = high;
    out->low = low.low;
    out->n_word = low.n_word + high.n_word;
    return true;
}

/* A range within one word ('10-15'), or a first number that ends in a hyphen ('drie- tot vierduizend'). */
static bool read_hyphens(const casus_view *view, uint32_t word, casus_number *out)
{
    casus_str form = view->doc->word[word].form;
    casus_number low;
    casus_number high;
    const char *hyphen = form.len < 3 ? NULL : memchr(form.ptr + 1, '-', form.len - 1);
    size_t at = hyphen == NULL ? 0 : (size_t)(hyphen - form.ptr);
    if (at == 0 || !read_form(view, casus_str_slice(form, 0, at), &low)) {
        return false;
    }
    if (at + 1 == form.len) {
        *out = low;
        return true;
    }
    if (!read_form(view, casus_str_slice(form, at + 1, form.len), &high) || !make_range(low, high, out)) {
        return false;
    }
    out->n_word = 1;
    return true;
}

bool casus_number_read_range(const casus_view *view, uint32_t word, uint32_t end, casus_number *out)
{
    casus_number high;
    if (word >= end || !may_begin(view, word)) {
        return false;
    }
    if (!casus_number_read(view, word, end, out)) {
        if (!read_hyphens(view, word, out)) {
            return false;
        }
        if (out->low < out->high) {
            return true;
        }
    }
    uint32_t sign = word + out->n_word;
    if (sign + 1 < end && is_range_sign(view, sign) && casus_number_read(view, sign + 1, end, &high)) {
        casus_number range;
        if (make_range(*out, high, &range)) {
            *out = range;
            out->n_word++;
        }
    }
    return true;
}
