/* SHA-256 (FIPS 180-4) as text. */
#ifndef CASUS_BASE_SHA256_H
#define CASUS_BASE_SHA256_H

#include "casus/str.h"

#include <nettle/sha2.h>

/* Lower-case hexadecimal, zero-terminated. */
void casus_sha256(casus_str bytes, char out[65]);

/* The same of several pieces, one behind the other. */
typedef struct sha256_ctx casus_sha256_sum;

void casus_sha256_begin(casus_sha256_sum *sum);
void casus_sha256_add(casus_sha256_sum *sum, casus_str bytes);
void casus_sha256_end(casus_sha256_sum *sum, char out[65]);

#endif
