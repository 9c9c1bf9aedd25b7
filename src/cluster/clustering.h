/* What the steps from claims to incidents share: tellings, and which of them are one. */
#ifndef CASUS_CLUSTER_CLUSTERING_H
#define CASUS_CLUSTER_CLUSTERING_H

#include "cluster/likeness.h"

/* The claims of one document that tell of one happening. */
typedef struct casus_telling {
    casus_outline outline;
    uint32_t document;
    uint32_t first_claim, last_claim; /* a chain through clustering->next */
    uint32_t n_claim;
    uint32_t why; /* CASUS_LIKE_ bits: why it is in the cluster that it joined; 0: it founded one */
} casus_telling;

typedef struct casus_clustering {
    casus_ledger *ledger;
    casus_arena *arena; /* for what is forgotten with the clustering */
    uint32_t *order;    /* [n_document] documents by date, then by their bytes: the same whenever they were added */
    casus_telling *telling;
    uint32_t n_telling;
    uint32_t *begin;   /* [n_document] the first telling of a document; they stand together */
    bool *looks_back;  /* [n_document] it is about the past: what it does not date is no news */
    uint32_t *next;    /* [n_claim] the next claim of the same telling, or CASUS_NONE */
    uint32_t *why;     /* [n_claim] why the claim is in its telling; 0: it is the telling's first */
    uint32_t *cluster; /* [n_claim] the number of the cluster that the claim is in, below n_telling + n_decision */
} casus_clustering;

/* Order documents by date of publication, then by their bytes. False: no memory (of all below too). */
bool casus_cluster__order(const casus_ledger *ledger, casus_arena *arena, uint32_t **order);

/* Gather the claims of each document into tellings. */
bool casus_cluster__tell(casus_clustering *c);

/* Set the outlines' war, of the tellings of each document. */
void casus_cluster__wars(casus_clustering *c);

/* Narrow the date of documents that have none, or only a month, by the happenings that they share with others. */
bool casus_cluster__narrow(casus_clustering *c);

/* Join tellings of different documents; sets cluster. */
bool casus_cluster__link(casus_clustering *c);

/* Do as people decided: merge and split, in the order of the decisions. */
bool casus_cluster__decide(casus_clustering *c);

/* From clusters to the ledger's incidents. */
bool casus_cluster__gather(casus_clustering *c);

/* How many rare words of what is quoted both share. */
uint32_t casus_cluster__shared_names(const casus_outline *a, const casus_outline *b);

/* How many of the documents that an incident's claims come from repeat no other: see independent.c. */
bool casus_cluster__independent(const casus_ledger *ledger, casus_arena *arena, casus_incident *incident);

/* A few words for people. */
casus_str casus_cluster__reasons(casus_arena *arena, uint32_t why);

#endif
