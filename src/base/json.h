/* A JSON writer that always writes valid UTF-8 and valid JSON text for strings (RFC 8259). */
#ifndef CASUS_BASE_JSON_H
#define CASUS_BASE_JSON_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

enum { CASUS_JSON_DEPTH = 32 };

typedef struct casus_json {
    casus_buf *out;
    uint32_t filled; /* a bit per level: something was written there, a comma is due */
    unsigned depth;
} casus_json;

void casus_json_init(casus_json *json, casus_buf *out);
void casus_json_object(casus_json *json);     /* { */
void casus_json_object_end(casus_json *json); /* } */
void casus_json_array(casus_json *json);      /* [ */
void casus_json_array_end(casus_json *json);  /* ] */

/* A member's name, a plain ASCII literal that needs no escape. */
void casus_json_key(casus_json *json, const char *name);

/* Members of an object that was written before, without its braces; none if it is empty. */
void casus_json_members(casus_json *json, casus_str members);

void casus_json_str(casus_json *json, casus_str s); /* absent: null; bytes that are no UTF-8: U+FFFD */
void casus_json_int(casus_json *json, int64_t value);
void casus_json_double(casus_json *json, double value); /* shortest that reads back the same; not finite: null */
void casus_json_bool(casus_json *json, bool value);
void casus_json_null(casus_json *json);

#endif
