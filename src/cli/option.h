/*
 * Options of the command line. One table per command both parses and prints: -h, --help and the manual page come from
 * the same rows.
 */
#ifndef CASUS_CLI_OPTION_H
#define CASUS_CLI_OPTION_H

#include "casus/error.h"

#include <stdbool.h>
#include <stdio.h>

typedef enum casus_option_kind {
    CASUS_OPTION_FLAG,
    CASUS_OPTION_TEXT,
    CASUS_OPTION_NUMBER,
    CASUS_OPTION_SIZE
} casus_option_kind;

typedef struct casus_option {
    const char *name; /* without the dashes; NULL ends a table */
    char letter;      /* short form; 0 if none */
    casus_option_kind kind;
    const char *value; /* what the value is called: 'N', 'DATE'; NULL for a flag */
    const char *help;  /* one line, no full stop */
    void *into;        /* bool, const char *, unsigned, size_t, by kind */
} casus_option;

typedef struct casus_command {
    const char *name;
    const char *arguments; /* as in the usage line */
    const char *summary;   /* one line, no full stop */
    const char *text;      /* paragraphs for --help and the manual page */
    int (*run)(const struct casus_command *command, int argc, char **argv);
} casus_command;

/*
 * Read the options of argv[1..]; they may stand anywhere before '--'. The rest is moved to argv[1..*n_left].
 * CASUS_END: help was asked for and printed. CASUS_EUSAGE: err->msg says what is wrong.
 */
casus_status casus_options_read(const casus_command *command, const casus_option *options, int argc, char **argv,
                                int *n_left, casus_error *err);

/* The help of one command. */
void casus_options_help(const casus_command *command, const casus_option *options, FILE *to);

#endif
