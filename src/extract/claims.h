/* Claims from everything that was found: see docs/record.md. */
#ifndef CASUS_EXTRACT_CLAIMS_H
#define CASUS_EXTRACT_CLAIMS_H

#include "extract/attribution.h"

/* Fill doc->claim (and doc->attribution); needs all mentions. Cost: linear in the words. */
CASUS_MUST_USE casus_status casus_extract__claims(casus_view *view, casus_error *err);

#endif
