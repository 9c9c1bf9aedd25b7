/*
 * Terms of one or several words with a value each, matched over words by number. Every word that a pack's tables hold
 * has one number in the pack's vocabulary, so that a document's words are looked up once for all tables.
 */
#ifndef CASUS_PACK_LEXICON_H
#define CASUS_PACK_LEXICON_H

#include "base/map.h"

enum { CASUS_LONGEST_TERM = 12 }; /* words */

/* Numbers of folded words, from 1; 0 is a word that no table holds. */
typedef struct casus_vocab {
    casus_map number;
    casus_map loose; /* the same words with double letters single, for casus_vocab_find_loose */
    casus_str *word; /* [n + 1] by number */
    uint32_t n;
} casus_vocab;

/* The number of the folded word `word` (borrowed), new if need be; 0 if the arena is full. */
uint32_t casus_vocab_add(casus_vocab *vocab, casus_str word, casus_arena *arena);

/* 0 if no table holds it. Folds as casus_pack_fold. */
uint32_t casus_vocab_find(const casus_vocab *vocab, casus_str form);

/* As casus_vocab_find, but a letter that is double in one and single in the other makes no difference: a lemma guessed by
   rules of spelling often errs there. Short words are not found. */
uint32_t casus_vocab_find_loose(const casus_vocab *vocab, casus_str form);

typedef struct casus_lexicon {
    casus_map edge;   /* state and word number (8 bytes) -> state */
    uint32_t *value;  /* [n_state] by state; CASUS_NO_VALUE: no term ends here */
    uint32_t n_state; /* 0 while empty; state 0 is the start */
} casus_lexicon;

#define CASUS_NO_VALUE UINT32_MAX

/* Add the term of `n` words; *old (NULL allowed) is the value that it replaces, or CASUS_NO_VALUE. False without memory. */
bool casus_lexicon_add(casus_lexicon *lexicon, const uint32_t *word, uint32_t n, uint32_t value, uint32_t *old,
                       casus_arena *arena);

/*
 * The longest term that begins at the first of `n` words. `form` and `lemma` [n] are their numbers; either may fit, the
 * form first. `lemma` NULL: forms only. Returns its value and sets *len to its words; CASUS_NO_VALUE, 0 if there is none.
 */
uint32_t casus_lexicon_longest(const casus_lexicon *lexicon, const uint32_t *form, const uint32_t *lemma, uint32_t n,
                               uint32_t *len);

#endif
