/* One thread's part of a pipeline: a document's bytes in, rendered bytes out. */
#ifndef CASUS_PIPELINE_WORKER_H
#define CASUS_PIPELINE_WORKER_H

#include "casus/extract.h"
#include "pipeline/models.h"
#include "pipeline/pipeline.h"

/* A thread's own memory. */
typedef struct casus_worker {
    const casus_pipeline *pipeline;
    casus_ingest *ingest;
    casus_parsers parsers;      /* made when first needed */
    casus_extractor *extractor; /* NULL if nothing is to be extracted */
    casus_doc doc;
} casus_worker;

casus_status casus_worker_open(casus_worker *worker, const casus_pipeline *pipeline, casus_error *err);
void casus_worker_close(casus_worker *worker);

/* What becomes of one document: `out` on CASUS_OK, else `err`. */
casus_status casus_worker_run(casus_worker *worker, const casus_input *input, casus_buf *out, casus_error *err);

#endif
