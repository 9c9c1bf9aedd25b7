/* What the first bytes of a file are: see reader.h. */
#include "ingest/reader.h"

#include <strings.h>

static const struct {
    const char *bytes;
    size_t len;
    const char *name;
} binaries[] = {
    {"%PDF-", 5, "PDF"},
    {"PK\x03\x04", 4, "zip"},
    {"\x89PNG", 4, "PNG"},
    {"\xFF\xD8\xFF", 3, "JPEG"},
    {"GIF8", 4, "GIF"},
    {"\x7F"
     "ELF",
     4, "ELF"},
    {"SQLite format 3", 15, "SQLite"},
    {"BZh", 3, "bzip2"},
    {"\xFD"
     "7zXZ",
     5, "xz"},
    {"7z\xBC\xAF", 4, "7-Zip"},
    {"Rar!", 4, "RAR"},
    {"\xD0\xCF\x11\xE0", 4, "Office document"},
    {"RIFF", 4, "RIFF"},
    {"OggS", 4, "Ogg"},
    {"ID3", 3, "MP3"},
};

static bool is_wide(casus_str head)
{
    return casus_str_starts(head, (casus_str){"\xFF\xFE", 2}) || casus_str_starts(head, (casus_str){"\xFE\xFF", 2}) ||
           casus_str_starts(head, (casus_str){"\0\0\xFE\xFF", 4});
}

/* Text in UTF-16 without a mark: every other byte is zero, and only those. */
static bool looks_wide(casus_str head)
{
    size_t zero[2] = {0, 0};
    for (size_t i = 0; i < head.len; i++) {
        zero[i & 1] += head.ptr[i] == '\0';
    }
    size_t most = zero[0] > zero[1] ? zero[0] : zero[1];
    size_t least = zero[0] > zero[1] ? zero[1] : zero[0];
    return head.len >= 8 && most * 10 > head.len * 3 && least * 50 < head.len;
}

static bool begins(casus_str text, const char *tag)
{
    size_t len = strlen(tag);
    return text.len >= len && strncasecmp(text.ptr, tag, len) == 0;
}

/* Behind the mark, white space, XML declaration, comments and processing instructions. */
static casus_str first_tag(casus_str head)
{
    for (;;) {
        head = casus_str_trim(head);
        const char *close = begins(head, "<?") ? "?>" : begins(head, "<!--") ? "-->" : NULL;
        if (close == NULL) {
            return head;
        }
        size_t len = strlen(close);
        size_t at = 2;
        while (at + len <= head.len && memcmp(head.ptr + at, close, len) != 0) {
            at++;
        }
        head = casus_str_slice(head, at + len, head.len);
    }
}

static casus_container container_of(casus_str head)
{
    if (casus_str_starts(head, (casus_str){"\xEF\xBB\xBF", 3})) {
        head = casus_str_slice(head, 3, head.len);
    }
    if (begins(head, "WARC/1.")) {
        return CASUS_CONTAINER_WARC;
    }
    casus_str tag = first_tag(head);
    if (begins(tag, "{")) {
        return CASUS_CONTAINER_NDJSON;
    }
    if (begins(tag, "<rss") || begins(tag, "<feed") || begins(tag, "<rdf:RDF")) {
        return CASUS_CONTAINER_FEED;
    }
    bool tagged = begins(tag, "<!doctype") || begins(tag, "<html") || begins(tag, "<head") || begins(tag, "<body") ||
                  begins(tag, "<article") || begins(tag, "<div") || begins(tag, "<p>") || begins(tag, "<p ") ||
                  begins(tag, "<h1") || begins(tag, "<meta") || begins(tag, "<title") || begins(tag, "<section") ||
                  begins(tag, "<main") || begins(tag, "<span") || begins(tag, "<table") || begins(tag, "<script");
    return tagged ? CASUS_CONTAINER_HTML : CASUS_CONTAINER_TEXT;
}

casus_status casus_sniff(casus_str head, const char *name, casus_container *container, casus_error *err)
{
    if (head.len == 0) {
        return casus_fail(err, CASUS_EINPUT, name, 0, 0, "empty");
    }
    for (size_t i = 0; i < sizeof binaries / sizeof binaries[0]; i++) {
        if (casus_str_starts(head, (casus_str){binaries[i].bytes, binaries[i].len})) {
            return casus_fail(err, CASUS_EINPUT, name, 0, 0, "binary data (%s)", binaries[i].name);
        }
    }
    bool wide = is_wide(head) || looks_wide(head);
    size_t zeros = 0;
    for (size_t i = 0; i < head.len; i++) {
        zeros += head.ptr[i] == '\0';
    }
    if (!wide && zeros * 100 > head.len) {
        return casus_fail(err, CASUS_EINPUT, name, 0, 0, "binary data");
    }
    *container = wide ? CASUS_CONTAINER_TEXT : container_of(head);
    return CASUS_OK;
}
