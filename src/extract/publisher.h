/* Who 'we' is where nobody is quoted: the body that publishes the text. */
#ifndef CASUS_EXTRACT_PUBLISHER_H
#define CASUS_EXTRACT_PUBLISHER_H

#include "extract/view.h"

/*
 * The actor that the document's outlet is, index in doc->actor: a ministry, an army or a group that publishes its own
 * statements. CASUS_NO_ACTOR: the outlet is press, which tells what others do, or nobody known, or memory is short.
 */
uint32_t casus_publisher(const casus_view *view);

#endif
