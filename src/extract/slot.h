/* Following a pack's paths through the tree of a document. */
#ifndef CASUS_EXTRACT_SLOT_H
#define CASUS_EXTRACT_SLOT_H

#include "extract/view.h"
#include "pack/slot.h"

enum { CASUS_MOST_FILLERS = 8 };

/* Words that fill a role. */
typedef struct casus_fillers {
    uint32_t word[CASUS_MOST_FILLERS];
    uint32_t n;
} casus_fillers;

/* The words of the first alternative that is there, all its joined paths; if none is, of the first that is in part.
   Conjuncts are not followed. */
void casus_slot_find(const casus_view *view, const casus_slots *slots, uint32_t w, casus_fillers *out);

/* Whether the words that an alternative leads to are what is looked for. */
typedef bool casus_slot_accept(const casus_view *view, const casus_fillers *found, void *payload);

/* As casus_slot_find, but of the alternatives the first that is accepted; if none is, what casus_slot_find gives. */
void casus_slot_find_accepted(const casus_view *view, const casus_slots *slots, uint32_t w, casus_slot_accept *accept,
                              void *payload, casus_fillers *out);

/* Whether all conditions hold round `w`. */
bool casus_slot_hold(const casus_view *view, const casus_slots *conditions, uint32_t w);

/* The adposition or conjunction that introduces `w` (child by case or mark), CASUS_NO_WORD: none. */
uint32_t casus_slot_introducer(const casus_view *view, uint32_t w);

#endif
