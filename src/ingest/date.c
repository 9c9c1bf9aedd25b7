/* Dates as standards write them: see format.h. Source: ISO 8601, RFC 3339, RFC 5322 (and 822). */
#include "ingest/calendar.h"
#include "ingest/format.h"

#include <strings.h>

/* A cursor over the text. */
typedef struct cursor {
    casus_str left;
} cursor;

/* Exactly `digits` digits, no digit behind them. */
static bool take_number(cursor *c, size_t digits, int *number)
{
    if (c->left.len < digits) {
        return false;
    }
    *number = 0;
    for (size_t i = 0; i < digits; i++) {
        if (c->left.ptr[i] < '0' || c->left.ptr[i] > '9') {
            return false;
        }
        *number = *number * 10 + (c->left.ptr[i] - '0');
    }
    if (c->left.len > digits && c->left.ptr[digits] >= '0' && c->left.ptr[digits] <= '9') {
        return false;
    }
    c->left = casus_str_slice(c->left, digits, c->left.len);
    return true;
}

static bool take_char(cursor *c, char wanted)
{
    if (c->left.len == 0 || c->left.ptr[0] != wanted) {
        return false;
    }
    c->left = casus_str_slice(c->left, 1, c->left.len);
    return true;
}

static void take_spaces(cursor *c)
{
    while (take_char(c, ' ')) {
    }
}

/* 09:48, 09:48:30, 09:48:30.123 */
static bool take_clock(cursor *c, int *hour, int *minute)
{
    int second = 0;
    if (!take_number(c, 2, hour) || !take_char(c, ':') || !take_number(c, 2, minute)) {
        return false;
    }
    if (take_char(c, ':') && !take_number(c, 2, &second)) {
        return false;
    }
    if (take_char(c, '.') || take_char(c, ',')) {
        while (c->left.len > 0 && c->left.ptr[0] >= '0' && c->left.ptr[0] <= '9') {
            c->left = casus_str_slice(c->left, 1, c->left.len);
        }
    }
    return *hour < 24 && *minute < 60 && second <= 60;
}

/* A zone is passed over: the civil time that is written counts. Nothing else may follow. */
static bool take_zone_and_end(cursor *c)
{
    take_spaces(c);
    casus_str zone = c->left;
    if (zone.len > 10) {
        return false;
    }
    for (size_t i = 0; i < zone.len; i++) {
        if (strchr("0123456789+-:ABCDEFGHIJKLMNOPQRSTUVWXYZz", zone.ptr[i]) == NULL) {
            return false;
        }
    }
    return true;
}

static bool is_day(int year, int month, int day)
{
    return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= casus_days_in_month(year, month);
}

static casus_date make(casus_precision precision, int year, int month, int day, int hour, int minute)
{
    return (casus_date){.from = CASUS_FROM_METADATA,
                        .precision = precision,
                        .year = (int16_t)year,
                        .month = (uint8_t)month,
                        .day = (uint8_t)day,
                        .hour = (uint8_t)hour,
                        .minute = (uint8_t)minute};
}

/* 20250514, 20250514T094800Z */
static bool parse_basic(casus_str text, casus_date *out)
{
    cursor c = {text};
    int date = 0;
    if (!take_number(&c, 8, &date) || !is_day(date / 10000, date / 100 % 100, date % 100)) {
        return false;
    }
    *out = make(CASUS_DAY, date / 10000, date / 100 % 100, date % 100, 0, 0);
    int clock = 0;
    if (take_char(&c, 'T')) {
        bool six = take_number(&c, 6, &clock);
        if (!six && !take_number(&c, 4, &clock)) {
            return false;
        }
        clock /= six ? 100 : 1;
        out->precision = CASUS_MINUTE;
        out->hour = (uint8_t)(clock / 100);
        out->minute = (uint8_t)(clock % 100);
    }
    return clock / 100 < 24 && clock % 100 < 60 && take_zone_and_end(&c);
}

static bool parse_iso(casus_str text, casus_date *out)
{
    cursor c = {text};
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    if (!take_number(&c, 4, &year) || year < 1000) {
        return false;
    }
    *out = make(CASUS_YEAR, year, 0, 0, 0, 0);
    char sign = c.left.len > 0 && c.left.ptr[0] == '/' ? '/' : '-';
    if (!take_char(&c, sign)) {
        return c.left.len == 0;
    }
    if (!take_number(&c, 2, &month) || month < 1 || month > 12) {
        return false;
    }
    *out = make(CASUS_MONTH, year, month, 0, 0, 0);
    if (!take_char(&c, sign)) {
        return c.left.len == 0;
    }
    if (!take_number(&c, 2, &day) || !is_day(year, month, day)) {
        return false;
    }
    *out = make(CASUS_DAY, year, month, day, 0, 0);
    if (c.left.len == 0) {
        return true;
    }
    if (!take_char(&c, 'T') && !take_char(&c, 't') && !take_char(&c, ' ')) {
        return take_zone_and_end(&c);
    }
    take_spaces(&c);
    if (!take_clock(&c, &hour, &minute)) {
        return false;
    }
    *out = make(CASUS_MINUTE, year, month, day, hour, minute);
    return take_zone_and_end(&c);
}

/* The months of RFC 5322, which are the same in mail of every language. */
static int month_of(casus_str word)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    for (int i = 0; word.len >= 3 && i < 12; i++) {
        if (strncasecmp(word.ptr, months + 3 * i, 3) == 0) {
            return i + 1;
        }
    }
    return 0;
}

/* Wed, 14 May 2025 09:48:00 +0200 */
static bool parse_mail(casus_str text, casus_date *out)
{
    cursor c = {text};
    int day = 0;
    int year = 0;
    int hour = 0;
    int minute = 0;
    const char *comma = memchr(text.ptr, ',', text.len);
    if (comma != NULL) {
        c.left = casus_str_slice(text, (size_t)(comma - text.ptr) + 1, text.len);
        take_spaces(&c);
    }
    if (!take_number(&c, 2, &day) && !take_number(&c, 1, &day)) {
        return false;
    }
    take_spaces(&c);
    int month = month_of(c.left);
    c.left = casus_str_slice(c.left, 3, c.left.len);
    take_spaces(&c);
    if (!take_number(&c, 4, &year)) {
        if (!take_number(&c, 2, &year)) {
            return false;
        }
        year += year < 50 ? 2000 : 1900; /* RFC 5322, 4.3 */
    }
    if (!is_day(year, month, day)) {
        return false;
    }
    *out = make(CASUS_DAY, year, month, day, 0, 0);
    take_spaces(&c);
    if (c.left.len == 0) {
        return true;
    }
    if (!take_clock(&c, &hour, &minute)) {
        return false;
    }
    *out = make(CASUS_MINUTE, year, month, day, hour, minute);
    return take_zone_and_end(&c);
}

bool casus_date_parse(casus_str text, casus_date *out)
{
    casus_date found = {0};
    text = casus_str_trim(text);
    if (text.len == 0 || text.len > 64) {
        return false;
    }
    if (parse_iso(text, &found) || parse_basic(text, &found) || parse_mail(text, &found)) {
        *out = found;
        return true;
    }
    return false;
}
