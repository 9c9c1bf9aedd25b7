/* One document through all stages: see worker.h. */
#include "pipeline/worker.h"

enum { MEMORY_OF_A_BYTE = 48, LEAST_MEMORY = 64 * 1024 * 1024, DEFAULT_MAX_DOCUMENT = 32 * 1024 * 1024 };

casus_status casus_worker_open(casus_worker *worker, const casus_pipeline *pipeline, casus_error *err)
{
    size_t most = pipeline->ingest.max_document == 0 ? DEFAULT_MAX_DOCUMENT : pipeline->ingest.max_document;
    *worker = (casus_worker){.pipeline = pipeline};
    casus_doc_init(&worker->doc, LEAST_MEMORY + most * MEMORY_OF_A_BYTE);
    return casus_ingest_open(pipeline->packs, &pipeline->ingest, &worker->ingest, err);
}

void casus_worker_close(casus_worker *worker)
{
    casus_ingest_close(worker->ingest);
    casus_parsers_free(&worker->parsers);
    casus_doc_free(&worker->doc);
}

casus_status casus_worker_run(casus_worker *worker, const casus_input *input, casus_buf *out, casus_error *err)
{
    casus_status st = CASUS_OK;
    const casus_pipeline *pipeline = worker->pipeline;
    casus_doc *doc = &worker->doc;
    CASUS_TRY(casus_ingest_run(worker->ingest, input, doc, err));
    if (pipeline->split) {
        CASUS_TRY(casus_syntax_split(casus_packs_for(pipeline->packs, doc->language), doc, err));
    }
    if (pipeline->parse) {
        CASUS_TRY(casus_models_parse(pipeline->models, doc->language, CASUS_KEEP_WORDS, &worker->parsers, doc, err));
    }
    pipeline->render(doc, out, pipeline->payload);
    if (out->failed != CASUS_OK) {
        st = casus_fail(err, out->failed, input->place.ptr, 0, 0, "the record is too large");
    }
done:
    if (st != CASUS_OK && err->file[0] == '\0') { /* the stages behind ingest do not know the document's place */
        casus_error found = *err;
        (void)casus_fail(err, st, input->place.ptr, found.line, found.column, "%s", found.msg);
    }
    return st;
}
