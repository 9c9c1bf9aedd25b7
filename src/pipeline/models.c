/* Models of packs: see models.h. */
#include "pipeline/models.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PATH_ROOM = 4096, LONGEST_CHAIN = 8 };

typedef struct slot {
    const casus_pack *pack;
    unsigned number;
    casus_model *model; /* NULL: the pack has none, or it has a fault */
    casus_status status;
    casus_error error;
    struct slot *next;
} slot;

struct casus_models {
    const casus_packs *packs;
    slot *first; /* those that were looked for */
    pthread_mutex_t lock;
};

casus_status casus_models_open(const casus_packs *packs, casus_models **out, casus_error *err)
{
    *out = calloc(1, sizeof **out);
    if (*out == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    (*out)->packs = packs;
    (void)pthread_mutex_init(&(*out)->lock, NULL);
    return CASUS_OK;
}

void casus_models_close(casus_models *models)
{
    if (models == NULL) {
        return;
    }
    for (slot *s = models->first; s != NULL;) {
        slot *next = s->next;
        casus_model_close(s->model);
        free(s);
        s = next;
    }
    (void)pthread_mutex_destroy(&models->lock);
    free(models);
}

static void load(const casus_models *models, slot *s)
{
    char path[PATH_ROOM];
    const casus_pack *pack = s->pack;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
        (void)snprintf(path, sizeof path, "%s/%.*s/model/model.casus", casus_packs_folder(models->packs),
                       CASUS_STR_ARG(casus_pack_code(pack)));
        if (access(path, F_OK) == 0) {
            s->status = casus_model_open(path, &s->model, &s->error);
            return;
        }
        if (casus_pack_base(pack).len == 0) {
            return;
        }
        pack = casus_packs_for(models->packs, casus_pack_base(pack));
    }
}

/* Called with the lock held; NULL without memory. */
static slot *find(casus_models *models, const casus_pack *pack)
{
    for (slot *s = models->first; s != NULL; s = s->next) {
        if (s->pack == pack) {
            return s;
        }
    }
    slot *s = calloc(1, sizeof *s);
    if (s != NULL) {
        s->pack = pack;
        s->number = models->first == NULL ? 0 : models->first->number + 1;
        s->next = models->first;
        models->first = s;
        load(models, s);
    }
    return s;
}

static casus_status make_parser(casus_parsers *parsers, unsigned number, const casus_pack *pack, casus_error *err)
{
    if (number >= parsers->n) {
        casus_parser **more = realloc(parsers->of, (number + 1) * sizeof(casus_parser *));
        if (more == NULL) {
            return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
        }
        for (unsigned i = parsers->n; i <= number; i++) {
            more[i] = NULL;
        }
        parsers->of = more;
        parsers->n = number + 1;
    }
    if (parsers->of[number] != NULL) {
        return CASUS_OK;
    }
    casus_status st = casus_parser_open(&parsers->of[number], err);
    if (st == CASUS_OK) {
        casus_parser_liken(parsers->of[number], pack);
    }
    return st;
}

casus_status casus_models_parse(casus_models *models, casus_str language, casus_keep keep, casus_parsers *parsers,
                                casus_doc *doc, casus_error *err)
{
    casus_status st = CASUS_OK;
    (void)pthread_mutex_lock(&models->lock);
    const slot *s = find(models, casus_packs_for(models->packs, language));
    (void)pthread_mutex_unlock(&models->lock);
    if (s == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    if (s->status != CASUS_OK) {
        return casus_fail(err, s->status, s->error.file, 0, 0, "%s", s->error.msg);
    }
    if (s->model == NULL) {
        return CASUS_OK;
    }
    CASUS_TRY(make_parser(parsers, s->number, s->pack, err));
    st = casus_syntax_parse(parsers->of[s->number], s->model, keep, doc, err);
done:
    return st;
}

void casus_parsers_free(casus_parsers *parsers)
{
    for (unsigned i = 0; i < parsers->n; i++) {
        casus_parser_close(parsers->of[i]);
    }
    free(parsers->of);
    *parsers = (casus_parsers){0};
}
