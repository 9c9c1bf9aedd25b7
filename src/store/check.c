/* Whether a store is what it should be: see store.h. */
#include "base/sha256.h"
#include "store/load.h"

#include <stdio.h>

/* Questions whose every row is a fault; the row's text says which. */
static const struct {
    const char *sql;
    const char *else_fault; /* what a database that calls itself damaged says by it: search's own checks */
} questions[] = {
    {"SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'", NULL},
    {"SELECT 'row ' || rowid || ' of ' || \"table\" || ' refers to a row of ' || parent || ' that is not there' "
     "FROM pragma_foreign_key_check",
     NULL},
    {"SELECT 'document ' || id || ' has ' || n || ' claims, not ' || n_claim FROM (SELECT id, n_claim, (SELECT "
     "count(*) "
     "FROM claim c WHERE c.id > sequence * 16777216 AND c.id < (sequence + 1) * 16777216) AS n FROM document) WHERE n "
     "<> "
     "n_claim",
     NULL},
    {"SELECT 'document ' || d.id || ' supersedes another text' FROM document d JOIN document o ON o.sequence = "
     "d.supersedes WHERE d.sha256 <> o.sha256 OR d.given <> o.given OR d.id <> o.id OR o.sequence >= d.sequence",
     NULL},
    {"SELECT 'document ' || id || ' has the id of another text' FROM document WHERE supersedes IS NULL GROUP BY id "
     "HAVING count(*) > 1",
     NULL},
    {"SELECT 'place ' || p.name || ' is not where the search has it' FROM place p LEFT JOIN place_search s ON s.id = "
     "p.id "
     "WHERE s.id IS NULL OR abs(s.south - p.latitude) > 0.001 OR abs(s.west - p.longitude) > 0.001",
     NULL},
    {"SELECT 'the search has a place that is not there' FROM place_search WHERE id NOT IN (SELECT id FROM place)",
     NULL},
    {"SELECT fault FROM (SELECT rtreecheck('place_search') AS fault) WHERE fault <> 'ok'", NULL},
    {"INSERT INTO text_search (text_search, rank) VALUES ('integrity-check', 1)",
     "the search has other texts than the documents"},
    {"INSERT INTO quote_search (quote_search, rank) VALUES ('integrity-check', 1)",
     "the search has other quotes than the claims"},
};

static void tell(casus_buf *faults, casus_str line)
{
    casus_buf_add_str(faults, line);
    casus_buf_add_char(faults, '\n');
}

/* A damaged file is a fault like others, not the end of looking. */
static casus_status failed(casus_store *store, const char *fault, casus_buf *faults, casus_error *err)
{
    casus_error found = {0};
    int code = sqlite3_errcode(store->db) & 0xFF;
    casus_status st = casus_store__fail(store, &found);
    if (code == SQLITE_CORRUPT || code == SQLITE_ERROR || code == SQLITE_CONSTRAINT) {
        tell(faults, casus_str_of(fault != NULL ? fault : found.msg));
        return CASUS_OK;
    }
    if (err != NULL) {
        *err = found;
    }
    return st;
}

static casus_status ask(casus_store *store, const char *sql, const char *fault, casus_buf *faults, casus_error *err)
{
    sqlite3_stmt *s = NULL;
    int code = sqlite3_prepare_v2(store->db, sql, -1, &s, NULL);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(s);
        if (code == SQLITE_ROW) {
            tell(faults, casus_store__column(s, 0));
        }
    }
    casus_status st = code == SQLITE_DONE ? CASUS_OK : failed(store, fault, faults, err);
    (void)sqlite3_finalize(s);
    return st;
}

/* Whether a stretch of bytes lies in `text` and parts no character. */
static bool within(casus_str text, int64_t begin, int64_t end)
{
    bool inside = begin >= 0 && begin <= end && (uint64_t)end <= text.len;
    return inside && ((uint64_t)begin == text.len || ((unsigned char)text.ptr[begin] & 0xC0) != 0x80) &&
           ((uint64_t)end == text.len || ((unsigned char)text.ptr[end] & 0xC0) != 0x80);
}

static void tell_document(casus_buf *faults, casus_str id, const char *what)
{
    casus_buf_add_str(faults, CASUS_STR("document "));
    casus_buf_add_str(faults, id);
    casus_buf_add_str(faults, CASUS_STR(": "));
    tell(faults, casus_str_of(what));
}

/* The claims of one document: their bytes into `sum`, their quotes against the text, and what the record says of them. */
static int check_claims(sqlite3_stmt *s, int64_t sequence, casus_str id, casus_str text, casus_sha256_sum *sum,
                        casus_buf *faults)
{
    char line[160];
    int code = SQLITE_DONE;
    (void)sqlite3_reset(s);
    (void)sqlite3_bind_int64(s, 1, sequence);
    while ((code = sqlite3_step(s)) == SQLITE_ROW) {
        int64_t begin = sqlite3_column_int64(s, 1);
        int64_t end = sqlite3_column_int64(s, 2);
        casus_sha256_add(sum, casus_store__column(s, 3));
        casus_sha256_add(sum, casus_store__column(s, 4));
        if (!within(text, begin, end) ||
            !casus_str_eq(casus_str_slice(text, (size_t)begin, (size_t)end), casus_store__column(s, 5))) {
            (void)snprintf(line, sizeof line, "the quote of its claim %d is not its text's bytes %lld to %lld",
                           sqlite3_column_int(s, 0), (long long)begin, (long long)end);
            tell_document(faults, id, line);
        }
    }
    return code;
}

/* Each text, sketch and claim against the hash that it was stored with. */
static casus_status check_documents(casus_store *store, casus_buf *faults, casus_error *err)
{
    casus_status st = CASUS_OK;
    sqlite3_stmt *docs = NULL;
    sqlite3_stmt *claims = NULL;
    char hash[65];
    int code = SQLITE_DONE;
    CASUS_TRY(casus_store__prepare(store, "SELECT sequence, id, text, text_sha256, claims_sha256, sketch FROM document",
                                   &docs, err));
    CASUS_TRY(
        casus_store__prepare(store,
                             "SELECT number, quote_begin, quote_end, packed, json, CASE WHEN json_valid(json) THEN "
                             "json_extract(json, '$.quote.exact') END FROM claim WHERE id > ?1 * 16777216 AND id < "
                             "(?1 + 1) * 16777216 ORDER BY id",
                             &claims, err));
    while ((code = sqlite3_step(docs)) == SQLITE_ROW) {
        casus_sha256_sum sum;
        casus_str id = casus_store__column(docs, 1);
        casus_str text = casus_store__column(docs, 2);
        casus_sha256(text, hash);
        if (!casus_str_eq(casus_str_of(hash), casus_store__column(docs, 3))) {
            tell_document(faults, id, "its text is not the one that was stored");
        }
        casus_sha256_begin(&sum);
        casus_sha256_add(&sum, casus_store__column(docs, 5));
        code = check_claims(claims, sqlite3_column_int64(docs, 0), id, text, &sum, faults);
        casus_sha256_end(&sum, hash);
        if (code != SQLITE_DONE) {
            break;
        }
        if (!casus_str_eq(casus_str_of(hash), casus_store__column(docs, 4))) {
            tell_document(faults, id, "its claims or its sketch are not the ones that were stored");
        }
    }
    st = code == SQLITE_DONE ? CASUS_OK : failed(store, NULL, faults, err);
done:
    (void)sqlite3_finalize(docs);
    (void)sqlite3_finalize(claims);
    return st;
}

/* Whether claims can be read. */
static casus_status check_load(casus_store *store, casus_buf *faults, casus_error *err)
{
    casus_error found = {0};
    casus_ledger ledger;
    casus_ledger_init(&ledger);
    casus_status st = casus_store_load(store, NULL, &ledger, &found);
    casus_ledger_free(&ledger);
    if (st == CASUS_ESTORE) {
        tell(faults, casus_str_of(found.msg));
        return CASUS_OK;
    }
    if (err != NULL) {
        *err = found;
    }
    return st;
}

static casus_status count(casus_store *store, casus_store_sum *sum, casus_buf *faults, casus_error *err)
{
    sqlite3_stmt *s = NULL;
    uint64_t *const into[] = {&sum->documents, &sum->superseded, &sum->claims, &sum->decisions, &sum->snapshots};
    int code =
        sqlite3_prepare_v2(store->db,
                           "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM document WHERE supersedes "
                           "IS NOT NULL), (SELECT count(*) FROM claim), (SELECT count(*) FROM decision), "
                           "(SELECT count(*) FROM snapshot)",
                           -1, &s, NULL);
    code = code == SQLITE_OK ? sqlite3_step(s) : code;
    for (int i = 0; code == SQLITE_ROW && i < 5; i++) {
        *into[i] = (uint64_t)sqlite3_column_int64(s, i);
    }
    casus_status st = code == SQLITE_ROW ? CASUS_OK : failed(store, NULL, faults, err);
    (void)sqlite3_finalize(s);
    return st;
}

casus_status casus_store_check(casus_store *store, casus_store_sum *sum, casus_buf *faults, casus_error *err)
{
    casus_status st = CASUS_OK;
    bool writes = sqlite3_db_readonly(store->db, "main") == 0; /* search's own checks are inserts of nothing */
    *sum = (casus_store_sum){0};
    CASUS_TRY(count(store, sum, faults, err));
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        if (writes || questions[i].else_fault == NULL) {
            CASUS_TRY(ask(store, questions[i].sql, questions[i].else_fault, faults, err));
        }
    }
    CASUS_TRY(check_documents(store, faults, err));
    CASUS_TRY(check_load(store, faults, err));
    st = faults->failed == CASUS_OK ? CASUS_OK : casus_fail(err, faults->failed, NULL, 0, 0, "out of memory");
done:
    return st;
}
