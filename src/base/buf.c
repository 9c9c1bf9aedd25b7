/* Growing buffers: see buf.h. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALLEST = 256 };

void casus_buf_init(casus_buf *buf, size_t cap)
{
    *buf = (casus_buf){.cap = cap};
}

void casus_buf_free(casus_buf *buf)
{
    free(buf->ptr);
    *buf = (casus_buf){.cap = buf->cap};
}

void casus_buf_clear(casus_buf *buf, size_t keep)
{
    if (buf->room > keep) {
        casus_buf_free(buf);
    }
    buf->len = 0;
    buf->failed = CASUS_OK;
}

char *casus_buf_reserve(casus_buf *buf, size_t more)
{
    if (buf->failed != CASUS_OK) {
        return NULL;
    }
    if (more > buf->cap || buf->len > buf->cap - more) {
        buf->failed = CASUS_ELIMIT;
        return NULL;
    }
    size_t need = buf->len + more;
    if (need > buf->room) {
        size_t room = buf->room < SMALLEST ? SMALLEST : buf->room;
        while (room < need) {
            room *= 2; /* cap is far below SIZE_MAX / 2, and need is within it */
        }
        room = room > buf->cap ? buf->cap : room;
        char *grown = realloc(buf->ptr, room);
        if (grown == NULL) {
            buf->failed = CASUS_ENOMEM;
            return NULL;
        }
        buf->ptr = grown;
        buf->room = room;
    }
    return buf->ptr == NULL ? NULL : buf->ptr + buf->len;
}

void casus_buf_add(casus_buf *buf, const char *bytes, size_t len)
{
    if (len == 0) {
        return;
    }
    char *to = casus_buf_reserve(buf, len);
    if (to != NULL) {
        memcpy(to, bytes, len);
        buf->len += len;
    }
}

void casus_buf_format(casus_buf *buf, const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    int len = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (len > 0) {
        casus_buf_add(buf, text, (size_t)len < sizeof text ? (size_t)len : sizeof text - 1);
    }
}
