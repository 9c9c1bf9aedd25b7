/* Which event the figures, places and times of a document belong to. */
#ifndef CASUS_EXTRACT_ATTACH_H
#define CASUS_EXTRACT_ATTACH_H

#include "extract/event.h"
#include "extract/role.h"

/* By event: chains through the lists of the document. */
typedef struct casus_attachments {
    uint32_t *quantity; /* [n_event] first; CASUS_NO_WORD */
    uint32_t *next_quantity;
    uint32_t *place;
    uint32_t *next_place;
    uint32_t *timex; /* [n_event] the nearest */
} casus_attachments;

/* The event that a figure counts for; CASUS_NO_EVENT. Cost: the length of its sentence. */
uint32_t casus_event_of_figure(const casus_view *view, const casus_events *events, const casus_quantity *q);

/* Whether the name stands for the place itself: not for its government, its people, or within the name of a body. */
bool casus_place_is_told(const casus_view *view, const casus_place *p);

CASUS_MUST_USE casus_status casus_attach(const casus_view *view, const casus_events *events, const casus_heads *heads,
                                         casus_attachments *out, casus_error *err);

#endif
