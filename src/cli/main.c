/* The program: finds the command and hands over to it. */
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/manual.h"

#include "casus/casus.h"

#include <libxml/parser.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const casus_entry entries[] = {
    {&casus_cmd_read, casus_cmd_read_options},
    {&casus_cmd_explain, casus_cmd_explain_options},
    {&casus_cmd_parse, casus_cmd_parse_options},
    {&casus_cmd_pack, casus_cmd_pack_options},
    {NULL, NULL},
};

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
