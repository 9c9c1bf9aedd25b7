/* Decisions about incidents: see store.h. */
#include "store/inside.h"

static casus_status write_all(casus_store *store, const casus_decision *decision, uint32_t n, casus_error *err)
{
    sqlite3_stmt *s = NULL;
    casus_status st =
        casus_store__prepare(store, "INSERT INTO decision (kind, claim, other) VALUES (?, ?, ?)", &s, err);
    for (uint32_t i = 0; st == CASUS_OK && i < n; i++) {
        const casus_decision *d = &decision[i];
        (void)casus_store__bind(s, 1, d->kind == CASUS_DECISION_MERGE ? CASUS_STR("merge") : CASUS_STR("split"));
        (void)casus_store__bind(s, 2, d->claim);
        (void)casus_store__bind(s, 3, d->other);
        st = sqlite3_step(s) == SQLITE_DONE ? CASUS_OK : casus_store__fail(store, err);
        (void)sqlite3_reset(s);
    }
    (void)sqlite3_finalize(s);
    return st;
}

casus_status casus_store_decide(casus_store *store, const casus_decision *decision, uint32_t n, casus_error *err)
{
    casus_status st = casus_store__exec(store, "BEGIN IMMEDIATE", err);
    if (st != CASUS_OK) {
        return st;
    }
    st = write_all(store, decision, n, err);
    if (st == CASUS_OK) {
        st = casus_store__exec(store, "COMMIT", err);
    }
    if (st != CASUS_OK) {
        (void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    }
    return st;
}
