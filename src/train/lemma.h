/* Learning the decision list of lemmas (syntax/lemma.h) from a treebank. */
#ifndef CASUS_TRAIN_LEMMA_H
#define CASUS_TRAIN_LEMMA_H

#include "syntax/model_file.h"
#include "train/vocab.h"

enum { TRAIN_RULE_ROOM = 320 };

typedef struct train_lemmas {
    casus_str *rule; /* [n_rule] */
    uint32_t n_rule;
    casus_ending *ending; /* [n_ending] sorted by key */
    uint32_t n_ending;
    uint64_t *particle; /* [n_particle] as in CASUS_SECTION_PARTICLE */
    uint32_t n_particle;
} train_lemmas;

/* Everything is owned by the arena. False without memory. */
bool train_lemmas_learn(train_lemmas *lemmas, const train_corpus *corpus, const train_vocab *vocab, casus_arena *arena);

/* The rule that makes `lemma` of `form`, as a string; false if there is none (too long). */
bool train_lemma_rule(casus_str form, casus_str lemma, char rule[TRAIN_RULE_ROOM]);

#endif
