/* The finders of mentions, in the order they run: each fills its list of view->doc. */
#ifndef CASUS_EXTRACT_MENTION_H
#define CASUS_EXTRACT_MENTION_H

#include "extract/view.h"

/* doc->timex; marks the words of each as taken. */
CASUS_MUST_USE casus_status casus_extract__times(casus_view *view, casus_error *err);

/* doc->place. */
CASUS_MUST_USE casus_status casus_extract__places(casus_view *view, casus_error *err);

/* doc->actor and doc->mention; needs doc->place. */
CASUS_MUST_USE casus_status casus_extract__actors(casus_view *view, casus_error *err);

/* doc->quantity; needs doc->timex, doc->actor and doc->mention. */
CASUS_MUST_USE casus_status casus_extract__quantities(casus_view *view, casus_error *err);

#endif
