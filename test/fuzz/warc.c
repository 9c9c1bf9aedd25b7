/* Fuzz target: web archives. The bytes follow a record's first line, so that most inputs are read as one. */
#include "common.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_file_behind("WARC/1.0\r\n", data, size);
    return 0;
}
