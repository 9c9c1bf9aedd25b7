/* casus incidents: what happened, as told by one or more claims. */
#include "cli/listing.h"

static int run(const casus_command *command, int argc, char **argv)
{
    return casus_listing_run(command, CASUS_LIST_INCIDENTS, argc, argv);
}

void casus_cmd_incidents_options(casus_option options[CASUS_MOST_OPTIONS])
{
    casus_listing_options unused = {0};
    casus_listing_fill(&unused, options);
}

const casus_command casus_cmd_incidents = {
    .name = "incidents",
    .arguments = "[OPTION...]",
    .summary = "List the incidents that the claims tell of",
    .text = "An incident is one happening in the world, told by claims of one or more documents. Outlets that repeat "
            "one another\n"
            "or the same agency count once as independent.\n",
    .run = run,
};
