/* Containers: what splits files into documents. reader.c holds the stack of folders and files, the others one form each. */
#ifndef CASUS_INGEST_READER_H
#define CASUS_INGEST_READER_H

#include "casus/ingest.h"
#include "ingest/stream.h"

typedef enum casus_container {
    CASUS_CONTAINER_TEXT, /* the file is one document */
    CASUS_CONTAINER_HTML,
    CASUS_CONTAINER_NDJSON,
    CASUS_CONTAINER_WARC,
    CASUS_CONTAINER_FEED
} casus_container;

typedef struct casus_feed casus_feed;

/* The file that is read now. */
typedef struct casus_source {
    casus_stream *stream;
    casus_container container;
    casus_str name;  /* as it is called in messages */
    casus_str stem;  /* of its name: what its documents are called */
    size_t most;     /* bytes of one document */
    uint64_t number; /* of the line, record or item read last */
    uint64_t lines;  /* NDJSON: lines passed */
    bool spread;     /* NDJSON: an object goes over several lines */
    bool damaged;    /* WARC: the next record is to be searched for */
    casus_feed *feed;
} casus_source;

/* input.c */
void casus_input_reset(casus_input *input);
bool casus_input_add(casus_input *input, const char *bytes, size_t len); /* false without memory */

/* sniff.c: what the first bytes of a file are. CASUS_EINPUT: nothing that holds news (empty, binary). */
casus_status casus_sniff(casus_str head, const char *name, casus_container *container, casus_error *err);

/* Each gives the next document of the source. CASUS_END: the file is done. Errors: as casus_reader_next. */
casus_status casus_whole_next(casus_source *source, casus_input *input, casus_error *err);  /* whole.c */
casus_status casus_ndjson_next(casus_source *source, casus_input *input, casus_error *err); /* ndjson.c */
casus_status casus_warc_next(casus_source *source, casus_input *input, casus_error *err);   /* warc.c */
casus_status casus_feed_next(casus_source *source, casus_input *input, casus_error *err);   /* feed.c */
void casus_feed_close(casus_feed *feed);

/* whole.c: the place and the fallback id of document `number` of a container: 'FILE:3' and 'stem:3'. */
casus_status casus_source_place(const casus_source *source, char sign, uint64_t number, casus_input *input,
                                casus_error *err);

/* whole.c: "longer than N MB". */
casus_status casus_source_too_long(const casus_source *source, char sign, uint64_t number, casus_error *err);

/* http.c: an HTTP response in `input` becomes its body. CASUS_END: it is no page (status, type); CASUS_EINPUT. */
casus_status casus_http_unwrap(casus_input *input, size_t most, casus_error *err);

#endif
