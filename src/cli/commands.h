/* All commands of the program, one file each. */
#ifndef CASUS_CLI_COMMANDS_H
#define CASUS_CLI_COMMANDS_H

#include "cli/option.h"

enum { CASUS_MOST_OPTIONS = 24 };

extern const casus_command casus_cmd_read;
extern const casus_command casus_cmd_parse;
extern const casus_command casus_cmd_explain;
extern const casus_command casus_cmd_pack;
extern const casus_command casus_cmd_add;
extern const casus_command casus_cmd_claims;
extern const casus_command casus_cmd_report;
extern const casus_command casus_cmd_map;
extern const casus_command casus_cmd_incidents;
extern const casus_command casus_cmd_disputes;
extern const casus_command casus_cmd_losses;
extern const casus_command casus_cmd_timeline;
extern const casus_command casus_cmd_status;
extern const casus_command casus_cmd_show;
extern const casus_command casus_cmd_check;
extern const casus_command casus_cmd_snapshot;
extern const casus_command casus_cmd_merge;
extern const casus_command casus_cmd_split;

/* The option that names the store, as a row of a command's table; `into` is a const char **, NULL if it is not given. */
#define CASUS_STORE_OPTION(into)                                                                       \
    {                                                                                                  \
        "store", '\0', CASUS_OPTION_TEXT, "FILE", "where the ledger is kept (default: casus.db)", into \
    }
#define CASUS_STORE_DEFAULT "casus.db"

/* The rows of a command's options, for help and the manual page: their `into` leads nowhere. */
void casus_cmd_read_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_parse_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_explain_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_pack_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_add_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_claims_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_report_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_map_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_incidents_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_disputes_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_losses_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_timeline_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_status_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_show_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_check_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_snapshot_options(casus_option options[CASUS_MOST_OPTIONS]);
void casus_cmd_decide_options(casus_option options[CASUS_MOST_OPTIONS]); /* of merge and split */

#endif
