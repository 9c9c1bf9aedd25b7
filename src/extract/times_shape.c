/* Times by their spelling: digits and what stands between them. See times.h. */
#include "extract/times.h"

#include <math.h>

/* Reads text from left to right. */
typedef struct scan {
    casus_str left;
} scan;

/* A number of `least` to `most` digits, not followed by another digit. */
static bool digits(scan *s, size_t least, size_t most, int32_t *value)
{
    size_t n = 0;
    *value = 0;
    while (n < s->left.len && s->left.ptr[n] >= '0' && s->left.ptr[n] <= '9') {
        if (n == most) {
            return false;
        }
        *value = *value * 10 + (s->left.ptr[n++] - '0');
    }
    s->left = casus_str_slice(s->left, n, s->left.len);
    return n >= least;
}

static bool mark(scan *s, const char *any)
{
    if (s->left.len == 0 || strchr(any, s->left.ptr[0]) == NULL) {
        return false;
    }
    s->left = casus_str_slice(s->left, 1, s->left.len);
    return true;
}

/* An apostrophe, straight or curly (U+2019, U+2018). */
static bool apostrophe(scan *s)
{
    if (mark(s, "'")) {
        return true;
    }
    if (casus_str_starts(s->left, CASUS_STR("\xE2\x80\x99")) || casus_str_starts(s->left, CASUS_STR("\xE2\x80\x98"))) {
        s->left = casus_str_slice(s->left, 3, s->left.len);
        return true;
    }
    return false;
}

static bool dash(scan *s)
{
    if (casus_str_starts(s->left, CASUS_STR("\xE2\x80\x93"))) {
        s->left = casus_str_slice(s->left, 3, s->left.len);
        return true;
    }
    return mark(s, "-/");
}

/* The letters up to the next other character are a term of that class. */
static bool term(scan *s, const casus_pack *pack, casus_term_class is, int *value)
{
    size_t n = 0;
    while (n < s->left.len && (s->left.ptr[n] < '0' || s->left.ptr[n] > '9')) {
        n++;
    }
    if (n == 0 || casus_pack_term(pack, casus_str_slice(s->left, 0, n), value) != is) {
        return false;
    }
    s->left = casus_str_slice(s->left, n, s->left.len);
    return true;
}

/* Whole number of the cache at `w`. */
static const casus_number *number_at(const casus_matcher *matcher, uint32_t w)
{
    casus_times *times = matcher->payload;
    if (times->number_known[w] == 0) {
        bool is = casus_number_read_range(matcher->view, w, matcher->end, &times->number[w]);
        times->number_known[w] = is ? 2 : 1;
    }
    return times->number_known[w] == 2 ? &times->number[w] : NULL;
}

static bool begins_with_digit(casus_str form)
{
    scan s = {form};
    (void)apostrophe(&s);
    return s.left.len > 0 && s.left.ptr[0] >= '0' && s.left.ptr[0] <= '9';
}

bool casus_times__may_be_shape(const casus_matcher *matcher, uint32_t word)
{
    const casus_view_word *w = &matcher->view->word[word];
    casus_str form = matcher->view->doc->word[word].form;
    if (begins_with_digit(form) || (form.len > 5 && form.ptr[form.len - 5] == '-') ||
        (form.len > 6 && form.ptr[form.len - 6] == '-')) {
        return true;
    }
    return w->upos != CASUS_UPOS_PUNCT && w->upos != CASUS_UPOS_VERB && w->upos != CASUS_UPOS_AUX &&
           number_at(matcher, word) != NULL;
}

/* Hours, minutes and seconds: value 0..2. */
static bool read_clock(const casus_pack *pack, casus_str form, bool dotted, casus_shape *out)
{
    scan s = {form};
    int is = 0;
    bool letters = false;
    if (!digits(&s, 1, 2, &out->value[0])) {
        return false;
    }
    if (!mark(&s, dotted ? "." : ":")) {
        letters = !dotted && term(&s, pack, CASUS_TERM_CLOCK, &is) && is == CASUS_UNIT_HOUR;
        if (!letters) {
            return false;
        }
    }
    bool minutes = digits(&s, 2, 2, &out->value[1]);
    if (!minutes && !letters) {
        return false;
    }
    out->value[2] = -1;
    if (minutes && s.left.len > 0 && mark(&s, dotted ? "." : ":") && !digits(&s, 2, 2, &out->value[2])) {
        return false;
    }
    if (s.left.len > 0 && !(minutes && (term(&s, pack, CASUS_TERM_CLOCK, &is) ||
                                        (!dotted && term(&s, pack, CASUS_TERM_MERIDIEM, &is))))) {
        return false;
    }
    return s.left.len == 0 && out->value[0] <= 24 && out->value[1] <= 59 && out->value[2] <= 59;
}

/* Year, month, day: value 0..2; a day of 0: month and day cannot be told apart. */
static bool read_date(const casus_pack *pack, casus_str form, casus_shape *out)
{
    scan s = {form};
    int32_t a = 0;
    int32_t b = 0;
    int32_t c = 0;
    if (form.len < 6 || !digits(&s, 1, 4, &a)) {
        return false;
    }
    char between = s.left.len > 0 ? s.left.ptr[0] : '\0';
    if (!mark(&s, "-/.") || !digits(&s, 1, 2, &b) || s.left.len == 0 || s.left.ptr[0] != between || !mark(&s, "-/.") ||
        !digits(&s, 1, 4, &c) || s.left.len > 0) {
        return false;
    }
    if (a >= 1000) {
        out->value[0] = a, out->value[1] = b, out->value[2] = c;
        return casus_when_is_date(a, b, c);
    }
    if (c < 100) {
        if (between == '.') {
            return false; /* '2.3.10' is a section */
        }
        c += c < 50 ? 2000 : 1900;
    }
    bool day_first = pack->order == CASUS_ORDER_DAY_FIRST || a > 12;
    bool open = pack->order == CASUS_ORDER_UNKNOWN && a <= 12 && b <= 12 && a != b;
    out->value[0] = c;
    out->value[1] = day_first ? b : a;
    out->value[2] = day_first ? a : b;
    if (!casus_when_is_date(c, out->value[1], out->value[2])) {
        return false;
    }
    if (open) {
        out->value[1] = out->value[2] = 0;
    }
    return c >= 1000;
}

/* '2014-2016', '1939-45': value 0 and 1. */
static bool read_years(casus_str form, casus_shape *out)
{
    scan s = {form};
    int32_t *y = out->value;
    if (form.len < 7 || !digits(&s, 4, 4, &y[0]) || !dash(&s)) {
        return false;
    }
    size_t len = s.left.len;
    if (!digits(&s, 2, 4, &y[1]) || s.left.len > 0 || len == 3) {
        return false;
    }
    y[3] = len == 2;
    y[1] += len == 2 ? y[0] / 100 * 100 : 0;
    return y[0] >= 1000 && y[1] > y[0] && y[1] < 2200 && y[1] - y[0] < 200;
}

/* '1990s', ''80s', '80s': value 0 is the decade. */
static bool read_decade(const casus_pack *pack, casus_str form, bool bare, casus_shape *out)
{
    scan s = {form};
    int is = 0;
    bool marked = apostrophe(&s);
    size_t len = s.left.len;
    if (!digits(&s, 2, 4, &out->value[0]) || out->value[0] % 10 != 0) {
        return false;
    }
    len -= s.left.len;
    (void)apostrophe(&s);
    if (!term(&s, pack, CASUS_TERM_DECADE, &is) || s.left.len > 0) {
        return false;
    }
    return len > 2 || (out->value[0] >= 10 && marked != bare);
}

/* 'mid-2007', 'mid-1990s': value 0 is the year or decade, 1 whether it is a decade, 2 the prefix's mod. */
static bool read_prefixed(const casus_matcher *matcher, casus_str form, casus_shape *out)
{
    const casus_rules *rules = matcher->rules;
    uint32_t prefix = casus_rules_class(rules, CASUS_STR(CASUS_TIME_PREFIX_CLASS));
    const char *hyphen = form.len < 6 ? NULL : memchr(form.ptr, '-', form.len);
    if (hyphen == NULL || prefix == CASUS_NO_CLASS || hyphen[1] < '1' || hyphen[1] > '2') {
        return false;
    }
    scan s = {casus_str_slice(form, (size_t)(hyphen - form.ptr) + 1, form.len)};
    uint32_t word =
        casus_vocab_find(&matcher->view->pack->vocab, casus_str_slice(form, 0, (size_t)(hyphen - form.ptr)));
    uint32_t len = 0;
    uint32_t term =
        word == 0 ? CASUS_NO_VALUE : casus_lexicon_longest(&rules->class_of[prefix].lexicon, &word, NULL, 1, &len);
    if (term == CASUS_NO_VALUE) {
        return false;
    }
    out->value[1] = s.left.len > 4;
    if (s.left.len == 4 ? !digits(&s, 4, 4, &out->value[0]) : !read_decade(matcher->view->pack, s.left, false, out)) {
        return false;
    }
    out->value[2] = rules->term[term].value;
    return true;
}

/* One or two digits and the ending of an ordinal, or none: '15', '15th', '1e'. */
static bool read_day(const casus_matcher *matcher, casus_str form, uint32_t word, casus_shape *out)
{
    scan s = {form};
    int is = 0;
    if (begins_with_digit(form)) {
        return digits(&s, 1, 2, &out->value[0]) && out->value[0] >= 1 && out->value[0] <= 31 &&
               (s.left.len == 0 || (term(&s, matcher->view->pack, CASUS_TERM_ORDINAL, &is) && s.left.len == 0));
    }
    const casus_number *n = number_at(matcher, word);
    if (n == NULL || n->fraction || n->low != n->high || n->low < 1 || n->low > 31 || n->about) {
        return false;
    }
    out->value[0] = (int32_t)n->low;
    out->n_word = n->n_word;
    return n->low == floor(n->low);
}

static bool read_number(const casus_matcher *matcher, casus_str form, uint32_t word, bool ordinal, casus_shape *out)
{
    const casus_number *n = number_at(matcher, word);
    (void)form;
    if (n == NULL || n->ordinal != ordinal || (n->fraction && n->low < 0.3)) {
        return false;
    }
    out->low = n->low;
    out->high = n->high;
    out->value[0] = n->low < 1e6 ? (int32_t)n->low : 1000000;
    out->n_word = n->n_word;
    return true;
}

static bool read_hour(const casus_matcher *matcher, casus_str form, uint32_t word, casus_shape *out)
{
    scan s = {form};
    if (begins_with_digit(form)) {
        return digits(&s, 1, 2, &out->value[0]) && s.left.len == 0 && out->value[0] <= 24;
    }
    const casus_number *n = number_at(matcher, word);
    if (n == NULL || n->fraction || n->ordinal || n->low != floor(n->low) || n->low < 0 || n->low > 24) {
        return false;
    }
    out->value[0] = (int32_t)n->low;
    out->n_word = n->n_word;
    return true;
}

bool casus_times__read_shape(const casus_matcher *matcher, uint32_t shape, uint32_t word, casus_shape *out)
{
    casus_str form = matcher->view->doc->word[word].form;
    const casus_pack *pack = matcher->view->pack;
    scan s = {form};
    out->n_word = 1;
    out->value[4] = (int32_t)shape;
    out->value[5] = shape == CASUS_SHAPE_CLOCK || shape == CASUS_SHAPE_DOTTED || shape == CASUS_SHAPE_HHMM;
    switch ((casus_time_shape)shape) {
    case CASUS_SHAPE_NUMBER:
        return read_number(matcher, form, word, false, out);
    case CASUS_SHAPE_ORDINAL:
        return read_number(matcher, form, word, true, out);
    case CASUS_SHAPE_DAY:
        return read_day(matcher, form, word, out);
    case CASUS_SHAPE_DIGITS:
        return digits(&s, 1, 2, &out->value[0]) && s.left.len == 0;
    case CASUS_SHAPE_YEAR:
        return form.len == 4 && digits(&s, 4, 4, &out->value[0]) && out->value[0] >= 1000 && out->value[0] < 2200;
    case CASUS_SHAPE_YEAR_AD:
        return form.len <= 4 && digits(&s, 1, 4, &out->value[0]) && s.left.len == 0 && out->value[0] > 0;
    case CASUS_SHAPE_YEARS:
        return read_years(form, out);
    case CASUS_SHAPE_SHORT:
        return apostrophe(&s) && digits(&s, 2, 2, &out->value[0]) && s.left.len == 0;
    case CASUS_SHAPE_DECADE:
        return read_decade(pack, form, false, out);
    case CASUS_SHAPE_DECADE_SHORT:
        return read_decade(pack, form, true, out);
    case CASUS_SHAPE_PREFIXED:
        return read_prefixed(matcher, form, out);
    case CASUS_SHAPE_HOUR:
        return read_hour(matcher, form, word, out);
    case CASUS_SHAPE_CLOCK:
        return read_clock(pack, form, false, out);
    case CASUS_SHAPE_DOTTED:
        return read_clock(pack, form, true, out);
    case CASUS_SHAPE_HHMM:
        if (form.len != 4 || !digits(&s, 4, 4, &out->value[1])) {
            return false;
        }
        out->value[0] = out->value[1] / 100;
        out->value[1] %= 100;
        out->value[2] = -1;
        return out->value[0] <= 24 && out->value[1] <= 59;
    case CASUS_SHAPE_SPELLED:
        return !begins_with_digit(form) && read_number(matcher, form, word, false, out) && out->low == out->high &&
               out->value[0] >= 10 && out->value[0] < 100;
    case CASUS_SHAPE_WORD:
        return true;
    case CASUS_SHAPE_DATE:
        return read_date(pack, form, out);
    case CASUS_SHAPE_HOME:
        return casus_times__read_home(matcher, word, out);
    }
    return false;
}
