/* States with names: see store.h. What a state holds follows from two numbers, its last document and last decision. */
#include "base/sha256.h"
#include "store/load.h"

static casus_status present(casus_store *store, casus_store_state *state, casus_error *err)
{
    casus_status st =
        casus_store__number(store, "SELECT coalesce(max(sequence), 0) FROM document", 0, &state->document, err);
    return st != CASUS_OK ? st
                          : casus_store__number(store, "SELECT coalesce(max(sequence), 0) FROM decision", 0,
                                                &state->decision, err);
}

casus_status casus_store__state(casus_store *store, const char *name, casus_store_state *state, casus_error *err)
{
    sqlite3_stmt *s = NULL;
    *state = (casus_store_state){INT64_MAX, INT64_MAX};
    if (name == NULL) {
        return CASUS_OK;
    }
    casus_status st = casus_store__prepare(store, "SELECT document, decision FROM snapshot WHERE name = ?", &s, err);
    if (st == CASUS_OK) {
        (void)casus_store__bind(s, 1, casus_str_of(name));
        int code = sqlite3_step(s);
        if (code == SQLITE_ROW) {
            *state = (casus_store_state){sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1)};
        } else if (code == SQLITE_DONE) {
            st = casus_fail(err, CASUS_EUSAGE, store->path, 0, 0, "no snapshot is called '%s'", name);
        } else {
            st = casus_store__fail(store, err);
        }
    }
    (void)sqlite3_finalize(s);
    return st;
}

static casus_status insert(casus_store *store, const char *name, casus_store_state state, casus_error *err)
{
    sqlite3_stmt *s = NULL;
    casus_status st =
        casus_store__prepare(store, "INSERT INTO snapshot (name, document, decision) VALUES (?, ?, ?)", &s, err);
    if (st == CASUS_OK) {
        (void)casus_store__bind(s, 1, casus_str_of(name));
        (void)sqlite3_bind_int64(s, 2, state.document);
        (void)sqlite3_bind_int64(s, 3, state.decision);
        st = sqlite3_step(s) == SQLITE_DONE ? CASUS_OK : casus_store__fail(store, err);
    }
    (void)sqlite3_finalize(s);
    return st;
}

casus_status casus_store_snapshot(casus_store *store, const char *name, casus_error *err)
{
    casus_store_state now;
    casus_store_state other;
    if (name[0] == '\0') {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "a snapshot wants a name");
    }
    casus_status st = casus_store__exec(store, "BEGIN IMMEDIATE", err);
    if (st != CASUS_OK) {
        return st;
    }
    CASUS_TRY(present(store, &now, err));
    st = casus_store__state(store, name, &other, err);
    if (st == CASUS_EUSAGE) {
        CASUS_TRY(insert(store, name, now, err));
    } else if (st == CASUS_OK && (other.document != now.document || other.decision != now.decision)) {
        st = casus_fail(err, CASUS_EUSAGE, store->path, 0, 0, "'%s' is the name of an earlier state", name);
    }
    if (st == CASUS_OK) {
        return casus_store__exec(store, "COMMIT", err);
    }
done:
    (void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return st;
}

/* The rows of a statement as lines of a text, and how many; ?1 is `limit`. */
static casus_status lines(casus_store *store, const char *sql, int64_t limit, casus_buf *out, uint64_t *n,
                          casus_error *err)
{
    sqlite3_stmt *s = NULL;
    int code = SQLITE_DONE;
    casus_status st = casus_store__prepare(store, sql, &s, err);
    if (st == CASUS_OK) {
        (void)sqlite3_bind_int64(s, 1, limit);
        while ((code = sqlite3_step(s)) == SQLITE_ROW) {
            for (int i = 0; i < sqlite3_column_count(s); i++) {
                casus_buf_add_str(out, casus_store__column(s, i));
                casus_buf_add_char(out, '\n');
            }
            (*n)++;
        }
        st = code != SQLITE_DONE       ? casus_store__fail(store, err)
             : out->failed != CASUS_OK ? casus_fail(err, out->failed, NULL, 0, 0, "out of memory")
                                       : CASUS_OK;
    }
    (void)sqlite3_finalize(s);
    return st;
}

static casus_status sum_claims(casus_store *store, casus_store_state state, uint64_t *n, casus_error *err)
{
    sqlite3_stmt *s = NULL;
    casus_status st = casus_store__prepare(store, "SELECT total(d.n_claim)" CASUS_STORE_LIVE, &s, err);
    if (st == CASUS_OK) {
        (void)sqlite3_bind_int64(s, 1, state.document);
        st = sqlite3_step(s) == SQLITE_ROW ? CASUS_OK : casus_store__fail(store, err);
        *n = (uint64_t)sqlite3_column_int64(s, 0);
    }
    (void)sqlite3_finalize(s);
    return st;
}

static casus_status describe(casus_store *store, casus_store_state state, casus_snapshot *snapshot, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_buf text;
    casus_buf_init(&text, SIZE_MAX / 4);
    CASUS_TRY(lines(store,
                    "SELECT d.id, d.sha256, d.version, d.claims_sha256" CASUS_STORE_LIVE
                    "ORDER BY d.given, d.sha256, d.version, d.id",
                    state.document, &text, &snapshot->documents, err));
    CASUS_TRY(lines(store, "SELECT kind, claim, other FROM decision WHERE sequence <= ?1 ORDER BY sequence",
                    state.decision, &text, &snapshot->decisions, err));
    CASUS_TRY(sum_claims(store, state, &snapshot->claims, err));
    casus_sha256(casus_buf_str(&text), snapshot->sha256);
done:
    casus_buf_free(&text);
    return st;
}

static casus_status list(casus_store *store, casus_arena *arena, casus_snapshot **out, uint32_t *n, casus_error *err)
{
    casus_status st = CASUS_OK;
    sqlite3_stmt *s = NULL;
    int64_t most = 0;
    int code = SQLITE_DONE;
    CASUS_TRY(casus_store__number(store, "SELECT count(*) FROM snapshot", 0, &most, err));
    *out = CASUS_NEW(arena, casus_snapshot, (size_t)most);
    CASUS_TRY(casus_store__prepare(store, "SELECT name, document, decision FROM snapshot ORDER BY name", &s, err));
    while (st == CASUS_OK && arena->failed == CASUS_OK && (code = sqlite3_step(s)) == SQLITE_ROW && *n < most) {
        casus_snapshot *snapshot = &(*out)[(*n)++];
        snapshot->name = casus_arena_str(arena, casus_store__column(s, 0));
        st =
            describe(store, (casus_store_state){sqlite3_column_int64(s, 1), sqlite3_column_int64(s, 2)}, snapshot, err);
    }
    if (st == CASUS_OK) {
        st = arena->failed != CASUS_OK ? casus_arena_fail(arena, err)
             : code == SQLITE_DONE     ? CASUS_OK
                                       : casus_store__fail(store, err);
    }
done:
    (void)sqlite3_finalize(s);
    return st;
}

casus_status casus_store_snapshots(casus_store *store, casus_arena *arena, casus_snapshot **out, uint32_t *n,
                                   casus_error *err)
{
    *out = NULL;
    *n = 0;
    casus_status st = casus_store__exec(store, "BEGIN", err);
    if (st == CASUS_OK) {
        st = list(store, arena, out, n, err);
        (void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    }
    return st;
}
