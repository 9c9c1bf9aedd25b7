/* casus pack check: whether the language packs are sound. */
#include "casus/pack.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/run.h"
#include "pipeline/examples.h"

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

static void tell_example(const casus_rule *rule, const casus_rule_example *example, const char *found, void *payload)
{
    (void)payload;
    (void)fprintf(stderr, "casus: %s:%u: %s of '%.*s' fails: %.*s gives %s\n", rule->path.ptr, example->line,
                  example->positive ? "yes" : "no", CASUS_STR_ARG(rule->name), CASUS_STR_ARG(example->text),
                  found[0] == '\0' ? "nothing" : found);
}

static casus_status check(const casus_packs *packs, const char *only, bool *found, unsigned *n_failed, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_models *models = NULL;
    const casus_pack *pack = NULL;
    CASUS_TRY(casus_models_open(packs, &models, err));
    for (size_t i = 0; (pack = casus_packs_at(packs, i)) != NULL; i++) {
        casus_str code = casus_pack_code(pack);
        casus_str version = casus_pack_version(pack);
        unsigned n_run = 0;
        unsigned failed = 0;
        if (only == NULL || casus_str_eq(code, casus_str_of(only))) {
            CASUS_TRY(casus_examples_run(models, pack, tell_example, NULL, &n_run, &failed, err));
            (void)printf("%.*s\tversion %.*s\t%s\n", CASUS_STR_ARG(code), CASUS_STR_ARG(version),
                         failed == 0 ? "sound" : "has examples that fail");
            *n_failed += failed;
            *found = true;
        }
    }
done:
    casus_models_close(models);
    return st;
}

/* What a sound folder of packs says of each pack; the exit status. */
static int list(const casus_packs *packs, const char *only)
{
    bool found = false;
    unsigned n_failed = 0;
    casus_error err = {0};
    casus_status st = check(packs, only, &found, &n_failed, &err);
    if (st != CASUS_OK) {
        casus_say(&err);
        return (int)casus_exit_of(st);
    }
    if (!found) {
        (void)fprintf(stderr, "casus: no language pack is called '%s'\n", only == NULL ? "" : only);
    }
    return found && n_failed == 0 ? CASUS_EXIT_DONE : CASUS_EXIT_CHECK;
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
    .text = "A fault in a pack is told with file, line and column, and ends with exit status 3; the examples of\n"
            "its rules are run, and one that fails ends with exit status 1.\n",
    .run = run_pack,
};
