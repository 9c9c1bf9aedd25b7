/* Who says what: cues, their sources, and the words that each source answers for. */
#ifndef CASUS_EXTRACT_ATTRIBUTION_H
#define CASUS_EXTRACT_ATTRIBUTION_H

#include "extract/quote.h"
#include "extract/role.h"
#include "extract/slot.h"
#include "pack/claim.h"

/* What claims ask of attributions. */
typedef struct casus_voices {
    uint32_t *of; /* [n_word] index of the innermost attribution whose content holds the word; CASUS_NO_ATTRIBUTION */
    casus_quotes quotes;
} casus_voices;

/* Fill doc->attribution, in the order of their cues, and `out`. Cost: linear in the words times the depth of nesting. */
CASUS_MUST_USE casus_status casus_extract__attributions(casus_view *view, const casus_heads *heads, casus_voices *out,
                                                        casus_error *err);

#endif
