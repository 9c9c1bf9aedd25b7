/* What of a word's spelling the model sees: hashed pieces of it, the same for the trainer and the parser. */
#ifndef CASUS_SYNTAX_FORM_H
#define CASUS_SYNTAX_FORM_H

#include "casus/str.h"

#include <stdint.h>

enum { CASUS_FORM_PIECES = 64, CASUS_FORM_WHOLE = 2, CASUS_FORM_LONGEST = 32 };

/**
 * The pieces of `form`: the whole as spelt and the whole folded (the first CASUS_FORM_WHOLE), its shape, prefixes,
 * suffixes and three-letter pieces of the folded word. Returns how many. A long word counts by its two ends.
 *
 * Cost     linear in the form.
 */
size_t casus_form_pieces(casus_str form, uint64_t piece[CASUS_FORM_PIECES]);

#endif
