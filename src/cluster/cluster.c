/* The steps of clustering in their order: see cluster.h. */
#include "cluster/cluster.h"

casus_status casus_cluster_run(casus_ledger *ledger, casus_error *err)
{
    static casus_status (*const step[])(casus_ledger *, casus_error *) = {
        casus_cluster__copies, casus_cluster__incidents, casus_cluster__disputes,
        casus_cluster__losses, casus_cluster__states,
    };
    casus_status st = CASUS_OK;
    for (size_t i = 0; st == CASUS_OK && i < sizeof step / sizeof *step; i++) {
        st = step[i](ledger, err);
    }
    return st;
}
