/* Fuzz target: text of either language through parser, mentions and claims. The first byte chooses the language. */
#include "common.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 1) {
        fuzz_claims(data[0] % 2 == 0 ? "en" : "nl", data + 1, size - 1);
    }
    return 0;
}
