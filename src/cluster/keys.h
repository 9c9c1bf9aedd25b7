/* Keys under which tellings that may be of one happening meet. */
#ifndef CASUS_CLUSTER_KEYS_H
#define CASUS_CLUSTER_KEYS_H

#include "cluster/clustering.h"

typedef struct casus_key {
    uint64_t key;
    uint32_t telling;
    bool strong; /* few happenings share it: place, two sides or figure of one day; not one side, or a country */
} casus_key;

/* By key, then by telling. Owned by the caller: free(at). */
typedef struct casus_keys {
    casus_key *at;
    size_t n, room;
} casus_keys;

/* The keys of all tellings, sorted. False: no memory. */
bool casus_cluster__keys(const casus_clustering *c, casus_keys *out);

/* The keys of one telling without regard to when, added to `out`, unsorted. */
bool casus_cluster__timeless_keys(const casus_clustering *c, uint32_t telling, casus_keys *out);

/* By key, then by telling; in time linear in their number. False: no memory. */
bool casus_cluster__sort_keys(casus_keys *keys);

#endif
