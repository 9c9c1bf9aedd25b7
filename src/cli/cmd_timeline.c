/* casus timeline: incidents by day, as a table or as a picture. */
#include "cli/page.h"

#include <string.h>

static casus_status write_timeline(const casus_ledger *ledger, casus_dossier_options *page, void *payload,
                                   casus_buf *out, casus_error *err)
{
    const char *const *format = payload;
    if (*format == NULL || strcmp(*format, "svg") != 0) {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "a picture wants --format=svg; a table goes without");
    }
    return casus_dossier_picture(ledger, page, CASUS_PICTURE_TIMELINE, out, err);
}

/* A picture is asked for by --format, and may go into a file. */
static void fill_options(casus_page_options *o, const char **format, casus_option options[CASUS_MOST_OPTIONS])
{
    casus_listing_fill(&o->listing, options);
    while (options->name != NULL) {
        options++;
    }
    *options++ = (casus_option){"format", '\0', CASUS_OPTION_TEXT, "NAME", "svg: a picture instead of a table", format};
    *options++ = (casus_option){"output", 'o', CASUS_OPTION_TEXT, "FILE", "where the picture goes", &o->output};
    *options = (casus_option){NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL};
}

/* Whether a picture is asked for, or the help that tells of it. */
static bool wants_picture(int argc, char **argv)
{
    static const char *const begins[] = {"--format", "--output", "-o", "--help", "-h"};
    for (int i = 1; i < argc; i++) {
        for (size_t k = 0; k < sizeof begins / sizeof *begins; k++) {
            if (strncmp(argv[i], begins[k], strlen(begins[k])) == 0) {
                return true;
            }
        }
    }
    return false;
}

static int run(const casus_command *command, int argc, char **argv)
{
    casus_page_options o = {0};
    const char *format = NULL;
    casus_option options[CASUS_MOST_OPTIONS];
    if (!wants_picture(argc, argv)) {
        return casus_listing_run(command, CASUS_LIST_TIMELINE, argc, argv);
    }
    fill_options(&o, &format, options);
    return casus_page_run(command, options, &o, write_timeline, (void *)&format, argc, argv);
}

void casus_cmd_timeline_options(casus_option options[CASUS_MOST_OPTIONS])
{
    casus_page_options o = {0};
    const char *format = NULL;
    fill_options(&o, &format, options);
}

const casus_command casus_cmd_timeline = {
    .name = "timeline",
    .arguments = "[OPTION...]",
    .summary = "List incidents by day",
    .text = "An incident of several days stands on the first of them; those of no known day come last.\n",
    .run = run,
};
