/* The listings of a ledger, in each form. */
#ifndef CASUS_REPORT_LISTING_H
#define CASUS_REPORT_LISTING_H

#include "report/filter.h"
#include "report/style.h"

typedef enum casus_listing {
    CASUS_LIST_CLAIMS,
    CASUS_LIST_INCIDENTS,
    CASUS_LIST_DISPUTES,
    CASUS_LIST_LOSSES,
    CASUS_LIST_TIMELINE,
    CASUS_LIST_STATUS
} casus_listing;

/*
 * The rows that `selection` has, as indices into the ledger's claims, incidents, disputes, losses or states, in the order
 * of the ledger; but losses by side, states by kind and place, and on the timeline incidents of no known day last. In the
 * arena; CASUS_ENOMEM.
 */
CASUS_MUST_USE casus_status casus_listing_rows(const casus_ledger *ledger, const casus_selection *selection,
                                               casus_listing listing, casus_arena *arena, casus_indices *rows,
                                               casus_error *err);

/* Append one row as JSON, or as CSV (RFC 4180, lines end with a line feed); docs/ledger.md has the names. */
void casus_listing_json(const casus_ledger *ledger, casus_listing listing, uint32_t index, casus_buf *out);
void casus_listing_csv(const casus_ledger *ledger, casus_listing listing, uint32_t index, casus_buf *out);
void casus_listing_csv_head(casus_listing listing, casus_buf *out);

/* Append a table of `rows`, `width` columns wide. CASUS_ENOMEM. */
CASUS_MUST_USE casus_status casus_listing_table(const casus_ledger *ledger, casus_listing listing, casus_indices rows,
                                                const casus_style *style, unsigned width, casus_buf *out,
                                                casus_error *err);

#endif
