/* TIMEX3's spelling of times: see when.h. */
#include "extract/when.h"

#include <math.h>
#include <stdio.h>

enum { ROOM = 40 };

static const char *const parts[CASUS_N_DAY_PART] = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
static const char *const seasons[] = {"SP", "SU", "FA", "WI"};

const char *casus_when_mod(casus_time_mod mod)
{
    static const char *const names[CASUS_N_TIME_MOD] = {
        NULL,        "START",        "MID",           "END",           "APPROX",
        "LESS_THAN", "MORE_THAN",    "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE",
        "AFTER",     "ON_OR_BEFORE", "ON_OR_AFTER"};
    return names[mod];
}

static int format_clock(casus_clock clock, char *out, size_t room)
{
    int32_t s = clock.value;
    switch (clock.kind) {
    case CASUS_CLOCK_PART:
        return snprintf(out, room, "T%s", parts[clock.value]);
    case CASUS_CLOCK_HOUR:
    case CASUS_CLOCK_MINUTE:
        return snprintf(out, room, "T%02d:%02d", s / 3600, s / 60 % 60);
    case CASUS_CLOCK_SECOND:
        return snprintf(out, room, "T%02d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    default:
        return 0;
    }
}

static int format_offset(const casus_when *when, char *out, size_t room)
{
    int off = when->offset < 0 ? -when->offset : when->offset;
    return when->has_offset ? snprintf(out, room, "%c%02d:%02d", when->offset < 0 ? '-' : '+', off / 60, off % 60) : 0;
}

/* The year, or what stands for an unknown one. */
static int format_year(const casus_when *when, int64_t year, char *out)
{
    return when->no_year ? snprintf(out, ROOM, "XXXX")
           : year < 0    ? snprintf(out, ROOM, "BC%04d", (int)-year)
                         : snprintf(out, ROOM, "%04d", (int)year);
}

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* A group of years: '199', 'BC047'. */
static int format_group(int64_t group, int digits, char *out)
{
    return group < 0 ? snprintf(out, ROOM, "BC%0*d", digits, (int)(-group - 1))
                     : snprintf(out, ROOM, "%0*d", digits, (int)group);
}

static int format_week(const casus_when *when, char *out)
{
    int64_t year = 0;
    int month = 0;
    int day = 0;
    int64_t thursday = casus_when_first_day(CASUS_UNIT_WEEK, when->index) + 3;
    casus_when_civil(thursday, &year, &month, &day);
    int week = (int)((thursday - casus_when_day(year, 1, 1)) / 7) + 1;
    return snprintf(out, ROOM, "%04d-W%02d%s", (int)year, week, when->unit == CASUS_UNIT_WEEKEND ? "-WE" : "");
}

static int format_point(const casus_when *when, char *out)
{
    int64_t year = 0;
    int month = 0;
    int day = 0;
    int len = 0;
    int64_t parts_of_year = when->unit == CASUS_UNIT_HALF ? 2 : when->unit == CASUS_UNIT_MONTH ? 12 : 4;
    switch (when->unit) {
    case CASUS_UNIT_DAY:
        casus_when_civil(when->index, &year, &month, &day);
        len = format_year(when, year, out);
        len += snprintf(out + len, ROOM - (size_t)len, "-%02d-%02d", month, day);
        len += format_clock(when->clock, out + len, ROOM - (size_t)len);
        return len + format_offset(when, out + len, ROOM - (size_t)len);
    case CASUS_UNIT_WEEKEND:
    case CASUS_UNIT_WEEK:
        return format_week(when, out);
    case CASUS_UNIT_MONTH:
    case CASUS_UNIT_QUARTER:
    case CASUS_UNIT_SEASON:
    case CASUS_UNIT_HALF:
        year = floor_div(when->index, parts_of_year);
        month = (int)(when->index - year * parts_of_year);
        len = format_year(when, year, out);
        return len + (when->unit == CASUS_UNIT_MONTH ? snprintf(out + len, ROOM - (size_t)len, "-%02d", month + 1)
                      : when->unit == CASUS_UNIT_SEASON
                          ? snprintf(out + len, ROOM - (size_t)len, "-%s", seasons[month])
                          : snprintf(out + len, ROOM - (size_t)len, "-%c%d", when->unit == CASUS_UNIT_HALF ? 'H' : 'Q',
                                     month + 1));
    case CASUS_UNIT_DECADE:
        return format_group(when->index, 3, out);
    case CASUS_UNIT_CENTURY:
        return format_group(when->index, 2, out);
    case CASUS_UNIT_MILLENNIUM:
        return format_group(when->index, 1, out);
    default:
        return format_year(when, when->index, out);
    }
}

static int format_cycle(const casus_when *when, char *out)
{
    int len = 0;
    switch (when->cycle) {
    case CASUS_CYCLE_DATE:
        len = snprintf(out, ROOM, "XXXX-%02d-%02d", when->value / 100, when->value % 100);
        break;
    case CASUS_CYCLE_SEASON:
        len = snprintf(out, ROOM, "XXXX-%s", seasons[when->value]);
        break;
    case CASUS_CYCLE_EASTER:
        return 0;
    case CASUS_CYCLE_DAY:
        len = snprintf(out, ROOM, "XXXX-XX-XX");
        break;
    case CASUS_CYCLE_WEEKDAY:
        len = snprintf(out, ROOM, "XXXX-WXX-%d", when->value);
        break;
    case CASUS_CYCLE_MONTHDAY:
        len = snprintf(out, ROOM, "XXXX-XX-%02d", when->value);
        break;
    case CASUS_CYCLE_MONTH:
        len = snprintf(out, ROOM, "XXXX-%02d", when->value);
        break;
    default:
        len = snprintf(out, ROOM, "XXXX-%c%d", when->cycle == CASUS_CYCLE_QUARTER ? 'Q' : 'H', when->value);
        break;
    }
    return len + format_clock(when->clock, out + len, ROOM - (size_t)len);
}

/* '3Y', '2.5M', 'XD' */
static int format_count(double n, casus_unit unit, char *out, size_t room)
{
    static const char *const letters[CASUS_N_UNIT] = {
        [CASUS_UNIT_SECOND] = "S",      [CASUS_UNIT_MINUTE] = "M",   [CASUS_UNIT_HOUR] = "H",
        [CASUS_UNIT_DAY] = "D",         [CASUS_UNIT_WEEKEND] = "WE", [CASUS_UNIT_WEEK] = "W",
        [CASUS_UNIT_MONTH] = "M",       [CASUS_UNIT_QUARTER] = "Q",  [CASUS_UNIT_SEASON] = "SU",
        [CASUS_UNIT_YEAR] = "Y",        [CASUS_UNIT_DECADE] = "DE",  [CASUS_UNIT_CENTURY] = "CE",
        [CASUS_UNIT_MILLENNIUM] = "ML", [CASUS_UNIT_HALF] = "H",     [CASUS_UNIT_NONE] = "X"};
    return isnan(n) ? snprintf(out, room, "X%s", letters[unit]) : snprintf(out, room, "%.10g%s", n, letters[unit]);
}

static int format_length(const casus_when *when, char *out)
{
    casus_when l = *when;
    if (l.unit == CASUS_UNIT_DECADE && !isnan(l.n) && l.n > 1) { /* 'two decades' P20Y, but 'a decade' P1DE */
        l.n *= 10;
        l.unit = CASUS_UNIT_YEAR;
    } else if (l.unit == CASUS_UNIT_CENTURY && !isnan(l.n) && l.n > 1) {
        l.n *= 100;
        l.unit = CASUS_UNIT_YEAR;
    }
    int len = snprintf(out, ROOM, l.unit <= CASUS_UNIT_HOUR && l.unit != CASUS_UNIT_NONE ? "PT" : "P");
    len += format_count(l.n, l.unit, out + len, ROOM - (size_t)len);
    if (l.more > 0) {
        len += format_count(l.more, l.more_unit, out + len, ROOM - (size_t)len);
    }
    return len;
}

size_t casus_when_format(const casus_when *when, char out[40])
{
    int len = 0;
    switch (when->kind) {
    case CASUS_WHEN_POINT:
        len = format_point(when, out);
        break;
    case CASUS_WHEN_CYCLE:
        len = when->set || when->cycle == CASUS_CYCLE_DAY ? format_cycle(when, out) : 0;
        break;
    case CASUS_WHEN_LENGTH:
        len = format_length(when, out);
        break;
    case CASUS_WHEN_REF:
        len = snprintf(out, ROOM, "%s_REF",
                       when->symbol.value < 0   ? "PAST"
                       : when->symbol.value > 0 ? "FUTURE"
                                                : "PRESENT");
        break;
    default:
        break;
    }
    return len < 0 || len >= ROOM ? 0 : (size_t)len;
}
