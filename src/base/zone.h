/* Time zones by their IANA names ('Europe/Brussels'), with the history of their clocks that ICU holds. */
#ifndef CASUS_BASE_ZONE_H
#define CASUS_BASE_ZONE_H

#include "casus/str.h"

#include <stdbool.h>
#include <stdint.h>

/* Whether there is a zone of that name. */
bool casus_zone_exists(casus_str name);

/*
 * Minutes east of Greenwich of the clocks of a zone at a civil time there; false if there is no such zone. Of a time that
 * the clocks show twice, the first; of one that they leap over, as before the leap.
 */
bool casus_zone_offset(casus_str name, int year, int month, int day, int minute_of_day, int *offset);

#endif
