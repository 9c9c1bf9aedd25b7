/* What a pack knows of events, of who says what, and of how sure (lang/README.md: event/, attribution/, factuality/). */
#ifndef CASUS_PACK_CLAIM_H
#define CASUS_PACK_CLAIM_H

#include "casus/record.h"
#include "pack/slot.h"

/* Where the roles of an event stand, from its trigger. */
typedef struct casus_frame {
    casus_str name;
    casus_slots actor, recipient, place;
} casus_frame;

/* What else must be so for a word to be an event. */
typedef enum casus_need {
    CASUS_NEED_NOTHING,
    CASUS_NEED_CONFLICT, /* the document shows other signs of conflict */
    CASUS_NEED_ARMED     /* an armed or political actor, or a weapon, stands in its clause */
} casus_need;

#define CASUS_NO_FRAME UINT32_MAX

typedef struct casus_trigger {
    uint32_t lemma; /* vocabulary number */
    uint8_t upos;   /* CASUS_UPOS_NOUN also takes proper nouns */
    casus_slots with;
    casus_event_type type; /* CASUS_N_EVENT_TYPE: in this company the word is no event */
    uint32_t mode;
    uint32_t frame;    /* index */
    casus_str outcome; /* absent: none */
    casus_need need;
    uint32_t next; /* the next row with this lemma; CASUS_PACK_LAST */
    uint32_t line; /* of the table, for what explains a claim */
    casus_str example;
} casus_trigger;

/* A weapon or a means that gives an event its mode. */
typedef struct casus_instrument {
    uint32_t lemma;
    casus_event_type type;
    uint32_t mode;
    uint32_t next; /* the next row with this lemma; CASUS_PACK_LAST */
} casus_instrument;

typedef enum casus_field { CASUS_FIELD_CONFLICT, CASUS_FIELD_OTHER } casus_field;

/* Where source, content and addressee stand, from the cue. */
typedef struct casus_cue_frame {
    casus_str name;
    casus_slots source, content, addressee;
    bool hearsay; /* names no source */
} casus_cue_frame;

typedef struct casus_cue {
    uint32_t lemma;
    uint8_t upos;
    casus_slots with;
    uint32_t frame;
    casus_factuality commitment;
    uint32_t next;
    uint32_t line;
    casus_str example;
} casus_cue;

typedef enum casus_effect {
    CASUS_EFFECT_CERTAIN,
    CASUS_EFFECT_NOT,
    CASUS_EFFECT_PROBABLE,
    CASUS_EFFECT_POSSIBLE,
    CASUS_EFFECT_UNCOMMITTED
} casus_effect;

typedef enum casus_operator_tense {
    CASUS_OPERATOR_TENSE_NONE,
    CASUS_OPERATOR_PAST,
    CASUS_OPERATOR_FUTURE,
    CASUS_OPERATOR_BACKGROUND
} casus_operator_tense;

/* A word that changes how sure the events are that it governs. */
typedef struct casus_operator {
    uint32_t lemma;
    uint8_t upos;
    casus_slots with;
    casus_slots target;
    casus_effect effect;
    casus_operator_tense tense;
    uint32_t next;
    uint32_t line;
    casus_str example;
} casus_operator;

/* Sentences in which a word is no event. */
typedef struct casus_not_event {
    casus_str lemma, example;
    uint32_t line;
} casus_not_event;

/* What a word shows at first sight. */
typedef enum casus_sign {
    CASUS_SIGN_CONFLICT = 1, /* a text that may be about conflict */
    CASUS_SIGN_EVENT = 2     /* an event, whatever the text is about */
} casus_sign;

typedef struct casus_claim_pack {
    uint32_t light[CASUS_MOST_LEMMAS]; /* verbs that carry an event named by their object */
    uint16_t n_light;
    casus_frame *frame;
    uint32_t n_frame;
    casus_trigger *trigger;
    uint32_t n_trigger;
    casus_map trigger_of; /* folded lemma -> first row; also asked for the ends of compounds */
    casus_not_event *not_event;
    uint32_t n_not_event;
    casus_instrument *instrument;
    uint32_t n_instrument;
    casus_map instrument_of; /* folded lemma -> first row */
    casus_map company;       /* folded lemma -> casus_field */
    casus_cue_frame *cue_frame;
    uint32_t n_cue_frame;
    casus_cue *cue;
    uint32_t n_cue;
    casus_map cue_of; /* folded lemma -> first row */
    casus_operator *operator_;
    uint32_t n_operator;
    casus_map operator_of; /* folded lemma -> first row */

    /* By vocabulary number, [n_vocab + 1]; CASUS_PACK_LAST: none. */
    uint32_t *first_trigger, *first_cue, *first_operator; /* rows */
    uint32_t *instrument_of_word;                         /* row */
    uint32_t *company_of_word;                            /* casus_field */
    uint32_t n_vocab;
    casus_map sign; /* stem (pack/stem.h) -> casus_sign */
} casus_claim_pack;

#endif
