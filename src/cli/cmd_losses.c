/* casus losses: who says that who lost what. */
#include "cli/listing.h"

static int run(const casus_command *command, int argc, char **argv)
{
    return casus_listing_run(command, CASUS_LIST_LOSSES, argc, argv);
}

void casus_cmd_losses_options(casus_option options[CASUS_MOST_OPTIONS])
{
    casus_listing_options unused = {0};
    casus_listing_fill(&unused, options);
}

const casus_command casus_cmd_losses = {
    .name = "losses",
    .arguments = "[OPTION...]",
    .summary = "List losses by side and by who tells of them",
    .text = "The latest figure of each claimant for each side; figures of different claimants are never added up.\n",
    .run = run,
};
