/* casus-train: from CoNLL-U to a model. */
#include "train/export.h"
#include "train/train.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "usage: casus-train [--threads=1|2] RECIPE TREEBANKS MODEL\n"
    "Train a model of tags, trees and lemmas by RECIPE (lang/<code>/model/train.ini) from the CoNLL-U files below the\n"
    "folder TREEBANKS, and write it to MODEL. MODEL.checkpoint lets a run that was broken off go on where it was.\n";

static int fail(const casus_error *err)
{
    (void)fprintf(stderr, "casus-train: %s%s%s\n", err->file, err->file[0] == '\0' ? "" : ": ", err->msg);
    return 1;
}

int main(int argc, char **argv)
{
    static train_recipe recipe;
    static train_corpus train, dev;
    static train_vocab vocab;
    static train_net net;
    static train_lemmas lemmas;
    casus_arena arena;
    casus_error err = {0};
    unsigned threads = 2;
    char checkpoint[4096];
    if (argc > 1 && strncmp(argv[1], "--threads=", 10) == 0) {
        threads = (unsigned)strtoul(argv[1] + 10, NULL, 10);
        argv++;
        argc--;
    }
    if (argc != 4) {
        (void)fputs(usage, stderr);
        return 2;
    }
    casus_arena_init(&arena, (size_t)2 << 30);
    (void)snprintf(checkpoint, sizeof checkpoint, "%s.checkpoint", argv[3]);
    train_job job = {
        .recipe = &recipe, .train = &train, .dev = &dev, .vocab = &vocab, .checkpoint = checkpoint, .threads = threads};
    if (train_recipe_read(argv[1], &recipe, &arena, &err) != CASUS_OK ||
        train_corpus_read(&train, argv[2], recipe.train, recipe.n_train, recipe.skip, recipe.n_skip, &err) !=
            CASUS_OK ||
        train_corpus_read(&dev, argv[2], recipe.dev, recipe.n_dev, NULL, 0, &err) != CASUS_OK ||
        train_vocab_open(&vocab, &train, &recipe, &err) != CASUS_OK || train_run(&job, &net, &err) != CASUS_OK) {
        return fail(&err);
    }
    if (!train_lemmas_learn(&lemmas, &train, &vocab, &arena)) {
        (void)casus_arena_fail(&arena, &err);
        return fail(&err);
    }
    (void)fprintf(stderr, "%u rules of lemmas, %u endings\n", lemmas.n_rule, lemmas.n_ending);
    if (train_export(argv[3], recipe.name, &net, &vocab, &lemmas, &err) != CASUS_OK) {
        return fail(&err);
    }
    return 0;
}
