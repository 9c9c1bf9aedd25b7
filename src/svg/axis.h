/* Days as numbers, and an axis of them. */
#ifndef CASUS_SVG_AXIS_H
#define CASUS_SVG_AXIS_H

#include "svg/svg.h"

/* Days since 1970-01-01 of a proleptic Gregorian date (Hinnant, days_from_civil); a month or year: its first day. */
int32_t casus_day_of(casus_date date);

/* The last day that the date can be. */
int32_t casus_last_day_of(casus_date date);

/* "2020-09-27", zero-terminated. */
void casus_day_format(int32_t day, char out[24]);

/* A scale from days to pixels. */
typedef struct casus_axis {
    int32_t first, last;   /* days, both shown */
    double left, right, y; /* pixels: where the axis lies */
} casus_axis;

/* The left edge of a day. */
double casus_axis_x(const casus_axis *axis, int32_t day);

/* The line with ticks and dates in ISO form: days, months or years, as many as there is room for. `top`: where lines
   through the picture begin. */
void casus_axis_write(const casus_axis *axis, double top, casus_buf *out);

#endif
