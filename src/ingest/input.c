/* A document as it came: see casus/ingest.h. */
#include "ingest/reader.h"

#include <stdlib.h>

enum { META_CAP = 4 * 1024 * 1024, KEPT_BYTES = 128 * 1024 };

void casus_input_init(casus_input *input)
{
    *input = (casus_input){0};
    casus_arena_init(&input->arena, META_CAP);
}

void casus_input_free(casus_input *input)
{
    free(input->bytes);
    casus_arena_free(&input->arena);
    casus_input_init(input);
}

void casus_input_reset(casus_input *input)
{
    casus_arena arena = input->arena;
    casus_arena_clear(&arena);
    char *bytes = input->bytes;
    size_t room = input->room;
    if (room > KEPT_BYTES) { /* one huge document is not for ever */
        free(bytes);
        bytes = NULL;
        room = 0;
    }
    *input = (casus_input){.arena = arena, .bytes = bytes, .room = room};
}

bool casus_input_add(casus_input *input, const char *bytes, size_t len)
{
    if (len > input->room - input->n_byte) {
        size_t room = input->room < 4096 ? 4096 : input->room;
        while (room - input->n_byte < len) {
            if (room > SIZE_MAX / 2) {
                return false;
            }
            room *= 2;
        }
        char *grown = realloc(input->bytes, room);
        if (grown == NULL) {
            return false;
        }
        input->bytes = grown;
        input->room = room;
    }
    if (len > 0) {
        memcpy(input->bytes + input->n_byte, bytes, len);
        input->n_byte += len;
    }
    return true;
}
