/* What the tests of the store share: a store in a file of its own, and documents made by hand. */
#ifndef CASUS_TEST_SUPPORT_STORE_H
#define CASUS_TEST_SUPPORT_STORE_H

#include "support.h"

#include "store/store.h"

/* An empty folder's file name for a store; the same until test_store_forget removes what is there. */
const char *test_store_path(void);
void test_store_forget(void);

/* Open it, or fail the test. */
casus_store *test_store_open(casus_store_mode mode);

/* A document with one claim, whose quote and trigger are all of `text`: `actor` did something in Goma. */
typedef struct test_document {
    const char *id, *version, *text, *actor;
} test_document;

/* Put it into the store at the path, in an opening of its own; gives what became of it. */
casus_store_counts test_store_add(test_document document);

/* The claims that the store lists at `snapshot` (NULL: now): 'ID:ACTOR:QUOTE' each, spaces between. */
const char *test_store_claims(const char *snapshot);

/* Statements on the file itself, and the number that the last one gives. */
long long test_store_sql(const char *sql);

#endif
