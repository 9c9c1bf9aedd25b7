/* Shared by the tests: see support.h. */
#include "support.h"

static casus_packs *packs;
static casus_worker worker;
static bool open;
static casus_pipeline pipeline;
static casus_buf out;
static char text[1 << 20];

static void render(const casus_doc *doc, casus_buf *to, void *payload)
{
    (void)doc;
    (void)to;
    (void)payload;
}

const casus_packs *test_packs(void)
{
    casus_error err = {0};
    if (packs == NULL && casus_packs_open(CASUS_PACK_SOURCE, &packs, &err) != CASUS_OK) {
        fail_msg("%s:%u:%u: %s", err.file, err.line, err.column, err.msg);
    }
    return packs;
}

static void close_worker(void)
{
    if (open) {
        casus_worker_close(&worker);
        open = false;
    }
}

void test_close(void)
{
    close_worker();
    casus_packs_close(packs);
    packs = NULL;
}

casus_status test_try(casus_form form, const char *bytes, size_t len, const char *language, casus_error *err)
{
    close_worker();
    pipeline = (casus_pipeline){.packs = test_packs(), .split = true, .render = render, .ingest.language = language};
    assert_int_equal(casus_worker_open(&worker, &pipeline, err), CASUS_OK);
    open = true;
    casus_input input;
    casus_input_init(&input);
    input.form = form;
    input.bytes = malloc(len + 1);
    assert_non_null(input.bytes);
    memcpy(input.bytes, bytes, len);
    input.n_byte = len;
    input.room = len + 1;
    input.place = CASUS_STR("PLACE");
    input.id = CASUS_STR("id");
    casus_buf_init(&out, 1 << 20);
    casus_status st = casus_worker_run(&worker, &input, &out, err);
    casus_buf_free(&out);
    casus_input_free(&input);
    return st;
}

const casus_doc *test_read(casus_form form, const char *bytes, const char *language)
{
    casus_error err = {0};
    casus_status st = test_try(form, bytes, strlen(bytes), language, &err);
    if (st != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
    return &worker.doc;
}

const casus_doc *test_last(void)
{
    return &worker.doc;
}

static size_t add_folded(size_t at, casus_str s)
{
    bool space = false;
    for (size_t i = 0; i < s.len && at + 8 < sizeof text; i++) {
        char c = s.ptr[i];
        if (c == ' ' || c == '\n' || c == '\t') {
            space = true;
            continue;
        }
        if (space) {
            text[at++] = ' ';
        }
        space = false;
        text[at++] = c;
    }
    return at;
}

const char *test_sentences(const casus_doc *doc)
{
    size_t at = 0;
    for (uint32_t i = 0; i < doc->n_sentence; i++) {
        casus_span span = doc->sentence[i].text;
        at = add_folded(at, casus_str_slice(doc->text, span.begin, span.end));
        memcpy(text + at, " | ", 3);
        at += 3;
    }
    text[at] = '\0';
    return text;
}

const char *test_words(const casus_doc *doc)
{
    size_t at = 0;
    for (uint32_t i = 0; i < doc->n_word; i++) {
        at = add_folded(at, doc->word[i].form);
        text[at++] = ' ';
    }
    text[at] = '\0';
    return text;
}

const char *test_published(const casus_doc *doc)
{
    static char date[24];
    if (doc->published.from == CASUS_FROM_NOWHERE) {
        return "-";
    }
    casus_date_format(doc->published, date);
    return date;
}

const char *test_str(casus_str s)
{
    static char copy[4096];
    (void)snprintf(copy, sizeof copy, "%.*s", s.ptr == NULL ? 1 : (int)s.len, s.ptr == NULL ? "-" : s.ptr);
    return copy;
}
