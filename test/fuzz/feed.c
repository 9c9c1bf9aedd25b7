/* Fuzz target: feeds. The bytes follow a root element, so that most inputs are read as one. */
#include "common.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char first[] = "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>";
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
