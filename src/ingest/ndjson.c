/* One JSON object a line; or, where the first line is a lone brace, objects that end with a brace in the first column. */
#include "ingest/reader.h"

typedef enum line_state { LINE_WHOLE, LINE_TOO_LONG, LINE_NONE } line_state;

/* Append the next line, without its end, to the input; one that is too long is passed over in constant memory. */
static casus_status read_line(casus_source *source, casus_input *input, size_t *len, line_state *state,
                              casus_error *err)
{
    bool any = false;
    size_t start = input->n_byte;
    *state = LINE_WHOLE;
    for (;;) {
        casus_str bytes;
        casus_status st = casus_stream_peek(source->stream, 1, &bytes, err);
        if (st != CASUS_OK && any) { /* a line that the file's damage cuts short */
            *state = LINE_NONE;
            input->n_byte = start;
        }
        if (st != CASUS_OK) {
            return st;
        }
        if (bytes.len == 0) {
            break;
        }
        any = true;
        const char *newline = memchr(bytes.ptr, '\n', bytes.len);
        size_t n = newline == NULL ? bytes.len : (size_t)(newline - bytes.ptr);
        if (input->n_byte + n > source->most) {
            *state = LINE_TOO_LONG;
            input->n_byte = start;
        }
        if (*state == LINE_WHOLE && !casus_input_add(input, bytes.ptr, n)) {
            return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
        }
        casus_stream_skip(source->stream, n + (newline != NULL));
        if (newline != NULL) {
            break;
        }
    }
    source->lines += any;
    *len = input->n_byte - start;
    if (!any) {
        *state = LINE_NONE;
    }
    return CASUS_OK;
}

/* The lines of an object whose first line is '{', to the line that is '}'. */
static casus_status read_spread(casus_source *source, casus_input *input, casus_error *err)
{
    for (;;) {
        size_t len = 0;
        line_state state;
        if (!casus_input_add(input, "\n", 1)) {
            return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
        }
        casus_status st = read_line(source, input, &len, &state, err);
        if (st != CASUS_OK || state == LINE_NONE) {
            return st;
        }
        if (state == LINE_TOO_LONG) {
            return casus_source_too_long(source, ':', source->number, err);
        }
        if (len > 0 && input->bytes[input->n_byte - len] == '}') {
            return CASUS_OK;
        }
    }
}

casus_status casus_ndjson_next(casus_source *source, casus_input *input, casus_error *err)
{
    casus_status st = CASUS_OK;
    for (;;) {
        size_t len = 0;
        line_state state;
        input->n_byte = 0;
        CASUS_TRY(read_line(source, input, &len, &state, err));
        if (state == LINE_NONE) {
            return CASUS_END;
        }
        source->number = source->lines;
        if (state == LINE_TOO_LONG) {
            return casus_source_too_long(source, ':', source->number, err);
        }
        casus_str line = casus_str_trim((casus_str){input->bytes, len});
        if (line.len == 0) {
            continue;
        }
        if (casus_str_eq(line, CASUS_STR("{"))) {
            CASUS_TRY(read_spread(source, input, err));
        }
        break;
    }
    input->form = CASUS_FORM_JSON;
    st = casus_source_place(source, ':', source->number, input, err);
done:
    return st;
}
