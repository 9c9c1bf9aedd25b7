/* Colours or not: see colour.h. */
#include "cli/colour.h"

#include <stdlib.h>
#include <unistd.h>

bool casus_wants_colour(bool refused)
{
    const char *said = getenv("NO_COLOR");
    return !refused && (said == NULL || said[0] == '\0') && isatty(STDOUT_FILENO) != 0;
}
