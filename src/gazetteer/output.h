/* Writing the file of places. */
#ifndef CASUS_GAZETTEER_OUTPUT_H
#define CASUS_GAZETTEER_OUTPUT_H

#include "gazetteer/names.h"

/* Sorts the lists of `names`. The file is written whole or not at all. */
CASUS_MUST_USE casus_status casus_output_write(const char *path, const casus_input *input, casus_names *names,
                                               casus_error *err);

#endif
