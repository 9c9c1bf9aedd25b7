/* Rules of lemmas: see lemma.h. After Chrupala 2006 (lemmatisation by edit rules) and the ripple-down rules of LemmaGen. */
#include "syntax/lemma.h"

#include "base/map.h"
#include "base/utf8.h"

#include <unicode/uchar.h>

static bool next_field(casus_str *text, casus_str *field)
{
    const char *end = memchr(text->ptr, '|', text->len);
    if (end == NULL) {
        return false;
    }
    size_t len = (size_t)(end - text->ptr);
    *field = casus_str_slice(*text, 0, len);
    *text = casus_str_slice(*text, len + 1, text->len);
    return true;
}

bool casus_lemma_rule_read(casus_str text, casus_lemma_rule *rule)
{
    casus_str capitals;
    casus_str cut;
    *rule = (casus_lemma_rule){0};
    if (!next_field(&text, &capitals) || capitals.len != 1 || strchr("klt", capitals.ptr[0]) == NULL ||
        !next_field(&text, &rule->drop) || !next_field(&text, &cut) || cut.len == 0 || cut.len > 3) {
        return false;
    }
    rule->capitals = (casus_capitals)capitals.ptr[0];
    rule->add = text;
    for (size_t i = 0; i < cut.len; i++) {
        if (cut.ptr[i] < '0' || cut.ptr[i] > '9') {
            return false;
        }
        rule->cut = rule->cut * 10 + (uint32_t)(cut.ptr[i] - '0');
    }
    return true;
}

size_t casus_lemma_spell(casus_str form, casus_capitals capitals, char out[CASUS_LEMMA_ROOM])
{
    size_t len = 0;
    if (form.len == 0 || form.len > CASUS_LEMMA_ROOM / 2) {
        return 0;
    }
    if (capitals == CASUS_CAPITALS_KEEP) {
        memcpy(out, form.ptr, form.len);
        return form.len;
    }
    for (size_t at = 0; at < form.len;) {
        bool first = at == 0;
        uint32_t c = casus_utf8_next(form.ptr, form.len, &at);
        bool upper = capitals == CASUS_CAPITALS_UPPER || (first && capitals == CASUS_CAPITALS_TITLE);
        c = (uint32_t)(upper ? u_toupper((UChar32)c) : u_tolower((UChar32)c));
        if (len + 4 > CASUS_LEMMA_ROOM) {
            return 0;
        }
        len += casus_utf8_put(c, out + len);
    }
    return len;
}

static void drop_first(casus_str part, char *text, size_t *len)
{
    for (size_t at = 0; at + part.len < *len; at++) {
        if (memcmp(text + at, part.ptr, part.len) == 0) {
            memmove(text + at, text + at + part.len, *len - at - part.len);
            *len -= part.len;
            return;
        }
    }
    *len = 0;
}

size_t casus_lemma_apply(const casus_lemma_rule *rule, casus_str form, char out[CASUS_LEMMA_ROOM])
{
    size_t len = casus_lemma_spell(form, rule->capitals, out);
    if (rule->drop.len > 0) {
        drop_first(rule->drop, out, &len);
    }
    for (uint32_t i = 0; i < rule->cut; i++) {
        if (len == 0) {
            return 0;
        }
        (void)casus_utf8_prev(out, &len);
    }
    if (len + rule->add.len > CASUS_LEMMA_ROOM) {
        return 0;
    }
    memcpy(out + len, rule->add.ptr, rule->add.len);
    return len + rule->add.len;
}

casus_lemma_look casus_lemma_look_of(casus_str form)
{
    uint32_t n_upper = 0;
    uint32_t n_lower = 0;
    bool first_upper = false;
    for (size_t at = 0; at < form.len;) {
        bool first = at == 0;
        UChar32 c = (UChar32)casus_utf8_next(form.ptr, form.len, &at);
        bool upper = u_isupper(c) || u_istitle(c);
        n_upper += upper;
        n_lower += u_islower(c) != 0;
        first_upper = first ? upper : first_upper;
    }
    return n_upper > 1 && n_lower == 0 ? CASUS_LOOKS_CAPITAL : first_upper ? CASUS_LOOKS_TITLED : CASUS_LOOKS_SMALL;
}

uint32_t casus_lemma_key(casus_lemma_scope scope, uint32_t tag, casus_lemma_look look, casus_str ending)
{
    char key[CASUS_LEMMA_ROOM + 8];
    memcpy(key, &tag, 4);
    key[4] = (char)(8 * (int)scope + (int)look);
    memcpy(key + 5, ending.ptr, ending.len);
    return (uint32_t)(casus_hash(key, ending.len + 5) >> 32);
}

size_t casus_lemma_ending(casus_str s, uint32_t n)
{
    size_t at = s.len;
    for (uint32_t i = 0; i < n && at > 0; i++) {
        (void)casus_utf8_prev(s.ptr, &at);
    }
    return s.len - at;
}

uint64_t casus_lemma_pair(casus_str particle, casus_str verb)
{
    char key[2 * CASUS_LEMMA_ROOM + 1];
    size_t first = particle.len < CASUS_LEMMA_ROOM ? particle.len : CASUS_LEMMA_ROOM;
    size_t second = verb.len < CASUS_LEMMA_ROOM ? verb.len : CASUS_LEMMA_ROOM;
    memcpy(key, particle.ptr, first);
    key[first] = '|';
    memcpy(key + first + 1, verb.ptr, second);
    return casus_hash(key, first + 1 + second);
}
