/* Folding for searches: see fold.h. */
#include "report/fold.h"

#include "base/utf8.h"

#include <stdint.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum { LONGEST = 1 << 24 }; /* bytes; more of a text is not searched */

/* Letters with a stroke, and those without their dot, have no decomposition (Unicode TR 15). */
static UChar32 without_stroke(UChar32 c)
{
    static const struct {
        uint16_t with;
        char without;
    } rows[] = {{0xF8, 'o'}, {0x111, 'd'}, {0x127, 'h'}, {0x131, 'i'}, {0x142, 'l'}, {0x167, 't'}, {0x180, 'b'}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if ((UChar32)rows[i].with == c) {
            return rows[i].without;
        }
    }
    return c;
}

static bool is_apostrophe(UChar32 c)
{
    return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || (c >= 0x2B9 && c <= 0x2BF);
}

/* `text` decomposed (NFKD), in the arena; ptr NULL without memory. */
static casus_str decompose(casus_str text, casus_arena *arena)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = 0;
    int32_t len = 0;
    int32_t n_bytes = text.len > LONGEST ? LONGEST : (int32_t)text.len;
    UChar *plain = CASUS_NEW(arena, UChar, (size_t)n_bytes + 1);
    if (plain == NULL) {
        return CASUS_STR_NULL;
    }
    u_strFromUTF8WithSub(plain, n_bytes + 1, &n, text.ptr, n_bytes, CASUS_UTF8_REPLACEMENT, NULL, &status);
    const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);
    int32_t wanted = unorm2_normalize(nfkd, plain, n, NULL, 0, &status); /* asks how much: an 'error' in ICU's terms */
    status = status == U_BUFFER_OVERFLOW_ERROR ? U_ZERO_ERROR : status;
    size_t room = U_FAILURE(status) ? 0 : (size_t)wanted;
    UChar *wide = CASUS_NEW(arena, UChar, room + 1);
    char *out = casus_arena_bytes(arena, room * 3 + 1); /* a unit of UTF-16 is at most three bytes of UTF-8 */
    if (wide == NULL || out == NULL || U_FAILURE(status)) {
        return CASUS_STR_NULL;
    }
    n = unorm2_normalize(nfkd, plain, n, wide, wanted + 1, &status);
    u_strToUTF8WithSub(out, wanted * 3 + 1, &len, wide, n, CASUS_UTF8_REPLACEMENT, NULL, &status);
    return U_FAILURE(status) ? CASUS_STR_NULL : (casus_str){out, (size_t)len};
}

casus_str casus_fold(casus_str text, casus_arena *arena)
{
    if (text.ptr == NULL || text.len == 0) {
        return CASUS_STR("");
    }
    casus_str parts = decompose(text, arena);
    char *out = parts.ptr == NULL ? NULL : casus_arena_bytes(arena, parts.len * 5 + 1);
    size_t len = 0;
    bool in_word = false;
    for (size_t at = 0; out != NULL && at < parts.len;) {
        UChar32 c = (UChar32)casus_utf8_next(parts.ptr, parts.len, &at);
        if (u_charType(c) == U_NON_SPACING_MARK || is_apostrophe(c)) {
            continue;
        }
        if (!u_isalnum(c) && u_charType(c) != U_COMBINING_SPACING_MARK) {
            in_word = false;
            continue;
        }
        if (!in_word) {
            out[len++] = ' ';
        }
        in_word = true;
        len += casus_utf8_put((uint32_t)without_stroke(u_foldCase(c, U_FOLD_CASE_DEFAULT)), out + len);
    }
    return (casus_str){out, len};
}

bool casus_fold_holds(casus_str folded, casus_str part)
{
    for (size_t i = 0; part.len > 0 && i + part.len <= folded.len; i++) {
        if (folded.ptr[i] == ' ' && memcmp(folded.ptr + i, part.ptr, part.len) == 0) {
            return true;
        }
    }
    return false;
}

bool casus_fold_holds_all(casus_str folded, casus_str words)
{
    bool all = words.len > 0;
    for (size_t begin = 0; all && begin < words.len;) {
        size_t end = begin + 1;
        while (end < words.len && words.ptr[end] != ' ') {
            end++;
        }
        all = casus_fold_holds(folded, casus_str_slice(words, begin, end));
        begin = end;
    }
    return all;
}
