/* All commands of the program, one file each. */
#ifndef CASUS_CLI_COMMANDS_H
#define CASUS_CLI_COMMANDS_H

#include "cli/option.h"

enum { CASUS_MOST_OPTIONS = 24 };

extern const casus_command casus_cmd_read;
extern const casus_command casus_cmd_parse;
extern const casus_command casus_cmd_explain;
extern const casus_command casus_cmd_pack;

/* The rows of a command's options, for help and the manual page: their `into` leads nowhere. */
void casus_cmd_read_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_parse_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_explain_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_pack_options(casus_option options[CASUS_MOST_OPTIONS]);

#endif
