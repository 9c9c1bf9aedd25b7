/* Treebanks as the trainer reads them. */
#ifndef CASUS_TRAIN_CORPUS_H
#define CASUS_TRAIN_CORPUS_H

#include "casus/arena.h"
#include "casus/record.h"
#include "train/recipe.h"

/* Words are those of `doc`; heads, tags and relations are there for each. */
typedef struct train_corpus {
    casus_doc doc;
    uint32_t *sentence; /* [n] indices of doc.sentence that are used */
    uint32_t n;
} train_corpus;

/**
 * Read CoNLL-U files (gzipped or not) below `folder`; sentences of documents whose '# newdoc id' begins with one of
 * `skip`, and those longer than any news sentence, are left out. '_' inside lemmas is dropped.
 *
 * Errors   CASUS_EIO, CASUS_EINPUT with file:line, also for words without tag, head or relation.
 */
CASUS_MUST_USE casus_status train_corpus_read(train_corpus *corpus, const char *folder, const casus_str *file,
                                              uint32_t n_file, const casus_str *skip, uint32_t n_skip,
                                              casus_error *err);
void train_corpus_free(train_corpus *corpus);

#endif
