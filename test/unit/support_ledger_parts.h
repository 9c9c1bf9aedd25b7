/* Reading the parts of a line of support_ledger.h. What cannot be read fails the test. Internal to support_ledger*.c. */
#ifndef CASUS_TEST_SUPPORT_LEDGER_PARTS_H
#define CASUS_TEST_SUPPORT_LEDGER_PARTS_H

#include "support_ledger.h"

/* What is read of one line's documents, before they are put in order. */
typedef struct test_reading {
    casus_ledger *ledger;
    const char *line; /* for the message when it cannot be read */
    uint32_t sentence;
} test_reading;

void test_ledger_wrong(const test_reading *r, const char *what);

/* A copy of text[0..len) with '_' as space; "-" is absent. */
casus_str test_ledger_copy(test_reading *r, const char *text, size_t len);

/* The next part of *rest up to `sign`; false at the end. */
bool test_ledger_part(casus_str *rest, char sign, casus_str *out);

/* YYYY[-MM[-DD[Thh:mm]]]; without a number no date. */
casus_date test_ledger_date(casus_str s);

/* An actor and a place, as indices of the ledger's. */
uint32_t test_ledger_actor(test_reading *r, casus_str s);
uint32_t test_ledger_place(test_reading *r, casus_str s);

/* What `one` makes of each of the parts of `s` between signs. */
casus_indices test_ledger_list(test_reading *r, casus_str s, char sign, uint32_t (*one)(test_reading *, casus_str));

void test_ledger_quantities(test_reading *r, casus_ledger_claim *claim, casus_str outcome, casus_str s);
void test_ledger_fact(test_reading *r, casus_ledger_claim *claim, casus_str s);
void test_ledger_tense(test_reading *r, casus_ledger_claim *claim, casus_str s);

#endif
