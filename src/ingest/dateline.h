/* What stands before the first sentence in its own line: an agency's dateline, a live blog's time. */
#ifndef CASUS_INGEST_DATELINE_H
#define CASUS_INGEST_DATELINE_H

#include "casus/str.h"
#include "ingest/head_date.h"
#include "pack/pack.h"

typedef struct casus_dateline {
    size_t len;       /* bytes of the line, its dash included; 0: there is none */
    casus_str agency; /* its canonical name; absent if none is named */
    casus_head_date when;
} casus_dateline;

/*
 * A dateline at the line's start: 'KIEV, 24 Feb. (Reuters) -', 'GAZA/JERUSALEM --', 'Kiev (ANP) -', '(Belga)'. Capitals,
 * or a known agency in brackets, show it; a lower-case word that is no name of a month or day shows prose.
 */
casus_dateline casus_dateline_find(const casus_pack *pack, casus_str line);

/* Bytes of a time of day with its sign at the line's start ('22.47 -', '14:05:'), or of a line that is only a time; 0. */
size_t casus_clock_find(const casus_pack *pack, casus_str line);

/* The agency whose name or alias begins `text`, its canonical name in *name; bytes of what was matched, or 0. */
size_t casus_agency_find(const casus_pack *pack, casus_str text, casus_str *name);

#endif
