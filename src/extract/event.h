/* Event mentions: the words that report one, and where its roles stand. */
#ifndef CASUS_EXTRACT_EVENT_H
#define CASUS_EXTRACT_EVENT_H

#include "extract/role.h"
#include "pack/claim.h"

#define CASUS_NO_EVENT UINT32_MAX

typedef struct casus_event {
    uint32_t word; /* the trigger */
    const casus_trigger *row;
    uint32_t anchor; /* the verb that carries a nominal trigger ('launched an attack'), else the trigger itself */
    casus_fillers actor, recipient, place;
    uint32_t mode;    /* the row's, and those of instruments in its clause */
    bool dropped;     /* names no happening of its own */
    uint32_t part_of; /* the event that this word only tells more of; CASUS_NO_EVENT: one of its own */
} casus_event;

typedef struct casus_events {
    casus_event *event; /* [n] in text order */
    uint32_t n;
    uint32_t *at; /* [n_word] the event whose trigger or anchor the word is; CASUS_NO_EVENT */
} casus_events;

/*
 * Find all event mentions of the document; without `conflict` those only whose row needs no company.
 * Cost: linear in the words times the rows of a lemma.
 */
CASUS_MUST_USE casus_status casus_events_find(const casus_view *view, const casus_heads *heads, bool conflict,
                                              casus_events *out, casus_error *err);

/* Follows part_of to the event that stands for itself. */
uint32_t casus_event_whole(const casus_events *events, uint32_t event);

/*
 * Drop what names no happening of its own: attributes ('Russian-held'), parts of names, casualties that nobody counts,
 * and nouns that only refer back ('after the attack'). Runs after casus_events_join.
 */
void casus_events_drop(const casus_view *view, const casus_heads *heads, casus_events *events);

/*
 * Figures of casualties that no event holds become events, their number the trigger ('the toll rose to 79'). `heads`
 * tells quantities by word.
 */
void casus_events_add_figures(const casus_view *view, const casus_heads *heads, casus_events *events);

/* Let words that only tell more of another's event join it ('killed in an attack', 'struck the village, killing 20'). */
void casus_events_join(const casus_view *view, casus_events *events);

#endif
