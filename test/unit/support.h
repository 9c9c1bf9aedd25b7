/* What the tests share: a document from bytes, as casus read makes it. */
#ifndef CASUS_TEST_SUPPORT_H
#define CASUS_TEST_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "casus/casus.h"
#include "pipeline/worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The packs of the repository; loaded once, released by test_close. */
const casus_packs *test_packs(void);
void test_close(void);

/*
 * Read `bytes` as a document of that form in `language` (NULL: to be found out) and give it; it lives until the next
 * call. Fails the test if it cannot be read.
 */
const casus_doc *test_read(casus_form form, const char *bytes, const char *language);

/* The same, but gives the status, and the message in *err. */
casus_status test_try(casus_form form, const char *bytes, size_t len, const char *language, casus_error *err);

/* The document last read. */
const casus_doc *test_last(void);

/* The sentences of the document last read, white space folded, each followed by " | "; lives until the next call. */
const char *test_sentences(const casus_doc *doc);

/* The words of the document last read, each followed by a space; lives until the next call. */
const char *test_words(const casus_doc *doc);

/* The date of publication with its precision's letters, or "-". */
const char *test_published(const casus_doc *doc);

/* `s` zero-terminated; "-" if it is absent. Lives until the next call. */
const char *test_str(casus_str s);

#endif
