/* What a model knows by name: pieces of spellings, tags, relations. */
#ifndef CASUS_TRAIN_VOCAB_H
#define CASUS_TRAIN_VOCAB_H

#include "base/map.h"
#include "train/corpus.h"

/* A spelling and the rows of its pieces that the table holds; those of the whole form first. */
typedef struct train_type {
    uint32_t *piece, n_piece, n_whole, count;
} train_type;

typedef struct train_vocab {
    casus_arena arena;
    uint64_t *row; /* [n_row] hash of a piece; row 0 is the unknown word */
    uint32_t n_row;
    casus_map row_of;  /* eight bytes of the hash -> row */
    casus_str *tag;    /* [n_tag] upos, a tab, feats */
    casus_str *deprel; /* [n_deprel] */
    uint32_t n_tag, n_deprel;
    casus_map tag_of, deprel_of, type_of;
    train_type *type;
    uint32_t n_type, type_room;
} train_vocab;

enum { TRAIN_UNSEEN = 0 }; /* the id of tags and relations that the training set does not hold */

CASUS_MUST_USE casus_status train_vocab_open(train_vocab *vocab, const train_corpus *corpus, const train_recipe *recipe,
                                             casus_error *err);
void train_vocab_free(train_vocab *vocab);

/* Index of the form's type, which is made if it is new (with a count of 0); UINT32_MAX without memory. */
uint32_t train_vocab_type(train_vocab *vocab, casus_str form);

/* The tag of a word as the model names it. */
casus_str train_vocab_tag(const casus_word *word, char room[512]);

#endif
