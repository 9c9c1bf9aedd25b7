/*
 * The hot loops. Two versions, one for any machine and one for AVX2, that give the same bits: products are sums of
 * integers, all else is done element by element or in lanes of eight.
 */
#ifndef CASUS_SYNTAX_KERNEL_H
#define CASUS_SYNTAX_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Largest absolute value of a quantised number: 512 products of two stay below 2^31. */
enum { CASUS_QUANTUM = 2047 };

typedef struct casus_kernel {
    /* Sum of `n` rows of a table of int8_t with a scale for each row. `dim` is a multiple of 16. */
    void (*sum)(const int8_t *table, const float *scale, const uint32_t *row, size_t n, uint32_t dim, float *out);

    /* x [n] to integers below CASUS_QUANTUM; returns what one of them is worth. */
    float (*quantise)(const float *x, uint32_t n, int16_t *out);

    /* out [rows][columns] = a [rows][inputs] times packed weights; columns padded to 16 in out too. */
    void (*product)(const int16_t *a, const float *worth, uint32_t rows, uint32_t inputs, const int16_t *weight,
                    const float *scale, uint32_t columns, float *out);

    /* y [n] = x / root mean square * gain */
    void (*norm)(const float *x, const float *gain, uint32_t n, float *y);

    /* A sentence in one direction: u [words][6 hidden], x and h [words][2 hidden], from the first of this direction. */
    void (*sru)(const float *u, const float *x, const float *state, const float *bias, uint32_t words, uint32_t hidden,
                bool backward, float *c, float *h);

    /* x [rows][n] + bias [n], 0 where below 0. */
    void (*relu)(float *x, const float *bias, uint32_t rows, uint32_t n);

    /* Scalar product. */
    float (*dot)(const float *a, const float *b, uint32_t n);
} casus_kernel;

/* The fastest for this machine, or the one for any machine. */
const casus_kernel *casus_kernel_choose(bool plain);

#endif
