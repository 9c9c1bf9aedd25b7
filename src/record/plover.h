/* PLOVER's event types and modes, this project's CONTROL, and the outcomes of figures: closed sets with their names. */
#ifndef CASUS_RECORD_PLOVER_H
#define CASUS_RECORD_PLOVER_H

#include "casus/record.h"

/* The number of an event type; CASUS_N_EVENT_TYPE if there is none of this name. */
casus_event_type casus_event_type_of(casus_str name);
const char *casus_event_type_name(casus_event_type type);

/* A bit for the mode `name` of `type`; 0 if that type has no such mode. */
uint32_t casus_mode_of(casus_event_type type, casus_str name);

/* The name of mode number `index` (bit 1 << index) of `type`; NULL behind the last. */
const char *casus_mode_name(casus_event_type type, unsigned index);

/* Whether `name` is an outcome that a quantity may have. */
bool casus_is_outcome(casus_str name);

/* Whether the outcome befalls the body of people: killed, wounded. */
bool casus_is_casualty(casus_str outcome);

#endif
