/* Numbers in digits: signs between groups of three, decimals. */
#ifndef CASUS_EXTRACT_NUMBER_DIGITS_H
#define CASUS_EXTRACT_NUMBER_DIGITS_H

#include "casus/str.h"

/*
 * The number that `s` begins with, in digits of any script: bytes of it, 0 if there is none. A sign before exactly
 * three digits parts groups, unless it is the language's decimal sign; before other digits it is a decimal sign.
 */
size_t casus_number__digits(casus_str s, bool decimal_comma, double *value);

/* Whether `s` is `n` digits and nothing more, and their value. */
bool casus_number__all_digits(casus_str s, size_t n, double *value);

#endif
