/* What is known of a document while its claims are put together, and who acts in them. Inner to claims.c. */
#ifndef CASUS_EXTRACT_ASSEMBLY_H
#define CASUS_EXTRACT_ASSEMBLY_H

#include "extract/attach.h"
#include "extract/company.h"
#include "extract/event.h"
#include "extract/factuality.h"
#include "extract/role.h"
#include "extract/voice.h"

typedef struct casus_assembly {
    casus_view *view;
    casus_voices voices;
    casus_events events;
    casus_modalities modalities;
    casus_heads heads;
    casus_attachments attached;
    casus_company company;
    uint32_t *event_of; /* [n_claim] */
    uint32_t publisher; /* the actor that the outlet is; CASUS_NO_ACTOR */
} casus_assembly;

/* 'each other': those who are the subject. */
bool casus_is_reciprocal(const casus_view *view, uint32_t w);

/* Adds the actors that fill a slot; `owner`: where the word itself is none, whose it is. */
void casus_assembly_cast(const casus_assembly *a, const casus_fillers *fillers, bool owner, casus_cast *cast);

/* Who does it: the frame's slots, else the subject that the verb shares with another. */
void casus_assembly_actor(const casus_assembly *a, const casus_event *e, casus_cast *cast);

#endif
