/* Phrases in a line: see furniture.h. */
#include "ingest/furniture.h"

static bool is_letter(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

/* Whether `phrase` stands at line[at] and a word ends with it. */
static bool stands_at(casus_str line, size_t at, casus_str phrase)
{
    size_t end = at + phrase.len;
    return end <= line.len && memcmp(line.ptr + at, phrase.ptr, phrase.len) == 0 &&
           (end == line.len || !is_letter(line.ptr[end]) || !is_letter(line.ptr[end - 1]));
}

/* 'Pause.', 'Agreed?': a line that ends so is somebody's sentence, not a button. */
static bool is_spoken(casus_str line)
{
    char last = line.ptr[line.len - 1];
    return last == '.' || last == '?';
}

/* Whether the phrase is all that the line says, signs aside. */
static bool is_whole(casus_str line, size_t at, casus_str phrase)
{
    if (is_spoken(line)) {
        return false;
    }
    for (size_t i = 0; i < at; i++) {
        if (is_letter(line.ptr[i])) {
            return false;
        }
    }
    for (size_t i = at + phrase.len; i < line.len; i++) {
        if (is_letter(line.ptr[i])) {
            return false;
        }
    }
    return true;
}

/*
 * 'Photo: A. Lee / AP' is a credit, 'Photo shows shelled bridge' is not: behind a label of one word a sign is wanted.
 */
static bool is_label(casus_str line, size_t at, const casus_furniture *row)
{
    bool one_word = casus_pack_first_word(row->phrase) == row->phrase.len;
    if (!casus_str_eq(row->why, CASUS_STR("credit")) || !one_word || !is_letter(row->phrase.ptr[0])) {
        return true;
    }
    size_t end = at + row->phrase.len;
    while (end < line.len && line.ptr[end] == ' ') {
        end++;
    }
    return end == line.len || !is_letter(line.ptr[end]) || (unsigned char)line.ptr[end] >= 0x80;
}

static const casus_furniture *find_at(const casus_pack *pack, casus_str line, size_t at, bool first)
{
    casus_str rest = casus_str_slice(line, at, line.len);
    casus_str word = casus_str_slice(rest, 0, casus_pack_first_word(rest));
    const uint32_t *head = casus_map_get(&pack->furniture_by_word, word);
    const casus_furniture *best = NULL;
    for (uint32_t i = head == NULL ? CASUS_PACK_LAST : *head; i != CASUS_PACK_LAST; i = pack->furniture_next[i]) {
        const casus_furniture *row = &pack->furniture[i];
        bool fits =
            stands_at(line, at, row->phrase) &&
            (row->match == CASUS_MATCH_PART || (first && row->match != CASUS_MATCH_LINE && is_label(line, at, row)) ||
             (first && is_whole(line, at, row->phrase)));
        if (fits && (best == NULL || row->phrase.len > best->phrase.len)) {
            best = row;
        }
    }
    return best;
}

/* The longest phrase for whole lines that stands at `at`. */
static const casus_furniture *line_at(const casus_pack *pack, casus_str line, size_t at)
{
    casus_str rest = casus_str_slice(line, at, line.len);
    const uint32_t *head =
        casus_map_get(&pack->furniture_by_word, casus_str_slice(rest, 0, casus_pack_first_word(rest)));
    const casus_furniture *best = NULL;
    for (uint32_t i = head == NULL ? CASUS_PACK_LAST : *head; i != CASUS_PACK_LAST; i = pack->furniture_next[i]) {
        const casus_furniture *row = &pack->furniture[i];
        if (row->match == CASUS_MATCH_LINE && stands_at(line, at, row->phrase) &&
            (best == NULL || row->phrase.len > best->phrase.len)) {
            best = row;
        }
    }
    return best;
}

/* A line of nothing but such phrases, one after the other: 'Facebook WhatsApp E-mail'. Gives the first. */
static const casus_furniture *find_row_of(const casus_pack *pack, casus_str line)
{
    const casus_furniture *first = NULL;
    for (size_t at = 0; at < line.len && !is_spoken(line);) {
        if (!is_letter(line.ptr[at])) {
            at++;
            continue;
        }
        const casus_furniture *row = line_at(pack, line, at);
        if (row == NULL) {
            return NULL;
        }
        first = first == NULL ? row : first;
        at += row->phrase.len;
    }
    return first;
}

/* Whether some word of the line may begin a phrase for within lines: a filter that lets few others through. */
static bool may_hold_part(const casus_pack *pack, casus_str line)
{
    bool inside = false;
    for (size_t at = 0; at + 6 <= line.len; at++) {
        unsigned char c = (unsigned char)line.ptr[at];
        bool letter = c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
        if (!inside && c != ' ' && casus_bit(pack->part_first, casus_pack_mark(line.ptr + at, line.len - at))) {
            return true;
        }
        inside = letter;
    }
    return false;
}

/* The phrase with which the line starts, whatever signs stand before it. */
static const casus_furniture *find_start(const casus_pack *pack, casus_str text)
{
    size_t at = 0;
    while (at < text.len) {
        const casus_furniture *row = text.ptr[at] == ' ' ? NULL : find_at(pack, text, at, true);
        if (row != NULL || is_letter(text.ptr[at])) {
            return row;
        }
        at++;
    }
    return NULL;
}

static const casus_furniture *find_part(const casus_pack *pack, casus_str text)
{
    bool inside = false;
    for (size_t at = 0; at < text.len; at++) {
        if (!inside && text.ptr[at] != ' ') {
            const casus_furniture *row = find_at(pack, text, at, false);
            if (row != NULL) {
                return row;
            }
        }
        inside = is_letter(text.ptr[at]);
    }
    return NULL;
}

const casus_furniture *casus_furniture_find(const casus_pack *pack, casus_str line)
{
    char folded[CASUS_FURNITURE_LINE];
    if (line.len > sizeof folded) {
        return NULL;
    }
    bool part = may_hold_part(pack, line);
    if (!part && line.len > CASUS_PACK_KEY) { /* prose: only its start may tell, and no phrase is longer */
        size_t begin = CASUS_PACK_KEY;
        while (((unsigned char)line.ptr[begin] & 0xC0) == 0x80) {
            begin--;
        }
        line = casus_str_slice(line, 0, begin);
        casus_str text = {folded, casus_pack_fold(line, folded, sizeof folded)};
        const casus_furniture *row = find_start(pack, text);
        return row == NULL || row->match == CASUS_MATCH_LINE ? NULL : row;
    }
    casus_str text = {folded, casus_pack_fold(line, folded, sizeof folded)};
    const casus_furniture *row = find_start(pack, text);
    if (row == NULL && part) {
        row = find_part(pack, text);
    }
    return row != NULL ? row : find_row_of(pack, text);
}
