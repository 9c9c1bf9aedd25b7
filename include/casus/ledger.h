/*
 * What a store holds once it is read: documents, their claims, and what follows from them together. Names and meanings
 * are docs/record.md's; the listings are docs/ledger.md's. Plain data, owned by one arena.
 */
#ifndef CASUS_LEDGER_H
#define CASUS_LEDGER_H

#include "casus/record.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A list of indices, owned by the ledger. */
typedef struct casus_indices {
    uint32_t *at; /* [n] */
    uint32_t n;
} casus_indices;

/* A document as the ledger knows it. */
typedef struct casus_ledger_doc {
    casus_str id, url, outlet, title, language; /* absent: ptr NULL */
    casus_date published;                       /* .from CASUS_FROM_INFERENCE: narrowed by the incidents it tells of */
    char sha256[65];
    uint64_t sequence; /* in which order the store took it */
    uint32_t claim_begin, claim_end;
    const uint64_t *sketch; /* [n_sketch] the smallest hashes of its word shingles, ascending (Broder 1997) */
    uint32_t n_sketch;
    uint32_t copy_of; /* the earliest document whose text it repeats, or CASUS_NONE; set by cluster */
} casus_ledger_doc;

/* A figure of a claim. Compare record.h's casus_quantity. */
typedef struct casus_ledger_quantity {
    casus_str item, outcome; /* absent: unknown */
    double low, best, high;  /* NAN: null */
    casus_scope scope;
    casus_date since;
    uint32_t side;   /* index into ledger->actor: whose they are; CASUS_NONE */
    casus_str exact; /* its words */
} casus_ledger_quantity;

/* One claim of one document. Actors and places are interned: equal ones have equal indices. */
typedef struct casus_ledger_claim {
    casus_str id;      /* <document id>#<n> */
    uint32_t document; /* index into ledger->document */
    uint32_t sentence;
    casus_event_type type;
    uint32_t mode;                          /* bits: record/plover.h */
    casus_indices actor, recipient, source; /* of ledger->actor; source: nearest first */
    casus_indices place;                    /* of ledger->place */
    casus_date from, to;                    /* .from CASUS_FROM_NOWHERE: open or untold */
    casus_str timex;                        /* TIMEX3 value; absent: untold */
    casus_ledger_quantity *quantity;
    uint32_t n_quantity;
    casus_str trigger, quote, cue; /* exact words; cue absent: none */
    casus_attribution_kind voice;
    casus_factuality factuality;
    casus_tense tense;
    casus_str json;    /* the claim as the record has it: one JSON object */
    uint32_t incident; /* index into ledger->incident, or CASUS_NONE; set by cluster */
    casus_str joined;  /* why it is in that incident, in a few words for people; set by cluster */
} casus_ledger_claim;

/* One happening in the world, told by one or more claims. */
typedef struct casus_incident {
    char id[24]; /* 'i' and a hash of its founding claim's document and number: the same in any order of adding */
    casus_event_type type;
    uint32_t mode;       /* every mode that a claim of it tells */
    casus_date from, to; /* .from CASUS_FROM_NOWHERE: unknown */
    casus_indices place; /* the most specific one first */
    casus_indices actor, recipient;
    casus_indices claim;                          /* in the order of documents, then of the text */
    uint32_t n_document, n_outlet, n_independent; /* independent: outlets that repeat no other, agencies counted once */
    casus_indices dispute;
    bool one_leg; /* one source alone tells of it, no outlet in its own voice, and nobody denies it */
} casus_incident;

/* One answer to a question in dispute, with those who give it. */
typedef struct casus_position {
    casus_str value;      /* for people: '4', 'not taken', 'Azerbaijan' */
    casus_indices source; /* of ledger->actor; empty: outlets in their own voice */
    casus_indices claim;
} casus_position;

typedef struct casus_dispute {
    char id[24];       /* 'd' and a hash of incident and question */
    uint32_t incident; /* index, or CASUS_NONE */
    casus_str about;   /* happened, actor, quantity:<outcome>:<item>, control:<place>, time, place */
    casus_position *position;
    uint32_t n_position;
} casus_dispute;

/* What one claimant says that one side lost: its latest figure, and those that it replaced. */
typedef struct casus_loss {
    uint32_t side;     /* whose losses: index into ledger->actor; CASUS_NONE: untold */
    uint32_t claimant; /* index into ledger->actor; CASUS_NONE: outlets in their own voice */
    bool own;          /* the claimant is of that side */
    casus_str item, outcome;
    double low, best, high; /* NAN: null */
    casus_scope scope;
    casus_date since, as_of;
    uint32_t incident;    /* CASUS_NONE: a running total, or of no incident */
    uint32_t claim;       /* where the figure stands */
    casus_indices before; /* claims with the figures that it replaced, oldest first */
} casus_loss;

typedef enum casus_state_kind {
    CASUS_STATE_CEASEFIRE,
    CASUS_STATE_CONTROL,
    CASUS_STATE_MOBILIZATION,
    CASUS_STATE_MARTIAL_LAW
} casus_state_kind;

/* Who says that a state holds: a ceasefire called for, agreed, in force, broken; a place held, taken, lost, contested. */
typedef struct casus_state {
    casus_state_kind kind;
    casus_str stage;     /* called-for agreed in-force broken ended | capture hold lose contest | declared */
    uint32_t place;      /* of ledger->place; CASUS_NONE */
    casus_indices party; /* whose ceasefire, who holds, who mobilises */
    uint32_t claimant;   /* CASUS_NONE: outlets in their own voice */
    bool denied;         /* the claimant says that it is not so */
    casus_date from, to;
    casus_indices claim;
} casus_state;

/* What somebody decided about incidents: it outlives every later clustering. */
typedef enum casus_decision_kind { CASUS_DECISION_MERGE, CASUS_DECISION_SPLIT } casus_decision_kind;

typedef struct casus_decision {
    casus_decision_kind kind;
    casus_str claim, other; /* ids of claims that belong together, or apart */
} casus_decision;

typedef struct casus_ledger {
    casus_arena arena;
    casus_actor *actor; /* interned */
    uint32_t n_actor;
    casus_place *place; /* interned by geonameid or, without one, by name; spans are empty */
    uint32_t n_place;
    /* By date of publication (none first), then by sha256, then by id: the same in any order of adding. */
    casus_ledger_doc *document;
    uint32_t n_document;
    casus_ledger_claim *claim; /* by document, then in text order */
    uint32_t n_claim;
    casus_decision *decision; /* in the order they were taken */
    uint32_t n_decision;

    /* Set by cluster. */
    casus_incident *incident; /* by day, then by id */
    uint32_t n_incident;
    casus_dispute *dispute;
    uint32_t n_dispute;
    casus_loss *loss;
    uint32_t n_loss;
    casus_state *state;
    uint32_t n_state;
} casus_ledger;

CASUS_API void casus_ledger_init(casus_ledger *ledger);
CASUS_API void casus_ledger_free(casus_ledger *ledger);

#ifdef __cplusplus
}
#endif
#endif
