/*
 * Bytes of any charset to UTF-8: see format.h. Source for what pages declare and mean: WHATWG Encoding and HTML
 * standards; detection: ICU's ucsdet.
 */
#include "ingest/format.h"
#include "ingest/header.h"

#include "base/utf8.h"

#include <limits.h>
#include <strings.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

enum { META_PRESCAN = 4096, DETECT_SAMPLE = 64 * 1024, NAME_ROOM = 64 };

/* A byte order mark's charset, and its length; NULL if there is none. */
static const char *charset_of_mark(casus_str bytes, size_t *len)
{
    UErrorCode code = U_ZERO_ERROR;
    int32_t mark = 0;
    int32_t some = bytes.len > 8 ? 8 : (int32_t)bytes.len;
    const char *name = ucnv_detectUnicodeSignature(bytes.ptr, some, &mark, &code);
    *len = name == NULL || U_FAILURE(code) ? 0 : (size_t)mark;
    return U_FAILURE(code) ? NULL : name;
}

/* What <meta charset=...> or <meta http-equiv ... content="...charset=..."> near the page's top says. */
static casus_str charset_of_meta(casus_str bytes)
{
    casus_str top = casus_str_slice(bytes, 0, META_PRESCAN);
    for (size_t i = 0; i + 5 < top.len; i++) {
        if (top.ptr[i] != '<' || strncasecmp(top.ptr + i, "<meta", 5) != 0) {
            continue;
        }
        const char *end = memchr(top.ptr + i, '>', top.len - i);
        size_t stop = end == NULL ? top.len : (size_t)(end - top.ptr);
        casus_str name = casus_header_charset(casus_str_slice(top, i, stop));
        if (name.len > 0) {
            return name;
        }
        i = stop;
    }
    return CASUS_STR_NULL;
}

/* The ICU name for a declared charset as the web means it; false if ICU knows none. */
static bool usable_name(casus_str declared, char name[NAME_ROOM])
{
    static const char *const meant[][2] = {{"iso-8859-1", "windows-1252"}, {"latin1", "windows-1252"},
                                           {"us-ascii", "windows-1252"},   {"ascii", "windows-1252"},
                                           {"iso8859-1", "windows-1252"},  {"iso-8859-9", "windows-1254"},
                                           {"gb2312", "gb18030"},          {"gbk", "gb18030"}};
    if (declared.len == 0 || declared.len >= NAME_ROOM) {
        return false;
    }
    memcpy(name, declared.ptr, declared.len);
    name[declared.len] = '\0';
    for (size_t i = 0; i < sizeof meant / sizeof meant[0]; i++) {
        if (strcasecmp(name, meant[i][0]) == 0) {
            (void)strcpy(name, meant[i][1]);
        }
    }
    UErrorCode code = U_ZERO_ERROR;
    const char *standard = ucnv_getStandardName(name, "MIME", &code);
    UErrorCode alias = U_ZERO_ERROR;
    return (U_SUCCESS(code) && standard != NULL) || (ucnv_countAliases(name, &alias) > 0 && U_SUCCESS(alias));
}

static bool is_utf8_name(const char *name)
{
    return strcasecmp(name, "utf-8") == 0 || strcasecmp(name, "utf8") == 0;
}

static bool is_wide_name(const char *name)
{
    return strncasecmp(name, "utf-16", 6) == 0 || strncasecmp(name, "utf-32", 6) == 0;
}

/* U+0080..U+009F of windows-1252, for single bytes of it in text that is otherwise UTF-8. */
static uint32_t windows_1252(unsigned char byte)
{
    static const uint16_t high[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                      0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/*
 * Text that is UTF-8 but for some bytes: one beside a letter is taken to be windows-1252 (charsets are mixed where
 * pages quote others), any other becomes U+FFFD.
 */
static casus_status mend_utf8(casus_str bytes, casus_doc *doc, casus_error *err)
{
    size_t at = casus_utf8_valid_prefix(bytes.ptr, bytes.len);
    size_t bad = 0;
    for (size_t i = at; i < bytes.len; i += casus_utf8_valid_prefix(bytes.ptr + i, bytes.len - i)) {
        bad++;
        i++;
    }
    char *out = casus_arena_bytes(&doc->arena, bytes.len + bad * 2 + 1);
    if (out == NULL) {
        return casus_arena_fail(&doc->arena, err);
    }
    size_t len = 0;
    size_t from = 0;
    for (;;) {
        memcpy(out + len, bytes.ptr + from, at - from);
        len += at - from;
        if (at == bytes.len) {
            break;
        }
        bool beside = (at > 0 && is_letter(bytes.ptr[at - 1])) || (at + 1 < bytes.len && is_letter(bytes.ptr[at + 1]));
        len += casus_utf8_put(beside ? windows_1252((unsigned char)bytes.ptr[at]) : CASUS_UTF8_REPLACEMENT, out + len);
        from = at + 1;
        at = from + casus_utf8_valid_prefix(bytes.ptr + from, bytes.len - from);
    }
    doc->raw = (casus_str){out, len};
    return CASUS_OK;
}

static casus_status convert(casus_str bytes, const char *name, casus_doc *doc, casus_error *err)
{
    UErrorCode code = U_ZERO_ERROR;
    if (bytes.len > INT32_MAX / 4) {
        return casus_fail(err, CASUS_ELIMIT, NULL, 0, 0, "too long to be converted from %s", name);
    }
    int32_t len = ucnv_convert("UTF-8", name, NULL, 0, bytes.ptr, (int32_t)bytes.len, &code);
    if (code != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(code)) {
        return casus_fail(err, CASUS_EINPUT, NULL, 0, 0, "cannot be converted from %s: %s", name, u_errorName(code));
    }
    char *out = casus_arena_bytes(&doc->arena, (size_t)len + 1);
    if (out == NULL) {
        return casus_arena_fail(&doc->arena, err);
    }
    code = U_ZERO_ERROR;
    len = ucnv_convert("UTF-8", name, out, len + 1, bytes.ptr, (int32_t)bytes.len, &code);
    if (U_FAILURE(code)) {
        return casus_fail(err, CASUS_EINPUT, NULL, 0, 0, "cannot be converted from %s: %s", name, u_errorName(code));
    }
    doc->raw = (casus_str){out, (size_t)len};
    return CASUS_OK;
}

/* The charset that ICU finds most likely, by the text's own bytes. */
static void detect(casus_str bytes, casus_form form, char name[NAME_ROOM])
{
    UErrorCode code = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&code);
    size_t first = 0;
    while (first < bytes.len && (unsigned char)bytes.ptr[first] < 0x80) { /* ASCII tells nothing */
        first++;
    }
    size_t begin = first > DETECT_SAMPLE / 4 ? first - DETECT_SAMPLE / 4 : 0;
    casus_str sample = casus_str_slice(bytes, begin, begin + DETECT_SAMPLE);
    (void)strcpy(name, "windows-1252");
    if (U_SUCCESS(code)) {
        (void)ucsdet_enableInputFilter(detector, (UBool)(form == CASUS_FORM_HTML));
        ucsdet_setText(detector, sample.ptr, (int32_t)sample.len, &code);
        const UCharsetMatch *match = ucsdet_detect(detector, &code);
        const char *found = match == NULL ? NULL : ucsdet_getName(match, &code);
        if (U_SUCCESS(code) && found != NULL) {
            (void)usable_name(casus_str_of(found), name);
        }
        ucsdet_close(detector);
    }
}

static casus_status keep_utf8(casus_str bytes, casus_doc *doc, casus_error *err)
{
    doc->raw = casus_arena_str(&doc->arena, bytes);
    return doc->raw.ptr == NULL ? casus_arena_fail(&doc->arena, err) : CASUS_OK;
}

/*
 * Text with as many sound sequences as wrong bytes is UTF-8 with faults in it: in other charsets, letters seldom make up a
 * sequence by chance.
 */
static bool is_mostly_utf8(casus_str bytes)
{
    size_t bad = 0;
    size_t high = 0;
    size_t at = 0;
    for (;;) {
        at += casus_utf8_valid_prefix(bytes.ptr + at, bytes.len - at);
        if (at == bytes.len) {
            break;
        }
        bad++;
        at++;
    }
    for (size_t i = 0; i < bytes.len; i++) {
        high += (unsigned char)bytes.ptr[i] >= 0x80;
    }
    return (high - bad) / 2 >= bad;
}

/* Controls that no text holds become spaces; many of them show that it is none. */
static casus_status check_controls(casus_doc *doc, casus_error *err)
{
    char *bytes = (char *)(uintptr_t)doc->raw.ptr; /* the arena's, ours to write */
    size_t controls = 0;
    for (size_t i = 0; i < doc->raw.len; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') {
            controls += c != '\f' && c != 0x1B;
            bytes[i] = ' ';
        }
    }
    if (controls * 50 > doc->raw.len) {
        return casus_fail(err, CASUS_EINPUT, NULL, 0, 0, "binary data");
    }
    return CASUS_OK;
}

static casus_status decode(casus_str bytes, casus_str declared, casus_form form, casus_doc *doc, casus_error *err)
{
    char name[NAME_ROOM];
    size_t mark_len = 0;
    const char *mark = charset_of_mark(bytes, &mark_len);
    if (mark != NULL) {
        casus_str rest = casus_str_slice(bytes, mark_len, bytes.len);
        return is_utf8_name(mark) ? mend_utf8(rest, doc, err) : convert(rest, mark, doc, err);
    }
    bool known = usable_name(declared, name);
    if (!known && form == CASUS_FORM_HTML) {
        known = usable_name(charset_of_meta(bytes), name);
        if (known && is_wide_name(name)) { /* it was found in single bytes, so it cannot be true */
            (void)strcpy(name, "utf-8");
        }
    }
    bool zeros = memchr(bytes.ptr, '\0', bytes.len) != NULL;
    /* Latin-1 and its like take any bytes, so that text that is UTF-8 throughout is that, whatever was declared. */
    bool valid = !zeros && casus_utf8_valid_prefix(bytes.ptr, bytes.len) == bytes.len;
    if (valid && !(known && (strncasecmp(name, "iso-2022", 8) == 0 || strncasecmp(name, "hz", 2) == 0))) {
        return keep_utf8(bytes, doc, err);
    }
    if (known && !is_utf8_name(name)) {
        return convert(bytes, name, doc, err);
    }
    if (!zeros && is_mostly_utf8(bytes)) {
        return mend_utf8(bytes, doc, err);
    }
    detect(bytes, form, name);
    return is_utf8_name(name) ? mend_utf8(bytes, doc, err) : convert(bytes, name, doc, err);
}

casus_status casus_charset_decode(const char *bytes, size_t len, casus_str declared, casus_form form, casus_doc *doc,
                                  casus_error *err)
{
    if (len == 0) {
        return casus_fail(err, CASUS_EINPUT, NULL, 0, 0, "empty");
    }
    casus_status st = decode((casus_str){bytes, len}, declared, form, doc, err);
    return st == CASUS_OK ? check_controls(doc, err) : st;
}
