/* Names of any script in Latin letters, and folded for exact look-ups: see name.h. */
#include "base/utf8.h"
#include "world/name_spelling.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct casus_name_reader {
    const casus_spelling *spelling;
    UTransliterator *latin; /* opened when the first name of another script comes */
    bool refused;           /* ICU could not open it */
};

casus_status casus_name_reader_open(const casus_spelling *spelling, casus_name_reader **out, casus_error *err)
{
    casus_name_reader *reader = calloc(1, sizeof *reader);
    *out = reader;
    if (reader == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    reader->spelling = spelling;
    return CASUS_OK;
}

void casus_name_reader_close(casus_name_reader *reader)
{
    if (reader != NULL) {
        if (reader->latin != NULL) {
            utrans_close(reader->latin);
        }
        free(reader);
    }
}

/* ASCII in lower case; 0 if there is another character. */
static size_t lower_ascii(casus_str name, char *out)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if ((unsigned char)c >= 0x80) {
            return 0;
        }
        out[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    return name.len;
}

/* Whether some letter is of another script than Latin. */
static bool is_foreign(casus_str name)
{
    for (size_t at = 0; at < name.len;) {
        UErrorCode code = U_ZERO_ERROR;
        UChar32 c = (UChar32)casus_utf8_next(name.ptr, name.len, &at);
        UScriptCode script = c < 0x250 ? USCRIPT_LATIN : uscript_getScript(c, &code);
        if (U_SUCCESS(code) && script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED) {
            return true;
        }
    }
    return false;
}

/* In place; the new length, or 0. */
static int32_t transliterate(casus_name_reader *reader, UChar *text, int32_t len, int32_t room)
{
    static const UChar id[] = {'A', 'n', 'y', '-', 'L', 'a', 't', 'i', 'n', 0};
    UErrorCode code = U_ZERO_ERROR;
    if (reader->latin == NULL && !reader->refused) {
        reader->latin = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
        reader->refused = U_FAILURE(code);
    }
    if (reader->refused) {
        return 0;
    }
    int32_t limit = len;
    utrans_transUChars(reader->latin, text, &len, room, 0, &limit, &code);
    return U_FAILURE(code) ? 0 : len;
}

size_t casus_name_romanise(casus_name_reader *reader, casus_str name, char out[CASUS_NAME_ROOM])
{
    UErrorCode code = U_ZERO_ERROR;
    UChar text[CASUS_NAME_ROOM];
    UChar lower[CASUS_NAME_ROOM];
    int32_t len = 0;
    if (name.len == 0 || name.len >= CASUS_NAME_ROOM) {
        return 0;
    }
    size_t plain = lower_ascii(name, out);
    if (plain > 0) {
        return plain;
    }
    u_strFromUTF8(text, CASUS_NAME_ROOM, &len, name.ptr, (int32_t)name.len, &code);
    if (U_SUCCESS(code) && is_foreign(name)) {
        len = transliterate(reader, text, len, CASUS_NAME_ROOM);
    }
    len = U_SUCCESS(code) ? u_strToLower(lower, CASUS_NAME_ROOM, text, len, "", &code) : 0;
    len = U_SUCCESS(code) && len > 0
              ? unorm2_normalize(unorm2_getNFCInstance(&code), lower, len, text, CASUS_NAME_ROOM, &code)
              : 0;
    int32_t bytes = 0;
    if (U_SUCCESS(code) && len > 0) {
        u_strToUTF8(out, CASUS_NAME_ROOM, &bytes, text, len, &code);
    }
    bool whole =
        U_SUCCESS(code) && !is_foreign((casus_str){out, (size_t)bytes}); /* ICU leaves letters it does not know */
    return whole ? (size_t)bytes : 0;
}

/* Letters that do not decompose into a plain one with marks. */
static const char *plain_of(UChar32 c)
{
    static const struct {
        UChar32 letter;
        const char *plain;
    } rows[] = {{0xDF, "ss"}, {0xE6, "ae"}, {0xF0, "d"},  {0xF8, "o"},  {0xFE, "th"},  {0x111, "d"}, {0x127, "h"},
                {0x131, "i"}, {0x138, "q"}, {0x142, "l"}, {0x14B, "n"}, {0x153, "oe"}, {0x167, "t"}, {0x180, "b"},
                {0x19A, "l"}, {0x1E5, "g"}, {0x1DD, "e"}, {0x253, "b"}, {0x257, "d"},  {0x259, "e"}, {0x25B, "e"},
                {0x268, "i"}, {0x272, "n"}, {0x254, "o"}, {0x292, "z"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].letter == c) {
            return rows[i].plain;
        }
    }
    return "";
}

/* Adds what is plain of `c` to out; returns the new length. */
static size_t add_plain(UChar32 c, char out[CASUS_NAME_ROOM], size_t n)
{
    UErrorCode code = U_ZERO_ERROR;
    UChar parts[16];
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&code);
    int32_t len = U_SUCCESS(code) ? unorm2_getDecomposition(nfd, c, parts, 16, &code) : -1;
    if (len > 0 && U_SUCCESS(code) && parts[0] < 0x80) {
        out[n++] = (char)parts[0];
        return n;
    }
    for (const char *plain = plain_of(len > 0 ? parts[0] : c); *plain != '\0' && n < CASUS_NAME_ROOM; plain++) {
        out[n++] = *plain;
    }
    return n;
}

size_t casus_name_fold(casus_str romanised, char out[CASUS_NAME_ROOM])
{
    size_t n = 0;
    for (size_t at = 0; at < romanised.len && n + 2 < CASUS_NAME_ROOM;) {
        UChar32 c = (UChar32)casus_utf8_next(romanised.ptr, romanised.len, &at);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out[n++] = (char)c;
        } else if (c == ' ' || c == '-' || c == '/' || c == '_' || c == 0xA0 || (c >= 0x2010 && c <= 0x2015)) {
            if (n > 0 && out[n - 1] != ' ') {
                out[n++] = ' ';
            }
        } else if (c >= 0x80) {
            n = add_plain(c, out, n);
        }
    }
    while (n > 0 && out[n - 1] == ' ') {
        n--;
    }
    return n;
}

double casus_name_score(casus_name_reader *reader, casus_str a, casus_str b)
{
    char first[CASUS_NAME_ROOM];
    char second[CASUS_NAME_ROOM];
    char folded[2][CASUS_NAME_ROOM];
    casus_name_sounds x;
    casus_name_sounds y;
    casus_str ra = {first, casus_name_romanise(reader, a, first)};
    casus_str rb = {second, casus_name_romanise(reader, b, second)};
    if (ra.len == 0 || rb.len == 0) {
        return 0;
    }
    size_t fa = casus_name_fold(ra, folded[0]);
    size_t fb = casus_name_fold(rb, folded[1]);
    if (fa > 0 && fa == fb && memcmp(folded[0], folded[1], fa) == 0) {
        return 1;
    }
    casus_name_sound(reader->spelling, ra, &x);
    casus_name_sound(reader->spelling, rb, &y);
    return casus_name_alike(reader->spelling, &x, &y, 0);
}
