/* How the claims of one document stand to each other. */
#ifndef CASUS_EXTRACT_LINK_H
#define CASUS_EXTRACT_LINK_H

#include "extract/view.h"

/*
 * Fill the links of doc->claim: a denial to the claim that it denies, a figure to the one whose place it takes, and
 * what is told again to where it was told first. Cost: linear, since claims far apart are not compared.
 */
void casus_extract__links(const casus_view *view);

#endif
