/* Fuzz target: one JSON object a line. The bytes follow a first whole line. */
#include "common.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char first[] = "{\"id\": 1, \"text\": \"Shells fell.\"}\n";
    size_t len = sizeof first - 1;
    uint8_t *file = malloc(len + size);
    if (file != NULL) {
        memcpy(file, first, len);
        memcpy(file + len, data, size);
        fuzz_file(file, len + size);
    }
    free(file);
    return 0;
}
