/* Fuzz target: web archives. The bytes follow a record's first line, so that most inputs are read as one. */
#include "common.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char first[] = "WARC/1.0\r\n";
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
