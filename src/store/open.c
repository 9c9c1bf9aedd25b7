/* A store's life: see store.h. */
#include "store/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BATCH = 256,             /* documents */
    PATIENCE = 60000,        /* milliseconds that another writer may take */
    LARGEST_QUEUE = 1 << 30, /* bytes: no more than one document of the largest size beside the others */
    CACHE = 64 * 1024        /* kB of the database's pages in memory */
};

static void cache_init(casus_store_cache *cache)
{
    casus_arena_init(&cache->arena, SIZE_MAX);
    cache->map = (casus_map){0};
}

/* What the file system alone can tell, in its own words. */
static casus_status look(const char *path, casus_store_mode mode, casus_error *err)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        /* Made here, empty, because the database does not tell why it cannot. */
        int made = errno == ENOENT && mode == CASUS_STORE_WRITE ? open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666) : -1;
        if (made >= 0) {
            (void)close(made);
            return CASUS_OK;
        }
        return casus_fail(err, CASUS_ESTORE, path, 0, 0, "%s", strerror(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return casus_fail(err, CASUS_ESTORE, path, 0, 0, "not a file");
    }
    return CASUS_OK;
}

static casus_status settle(casus_store *store, casus_store_mode mode, casus_error *err)
{
    casus_status st = CASUS_OK;
    (void)sqlite3_extended_result_codes(store->db, 1);
    (void)sqlite3_busy_timeout(store->db, PATIENCE);
    (void)sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    (void)sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    if (mode == CASUS_STORE_WRITE && sqlite3_db_readonly(store->db, "main") == 1) {
        return casus_fail(err, CASUS_ESTORE, store->path, 0, 0, "it may not be written");
    }
    CASUS_TRY(casus_store__migrate(store, mode == CASUS_STORE_WRITE, err));
    /* FULL: what is committed is on the disk, also when the machine loses its power. */
    CASUS_TRY(casus_store__exec(
        store, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY", err));
    char cache[64];
    (void)snprintf(cache, sizeof cache, "PRAGMA cache_size = -%d", (int)CACHE);
    CASUS_TRY(casus_store__exec(store, cache, err));
done:
    return st;
}

static bool is_empty(const char *path)
{
    struct stat status;
    return stat(path, &status) != 0 || status.st_size == 0;
}

/*
 * A store that lies where nothing can be written (a read-only disk): the database cannot make the files that it locks
 * with, and needs none as long as nobody writes. False if a log of writes lies beside it, which would have to be read.
 */
static bool open_frozen(casus_store *store)
{
    casus_buf name;
    casus_buf_init(&name, SIZE_MAX / 4);
    casus_buf_add_str(&name, casus_str_of(store->path));
    casus_buf_add(&name, "-wal", sizeof "-wal");
    bool opened = name.failed == CASUS_OK && is_empty(name.ptr);
    casus_buf_clear(&name, SIZE_MAX);
    casus_buf_add_str(&name, CASUS_STR("file:"));
    for (const char *at = store->path; *at != '\0'; at++) {
        static const char hex[] = "0123456789abcdef";
        unsigned char c = (unsigned char)*at;
        const char escape[] = {'%', hex[c >> 4], hex[c & 15]};
        casus_buf_add(&name, escape, sizeof escape);
    }
    casus_buf_add(&name, "?immutable=1", sizeof "?immutable=1");
    if (opened && name.failed == CASUS_OK) {
        (void)sqlite3_close(store->db);
        store->db = NULL;
        opened = sqlite3_open_v2(name.ptr, &store->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI,
                                 NULL) == SQLITE_OK;
    }
    casus_buf_free(&name);
    return opened;
}

casus_status casus_store_open(const char *path, casus_store_mode mode, casus_store **out, casus_error *err)
{
    *out = NULL;
    casus_status st = look(path, mode, err);
    if (st != CASUS_OK) {
        return st;
    }
    casus_store *store = calloc(1, sizeof *store);
    char *copy = malloc(strlen(path) + 1);
    if (store == NULL || copy == NULL) {
        free(store);
        free(copy);
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    store->path = strcpy(copy, path);
    casus_buf_init(&store->queue, LARGEST_QUEUE);
    store->batch = BATCH;
    cache_init(&store->actors);
    cache_init(&store->places);
    casus_arena_init(&store->known_arena, SIZE_MAX);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (mode == CASUS_STORE_WRITE ? SQLITE_OPEN_CREATE : 0);
    st = sqlite3_open_v2(path, &store->db, flags, NULL) == SQLITE_OK ? settle(store, mode, err)
                                                                     : casus_store__fail(store, err);
    if (st == CASUS_ESTORE && mode == CASUS_STORE_READ && sqlite3_db_readonly(store->db, "main") == 1 &&
        (sqlite3_errcode(store->db) & 0xFF) != SQLITE_OK && open_frozen(store)) {
        st = settle(store, mode, err);
    }
    if (st != CASUS_OK) {
        casus_store_close(store);
        return st;
    }
    *out = store;
    return CASUS_OK;
}

void casus_store_close(casus_store *store)
{
    if (store == NULL) {
        return;
    }
    for (size_t i = 0; i < CASUS_STORE_STATEMENTS; i++) {
        (void)sqlite3_finalize(store->statement[i]);
    }
    (void)sqlite3_close(store->db);
    casus_buf_free(&store->queue);
    casus_arena_free(&store->actors.arena);
    casus_arena_free(&store->places.arena);
    casus_arena_free(&store->known_arena);
    free(store->path);
    free(store);
}
