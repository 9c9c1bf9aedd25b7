/* casus add: documents into the store. */
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/progress.h"
#include "cli/run.h"
#include "store/store.h"

#include <string.h>

typedef struct arguments {
    casus_job run;
    const char *path;
    bool quiet;
    unsigned batch;
    casus_store *store;
    casus_progress progress;
    uint64_t known, faults; /* not even read: the store has them */
    casus_status failed;    /* of the store: ends the run */
    casus_error error;
} arguments;

static void fill_options(arguments *a, casus_option options[CASUS_MOST_OPTIONS])
{
    const casus_option rows[] = {
        CASUS_STORE_OPTION(&a->path),
        {"batch", '\0', CASUS_OPTION_NUMBER, "N", "write so many documents at once (default 256, or those of a second)",
         &a->batch},
        {"quiet", 'q', CASUS_OPTION_FLAG, NULL, "no progress and no summary", &a->quiet},
        {"published", '\0', CASUS_OPTION_TEXT, "DATE", "day of publication of all documents (ISO 8601)",
         &a->run.ingest.published},
        {"outlet", '\0', CASUS_OPTION_TEXT, "NAME", "outlet of all documents", &a->run.ingest.outlet},
        CASUS_JOB_OPTIONS(&a->run),
        {NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL},
    };
    memcpy(options, rows, sizeof rows);
}

static bool wanted(const casus_doc *doc, void *payload)
{
    const arguments *a = payload;
    return !casus_store_knows(a->store, doc);
}

static void render(const casus_doc *doc, casus_buf *out, void *payload)
{
    (void)payload;
    casus_store_pack(doc, out);
}

static bool document(casus_str bytes, void *payload)
{
    arguments *a = payload;
    casus_progress_step(&a->progress);
    if (bytes.len == 0) {
        a->known++;
        return true;
    }
    a->failed = casus_store_put(a->store, bytes, &a->error);
    return a->failed == CASUS_OK;
}

static void fault(void *payload)
{
    arguments *a = payload;
    a->faults++;
    casus_progress_step(&a->progress);
    casus_progress_end(&a->progress); /* the message has a line of its own */
}

static void summarise(const arguments *a)
{
    casus_store_counts n = casus_store_count(a->store);
    (void)fprintf(stderr, "casus: %llu new, %llu superseded, %llu known, %llu faults; %llu claims\n",
                  (unsigned long long)n.added, (unsigned long long)n.superseded,
                  (unsigned long long)(n.known + a->known), (unsigned long long)a->faults,
                  (unsigned long long)n.claims);
}

static int run(const casus_command *command, int argc, char **argv)
{
    arguments a = {.path = CASUS_STORE_DEFAULT,
                   .run = {.render = render,
                           .wanted = wanted,
                           .document = document,
                           .fault = fault,
                           .cheap = true,
                           .split = true,
                           .parse = true,
                           .extract = true}};
    casus_option options[CASUS_MOST_OPTIONS];
    casus_error err = {0};
    int n_path = 0;
    fill_options(&a, options);
    casus_status st = casus_options_read(command, options, argc, argv, &n_path, &err);
    if (st == CASUS_END) {
        return CASUS_EXIT_DONE;
    }
    if (st == CASUS_OK) {
        st = casus_store_open(a.path, CASUS_STORE_WRITE, &a.store, &err);
    }
    if (st == CASUS_OK) {
        st = casus_store_remember(a.store, &err);
    }
    if (st != CASUS_OK) {
        casus_say(&err);
        casus_store_close(a.store);
        return (int)casus_exit_of(st);
    }
    if (a.batch > 0) {
        casus_store_batch(a.store, a.batch);
    }
    a.run.payload = &a;
    casus_progress_begin(&a.progress, a.quiet);
    int code = casus_run_documents(&a.run, argv + 1, n_path);
    if (a.failed == CASUS_OK) {
        a.failed = casus_store_commit(a.store, &a.error);
    }
    casus_progress_end(&a.progress);
    if (!a.quiet && code != CASUS_EXIT_PACK) {
        summarise(&a);
    }
    if (a.failed != CASUS_OK) {
        casus_say(&a.error);
        code = (int)casus_exit_of(a.failed);
    }
    casus_store_close(a.store);
    return code;
}

void casus_cmd_add_options(casus_option options[CASUS_MOST_OPTIONS])
{
    arguments a = {0};
    fill_options(&a, options);
}

const casus_command casus_cmd_add = {
    .name = "add",
    .arguments = "[OPTION...] [FILE|DIR|-]...",
    .summary = "Read news documents into the store",
    .text =
        "Reads what 'casus read' reads and keeps each document with its claims. What the store has already is passed "
        "over,\n"
        "so a run that was stopped is taken up again by the same command. A document that was kept by another version "
        "of the\n"
        "program or of a language pack is read again: its claims take the place of the older ones, which are kept but "
        "not\n"
        "listed. Several may add at once. A document that cannot be read gives one line on standard error and exit "
        "status 2;\n"
        "the others are kept. A summary stands at the end of standard error.\n",
    .run = run,
};
