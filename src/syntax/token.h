/* Inside token.c and token_write.c: the stretch that is read, and the letters in it. */
#ifndef CASUS_SYNTAX_TOKEN_H
#define CASUS_SYNTAX_TOKEN_H

#include "syntax/character.h"
#include "syntax/split.h"

/* A stretch without white space. */
typedef struct casus_chunk {
    casus_str text; /* the document's text, cut at the chunk's end */
    size_t at;
    bool space_before;
    uint32_t behind; /* the first character behind the white space that follows; 0 at the end */
} casus_chunk;

static inline bool is_letter(uint32_t c)
{
    return c != 0 && casus_class_of(c) == CASUS_CLASS_LETTER;
}

static inline bool is_digit(uint32_t c)
{
    return c != 0 && casus_class_of(c) == CASUS_CLASS_DIGIT;
}

static inline bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019;
}

static inline bool is_upper(uint32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper((UChar32)c) || u_istitle((UChar32)c);
}

static inline bool is_lower(uint32_t c)
{
    return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower((UChar32)c);
}

static inline size_t width(casus_str text, size_t at)
{
    if ((unsigned char)text.ptr[at] < 0x80) {
        return 1;
    }
    size_t next = at;
    (void)casus_utf8_next(text.ptr, text.len, &next);
    return next - at;
}

/* What a word that begins with `c` is to the end of a sentence. */
casus_look casus_split__look_of_word(uint32_t c);

/* Append the token [chunk->at, end), in words as the pack's contractions part it, and move on behind it. */
void casus_split__add_token(casus_splitter *splitter, casus_chunk *chunk, size_t end, casus_hint hint);

#endif
