/* How alike two outlines are, as one number, and why: a sum of few weights that can be read. */
#ifndef CASUS_CLUSTER_LIKENESS_H
#define CASUS_CLUSTER_LIKENESS_H

#include "cluster/outline.h"

/* Why two tell of one happening; bits, told to people by casus_cluster__reasons. */
enum {
    CASUS_LIKE_DAY = 1 << 0,
    CASUS_LIKE_PERIOD = 1 << 1,
    CASUS_LIKE_PLACE = 1 << 2,
    CASUS_LIKE_REGION = 1 << 3,
    CASUS_LIKE_SIDES = 1 << 4,
    CASUS_LIKE_SIDE = 1 << 5,
    CASUS_LIKE_FIGURES = 1 << 6,
    CASUS_LIKE_NAMES = 1 << 7,
    CASUS_LIKE_MODE = 1 << 8,
    CASUS_LIKE_NEAR = 1 << 9,
    CASUS_LIKE_COPY = 1 << 10,
    CASUS_LIKE_DECIDED = 1 << 11,
    CASUS_LIKE_ALONE = 1 << 12,
};

/* No evidence makes these two one. */
#define CASUS_UNLIKE (-100.0)

typedef struct casus_likeness {
    double score;
    uint32_t why; /* bits of the above */
} casus_likeness;

/* Two mentions in one document, `apart` sentences from one another; `main`: the group is the first that it tells of. */
casus_likeness casus_cluster__alike_within(const casus_ledger *ledger, const casus_outline *group,
                                           const casus_outline *claim, uint32_t apart, bool main);

/* Tellings of two documents; `names`: how many rare words of what is quoted they share. */
casus_likeness casus_cluster__alike_across(const casus_ledger *ledger, const casus_outline *a, const casus_outline *b,
                                           uint32_t names);

/* The same without regard to when: for documents whose date is sought. */
casus_likeness casus_cluster__alike_timeless(const casus_ledger *ledger, const casus_outline *a, const casus_outline *b,
                                             uint32_t names);

#endif
