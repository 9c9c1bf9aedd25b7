/* Codes of countries. */
#ifndef CASUS_REPORT_COUNTRY_H
#define CASUS_REPORT_COUNTRY_H

#include "casus/str.h"

enum { CASUS_COUNTRY_CODE = 4 };

/* ISO 3166 alpha-3 (XKX for Kosovo) of an alpha-2 or alpha-3 code in either case, zero-terminated; "" if there is no such country. */
void casus_country3(casus_str code, char out[CASUS_COUNTRY_CODE]);

#endif
