/*
 * Paths through a dependency tree, as tables write them: where a role stands, and what must stand round a word. The
 * language is described in lang/README.md (Slots).
 */
#ifndef CASUS_PACK_SLOT_H
#define CASUS_PACK_SLOT_H

#include "pack/loading.h"
#include "record/ud.h"

enum { CASUS_MOST_STEPS = 5, CASUS_MOST_LEMMAS = 64 };

/* One step from a word. */
typedef struct casus_step {
    bool stay;       /* at the word itself: its own form is asked for */
    bool up;         /* to the head, if the word hangs by `deprel`; else to each child with `deprel` */
    uint8_t deprel;  /* casus_deprel; CASUS_DEPREL_NONE: whatever */
    uint16_t n_word; /* 0: any */
    uint32_t *word;  /* vocabulary numbers, one of which must be the lemma: see `introduces` */
    bool introduces; /* they are lemmas of what introduces the word reached (case, mark), not its own */
} casus_step;

typedef struct casus_path {
    casus_step step[CASUS_MOST_STEPS];
    uint8_t n_step;
    bool joined; /* fills the role together with the path before */
    bool absent; /* as a condition: nothing may stand there */
} casus_path;

/* Alternatives in order. */
typedef struct casus_slots {
    casus_path *path; /* [n] */
    uint32_t n;
} casus_slots;

/* Compile a cell; '-' gives none. A fault is told at its place. */
CASUS_MUST_USE casus_status casus_pack__read_slots(casus_loading *file, casus_str field, casus_slots *out,
                                                   casus_error *err);

/* As casus_pack__read_slots for conditions, all of which must hold; '!' before one: nothing may stand there. */
CASUS_MUST_USE casus_status casus_pack__read_conditions(casus_loading *file, casus_str field, casus_slots *out,
                                                        casus_error *err);

#endif
