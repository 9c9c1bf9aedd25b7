/* A training run on disk, so that it can be taken up again. */
#ifndef CASUS_TRAIN_CHECKPOINT_H
#define CASUS_TRAIN_CHECKPOINT_H

#include "casus/error.h"
#include "train/net.h"

typedef struct train_progress {
    uint64_t recipe; /* hash of the recipe, shape and data: a checkpoint of another is not taken up */
    uint32_t epoch;  /* epochs done */
    uint32_t best_epoch;
    uint64_t step;
    double best, seconds;
} train_progress;

/* `best` holds the best epoch's weights: [part], then the table. Written beside and renamed, so that none is lost. */
CASUS_MUST_USE casus_status train_checkpoint_write(const char *path, const train_progress *progress,
                                                   const train_net *net, float *const best[CASUS_PARTS + 1],
                                                   casus_error *err);

/* CASUS_END: there is none, or it is of another recipe. */
CASUS_MUST_USE casus_status train_checkpoint_read(const char *path, train_progress *progress, train_net *net,
                                                  float *const best[CASUS_PARTS + 1], casus_error *err);

#endif
