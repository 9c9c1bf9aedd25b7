/* What is known of the world in every language: places and actors (data/README.md describes the files). */
#ifndef CASUS_WORLD_H
#define CASUS_WORLD_H

#include "casus/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Constant after loading, shared by all threads. */
typedef struct casus_world casus_world;

/**
 * Open the folder `dir` (data/).
 *
 * Errors   CASUS_EPACK: a file is missing, damaged or has a fault (file:line:column); CASUS_EIO; CASUS_ENOMEM.
 * Owns     *out is the caller's; release with casus_world_close (NULL is a no-op) after all documents read with it:
 *          names in them are borrowed from it.
 */
CASUS_API CASUS_MUST_USE casus_status casus_world_open(const char *dir, casus_world **out, casus_error *err);
CASUS_API void casus_world_close(casus_world *world);

#ifdef __cplusplus
}
#endif
#endif
