/* Classes of characters, as far as words and sentences are concerned. */
#ifndef CASUS_SYNTAX_CHARACTER_H
#define CASUS_SYNTAX_CHARACTER_H

#include "base/utf8.h"

#include <unicode/uchar.h>

typedef enum casus_class { CASUS_CLASS_SPACE, CASUS_CLASS_LETTER, CASUS_CLASS_DIGIT, CASUS_CLASS_SIGN } casus_class;

/* Source: Unicode general categories; joiners and marks count as letters, so that nothing is torn apart. */
static inline casus_class casus_class_of(uint32_t c)
{
    if (c < 0x80) {
        if ((c | 32) >= 'a' && (c | 32) <= 'z') {
            return CASUS_CLASS_LETTER;
        }
        return c >= '0' && c <= '9' ? CASUS_CLASS_DIGIT : c <= ' ' || c == 0x7F ? CASUS_CLASS_SPACE : CASUS_CLASS_SIGN;
    }
    uint32_t mask = U_GET_GC_MASK((UChar32)c);
    if ((mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_CF_MASK | U_GC_CO_MASK | U_GC_NL_MASK)) != 0) {
        return CASUS_CLASS_LETTER;
    }
    return (mask & U_GC_ND_MASK) != 0                   ? CASUS_CLASS_DIGIT
           : (mask & (U_GC_Z_MASK | U_GC_CC_MASK)) != 0 ? CASUS_CLASS_SPACE
                                                        : CASUS_CLASS_SIGN;
}

/* The character at text[at]; 0 at or behind the end. */
static inline uint32_t casus_character(casus_str text, size_t at)
{
    if (at >= text.len) {
        return 0;
    }
    unsigned char byte = (unsigned char)text.ptr[at];
    return byte < 0x80 ? byte : casus_utf8_next(text.ptr, text.len, &at);
}

#endif
