/* The plain structs that travel from room to room: what is known of one document. */
#ifndef CASUS_RECORD_H
#define CASUS_RECORD_H

#include "casus/arena.h"
#include "casus/error.h"
#include "casus/str.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Half-open, UTF-8 byte offsets; of which text, the field says. */
typedef struct casus_span {
    uint32_t begin, end;
} casus_span;

typedef enum casus_precision { CASUS_YEAR, CASUS_MONTH, CASUS_DAY, CASUS_MINUTE } casus_precision;

typedef enum casus_origin {
    CASUS_FROM_NOWHERE, /* the value is absent */
    CASUS_FROM_OPTION,
    CASUS_FROM_METADATA,
    CASUS_FROM_TEXT,
    CASUS_FROM_INFERENCE
} casus_origin;

/* A civil date as the outlet tells it, exact to its precision; smaller fields are 0. */
typedef struct casus_date {
    casus_origin from;
    casus_precision precision;
    int16_t year;
    uint8_t month, day, hour, minute; /* month and day from 1 */
} casus_date;

/**
 * A stretch of a document's text and the stretch of its raw text that it came from. Runs are in order and cover the
 * text without gap. In an even run the bytes correspond one to one; in any other (an entity, a composed letter,
 * folded white space) the run is only known as a whole.
 */
typedef struct casus_run {
    casus_span text, raw;
    bool even;
} casus_run;

/* Why a stretch was cut, or why it stays but is no prose. */
typedef enum casus_block {
    CASUS_BLOCK_PROSE,
    CASUS_BLOCK_HEADING, /* headline or subhead */
    CASUS_BLOCK_ITEM,    /* of a list */
    CASUS_BLOCK_CAPTION,
    CASUS_BLOCK_HEAD /* dateline, day, source, author: told as metadata too */
} casus_block;

/* A stretch of the document's text that sentences never cross. In order, disjoint; only white space lies between. */
typedef struct casus_segment {
    casus_span text;
    casus_block block;
} casus_segment;

/* A stretch of the raw text that was cut as page furniture, and the rule or measure that cut it. */
typedef struct casus_cut {
    casus_span raw;
    casus_str why; /* 'cookie', 'related' ... (lang/README.md), or 'link-density', 'tag:nav' ... */
} casus_cut;

/* One syntactic word (Universal Dependencies); spans are of the document's text. */
typedef struct casus_word {
    casus_span text; /* the surface; words of one multiword token share the token's span unless they divide it */
    casus_str form;  /* borrowed from the text where the word is spelt there */
    uint32_t token;  /* index of its token */
    uint32_t head;   /* index of its head in the document's words, or CASUS_ROOT, or CASUS_NO_HEAD: not parsed */
    casus_str lemma, upos, feats, deprel; /* absent: not known. Borrowed from the document's arena or the model */
} casus_word;

#define CASUS_NO_HEAD UINT32_MAX
#define CASUS_ROOT (UINT32_MAX - 1)

/* One orthographic token: one word, or several (1-2 in CoNLL-U). */
typedef struct casus_token {
    casus_span text;
    uint32_t word_begin, word_end; /* half-open range of its words */
    bool space_after;
} casus_token;

typedef struct casus_sentence {
    casus_span text;
    uint32_t token_begin, token_end;
    uint32_t word_begin, word_end;
    casus_str comment; /* CoNLL-U comment lines that came with it; absent: none */
} casus_sentence;

/* All that is known of one document. Everything is owned by `arena`; casus_doc_clear drops it at once. */
typedef struct casus_doc {
    casus_arena arena;

    casus_str id, url, outlet, title; /* absent: ptr NULL */
    casus_str language;               /* BCP 47; absent if it could not be told */
    int language_share;               /* percent of the text that supports it; -1 unknown */
    casus_date published;
    char sha256[65]; /* of `raw`, lower-case hexadecimal, zero-terminated */

    casus_str raw;   /* the document as it came: file, or JSON field, or page; decoded to UTF-8 */
    casus_str text;  /* cleaned, NFC; what every other position refers to */
    bool lines_kept; /* its lines are the author's own: without a final sign a sentence ends only with its line */
    casus_run *run;
    uint32_t n_run;
    casus_cut *cut;
    uint32_t n_cut;
    casus_segment *segment;
    uint32_t n_segment;

    casus_sentence *sentence;
    uint32_t n_sentence;
    casus_token *token;
    uint32_t n_token;
    casus_word *word;
    uint32_t n_word;
} casus_doc;

/* Prepare an empty document that may take `cap` bytes of memory. */
CASUS_API void casus_doc_init(casus_doc *doc, size_t cap);

/* Forget everything; keep some memory for the next document. */
CASUS_API void casus_doc_clear(casus_doc *doc);

/* Give all memory back. */
CASUS_API void casus_doc_free(casus_doc *doc);

/**
 * The stretch of doc->raw that doc->text[span] came from: the smallest that covers all runs it touches.
 * Cost     logarithmic in the number of runs.
 */
CASUS_API casus_span casus_doc_raw_span(const casus_doc *doc, casus_span text);

/* The same for any runs in order: the smallest stretch of raw text that covers all runs that `text` touches. */
CASUS_API casus_span casus_runs_map(const casus_run *run, size_t n_run, casus_span text);

/* ISO 8601, cut to the precision ("2020-09", "2020-09-27T09:48"), zero-terminated. */
CASUS_API void casus_date_format(casus_date date, char out[24]);

#ifdef __cplusplus
}
#endif
#endif
