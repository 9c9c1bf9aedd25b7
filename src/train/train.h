/* The training loop. */
#ifndef CASUS_TRAIN_TRAIN_H
#define CASUS_TRAIN_TRAIN_H

#include "train/net.h"
#include "train/vocab.h"

typedef struct train_job {
    const train_recipe *recipe;
    train_corpus *train, *dev;
    train_vocab *vocab;
    const char *checkpoint; /* file to go on from, and to write after each epoch */
    unsigned threads;       /* 1 or 2; the result is the same */
} train_job;

/**
 * Train until the recipe's last epoch, or until the dev set has not improved for its patience; `net` (opened here) then
 * holds the best epoch's weights. Progress goes to standard error.
 *
 * Errors   CASUS_ENOMEM, CASUS_EIO for the checkpoint.
 */
CASUS_MUST_USE casus_status train_run(const train_job *job, train_net *net, casus_error *err);

#endif
