/* Language packs: folders of data, found, checked and compiled (lang/README.md describes the files). */
#ifndef CASUS_PACK_H
#define CASUS_PACK_H

#include "casus/error.h"
#include "casus/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* All packs of a folder; constant after loading, shared by all threads. */
typedef struct casus_packs casus_packs;
typedef struct casus_pack casus_pack;

/**
 * Load every pack of the folder `dir`.
 *
 * Errors   CASUS_EPACK with file:line:column for a fault in a pack or a missing folder; CASUS_ENOMEM. *out is NULL then.
 * Owns     *out is the caller's; release with casus_packs_close (NULL is a no-op).
 */
CASUS_API CASUS_MUST_USE casus_status casus_packs_open(const char *dir, casus_packs **out, casus_error *err);
CASUS_API void casus_packs_close(casus_packs *packs);

/* The pack for a BCP 47 language tag (the longest that fits: 'nl-BE' gives 'nl'), or what all languages share. Never NULL. */
CASUS_API const casus_pack *casus_packs_for(const casus_packs *packs, casus_str language);

/* Packs in the order of their codes; NULL behind the last. */
CASUS_API const casus_pack *casus_packs_at(const casus_packs *packs, size_t index);

CASUS_API casus_str casus_pack_code(const casus_pack *pack);
CASUS_API casus_str casus_pack_version(const casus_pack *pack);

/* The code of the pack that this one stands on; empty for the one that all share. */
CASUS_API casus_str casus_pack_base(const casus_pack *pack);

/* The folder that the packs came from, zero-terminated. */
CASUS_API const char *casus_packs_folder(const casus_packs *packs);

#ifdef __cplusplus
}
#endif
#endif
