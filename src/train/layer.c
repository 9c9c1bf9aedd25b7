/* Products and hidden layers: see pass.h. */
#include "train/pass.h"

#include <cblas.h>
#include <math.h>

void train_product(uint32_t m, uint32_t n, uint32_t k, const float *a, const float *b, bool add, float *c)
{
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, (int)m, (int)n, (int)k, 1.0F, a, (int)k, b, (int)n,
                add ? 1.0F : 0.0F, c, (int)n);
}

/* c [m][n] += a [k][m] turned, times b [k][n]. */
void train_product_ta(uint32_t m, uint32_t n, uint32_t k, const float *a, const float *b, float *c)
{
    cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, (int)m, (int)n, (int)k, 1.0F, a, (int)m, b, (int)n, 1.0F, c,
                (int)n);
}

/* c [m][n] (+)= a [m][k] times b [n][k] turned. */
void train_product_tb(uint32_t m, uint32_t n, uint32_t k, const float *a, const float *b, bool add, float *c)
{
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, (int)m, (int)n, (int)k, 1.0F, a, (int)k, b, (int)k,
                add ? 1.0F : 0.0F, c, (int)n);
}

train_hidden train_hidden_forward(train_pass *pass, const train_net *net, unsigned weight, unsigned bias,
                                  const float *y, uint32_t rows)
{
    const train_param *w = &net->part[weight];
    size_t n = (size_t)rows * w->columns;
    train_hidden hidden = {.weight = weight, .bias = bias};
    hidden.value = casus_arena_alloc(&pass->arena, n * sizeof(float));
    hidden.mask = casus_arena_alloc(&pass->arena, n * sizeof(float));
    hidden.gradient = casus_arena_alloc(&pass->arena, n * sizeof(float));
    train_product(rows, w->columns, w->rows, y, w->value, false, hidden.value);
    for (size_t i = 0; i < n; i++) {
        float v = hidden.value[i] + net->part[bias].value[i % w->columns];
        bool on = v > 0 && (pass->keep >= 1.0F || train_random_unit(&pass->random) < pass->keep);
        hidden.mask[i] = on ? 1.0F / pass->keep : 0.0F;
        hidden.value[i] = v * hidden.mask[i];
    }
    return hidden;
}

void train_hidden_backward(train_pass *pass, const train_net *net, train_hidden *hidden, const float *y, float *dy,
                           uint32_t rows)
{
    const train_param *w = &net->part[hidden->weight];
    size_t n = (size_t)rows * w->columns;
    float *dbias = pass->gradient[hidden->bias];
    for (size_t i = 0; i < n; i++) {
        hidden->gradient[i] *= hidden->mask[i];
        dbias[i % w->columns] += hidden->gradient[i];
    }
    train_product_ta(w->rows, w->columns, rows, y, hidden->gradient, pass->gradient[hidden->weight]);
    train_product_tb(rows, w->rows, w->columns, hidden->gradient, w->value, true, dy);
}

double train_softmax(float *logit, uint32_t n, uint32_t gold, uint32_t *best)
{
    uint32_t top = 0;
    for (uint32_t i = 1; i < n; i++) {
        top = logit[i] > logit[top] ? i : top;
    }
    float most = logit[top];
    float sum = 0;
    double gold_logit = (double)(logit[gold] - most);
    for (uint32_t i = 0; i < n; i++) {
        logit[i] = expf(logit[i] - most);
        sum += logit[i];
    }
    for (uint32_t i = 0; i < n; i++) {
        logit[i] /= sum;
    }
    logit[gold] -= 1.0F;
    *best = top;
    return log((double)sum) - gold_logit;
}
