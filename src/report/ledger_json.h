/* Rows of the ledger as JSON (docs/ledger.md): each call appends one object and a line feed. */
#ifndef CASUS_REPORT_LEDGER_JSON_H
#define CASUS_REPORT_LEDGER_JSON_H

#include "base/buf.h"
#include "casus/ledger.h"

void casus_json_of_claim(const casus_ledger *ledger, uint32_t index, casus_buf *out);
void casus_json_of_incident(const casus_ledger *ledger, uint32_t index, casus_buf *out);
void casus_json_of_dispute(const casus_ledger *ledger, uint32_t index, casus_buf *out);
void casus_json_of_loss(const casus_ledger *ledger, uint32_t index, casus_buf *out);
void casus_json_of_state(const casus_ledger *ledger, uint32_t index, casus_buf *out);
void casus_json_of_document(const casus_ledger *ledger, uint32_t index, casus_buf *out);

/* An incident with the member `day` before its own: the day that the timeline lists it on, or null. */
void casus_json_of_day(const casus_ledger *ledger, uint32_t incident, casus_buf *out);

#endif
