/* Sides and voices from countries and sectors: see side.h. */
#include "cluster/side.h"

#include "base/buf.h"
#include "base/map.h"

static bool has(const casus_actor *actor, const char *sector)
{
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        if (casus_str_eq(actor->sector[i], casus_str_of(sector))) {
            return true;
        }
    }
    return false;
}

static bool has_any(const casus_actor *actor, const char *const *sectors)
{
    for (; *sectors != NULL; sectors++) {
        if (has(actor, *sectors)) {
            return true;
        }
    }
    return false;
}

/* A state of ISO 3166, not one of PLOVER's codes for what belongs to no state. */
static bool of_state(const casus_actor *actor)
{
    static const char *const other[] = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC", NULL};
    if (actor->country.len == 0) {
        return false;
    }
    for (const char *const *code = other; *code != NULL; code++) {
        if (casus_str_eq(actor->country, casus_str_of(*code))) {
            return false;
        }
    }
    return true;
}

/* What kind of side of its country it is; "" for the state itself. */
static const char *kind(const casus_actor *actor)
{
    return has(actor, "PRE") ? "PRE" : has(actor, "REB") || has(actor, "OPP") ? "REB" : has(actor, "PRM") ? "PRM" : "";
}

/* Speaks for itself alone: no office, no arms. */
static bool stands_apart(const casus_actor *actor)
{
    static const char *const office[] = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "PRM", "UAF", "PTY", NULL};
    return actor->n_sector > 0 && !has_any(actor, office);
}

/* Whether the first's name stands better for the side than the second's: one with an office, plainer, more often named. */
static bool plainer(const casus_sides *sides, uint32_t a, uint32_t b)
{
    const casus_actor *x = &sides->ledger->actor[a], *y = &sides->ledger->actor[b];
    bool x_apart = stands_apart(x), y_apart = stands_apart(y);
    if (x_apart != y_apart || x->person != y->person) {
        return x_apart != y_apart ? y_apart : y->person;
    }
    if (x->n_sector != y->n_sector) {
        return x->n_sector < y->n_sector;
    }
    if (has(x, "GOV") != has(y, "GOV")) {
        return has(x, "GOV");
    }
    return sides->named[a] > sides->named[b];
}

/* How many claims name each actor. */
static uint32_t *count_named(const casus_ledger *ledger, casus_arena *arena)
{
    uint32_t *named = CASUS_NEW(arena, uint32_t, ledger->n_actor + 1);
    for (uint32_t i = 0; named != NULL && i < ledger->n_claim; i++) {
        const casus_ledger_claim *claim = &ledger->claim[i];
        const casus_indices list[] = {claim->actor, claim->recipient, claim->source};
        for (size_t j = 0; j < sizeof list / sizeof *list; j++) {
            for (uint32_t k = 0; k < list[j].n; k++) {
                named[list[j].at[k]]++;
            }
        }
    }
    return named;
}

static bool number_of(casus_map *map, casus_str key, uint32_t actor, bool apart, casus_sides *sides, uint32_t *out,
                      casus_arena *arena)
{
    const uint32_t *known = casus_map_get(map, key);
    if (known != NULL) {
        if (plainer(sides, actor, sides->first[*known])) {
            sides->first[*known] = actor;
        }
        *out = *known;
        return true;
    }
    casus_str kept = casus_arena_str(arena, key);
    if (kept.ptr == NULL || !casus_map_set(map, kept, sides->n, NULL, arena)) {
        return false;
    }
    sides->first[sides->n] = actor;
    sides->apart[sides->n] = apart;
    *out = sides->n++;
    return true;
}

static bool sort_actor(casus_sides *sides, uint32_t i, casus_map *map, casus_buf *key, casus_arena *arena)
{
    const casus_actor *actor = &sides->ledger->actor[i];
    bool apart = stands_apart(actor), state = of_state(actor);
    sides->side[i] = CASUS_NONE;
    casus_buf_clear(key, SIZE_MAX);
    if (state) {
        casus_buf_add_str(key, actor->country);
        casus_buf_add_char(key, ' ');
        casus_buf_add_str(key, casus_str_of(kind(actor)));
    } else {
        casus_buf_add_char(key, '=');
        casus_buf_add_str(key, actor->name);
    }
    /* 'The army', 'fighters': a role without a country tells no side. */
    bool told = state || actor->country.len > 0 || actor->n_sector == 0 || actor->wikidata.len > 0;
    bool apart_side = !state && (apart || !has(actor, "REB"));
    if (key->failed != CASUS_OK) {
        return false;
    }
    uint32_t side = CASUS_NONE;
    if (!number_of(map, casus_buf_str(key), i, apart_side, sides, &side, arena)) {
        return false;
    }
    sides->side[i] = told ? side : CASUS_NONE;
    sides->voice[i] = side;
    if (apart && state) {
        casus_buf_clear(key, SIZE_MAX);
        casus_buf_add_char(key, '~');
        casus_buf_add_str(key, actor->name);
        return key->failed == CASUS_OK && number_of(map, casus_buf_str(key), i, true, sides, &sides->voice[i], arena);
    }
    return true;
}

casus_status casus_cluster__sides(const casus_ledger *ledger, casus_arena *arena, casus_sides *sides, casus_error *err)
{
    casus_map map = {0};
    casus_buf key;
    size_t n = ledger->n_actor == 0 ? 1 : ledger->n_actor;
    *sides = (casus_sides){.ledger = ledger,
                           .named = count_named(ledger, arena),
                           .side = CASUS_NEW(arena, uint32_t, n),
                           .voice = CASUS_NEW(arena, uint32_t, n),
                           .apart = CASUS_NEW(arena, bool, 2 * n),
                           .first = CASUS_NEW(arena, uint32_t, 2 * n)};
    bool ok = sides->named != NULL && sides->side != NULL && sides->voice != NULL && sides->apart != NULL &&
              sides->first != NULL;
    casus_buf_init(&key, (size_t)1 << 20);
    for (uint32_t i = 0; ok && i < ledger->n_actor; i++) {
        ok = sort_actor(sides, i, &map, &key, arena);
    }
    casus_status failed = key.failed;
    casus_buf_free(&key);
    if (ok) {
        return CASUS_OK;
    }
    return failed != CASUS_OK ? casus_fail(err, failed, NULL, 0, 0, "no memory for the names of actors")
                              : casus_arena_fail(arena, err);
}

uint32_t casus_cluster__voice(const casus_sides *sides, const casus_ledger_claim *claim)
{
    return claim->source.n == 0 ? CASUS_NONE : sides->voice[claim->source.at[0]];
}

bool casus_cluster__has_side(const casus_sides *sides, casus_indices actors, uint32_t side)
{
    for (uint32_t i = 0; side != CASUS_NONE && i < actors.n; i++) {
        if (sides->side[actors.at[i]] == side) {
            return true;
        }
    }
    return false;
}

uint32_t casus_cluster__one_side(const casus_sides *sides, casus_indices actors)
{
    uint32_t one = CASUS_NONE;
    for (uint32_t i = 0; i < actors.n; i++) {
        uint32_t side = sides->side[actors.at[i]];
        if (side != CASUS_NONE && one != CASUS_NONE && side != one) {
            return CASUS_NONE;
        }
        one = side != CASUS_NONE ? side : one;
    }
    return one;
}

uint32_t casus_cluster__whose(const casus_sides *sides, const casus_ledger_claim *claim,
                              const casus_ledger_quantity *quantity)
{
    if (quantity->side != CASUS_NONE && sides->side[quantity->side] != CASUS_NONE) {
        return sides->side[quantity->side];
    }
    return casus_cluster__one_side(sides, claim->recipient);
}

casus_str casus_cluster__side_name(const casus_sides *sides, uint32_t side)
{
    return sides->ledger->actor[sides->first[side]].name;
}
