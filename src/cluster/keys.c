/* Keys: type and time with a place, with two sides, with a figure, with one side. See keys.h. */
#include "cluster/keys.h"

#include "base/map.h"

#include <math.h>
#include <stdlib.h>

enum { FEW_DAYS = 7, MONTH = 31, MOST_WHAT = 48, MOST_WHEN = 16, KEY_SIDES = 3 };

typedef struct what {
    uint64_t hash;
    bool strong;
} what;

static uint64_t mix(uint64_t a, uint64_t b, uint64_t kind)
{
    uint64_t words[3] = {a, b, kind};
    return casus_hash((const char *)words, sizeof words);
}

static void add_what(what *set, uint32_t *n, uint64_t hash, bool strong)
{
    for (uint32_t i = 0; i < *n; i++) {
        if (set[i].hash == hash) {
            return;
        }
    }
    if (*n < MOST_WHAT) {
        set[(*n)++] = (what){hash, strong};
    }
}

/* A place by its name, and by the cells of a grid and of the same grid moved by half a cell. */
static void add_place(const casus_place *p, what *set, uint32_t *n)
{
    if (p->precision == CASUS_PLACE_COUNTRY) {
        add_what(set, n, mix(casus_hash(p->country.ptr, p->country.len), 0, 'c'), false);
        return;
    }
    if (p->geonameid != 0) {
        add_what(set, n, mix(p->geonameid, 0, 'p'), true);
    }
    add_what(set, n, mix(casus_hash(p->name.ptr, p->name.len), 0, 'n'), true);
    if (!isnan(p->latitude) && !isnan(p->longitude)) {
        for (int half = 0; half < 2; half++) {
            int64_t y = (int64_t)floor(p->latitude * 2.0 + half * 0.5);
            int64_t x = (int64_t)floor(p->longitude * 2.0 + half * 0.5);
            add_what(set, n, mix((uint64_t)y, (uint64_t)x, half == 0 ? 'g' : 'h'), true);
        }
    }
    if (p->country.len > 0) {
        add_what(set, n, mix(casus_hash(p->country.ptr, p->country.len), 0, 'c'), false);
    }
}

static void add_sides(const casus_outline *o, what *set, uint32_t *n)
{
    casus_side side[2 * KEY_SIDES];
    uint32_t m = 0;
    for (uint32_t i = 0; i < o->n_actor && i < KEY_SIDES; i++) {
        side[m++] = o->actor[i];
    }
    for (uint32_t i = 0; i < o->n_recipient && i < KEY_SIDES; i++) {
        side[m++] = o->recipient[i];
    }
    for (uint32_t i = 0; i < m; i++) {
        add_what(set, n, mix(side[i], 0, 's'), false);
        for (uint32_t k = 0; k < i; k++) {
            casus_side low = side[i] < side[k] ? side[i] : side[k];
            casus_side high = side[i] < side[k] ? side[k] : side[i];
            if (low != high) {
                add_what(set, n, mix(low, high, 'd'), true);
            }
        }
    }
}

static uint32_t whats(const casus_clustering *c, const casus_outline *o, what set[MOST_WHAT])
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < o->n_place; i++) {
        add_place(&c->ledger->place[o->place[i]], set, &n);
    }
    add_sides(o, set, &n);
    for (uint32_t i = 0; i < o->n_figure; i++) {
        add_what(set, &n, mix(o->figure[i].item ^ (o->figure[i].outcome << 1), (uint64_t)o->figure[i].value, 'q'),
                 true);
    }
    if (o->war != 0 && o->type != CASUS_ASSAULT) {
        add_what(set, &n, mix(o->war, 0, 'b'), false);
    }
    for (uint32_t i = 0; i < o->n_name; i++) {
        add_what(set, &n, mix(o->name[i], 0, 'w'), true);
    }
    return n;
}

/* The buckets of time that a telling may fall in: days, months, all of history. */
static uint32_t whens(const casus_outline *o, uint64_t set[MOST_WHEN])
{
    enum { DAY = 1, PERIOD = 2, PAST = 3, NEVER = 4 };
    int32_t from = o->timed ? o->from : o->news_from;
    int32_t to = o->timed ? o->to : o->news_to;
    uint32_t n = 0;
    if (o->history) {
        set[n++] = mix(0, 0, PAST);
        if (!o->timed || to - from > FEW_DAYS) {
            return n;
        } /* else told of later, but with its day: it meets the news of that day */
    }
    if (from == CASUS_NO_DAY) {
        set[n++] = mix(0, 0, NEVER);
        return n;
    }
    if (to - from <= FEW_DAYS) {
        for (int32_t day = from; day <= to; day++) {
            set[n++] = mix((uint64_t)(int64_t)day, 0, DAY);
        }
    }
    for (int32_t at = from - (from % MONTH + MONTH) % MONTH; at <= to && n < MOST_WHEN; at += MONTH) {
        set[n++] = mix((uint64_t)(int64_t)at, 0, PERIOD);
    }
    return n;
}

static bool add(casus_keys *keys, casus_key key)
{
    if (keys->n == keys->room) {
        size_t room = keys->room == 0 ? 4096 : keys->room * 2;
        casus_key *at = realloc(keys->at, room * sizeof *at);
        if (at == NULL) {
            return false;
        }
        keys->at = at;
        keys->room = room;
    }
    keys->at[keys->n++] = key;
    return true;
}

bool casus_cluster__keys(const casus_clustering *c, casus_keys *out)
{
    for (uint32_t t = 0; t < c->n_telling; t++) {
        what set[MOST_WHAT];
        uint64_t time[MOST_WHEN];
        const casus_outline *o = &c->telling[t].outline;
        uint32_t n = whats(c, o, set);
        uint32_t m = whens(o, time);
        for (uint32_t i = 0; i < n; i++) {
            for (uint32_t k = 0; k < m; k++) {
                if (!add(out, (casus_key){mix(set[i].hash, time[k], o->type), t, set[i].strong})) {
                    return false;
                }
            }
        }
    }
    return casus_cluster__sort_keys(out);
}

bool casus_cluster__timeless_keys(const casus_clustering *c, uint32_t telling, casus_keys *out)
{
    what set[MOST_WHAT];
    const casus_outline *o = &c->telling[telling].outline;
    uint32_t n = whats(c, o, set);
    for (uint32_t i = 0; i < n; i++) {
        if (!add(out, (casus_key){mix(set[i].hash, 0, o->type), telling, set[i].strong})) {
            return false;
        }
    }
    return true;
}
