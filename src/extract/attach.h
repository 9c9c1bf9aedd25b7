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

CASUS_MUST_USE casus_status casus_attach(const casus_view *view, const casus_events *events, const casus_heads *heads,
                                         casus_attachments *out, casus_error *err);

#endif
