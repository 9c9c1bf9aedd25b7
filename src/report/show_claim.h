/* A claim of the ledger in its own words. */
#ifndef CASUS_REPORT_SHOW_CLAIM_H
#define CASUS_REPORT_SHOW_CLAIM_H

#include "casus/ledger.h"
#include "report/claims.h"

/* Names of actors or places behind a label, on a line of their own; none: no line. */
void casus_show__actors(const casus_ledger *ledger, const char *label, casus_indices list, casus_colour colour,
                        const casus_style *style, casus_buf *out);
void casus_show__places(const casus_ledger *ledger, casus_indices list, const casus_style *style, casus_buf *out);
void casus_show__time(casus_date from, casus_date to, const casus_style *style, casus_buf *out);

/* Id, outlet, day, language and address on one line. */
void casus_show__origin(const casus_ledger *ledger, uint32_t claim, const casus_style *style, casus_buf *out);

/* The quote with its trigger marked: in colour, or between square brackets. */
void casus_show__words(const casus_ledger_claim *claim, const casus_style *style, casus_buf *out);

/* Who says it, how, and how surely. */
void casus_show__voice(const casus_ledger *ledger, const casus_ledger_claim *claim, const casus_style *style,
                       casus_buf *out);

/* All of it. */
void casus_show__claim(const casus_ledger *ledger, uint32_t claim, const casus_style *style, casus_buf *out);

#endif
