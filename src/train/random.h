/* Random numbers that are the same on every machine (splitmix64). */
#ifndef CASUS_TRAIN_RANDOM_H
#define CASUS_TRAIN_RANDOM_H

#include <math.h>
#include <stdint.h>

typedef struct train_random {
    uint64_t state;
} train_random;

static inline uint64_t train_random_next(train_random *random)
{
    uint64_t z = random->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* In [0, 1). */
static inline float train_random_unit(train_random *random)
{
    return (float)(train_random_next(random) >> 40) * 0x1p-24F;
}

static inline uint32_t train_random_below(train_random *random, uint32_t n)
{
    return (uint32_t)(((train_random_next(random) >> 32) * n) >> 32);
}

#endif
