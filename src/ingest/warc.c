/* Web archives: see reader.h. Source: ISO 28500:2017 (WARC 1.0 and 1.1). */
#include "ingest/header.h"
#include "ingest/reader.h"

#include <strings.h>

enum { MOST_HEADER = 64 * 1024 };

/* Pass over the white space between records; the bytes at hand are in *bytes, empty at the end. */
static casus_status next_bytes(casus_source *source, casus_str *bytes, casus_error *err)
{
    casus_status st = CASUS_OK;
    for (;;) {
        CASUS_TRY(casus_stream_peek(source->stream, 1, bytes, err));
        size_t space = 0;
        while (space < bytes->len && (bytes->ptr[space] == '\r' || bytes->ptr[space] == '\n')) {
            space++;
        }
        if (space == 0) {
            break;
        }
        casus_stream_skip(source->stream, space);
    }
    st = casus_stream_peek(source->stream, MOST_HEADER, bytes, err);
done:
    return st;
}

/* Behind damage: move to the next line that begins a record. */
static casus_status find_record(casus_source *source, casus_error *err)
{
    static const char mark[] = "\nWARC/1.";
    size_t len = sizeof mark - 1;
    casus_status st = CASUS_OK;
    for (;;) {
        casus_str bytes;
        CASUS_TRY(casus_stream_peek(source->stream, MOST_HEADER, &bytes, err));
        if (bytes.len < len) {
            return CASUS_END;
        }
        for (size_t i = 0; i + len <= bytes.len; i++) {
            if (memcmp(bytes.ptr + i, mark, len) == 0) {
                casus_stream_skip(source->stream, i + 1);
                source->damaged = false;
                return CASUS_OK;
            }
        }
        casus_stream_skip(source->stream, bytes.len - len + 1);
    }
done:
    return st;
}

/* What a record's header says. */
typedef struct record {
    bool response, page, text; /* an HTTP response; a page or text without one */
    unsigned long long length; /* bytes of its block */
} record;

static bool is_type(casus_str value, const char *word)
{
    return value.len >= strlen(word) && strncasecmp(value.ptr, word, strlen(word)) == 0;
}

static casus_status read_header(casus_source *source, casus_input *input, record *r, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_str bytes;
    CASUS_TRY(next_bytes(source, &bytes, err));
    if (bytes.len == 0) {
        return CASUS_END;
    }
    source->number++;
    CASUS_TRY(casus_source_place(source, '#', source->number, input, err));
    size_t len = casus_header_length(bytes);
    casus_str header = casus_str_slice(bytes, 0, len);
    casus_str kind = casus_header_field(header, "WARC-Type");
    if (len == 0 || !casus_str_starts(header, CASUS_STR("WARC/1.")) || kind.ptr == NULL ||
        !casus_header_number(casus_header_field(header, "Content-Length"), &r->length)) {
        source->damaged = true;
        casus_stream_skip(source->stream, 1);
        return casus_fail(err, CASUS_EINPUT, input->place.ptr, 0, 0, "no WARC record begins here");
    }
    casus_str type = casus_header_field(header, "Content-Type");
    bool plain = is_type(kind, "resource") || is_type(kind, "conversion");
    r->response = is_type(kind, "response") && (type.ptr == NULL || is_type(type, "application/http"));
    r->page = plain && is_type(type, "text/html");
    r->text = plain && is_type(type, "text/plain");
    casus_str url = casus_header_field(header, "WARC-Target-URI");
    if (url.len > 2 && url.ptr[0] == '<' && url.ptr[url.len - 1] == '>') { /* as some writers of 1.0 put it */
        url = casus_str_slice(url, 1, url.len - 1);
    }
    input->url = casus_arena_str(&input->arena, url);
    casus_stream_skip(source->stream, len);
done:
    return st;
}

/* Read the record's block into the input, or pass over it. CASUS_ELIMIT only after all was passed over. */
static casus_status read_block(casus_source *source, casus_input *input, unsigned long long length, bool wanted,
                               casus_error *err)
{
    casus_status st = CASUS_OK;
    unsigned long long left = length;
    bool fits = length <= source->most;
    while (left > 0) {
        casus_str bytes;
        CASUS_TRY(casus_stream_peek(source->stream, 1, &bytes, err));
        if (bytes.len == 0) {
            return casus_fail(err, CASUS_EINPUT, input->place.ptr, 0, 0, "the record ends early");
        }
        size_t len = left < bytes.len ? (size_t)left : bytes.len;
        if (wanted && fits && !casus_input_add(input, bytes.ptr, len)) {
            return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
        }
        casus_stream_skip(source->stream, len);
        left -= len;
    }
    if (wanted && !fits) {
        return casus_source_too_long(source, '#', source->number, err);
    }
done:
    return st;
}

casus_status casus_warc_next(casus_source *source, casus_input *input, casus_error *err)
{
    casus_status st = CASUS_OK;
    for (;;) {
        casus_input_reset(input);
        if (source->damaged) {
            CASUS_TRY(find_record(source, err));
        }
        record r = {0};
        CASUS_TRY(read_header(source, input, &r, err));
        bool wanted = r.response || r.page || r.text;
        CASUS_TRY(read_block(source, input, r.length, wanted, err));
        if (!wanted) {
            continue;
        }
        input->form = r.text ? CASUS_FORM_TEXT : CASUS_FORM_HTML;
        st = r.response ? casus_http_unwrap(input, source->most, err) : CASUS_OK;
        if (st != CASUS_END) {
            break;
        }
    }
done:
    return st;
}
