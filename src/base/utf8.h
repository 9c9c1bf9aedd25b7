/* UTF-8: checking, decoding, encoding, classes of characters. */
#ifndef CASUS_BASE_UTF8_H
#define CASUS_BASE_UTF8_H

#include "casus/str.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { CASUS_UTF8_REPLACEMENT = 0xFFFD };

/* Length of the longest prefix of `text` that is valid UTF-8 (RFC 3629: no surrogates, no overlong forms). */
size_t casus_utf8_valid_prefix(const char *text, size_t len);

/**
 * Decode the character at text[*at] and move *at behind it.
 * A byte that begins no valid character gives U+FFFD and moves by one. Needs *at < len.
 */
uint32_t casus_utf8_next(const char *text, size_t len, size_t *at);

/* Decode the character that ends at text[*at] and move *at to its start. Needs *at > 0. */
uint32_t casus_utf8_prev(const char *text, size_t *at);

/* Write `c` (a surrogate or a value above U+10FFFF as U+FFFD) to out[4]; returns the bytes written. */
size_t casus_utf8_put(uint32_t c, char out[4]);

/* Number of characters in valid UTF-8. */
size_t casus_utf8_count(const char *text, size_t len);

#ifdef __cplusplus
}
#endif
#endif
