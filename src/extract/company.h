/* What a text is about, as far as its words and those it names show: which words may name events at all. */
#ifndef CASUS_EXTRACT_COMPANY_H
#define CASUS_EXTRACT_COMPANY_H

#include "extract/role.h"

/* Longer texts must show by their words that they are about conflict. A sentence or two hold too few words for that. */
enum { CASUS_MOST_SHORT_SENTENCES = 2, CASUS_MOST_SHORT_BYTES = 800 };

typedef enum casus_company {
    CASUS_COMPANY_NONE,     /* words of other fields, or nothing */
    CASUS_COMPANY_DEALINGS, /* a short text that names more states, governments, armed groups than other fields' words */
    CASUS_COMPANY_POLITICS, /* a short text that names some, and no other field */
    CASUS_COMPANY_CONFLICT  /* words of conflict, more than of other fields */
} casus_company;

/* Needs doc->actor and doc->mention for short texts. Cost: linear in words and mentions. */
casus_company casus_company_of(const casus_view *view);

/*
 * Whether a claim of that type is likely in a text of that company. Where the text as a whole shows little, somebody in its
 * roles must have a country or be a political actor; for words of force, which politics and sport borrow, be armed; and for what
 * governments do every day more than one of them must be named.
 */
bool casus_company_holds(const casus_view *view, casus_company company, casus_event_type type, const casus_cast *actor,
                         const casus_cast *recipient);

#endif
