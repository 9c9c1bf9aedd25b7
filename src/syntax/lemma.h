/*
 * Lemmas by a decision list: the longest ending of a word that the list holds with the word's tag (the whole word is the
 * longest) tells the rule to follow. A rule edits the spelling, so it holds for words never seen.
 */
#ifndef CASUS_SYNTAX_LEMMA_H
#define CASUS_SYNTAX_LEMMA_H

#include "casus/str.h"

#include <stdbool.h>
#include <stdint.h>

enum { CASUS_LEMMA_ROOM = 256, CASUS_LEMMA_ENDING = 8 }; /* longest word in bytes, longest ending in characters */

typedef enum casus_capitals {
    CASUS_CAPITALS_KEEP = 'k',
    CASUS_CAPITALS_LOWER = 'l',
    CASUS_CAPITALS_TITLE = 't',
    CASUS_CAPITALS_UPPER = 'u' /* in no rule */
} casus_capitals;

/* In this order: capitals; drop the first `drop`; cut characters off the end; add. As a string "l|ge|1|en". */
typedef struct casus_lemma_rule {
    casus_capitals capitals;
    casus_str drop, add;
    uint32_t cut;
} casus_lemma_rule;

/* False if `text` is no rule. Strings are borrowed from it. */
bool casus_lemma_rule_read(casus_str text, casus_lemma_rule *rule);

/* The word in other capitals; `n` bytes, or 0 if it does not fit in CASUS_LEMMA_ROOM. */
size_t casus_lemma_spell(casus_str form, casus_capitals capitals, char out[CASUS_LEMMA_ROOM]);

/* What the rule makes of the form; 0 bytes if the rule does not fit it. */
size_t casus_lemma_apply(const casus_lemma_rule *rule, casus_str form, char out[CASUS_LEMMA_ROOM]);

/* How a word is spelt: a list tells 'Van' the name from 'van', and 'MOSCOW' from 'Moscow'. */
typedef enum casus_lemma_look { CASUS_LOOKS_SMALL, CASUS_LOOKS_TITLED, CASUS_LOOKS_CAPITAL } casus_lemma_look;

casus_lemma_look casus_lemma_look_of(casus_str form);

/*
 * What a row of the list holds for: an ending with its tag; a whole word with its part of speech (`tag` is then the first
 * tag of it), for words seen in another form of inflection only; a whole word with its tag. The last that holds wins.
 */
typedef enum casus_lemma_scope { CASUS_SCOPE_ENDING, CASUS_SCOPE_UPOS, CASUS_SCOPE_TAG } casus_lemma_scope;

/* The list's key for a tag, a look and an ending or whole word in small letters. */
uint32_t casus_lemma_key(casus_lemma_scope scope, uint32_t tag, casus_lemma_look look, casus_str ending);

/* Bytes of the last `n` characters of `s`. */
size_t casus_lemma_ending(casus_str s, uint32_t n);

/* A verb and its particle, as the list of exceptions holds them. */
uint64_t casus_lemma_pair(casus_str particle, casus_str verb);

#endif
