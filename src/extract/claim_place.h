/* Where an event happened, of the places that stand with it and before it. */
#ifndef CASUS_EXTRACT_CLAIM_PLACE_H
#define CASUS_EXTRACT_CLAIM_PLACE_H

#include "extract/event.h"

/*
 * Leaves of each claim's places those that an event can be in, the most exact ones; an attack or a change of control
 * without any has that of the one told before. Claims in text order. Cost: linear. False without memory.
 */
bool casus_claims_place(const casus_view *view);

#endif
