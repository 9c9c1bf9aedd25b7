/* A short sketch of a text by which near-duplicates are found without it. */
#ifndef CASUS_STORE_SKETCH_H
#define CASUS_STORE_SKETCH_H

#include "casus/arena.h"

#include <stdint.h>

enum { CASUS_SKETCH = 128, CASUS_SHINGLE = 5 };

/**
 * The smallest CASUS_SKETCH hashes of all stretches of CASUS_SHINGLE words; the share that two sketches have in common
 * tells how much of the texts is the same. Words are runs of letters and digits, case folded; a text of fewer words is
 * one shingle.
 *
 * Shapes   out [CASUS_SKETCH], written ascending; returns how many.
 * Errors   0 if the text has no word, or without memory (scratch->failed).
 * Cost     linear in the text but for a sort of its shingles.
 * Source   Broder (1997), "On the resemblance and containment of documents".
 */
uint32_t casus_sketch_make(casus_str text, uint64_t out[CASUS_SKETCH], casus_arena *scratch);

#endif
