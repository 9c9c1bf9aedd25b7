/* A growing byte buffer on the heap, born with a cap. */
#ifndef CASUS_BASE_BUF_H
#define CASUS_BASE_BUF_H

#include "casus/error.h"
#include "casus/str.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct casus_buf {
    char *ptr;
    size_t len;
    size_t room;
    size_t cap;          /* most bytes it may ever hold; below SIZE_MAX / 2 */
    casus_status failed; /* sticky: after a failure nothing more is added */
} casus_buf;

void casus_buf_init(casus_buf *buf, size_t cap);
void casus_buf_free(casus_buf *buf);

/* Empty it, keep the memory (give back what is beyond `keep` bytes), forget a failure. */
void casus_buf_clear(casus_buf *buf, size_t keep);

/* Make room for `more` bytes behind the content and return where they go; NULL on failure. Does not change len. */
char *casus_buf_reserve(casus_buf *buf, size_t more);

void casus_buf_add(casus_buf *buf, const char *bytes, size_t len);

/* As printf, for words and numbers of the program's own; what goes beyond 500 bytes is cut. */
void casus_buf_format(casus_buf *buf, const char *format, ...) CASUS_PRINTF(2, 3);

static inline void casus_buf_add_str(casus_buf *buf, casus_str s)
{
    casus_buf_add(buf, s.ptr, s.len);
}

static inline void casus_buf_add_char(casus_buf *buf, char c)
{
    if (buf->len < buf->room && buf->failed == CASUS_OK) {
        buf->ptr[buf->len++] = c;
    } else {
        casus_buf_add(buf, &c, 1);
    }
}

static inline casus_str casus_buf_str(const casus_buf *buf)
{
    casus_str all = {buf->ptr == NULL ? "" : buf->ptr, buf->len};
    return all;
}

#ifdef __cplusplus
}
#endif

#endif
