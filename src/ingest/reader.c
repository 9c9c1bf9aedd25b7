/* A stream of documents from paths: see casus/ingest.h. */
#include "ingest/reader.h"

#include "ingest/walk.h"

#include <stdio.h>
#include <stdlib.h>

enum { SNIFF = 4096, DEFAULT_RATIO = 200 };
static const uint64_t DEFAULT_STREAM = UINT64_C(64) << 30;
static const size_t DEFAULT_DOCUMENT = (size_t)32 << 20;

struct casus_reader {
    casus_walk *walk;
    casus_stream_limits limits;
    size_t most;
    casus_arena arena; /* names of the file that is read */
    casus_source source;
    bool open; /* source is a file */
};

casus_status casus_reader_open(const char *const *path, size_t n_path, const casus_ingest_options *options,
                               casus_reader **out, casus_error *err)
{
    static const casus_ingest_options defaults = {0};
    if (options == NULL) {
        options = &defaults;
    }
    *out = NULL;
    casus_reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL || (reader->walk = casus_walk_open(path, n_path)) == NULL) {
        free(reader);
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    reader->limits.most = options->max_stream == 0 ? DEFAULT_STREAM : options->max_stream;
    reader->limits.ratio = options->max_ratio == 0 ? DEFAULT_RATIO : options->max_ratio;
    reader->most = options->max_document == 0 ? DEFAULT_DOCUMENT : options->max_document;
    casus_arena_init(&reader->arena, 64 * 1024);
    *out = reader;
    return CASUS_OK;
}

static void close_source(casus_reader *reader)
{
    casus_feed_close(reader->source.feed);
    casus_stream_close(reader->source.stream);
    casus_arena_clear(&reader->arena);
    reader->source = (casus_source){0};
    reader->open = false;
}

void casus_reader_close(casus_reader *reader)
{
    if (reader != NULL) {
        close_source(reader);
        casus_walk_close(reader->walk);
        casus_arena_free(&reader->arena);
        free(reader);
    }
}

/* 'dir/000_x.ndjson.gz' -> '000_x' */
static casus_str stem_of(casus_str name)
{
    static const char *const packed[] = {".gz", ".zst"};
    if (casus_str_eq(name, CASUS_STR("-"))) {
        return CASUS_STR("stdin");
    }
    for (size_t i = name.len; i > 0; i--) {
        if (name.ptr[i - 1] == '/') {
            name = casus_str_slice(name, i, name.len);
            break;
        }
    }
    for (size_t i = 0; i < 2; i++) {
        size_t len = strlen(packed[i]);
        if (name.len > len && casus_str_ends(name, casus_str_of(packed[i]))) {
            name.len -= len;
        }
    }
    for (size_t i = name.len; i > 1; i--) {
        if (name.ptr[i - 1] == '.') {
            name.len = i - 1;
            break;
        }
    }
    return name;
}

static casus_status open_source(casus_reader *reader, casus_error *err)
{
    casus_status st = CASUS_OK;
    int fd = -1;
    const char *name = NULL;
    casus_source *source = &reader->source;
    CASUS_TRY(casus_walk_next(reader->walk, &fd, &name, err));
    source->name = casus_arena_str(&reader->arena, casus_str_of(name));
    source->stem = stem_of(source->name);
    source->most = reader->most;
    source->stream = source->name.ptr == NULL ? NULL : casus_stream_open(fd, source->name.ptr, reader->limits);
    if (source->stream == NULL) {
        st = casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
        goto done;
    }
    casus_str head;
    CASUS_TRY(casus_stream_peek(source->stream, SNIFF, &head, err));
    CASUS_TRY(casus_sniff(casus_str_slice(head, 0, SNIFF), source->name.ptr, &source->container, err));
    reader->open = true;
done:
    if (st != CASUS_OK) {
        close_source(reader);
    }
    return st;
}

static casus_status next_of(casus_source *source, casus_input *input, casus_error *err)
{
    switch (source->container) {
    case CASUS_CONTAINER_NDJSON:
        return casus_ndjson_next(source, input, err);
    case CASUS_CONTAINER_WARC:
        return casus_warc_next(source, input, err);
    case CASUS_CONTAINER_FEED:
        return casus_feed_next(source, input, err);
    case CASUS_CONTAINER_TEXT:
    case CASUS_CONTAINER_HTML:
        break;
    }
    return casus_whole_next(source, input, err);
}

casus_status casus_reader_next(casus_reader *reader, casus_input *input, casus_error *err)
{
    for (;;) {
        casus_input_reset(input);
        if (!reader->open) {
            casus_status st = open_source(reader, err);
            if (st != CASUS_OK) {
                return st;
            }
        }
        casus_source *source = &reader->source;
        casus_status st = next_of(source, input, err);
        if (st == CASUS_OK) {
            return st;
        }
        bool over = st == CASUS_END || casus_stream_failed(source->stream);
        bool whole = source->container == CASUS_CONTAINER_TEXT || source->container == CASUS_CONTAINER_HTML;
        if (over || whole) {
            close_source(reader);
        }
        if (st != CASUS_END) {
            return st;
        }
    }
}
