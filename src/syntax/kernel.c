/* Hot loops: see kernel.h. The bodies are compiled twice; GCC and clang vectorise them for each target. */
#include "syntax/kernel.h"

#include "syntax/layout.h"

#include <math.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define HAS_AVX2 1
#define AVX2 __attribute__((target("avx2")))
#endif

#define BODY static inline __attribute__((always_inline))

enum { LANES = 8, WIDE = 16 };

/* Eight floats at once, in whatever registers the target has. */
typedef float lanes __attribute__((vector_size(32)));
typedef int32_t whole_lanes __attribute__((vector_size(32)));

BODY void load(lanes *to, const float *from)
{
    memcpy(to, from, sizeof *to);
}

/* The sum of two registers' numbers, in a fixed order. */
BODY float sum_of(const lanes *a, const lanes *b)
{
    lanes s = *a + *b;
    return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
}

BODY void sum_body(const int8_t *table, const float *scale, const uint32_t *row, size_t n, uint32_t dim, float *out)
{
    for (uint32_t j = 0; j < dim; j += WIDE) {
        float sum[WIDE] = {0};
        for (size_t i = 0; i < n; i++) {
            const int8_t *from = table + (size_t)row[i] * dim + j;
            float s = scale[row[i]];
            for (int k = 0; k < WIDE; k++) {
                sum[k] += (float)from[k] * s;
            }
        }
        memcpy(out + j, sum, sizeof sum);
    }
}

BODY float quantise_body(const float *restrict x, uint32_t n, int16_t *restrict out)
{
    lanes most[2] = {{0}, {0}};
    for (uint32_t j = 0; j < n; j += WIDE) {
        for (uint32_t k = 0; k < 2; k++) {
            lanes v;
            load(&v, x + j + k * LANES);
            whole_lanes bits = (whole_lanes)v & 0x7FFFFFFF; /* without its sign */
            whole_lanes more = (lanes)bits > most[k];
            most[k] = (lanes)((more & bits) | (~more & (whole_lanes)most[k]));
        }
    }
    float top = 1e-20F;
    for (int k = 0; k < LANES; k++) {
        top = most[0][k] > top ? most[0][k] : top;
        top = most[1][k] > top ? most[1][k] : top;
    }
    float turn = (float)CASUS_QUANTUM / top;
    for (uint32_t j = 0; j < n; j++) {
        /* Adding 1.5 * 2^23 rounds to an integer. */
        float whole = (x[j] * turn + 12582912.0F) - 12582912.0F;
        out[j] = (int16_t)(int32_t)whole;
    }
    return top / (float)CASUS_QUANTUM;
}

BODY void norm_body(const float *restrict x, const float *restrict gain, uint32_t n, float *restrict y)
{
    lanes sum[2] = {{0}, {0}};
    for (uint32_t j = 0; j < n; j += WIDE) {
        for (uint32_t k = 0; k < 2; k++) {
            lanes v;
            load(&v, x + j + k * LANES);
            sum[k] += v * v;
        }
    }
    float all = sum_of(&sum[0], &sum[1]);
    float s = 1.0F / sqrtf(all / (float)n + CASUS_NORM_LEAST);
    for (uint32_t j = 0; j < n; j++) {
        y[j] = x[j] * s * gain[j];
    }
}

/*
 * 1 / (1 + e^-x) in place. e^x to about 2e-7, |x| cut at 40. Source: 2^f by its Taylor row on [-1/2, 1/2]; adding
 * 1.5 * 2^23 rounds to an integer.
 */
BODY void sigmoid_of(lanes *at)
{
    lanes x = -*at;
    const lanes zero = {0};
    whole_lanes above = x > zero + 40.0F;
    whole_lanes below = x < zero - 40.0F;
    x = (lanes)((above & (whole_lanes)(zero + 40.0F)) | (below & (whole_lanes)(zero - 40.0F)) |
                (~(above | below) & (whole_lanes)x));
    lanes t = x * 1.44269504F;
    lanes whole = (t + 12582912.0F) - 12582912.0F;
    lanes f = t - whole;
    lanes p = f * 1.5403530e-4F + 1.3333558e-3F;
    p = p * f + 9.6181291e-3F;
    p = p * f + 5.5504109e-2F;
    p = p * f + 2.4022651e-1F;
    p = p * f + 6.9314718e-1F;
    p = p * f + 1.0F;
    whole_lanes power = (__builtin_convertvector(whole, whole_lanes) + 127) << 23;
    *at = 1.0F / (1.0F + p * (lanes)power);
}

BODY void sru_body(const float *u, const float *x, const float *state, const float *bias, uint32_t words,
                   uint32_t hidden, bool backward, float *c, float *h)
{
    memset(c, 0, hidden * sizeof *c);
    for (uint32_t i = 0; i < words; i++) {
        size_t w = backward ? words - 1 - i : i;
        const float *uw = u + w * 6 * hidden;
        const float *xw = x + w * 2 * hidden;
        float *hw = h + w * 2 * hidden;
        for (uint32_t j = 0; j < hidden; j += LANES) {
            lanes before, candidate, f, r, from, weight, constant;
            load(&before, c + j);
            load(&candidate, uw + j);
            load(&from, xw + j);
            load(&f, uw + hidden + j);
            load(&weight, state + j);
            load(&constant, bias + j);
            f = f + weight * before + constant;
            load(&r, uw + 2 * hidden + j);
            load(&weight, state + hidden + j);
            load(&constant, bias + hidden + j);
            r = r + weight * before + constant;
            sigmoid_of(&f);
            sigmoid_of(&r);
            lanes now = f * before + (1.0F - f) * candidate;
            lanes out = r * now + (1.0F - r) * from;
            memcpy(c + j, &now, sizeof now);
            memcpy(hw + j, &out, sizeof out);
        }
    }
}

BODY void relu_body(float *restrict x, const float *restrict bias, uint32_t rows, uint32_t n)
{
    for (uint32_t i = 0; i < rows; i++, x += n) {
        for (uint32_t j = 0; j < n; j++) {
            float v = x[j] + bias[j];
            x[j] = v > 0 ? v : 0;
        }
    }
}

BODY float dot_body(const float *restrict a, const float *restrict b, uint32_t n)
{
    lanes sum[2] = {{0}, {0}};
    for (uint32_t j = 0; j < n; j += WIDE) {
        for (uint32_t k = 0; k < 2; k++) {
            lanes x, y;
            load(&x, a + j + k * LANES);
            load(&y, b + j + k * LANES);
            sum[k] += x * y;
        }
    }
    return sum_of(&sum[0], &sum[1]);
}

static void product_plain(const int16_t *a, const float *worth, uint32_t rows, uint32_t inputs, const int16_t *weight,
                          const float *scale, uint32_t columns, float *out)
{
    for (uint32_t j = 0; j < columns; j += WIDE) {
        const int16_t *w = weight + (size_t)j * inputs;
        for (uint32_t i = 0; i < rows; i++) {
            int32_t sum[WIDE] = {0};
            const int16_t *row = a + (size_t)i * inputs;
            for (uint32_t k = 0; k < inputs; k += 2) {
                for (uint32_t lane = 0; lane < WIDE; lane++) {
                    const int16_t *pair = w + (size_t)k * WIDE + 2 * lane;
                    sum[lane] += row[k] * pair[0] + row[k + 1] * pair[1];
                }
            }
            for (uint32_t lane = 0; lane < WIDE; lane++) {
                out[(size_t)i * columns + j + lane] = (float)sum[lane] * (worth[i] * scale[j + lane]);
            }
        }
    }
}

static void sum_plain(const int8_t *table, const float *scale, const uint32_t *row, size_t n, uint32_t dim, float *out)
{
    sum_body(table, scale, row, n, dim, out);
}

static float quantise_plain(const float *x, uint32_t n, int16_t *out)
{
    return quantise_body(x, n, out);
}

static void norm_plain(const float *x, const float *gain, uint32_t n, float *y)
{
    norm_body(x, gain, n, y);
}

static void sru_plain(const float *u, const float *x, const float *state, const float *bias, uint32_t words,
                      uint32_t hidden, bool backward, float *c, float *h)
{
    sru_body(u, x, state, bias, words, hidden, backward, c, h);
}

static void relu_plain(float *x, const float *bias, uint32_t rows, uint32_t n)
{
    relu_body(x, bias, rows, n);
}

static float dot_plain(const float *a, const float *b, uint32_t n)
{
    return dot_body(a, b, n);
}

#if HAS_AVX2

/* One row's sums of 16 columns, from two registers. */
AVX2 BODY void store_avx2(__m256i low, __m256i high, float worth, const float *scale, float *out)
{
    __m256 value = _mm256_set1_ps(worth);
    _mm256_storeu_ps(out, _mm256_mul_ps(_mm256_cvtepi32_ps(low), _mm256_mul_ps(value, _mm256_loadu_ps(scale))));
    _mm256_storeu_ps(out + LANES,
                     _mm256_mul_ps(_mm256_cvtepi32_ps(high), _mm256_mul_ps(value, _mm256_loadu_ps(scale + LANES))));
}

AVX2 BODY __m256i pair_avx2(const int16_t *a)
{
    int32_t pair;
    memcpy(&pair, a, sizeof pair);
    return _mm256_set1_epi32(pair);
}

#define ADD(sum, a, b) ((sum) = _mm256_add_epi32((sum), _mm256_madd_epi16((a), (b))))

/*
 * Six rows of 16 columns: twelve sums, which all stay in registers beside the weights. The barrier keeps the compiler
 * from computing all products first, for which there are no registers left.
 */
#define BARRIER(sum) __asm__("" : "+x"(sum))
#define ROW(n)                          \
    do {                                \
        __m256i both = pair_avx2(a##n); \
        ADD(low##n, both, left);        \
        ADD(high##n, both, right);      \
        BARRIER(low##n);                \
        BARRIER(high##n);               \
        a##n += 2;                      \
    } while (0)

AVX2 BODY void six_rows_avx2(const int16_t *a0, const float *worth, uint32_t inputs, const int16_t *w,
                             const float *scale, uint32_t columns, float *out)
{
    __m256i low0 = _mm256_setzero_si256(), low1 = low0, low2 = low0, low3 = low0, low4 = low0, low5 = low0;
    __m256i high0 = low0, high1 = low0, high2 = low0, high3 = low0, high4 = low0, high5 = low0;
    const int16_t *a1 = a0 + inputs;
    const int16_t *a2 = a1 + inputs;
    const int16_t *a3 = a2 + inputs;
    const int16_t *a4 = a3 + inputs;
    const int16_t *a5 = a4 + inputs;
    for (const int16_t *end = w + (size_t)inputs * WIDE; w < end; w += 2 * WIDE) {
        __m256i left = _mm256_loadu_si256((const __m256i *)(const void *)w);
        __m256i right = _mm256_loadu_si256((const __m256i *)(const void *)(w + WIDE));
        ROW(0);
        ROW(1);
        ROW(2);
        ROW(3);
        ROW(4);
        ROW(5);
    }
    store_avx2(low0, high0, worth[0], scale, out);
    store_avx2(low1, high1, worth[1], scale, out + columns);
    store_avx2(low2, high2, worth[2], scale, out + 2 * (size_t)columns);
    store_avx2(low3, high3, worth[3], scale, out + 3 * (size_t)columns);
    store_avx2(low4, high4, worth[4], scale, out + 4 * (size_t)columns);
    store_avx2(low5, high5, worth[5], scale, out + 5 * (size_t)columns);
}

AVX2 BODY void one_row_avx2(const int16_t *a, float worth, uint32_t inputs, const int16_t *w, const float *scale,
                            float *out)
{
    __m256i low = _mm256_setzero_si256(), high = low;
    for (uint32_t k = 0; k < inputs; k += 2, w += 2 * WIDE) {
        __m256i both = pair_avx2(a + k);
        ADD(low, both, _mm256_loadu_si256((const __m256i *)(const void *)w));
        ADD(high, both, _mm256_loadu_si256((const __m256i *)(const void *)(w + WIDE)));
    }
    store_avx2(low, high, worth, scale, out);
}

AVX2 static void product_avx2(const int16_t *a, const float *worth, uint32_t rows, uint32_t inputs,
                              const int16_t *weight, const float *scale, uint32_t columns, float *out)
{
    for (uint32_t j = 0; j < columns; j += WIDE) {
        const int16_t *w = weight + (size_t)j * inputs;
        uint32_t i = 0;
        for (; i + 6 <= rows; i += 6) {
            six_rows_avx2(a + (size_t)i * inputs, worth + i, inputs, w, scale + j, columns,
                          out + (size_t)i * columns + j);
        }
        for (; i < rows; i++) {
            one_row_avx2(a + (size_t)i * inputs, worth[i], inputs, w, scale + j, out + (size_t)i * columns + j);
        }
    }
}

AVX2 static void sum_avx2(const int8_t *table, const float *scale, const uint32_t *row, size_t n, uint32_t dim,
                          float *out)
{
    sum_body(table, scale, row, n, dim, out);
}

AVX2 static float quantise_avx2(const float *x, uint32_t n, int16_t *out)
{
    return quantise_body(x, n, out);
}

AVX2 static void norm_avx2(const float *x, const float *gain, uint32_t n, float *y)
{
    norm_body(x, gain, n, y);
}

AVX2 static void sru_avx2(const float *u, const float *x, const float *state, const float *bias, uint32_t words,
                          uint32_t hidden, bool backward, float *c, float *h)
{
    sru_body(u, x, state, bias, words, hidden, backward, c, h);
}

AVX2 static void relu_avx2(float *x, const float *bias, uint32_t rows, uint32_t n)
{
    relu_body(x, bias, rows, n);
}

AVX2 static float dot_avx2(const float *a, const float *b, uint32_t n)
{
    return dot_body(a, b, n);
}

static const casus_kernel avx2 = {.sum = sum_avx2,
                                  .quantise = quantise_avx2,
                                  .product = product_avx2,
                                  .norm = norm_avx2,
                                  .sru = sru_avx2,
                                  .relu = relu_avx2,
                                  .dot = dot_avx2};
#endif

static const casus_kernel any = {.sum = sum_plain,
                                 .quantise = quantise_plain,
                                 .product = product_plain,
                                 .norm = norm_plain,
                                 .sru = sru_plain,
                                 .relu = relu_plain,
                                 .dot = dot_plain};

const casus_kernel *casus_kernel_choose(bool plain)
{
#if HAS_AVX2
    if (!plain && __builtin_cpu_supports("avx2")) {
        return &avx2;
    }
#endif
    (void)plain;
    return &any;
}
