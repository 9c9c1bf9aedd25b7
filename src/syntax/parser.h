/* Inside the parser: one thread's workspace. */
#ifndef CASUS_SYNTAX_PARSER_H
#define CASUS_SYNTAX_PARSER_H

#include "syntax/kernel.h"
#include "syntax/model.h"
#include "syntax/tree.h"

enum {
    CASUS_GROUP = 96,    /* words that are encoded at once, if sentences allow */
    CASUS_STRETCH = 256, /* longest stretch of a sentence that is parsed as one */
    CASUS_ROWS = CASUS_GROUP + CASUS_STRETCH,
    CASUS_CACHED_WORDS = 4096, /* powers of two */
    CASUS_CACHED_LEMMAS = 8192,
    CASUS_CACHED_LEMMA = 55
};

/* Words that are parsed as one tree: a sentence, or part of a very long one. */
typedef struct casus_stretch {
    uint32_t first, n; /* rows of the group */
} casus_stretch;

typedef struct casus_lemma_slot {
    uint64_t key;
    uint8_t len;
    char text[CASUS_CACHED_LEMMA];
} casus_lemma_slot;

struct casus_parser {
    const casus_kernel *kernel;
    const casus_model *model; /* that the memory below is laid out for */
    const casus_pack *pack;   /* names that are read as others; NULL: none are */
    void *memory;

    /* Of the group, a row for each word. */
    const casus_word *word;
    uint32_t n_row;
    casus_stretch stretch[CASUS_ROWS];
    uint32_t n_stretch;
    float *x, *h;           /* [rows][2 hidden] */
    float *u;               /* [rows][6 hidden] */
    float *made_x, *made_u; /* the same, of words that the cache did not hold */
    float *state;           /* [hidden] */
    float *sum;             /* [rows][dim] */
    int16_t *quantum;       /* [rows][512] */
    float *worth;           /* [rows] of a quantum */
    float *tag_hidden, *tag_logit;
    float *dep, *key, *query;      /* [rows][arc] */
    float *label_dep, *label_head; /* [rows][label] */
    float *label_logit;
    uint32_t *miss;                /* [rows] words that the cache does not hold */
    uint32_t *tag, *head, *deprel; /* [rows] results; head: row of the group, CASUS_ROOT */

    /* What depends on a spelling alone: the word's vector and its first layer's products. */
    uint64_t *cached_key;
    float *cached_x, *cached_u;
    casus_lemma_slot *lemma;

    casus_tree tree;
};

/* Lay the memory out for a model; forgets the caches if it is another. */
CASUS_MUST_USE casus_status casus_parser__prepare(casus_parser *parser, const casus_model *model, casus_error *err);

/* The group's words to vectors, left quantised in parser->quantum and worth. */
void casus_parser__encode(casus_parser *parser);

/* Tags, heads and relations of the group from its vectors. */
void casus_parser__decode(casus_parser *parser);

/* rows of 2 hidden -> parser->quantum */
void casus_parser__quantise(casus_parser *parser, const float *x, uint32_t rows, uint32_t n);

/* parser->quantum times a part. */
void casus_parser__product(casus_parser *parser, unsigned part, uint32_t rows, float *out);

#endif
