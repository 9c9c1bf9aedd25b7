/*
 * Times as rules reckon with them: a period of the calendar by its number on its unit's scale, a period that comes round
 * ('Monday', 'May', 'the morning'), a length, or past, present and future. Years before Christ are negative.
 */
#ifndef CASUS_EXTRACT_WHEN_H
#define CASUS_EXTRACT_WHEN_H

#include "casus/record.h"
#include "pack/time.h"

typedef enum casus_when_kind {
    CASUS_WHEN_NONE,   /* cannot be told */
    CASUS_WHEN_WRONG,  /* there is no such time */
    CASUS_WHEN_SYMBOL, /* no time yet: a number, unit or the like */
    CASUS_WHEN_POINT,
    CASUS_WHEN_CYCLE,
    CASUS_WHEN_LENGTH,
    CASUS_WHEN_REF
} casus_when_kind;

typedef enum casus_cycle {
    CASUS_CYCLE_DAY, /* every day: only its clock matters */
    CASUS_CYCLE_WEEKDAY,
    CASUS_CYCLE_MONTHDAY,
    CASUS_CYCLE_MONTH,
    CASUS_CYCLE_DATE, /* month * 100 + day */
    CASUS_CYCLE_EASTER,
    CASUS_CYCLE_SEASON,
    CASUS_CYCLE_QUARTER,
    CASUS_CYCLE_HALF
} casus_cycle;

/* When within a day. */
typedef enum casus_clock_kind {
    CASUS_CLOCK_NONE,
    CASUS_CLOCK_PART, /* value: casus_day_part */
    CASUS_CLOCK_HOUR, /* value: seconds since midnight, for the last three */
    CASUS_CLOCK_MINUTE,
    CASUS_CLOCK_SECOND
} casus_clock_kind;

/* Whose clock: 0 the text does not tell; see casus_zone_fixed, casus_zone_named. */
typedef int32_t casus_zone;

typedef struct casus_clock {
    casus_clock_kind kind;
    int32_t value;
    casus_zone zone;
} casus_clock;

/* An end of an interval: a day, or a minute of it. */
typedef struct casus_moment {
    bool known;
    int64_t day;     /* since 1970-01-01 */
    int32_t minute;  /* -1: the day as a whole */
    casus_zone zone; /* of the minute */
} casus_moment;

typedef struct casus_when {
    casus_when_kind kind;
    casus_symbol symbol; /* SYMBOL; REF: its value */
    double low, high;    /* SYMBOL: a number and its bound */
    casus_unit unit;     /* POINT, LENGTH */
    int64_t index;       /* POINT: on the unit's scale */
    bool no_year;        /* POINT: the year is not known, and 0 */
    casus_cycle cycle;   /* CYCLE */
    int32_t value;       /* CYCLE: which */
    casus_clock clock;   /* POINT of a day, CYCLE */
    double n, more;      /* LENGTH: units and units below; n NAN: some */
    casus_unit more_unit;
    casus_time_mod mod;
    bool set;     /* each of them */
    bool bounded; /* from and to are told, not reckoned */
    casus_moment from, to;
    bool stretch; /* from and to are those of a stretch that this bounds */
    casus_moment bound_from, bound_to;
    bool has_offset; /* POINT with a clock: what its zone is on that day; set last, for the format */
    int32_t offset;
    int32_t cut; /* bytes of the words that spell it, from their start; less than 0: from their end; 0: all */
} casus_when;

enum { CASUS_ZONE_MIDDLE = 10000 };

/* A clock so many minutes ahead of Greenwich's; one of the pack's zones. */
static inline casus_zone casus_zone_fixed(int32_t minutes)
{
    return CASUS_ZONE_MIDDLE + minutes;
}

static inline casus_zone casus_zone_named(int32_t index)
{
    return -1 - index;
}

/* First day of the period, and of the one behind it. */
int64_t casus_when_first_day(casus_unit unit, int64_t index);
int64_t casus_when_end_day(casus_unit unit, int64_t index);

/* The number of the period of `unit` (a day or longer) that holds the day. */
int64_t casus_when_index(casus_unit unit, int64_t day);

int64_t casus_when_day(int64_t year, int month, int day);
void casus_when_civil(int64_t day, int64_t *year, int *month, int *of_month);

/* Whether the year has such a day (1..12, 1..31). */
bool casus_when_is_date(int64_t year, int month, int day);

/* Days from 1970-01-01 to the Easter Sunday of the year (Gregorian). */
int64_t casus_when_easter(int64_t year);

/* 1 Monday .. 7 Sunday. */
int casus_when_weekday(int64_t day);

/* The interval of a POINT, its mod looked at. */
void casus_when_bounds(const casus_when *when, casus_moment *from, casus_moment *to);

/* TIMEX3's value, in `out`: its length, 0 if there is none. */
size_t casus_when_format(const casus_when *when, char out[40]);

/* TIMEX3's name of a mod; NULL for none. */
const char *casus_when_mod(casus_time_mod mod);

#endif
