/* Adam's step (Kingma & Ba 2015); rows of the table that no word used keep their moments (lazy Adam). See net.h. */
#include "train/pass.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const float beta_mean = 0.9F, beta_square = 0.98F, least = 1e-8F, longest = 5.0F;

static void move(float *value, float *mean, float *square, float *gradient, size_t n, float scale, float rate)
{
    for (size_t i = 0; i < n; i++) {
        float g = gradient[i] * scale;
        mean[i] += (1.0F - beta_mean) * (g - mean[i]);
        square[i] += (1.0F - beta_square) * (g * g - square[i]);
        value[i] -= rate * mean[i] / (sqrtf(square[i]) + least);
        gradient[i] = 0.0F;
    }
}

/* Gradients of the table's rows, gathered from all passes; `at` maps a row to its place, 0 = none. */
static size_t gather(train_net *net, train_pass *const *pass, size_t n, float **gradient, uint32_t **row)
{
    uint32_t dim = net->shape.dim;
    size_t most = 0;
    for (size_t k = 0; k < n; k++) {
        for (uint32_t w = 0; w < pass[k]->n_word; w++) {
            most += pass[k]->n_used[w];
        }
    }
    most = most > net->shape.n_row ? net->shape.n_row : most;
    uint32_t *at = calloc(net->shape.n_row, sizeof *at);
    *gradient = calloc(most * dim, sizeof(float));
    *row = calloc(most, sizeof **row);
    size_t count = 0;
    if (at == NULL || *gradient == NULL || *row == NULL) {
        free(at);
        return 0;
    }
    for (size_t k = 0; k < n; k++) {
        for (uint32_t w = 0; w < pass[k]->n_word; w++) {
            for (uint32_t i = 0; i < pass[k]->n_used[w]; i++) {
                uint32_t r = pass[k]->used[w][i];
                if (at[r] == 0) {
                    (*row)[count++] = r;
                    at[r] = (uint32_t)count;
                }
                float *to = *gradient + (size_t)(at[r] - 1) * dim;
                for (uint32_t j = 0; j < dim; j++) {
                    to[j] += pass[k]->de[(size_t)w * dim + j];
                }
            }
        }
    }
    free(at);
    return count;
}

void train_net_step(train_net *net, train_pass *const *pass, size_t n, float rate, uint64_t step)
{
    float *rows = NULL;
    uint32_t *row = NULL;
    uint32_t dim = net->shape.dim;
    double words = 0;
    double norm = 0;
    for (size_t k = 0; k < n; k++) {
        words += pass[k]->n_word;
    }
    size_t n_used = gather(net, pass, n, &rows, &row);
    for (unsigned p = 0; p < CASUS_PARTS; p++) {
        size_t size = (size_t)net->part[p].rows * net->part[p].columns;
        for (size_t k = 1; k < n; k++) {
            for (size_t i = 0; i < size; i++) {
                pass[0]->gradient[p][i] += pass[k]->gradient[p][i];
                pass[k]->gradient[p][i] = 0.0F;
            }
        }
        for (size_t i = 0; i < size; i++) {
            norm += (double)pass[0]->gradient[p][i] * (double)pass[0]->gradient[p][i];
        }
    }
    norm = sqrt(norm) / words;
    float scale = (float)((norm > (double)longest ? (double)longest / norm : 1.0) / words);
    /* The moments start at 0 and are too small at first (Adam's bias correction). */
    double t = (double)step + 1;
    float corrected = rate * (float)(sqrt(1 - pow((double)beta_square, t)) / (1 - pow((double)beta_mean, t)));
    for (unsigned p = 0; p < CASUS_PARTS; p++) {
        train_param *a = &net->part[p];
        move(a->value, a->mean, a->square, pass[0]->gradient[p], (size_t)a->rows * a->columns, scale, corrected);
    }
    for (size_t i = 0; i < n_used; i++) {
        size_t at = (size_t)row[i] * dim;
        move(net->table.value + at, net->table.mean + at, net->table.square + at, rows + i * dim, dim, scale,
             corrected);
    }
    free(rows);
    free(row);
}
