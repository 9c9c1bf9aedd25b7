/* Members of a JSON object, fast: simdjson behind a C face. What it does not take is left to the strict reader. */
#ifndef CASUS_INGEST_JSON_FAST_H
#define CASUS_INGEST_JSON_FAST_H

#include "casus/str.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct casus_json_fast casus_json_fast; /* a thread's scratch */

casus_json_fast *casus_json_fast_new(void); /* NULL without memory */
void casus_json_fast_free(casus_json_fast *fast);

/*
 * Read the members `name` (at most 16) of the object in `bytes` into `value`: strings, and whole numbers as written;
 * absent and null members are absent. False, and `value` undefined, if the bytes are no sound JSON object, or one of
 * these members is something else: the caller then asks a reader that tells why. Values live until the next call.
 */
bool casus_json_fast_read(casus_json_fast *fast, const char *bytes, size_t len, const char *const *name, size_t n_name,
                          casus_str *value);

#ifdef __cplusplus
}
#endif
#endif
