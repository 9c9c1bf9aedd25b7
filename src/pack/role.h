/* What a pack's tables of actors say of a word: see lang/README.md. */
#ifndef CASUS_PACK_ROLE_H
#define CASUS_PACK_ROLE_H

#include "casus/str.h"

#include <stdint.h>

/* What a noun of those who act is (actor/roles.tsv). */
typedef enum casus_role_class {
    CASUS_ROLE_PERSON, /* an office, or one who has a calling */
    CASUS_ROLE_BODY,   /* an institution */
    CASUS_ROLE_GROUP,  /* several who act together */
    CASUS_ROLE_PEOPLE, /* several who have something in common */
    CASUS_ROLE_PART,   /* is what it belongs to: leader, spokesman, member, troops */
    CASUS_ROLE_FIELD   /* no actor: the domain of a ministry or office */
} casus_role_class;

/* Where its country is told besides its own adjective, genitive or 'of'. */
typedef enum casus_role_scope {
    CASUS_SCOPE_ANYWHERE,  /* nowhere else; an actor all the same */
    CASUS_SCOPE_TOLD,      /* nowhere else; without a country or group it is no actor */
    CASUS_SCOPE_PLACE,     /* a place that it is in */
    CASUS_SCOPE_LOCAL,     /* a place that it is in, or that its sentence tells */
    CASUS_SCOPE_BREAKAWAY, /* a place that it is in; its adjective is its people's, not its state's */
    CASUS_SCOPE_SENT       /* nowhere else, and what it is 'in' is where it is sent to */
} casus_role_scope;

typedef struct casus_role {
    casus_role_class class_of;
    casus_role_scope scope;
    casus_str name;      /* English, with {country} and {field}; for a field what {field} becomes */
    casus_str country;   /* PLOVER's code for those of no country; absent: by the text */
    casus_str sector[4]; /* PLOVER codes */
    uint32_t n_sector;
} casus_role;

/* Little words of actors (actor/words.tsv). */
typedef enum casus_actor_word {
    CASUS_WORD_OF,       /* before what somebody belongs to */
    CASUS_WORD_IN,       /* before where somebody is */
    CASUS_WORD_FROM,     /* as IN, but a country behind it may act */
    CASUS_WORD_FOR,      /* before whom somebody speaks for */
    CASUS_WORD_RUN,      /* participle: 'the Hamas-run ministry' belongs to Hamas */
    CASUS_WORD_PARTICLE, /* small word within names */
    CASUS_WORD_TITLE,    /* before a name, tells nothing */
    CASUS_WORD_COUNTRY,  /* 'the country' */
    CASUS_WORD_GROUP,    /* 'the group' */
    CASUS_WORD_SIDES,    /* 'both sides' */
    CASUS_WORD_PARTIES,  /* as SIDES, also with an article alone */
    CASUS_WORD_BOTH,     /* the word that makes a plural two */
    CASUS_WORD_ALOOF,    /* prefix that takes an adjective's country away: 'pro-', 'anti-' */
    CASUS_WORD_LOCAL,    /* adjective: who is of where the text is */
    CASUS_WORD_OCCUPIER, /* who is there and of another country: 'occupation', 'occupying' */
    CASUS_WORD_OWN,      /* adjective: who is of the one that the clause is about: 'own' */
    CASUS_WORD_LINK      /* letters that bind the words of a compound */
} casus_actor_word;

/* Pronouns (actor/pronouns.tsv), as bits. */
enum {
    CASUS_PRONOUN_ONE = 1,       /* may stand for one */
    CASUS_PRONOUN_MANY = 2,      /* for several */
    CASUS_PRONOUN_PERSON = 4,    /* for a person, or persons */
    CASUS_PRONOUN_THING = 8,     /* for a body or country */
    CASUS_PRONOUN_RELATIVE = 16, /* stands for the noun of its clause */
    CASUS_PRONOUN_POSSESSIVE = 32
};

#endif
