/* Lengths, and times told by lengths or as intervals. See times_make.h. */
#include "extract/times_make.h"

#include <math.h>

enum { MIDDLE = 15 };

casus_when casus_times__move(const casus_when *from, const casus_when *by, int sign)
{
    casus_unit unit = by->unit;
    double n = by->n;
    if (by->kind != CASUS_WHEN_LENGTH) {
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
    if (from->kind != CASUS_WHEN_POINT) {
        return casus_when_nothing(CASUS_WHEN_NONE);
    }
    if (isnan(n)) {
        return (casus_when){.kind = CASUS_WHEN_REF, .symbol = {CASUS_TIME_REF, sign}};
    }
    if (unit == CASUS_UNIT_YEAR && n != floor(n)) {
        n *= 12;
        unit = CASUS_UNIT_MONTH;
    } else if (unit == CASUS_UNIT_DECADE || unit == CASUS_UNIT_CENTURY) {
        n *= unit == CASUS_UNIT_DECADE ? 10 : 100;
        unit = CASUS_UNIT_YEAR;
    }
    if (fabs(n) > 100000) {
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
    if (unit == CASUS_UNIT_YEAR && from->unit == CASUS_UNIT_QUARTER) { /* quarters are held against quarters */
        unit = CASUS_UNIT_QUARTER;
        n *= 4;
    }
    casus_when to = casus_times__shift(*from, unit, (int64_t)floor(n) * sign);
    to.mod = by->mod;
    return to;
}

casus_when casus_times__reference(const casus_times *times, casus_unit unit)
{
    if (unit <= CASUS_UNIT_DAY && times->has_day) {
        if (times->last.kind == CASUS_WHEN_POINT && times->last.unit == CASUS_UNIT_DAY) {
            return times->last;
        }
        return casus_when_point(CASUS_UNIT_DAY, times->last_day);
    }
    uint32_t sentence = times->view->word[times->top->extent_begin].sentence;
    if (times->last.kind == CASUS_WHEN_POINT && times->last.unit > unit && times->fine.kind == CASUS_WHEN_POINT &&
        times->fine.unit <= unit && sentence - times->fine_sentence <= 2) {
        return times->fine;
    }
    return times->last.kind == CASUS_WHEN_POINT ? times->last : times->published;
}

casus_when casus_times__make_reference(const casus_times *times, const casus_when *a, uint32_t n)
{
    casus_unit unit = casus_when_unit(&a[0]);
    casus_when from = unit == CASUS_UNIT_NONE ? times->last : casus_times__reference(times, unit);
    int64_t by = n > 1 && casus_when_is_number(&a[1]) ? a[1].symbol.value : 0;
    return from.kind != CASUS_WHEN_POINT ? casus_when_nothing(CASUS_WHEN_NONE)
           : unit == CASUS_UNIT_NONE     ? from
                                         : casus_times__shift(from, unit, by);
}

casus_when casus_times__make_now(const casus_times *times, const casus_when *a, uint32_t n)
{
    int64_t by = n > 1 && casus_when_is_number(&a[1]) ? a[1].symbol.value : 0;
    return times->published.kind == CASUS_WHEN_POINT ? casus_times__shift(times->published, casus_when_unit(&a[0]), by)
                                                     : casus_when_nothing(CASUS_WHEN_NONE);
}

casus_when casus_times__make_ago(casus_times *times, const casus_when *by, int sign)
{
    times->aside = true;
    const casus_when *last = &times->last;
    bool beside = last->kind == CASUS_WHEN_POINT && last->unit == CASUS_UNIT_QUARTER &&
                  times->view->word[times->top->extent_begin].sentence - times->last_sentence <= 2;
    return casus_times__move(beside && by->unit == CASUS_UNIT_YEAR ? last : &times->published, by, sign);
}

casus_when casus_times__make_length_of(double n, casus_unit unit)
{
    casus_when made = casus_when_length(n, unit);
    double whole = floor(n);
    bool clock = unit == CASUS_UNIT_HOUR || unit == CASUS_UNIT_MINUTE;
    if (unit == CASUS_UNIT_YEAR && n - whole == 0.5) {
        made = whole == 0 ? casus_when_length(6, CASUS_UNIT_MONTH) : casus_when_length(whole, unit);
        made.more = whole == 0 ? 0 : 6;
        made.more_unit = CASUS_UNIT_MONTH;
    } else if (clock && n > whole) {
        made = whole == 0 ? casus_when_length((n - whole) * 60, unit - 1) : casus_when_length(whole, unit);
        made.more = whole == 0 ? 0 : (n - whole) * 60;
        made.more_unit = unit - 1;
    } else if (unit == CASUS_UNIT_DAY && n == 0.5) {
        made = casus_when_length(12, CASUS_UNIT_HOUR);
    }
    return made;
}

casus_when casus_times__make_length(const casus_when *a, const casus_when *b)
{
    if (!casus_when_is_number(a) || casus_when_unit(b) == CASUS_UNIT_NONE) {
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
    if (a->low >= 1900 && a->low < 2100 && a->value == CASUS_SHAPE_NUMBER && casus_when_unit(b) > CASUS_UNIT_DAY) {
        return casus_when_nothing(CASUS_WHEN_WRONG); /* 'the 1988 quarter' */
    }
    return casus_times__make_length_of(a->low, casus_when_unit(b));
}

casus_when casus_times__make_span(const casus_times *times, casus_when by, int sign)
{
    casus_moment from;
    casus_moment to;
    if (by.kind != CASUS_WHEN_LENGTH || times->published.kind != CASUS_WHEN_POINT) {
        return by;
    }
    casus_when other = casus_times__move(&times->published, &by, sign);
    casus_when_bounds(&times->published, &from, &to);
    by.bounded = true;
    by.from = sign < 0 ? (casus_moment){.minute = -1} : from;
    by.to = sign < 0 ? to : (casus_moment){.minute = -1};
    if (other.kind == CASUS_WHEN_POINT && times->published.unit == CASUS_UNIT_DAY) {
        /* the same day so many units off, as near as the calendar has it */
        int64_t day = times->published.index;
        if (other.unit == CASUS_UNIT_WEEK) {
            day += 7 * (other.index - casus_when_index(CASUS_UNIT_WEEK, day));
        } else {
            int64_t off = day - casus_when_first_day(other.unit, casus_when_index(other.unit, day));
            day = casus_when_first_day(other.unit, other.index) + off;
        }
        *(sign < 0 ? &by.from : &by.to) = (casus_moment){.known = true, .day = day, .minute = -1};
    } else if (other.kind == CASUS_WHEN_POINT) {
        casus_when_bounds(&other, &from, &to);
        *(sign < 0 ? &by.from : &by.to) = sign < 0 ? from : to;
    }
    return by;
}

casus_when casus_times__make_every(casus_when w)
{
    if (casus_when_unit(&w) != CASUS_UNIT_NONE) {
        w = casus_when_length(1, casus_when_unit(&w));
    }
    w.set = true;
    return w;
}

/*
 * Where a part of a month or year begins that something lasts since: 'since mid-May' is since about the fifteenth, though
 * mid-May begins before; its end is the last week, that of a year its last month.
 */
static int64_t since_part(const casus_when *w, int64_t begins)
{
    int64_t end = casus_when_end_day(w->unit, w->index);
    if (w->unit == CASUS_UNIT_MONTH) {
        return w->mod == CASUS_MOD_MID   ? casus_when_first_day(w->unit, w->index) + MIDDLE - 1
               : w->mod == CASUS_MOD_END ? end - 7
                                         : begins;
    }
    return w->unit == CASUS_UNIT_YEAR && w->mod == CASUS_MOD_END ? casus_when_day(w->index, 12, 1) : begins;
}

casus_when casus_times__make_since(casus_times *times, casus_when w)
{
    casus_moment from;
    casus_moment to;
    times->direction = CASUS_TOWARDS_PAST; /* whatever the verb says */
    times->direction_known = true;
    times->direction_weak = false;
    w = casus_times__resolve(times, w);
    casus_when_bounds(&w, &from, &to);
    if (from.known) {
        casus_moment unused;
        w.stretch = !w.bounded;
        w.bound_from = from;
        w.bound_to = to;
        casus_when_bounds(&times->published, &unused, &to);
        w.bounded = true;
        w.from = from;
        w.from.day = w.kind == CASUS_WHEN_POINT ? since_part(&w, from.day) : from.day;
        w.to = to;
    }
    return w;
}

casus_when casus_times__make_until(casus_times *times, casus_when w)
{
    casus_moment from;
    times->either_way = true; /* 'gave them until 3 May': the end may lie on either side */
    w = casus_times__resolve(times, w);
    casus_when_bounds(&w, &from, &w.to);
    w.bounded = w.to.known;
    w.from = (casus_moment){.minute = -1};
    return w;
}

casus_when casus_times__make_through(casus_times *times, const casus_when *a)
{
    casus_when w = casus_times__resolve(times, a[0]);
    casus_when first = casus_times__resolve(times, a[1]);
    casus_when last = casus_times__resolve(times, a[2]);
    casus_moment unused;
    casus_moment from;
    casus_moment to;
    casus_when_bounds(&first, &from, &unused);
    casus_when_bounds(&last, &unused, &to);
    if (w.kind == CASUS_WHEN_POINT && from.known && to.known && from.day <= to.day) {
        w.bounded = true;
        w.from = from;
        w.to = to;
    }
    return w;
}

casus_when casus_times__make_joined(casus_times *times, const casus_when *a)
{
    casus_when first = casus_times__resolve(times, a[1]);
    casus_when last = casus_times__resolve(times, a[2]);
    bool join = first.kind == CASUS_WHEN_POINT && last.kind == CASUS_WHEN_POINT && first.unit >= CASUS_UNIT_DAY &&
                last.unit >= CASUS_UNIT_DAY &&
                casus_when_end_day(first.unit, first.index) == casus_when_first_day(last.unit, last.index);
    return join ? casus_times__make_through(times, a) : a[0];
}

casus_when casus_times__make_so_far(casus_times *times, casus_when w)
{
    casus_moment from;
    casus_moment to;
    casus_moment unused;
    casus_moment today;
    w = casus_times__resolve(times, w);
    casus_when_bounds(&w, &from, &to);
    casus_when_bounds(&times->published, &unused, &today);
    if (w.kind == CASUS_WHEN_POINT && from.known && today.known && from.day <= today.day && today.day <= to.day) {
        w.bounded = true;
        w.from = from;
        w.to = today;
        w.to.minute = -1;
    }
    return w;
}
