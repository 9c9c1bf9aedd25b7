/*
 * The best tree: each word its best head, and where that makes no tree, Chu and Liu's and Edmonds' algorithm (McDonald
 * et al. 2005), with exactly one word under the root.
 */
#ifndef CASUS_SYNTAX_TREE_H
#define CASUS_SYNTAX_TREE_H

#include <stdbool.h>
#include <stdint.h>

enum { CASUS_TREE_MOST = 256, CASUS_TREE_NODES = CASUS_TREE_MOST + 1, CASUS_TREE_SET = (CASUS_TREE_NODES + 63) / 64 };

/* One thread's memory for it. Node 0 is the root, node i + 1 the word i. */
typedef struct casus_tree {
    float score[CASUS_TREE_NODES][CASUS_TREE_NODES]; /* [dependant][head] */
    double weight[CASUS_TREE_NODES][CASUS_TREE_NODES];
    uint16_t from[CASUS_TREE_NODES][CASUS_TREE_NODES], to[CASUS_TREE_NODES][CASUS_TREE_NODES];
    uint64_t members[CASUS_TREE_NODES][CASUS_TREE_SET];
    struct casus_tree_part {
        uint64_t members[CASUS_TREE_SET];
        uint16_t from, to;
    } part[2 * CASUS_TREE_NODES]; /* of the cycles that are being undone, a stack */
    uint32_t n_part;
    bool active[CASUS_TREE_NODES];
    uint16_t best[CASUS_TREE_NODES];
    uint16_t head[CASUS_TREE_NODES]; /* the result */
} casus_tree;

/* Finds head[1..n] from score[1..n][0..n]; 1 <= n <= CASUS_TREE_MOST. Worst cost: cubic in n, and n is bounded. */
void casus_tree_find(casus_tree *tree, uint32_t n);

#endif
