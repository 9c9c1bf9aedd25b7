/* casus disputes: where claims contradict one another. */
#include "cli/listing.h"

static int run(const casus_command *command, int argc, char **argv)
{
    return casus_listing_run(command, CASUS_LIST_DISPUTES, argc, argv);
}

void casus_cmd_disputes_options(casus_option options[CASUS_MOST_OPTIONS])
{
    casus_listing_options unused = {0};
    casus_listing_fill(&unused, options);
}

const casus_command casus_cmd_disputes = {
    .name = "disputes",
    .arguments = "[OPTION...]",
    .summary = "List what sources contradict one another about",
    .text = "Each dispute has a question (happened, actor, quantity, control, time, place) and the answers to it, each "
            "with those\n"
            "who give it. A source's later figure replaces its earlier one and is no dispute.\n",
    .run = run,
};
