/* SRU layers and RMSNorm: see sru.h. */
#include "train/sru.h"

#include "syntax/layout.h"

#include <math.h>
#include <string.h>

static float sigmoid(float x)
{
    return 1.0F / (1.0F + expf(-x));
}

/* The words of a sentence in the order of a direction. */
static uint32_t word_at(uint32_t begin, uint32_t end, uint32_t i, unsigned backward)
{
    return backward ? end - 1 - i : begin + i;
}

void train_sru_forward(const train_sru *s, float *h)
{
    uint32_t n = s->hidden;
    for (uint32_t k = 0; k < s->n_sentence; k++) {
        uint32_t begin = s->begin[k];
        uint32_t end = s->begin[k + 1];
        for (unsigned way = 0; way < 2; way++) {
            const float *vf = s->state_weight + way * 2 * n;
            const float *vr = vf + n;
            const float *bf = s->bias + way * 2 * n;
            const float *br = bf + n;
            const float *before = NULL;
            for (uint32_t i = 0; i < end - begin; i++) {
                size_t w = word_at(begin, end, i, way);
                const float *u = s->u + w * 6 * n + way * 3 * n;
                size_t at = w * 2 * n + way * n;
                for (uint32_t j = 0; j < n; j++) {
                    float c0 = before == NULL ? 0.0F : before[j];
                    float f = sigmoid(u[n + j] + vf[j] * c0 + bf[j]);
                    float r = sigmoid(u[2 * n + j] + vr[j] * c0 + br[j]);
                    float c = f * c0 + (1.0F - f) * u[j];
                    s->c[at + j] = c;
                    s->f[at + j] = f;
                    s->r[at + j] = r;
                    h[at + j] = r * c + (1.0F - r) * s->x[at + j];
                }
                before = s->c + at;
            }
        }
    }
}

void train_sru_backward(const train_sru *s, const float *dh, float *du, float *dx, float *dstate_weight, float *dbias)
{
    uint32_t n = s->hidden;
    float dnext[1024];
    for (uint32_t k = 0; k < s->n_sentence; k++) {
        uint32_t begin = s->begin[k];
        uint32_t end = s->begin[k + 1];
        for (unsigned way = 0; way < 2; way++) {
            const float *vf = s->state_weight + way * 2 * n;
            const float *vr = vf + n;
            float *dvf = dstate_weight + way * 2 * n;
            float *dbf = dbias + way * 2 * n;
            memset(dnext, 0, sizeof dnext);
            for (uint32_t i = end - begin; i-- > 0;) {
                size_t w = word_at(begin, end, i, way);
                size_t at = w * 2 * n + way * n;
                const float *u = s->u + w * 6 * n + way * 3 * n;
                float *d = du + w * 6 * n + way * 3 * n;
                const float *before = i == 0 ? NULL : s->c + (size_t)word_at(begin, end, i - 1, way) * 2 * n + way * n;
                for (uint32_t j = 0; j < n; j++) {
                    float c0 = before == NULL ? 0.0F : before[j];
                    float f = s->f[at + j];
                    float r = s->r[at + j];
                    float g = dh[at + j];
                    float dr = g * (s->c[at + j] - s->x[at + j]);
                    float dc = g * r + dnext[j];
                    float zf = dc * (c0 - u[j]) * f * (1.0F - f);
                    float zr = dr * r * (1.0F - r);
                    dx[at + j] += g * (1.0F - r);
                    d[j] = dc * (1.0F - f);
                    d[n + j] = zf;
                    d[2 * n + j] = zr;
                    dvf[j] += zf * c0;
                    dvf[n + j] += zr * c0;
                    dbf[j] += zf;
                    dbf[n + j] += zr;
                    dnext[j] = dc * f + zf * vf[j] + zr * vr[j];
                }
            }
        }
    }
}

void train_norm_forward(const float *x, const float *gain, uint32_t rows, uint32_t n, float *y, float *scale)
{
    for (uint32_t i = 0; i < rows; i++, x += n, y += n) {
        float sum = 0;
        for (uint32_t j = 0; j < n; j++) {
            sum += x[j] * x[j];
        }
        float s = 1.0F / sqrtf(sum / (float)n + CASUS_NORM_LEAST);
        scale[i] = s;
        for (uint32_t j = 0; j < n; j++) {
            y[j] = x[j] * s * gain[j];
        }
    }
}

void train_norm_backward(const float *x, const float *gain, const float *scale, const float *dy, uint32_t rows,
                         uint32_t n, float *dx, float *dgain)
{
    for (uint32_t i = 0; i < rows; i++, x += n, dy += n, dx += n) {
        float s = scale[i];
        float dot = 0;
        for (uint32_t j = 0; j < n; j++) {
            dgain[j] += dy[j] * x[j] * s;
            dot += dy[j] * gain[j] * x[j];
        }
        float back = dot * s * s * s / (float)n;
        for (uint32_t j = 0; j < n; j++) {
            dx[j] += dy[j] * gain[j] * s - x[j] * back;
        }
    }
}
