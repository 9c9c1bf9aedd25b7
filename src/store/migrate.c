/*
 * The schema's numbered steps. A store says which one it has (user_version) and that it is one of ours (application_id);
 * an older one is brought up to date, a newer one is left alone.
 */
#include "store/inside.h"

#include "store/schema.h"

#include <stdio.h>
#include <time.h>

enum { APPLICATION = 0x43415355, /* 'CASU' */ TRIES = 3000, PAUSE = 20 * 1000 * 1000 /* nanoseconds */ };

int casus_store__newest(void)
{
    return (int)casus_store__n_schema;
}

/* Two that make a store at once may each hold what the other waits for: then the database does not wait, so we do. */
static casus_status keep_log(casus_store *store, casus_error *err)
{
    casus_status st = CASUS_OK;
    for (int i = 0; i < TRIES; i++) {
        st = casus_store__exec(store, "PRAGMA journal_mode = WAL", err);
        if (st == CASUS_OK || (sqlite3_errcode(store->db) & 0xFF) != SQLITE_BUSY) {
            break;
        }
        (void)nanosleep(&(struct timespec){.tv_nsec = PAUSE}, NULL);
    }
    return st;
}

static casus_status judge(casus_store *store, bool may_make, int *version, casus_error *err)
{
    casus_status st = CASUS_OK;
    int64_t number = 0;
    int64_t application = 0;
    int64_t tables = 0;
    CASUS_TRY(casus_store__number(store, "PRAGMA user_version", 0, &number, err));
    CASUS_TRY(casus_store__number(store, "PRAGMA application_id", 0, &application, err));
    CASUS_TRY(casus_store__number(store, "SELECT count(*) FROM sqlite_schema", 0, &tables, err));
    *version = (int)number;
    if (!may_make && application == 0 && number == 0 && tables == 0) { /* made, but its first transaction never ended */
        st = casus_fail(err, CASUS_ESTORE, store->path, 0, 0, "nothing was added yet");
    } else if (application == APPLICATION ? number < 1 : !may_make || application != 0 || number != 0 || tables != 0) {
        st = casus_fail(err, CASUS_ESTORE, store->path, 0, 0, "not a store of casus");
    } else if (number > casus_store__newest()) {
        st = casus_fail(err, CASUS_ESTORE, store->path, 0, 0,
                        "made by a newer version of casus (its schema is number %d, this version knows %d)", *version,
                        casus_store__newest());
    } else if (number < casus_store__newest() && sqlite3_db_readonly(store->db, "main") == 1) {
        st = casus_fail(err, CASUS_ESTORE, store->path, 0, 0,
                        "made by an older version of casus, and may not be written to bring it up to date");
    }
done:
    return st;
}

static casus_status climb(casus_store *store, int version, casus_error *err)
{
    casus_status st = CASUS_OK;
    char mark[128];
    for (; st == CASUS_OK && version < casus_store__newest(); version++) {
        st = casus_store__exec(store, casus_store__schema[version], err);
    }
    if (st == CASUS_OK) {
        (void)snprintf(mark, sizeof mark, "PRAGMA application_id = %d; PRAGMA user_version = %d", (int)APPLICATION,
                       version);
        st = casus_store__exec(store, mark, err);
    }
    return st;
}

casus_status casus_store__migrate(casus_store *store, bool may_make, casus_error *err)
{
    casus_status st = CASUS_OK;
    int version = 0;
    CASUS_TRY(judge(store, may_make, &version, err));
    if (version == casus_store__newest()) {
        return CASUS_OK;
    }
    CASUS_TRY(keep_log(store, err));
    CASUS_TRY(casus_store__exec(store, "BEGIN IMMEDIATE", err));
    st = judge(store, may_make, &version, err); /* another may have been faster */
    if (st == CASUS_OK) {
        st = climb(store, version, err);
    }
    if (st == CASUS_OK) {
        st = casus_store__exec(store, "COMMIT", err);
    }
    if (st != CASUS_OK) {
        (void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    }
done:
    return st;
}
