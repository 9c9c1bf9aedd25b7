/* Claims and attributions as JSON members. */
#ifndef CASUS_RECORD_WRITE_CLAIMS_H
#define CASUS_RECORD_WRITE_CLAIMS_H

#include "base/json.h"
#include "casus/record.h"

void casus_record__write_claims(casus_json *json, const casus_doc *doc);
void casus_record__write_attributions(casus_json *json, const casus_doc *doc);

#endif
