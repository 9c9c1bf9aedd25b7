/* Time zones: see zone.h. */
#include "base/zone.h"

#include <unicode/ucal.h>
#include <unicode/ustring.h>

enum { LONGEST_NAME = 64, TO_MINUTES = 60 * 1000 };

/* The name as ICU wants it; its length, 0 if no zone can be called so. */
static int32_t name_of(casus_str name, UChar out[LONGEST_NAME])
{
    if (name.len == 0 || name.len >= LONGEST_NAME) {
        return 0;
    }
    for (size_t i = 0; i < name.len; i++) {
        if (name.ptr[i] <= ' ' || name.ptr[i] > '~') {
            return 0;
        }
        out[i] = (UChar)name.ptr[i];
    }
    return (int32_t)name.len;
}

bool casus_zone_exists(casus_str name)
{
    UChar id[LONGEST_NAME];
    UChar canonical[LONGEST_NAME];
    UErrorCode status = U_ZERO_ERROR;
    UBool system = false;
    int32_t len = name_of(name, id);
    if (len == 0) {
        return false;
    }
    (void)ucal_getCanonicalTimeZoneID(id, len, canonical, LONGEST_NAME, &system, &status);
    return U_SUCCESS(status) && system;
}

bool casus_zone_offset(casus_str name, int year, int month, int day, int minute_of_day, int *offset)
{
    UChar id[LONGEST_NAME];
    UErrorCode status = U_ZERO_ERROR;
    int32_t len = name_of(name, id);
    UCalendar *calendar = len == 0 ? NULL : ucal_open(id, len, "", UCAL_GREGORIAN, &status);
    if (calendar == NULL) {
        return false;
    }
    ucal_setAttribute(calendar, UCAL_REPEATED_WALL_TIME, UCAL_WALLTIME_FIRST);
    ucal_setDateTime(calendar, year, UCAL_JANUARY + month - 1, day, minute_of_day / 60, minute_of_day % 60, 0, &status);
    int32_t of_zone = ucal_get(calendar, UCAL_ZONE_OFFSET, &status);
    int32_t of_summer = ucal_get(calendar, UCAL_DST_OFFSET, &status);
    ucal_close(calendar);
    *offset = (of_zone + of_summer) / TO_MINUTES;
    return U_SUCCESS(status);
}
