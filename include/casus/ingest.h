/* Bytes in, documents out: formats, charsets, page furniture, metadata, language. */
#ifndef CASUS_INGEST_H
#define CASUS_INGEST_H

#include "casus/error.h"
#include "casus/pack.h"
#include "casus/record.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a reader is asked for and may take. 0 or NULL means the default. */
typedef struct casus_ingest_options {
    const char *published; /* ISO 8601, cut to any precision: overrides what the documents say */
    const char *outlet;    /* overrides */
    const char *language;  /* BCP 47: overrides */
    size_t max_document;   /* bytes of one document, decompressed; default 32 MB */
    size_t max_stream;     /* bytes of one compressed file, decompressed; default 64 GB */
    bool as_is;            /* nothing is cut and no head is looked for: text is to be split, not read as an article */
    unsigned max_ratio;    /* decompressed to compressed, beyond the first MB; default 200 */
} casus_ingest_options;

typedef enum casus_form {
    CASUS_FORM_TEXT, /* `bytes` is plain text */
    CASUS_FORM_HTML, /* `bytes` is a page */
    CASUS_FORM_JSON  /* `bytes` is one JSON object (record.md, Input documents) */
} casus_form;

/* One document as it came, before anything in it is understood. Strings are owned by `arena`. */
typedef struct casus_input {
    casus_arena arena;
    casus_form form;
    char *bytes; /* the document's bytes; owned, reused */
    size_t n_byte, room;
    casus_str place;   /* for messages: 'FILE', 'FILE:LINE', 'FILE#RECORD' */
    casus_str id;      /* what to call it if it does not name itself */
    casus_str charset; /* as declared outside the document (HTTP header, XML); absent if not */
    casus_str url, outlet, published, title, language; /* as declared outside the document; absent if not */
} casus_input;

CASUS_API void casus_input_init(casus_input *input);
CASUS_API void casus_input_free(casus_input *input);

/* A stream of documents from files, folders (walked, in byte order of their names) and '-' (standard input). */
typedef struct casus_reader casus_reader;

/**
 * Owns     *out is the caller's; release with casus_reader_close (NULL is a no-op). `path` and `options` are borrowed
 *          until then.
 */
CASUS_API CASUS_MUST_USE casus_status casus_reader_open(const char *const *path, size_t n_path,
                                                        const casus_ingest_options *options, casus_reader **out,
                                                        casus_error *err);
CASUS_API void casus_reader_close(casus_reader *reader);

/**
 * The next document's bytes, split from their container, not yet decoded.
 *
 * Errors   CASUS_END: no more. CASUS_EIO, CASUS_EINPUT, CASUS_ELIMIT: err->file says where (place), err->msg why; the
 *          reader has moved on, call again. CASUS_ENOMEM: call no more.
 * Cost     linear; holds at most one document and a small window of the stream.
 */
CASUS_API CASUS_MUST_USE casus_status casus_reader_next(casus_reader *reader, casus_input *input, casus_error *err);

/* What one thread needs to understand documents; reused from document to document. */
typedef struct casus_ingest casus_ingest;

CASUS_API CASUS_MUST_USE casus_status casus_ingest_open(const casus_packs *packs, const casus_ingest_options *options,
                                                        casus_ingest **out, casus_error *err);
CASUS_API void casus_ingest_close(casus_ingest *ingest);

/**
 * Decode, clean and date one document: fills `doc` up to its segments (no sentences or words).
 *
 * Errors   CASUS_EINPUT (malformed JSON, binary data, nothing to read), CASUS_ELIMIT, CASUS_ENOMEM; err->file is
 *          input->place. `doc` is left cleared then.
 * Source   contract: docs/record.md
 */
CASUS_API CASUS_MUST_USE casus_status casus_ingest_run(casus_ingest *ingest, const casus_input *input, casus_doc *doc,
                                                       casus_error *err);

#ifdef __cplusplus
}
#endif
#endif
