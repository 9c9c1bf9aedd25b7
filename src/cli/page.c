/* One file from a store: see page.h. */
#include "cli/page.h"

#include "cli/exit.h"
#include "cli/run.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { PATH_ROOM = 4096, FILTER_ROOM = 1024 };

void casus_page_fill(casus_page_options *o, casus_option *options)
{
    casus_option all[CASUS_MOST_OPTIONS];
    size_t n = 0;
    options[n++] = (casus_option){"output",  'o', CASUS_OPTION_TEXT, "FILE", "where it goes (default: standard output)",
                                  &o->output};
    casus_listing_fill(&o->listing, all);
    for (const casus_option *row = all; row->name != NULL; row++) {
        bool listing_only = row->into == &o->listing.json || row->into == &o->listing.csv ||
                            row->into == &o->listing.width || row->into == &o->listing.plain;
        if (!listing_only) {
            options[n++] = *row;
        }
    }
    options[n] = (casus_option){NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL};
}

/* The filters as they were given, for the page's head. */
static casus_str filters_of(const casus_filter *f, char *text)
{
    const struct {
        const char *name, *value;
    } all[] = {{"since", f->since},   {"until", f->until},   {"place", f->place}, {"country", f->country},
               {"actor", f->actor},   {"source", f->source}, {"type", f->type},   {"language", f->language},
               {"outlet", f->outlet}, {"text", f->text}};
    size_t len = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (all[i].value != NULL && len < FILTER_ROOM) {
            int more =
                snprintf(text + len, FILTER_ROOM - len, "%s--%s=%s", len > 0 ? " " : "", all[i].name, all[i].value);
            len += more > 0 ? (size_t)more : 0;
        }
    }
    return len == 0 ? CASUS_STR_NULL : (casus_str){text, len < FILTER_ROOM ? len : FILTER_ROOM - 1};
}

static int put(const char *path, const casus_buf *bytes)
{
    errno = 0;
    FILE *file = path == NULL ? stdout : fopen(path, "wb");
    bool written = file != NULL && fwrite(bytes->ptr, 1, bytes->len, file) == bytes->len && fflush(file) == 0;
    int why = errno;
    if (file != NULL && file != stdout && fclose(file) != 0 && written) {
        written = false;
        why = errno;
    }
    if (written) {
        return CASUS_EXIT_DONE;
    }
    if (why != EPIPE) { /* who closes a pipe has seen enough */
        (void)fprintf(stderr, "casus: %s: %s\n", path == NULL ? "standard output" : path, strerror(why));
    }
    return CASUS_EXIT_OUTPUT;
}

int casus_page_run(const casus_command *command, casus_option *options, casus_page_options *o, casus_page_write write,
                   void *payload, int argc, char **argv)
{
    char packs[PATH_ROOM];
    char folder[PATH_ROOM];
    char filters[FILTER_ROOM];
    casus_error err = {0};
    casus_ledger ledger;
    casus_selection selection = {0};
    casus_buf out;
    int n_left = 0;
    int code = CASUS_EXIT_DONE;
    casus_status st = casus_options_read(command, options, argc, argv, &n_left, &err);
    if (st == CASUS_END) {
        return CASUS_EXIT_DONE;
    }
    casus_ledger_init(&ledger);
    casus_buf_init(&out, SIZE_MAX / 4);
    casus_run_packs(NULL, packs, sizeof packs);
    casus_run_data(packs, folder, sizeof folder);
    casus_dossier_options page = {.folder = folder, .snapshot = casus_str_of(o->listing.as_of)};
    page.filter = filters_of(&o->listing.filter, filters);
    if (st == CASUS_OK && n_left > 0) {
        st = casus_fail(&err, CASUS_EUSAGE, NULL, 0, 0, "'%s' is no option; 'casus %s --help' lists them", argv[1],
                        command->name);
    }
    if (st == CASUS_OK) {
        st = casus_listing_load(o->listing.store, o->listing.as_of, &ledger, &err);
    }
    if (st == CASUS_OK) {
        st = casus_filter_run(&o->listing.filter, &ledger, &ledger.arena, &selection, &err);
        page.selection = page.filter.ptr == NULL ? NULL : &selection;
    }
    if (st == CASUS_OK) {
        st = write(&ledger, &page, payload, &out, &err);
    }
    if (st == CASUS_OK) {
        code = put(o->output, &out);
    } else {
        casus_say(&err);
        code = st == CASUS_END ? CASUS_EXIT_CHECK : (int)casus_exit_of(st);
    }
    casus_buf_free(&out);
    casus_ledger_free(&ledger);
    return code;
}
