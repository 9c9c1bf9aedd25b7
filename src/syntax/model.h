/* A loaded model: constant, shared by all threads. */
#ifndef CASUS_SYNTAX_MODEL_H
#define CASUS_SYNTAX_MODEL_H

#include "casus/arena.h"
#include "casus/syntax.h"
#include "syntax/lemma.h"
#include "syntax/model_file.h"

typedef struct casus_model_part {
    const float *value;    /* of a part that is not packed */
    const int16_t *weight; /* packed */
    const float *scale;
    uint32_t rows, columns; /* columns padded if packed */
} casus_model_part;

typedef struct casus_model_tag {
    casus_str upos, feats; /* feats: absent if there are none */
    uint32_t first;        /* the first tag with this upos; tags are sorted */
} casus_model_tag;

struct casus_model {
    casus_arena arena;
    const char *bytes; /* the mapped file */
    size_t length;
    casus_str name;
    casus_layout layout;
    const uint64_t *row;
    uint32_t *row_at;  /* [row_room] open addressing by the hash: row, 0 = free */
    uint32_t row_room; /* a power of two */
    const int8_t *table;
    const float *table_scale;
    casus_model_part part[CASUS_PARTS];
    casus_model_tag *tag;
    casus_str *deprel;
    casus_lemma_rule *rule;
    uint32_t n_rule;
    const casus_ending *ending;
    uint32_t n_ending;
    uint32_t ending_from[257]; /* by the key's first byte: where the search begins */
    const uint64_t *particle;
    uint32_t n_particle;
    uint32_t root; /* number of the relation 'root' */
};

/* The table's row for a piece; 0 if it has none. */
static inline uint32_t casus_model_row(const casus_model *model, uint64_t piece)
{
    uint32_t mask = model->row_room - 1;
    for (uint32_t at = (uint32_t)(piece >> 20) & mask;; at = (at + 1) & mask) {
        uint32_t row = model->row_at[at];
        if (row == 0 || model->row[row] == piece) {
            return row;
        }
    }
}

/* The lemma of a form with a tag, by the longest ending whose rule fits; the form itself if none does. */
size_t casus_model_lemma(const casus_model *model, uint32_t tag, casus_str form, char out[CASUS_LEMMA_ROOM]);

/* Whether the particle is part of the verb's lemma. */
bool casus_model_joins(const casus_model *model, casus_str particle, casus_str verb);

#endif
