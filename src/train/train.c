/* The training loop: see train.h. */
#include "train/train.h"

#include "base/map.h"
#include "train/batch.h"
#include "train/checkpoint.h"

#include <cblas.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A step's words go to PASSES passes whatever the number of threads, so that sums of floats do not depend on it. */
enum { PASSES = 2, WARM_UP = 200, EVALUATION_WORDS = 4000 };

void openblas_set_num_threads(int threads);

typedef struct half {
    train_pass *pass;
    const train_net *net;
    train_batch batch;
    float dropout;
    uint64_t seed;
    train_score score;
    bool done;
} half;

typedef struct loop {
    const train_job *job;
    train_net *net;
    half half[PASSES];
    casus_arena arena, batches;
    train_numbers train, dev;
    uint32_t *order;
    float *best[CASUS_PARTS + 1];
    train_progress progress;
    double started;
} loop;

static double now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void *run_half(void *argument)
{
    half *h = argument;
    h->done = train_pass_run(h->pass, h->net, &h->batch, h->dropout, h->seed, &h->score);
    return NULL;
}

/* The sentences order[begin..end) in two halves of about as many words. */
static bool run_step(loop *l, const train_numbers *numbers, const uint32_t *order, uint32_t begin, uint32_t end,
                     uint64_t seed, bool learn)
{
    const train_recipe *recipe = l->job->recipe;
    const casus_doc *doc = &numbers->corpus->doc;
    train_random random = {seed};
    uint32_t words = 0;
    uint32_t middle = begin;
    for (uint32_t i = begin; i < end; i++) {
        words += doc->sentence[order[i]].word_end - doc->sentence[order[i]].word_begin;
    }
    for (uint32_t had = 0; middle + 1 < end && had * 2 < words; middle++) {
        had += doc->sentence[order[middle]].word_end - doc->sentence[order[middle]].word_begin;
    }
    casus_arena_clear(&l->batches);
    for (int k = 0; k < PASSES; k++) {
        half *h = &l->half[k];
        h->net = l->net;
        h->dropout = learn ? recipe->dropout : -1.0F;
        h->seed = seed * 2 + (uint64_t)k + 77;
        if (!train_batch_make(&h->batch, numbers, order, k == 0 ? begin : middle, k == 0 ? middle : end, recipe->hide,
                              recipe->cased, learn ? &random : NULL, &l->batches)) {
            return false;
        }
    }
    pthread_t thread;
    bool apart = l->job->threads > 1 && pthread_create(&thread, NULL, run_half, &l->half[1]) == 0;
    (void)run_half(&l->half[0]);
    if (apart) {
        (void)pthread_join(thread, NULL);
    } else {
        (void)run_half(&l->half[1]);
    }
    return l->half[0].done && l->half[1].done;
}

static uint32_t next_end(const train_numbers *numbers, const uint32_t *order, uint32_t begin, uint32_t n, uint32_t most)
{
    const casus_doc *doc = &numbers->corpus->doc;
    uint32_t words = 0;
    uint32_t end = begin;
    while (end < n && (end < begin + PASSES || words < most)) {
        words += doc->sentence[order[end]].word_end - doc->sentence[order[end]].word_begin;
        end++;
    }
    return end;
}

static train_score take_score(loop *l)
{
    train_score sum = {0};
    for (int k = 0; k < PASSES; k++) {
        const train_score *s = &l->half[k].score;
        sum.loss += s->loss;
        sum.words += s->words;
        sum.tags += s->tags;
        sum.heads += s->heads;
        sum.labels += s->labels;
        l->half[k].score = (train_score){0};
    }
    return sum;
}

static uint64_t steps_of_epoch(const loop *l)
{
    uint64_t steps = 0;
    for (uint32_t i = 0; i < l->train.corpus->n; steps++) {
        i = next_end(&l->train, l->train.corpus->sentence, i, l->train.corpus->n, l->job->recipe->words);
    }
    return steps;
}

static void say_progress(const loop *l, uint32_t epoch, double part, const train_score *s, bool line)
{
    double all = (double)l->job->recipe->epochs;
    double done = (double)epoch + part;
    double spent = l->progress.seconds + now() - l->started;
    (void)fprintf(
        stderr, "\repoch %u/%u  loss %.3f  tags %.2f  heads %.2f  labelled %.2f  %.0f s, at most %.0f s left  %s",
        epoch + 1, l->job->recipe->epochs, s->loss / s->words, 100 * s->tags / s->words, 100 * s->heads / s->words,
        100 * s->labels / s->words, spent, spent / done * (all - done), line ? "\n" : "");
}

static bool run_epoch(loop *l, uint64_t steps)
{
    const train_recipe *recipe = l->job->recipe;
    uint32_t n = l->train.corpus->n;
    uint32_t epoch = l->progress.epoch;
    train_score sum = {0};
    train_random random = {recipe->seed * UINT64_C(1000003) + epoch};
    memcpy(l->order, l->train.corpus->sentence, n * sizeof *l->order);
    for (uint32_t i = n; i > 1; i--) {
        uint32_t other = train_random_below(&random, i);
        uint32_t kept = l->order[i - 1];
        l->order[i - 1] = l->order[other];
        l->order[other] = kept;
    }
    train_pass *pass[PASSES] = {l->half[0].pass, l->half[1].pass};
    for (uint32_t i = 0; i < n;) {
        uint32_t end = next_end(&l->train, l->order, i, n, recipe->words);
        double part = (double)l->progress.step / ((double)steps * recipe->epochs);
        double warm = l->progress.step < WARM_UP ? (double)(l->progress.step + 1) / WARM_UP : 1.0;
        double rate = (double)recipe->rate * warm * (0.01 + 0.99 * 0.5 * (1 + cos(3.14159265 * (part > 1 ? 1 : part))));
        if (!run_step(l, &l->train, l->order, i, end, train_random_next(&random), true)) {
            return false;
        }
        train_net_step(l->net, pass, PASSES, (float)rate, l->progress.step++);
        train_score s = take_score(l);
        sum.loss += s.loss;
        sum.words += s.words;
        sum.tags += s.tags;
        sum.heads += s.heads;
        sum.labels += s.labels;
        if (l->progress.step % 50 == 0) {
            say_progress(l, epoch, (double)i / n, &sum, false);
        }
        i = end;
    }
    say_progress(l, epoch, 1, &sum, true);
    return true;
}

static bool evaluate(loop *l, train_score *score)
{
    const train_corpus *dev = l->dev.corpus;
    for (uint32_t i = 0; i < dev->n;) {
        uint32_t end = next_end(&l->dev, dev->sentence, i, dev->n, EVALUATION_WORDS);
        if (!run_step(l, &l->dev, dev->sentence, i, end, 0, false)) {
            return false;
        }
        i = end;
    }
    *score = take_score(l);
    (void)fprintf(stderr, "     dev    loss %.3f  tags %.2f  heads %.2f  labelled %.2f\n", score->loss / score->words,
                  100 * score->tags / score->words, 100 * score->heads / score->words,
                  100 * score->labels / score->words);
    return true;
}

static void copy_weights(loop *l, bool to_best)
{
    for (unsigned p = 0; p <= CASUS_PARTS; p++) {
        train_param *a = p < CASUS_PARTS ? &l->net->part[p] : &l->net->table;
        size_t size = (size_t)a->rows * a->columns * sizeof(float);
        memcpy(to_best ? l->best[p] : a->value, to_best ? a->value : l->best[p], size);
    }
}

static casus_status open_loop(loop *l, const train_job *job, train_net *net, casus_error *err)
{
    casus_layout shape = job->recipe->shape;
    *l = (loop){.job = job, .net = net};
    casus_arena_init(&l->arena, (size_t)1 << 30);
    casus_arena_init(&l->batches, (size_t)1 << 30);
    shape.n_row = job->vocab->n_row;
    shape.n_tag = job->vocab->n_tag;
    shape.n_deprel = job->vocab->n_deprel;
    bool done = train_net_open(net, &shape, job->recipe->seed) &&
                train_numbers_open(&l->train, job->train, job->vocab, &l->arena) &&
                train_numbers_open(&l->dev, job->dev, job->vocab, &l->arena);
    l->order = CASUS_NEW(&l->arena, uint32_t, job->train->n);
    for (unsigned p = 0; p <= CASUS_PARTS && done; p++) {
        const train_param *a = p < CASUS_PARTS ? &net->part[p] : &net->table;
        l->best[p] = CASUS_NEW(&l->arena, float, (size_t)a->rows * a->columns);
        done = l->best[p] != NULL;
    }
    for (int k = 0; k < PASSES && done; k++) {
        l->half[k].pass = train_pass_open(net);
        done = l->half[k].pass != NULL;
    }
    if (!done || l->order == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    uint64_t key[] = {job->recipe->hash, shape.n_row, shape.n_tag, shape.n_deprel, job->train->n, job->dev->n};
    l->progress.recipe = casus_hash((const char *)key, sizeof key);
    l->progress.best = -1;
    openblas_set_num_threads(1);
    return CASUS_OK;
}

static void close_loop(loop *l)
{
    for (int k = 0; k < PASSES; k++) {
        train_pass_close(l->half[k].pass);
    }
    casus_arena_free(&l->arena);
    casus_arena_free(&l->batches);
}

casus_status train_run(const train_job *job, train_net *net, casus_error *err)
{
    loop l;
    casus_status st = open_loop(&l, job, net, err);
    if (st != CASUS_OK) {
        goto done;
    }
    st = train_checkpoint_read(job->checkpoint, &l.progress, net, l.best, err);
    if (st != CASUS_OK && st != CASUS_END) {
        goto done;
    }
    st = CASUS_OK;
    (void)fprintf(stderr, "%u sentences, %u rows, %u tags, %u relations, %u epochs done\n", job->train->n,
                  net->shape.n_row, net->shape.n_tag, net->shape.n_deprel, l.progress.epoch);
    uint64_t steps = steps_of_epoch(&l);
    l.started = now();
    while (l.progress.epoch < job->recipe->epochs && l.progress.epoch - l.progress.best_epoch < job->recipe->patience) {
        train_score score = {0};
        if (!run_epoch(&l, steps) || !evaluate(&l, &score)) {
            st = casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
            goto done;
        }
        l.progress.epoch++;
        double reached = (score.labels + score.tags) / score.words;
        if (reached > l.progress.best) {
            l.progress.best = reached;
            l.progress.best_epoch = l.progress.epoch;
            copy_weights(&l, true);
        }
        l.progress.seconds += now() - l.started;
        l.started = now();
        CASUS_TRY(train_checkpoint_write(job->checkpoint, &l.progress, net, l.best, err));
    }
    copy_weights(&l, false);
done:
    close_loop(&l);
    return st;
}
