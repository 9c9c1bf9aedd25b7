/* From claims of many documents to incidents, disputes, losses and states. Sees claims, never text. */
#ifndef CASUS_CLUSTER_CLUSTER_H
#define CASUS_CLUSTER_CLUSTER_H

#include "casus/ledger.h"

/*
 * Fill what `ledger` marks as set by cluster, from its documents, claims and decisions alone: the same ones in any
 * order give the same incidents. Cost: near linear in the number of claims. Errors: CASUS_ENOMEM.
 */
CASUS_MUST_USE casus_status casus_cluster_run(casus_ledger *ledger, casus_error *err);

/* Its steps, in order; each needs those before it. */
CASUS_MUST_USE casus_status casus_cluster__copies(casus_ledger *ledger, casus_error *err);    /* document.copy_of */
CASUS_MUST_USE casus_status casus_cluster__incidents(casus_ledger *ledger, casus_error *err); /* incident, joined */
CASUS_MUST_USE casus_status casus_cluster__disputes(casus_ledger *ledger, casus_error *err);
CASUS_MUST_USE casus_status casus_cluster__losses(casus_ledger *ledger, casus_error *err);
CASUS_MUST_USE casus_status casus_cluster__states(casus_ledger *ledger, casus_error *err);

#endif
