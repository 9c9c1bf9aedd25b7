/* Actors and places from their rows: see load.h. */
#include "store/load.h"

static bool make_rows(casus_loader_rows *rows, int64_t most, casus_arena *arena)
{
    rows->n = (size_t)most + 1;
    rows->index = CASUS_NEW(arena, uint32_t, rows->n);
    rows->as = CASUS_NEW(arena, uint32_t, rows->n);
    return rows->index != NULL && rows->as != NULL;
}

static casus_str filled(sqlite3_stmt *s, int nth, casus_arena *arena)
{
    casus_str text = casus_store__column(s, nth);
    return text.len == 0 ? CASUS_STR_NULL : casus_arena_str(arena, text);
}

static void read_actor(sqlite3_stmt *s, casus_actor *actor, casus_arena *arena)
{
    actor->name = casus_arena_str(arena, casus_store__column(s, 1));
    actor->country = filled(s, 2, arena);
    actor->wikidata = filled(s, 4, arena);
    actor->person = sqlite3_column_int(s, 5) != 0;
    casus_str sectors = filled(s, 3, arena);
    for (size_t at = 0; at < sectors.len && actor->n_sector < CASUS_MOST_SECTORS;) {
        size_t end = at;
        while (end < sectors.len && sectors.ptr[end] != ',') {
            end++;
        }
        actor->sector[actor->n_sector++] = casus_str_slice(sectors, at, end);
        at = end + 1;
    }
}

static void read_place(sqlite3_stmt *s, casus_place *place, casus_arena *arena)
{
    place->geonameid = (uint32_t)sqlite3_column_int64(s, 1);
    place->name = casus_arena_str(arena, casus_store__column(s, 2));
    place->country = filled(s, 3, arena);
    place->country3 = filled(s, 4, arena);
    place->feature = filled(s, 5, arena);
    int precision = sqlite3_column_int(s, 6);
    place->precision = precision < CASUS_PLACE_SITE || precision > CASUS_PLACE_AREA ? CASUS_PLACE_AREA
                                                                                    : (casus_place_precision)precision;
    place->latitude = sqlite3_column_double(s, 7);
    place->longitude = sqlite3_column_double(s, 8);
}

casus_status casus_store__read_world(casus_store *store, casus_loader *loader, casus_error *err)
{
    static const char *const select[] = {"SELECT id, name, country, sectors, wikidata, person FROM actor ORDER BY id",
                                         "SELECT id, geonameid, name, country, country3, feature, precision, latitude, "
                                         "longitude FROM place ORDER BY id"};
    static const char *const count[] = {"SELECT coalesce(max(id), 0) FROM actor",
                                        "SELECT coalesce(max(id), 0) FROM place"};
    casus_ledger *ledger = loader->ledger;
    casus_arena *arena = &loader->scratch;
    casus_status st = CASUS_OK;
    sqlite3_stmt *s = NULL;
    for (size_t kind = 0; kind < 2; kind++) {
        casus_loader_rows *rows = kind == 0 ? &loader->actors : &loader->places;
        int64_t most = 0;
        CASUS_TRY(casus_store__number(store, count[kind], 0, &most, err));
        if (!make_rows(rows, most, arena)) {
            st = casus_arena_fail(arena, err);
            goto done;
        }
        if (kind == 0) {
            loader->actor = CASUS_NEW(arena, casus_actor, rows->n);
            ledger->actor = CASUS_NEW(&ledger->arena, casus_actor, rows->n);
        } else {
            loader->place = CASUS_NEW(arena, casus_place, rows->n);
            ledger->place = CASUS_NEW(&ledger->arena, casus_place, rows->n);
        }
        if (arena->failed != CASUS_OK || ledger->arena.failed != CASUS_OK) {
            st = casus_arena_fail(arena->failed != CASUS_OK ? arena : &ledger->arena, err);
            goto done;
        }
        CASUS_TRY(casus_store__prepare(store, select[kind], &s, err));
        int code = SQLITE_DONE;
        uint32_t n = 0;
        while ((code = sqlite3_step(s)) == SQLITE_ROW && n < most) {
            int64_t id = sqlite3_column_int64(s, 0);
            if (id < 1) {
                continue; /* no claim can name it */
            }
            rows->index[id] = n + 1;
            if (kind == 0) {
                read_actor(s, &loader->actor[n++], &ledger->arena);
            } else {
                read_place(s, &loader->place[n++], &ledger->arena);
            }
        }
        if (code != SQLITE_DONE) {
            st = casus_store__fail(store, err);
        }
        (void)sqlite3_finalize(s);
        s = NULL;
        if (st != CASUS_OK) {
            goto done;
        }
    }
done:
    (void)sqlite3_finalize(s);
    return st;
}

static bool read_list(casus_loader_rows *rows, casus_str bytes, casus_arena *arena)
{
    casus_wire in = casus_wire_of(bytes);
    uint32_t n = casus_wire_get_count(&in);
    if (n > rows->room) {
        rows->room = n * 2;
        rows->list = CASUS_NEW(arena, uint32_t, rows->room);
        if (rows->list == NULL) {
            return false;
        }
    }
    rows->n_list = n;
    for (uint32_t i = 0; i < n; i++) {
        rows->list[i] = casus_wire_get_below(&in, rows->n - 1);
        if (rows->index[rows->list[i]] == 0) {
            return false;
        }
    }
    return !in.bad;
}

bool casus_store__read_lists(casus_loader *loader, casus_str actors, casus_str places)
{
    return read_list(&loader->actors, actors, &loader->scratch) && read_list(&loader->places, places, &loader->scratch);
}
