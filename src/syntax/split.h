/* Inside the splitting of text: tokens first (token.c), then the sentences they make (sentence.c). */
#ifndef CASUS_SYNTAX_SPLIT_H
#define CASUS_SYNTAX_SPLIT_H

#include "casus/record.h"
#include "pack/pack.h"

/* What a token is to the end of a sentence. */
typedef enum casus_look {
    CASUS_LOOK_OTHER,
    CASUS_LOOK_UPPER,    /* a word that begins with a capital */
    CASUS_LOOK_LOWER,    /* a word that begins with a small letter */
    CASUS_LOOK_CASELESS, /* a word of a script without capitals */
    CASUS_LOOK_NUMBER,
    CASUS_LOOK_FINAL, /* . ! ? and their like */
    CASUS_LOOK_OPEN,  /* opening quotes and brackets */
    CASUS_LOOK_CLOSE, /* closing quotes and brackets */
    CASUS_LOOK_QUOTE, /* quotes that look the same on both sides */
    CASUS_LOOK_DASH
} casus_look;

typedef struct casus_hint {
    uint8_t look; /* casus_look */
    uint8_t ends; /* casus_ends of an abbreviation with its stop */
    bool initial; /* one capital and a stop */
    bool space_before;
    bool begins; /* the first of a stretch that sentences do not cross */
    bool whole;  /* of the first: the stretch is one sentence, whatever stands in it (a dateline) */
} casus_hint;

/* A document while it is split. Arrays grow in the document's arena. */
typedef struct casus_splitter {
    const casus_pack *pack;
    casus_doc *doc;
    casus_hint *hint; /* of each token */
    uint32_t token_room, word_room, hint_room, sentence_room;
    casus_map lower; /* words that the document writes with a small letter; filled when first asked for */
    bool lower_filled;
    casus_status failed;
} casus_splitter;

/* Append the tokens and words of doc->text[span]. */
void casus_split__tokens(casus_splitter *splitter, casus_span span);

/* Append the sentences that all tokens make. */
void casus_split__sentences(casus_splitter *splitter);

/* Whether the document writes the token's word with a small letter somewhere. */
bool casus_split__is_small_elsewhere(casus_splitter *splitter, uint32_t token);

/* Room for one more row in an array of the arena; false without memory. */
bool casus_split__grow(casus_splitter *splitter, void **rows, uint32_t *room, uint32_t count, size_t size);

#endif
