/* What the look of one line tells. */
#ifndef CASUS_INGEST_LINE_H
#define CASUS_INGEST_LINE_H

#include "casus/str.h"

/* Whether the line ends as sentences do: in . ! ? or an ellipsis, closing quotes and brackets aside. */
bool casus_line_ends_sentence(casus_str line);

/* Number of stretches without a space. */
size_t casus_line_words(casus_str line);

/* Whether a letter or digit stands at or behind `at`. */
bool casus_line_goes_on(casus_str line, size_t at);

#endif
