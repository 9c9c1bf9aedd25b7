/* Which Monday, which May, which morning: see times.h. */
#include "extract/times.h"

enum { NEAR_SENTENCES = 1, NEXT_YEAR = 6, FUTURE_WAY = 2, WEAK_WAY = 5, FAR_WEEKDAY = 5, STRONG_WAY = 1000 };

casus_when casus_when_point(casus_unit unit, int64_t index)
{
    return (casus_when){.kind = CASUS_WHEN_POINT, .unit = unit, .index = index};
}

static casus_when nothing(casus_when_kind kind)
{
    return (casus_when){.kind = kind};
}

static int64_t year_of(const casus_when *point)
{
    return casus_when_index(CASUS_UNIT_YEAR, casus_when_first_day(point->unit, point->index));
}

/* The cycle's one of a year. */
static casus_when in_year(const casus_when *cycle, int64_t year)
{
    casus_when point = casus_when_point(CASUS_UNIT_DAY, 0);
    switch (cycle->cycle) {
    case CASUS_CYCLE_MONTH:
        point = casus_when_point(CASUS_UNIT_MONTH, year * 12 + cycle->value - 1);
        break;
    case CASUS_CYCLE_DATE:
        if (!casus_when_is_date(year, cycle->value / 100, cycle->value % 100)) {
            return nothing(CASUS_WHEN_WRONG);
        }
        point.index = casus_when_day(year, cycle->value / 100, cycle->value % 100);
        break;
    case CASUS_CYCLE_EASTER:
        if (year < 1583) {
            return nothing(CASUS_WHEN_NONE);
        }
        point.index = casus_when_easter(year) + cycle->value;
        break;
    case CASUS_CYCLE_SEASON:
        point = casus_when_point(CASUS_UNIT_SEASON, year * 4 + cycle->value);
        break;
    case CASUS_CYCLE_QUARTER:
        point = casus_when_point(CASUS_UNIT_QUARTER, year * 4 + cycle->value - 1);
        break;
    case CASUS_CYCLE_HALF:
        point = casus_when_point(CASUS_UNIT_HALF, year * 2 + cycle->value - 1);
        break;
    default:
        return nothing(CASUS_WHEN_WRONG);
    }
    point.clock = cycle->clock;
    point.mod = cycle->mod;
    return point;
}

static bool is_yearly(casus_cycle cycle)
{
    return cycle >= CASUS_CYCLE_MONTH;
}

/*
 * Seen from `anchor`: the last that has ended (past) or the first that begins after it (future), if strict; else the
 * nearest, where one that lies the other way than the clause points counts as farther off.
 */
static casus_when nearest_year(const casus_when *cycle, const casus_when *anchor, casus_direction direction,
                               int64_t wrong_way, bool strict)
{
    int64_t year = year_of(anchor);
    int64_t first = casus_when_first_day(anchor->unit, anchor->index);
    int64_t end = casus_when_end_day(anchor->unit, anchor->index);
    casus_when best = nothing(CASUS_WHEN_WRONG);
    int64_t best_distance = INT64_MAX;
    for (int64_t y = year - 2; y <= year + 2; y++) {
        casus_when point = in_year(cycle, y);
        if (point.kind != CASUS_WHEN_POINT) {
            continue;
        }
        int64_t begins = casus_when_first_day(point.unit, point.index);
        int64_t ends = casus_when_end_day(point.unit, point.index);
        int64_t distance = ends <= first ? first - ends + 1 : begins >= end ? begins - end + 1 : 0;
        if (strict && (direction == CASUS_TOWARDS_PAST ? ends > first : begins < end)) {
            continue;
        }
        if (!strict && (direction == CASUS_TOWARDS_FUTURE ? ends <= first : begins >= end)) {
            distance *=
                direction == CASUS_TOWARDS_NOTHING || direction == CASUS_TOWARDS_PRESENT ? FUTURE_WAY : wrong_way;
        }
        if (distance < best_distance) {
            best = point;
            best_distance = distance;
        }
    }
    return best;
}

/* The year goes on from the last one told; a month long before the last is one of the next year. */
static casus_when in_story(const casus_times *times, const casus_when *cycle)
{
    casus_when point = in_year(cycle, times->last_year);
    if (point.kind != CASUS_WHEN_POINT || times->last.kind != CASUS_WHEN_POINT || times->last.unit > CASUS_UNIT_MONTH) {
        return point;
    }
    int64_t month = casus_when_index(CASUS_UNIT_MONTH, casus_when_first_day(point.unit, point.index));
    int64_t last = casus_when_index(CASUS_UNIT_MONTH, casus_when_first_day(times->last.unit, times->last.index));
    return last - month > NEXT_YEAR && last < (times->last_year + 1) * 12 ? in_year(cycle, times->last_year + 1)
                                                                          : point;
}

static casus_when resolve_yearly(casus_times *times, const casus_when *cycle)
{
    bool known = times->published.kind == CASUS_WHEN_POINT;
    bool near = times->has_year && times->last_explicit && known &&
                times->view->word[times->top->extent_begin].sentence - times->last_sentence <= NEAR_SENTENCES &&
                times->last_year < year_of(&times->published) && cycle->cycle != CASUS_CYCLE_QUARTER &&
                casus_times__direction(times) == CASUS_TOWARDS_PAST;
    if (times->has_year && (times->story || near || !known)) {
        return in_story(times, cycle);
    }
    if (!known) {
        casus_when point = in_year(cycle, 0);
        point.no_year = true;
        return point.kind == CASUS_WHEN_POINT ? point : nothing(CASUS_WHEN_NONE);
    }
    casus_direction direction = casus_times__direction(times);
    return nearest_year(cycle, &times->published, direction,
                        times->direction_weak || times->either_way ? WEAK_WAY : STRONG_WAY, false);
}

/* The weekday at or before `day`, or at or after it. */
static int64_t weekday_from(int64_t day, int weekday, bool forward)
{
    int off = casus_when_weekday(day) - weekday;
    off = off < 0 ? off + 7 : off;
    return forward ? day + (off == 0 ? 0 : 7 - off) : day - off;
}

/* The day that days without a name of their own belong to: the last one told in a story, else that of publication. */
static casus_when day_of_telling(const casus_times *times)
{
    return times->story && times->has_day ? casus_when_point(CASUS_UNIT_DAY, times->last_day) : times->published;
}

static casus_when resolve_weekday(casus_times *times, const casus_when *cycle)
{
    casus_when day = day_of_telling(times);
    if (day.kind != CASUS_WHEN_POINT || day.unit != CASUS_UNIT_DAY) {
        return day; /* known no better than the publication, or not at all */
    }
    casus_direction direction = casus_times__direction(times);
    bool forward = direction == CASUS_TOWARDS_FUTURE || times->story ||
                   (direction == CASUS_TOWARDS_PRESENT && !times->direction_weak);
    int64_t at = weekday_from(day.index, cycle->value, forward);
    if (forward && !times->story && times->direction_weak && at - day.index >= FAR_WEEKDAY) {
        at -= 7; /* 'were to swap prisoners on Saturday', told on Sunday: six days off would be 'next Saturday' */
    }
    casus_when point = casus_when_point(CASUS_UNIT_DAY, at);
    point.clock = cycle->clock;
    point.mod = cycle->mod;
    return point;
}

static casus_when resolve_monthday(casus_times *times, const casus_when *cycle)
{
    casus_when month = times->last;
    if (month.kind != CASUS_WHEN_POINT || month.unit > CASUS_UNIT_MONTH) {
        month = times->published;
    }
    return month.kind == CASUS_WHEN_POINT ? casus_times__within(times, *cycle, month) : nothing(CASUS_WHEN_NONE);
}

/* A time of a day that is not named: of the day last told if that was near, else of the day of publication. */
static casus_when resolve_clock(casus_times *times, const casus_when *cycle)
{
    uint32_t sentence = times->view->word[times->top->extent_begin].sentence;
    casus_when day = times->published;
    if (times->has_day && (times->story || sentence - times->last_sentence <= NEAR_SENTENCES)) {
        day = casus_when_point(CASUS_UNIT_DAY, times->last_day);
    } else if (cycle->clock.kind == CASUS_CLOCK_PART && cycle->clock.value == CASUS_PART_NIGHT && !times->story &&
               casus_times__direction(times) == CASUS_TOWARDS_PAST) {
        day = casus_times__shift(day, CASUS_UNIT_DAY, -1); /* the night that was */
    }
    if (day.kind != CASUS_WHEN_POINT || times->story) {
        return day.kind == CASUS_WHEN_POINT ? casus_times__within(times, *cycle, day) : *cycle;
    }
    return casus_times__within(times, *cycle, day);
}

casus_when casus_times__resolve(casus_times *times, casus_when when)
{
    if (when.kind != CASUS_WHEN_CYCLE || when.set) {
        return when;
    }
    switch (when.cycle) {
    case CASUS_CYCLE_DAY:
        return resolve_clock(times, &when);
    case CASUS_CYCLE_WEEKDAY:
        return resolve_weekday(times, &when);
    case CASUS_CYCLE_MONTHDAY:
        return resolve_monthday(times, &when);
    default:
        return resolve_yearly(times, &when);
    }
}

casus_when casus_times__shift(casus_when point, casus_unit unit, int64_t n)
{
    if (point.kind != CASUS_WHEN_POINT) {
        return point;
    }
    if (unit < CASUS_UNIT_DAY) {
        int64_t seconds = unit == CASUS_UNIT_HOUR ? 3600 : unit == CASUS_UNIT_MINUTE ? 60 : 1;
        bool told = point.unit == CASUS_UNIT_DAY && point.clock.kind >= CASUS_CLOCK_HOUR;
        int64_t total = n * seconds + (told ? point.clock.value : 0);
        int64_t days = total / 86400 - (total % 86400 < 0);
        if (point.unit == CASUS_UNIT_DAY) {
            point.index += told ? days : total / 86400;
            point.clock.value = told ? (int32_t)(total - days * 86400) : 0;
            point.clock.kind = told ? point.clock.kind : CASUS_CLOCK_NONE;
        }
        return point;
    }
    if (point.unit > unit && !(unit == CASUS_UNIT_WEEKEND && point.unit == CASUS_UNIT_WEEK)) {
        return point;
    }
    return casus_when_point(unit, casus_when_index(unit, casus_when_first_day(point.unit, point.index)) + n);
}

static casus_when relative_weekday(const casus_when *cycle, int64_t day, int rel)
{
    int64_t at = rel < 0   ? weekday_from(day - 1, cycle->value, false)
                 : rel > 0 ? weekday_from(day + 1, cycle->value, true)
                           : weekday_from(day, cycle->value, true);
    casus_when point = casus_when_point(CASUS_UNIT_DAY, at);
    point.clock = cycle->clock;
    return point;
}

casus_when casus_times__relative(casus_times *times, int rel, casus_when when)
{
    casus_when anchor = times->story && times->last.kind == CASUS_WHEN_POINT ? times->last : times->published;
    if (anchor.kind != CASUS_WHEN_POINT) {
        return nothing(CASUS_WHEN_NONE);
    }
    if (when.kind == CASUS_WHEN_SYMBOL && when.symbol.kind == CASUS_TIME_UNIT) {
        casus_when unit = casus_times__shift(anchor, (casus_unit)when.symbol.value, rel);
        if (unit.unit == CASUS_UNIT_WEEKEND && rel == 0 && anchor.unit == CASUS_UNIT_DAY &&
            casus_when_first_day(unit.unit, unit.index) > anchor.index &&
            casus_times__direction(times) != CASUS_TOWARDS_FUTURE) {
            unit.index--; /* 'the weekend' of news is the one that was */
        } else if (unit.unit == CASUS_UNIT_WEEKEND && rel > 0 && anchor.unit == CASUS_UNIT_DAY &&
                   casus_when_first_day(unit.unit, unit.index - 1) > anchor.index) {
            unit.index--; /* 'the coming weekend' is the first to come */
        }
        return unit;
    }
    if (when.kind != CASUS_WHEN_CYCLE) {
        return when;
    }
    bool future = casus_times__direction(times) == CASUS_TOWARDS_FUTURE;
    if (when.cycle == CASUS_CYCLE_DAY || when.cycle == CASUS_CYCLE_WEEKDAY) {
        if (anchor.unit != CASUS_UNIT_DAY) {
            return anchor;
        }
        if (when.cycle == CASUS_CYCLE_WEEKDAY) {
            bool past = rel == 0 && casus_times__direction(times) == CASUS_TOWARDS_PAST;
            return relative_weekday(&when, anchor.index + past, past ? -1 : rel);
        }
        bool before =
            rel == 0 && when.clock.kind == CASUS_CLOCK_PART && when.clock.value == CASUS_PART_NIGHT && !future;
        return casus_times__within(times, when, casus_times__shift(anchor, CASUS_UNIT_DAY, before ? -1 : rel));
    }
    if (!is_yearly(when.cycle)) {
        return casus_times__resolve(times, when);
    }
    if (rel == 0) {
        casus_when this_year = in_year(&when, year_of(&anchor));
        return this_year;
    }
    return nearest_year(&when, &anchor, rel < 0 ? CASUS_TOWARDS_PAST : CASUS_TOWARDS_FUTURE, 1, true);
}

/* A clock told beside a part of the day: eight in the evening is 20:00. */
casus_clock casus_times__join_clock(casus_clock clock, casus_clock part)
{
    bool late = part.value == CASUS_PART_AFTERNOON || part.value == CASUS_PART_EVENING ||
                (part.value == CASUS_PART_NIGHT && clock.value >= 6 * 3600);
    if (clock.kind >= CASUS_CLOCK_HOUR && part.kind == CASUS_CLOCK_PART && late && clock.value < 12 * 3600) {
        clock.value += 12 * 3600;
    }
    return clock;
}

casus_when casus_times__within(casus_times *times, casus_when cycle, casus_when point)
{
    int64_t year = 0;
    int month = 0;
    int day = 0;
    if (point.kind != CASUS_WHEN_POINT || cycle.kind != CASUS_WHEN_CYCLE) {
        return cycle.kind == CASUS_WHEN_POINT ? cycle : point;
    }
    casus_when_civil(casus_when_first_day(point.unit, point.index), &year, &month, &day);
    switch (cycle.cycle) {
    case CASUS_CYCLE_DAY:
        if (point.unit == CASUS_UNIT_DAY && point.clock.kind == CASUS_CLOCK_PART &&
            point.clock.value == CASUS_PART_NIGHT && cycle.clock.kind >= CASUS_CLOCK_HOUR &&
            cycle.clock.value < 6 * 3600) {
            point.index++; /* three in the night from Monday to Tuesday is on Tuesday */
        }
        point.clock = point.unit == CASUS_UNIT_DAY ? casus_times__join_clock(cycle.clock, point.clock) : point.clock;
        point.mod = point.mod == CASUS_MOD_NONE ? cycle.mod : point.mod;
        return point;
    case CASUS_CYCLE_WEEKDAY:
        if (point.unit == CASUS_UNIT_WEEK || point.unit == CASUS_UNIT_WEEKEND) {
            casus_when in =
                casus_when_point(CASUS_UNIT_DAY, casus_when_first_day(CASUS_UNIT_WEEK, point.index) + cycle.value - 1);
            in.clock = cycle.clock;
            return in;
        }
        if (point.unit == CASUS_UNIT_DAY && casus_when_weekday(point.index) != cycle.value) {
            point = casus_when_point(CASUS_UNIT_DAY,
                                     weekday_from(point.index, cycle.value, false)); /* 'Monday to 8 March' */
            point.clock = cycle.clock;
        } else if (point.unit == CASUS_UNIT_DAY && point.clock.kind == CASUS_CLOCK_NONE) {
            point.clock = cycle.clock;
        }
        return point;
    case CASUS_CYCLE_MONTHDAY:
        if (point.unit > CASUS_UNIT_MONTH || !casus_when_is_date(year, month, cycle.value)) {
            return point.unit > CASUS_UNIT_MONTH ? point : nothing(CASUS_WHEN_WRONG);
        }
        point = casus_when_point(CASUS_UNIT_DAY, casus_when_day(year, month, cycle.value));
        point.clock = cycle.clock;
        return point;
    default:
        break;
    }
    if (point.unit > CASUS_UNIT_YEAR) {
        return point;
    }
    casus_when in = in_year(&cycle, year);
    if (in.kind == CASUS_WHEN_POINT && point.unit < CASUS_UNIT_YEAR &&
        casus_when_first_day(in.unit, in.index) > casus_when_first_day(point.unit, point.index)) {
        in = in_year(&cycle, year - 1); /* 'December to February 2015' */
    }
    (void)times;
    return in;
}
