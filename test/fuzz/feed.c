/* Fuzz target: feeds. The bytes follow a root element, so that most inputs are read as one. */
#include "common.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_file_behind("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>", data,
                     size);
    return 0;
}
