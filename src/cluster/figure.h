/* When do two figures exclude one another? */
#ifndef CASUS_CLUSTER_FIGURE_H
#define CASUS_CLUSTER_FIGURE_H

#include "casus/ledger.h"

/* The numbers that a figure leaves open: 'at least 49' is 49 to INFINITY. */
typedef struct casus_bounds {
    double from, to;
} casus_bounds;

/*
 * Both ends of what a figure can mean. 'About 20' leaves a fifth on both sides; 'dozens', a word without a number of
 * its own, leaves three tenths below its least.
 */
casus_bounds casus_cluster__bounds(const casus_ledger_quantity *quantity);

/* How what two figures count hangs together. */
typedef enum casus_counted {
    CASUS_COUNTED_APART, /* soldiers and civilians: no figure of one says anything of the other */
    CASUS_COUNTED_SAME,  /* fighters and militants */
    CASUS_COUNTED_PART,  /* the first is part of the second: soldiers among people */
    CASUS_COUNTED_WHOLE  /* the second is part of the first */
} casus_counted;

casus_counted casus_cluster__counted(casus_str item, casus_str other);

/* One name for all nouns that count people without saying which: 'person'; any other item itself. */
casus_str casus_cluster__item(casus_str item);

/* Whether the two figures, for one and the same thing, cannot both be right. */
bool casus_cluster__exclude(const casus_ledger_quantity *a, const casus_ledger_quantity *b);

#endif
