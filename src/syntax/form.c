/* Pieces of a spelling: see form.h. After Bojanowski et al. 2017 (subword n-grams) and spaCy's hashed lexical features. */
#include "syntax/form.h"

#include "base/map.h"
#include "base/utf8.h"

#include <unicode/uchar.h>

enum { MOST_PREFIX = 5, MOST_SUFFIX = 6, PIECE = 3, SHAPE_RUN = 2, FRONT = 20 };

/* Marks that tell kinds of pieces apart; no text holds them. */
enum { MARK_SPELT = 0x110000, MARK_FOLDED, MARK_SHAPE, MARK_PREFIX, MARK_SUFFIX, MARK_PIECE, MARK_BEGIN, MARK_END };

/* One letter for all that print the same: quotes, dashes, digits. */
static uint32_t plain(uint32_t c)
{
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x02BC:
    case 0x00B4:
    case '`':
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return '-';
    default:
        if (c < 0x80) {
            return c >= '0' && c <= '9' ? '0' : c;
        }
        return u_isdigit((UChar32)c) ? '0' : c;
    }
}

static uint32_t shape_of(uint32_t c)
{
    if (c < 0x80) {
        return c >= 'a' && c <= 'z' ? 'x' : c >= 'A' && c <= 'Z' ? 'X' : c;
    }
    return u_isupper((UChar32)c) || u_istitle((UChar32)c) ? 'X'
           : u_islower((UChar32)c)                        ? 'x'
           : u_isalpha((UChar32)c)                        ? 'c'
                                                          : c;
}

static uint64_t hash(uint32_t mark, const uint32_t *c, size_t n)
{
    uint32_t key[CASUS_FORM_LONGEST + 3];
    key[0] = mark;
    memcpy(key + 1, c, n * sizeof *c);
    return casus_hash((const char *)key, (n + 1) * sizeof *key);
}

static size_t add_shape(const uint32_t *spelt, size_t n, uint64_t *piece)
{
    uint32_t shape[CASUS_FORM_LONGEST];
    size_t len = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = shape_of(spelt[i]);
        if (len < SHAPE_RUN || shape[len - 1] != c || shape[len - 2] != c) {
            shape[len++] = c;
        }
    }
    *piece = hash(MARK_SHAPE, shape, len);
    return 1;
}

size_t casus_form_pieces(casus_str form, uint64_t piece[CASUS_FORM_PIECES])
{
    uint32_t spelt[CASUS_FORM_LONGEST];
    uint32_t folded[CASUS_FORM_LONGEST + 2] = {MARK_BEGIN};
    size_t n = 0;
    for (size_t at = 0; at < form.len;) {
        uint32_t c = plain(casus_utf8_next(form.ptr, form.len, &at));
        if (n == CASUS_FORM_LONGEST) { /* the front is full: the rest is a window that moves to the end */
            memmove(spelt + FRONT, spelt + FRONT + 1, (CASUS_FORM_LONGEST - FRONT - 1) * sizeof *spelt);
            n--;
        }
        spelt[n++] = c;
    }
    uint32_t *low = folded + 1;
    for (size_t i = 0; i < n; i++) {
        low[i] = spelt[i] < 0x80 ? (spelt[i] >= 'A' && spelt[i] <= 'Z' ? spelt[i] | 32 : spelt[i])
                                 : (uint32_t)u_tolower((UChar32)spelt[i]);
    }
    low[n] = MARK_END;
    size_t count = 0;
    piece[count++] = hash(MARK_SPELT, spelt, n);
    piece[count++] = hash(MARK_FOLDED, low, n);
    count += add_shape(spelt, n, piece + count);
    for (size_t len = 1; len <= MOST_PREFIX && len < n; len++) {
        piece[count++] = hash(MARK_PREFIX, low, len);
    }
    for (size_t len = 1; len <= MOST_SUFFIX && len < n; len++) {
        piece[count++] = hash(MARK_SUFFIX, low + n - len, len);
    }
    for (size_t i = 0; i + PIECE <= n + 2; i++) {
        piece[count++] = hash(MARK_PIECE, folded + i, PIECE);
    }
    return count;
}
