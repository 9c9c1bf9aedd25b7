/* The examples that stand with a pack's rules, run as tests: casus pack check, and the unit tests. */
#ifndef CASUS_PIPELINE_EXAMPLES_H
#define CASUS_PIPELINE_EXAMPLES_H

#include "pack/rule.h"
#include "pipeline/models.h"

/* Told of each example that fails; `found` is what the text gave. */
typedef void (*casus_example_told)(const casus_rule *rule, const casus_rule_example *example, const char *found,
                                   void *payload);

/*
 * Run the examples of the rules that stand in the pack itself (its bases' are theirs). Times only: they need nothing of
 * the world.
 */
CASUS_MUST_USE casus_status casus_examples_run(casus_models *models, const casus_pack *pack, casus_example_told told,
                                               void *payload, unsigned *n_run, unsigned *n_failed, casus_error *err);

/* Find the times of `text` in the pack's language, of a document published then (ISO 8601; empty: unknown). */
typedef struct casus_bench {
    casus_models *models;
    casus_parsers parsers;
    casus_arena scratch;
    casus_doc doc;
} casus_bench;

void casus_bench_open(casus_bench *bench, casus_models *models);
void casus_bench_close(casus_bench *bench);
CASUS_MUST_USE casus_status casus_bench_times(casus_bench *bench, const casus_pack *pack, casus_str published,
                                              casus_str text, casus_error *err);

/* Take the brackets out of `marked`; *span is what they held, or all. Written to `plain`, which has room for it. */
size_t casus_bench_unmark(casus_str marked, char *plain, casus_span *span);

#endif
