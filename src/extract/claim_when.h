/* Where the time of a claim lies, seen from the day of publication and from the claims before. */
#ifndef CASUS_EXTRACT_CLAIM_WHEN_H
#define CASUS_EXTRACT_CLAIM_WHEN_H

#include "extract/view.h"

/* Whether the claim's time lies so long before publication that it is told as history. */
bool casus_is_history(const casus_doc *doc, const casus_claim *claim);

/* Whether it lies wholly after the day of publication. */
bool casus_is_to_come(const casus_doc *doc, const casus_claim *claim);

/*
 * The dead and wounded that are told without a time, by the same teller, have that of the attack told right before. Cost:
 * linear, but for the sentence before.
 */
void casus_claims_carry_time(const casus_view *view);

#endif
