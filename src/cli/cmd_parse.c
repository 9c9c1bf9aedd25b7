/* casus parse: text or CoNLL-U in, CoNLL-U with tags, lemmas and trees out. */
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/parse_conllu.h"
#include "syntax/conllu.h"

#include <string.h>

typedef struct parse_options {
    casus_job run;
    const char *input, *keep;
} parse_options;

static void fill_options(parse_options *parse, casus_option options[CASUS_MOST_OPTIONS])
{
    casus_job *run = &parse->run;
    const casus_option rows[] = {
        {"input", 'i', CASUS_OPTION_TEXT, "FORM", "text (default), or conllu: given sentences and words stay",
         &parse->input},
        {"keep", 'k', CASUS_OPTION_TEXT, "WHAT", "of conllu: words (default), or tags: given tags and lemmas stay too",
         &parse->keep},
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

/* Which of two words an option's value is: 0 or 1; -1 for neither. Absent is the first. */
static int choice(const char *value, const char *first, const char *second)
{
    return value == NULL || strcmp(value, first) == 0 ? 0 : strcmp(value, second) == 0 ? 1 : -1;
}

static int run_parse(const casus_command *command, int argc, char **argv)
{
    parse_options parse = {.run = {.render = render, .split = true, .parse = true, .ingest = {.as_is = true}}};
    casus_option options[CASUS_MOST_OPTIONS];
    casus_error err = {0};
    int n_path = 0;
    fill_options(&parse, options);
    casus_status st = casus_options_read(command, options, argc, argv, &n_path, &err);
    if (st == CASUS_END) {
        return CASUS_EXIT_DONE;
    }
    int conllu = choice(parse.input, "text", "conllu");
    int tags = choice(parse.keep, "words", "tags");
    if (st == CASUS_OK && (conllu < 0 || tags < 0)) {
        st = casus_fail(&err, CASUS_EUSAGE, NULL, 0, 0, "--%s=%s: not known; see casus parse --help",
                        conllu < 0 ? "input" : "keep", conllu < 0 ? parse.input : parse.keep);
    }
    if (st == CASUS_OK && conllu == 0 && parse.keep != NULL) {
        st = casus_fail(&err, CASUS_EUSAGE, NULL, 0, 0, "--keep needs --input=conllu: text has no tags");
    }
    if (st != CASUS_OK) {
        casus_say(&err);
        return CASUS_EXIT_INPUT;
    }
    if (conllu == 1) {
        return casus_parse_conllu(&parse.run, tags == 1 ? CASUS_KEEP_TAGS : CASUS_KEEP_WORDS, argv + 1, n_path);
    }
    return casus_run_documents(&parse.run, argv + 1, n_path);
}

void casus_cmd_parse_options(casus_option options[CASUS_MOST_OPTIONS])
{
    parse_options parse = {0};
    fill_options(&parse, options);
}

const casus_command casus_cmd_parse = {
    .name = "parse",
    .arguments = "[OPTION...] [FILE|DIR|-]...",
    .summary = "Print the sentences, tags, lemmas and trees of text as CoNLL-U",
    .text = "Takes the text as it is: nothing is cut as page furniture. Words, tags and trees follow Universal "
            "Dependencies,\n"
            "with a line for each token that holds several words. In a language without a model the columns for lemma, "
            "tag\n"
            "and tree hold '_'.\n",
    .run = run_parse,
};
