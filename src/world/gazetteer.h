/* The world's places and their names, mapped from data/world.casus. */
#ifndef CASUS_WORLD_GAZETTEER_H
#define CASUS_WORLD_GAZETTEER_H

#include "casus/record.h"
#include "world/gazetteer_file.h"
#include "world/name.h"

typedef struct casus_gazetteer casus_gazetteer;

#define CASUS_NO_PLACE UINT32_MAX

/* The places that bear a name, the weightiest first. */
typedef struct casus_gazetteer_hits {
    const unsigned char *place; /* three bytes each */
    uint32_t n;
    uint32_t words; /* most words of a longer name that begins with this one; 0: none does */
} casus_gazetteer_hits;

/* A place whose name sounds like the one asked for. */
typedef struct casus_gazetteer_likeness {
    uint32_t place;
    double alike;
} casus_gazetteer_likeness;

/**
 * Map the file; `mark` is that of the spelling rules it must have been made with.
 *
 * Errors   CASUS_EIO: not there. CASUS_EPACK: another kind of file, another version, cut or damaged, made with other rules.
 * Owns     *out is the caller's; release with casus_gazetteer_close (NULL is a no-op).
 */
CASUS_MUST_USE casus_status casus_gazetteer_open(const char *path, uint32_t mark, casus_gazetteer **out,
                                                 casus_error *err);
void casus_gazetteer_close(casus_gazetteer *gazetteer);

/* Looks up a folded name (casus_name_fold). hits->n is 0 if no place bears it; hits->words tells of longer ones all the same. */
void casus_gazetteer_find(const casus_gazetteer *gazetteer, casus_str folded, casus_gazetteer_hits *hits);

static inline uint32_t casus_gazetteer_hit(const casus_gazetteer_hits *hits, uint32_t i)
{
    const unsigned char *p = hits->place + (size_t)i * 3;
    return ((uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16) & ~CASUS_GAZETTEER_MAIN;
}

/* Whether the name is the place's main one, not that of another language or time. */
static inline bool casus_gazetteer_hit_main(const casus_gazetteer_hits *hits, uint32_t i)
{
    return (hits->place[(size_t)i * 3 + 2] & (CASUS_GAZETTEER_MAIN >> 16)) != 0;
}

/* Places with a name that sounds the same (casus_name_same), the likest first, each once; at most `room`. Returns how many. */
uint32_t casus_gazetteer_sounding(const casus_gazetteer *gazetteer, const casus_spelling *spelling,
                                  const casus_name_sounds *sounds, casus_gazetteer_likeness *out, uint32_t room);

/* The place of a key: ISO 3166 alpha-2 or 3166-2 code, GeoNames id, key of data/places.tsv. CASUS_NO_PLACE: none has it. */
uint32_t casus_gazetteer_by_key(const casus_gazetteer *gazetteer, casus_str key);

const casus_gazetteer_row *casus_gazetteer_row_of(const casus_gazetteer *gazetteer, uint32_t place);

/* Borrowed from the file. Country codes are absent for a place without a country. */
casus_str casus_gazetteer_name(const casus_gazetteer *gazetteer, uint32_t place);
casus_str casus_gazetteer_feature(const casus_gazetteer *gazetteer, uint32_t place);
casus_str casus_gazetteer_country2(const casus_gazetteer *gazetteer, uint32_t place);
casus_str casus_gazetteer_country3(const casus_gazetteer *gazetteer, uint32_t place);
casus_place_precision casus_gazetteer_precision(const casus_gazetteer *gazetteer, uint32_t place);

/* The places that a place lies in; CASUS_NO_PLACE: none known. */
uint32_t casus_gazetteer_region_of(const casus_gazetteer *gazetteer, uint32_t place);
uint32_t casus_gazetteer_district_of(const casus_gazetteer *gazetteer, uint32_t place);
uint32_t casus_gazetteer_country_of(const casus_gazetteer *gazetteer, uint32_t place);

/* What is known of a place into the record's struct: all but text, words and flags. */
void casus_gazetteer_fill(const casus_gazetteer *gazetteer, uint32_t place, casus_place *out);

/* How many places there are; above all casus_gazetteer_row.region and .district. */
uint32_t casus_gazetteer_count(const casus_gazetteer *gazetteer);
uint32_t casus_gazetteer_areas(const casus_gazetteer *gazetteer);

#endif
