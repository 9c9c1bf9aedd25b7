/* Dates in the head: see head_date.h. */
#include "ingest/head_date.h"

#include "ingest/calendar.h"

#include <stdlib.h>

enum { MOST_TOKENS = 40, EARLIEST_YEAR = 1800, LATEST_YEAR = 2199 };

typedef enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_SIGN } token_kind;

/* A run of digits, a run of letters, or a sign; white space only sets `spaced`. */
typedef struct token {
    token_kind kind;
    casus_term_class term;
    int value;       /* of a number or a term */
    uint32_t digits; /* of a number */
    char sign;
    bool spaced; /* white space stands before it */
    casus_span span;
} token;

typedef struct scan {
    const casus_pack *pack;
    casus_str line;
    token token[MOST_TOKENS + 1]; /* the last is TOKEN_END */
    size_t n;
} scan;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
}

/* a.m. and p.m. are one word to us: the stops between single letters are passed over. */
static size_t word_end(casus_str line, size_t at)
{
    while (at < line.len && is_letter(line.ptr[at])) {
        at++;
    }
    return at;
}

static void read_tokens(scan *s)
{
    bool spaced = false;
    size_t at = 0;
    while (at < s->line.len && s->n < MOST_TOKENS) {
        char c = s->line.ptr[at];
        if (c == ' ' || c == '\t') {
            spaced = true;
            at++;
            continue;
        }
        token t = {.spaced = spaced, .span = {(uint32_t)at, 0}};
        if (is_digit(c)) {
            t.kind = TOKEN_NUMBER;
            for (; at < s->line.len && is_digit(s->line.ptr[at]); at++, t.digits++) {
                t.value = t.digits < 8 ? t.value * 10 + (s->line.ptr[at] - '0') : t.value;
            }
        } else if (is_letter(c)) {
            t.kind = TOKEN_WORD;
            at = word_end(s->line, at);
            casus_str word = casus_str_slice(s->line, t.span.begin, at);
            if (word.len == 1 && casus_str_starts(casus_str_slice(s->line, at, at + 2), CASUS_STR(".m"))) {
                char both[2] = {word.ptr[0], 'm'};
                t.term = casus_pack_term(s->pack, (casus_str){both, 2}, &t.value);
                at += t.term == CASUS_TERM_NONE ? 0 : 2;
            } else {
                t.term = casus_pack_term(s->pack, word, &t.value);
            }
        } else {
            t.kind = TOKEN_SIGN;
            t.sign = c;
            at++;
        }
        t.span.end = (uint32_t)at;
        spaced = false;
        s->token[s->n++] = t;
    }
    s->token[s->n] = (token){.kind = TOKEN_END};
}

static const token *token_at(const scan *s, size_t i)
{
    return &s->token[i < s->n ? i : s->n];
}

static bool is_sign(const scan *s, size_t i, char sign)
{
    const token *t = token_at(s, i);
    return t->kind == TOKEN_SIGN && t->sign == sign;
}

static bool is_term(const scan *s, size_t i, casus_term_class term)
{
    const token *t = token_at(s, i);
    return t->kind == TOKEN_WORD && t->term == term;
}

static bool is_number(const scan *s, size_t i, uint32_t fewest, uint32_t most)
{
    const token *t = token_at(s, i);
    return t->kind == TOKEN_NUMBER && t->digits >= fewest && t->digits <= most;
}

static bool is_year(const scan *s, size_t i)
{
    return is_number(s, i, 4, 4) && token_at(s, i)->value >= EARLIEST_YEAR && token_at(s, i)->value <= LATEST_YEAR;
}

static size_t skip_signs(const scan *s, size_t i, const char *signs)
{
    while (token_at(s, i)->kind == TOKEN_SIGN && strchr(signs, token_at(s, i)->sign) != NULL) {
        i++;
    }
    return i;
}

static casus_date make_date(int year, int month, int day)
{
    casus_date date = {.from = CASUS_FROM_TEXT,
                       .precision = day > 0 ? CASUS_DAY : CASUS_MONTH,
                       .year = (int16_t)year,
                       .month = (uint8_t)month,
                       .day = (uint8_t)day};
    bool real = month >= 1 && month <= 12 && (day == 0 || (day >= 1 && day <= casus_days_in_month(year, month)));
    if (!real) {
        date.from = CASUS_FROM_NOWHERE;
    }
    return date;
}

/* Each of the readers below tries one way of writing at token i; gives the token behind it, or i if it is none. */

/* 2020-09-27, 2020-09; 2020/09/27 */
static size_t read_iso(const scan *s, size_t i, casus_date *date)
{
    if (!is_year(s, i) || !(is_sign(s, i + 1, '-') || is_sign(s, i + 1, '/')) || !is_number(s, i + 2, 2, 2) ||
        token_at(s, i + 1)->spaced || token_at(s, i + 2)->spaced) {
        return i;
    }
    int year = token_at(s, i)->value;
    int month = token_at(s, i + 2)->value;
    if (is_sign(s, i + 3, token_at(s, i + 1)->sign) && is_number(s, i + 4, 2, 2) && !token_at(s, i + 3)->spaced) {
        *date = make_date(year, month, token_at(s, i + 4)->value);
        return i + 5;
    }
    *date = make_date(year, month, 0);
    return i + 3;
}

/* 27/9/2020, 27-09-2020, 27.09.2020 */
static size_t read_numeric(const scan *s, size_t i, casus_date *date)
{
    char sign = token_at(s, i + 1)->sign;
    if (!is_number(s, i, 1, 2) || (sign != '/' && sign != '-' && sign != '.') || !is_number(s, i + 2, 1, 2) ||
        !is_sign(s, i + 3, sign) || !is_year(s, i + 4)) {
        return i;
    }
    int first = token_at(s, i)->value;
    int second = token_at(s, i + 2)->value;
    int year = token_at(s, i + 4)->value;
    bool day_first = s->pack->order == CASUS_ORDER_DAY_FIRST || first > 12 || first == second;
    bool month_first = s->pack->order == CASUS_ORDER_MONTH_FIRST || second > 12;
    if (!day_first && !month_first) {
        *date = (casus_date){.from = CASUS_FROM_NOWHERE};
    } else {
        *date =
            day_first && first <= 31 && second <= 12 ? make_date(year, second, first) : make_date(year, first, second);
    }
    return i + 5;
}

/* 27 september 2020, 27. Sept. 2020, 1st of May 2020 without the 'of', september 2020; the year may be missing */
static size_t read_day_month(const scan *s, size_t i, casus_date *date)
{
    size_t at = i;
    int day = 0;
    if (is_number(s, at, 1, 2)) {
        day = token_at(s, at)->value;
        at = skip_signs(s, at + 1, ".");
        at += is_term(s, at, CASUS_TERM_ORDINAL) && !token_at(s, at)->spaced;
    }
    if (!is_term(s, at, CASUS_TERM_MONTH)) {
        return i;
    }
    int month = token_at(s, at)->value;
    size_t year = skip_signs(s, at + 1, ".,");
    if (is_year(s, year)) {
        *date = make_date(token_at(s, year)->value, month, day);
        return year + 1;
    }
    *date = (casus_date){.from = CASUS_FROM_NOWHERE};
    return day == 0 ? i : at + 1 + is_sign(s, at + 1, '.');
}

/* September 27, 2020; Sept. 27th, 2020; the year may be missing */
static size_t read_month_day(const scan *s, size_t i, casus_date *date)
{
    if (!is_term(s, i, CASUS_TERM_MONTH)) {
        return i;
    }
    size_t at = i + 1 + is_sign(s, i + 1, '.');
    if (!is_number(s, at, 1, 2) || is_sign(s, at + 1, ':')) {
        return i;
    }
    int day = token_at(s, at)->value;
    at++;
    at += is_term(s, at, CASUS_TERM_ORDINAL) && !token_at(s, at)->spaced;
    size_t year = skip_signs(s, at, ",");
    if (is_year(s, year)) {
        *date = make_date(token_at(s, year)->value, token_at(s, i)->value, day);
        return year + 1;
    }
    *date = (casus_date){.from = CASUS_FROM_NOWHERE};
    return at;
}

/* 09u48, 9:48, 09.48 uur, 9.48 am, 9 pm, 15h, T09:48; seconds are passed over */
static size_t read_clock(const scan *s, size_t i, int *hour, int *minute)
{
    size_t at = i;
    if (!is_number(s, at, 1, 2) || token_at(s, at)->value > 24) {
        return i;
    }
    *hour = token_at(s, at++)->value;
    *minute = 0;
    bool colon = is_sign(s, at, ':');
    bool letter = is_term(s, at, CASUS_TERM_CLOCK);
    bool stop = is_sign(s, at, '.');
    bool digits = is_number(s, at + 1, 2, 2) && !token_at(s, at + 1)->spaced && token_at(s, at + 1)->value < 60;
    if ((colon || letter || stop) && digits && !token_at(s, at)->spaced) {
        *minute = token_at(s, at + 1)->value;
        at += 2;
        if (colon && is_sign(s, at, ':') && is_number(s, at + 1, 2, 2)) {
            at += 2;
        }
    } else if (colon || stop) {
        return i;
    }
    bool named = letter;
    if (is_term(s, at, CASUS_TERM_MERIDIEM)) {
        if (*hour < 1 || *hour > 12) {
            return i;
        }
        *hour = *hour % 12 + token_at(s, at++)->value;
        at += is_sign(s, at, '.') && !token_at(s, at)->spaced;
        named = true;
    } else if (is_term(s, at, CASUS_TERM_CLOCK)) {
        at++;
        named = true;
    }
    bool four = at > i + 1; /* '09.48' alone may be a number; with the line to itself it is a time */
    return (named || colon || four) && *hour < 24 ? at : i;
}

static size_t read_date(const scan *s, size_t i, casus_date *date)
{
    static size_t (*const readers[])(const scan *, size_t, casus_date *) = {read_iso, read_numeric, read_day_month,
                                                                            read_month_day};
    for (size_t k = 0; k < sizeof readers / sizeof readers[0]; k++) {
        size_t next = readers[k](s, i, date);
        if (next != i) {
            return next;
        }
    }
    return i;
}

casus_head_date casus_head_date_find(const casus_pack *pack, casus_str line)
{
    casus_head_date found = {0};
    scan s = {.pack = pack, .line = casus_str_slice(line, 0, CASUS_HEAD_LINE)};
    read_tokens(&s);
    for (size_t i = 0; i < s.n;) {
        casus_date date = {0};
        size_t next = found.day.end == 0 ? read_date(&s, i, &date) : i;
        if (next != i) {
            size_t first = i > 0 && is_sign(&s, i - 1, ',') ? i - 1 : i;
            bool weekday = first > 0 && is_term(&s, first - 1, CASUS_TERM_WEEKDAY);
            found.others -= weekday;
            found.date = date;
            found.day = (casus_span){s.token[weekday ? first - 1 : i].span.begin, s.token[next - 1].span.end};
            i = next;
            continue;
        }
        int hour = 0;
        int minute = 0;
        next = found.clock.end == 0 ? read_clock(&s, i, &hour, &minute) : i;
        if (next != i) {
            found.hour = (uint8_t)hour;
            found.minute = (uint8_t)minute;
            found.clock = (casus_span){s.token[i].span.begin, s.token[next - 1].span.end};
            i = next;
            continue;
        }
        found.others += s.token[i].kind == TOKEN_WORD || s.token[i].kind == TOKEN_NUMBER;
        i++;
    }
    return found;
}
