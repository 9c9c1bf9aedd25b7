/* From rows to a ledger: see store.h. */
#include "store/inside.h"
#include "store/load.h"

#include <stdlib.h>

/* How many documents and claims are live: their rows need room. */
static casus_status measure(casus_store *store, const casus_store_state *state, casus_loader *loader, casus_error *err)
{
    casus_ledger *ledger = loader->ledger;
    sqlite3_stmt *s = NULL;
    int64_t n[2] = {0};
    casus_status st = casus_store__prepare(store, "SELECT count(*), total(d.n_claim)" CASUS_STORE_LIVE, &s, err);
    if (st == CASUS_OK) {
        (void)sqlite3_bind_int64(s, 1, state->document);
        if (sqlite3_step(s) == SQLITE_ROW) {
            n[0] = sqlite3_column_int64(s, 0);
            n[1] = sqlite3_column_int64(s, 1);
        } else {
            st = casus_store__fail(store, err);
        }
    }
    (void)sqlite3_finalize(s);
    if (st == CASUS_OK && (n[0] >= CASUS_NONE || n[1] < 0 || n[1] >= CASUS_NONE)) {
        st = casus_fail(err, CASUS_ESTORE, store->path, 0, 0, "damaged: %lld claims", (long long)n[1]);
    }
    if (st == CASUS_OK) {
        loader->room = (uint32_t)n[1];
        ledger->document = CASUS_NEW(&ledger->arena, casus_ledger_doc, (size_t)n[0]);
        ledger->claim = CASUS_NEW(&ledger->arena, casus_ledger_claim, (size_t)n[1]);
        st = ledger->arena.failed == CASUS_OK ? CASUS_OK : casus_arena_fail(&ledger->arena, err);
    }
    return st;
}

/* What casus_date_format wrote; as much of it as makes sense. */
static casus_date read_date(casus_str text, int from)
{
    casus_date date = {.from = CASUS_FROM_NOWHERE};
    unsigned part[5] = {0};
    unsigned n = 0;
    for (size_t i = 0; i < text.len && n < 5; i++) {
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9') {
            part[n] = part[n] * 10 + (unsigned)(text.ptr[i] - '0');
        } else {
            n++;
        }
    }
    if (text.ptr != NULL && from > CASUS_FROM_NOWHERE && from <= CASUS_FROM_INFERENCE) {
        date.from = (casus_origin)from;
        date.precision = n == 0 ? CASUS_YEAR : n == 1 ? CASUS_MONTH : n == 2 ? CASUS_DAY : CASUS_MINUTE;
        date.year = (int16_t)part[0];
        date.month = (uint8_t)part[1];
        date.day = (uint8_t)part[2];
        date.hour = (uint8_t)part[3];
        date.minute = (uint8_t)part[4];
    }
    return date;
}

static void read_document(sqlite3_stmt *s, casus_ledger *ledger, casus_ledger_doc *doc)
{
    casus_arena *arena = &ledger->arena;
    doc->sequence = (uint64_t)sqlite3_column_int64(s, 0);
    doc->id = casus_arena_str(arena, casus_store__column(s, 1));
    doc->url = casus_arena_str(arena, casus_store__column(s, 2));
    doc->outlet = casus_arena_str(arena, casus_store__column(s, 3));
    doc->title = casus_arena_str(arena, casus_store__column(s, 4));
    doc->language = casus_arena_str(arena, casus_store__column(s, 5));
    doc->published = read_date(casus_store__column(s, 6), sqlite3_column_int(s, 7));
    casus_str hash = casus_store__column(s, 8);
    memcpy(doc->sha256, hash.ptr, hash.len < 64 ? hash.len : 64);
    casus_str sketch = casus_store__column(s, 9);
    casus_wire in = casus_wire_of(sketch);
    uint64_t *word = CASUS_NEW(arena, uint64_t, sketch.len / 8);
    doc->n_sketch = word == NULL ? 0 : (uint32_t)(sketch.len / 8);
    for (uint32_t i = 0; i < doc->n_sketch; i++) {
        word[i] = casus_wire_get_word(&in);
    }
    doc->sketch = word;
    doc->copy_of = CASUS_NONE;
}

static casus_status read_claims(casus_store *store, sqlite3_stmt *s, casus_loader *loader, uint32_t document,
                                int64_t n_claim, casus_error *err)
{
    casus_ledger *ledger = loader->ledger;
    casus_ledger_doc *doc = &ledger->document[document];
    int code = SQLITE_DONE;
    doc->claim_begin = ledger->n_claim;
    (void)sqlite3_reset(s);
    (void)sqlite3_bind_int64(s, 1, (int64_t)doc->sequence * CASUS_STORE_CLAIMS);
    while ((code = sqlite3_step(s)) == SQLITE_ROW && n_claim-- > 0) {
        if (ledger->n_claim == loader->room) {
            return casus_fail(err, CASUS_ESTORE, store->path, 0, 0, "damaged: the number of claims");
        }
        casus_ledger_claim *claim = &ledger->claim[ledger->n_claim];
        claim->document = document;
        if (!casus_store__read_claim(loader, casus_store__column(s, 1), claim) ||
            !casus_store__name_claim(loader, casus_store__column(s, 2), (uint32_t)sqlite3_column_int64(s, 0), claim)) {
            return ledger->arena.failed != CASUS_OK
                       ? casus_arena_fail(&ledger->arena, err)
                       : casus_fail(err, CASUS_ESTORE, store->path, 0, 0, "damaged: claim %d of document %.*s",
                                    sqlite3_column_int(s, 0), CASUS_STR_ARG(doc->id));
        }
        ledger->n_claim++;
    }
    doc->claim_end = ledger->n_claim;
    return code == SQLITE_DONE || code == SQLITE_ROW ? CASUS_OK : casus_store__fail(store, err);
}

static casus_status read_documents(casus_store *store, const casus_store_state *state, casus_loader *loader,
                                   casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_ledger *ledger = loader->ledger;
    sqlite3_stmt *order = NULL;
    sqlite3_stmt *docs = NULL;
    sqlite3_stmt *claims = NULL;
    /* Not in the order of adding: what is made of the ledger must not depend on it. Rows are sorted without their blobs. */
    CASUS_TRY(casus_store__prepare(store, "SELECT d.sequence" CASUS_STORE_LIVE "ORDER BY d.published, d.sha256, d.id",
                                   &order, err));
    CASUS_TRY(casus_store__prepare(store,
                                   "SELECT sequence, id, url, outlet, title, language, published, published_from, "
                                   "sha256, sketch, actors, places, n_claim FROM document WHERE sequence = ?",
                                   &docs, err));
    CASUS_TRY(casus_store__prepare(
        store, "SELECT number, packed, json FROM claim WHERE id > ?1 AND id < ?1 + 16777216 ORDER BY id", &claims,
        err));
    (void)sqlite3_bind_int64(order, 1, state->document);
    int code = SQLITE_DONE;
    while (st == CASUS_OK && (code = sqlite3_step(order)) == SQLITE_ROW) {
        (void)sqlite3_reset(docs);
        (void)sqlite3_bind_int64(docs, 1, sqlite3_column_int64(order, 0));
        if (sqlite3_step(docs) != SQLITE_ROW) {
            st = casus_store__fail(store, err);
            break;
        }
        uint32_t document = ledger->n_document++;
        read_document(docs, ledger, &ledger->document[document]);
        if (ledger->document[document].sequence > INT64_MAX / CASUS_STORE_CLAIMS - 1) {
            st = casus_fail(err, CASUS_ESTORE, store->path, 0, 0, "damaged: the number of a document");
        } else if (!casus_store__read_lists(loader, casus_store__column(docs, 10), casus_store__column(docs, 11))) {
            st = casus_fail(err, CASUS_ESTORE, store->path, 0, 0, "damaged: the actors of document %.*s",
                            CASUS_STR_ARG(ledger->document[document].id));
        } else {
            st = read_claims(store, claims, loader, document, sqlite3_column_int64(docs, 12), err);
        }
    }
    if (st == CASUS_OK && code != SQLITE_DONE) {
        st = casus_store__fail(store, err);
    }
done:
    (void)sqlite3_finalize(order);
    (void)sqlite3_finalize(docs);
    (void)sqlite3_finalize(claims);
    return st;
}

static casus_status read_decisions(casus_store *store, const casus_store_state *state, casus_ledger *ledger,
                                   casus_error *err)
{
    casus_status st = CASUS_OK;
    sqlite3_stmt *s = NULL;
    int64_t n = 0;
    CASUS_TRY(casus_store__number(store, "SELECT count(*) FROM decision", 0, &n, err));
    ledger->decision = CASUS_NEW(&ledger->arena, casus_decision, (size_t)n);
    CASUS_TRY(casus_store__prepare(
        store, "SELECT kind, claim, other FROM decision WHERE sequence <= ? ORDER BY sequence", &s, err));
    (void)sqlite3_bind_int64(s, 1, state->decision);
    int code = SQLITE_DONE;
    while ((code = sqlite3_step(s)) == SQLITE_ROW && ledger->n_decision < n) {
        casus_decision *d = &ledger->decision[ledger->n_decision++];
        d->kind =
            casus_str_eq(casus_store__column(s, 0), CASUS_STR("merge")) ? CASUS_DECISION_MERGE : CASUS_DECISION_SPLIT;
        d->claim = casus_arena_str(&ledger->arena, casus_store__column(s, 1));
        d->other = casus_arena_str(&ledger->arena, casus_store__column(s, 2));
    }
    st = code == SQLITE_DONE ? CASUS_OK : casus_store__fail(store, err);
done:
    (void)sqlite3_finalize(s);
    return st;
}

casus_status casus_store_load(casus_store *store, const char *snapshot, casus_ledger *ledger, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_store_state state;
    casus_loader loader = {.ledger = ledger};
    casus_arena_init(&loader.scratch, SIZE_MAX);
    CASUS_TRY(casus_store__exec(store, "BEGIN", err)); /* one state, whatever others write meanwhile */
    CASUS_TRY(casus_store__state(store, snapshot, &state, err));
    CASUS_TRY(measure(store, &state, &loader, err));
    CASUS_TRY(casus_store__read_world(store, &loader, err));
    CASUS_TRY(read_documents(store, &state, &loader, err));
    CASUS_TRY(read_decisions(store, &state, ledger, err));
    st = ledger->arena.failed == CASUS_OK ? CASUS_OK : casus_arena_fail(&ledger->arena, err);
done:
    (void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    casus_arena_free(&loader.scratch);
    return st;
}
