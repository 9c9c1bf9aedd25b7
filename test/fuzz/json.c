/* Fuzz target: JSON objects as documents. */
#include "common.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_document(CASUS_FORM_JSON, data, size);
    return 0;
}
