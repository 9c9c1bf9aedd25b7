/* A file that is one document, and how documents of any container are called. */
#include "ingest/reader.h"

#include <inttypes.h>
#include <stdio.h>

enum { MB = 1024 * 1024, NAME_ROOM = 4400 };

casus_status casus_source_place(const casus_source *source, char sign, uint64_t number, casus_input *input,
                                casus_error *err)
{
    char text[NAME_ROOM];
    casus_str *to[] = {&input->place, &input->id};
    casus_str from[] = {source->name, source->stem};
    for (int i = 0; i < 2; i++) {
        int len = sign == '\0' ? snprintf(text, sizeof text, "%.*s", CASUS_STR_ARG(from[i]))
                               : snprintf(text, sizeof text, "%.*s%c%" PRIu64, CASUS_STR_ARG(from[i]), sign, number);
        size_t fits = len < 0 ? 0 : (size_t)len < sizeof text ? (size_t)len : sizeof text - 1;
        *to[i] = casus_arena_str(&input->arena, (casus_str){text, fits});
        if (to[i]->ptr == NULL) {
            return casus_arena_fail(&input->arena, err);
        }
    }
    return CASUS_OK;
}

casus_status casus_source_too_long(const casus_source *source, char sign, uint64_t number, casus_error *err)
{
    char place[NAME_ROOM];
    if (sign == '\0') {
        (void)snprintf(place, sizeof place, "%.*s", CASUS_STR_ARG(source->name));
    } else {
        (void)snprintf(place, sizeof place, "%.*s%c%" PRIu64, CASUS_STR_ARG(source->name), sign, number);
    }
    if (source->most < MB) {
        return casus_fail(err, CASUS_ELIMIT, place, 0, 0, "longer than %zu bytes (--max-document)", source->most);
    }
    return casus_fail(err, CASUS_ELIMIT, place, 0, 0, "longer than %zu MB (--max-document)", source->most / MB);
}

casus_status casus_whole_next(casus_source *source, casus_input *input, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_str bytes;
    if (source->number++ > 0) {
        return CASUS_END;
    }
    input->form = source->container == CASUS_CONTAINER_HTML ? CASUS_FORM_HTML : CASUS_FORM_TEXT;
    CASUS_TRY(casus_source_place(source, '\0', 0, input, err));
    for (;;) {
        CASUS_TRY(casus_stream_peek(source->stream, 1, &bytes, err));
        if (bytes.len == 0) {
            break;
        }
        if (input->n_byte + bytes.len > source->most) {
            return casus_source_too_long(source, '\0', 0, err);
        }
        if (!casus_input_add(input, bytes.ptr, bytes.len)) {
            return casus_fail(err, CASUS_ENOMEM, input->place.ptr, 0, 0, "out of memory");
        }
        casus_stream_skip(source->stream, bytes.len);
    }
done:
    return st;
}
