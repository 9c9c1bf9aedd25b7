/* casus parse --input=conllu: given sentences and words get tags, lemmas and trees. */
#ifndef CASUS_CLI_PARSE_CONLLU_H
#define CASUS_CLI_PARSE_CONLLU_H

#include "casus/syntax.h"
#include "cli/run.h"

/* Parse the CoNLL-U files `path` (standard input if there is none) to standard output; returns the exit status. */
int casus_parse_conllu(const casus_job *run, casus_keep keep, char **path, int n_path);

#endif
