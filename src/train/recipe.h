/* A recipe: what a model is made of (lang/<code>/model/train.ini; lang/README.md describes the keys). */
#ifndef CASUS_TRAIN_RECIPE_H
#define CASUS_TRAIN_RECIPE_H

#include "casus/arena.h"
#include "syntax/layout.h"

enum { TRAIN_FILES = 8 };

typedef struct train_recipe {
    casus_str name;
    casus_str train[TRAIN_FILES], dev[TRAIN_FILES],
        skip[TRAIN_FILES]; /* files below the data folder; '# newdoc id's left out */
    uint32_t n_train, n_dev, n_skip;
    uint32_t most_rows, least_count; /* of the table of pieces */
    casus_layout shape;
    uint32_t seed, epochs, patience, words; /* words of a step */
    float rate, dropout, hide; /* hide: of a word seen n times the whole form is hidden hide / (hide + n) times */
    float cased;               /* share of sentences with other capitals: all, titled, none */
    uint64_t hash;             /* of the recipe's text */
} train_recipe;

CASUS_MUST_USE casus_status train_recipe_read(const char *path, train_recipe *recipe, casus_arena *arena,
                                              casus_error *err);

#endif
