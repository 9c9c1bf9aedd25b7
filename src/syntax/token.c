/*
 * Tokens: a scanner over stretches without white space. Universal Dependencies' conventions; what differs between
 * languages (hyphens, contractions, abbreviations) is asked of the pack.
 */
#include "syntax/token.h"

enum { MOST_ABBREVIATION = 24, MOST_HYPHENATED = 64 }; /* bytes; longer words are not looked up */

/* The character before text[at]; 0 at the start of `begin`. */
static uint32_t before(casus_str text, size_t begin, size_t at)
{
    return at <= begin ? 0 : casus_utf8_prev(text.ptr, &at);
}

/* --- Words --- */

/* Whether the pack wants the hyphenated form [begin, end) in one piece. */
static bool keeps(const casus_pack *pack, casus_str form)
{
    char folded[CASUS_PACK_KEY];
    size_t len = casus_pack_fold(form, folded, sizeof folded);
    casus_str key = {folded, len};
    if (len == 0) {
        return false;
    }
    if (casus_map_get(&pack->keep, key) != NULL) {
        return true;
    }
    for (uint32_t i = 0; i < pack->n_keep_prefix; i++) {
        if (casus_str_starts(key, pack->keep_prefix[i])) {
            return true;
        }
    }
    for (uint32_t i = 0; i < pack->n_keep_suffix; i++) {
        if (casus_str_ends(key, pack->keep_suffix[i])) {
            return true;
        }
    }
    return false;
}

static size_t count_digits(casus_str text, size_t at)
{
    size_t n = 0;
    while (at + n < text.len && text.ptr[at + n] >= '0' && text.ptr[at + n] <= '9') {
        n++;
    }
    return n;
}

/* A hyphen between two parts of what may be one word. */
static bool joins_hyphen(const casus_pack *pack, casus_str text, size_t begin, size_t at)
{
    if (pack->hyphen == CASUS_HYPHEN_KEEP) {
        return true;
    }
    if (is_digit(before(text, begin, at)) && is_digit(casus_character(text, at + 1))) {
        return count_digits(text, at + 1) == 4 && at >= begin + 3 && count_digits(text, at - 3) == 3; /* telephone */
    }
    size_t end = at + 1;
    while (end < text.len && end - at < MOST_HYPHENATED &&
           (is_letter(casus_character(text, end)) || text.ptr[end] == '-')) {
        end += width(text, end);
    }
    return keeps(pack, casus_str_slice(text, begin, end));
}

/* 'a.m', 'U.S': single letters with stops between them, from `begin` to `at`. */
static bool is_dotted(casus_str text, size_t begin, size_t at)
{
    bool letter = false;
    size_t letters = 0;
    if (at - begin > MOST_ABBREVIATION) {
        return false;
    }
    for (size_t i = begin; i < at; i += width(text, i)) {
        uint32_t c = casus_character(text, i);
        if (is_letter(c) == letter && !(letter && u_charType((UChar32)c) == U_NON_SPACING_MARK)) {
            return false;
        }
        if (!is_letter(c) && c != '.') {
            return false;
        }
        letter = is_letter(c);
        letters += letter;
    }
    return letters >= 1;
}

/* 'Ph.D.', 'v.Chr.': the pack knows the whole, stops inside it and all. */
static bool is_known_dotted(const casus_pack *pack, casus_str text, size_t begin)
{
    size_t end = begin;
    while (end < text.len && end - begin <= MOST_ABBREVIATION &&
           (text.ptr[end] == '.' || is_letter(casus_character(text, end)))) {
        end += width(text, end);
    }
    return end - begin <= MOST_ABBREVIATION &&
           casus_pack_abbreviation(pack, casus_str_slice(text, begin, end)) != CASUS_ENDS_NONE;
}

/* A stop inside a chunk: part of a word, or the end of one sentence with the next stuck to it. */
static bool joins_stop(const casus_splitter *s, casus_str text, size_t begin, size_t at)
{
    uint32_t left = before(text, begin, at);
    uint32_t right = casus_character(text, at + 1);
    if (is_digit(left) || is_digit(right)) {
        return true;
    }
    if (is_dotted(text, begin, at) || is_known_dotted(s->pack, text, begin)) {
        return true;
    }
    if (at - begin <= MOST_ABBREVIATION &&
        casus_pack_abbreviation(s->pack, casus_str_slice(text, begin, at + 1)) != CASUS_ENDS_NONE) {
        return false;
    }
    return !is_upper(right); /* 'example.org' is one word, 'closed.The' is not */
}

/* Whether the sign at text[at] stands inside a word that goes on behind it. */
static bool joins(const casus_splitter *s, casus_str text, size_t begin, size_t at, uint32_t sign)
{
    size_t next = at + width(text, at);
    uint32_t left = before(text, begin, at);
    uint32_t right = casus_character(text, next);
    bool right_word = is_letter(right) || is_digit(right);
    bool digits = is_digit(left) && is_digit(right);
    if (!right_word) {
        return false;
    }
    switch (sign) {
    case '\'':
    case 0x2019:
        return true;
    case '-':
    case 0x2010:
    case 0x2011:
        return joins_hyphen(s->pack, text, begin, at);
    case '.':
        return joins_stop(s, text, begin, at);
    case ',':
    case ':':
        return digits;
    case '/':
        return digits || s->pack->hyphen == CASUS_HYPHEN_KEEP;
    case 0x2013:
        return digits && s->pack->hyphen == CASUS_HYPHEN_KEEP;
    case '&':
        return is_letter(left) && is_letter(right);
    case '_':
    case '@':
    case 0x00B7:
        return true;
    default:
        return false;
    }
}

/* Digits with a unit stuck to them ('5pm', '30km') are two words where hyphens part words too. */
static size_t unit_begin(const casus_pack *pack, casus_str text, size_t begin, size_t end)
{
    size_t digits = begin;
    while (digits < end && ((text.ptr[digits] >= '0' && text.ptr[digits] <= '9') || text.ptr[digits] == '.' ||
                            text.ptr[digits] == ',' || text.ptr[digits] == ':')) {
        digits++;
    }
    if (pack->hyphen == CASUS_HYPHEN_KEEP || digits == begin || digits == end) {
        return end;
    }
    for (size_t i = digits; i < end; i++) {
        if (text.ptr[i] < 'a' || text.ptr[i] > 'z') {
            return end;
        }
    }
    int value = 0;
    casus_str unit = casus_str_slice(text, digits, end);
    bool ordinal = casus_pack_term(pack, unit, &value) == CASUS_TERM_ORDINAL;
    return ordinal || casus_str_eq(unit, CASUS_STR("s")) ? end : digits;
}

/* A stop behind a word: whether it belongs to the word. */
static bool takes_stop(const casus_splitter *s, const casus_chunk *c, size_t end, casus_hint *hint)
{
    casus_str text = c->text;
    if (end >= text.len || text.ptr[end] != '.' || casus_character(text, end + 1) == '.') {
        return false;
    }
    bool last = end + 1 == text.len;
    uint32_t next = last ? c->behind : casus_character(text, end + 1);
    casus_str form = casus_str_slice(text, c->at, end + 1);
    casus_ends ends = form.len > MOST_ABBREVIATION ? CASUS_ENDS_NONE : casus_pack_abbreviation(s->pack, form);
    if (ends == CASUS_ENDS_DIGIT) {
        ends = is_digit(next) ? CASUS_ENDS_NO : CASUS_ENDS_NONE;
    }
    if (ends == CASUS_ENDS_NONE && is_dotted(text, c->at, end)) {
        bool one = end == c->at + width(text, c->at);
        uint32_t letter = casus_character(text, c->at);
        hint->initial = one && is_upper(letter) && (is_upper(next) || next == '.');
        bool inner = one && !last && is_upper(letter) && is_upper(next);
        ends = !one ? CASUS_ENDS_MAYBE : hint->initial || inner ? CASUS_ENDS_NO : CASUS_ENDS_NONE;
    }
    hint->ends = (uint8_t)ends;
    return ends != CASUS_ENDS_NONE;
}

/* Where the word at c->at ends. */
static size_t word_end(const casus_splitter *s, const casus_chunk *c)
{
    casus_str text = c->text;
    size_t at = c->at;
    while (at < text.len) {
        unsigned char byte = (unsigned char)text.ptr[at];
        if ((byte | 32) >= 'a' && (byte | 32) <= 'z') {
            at++;
            continue;
        }
        uint32_t sign = casus_character(text, at);
        casus_class class_of = casus_class_of(sign);
        if (class_of == CASUS_CLASS_SIGN && !joins(s, text, c->at, at, sign)) {
            break;
        }
        at += width(text, at);
    }
    return at;
}

static void read_word(casus_splitter *s, casus_chunk *c)
{
    casus_str text = c->text;
    size_t end = word_end(s, c);
    uint32_t first = casus_character(text, c->at);
    if (is_apostrophe(first)) { /* 's, 't: the first letter counts */
        first = casus_character(text, c->at + width(text, c->at));
    }
    casus_hint hint = {.look = (uint8_t)casus_split__look_of_word(first)};
    size_t unit = unit_begin(s->pack, text, c->at, end);
    if (unit < end) {
        casus_split__add_token(s, c, unit, hint);
        hint.look = CASUS_LOOK_LOWER;
    }
    if (takes_stop(s, c, end, &hint)) {
        end++;
    } else if (end < text.len && text.ptr[end] == '$' && is_digit(casus_character(text, end + 1))) {
        end++; /* US$ */
    } else if (s->pack->hyphen == CASUS_HYPHEN_KEEP && end < text.len && text.ptr[end] == '-' &&
               !is_letter(casus_character(text, end + 1)) && casus_character(text, end + 1) != '-') {
        end++; /* the first half of a compound: 'op- en afrit' */
    }
    casus_split__add_token(s, c, end, hint);
}

/* --- Signs --- */

static casus_look look_of_sign(uint32_t c)
{
    switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* ellipsis */
    case 0x203C: /* double exclamation mark */
    case 0x061F: /* Arabic question mark */
    case 0x06D4: /* Arabic full stop */
    case 0x0589: /* Armenian full stop */
    case 0x0964: /* danda */
    case 0x3002: /* ideographic full stop */
    case 0xFF01:
    case 0xFF1F:
        return CASUS_LOOK_FINAL;
    case '(':
    case '[':
    case '{':
    case '`':
        return CASUS_LOOK_OPEN;
    case ')':
    case ']':
    case '}':
        return CASUS_LOOK_CLOSE;
    case '"':
    case '\'':
        return CASUS_LOOK_QUOTE;
    case '-':
    case 0x2010:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2022: /* bullet */
    case '*':
        return CASUS_LOOK_DASH;
    default:
        break;
    }
    if (c < 0x80) {
        return CASUS_LOOK_OTHER;
    }
    switch (u_charType((UChar32)c)) {
    case U_START_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
        /* Swedish and some Germans close with the sign that opens elsewhere, so these may be either. */
        return c == 0x201C || c == 0x2018 || c == 0x00AB ? CASUS_LOOK_QUOTE : CASUS_LOOK_OPEN;
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
        return c == 0x00BB ? CASUS_LOOK_QUOTE : CASUS_LOOK_CLOSE;
    default:
        return CASUS_LOOK_OTHER;
    }
}

/* Signs that make one token when repeated. */
static size_t run_of_signs(casus_str text, size_t at, uint32_t sign, casus_look *look)
{
    size_t step = width(text, at);
    size_t end = at + step;
    bool pairs = sign == '\'' || sign == '`' || sign == ',';
    if (pairs) {
        if (casus_character(text, end) != sign) {
            return end;
        }
        *look = sign == '\'' ? CASUS_LOOK_CLOSE : CASUS_LOOK_OPEN; /* '' closes what ,, or `` opens */
        return end + 1;
    }
    bool exclaims = sign == '!' || sign == '?';
    if (!exclaims && (sign > 0x7F ? sign != 0x2014 && sign != 0x2013 : strchr(".-*=_~#+", (int)sign) == NULL)) {
        return end;
    }
    while (end < text.len) {
        uint32_t next = casus_character(text, end);
        if (next != sign && !(exclaims && (next == '!' || next == '?'))) {
            break;
        }
        end += width(text, end);
    }
    return end;
}

/* :-) and its kin, alone or at the end. */
static size_t emoticon_end(casus_str text, size_t at)
{
    if (strchr(":;=", text.ptr[at]) == NULL) {
        return at;
    }
    size_t end = at + 1;
    end += casus_character(text, end) == '-';
    return end < text.len && strchr(")(DPp", text.ptr[end]) != NULL && end + 1 == text.len ? end + 1 : at;
}

static void read_sign(casus_splitter *s, casus_chunk *c)
{
    casus_str text = c->text;
    uint32_t sign = casus_character(text, c->at);
    uint32_t next = casus_character(text, c->at + width(text, c->at));
    if (is_apostrophe(sign) && (is_letter(next) || is_digit(next))) {
        size_t end = c->at + width(text, c->at);
        while (end < text.len && (is_letter(casus_character(text, end)) || is_digit(casus_character(text, end)))) {
            end += width(text, end);
        }
        if (is_digit(next) || keeps(s->pack, casus_str_slice(text, c->at, end))) {
            size_t from = c->at; /* '90s, 's avonds: the apostrophe is the word's */
            casus_chunk inner = *c;
            inner.at = from + width(text, from);
            end = word_end(s, &inner);
            casus_split__add_token(s, c, end, (casus_hint){.look = (uint8_t)casus_split__look_of_word(next)});
            return;
        }
    }
    if ((sign == '@' || sign == '#') && (is_letter(next) || (sign == '@' && is_digit(next)))) {
        casus_chunk inner = *c;
        inner.at = c->at + 1;
        casus_split__add_token(s, c, word_end(s, &inner), (casus_hint){.look = CASUS_LOOK_CASELESS});
        return;
    }
    if (c->space_before) {
        size_t emoticon = emoticon_end(text, c->at);
        if (emoticon > c->at) {
            casus_split__add_token(s, c, emoticon, (casus_hint){.look = CASUS_LOOK_OTHER});
            return;
        }
    }
    casus_look look = look_of_sign(sign);
    size_t end = run_of_signs(text, c->at, sign, &look);
    if (sign == 0x2019) { /* closes a quote, or is an apostrophe at a word's end */
        look = CASUS_LOOK_CLOSE;
    }
    casus_split__add_token(s, c, end, (casus_hint){.look = (uint8_t)look});
}

/* --- Addresses --- */

/* Where an address at c->at ends; c->at if none begins there. Signs that end sentences are left out of it. */
static size_t address_end(const casus_chunk *c)
{
    casus_str rest = casus_str_slice(c->text, c->at, c->text.len);
    if (rest.ptr[0] != 'w' && rest.ptr[0] != 'h' && memchr(rest.ptr, '@', rest.len) == NULL) {
        return c->at;
    }
    bool web = casus_str_starts(rest, CASUS_STR("http://")) || casus_str_starts(rest, CASUS_STR("https://")) ||
               casus_str_starts(rest, CASUS_STR("www."));
    const char *at_sign = web ? NULL : memchr(rest.ptr, '@', rest.len);
    if (at_sign != NULL) {
        size_t at = (size_t)(at_sign - rest.ptr);
        bool host = at + 1 < rest.len && memchr(at_sign, '.', rest.len - at) != NULL;
        web = host && at > 0 && is_letter(casus_character(rest, at + 1)) && (unsigned char)rest.ptr[at - 1] < 0x80 &&
              casus_class_of((unsigned char)rest.ptr[at - 1]) != CASUS_CLASS_SIGN;
    }
    if (!web) {
        return c->at;
    }
    size_t len = rest.len;
    while (len > 0 &&
           (strchr(".,;:!?)]}>\"'", rest.ptr[len - 1]) != NULL || (unsigned char)rest.ptr[len - 1] >= 0x80)) {
        len--;
    }
    return c->at + len;
}

static void read_chunk(casus_splitter *s, casus_chunk *c)
{
    size_t address = address_end(c);
    if (address > c->at) {
        casus_split__add_token(s, c, address, (casus_hint){.look = CASUS_LOOK_CASELESS});
    }
    while (c->at < c->text.len && s->failed == CASUS_OK) {
        switch (casus_class_of(casus_character(c->text, c->at))) {
        case CASUS_CLASS_LETTER:
        case CASUS_CLASS_DIGIT:
            read_word(s, c);
            break;
        case CASUS_CLASS_SIGN:
            read_sign(s, c);
            break;
        case CASUS_CLASS_SPACE: /* cannot be: the chunk ends there */
            c->at = c->text.len;
            break;
        }
    }
}

static size_t skip_space(casus_str text, size_t at)
{
    while (at < text.len && casus_class_of(casus_character(text, at)) == CASUS_CLASS_SPACE) {
        at += width(text, at);
    }
    return at;
}

void casus_split__tokens(casus_splitter *splitter, casus_span span)
{
    casus_str text = casus_str_slice(splitter->doc->text, 0, span.end);
    size_t at = skip_space(text, span.begin);
    while (at < text.len && splitter->failed == CASUS_OK) {
        size_t end = at;
        while (end < text.len) {
            unsigned char byte = (unsigned char)text.ptr[end];
            if (byte < 0x80 ? byte <= ' ' || byte == 0x7F
                            : casus_class_of(casus_character(text, end)) == CASUS_CLASS_SPACE) {
                break;
            }
            end += width(text, end);
        }
        size_t next = skip_space(text, end);
        casus_chunk c = {.text = casus_str_slice(text, 0, end),
                         .at = at,
                         .space_before = true,
                         .behind = casus_character(text, next)};
        read_chunk(splitter, &c);
        at = next;
    }
}
