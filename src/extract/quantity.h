/* The steps from words to a quantity: its value, what is counted, what became of it, whose it is. */
#ifndef CASUS_EXTRACT_QUANTITY_H
#define CASUS_EXTRACT_QUANTITY_H

#include "extract/view.h"

/* A word with more children is a list gone wrong; looking at all for each of them would take forever. */
enum { CASUS_MOST_CHILDREN = 64, CASUS_MOST_TOTALS = 8 };

typedef enum casus_count_kind {
    CASUS_COUNT_NUMBER,
    CASUS_COUNT_VAGUE,
    CASUS_COUNT_ZERO,   /* 'no' */
    CASUS_COUNT_NOBODY, /* 'nobody': needs no noun */
    CASUS_COUNT_ALL,    /* 'both' */
    CASUS_COUNT_ARTICLE,
    CASUS_COUNT_THE
} casus_count_kind;

/* A quantity while it is made. */
typedef struct casus_count {
    casus_count_kind kind;
    double low, best, high; /* NAN: null */
    uint32_t begin, end;    /* its words without what is counted */
    uint32_t number;        /* first word of the number proper */
    uint32_t noun;          /* what is counted; CASUS_NO_WORD: not said, or a pronoun */
    bool pronoun;           /* 'two of them' */
    bool definite;          /* 'the 14 tanks' */
    bool plural;            /* the noun is */
    bool of_people;         /* a people's name: 'nine Kenyans' */
    bool among;             /* 'among them three children' */
    bool told_by_noun;      /* the outcome */
    bool found;             /* some word tells the outcome, be it none ('released') */
    casus_str item;         /* absent: unknown */
    casus_str apposed;      /* what 'two of them' are said to be; absent: nothing */
    uint8_t class_of;       /* casus_item_class */
    uint8_t outcome;        /* casus_outcome */
    uint32_t top;           /* the word that hangs it on the rest of the sentence */
    const char *rule;
} casus_count;

/* One document's search. */
typedef struct casus_scan {
    casus_view *view;
    const casus_figures *figures;
    const uint32_t *form;              /* [n_word] numbers of the words */
    uint32_t begin, end;               /* of the sentence */
    uint32_t total[CASUS_MOST_TOTALS]; /* words of the sentence that begin 'in all', 'since' and the like */
    uint32_t n_total;
    casus_count last[8]; /* the quantities found so far, in a ring */
    uint32_t n_last;
} casus_scan;

/* The modifier that begins at `w`, its words in *len; NULL: none. */
const casus_modifier *casus_quantity__modifier(const casus_scan *scan, uint32_t w, uint32_t *len);

/* The first child of `w` with this relation among its first CASUS_MOST_CHILDREN; CASUS_NO_WORD: none. */
uint32_t casus_quantity__child(const casus_view *view, uint32_t w, casus_deprel deprel);

/* The value that begins at `w` with all that stands before it; false if none does. */
bool casus_quantity__value(const casus_scan *scan, uint32_t w, casus_count *count);

/* What is counted: count->noun, item and class. False if this is no count of anything. */
bool casus_quantity__noun(const casus_scan *scan, casus_count *count);

/* Whether the number is part of a date, an age, a sum of money, a name of a model and the like. */
bool casus_quantity__is_other(const casus_scan *scan, const casus_count *count);

/* The outcome that word `w` tells of something in one of the CASUS_ROLEs; false if no row fits. */
bool casus_quantity__told(const casus_scan *scan, uint32_t w, unsigned roles, unsigned whose, uint8_t *outcome);

/* count->outcome, from the noun, its attributes, or the word that governs it. */
void casus_quantity__outcome(const casus_scan *scan, casus_count *count);

/* For a number that stands alone: what it counts is told by a noun of its clause ('the death toll rose to 45'). */
bool casus_quantity__toll(const casus_scan *scan, casus_count *count);

/* The item of word `w` as the noun of a count, NULL: no row; `from`: first word of its phrase. */
const casus_item *casus_quantity__item(const casus_scan *scan, uint32_t w, uint32_t from);

/* The count before, `back` from 0; NULL: none. */
const casus_count *casus_quantity__before(const casus_scan *scan, uint32_t back);

/* Whether `count` is a later conjunct of `before`, the count right before it. */
bool casus_quantity__continues(const casus_scan *scan, const casus_count *count, const casus_count *before);

/* Actor of the noun phrase; CASUS_NO_ACTOR. */
uint32_t casus_quantity__side(const casus_scan *scan, const casus_count *count);

/* Finds scan->total for a new sentence. */
void casus_quantity__find_totals(casus_scan *scan);

/* Scope and since. */
void casus_quantity__scope(const casus_scan *scan, const casus_count *count, casus_quantity *out);

#endif
