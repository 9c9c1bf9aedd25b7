/* What the commands that list a store share: options, the store, clustering, filters, output. */
#ifndef CASUS_CLI_LISTING_H
#define CASUS_CLI_LISTING_H

#include "cli/commands.h"
#include "report/filter.h"
#include "report/listing.h"

/* Options of a listing, read. */
typedef struct casus_listing_options {
    const char *store, *as_of;
    casus_filter filter;
    bool json, csv, plain;
    unsigned width;
} casus_listing_options;

/* Run the command that lists `kind`: the exit status. */
int casus_listing_run(const casus_command *command, casus_listing kind, int argc, char **argv);

/* The rows of such a command's options; `into` is filled by casus_options_read. */
void casus_listing_fill(casus_listing_options *o, casus_option options[CASUS_MOST_OPTIONS]);

/* The width that a table may take: the option's, else the terminal's, else 100 columns. */
unsigned casus_listing_width(unsigned asked);

/* Open the store, read what it holds (or held, at a snapshot) into `ledger`, and cluster it. */
CASUS_MUST_USE casus_status casus_listing_load(const char *store, const char *as_of, casus_ledger *ledger,
                                               casus_error *err);

/* Write all of `bytes` to standard output and empty it: an exit status. Quiet where the reader closed the pipe. */
int casus_listing_print(casus_buf *bytes);

#endif
