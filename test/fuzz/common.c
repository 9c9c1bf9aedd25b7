/* Shared by the fuzz targets: see common.h. */
#include "common.h"

#include "base/utf8.h"

#include <stdio.h>
#include <sys/mman.h>

static void render(const casus_doc *doc, casus_buf *out, void *payload)
{
    (void)payload;
    /* Promises of casus/record.h that must hold whatever comes in. */
    assert(casus_utf8_valid_prefix(doc->raw.ptr, doc->raw.len) == doc->raw.len);
    assert(casus_utf8_valid_prefix(doc->text.ptr, doc->text.len) == doc->text.len);
    uint32_t at = 0;
    for (uint32_t i = 0; i < doc->n_run; i++) {
        assert(doc->run[i].text.begin == at && doc->run[i].text.end > at);
        assert(doc->run[i].raw.begin <= doc->run[i].raw.end && doc->run[i].raw.end <= doc->raw.len);
        at = doc->run[i].text.end;
    }
    assert(at == doc->text.len);
    uint32_t behind = 0;
    for (uint32_t i = 0; i < doc->n_sentence; i++) {
        assert(doc->sentence[i].text.begin >= behind && doc->sentence[i].text.end > doc->sentence[i].text.begin);
        behind = doc->sentence[i].text.end;
    }
    assert(behind <= doc->text.len);
    casus_record_write(doc, CASUS_LAYER_SENTENCES, out);
    assert(casus_utf8_valid_prefix(out->ptr, out->len) == out->len);
}

const casus_packs *fuzz_packs(void)
{
    static casus_packs *packs;
    if (packs == NULL) {
        casus_error err = {0};
        if (casus_packs_open(CASUS_PACK_SOURCE, &packs, &err) != CASUS_OK) {
            (void)fprintf(stderr, "%s:%u: %s\n", err.file, err.line, err.msg);
            exit(3);
        }
    }
    return packs;
}

/* Promises of casus_claim: indices within their lists, spans within the text. */
static void check_roles(const casus_doc *doc, const casus_participants *roles)
{
    for (uint32_t i = 0; i < roles->n; i++) {
        assert(roles->role[i].actor < doc->n_actor);
        assert(roles->role[i].mention.begin <= roles->role[i].mention.end &&
               roles->role[i].mention.end <= doc->text.len);
    }
}

static void render_claims(const casus_doc *doc, casus_buf *out, void *payload)
{
    (void)payload;
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        const casus_claim *c = &doc->claim[i];
        assert(c->sentence < doc->n_sentence && c->type < CASUS_N_EVENT_TYPE);
        assert(c->quote.begin <= c->trigger.begin && c->trigger.end <= c->quote.end && c->quote.end <= doc->text.len);
        check_roles(doc, &c->actor);
        check_roles(doc, &c->recipient);
        check_roles(doc, &c->source);
        for (uint32_t k = 0; k < c->n_place; k++) {
            assert(c->place[k] < doc->n_place);
        }
        for (uint32_t k = 0; k < c->n_quantity; k++) {
            assert(c->quantity[k] < doc->n_quantity);
        }
    }
    casus_record_write(doc, CASUS_LAYER_SENTENCES | CASUS_LAYER_MENTIONS | CASUS_LAYER_ATTRIBUTIONS, out);
    assert(casus_utf8_valid_prefix(out->ptr, out->len) == out->len);
}

static casus_pipeline pipeline_of(void)
{
    return (casus_pipeline){.packs = fuzz_packs(),
                            .split = true,
                            .render = render,
                            .ingest = {.max_document = 1024 * 1024, .max_stream = 8 * 1024 * 1024}};
}

static void run_input(const casus_pipeline *pipeline, const casus_input *input)
{
    casus_worker worker;
    casus_buf out;
    casus_error err = {0};
    casus_buf_init(&out, 1 << 28);
    if (casus_worker_open(&worker, pipeline, &err) == CASUS_OK) {
        casus_status st = casus_worker_run(&worker, input, &out, &err);
        assert(st == CASUS_OK || err.msg[0] != '\0');
    }
    casus_worker_close(&worker);
    casus_buf_free(&out);
}

static void run_bytes(const casus_pipeline *pipeline, casus_form form, const uint8_t *data, size_t size)
{
    casus_input input;
    casus_input_init(&input);
    input.form = form;
    input.bytes = malloc(size + 1);
    input.n_byte = size;
    input.room = size + 1;
    input.place = CASUS_STR("fuzz");
    input.id = CASUS_STR("fuzz");
    if (input.bytes != NULL) {
        if (size > 0) {
            memcpy(input.bytes, data, size);
        }
        run_input(pipeline, &input);
    }
    casus_input_free(&input);
}

void fuzz_document(casus_form form, const uint8_t *data, size_t size)
{
    const casus_pipeline pipeline = pipeline_of();
    run_bytes(&pipeline, form, data, size);
}

void fuzz_claims(const char *language, const uint8_t *data, size_t size)
{
    static casus_models *models;
    static casus_world *world;
    casus_error err = {0};
    if (models == NULL && (casus_models_open(fuzz_packs(), &models, &err) != CASUS_OK ||
                           casus_world_open(CASUS_PACK_SOURCE "/../data", &world, &err) != CASUS_OK)) {
        (void)fprintf(stderr, "%s:%u: %s\n", err.file, err.line, err.msg);
        exit(3);
    }
    casus_pipeline pipeline = pipeline_of();
    pipeline.ingest.language = language;
    pipeline.parse = pipeline.extract = true;
    pipeline.models = models;
    pipeline.world = world;
    pipeline.render = render_claims;
    run_bytes(&pipeline, CASUS_FORM_TEXT, data, size);
}

void fuzz_file(const uint8_t *data, size_t size)
{
    static const char *const path[] = {"-"};
    casus_pipeline pipeline = pipeline_of();
    casus_reader *reader = NULL;
    casus_input input;
    casus_error err = {0};
    int fd = memfd_create("fuzz", 0);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size || lseek(fd, 0, SEEK_SET) != 0 || dup2(fd, STDIN_FILENO) < 0) {
        exit(2);
    }
    (void)close(fd);
    casus_input_init(&input);
    if (casus_reader_open(path, 1, &pipeline.ingest, &reader, &err) == CASUS_OK) {
        casus_status st = CASUS_OK;
        for (int documents = 0; documents < 100000; documents++) {
            st = casus_reader_next(reader, &input, &err);
            if (st == CASUS_END) {
                break;
            }
            if (st == CASUS_OK && documents < 16) {
                run_input(&pipeline, &input);
            }
        }
        assert(st == CASUS_END); /* every stream ends */
    }
    casus_reader_close(reader);
    casus_input_free(&input);
}

void fuzz_file_behind(const char *first, const uint8_t *data, size_t size)
{
    size_t len = strlen(first);
    uint8_t *file = malloc(len + size);
    if (file != NULL) {
        memcpy(file, first, len);
        if (size > 0) {
            memcpy(file + len, data, size);
        }
        fuzz_file(file, len + size);
    }
    free(file);
}
