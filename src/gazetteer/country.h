/* What ICU knows of countries. */
#ifndef CASUS_GAZETTEER_COUNTRY_H
#define CASUS_GAZETTEER_COUNTRY_H

#include "casus/arena.h"

#include <stdbool.h>

/* Whether the country's main language is written in another script than Latin, and romanised in more than one way. */
bool casus_country_is_foreign(casus_str code);

/* Its English name, in the arena; absent: none. */
casus_str casus_country_name(casus_str code, casus_arena *arena);

/* Its names in every language, one by one; stops at the first status that is not CASUS_OK. */
CASUS_MUST_USE casus_status casus_country_names(casus_str code, casus_status (*take)(casus_str name, void *payload),
                                                void *payload);

/* ISO 3166 alpha-3, XKX for Kosovo; "" if ICU has none. */
const char *casus_country_code3(casus_str code);

#endif
