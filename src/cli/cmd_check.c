/* casus check: is the store what it should be? */
#include "cli/commands.h"
#include "cli/exit.h"
#include "store/store.h"

#include <string.h>

static void fill_options(const char **path, casus_option options[CASUS_MOST_OPTIONS])
{
    const casus_option rows[] = {
        CASUS_STORE_OPTION(path),
        {NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL},
    };
    memcpy(options, rows, sizeof rows);
}

/* A line for each fault; what a damaged text says goes to a terminal only without control characters. */
static unsigned long print_faults(casus_buf *faults)
{
    unsigned long n = 0;
    for (size_t i = 0; i < faults->len; i++) {
        unsigned char c = (unsigned char)faults->ptr[i];
        n += c == '\n';
        (void)putchar(c < ' ' && c != '\n' ? '?' : c);
    }
    return n;
}

static int run(const casus_command *command, int argc, char **argv)
{
    const char *path = CASUS_STORE_DEFAULT;
    casus_option options[CASUS_MOST_OPTIONS];
    casus_error err = {0};
    casus_store *store = NULL;
    casus_store_sum sum = {0};
    casus_buf faults;
    int n_left = 0;
    fill_options(&path, options);
    casus_buf_init(&faults, SIZE_MAX / 4);
    casus_status st = casus_options_read(command, options, argc, argv, &n_left, &err);
    if (st == CASUS_OK && n_left > 0) {
        st = casus_fail(&err, CASUS_EUSAGE, NULL, 0, 0, "'%s': the store is named with --store", argv[1]);
    }
    if (st == CASUS_OK) {
        st = casus_store_open(path, CASUS_STORE_READ, &store, &err);
    }
    if (st == CASUS_OK) {
        st = casus_store_check(store, &sum, &faults, &err);
    }
    casus_exit code = casus_exit_of(st);
    if (st == CASUS_OK) {
        unsigned long n = print_faults(&faults);
        (void)printf("%llu documents (%llu of them read again since), %llu claims, %llu decisions, %llu snapshots: %lu "
                     "faults\n",
                     (unsigned long long)sum.documents, (unsigned long long)sum.superseded,
                     (unsigned long long)sum.claims, (unsigned long long)sum.decisions,
                     (unsigned long long)sum.snapshots, n);
        code = n > 0 ? CASUS_EXIT_CHECK : CASUS_EXIT_DONE;
    } else if (st != CASUS_END) {
        casus_say(&err);
    }
    casus_store_close(store);
    casus_buf_free(&faults);
    return (int)code;
}

void casus_cmd_check_options(casus_option options[CASUS_MOST_OPTIONS])
{
    fill_options(NULL, options);
}

const casus_command casus_cmd_check = {
    .name = "check",
    .arguments = "[--store=FILE]",
    .summary = "Verify the store",
    .text =
        "Verifies the file, its references and counts, each text against the hash that it was stored with, the "
        "positions "
        "and\n"
        "words of each claim's quote against the text, and the indices of search against what they repeat. Prints one "
        "line for\n"
        "each fault, then a summary; exit status 1 if there was a fault.\n",
    .run = run,
};
