/* What parsed text tells: when, where, who, how many; who says so; claims. */
#ifndef CASUS_EXTRACT_H
#define CASUS_EXTRACT_H

#include "casus/error.h"
#include "casus/pack.h"
#include "casus/record.h"
#include "casus/world.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What one thread needs; reused from document to document. */
typedef struct casus_extractor casus_extractor;

/* `world` is borrowed until casus_extractor_close (NULL is a no-op). Errors: CASUS_ENOMEM. */
CASUS_API CASUS_MUST_USE casus_status casus_extractor_open(const casus_world *world, casus_extractor **out,
                                                           casus_error *err);
CASUS_API void casus_extractor_close(casus_extractor *extractor);

/**
 * Whether the text may hold a claim, by a first look at its words that knows no grammar: false if hardly any word shows
 * an event or a text about conflict. What is not worth it need not be split or parsed. A text of a sentence or two always is.
 *
 * Cost     linear in the text, some hundred times cheaper than parsing it.
 */
CASUS_API bool casus_extract_worth(const casus_pack *pack, const casus_doc *doc);

/* Set doc->version: what makes its claims, the program and the pack, each with its version. Errors: CASUS_ENOMEM. */
CASUS_API CASUS_MUST_USE casus_status casus_extract_version(const casus_pack *pack, casus_doc *doc, casus_error *err);

/**
 * Find and resolve times, places, actors and quantities of a parsed document, who says what, and the claims: fills
 * doc->timex, place, actor, mention, quantity, attribution and claim. Never the clock of the machine: times are resolved against doc->published and the text.
 *
 * Errors   CASUS_ENOMEM, CASUS_ELIMIT.
 * Owns     the arrays live in doc->arena; strings there, in the packs or in the world.
 * Cost     linear in the words.
 */
CASUS_API CASUS_MUST_USE casus_status casus_extract_run(casus_extractor *extractor, const casus_pack *pack,
                                                        casus_doc *doc, casus_error *err);

#ifdef __cplusplus
}
#endif
#endif
