/* The look of a line: see line.h. */
#include "ingest/line.h"

bool casus_line_ends_sentence(casus_str line)
{
    size_t at = line.len;
    while (at > 0) {
        unsigned char c = (unsigned char)line.ptr[at - 1];
        if (c == '"' || c == '\'' || c == ')' || c == ']') {
            at--;
        } else if (at >= 3 && (memcmp(line.ptr + at - 3, "\xE2\x80\x9D", 3) == 0 ||
                               memcmp(line.ptr + at - 3, "\xE2\x80\x99", 3) == 0)) {
            at -= 3;
        } else if (at >= 2 && memcmp(line.ptr + at - 2, "\xC2\xBB", 2) == 0) {
            at -= 2;
        } else {
            return c == '.' || c == '!' || c == '?' || (at >= 3 && memcmp(line.ptr + at - 3, "\xE2\x80\xA6", 3) == 0);
        }
    }
    return false;
}

size_t casus_line_words(casus_str line)
{
    size_t words = 0;
    for (size_t i = 0; i < line.len; i++) {
        words += line.ptr[i] != ' ' && (i == 0 || line.ptr[i - 1] == ' ');
    }
    return words;
}

bool casus_line_goes_on(casus_str line, size_t at)
{
    for (size_t i = at; i < line.len; i++) {
        unsigned char c = (unsigned char)line.ptr[i];
        if (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            return true;
        }
    }
    return false;
}
