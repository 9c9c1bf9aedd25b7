/* Fuzz target: plain text in any charset, through every stage. */
#include "common.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_document(CASUS_FORM_TEXT, data, size);
    return 0;
}
