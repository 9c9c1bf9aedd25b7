/* Walking folders: see walk.h. */
#include "ingest/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_DEPTH = 64, PATH_ROOM = 4096 };

/* A folder that is being walked. */
typedef struct folder {
    char *path;
    char **entry; /* [n], sorted */
    size_t n, at;
    dev_t device; /* with the inode: a folder that holds itself is seen */
    ino_t inode;
} folder;

struct casus_walk {
    const char *const *path;
    size_t n_path, at;
    folder folder[MOST_DEPTH];
    size_t depth;
    char name[PATH_ROOM];
};

casus_walk *casus_walk_open(const char *const *path, size_t n_path)
{
    casus_walk *walk = calloc(1, sizeof *walk);
    if (walk != NULL) {
        walk->path = path;
        walk->n_path = n_path;
    }
    return walk;
}

static void free_folder(folder *f)
{
    for (size_t i = 0; i < f->n; i++) {
        free(f->entry[i]);
    }
    free(f->entry);
    free(f->path);
    *f = (folder){0};
}

void casus_walk_close(casus_walk *walk)
{
    if (walk != NULL) {
        while (walk->depth > 0) {
            free_folder(&walk->folder[--walk->depth]);
        }
        free(walk);
    }
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static casus_status io_error(const char *name, int code, casus_error *err)
{
    casus_status st = casus_fail(err, CASUS_EIO, name, 0, 0, "%s", strerror(code));
    if (err != NULL) {
        err->sys = code;
    }
    return st;
}

/* Read the names in the folder; hidden ones are not news. */
static casus_status list(DIR *open_folder, folder *f, casus_error *err)
{
    size_t room = 0;
    for (struct dirent *e; (e = readdir(open_folder)) != NULL;) {
        if (e->d_name[0] == '.') {
            continue;
        }
        if (f->n == room) {
            room = room == 0 ? 64 : room * 2;
            char **grown = realloc(f->entry, room * sizeof *grown);
            if (grown == NULL) {
                return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
            }
            f->entry = grown;
        }
        f->entry[f->n] = malloc(strlen(e->d_name) + 1);
        if (f->entry[f->n] == NULL) {
            return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
        }
        memcpy(f->entry[f->n], e->d_name, strlen(e->d_name) + 1);
        f->n++;
    }
    if (f->n > 0) {
        qsort(f->entry, f->n, sizeof *f->entry, by_bytes);
    }
    return CASUS_OK;
}

static bool is_walked(const casus_walk *walk, const struct stat *info)
{
    for (size_t i = 0; i < walk->depth; i++) {
        if (walk->folder[i].device == info->st_dev && walk->folder[i].inode == info->st_ino) {
            return true;
        }
    }
    return false;
}

/* Begin to walk the folder that is open as `fd` (taken over). */
static casus_status enter(casus_walk *walk, int fd, const struct stat *info, casus_error *err)
{
    if (is_walked(walk, info)) {
        (void)close(fd);
        return casus_fail(err, CASUS_EIO, walk->name, 0, 0, "folder holds itself");
    }
    if (walk->depth == MOST_DEPTH) {
        (void)close(fd);
        return casus_fail(err, CASUS_ELIMIT, walk->name, 0, 0, "folders are nested more than %d deep", MOST_DEPTH);
    }
    DIR *open_folder = fdopendir(fd);
    if (open_folder == NULL) {
        int code = errno;
        (void)close(fd);
        return io_error(walk->name, code, err);
    }
    folder f = {.device = info->st_dev, .inode = info->st_ino};
    casus_status st = list(open_folder, &f, err);
    (void)closedir(open_folder);
    f.path = st == CASUS_OK ? malloc(strlen(walk->name) + 1) : NULL;
    if (f.path == NULL) {
        free_folder(&f);
        return st != CASUS_OK ? st : casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    memcpy(f.path, walk->name, strlen(walk->name) + 1);
    walk->folder[walk->depth++] = f;
    return CASUS_OK;
}

/* The next path into walk->name; false if there is none. *deep: it was found in a folder. */
static bool next_name(casus_walk *walk, bool *deep, bool *fits)
{
    *fits = true;
    while (walk->depth > 0) {
        folder *f = &walk->folder[walk->depth - 1];
        if (f->at < f->n) {
            size_t len = strlen(f->path);
            const char *slash = len > 0 && f->path[len - 1] == '/' ? "" : "/";
            int n = snprintf(walk->name, sizeof walk->name, "%s%s%s", f->path, slash, f->entry[f->at++]);
            *fits = n > 0 && (size_t)n < sizeof walk->name;
            *deep = true;
            return true;
        }
        free_folder(f);
        walk->depth--;
    }
    if (walk->at == walk->n_path) {
        return false;
    }
    int n = snprintf(walk->name, sizeof walk->name, "%s", walk->path[walk->at++]);
    *fits = n >= 0 && (size_t)n < sizeof walk->name;
    *deep = false;
    return true;
}

casus_status casus_walk_next(casus_walk *walk, int *fd, const char **name, casus_error *err)
{
    bool deep = false;
    bool fits = true;
    while (next_name(walk, &deep, &fits)) {
        if (!fits) {
            return casus_fail(err, CASUS_EIO, walk->name, 0, 0, "%s", strerror(ENAMETOOLONG));
        }
        *name = walk->name;
        if (!deep && strcmp(walk->name, "-") == 0) {
            *fd = STDIN_FILENO;
            return CASUS_OK;
        }
        struct stat info;
        /* Pipes and devices count only where they are named; opening one found in a folder could wait for ever. */
        if (deep && stat(walk->name, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) {
            continue;
        }
        *fd = open(walk->name, O_RDONLY | O_CLOEXEC);
        if (*fd < 0 || fstat(*fd, &info) != 0) {
            int code = errno;
            if (*fd >= 0) {
                (void)close(*fd);
            }
            return io_error(walk->name, code, err);
        }
        if (!S_ISDIR(info.st_mode)) {
            return CASUS_OK;
        }
        casus_status st = enter(walk, *fd, &info, err);
        if (st != CASUS_OK) {
            return st;
        }
    }
    return CASUS_END;
}
