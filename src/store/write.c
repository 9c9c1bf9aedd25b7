/* One document's rows: see put.h. */
#include "store/put.h"

#include <stdio.h>

static const char *const sql[CASUS_STORE_STATEMENTS] = {
    [CASUS_STORE_SQL_KNOWN] = "SELECT 1 FROM document WHERE given = ? AND sha256 = ? AND version = ?",
    [CASUS_STORE_SQL_LATEST] =
        "SELECT sequence, id FROM document WHERE given = ? AND sha256 = ? ORDER BY sequence DESC LIMIT 1",
    [CASUS_STORE_SQL_TAKEN] = "SELECT 1 FROM document WHERE given = ? LIMIT 1",
    [CASUS_STORE_SQL_DOCUMENT] =
        ("INSERT INTO document (given, sha256, version, id, url, outlet, title, language, published, published_from, "
         "supersedes, text, text_sha256, n_claim, actors, places, sketch, claims_sha256) "
         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    [CASUS_STORE_SQL_CLAIM] =
        "INSERT INTO claim (id, document, number, quote_begin, quote_end, packed, json) VALUES (?, ?, ?, ?, ?, ?, ?)",
    [CASUS_STORE_SQL_TEXT_SEARCH] = "INSERT INTO text_search (rowid, title, text) VALUES (?, ?, ?)",
    [CASUS_STORE_SQL_QUOTE_SEARCH] = "INSERT INTO quote_search (rowid, quote) VALUES (?, ?)",
    [CASUS_STORE_SQL_FIND_ACTOR] =
        "SELECT id FROM actor WHERE name = ? AND country = ? AND sectors = ? AND wikidata = ? AND person = ?",
    [CASUS_STORE_SQL_ACTOR] = "INSERT INTO actor (name, country, sectors, wikidata, person) VALUES (?, ?, ?, ?, ?)",
    [CASUS_STORE_SQL_FIND_PLACE] =
        "SELECT id FROM place WHERE geonameid = ? AND name = ? AND country = ? AND feature = ?",
    [CASUS_STORE_SQL_PLACE] =
        ("INSERT INTO place (geonameid, name, country, feature, country3, precision, latitude, longitude) "
         "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
    [CASUS_STORE_SQL_PLACE_SEARCH] =
        "INSERT INTO place_search (id, south, north, west, east) VALUES (?1, ?2, ?2, ?3, ?3)",
};

casus_status casus_store__statement(casus_store *store, enum casus_store_statement which, sqlite3_stmt **out,
                                    casus_error *err)
{
    if (store->statement[which] == NULL) {
        casus_status st = casus_store__prepare(store, sql[which], &store->statement[which], err);
        if (st != CASUS_OK) {
            return st;
        }
    }
    *out = store->statement[which];
    (void)sqlite3_reset(*out);
    (void)sqlite3_clear_bindings(*out);
    return CASUS_OK;
}

casus_status casus_store__done(casus_store *store, sqlite3_stmt *statement, casus_error *err)
{
    casus_status st = sqlite3_step(statement) == SQLITE_DONE ? CASUS_OK : casus_store__fail(store, err);
    (void)sqlite3_reset(statement);
    return st;
}

/* What stands at the head of a packed document. */
typedef struct head {
    casus_str field[CASUS_STORE_FIELDS];
    casus_date published;
    casus_str sketch;
    int64_t supersedes; /* 0: none */
    casus_str claims_sha256;
    casus_str id;     /* what it is called in the store */
    char named[1024]; /* room for it */
} head;

static void read_head(casus_wire *in, head *h)
{
    for (size_t i = 0; i < CASUS_STORE_FIELDS; i++) {
        h->field[i] = casus_wire_get_str(in);
    }
    if (h->field[CASUS_STORE_ID].ptr == NULL) {
        h->field[CASUS_STORE_ID] = CASUS_STR("");
    }
    if (h->field[CASUS_STORE_VERSION].ptr == NULL) {
        h->field[CASUS_STORE_VERSION] = CASUS_STR("");
    }
    h->published = casus_wire_get_date(in);
    uint32_t len = casus_wire_get_count(in);
    h->sketch = (casus_str){in->at, len};
    in->at += len;
}

/* Whether a row is there for the first `n` of id, hash and version. Its columns are the statement's. */
static casus_status ask(casus_store *store, enum casus_store_statement which, int n, const head *h, bool *there,
                        sqlite3_stmt **out, casus_error *err)
{
    static const enum casus_store_field key[] = {CASUS_STORE_ID, CASUS_STORE_SHA256, CASUS_STORE_VERSION};
    casus_status st = casus_store__statement(store, which, out, err);
    for (int i = 0; st == CASUS_OK && i < n; i++) {
        (void)casus_store__bind(*out, i + 1, h->field[key[i]]);
    }
    if (st == CASUS_OK) {
        int code = sqlite3_step(*out);
        *there = code == SQLITE_ROW;
        st = code == SQLITE_ROW || code == SQLITE_DONE ? CASUS_OK : casus_store__fail(store, err);
    }
    return st;
}

/* Is it known, does it supersede another, and what will it be called? */
static casus_status judge(casus_store *store, head *h, casus_put *what, casus_error *err)
{
    casus_status st = CASUS_OK;
    bool there = false;
    sqlite3_stmt *statement = NULL;
    *what = CASUS_PUT_KNOWN;
    CASUS_TRY(ask(store, CASUS_STORE_SQL_KNOWN, 3, h, &there, &statement, err));
    (void)sqlite3_reset(statement);
    if (there) {
        goto done;
    }
    CASUS_TRY(ask(store, CASUS_STORE_SQL_LATEST, 2, h, &there, &statement, err));
    *what = there ? CASUS_PUT_SUPERSEDED : CASUS_PUT_NEW;
    if (there) {
        casus_str id = casus_store__column(statement, 1);
        h->supersedes = sqlite3_column_int64(statement, 0);
        size_t len = id.len < sizeof h->named ? id.len : sizeof h->named;
        memcpy(h->named, id.ptr, len);
        h->id = (casus_str){h->named, len};
        (void)sqlite3_reset(statement);
        goto done;
    }
    (void)sqlite3_reset(statement);
    CASUS_TRY(ask(store, CASUS_STORE_SQL_TAKEN, 1, h, &there, &statement, err));
    (void)sqlite3_reset(statement);
    h->id = h->field[CASUS_STORE_ID];
    if (there) {
        casus_str id = h->id;
        int cut = id.len > 900 ? 900 : (int)id.len;
        int len = snprintf(h->named, sizeof h->named, "%.*s@%.8s", cut, id.ptr, h->field[CASUS_STORE_SHA256].ptr);
        h->id = (casus_str){h->named, (size_t)len};
    }
done:
    return st;
}

typedef casus_status intern(casus_store *store, casus_wire *in, int64_t *id, casus_error *err);

/* The rows of the list of actors or places that comes next, as a wire list. */
static casus_status put_list(casus_store *store, casus_wire *in, intern *one, casus_buf *out, casus_error *err)
{
    casus_status st = CASUS_OK;
    uint32_t n = casus_wire_get_count(in);
    casus_wire_put(out, n);
    for (uint32_t i = 0; st == CASUS_OK && i < n && !in->bad; i++) {
        int64_t id = 0;
        st = one(store, in, &id, err);
        casus_wire_put(out, (uint64_t)id);
    }
    return st;
}

static void skip_claims(casus_wire *in, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        (void)casus_wire_get(in);
        (void)casus_wire_get(in);
        (void)casus_wire_get_str(in);
        (void)casus_wire_get_str(in);
    }
}

static casus_status put_document(casus_store *store, const head *h, uint32_t n_claim, casus_str actors,
                                 casus_str places, int64_t *sequence, casus_error *err)
{
    static const enum casus_store_field plain[] = {CASUS_STORE_URL, CASUS_STORE_OUTLET, CASUS_STORE_TITLE,
                                                   CASUS_STORE_LANGUAGE};
    char published[24];
    sqlite3_stmt *s = NULL;
    casus_status st = casus_store__statement(store, CASUS_STORE_SQL_DOCUMENT, &s, err);
    if (st != CASUS_OK) {
        return st;
    }
    (void)casus_store__bind(s, 1, h->field[CASUS_STORE_ID]);
    (void)casus_store__bind(s, 2, h->field[CASUS_STORE_SHA256]);
    (void)casus_store__bind(s, 3, h->field[CASUS_STORE_VERSION]);
    (void)casus_store__bind(s, 4, h->id);
    for (int i = 0; i < 4; i++) {
        (void)casus_store__bind(s, 5 + i, h->field[plain[i]]);
    }
    if (h->published.from != CASUS_FROM_NOWHERE) {
        casus_date_format(h->published, published);
        (void)casus_store__bind(s, 9, casus_str_of(published));
    }
    (void)sqlite3_bind_int(s, 10, (int)h->published.from);
    if (h->supersedes != 0) {
        (void)sqlite3_bind_int64(s, 11, h->supersedes);
    }
    (void)casus_store__bind(s, 12, h->field[CASUS_STORE_TEXT]);
    (void)casus_store__bind(s, 13, h->field[CASUS_STORE_TEXT_SHA256]);
    (void)sqlite3_bind_int64(s, 14, n_claim);
    (void)sqlite3_bind_blob64(s, 15, actors.ptr, actors.len, SQLITE_STATIC);
    (void)sqlite3_bind_blob64(s, 16, places.ptr, places.len, SQLITE_STATIC);
    (void)sqlite3_bind_blob64(s, 17, h->sketch.ptr, h->sketch.len, SQLITE_STATIC);
    (void)casus_store__bind(s, 18, h->claims_sha256);
    st = casus_store__done(store, s, err);
    *sequence = sqlite3_last_insert_rowid(store->db);
    if (st == CASUS_OK) {
        st = casus_store__statement(store, CASUS_STORE_SQL_TEXT_SEARCH, &s, err);
    }
    if (st == CASUS_OK) {
        (void)sqlite3_bind_int64(s, 1, *sequence);
        (void)casus_store__bind(s, 2, h->field[CASUS_STORE_TITLE]);
        (void)casus_store__bind(s, 3, h->field[CASUS_STORE_TEXT]);
        st = casus_store__done(store, s, err);
    }
    return st;
}

static casus_status put_claim(casus_store *store, casus_wire *in, const head *h, int64_t document, uint32_t number,
                              casus_error *err)
{
    casus_status st = CASUS_OK;
    sqlite3_stmt *s = NULL;
    uint64_t begin = casus_wire_get(in);
    uint64_t end = casus_wire_get(in);
    casus_str packed = casus_wire_get_str(in);
    casus_str json = casus_wire_get_str(in);
    int64_t id = document * CASUS_STORE_CLAIMS + number;
    CASUS_TRY(casus_store__statement(store, CASUS_STORE_SQL_CLAIM, &s, err));
    (void)sqlite3_bind_int64(s, 1, id);
    (void)sqlite3_bind_int64(s, 2, document);
    (void)sqlite3_bind_int64(s, 3, number);
    (void)sqlite3_bind_int64(s, 4, (int64_t)begin);
    (void)sqlite3_bind_int64(s, 5, (int64_t)end);
    (void)sqlite3_bind_blob64(s, 6, packed.ptr, packed.len, SQLITE_STATIC);
    (void)casus_store__bind(s, 7, json);
    CASUS_TRY(casus_store__done(store, s, err));
    CASUS_TRY(casus_store__statement(store, CASUS_STORE_SQL_QUOTE_SEARCH, &s, err));
    (void)sqlite3_bind_int64(s, 1, id);
    (void)casus_store__bind(s, 2, casus_str_slice(h->field[CASUS_STORE_TEXT], begin, end));
    CASUS_TRY(casus_store__done(store, s, err));
done:
    return st;
}

casus_status casus_store__write(casus_store *store, casus_str packed, casus_put *what, uint64_t *claims,
                                casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_wire in = casus_wire_of(packed);
    head h = {0};
    casus_buf actors;
    casus_buf places;
    casus_buf_init(&actors, packed.len * 2 + 16);
    casus_buf_init(&places, packed.len * 2 + 16);
    *claims = 0;
    read_head(&in, &h);
    CASUS_TRY(judge(store, &h, what, err));
    if (*what == CASUS_PUT_KNOWN) {
        goto done;
    }
    uint32_t n_claim = casus_wire_get_count(&in);
    casus_wire first = in; /* actors and places lie behind the claims, their rows come before */
    skip_claims(&in, n_claim);
    CASUS_TRY(put_list(store, &in, casus_store__actor, &actors, err));
    CASUS_TRY(put_list(store, &in, casus_store__place, &places, err));
    h.claims_sha256 = casus_wire_get_str(&in);
    if (actors.failed != CASUS_OK || places.failed != CASUS_OK) {
        st = casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
        goto done;
    }
    if (in.bad || n_claim >= CASUS_STORE_CLAIMS) {
        st = casus_fail(err, CASUS_EINPUT, store->path, 0, 0, "not a packed document");
        goto done;
    }
    int64_t sequence = 0;
    CASUS_TRY(put_document(store, &h, n_claim, casus_buf_str(&actors), casus_buf_str(&places), &sequence, err));
    for (uint32_t i = 0; i < n_claim; i++) {
        CASUS_TRY(put_claim(store, &first, &h, sequence, i + 1, err));
    }
    *claims = n_claim;
done:
    casus_buf_free(&actors);
    casus_buf_free(&places);
    return st;
}
