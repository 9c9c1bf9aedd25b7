/* Codes of countries, from ICU's tables: see country.h. */
#include "report/country.h"

#include <stdio.h>
#include <strings.h>
#include <unicode/uloc.h>

static const char *three_of(const char *two)
{
    char locale[16];
    (void)snprintf(locale, sizeof locale, "und_%s", two);
    return strcmp(two, "XK") == 0 ? "XKX" : uloc_getISO3Country(locale); /* for Kosovo ICU has a code of its own */
}

void casus_country3(casus_str code, char out[CASUS_COUNTRY_CODE])
{
    const char *const *two = uloc_getISOCountries();
    out[0] = '\0';
    if (code.len == 3 && strncasecmp(code.ptr, "XKX", 3) == 0) {
        memcpy(out, "XKX", CASUS_COUNTRY_CODE);
        return;
    }
    if (code.len == 2 && strncasecmp(code.ptr, "XK", 2) == 0) {
        memcpy(out, "XKX", CASUS_COUNTRY_CODE);
        return;
    }
    for (; code.ptr != NULL && *two != NULL; two++) {
        const char *three = three_of(*two);
        if (strlen(three) == 3 && ((code.len == 2 && strncasecmp(code.ptr, *two, 2) == 0) ||
                                   (code.len == 3 && strncasecmp(code.ptr, three, 3) == 0))) {
            memcpy(out, three, CASUS_COUNTRY_CODE);
            return;
        }
    }
}
