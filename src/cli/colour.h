/* Whether what is printed may have colours. */
#ifndef CASUS_CLI_COLOUR_H
#define CASUS_CLI_COLOUR_H

#include <stdbool.h>

/* Only on a terminal, without NO_COLOR (no-color.org), and if the user did not say no. */
bool casus_wants_colour(bool refused);

#endif
