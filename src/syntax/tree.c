/* Trees: see tree.h. */
#include "syntax/tree.h"

#include <string.h>

enum { NO_HEAD = UINT16_MAX };

/* Far more than scores differ: a tree with two words under the root is never better than one with one. */
#define ROOT_PENALTY 1e6

static void choose_best(casus_tree *tree, uint32_t n)
{
    for (uint32_t i = 1; i <= n; i++) {
        const float *score = tree->score[i];
        uint32_t best = i == 1 && n > 1 ? 2 : 1;
        best = n == 1 ? 0 : best;
        for (uint32_t j = 0; j <= n; j++) {
            if (j != i && score[j] > score[best]) {
                best = j;
            }
        }
        tree->head[i] = (uint16_t)best;
    }
}

/* A node of a cycle of `head` among the active nodes; 0 if there is none. */
static uint32_t find_cycle(const casus_tree *tree, const uint16_t *head, uint32_t n)
{
    uint16_t seen[CASUS_TREE_NODES] = {0};
    for (uint32_t i = 1; i <= n; i++) {
        uint32_t at = i;
        while (at != 0 && tree->active[at] && seen[at] == 0) {
            seen[at] = (uint16_t)i;
            at = head[at];
        }
        if (at != 0 && tree->active[at] && seen[at] == i) {
            return at;
        }
    }
    return 0;
}

static bool is_tree(casus_tree *tree, uint32_t n)
{
    uint32_t roots = 0;
    for (uint32_t i = 1; i <= n; i++) {
        roots += tree->head[i] == 0;
    }
    return roots == 1 && find_cycle(tree, tree->head, n) == 0;
}

static void find_heads(casus_tree *tree, uint32_t n)
{
    for (uint32_t i = 1; i <= n; i++) {
        uint32_t best = NO_HEAD;
        for (uint32_t j = 0; tree->active[i] && j <= n; j++) {
            if (j != i && tree->active[j] && (best == NO_HEAD || tree->weight[i][j] > tree->weight[i][best])) {
                best = j;
            }
        }
        tree->best[i] = (uint16_t)best;
    }
}

/* Make the cycle through `first` one node, which keeps the number `first`; its parts go onto the stack. */
static void contract(casus_tree *tree, uint32_t n, uint32_t first)
{
    bool in_cycle[CASUS_TREE_NODES] = {false};
    double weight = 0;
    uint32_t at = first;
    do {
        in_cycle[at] = true;
        weight += tree->weight[at][tree->best[at]];
        struct casus_tree_part *part = &tree->part[tree->n_part++];
        memcpy(part->members, tree->members[at], sizeof part->members);
        part->from = tree->from[at][tree->best[at]];
        part->to = tree->to[at][tree->best[at]];
        at = tree->best[at];
    } while (at != first);
    for (uint32_t i = 0; i <= n; i++) {
        if (!tree->active[i] || in_cycle[i]) {
            continue;
        }
        uint32_t out = NO_HEAD;
        uint32_t in = NO_HEAD;
        double in_weight = 0;
        at = first;
        do {
            if (i != 0 && (out == NO_HEAD || tree->weight[i][at] > tree->weight[i][out])) {
                out = at;
            }
            double entered = weight + tree->weight[at][i] - tree->weight[at][tree->best[at]];
            if (in == NO_HEAD || entered > in_weight) {
                in_weight = entered;
                in = at;
            }
            at = tree->best[at];
        } while (at != first);
        if (i != 0) {
            tree->weight[i][first] = tree->weight[i][out];
            tree->from[i][first] = tree->from[i][out];
            tree->to[i][first] = tree->to[i][out];
        }
        tree->from[first][i] = tree->from[in][i];
        tree->to[first][i] = tree->to[in][i];
        /* Of `first` itself the old weight is still needed above: this is the last use for this i. */
        tree->weight[first][i] = in_weight;
    }
    for (at = tree->best[first]; at != first; at = tree->best[at]) {
        tree->active[at] = false;
        for (uint32_t k = 0; k < CASUS_TREE_SET; k++) {
            tree->members[first][k] |= tree->members[at][k];
        }
    }
}

/* Give the parts of a cycle their heads, but for the one that the tree enters it by. */
static void expand(casus_tree *tree, uint32_t n, uint32_t begin)
{
    for (uint32_t p = begin; p < tree->n_part; p++) {
        const struct casus_tree_part *part = &tree->part[p];
        bool entered = false;
        for (uint32_t i = 1; i <= n && !entered; i++) {
            entered = tree->head[i] != NO_HEAD && (part->members[i / 64] >> (i % 64) & 1) != 0;
        }
        if (!entered) {
            tree->best[p - begin] = 1;
        } else {
            tree->best[p - begin] = 0;
        }
    }
    for (uint32_t p = begin; p < tree->n_part; p++) {
        if (tree->best[p - begin] != 0) {
            tree->head[tree->part[p].to] = tree->part[p].from;
        }
    }
    tree->n_part = begin;
}

static void find_tree(casus_tree *tree, uint32_t n)
{
    uint32_t begin[CASUS_TREE_NODES];
    uint32_t depth = 0;
    memset(tree->members, 0, sizeof tree->members);
    tree->n_part = 0;
    for (uint32_t i = 1; i <= n; i++) {
        tree->members[i][i / 64] = UINT64_C(1) << (i % 64);
        for (uint32_t j = 0; j <= n; j++) {
            tree->weight[i][j] = (double)tree->score[i][j] - (j == 0 ? ROOT_PENALTY : 0.0);
            tree->from[i][j] = (uint16_t)j;
            tree->to[i][j] = (uint16_t)i;
        }
    }
    find_heads(tree, n);
    for (uint32_t cycle; (cycle = find_cycle(tree, tree->best, n)) != 0;) {
        begin[depth++] = tree->n_part;
        contract(tree, n, cycle);
        find_heads(tree, n);
    }
    memset(tree->head, 0xFF, sizeof tree->head);
    for (uint32_t i = 1; i <= n; i++) {
        if (tree->active[i]) {
            tree->head[tree->to[i][tree->best[i]]] = tree->from[i][tree->best[i]];
        }
    }
    while (depth > 0) {
        expand(tree, n, begin[--depth]);
    }
}

void casus_tree_find(casus_tree *tree, uint32_t n)
{
    for (uint32_t i = 0; i <= n; i++) {
        tree->active[i] = true;
    }
    choose_best(tree, n);
    if (!is_tree(tree, n)) {
        find_tree(tree, n);
    }
}
