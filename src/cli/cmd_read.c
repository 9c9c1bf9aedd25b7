/* casus read: documents in, records out (docs/record.md). */
#include "cli/colour.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/run.h"
#include "record/write.h"
#include "report/claims.h"

#include <string.h>

typedef struct arguments {
    casus_job run;
    const char *layers;
    const char *format;
    bool plain;
    casus_style style;
    unsigned layer_set;
} arguments;

static void fill_options(arguments *a, casus_option options[CASUS_MOST_OPTIONS])
{
    const casus_option rows[] = {
        {"layers", '\0', CASUS_OPTION_TEXT, "LIST",
         "print more than claims: times,places,actors,quantities,attributions,sentences, or all", &a->layers},
        {"format", 'f', CASUS_OPTION_TEXT, "FORM", "json (default), or table: claims for people to read", &a->format},
        {"no-color", '\0', CASUS_OPTION_FLAG, NULL, "no colours in a table, also on a terminal", &a->plain},
        {"published", '\0', CASUS_OPTION_TEXT, "DATE", "day of publication of all documents (ISO 8601)",
         &a->run.ingest.published},
        {"outlet", '\0', CASUS_OPTION_TEXT, "NAME", "outlet of all documents", &a->run.ingest.outlet},
        CASUS_JOB_OPTIONS(&a->run),
        {NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL},
    };
    memcpy(options, rows, sizeof rows);
}

/* 'sentences', 'all', or a list of such; CASUS_EUSAGE for a name that is no layer. */
static casus_status read_layers(const char *list, unsigned *set, casus_error *err)
{
    static const struct {
        const char *name;
        unsigned layer;
    } layers[] = {{"times", CASUS_LAYER_TIMES},
                  {"places", CASUS_LAYER_PLACES},
                  {"actors", CASUS_LAYER_ACTORS},
                  {"quantities", CASUS_LAYER_QUANTITIES},
                  {"sentences", CASUS_LAYER_SENTENCES},
                  {"attributions", CASUS_LAYER_ATTRIBUTIONS},
                  {"claims", 0},
                  {"all", CASUS_LAYER_MENTIONS | CASUS_LAYER_ATTRIBUTIONS | CASUS_LAYER_SENTENCES}};
    while (list != NULL && *list != '\0') {
        size_t len = strcspn(list, ",");
        bool known = len == 0;
        for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++) {
            if (strlen(layers[i].name) == len && strncmp(list, layers[i].name, len) == 0) {
                *set |= layers[i].layer;
                known = true;
            }
        }
        if (!known) {
            return casus_fail(
                err, CASUS_EUSAGE, NULL, 0, 0,
                "no layer is called '%.*s'; there are: times, places, actors, quantities, attributions, sentences, all",
                (int)len, list);
        }
        list += len + (list[len] == ',');
    }
    return CASUS_OK;
}

static void render(const casus_doc *doc, casus_buf *out, void *payload)
{
    const arguments *a = payload;
    if (a->format != NULL && strcmp(a->format, "table") == 0) {
        casus_report_claims(doc, &a->style, out);
    } else {
        casus_record_write(doc, a->layer_set, out);
    }
}

static int run(const casus_command *command, int argc, char **argv)
{
    arguments a = {.run = {.render = render}};
    casus_option options[CASUS_MOST_OPTIONS];
    casus_error err = {0};
    int n_path = 0;
    fill_options(&a, options);
    casus_status st = casus_options_read(command, options, argc, argv, &n_path, &err);
    if (st == CASUS_OK) {
        st = read_layers(a.layers, &a.layer_set, &err);
    }
    if (st == CASUS_OK && a.format != NULL && strcmp(a.format, "json") != 0 && strcmp(a.format, "table") != 0) {
        st = casus_fail(&err, CASUS_EUSAGE, NULL, 0, 0, "--format=%s: there are: json, table", a.format);
    }
    a.style.colours = casus_wants_colour(a.plain);
    if (st == CASUS_END) {
        return CASUS_EXIT_DONE;
    }
    if (st != CASUS_OK) {
        casus_say(&err);
        return CASUS_EXIT_INPUT;
    }
    a.run.payload = &a;
    a.run.cheap = a.layer_set == 0;
    a.run.split = a.run.parse = a.run.extract = true;
    return casus_run_documents(&a.run, argv + 1, n_path);
}

void casus_cmd_read_options(casus_option options[CASUS_MOST_OPTIONS])
{
    arguments a = {0};
    fill_options(&a, options);
}

const casus_command casus_cmd_read = {
    .name = "read",
    .arguments = "[OPTION...] [FILE|DIR|-]...",
    .summary = "Print one JSON record for each news document",
    .text = "Reads plain text, HTML, NDJSON, WARC, RSS and Atom, each also within gzip or zstd, told by their bytes; "
            "folders\n"
            "are walked. Charset, language, day of publication, outlet and title are found, page furniture is cut and "
            "listed\n"
            "in document.boilerplate. Records come in the order of the documents. A document that cannot be read gives "
            "one\n"
            "line on standard error and exit status 2; the others still come out.\n",
    .run = run,
};
