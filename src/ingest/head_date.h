/* Dates and times of day as the head of an article writes them. */
#ifndef CASUS_INGEST_HEAD_DATE_H
#define CASUS_INGEST_HEAD_DATE_H

#include "casus/record.h"
#include "pack/pack.h"

/* What was found in a line. Spans are of the line. */
typedef struct casus_head_date {
    casus_date date;  /* from = CASUS_FROM_TEXT if a date with its year was found, else CASUS_FROM_NOWHERE */
    casus_span day;   /* the date's words, day of the week included; empty if there are none */
    casus_span clock; /* the time of day's words; empty if there are none */
    uint8_t hour, minute;
    uint32_t others; /* words of the line that belong to neither */
} casus_head_date;

/*
 * Look for one date and one time of day in `line` (only its first CASUS_HEAD_LINE bytes). A date without its year has
 * its words found but no value. Days written as 3/4/2020 count only where the order of day and month is beyond doubt.
 */
enum { CASUS_HEAD_LINE = 160 };
casus_head_date casus_head_date_find(const casus_pack *pack, casus_str line);

#endif
