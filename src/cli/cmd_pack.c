/* casus pack check: whether the language packs are sound. */
#include "casus/pack.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/run.h"

#include <string.h>

enum { PATH_ROOM = 4096 };

static void fill_options(const char **packs, casus_option options[CASUS_MOST_OPTIONS])
{
    const casus_option rows[] = {
        {"packs", '\0', CASUS_OPTION_TEXT, "DIR", "folder of language packs (default: beside the program)",
         (void *)packs},
        {NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL},
    };
    memcpy(options, rows, sizeof rows);
}

static int list(const casus_packs *packs, const char *only)
{
    bool found = false;
    const casus_pack *pack = NULL;
    for (size_t i = 0; (pack = casus_packs_at(packs, i)) != NULL; i++) {
        casus_str code = casus_pack_code(pack);
        casus_str version = casus_pack_version(pack);
        if (only == NULL || casus_str_eq(code, casus_str_of(only))) {
            (void)printf("%.*s\tversion %.*s\tsound\n", CASUS_STR_ARG(code), CASUS_STR_ARG(version));
            found = true;
        }
    }
    if (!found) {
        (void)fprintf(stderr, "casus: no language pack is called '%s'\n", only == NULL ? "" : only);
    }
    return found ? CASUS_EXIT_DONE : CASUS_EXIT_CHECK;
}

static int run_pack(const casus_command *command, int argc, char **argv)
{
    const char *folder = NULL;
    char path[PATH_ROOM];
    casus_option options[CASUS_MOST_OPTIONS];
    casus_error err = {0};
    casus_packs *packs = NULL;
    int n_left = 0;
    fill_options(&folder, options);
    casus_status st = casus_options_read(command, options, argc, argv, &n_left, &err);
    if (st == CASUS_END) {
        return CASUS_EXIT_DONE;
    }
    if (st == CASUS_OK && (n_left < 1 || n_left > 2 || strcmp(argv[1], "check") != 0)) {
        st = casus_fail(&err, CASUS_EUSAGE, NULL, 0, 0, "usage: casus pack check [CODE]");
    }
    if (st == CASUS_OK) {
        casus_run_packs(folder, path, sizeof path);
        st = casus_packs_open(path, &packs, &err);
    }
    if (st != CASUS_OK) {
        casus_say(&err);
        return (int)casus_exit_of(st);
    }
    int code = list(packs, n_left == 2 ? argv[2] : NULL);
    casus_packs_close(packs);
    return code;
}

void casus_cmd_pack_options(casus_option options[CASUS_MOST_OPTIONS])
{
    const char *packs = NULL;
    fill_options(&packs, options);
}

const casus_command casus_cmd_pack = {
    .name = "pack",
    .arguments = "check [CODE]",
    .summary = "Check the language packs",
    .text = "A fault in a pack is told with file, line and column, and ends with exit status 3.\n",
    .run = run_pack,
};
