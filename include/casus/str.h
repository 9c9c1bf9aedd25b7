/* A view of bytes (UTF-8 unless said otherwise) that somebody else owns. */
#ifndef CASUS_STR_H
#define CASUS_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct casus_str {
    const char *ptr; /* NULL: absent, which is not the same as empty */
    size_t len;      /* bytes */
} casus_str;

#define CASUS_STR(literal) ((casus_str){(literal), sizeof(literal) - 1})
#define CASUS_STR_NULL ((casus_str){NULL, 0})
/* For printf's "%.*s". */
#define CASUS_STR_ARG(s) (int)(s).len, (s).ptr

static inline casus_str casus_str_of(const char *text)
{
    casus_str s = {text, text == NULL ? 0 : strlen(text)};
    return s;
}

static inline bool casus_str_eq(casus_str a, casus_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool casus_str_starts(casus_str s, casus_str prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

static inline bool casus_str_ends(casus_str s, casus_str suffix)
{
    return s.len >= suffix.len &&
           (suffix.len == 0 || memcmp(s.ptr + (s.len - suffix.len), suffix.ptr, suffix.len) == 0);
}

/* The bytes [begin, end) of `s`; both are cut to its length. */
static inline casus_str casus_str_slice(casus_str s, size_t begin, size_t end)
{
    if (end > s.len) {
        end = s.len;
    }
    if (begin > end) {
        begin = end;
    }
    casus_str part = {s.ptr == NULL ? NULL : s.ptr + begin, end - begin};
    return part;
}

/* Without the ASCII white space at both ends. */
static inline casus_str casus_str_trim(casus_str s)
{
    while (s.len > 0 && (unsigned char)s.ptr[0] <= ' ') {
        s.ptr++;
        s.len--;
    }
    while (s.len > 0 && (unsigned char)s.ptr[s.len - 1] <= ' ') {
        s.len--;
    }
    return s;
}

#endif
