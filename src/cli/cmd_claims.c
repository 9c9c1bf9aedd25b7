/* casus claims: what each document claims. */
#include "cli/listing.h"

static int run(const casus_command *command, int argc, char **argv)
{
    return casus_listing_run(command, CASUS_LIST_CLAIMS, argc, argv);
}

void casus_cmd_claims_options(casus_option options[CASUS_MOST_OPTIONS])
{
    casus_listing_options unused = {0};
    casus_listing_fill(&unused, options);
}

const casus_command casus_cmd_claims = {
    .name = "claims",
    .arguments = "[OPTION...]",
    .summary = "List the claims of all documents in a store",
    .text = "A claim is one event that a text reports, with who is said to have done what to whom, and who says so. "
            "Each stands\n"
            "with the incident that it tells of. An incident, dispute, loss or state passes a filter if a claim of it "
            "does.\n",
    .run = run,
};
