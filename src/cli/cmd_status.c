/* casus status: ceasefires, control of places, mobilisation, martial law. */
#include "cli/listing.h"

static int run(const casus_command *command, int argc, char **argv)
{
    return casus_listing_run(command, CASUS_LIST_STATUS, argc, argv);
}

void casus_cmd_status_options(casus_option options[CASUS_MOST_OPTIONS])
{
    casus_listing_options unused = {0};
    casus_listing_fill(&unused, options);
}

const casus_command casus_cmd_status = {
    .name = "status",
    .arguments = "[OPTION...]",
    .summary = "List ceasefires, who holds what, mobilisation and martial law",
    .text = "Each with who says so; sources that disagree each have a row of their own.\n",
    .run = run,
};
