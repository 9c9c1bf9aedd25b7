/* One thing of the ledger with all that is known of it: the exact words, who says them, where they stand. */
#ifndef CASUS_REPORT_SHOW_H
#define CASUS_REPORT_SHOW_H

#include "casus/ledger.h"
#include "report/style.h"

typedef enum casus_shown { CASUS_SHOW_CLAIM, CASUS_SHOW_INCIDENT, CASUS_SHOW_DISPUTE, CASUS_SHOW_DOCUMENT } casus_shown;

/* What `id` names: a claim, document, incident or dispute, looked for in this order; false if nothing. */
bool casus_show_find(const casus_ledger *ledger, casus_str id, casus_shown *what, uint32_t *index);

/* Append it for people to read. */
void casus_show_text(const casus_ledger *ledger, casus_shown what, uint32_t index, const casus_style *style,
                     casus_buf *out);

/* Append its JSON object on a line, then those of the claims that it is made of, in order. */
void casus_show_json(const casus_ledger *ledger, casus_shown what, uint32_t index, casus_buf *out);

#endif
