/* Civil dates as numbers of days, to compare them. */
#ifndef CASUS_CLUSTER_DAY_H
#define CASUS_CLUSTER_DAY_H

#include "casus/ledger.h"

#define CASUS_NO_DAY INT32_MIN

/* The first and the last day that a date of any precision can mean; CASUS_NO_DAY: it is absent. Days since 1970-01-01. */
int32_t casus_cluster__day_first(casus_date date);
int32_t casus_cluster__day_last(casus_date date);

/* A period in days, inclusive; CASUS_NO_DAY at an end: unknown. */
typedef struct casus_period {
    int32_t from, to;
} casus_period;

/* When the claim's event happened, as told; both ends CASUS_NO_DAY: untold. */
casus_period casus_cluster__told_when(const casus_ledger_claim *claim);

/* When its document was published. */
casus_period casus_cluster__published(const casus_ledger *ledger, const casus_ledger_claim *claim);

/*
 * Whether the claim tells of an earlier time as context: it says so, or is dated a year or more before its document; or
 * the outlet tells it without a day right after such a claim.
 */
bool casus_cluster__history(const casus_ledger *ledger, uint32_t claim);

/* Whether the periods share a day, or one of them is unknown. */
bool casus_cluster__may_overlap(casus_period a, casus_period b);

/*
 * Below 0: claim `a` was published before `b` (without a date: before all others), or its document's bytes come before
 * the other's, or it stands before it in the text. What a source says later replaces what it said before.
 */
int casus_cluster__compare(const casus_ledger *ledger, uint32_t a, uint32_t b);

/* The claims in that order, in `arena`; NULL: out of memory. */
uint32_t *casus_cluster__in_order(const casus_ledger *ledger, casus_indices claims, casus_arena *arena);

#endif
