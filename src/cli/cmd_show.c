/* casus show: one claim, incident, dispute or document with its words. */
#include "cli/colour.h"
#include "cli/exit.h"
#include "cli/listing.h"
#include "report/show.h"

#include <string.h>

typedef struct arguments {
    const char *store, *as_of;
    bool json, plain;
} arguments;

static void fill_options(arguments *a, casus_option options[CASUS_MOST_OPTIONS])
{
    const casus_option rows[] = {
        CASUS_STORE_OPTION(&a->store),
        {"as-of", '\0', CASUS_OPTION_TEXT, "NAME", "the state that 'casus snapshot' gave this name", &a->as_of},
        {"json", '\0', CASUS_OPTION_FLAG, NULL, "its JSON object, then those of its claims, each on a line", &a->json},
        {"no-color", '\0', CASUS_OPTION_FLAG, NULL, "no colours, also on a terminal", &a->plain},
        {NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL},
    };
    memcpy(options, rows, sizeof rows);
}

static int show(const casus_ledger *ledger, const arguments *a, char **id, int n_id)
{
    casus_buf out;
    int code = CASUS_EXIT_DONE;
    const casus_style style = {.colours = casus_wants_colour(a->plain)};
    casus_buf_init(&out, SIZE_MAX / 4);
    for (int i = 0; i < n_id; i++) {
        casus_shown what = CASUS_SHOW_CLAIM;
        uint32_t index = 0;
        if (!casus_show_find(ledger, casus_str_of(id[i]), &what, &index)) {
            casus_error err = {0};
            (void)casus_fail(&err, CASUS_END, NULL, 0, 0, "nothing in the store has the id '%s'", id[i]);
            casus_say(&err);
            code = CASUS_EXIT_CHECK;
        } else if (a->json) {
            casus_show_json(ledger, what, index, &out);
        } else {
            casus_show_text(ledger, what, index, &style, &out);
        }
    }
    int printed = casus_listing_print(&out);
    casus_buf_free(&out);
    return printed == CASUS_EXIT_DONE ? code : printed;
}

static int run(const casus_command *command, int argc, char **argv)
{
    arguments a = {0};
    casus_option options[CASUS_MOST_OPTIONS];
    casus_error err = {0};
    casus_ledger ledger;
    int n_id = 0;
    int code = CASUS_EXIT_DONE;
    casus_ledger_init(&ledger);
    fill_options(&a, options);
    casus_status st = casus_options_read(command, options, argc, argv, &n_id, &err);
    if (st == CASUS_END) {
        return CASUS_EXIT_DONE;
    }
    if (st == CASUS_OK && n_id == 0) {
        st = casus_fail(&err, CASUS_EUSAGE, NULL, 0, 0, "show what? the id of a claim, incident, dispute or document");
    }
    if (st == CASUS_OK) {
        st = casus_listing_load(a.store, a.as_of, &ledger, &err);
    }
    if (st == CASUS_OK) {
        code = show(&ledger, &a, argv + 1, n_id);
    } else {
        casus_say(&err);
        code = (int)casus_exit_of(st);
    }
    casus_ledger_free(&ledger);
    return code;
}

void casus_cmd_show_options(casus_option options[CASUS_MOST_OPTIONS])
{
    arguments unused = {0};
    fill_options(&unused, options);
}

const casus_command casus_cmd_show = {
    .name = "show",
    .arguments = "[OPTION...] ID...",
    .summary = "Show a claim, incident, dispute or document with its words",
    .text = "The exact words of each claim with the word that names the event marked, who says them, outlet, day, "
            "language and\n"
            "link; for an incident also why each claim was taken to tell of it, for a dispute each answer with its "
            "words.\n",
    .run = run,
};
