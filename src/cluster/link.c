/*
 * Join tellings of different documents. Candidates share a key: a day or month with a place, two sides, a figure. Within
 * a key each is compared with the few before it only, so that the cost stays near linear. The most alike pairs join
 * first; two clusters join only if nothing in what they tell together speaks against it.
 */
#include "cluster/clustering.h"
#include "cluster/keys.h"
#include "cluster/weights.h"

#include <stdlib.h>

enum {
    REACH = 16,        /* members of a key before it with which a telling is compared */
    COMMON = 48,       /* what is shared by more tellings of a day, and is weak evidence, proposes nothing */
    KEPT = 3,          /* candidates of a telling under one key */
    MOST_ASKED = 1024, /* pairs of tellings, before two clusters join */
    MOST_COPIED = 256  /* claims of a document that are looked for in the one that it repeats */
};

#define SAME_TEXT 100.0

typedef struct pair {
    uint32_t a, b; /* tellings, a < b */
    casus_likeness like;
} pair;

typedef struct links {
    pair *at;
    size_t n, room;
} links;

typedef struct forest {
    uint32_t *parent;
    uint32_t *next, *last; /* the tellings of a root, as a chain from it */

    int32_t *from, *to;  /* of a root: the days on which all its tellings allow it to have happened */
    casus_outline **sum; /* of each root: what its tellings tell together; NULL: it is one telling alone */
} forest;

static int by_score(const void *a, const void *b)
{
    const pair *x = a;
    const pair *y = b;
    if (x->like.score > y->like.score || x->like.score < y->like.score) {
        return x->like.score > y->like.score ? -1 : 1;
    }
    return x->a != y->a ? (x->a < y->a ? -1 : 1) : x->b < y->b ? -1 : x->b > y->b;
}

static bool add(links *l, uint32_t a, uint32_t b, casus_likeness like)
{
    if (l->n == l->room) {
        size_t room = l->room == 0 ? 1024 : l->room * 2;
        pair *at = realloc(l->at, room * sizeof *at);
        if (at == NULL) {
            return false;
        }
        l->at = at;
        l->room = room;
    }
    l->at[l->n++] = (pair){a < b ? a : b, a < b ? b : a, like};
    return true;
}

/* Keep the KEPT most alike of a telling's candidates, the most alike first. */
static void keep(pair best[KEPT], uint32_t *n, pair one)
{
    uint32_t at = *n < KEPT ? (*n)++ : KEPT;
    while (at > 0 && best[at - 1].like.score < one.like.score) {
        if (at < KEPT) {
            best[at] = best[at - 1];
        }
        at--;
    }
    if (at < KEPT) {
        best[at] = one;
    }
}

/* Compare member `i` of a key with those before it, from `first` on. */
static bool compare_one(const casus_clustering *c, const casus_key *key, size_t first, size_t i, links *l)
{
    pair best[KEPT];
    uint32_t n = 0;
    const casus_telling *b = &c->telling[key[i].telling];
    for (size_t k = first; k < i; k++) {
        const casus_telling *a = &c->telling[key[k].telling];
        if (a->document == b->document) {
            continue;
        }
        casus_likeness like = casus_cluster__alike_across(c->ledger, &a->outline, &b->outline,
                                                          casus_cluster__shared_names(&a->outline, &b->outline));
        if (like.score >= casus_cluster__weights.across) {
            keep(best, &n, (pair){key[k].telling, key[i].telling, like});
        }
    }
    for (uint32_t k = 0; k < n; k++) {
        if (!add(l, best[k].a, best[k].b, best[k].like)) {
            return false;
        }
    }
    return true;
}

static bool compare(const casus_clustering *c, const casus_keys *keys, links *l)
{
    for (size_t begin = 0, end = 0; begin < keys->n; begin = end) {
        end = begin + 1;
        while (end < keys->n && keys->at[end].key == keys->at[begin].key) {
            end++;
        }
        if (!keys->at[begin].strong && end - begin > COMMON) {
            continue;
        }
        for (size_t i = begin + 1; i < end; i++) {
            if (!compare_one(c, keys->at, i - begin > REACH ? i - REACH : begin, i, l)) {
                return false;
            }
        }
    }
    return true;
}

/* The same words in a document and in the one that it repeats are one telling. */
static bool copies(const casus_clustering *c, const uint32_t *telling_of, links *l)
{
    const casus_ledger *ledger = c->ledger;
    for (uint32_t i = 0; i < ledger->n_claim; i++) {
        const casus_ledger_claim *claim = &ledger->claim[i];
        uint32_t original = ledger->document[claim->document].copy_of;
        if (original == CASUS_NONE || claim->quote.len == 0) {
            continue;
        }
        uint32_t begin = ledger->document[original].claim_begin;
        uint32_t end = ledger->document[original].claim_end;
        for (uint32_t k = begin; k < end && k - begin < MOST_COPIED; k++) {
            const casus_ledger_claim *other = &ledger->claim[k];
            if (other->type == claim->type && casus_str_eq(other->quote, claim->quote) &&
                casus_str_eq(other->trigger, claim->trigger)) {
                if (!add(l, telling_of[k], telling_of[i], (casus_likeness){SAME_TEXT, CASUS_LIKE_COPY})) {
                    return false;
                }
                break;
            }
        }
    }
    return true;
}

static uint32_t root_of(forest *f, uint32_t i)
{
    while (f->parent[i] != i) {
        f->parent[i] = f->parent[f->parent[i]];
        i = f->parent[i];
    }
    return i;
}

static const casus_outline *whole(const casus_clustering *c, const forest *f, uint32_t root)
{
    return f->sum[root] != NULL ? f->sum[root] : &c->telling[root].outline;
}

/* Whether two clusters may be one: alike as wholes too, if less so. */
static bool agree(const casus_clustering *c, const casus_outline *a, const casus_outline *b)
{
    casus_likeness like = casus_cluster__alike_across(c->ledger, a, b, casus_cluster__shared_names(a, b));
    return like.score >= casus_cluster__weights.whole;
}

/* The days on which a telling allows its happening to have been. */
static void possible(const casus_outline *o, int32_t *from, int32_t *to)
{
    bool known = o->timed || (!o->history && !o->open && o->news_from != CASUS_NO_DAY);
    *from = !known ? INT32_MIN : o->timed ? o->from : o->news_from;
    *to = !known ? INT32_MAX : o->timed ? o->to : o->news_to;
}

/* Whether there is a day that both allow. Without this a battle of weeks would grow together, day by day. */
static bool share_day(const forest *f, uint32_t a, uint32_t b)
{
    return f->from[a] <= f->to[b] && f->from[b] <= f->to[a];
}

/* Whether tellings of one document, which it tells apart, may be one after all. Of large clusters the first are asked. */
static bool rejoin(const casus_clustering *c, const forest *f, uint32_t a, uint32_t b)
{
    uint32_t asked = 0;
    for (uint32_t i = a; i != CASUS_NONE; i = f->next[i]) {
        for (uint32_t k = b; k != CASUS_NONE; k = f->next[k]) {
            const casus_telling *x = &c->telling[i];
            const casus_telling *y = &c->telling[k];
            if (asked++ > MOST_ASKED) {
                return true;
            }
            if (x->document == y->document &&
                casus_cluster__alike_within(c->ledger, &x->outline, &y->outline, UINT32_MAX, false).score <
                    casus_cluster__weights.again) {
                return false;
            }
        }
    }
    return true;
}

/* Add what `other` tells to what root `first` tells. False: no memory. */
static bool tell_together(casus_clustering *c, forest *f, uint32_t first, uint32_t other)
{
    casus_outline *sum = f->sum[first];
    if (sum == NULL) {
        sum = CASUS_NEW(c->arena, casus_outline, 1);
        if (sum == NULL) {
            return false;
        }
        *sum = c->telling[first].outline;
        f->sum[first] = sum;
    }
    casus_cluster__outline_add(c->ledger, sum, whole(c, f, other));
    return true;
}

static bool join_all(casus_clustering *c, const links *l, forest *f)
{
    for (size_t i = 0; i < l->n; i++) {
        uint32_t a = root_of(f, l->at[i].a);
        uint32_t b = root_of(f, l->at[i].b);
        bool copied = l->at[i].like.score >= SAME_TEXT;
        if (a == b ||
            (!copied && (!share_day(f, a, b) || !agree(c, whole(c, f, a), whole(c, f, b)) || !rejoin(c, f, a, b)))) {
            continue;
        }
        uint32_t first = a < b ? a : b;
        uint32_t other = a < b ? b : a;
        f->parent[other] = first;
        if (share_day(f, a, b)) {
            f->from[first] = f->from[a] > f->from[b] ? f->from[a] : f->from[b];
            f->to[first] = f->to[a] < f->to[b] ? f->to[a] : f->to[b];
        }
        f->next[f->last[first]] = other;
        f->last[first] = f->last[other];
        if (!tell_together(c, f, first, other)) {
            return false;
        }
        /* The reason of the telling that joins, and of one that has none yet. */
        c->telling[l->at[i].b].why |= l->at[i].like.why;
        if (c->telling[other].why == 0) {
            c->telling[other].why = l->at[i].like.why;
        }
    }
    return true;
}

bool casus_cluster__link(casus_clustering *c)
{
    bool ok = false;
    links l = {0};
    casus_keys keys = {0};
    size_t room = (size_t)c->n_telling + 1;
    uint32_t *telling_of = CASUS_NEW(c->arena, uint32_t, (size_t)c->ledger->n_claim + 1);
    forest f = {CASUS_NEW(c->arena, uint32_t, room), CASUS_NEW(c->arena, uint32_t, room),
                CASUS_NEW(c->arena, uint32_t, room), CASUS_NEW(c->arena, int32_t, room),
                CASUS_NEW(c->arena, int32_t, room),  CASUS_NEW(c->arena, casus_outline *, room)};
    if (telling_of == NULL || f.parent == NULL || f.next == NULL || f.last == NULL || f.from == NULL || f.to == NULL ||
        f.sum == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < c->n_telling; i++) {
        f.parent[i] = i;
        f.next[i] = CASUS_NONE;
        f.last[i] = i;
        possible(&c->telling[i].outline, &f.from[i], &f.to[i]);
        for (uint32_t claim = c->telling[i].first_claim; claim != CASUS_NONE; claim = c->next[claim]) {
            telling_of[claim] = i;
        }
    }
    if (!casus_cluster__keys(c, &keys) || !compare(c, &keys, &l) || !copies(c, telling_of, &l)) {
        goto done;
    }
    if (l.n > 0) {
        qsort(l.at, l.n, sizeof *l.at, by_score);
    }
    ok = join_all(c, &l, &f);
    for (uint32_t claim = 0; ok && claim < c->ledger->n_claim; claim++) {
        c->cluster[claim] = root_of(&f, telling_of[claim]);
    }
done:
    free(l.at);
    free(keys.at);
    return ok;
}
