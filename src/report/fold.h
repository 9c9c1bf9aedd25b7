/* Words of people compared with words of the ledger: without case, accents and punctuation. */
#ifndef CASUS_REPORT_FOLD_H
#define CASUS_REPORT_FOLD_H

#include "casus/arena.h"

#include <stdbool.h>

/*
 * The words of `text`, each behind one space (" word word"), so that a stretch that begins with a space begins with a
 * word: case folded, marks and apostrophes gone, letters with a stroke as those without, all other signs a space.
 * Absent or without words: "". In the arena; ptr NULL without memory.
 */
casus_str casus_fold(casus_str text, casus_arena *arena);

/* Whether `folded` holds `part` (folded too) from a word's start on: 'armen' is in 'the armenian army', 'oman' is not
   in 'romania'. An empty part is nowhere. */
bool casus_fold_holds(casus_str folded, casus_str part);

/* The same for each word of `words` by itself, in any order. */
bool casus_fold_holds_all(casus_str folded, casus_str words);

#endif
