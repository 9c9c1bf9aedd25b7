/* The bytes of one file, decompressed as they are read: gzip and zstd are seen by their magic, one within the other too. */
#ifndef CASUS_INGEST_STREAM_H
#define CASUS_INGEST_STREAM_H

#include "casus/ingest.h"

#include <stdbool.h>

typedef struct casus_stream casus_stream;

/* Limits against bombs; see casus_ingest_options. */
typedef struct casus_stream_limits {
    uint64_t most;  /* bytes, decompressed */
    unsigned ratio; /* decompressed to compressed, beyond the first MB */
} casus_stream_limits;

/*
 * Read from `fd` (the stream's: closed by casus_stream_close). `name` (borrowed) is for messages. NULL without memory.
 */
casus_stream *casus_stream_open(int fd, const char *name, casus_stream_limits limits);
void casus_stream_close(casus_stream *stream); /* NULL is a no-op */

/*
 * Unread bytes, at least `want` unless the stream ends before (or `want` is above CASUS_STREAM_WINDOW).
 * Errors: CASUS_EIO, CASUS_EINPUT (damaged, cut short), CASUS_ELIMIT (a bomb); *out then holds what can still be read,
 * and the same error comes again once that is used up.
 */
enum { CASUS_STREAM_WINDOW = 256 * 1024 };
casus_status casus_stream_peek(casus_stream *stream, size_t want, casus_str *out, casus_error *err);

/* Pass over `len` of the bytes that peek gave. */
void casus_stream_skip(casus_stream *stream, size_t len);

/* Whether a fault ended the stream and nothing is left to read. */
bool casus_stream_failed(const casus_stream *stream);

/* Bytes read so far, decompressed. */
uint64_t casus_stream_position(const casus_stream *stream);

#endif
