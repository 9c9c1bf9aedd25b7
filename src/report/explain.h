/* A document with the origin of every value: mentions marked in the text, then each with the rule that made it. */
#ifndef CASUS_REPORT_EXPLAIN_H
#define CASUS_REPORT_EXPLAIN_H

#include "casus/record.h"
#include "report/style.h"

void casus_report_explain(const casus_doc *doc, const casus_style *style, casus_buf *out);

#endif
