/* The parts of a model and their sizes: the same for the trainer, the file and the parser. */
#ifndef CASUS_SYNTAX_LAYOUT_H
#define CASUS_SYNTAX_LAYOUT_H

#include <stdint.h>

enum { CASUS_LAYERS = 3, CASUS_BUCKETS = 20 };
#define CASUS_NORM_LEAST 1e-5F /* RMSNorm: added to the mean square */

/* Weights are [inputs][outputs], row by row; vectors have one row. */
typedef enum casus_part {
    CASUS_PART_WORD,           /* [dim][2 hidden] sum of pieces -> word */
    CASUS_PART_LAYER,          /* of each layer: the next four */
    CASUS_PART_LAYER_GAIN = 0, /* [2 hidden] of RMSNorm before it */
    CASUS_PART_LAYER_INPUT,    /* [2 hidden][6 hidden] per direction: candidate, forget, reset */
    CASUS_PART_LAYER_STATE,    /* [4 hidden] weights of the state, per direction: forget, reset */
    CASUS_PART_LAYER_BIAS,     /* [4 hidden] */
    CASUS_PART_A_LAYER,
    CASUS_PART_OUT_GAIN = CASUS_PART_LAYER + CASUS_LAYERS * CASUS_PART_A_LAYER, /* [2 hidden] */
    CASUS_PART_TAG,                                                             /* [2 hidden][tag] */
    CASUS_PART_TAG_BIAS,
    CASUS_PART_TAG_OUT, /* [tag][n_tag] */
    CASUS_PART_TAG_OUT_BIAS,
    CASUS_PART_DEP, /* [2 hidden][arc] */
    CASUS_PART_DEP_BIAS,
    CASUS_PART_HEAD, /* [2 hidden][arc] */
    CASUS_PART_HEAD_BIAS,
    CASUS_PART_PAIR,      /* [arc][arc] dependant -> query */
    CASUS_PART_PAIR_BIAS, /* [arc] */
    CASUS_PART_DISTANCE,  /* [buckets][arc] keys of distances */
    CASUS_PART_ROOT,      /* [arc] key of the root */
    CASUS_PART_LABEL_DEP, /* [2 hidden][label] */
    CASUS_PART_LABEL_BIAS,
    CASUS_PART_LABEL_HEAD, /* [2 hidden][label] */
    CASUS_PART_LABEL_ROOT, /* [label] */
    CASUS_PART_LABEL_OUT,  /* [label][n_deprel] */
    CASUS_PART_LABEL_OUT_BIAS,
    CASUS_PARTS
} casus_part;

typedef struct casus_layout {
    uint32_t n_row;  /* of the table of pieces */
    uint32_t dim;    /* of a row */
    uint32_t hidden; /* of one direction */
    uint32_t tag, arc, label;
    uint32_t n_tag, n_deprel;
} casus_layout;

static inline void casus_layout_size(const casus_layout *l, unsigned part, uint32_t *rows, uint32_t *columns)
{
    uint32_t both = 2 * l->hidden;
    *rows = 1;
    if (part >= CASUS_PART_LAYER && part < CASUS_PART_OUT_GAIN) {
        static const uint8_t times[CASUS_PART_A_LAYER] = {2, 6, 4, 4};
        unsigned which = (part - CASUS_PART_LAYER) % CASUS_PART_A_LAYER;
        *rows = which == CASUS_PART_LAYER_INPUT ? both : 1;
        *columns = times[which] * l->hidden;
        return;
    }
    switch ((casus_part)part) {
    case CASUS_PART_WORD:
        *rows = l->dim;
        *columns = both;
        break;
    case CASUS_PART_OUT_GAIN:
        *columns = both;
        break;
    case CASUS_PART_TAG:
        *rows = both;
        *columns = l->tag;
        break;
    case CASUS_PART_TAG_BIAS:
        *columns = l->tag;
        break;
    case CASUS_PART_TAG_OUT:
        *rows = l->tag;
        *columns = l->n_tag;
        break;
    case CASUS_PART_TAG_OUT_BIAS:
        *columns = l->n_tag;
        break;
    case CASUS_PART_DEP:
    case CASUS_PART_HEAD:
        *rows = both;
        *columns = l->arc;
        break;
    case CASUS_PART_PAIR:
        *rows = l->arc;
        *columns = l->arc;
        break;
    case CASUS_PART_DISTANCE:
        *rows = CASUS_BUCKETS;
        *columns = l->arc;
        break;
    case CASUS_PART_LABEL_DEP:
    case CASUS_PART_LABEL_HEAD:
        *rows = both;
        *columns = l->label;
        break;
    case CASUS_PART_LABEL_BIAS:
    case CASUS_PART_LABEL_ROOT:
        *columns = l->label;
        break;
    case CASUS_PART_LABEL_OUT:
        *rows = l->label;
        *columns = l->n_deprel;
        break;
    case CASUS_PART_LABEL_OUT_BIAS:
        *columns = l->n_deprel;
        break;
    default: /* biases and the root's key in the space of arcs */
        *columns = l->arc;
        break;
    }
}

/* The bucket of how far, and on which side, a head stands from its dependant. `distance` is not 0. */
static inline unsigned casus_bucket(int distance)
{
    unsigned far = (unsigned)(distance < 0 ? -distance : distance);
    unsigned at = far <= 4 ? far - 1 : far <= 6 ? 4 : far <= 9 ? 5 : far <= 14 ? 6 : far <= 22 ? 7 : far <= 40 ? 8 : 9;
    return distance < 0 ? at : at + CASUS_BUCKETS / 2;
}

#endif
