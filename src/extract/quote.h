/* Stretches between quotation marks. */
#ifndef CASUS_EXTRACT_QUOTE_H
#define CASUS_EXTRACT_QUOTE_H

#include "extract/view.h"

#define CASUS_NO_QUOTE UINT32_MAX

typedef struct casus_quotes {
    uint32_t *of;          /* [n_word] the quote that the word stands in; CASUS_NO_QUOTE: none. Marks belong to none */
    uint32_t *begin, *end; /* [n] words, half-open, marks left out */
    bool *goes_on;         /* [n] it was left open, and the next quote takes it up in the next paragraph */
    uint32_t n;
} casus_quotes;

/*
 * Find the quotes of the document. One that is not closed at the end of its paragraph goes on if the next paragraph
 * opens one again; else it ends with its sentence. Cost: linear.
 */
CASUS_MUST_USE casus_status casus_quotes_find(const casus_view *view, casus_quotes *out, casus_error *err);

#endif
