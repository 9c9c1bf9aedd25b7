/*
 * The day of a document that has no date, or only a month: the day on which other documents tell of the same happenings.
 * At least two of its tellings must find their like, so that one attack that resembles another dates nothing.
 */
#include "cluster/clustering.h"
#include "cluster/keys.h"
#include "cluster/weights.h"

#include <stdlib.h>

enum {
    COMMON = 64,  /* what more tellings share tells no day */
    AGREEING = 2, /* tellings that must speak for a day */
    ONE_DAY = 1   /* what is told to have happened within so many days dates the news too */
};

typedef struct vote {
    uint32_t document; /* whose date is sought */
    int32_t day;
    uint32_t telling; /* of that document */
    double score;
} vote;

typedef struct votes {
    vote *at;
    size_t n, room;
} votes;

static bool lacks_day(const casus_ledger_doc *doc)
{
    return doc->published.from == CASUS_FROM_NOWHERE || doc->published.precision < CASUS_DAY;
}

static bool add(votes *v, vote one)
{
    if (v->n == v->room) {
        size_t room = v->room == 0 ? 256 : v->room * 2;
        vote *at = realloc(v->at, room * sizeof *at);
        if (at == NULL) {
            return false;
        }
        v->at = at;
        v->room = room;
    }
    v->at[v->n++] = one;
    return true;
}

static bool ask(const casus_clustering *c, uint32_t seeker, uint32_t other, votes *v)
{
    const casus_telling *s = &c->telling[seeker];
    const casus_telling *o = &c->telling[other];
    const casus_ledger_doc *doc = &c->ledger->document[o->document];
    if (lacks_day(doc) || s->outline.history || o->outline.history) {
        return true;
    }
    bool told = o->outline.timed && o->outline.to - o->outline.from <= ONE_DAY;
    int32_t day = told ? o->outline.to : casus_cluster__day_last(doc->published);
    bool known = s->outline.news_to != CASUS_NO_DAY;
    if (known &&
        (day < casus_cluster__day_first(c->ledger->document[s->document].published) || day > s->outline.news_to)) {
        return true;
    }
    if (s->outline.timed && (day < s->outline.from || day > s->outline.to)) {
        return true;
    }
    casus_likeness like = casus_cluster__alike_timeless(c->ledger, &s->outline, &o->outline,
                                                        casus_cluster__shared_names(&s->outline, &o->outline));
    return like.score < casus_cluster__weights.whole || add(v, (vote){s->document, day, seeker, like.score});
}

static int by_day(const void *a, const void *b)
{
    const vote *x = a;
    const vote *y = b;
    if (x->document != y->document) {
        return x->document < y->document ? -1 : 1;
    }
    if (x->day != y->day) {
        return x->day < y->day ? -1 : 1;
    }
    if (x->telling != y->telling) {
        return x->telling < y->telling ? -1 : 1;
    }
    return x->score > y->score ? -1 : x->score < y->score;
}

static void settle(casus_clustering *c, uint32_t document, int32_t day)
{
    casus_ledger_doc *doc = &c->ledger->document[document];
    doc->published = casus_cluster__date(day, CASUS_FROM_INFERENCE);
    for (uint32_t i = c->begin[document]; i < c->n_telling && c->telling[i].document == document; i++) {
        casus_cluster__news_days(doc, &c->telling[i].outline);
    }
}

/* For each document the day with the most likeness; of equal ones the first. */
static void count(casus_clustering *c, const votes *v)
{
    for (size_t i = 0; i < v->n;) {
        uint32_t document = v->at[i].document;
        int32_t best_day = 0;
        double best = 0.0;
        while (i < v->n && v->at[i].document == document) {
            int32_t day = v->at[i].day;
            uint32_t tellings = 0;
            double sum = 0.0;
            uint32_t last = CASUS_NONE;
            for (; i < v->n && v->at[i].document == document && v->at[i].day == day; i++) {
                if (v->at[i].telling != last) {
                    last = v->at[i].telling;
                    tellings++;
                    sum += v->at[i].score;
                }
            }
            if (tellings >= AGREEING && sum > best) {
                best = sum;
                best_day = day;
            }
        }
        if (best > 0.0) {
            settle(c, document, best_day);
        }
    }
}

/*
 * The keys of tellings of documents without a day, and of those others that share one (or, rarely, seem to): most of a
 * ledger is dated and never looked at.
 */
static bool collect(const casus_clustering *c, casus_keys *keys)
{
    for (uint32_t i = 0; i < c->n_telling; i++) {
        if (lacks_day(&c->ledger->document[c->telling[i].document]) && !casus_cluster__timeless_keys(c, i, keys)) {
            return false;
        }
    }
    size_t sought = keys->n;
    size_t bits = 64;
    while (bits < sought * 16) {
        bits *= 2;
    }
    uint64_t *seen = CASUS_NEW(c->arena, uint64_t, bits / 64);
    if (seen == NULL) {
        return false;
    }
    for (size_t i = 0; i < sought; i++) {
        size_t bit = (size_t)keys->at[i].key & (bits - 1);
        seen[bit / 64] |= UINT64_C(1) << bit % 64;
    }
    for (uint32_t i = 0; sought > 0 && i < c->n_telling; i++) {
        if (lacks_day(&c->ledger->document[c->telling[i].document])) {
            continue;
        }
        size_t from = keys->n;
        if (!casus_cluster__timeless_keys(c, i, keys)) {
            return false;
        }
        size_t kept = from;
        for (size_t k = from; k < keys->n; k++) {
            size_t bit = (size_t)keys->at[k].key & (bits - 1);
            if ((seen[bit / 64] >> bit % 64 & 1) != 0) {
                keys->at[kept++] = keys->at[k];
            }
        }
        keys->n = kept;
    }
    return casus_cluster__sort_keys(keys);
}

bool casus_cluster__narrow(casus_clustering *c)
{
    casus_keys keys = {0};
    votes v = {0};
    bool ok = collect(c, &keys);
    for (size_t begin = 0, end = 0; ok && begin < keys.n; begin = end) {
        end = begin + 1;
        while (end < keys.n && keys.at[end].key == keys.at[begin].key) {
            end++;
        }
        for (size_t i = begin; ok && end - begin <= COMMON && i < end; i++) {
            bool asks = lacks_day(&c->ledger->document[c->telling[keys.at[i].telling].document]);
            for (size_t k = begin; ok && asks && k < end; k++) {
                ok = k == i || ask(c, keys.at[i].telling, keys.at[k].telling, &v);
            }
        }
    }
    if (ok && v.n > 0) {
        qsort(v.at, v.n, sizeof *v.at, by_day);
        count(c, &v);
    }
    free(keys.at);
    free(v.at);
    return ok;
}
