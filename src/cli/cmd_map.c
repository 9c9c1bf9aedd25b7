/* casus map: the dossier's map alone. */
#include "cli/commands.h"
#include "cli/page.h"

static casus_status write_map(const casus_ledger *ledger, casus_dossier_options *page, void *payload, casus_buf *out,
                              casus_error *err)
{
    (void)payload;
    return casus_dossier_picture(ledger, page, CASUS_PICTURE_MAP, out, err);
}

static int run(const casus_command *command, int argc, char **argv)
{
    casus_page_options a = {0};
    casus_option options[CASUS_MOST_OPTIONS];
    casus_page_fill(&a, options);
    return casus_page_run(command, options, &a, write_map, NULL, argc, argv);
}

void casus_cmd_map_options(casus_option options[CASUS_MOST_OPTIONS])
{
    casus_page_options a = {0};
    casus_page_fill(&a, options);
}

const casus_command casus_cmd_map = {
    .name = "map",
    .arguments = "[OPTION...]",
    .summary = "Draw the places of incidents on a map (SVG)",
    .text = "A picture that stands alone: a sign for each place, the larger the more independent sources tell of it.\n"
            "Borders are Natural Earth's; those in dispute are dashed.\n",
    .run = run,
};
