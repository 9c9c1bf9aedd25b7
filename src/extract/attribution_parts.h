/* Parts of finding attributions, between the files that do it. */
#ifndef CASUS_EXTRACT_ATTRIBUTION_PARTS_H
#define CASUS_EXTRACT_ATTRIBUTION_PARTS_H

#include "extract/voice.h"

/* The subject of the cue, a verb, that the parser took for something else; CASUS_NO_WORD: none. */
uint32_t casus_mistaken_subject(const casus_view *view, const casus_heads *heads, uint32_t cue);

/* The subject of a verb coordinated without conjunction, hung on the verb before by mistake; CASUS_NO_WORD: none. */
uint32_t casus_dangling_subject(const casus_view *view, const casus_heads *heads, uint32_t cue);

/* The source of a verbal cue without a word for it: the subject that it shares. CASUS_NO_WORD: none. */
uint32_t casus_implied_source(const casus_view *view, uint32_t cue);

/* Who made the text that is the source ('a statement issued by the ministry'); the source itself: nobody is told. */
uint32_t casus_author_of(const casus_view *view, const casus_heads *heads, uint32_t source);

/* The noun whose article the parser took for the subject of the cue; else `source` itself. */
uint32_t casus_noun_of_article(const casus_view *view, const casus_heads *heads, uint32_t cue, uint32_t source);

/* The clause that an adverbial cue tells ('..., killing four, according to X'), of which `w` is a part or the head. */
uint32_t casus_clause_told(const casus_view *view, uint32_t w, uint32_t cue);

/* Whether a semicolon stands between the two words: what is beyond it is another statement. */
bool casus_is_parted(const casus_view *view, uint32_t a, uint32_t b);

/* 'Kyiv: five drones were shot down': a short name before the word `colon`, and words behind it. False: none. */
bool casus_find_label(const casus_view *view, const casus_quotes *quotes, uint32_t colon, casus_finding *f);

/* 'Kyiv denied it: its troops were far off': more in the voice of one of the `n` findings so far. False: no. */
bool casus_find_continuation(const casus_view *view, const casus_finding *found, uint32_t n, uint32_t colon,
                             casus_finding *f);

#endif
