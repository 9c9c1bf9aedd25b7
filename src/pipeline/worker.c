/* One document through all stages: see worker.h. */
#include "pipeline/worker.h"

enum { MEMORY_OF_A_BYTE = 48, LEAST_MEMORY = 64 * 1024 * 1024, DEFAULT_MAX_DOCUMENT = 32 * 1024 * 1024 };

casus_status casus_worker_open(casus_worker *worker, const casus_pipeline *pipeline, casus_error *err)
{
    size_t most = pipeline->ingest.max_document == 0 ? DEFAULT_MAX_DOCUMENT : pipeline->ingest.max_document;
    *worker = (casus_worker){.pipeline = pipeline};
    casus_doc_init(&worker->doc, LEAST_MEMORY + most * MEMORY_OF_A_BYTE);
    casus_status st = casus_ingest_open(pipeline->packs, &pipeline->ingest, &worker->ingest, err);
    if (st == CASUS_OK && pipeline->extract) {
        st = casus_extractor_open(pipeline->world, &worker->extractor, err);
    }
    return st;
}

void casus_worker_close(casus_worker *worker)
{
    casus_ingest_close(worker->ingest);
    casus_extractor_close(worker->extractor);
    casus_parsers_free(&worker->parsers);
    casus_doc_free(&worker->doc);
}

casus_status casus_worker_run(casus_worker *worker, const casus_input *input, casus_buf *out, casus_error *err)
{
    casus_status st = CASUS_OK;
    const casus_pipeline *pipeline = worker->pipeline;
    casus_doc *doc = &worker->doc;
    CASUS_TRY(casus_ingest_run(worker->ingest, input, doc, err));
    const casus_pack *pack = casus_packs_for(pipeline->packs, doc->language);
    if (pipeline->extract) {
        CASUS_TRY(casus_extract_version(pack, doc, err));
    }
    if (pipeline->wanted != NULL && !pipeline->wanted(doc, pipeline->payload)) {
        goto done;
    }
    bool holds_claims = pipeline->extract && casus_extract_worth(pack, doc);
    bool worth = holds_claims || !pipeline->cheap;
    if (pipeline->split && worth) {
        CASUS_TRY(casus_syntax_split(pack, doc, err));
    }
    if (pipeline->parse && worth) {
        CASUS_TRY(casus_models_parse(pipeline->models, doc->language, CASUS_KEEP_WORDS, &worker->parsers, doc, err));
    }
    if (pipeline->extract && worth) {
        CASUS_TRY(casus_extract_run(worker->extractor, pack, doc, err));
        doc->n_claim = holds_claims ? doc->n_claim : 0; /* the same claims, whatever else is printed */
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
