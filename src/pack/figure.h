/* Tables of figures in a compiled pack: numerals; lang/README.md describes them. */
#ifndef CASUS_PACK_FIGURE_H
#define CASUS_PACK_FIGURE_H

#include "base/map.h"
#include "pack/lexicon.h"

typedef enum casus_numeral_class {
    CASUS_NUMERAL_UNIT,       /* adds itself: 'three', 'twelve', 'forty' */
    CASUS_NUMERAL_GROUP,      /* multiplies what stands before it, below 100: 'hundred', 'dozen' */
    CASUS_NUMERAL_MULTIPLIER, /* multiplies the whole group before it: 'thousand', 'million' */
    CASUS_NUMERAL_ARTICLE,    /* one, but only before a group, a multiplier or a half: 'a' */
    CASUS_NUMERAL_HALF,
    CASUS_NUMERAL_JOINER,   /* between two parts: 'and' */
    CASUS_NUMERAL_ORDINAL,  /* 'third'; value 0: an ending ('th') */
    CASUS_NUMERAL_FRACTION, /* 'quarters'; the value is the denominator */
    CASUS_NUMERAL_ROUND,    /* about so many; value 0: an ending ('-tal') */
    CASUS_NUMERAL_RANGE     /* between the least and the most: 'to', 'or' */
} casus_numeral_class;

typedef struct casus_numeral {
    casus_numeral_class class_of;
    double value;
} casus_numeral;

/* What a word or phrase before a number, in its place, or behind it makes of the value. */
typedef enum casus_modifier_class {
    CASUS_MODIFIER_LEAST,   /* low and best: 'at least', 'more than' */
    CASUS_MODIFIER_MOST,    /* best and high: 'nearly', 'up to' */
    CASUS_MODIFIER_ABOUT,   /* best only */
    CASUS_MODIFIER_BETWEEN, /* low and high follow, with a joiner between */
    CASUS_MODIFIER_EXACT,   /* changes nothing: 'only', 'another' */
    CASUS_MODIFIER_VAGUE,   /* low only: 'dozens'; times the number that follows: 'several hundred' */
    CASUS_MODIFIER_ZERO,    /* a determiner: 'no' */
    CASUS_MODIFIER_NOBODY,  /* a pronoun */
    CASUS_MODIFIER_ALL,     /* as many as its value: 'both' */
    CASUS_MODIFIER_ARTICLE, /* one, before a singular noun: 'a' */
    CASUS_MODIFIER_THE,     /* definite: 'the', 'its' */
    CASUS_MODIFIER_AMOUNT,  /* a noun behind an article: 'a large number' */
    CASUS_MODIFIER_UNKNOWN, /* an adjective of an amount that says nothing: 'an unknown number' */
    CASUS_MODIFIER_OF,      /* between a number and what it is taken from: 'of' */
    CASUS_MODIFIER_AMONG,   /* what follows is part of what went before: 'among them' */
    CASUS_MODIFIER_THEREOF, /* an adverb that stands for what is counted: Dutch 'er' */
    CASUS_MODIFIER_BLOCK,   /* no quantity, whatever its parts are: 'no longer' */
    CASUS_MODIFIER_OR_MORE, /* behind the number: low and best */
    CASUS_MODIFIER_OR_SO,   /* behind the number: best only */
    CASUS_MODIFIER_MONEY,   /* beside a number: no count */
    CASUS_MODIFIER_TOTAL,   /* a running total: 'in all', 'so far' */
    CASUS_MODIFIER_SINCE    /* a running total since the time that follows */
} casus_modifier_class;

typedef struct casus_modifier {
    casus_modifier_class class_of;
    double value;
} casus_modifier;

typedef enum casus_item_class {
    CASUS_ITEM_PEOPLE,
    CASUS_ITEM_EQUIPMENT,
    CASUS_ITEM_MUNITION,
    CASUS_ITEM_BUILDING,
    CASUS_ITEM_PLACE,
    CASUS_ITEM_EVENT, /* attacks, evacuations */
    CASUS_ITEM_OTHER,
    CASUS_ITEM_TOLL,    /* a noun that announces a bare number of people: 'death toll' */
    CASUS_ITEM_MEASURE, /* a unit: no count */
    CASUS_ITEM_NONE     /* what is counted is nothing to report: 'reasons', 'times' */
} casus_item_class;

typedef enum casus_outcome {
    CASUS_OUTCOME_NONE,
    CASUS_OUTCOME_KILLED,
    CASUS_OUTCOME_WOUNDED,
    CASUS_OUTCOME_MISSING,
    CASUS_OUTCOME_CAPTURED,
    CASUS_OUTCOME_DISPLACED,
    CASUS_OUTCOME_DETAINED,
    CASUS_OUTCOME_DESTROYED,
    CASUS_OUTCOME_DAMAGED,
    CASUS_OUTCOME_SHOT_DOWN,
    CASUS_OUTCOME_SEIZED,
    CASUS_OUTCOME_LOST,
    CASUS_OUTCOME_MOBILIZED,
    CASUS_OUTCOME_FIRED,
    CASUS_OUTCOME_TARGETED,
    CASUS_OUTCOME_UNHARMED,
    CASUS_N_OUTCOME
} casus_outcome;

typedef struct casus_item {
    casus_str name; /* English, singular; absent: what it is must be told elsewhere */
    casus_item_class class_of;
    casus_outcome outcome; /* told by the noun itself: 'deaths' */
} casus_item;

/* How what is counted hangs on the word that tells its outcome. */
enum {
    CASUS_ROLE_PATIENT = 1, /* its object, or the subject of its passive */
    CASUS_ROLE_SUBJECT = 2,
    CASUS_ROLE_OBLIQUE = 4,
    CASUS_ROLE_OF = 8,        /* its complement: 'the loss of three towns' */
    CASUS_ROLE_MODIFIED = 16, /* it is an attribute of what is counted: 'wounded soldiers' */
    CASUS_ROLE_PARTICLE = 32  /* asked, not told: behind a word that may be the verb's particle ('shot down a plane') */
};

/* Whose outcome a row may tell. */
enum {
    CASUS_FOR_PEOPLE = 1,
    CASUS_FOR_EQUIPMENT = 2,
    CASUS_FOR_MUNITION = 4,
    CASUS_FOR_PLACE = 8, /* buildings too */
    CASUS_FOR_THINGS = CASUS_FOR_EQUIPMENT | CASUS_FOR_MUNITION | CASUS_FOR_PLACE
};

typedef struct casus_outcome_row {
    uint32_t with[6]; /* numbers in the vocabulary, one of which must stand below the word; n_with 0: none need */
    uint32_t n_with;
    unsigned roles, whose;
    casus_outcome outcome;
    uint32_t next; /* the next row for the same word; CASUS_NO_VALUE */
} casus_outcome_row;

typedef struct casus_figures {
    bool decimal_comma;    /* 1.274,5 and not 1,274.5 */
    bool joined_compounds; /* the right part of a word is its head: 'gevechtshelikopter' */
    casus_numeral *numeral;
    uint32_t n_numeral;
    casus_map numeral_of;        /* folded -> index in numeral */
    size_t longest;              /* bytes of the longest numeral */
    uint8_t numeral_first[8192]; /* a bit for each casus_figure_mark of a numeral that can begin a number */
    casus_lexicon modifiers;     /* -> index in modifier */
    casus_modifier *modifier;
    uint32_t n_modifier;
    casus_map item_of;  /* folded lemma or form -> index in item */
    bool lemma_is_item; /* of nouns that no row holds: the records' own language */
    casus_item *item;
    uint32_t n_item;
    casus_lexicon outcomes; /* lemma -> index of its first row in outcome */
    casus_outcome_row *outcome;
    uint32_t n_outcome;
} casus_figures;

/* A number below 65536 for the first three bytes, the same for ASCII capitals and small letters. */
static inline unsigned casus_figure_mark(casus_str s)
{
    uint32_t bytes = 0;
    for (size_t i = 0; i < 3 && i < s.len; i++) {
        bytes = bytes << 8 | (unsigned char)s.ptr[i] | 0x20U;
    }
    return (bytes * 2654435761U) >> 16;
}

/* The numeral whose folded form this is, or NULL. */
const casus_numeral *casus_figure_numeral(const casus_figures *figures, casus_str folded);

/* The item that a noun's lemma or form counts; of joined compounds the longest known right part. NULL: unknown. */
const casus_item *casus_figure_item(const casus_figures *figures, casus_str word);

/* The same, but the word must be a row of its own. */
const casus_item *casus_figure_item_whole(const casus_figures *figures, casus_str word);

/* As record.md writes it; absent for CASUS_OUTCOME_NONE. */
casus_str casus_outcome_name(casus_outcome outcome);

#endif
