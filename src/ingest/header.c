/* Header fields: see header.h. Source: RFC 9110, RFC 9112; ISO 28500 (WARC). */
#include "ingest/header.h"

#include <strings.h>

size_t casus_header_length(casus_str bytes)
{
    for (size_t i = 0; i + 1 < bytes.len; i++) {
        if (bytes.ptr[i] != '\n') {
            continue;
        }
        if (bytes.ptr[i + 1] == '\n') {
            return i + 2;
        }
        if (bytes.ptr[i + 1] == '\r' && i + 2 < bytes.len && bytes.ptr[i + 2] == '\n') {
            return i + 3;
        }
    }
    return 0;
}

casus_str casus_header_field(casus_str header, const char *name)
{
    size_t len = strlen(name);
    size_t at = 0;
    while (at < header.len) {
        const char *end = memchr(header.ptr + at, '\n', header.len - at);
        size_t next = end == NULL ? header.len : (size_t)(end - header.ptr) + 1;
        casus_str line = casus_str_slice(header, at, next);
        if (line.len > len && line.ptr[len] == ':' && strncasecmp(line.ptr, name, len) == 0) {
            return casus_str_trim(casus_str_slice(line, len + 1, line.len));
        }
        at = next;
    }
    return CASUS_STR_NULL;
}

bool casus_header_number(casus_str value, unsigned long long *number)
{
    *number = 0;
    for (size_t i = 0; i < value.len; i++) {
        if (value.ptr[i] < '0' || value.ptr[i] > '9' || i >= 18) {
            return false;
        }
        *number = *number * 10 + (unsigned long long)(value.ptr[i] - '0');
    }
    return value.len > 0;
}

casus_str casus_header_charset(casus_str content_type)
{
    static const char key[] = "charset=";
    size_t len = sizeof key - 1;
    for (size_t i = 0; i + len <= content_type.len; i++) {
        if (strncasecmp(content_type.ptr + i, key, len) == 0) {
            casus_str value = casus_str_slice(content_type, i + len, content_type.len);
            if (value.len > 0 && (value.ptr[0] == '"' || value.ptr[0] == '\'')) {
                value = casus_str_slice(value, 1, value.len);
            }
            size_t end = 0;
            while (end < value.len && strchr("\"'; \t", value.ptr[end]) == NULL) {
                end++;
            }
            return casus_str_slice(value, 0, end);
        }
    }
    return CASUS_STR_NULL;
}
