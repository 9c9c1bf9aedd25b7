/* Looking for a pack's furniture phrases in one line. */
#ifndef CASUS_INGEST_FURNITURE_H
#define CASUS_INGEST_FURNITURE_H

#include "pack/pack.h"

enum { CASUS_FURNITURE_LINE = 600 }; /* bytes: longer lines are prose and are not searched */

/*
 * The phrase of the pack that makes `line` furniture, or NULL. A phrase that must be the whole line allows punctuation
 * at its ends; one that starts it must end at a word's end; one within it must stand between words' ends.
 */
const casus_furniture *casus_furniture_find(const casus_pack *pack, casus_str line);

#endif
