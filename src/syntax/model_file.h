/*
 * The file of a model: a header, a table of sections, the sections, each at a multiple of CASUS_MODEL_ALIGN. Numbers are
 * little-endian, as the machine that maps them must be. Strings are zero-terminated, one behind the other.
 */
#ifndef CASUS_SYNTAX_MODEL_FILE_H
#define CASUS_SYNTAX_MODEL_FILE_H

#include "syntax/layout.h"

enum { CASUS_MODEL_VERSION = 1, CASUS_MODEL_ALIGN = 64, CASUS_MODEL_COLUMNS = 16, CASUS_MODEL_MOST_INPUTS = 512 };

#define CASUS_MODEL_MAGIC "casusmod"

typedef enum casus_section {
    CASUS_SECTION_NAME,        /* string */
    CASUS_SECTION_LAYOUT,      /* casus_layout */
    CASUS_SECTION_ROW,         /* uint64_t[n_row]: hash of each row's piece; row 0 is the unknown word */
    CASUS_SECTION_TABLE,       /* int8_t[n_row][dim] */
    CASUS_SECTION_TABLE_SCALE, /* float[n_row] */
    CASUS_SECTION_TAG,         /* strings: upos, a tab, feats */
    CASUS_SECTION_DEPREL,      /* strings */
    CASUS_SECTION_RULE,        /* strings: rules of lemmas (lemma.h) */
    CASUS_SECTION_ENDING,      /* casus_ending[]: sorted by key */
    CASUS_SECTION_PARTICLE, /* uint64_t[]: the first: whether particles join their verb; then, sorted, the exceptions */
    CASUS_SECTION_PART,     /* float[rows][columns], or int16_t packed as below, of each casus_part */
    CASUS_SECTION_SCALE = CASUS_SECTION_PART + CASUS_PARTS, /* float[columns] of each packed part */
    CASUS_SECTIONS = CASUS_SECTION_SCALE + CASUS_PARTS
} casus_section;

typedef struct casus_model_section {
    uint64_t begin, length; /* bytes, from the file's start */
} casus_model_section;

typedef struct casus_model_header {
    char magic[8];
    uint32_t version;
    uint32_t crc; /* CRC-32 of all bytes behind the header */
    uint64_t length;
    uint32_t sections;
    uint32_t reserved;
} casus_model_header;

/* A row of the decision list of lemmas: an ending with a tag, and the rule that its words follow. */
typedef struct casus_ending {
    uint32_t key; /* upper half of the hash, see lemma.h */
    uint32_t rule;
} casus_ending;

/*
 * Whether a part is multiplied with rows of words: then its weights are int16_t, packed [columns / 16][rows / 2][16][2],
 * columns filled up with zeros, each column with a scale of its own.
 */
static inline int casus_layout_packed(unsigned part)
{
    switch (part) {
    case CASUS_PART_WORD:
    case CASUS_PART_TAG:
    case CASUS_PART_TAG_OUT:
    case CASUS_PART_DEP:
    case CASUS_PART_HEAD:
    case CASUS_PART_PAIR:
    case CASUS_PART_LABEL_DEP:
    case CASUS_PART_LABEL_HEAD:
    case CASUS_PART_LABEL_OUT:
        return 1;
    default:
        return part >= CASUS_PART_LAYER && part < CASUS_PART_OUT_GAIN &&
               (part - CASUS_PART_LAYER) % CASUS_PART_A_LAYER == CASUS_PART_LAYER_INPUT;
    }
}

static inline uint32_t casus_model_padded(uint32_t columns)
{
    return (columns + CASUS_MODEL_COLUMNS - 1) / CASUS_MODEL_COLUMNS * CASUS_MODEL_COLUMNS;
}

#endif
