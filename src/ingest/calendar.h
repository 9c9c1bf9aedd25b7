/* The Gregorian calendar, as far as a date must be real. */
#ifndef CASUS_INGEST_CALENDAR_H
#define CASUS_INGEST_CALENDAR_H

#include <stdbool.h>

/* Days of the month 1..12 of a year of the (proleptic) Gregorian calendar. */
static inline int casus_days_in_month(int year, int month)
{
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

#endif
