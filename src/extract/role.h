/* From words that fill a role to the actors that they stand for. */
#ifndef CASUS_EXTRACT_ROLE_H
#define CASUS_EXTRACT_ROLE_H

#include "extract/slot.h"

/* Mentions and places by the word that heads them. */
typedef struct casus_heads {
    uint32_t *mention;  /* [n_word] index into doc->mention of the longest with this head; CASUS_NO_WORD */
    uint32_t *place;    /* [n_word] index into doc->place of what covers the word; CASUS_NO_WORD */
    uint32_t *quantity; /* [n_word] index into doc->quantity with this head; CASUS_NO_WORD */
} casus_heads;

CASUS_MUST_USE casus_status casus_heads_make(const casus_view *view, casus_heads *out, casus_error *err);

enum { CASUS_MOST_ROLES = 12 };

/*
 * The actor that stands behind a place's adjective or genitive ('an Armenian missile'): its country's government, or
 * that of the entity which holds it. One of doc->actor, appended if need be. CASUS_NO_ACTOR: it has no country, or no
 * memory is left.
 */
uint32_t casus_owner_of_place(const casus_view *view, uint32_t place);

/* What the noun `w` counts as (figure/items.tsv); NULL: nothing known. */
const casus_item *casus_item_of(const casus_view *view, uint32_t w);

/* Actors in the order in which they were found, none twice. */
typedef struct casus_cast {
    casus_participant role[CASUS_MOST_ROLES];
    uint32_t n;
} casus_cast;

/* Whom `w` and its conjuncts stand for; with `owner` whose it is, where it is nobody ('two helicopters of the army'). */
void casus_cast_add(const casus_view *view, const casus_heads *heads, uint32_t w, bool owner, casus_cast *cast);

/* An actor of whom only the words are known: appended to doc->actor under the name `name`; CASUS_NO_ACTOR: no memory. */
uint32_t casus_unknown_actor(const casus_view *view, casus_str name);

/* An actor of this name and country, of the document's or added to them; CASUS_NO_ACTOR: no memory. */
uint32_t casus_keep_actor(const casus_view *view, const casus_actor *actor);

/* The same actor of a country that was not told with him; CASUS_NO_ACTOR: no memory. */
uint32_t casus_actor_of_country(const casus_view *view, uint32_t actor, casus_str country);

/*
 * For an active verb whose subject the parser lost: the nearest actor before it that no adposition introduces, with no
 * other verb between. CASUS_NO_WORD: none.
 */
uint32_t casus_lost_subject(const casus_view *view, const casus_heads *heads, uint32_t verb);

/* Whether the verb is a passive, or a participle that says what one came to ('got hurt'). */
bool casus_is_passive(const casus_view *view, uint32_t w);

/* 'forced the troops to pull back': the subject of an infinitive under a verb with an object; CASUS_NO_WORD: none. */
uint32_t casus_forced_subject(const casus_view *view, uint32_t w);

/* A copy in the document's arena. False without memory. */
bool casus_cast_keep(const casus_view *view, const casus_cast *cast, casus_participants *out);

#endif
