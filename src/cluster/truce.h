/* What is told of ceasefires. */
#ifndef CASUS_CLUSTER_TRUCE_H
#define CASUS_CLUSTER_TRUCE_H

#include "cluster/desk.h"

/* Whether the claim is of a ceasefire that is or was in force, asserted or denied. */
bool casus_cluster__truce(const casus_ledger_claim *claim);

/* Whether it agrees on a ceasefire: it tells of an agreement beside one in its sentence, the one before or the next. */
bool casus_cluster__truce_agreed(const casus_ledger *ledger, uint32_t claim);

/*
 * The ceasefire that the claim says was broken: an attack without a place, a victim, a weapon or a toll of its own,
 * told right after the ceasefire. CASUS_NONE: none.
 */
uint32_t casus_cluster__truce_broken(const casus_ledger *ledger, uint32_t claim);

#endif
