/*
 * Names compared across languages, scripts and romanisations: transliterated, folded, and read as sounds by the rules of
 * data/spelling.tsv and data/sounds.tsv. Names of places and of persons alike.
 */
#ifndef CASUS_WORLD_NAME_H
#define CASUS_WORLD_NAME_H

#include "base/map.h"
#include "casus/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    CASUS_NAME_ROOM = 256,  /* most bytes of a name in any of its forms */
    CASUS_NAME_SOUNDS = 48, /* most units of sound; longer names are cut */
    CASUS_NAME_KEYS = 12    /* most rough keys of one name */
};

/* The rules, constant after loading. */
typedef struct casus_spelling casus_spelling;

/* What one thread needs to read names of any script. */
typedef struct casus_name_reader casus_name_reader;

/* The sounds that some letters may stand for: a bit for each sound of data/sounds.tsv; the likeliest again, 32 bits higher. */
typedef uint64_t casus_name_unit;

typedef struct casus_name_sounds {
    casus_name_unit unit[CASUS_NAME_SOUNDS];
    uint32_t n;
} casus_name_sounds;

/* Reads both tables of the folder `dir` into `arena`. CASUS_EPACK with file:line:column. */
CASUS_MUST_USE casus_status casus_spelling_load(const char *dir, casus_arena *arena, const casus_spelling **out,
                                                casus_error *err);

/* A number that changes with the rules: files made with other rules do not fit. */
uint32_t casus_spelling_mark(const casus_spelling *spelling);

CASUS_MUST_USE casus_status casus_name_reader_open(const casus_spelling *spelling, casus_name_reader **out,
                                                   casus_error *err);
void casus_name_reader_close(casus_name_reader *reader); /* NULL is a no-op */

/*
 * Lower-case Latin letters with their marks, NFC, from any script. Returns the length, or 0 if the name is too long or
 * holds nothing that can be written so. A plain ASCII name costs no more than its copy.
 */
size_t casus_name_romanise(casus_name_reader *reader, casus_str name, char out[CASUS_NAME_ROOM]);

/*
 * What is left of a romanised name for an exact look-up: a-z and 0-9, words parted by one space. Hyphens part words;
 * apostrophes, full stops and marks go.
 */
size_t casus_name_fold(casus_str romanised, char out[CASUS_NAME_ROOM]);

void casus_name_sound(const casus_spelling *spelling, casus_str romanised, casus_name_sounds *out);

/* Rough keys of a name (hashes of its consonants): spellings of one name share at least one. Returns how many. */
uint32_t casus_name_keys(const casus_spelling *spelling, const casus_name_sounds *sounds,
                         uint64_t key[CASUS_NAME_KEYS]);

/* How alike: 1 the same sounds, 0 nothing in common, or less than `least`, which is found out sooner. */
double casus_name_alike(const casus_spelling *spelling, const casus_name_sounds *a, const casus_name_sounds *b,
                        double least);

/* Below this, no likeness is enough for casus_name_same. */
#define CASUS_NAME_LEAST 0.93

/* Whether a likeness is enough for names of so many units: one spelling, one name. */
bool casus_name_same(double alike, uint32_t units);

/* All of it for two names: how alike they are, 1 if they fold to the same. */
double casus_name_score(casus_name_reader *reader, casus_str a, casus_str b);

#endif
