/* INI files: [section], key = value, comment lines start with '#' or ';'. */
#ifndef CASUS_BASE_INI_H
#define CASUS_BASE_INI_H

#include "casus/arena.h"

#include <stdint.h>

typedef struct casus_ini {
    const char *path; /* borrowed */
    casus_str left;
    casus_str section; /* of the pair last read; empty before the first */
    uint32_t line;
    const char *row;
} casus_ini;

CASUS_MUST_USE casus_status casus_ini_open(casus_ini *ini, const char *path, casus_arena *arena, casus_error *err);

/* The next pair; CASUS_END behind the last; CASUS_EPACK for a line that is none. */
CASUS_MUST_USE casus_status casus_ini_next(casus_ini *ini, casus_str *key, casus_str *value, casus_error *err);

/* A fault in `part` of the pair last read. */
casus_status casus_ini_fault(const casus_ini *ini, casus_str part, casus_error *err, const char *what);

#endif
