/* What makes the values of operators (times_eval.c): points in times_point.c, lengths and intervals in times_length.c. */
#ifndef CASUS_EXTRACT_TIMES_MAKE_H
#define CASUS_EXTRACT_TIMES_MAKE_H

#include "extract/times.h"

static inline casus_when casus_when_nothing(casus_when_kind kind)
{
    return (casus_when){.kind = kind};
}

static inline casus_when casus_when_cycle(casus_cycle of, int32_t value)
{
    return (casus_when){.kind = CASUS_WHEN_CYCLE, .cycle = of, .value = value};
}

static inline casus_when casus_when_length(double n, casus_unit unit)
{
    return (casus_when){.kind = CASUS_WHEN_LENGTH, .n = n, .unit = unit};
}

static inline bool casus_when_is_number(const casus_when *w)
{
    return w->kind == CASUS_WHEN_SYMBOL && w->symbol.kind == CASUS_TIME_NUMBER;
}

static inline casus_unit casus_when_unit(const casus_when *w)
{
    return w->kind == CASUS_WHEN_SYMBOL && w->symbol.kind == CASUS_TIME_UNIT ? (casus_unit)w->symbol.value
                                                                             : CASUS_UNIT_NONE;
}

/* The four digits of a year told by its last two: not far behind the day of publication. */
int64_t casus_times__full_year(const casus_times *times, int64_t two);

casus_when casus_times__make_decade(const casus_times *times, int64_t n);

casus_when casus_times__make_bc(casus_when w);

casus_when casus_times__make_date(casus_times *times, const casus_when *a, uint32_t n);

casus_when casus_times__make_month(casus_times *times, const casus_when *a, uint32_t n);

/* clock(shape), clock(hour), clock(hour, minutes), clock(hour, minutes, minutes less): 'ten to nine' is (9, 0, 10). */
casus_when casus_times__make_clock(const casus_times *times, const casus_when *a, uint32_t n);

/* 'a.m.' and 'p.m.', or the part of the day that an hour of twelve is in. */
casus_when casus_times__make_meridiem(casus_when clock, const casus_when *half);

casus_when casus_times__make_numeric(casus_times *times, const casus_when *a);

/* `a` within `b`, either of which may still come round. */
casus_when casus_times__make_in(casus_times *times, casus_when a, casus_when b);

casus_when casus_times__make_nth(casus_times *times, const casus_when *a);

/* The first or last of the years of a shape, or of two numbers, the second of which may be cut to two digits. */
casus_when casus_times__make_years(casus_times *times, const casus_when *a, uint32_t n, bool first);

/* `n` lengths on from a point; by some, all that can be said is that it is before or after. */
casus_when casus_times__move(const casus_when *from, const casus_when *by, int sign);

/* What 'later' and 'the next day' count from. */
casus_when casus_times__reference(const casus_times *times, casus_unit unit);

casus_when casus_times__make_reference(const casus_times *times, const casus_when *a, uint32_t n);

casus_when casus_times__make_now(const casus_times *times, const casus_when *a, uint32_t n);

/* 'a year ago' beside a quarter is the same quarter. */
casus_when casus_times__make_ago(casus_times *times, const casus_when *by, int sign);

/* Halves are told in the next smaller unit: 'two and a half years' P2Y6M, 'half an hour' PT30M. */
casus_when casus_times__make_length_of(double n, casus_unit unit);

casus_when casus_times__make_length(const casus_when *a, const casus_when *b);

/* A length with its interval behind (-1) or before (1) the day of publication. */
casus_when casus_times__make_span(const casus_times *times, casus_when by, int sign);

casus_when casus_times__make_every(casus_when w);

casus_when casus_times__make_since(casus_times *times, casus_when w);

casus_when casus_times__make_until(casus_times *times, casus_when w);

casus_when casus_times__make_through(casus_times *times, const casus_when *a);

/* A period that holds the day of publication, as far as it has come: 'earlier this month'. */
casus_when casus_times__make_so_far(casus_times *times, casus_when w);

/* As through, if b begins where a ends: 'on Friday and Saturday'. */
casus_when casus_times__make_joined(casus_times *times, const casus_when *a);

/* Whose clock a symbol names: a zone, or the place of a shape; 0: not to be told. */
casus_zone casus_times__zone(const casus_when *symbol);

/* The zone so many hours, or hours and minutes (a shape), ahead of Greenwich. */
casus_when casus_times__make_offset(const casus_times *times, const casus_when *a);

/* The clock `a`, whose zone is told by what another clock showed then: '09:00 (07:00 GMT)'. */
casus_when casus_times__make_same(casus_when a, const casus_when *b);

/* 'mid-2007' */
casus_when casus_times__make_prefixed(casus_times *times, const casus_when *a);

#endif
