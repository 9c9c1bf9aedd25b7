/* From claims to tellings: what one document tells of one happening. Claims are taken in the order of the text. */
#include "cluster/clustering.h"
#include "cluster/weights.h"

#include <stdlib.h>

#define TIE 1e-9 /* of equally alike tellings the latest */

enum {
    MOST_OPEN = 64, /* tellings of one document that a claim is compared with: the latest */
    COMMON = 50     /* a word in more than one document of so many is no rare name */
};

static int by_date(const casus_ledger *ledger, uint32_t x, uint32_t y)
{
    const casus_ledger_doc *a = &ledger->document[x];
    const casus_ledger_doc *b = &ledger->document[y];
    int32_t da = casus_cluster__day_last(a->published);
    int32_t db = casus_cluster__day_last(b->published);
    if ((da == CASUS_NO_DAY) != (db == CASUS_NO_DAY)) {
        return da == CASUS_NO_DAY ? 1 : -1;
    }
    int32_t ta = a->published.hour * 60 + a->published.minute;
    int32_t tb = b->published.hour * 60 + b->published.minute;
    int32_t less = da != db ? (da < db ? -1 : 1) : ta != tb ? (ta < tb ? -1 : 1) : 0;
    if (less != 0) {
        return less;
    }
    int bytes = memcmp(a->sha256, b->sha256, sizeof a->sha256);
    if (bytes != 0) {
        return bytes;
    }
    size_t n = a->id.len < b->id.len ? a->id.len : b->id.len;
    int id = n == 0 ? 0 : memcmp(a->id.ptr, b->id.ptr, n);
    return id != 0 ? id : a->id.len < b->id.len ? -1 : a->id.len > b->id.len;
}

/* Bottom-up merging: qsort takes no context. */
bool casus_cluster__order(const casus_ledger *ledger, casus_arena *arena, uint32_t **order)
{
    uint32_t n = ledger->n_document;
    uint32_t *from = CASUS_NEW(arena, uint32_t, n + 1);
    uint32_t *to = CASUS_NEW(arena, uint32_t, n + 1);
    if (from == NULL || to == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        from[i] = i;
    }
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t begin = 0; begin < n; begin += 2 * width) {
            size_t middle = begin + width < n ? begin + width : n;
            size_t end = begin + 2 * width < n ? begin + 2 * width : n;
            size_t a = begin;
            size_t b = middle;
            for (size_t i = begin; i < end; i++) {
                bool left = a < middle && (b >= end || by_date(ledger, from[a], from[b]) <= 0);
                to[i] = from[left ? a++ : b++];
            }
        }
        uint32_t *swap = from;
        from = to;
        to = swap;
    }
    *order = from;
    return true;
}

static void join(casus_clustering *c, casus_telling *t, uint32_t claim, const casus_outline *outline, uint32_t why)
{
    c->next[t->last_claim] = claim;
    t->last_claim = claim;
    t->n_claim++;
    c->why[claim] = why == 0 ? CASUS_LIKE_NEAR : why;
    casus_cluster__outline_add(c->ledger, &t->outline, outline);
}

static void take(casus_clustering *c, uint32_t document, uint32_t begin, uint32_t claim)
{
    const casus_ledger *ledger = c->ledger;
    casus_outline outline;
    casus_cluster__outline(ledger, &ledger->claim[claim], &outline);
    outline.history = outline.history || (c->looks_back[document] && !outline.timed);
    uint32_t best = CASUS_NONE;
    casus_likeness most = {casus_cluster__weights.within, 0};
    uint32_t oldest = c->n_telling - begin > MOST_OPEN ? c->n_telling - MOST_OPEN : begin;
    uint32_t main = begin;
    while (main < c->n_telling && c->telling[main].outline.type != outline.type) {
        main++;
    }
    for (uint32_t i = c->n_telling; i-- > oldest;) {
        const casus_telling *t = &c->telling[i];
        uint32_t last = ledger->claim[t->last_claim].sentence;
        uint32_t here = ledger->claim[claim].sentence;
        casus_likeness like = casus_cluster__alike_within(ledger, &t->outline, &outline,
                                                          here > last ? here - last : last - here, i == main);
        if (like.score >= most.score + (best == CASUS_NONE ? 0.0 : TIE)) {
            most = like;
            best = i;
        }
    }
    c->next[claim] = CASUS_NONE;
    if (best != CASUS_NONE) {
        join(c, &c->telling[best], claim, &outline, most.why);
        return;
    }
    c->telling[c->n_telling++] = (casus_telling){
        .outline = outline, .document = document, .first_claim = claim, .last_claim = claim, .n_claim = 1};
}

uint32_t casus_cluster__shared_names(const casus_outline *a, const casus_outline *b)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->n_name; i++) {
        for (uint32_t k = 0; k < b->n_name; k++) {
            n += a->name[i] == b->name[k];
        }
    }
    return n;
}

typedef struct name_use {
    uint64_t name;
    uint32_t document;
    uint32_t documents; /* how many have it; set on every use */
} name_use;

static int by_name(const void *a, const void *b)
{
    const name_use *x = a;
    const name_use *y = b;
    return x->name != y->name          ? (x->name < y->name ? -1 : 1)
           : x->document < y->document ? -1
                                       : x->document > y->document;
}

/* Keep, of the words with capitals, those that few documents have. */
static bool drop_common_names(casus_clustering *c)
{
    size_t n = 0;
    for (uint32_t i = 0; i < c->n_telling; i++) {
        n += c->telling[i].outline.n_name;
    }
    name_use *use = CASUS_NEW(c->arena, name_use, n + 1);
    if (use == NULL) {
        return false;
    }
    n = 0;
    for (uint32_t i = 0; i < c->n_telling; i++) {
        for (uint32_t k = 0; k < c->telling[i].outline.n_name; k++) {
            use[n++] = (name_use){c->telling[i].outline.name[k], c->telling[i].document, 0};
        }
    }
    qsort(use, n, sizeof *use, by_name);
    size_t kept = 0; /* one for each name, with the number of its documents */
    for (size_t i = 0; i < n; i++) {
        bool same = kept > 0 && use[kept - 1].name == use[i].name;
        if (!same) {
            use[kept] = use[i];
            use[kept++].documents = 1;
        } else if (use[kept - 1].document != use[i].document) {
            use[kept - 1].document = use[i].document;
            use[kept - 1].documents++;
        }
    }
    uint32_t most = 2 + c->ledger->n_document / COMMON;
    for (uint32_t i = 0; i < c->n_telling; i++) {
        casus_outline *o = &c->telling[i].outline;
        uint32_t left = 0;
        for (uint32_t k = 0; k < o->n_name; k++) {
            size_t low = 0;
            size_t high = kept;
            while (low + 1 < high) {
                size_t middle = (low + high) / 2;
                *(use[middle].name <= o->name[k] ? &low : &high) = middle;
            }
            if (use[low].documents >= 2 && use[low].documents <= most) {
                o->name[left++] = o->name[k];
            }
        }
        o->n_name = left;
    }
    return true;
}

bool casus_cluster__tell(casus_clustering *c)
{
    const casus_ledger *ledger = c->ledger;
    c->telling = CASUS_NEW(c->arena, casus_telling, (size_t)ledger->n_claim + 1);
    c->next = CASUS_NEW(c->arena, uint32_t, (size_t)ledger->n_claim + 1);
    c->why = CASUS_NEW(c->arena, uint32_t, (size_t)ledger->n_claim + 1);
    c->cluster = CASUS_NEW(c->arena, uint32_t, (size_t)ledger->n_claim + 1);
    c->begin = CASUS_NEW(c->arena, uint32_t, (size_t)ledger->n_document + 1);
    c->looks_back = CASUS_NEW(c->arena, bool, (size_t)ledger->n_document + 1);
    if (c->looks_back == NULL || c->begin == NULL || c->telling == NULL || c->next == NULL || c->why == NULL ||
        c->cluster == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < ledger->n_document; i++) {
        const casus_ledger_doc *doc = &ledger->document[c->order[i]];
        uint32_t begin = c->n_telling;
        c->begin[c->order[i]] = begin;
        c->looks_back[c->order[i]] = casus_cluster__looks_back(ledger, doc);
        for (uint32_t claim = doc->claim_begin; claim < doc->claim_end; claim++) {
            take(c, c->order[i], begin, claim);
        }
    }
    casus_cluster__wars(c);
    return drop_common_names(c);
}
