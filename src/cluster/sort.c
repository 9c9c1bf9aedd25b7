/* Keys in order by digits: the time grows with their number alone, not with its logarithm. Knuth, TAOCP vol. 3, 5.2.5. */
#include "cluster/keys.h"

#include <stdlib.h>

enum {
    BITS = 8,
    DIGITS = 1 << BITS,
    KEY_PASSES = 64 / BITS,
    TELLING_PASSES = 32 / BITS,
    PASSES = KEY_PASSES + TELLING_PASSES,
    FEW = 64 /* of these comparing is quicker */
};

static int by_key(const void *a, const void *b)
{
    const casus_key *x = a;
    const casus_key *y = b;
    return x->key != y->key ? (x->key < y->key ? -1 : 1) : x->telling < y->telling ? -1 : x->telling > y->telling;
}

/* The digit of a pass, the least significant first: those of the telling, then those of the key. */
static size_t digit(const casus_key *key, int pass)
{
    uint64_t of = pass < TELLING_PASSES ? key->telling : key->key;
    int place = pass < TELLING_PASSES ? pass : pass - TELLING_PASSES;
    return (size_t)(of >> (place * BITS)) & (DIGITS - 1);
}

/* Whether tellings follow one another already, as they do when all keys of one are added before those of the next. */
static bool tellings_in_order(const casus_keys *keys)
{
    for (size_t i = 1; i < keys->n; i++) {
        if (keys->at[i - 1].telling > keys->at[i].telling) {
            return false;
        }
    }
    return true;
}

bool casus_cluster__sort_keys(casus_keys *keys)
{
    if (keys->n <= FEW) {
        if (keys->n > 0) {
            qsort(keys->at, keys->n, sizeof *keys->at, by_key);
        }
        return true;
    }
    casus_key *to = malloc(keys->n * sizeof *to);
    if (to == NULL) {
        return false;
    }
    casus_key *from = keys->at;
    for (int pass = tellings_in_order(keys) ? TELLING_PASSES : 0; pass < PASSES; pass++) {
        size_t at[DIGITS] = {0};
        for (size_t i = 0; i < keys->n; i++) {
            at[digit(&from[i], pass)]++;
        }
        if (at[digit(&from[0], pass)] == keys->n) {
            continue; /* all have this digit */
        }
        size_t sum = 0;
        for (size_t d = 0; d < DIGITS; d++) {
            size_t n = at[d];
            at[d] = sum;
            sum += n;
        }
        for (size_t i = 0; i < keys->n; i++) {
            to[at[digit(&from[i], pass)]++] = from[i];
        }
        casus_key *swap = from;
        from = to;
        to = swap;
    }
    keys->at = from;
    keys->room = keys->n;
    free(to);
    return true;
}
