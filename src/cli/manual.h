/* The program's help and its manual page, both from the tables that the options are parsed with. */
#ifndef CASUS_CLI_MANUAL_H
#define CASUS_CLI_MANUAL_H

#include "cli/commands.h"

typedef struct casus_entry {
    const casus_command *command; /* NULL ends a table */
    void (*options)(casus_option options[CASUS_MOST_OPTIONS]);
} casus_entry;

void casus_manual_help(const casus_entry *entries, FILE *to);

/* In roff, for man(1). */
void casus_manual_page(const casus_entry *entries, FILE *to);

#endif
