/* Sentences as the network takes them. */
#ifndef CASUS_TRAIN_BATCH_H
#define CASUS_TRAIN_BATCH_H

#include "train/net.h"
#include "train/random.h"
#include "train/vocab.h"

/* A corpus in numbers, a row for each word of its document. */
typedef struct train_numbers {
    const train_corpus *corpus;
    train_vocab *vocab;
    uint32_t *type, *tag, *deprel, *head;
} train_numbers;

bool train_numbers_open(train_numbers *numbers, const train_corpus *corpus, train_vocab *vocab, casus_arena *arena);

/*
 * The batch of the sentences order[begin..end), in the arena. `hide` as in the recipe; with `random` not NULL, a share
 * `cased` of the sentences comes in other capitals.
 */
bool train_batch_make(train_batch *batch, const train_numbers *numbers, const uint32_t *order, uint32_t begin,
                      uint32_t end, float hide, float cased, train_random *random, casus_arena *arena);

#endif
