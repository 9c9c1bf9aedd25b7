/* Mending what the parser gets wrong in headline-like sentences, before rules look at the tree. */
#ifndef CASUS_EXTRACT_VIEW_REPAIR_H
#define CASUS_EXTRACT_VIEW_REPAIR_H

#include "extract/view.h"

/*
 * A finite verb that was hung on its own subject as a participle ('Malian drones struck the village') becomes the head of
 * its clause. Only heads and relations of view->word change, not the document's. Cost: linear.
 */
void casus_view_repair(casus_view *view);

/*
 * Content clauses that were hung on a noun as if they modified it, participles under their own auxiliary, and finite
 * verbs coordinated with what they cannot share a helper with. As above. Cost: linear in words times sentence length.
 */
void casus_view_repair_clauses(casus_view *view);

#endif
