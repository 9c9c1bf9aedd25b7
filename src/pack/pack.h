/* What the rooms above look up in a compiled pack. Keys are folded as in casus_pack_fold. */
#ifndef CASUS_PACK_PACK_H
#define CASUS_PACK_PACK_H

#include "base/map.h"
#include "casus/arena.h"
#include "casus/pack.h"
#include "pack/figure.h"
#include "pack/lexicon.h"
#include "pack/rule.h"
#include "pack/role.h"

#include <stdbool.h>
#include <stdint.h>

/* How an abbreviation's stop relates to the end of the sentence. */
typedef enum casus_ends {
    CASUS_ENDS_NONE, /* no abbreviation */
    CASUS_ENDS_NO,
    CASUS_ENDS_MAYBE,
    CASUS_ENDS_DIGIT /* an abbreviation only before a number */
} casus_ends;

/* How the language's readers take 3/4/2020. */
typedef enum casus_order { CASUS_ORDER_UNKNOWN, CASUS_ORDER_DAY_FIRST, CASUS_ORDER_MONTH_FIRST } casus_order;

typedef enum casus_hyphen { CASUS_HYPHEN_KEEP, CASUS_HYPHEN_SPLIT } casus_hyphen;

typedef struct casus_contraction {
    casus_str form; /* folded, without the star */
    bool suffix;    /* '*' at the front: any word may stand before it */
    uint8_t n_part;
    uint8_t part_len[4]; /* characters of each word, the star's not counted */
} casus_contraction;

typedef enum casus_term_class {
    CASUS_TERM_NONE,
    CASUS_TERM_MONTH,
    CASUS_TERM_WEEKDAY,
    CASUS_TERM_CLOCK,
    CASUS_TERM_MERIDIEM,
    CASUS_TERM_ORDINAL,
    CASUS_TERM_DECADE,
    CASUS_TERM_ZONE /* the word behind the place whose clock is meant */
} casus_term_class;

typedef enum casus_label {
    CASUS_LABEL_NONE,
    CASUS_LABEL_DATE,
    CASUS_LABEL_UPDATED,
    CASUS_LABEL_SOURCE,
    CASUS_LABEL_BYLINE
} casus_label;

typedef enum casus_match {
    CASUS_MATCH_LINE,
    CASUS_MATCH_START,
    CASUS_MATCH_PART,
    CASUS_MATCH_LIST,
    CASUS_MATCH_END
} casus_match;

typedef struct casus_furniture {
    casus_str phrase; /* folded */
    casus_match match;
    casus_str why; /* its class */
} casus_furniture;

typedef enum casus_place_term_class {
    CASUS_PLACE_TERM_NAME,
    CASUS_PLACE_TERM_BEHIND,    /* a name only behind another and a comma */
    CASUS_PLACE_TERM_ADJECTIVE, /* 'Dutch': of the place; may also be its people */
    CASUS_PLACE_TERM_PEOPLE
} casus_place_term_class;

/* A language's own word for a place, or for what belongs to it. */
typedef struct casus_place_term {
    casus_str key;      /* of the place: casus_gazetteer_by_key */
    casus_str capitals; /* the only spelling that fits; absent: any with a capital */
    casus_place_term_class class_of;
} casus_place_term;

typedef enum casus_place_kind {
    CASUS_PLACE_KIND_NONE,
    CASUS_PLACE_KIND_POPULATED,
    CASUS_PLACE_KIND_DISTRICT,
    CASUS_PLACE_KIND_REGION,
    CASUS_PLACE_KIND_COUNTRY,
    CASUS_PLACE_KIND_AREA,
    CASUS_PLACE_KIND_SITE
} casus_place_kind;

/* Sets of these are the values of place_cue. */
typedef enum casus_place_cue {
    CASUS_PLACE_CUE_IN = 1,
    CASUS_PLACE_CUE_OF = 2,
    CASUS_PLACE_CUE_NEAR = 4,
    CASUS_PLACE_CUE_DIRECTION = 8,
    CASUS_PLACE_CUE_TITLE = 16,
    CASUS_PLACE_CUE_BODY = 32
} casus_place_cue;

#define CASUS_NO_ZONE UINT32_MAX

struct casus_pack {
    casus_str code, name, base, version, status;
    casus_vocab vocab; /* of all lexicons below */
    casus_str *ending; /* folded; what a word may take in text */
    uint32_t n_ending;
    casus_map alike; /* form, as it is -> index in alike_as: what the model sees in its place */
    casus_str *alike_as;
    uint32_t n_alike;
    casus_map lemma_of; /* folded form, space, part of speech -> number of its lemma in vocab */
    casus_hyphen hyphen;
    casus_order order;
    casus_map abbreviation; /* folded, or with its capitals; stop included -> casus_ends */
    casus_map whole;        /* contractions that are a whole token, folded -> index in contraction */
    casus_contraction *contraction;
    uint32_t n_contraction;
    uint32_t *suffix; /* [n_suffix] indices of those with a star, longest first */
    uint32_t n_suffix;
    casus_map function_word;  /* folded */
    uint8_t whole_ends[8192]; /* a bit for each casus_pack_ends of a contraction without a star */
    bool suffix_letters;      /* some contraction with a star has no apostrophe: every word must be looked up */
    casus_map boundary;       /* feature, as it is -> weight (int32_t); empty: rules alone, see syntax/gap.c */
    casus_map keep;           /* folded forms without a star */
    casus_str *keep_prefix, *keep_suffix; /* folded */
    uint32_t n_keep_prefix, n_keep_suffix;
    casus_map term;       /* folded -> class << 16 | value (hour = 0, am = 0, pm = 12) */
    casus_map label;      /* folded -> casus_label */
    size_t label_longest; /* bytes */
    casus_map agency;     /* folded name or alias -> index in agency_name */
    casus_str *agency_name;
    uint32_t n_agency;
    /* places */
    casus_lexicon demonym, place_name; /* index in place_term */
    casus_place_term *place_term;
    uint32_t n_place_term;
    casus_lexicon place_kind;            /* casus_place_kind */
    casus_lexicon place_cue;             /* set of casus_place_cue */
    casus_lexicon not_place, given_name; /* 1 */
    casus_furniture *furniture;
    uint32_t n_furniture;
    casus_map furniture_by_word;    /* folded first word (casus_pack_first_word) -> index of the first such furniture */
    uint8_t part_first[8192];       /* a bit for each casus_pack_mark of a furniture phrase for within lines */
    struct casus_claim_pack *claim; /* pack/claim.h */
    uint32_t *furniture_next; /* [n_furniture] the next with the same first word; CASUS_PACK_LAST behind the last */
    /* figures */
    casus_figures figures;
    /* times */
    casus_rules times;
    struct casus_term_row *term_row; /* [n_term_row] all rows of time/terms.tsv */
    uint32_t n_term_row;
    casus_lexicon tense; /* auxiliaries and the like -> casus_time_tense */
    casus_str *zone;     /* IANA names of time zones */
    uint32_t n_zone;
    casus_map zone_of; /* key of a place (casus_place_term) -> index in zone, or CASUS_NO_ZONE: not to be told */
    /* actor/ */
    casus_lexicon role; /* -> index in role_of */
    casus_role *role_of;
    uint32_t n_role;
    casus_lexicon actor_word; /* -> casus_actor_word */
    casus_lexicon pronoun;    /* -> bits */
};

/**
 * Fold for look-ups: lower case (simple Unicode mapping, no language's own rules), the curly and slanted apostrophes
 * (U+2018, U+2019, U+02BC, U+0060, U+00B4) as ', no-break and thin spaces as a space. Expects NFC, gives NFC.
 *
 * Owns     the result is written to `out`, at most `room` bytes; returns its length, or 0 if it does not fit.
 */
size_t casus_pack_fold(casus_str s, char *out, size_t room);

enum { CASUS_PACK_KEY = 256 }; /* longest folded key, bytes */
#define CASUS_PACK_LAST UINT32_MAX

/* Bytes of the first word of folded text: a run of letters and digits, or one other character. 0 if `s` is empty. */
size_t casus_pack_first_word(casus_str s);

/* Sets of small numbers as bits. */
static inline void casus_bit_set(uint8_t *bits, unsigned at)
{
    bits[at / 8] = (uint8_t)(bits[at / 8] | 1U << at % 8);
}

static inline bool casus_bit(const uint8_t *bits, unsigned at)
{
    return ((unsigned)bits[at / 8] >> (at % 8) & 1U) != 0;
}

/* A number below 65536 for a word's first and last byte and its length, the same for capitals and small letters. */
static inline unsigned casus_pack_ends(casus_str s)
{
    unsigned first = (unsigned char)s.ptr[0] | 32U;
    unsigned last = (unsigned char)s.ptr[s.len - 1] | 32U;
    return (first << 8 | last) ^ (unsigned)(s.len & 31) << 5;
}

/* A number below 65536 for the first six bytes of `s`, the same for capitals and small letters; 0 if it is shorter. */
static inline unsigned casus_pack_mark(const char *s, size_t len)
{
    uint64_t bytes = 0;
    if (len < 6) {
        return 0;
    }
    memcpy(&bytes, s, 6);
    bytes |= UINT64_C(0x202020202020); /* sets more than case apart alike, which a filter may */
    return (unsigned)(bytes * UINT64_C(0x9E3779B97F4A7C15) >> 48);
}

/* Looks up the folded form of `form`, then the form itself, in `map`. */
const uint32_t *casus_pack_find(const casus_map *map, casus_str form);

/* How the abbreviation `form` (its stop included) may end a sentence; CASUS_ENDS_NONE if it is none. */
casus_ends casus_pack_abbreviation(const casus_pack *pack, casus_str form);

/* Class and value of a time term; CASUS_TERM_NONE if it is none. */
casus_term_class casus_pack_term(const casus_pack *pack, casus_str word, int *value);

#endif
