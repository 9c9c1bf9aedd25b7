/* Listing a store: see listing.h. */
#include "cli/listing.h"

#include "base/buf.h"
#include "cli/colour.h"
#include "cli/exit.h"
#include "cluster/cluster.h"
#include "store/store.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { PRINT_AT = 1 << 16, WIDTH = 100, LEAST_WIDTH = 40 };

void casus_listing_fill(casus_listing_options *o, casus_option options[CASUS_MOST_OPTIONS])
{
    const casus_option rows[] = {
        CASUS_STORE_OPTION(&o->store),
        {"as-of", '\0', CASUS_OPTION_TEXT, "NAME", "the state that 'casus snapshot' gave this name", &o->as_of},
        {"json", '\0', CASUS_OPTION_FLAG, NULL, "one JSON object a line", &o->json},
        {"csv", '\0', CASUS_OPTION_FLAG, NULL, "comma-separated values, a line of names first", &o->csv},
        {"since", '\0', CASUS_OPTION_TEXT, "DATE", "on or after this day, month or year (ISO 8601)", &o->filter.since},
        {"until", '\0', CASUS_OPTION_TEXT, "DATE", "on or before this day, month or year", &o->filter.until},
        {"place", '\0', CASUS_OPTION_TEXT, "NAME", "there, in any spelling; or within LATITUDE,LONGITUDE,KILOMETRES",
         &o->filter.place},
        {"country", '\0', CASUS_OPTION_TEXT, "CODE", "in this country (ISO 3166, two or three letters)",
         &o->filter.country},
        {"actor", '\0', CASUS_OPTION_TEXT, "NAME", "by or towards whom: part of a name, CODE, or CODE:SECTOR",
         &o->filter.actor},
        {"source", '\0', CASUS_OPTION_TEXT, "NAME", "who says so: part of a name, CODE, or CODE:SECTOR",
         &o->filter.source},
        {"type", '\0', CASUS_OPTION_TEXT, "TYPE", "PLOVER event type or CONTROL, or TYPE:MODE", &o->filter.type},
        {"language", '\0', CASUS_OPTION_TEXT, "CODE", "told in this language (BCP 47)", &o->filter.language},
        {"outlet", '\0', CASUS_OPTION_TEXT, "NAME", "told by this outlet: part of its name", &o->filter.outlet},
        {"text", '\0', CASUS_OPTION_TEXT, "WORDS", "all these words are in the claim's", &o->filter.text},
        {"width", '\0', CASUS_OPTION_NUMBER, "N", "columns of a table (default: the terminal's, else 100)", &o->width},
        {"no-color", '\0', CASUS_OPTION_FLAG, NULL, "no colours in a table, also on a terminal", &o->plain},
        {NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL},
    };
    memcpy(options, rows, sizeof rows);
}

unsigned casus_listing_width(unsigned asked)
{
    struct winsize size = {0};
    unsigned width = asked;
    if (width == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
        width = size.ws_col;
    }
    if (width == 0) {
        width = WIDTH;
    }
    return width < LEAST_WIDTH ? LEAST_WIDTH : width;
}

casus_status casus_listing_load(const char *path, const char *as_of, casus_ledger *ledger, casus_error *err)
{
    casus_store *store = NULL;
    casus_status st = CASUS_OK;
    CASUS_TRY(casus_store_open(path == NULL ? CASUS_STORE_DEFAULT : path, CASUS_STORE_READ, &store, err));
    CASUS_TRY(casus_store_load(store, as_of, ledger, err));
    CASUS_TRY(casus_cluster_run(ledger, err));
done:
    casus_store_close(store);
    return st;
}

/* What went wrong with standard output, as an exit status. */
static int say_output(void)
{
    if (errno != EPIPE) { /* who closes a pipe has seen enough */
        (void)fprintf(stderr, "casus: standard output: %s\n", strerror(errno));
    }
    return CASUS_EXIT_OUTPUT;
}

int casus_listing_print(casus_buf *bytes)
{
    if (bytes->failed != CASUS_OK) {
        (void)fprintf(stderr, "casus: out of memory\n");
        return CASUS_EXIT_INPUT;
    }
    errno = 0;
    bool written = bytes->len == 0 || fwrite(bytes->ptr, 1, bytes->len, stdout) == bytes->len;
    casus_buf_clear(bytes, PRINT_AT * 2);
    return written && fflush(stdout) == 0 ? CASUS_EXIT_DONE : say_output();
}

static int print_rows(const casus_ledger *ledger, casus_listing kind, casus_indices rows, bool csv, casus_buf *out)
{
    int code = CASUS_EXIT_DONE;
    if (csv) {
        casus_listing_csv_head(kind, out);
    }
    for (uint32_t i = 0; code == CASUS_EXIT_DONE && i < rows.n; i++) {
        if (csv) {
            casus_listing_csv(ledger, kind, rows.at[i], out);
        } else {
            casus_listing_json(ledger, kind, rows.at[i], out);
        }
        if (out->len >= PRINT_AT) {
            code = casus_listing_print(out);
        }
    }
    return code;
}

/* All output; the exit status. */
static int print_all(const casus_ledger *ledger, casus_listing kind, casus_indices rows, const casus_listing_options *o,
                     casus_error *err)
{
    casus_buf out;
    int code = CASUS_EXIT_DONE;
    const casus_style style = {.colours = casus_wants_colour(o->plain)};
    casus_buf_init(&out, SIZE_MAX / 4);
    if (o->json || o->csv) {
        code = print_rows(ledger, kind, rows, o->csv, &out);
    } else if (casus_listing_table(ledger, kind, rows, &style, casus_listing_width(o->width), &out, err) != CASUS_OK) {
        casus_say(err);
        code = CASUS_EXIT_INPUT;
    }
    if (code == CASUS_EXIT_DONE) {
        code = casus_listing_print(&out);
    }
    casus_buf_free(&out);
    return code;
}

int casus_listing_run(const casus_command *command, casus_listing kind, int argc, char **argv)
{
    casus_listing_options o = {0};
    casus_option options[CASUS_MOST_OPTIONS];
    casus_error err = {0};
    casus_ledger ledger;
    casus_selection selection = {0};
    casus_indices rows = {0};
    int n_left = 0;
    int code = CASUS_EXIT_DONE;
    casus_ledger_init(&ledger);
    casus_listing_fill(&o, options);
    casus_status st = casus_options_read(command, options, argc, argv, &n_left, &err);
    if (st == CASUS_END) {
        return CASUS_EXIT_DONE;
    }
    if (st == CASUS_OK && n_left > 0) {
        st = casus_fail(&err, CASUS_EUSAGE, NULL, 0, 0, "'%s' is no option; 'casus %s --help' lists them", argv[1],
                        command->name);
    }
    if (st == CASUS_OK && o.json && o.csv) {
        st = casus_fail(&err, CASUS_EUSAGE, NULL, 0, 0, "--json and --csv exclude each other");
    }
    if (st == CASUS_OK) {
        st = casus_listing_load(o.store, o.as_of, &ledger, &err);
    }
    if (st == CASUS_OK) {
        st = casus_filter_run(&o.filter, &ledger, &ledger.arena, &selection, &err);
    }
    if (st == CASUS_OK) {
        st = casus_listing_rows(&ledger, &selection, kind, &ledger.arena, &rows, &err);
    }
    if (st == CASUS_OK) {
        code = print_all(&ledger, kind, rows, &o, &err);
    } else {
        casus_say(&err);
        code = st == CASUS_END ? CASUS_EXIT_CHECK : (int)casus_exit_of(st);
    }
    casus_ledger_free(&ledger);
    return code;
}
