/* Checks of records, as casus read prints them, against docs/record.md. */
#ifndef CASUS_TEST_SUPPORT_RECORD_H
#define CASUS_TEST_SUPPORT_RECORD_H

#include "support.h"

#include <jansson.h>

/*
 * The number of faults of a record with all layers; *first tells the first of them as 'ID: what: where' and lives until
 * the next call.
 */
unsigned test_record_faults(const json_t *record, const char **first);

#endif
