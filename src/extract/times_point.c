/* Points of the calendar and what comes round. See times_make.h. */
#include "extract/times_make.h"

#include <math.h>

/* The year that a number or a year told; false if it is none. */
static bool year_in(casus_times *times, const casus_when *w, int64_t *year)
{
    if (casus_when_is_number(w)) {
        times->explicit_year = true;
        *year = w->symbol.value;
        return true;
    }
    *year = w->index;
    return w->kind == CASUS_WHEN_POINT && w->unit == CASUS_UNIT_YEAR;
}

int64_t casus_times__full_year(const casus_times *times, int64_t two)
{
    int64_t latest = 2049;
    if (times->story && times->has_year) {
        latest = times->last_year + 50;
    } else if (times->published.kind == CASUS_WHEN_POINT) {
        latest =
            casus_when_index(CASUS_UNIT_YEAR, casus_when_first_day(times->published.unit, times->published.index)) + 10;
    }
    return two + (latest - two) / 100 * 100;
}

casus_when casus_times__make_decade(const casus_times *times, int64_t n)
{
    int64_t year = n >= 100 ? n : casus_times__full_year(times, n);
    return casus_when_point(CASUS_UNIT_DECADE, year / 10);
}

casus_when casus_times__make_bc(casus_when w)
{
    if (w.kind != CASUS_WHEN_POINT || w.index < 0) {
        return w;
    }
    if (w.unit == CASUS_UNIT_MONTH) {
        w.index = -(w.index / 12) * 12 + w.index % 12;
    } else {
        w.index = w.unit == CASUS_UNIT_YEAR ? -w.index : -w.index - 1;
    }
    return w;
}

casus_when casus_times__make_date(casus_times *times, const casus_when *a, uint32_t n)
{
    int64_t year = 0;
    if (!casus_when_is_number(&a[0]) || !casus_when_is_number(&a[1])) {
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
    casus_when date = casus_when_cycle(CASUS_CYCLE_DATE, a[0].symbol.value * 100 + a[1].symbol.value);
    if (!casus_when_is_date(2000, a[0].symbol.value, a[1].symbol.value)) {
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
    if (n < 3 || a[2].kind == CASUS_WHEN_NONE) {
        return date;
    }
    return year_in(times, &a[2], &year) ? casus_times__within(times, date, casus_when_point(CASUS_UNIT_YEAR, year))
                                        : casus_when_nothing(CASUS_WHEN_WRONG);
}

casus_when casus_times__make_month(casus_times *times, const casus_when *a, uint32_t n)
{
    int64_t year = 0;
    casus_when month = casus_when_cycle(CASUS_CYCLE_MONTH, a[0].symbol.value);
    if (n < 2 || a[1].kind == CASUS_WHEN_NONE) {
        return month;
    }
    return year_in(times, &a[1], &year) ? casus_times__within(times, month, casus_when_point(CASUS_UNIT_YEAR, year))
                                        : casus_when_nothing(CASUS_WHEN_WRONG);
}

casus_when casus_times__make_clock(const casus_times *times, const casus_when *a, uint32_t n)
{
    casus_when day = casus_when_cycle(CASUS_CYCLE_DAY, 0);
    if (n == 1 && a[0].kind == CASUS_WHEN_CYCLE) {
        return a[0];
    }
    if (!casus_when_is_number(&a[0])) {
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
    const casus_shape *shape = a[0].index < 0 ? NULL : &times->matcher.shape[a[0].index];
    int32_t hour = a[0].symbol.value;
    int32_t minute = (n > 1 && casus_when_is_number(&a[1]) ? a[1].symbol.value : 0) - (n > 2 ? a[2].symbol.value : 0);
    int32_t second = -1;
    if (n == 1 && shape != NULL && shape->value[5] == 1) { /* read as a whole */
        minute = shape->value[1];
        second = shape->value[2];
    }
    hour = minute < 0 && hour == 0 ? 12 : hour;
    day.clock.kind = second >= 0 ? CASUS_CLOCK_SECOND : n > 1 || minute != 0 ? CASUS_CLOCK_MINUTE : CASUS_CLOCK_HOUR;
    day.clock.value = hour * 3600 + minute * 60 + (second >= 0 ? second : 0);
    return hour > 24 || minute > 59 || minute < -59 || (hour == 24 && minute > 0) ? casus_when_nothing(CASUS_WHEN_WRONG)
                                                                                  : day;
}

casus_when casus_times__make_meridiem(casus_when clock, const casus_when *half)
{
    if (clock.kind != CASUS_WHEN_CYCLE || half->kind != CASUS_WHEN_SYMBOL) {
        return clock;
    }
    int32_t hour = clock.clock.value / 3600;
    bool late = half->symbol.value == 12;
    if (half->symbol.kind == CASUS_TIME_PART) {
        late = half->symbol.value == CASUS_PART_AFTERNOON || half->symbol.value == CASUS_PART_EVENING ||
               (half->symbol.value == CASUS_PART_NIGHT && hour >= 6);
    }
    if (late && hour < 12) {
        clock.clock.value += 12 * 3600;
    } else if (!late && hour == 12 && half->symbol.value != CASUS_PART_MIDDAY) {
        clock.clock.value -= 12 * 3600;
    }
    return clock;
}

casus_when casus_times__make_numeric(casus_times *times, const casus_when *a)
{
    if (!casus_when_is_number(a) || a->index < 0) {
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
    const casus_shape *shape = &times->matcher.shape[a->index];
    times->explicit_year = true;
    if (shape->value[1] == 0) { /* day and month cannot be told apart */
        return casus_when_point(CASUS_UNIT_YEAR, shape->value[0]);
    }
    return casus_when_point(CASUS_UNIT_DAY, casus_when_day(shape->value[0], shape->value[1], shape->value[2]));
}

casus_when casus_times__make_in(casus_times *times, casus_when a, casus_when b)
{
    if (b.kind == CASUS_WHEN_NONE || b.kind == CASUS_WHEN_WRONG || a.kind == CASUS_WHEN_WRONG) {
        return b.kind == CASUS_WHEN_NONE ? a : casus_when_nothing(CASUS_WHEN_WRONG);
    }
    if (a.kind == CASUS_WHEN_CYCLE && b.kind == CASUS_WHEN_CYCLE) {
        if (a.cycle == CASUS_CYCLE_DAY && b.cycle != CASUS_CYCLE_DAY) {
            b.clock = casus_times__join_clock(a.clock, b.clock);
            b.mod = b.mod == CASUS_MOD_NONE ? a.mod : b.mod;
            return b;
        }
        if (b.cycle == CASUS_CYCLE_DAY) {
            a.clock = a.cycle == CASUS_CYCLE_DAY ? casus_times__join_clock(a.clock, b.clock) : a.clock;
            a.clock.zone = a.clock.zone == 0 ? b.clock.zone : a.clock.zone; /* 'from 2 to 4 p.m. GMT' */
            return a;
        }
        if (a.cycle == CASUS_CYCLE_MONTHDAY && (b.cycle == CASUS_CYCLE_MONTH || b.cycle == CASUS_CYCLE_DATE)) {
            int32_t month = b.cycle == CASUS_CYCLE_MONTH ? b.value : b.value / 100;
            casus_when date = casus_when_cycle(CASUS_CYCLE_DATE, month * 100 + a.value);
            date.clock = a.clock;
            return date;
        }
        if (a.cycle == CASUS_CYCLE_WEEKDAY && b.cycle == CASUS_CYCLE_DATE) {
            b.clock = b.clock.kind == CASUS_CLOCK_NONE ? a.clock : b.clock;
            return b;
        }
    }
    casus_when point = casus_times__within(times, a, casus_times__resolve(times, b));
    if (point.kind == CASUS_WHEN_POINT && a.mod != CASUS_MOD_NONE) {
        point.mod = a.mod;
    }
    return point;
}

casus_when casus_times__make_nth(casus_times *times, const casus_when *a)
{
    casus_when in = casus_times__resolve(times, a[2]);
    casus_unit unit = casus_when_unit(&a[1]);
    int64_t n = a[0].symbol.value;
    if (!casus_when_is_number(&a[0]) || in.kind != CASUS_WHEN_POINT || unit < CASUS_UNIT_DAY || n == 0) {
        return in;
    }
    if (unit >= in.unit) {
        return casus_times__shift(in, unit, 0); /* the one that holds it */
    }
    int64_t first = casus_when_index(unit, casus_when_first_day(in.unit, in.index));
    int64_t last = casus_when_index(unit, casus_when_end_day(in.unit, in.index) - 1);
    return casus_when_point(unit, n > 0 ? first + n - 1 : last + n + 1);
}

casus_when casus_times__make_years(casus_times *times, const casus_when *a, uint32_t n, bool first)
{
    if (!casus_when_is_number(a) || a->index < 0 || (n > 1 && !casus_when_is_number(&a[1]))) {
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
    int32_t from = a->symbol.value;
    int32_t to = n > 1 ? a[1].symbol.value : times->matcher.shape[a->index].value[1];
    bool shortened = n > 1 ? to < 100 : times->matcher.shape[a->index].value[3] == 1;
    to += to < 100 ? from / 100 * 100 : 0;
    if (to <= from) {
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
    casus_when w = casus_when_point(CASUS_UNIT_YEAR, first ? from : to);
    times->explicit_year = true;
    w.bounded = true;
    w.from = (casus_moment){.known = true, .day = casus_when_day(from, 1, 1), .minute = -1};
    w.to = (casus_moment){.known = true, .day = casus_when_day(to, 12, 31), .minute = -1};
    w.cut = n > 1 ? 0 : first ? 4 : shortened ? -2 : -4;
    return w;
}

casus_when casus_times__make_prefixed(casus_times *times, const casus_when *a)
{
    if (!casus_when_is_number(a) || a->index < 0) {
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
    const casus_shape *shape = &times->matcher.shape[a->index];
    casus_when w = shape->value[1] != 0 ? casus_when_point(CASUS_UNIT_DECADE, shape->value[0] / 10)
                                        : casus_when_point(CASUS_UNIT_YEAR, shape->value[0]);
    times->explicit_year = true;
    w.mod = (casus_time_mod)shape->value[2];
    return w;
}
