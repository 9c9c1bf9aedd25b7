/*
 * Stems: what is left of a word when its ending may be any of its language's. A rough key, for a first look at raw text
 * that costs little and misses little.
 */
#ifndef CASUS_PACK_STEM_H
#define CASUS_PACK_STEM_H

#include "casus/str.h"

enum { CASUS_SHORTEST_STEM = 4, CASUS_LONGEST_STEM = 48 };

/*
 * The stem of a folded dictionary form, written to `out`: double letters single, a final vowel and what may follow it
 * in two letters cut off, if enough is left. Returns its length; 0 if it is too short or too long to be told.
 */
size_t casus_stem_of(casus_str lemma, char out[CASUS_LONGEST_STEM]);

/* A folded word of text as stems are compared with it: double letters single. Returns its length, 0 if too long. */
size_t casus_stem_loosen(casus_str word, char out[CASUS_LONGEST_STEM]);

#endif
