/* Reading documents from the command line: see run.h. */
#include "cli/run.h"

#include "cli/exit.h"
#include "cli/paths.h"
#include "pipeline/models.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef CASUS_PACK_DIR
#define CASUS_PACK_DIR "/usr/share/casus/lang"
#endif

enum { PATH_ROOM = 4096 };

/* What a run leaves behind. */
typedef struct outcome {
    const casus_job *job;
    casus_exit worst;
    bool closed; /* the output takes no more */
} outcome;

static bool is_folder_of_packs(const char *path)
{
    char probe[PATH_ROOM + 16];
    (void)snprintf(probe, sizeof probe, "%s/xx/pack.ini", path);
    return access(probe, R_OK) == 0;
}

void casus_run_packs(const char *option, char *path, size_t room)
{
    const char *said = option != NULL ? option : getenv("CASUS_PACKS");
    if (said != NULL) {
        (void)snprintf(path, room, "%s", said);
        return;
    }
    static const char *const beside[] = {"/../lang", "/../share/casus/lang", "/lang"};
    char program[PATH_ROOM];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    program[len > 0 ? len : 0] = '\0';
    char *slash = strrchr(program, '/');
    for (size_t i = 0; slash != NULL && i < sizeof beside / sizeof beside[0]; i++) {
        *slash = '\0';
        (void)snprintf(path, room, "%s%s", program, beside[i]);
        if (is_folder_of_packs(path)) {
            return;
        }
    }
    (void)snprintf(path, room, "%s", CASUS_PACK_DIR);
}

void casus_run_data(const char *packs, char *path, size_t room)
{
    const char *said = getenv("CASUS_DATA");
    if (said != NULL) {
        (void)snprintf(path, room, "%s", said);
    } else {
        (void)snprintf(path, room, "%s/../data", packs);
    }
}

static void say_output(outcome *o)
{
    o->closed = true;
    o->worst = CASUS_EXIT_OUTPUT;
    if (errno != EPIPE) { /* who closes a pipe has seen enough */
        (void)fprintf(stderr, "casus: standard output: %s\n", strerror(errno));
    }
}

static bool print(casus_str bytes, void *payload)
{
    outcome *o = payload;
    if (o->job->document != NULL) {
        return o->job->document(bytes, o->job->payload);
    }
    errno = 0;
    if (fwrite(bytes.ptr, 1, bytes.len, stdout) != bytes.len) {
        say_output(o);
    }
    return !o->closed;
}

static void complain(const casus_error *err, void *payload)
{
    outcome *o = payload;
    if (o->job->fault != NULL) {
        o->job->fault(o->job->payload);
    }
    casus_say(err);
    if (o->worst == CASUS_EXIT_DONE) {
        o->worst = casus_exit_of(err->status);
    }
}

static void render(const casus_doc *doc, casus_buf *out, void *payload)
{
    const outcome *o = payload;
    o->job->render(doc, out, o->job->payload);
}

static bool wanted(const casus_doc *doc, void *payload)
{
    const outcome *o = payload;
    return o->job->wanted(doc, o->job->payload);
}

int casus_run_documents(const casus_job *run, char **path, int n_path)
{
    static const char *const standard_input[] = {"-"};
    char packs_path[PATH_ROOM];
    casus_error err = {0};
    casus_packs *packs = NULL;
    casus_models *models = NULL;
    casus_world *world = NULL;
    outcome o = {.job = run};
    glob_t paths;
    casus_run_packs(run->packs, packs_path, sizeof packs_path);
    casus_status st = casus_paths_expand(path, n_path, &paths, &err);
    if (st == CASUS_OK) {
        st = casus_packs_open(packs_path, &packs, &err);
    }
    if (st == CASUS_OK) {
        st = casus_models_open(packs, &models, &err);
    }
    if (st == CASUS_OK && run->extract) {
        char data_path[PATH_ROOM + 16];
        casus_run_data(packs_path, data_path, sizeof data_path);
        st = casus_world_open(data_path, &world, &err);
    }
    if (st == CASUS_OK) {
        const casus_pipeline pipeline = {.packs = packs,
                                         .ingest = run->ingest,
                                         .threads = run->threads,
                                         .split = run->split,
                                         .parse = run->parse,
                                         .cheap = run->cheap,
                                         .extract = run->extract,
                                         .models = models,
                                         .world = world,
                                         .wanted = run->wanted == NULL ? NULL : wanted,
                                         .render = render,
                                         .document = print,
                                         .fault = complain,
                                         .payload = &o};
        st = n_path == 0 ? casus_pipeline_run(&pipeline, standard_input, 1, &err)
                         : casus_pipeline_run(&pipeline, (const char *const *)paths.gl_pathv, paths.gl_pathc, &err);
    }
    globfree(&paths);
    casus_world_close(world);
    casus_models_close(models);
    casus_packs_close(packs);
    errno = 0;
    if (!o.closed && fflush(stdout) != 0) {
        say_output(&o);
    }
    if (st != CASUS_OK && st != CASUS_END) {
        if (err.msg[0] != '\0') {
            casus_say(&err);
        }
        return (int)casus_exit_of(st);
    }
    return (int)o.worst;
}
