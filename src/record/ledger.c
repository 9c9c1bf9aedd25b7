/* A ledger's memory: see ledger.h. */
#include "casus/ledger.h"

void casus_ledger_init(casus_ledger *ledger)
{
    *ledger = (casus_ledger){0};
    casus_arena_init(&ledger->arena, SIZE_MAX);
}

void casus_ledger_free(casus_ledger *ledger)
{
    casus_arena_free(&ledger->arena);
    *ledger = (casus_ledger){0};
}
