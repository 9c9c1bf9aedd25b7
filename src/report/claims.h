/* A document's claims for people: a block each, the source first. */
#ifndef CASUS_REPORT_CLAIMS_H
#define CASUS_REPORT_CLAIMS_H

#include "casus/record.h"
#include "report/style.h"

void casus_report_claims(const casus_doc *doc, const casus_style *style, casus_buf *out);

/* One claim's block, indented; also for what explains it. */
void casus_report_claim(const casus_doc *doc, const casus_claim *claim, const casus_style *style, casus_buf *out);

/* The parts of blocks: a name before a value, in faint; an actor with country and sectors. */
void casus_report_label(const casus_style *style, const char *name, casus_buf *out);
void casus_report_actor(const casus_actor *actor, casus_colour colour, const casus_style *style, casus_buf *out);

/* The document's name, outlet, day and title on one line. */
void casus_report_heading(const casus_doc *doc, const casus_style *style, casus_buf *out);

#endif
