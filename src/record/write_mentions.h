/* The layers of mentions as JSON members. */
#ifndef CASUS_RECORD_WRITE_MENTIONS_H
#define CASUS_RECORD_WRITE_MENTIONS_H

#include "base/json.h"
#include "casus/record.h"

/* Write those of the members times, places, actors, quantities that `layers` (casus_layer) names. */
void casus_record__write_mentions(casus_json *json, const casus_doc *doc, unsigned layers);

#endif
