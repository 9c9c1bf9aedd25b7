/* All packs of a folder: see casus/pack.h. */
#include "pack/load.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_PACKS = 512, PATH_ROOM = 4096, LONGEST_CHAIN = 8, MEMORY_CAP = 1 << 30 };

/* The pack that all others stand on. */
#define ROOT_CODE "xx"

struct casus_packs {
    casus_arena arena;
    casus_pack *pack; /* [n], sorted by code */
    size_t n;
    const casus_pack *root;
    const char *folder;
};

static int by_code(const void *a, const void *b)
{
    const casus_pack *x = a;
    const casus_pack *y = b;
    size_t shorter = x->code.len < y->code.len ? x->code.len : y->code.len;
    int order = memcmp(x->code.ptr, y->code.ptr, shorter);
    return order != 0 ? order : (x->code.len > y->code.len) - (x->code.len < y->code.len);
}

static casus_pack *find(const casus_packs *packs, casus_str code)
{
    for (size_t i = 0; i < packs->n; i++) {
        if (casus_str_eq(packs->pack[i].code, code)) {
            return &packs->pack[i];
        }
    }
    return NULL;
}

/* Every folder in `dir` that holds a pack.ini. */
static casus_status list(casus_packs *packs, const char *dir, casus_error *err)
{
    casus_status st = CASUS_OK;
    DIR *folder = opendir(dir);
    if (folder == NULL) {
        return casus_fail(err, CASUS_EPACK, dir, 0, 0, "no language packs here: %s", strerror(errno));
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char path[PATH_ROOM];
        int len = snprintf(path, sizeof path, "%s/%s/pack.ini", dir, entry->d_name);
        if (entry->d_name[0] == '.' || len < 0 || (size_t)len >= sizeof path || access(path, F_OK) != 0) {
            continue;
        }
        if (packs->n == MOST_PACKS) {
            st = casus_fail(err, CASUS_ELIMIT, dir, 0, 0, "more than %d language packs", MOST_PACKS);
            goto done;
        }
        path[(size_t)len - strlen("/pack.ini")] = '\0';
        CASUS_TRY(casus_pack__load_ini(&packs->pack[packs->n], path, &packs->arena, err));
        packs->n++;
    }
    qsort(packs->pack, packs->n, sizeof *packs->pack, by_code);
done:
    (void)closedir(folder);
    return st;
}

/* The files of the pack's bases, farthest first, then its own. */
static casus_status fill(casus_packs *packs, const char *dir, casus_pack *pack, casus_error *err)
{
    casus_status st = CASUS_OK;
    const casus_pack *chain[LONGEST_CHAIN];
    size_t n = 0;
    for (const casus_pack *p = pack; p != NULL; p = p->base.len == 0 ? NULL : find(packs, p->base)) {
        if (n == LONGEST_CHAIN) {
            return casus_fail(err, CASUS_EPACK, dir, 0, 0, "the bases of '%.*s' go round in a circle",
                              CASUS_STR_ARG(pack->code));
        }
        if (p->base.len > 0 && find(packs, p->base) == NULL) {
            return casus_fail(err, CASUS_EPACK, dir, 0, 0, "the base '%.*s' of '%.*s' is missing",
                              CASUS_STR_ARG(p->base), CASUS_STR_ARG(p->code));
        }
        chain[n++] = p;
    }
    while (n-- > 0) {
        char path[PATH_ROOM];
        (void)snprintf(path, sizeof path, "%s/%.*s", dir, CASUS_STR_ARG(chain[n]->code));
        CASUS_TRY(casus_pack__load_files(pack, path, &packs->arena, err));
    }
    st = casus_pack__compile(pack, &packs->arena, err);
done:
    return st;
}

casus_status casus_packs_open(const char *dir, casus_packs **out, casus_error *err)
{
    casus_status st = CASUS_OK;
    *out = NULL;
    casus_packs *packs = calloc(1, sizeof *packs);
    if (packs == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    casus_arena_init(&packs->arena, MEMORY_CAP);
    packs->pack = CASUS_NEW(&packs->arena, casus_pack, MOST_PACKS);
    packs->folder = casus_arena_str(&packs->arena, casus_str_of(dir)).ptr;
    if (packs->pack == NULL || packs->folder == NULL) {
        st = casus_arena_fail(&packs->arena, err);
        goto done;
    }
    CASUS_TRY(list(packs, dir, err));
    packs->root = find(packs, CASUS_STR(ROOT_CODE));
    if (packs->root == NULL) {
        st = casus_fail(err, CASUS_EPACK, dir, 0, 0, "the pack '%s', which all share, is missing", ROOT_CODE);
        goto done;
    }
    for (size_t i = 0; i < packs->n; i++) {
        CASUS_TRY(fill(packs, dir, &packs->pack[i], err));
    }
    *out = packs;
    packs = NULL;
done:
    casus_packs_close(packs);
    return st;
}

void casus_packs_close(casus_packs *packs)
{
    if (packs != NULL) {
        casus_arena_free(&packs->arena);
        free(packs);
    }
}

const casus_pack *casus_packs_for(const casus_packs *packs, casus_str language)
{
    while (language.len > 0) {
        const casus_pack *pack = find(packs, language);
        if (pack != NULL) {
            return pack;
        }
        do { /* 'nl-Latn-BE', 'nl-Latn', 'nl' */
            language.len--;
        } while (language.len > 0 && language.ptr[language.len] != '-' && language.ptr[language.len] != '_');
    }
    return packs->root;
}

const casus_pack *casus_packs_at(const casus_packs *packs, size_t index)
{
    return index < packs->n ? &packs->pack[index] : NULL;
}

casus_str casus_pack_code(const casus_pack *pack)
{
    return pack->code;
}

casus_str casus_pack_version(const casus_pack *pack)
{
    return pack->version;
}

casus_str casus_pack_base(const casus_pack *pack)
{
    return pack->base;
}

const char *casus_packs_folder(const casus_packs *packs)
{
    return packs->folder;
}
