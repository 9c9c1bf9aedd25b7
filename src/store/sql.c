/* The database's errors and statements in the words of this house: see inside.h. */
#include "store/inside.h"

#include <string.h>

static const char *cause(casus_store *store, int code)
{
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return "the disk is full";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another program keeps it locked";
    case SQLITE_READONLY:
        return "it may not be written";
    case SQLITE_NOTADB:
        return "not a store of casus";
    case SQLITE_CANTOPEN:
        return sqlite3_system_errno(store->db) != 0 ? strerror(sqlite3_system_errno(store->db)) : "cannot be opened";
    case SQLITE_IOERR:
        return code == SQLITE_IOERR_READ ? "cannot be read" : "cannot be written";
    default:
        return sqlite3_errmsg(store->db);
    }
}

casus_status casus_store__fail(casus_store *store, casus_error *err)
{
    int code = store->db == NULL ? SQLITE_NOMEM : sqlite3_extended_errcode(store->db);
    if ((code & 0xFF) == SQLITE_NOMEM) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    if ((code & 0xFF) == SQLITE_CORRUPT) {
        return casus_fail(err, CASUS_ESTORE, store->path, 0, 0, "damaged: %s", sqlite3_errmsg(store->db));
    }
    casus_status st = casus_fail(err, CASUS_ESTORE, store->path, 0, 0, "%s", cause(store, code));
    if (err != NULL) {
        err->sys = code;
    }
    return st;
}

casus_status casus_store__exec(casus_store *store, const char *sql, casus_error *err)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ? CASUS_OK : casus_store__fail(store, err);
}

casus_status casus_store__prepare(casus_store *store, const char *sql, sqlite3_stmt **out, casus_error *err)
{
    return sqlite3_prepare_v2(store->db, sql, -1, out, NULL) == SQLITE_OK ? CASUS_OK : casus_store__fail(store, err);
}

casus_status casus_store__number(casus_store *store, const char *sql, int64_t absent, int64_t *out, casus_error *err)
{
    sqlite3_stmt *statement = NULL;
    casus_status st = casus_store__prepare(store, sql, &statement, err);
    if (st == CASUS_OK) {
        int code = sqlite3_step(statement);
        if (code == SQLITE_ROW) {
            *out = sqlite3_column_int64(statement, 0);
        } else if (code == SQLITE_DONE) {
            *out = absent;
        } else {
            st = casus_store__fail(store, err);
        }
    }
    (void)sqlite3_finalize(statement);
    return st;
}

int casus_store__bind(sqlite3_stmt *statement, int nth, casus_str s)
{
    return s.ptr == NULL ? sqlite3_bind_null(statement, nth)
                         : sqlite3_bind_text64(statement, nth, s.ptr, s.len, SQLITE_STATIC, SQLITE_UTF8);
}

casus_str casus_store__column(sqlite3_stmt *statement, int nth)
{
    if (sqlite3_column_type(statement, nth) == SQLITE_NULL) {
        return CASUS_STR_NULL;
    }
    const char *bytes = sqlite3_column_blob(statement, nth);
    int len = sqlite3_column_bytes(statement, nth);
    return (casus_str){bytes == NULL ? "" : bytes, (size_t)len};
}
