/*
 * Gaps where no final sign stands, or a small letter behind one: a linear classifier over the looks of the tokens around
 * them, with the weights of the pack (token/boundary.tsv, made by tools/train-boundary; change both together).
 * Source: Gillick (2009), "Sentence Boundary Detection and the Problem with the U.S.", for the kind of features.
 */
#include "syntax/gap.h"

#include "syntax/character.h"

#include <stdio.h>

enum { MOST_FEATURE = 48 };

static casus_str form_of(const casus_splitter *s, uint32_t token)
{
    return casus_str_slice(s->doc->text, s->doc->token[token].text.begin, s->doc->token[token].text.end);
}

static bool is_capitals(casus_str form)
{
    for (size_t i = 0; i < form.len; i++) {
        if (form.ptr[i] < 'A' || form.ptr[i] > 'Z') {
            return false;
        }
    }
    return form.len > 1;
}

/* One letter for the look of a token. */
static char shape(const casus_splitter *s, uint32_t token)
{
    casus_str form = form_of(s, token);
    switch ((casus_look)s->hint[token].look) {
    case CASUS_LOOK_FINAL:
        return form.len == 1 ? 'F' : 'E';
    case CASUS_LOOK_NUMBER:
        return 'D';
    case CASUS_LOOK_UPPER:
        return is_capitals(form) ? 'A' : 'U';
    case CASUS_LOOK_LOWER:
        return 'l';
    case CASUS_LOOK_CASELESS:
        return 'x';
    case CASUS_LOOK_OPEN:
    case CASUS_LOOK_CLOSE:
    case CASUS_LOOK_QUOTE:
        return 'Q';
    case CASUS_LOOK_DASH:
        return 'H';
    case CASUS_LOOK_OTHER:
        break;
    }
    return strchr(",:;", form.ptr[0]) != NULL ? form.ptr[0] : 'P';
}

static int32_t weight(const casus_splitter *s, const char *feature, int len)
{
    const uint32_t *value =
        len <= 0 || len >= MOST_FEATURE ? NULL : casus_map_get(&s->pack->boundary, (casus_str){feature, (size_t)len});
    return value == NULL ? 0 : (int32_t)*value;
}

/* The function word that a token is, folded; empty if it is none. */
static casus_str function_word(const casus_splitter *s, uint32_t token, char folded[MOST_FEATURE])
{
    size_t len = casus_pack_fold(form_of(s, token), folded, MOST_FEATURE / 2);
    casus_str key = {folded, len};
    return len > 0 && casus_map_get(&s->pack->function_word, key) != NULL ? key : CASUS_STR("");
}

static bool is_candidate(const casus_splitter *s, uint32_t left, char a, char b)
{
    if (!s->hint[left + 1].space_before) {
        return false;
    }
    return a == 'F' || a == 'E' ? b == 'l' : b == 'U' || b == 'A' || b == 'D' || b == 'H';
}

bool casus_split__gap(casus_splitter *s, uint32_t first, uint32_t left, uint32_t end)
{
    if (s->doc->lines_kept || s->pack->boundary.count == 0 || left + 1 >= end || s->hint[left].ends == CASUS_ENDS_NO) {
        return false;
    }
    char a = shape(s, left);
    char b = shape(s, left + 1);
    if (!is_candidate(s, left, a, b)) {
        return false;
    }
    char c = left + 2 < end ? shape(s, left + 2) : '$';
    char before = left > first ? shape(s, left - 1) : '^';
    uint32_t n = left - first + 1;
    int length = n < 4 ? (int)n : n < 8 ? 4 : n < 15 ? 5 : 6;
    char left_word[MOST_FEATURE];
    char right_word[MOST_FEATURE];
    casus_str left_function = function_word(s, left, left_word);
    casus_str right_function = function_word(s, left + 1, right_word);
    char is_function = right_function.len > 0 ? 'f' : 'n';
    char is_small = casus_split__is_small_elsewhere(s, left + 1) ? 's' : '-';
    char feature[MOST_FEATURE];
    int32_t sum = 0;
    sum += weight(s, feature, snprintf(feature, sizeof feature, "1%c%c", a, b));
    sum += weight(s, feature, snprintf(feature, sizeof feature, "2%c%c%c", a, b, c));
    sum += weight(s, feature, snprintf(feature, sizeof feature, "3%d", length));
    sum += weight(s, feature, snprintf(feature, sizeof feature, "4%d%c%c", length, a, b));
    sum += weight(s, feature, snprintf(feature, sizeof feature, "5%c%c%c%c", a, b, is_function, is_small));
    sum += weight(s, feature, snprintf(feature, sizeof feature, "6%c%c%c%c", a, b, c, is_function));
    sum += weight(s, feature, snprintf(feature, sizeof feature, "7%c%c%c", before, a, b));
    if (right_function.len > 0) {
        sum += weight(s, feature, snprintf(feature, sizeof feature, "8%c%c%.*s", a, b, CASUS_STR_ARG(right_function)));
    }
    if (left_function.len > 0) {
        sum += weight(s, feature, snprintf(feature, sizeof feature, "9%.*s", CASUS_STR_ARG(left_function)));
    }
    return sum > 0;
}
