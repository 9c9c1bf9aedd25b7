/* How the program ends. */
#ifndef CASUS_CLI_EXIT_H
#define CASUS_CLI_EXIT_H

#include "casus/error.h"

typedef enum casus_exit {
    CASUS_EXIT_DONE = 0,
    CASUS_EXIT_CHECK = 1, /* ran, but a check failed or nothing was found */
    CASUS_EXIT_INPUT = 2, /* wrong options, or some input could not be read; the rest was */
    CASUS_EXIT_PACK = 3,  /* a language pack or model is missing or has a fault */
    CASUS_EXIT_STORE = 4, /* the database failed */
    CASUS_EXIT_OUTPUT = 5 /* the output could not be written; quiet if its reader closed it */
} casus_exit;

/* One line on standard error: 'casus: PLACE: reason'. */
void casus_say(const casus_error *err);

/* The exit status that an error leads to. */
casus_exit casus_exit_of(casus_status status);

#endif
