/* Fuzz target: one JSON object a line. The bytes follow a first whole line. */
#include "common.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_file_behind("{\"id\": 1, \"text\": \"Shells fell.\"}\n", data, size);
    return 0;
}
