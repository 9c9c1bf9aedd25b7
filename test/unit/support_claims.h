/* Text to claims without files, and tables of rows, for tests that are one row each. */
#ifndef CASUS_TEST_SUPPORT_CLAIMS_H
#define CASUS_TEST_SUPPORT_CLAIMS_H

#include "support.h"

#include "pipeline/models.h"

/* What a text needs on its way to claims; opened once for a program. */
typedef struct test_bench {
    casus_models *models;
    casus_parsers parsers;
    casus_world *world;
    casus_extractor *extractor;
    casus_doc doc; /* of the last text */
} test_bench;

/* False after a line on standard error. */
bool test_bench_open(test_bench *bench);
void test_bench_close(test_bench *bench);

/* A document of nothing but this text, for more to be set before test_bench_run. Text and language are borrowed. */
casus_doc *test_bench_text(test_bench *bench, const char *language, const char *text);

/* Parse it and find its claims; fails the test if that cannot be done. */
void test_bench_run(test_bench *bench);

enum { TEST_MOST_FIELDS = 8, TEST_ROW_ROOM = 2048 };

/* A row of a table: comment lines begin with '#', the first other line names the columns. */
typedef struct test_row {
    test_bench *bench;
    char language[8];
    char bytes[TEST_ROW_ROOM];
    const char *field[TEST_MOST_FIELDS]; /* within bytes */
} test_row;

/*
 * Append the rows of test/FOLDER/LANGUAGE.tsv, for English and Dutch, to row[room]: how many there are. A table that is
 * not there, a row without `n_field` fields or more rows than there is room for end the program: no test goes missing.
 */
size_t test_rows_read(const char *folder, unsigned n_field, test_bench *bench, test_row *row, size_t room);

#endif
