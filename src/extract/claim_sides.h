/* The sides of a document's conflict, counted from who is told to act against whom. */
#ifndef CASUS_EXTRACT_CLAIM_SIDES_H
#define CASUS_EXTRACT_CLAIM_SIDES_H

#include "extract/role.h"

enum { CASUS_MOST_WARRING = 12 }; /* as an index: of no side */

typedef struct casus_side {
    casus_str country;
    bool against; /* rebels and the like, as told from the state of that country */
    bool hired;   /* paramilitaries that rise against nobody: a side apart from the rebels of their country */
    casus_participant member; /* the one told last, at first the one told first; armed ones go before others */
    bool armed;
    uint32_t told;
} casus_side;

typedef struct casus_sides {
    const casus_doc *doc;
    casus_side side[CASUS_MOST_WARRING];
    uint32_t n;
    uint32_t opposed[CASUS_MOST_WARRING][CASUS_MOST_WARRING];
} casus_sides;

/* Whether an actor has one of the sectors; the list ends with NULL. */
bool casus_has_sector(const casus_actor *actor, const char *const *sectors);

/* Whether he is of those who stand against the state of his country. */
bool casus_is_against(const casus_actor *actor);

/* The side of an actor, made if need be; CASUS_MOST_WARRING: one who fights on none. */
uint32_t casus_sides_of(casus_sides *sides, const casus_participant *p);

/* The same, told once more as one who fights. */
uint32_t casus_sides_tell(casus_sides *sides, const casus_participant *p);

/* Those of its sides who stand here are told last: later claims mean them. */
void casus_sides_see(casus_sides *sides, const casus_participants *roles);

/* One acted against the other. */
void casus_sides_oppose(casus_sides *sides, uint32_t a, uint32_t b);

/* The side that a side is told to fight more than any other; of equals the one told of more; CASUS_MOST_WARRING: none. */
uint32_t casus_sides_opponent(const casus_sides *sides, uint32_t side);

/*
 * 'The army', 'rebels' of no told country are, in a document with one state or one group that fights, its own. Changes
 * whom the roles stand for.
 */
void casus_sides_settle(const casus_sides *sides, const casus_view *view, casus_participants *roles);

#endif
