/* Fuzz target: pages, through every stage. */
#include "common.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_document(CASUS_FORM_HTML, data, size);
    return 0;
}
