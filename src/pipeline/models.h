/* The models of a folder of packs: each mapped when a document first needs it, then shared by all threads. */
#ifndef CASUS_PIPELINE_MODELS_H
#define CASUS_PIPELINE_MODELS_H

#include "casus/syntax.h"

typedef struct casus_models casus_models;

/* One thread's parsers, one for each model it met: what a parser has cached holds for its model only. */
typedef struct casus_parsers {
    casus_parser **of; /* [n] by the models' numbers */
    unsigned n;
} casus_parsers;

void casus_parsers_free(casus_parsers *parsers);

/* `packs` is borrowed. Errors: CASUS_ENOMEM. Release with casus_models_close, after all documents. */
CASUS_MUST_USE casus_status casus_models_open(const casus_packs *packs, casus_models **out, casus_error *err);
void casus_models_close(casus_models *models);

/*
 * Parse a document with the model of its language's pack, or of the nearest base that has one; without a model it is
 * left as it is. Any thread may call, each with parsers of its own, which begin as {0}.
 */
CASUS_MUST_USE casus_status casus_models_parse(casus_models *models, casus_str language, casus_keep keep,
                                               casus_parsers *parsers, casus_doc *doc, casus_error *err);

#endif
