/* The values of filters, read. */
#ifndef CASUS_REPORT_FILTER_VALUE_H
#define CASUS_REPORT_FILTER_VALUE_H

#include "casus/ledger.h"
#include "report/filter.h"

/* A day as one number: year * 10000 + month * 100 + day; compares as days do. */
typedef int32_t casus_day;

#define CASUS_DAY_FIRST INT32_MIN
#define CASUS_DAY_LAST INT32_MAX

/* The first and the last day that a date can mean; the ends of time where it is absent. */
casus_day casus_day_first(casus_date date);
casus_day casus_day_last(casus_date date);

/* Read '2024', '2024-03' or '2024-03-09'. CASUS_EUSAGE names `option`. */
CASUS_MUST_USE casus_status casus_filter__date(const char *option, const char *value, casus_date *out,
                                               casus_error *err);

/* Read 'ASSAULT' or 'assault:aerial'; *mode is 0 where any will do. */
CASUS_MUST_USE casus_status casus_filter__type(const char *value, casus_event_type *type, uint32_t *mode,
                                               casus_error *err);

/* Whether `value` is 'LATITUDE,LONGITUDE,KILOMETRES' within their bounds. */
bool casus_filter__circle(const char *value, double circle[3]);

/* Great-circle distance in kilometres (haversine) of two points in degrees. */
double casus_kilometres(double latitude, double longitude, double latitude2, double longitude2);

/* Mark in named[n_actor] those whom `value` means; CASUS_END: none. */
CASUS_MUST_USE casus_status casus_filter__actors(const char *option, const char *value, const casus_ledger *ledger,
                                                 casus_arena *arena, bool *named, casus_error *err);

/* Mark in named[n_place] those that `value` means: by a name that any claim uses for them, or within a circle. */
CASUS_MUST_USE casus_status casus_filter__places(const char *value, const casus_ledger *ledger, casus_arena *arena,
                                                 bool *named, casus_error *err);

#endif
