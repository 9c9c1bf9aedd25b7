/* What speaks for and against two tellings being one: in units such that the same town is 3. Room-internal. */
#ifndef CASUS_CLUSTER_WEIGHTS_H
#define CASUS_CLUSTER_WEIGHTS_H

#include "cluster/likeness.h"

typedef struct casus_weights {
    /* When. */
    double same_day;    /* both tell it, and the days overlap */
    double news_day;    /* one or both are only the news of that day */
    double same_period; /* both tell a longer time, mostly the same */
    double next_day;    /* the news of some days later */
    double other_day;   /* the day after, by what both tell */
    double older;       /* within a document: a told day before the news, and one untold */
    double campaign;    /* a day, and a time of weeks that holds it */
    double told_anew;   /* within a document: a day is told where none was */
    /* Where. */
    double part;        /* within a document: not the town or site that the others tell, if near it */
    double same_place;  /* or two names of one spot */
    double same_region; /* it has many happenings */
    double outskirts;   /* a site, and the town that it is near to */
    double in_region;
    double in_country;
    double other_town; /* not far */
    double other_region;
    double other_country; /* weak: countries are told for many reasons */
    double far_place;
    /* Who. */
    double both_roles;  /* the same act on the same */
    double same_fight;  /* the same two sides, whoever acts */
    double mutual;      /* the same two sides, and what the one suffers the other does */
    double same_side;   /* one side, the other untold */
    double shared_side; /* one side, the other different */
    double reversed;    /* the one's actor is the other's recipient */
    double other_sides;
    /* How many. */
    double equal_figure;
    double like_figure;
    double other_order; /* ten times as many people */
    double new_thing;   /* within a document: things destroyed, and people hurt */
    double downed;      /* within a document: craft shot down, of which the others tell nothing */
    /* How. */
    double same_mode;
    double other_weapon;
    double other_act;
    /* Rare words that both quote. */
    double name;
    double most_names;
    /* Within a document: how near in the text. */
    double same_sentence;
    double next_sentence;
    double close;
    double main; /* the first happening that the document tells of */
    double bare; /* nothing is told of it but that it was */
    /* What was done and what is planned; what is said or decided. */
    double planned;  /* an attack planned, and one done */
    double politics; /* of what is said or decided */
    double speaker;  /* by the same one, by name */
    double seat;     /* at most so much for its place: it is always the capital */
    double same_war; /* untold where and who, in documents about the same parties: it has many attacks but few truces */
    double voiceless; /* one of the two does not tell who */
    /* Enough to be one. */
    double within;
    double across;
    double whole; /* for two clusters as wholes */
    double again; /* for two tellings of one document */
} casus_weights;

extern const casus_weights casus_cluster__weights;

/* The parts of a likeness; each adds its reason to *why. */
double casus_cluster__like_where(const casus_ledger *ledger, const casus_outline *a, const casus_outline *b,
                                 uint32_t *why);

/* As like_where, but within a document a second town or site may have a happening of its own. */
double casus_cluster__like_where_within(const casus_ledger *ledger, const casus_outline *group,
                                        const casus_outline *claim, uint32_t *why);

double casus_cluster__like_when(const casus_outline *a, const casus_outline *b, uint32_t *why);
double casus_cluster__like_when_within(const casus_outline *a, const casus_outline *b, uint32_t *why);
double casus_cluster__like_who(const casus_outline *a, const casus_outline *b, uint32_t *why);
double casus_cluster__like_how_many(const casus_outline *a, const casus_outline *b, uint32_t *why);
double casus_cluster__like_how(const casus_outline *a, const casus_outline *b, uint32_t *why);

#endif
