/* How sure an event is and when it stands, as far as its own clause tells. */
#ifndef CASUS_EXTRACT_FACTUALITY_H
#define CASUS_EXTRACT_FACTUALITY_H

#include "extract/attribution.h"
#include "extract/event.h"

/* What operators did to a word. */
typedef struct casus_modality {
    bool negative;              /* an odd number of negations */
    bool past, future, history; /* tense told by a word */
    uint8_t strength;           /* casus_effect: the weakest commitment; CERTAIN if none */
} casus_modality;

typedef struct casus_modalities {
    casus_modality *of; /* [n_word] */
} casus_modalities;

/*
 * What the pack's operators do to every word that they govern. A cue does nothing to its own content: the commitment of
 * its source tells how sure that is. Cost: linear.
 */
CASUS_MUST_USE casus_status casus_modalities_find(const casus_view *view, const casus_voices *voices,
                                                  casus_modalities *out, casus_error *err);

/* For an event: its own word's modality, and that of the words that carry it; what its cue denies is not committed to. */
casus_modality casus_modality_of_event(const casus_view *view, const casus_voices *voices,
                                       const casus_modalities *modalities, const casus_event *event);

/* FactBank's value of a modality under a source's commitment. */
casus_factuality casus_factuality_of(casus_modality modality, casus_factuality commitment);

/* Tense by the verb's features and the modality. */
casus_tense casus_tense_of(const casus_view *view, const casus_voices *voices, const casus_event *event,
                           casus_modality modality);

#endif
