/* The mapped file, as gazetteer*.c share it. */
#ifndef CASUS_WORLD_GAZETTEER_MAP_H
#define CASUS_WORLD_GAZETTEER_MAP_H

#include "world/gazetteer_file.h"

#include <stddef.h>

struct casus_gazetteer {
    const char *bytes;
    size_t length;
    const casus_gazetteer_row *row;
    uint32_t n_row;
    const char *string;
    const casus_gazetteer_country *country;
    const uint32_t *area;
    uint32_t n_area;
    const casus_gazetteer_code *feature;
    const casus_gazetteer_key *key;
    uint32_t n_key;
    const unsigned char *name;
    const uint32_t *name_bucket;
    const uint64_t *unit;
    const unsigned char *spoken;
    const unsigned char *sound;
    const uint32_t *sound_bucket;
};

#endif
