/* Places of a document while they are found: parts of casus_extract__places, in the order they run. */
#ifndef CASUS_EXTRACT_PLACES_H
#define CASUS_EXTRACT_PLACES_H

#include "extract/view.h"

/* Most candidates that are weighed for one name; they are the weightiest. */
enum { CASUS_PLACES_CHOICES = 48 };

#define CASUS_NO_TOPONYM UINT32_MAX

/* A name as the document uses it: all mentions that fold to the same. One sense in one document. */
typedef struct casus_toponym_name {
    casus_str folded;
    uint32_t choice[CASUS_PLACES_CHOICES]; /* places */
    float score[CASUS_PLACES_CHOICES];     /* of each, then its share */
    float alike[CASUS_PLACES_CHOICES];     /* of a name found by sound: how much the place's name sounds so */
    bool main[CASUS_PLACES_CHOICES];       /* it is the place's main name */
    uint32_t n_choice;
    uint32_t mentions; /* that are taken */
    uint32_t best;     /* index in choice */
    uint32_t within;   /* name of a place that the text says it lies in ('Paris, Texas'); CASUS_NO_TOPONYM */
    uint8_t kind;      /* casus_place_kind that the text calls it */
    bool sounds;       /* found by sound, not letter by letter */
    bool surely;       /* by sound, and no other place sounds so like it */
    float merit;       /* best of its mentions: see places_judge.c */
} casus_toponym_name;

/* One stretch of words that may be a place's name. */
typedef struct casus_toponym {
    uint32_t begin, end, head; /* words */
    uint32_t name;             /* index in casus_places.name */
    float merit;               /* how much speaks for a place; below the bar it is dropped */
    uint8_t kind;              /* casus_place_kind that stands beside it */
    bool fixed;                /* a word of the language's own: one place */
    bool adjective;
    bool behind; /* a place only behind another and a comma */
    bool part;   /* within a longer name */
    bool cued;   /* a preposition, a kind or another place speaks for it */
    bool taken;  /* it is a place */
    bool near;
} casus_toponym;

typedef struct casus_places {
    casus_view *view;
    casus_toponym *toponym; /* [n] in text order, disjoint */
    uint32_t n;
    casus_toponym_name *name; /* [n_name] */
    uint32_t n_name, name_room;
    casus_map name_of; /* folded -> index in name */
    casus_map person;  /* folded words that are persons' surnames in this document */
    uint32_t *at;      /* [doc->n_word] toponym + 1 that covers the word; 0: none */
} casus_places;

/* All stretches that the tables or the gazetteer know. */
CASUS_MUST_USE casus_status casus_places__find(casus_places *places, casus_error *err);

/* Capitalised words that sound like a place and stand where one would. */
CASUS_MUST_USE casus_status casus_places__find_sounding(casus_places *places, casus_error *err);

/* What stands round each: kinds, prepositions, titles, other names. Sets merit, kind, within, part, near, taken. */
CASUS_MUST_USE casus_status casus_places__judge(casus_places *places, casus_error *err);

/* Which place each name means. */
CASUS_MUST_USE casus_status casus_places__resolve(casus_places *places, casus_error *err);

/* A term of the pack's lexicon that begins at word w of a sentence that ends at `end`; its words in *len. */
uint32_t casus_places__term(const casus_view *view, const casus_lexicon *lexicon, uint32_t w, uint32_t end,
                            uint32_t *len);

/* A term that ends before word `end` (exclusive) of a sentence that begins at `begin`: the longest; its words in *len. */
uint32_t casus_places__term_before(const casus_view *view, const casus_lexicon *lexicon, uint32_t begin, uint32_t end,
                                   uint32_t *len);

/* The index of a folded name in places->name, new if need be; CASUS_NO_TOPONYM without memory. */
uint32_t casus_places__name(casus_places *places, casus_str folded);

/* A new candidate of the words [begin, end), borrowed; casus_places__order when it stands before others. */
casus_toponym *casus_places__add(casus_places *places, uint32_t begin, uint32_t end, uint32_t name);

/* Puts the candidates into text order again. */
CASUS_MUST_USE casus_status casus_places__order(casus_places *places, casus_error *err);

/* The word of [begin, end) that the tree hangs the others by. */
uint32_t casus_places__head(const casus_view *view, uint32_t begin, uint32_t end);

#endif
