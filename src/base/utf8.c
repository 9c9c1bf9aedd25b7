/* UTF-8: see utf8.h. */
#include "base/utf8.h"

#include <string.h>

/* Bytes of the valid character at `s`, 0 if there is none. */
static size_t sequence(const unsigned char *s, size_t left)
{
    unsigned char a = s[0];
    if (a < 0x80) {
        return 1;
    }
    if (a < 0xC2 || left < 2) {
        return 0;
    }
    unsigned char b = s[1];
    if (a < 0xE0) {
        return (b & 0xC0) == 0x80 ? 2 : 0;
    }
    if (a < 0xF0) {
        unsigned char low = a == 0xE0 ? 0xA0 : 0x80;
        unsigned char high = a == 0xED ? 0x9F : 0xBF;
        return left >= 3 && b >= low && b <= high && (s[2] & 0xC0) == 0x80 ? 3 : 0;
    }
    if (a > 0xF4 || left < 4) {
        return 0;
    }
    unsigned char low = a == 0xF0 ? 0x90 : 0x80;
    unsigned char high = a == 0xF4 ? 0x8F : 0xBF;
    return b >= low && b <= high && (s[2] & 0xC0) == 0x80 && (s[3] & 0xC0) == 0x80 ? 4 : 0;
}

size_t casus_utf8_valid_prefix(const char *text, size_t len)
{
    const unsigned char *s = (const unsigned char *)text;
    size_t at = 0;
    while (at < len) {
        while (at + 8 <= len) { /* ASCII by the word */
            uint64_t word;
            memcpy(&word, s + at, sizeof word);
            if ((word & UINT64_C(0x8080808080808080)) != 0) {
                break;
            }
            at += 8;
        }
        while (at < len && s[at] < 0x80) {
            at++;
        }
        while (at < len && s[at] >= 0x80) {
            size_t n = sequence(s + at, len - at);
            if (n == 0) {
                return at;
            }
            at += n;
        }
    }
    return at;
}

uint32_t casus_utf8_next(const char *text, size_t len, size_t *at)
{
    const unsigned char *s = (const unsigned char *)text + *at;
    size_t n = sequence(s, len - *at);
    *at += n == 0 ? 1 : n;
    switch (n) {
    case 1:
        return s[0];
    case 2:
        return ((uint32_t)(s[0] & 0x1F) << 6) | (s[1] & 0x3F);
    case 3:
        return ((uint32_t)(s[0] & 0x0F) << 12) | ((uint32_t)(s[1] & 0x3F) << 6) | (s[2] & 0x3F);
    case 4:
        return ((uint32_t)(s[0] & 0x07) << 18) | ((uint32_t)(s[1] & 0x3F) << 12) | ((uint32_t)(s[2] & 0x3F) << 6) |
               (s[3] & 0x3F);
    default:
        return CASUS_UTF8_REPLACEMENT;
    }
}

uint32_t casus_utf8_prev(const char *text, size_t *at)
{
    size_t end = *at;
    size_t start = end - 1;
    while (start > 0 && end - start < 4 && ((unsigned char)text[start] & 0xC0) == 0x80) {
        start--;
    }
    size_t next = start;
    uint32_t c = casus_utf8_next(text, end, &next);
    if (next != end) { /* not one whole character: a stray byte */
        *at = end - 1;
        return CASUS_UTF8_REPLACEMENT;
    }
    *at = start;
    return c;
}

size_t casus_utf8_put(uint32_t c, char out[4])
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        c = CASUS_UTF8_REPLACEMENT;
    }
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | (c >> 6));
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | (c >> 12));
        out[1] = (char)(0x80 | ((c >> 6) & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | (c >> 18));
    out[1] = (char)(0x80 | ((c >> 12) & 0x3F));
    out[2] = (char)(0x80 | ((c >> 6) & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t casus_utf8_count(const char *text, size_t len)
{
    size_t count = 0;
    for (size_t i = 0; i < len; i++) { /* compilers vectorise this */
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    return count;
}
