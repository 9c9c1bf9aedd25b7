/* The rules of spelling, as name_*.c share them. */
#ifndef CASUS_WORLD_NAME_SPELLING_H
#define CASUS_WORLD_NAME_SPELLING_H

#include "world/name.h"

enum { CASUS_MOST_SOUNDS = 31, CASUS_MOST_RULES = 1024, CASUS_RULE_UNITS = 4 };

#define CASUS_SOUND_SILENT (UINT32_C(1) << 31)

typedef struct casus_spelling_rule {
    casus_name_unit unit[CASUS_RULE_UNITS];
    uint32_t n; /* 0: silent */
} casus_spelling_rule;

struct casus_spelling {
    casus_str sound[CASUS_MOST_SOUNDS];
    char key[CASUS_MOST_SOUNDS];      /* letter of the rough key; 0: none */
    uint32_t near[CASUS_MOST_SOUNDS]; /* sounds often confused with it */
    uint32_t n_sound;
    uint32_t vowels, glides; /* sets; every other sound is a consonant */
    casus_map by_letters;    /* letters, '^' and '$' included -> index in rule */
    casus_spelling_rule rule[CASUS_MOST_RULES];
    uint32_t n_rule;
    size_t longest; /* bytes of letters */
    uint32_t mark;
};

#endif
