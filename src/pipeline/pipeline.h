/*
 * The stages in order over a stream of documents, on several threads; what comes out is in the order of what came in,
 * the same bytes on any number of threads.
 */
#ifndef CASUS_PIPELINE_PIPELINE_H
#define CASUS_PIPELINE_PIPELINE_H

#include "base/buf.h"
#include "casus/ingest.h"
#include "casus/world.h"

#include <stdbool.h>

typedef struct casus_pipeline {
    const casus_packs *packs;
    casus_ingest_options ingest;
    unsigned threads;            /* 0: one for each processor */
    bool split;                  /* sentences and words are wanted */
    bool parse;                  /* tags, lemmas and trees too, in languages that have a model */
    bool cheap;                  /* leave documents that cannot hold a claim as they are */
    bool extract;                /* mentions and claims too; needs parse */
    struct casus_models *models; /* where they are; needed to parse */
    const casus_world *world;    /* needed to extract */

    /*
     * NULL, or called on any thread once a document is read and its version is set: whether to go on with it. If not,
     * nothing comes out of it.
     */
    bool (*wanted)(const casus_doc *doc, void *payload);

    /* Called on any thread, for one document at a time each: append what is to come out. */
    void (*render)(const casus_doc *doc, casus_buf *out, void *payload);

    /* Called on the caller's thread, in order. `document`: false stops the run. `fault`: one document's error. */
    bool (*document)(casus_str bytes, void *payload);
    void (*fault)(const casus_error *err, void *payload);
    void *payload;
} casus_pipeline;

/*
 * Run all of `path` through. Errors: what keeps the run from starting or going on (CASUS_ENOMEM, CASUS_EUSAGE);
 * documents' errors go to `fault`. CASUS_END: `document` stopped it.
 */
CASUS_MUST_USE casus_status casus_pipeline_run(const casus_pipeline *pipeline, const char *const *path, size_t n_path,
                                               casus_error *err);

#endif
