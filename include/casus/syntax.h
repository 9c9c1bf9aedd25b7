/* Sentences and words. */
#ifndef CASUS_SYNTAX_H
#define CASUS_SYNTAX_H

#include "casus/error.h"
#include "casus/pack.h"
#include "casus/record.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Split doc->text into sentences, tokens and words; fills these arrays of `doc`. Without segments the whole text is one.
 *
 * Errors   CASUS_ENOMEM, CASUS_ELIMIT.
 * Owns     the arrays live in doc->arena.
 * Cost     linear in the text.
 * Source   Universal Dependencies v2, tokenization and word segmentation.
 */
CASUS_API CASUS_MUST_USE casus_status casus_syntax_split(const casus_pack *pack, casus_doc *doc, casus_error *err);

#ifdef __cplusplus
}
#endif
#endif
