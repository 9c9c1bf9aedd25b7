/* Fuzz target: files of any form and compression: what the bytes are is seen by the reader. */
#include "common.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_file(data, size);
    return 0;
}
