/*
 * A layer of simple recurrent units in both directions with a highway from its input (Lei et al. 2018, eq. 3-6), and
 * RMSNorm before it. All matrices row by row, a row for each word.
 */
#ifndef CASUS_TRAIN_SRU_H
#define CASUS_TRAIN_SRU_H

#include <stdint.h>

/* `begin`: [n_sentence + 1] words; state and gates are kept for the way back. */
typedef struct train_sru {
    uint32_t n_sentence, hidden;
    const uint32_t *begin;
    const float *state_weight, *bias; /* [4 hidden] */
    const float *x;                   /* [words][2 hidden] */
    const float *u;                   /* [words][6 hidden] */
    float *c, *f, *r;                 /* [words][2 hidden] */
} train_sru;

void train_sru_forward(const train_sru *s, float *h);

/* dh -> du (written), dx (added to), gradients of state_weight and bias (added to). */
void train_sru_backward(const train_sru *s, const float *dh, float *du, float *dx, float *dstate_weight, float *dbias);

void train_norm_forward(const float *x, const float *gain, uint32_t rows, uint32_t n, float *y, float *scale);
void train_norm_backward(const float *x, const float *gain, const float *scale, const float *dy, uint32_t rows,
                         uint32_t n, float *dx, float *dgain);

#endif
