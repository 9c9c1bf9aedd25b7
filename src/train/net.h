/*
 * The network: pieces of spellings -> words -> SRU layers in both directions -> tags, heads and relations, with its own
 * backpropagation. Layers: Lei et al. 2018 (SRU), Zhang & Sennrich 2019 (RMSNorm), Dozat & Manning 2017 (heads by
 * biaffine scores, relations), Kingma & Ba 2015 (Adam).
 */
#ifndef CASUS_TRAIN_NET_H
#define CASUS_TRAIN_NET_H

#include "syntax/layout.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A matrix of weights with what Adam knows of it. */
typedef struct train_param {
    uint32_t rows, columns;
    float *value, *mean, *square;
} train_param;

typedef struct train_net {
    casus_layout shape;
    train_param part[CASUS_PARTS];
    train_param table; /* [n_row][dim]: of the pieces; row 0: the unknown word */
    float *drop_whole; /* [types] how likely a word's whole form is hidden */
} train_net;

/* Some sentences, one behind the other: the unit of one thread's work. */
typedef struct train_batch {
    uint32_t n_sentence, n_word;
    uint32_t *begin;               /* [n_sentence + 1] */
    const uint32_t **piece;        /* [n_word] rows of the table; the first CASUS_FORM_WHOLE may be hidden */
    uint32_t *n_piece, *n_whole;   /* [n_word] how many; how many of them are of the whole form */
    float *hide;                   /* [n_word] how likely the whole form is hidden */
    uint32_t *tag, *head, *deprel; /* [n_word] gold; head: 0 root, else 1-based in the sentence */
} train_batch;

/* What one thread needs; grows to its largest batch. */
typedef struct train_pass train_pass;

typedef struct train_score {
    double loss, words, tags, heads, labels; /* sums; labels: head and relation right */
} train_score;

bool train_net_open(train_net *net, const casus_layout *shape, uint64_t seed);
void train_net_close(train_net *net);

train_pass *train_pass_open(const train_net *net);
void train_pass_close(train_pass *pass);

/*
 * Forward, and back if `dropout` >= 0 (training): gradients go to the pass. Below 0: evaluation, heads without trees.
 * False without memory.
 */
bool train_pass_run(train_pass *pass, const train_net *net, const train_batch *batch, float dropout, uint64_t seed,
                    train_score *score);

/* Adam's step with the mean of both passes' gradients, which are emptied. `n` passes, in their order. */
void train_net_step(train_net *net, train_pass *const *pass, size_t n, float rate, uint64_t step);

#endif
