/*
 * casus-bench PROGRAM EXAMPLES...: how fast each stage and the whole are, on corpora of three sizes made of our own
 * articles, each beside yardsticks measured in the same run: reading the file, and `wc -w`.
 */
#include "corpus.h"
#include "mentions.h"

#include "casus/syntax.h"
#include "pipeline/models.h"
#include "pipeline/pipeline.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MB = 1024 * 1024, ROUNDS = 3, ONE_IN = 20 };

static double now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

typedef struct corpus {
    const char *path;
    double mb;
    size_t documents;
    double wc; /* seconds of wc -w */
} corpus;

static void print_row(const corpus *c, const char *what, double seconds, long kb)
{
    char memory[32] = "";
    if (kb > 0) {
        (void)snprintf(memory, sizeof memory, "%6.1f MB", (double)kb / 1024);
    }
    (void)printf("  %-34s %9.1f %12.0f %10.2f  %s\n", what, c->mb / seconds, (double)c->documents / seconds,
                 seconds / c->wc, memory);
    (void)fflush(stdout);
}

/* Run a command, its output thrown away; its seconds and peak memory. */
static double run_command(char *const *argument, long *kb)
{
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        (void)!freopen("/dev/null", "w", stdout);
        (void)execvp(argument[0], argument);
        _exit(127);
    }
    int status = 0;
    struct rusage usage = {0};
    (void)wait4(child, &status, 0, &usage);
    *kb = usage.ru_maxrss;
    return now() - start;
}

static double best_command(char *const *argument, long *kb)
{
    double best = 1e9;
    for (int i = 0; i < ROUNDS; i++) {
        double seconds = run_command(argument, kb);
        best = seconds < best ? seconds : best;
    }
    return best;
}

static double read_file(const char *path)
{
    static char buffer[256 * 1024];
    double start = now();
    FILE *file = fopen(path, "rb");
    while (file != NULL && fread(buffer, 1, sizeof buffer, file) > 0) {
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return now() - start;
}

typedef enum stage { STAGE_READ, STAGE_INGEST, STAGE_SPLIT, STAGE_PARSE, STAGE_EXTRACT } stage;

/* Words of the last run of a stage, and seconds spent in the parser alone, and in what follows it. */
typedef struct parsing {
    casus_models *models;
    casus_extractor *extractor;
    size_t words;
    double seconds, extracting;
} parsing;

/* One thread, up to a stage. */
static double run_stage(const casus_packs *packs, const char *path, stage last, parsing *p)
{
    casus_parsers parsers = {0};
    casus_reader *reader = NULL;
    casus_ingest *ingest = NULL;
    casus_input input;
    casus_doc doc;
    casus_error err = {0};
    double start = now();
    casus_input_init(&input);
    casus_doc_init(&doc, (size_t)1 << 31);
    if (casus_reader_open(&path, 1, NULL, &reader, &err) == CASUS_OK &&
        casus_ingest_open(packs, NULL, &ingest, &err) == CASUS_OK) {
        while (casus_reader_next(reader, &input, &err) == CASUS_OK) {
            casus_status st = last >= STAGE_INGEST ? casus_ingest_run(ingest, &input, &doc, &err) : CASUS_OK;
            if (st == CASUS_OK && last >= STAGE_SPLIT) {
                st = casus_syntax_split(casus_packs_for(packs, doc.language), &doc, &err);
            }
            if (st == CASUS_OK && last >= STAGE_PARSE) {
                double before = now();
                st = casus_models_parse(p->models, doc.language, CASUS_KEEP_WORDS, &parsers, &doc, &err);
                p->seconds += now() - before;
                p->words += doc.n_word;
            }
            if (st == CASUS_OK && last >= STAGE_EXTRACT) {
                double before = now();
                st = casus_extract_run(p->extractor, casus_packs_for(packs, doc.language), &doc, &err);
                p->extracting += now() - before;
            }
            if (st != CASUS_OK) {
                (void)fprintf(stderr, "bench: %s: %s\n", err.file, err.msg);
            }
        }
    }
    casus_ingest_close(ingest);
    casus_reader_close(reader);
    casus_input_free(&input);
    casus_doc_free(&doc);
    casus_parsers_free(&parsers);
    return now() - start;
}

static double best_stage(const casus_packs *packs, const char *path, stage last)
{
    double best = 1e9;
    for (int i = 0; i < ROUNDS; i++) {
        double seconds = run_stage(packs, path, last, NULL);
        best = seconds < best ? seconds : best;
    }
    return best;
}

/* Words a second through tagger, lemmatiser and parser, which are one network and one pass. */
static void measure_parser(const casus_packs *packs, char *program, const corpus *c)
{
    parsing p = {0};
    long kb = 0;
    double one_thread = 0;
    char *path = strdup(c->path);
    char *one[] = {program, (char[]){"parse"}, (char[]){"-j1"}, path, NULL};
    char *two[] = {program, (char[]){"parse"}, (char[]){"-j2"}, path, NULL};
    if (casus_models_open(packs, &p.models, NULL) == CASUS_OK) {
        (void)run_stage(packs, path, STAGE_PARSE, &p);
        print_row(c, "tags, lemmas, trees alone", p.seconds, 0);
        (void)printf("  %-34s %9.0f words/s\n", "", (double)p.words / p.seconds);
        (void)fflush(stdout);
        one_thread = run_command(one, &kb);
        print_row(c, "casus parse, one thread", one_thread, kb);
        double two_threads = run_command(two, &kb);
        print_row(c, "casus parse, two threads", two_threads, kb);
        (void)printf("  %-34s %9.2f x one thread\n", "", one_thread / two_threads);
        (void)fflush(stdout);
    }
    casus_models_close(p.models);
    free(path);
}

static void measure(const casus_packs *packs, char *program, corpus *c, const char *name)
{
    long kb = 0;
    char *path = strdup(c->path);
    char *wc[] = {(char[]){"wc"}, (char[]){"-w"}, path, NULL};
    c->wc = best_command(wc, &kb);
    (void)printf("%s, %.1f MB, %zu documents\n", name, c->mb, c->documents);
    (void)printf("  %-34s %9s %12s %10s  %s\n", "", "MB/s", "documents/s", "x wc -w", "memory");
    print_row(c, "yardstick: reading the file", read_file(path), 0);
    print_row(c, "yardstick: wc -w", c->wc, 0);
    print_row(c, "documents out of the file", best_stage(packs, path, STAGE_READ), 0);
    print_row(c, "+ ingest, language", best_stage(packs, path, STAGE_INGEST), 0);
    print_row(c, "+ sentences, words", best_stage(packs, path, STAGE_SPLIT), 0);
    if (c->mb < 4) {
        measure_parser(packs, program, c);
    }
    free(path);
}

/* What follows the trees: mentions, attributions, events and claims. */
static void measure_extraction(const casus_packs *packs, const corpus *c)
{
    parsing p = {0};
    casus_world *world = NULL;
    casus_error err = {0};
    if (casus_models_open(packs, &p.models, &err) == CASUS_OK &&
        casus_world_open(CASUS_PACK_SOURCE "/../data", &world, &err) == CASUS_OK &&
        casus_extractor_open(world, &p.extractor, &err) == CASUS_OK) {
        (void)run_stage(packs, c->path, STAGE_EXTRACT, &p);
        print_row(c, "mentions, claims of trees alone", p.extracting, 0);
        (void)printf("  %-34s %9.0f words/s\n", "", (double)p.words / p.extracting);
        (void)fflush(stdout);
    }
    casus_extractor_close(p.extractor);
    casus_world_close(world);
    casus_models_close(p.models);
}

/* Each finder of mentions, all of them with what they stand on, and the first look. */
static void measure_mentions(const casus_packs *packs, const corpus *c)
{
    static const char *const names[BENCH_FINDERS] = {"times", "places", "actors", "quantities"};
    bench_mentions m;
    if (!bench_mentions_run(packs, c->path, &m) || m.words == 0) {
        return;
    }
    double all = m.view;
    for (int i = 0; i < BENCH_FINDERS; i++) {
        (void)printf("  %-34s %9.0f words/s\n", names[i], (double)m.words / m.of[i]);
        all += m.of[i];
    }
    (void)printf("  %-34s %9.0f words/s\n", "mentions, all of trees alone", (double)m.words / all);
    print_row(c, "the first look alone", m.first_look, 0);
    (void)printf("  %-34s %9zu of %zu documents are parsed\n", "", m.worth, m.documents);
    (void)fflush(stdout);
}

/* All of casus read. */
static void measure_claims(const casus_packs *packs, char *program, corpus *c, bool mixed, const char *name)
{
    long kb = 0;
    char *path = strdup(c->path);
    char *wc[] = {(char[]){"wc"}, (char[]){"-w"}, path, NULL};
    char *one[] = {program, (char[]){"read"}, (char[]){"-j1"}, path, NULL};
    char *two[] = {program, (char[]){"read"}, (char[]){"-j2"}, path, NULL};
    c->wc = best_command(wc, &kb);
    (void)printf("%s, %.1f MB, %zu documents: claims\n", name, c->mb, c->documents);
    (void)printf("  %-34s %9s %12s %10s  %s\n", "", "MB/s", "documents/s", "x wc -w", "memory");
    print_row(c, "yardstick: wc -w", c->wc, 0);
    double seconds = run_command(one, &kb);
    print_row(c, "casus read, one thread", seconds, kb);
    seconds = run_command(two, &kb);
    print_row(c, "casus read, two threads", seconds, kb);
    double looked = seconds;
    char *all[] = {program, (char[]){"read"}, (char[]){"-j2"}, (char[]){"--layers=times"}, path, NULL};
    if (mixed) { /* a layer is wanted of every document: no first look */
        seconds = run_command(all, &kb);
        print_row(c, "and every document parsed", seconds, kb);
        (void)printf("  %-34s %9.2f x with the first look\n", "", seconds / looked);
        (void)fflush(stdout);
    }
    measure_extraction(packs, c);
    measure_mentions(packs, c);
    free(path);
}

static corpus make_corpus(const bench_articles *articles, bool pages, size_t bytes, const char *path)
{
    corpus c = {.path = path};
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        return c;
    }
    c.documents = pages ? bench_write_pages(articles, bytes, file) : bench_write_ndjson(articles, bytes, file);
    c.mb = (double)ftell(file) / 1e6;
    (void)fclose(file);
    return c;
}

static corpus make_claims_corpus(const bench_articles *articles, const bench_articles *filler, unsigned one_in,
                                 const char *path)
{
    corpus c = {.path = path};
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        return c;
    }
    c.documents = bench_write_mixed(articles, filler, one_in, (size_t)(one_in == 1 ? 1 : 4) * MB, file);
    c.mb = (double)ftell(file) / 1e6;
    (void)fclose(file);
    return c;
}

int main(int argc, char **argv)
{
    static bench_articles articles;
    static bench_articles filler;
    static const size_t sizes[] = {2, 8, 32};
    casus_packs *packs = NULL;
    casus_error err = {0};
    if (argc < 3 || casus_packs_open(CASUS_PACK_SOURCE, &packs, &err) != CASUS_OK ||
        !bench_articles_read(&articles, packs, (const char *const *)argv + 2, (size_t)argc - 2)) {
        (void)fprintf(stderr, "usage: casus-bench PROGRAM EXAMPLES... %s\n", err.msg);
        return 2;
    }
    const char *const filler_path[] = {CASUS_PACK_SOURCE "/../bench/filler"};
    if (!bench_articles_read(&filler, packs, filler_path, 1)) {
        return 2;
    }
    char path[] = "/tmp/casus-bench-XXXXXX";
    int fd = mkstemp(path);
    if (fd >= 0) {
        corpus c = make_claims_corpus(&articles, &filler, 1, path);
        measure_claims(packs, argv[1], &c, false, "News about conflict");
        c = make_claims_corpus(&articles, &filler, ONE_IN, path);
        measure_claims(packs, argv[1], &c, true, "Mixed news, one article in twenty about conflict");
    }
    for (int pages = 0; fd >= 0 && pages < 2; pages++) {
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
            corpus c = make_corpus(&articles, pages == 1, sizes[i] * MB, path);
            measure(packs, argv[1], &c, pages == 1 ? "Pages" : "NDJSON of plain text");
        }
    }
    (void)close(fd);
    (void)remove(path);
    casus_arena_free(&filler.arena);
    casus_arena_free(&articles.arena);
    casus_packs_close(packs);
    return fd < 0;
}
