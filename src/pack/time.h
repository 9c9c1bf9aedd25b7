/* What rules and terms of times are made of (lang/README.md): closed lists that a pack's words stand for. */
#ifndef CASUS_PACK_TIME_H
#define CASUS_PACK_TIME_H

#include "pack/rule.h"

/* Spans of the calendar, each at least as long as the one before. */
typedef enum casus_unit {
    CASUS_UNIT_NONE,
    CASUS_UNIT_SECOND,
    CASUS_UNIT_MINUTE,
    CASUS_UNIT_HOUR,
    CASUS_UNIT_DAY,
    CASUS_UNIT_WEEKEND,
    CASUS_UNIT_WEEK,
    CASUS_UNIT_MONTH,
    CASUS_UNIT_QUARTER,
    CASUS_UNIT_SEASON,
    CASUS_UNIT_HALF,
    CASUS_UNIT_YEAR,
    CASUS_UNIT_DECADE,
    CASUS_UNIT_CENTURY,
    CASUS_UNIT_MILLENNIUM,
    CASUS_N_UNIT
} casus_unit;

/* Kinds of symbols; see casus_symbol. */
typedef enum casus_time_kind {
    CASUS_TIME_NUMBER,
    CASUS_TIME_UNIT,
    CASUS_TIME_PART,     /* of the day: casus_day_part */
    CASUS_TIME_SEASON,   /* 0 spring .. 3 winter, of the north */
    CASUS_TIME_MOD,      /* TIMEX3's; casus_time_mod */
    CASUS_TIME_REF,      /* -1 past, 0 present, 1 future */
    CASUS_TIME_HOLIDAY,  /* month * 100 + day */
    CASUS_TIME_EASTER,   /* days after Easter Sunday */
    CASUS_TIME_ZONE,     /* minutes east of Greenwich */
    CASUS_TIME_ZONE_NAME /* index in pack->zone */
} casus_time_kind;

typedef enum casus_day_part {
    CASUS_PART_NONE,
    CASUS_PART_MORNING,
    CASUS_PART_MIDDAY,
    CASUS_PART_AFTERNOON,
    CASUS_PART_EVENING,
    CASUS_PART_NIGHT,
    CASUS_PART_DAYTIME,
    CASUS_N_DAY_PART
} casus_day_part;

typedef enum casus_time_mod {
    CASUS_MOD_NONE,
    CASUS_MOD_START,
    CASUS_MOD_MID,
    CASUS_MOD_END,
    CASUS_MOD_APPROX,
    CASUS_MOD_LESS_THAN,
    CASUS_MOD_MORE_THAN,
    CASUS_MOD_EQUAL_OR_LESS,
    CASUS_MOD_EQUAL_OR_MORE,
    CASUS_MOD_BEFORE,
    CASUS_MOD_AFTER,
    CASUS_MOD_ON_OR_BEFORE,
    CASUS_MOD_ON_OR_AFTER,
    CASUS_N_TIME_MOD
} casus_time_mod;

/* What an auxiliary, or a verb with an infinitive, tells of the time that is spoken of. */
typedef enum casus_time_tense {
    CASUS_TENSE_NONE,
    CASUS_TENSE_PERFECT, /* 'has', 'is': past, with a participle */
    CASUS_TENSE_PAST,    /* 'used to' */
    CASUS_TENSE_FUTURE   /* 'will'; 'plan', 'expect' with what hangs by them */
} casus_time_tense;

/* What src/extract/times_shape.c reads by the spelling. */
typedef enum casus_time_shape {
    CASUS_SHAPE_NUMBER,       /* any number, in digits or words; no ordinal, no fraction */
    CASUS_SHAPE_ORDINAL,      /* 'third', '3rd' */
    CASUS_SHAPE_DAY,          /* 1..31, or an ordinal of these */
    CASUS_SHAPE_DIGITS,       /* one or two digits */
    CASUS_SHAPE_YEAR,         /* four digits, 1000..2199 */
    CASUS_SHAPE_YEAR_AD,      /* one to four digits: a year where words say that it is one */
    CASUS_SHAPE_YEARS,        /* '2014-2016', '1939-45' */
    CASUS_SHAPE_SHORT,        /* ''89': the two last digits of a year */
    CASUS_SHAPE_DECADE,       /* '1990s', ''80s' */
    CASUS_SHAPE_DECADE_SHORT, /* '80s': an age as well */
    CASUS_SHAPE_PREFIXED,     /* a term of the class mod-prefix, a hyphen and a year or decade: 'mid-1990s' */
    CASUS_SHAPE_HOUR,         /* 0..24 */
    CASUS_SHAPE_CLOCK,        /* '15:30', '9u48' */
    CASUS_SHAPE_DOTTED,       /* '08.00': a time only beside a word of the clock */
    CASUS_SHAPE_HHMM,         /* '0530': a time only beside a word of the clock */
    CASUS_SHAPE_SPELLED,      /* 10..99 in words */
    CASUS_SHAPE_WORD,         /* any word */
    CASUS_SHAPE_DATE,         /* '2024-03-05', '5/3/2024' */
    CASUS_SHAPE_HOME          /* an adjective or name of a place: whose clocks are meant */
} casus_time_shape;

/* Operators of values; times_eval.c tells what each gives. */
typedef enum casus_time_operator {
    CASUS_OP_YEAR,
    CASUS_OP_BC,
    CASUS_OP_DECADE,
    CASUS_OP_CENTURY,
    CASUS_OP_MONTH,
    CASUS_OP_DATE,
    CASUS_OP_WEEKDAY,
    CASUS_OP_MONTHDAY,
    CASUS_OP_SEASON,
    CASUS_OP_QUARTER,
    CASUS_OP_HALF,
    CASUS_OP_HOLIDAY,
    CASUS_OP_CLOCK,
    CASUS_OP_MERIDIEM,
    CASUS_OP_PART,
    CASUS_OP_NUMERIC,
    CASUS_OP_IN,
    CASUS_OP_REL,
    CASUS_OP_NOW,
    CASUS_OP_REFERENCE,
    CASUS_OP_AGO,
    CASUS_OP_HENCE,
    CASUS_OP_EARLIER,
    CASUS_OP_LATER,
    CASUS_OP_BEFORE,
    CASUS_OP_AFTER,
    CASUS_OP_MOD,
    CASUS_OP_LENGTH,
    CASUS_OP_LENGTHS,
    CASUS_OP_AND_HALF,
    CASUS_OP_PAST,
    CASUS_OP_COMING,
    CASUS_OP_EVERY,
    CASUS_OP_SINCE,
    CASUS_OP_UNTIL,
    CASUS_OP_THROUGH,
    CASUS_OP_NIGHT,
    CASUS_OP_FIRST,
    CASUS_OP_SECOND,
    CASUS_OP_NTH,
    CASUS_OP_WARDAY,
    CASUS_OP_FROM_YEAR,
    CASUS_OP_TO_YEAR,
    CASUS_OP_ANY,
    CASUS_OP_PREFIXED,
    CASUS_OP_EITHER,
    CASUS_OP_ZONE,
    CASUS_OP_EAST,
    CASUS_OP_SAME,
    CASUS_OP_SO_FAR,
    CASUS_OP_JOINED
} casus_time_operator;

/* The type of a value that says: this is no time, and nothing in it is one. Types before it are TIMEX3's. */
#define CASUS_TIME_NOT 4

/* Classes of terms that src/extract/times_war.c asks for: verbs of beginning, and what begins with a war's days. */
#define CASUS_TIME_BEGIN_CLASS "begin-word"
#define CASUS_TIME_WAR_CLASS "war-word"

/* The class of what stands before the hyphen in CASUS_SHAPE_PREFIXED. */
#define CASUS_TIME_PREFIX_CLASS "mod-prefix"

extern const casus_rule_room casus_time_room;

#endif
