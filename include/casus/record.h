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

/* No index. */
#define CASUS_NONE UINT32_MAX

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
    bool has_offset;                  /* the text tells whose clock it is */
    int16_t offset;                   /* then: minutes that this clock is ahead of Greenwich's */
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

/* TIMEX3 (TimeML). */
typedef enum casus_timex_type {
    CASUS_TIMEX_DATE,
    CASUS_TIMEX_TIME,
    CASUS_TIMEX_DURATION,
    CASUS_TIMEX_SET
} casus_timex_type;

/* A time expression. `value` and `mod` are TIMEX3's; from and to bound, inclusively, the interval it can denote. */
typedef struct casus_timex {
    casus_span text;
    uint32_t word_begin, word_end; /* half-open, of the document's words */
    casus_timex_type type;
    casus_str value;     /* absent: it cannot be resolved */
    casus_str mod;       /* absent: none */
    casus_date from, to; /* .from is CASUS_FROM_NOWHERE: open or unknown at this end */
    casus_str rule;      /* what made it */
    /* 'since the truce of 3 May': from and to are those of the stretch since; of the words that name its bound, that day */
    uint32_t bound_begin;            /* the first of these words; word_begin: there are none */
    casus_date bound_from, bound_to; /* if there are */
} casus_timex;

/* How exactly a place is known. */
typedef enum casus_place_precision {
    CASUS_PLACE_SITE,
    CASUS_PLACE_POPULATED,
    CASUS_PLACE_DISTRICT,
    CASUS_PLACE_REGION,
    CASUS_PLACE_COUNTRY,
    CASUS_PLACE_AREA
} casus_place_precision;

/* A toponym of the text, resolved to a place of the gazetteer. */
typedef struct casus_place {
    casus_span text;               /* the name alone */
    uint32_t word_begin, word_end; /* half-open */
    uint32_t head;                 /* the word of it that the tree hangs it by */
    casus_str name;                /* one for the place in every language and spelling */
    uint32_t geonameid;            /* 0: none */
    double latitude, longitude;    /* degrees, WGS84 */
    casus_str country;             /* ISO 3166 alpha-2; absent: none (a sea) */
    casus_str country3;            /* ISO 3166 alpha-3, XKX for Kosovo */
    casus_str feature;             /* GeoNames feature code */
    casus_place_precision precision;
    bool government; /* stands for the government that sits there ('Moscow denied'), not for the place */
    bool near;       /* the event is near it, not in it */
    bool adjective;  /* an adjective or the name of a people ('Armeense', 'Russians') */
    bool part;       /* within a longer name, of a body or thing ('Houston Police', 'University of Texas') */
    casus_str rule;  /* what chose it */
} casus_place;

enum { CASUS_MOST_SECTORS = 4 };
#define CASUS_NO_ACTOR UINT32_MAX

/* Somebody who acts, suffers or speaks in the document; all mentions of the same one share it. */
typedef struct casus_actor {
    casus_str name;    /* one for the actor in every language and spelling */
    casus_str country; /* ISO 3166 alpha-3, or PLOVER's UNO EUR IGO NGO ISM IMG MNC; absent: unknown */
    casus_str sector[CASUS_MOST_SECTORS]; /* PLOVER codes */
    uint32_t n_sector;
    casus_str wikidata; /* absent: unknown */
    bool person;
} casus_actor;

typedef enum casus_mention_kind {
    CASUS_MENTION_NAME,        /* a proper name, of a list or composed */
    CASUS_MENTION_COMPOSED,    /* country, people or entity with a role noun */
    CASUS_MENTION_DESCRIPTION, /* a definite description ('the ministry', 'both sides') */
    CASUS_MENTION_PRONOUN
} casus_mention_kind;

/* Words that stand for one or several actors. */
typedef struct casus_actor_mention {
    casus_span text;
    uint32_t word_begin, word_end; /* half-open */
    uint32_t head;                 /* the word that the tree hangs it by */
    casus_mention_kind kind;
    const uint32_t *actor; /* [n_actor] indices into doc->actor; owned by the document */
    uint32_t n_actor;
    casus_str rule; /* what made it */
} casus_actor_mention;

typedef enum casus_scope { CASUS_SCOPE_EVENT, CASUS_SCOPE_CUMULATIVE } casus_scope;

/* A count of people or things. */
typedef struct casus_quantity {
    casus_span text;
    uint32_t word_begin, word_end; /* half-open */
    uint32_t head;                 /* the word that the tree hangs it by: the counted noun, or the number itself */
    casus_str item;                /* lower-case English head noun, singular; absent: unknown */
    casus_str outcome;             /* of record.md's set; absent: not told within the mention */
    double low, best, high;        /* NAN: null */
    casus_scope scope;
    casus_date since; /* .from is CASUS_FROM_NOWHERE: not told */
    uint32_t side;    /* index into doc->actor: whose they are; CASUS_NO_ACTOR */
    casus_str rule;   /* what made it */
} casus_quantity;

typedef enum casus_attribution_kind {
    CASUS_ATTRIBUTION_OWN,    /* the outlet's own voice */
    CASUS_ATTRIBUTION_DIRECT, /* quoted words */
    CASUS_ATTRIBUTION_INDIRECT,
    CASUS_ATTRIBUTION_MIXED,  /* indirect, with quoted words in it */
    CASUS_ATTRIBUTION_HEARSAY /* no source is named */
} casus_attribution_kind;

/* How far a source commits itself to an event (FactBank, Sauri and Pustejovsky 2009). */
typedef enum casus_factuality {
    CASUS_FACT_CT_PLUS,
    CASUS_FACT_CT_MINUS,
    CASUS_FACT_PR_PLUS,
    CASUS_FACT_PR_MINUS,
    CASUS_FACT_PS_PLUS,
    CASUS_FACT_PS_MINUS,
    CASUS_FACT_UU
} casus_factuality;

typedef enum casus_tense {
    CASUS_PAST,
    CASUS_PRESENT,
    CASUS_FUTURE,    /* also planned, threatened, demanded */
    CASUS_BACKGROUND /* history, told as context */
} casus_tense;

#define CASUS_NO_ATTRIBUTION UINT32_MAX

/* Who says what (PARC's source, cue, content), on any topic. */
typedef struct casus_attribution {
    casus_span source;     /* empty: none is named */
    casus_span cue;        /* empty: carried on from the attribution before */
    casus_span content[2]; /* the second is empty unless the attribution stands within its content */
    casus_attribution_kind kind;
    casus_factuality commitment;      /* of the source to the content */
    uint32_t source_word, cue_word;   /* heads; UINT32_MAX: none */
    uint32_t outer;                   /* the attribution that this one is told in, or CASUS_NO_ATTRIBUTION */
    uint32_t first_inner, next_inner; /* those told in this one; the next with the same outer */
    const void *row;                  /* the pack's row (casus_cue); NULL: none */
    bool goes_on;                     /* more of what the same cue told before; not listed apart */
    casus_str rule;
} casus_attribution;

typedef enum casus_event_type {
    CASUS_AGREE,
    CASUS_CONSULT,
    CASUS_SUPPORT,
    CASUS_CONCEDE,
    CASUS_COOPERATE,
    CASUS_AID,
    CASUS_RETREAT,
    CASUS_REQUEST,
    CASUS_ACCUSE,
    CASUS_REJECT,
    CASUS_THREATEN,
    CASUS_PROTEST,
    CASUS_SANCTION,
    CASUS_MOBILIZE,
    CASUS_COERCE,
    CASUS_ASSAULT,
    CASUS_CONTROL,
    CASUS_N_EVENT_TYPE
} casus_event_type;

/* An actor in a role, and the words that put it there. */
typedef struct casus_participant {
    uint32_t actor; /* index into doc->actor */
    casus_span mention;
} casus_participant;

typedef struct casus_participants {
    casus_participant *role; /* [n] */
    uint32_t n;
} casus_participants;

/* How a claim stands to another of the same document. */
typedef enum casus_link_kind {
    CASUS_LINK_DENIES,  /* its source says that the other is not so */
    CASUS_LINK_REVISES, /* its figure takes the place of the other's */
    CASUS_LINK_REPEATS, /* it tells the same again */
    CASUS_N_LINK_KIND
} casus_link_kind;

typedef struct casus_link {
    casus_link_kind kind;
    uint32_t claim; /* index into doc->claim */
} casus_link;

/* One reported event or state of control, with who is said to have done what to whom, and who says so (docs/record.md). */
typedef struct casus_claim {
    uint32_t sentence;
    uint32_t word; /* the trigger's head word */
    casus_span trigger, quote;
    casus_event_type type;
    uint32_t mode; /* bits: see record/plover.h */
    casus_participants actor, recipient;
    casus_participants source; /* nearest to the content first */
    uint32_t attribution;      /* index of the nearest, or CASUS_NO_ATTRIBUTION */
    casus_attribution_kind voice;
    casus_span cue; /* empty: none */
    casus_factuality factuality;
    casus_tense tense;
    uint32_t timex;                     /* index into doc->timex; UINT32_MAX: none */
    uint32_t *place, n_place;           /* indices into doc->place */
    uint32_t *quantity, n_quantity;     /* indices into doc->quantity */
    casus_link link[CASUS_N_LINK_KIND]; /* [n_link], in the order of kinds, one of each at most */
    uint32_t n_link;
    casus_str rule; /* the row that made it an event */
} casus_claim;

/* The interval of a claim's time, which timex is: not that of a stretch, if the claim tells of what bounds it. */
CASUS_API void casus_claim_interval(const casus_claim *claim, const casus_timex *timex, casus_date *from,
                                    casus_date *to);

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

    casus_timex *timex; /* each list in text order */
    uint32_t n_timex;
    casus_place *place;
    uint32_t n_place;
    casus_actor *actor; /* in order of first mention */
    uint32_t n_actor, actor_room;
    casus_actor_mention *mention;
    uint32_t n_mention;
    casus_quantity *quantity;
    uint32_t n_quantity;
    casus_attribution *attribution;
    uint32_t n_attribution;
    casus_str version;  /* of the program and the language pack that made the claims */
    casus_claim *claim; /* in text order */
    uint32_t n_claim;
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
