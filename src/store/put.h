/* Writing one document's rows, within a transaction that is open. */
#ifndef CASUS_STORE_PUT_H
#define CASUS_STORE_PUT_H

#include "store/inside.h"
#include "store/wire.h"

typedef enum casus_put { CASUS_PUT_NEW, CASUS_PUT_SUPERSEDED, CASUS_PUT_KNOWN } casus_put;

/* One document's rows from what casus_store_pack made. `*claims`: how many it added. */
casus_status casus_store__write(casus_store *store, casus_str packed, casus_put *what, uint64_t *claims,
                                casus_error *err);

/* The prepared statement `which`, reset and without values. */
casus_status casus_store__statement(casus_store *store, enum casus_store_statement which, sqlite3_stmt **out,
                                    casus_error *err);

/* Step a statement that gives no rows, and reset it. */
casus_status casus_store__done(casus_store *store, sqlite3_stmt *statement, casus_error *err);

/* Read the next actor or place off `in` and give the id of its row, made if it is new. */
casus_status casus_store__actor(casus_store *store, casus_wire *in, int64_t *id, casus_error *err);
casus_status casus_store__place(casus_store *store, casus_wire *in, int64_t *id, casus_error *err);

#endif
