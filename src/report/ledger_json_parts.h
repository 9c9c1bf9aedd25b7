/* What several rows of the ledger have in common, as JSON members. */
#ifndef CASUS_REPORT_LEDGER_JSON_PARTS_H
#define CASUS_REPORT_LEDGER_JSON_PARTS_H

#include "base/json.h"
#include "casus/ledger.h"

void casus_json__actor(casus_json *json, const casus_ledger *ledger, const char *name, uint32_t actor); /* or null */
void casus_json__actors(casus_json *json, const casus_ledger *ledger, const char *name, casus_indices list);
void casus_json__place(casus_json *json, const casus_ledger *ledger, const char *name, uint32_t place); /* or null */
void casus_json__places(casus_json *json, const casus_ledger *ledger, const char *name, casus_indices list);
void casus_json__claims(casus_json *json, const casus_ledger *ledger, const char *name, casus_indices list);
void casus_json__incident(casus_json *json, const casus_ledger *ledger, uint32_t incident); /* its id, or null */
void casus_json__number(casus_json *json, const char *name, double value);

#endif
