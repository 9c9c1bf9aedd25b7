/* Help and manual page: see manual.h. */
#include "cli/manual.h"

#include "casus/casus.h"

static const char *const statuses[] = {
    "0  done",
    "1  ran, but a check failed or nothing was found",
    "2  wrong options, or some input could not be read (the rest was)",
    "3  a language pack or model is missing or has a fault",
    "4  the database failed",
    "5  the output could not be written (quiet if its reader closed it)",
};
enum { N_STATUSES = sizeof statuses / sizeof statuses[0] };

void casus_manual_help(const casus_entry *entries, FILE *to)
{
    (void)fprintf(to,
                  "casus %s: who claims what, in news about armed conflict\n\nUsage: casus COMMAND [OPTION...] "
                  "[ARGUMENT...]\n\nCommands:\n",
                  casus_version());
    for (; entries->command != NULL; entries++) {
        (void)fprintf(to, "  %-9s %s\n", entries->command->name, entries->command->summary);
    }
    (void)fprintf(to, "\n'casus COMMAND --help' tells more; 'casus --manual | man -l -' shows the manual page.\n\n"
                      "Exit status:\n");
    for (size_t i = 0; i < N_STATUSES; i++) {
        (void)fprintf(to, "  %s\n", statuses[i]);
    }
}

/* Text for roff: a backslash, and a dot or quote at a line's start, mean something there. */
static void roff(const char *text, FILE *to)
{
    bool start = true;
    for (; *text != '\0'; text++) {
        if (start && (*text == '.' || *text == '\'')) {
            (void)fputs("\\&", to);
        }
        if (*text == '\\' || *text == '-') {
            (void)fputc('\\', to);
            (void)fputc(*text == '-' ? '-' : 'e', to);
        } else {
            (void)fputc(*text, to);
        }
        start = *text == '\n';
    }
}

static void page_of(const casus_entry *entry, FILE *to)
{
    casus_option options[CASUS_MOST_OPTIONS];
    entry->options(options);
    (void)fprintf(to, ".SS casus %s ", entry->command->name);
    roff(entry->command->arguments, to);
    (void)fputs("\n", to);
    roff(entry->command->summary, to);
    (void)fputs(".\n.PP\n", to);
    roff(entry->command->text, to);
    for (const casus_option *option = options; option->name != NULL; option++) {
        (void)fputs(".TP\n.B ", to);
        if (option->letter != '\0') {
            (void)fprintf(to, "\\-%c, ", option->letter);
        }
        roff("--", to);
        roff(option->name, to);
        if (option->value != NULL) {
            (void)fprintf(to, "=\\fI%s\\fR", option->value);
        }
        (void)fputs("\n", to);
        roff(option->help, to);
        (void)fputs("\n", to);
    }
}

void casus_manual_page(const casus_entry *entries, FILE *to)
{
    (void)fprintf(to,
                  ".TH CASUS 1 \"\" \"casus %s\"\n.SH NAME\ncasus \\- who claims what, in news about armed "
                  "conflict\n.SH SYNOPSIS\n.B casus\n.I COMMAND\n[OPTION...] [ARGUMENT...]\n.SH COMMANDS\n",
                  casus_version());
    for (; entries->command != NULL; entries++) {
        page_of(entries, to);
    }
    (void)fputs(".SH EXIT STATUS\n.nf\n", to);
    for (size_t i = 0; i < N_STATUSES; i++) {
        roff(statuses[i], to);
        (void)fputs("\n", to);
    }
    (void)fputs(".fi\n.SH ENVIRONMENT\n.TP\n.B CASUS_PACKS\nfolder of language packs, if no option names one\n"
                ".TP\n.B NO_COLOR\nif set and not empty: no colours, also on a terminal\n",
                to);
}
