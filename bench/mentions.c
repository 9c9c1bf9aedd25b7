/* Finders of mentions alone: see mentions.h. */
#include "mentions.h"

#include "casus/syntax.h"
#include "extract/mention.h"
#include "pipeline/models.h"

#include <stdio.h>
#include <time.h>

enum { ROUNDS = 3, MEMORY = 1 << 30 };

/* What is open while documents are read. */
typedef struct bench_open {
    casus_models *models;
    casus_world *world;
    casus_name_reader *names;
    casus_reader *reader;
    casus_ingest *ingest;
    casus_parsers parsers;
    casus_input input;
    casus_doc doc;
    casus_arena scratch;
} bench_open;

static double now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void keep_best(double *best, double seconds)
{
    *best = seconds < *best ? seconds : *best;
}

/* The finders over a parsed document, several times. */
static casus_status run_finders(bench_open *open, const casus_pack *pack, bench_mentions *out, casus_error *err)
{
    static casus_status (*const finders[BENCH_FINDERS])(casus_view *, casus_error *) = {
        casus_extract__times, casus_extract__places, casus_extract__actors, casus_extract__quantities};
    casus_status st = CASUS_OK;
    double best[BENCH_FINDERS] = {1e9, 1e9, 1e9, 1e9};
    double best_view = 1e9;
    for (int round = 0; round < ROUNDS; round++) {
        casus_view view;
        casus_arena_clear(&open->scratch);
        double start = now();
        CASUS_TRY(casus_view_make(&view, &open->doc, pack, open->world, &open->scratch, err));
        keep_best(&best_view, now() - start);
        view.reader = open->names;
        for (int i = 0; i < BENCH_FINDERS; i++) {
            start = now();
            CASUS_TRY(finders[i](&view, err));
            keep_best(&best[i], now() - start);
        }
    }
    out->view += best_view;
    for (int i = 0; i < BENCH_FINDERS; i++) {
        out->of[i] += best[i];
    }
    out->words += open->doc.n_word;
done:
    return st;
}

static casus_status run_document(bench_open *open, const casus_packs *packs, bench_mentions *out, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_doc *doc = &open->doc;
    CASUS_TRY(casus_ingest_run(open->ingest, &open->input, doc, err));
    const casus_pack *pack = casus_packs_for(packs, doc->language);
    double best = 1e9;
    bool worth = false;
    for (int round = 0; round < ROUNDS; round++) {
        double start = now();
        worth = casus_extract_worth(pack, doc);
        keep_best(&best, now() - start);
    }
    out->first_look += best;
    out->documents++;
    if (worth) {
        out->worth++;
        CASUS_TRY(casus_syntax_split(pack, doc, err));
        CASUS_TRY(casus_models_parse(open->models, doc->language, CASUS_KEEP_WORDS, &open->parsers, doc, err));
        CASUS_TRY(run_finders(open, pack, out, err));
    }
done:
    return st;
}

bool bench_mentions_run(const casus_packs *packs, const char *path, bench_mentions *out)
{
    casus_status st = CASUS_OK;
    casus_error err = {0};
    bench_open open = {0};
    *out = (bench_mentions){0};
    casus_input_init(&open.input);
    casus_doc_init(&open.doc, MEMORY);
    casus_arena_init(&open.scratch, MEMORY);
    CASUS_TRY(casus_models_open(packs, &open.models, &err));
    CASUS_TRY(casus_world_open(CASUS_PACK_SOURCE "/../data", &open.world, &err));
    CASUS_TRY(casus_name_reader_open(open.world->spelling, &open.names, &err));
    CASUS_TRY(casus_reader_open(&path, 1, NULL, &open.reader, &err));
    CASUS_TRY(casus_ingest_open(packs, NULL, &open.ingest, &err));
    while ((st = casus_reader_next(open.reader, &open.input, &err)) == CASUS_OK) {
        CASUS_TRY(run_document(&open, packs, out, &err));
    }
    st = st == CASUS_END ? CASUS_OK : st;
done:
    if (st != CASUS_OK) {
        (void)fprintf(stderr, "bench: %s: %s\n", err.file, err.msg);
    }
    casus_ingest_close(open.ingest);
    casus_reader_close(open.reader);
    casus_name_reader_close(open.names);
    casus_world_close(open.world);
    casus_models_close(open.models);
    casus_parsers_free(&open.parsers);
    casus_input_free(&open.input);
    casus_doc_free(&open.doc);
    casus_arena_free(&open.scratch);
    return st == CASUS_OK;
}
