/* What the commands that write one file from a store share: the dossier and its pictures. */
#ifndef CASUS_CLI_PAGE_H
#define CASUS_CLI_PAGE_H

#include "cli/listing.h"
#include "dossier/dossier.h"

typedef struct casus_page_options {
    casus_listing_options listing; /* the store and the filters */
    const char *output;
} casus_page_options;

/* The rows of these options, with a last one that ends them. */
void casus_page_fill(casus_page_options *o, casus_option *options);

/* Writes the file's bytes from a ledger that is read, clustered and filtered; may change `page` first. */
typedef casus_status (*casus_page_write)(const casus_ledger *ledger, casus_dossier_options *page, void *payload,
                                         casus_buf *out, casus_error *err);

/* Read the options, make the file, put it where it goes: the exit status. */
int casus_page_run(const casus_command *command, casus_option *options, casus_page_options *o, casus_page_write write,
                   void *payload, int argc, char **argv);

#endif
