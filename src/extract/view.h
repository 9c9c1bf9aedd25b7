/* A parsed document as rules look at it: numbers instead of strings, children as well as heads. */
#ifndef CASUS_EXTRACT_VIEW_H
#define CASUS_EXTRACT_VIEW_H

#include "casus/record.h"
#include "casus/world.h"
#include "pack/pack.h"
#include "record/ud.h"
#include "world/world.h"

#define CASUS_NO_WORD UINT32_MAX

/* What rules ask of one word. */
typedef struct casus_view_word {
    uint32_t form, lemma;               /* numbers in pack->vocab; 0: no table holds it */
    uint32_t head;                      /* index in doc->word; CASUS_NO_WORD for a root, or unparsed */
    uint32_t first_child, next_sibling; /* in text order; CASUS_NO_WORD: none */
    uint32_t sentence;
    uint8_t upos;   /* casus_upos */
    uint8_t deprel; /* casus_deprel */
    bool taken;     /* part of a time expression: no count, place or actor */
    bool capital;   /* its first letter is a capital */
} casus_view_word;

/* Scratch of one document; everything but `doc`'s own arrays lives in `scratch`, which is cleared per document. */
typedef struct casus_view {
    casus_doc *doc;
    const casus_pack *pack;
    const casus_world *world;
    casus_view_word *word;     /* [doc->n_word] */
    casus_name_reader *reader; /* NULL without a world */
    casus_arena *scratch;
} casus_view;

CASUS_MUST_USE casus_status casus_view_make(casus_view *view, casus_doc *doc, const casus_pack *pack,
                                            const casus_world *world, casus_arena *scratch, casus_error *err);

/* The first child of `w` with this relation; CASUS_NO_WORD: none. */
uint32_t casus_view_child(const casus_view *view, uint32_t w, casus_deprel deprel);

/* Whether `w` lies below `ancestor`, or is it. */
bool casus_view_below(const casus_view *view, uint32_t w, uint32_t ancestor);

/* First and last + 1 word of the subtree of `w`, as far as it is one stretch round `w`. Cost: linear in the subtree. */
void casus_view_subtree(const casus_view *view, uint32_t w, uint32_t *begin, uint32_t *end);

/* The span of doc->text from the first word's start to the last word's end; begin < end. */
casus_span casus_view_span(const casus_view *view, uint32_t begin, uint32_t end);

/* The word behind `w` and the rest of its fixed expression ('according to'). */
uint32_t casus_view_fixed_end(const casus_view *view, uint32_t w);

/* Whether FEATS of `w` holds `feature` ("Number=Plur"). */
bool casus_view_has(const casus_view *view, uint32_t w, casus_str feature);

#endif
