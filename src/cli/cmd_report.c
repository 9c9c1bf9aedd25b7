/* casus report: the dossier. */
#include "cli/commands.h"
#include "cli/page.h"

#include "cli/exit.h"

#include <string.h>

typedef struct arguments {
    casus_page_options page;
    const char *format, *language, *title;
} arguments;

static void fill_options(arguments *a, casus_option options[CASUS_MOST_OPTIONS])
{
    const casus_option rows[] = {
        {"format", '\0', CASUS_OPTION_TEXT, "NAME", "html (as if not given) or md", &a->format},
        {"lang", '\0', CASUS_OPTION_TEXT, "CODE", "language of the page: a folder of data/dossier", &a->language},
        {"title", '\0', CASUS_OPTION_TEXT, "TEXT", "the page's title", &a->title},
    };
    memcpy(options, rows, sizeof rows);
    casus_page_fill(&a->page, options + sizeof rows / sizeof *rows);
}

static casus_status write_page(const casus_ledger *ledger, casus_dossier_options *page, void *payload, casus_buf *out,
                               casus_error *err)
{
    const arguments *a = payload;
    const char *format = a->format == NULL ? "html" : a->format;
    if (strcmp(format, "html") != 0 && strcmp(format, "md") != 0) {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "--format=%s: there are: html, md", format);
    }
    page->format = format[0] == 'h' ? CASUS_DOSSIER_HTML : CASUS_DOSSIER_MARKDOWN;
    page->title = casus_str_of(a->title);
    if (a->language != NULL) {
        page->language = a->language;
    }
    return casus_dossier_write(ledger, page, out, err);
}

static int run(const casus_command *command, int argc, char **argv)
{
    arguments a = {0};
    casus_option options[CASUS_MOST_OPTIONS];
    fill_options(&a, options);
    return casus_page_run(command, options, &a.page, write_page, &a, argc, argv);
}

void casus_cmd_report_options(casus_option options[CASUS_MOST_OPTIONS])
{
    arguments a = {0};
    fill_options(&a, options);
}

const casus_command casus_cmd_report = {
    .name = "report",
    .arguments = "[OPTION...]",
    .summary = "Write one page of what the store knows",
    .text =
        "One HTML file that needs neither network nor script: what was read, day by day, where, points in dispute,\n"
        "losses by claimant, ceasefires and control, every incident with the exact words.\n",
    .run = run,
};
