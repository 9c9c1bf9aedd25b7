/* casus explain: where every value of a document comes from. */
#include "cli/colour.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/run.h"
#include "report/explain.h"

#include <string.h>

typedef struct arguments {
    casus_job run;
    casus_style style;
    bool plain;
} arguments;

static void fill_options(arguments *a, casus_option options[CASUS_MOST_OPTIONS])
{
    const casus_option rows[] = {
        {"no-color", '\0', CASUS_OPTION_FLAG, NULL, "no colours, also on a terminal", &a->plain},
        {"published", '\0', CASUS_OPTION_TEXT, "DATE", "day of publication of all documents (ISO 8601)",
         &a->run.ingest.published},
        CASUS_JOB_OPTIONS(&a->run),
        {NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL},
    };
    memcpy(options, rows, sizeof rows);
}

static void render(const casus_doc *doc, casus_buf *out, void *payload)
{
    const arguments *a = payload;
    casus_report_explain(doc, &a->style, out);
}

static int run(const casus_command *command, int argc, char **argv)
{
    arguments a = {.run = {.render = render, .split = true, .parse = true, .extract = true}};
    casus_option options[CASUS_MOST_OPTIONS];
    casus_error err = {0};
    int n_path = 0;
    fill_options(&a, options);
    casus_status st = casus_options_read(command, options, argc, argv, &n_path, &err);
    if (st == CASUS_END) {
        return CASUS_EXIT_DONE;
    }
    if (st != CASUS_OK) {
        casus_say(&err);
        return CASUS_EXIT_INPUT;
    }
    a.style.colours = casus_wants_colour(a.plain);
    a.run.payload = &a;
    return casus_run_documents(&a.run, argv + 1, n_path);
}

void casus_cmd_explain_options(casus_option options[CASUS_MOST_OPTIONS])
{
    arguments a = {0};
    fill_options(&a, options);
}

const casus_command casus_cmd_explain = {
    .name = "explain",
    .arguments = "[OPTION...] [FILE|DIR|-]...",
    .summary = "Show where every value of a document comes from",
    .text =
        "Prints the text with times, places, actors, figures, cues and events marked (in brackets without colours), "
        "then each\n"
        "mention with its value and the rule, list or model that made it, then each claim with its frame and the "
        "tree of its\n"
        "sentence.\n",
    .run = run,
};
