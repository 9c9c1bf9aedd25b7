/*
 * Threads and order: see pipeline.h. The caller's thread reads and writes, workers do the rest. A ring of slots lies
 * between them: a slot is free, filled (a document's bytes are in it) or done (its result is). Slots are emptied in the
 * order they were filled, so the output's order is the input's.
 */
#include "pipeline/pipeline.h"

#include "pipeline/worker.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

/*
 * Some documents take a hundred times as long as others: in a short ring all of them would wait behind one, and threads
 * with them. Above IN_FLIGHT bytes a few slots a thread must do.
 */
enum {
    SLOTS_A_THREAD = 64,
    LEAST_A_THREAD = 4,
    IN_FLIGHT = 16 * 1024 * 1024,
    MOST_THREADS = 256,
    LARGEST_RECORD = 1 << 30,
    KEPT_RECORD = 64 * 1024
};

typedef enum slot_state { SLOT_FREE, SLOT_FILLED, SLOT_DONE } slot_state;

typedef struct slot {
    slot_state state;
    casus_input input;
    casus_buf out;
    casus_status status;
    casus_error error;
} slot;

typedef struct ring {
    const casus_pipeline *pipeline;
    slot *slot;
    size_t n_slot;
    size_t bytes;  /* of documents in the ring */
    size_t filled; /* slots ever filled */
    size_t taken;  /* slots ever taken by a worker */
    size_t written;
    bool closing;
    pthread_mutex_t lock;
    pthread_cond_t work;   /* a slot was filled, or the end has come */
    pthread_cond_t result; /* a slot is done */
    casus_worker *worker;
    pthread_t *thread;
    size_t n_thread;
} ring;

typedef struct thread_start {
    ring *ring;
    casus_worker *worker;
} thread_start;

static void *work(void *argument)
{
    thread_start start = *(thread_start *)argument;
    ring *r = start.ring;
    free(argument);
    (void)pthread_mutex_lock(&r->lock);
    for (;;) {
        while (r->taken == r->filled && !r->closing) {
            (void)pthread_cond_wait(&r->work, &r->lock);
        }
        if (r->taken == r->filled) {
            break;
        }
        slot *s = &r->slot[r->taken++ % r->n_slot];
        if (s->state == SLOT_DONE) { /* the reader's error: nothing to do */
            (void)pthread_cond_signal(&r->result);
            continue;
        }
        (void)pthread_mutex_unlock(&r->lock);
        s->status = casus_worker_run(start.worker, &s->input, &s->out, &s->error);
        (void)pthread_mutex_lock(&r->lock);
        s->state = SLOT_DONE;
        (void)pthread_cond_signal(&r->result);
    }
    (void)pthread_mutex_unlock(&r->lock);
    return NULL;
}

/* Hand one finished slot to the caller; false if it wants no more. */
static bool deliver(const casus_pipeline *pipeline, slot *s)
{
    bool more = true;
    if (s->status == CASUS_OK) {
        more = pipeline->document(casus_buf_str(&s->out), pipeline->payload);
    } else {
        pipeline->fault(&s->error, pipeline->payload);
    }
    casus_buf_clear(&s->out, KEPT_RECORD);
    s->status = CASUS_OK;
    s->error = (casus_error){0};
    return more;
}

/* Without threads of our own: read, work, write. */
static casus_status run_alone(const casus_pipeline *pipeline, casus_reader *reader, casus_error *err)
{
    casus_worker worker;
    slot s = {0};
    casus_status st = casus_worker_open(&worker, pipeline, err);
    casus_input_init(&s.input);
    casus_buf_init(&s.out, LARGEST_RECORD);
    while (st == CASUS_OK) {
        s.status = casus_reader_next(reader, &s.input, &s.error);
        if (s.status == CASUS_END) {
            break;
        }
        if (s.status == CASUS_OK) {
            s.status = casus_worker_run(&worker, &s.input, &s.out, &s.error);
        }
        bool dead = s.status == CASUS_ENOMEM && s.error.file[0] == '\0';
        if (!deliver(pipeline, &s) || dead) {
            st = dead ? CASUS_ENOMEM : CASUS_END;
        }
    }
    casus_worker_close(&worker);
    casus_input_free(&s.input);
    casus_buf_free(&s.out);
    return st;
}

static void close_ring(ring *r)
{
    (void)pthread_mutex_lock(&r->lock);
    r->closing = true;
    (void)pthread_cond_broadcast(&r->work);
    (void)pthread_mutex_unlock(&r->lock);
    for (size_t i = 0; i < r->n_thread; i++) {
        (void)pthread_join(r->thread[i], NULL);
    }
    for (size_t i = 0; i < r->n_thread; i++) {
        casus_worker_close(&r->worker[i]);
    }
    for (size_t i = 0; r->slot != NULL && i < r->n_slot; i++) {
        casus_input_free(&r->slot[i].input);
        casus_buf_free(&r->slot[i].out);
    }
    free(r->slot);
    free(r->worker);
    free(r->thread);
    (void)pthread_mutex_destroy(&r->lock);
    (void)pthread_cond_destroy(&r->work);
    (void)pthread_cond_destroy(&r->result);
}

static bool start_thread(ring *r)
{
    thread_start *start = malloc(sizeof *start);
    if (start == NULL) {
        return false;
    }
    *start = (thread_start){r, &r->worker[r->n_thread]};
    if (pthread_create(&r->thread[r->n_thread], NULL, work, start) != 0) {
        free(start);
        return false;
    }
    return true;
}

static casus_status open_ring(ring *r, const casus_pipeline *pipeline, size_t threads, casus_error *err)
{
    *r = (ring){.pipeline = pipeline, .n_slot = threads * SLOTS_A_THREAD};
    (void)pthread_mutex_init(&r->lock, NULL);
    (void)pthread_cond_init(&r->work, NULL);
    (void)pthread_cond_init(&r->result, NULL);
    r->slot = calloc(r->n_slot, sizeof *r->slot);
    r->worker = calloc(threads, sizeof *r->worker);
    r->thread = calloc(threads, sizeof *r->thread);
    if (r->slot == NULL || r->worker == NULL || r->thread == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    for (size_t i = 0; i < r->n_slot; i++) {
        casus_input_init(&r->slot[i].input);
        casus_buf_init(&r->slot[i].out, LARGEST_RECORD);
    }
    for (; r->n_thread < threads; r->n_thread++) {
        casus_status st = casus_worker_open(&r->worker[r->n_thread], pipeline, err);
        if (st == CASUS_OK && !start_thread(r)) {
            st = casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "cannot start a thread");
        }
        if (st != CASUS_OK) {
            casus_worker_close(&r->worker[r->n_thread]);
            return st;
        }
    }
    return CASUS_OK;
}

/* Write the oldest slot's result, once it is there. Called with the lock held; gives it up while writing. */
static bool write_oldest(ring *r)
{
    slot *s = &r->slot[r->written % r->n_slot];
    while (s->state != SLOT_DONE || r->taken == r->written) { /* a slot that no worker passed may not be reused */
        (void)pthread_cond_wait(&r->result, &r->lock);
    }
    (void)pthread_mutex_unlock(&r->lock);
    bool more = deliver(r->pipeline, s);
    (void)pthread_mutex_lock(&r->lock);
    s->state = SLOT_FREE;
    r->bytes -= s->input.n_byte;
    r->written++;
    return more;
}

static bool is_full(const ring *r)
{
    size_t n = r->filled - r->written;
    return n == r->n_slot || (r->bytes > IN_FLIGHT && n >= r->n_thread * LEAST_A_THREAD);
}

static casus_status run_ring(ring *r, casus_reader *reader)
{
    bool more = true;
    bool dead = false;
    (void)pthread_mutex_lock(&r->lock);
    while (more && !dead) {
        if (is_full(r)) {
            more = write_oldest(r);
            continue;
        }
        slot *s = &r->slot[r->filled % r->n_slot];
        (void)pthread_mutex_unlock(&r->lock);
        s->status = casus_reader_next(reader, &s->input, &s->error);
        (void)pthread_mutex_lock(&r->lock);
        if (s->status == CASUS_END) {
            s->status = CASUS_OK;
            break;
        }
        dead = s->status == CASUS_ENOMEM && s->error.file[0] == '\0';
        s->state = s->status == CASUS_OK ? SLOT_FILLED : SLOT_DONE;
        r->bytes += s->input.n_byte;
        r->filled++;
        (void)pthread_cond_signal(&r->work);
    }
    while (more && r->written < r->filled) {
        more = write_oldest(r);
    }
    (void)pthread_mutex_unlock(&r->lock);
    return dead ? CASUS_ENOMEM : more ? CASUS_OK : CASUS_END;
}

static size_t count_threads(unsigned wanted)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t threads = wanted > 0 ? wanted : processors > 0 ? (size_t)processors : 1;
    return threads > MOST_THREADS ? MOST_THREADS : threads;
}

casus_status casus_pipeline_run(const casus_pipeline *pipeline, const char *const *path, size_t n_path,
                                casus_error *err)
{
    casus_reader *reader = NULL;
    size_t threads = count_threads(pipeline->threads);
    casus_status st = casus_reader_open(path, n_path, &pipeline->ingest, &reader, err);
    if (st != CASUS_OK) {
        return st;
    }
    if (threads == 1) {
        st = run_alone(pipeline, reader, err);
    } else {
        ring r;
        st = open_ring(&r, pipeline, threads, err);
        if (st == CASUS_OK) {
            st = run_ring(&r, reader);
        }
        close_ring(&r);
    }
    casus_reader_close(reader);
    return st;
}
