/* The queue of documents and its transactions, and what is known already: see store.h. */
#include "store/put.h"

enum { BATCH_BYTES = 16 * 1024 * 1024, KEPT_QUEUE = 64 * 1024 * 1024 };

static void forget(casus_store_cache *cache)
{
    casus_arena_clear(&cache->arena);
    cache->map = (casus_map){0};
}

static casus_status write_all(casus_store *store, casus_store_counts *counts, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_wire in = casus_wire_of(casus_buf_str(&store->queue));
    for (uint32_t i = 0; st == CASUS_OK && i < store->n_queue; i++) {
        casus_put what = CASUS_PUT_KNOWN;
        uint64_t claims = 0;
        st = casus_store__write(store, casus_wire_get_str(&in), &what, &claims, err);
        counts->added += what == CASUS_PUT_NEW;
        counts->superseded += what == CASUS_PUT_SUPERSEDED;
        counts->known += what == CASUS_PUT_KNOWN;
        counts->claims += claims;
    }
    return st;
}

casus_status casus_store_commit(casus_store *store, casus_error *err)
{
    if (store->n_queue == 0) {
        return CASUS_OK;
    }
    casus_store_counts counts = store->counts;
    casus_status st = casus_store__exec(store, "BEGIN IMMEDIATE", err);
    if (st == CASUS_OK) {
        st = write_all(store, &counts, err);
        if (st == CASUS_OK) {
            st = casus_store__exec(store, "COMMIT", err);
        }
        if (st != CASUS_OK) {
            (void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
            forget(&store->actors); /* rows that were made are gone again */
            forget(&store->places);
        }
    }
    if (st == CASUS_OK) {
        store->counts = counts;
    }
    store->n_queue = 0;
    casus_buf_clear(&store->queue, KEPT_QUEUE);
    return st;
}

casus_status casus_store_put(casus_store *store, casus_str packed, casus_error *err)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    if (store->n_queue == 0) {
        store->since = now;
    }
    casus_wire_put_str(&store->queue, packed);
    if (store->queue.failed != CASUS_OK) {
        return casus_fail(err, store->queue.failed, NULL, 0, 0, "out of memory");
    }
    store->n_queue++;
    if (store->n_queue >= store->batch || store->queue.len >= BATCH_BYTES || now.tv_sec - store->since.tv_sec >= 1) {
        return casus_store_commit(store, err);
    }
    return CASUS_OK;
}

void casus_store_batch(casus_store *store, uint32_t documents)
{
    store->batch = documents;
}

casus_store_counts casus_store_count(const casus_store *store)
{
    return store->counts;
}

/* Id, hash and version as one key, in `out` of `room` bytes; too long: cut, which only means to read it again. */
static casus_str key_of(casus_str id, casus_str hash, casus_str version, char *out, size_t room)
{
    size_t len = 0;
    const casus_str part[] = {hash, version, id};
    for (size_t i = 0; i < 3; i++) {
        size_t n = part[i].len < room - len ? part[i].len : room - len;
        if (n > 0) {
            memcpy(out + len, part[i].ptr, n);
        }
        len += n;
        if (len < room) {
            out[len++] = '\n';
        }
    }
    return (casus_str){out, len};
}

enum { KEY_ROOM = 1024 };

casus_status casus_store_remember(casus_store *store, casus_error *err)
{
    char key[KEY_ROOM];
    sqlite3_stmt *s = NULL;
    casus_arena_clear(&store->known_arena);
    store->known = (casus_map){0};
    casus_status st = casus_store__prepare(store, "SELECT given, sha256, version FROM document", &s, err);
    int code = SQLITE_DONE;
    while (st == CASUS_OK && (code = sqlite3_step(s)) == SQLITE_ROW) {
        casus_str id = casus_store__column(s, 0);
        casus_str whole = key_of(id, casus_store__column(s, 1), casus_store__column(s, 2), key, sizeof key);
        casus_str kept = whole.len < sizeof key ? casus_arena_str(&store->known_arena, whole) : CASUS_STR_NULL;
        if (whole.len < sizeof key &&
            (kept.ptr == NULL || !casus_map_set(&store->known, kept, 1, NULL, &store->known_arena))) {
            st = casus_arena_fail(&store->known_arena, err);
        }
    }
    if (st == CASUS_OK && code != SQLITE_DONE) {
        st = casus_store__fail(store, err);
    }
    (void)sqlite3_finalize(s);
    return st;
}

bool casus_store_knows(const casus_store *store, const casus_doc *doc)
{
    char key[KEY_ROOM];
    return casus_map_get(&store->known, key_of(doc->id, casus_str_of(doc->sha256), doc->version, key, sizeof key)) !=
           NULL;
}
