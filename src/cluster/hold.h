/* Statements about who holds a place. */
#ifndef CASUS_CLUSTER_HOLD_H
#define CASUS_CLUSTER_HOLD_H

#include "cluster/desk.h"

typedef struct casus_hold {
    uint32_t claim;    /* where it stands */
    uint32_t place;    /* of ledger->place */
    uint32_t voice;    /* CASUS_NONE: the outlet */
    uint32_t speaker;  /* of ledger->actor; CASUS_NONE: the claim's nearest source */
    uint32_t holder;   /* a side */
    bool holds;        /* or does not */
    bool taken;        /* then; or holds all through the period */
    casus_period when; /* as told, else as published */
} casus_hold;

typedef struct casus_holds {
    casus_hold *at; /* [n] by group of places, then in the order of the claims */
    uint32_t n, room;
} casus_holds;

/*
 * All statements of the ledger about who holds which town, site or region; denials without content included, of what
 * they deny. Places nearer than 5 km count as one: at[].place is the first of them. Countries and seas are left out.
 */
void casus_cluster__holds(casus_desk *desk, casus_holds *holds);

/* Which place stands for each: place[i] <= i. Cost: linear, through a grid of cells. NULL: out of memory. */
uint32_t *casus_cluster__same_places(casus_desk *desk);

/* The places of a claim of control; without any, those of its incident, or of a claim of control beside it. */
casus_indices casus_cluster__held_places(const casus_ledger *ledger, uint32_t claim);

/* Whether the claim is of all of places.at[i]: what is taken in a region, or held in a town of it, is not the region. */
bool casus_cluster__held_whole(const casus_ledger *ledger, uint32_t claim, casus_indices places, uint32_t i);

#endif
