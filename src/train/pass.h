/* Inside the network: one thread's forward and backward pass. */
#ifndef CASUS_TRAIN_PASS_H
#define CASUS_TRAIN_PASS_H

#include "casus/arena.h"
#include "train/net.h"
#include "train/random.h"

struct train_pass {
    casus_layout shape;
    casus_arena arena;            /* lives for one batch */
    float *gradient[CASUS_PARTS]; /* of each part */
    float *de;                    /* [n_word][dim] gradient of the words' sums of pieces; in the arena */
    uint32_t **used;              /* [n_word] the rows that each word used; in the arena */
    uint32_t *n_used;
    uint32_t n_word;
    train_random random;
    float keep; /* 1 - dropout */
    bool learn;
};

/* Heads: from y [words][2 hidden] to losses and, if learning, dy (added to). */
void train_head_tags(train_pass *pass, const train_net *net, const train_batch *batch, const float *y, float *dy,
                     train_score *score);
void train_head_trees(train_pass *pass, const train_net *net, const train_batch *batch, const float *y, float *dy,
                      train_score *score);

/* c [m][n] (+)= a [m][k] b [k][n]; with a or b turned. */
void train_product(uint32_t m, uint32_t n, uint32_t k, const float *a, const float *b, bool add, float *c);
void train_product_ta(uint32_t m, uint32_t n, uint32_t k, const float *a, const float *b, float *c);
void train_product_tb(uint32_t m, uint32_t n, uint32_t k, const float *a, const float *b, bool add, float *c);

/* A layer with bias, relu and dropout: hidden [rows][out]. `mask` is 0 where nothing flows back, else the scale. */
typedef struct train_hidden {
    float *value, *mask, *gradient;
    unsigned weight, bias; /* parts */
} train_hidden;

train_hidden train_hidden_forward(train_pass *pass, const train_net *net, unsigned weight, unsigned bias,
                                  const float *y, uint32_t rows);
void train_hidden_backward(train_pass *pass, const train_net *net, train_hidden *hidden, const float *y, float *dy,
                           uint32_t rows);

/* Softmax of logits [n] in place to probabilities minus the gold one's 1: the gradient. Returns -log p(gold). */
double train_softmax(float *logit, uint32_t n, uint32_t gold, uint32_t *best);

#endif
