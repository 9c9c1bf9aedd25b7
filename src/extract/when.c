/* The calendar: see when.h. */
#include "extract/when.h"

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days of the proleptic Gregorian calendar. */
int64_t casus_when_day(int64_t year, int month, int day)
{
    int64_t y = year - (month <= 2);
    int64_t era = floor_div(y, 400);
    int64_t of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void casus_when_civil(int64_t day, int64_t *year, int *month, int *of_month)
{
    int64_t z = day + 719468;
    int64_t era = floor_div(z, 146097);
    int64_t of_era = z - era * 146097;
    int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
    int64_t m = (5 * of_year + 2) / 153;
    *of_month = (int)(of_year - (153 * m + 2) / 5 + 1);
    *month = (int)(m < 10 ? m + 3 : m - 9);
    *year = y + era * 400 + (*month <= 2);
}

bool casus_when_is_date(int64_t year, int month, int day)
{
    int64_t y = 0;
    int m = 0;
    int d = 0;
    if (month < 1 || month > 12 || day < 1 || day > 31) {
        return false;
    }
    casus_when_civil(casus_when_day(year, month, day), &y, &m, &d);
    return m == month && d == day;
}

/* The anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", 1991, chapter 8). */
int64_t casus_when_easter(int64_t year)
{
    int64_t a = year % 19;
    int64_t b = year / 100;
    int64_t c = year % 100;
    int64_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int64_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int64_t m = (a + 11 * h + 22 * l) / 451;
    int64_t n = h + l - 7 * m + 114;
    return casus_when_day(year, (int)(n / 31), (int)(n % 31 + 1));
}

int casus_when_weekday(int64_t day)
{
    return (int)(day + 3 - floor_div(day + 3, 7) * 7) + 1;
}

/* Years to a group of `n` of them: 1990..1999, and 470..479 before Christ. */
static int64_t group_of(int64_t year, int64_t n)
{
    return year >= 0 ? year / n : -(-year / n) - 1;
}

static int64_t first_year(int64_t group, int64_t n)
{
    return group >= 0 ? group * n : (group + 1) * n - (n - 1);
}

static int64_t years_of(casus_unit unit)
{
    return unit == CASUS_UNIT_DECADE ? 10 : unit == CASUS_UNIT_CENTURY ? 100 : unit == CASUS_UNIT_MILLENNIUM ? 1000 : 1;
}

int64_t casus_when_first_day(casus_unit unit, int64_t index)
{
    switch (unit) {
    case CASUS_UNIT_DAY:
        return index;
    case CASUS_UNIT_WEEKEND:
        return index * 7 + 2;
    case CASUS_UNIT_WEEK:
        return index * 7 - 3;
    case CASUS_UNIT_MONTH:
        return casus_when_day(floor_div(index, 12), (int)(index - floor_div(index, 12) * 12) + 1, 1);
    case CASUS_UNIT_QUARTER:
        return casus_when_first_day(CASUS_UNIT_MONTH, index * 3);
    case CASUS_UNIT_SEASON: /* from March */
        return casus_when_first_day(CASUS_UNIT_MONTH, index * 3 + 2);
    case CASUS_UNIT_HALF:
        return casus_when_first_day(CASUS_UNIT_MONTH, index * 6);
    default:
        return casus_when_day(first_year(index, years_of(unit)), 1, 1);
    }
}

int64_t casus_when_end_day(casus_unit unit, int64_t index)
{
    if (unit == CASUS_UNIT_WEEKEND) {
        return casus_when_first_day(unit, index) + 2;
    }
    if (unit >= CASUS_UNIT_DECADE) {
        return casus_when_day(first_year(index, years_of(unit)) + years_of(unit), 1, 1);
    }
    return casus_when_first_day(unit, index + 1);
}

int64_t casus_when_index(casus_unit unit, int64_t day)
{
    int64_t year = 0;
    int month = 0;
    int of_month = 0;
    if (unit <= CASUS_UNIT_DAY) {
        return day;
    }
    if (unit <= CASUS_UNIT_WEEK) {
        return floor_div(day + 3, 7);
    }
    casus_when_civil(day, &year, &month, &of_month);
    int64_t months = year * 12 + month - 1;
    switch (unit) {
    case CASUS_UNIT_MONTH:
        return months;
    case CASUS_UNIT_QUARTER:
        return floor_div(months, 3);
    case CASUS_UNIT_SEASON:
        return floor_div(months - 2, 3);
    case CASUS_UNIT_HALF:
        return floor_div(months, 6);
    default:
        return group_of(year, years_of(unit));
    }
}

/* Cut the days [*first, *end) to the part of them that the mod means. */
static void cut_by_mod(const casus_when *when, int64_t *first, int64_t *end)
{
    int64_t days = *end - *first;
    int64_t a = *first;
    if (when->unit == CASUS_UNIT_DECADE) { /* 0..3, 4..6, 7..9 */
        int64_t year = first_year(when->index, 10);
        *first = when->mod == CASUS_MOD_MID   ? casus_when_day(year + 4, 1, 1)
                 : when->mod == CASUS_MOD_END ? casus_when_day(year + 7, 1, 1)
                                              : a;
        *end = when->mod == CASUS_MOD_START ? casus_when_day(year + 4, 1, 1)
               : when->mod == CASUS_MOD_MID ? casus_when_day(year + 7, 1, 1)
                                            : *end;
        return;
    }
    if (when->unit == CASUS_UNIT_MONTH) { /* 1..10, 11..20, 21.. */
        *first = when->mod == CASUS_MOD_MID ? a + 10 : when->mod == CASUS_MOD_END ? a + 20 : a;
        *end = when->mod == CASUS_MOD_START ? a + 10 : when->mod == CASUS_MOD_MID ? a + 20 : *end;
        return;
    }
    if (when->unit == CASUS_UNIT_YEAR) { /* the first quarter, the two in the middle, the last */
        *first = when->mod == CASUS_MOD_MID   ? casus_when_day(when->index, 4, 1)
                 : when->mod == CASUS_MOD_END ? casus_when_day(when->index, 10, 1)
                                              : a;
        *end = when->mod == CASUS_MOD_START ? casus_when_day(when->index, 4, 1)
               : when->mod == CASUS_MOD_MID ? casus_when_day(when->index, 10, 1)
                                            : *end;
        return;
    }
    if (days > 7) {
        *first = when->mod == CASUS_MOD_MID ? a + days / 3 : when->mod == CASUS_MOD_END ? a + days * 2 / 3 : a;
        *end = when->mod == CASUS_MOD_START ? a + days / 3 : when->mod == CASUS_MOD_MID ? a + days * 2 / 3 : *end;
    }
}

void casus_when_bounds(const casus_when *when, casus_moment *from, casus_moment *to)
{
    *from = *to = (casus_moment){.minute = -1};
    if (when->bounded) {
        *from = when->from;
        *to = when->to;
        return;
    }
    if (when->kind != CASUS_WHEN_POINT || when->no_year) {
        return;
    }
    int64_t first = casus_when_first_day(when->unit, when->index);
    int64_t end = casus_when_end_day(when->unit, when->index);
    if (when->mod == CASUS_MOD_START || when->mod == CASUS_MOD_MID || when->mod == CASUS_MOD_END) {
        cut_by_mod(when, &first, &end);
    }
    *from = (casus_moment){.known = true, .day = first, .minute = -1};
    *to = (casus_moment){.known = true, .day = end - 1, .minute = -1};
    if (when->clock.kind >= CASUS_CLOCK_HOUR) {
        from->minute = to->minute = when->clock.value / 60;
        from->zone = to->zone = when->clock.zone;
        if (from->minute >= 24 * 60) {
            from->day = to->day = first + 1;
            from->minute = to->minute = from->minute - 24 * 60;
        }
    } else if (when->clock.kind == CASUS_CLOCK_PART && when->clock.value == CASUS_PART_NIGHT) {
        to->day++; /* a night runs into the next day */
    }
    if (when->mod == CASUS_MOD_BEFORE || when->mod == CASUS_MOD_ON_OR_BEFORE) {
        from->known = false;
    } else if (when->mod == CASUS_MOD_AFTER || when->mod == CASUS_MOD_ON_OR_AFTER) {
        to->known = false;
    }
}
