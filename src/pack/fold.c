/* Folding of words for look-ups: see pack.h. */
#include "base/utf8.h"
#include "pack/pack.h"

#include <unicode/uchar.h>

static uint32_t fold_char(uint32_t c)
{
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x0060:
    case 0x00B4:
        return '\'';
    case 0x00A0:
    case 0x2007:
    case 0x2009:
    case 0x202F:
        return ' ';
    default:
        return (uint32_t)u_tolower((UChar32)c);
    }
}

size_t casus_pack_fold(casus_str s, char *out, size_t room)
{
    size_t at = 0;
    size_t len = 0;
    while (at < s.len) {
        unsigned char byte = (unsigned char)s.ptr[at];
        if (byte < 0x80 && byte != '`') {
            if (len == room) {
                return 0;
            }
            out[len++] = (char)(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
            at++;
            continue;
        }
        char bytes[4];
        size_t n = casus_utf8_put(fold_char(casus_utf8_next(s.ptr, s.len, &at)), bytes);
        if (n > room - len) {
            return 0;
        }
        memcpy(out + len, bytes, n);
        len += n;
    }
    return len;
}

static bool in_word(unsigned char c)
{
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

size_t casus_pack_first_word(casus_str s)
{
    size_t len = 0;
    while (len < s.len && in_word((unsigned char)s.ptr[len])) {
        len++;
    }
    return len == 0 && s.len > 0 ? 1 : len;
}

const uint32_t *casus_pack_find(const casus_map *map, casus_str form)
{
    char key[CASUS_PACK_KEY];
    size_t len = casus_pack_fold(form, key, sizeof key);
    casus_str folded = {key, len};
    const uint32_t *value = len == 0 ? NULL : casus_map_get(map, folded);
    return value != NULL || casus_str_eq(folded, form) ? value : casus_map_get(map, form);
}

casus_ends casus_pack_abbreviation(const casus_pack *pack, casus_str form)
{
    const uint32_t *value = casus_pack_find(&pack->abbreviation, form);
    return value == NULL ? CASUS_ENDS_NONE : (casus_ends)*value;
}

casus_term_class casus_pack_term(const casus_pack *pack, casus_str word, int *value)
{
    const uint32_t *found = casus_pack_find(&pack->term, word);
    if (found == NULL) {
        return CASUS_TERM_NONE;
    }
    *value = (int)(*found & 0xFFFF);
    return (casus_term_class)(*found >> 16);
}
