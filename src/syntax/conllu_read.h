/* Reading CoNLL-U: sentences, tokens, words and whatever columns are filled. */
#ifndef CASUS_SYNTAX_CONLLU_READ_H
#define CASUS_SYNTAX_CONLLU_READ_H

#include "casus/error.h"
#include "casus/record.h"

/**
 * Append the sentences in `bytes` to the document (its text too); `line` is the number of the first line, and is moved
 * on. Empty nodes, XPOS and DEPS are left out; of MISC only SpaceAfter=No is read. Columns with '_' stay absent.
 *
 * Errors   CASUS_EINPUT with file:line for anything that is no CoNLL-U, CASUS_ENOMEM, CASUS_ELIMIT.
 * Owns     the document's strings are borrowed from `bytes`, or copied into its arena.
 * Source   Universal Dependencies, CoNLL-U Format, v2.
 */
CASUS_MUST_USE casus_status casus_conllu_read(casus_str bytes, const char *file, uint32_t *line, casus_doc *doc,
                                              casus_error *err);

/* Bytes of the longest prefix of `bytes` that holds whole sentences, at most about `most` bytes if that is possible. */
size_t casus_conllu_batch(casus_str bytes, size_t most);

#endif
