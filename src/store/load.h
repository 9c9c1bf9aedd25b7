/* Reading actors, places and claims from their rows. */
#ifndef CASUS_STORE_LOAD_H
#define CASUS_STORE_LOAD_H

#include "store/inside.h"
#include "store/wire.h"

/* A state of the store: the last document and the last decision of it. */
typedef struct casus_store_state {
    int64_t document, decision;
} casus_store_state;

/* Documents of the state ?1: taken by then, and superseded by none of then. */
#define CASUS_STORE_LIVE                                                                                     \
    " FROM document d WHERE d.sequence <= ?1 AND NOT EXISTS (SELECT 1 FROM document n WHERE n.supersedes = " \
    "d.sequence "                                                                                            \
    "AND n.sequence <= ?1) "

/* The state with this name, or the present one for NULL. Errors: CASUS_EUSAGE if there is none. */
casus_status casus_store__state(casus_store *store, const char *name, casus_store_state *state, casus_error *err);

/* Rows of actor or place, numbered in the ledger as claims first name them. */
typedef struct casus_loader_rows {
    uint32_t *index; /* [n] by row id: in `all`, plus one; 0: no such row */
    uint32_t *as;    /* [n] by row id: index in the ledger, plus one; 0: not yet named */
    size_t n;
    uint32_t *list; /* of the present document: row ids */
    uint32_t n_list, room;
} casus_loader_rows;

typedef struct casus_loader {
    casus_ledger *ledger;
    uint32_t room; /* claims that ledger->claim can take */
    casus_arena scratch;
    casus_loader_rows actors, places;
    casus_actor *actor; /* all rows */
    casus_place *place;
    casus_map place_of; /* without a geonameid: by name */
    casus_map place_id; /* by geonameid, as 4 bytes */
} casus_loader;

casus_status casus_store__read_world(casus_store *store, casus_loader *loader, casus_error *err);

/* The lists of rows that the next claims refer to. False if they make no sense. */
bool casus_store__read_lists(casus_loader *loader, casus_str actors, casus_str places);

/* A claim from its bytes, copied. False if they make no sense, or without memory (ledger->arena.failed). */
bool casus_store__read_claim(casus_loader *loader, casus_str packed, casus_ledger_claim *claim);

/* Its id, and its record with the id in front. */
bool casus_store__name_claim(casus_loader *loader, casus_str json, uint32_t number, casus_ledger_claim *claim);

#endif
