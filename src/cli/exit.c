/* Exit statuses and messages: see exit.h. */
#include "cli/exit.h"

#include <stdio.h>

void casus_say(const casus_error *err)
{
    char place[300] = "";
    if (err->file[0] != '\0' && err->line > 0 && err->column > 0) {
        (void)snprintf(place, sizeof place, "%s:%u:%u: ", err->file, err->line, err->column);
    } else if (err->file[0] != '\0' && err->line > 0) {
        (void)snprintf(place, sizeof place, "%s:%u: ", err->file, err->line);
    } else if (err->file[0] != '\0' && err->column > 0) {
        (void)snprintf(place, sizeof place, "%s: column %u: ", err->file, err->column);
    } else if (err->file[0] != '\0') {
        (void)snprintf(place, sizeof place, "%s: ", err->file);
    }
    (void)fprintf(stderr, "casus: %s%s\n", place, err->msg);
}

casus_exit casus_exit_of(casus_status status)
{
    switch (status) {
    case CASUS_OK:
    case CASUS_END:
        return CASUS_EXIT_DONE;
    case CASUS_EPACK:
        return CASUS_EXIT_PACK;
    case CASUS_ESTORE:
        return CASUS_EXIT_STORE;
    case CASUS_ENOMEM:
    case CASUS_ELIMIT:
    case CASUS_EIO:
    case CASUS_EINPUT:
    case CASUS_EUSAGE:
        break;
    }
    return CASUS_EXIT_INPUT;
}
