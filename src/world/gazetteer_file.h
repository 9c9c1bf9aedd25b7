/*
 * The file of places (data/world.casus): a header, a table of sections, the sections, each at a multiple of
 * CASUS_GAZETTEER_ALIGN. Numbers are little-endian, as the machine that maps them must be.
 *
 * NAME is cut into buckets by hash; NAME_BUCKET[b] is where bucket b begins. An entry: length of the folded name (uint8_t),
 * longest name in words that begins with it (upper four bits; 0 none longer) and number of places (lower four; 15: a
 * uint16_t with the number follows), the places (three bytes each, the weightiest first; CASUS_GAZETTEER_MAIN is set where the
 * name is the place's main one), the name.
 *
 * SOUND is cut into buckets by rough key (casus_name_keys). An entry: the place (three bytes), where its name as sounds is
 * in SPOKEN (three bytes). There: number of units (uint8_t), the units (uint8_t each: index in UNIT).
 */
#ifndef CASUS_WORLD_GAZETTEER_FILE_H
#define CASUS_WORLD_GAZETTEER_FILE_H

#include <stdint.h>

enum {
    CASUS_GAZETTEER_VERSION = 1,
    CASUS_GAZETTEER_ALIGN = 64,
    CASUS_GAZETTEER_BUCKET_BITS = 18,
    CASUS_GAZETTEER_BUCKETS = 1 << CASUS_GAZETTEER_BUCKET_BITS,
    CASUS_GAZETTEER_MOST_WORDS = 15,
    CASUS_GAZETTEER_SHORT = 15, /* places that need a longer count */
    CASUS_GAZETTEER_SOUND_SIZE = 6
};

#define CASUS_GAZETTEER_MAIN (UINT32_C(1) << 23)
#define CASUS_GAZETTEER_MAGIC "casuswld"

typedef enum casus_gazetteer_section_of {
    CASUS_GAZETTEER_PLACE,   /* casus_gazetteer_row[], by GeoNames id, those without first */
    CASUS_GAZETTEER_STRING,  /* zero-terminated; offsets point here; 0 is the empty one */
    CASUS_GAZETTEER_COUNTRY, /* casus_gazetteer_country[]; 0 is no country */
    CASUS_GAZETTEER_AREA,    /* uint32_t[]: place of each region and district; 0 is none */
    CASUS_GAZETTEER_FEATURE, /* casus_gazetteer_code[] */
    CASUS_GAZETTEER_KEY,     /* casus_gazetteer_key[], by key */
    CASUS_GAZETTEER_NAME,
    CASUS_GAZETTEER_NAME_BUCKET, /* uint32_t[CASUS_GAZETTEER_BUCKETS + 1] */
    CASUS_GAZETTEER_UNIT,        /* uint64_t[]: casus_name_unit */
    CASUS_GAZETTEER_SPOKEN,
    CASUS_GAZETTEER_SOUND,
    CASUS_GAZETTEER_SOUND_BUCKET, /* uint32_t[CASUS_GAZETTEER_BUCKETS + 1] */
    CASUS_GAZETTEER_SECTIONS
} casus_gazetteer_section_of;

typedef struct casus_gazetteer_section {
    uint64_t begin, length; /* bytes, from the file's start */
} casus_gazetteer_section;

typedef struct casus_gazetteer_header {
    char magic[8];
    uint32_t version;
    uint32_t crc; /* CRC-32 of all bytes behind the header */
    uint64_t length;
    uint32_t sections;
    uint32_t mark; /* casus_spelling_mark of the rules it was made with */
} casus_gazetteer_header;

typedef struct casus_gazetteer_row {
    uint32_t geonameid;          /* 0: none */
    int32_t latitude, longitude; /* 1e-5 degrees */
    uint32_t name;               /* in STRING */
    uint16_t region, district;   /* in AREA */
    uint8_t country;             /* in COUNTRY */
    uint8_t feature;             /* in FEATURE */
    uint8_t weight;              /* 8 * log2(1 + inhabitants) */
    uint8_t reserved;
} casus_gazetteer_row;

typedef struct casus_gazetteer_country {
    char code2[4], code3[4]; /* zero-terminated */
    uint32_t place;
} casus_gazetteer_country;

typedef struct casus_gazetteer_code {
    char code[8]; /* zero-filled, seven letters at most */
} casus_gazetteer_code;

typedef struct casus_gazetteer_key {
    uint32_t key; /* in STRING */
    uint32_t place;
} casus_gazetteer_key;

/* The bucket of a hash. */
static inline uint32_t casus_gazetteer_bucket(uint64_t hash)
{
    return (uint32_t)(hash >> (64 - CASUS_GAZETTEER_BUCKET_BITS));
}

#endif
