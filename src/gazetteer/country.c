/* Names of countries in every language: see country.h. */
#include "gazetteer/country.h"

#include <stdio.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

enum { ROOM = 256, LEAST_NAME = 4 };

/* 'und_XX' in `out`. */
static void locale_of(casus_str code, char out[16])
{
    (void)snprintf(out, 16, "und_%.*s", code.len > 3 ? 3 : (int)code.len, code.ptr);
}

bool casus_country_is_foreign(casus_str code)
{
    char locale[16];
    static const char *const standard[] = {"Latn", "Hans", "Hant", "Jpan", "Kore"};
    char likely[ULOC_FULLNAME_CAPACITY];
    char script[ULOC_SCRIPT_CAPACITY] = "";
    UErrorCode status = U_ZERO_ERROR;
    if (code.len == 0) {
        return false;
    }
    locale_of(code, locale);
    uloc_addLikelySubtags(locale, likely, sizeof likely, &status);
    uloc_getScript(likely, script, sizeof script, &status);
    for (size_t i = 0; i < sizeof standard / sizeof standard[0]; i++) {
        if (strcmp(script, standard[i]) == 0) {
            return false;
        }
    }
    return U_SUCCESS(status) && script[0] != '\0';
}

const char *casus_country_code3(casus_str code)
{
    char locale[16];
    locale_of(code, locale);
    return casus_str_eq(code, CASUS_STR("XK")) ? "XKX" : uloc_getISO3Country(locale); /* ICU has a code of its own */
}

/* The country's name in the language of `in`; 0 if ICU only repeats the code. */
static size_t name_in(casus_str code, const char *in, char out[ROOM])
{
    char locale[16];
    UChar name[ROOM];
    UErrorCode status = U_ZERO_ERROR;
    int32_t len = 0;
    locale_of(code, locale);
    int32_t n = uloc_getDisplayCountry(locale, in, name, ROOM, &status);
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) {
        return 0;
    }
    u_strToUTF8(out, ROOM, &len, name, n, &status);
    bool is_code = (size_t)len == code.len && memcmp(out, code.ptr, code.len) == 0;
    return U_FAILURE(status) || is_code ? 0 : (size_t)len;
}

casus_str casus_country_name(casus_str code, casus_arena *arena)
{
    char name[ROOM];
    size_t len = name_in(code, "en_001", name);
    return len == 0 ? CASUS_STR_NULL : casus_arena_str(arena, (casus_str){name, len});
}

casus_status casus_country_names(casus_str code, casus_status (*take)(casus_str name, void *payload), void *payload)
{
    casus_status st = CASUS_OK;
    char name[ROOM];
    for (int32_t l = 0; l < uloc_countAvailable(); l++) {
        casus_str whole = {name, name_in(code, uloc_getAvailable(l), name)};
        if (whole.len < LEAST_NAME) {
            continue;
        }
        CASUS_TRY(take(whole, payload));
        const char *open = memchr(whole.ptr, '(', whole.len); /* 'Myanmar (Burma)' is two names */
        if (open != NULL) {
            size_t at = (size_t)(open - whole.ptr);
            CASUS_TRY(take(casus_str_trim(casus_str_slice(whole, 0, at)), payload));
            CASUS_TRY(take(casus_str_trim(casus_str_slice(whole, at + 1, whole.len - 1)), payload));
        }
    }
done:
    return st;
}
