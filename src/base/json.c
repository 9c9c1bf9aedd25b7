/* JSON writer: see json.h. */
#include "base/json.h"

#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <stdio.h>

void casus_json_init(casus_json *json, casus_buf *out)
{
    *json = (casus_json){.out = out};
}

/* The comma before a value, if one is due. */
static void separate(casus_json *json)
{
    uint32_t bit = UINT32_C(1) << json->depth;
    if ((json->filled & bit) != 0) {
        casus_buf_add_char(json->out, ',');
    }
    json->filled |= bit;
}

static void open_level(casus_json *json, char bracket)
{
    separate(json);
    casus_buf_add_char(json->out, bracket);
    if (json->depth + 1 < CASUS_JSON_DEPTH) {
        json->depth++;
    }
    json->filled &= ~(UINT32_C(1) << json->depth);
}

static void close_level(casus_json *json, char bracket)
{
    casus_buf_add_char(json->out, bracket);
    if (json->depth > 0) {
        json->depth--;
    }
}

void casus_json_object(casus_json *json)
{
    open_level(json, '{');
}

void casus_json_object_end(casus_json *json)
{
    close_level(json, '}');
}

void casus_json_array(casus_json *json)
{
    open_level(json, '[');
}

void casus_json_array_end(casus_json *json)
{
    close_level(json, ']');
}

void casus_json_key(casus_json *json, const char *name)
{
    separate(json);
    casus_buf_add_char(json->out, '"');
    casus_buf_add(json->out, name, strlen(name));
    casus_buf_add(json->out, "\":", 2);
    json->filled &= ~(UINT32_C(1) << json->depth); /* its value needs no comma, ... */
}

void casus_json_members(casus_json *json, casus_str members)
{
    if (members.len > 0) {
        separate(json);
        casus_buf_add_str(json->out, members);
    }
}

/* Length of the stretch at the start of `s` that is plain ASCII and needs no escape. */
static size_t plain(const char *s, size_t len)
{
    size_t i = 0;
    while (i < len) {
        unsigned char c = (unsigned char)s[i];
        if (c < 0x20 || c >= 0x7F || c == '"' || c == '\\') {
            break;
        }
        i++;
    }
    return i;
}

static void escape(casus_buf *out, uint32_t c)
{
    static const char shorts[] = "btn\0fr";
    char text[8];
    if (c == '"' || c == '\\') {
        text[0] = '\\';
        text[1] = (char)c;
        casus_buf_add(out, text, 2);
    } else if (c >= 8 && c <= 13 && c != 11) {
        text[0] = '\\';
        text[1] = shorts[c - 8];
        casus_buf_add(out, text, 2);
    } else {
        int n = snprintf(text, sizeof text, "\\u%04x", (unsigned)(c & 0xFFFF));
        casus_buf_add(out, text, (size_t)n);
    }
}

void casus_json_str(casus_json *json, casus_str s)
{
    if (s.ptr == NULL) {
        casus_json_null(json);
        return;
    }
    separate(json);
    casus_buf *out = json->out;
    casus_buf_add_char(out, '"');
    size_t at = 0;
    while (at < s.len) {
        size_t run = plain(s.ptr + at, s.len - at);
        casus_buf_add(out, s.ptr + at, run);
        at += run;
        if (at == s.len) {
            break;
        }
        size_t next = at;
        uint32_t c = casus_utf8_next(s.ptr, s.len, &next);
        /* U+2028 and U+2029 end lines in JavaScript and in many line readers; DEL and C1 steer terminals. */
        if (c < 0x20 || c == '"' || c == '\\' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) {
            escape(out, c);
        } else {
            char bytes[4];
            casus_buf_add(out, bytes, casus_utf8_put(c, bytes));
        }
        at = next;
    }
    casus_buf_add_char(out, '"');
}

void casus_json_int(casus_json *json, int64_t value)
{
    char text[24];
    size_t at = sizeof text;
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do {
        text[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (value < 0) {
        text[--at] = '-';
    }
    separate(json);
    casus_buf_add(json->out, text + at, sizeof text - at);
}

void casus_json_double(casus_json *json, double value)
{
    char text[40];
    int len = 0;
    if (!isfinite(value)) {
        casus_json_null(json);
        return;
    }
    if (value == floor(value) && fabs(value) < 1e15) {
        casus_json_int(json, (int64_t)value);
        return;
    }
    for (int digits = 6; digits <= 17; digits++) {
        len = snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value) {
            break;
        }
    }
    separate(json);
    casus_buf_add(json->out, text, (size_t)len);
}

void casus_json_bool(casus_json *json, bool value)
{
    separate(json);
    if (value) {
        casus_buf_add(json->out, "true", 4);
    } else {
        casus_buf_add(json->out, "false", 5);
    }
}

void casus_json_null(casus_json *json)
{
    separate(json);
    casus_buf_add(json->out, "null", 4);
}
