/* Checkpoints: see checkpoint.h. */
#include "train/checkpoint.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char magic[8] = "casusck1";

static train_param *param(train_net *net, unsigned p)
{
    return p < CASUS_PARTS ? &net->part[p] : &net->table;
}

/* Write or read `n` floats. */
static bool pass(FILE *file, float *value, size_t n, bool write)
{
    return (write ? fwrite(value, sizeof(float), n, file) : fread(value, sizeof(float), n, file)) == n;
}

static bool pass_all(FILE *file, train_net *net, float *const best[CASUS_PARTS + 1], bool write)
{
    bool done = true;
    for (unsigned p = 0; p <= CASUS_PARTS && done; p++) {
        train_param *a = param(net, p);
        size_t n = (size_t)a->rows * a->columns;
        done = pass(file, a->value, n, write) && pass(file, a->mean, n, write) && pass(file, a->square, n, write) &&
               pass(file, best[p], n, write);
    }
    return done;
}

casus_status train_checkpoint_write(const char *path, const train_progress *progress, const train_net *net,
                                    float *const best[CASUS_PARTS + 1], casus_error *err)
{
    char beside[4096];
    (void)snprintf(beside, sizeof beside, "%s.new", path);
    FILE *file = fopen(beside, "wb");
    train_net copy = *net; /* writing leaves it as it is */
    bool done = file != NULL && fwrite(magic, sizeof magic, 1, file) == 1 &&
                fwrite(progress, sizeof *progress, 1, file) == 1 && pass_all(file, &copy, best, true);
    if (file != NULL) {
        done = fclose(file) == 0 && done;
    }
    if (!done || rename(beside, path) != 0) {
        return casus_fail(err, CASUS_EIO, path, 0, 0, "cannot be written: %s", strerror(errno));
    }
    return CASUS_OK;
}

casus_status train_checkpoint_read(const char *path, train_progress *progress, train_net *net,
                                   float *const best[CASUS_PARTS + 1], casus_error *err)
{
    char found[8];
    train_progress old;
    casus_status st = CASUS_OK;
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return CASUS_END;
    }
    if (fread(found, sizeof found, 1, file) != 1 || memcmp(found, magic, sizeof magic) != 0 ||
        fread(&old, sizeof old, 1, file) != 1 || old.recipe != progress->recipe) {
        st = CASUS_END;
    } else if (!pass_all(file, net, best, false)) {
        st = casus_fail(err, CASUS_EIO, path, 0, 0, "the checkpoint is cut or damaged: remove it");
    } else {
        *progress = old;
    }
    (void)fclose(file);
    return st;
}
