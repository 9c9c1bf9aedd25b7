/* What the parts of the finder of times share. */
#ifndef CASUS_EXTRACT_TIMES_H
#define CASUS_EXTRACT_TIMES_H

#include "extract/match.h"
#include "extract/number.h"
#include "extract/when.h"

/* Where a clause points, seen from its speaker. */
typedef enum casus_direction {
    CASUS_TOWARDS_NOTHING,
    CASUS_TOWARDS_PAST,
    CASUS_TOWARDS_PRESENT,
    CASUS_TOWARDS_FUTURE
} casus_direction;

/* A document while its times are resolved, in text order. */
typedef struct casus_times {
    casus_view *view;
    casus_matcher matcher;
    casus_number *number;  /* by word: what casus_number_read gave */
    uint8_t *number_known; /* by word: 0 not read yet, 1 none, 2 one */
    casus_when published;  /* POINT, or NONE */
    bool story;            /* tells of another time than its day: days stand to each other, not to publication */
    casus_when last;       /* the last POINT told; NONE before the first */
    uint32_t last_sentence;
    int64_t last_day;  /* the last day told, if has_day */
    int64_t last_from; /* the first of the stretch that it ended: 'on Monday and Tuesday' */
    bool has_day;
    int64_t last_year; /* of the last POINT whose year was told or known, if has_year */
    bool has_year;
    bool last_explicit; /* its year stood in the text */
    casus_when fine;    /* the last POINT no longer than a month, told in fine_sentence; NONE */
    uint32_t fine_sentence;
    casus_when war;        /* the day that a war began, as the text told it; NONE */
    const casus_find *top; /* the find that is resolved */
    casus_direction direction;
    bool direction_known;
    bool direction_weak; /* not told by the finite verb that the expression hangs by */
    bool explicit_year;  /* the value at hand holds a year of the text */
    bool either_way;     /* and may lie before or after, whatever the verb says */
    bool aside;          /* and is held against the time that the text goes on about */
} casus_times;

/* Shapes (pack/time.h), as the matcher asks for them; payload is the casus_times. */
bool casus_times__may_be_shape(const casus_matcher *matcher, uint32_t word);
bool casus_times__read_shape(const casus_matcher *matcher, uint32_t shape, uint32_t word, casus_shape *out);

/* Where the clause of the find that is resolved points. */
casus_direction casus_times__direction(casus_times *times);

/* The value of a node of the rule of `find`; kind NONE if it cannot be told. */
casus_when casus_times__eval(casus_times *times, const casus_find *find, uint32_t node);

/* Keep the day, if the clause of the find that is resolved says that a war began on it. */
void casus_times__note_war(casus_times *times, const casus_when *when);

/* The POINT that a CYCLE means here; anything else stays. Kind NONE if it cannot be told. */
casus_when casus_times__resolve(casus_times *times, casus_when when);

/* The one before (-1), now (0), or after (1) the day of publication. */
casus_when casus_times__relative(casus_times *times, int rel, casus_when when);

/* The CYCLE's one within the period of a POINT. */
casus_when casus_times__within(casus_times *times, casus_when cycle, casus_when point);

/* Reads the adjective or name of a place as the shape 'home': value 0 is the index of its zone in the pack, or -1. */
bool casus_times__read_home(const casus_matcher *matcher, uint32_t word, casus_shape *out);

/* Minutes that a zone's clock is ahead of Greenwich's on that day at that minute; false if it cannot be told. */
bool casus_times__offset(const casus_times *times, const casus_moment *at, int32_t *offset);

casus_clock casus_times__join_clock(casus_clock clock, casus_clock part);

/* `n` units on from `point`; a point too coarse for the unit stays as it is. */
casus_when casus_times__shift(casus_when point, casus_unit unit, int64_t n);

casus_when casus_when_point(casus_unit unit, int64_t index);

#endif
