/* Who is known by name in every language: data/actors.tsv. */
#ifndef CASUS_WORLD_ACTORS_H
#define CASUS_WORLD_ACTORS_H

#include "base/map.h"
#include "casus/record.h"

typedef enum casus_known_class {
    CASUS_KNOWN_PERSON,
    CASUS_KNOWN_GROUP, /* its members act */
    CASUS_KNOWN_BODY,
    CASUS_KNOWN_OUTLET,
    CASUS_KNOWN_FIRM
} casus_known_class;

/* A row of the table. */
typedef struct casus_known {
    casus_str name, country, wikidata;    /* country: absent if none */
    casus_str sector[CASUS_MOST_SECTORS]; /* PLOVER codes */
    uint32_t n_sector;
    casus_known_class class_of;
    uint32_t from, to; /* year * 10000 + month * 100 + day, both inclusive; 0 and UINT32_MAX: open */
} casus_known;

/* One spelling of one row's name. */
typedef struct casus_alias {
    casus_str text;
    uint32_t known, next; /* row; the next alias spelt the same, or CASUS_NO_ALIAS */
    uint32_t n_part;
    bool capital;  /* the first letter must be a capital */
    bool capitals; /* an acronym: all letters must be */
} casus_alias;

#define CASUS_NO_ALIAS UINT32_MAX

/* Names are compared part by part: runs of letters and digits, folded, without marks, apostrophes and stops. */
typedef struct casus_part {
    uint32_t number; /* 0: no name has it */
    bool capital, capitals;
} casus_part;

typedef struct casus_actors {
    casus_known *known;
    uint32_t n_known;
    casus_alias *alias;
    uint32_t n_alias;
    casus_map part;           /* folded part -> number */
    casus_map edge;           /* state and part (8 bytes) -> state */
    casus_map end;            /* state (4 bytes) -> first alias that ends there */
    uint32_t n_part, n_state; /* state 0 is the start */
    casus_map country;        /* ISO alpha-3 or PLOVER's code -> index in label */
    casus_map breakaway;      /* a place's name in the gazetteer -> index in label */
    casus_str *label;         /* English names, as names of actors are made of them */
    uint32_t n_label;
} casus_actors;

/* Read actors.tsv, actors_countries.tsv and actors_breakaway.tsv of `dir`. A fault is told with its place. */
CASUS_MUST_USE casus_status casus_world__load_actors(casus_actors *actors, const char *dir, casus_arena *arena,
                                                     casus_error *err);

/* The next part of `text` at *at, and behind it in *at; false when there is none left. Writes its stretch to *span. */
bool casus_actors_part(const casus_actors *actors, casus_str text, size_t *at, casus_part *part, casus_span *span);

/*
 * The longest name that begins at the first of `n` parts: its aliases (a chain over .next), and its parts in *len.
 * CASUS_NO_ALIAS, 0 if there is none. Whether capitals fit is for the caller to see: casus_alias_fits.
 */
uint32_t casus_actors_longest(const casus_actors *actors, const casus_part *part, uint32_t n, uint32_t *len);

/* The English name that a map of labels has for `key`; absent: none. */
casus_str casus_actors_label(const casus_actors *actors, const casus_map *labels, casus_str key);

/* Whether the capitals of the text are those that the alias wants. */
bool casus_alias_fits(const casus_alias *alias, const casus_part *part);

#endif
