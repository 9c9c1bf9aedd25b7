/* Words of formats, which are ASCII and mean the same in either case. */
#ifndef CASUS_BASE_ASCII_H
#define CASUS_BASE_ASCII_H

#include "casus/str.h"

#include <strings.h>

/* Whether `text` holds `word` somewhere, in either case. */
static inline bool casus_ascii_holds(casus_str text, const char *word)
{
    size_t len = strlen(word);
    for (size_t i = 0; i + len <= text.len; i++) {
        if (strncasecmp(text.ptr + i, word, len) == 0) {
            return true;
        }
    }
    return false;
}

#endif
