/* Which part of a ledger somebody asked for. */
#ifndef CASUS_REPORT_FILTER_H
#define CASUS_REPORT_FILTER_H

#include "casus/ledger.h"

/* What was asked for, as it was typed; NULL: everything. docs/ledger.md tells what each means. */
typedef struct casus_filter {
    const char *since, *until;  /* ISO 8601, cut to year, month or day; inclusive */
    const char *place;          /* a name, or LATITUDE,LONGITUDE,KILOMETRES */
    const char *country;        /* ISO 3166 alpha-2 or alpha-3 */
    const char *actor, *source; /* part of a name, CODE, or CODE:SECTOR */
    const char *type;           /* TYPE or TYPE:MODE */
    const char *language, *outlet, *text;
} casus_filter;

/* Which of the ledger's rows pass: arrays as long as the ledger's own. */
typedef struct casus_selection {
    bool *claim, *incident, *dispute, *loss, *state;
} casus_selection;

/*
 * Judge every claim; an incident or state passes if any of its claims does, a dispute if its incident or any of its
 * claims does, a loss by the claim of its figure. `ledger` is clustered. `out` is of the arena.
 *
 * Errors   CASUS_EUSAGE: a value that can be no date, type, mode or country; CASUS_END: nothing in the ledger has this
 *          name (err->msg tells which); CASUS_ENOMEM.
 */
CASUS_MUST_USE casus_status casus_filter_run(const casus_filter *filter, const casus_ledger *ledger, casus_arena *arena,
                                             casus_selection *out, casus_error *err);

#endif
