/* casus parse: text in, CoNLL-U out. */
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/run.h"
#include "syntax/conllu.h"

#include <string.h>

static void fill_options(casus_job *run, casus_option options[CASUS_MOST_OPTIONS])
{
    const casus_option rows[] = {
        CASUS_JOB_OPTIONS(run),
        {NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL},
    };
    memcpy(options, rows, sizeof rows);
}

static void render(const casus_doc *doc, casus_buf *out, void *payload)
{
    (void)payload;
    casus_conllu_write(doc, out);
}

static int run_parse(const casus_command *command, int argc, char **argv)
{
    casus_job run = {.render = render, .split = true, .ingest = {.as_is = true}};
    casus_option options[CASUS_MOST_OPTIONS];
    casus_error err = {0};
    int n_path = 0;
    fill_options(&run, options);
    casus_status st = casus_options_read(command, options, argc, argv, &n_path, &err);
    if (st == CASUS_END) {
        return CASUS_EXIT_DONE;
    }
    if (st != CASUS_OK) {
        casus_say(&err);
        return CASUS_EXIT_INPUT;
    }
    return casus_run_documents(&run, argv + 1, n_path);
}

void casus_cmd_parse_options(casus_option options[CASUS_MOST_OPTIONS])
{
    casus_job run = {0};
    fill_options(&run, options);
}

const casus_command casus_cmd_parse = {
    .name = "parse",
    .arguments = "[OPTION...] [FILE|DIR|-]...",
    .summary = "Print the sentences and words of text as CoNLL-U",
    .text =
        "Takes the text as it is: nothing is cut as page furniture. Words follow Universal Dependencies, with a line\n"
        "for each token that holds several words. Columns that are not known yet hold '_'.\n",
    .run = run_parse,
};
