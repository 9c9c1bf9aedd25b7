/* From cues found to the words that each source answers for. */
#ifndef CASUS_EXTRACT_VOICE_H
#define CASUS_EXTRACT_VOICE_H

#include "extract/attribution.h"

enum { CASUS_MOST_CONTENTS = 4 };

/* A cue with its parts, before it is known what stands in what. */
typedef struct casus_finding {
    uint32_t cue, source;                  /* words; source CASUS_NO_WORD: none named */
    uint32_t content[CASUS_MOST_CONTENTS]; /* heads of what is said */
    uint32_t n_content;
    uint32_t without; /* head of what stands in the content but is not said: the cue, or its source; CASUS_NO_WORD */
    uint32_t quote;   /* the content is this quote; CASUS_NO_QUOTE */
    bool back;        /* the content is the sentence before */
    uint32_t rest;    /* the content is the sentence from this word on; 0: no */
    bool goes_on;     /* `rest` is more of what the cue's own finding told */
    bool around;      /* the content is all of the sentence, but for the source and the cue */
    const casus_cue *row; /* NULL: what stands before a colon */
} casus_finding;

/* Fill doc->attribution and out->of from what was found; out->quotes is there. */
CASUS_MUST_USE casus_status casus_voices_paint(casus_view *view, const casus_finding *found, uint32_t n,
                                               casus_voices *out, casus_error *err);

/* A quote that some of its words are attributed in becomes that source's as a whole, with the quotes that go on with it. */
void casus_voices_spread(const casus_view *view, casus_voices *voices);

/* A sentence that is all quote, and that nobody in it says, goes on in the voice of the one before. */
void casus_voices_carry_on(const casus_view *view, casus_voices *voices);

/* The subject of `w`, its own or one that it shares with the clause it hangs on; CASUS_NO_WORD: none. */
uint32_t casus_shared_subject(const casus_view *view, uint32_t w);

#endif
