/* One row for each actor and each place, however many claims name it: see put.h. */
#include "store/put.h"

/* The row of what lies in `bytes`, if it was met since the cache was last cleared; 0: not yet. */
static int64_t cached(const casus_store_cache *cache, casus_str bytes)
{
    const uint32_t *id = casus_map_get(&cache->map, bytes);
    return id == NULL ? 0 : *id;
}

static casus_status keep(casus_store_cache *cache, casus_str bytes, int64_t id, casus_error *err)
{
    casus_str key = casus_arena_str(&cache->arena, bytes);
    if (key.ptr == NULL || !casus_map_set(&cache->map, key, (uint32_t)id, NULL, &cache->arena)) {
        return casus_arena_fail(&cache->arena, err);
    }
    return CASUS_OK;
}

/* The id that `find` gives, else that of the row which `add` makes. Both have their values. */
static casus_status find_or_add(casus_store *store, sqlite3_stmt *find, sqlite3_stmt *add, bool *added, int64_t *id,
                                casus_error *err)
{
    casus_status st = CASUS_OK;
    int code = sqlite3_step(find);
    *added = code == SQLITE_DONE;
    if (code == SQLITE_ROW) {
        *id = sqlite3_column_int64(find, 0);
    } else if (code != SQLITE_DONE) {
        st = casus_store__fail(store, err);
    }
    (void)sqlite3_reset(find);
    if (st == CASUS_OK && *added) {
        st = casus_store__done(store, add, err);
        *id = sqlite3_last_insert_rowid(store->db);
    }
    return st;
}

static casus_str known(casus_str s)
{
    return s.ptr == NULL ? CASUS_STR("") : s;
}

casus_status casus_store__actor(casus_store *store, casus_wire *in, int64_t *id, casus_error *err)
{
    casus_status st = CASUS_OK;
    const char *start = in->at;
    char sectors[CASUS_MOST_SECTORS * 16];
    size_t len = 0;
    casus_str name = known(casus_wire_get_str(in));
    casus_str country = known(casus_wire_get_str(in));
    uint32_t n_sector = casus_wire_get_below(in, CASUS_MOST_SECTORS);
    for (uint32_t i = 0; i < n_sector; i++) {
        casus_str sector = casus_wire_get_str(in);
        if (sector.len + 1 <= sizeof sectors - len) {
            if (i > 0) {
                sectors[len++] = ',';
            }
            memcpy(sectors + len, known(sector).ptr, sector.len);
            len += sector.len;
        }
    }
    casus_str wikidata = known(casus_wire_get_str(in));
    int person = (int)casus_wire_get_below(in, 1);
    casus_str bytes = {start, (size_t)(in->at - start)};
    *id = cached(&store->actors, bytes);
    if (in->bad || *id != 0) {
        return CASUS_OK;
    }
    sqlite3_stmt *statement[2];
    CASUS_TRY(casus_store__statement(store, CASUS_STORE_SQL_FIND_ACTOR, &statement[0], err));
    CASUS_TRY(casus_store__statement(store, CASUS_STORE_SQL_ACTOR, &statement[1], err));
    for (size_t i = 0; i < 2; i++) {
        (void)casus_store__bind(statement[i], 1, name);
        (void)casus_store__bind(statement[i], 2, country);
        (void)casus_store__bind(statement[i], 3, (casus_str){sectors, len});
        (void)casus_store__bind(statement[i], 4, wikidata);
        (void)sqlite3_bind_int(statement[i], 5, person);
    }
    bool added = false;
    CASUS_TRY(find_or_add(store, statement[0], statement[1], &added, id, err));
    CASUS_TRY(keep(&store->actors, bytes, *id, err));
done:
    return st;
}

static casus_status locate(casus_store *store, int64_t id, double latitude, double longitude, casus_error *err)
{
    sqlite3_stmt *statement = NULL;
    casus_status st = casus_store__statement(store, CASUS_STORE_SQL_PLACE_SEARCH, &statement, err);
    if (st != CASUS_OK) {
        return st;
    }
    (void)sqlite3_bind_int64(statement, 1, id);
    (void)sqlite3_bind_double(statement, 2, latitude);
    (void)sqlite3_bind_double(statement, 3, longitude);
    return casus_store__done(store, statement, err);
}

casus_status casus_store__place(casus_store *store, casus_wire *in, int64_t *id, casus_error *err)
{
    casus_status st = CASUS_OK;
    const char *start = in->at;
    uint32_t geonameid = casus_wire_get_below(in, UINT32_MAX);
    casus_str name = known(casus_wire_get_str(in));
    casus_str country = known(casus_wire_get_str(in));
    casus_str country3 = known(casus_wire_get_str(in));
    casus_str feature = known(casus_wire_get_str(in));
    uint32_t precision = casus_wire_get_below(in, CASUS_PLACE_AREA);
    double latitude = casus_wire_get_double(in);
    double longitude = casus_wire_get_double(in);
    casus_str bytes = {start, (size_t)(in->at - start)};
    *id = cached(&store->places, bytes);
    if (in->bad || *id != 0) {
        return CASUS_OK;
    }
    sqlite3_stmt *find = NULL;
    sqlite3_stmt *add = NULL;
    CASUS_TRY(casus_store__statement(store, CASUS_STORE_SQL_FIND_PLACE, &find, err));
    CASUS_TRY(casus_store__statement(store, CASUS_STORE_SQL_PLACE, &add, err));
    for (size_t i = 0; i < 2; i++) {
        sqlite3_stmt *statement = i == 0 ? find : add;
        (void)sqlite3_bind_int64(statement, 1, geonameid);
        (void)casus_store__bind(statement, 2, name);
        (void)casus_store__bind(statement, 3, country);
        (void)casus_store__bind(statement, 4, feature);
    }
    (void)casus_store__bind(add, 5, country3);
    (void)sqlite3_bind_int(add, 6, (int)precision);
    (void)sqlite3_bind_double(add, 7, latitude);
    (void)sqlite3_bind_double(add, 8, longitude);
    bool added = false;
    CASUS_TRY(find_or_add(store, find, add, &added, id, err));
    if (added) {
        CASUS_TRY(locate(store, *id, latitude, longitude, err));
    }
    CASUS_TRY(keep(&store->places, bytes, *id, err));
done:
    return st;
}
