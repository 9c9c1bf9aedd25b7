/* The program: finds the command and hands over to it. */
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/manual.h"

#include "casus/casus.h"

#include <libxml/parser.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

/* clang-format off: a line each */
static const casus_entry entries[] = {
    {&casus_cmd_read, casus_cmd_read_options},
    {&casus_cmd_explain, casus_cmd_explain_options},
    {&casus_cmd_parse, casus_cmd_parse_options},
    {&casus_cmd_add, casus_cmd_add_options},
    {&casus_cmd_claims, casus_cmd_claims_options},
    {&casus_cmd_incidents, casus_cmd_incidents_options},
    {&casus_cmd_disputes, casus_cmd_disputes_options},
    {&casus_cmd_losses, casus_cmd_losses_options},
    {&casus_cmd_timeline, casus_cmd_timeline_options},
    {&casus_cmd_status, casus_cmd_status_options},
    {&casus_cmd_show, casus_cmd_show_options},
    {&casus_cmd_merge, casus_cmd_decide_options},
    {&casus_cmd_split, casus_cmd_decide_options},
    {&casus_cmd_snapshot, casus_cmd_snapshot_options},
    {&casus_cmd_check, casus_cmd_check_options},
    {&casus_cmd_report, casus_cmd_report_options},
    {&casus_cmd_map, casus_cmd_map_options},
    {&casus_cmd_pack, casus_cmd_pack_options},
    {NULL, NULL},
};
/* clang-format on */

static const casus_command *find(const char *name)
{
    for (const casus_entry *entry = entries; entry->command != NULL; entry++) {
        if (strcmp(entry->command->name, name) == 0) {
            return entry->command;
        }
    }
    return NULL;
}

int main(int argc, char **argv)
{
    (void)signal(SIGPIPE, SIG_IGN); /* a closed pipe shows as a failed write */
    (void)signal(SIGXFSZ, SIG_IGN); /* so does the largest size of a file */
    const char *name = argc > 1 ? argv[1] : "--help";
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0) {
        casus_manual_help(entries, stdout);
        return argc > 1 ? CASUS_EXIT_DONE : CASUS_EXIT_INPUT;
    }
    if (strcmp(name, "--version") == 0) {
        (void)printf("casus %s\n", casus_version());
        return CASUS_EXIT_DONE;
    }
    if (strcmp(name, "--manual") == 0) {
        casus_manual_page(entries, stdout);
        return CASUS_EXIT_DONE;
    }
    const casus_command *command = find(name);
    if (command == NULL) {
        (void)fprintf(stderr, "casus: no command is called '%s'; 'casus --help' lists them\n", name);
        return CASUS_EXIT_INPUT;
    }
    int code = command->run(command, argc - 1, argv + 1);
    xmlCleanupParser();
    return code;
}
