/* Which rows of a ledger a page shows, so that no link on it leads nowhere. */
#ifndef CASUS_DOSSIER_SHOWN_H
#define CASUS_DOSSIER_SHOWN_H

#include "casus/ledger.h"
#include "report/filter.h"

typedef struct casus_shown {
    bool *claim, *document, *incident, *dispute, *loss, *state; /* as long as the ledger's own */
} casus_shown;

/*
 * With a selection: what it selects, the claims of those incidents, selected claims of no incident, and the documents
 * of all these and of the words that disputes, losses and states quote. Without: everything. False: no memory.
 */
bool casus_shown_find(const casus_ledger *ledger, const casus_selection *selection, casus_arena *arena,
                      casus_shown *out);

#endif
