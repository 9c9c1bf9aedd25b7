/* One JSON object as a document (docs/record.md, Input documents). */
#ifndef CASUS_INGEST_JSON_DOC_H
#define CASUS_INGEST_JSON_DOC_H

#include "ingest/format.h"
#include "ingest/json_fast.h"

/*
 * Fill doc->raw from the field `text`, or `html` if there is no text; meta and id from the others, where they are
 * given. Unknown fields are passed over.
 *
 * Errors   CASUS_EINPUT: no JSON object, a known field that is no string, neither text nor html.
 */
casus_status casus_json_doc(casus_json_fast *fast, const casus_input *input, casus_doc *doc, casus_meta *meta,
                            casus_form *form, casus_str *id, casus_error *err);

#endif
