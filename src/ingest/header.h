/* Header fields as HTTP and WARC write them: 'Name: value' lines to an empty line. */
#ifndef CASUS_INGEST_HEADER_H
#define CASUS_INGEST_HEADER_H

#include "casus/str.h"

/* Length of the header block at the start of `bytes`, its empty line included; 0 if it does not end there. */
size_t casus_header_length(casus_str bytes);

/* The value of the first field called `name` (any case) in a header block; absent if there is none. */
casus_str casus_header_field(casus_str header, const char *name);

/* A decimal number of at most 18 digits; false if it is none. */
bool casus_header_number(casus_str value, unsigned long long *number);

/* 'charset' of a Content-Type value; absent if it has none. */
casus_str casus_header_charset(casus_str content_type);

#endif
