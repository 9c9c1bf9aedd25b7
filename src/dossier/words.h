/* A page's words in a language: data/dossier/<language>/words.tsv. */
#ifndef CASUS_DOSSIER_WORDS_H
#define CASUS_DOSSIER_WORDS_H

#include "casus/arena.h"

#include <jansson.h>

/* An object of key -> text. Errors: CASUS_EIO, CASUS_EPACK (a key twice, a bad row), CASUS_ENOMEM. */
CASUS_MUST_USE casus_status casus_words_read(const char *path, casus_arena *arena, json_t **out, casus_error *err);

#endif
