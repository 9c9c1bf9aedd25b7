/* What a claim, or several claims of one happening, tell in a form that can be compared: when, where, who, how many. */
#ifndef CASUS_CLUSTER_OUTLINE_H
#define CASUS_CLUSTER_OUTLINE_H

#include "cluster/day.h"

enum {
    CASUS_OUTLINE_PLACES = 6,
    CASUS_OUTLINE_SIDES = 6,
    CASUS_OUTLINE_FIGURES = 8,
    CASUS_OUTLINE_NAMES = 12,
};

/* A party as a whole: a country's state, its civil bodies, its rebels, its breakaway part. 0: nobody. */
typedef uint64_t casus_side;

typedef enum casus_figure_kind {
    CASUS_FIGURE_PEOPLE,
    CASUS_FIGURE_THING, /* destroyed, damaged, seized, lost */
    CASUS_FIGURE_DOWNED /* shot down */
} casus_figure_kind;

typedef struct casus_outline_figure {
    uint64_t item, outcome; /* hashes of their words; 0: untold */
    double value;           /* best, else low, else high */
    casus_figure_kind kind;
} casus_outline_figure;

typedef struct casus_outline {
    casus_event_type type;
    uint32_t mode;    /* as the claims have it, without the result of an attack ('destroy') */
    uint32_t body;    /* of an attack's modes those done to somebody in one's hands; no weapon decides these */
    bool timed;       /* a claim tells when: from and to */
    bool history;     /* told as background, or long before the news */
    bool open;        /* planned, demanded or feared: not told as done */
    int32_t from, to; /* days, inclusive, of what is told; UNTOLD if not timed */
    int32_t news_from, news_to;           /* days in which the document's news fell; UNTOLD: the document has no date */
    uint32_t place[CASUS_OUTLINE_PLACES]; /* of ledger->place, the most specific first */
    uint32_t told[CASUS_OUTLINE_PLACES];  /* by how many claims each is told */
    uint32_t n_place;
    casus_side actor[CASUS_OUTLINE_SIDES], recipient[CASUS_OUTLINE_SIDES];
    uint32_t n_actor, n_recipient;
    uint64_t actor_name[CASUS_OUTLINE_SIDES]; /* hashes of the names of those who act */
    uint32_t n_actor_name;
    casus_outline_figure figure[CASUS_OUTLINE_FIGURES];
    uint32_t n_figure;
    uint64_t war; /* of the document: the two countries whose parties it tells most of; 0: it tells of none */
    uint64_t name[CASUS_OUTLINE_NAMES]; /* hashes of words with capitals or digits in what was quoted */
    uint32_t n_name;
} casus_outline;

/* The civil date of a day. */
casus_date casus_cluster__date(int32_t day, casus_origin from);

/*
 * The party that an actor belongs to; 0 if its country is not known and it is no group of its own. In deeds a people is
 * of its state's party; what is said and decided is `apart`: civilians, churches, journalists do not speak for a state.
 */
casus_side casus_cluster__side(const casus_actor *actor, bool apart);

/* The country of a side, as a number. */
static inline uint64_t casus_cluster__country(casus_side side)
{
    return side >> 8;
}

/* The same country, whatever the side. */
static inline bool casus_cluster__compatriots(casus_side a, casus_side b)
{
    return a >> 8 == b >> 8;
}

/* Deeds, which victims and onlookers tell of too; all else is what somebody says or decides. */
static inline bool casus_cluster__is_deed(casus_event_type type)
{
    return type == CASUS_ASSAULT || type == CASUS_CONTROL || type == CASUS_RETREAT || type == CASUS_AID;
}

/* Whether all times that a document tells are long past, and they are several: it brings no news of what it dates not. */
bool casus_cluster__looks_back(const casus_ledger *ledger, const casus_ledger_doc *doc);

/* What one claim tells. */
void casus_cluster__outline(const casus_ledger *ledger, const casus_ledger_claim *claim, casus_outline *out);

/* Whether it has a figure of at least that kind. */
bool casus_cluster__tells_of(const casus_outline *o, casus_figure_kind kind);

/* The days in which the news of `doc` fell, into `out`. */
void casus_cluster__news_days(const casus_ledger_doc *doc, casus_outline *out);

/* Add what `more` tells to `into`: the same happening, told again. */
void casus_cluster__outline_add(const casus_ledger *ledger, casus_outline *into, const casus_outline *more);

#endif
