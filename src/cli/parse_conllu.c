/* CoNLL-U in, CoNLL-U out: see parse_conllu.h. The stream is cut at blank lines; a sentence with a fault is left out. */
#include "cli/parse_conllu.h"

#include "cli/exit.h"
#include "ingest/language.h"
#include "pipeline/models.h"
#include "syntax/conllu.h"
#include "syntax/conllu_read.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { BATCH = 256 * 1024, LARGEST_SENTENCE = 64 * 1024 * 1024, DOCUMENT_MEMORY = 1 << 30, KEPT = 4 * 1024 * 1024 };

typedef struct stream {
    const char *name;
    uint32_t line;
    casus_str language; /* the option's; absent: told from each batch */
    casus_keep keep;
    casus_models *models;
    casus_parsers parsers;
    casus_doc doc;
    casus_buf in, out;
    casus_exit worst;
    bool closed;
} stream;

static void complain(stream *s, const casus_error *err)
{
    casus_say(err);
    s->worst = s->worst == CASUS_EXIT_DONE ? casus_exit_of(err->status) : s->worst;
}

static void print(stream *s)
{
    errno = 0;
    if (!s->closed && fwrite(s->out.ptr, 1, s->out.len, stdout) != s->out.len) {
        s->closed = true;
        s->worst = CASUS_EXIT_OUTPUT;
        if (errno != EPIPE) {
            (void)fprintf(stderr, "casus: standard output: %s\n", strerror(errno));
        }
    }
    casus_buf_clear(&s->out, KEPT);
}

/* Whole sentences. */
static casus_status run_batch(stream *s, casus_str batch, casus_error *err)
{
    casus_status st = CASUS_OK;
    char code[CASUS_LANGUAGE_CODE] = "";
    casus_str language = s->language;
    uint32_t line = s->line;
    casus_doc_clear(&s->doc);
    CASUS_TRY(casus_conllu_read(batch, s->name, &line, &s->doc, err));
    if (language.ptr == NULL) {
        int share = 0;
        bool sure = false;
        (void)casus_language_detect(s->doc.text.ptr, s->doc.text.len, code, &share, &sure);
        language = casus_str_of(code);
    }
    CASUS_TRY(casus_models_parse(s->models, language, s->keep, &s->parsers, &s->doc, err));
    casus_conllu_write(&s->doc, &s->out);
    if (s->out.failed != CASUS_OK) {
        st = casus_fail(err, s->out.failed, s->name, line, 0, "the output is too large");
    }
done:
    return st;
}

static uint32_t count_lines(casus_str bytes)
{
    uint32_t n = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        n += bytes.ptr[i] == '\n';
    }
    return n;
}

/* A batch with a fault is run again sentence by sentence. */
static void run_part(stream *s, casus_str part)
{
    casus_error err = {0};
    casus_status st = run_batch(s, part, &err);
    if (st == CASUS_OK) {
        print(s);
        s->line += count_lines(part);
        return;
    }
    casus_buf_clear(&s->out, KEPT);
    for (size_t len; st == CASUS_EINPUT && part.len > 0 && !s->closed; part = casus_str_slice(part, len, part.len)) {
        len = casus_conllu_batch(part, 1);
        if (run_batch(s, casus_str_slice(part, 0, len), &err) == CASUS_OK) {
            print(s);
        } else {
            complain(s, &err);
            casus_buf_clear(&s->out, KEPT);
        }
        s->line += count_lines(casus_str_slice(part, 0, len));
    }
    if (st != CASUS_EINPUT) {
        complain(s, &err);
        s->closed = st == CASUS_ENOMEM || st == CASUS_EPACK || st == CASUS_EIO;
    }
}

/* Hand on whole batches of what was read; at the end also the rest. */
static void drain(stream *s, bool end)
{
    casus_str left = casus_buf_str(&s->in);
    while (left.len > 0 && !s->closed && (end || left.len >= BATCH)) {
        size_t len = casus_conllu_batch(left, BATCH);
        if (len == left.len && !end && !(left.len >= 2 && memcmp(left.ptr + left.len - 2, "\n\n", 2) == 0)) {
            break; /* the last sentence may go on */
        }
        run_part(s, casus_str_slice(left, 0, len));
        left = casus_str_slice(left, len, left.len);
    }
    memmove(s->in.ptr, left.ptr, left.len);
    s->in.len = left.len;
}

static void run_file(stream *s, FILE *file)
{
    s->line = 1;
    while (!s->closed) {
        char *room = casus_buf_reserve(&s->in, BATCH);
        size_t got = room == NULL ? 0 : fread(room, 1, BATCH, file);
        if (room == NULL || ferror(file)) {
            casus_error err = {0};
            (void)casus_fail(&err, room == NULL ? CASUS_ELIMIT : CASUS_EIO, s->name, s->line, 0, "%s",
                             room == NULL ? "a sentence without end" : strerror(errno));
            complain(s, &err);
            break;
        }
        s->in.len += got;
        drain(s, got == 0);
        if (got == 0) {
            break;
        }
    }
    casus_buf_clear(&s->in, KEPT);
}

static void run_path(stream *s, const char *path)
{
    s->name = path;
    if (strcmp(path, "-") == 0) {
        s->name = "standard input";
        run_file(s, stdin);
        return;
    }
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        casus_error err = {0};
        (void)casus_fail(&err, CASUS_EIO, path, 0, 0, "%s", strerror(errno));
        complain(s, &err);
        return;
    }
    run_file(s, file);
    (void)fclose(file);
}

int casus_parse_conllu(const casus_job *run, casus_keep keep, char **path, int n_path)
{
    char packs_path[4096];
    casus_error err = {0};
    casus_packs *packs = NULL;
    stream s = {.keep = keep, .language = casus_str_of(run->ingest.language)};
    casus_doc_init(&s.doc, DOCUMENT_MEMORY);
    casus_buf_init(&s.in, LARGEST_SENTENCE);
    casus_buf_init(&s.out, DOCUMENT_MEMORY);
    casus_run_packs(run->packs, packs_path, sizeof packs_path);
    if (casus_packs_open(packs_path, &packs, &err) != CASUS_OK ||
        casus_models_open(packs, &s.models, &err) != CASUS_OK) {
        complain(&s, &err);
        s.closed = true;
    }
    for (int i = 0; i < n_path && !s.closed; i++) {
        run_path(&s, path[i]);
    }
    if (n_path == 0 && !s.closed) {
        run_path(&s, "-");
    }
    if (fflush(stdout) != 0 && !s.closed) {
        print(&s);
        s.worst = CASUS_EXIT_OUTPUT;
    }
    casus_parsers_free(&s.parsers);
    casus_doc_free(&s.doc);
    casus_buf_free(&s.in);
    casus_buf_free(&s.out);
    casus_models_close(s.models);
    casus_packs_close(packs);
    return (int)s.worst;
}
