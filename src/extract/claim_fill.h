/* What a claim's own clause leaves untold and the document tells: who did it, and to whom. */
#ifndef CASUS_EXTRACT_CLAIM_FILL_H
#define CASUS_EXTRACT_CLAIM_FILL_H

#include "extract/event.h"

/*
 * Fills empty roles of the claims of `view->doc`, which stand in text order. `event_of` [n_claim]: the event of each.
 * Nothing that a clause tells is changed. Cost: linear in the claims. False without memory.
 */
bool casus_claims_fill(const casus_view *view, const casus_events *events, const uint32_t *event_of);

#endif
