/* An HTTP response as a web archive keeps it: header, then a body that may be chunked or compressed. */
#include "ingest/header.h"
#include "ingest/reader.h"

#include "base/ascii.h"

#include <zlib.h>

enum { MOST_HEADER = 64 * 1024, INFLATE_STEP = 64 * 1024 };

static casus_status bad(const casus_input *input, const char *what, casus_error *err)
{
    return casus_fail(err, CASUS_EINPUT, input->place.ptr, 0, 0, "%s", what);
}

/* Join the chunks of a chunked body in place; false if they are malformed (what came before stays). */
static bool join_chunks(casus_input *input)
{
    size_t from = 0;
    size_t to = 0;
    while (from < input->n_byte) {
        size_t size = 0;
        size_t digits = 0;
        for (; from < input->n_byte && digits < 8; from++, digits++) {
            char c = input->bytes[from];
            int value = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
            if (value < 0) {
                break;
            }
            size = size * 16 + (size_t)value;
        }
        const char *newline = memchr(input->bytes + from, '\n', input->n_byte - from);
        if (digits == 0 || newline == NULL) {
            break;
        }
        from = (size_t)(newline - input->bytes) + 1;
        if (size == 0) {
            input->n_byte = to;
            return true;
        }
        size_t left = input->n_byte - from;
        size_t taken = size < left ? size : left;
        memmove(input->bytes + to, input->bytes + from, taken);
        to += taken;
        from += taken;
        while (from < input->n_byte && (input->bytes[from] == '\r' || input->bytes[from] == '\n')) {
            from++;
        }
    }
    input->n_byte = to;
    return false;
}

/* Replace a gzip or deflate body by what it holds. */
static casus_status inflate_body(casus_input *input, size_t most, casus_error *err)
{
    casus_status st = CASUS_OK;
    unsigned char step[INFLATE_STEP];
    z_stream z = {0};
    casus_input body;
    casus_input_init(&body);
    if (inflateInit2(&z, 15 + 32) != Z_OK) {
        return bad(input, "out of memory", err);
    }
    z.next_in = (unsigned char *)input->bytes;
    z.avail_in = (uInt)input->n_byte;
    int code = Z_OK;
    while (code == Z_OK && st == CASUS_OK) {
        z.next_out = step;
        z.avail_out = sizeof step;
        code = inflate(&z, Z_NO_FLUSH);
        size_t len = sizeof step - z.avail_out;
        if (body.n_byte + len > most) {
            st = casus_fail(err, CASUS_ELIMIT, input->place.ptr, 0, 0, "longer than %zu MB (--max-document)",
                            most / (1024 * 1024));
        } else if (!casus_input_add(&body, (const char *)step, len)) {
            st = casus_fail(err, CASUS_ENOMEM, input->place.ptr, 0, 0, "out of memory");
        }
    }
    (void)inflateEnd(&z);
    if (st == CASUS_OK && code != Z_STREAM_END && body.n_byte == 0) {
        st = bad(input, "compressed body is damaged", err);
    }
    if (st == CASUS_OK) { /* a body cut short keeps what could be read */
        char *bytes = input->bytes;
        size_t room = input->room;
        input->bytes = body.bytes;
        input->n_byte = body.n_byte;
        input->room = body.room;
        body.bytes = bytes;
        body.room = room;
    }
    casus_input_free(&body);
    return st;
}

casus_status casus_http_unwrap(casus_input *input, size_t most, casus_error *err)
{
    casus_str all = {input->bytes, input->n_byte};
    size_t len = casus_header_length(casus_str_slice(all, 0, MOST_HEADER));
    casus_str header = casus_str_slice(all, 0, len);
    if (len == 0 || !casus_str_starts(header, CASUS_STR("HTTP/"))) {
        return bad(input, "holds no HTTP response", err);
    }
    const char *space = memchr(header.ptr, ' ', header.len);
    if (space == NULL || strncmp(space, " 200", 4) != 0) {
        return CASUS_END;
    }
    casus_str type = casus_header_field(header, "Content-Type");
    casus_str encoding = casus_header_field(header, "Content-Encoding");
    bool chunked = casus_ascii_holds(casus_header_field(header, "Transfer-Encoding"), "chunked");
    bool packed = casus_ascii_holds(encoding, "gzip") || casus_ascii_holds(encoding, "deflate");
    bool page = type.ptr == NULL || casus_ascii_holds(type, "html");
    if (!page && !casus_ascii_holds(type, "text/plain")) {
        return CASUS_END;
    }
    if (encoding.len > 0 && !packed && !casus_ascii_holds(encoding, "identity")) {
        return bad(input, "Content-Encoding is neither gzip nor deflate", err);
    }
    casus_str charset = casus_header_charset(type);
    if (charset.ptr != NULL) {
        input->charset = casus_arena_str(&input->arena, charset);
    }
    input->form = page ? CASUS_FORM_HTML : CASUS_FORM_TEXT;
    memmove(input->bytes, input->bytes + len, input->n_byte - len);
    input->n_byte -= len;
    if (chunked) { /* archives that stored the joined body under the old header are read as they are */
        char first = input->n_byte > 0 ? input->bytes[0] : '<';
        if (first != '<' && (unsigned char)first != 0x1F) {
            (void)join_chunks(input);
        }
    }
    return packed && input->n_byte > 2 && (unsigned char)input->bytes[0] != '<' ? inflate_body(input, most, err)
                                                                                : CASUS_OK;
}
