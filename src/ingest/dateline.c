/* Datelines: see dateline.h. */
#include "ingest/dateline.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum { DATELINE = 100, AGENCY_WORDS = 6, MOST_WORDS = 8, LEAST_CAPITALS = 3 };

/* Length of a dash with the white space after it at line[at]; 0 if there is none. A hyphen needs space around it. */
static size_t dash_at(casus_str line, size_t at)
{
    bool spaced = at > 0 && line.ptr[at - 1] == ' ';
    size_t len = 0;
    casus_str rest = casus_str_slice(line, at, line.len);
    if (casus_str_starts(rest, CASUS_STR("\xE2\x80\x93")) || casus_str_starts(rest, CASUS_STR("\xE2\x80\x94"))) {
        len = 3;
    } else if (casus_str_starts(rest, CASUS_STR("--"))) {
        len = 2;
    } else if (casus_str_starts(rest, CASUS_STR("-")) && (spaced || (at > 0 && line.ptr[at - 1] == ')'))) {
        len = 1;
    }
    bool space_behind = at + len < line.len && line.ptr[at + len] == ' ';
    return len > 0 && space_behind && (spaced || len > 1 || line.ptr[at - 1] == ')') ? len : 0;
}

size_t casus_agency_find(const casus_pack *pack, casus_str text, casus_str *name)
{
    size_t end = 0;
    size_t best = 0;
    for (int words = 0; words < AGENCY_WORDS && end < text.len; words++) {
        while (end < text.len && text.ptr[end] == ' ') {
            end++;
        }
        while (end < text.len && strchr(" ,;:()|/", text.ptr[end]) == NULL) {
            end++;
        }
        const uint32_t *index = casus_pack_find(&pack->agency, casus_str_slice(text, 0, end));
        if (index != NULL) {
            best = end;
            *name = pack->agency_name[*index];
        }
        if (end < text.len && text.ptr[end] != ' ') {
            break;
        }
    }
    return best;
}

/* How the letters of a word look. */
typedef enum look { LOOK_CAPITALS, LOOK_CAPITALISED, LOOK_LOWER } look;

static look look_of(casus_str word, size_t *letters)
{
    size_t at = 0;
    bool first = true;
    bool capitalised = false;
    bool all = true;
    *letters = 0;
    while (at < word.len) {
        UChar32 c = (UChar32)casus_utf8_next(word.ptr, word.len, &at);
        if (!u_isalpha(c)) {
            continue;
        }
        bool upper = u_isupper(c) || u_istitle(c) || !(u_islower(c)); /* scripts without case count as capitals */
        capitalised = first ? upper : capitalised;
        all = all && upper;
        first = false;
        (*letters)++;
    }
    return *letters > 0 && all ? LOOK_CAPITALS : capitalised ? LOOK_CAPITALISED : LOOK_LOWER;
}

/* What the words of a would-be dateline show. */
typedef struct evidence {
    size_t words, lower, first_capitals;
    bool first_is_capitals;
    bool agency; /* in brackets */
} evidence;

static evidence weigh(const casus_pack *pack, casus_str prefix, casus_str *agency)
{
    evidence e = {0};
    size_t at = 0;
    while (at < prefix.len) {
        if (prefix.ptr[at] == '(') {
            casus_str name;
            size_t len = casus_agency_find(pack, casus_str_slice(prefix, at + 1, prefix.len), &name);
            size_t close = at + 1 + len;
            if (len > 0 && close < prefix.len && strchr(")/,;", prefix.ptr[close]) != NULL) {
                e.agency = true;
                *agency = name;
                while (close < prefix.len && prefix.ptr[close] != ')') {
                    close++;
                }
                at = close + 1;
                continue;
            }
        }
        if (strchr(" ,.()/", prefix.ptr[at]) != NULL) {
            at++;
            continue;
        }
        size_t end = at;
        while (end < prefix.len && strchr(" ,()", prefix.ptr[end]) == NULL) {
            end++;
        }
        casus_str word = casus_str_slice(prefix, at, end);
        casus_str bare = casus_str_ends(word, CASUS_STR(".")) ? casus_str_slice(word, 0, word.len - 1) : word;
        size_t letters = 0;
        int value = 0;
        look as = look_of(word, &letters);
        if (e.words == 0) {
            e.first_is_capitals = as == LOOK_CAPITALS;
            e.first_capitals = letters;
        }
        e.lower += letters > 0 && as == LOOK_LOWER && casus_pack_term(pack, bare, &value) == CASUS_TERM_NONE;
        e.words++;
        at = end;
    }
    return e;
}

static bool is_dateline(evidence e)
{
    if (e.words > MOST_WORDS) {
        return false;
    }
    bool capitals = e.first_is_capitals && e.first_capitals >= LEAST_CAPITALS;
    return e.agency ? e.lower <= 2 : capitals && e.lower == 0;
}

/* 'YANGON, July 19: ': a colon ends a dateline that holds a day; bare names before one speak or are a headline's. */
static size_t colon_at(const casus_pack *pack, casus_str line, size_t at)
{
    bool space = at + 1 < line.len && line.ptr[at + 1] == ' ';
    return space && casus_head_date_find(pack, casus_str_slice(line, 0, at)).day.end > 0 ? 1 : 0;
}

/* Whether the text that begins at `at` could begin a sentence: 'the Accord (GNA) forces' goes on, 'GOMA (AFP) Rebels' starts. */
static bool starts_sentence(casus_str line, size_t at)
{
    return at < line.len && !u_islower((UChar32)casus_utf8_next(line.ptr, line.len, &at));
}

casus_dateline casus_dateline_find(const casus_pack *pack, casus_str line)
{
    casus_dateline none = {0};
    casus_dateline found = {0};
    for (size_t at = 1; at < line.len && at < DATELINE; at++) {
        char c = line.ptr[at];
        if (c == ';' || c == '"' || c == '?' || c == '!') {
            break;
        }
        size_t dash = c == ':' ? colon_at(pack, line, at) : dash_at(line, at);
        if (c == ':' && dash == 0) {
            break;
        }
        bool bracket = c == ')' && at + 1 < line.len && line.ptr[at + 1] == ' ' && dash_at(line, at + 2) == 0 &&
                       starts_sentence(line, at + 2);
        if (dash == 0 && !bracket) {
            continue;
        }
        evidence e = weigh(pack, casus_str_slice(line, 0, at + bracket), &found.agency);
        if (is_dateline(e) && (dash > 0 || e.agency)) {
            found.len = at + (bracket ? 1 : dash);
            found.when = casus_head_date_find(pack, casus_str_slice(line, 0, found.len));
            return found;
        }
        if (dash > 0) {
            break;
        }
    }
    return none;
}

size_t casus_clock_find(const casus_pack *pack, casus_str line)
{
    if (line.len == 0 || line.ptr[0] < '0' || line.ptr[0] > '9') {
        return 0;
    }
    casus_head_date when = casus_head_date_find(pack, line);
    if (when.clock.end == 0 || when.clock.begin != 0) {
        return 0;
    }
    size_t at = when.clock.end;
    if (at == line.len) {
        return at;
    }
    bool space = line.ptr[at] == ' ';
    size_t dash = dash_at(line, at + space);
    if (dash > 0) {
        return at + space + dash;
    }
    bool sign = line.ptr[at + space < line.len ? at + space : at] == ':' || line.ptr[at + space] == '|';
    return sign ? at + space + 1 : 0;
}
