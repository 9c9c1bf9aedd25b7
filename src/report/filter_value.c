/* Dates, types and circles of filters: see filter_value.h. */
#include "report/filter_value.h"

#include "record/plover.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

casus_day casus_day_first(casus_date d)
{
    if (d.from == CASUS_FROM_NOWHERE) {
        return CASUS_DAY_FIRST;
    }
    return d.year * 10000 + (d.precision >= CASUS_MONTH ? d.month : 1) * 100 + (d.precision >= CASUS_DAY ? d.day : 1);
}

casus_day casus_day_last(casus_date d)
{
    if (d.from == CASUS_FROM_NOWHERE) {
        return CASUS_DAY_LAST;
    }
    return d.year * 10000 + (d.precision >= CASUS_MONTH ? d.month : 12) * 100 +
           (d.precision >= CASUS_DAY ? d.day : 31); /* no month has a day behind the 31st */
}

static unsigned days_of(unsigned year, unsigned month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1U : 0U);
}

casus_status casus_filter__date(const char *option, const char *value, casus_date *out, casus_error *err)
{
    static const size_t lengths[] = {4, 7, 10};
    unsigned part[3] = {0, 1, 1};
    size_t len = strlen(value);
    unsigned n = 0;
    bool good = len == 4 || len == 7 || len == 10;
    for (size_t i = 0; good && i < len; i++) {
        bool dash = i == 4 || i == 7;
        good = dash ? value[i] == '-' : isdigit((unsigned char)value[i]) != 0;
    }
    for (; good && n < 3 && lengths[n] <= len; n++) {
        part[n] = (unsigned)strtoul(value + (n == 0 ? 0 : lengths[n - 1] + 1), NULL, 10);
    }
    if (!good || part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > days_of(part[0], part[1])) {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "--%s=%s: no date; 2024, 2024-03 or 2024-03-09 would be",
                          option, value);
    }
    *out = (casus_date){.from = CASUS_FROM_OPTION,
                        .precision = n == 1   ? CASUS_YEAR
                                     : n == 2 ? CASUS_MONTH
                                              : CASUS_DAY,
                        .year = (int16_t)part[0],
                        .month = n > 1 ? (uint8_t)part[1] : 0,
                        .day = n > 2 ? (uint8_t)part[2] : 0};
    return CASUS_OK;
}

/* All names of a closed set for a message, cut if there are more than fit. */
static void list_names(const char *(*name_at)(casus_event_type, unsigned), casus_event_type type, char *out,
                       size_t room)
{
    size_t len = 0;
    const char *name = NULL;
    out[0] = '\0';
    for (unsigned i = 0; len < room && (name = name_at(type, i)) != NULL; i++) {
        int n = snprintf(out + len, room - len, "%s%s", i == 0 ? "" : " ", name);
        len += n > 0 ? (size_t)n : 0;
    }
}

static const char *type_at(casus_event_type unused, unsigned index)
{
    (void)unused;
    return index < CASUS_N_EVENT_TYPE ? casus_event_type_name((casus_event_type)index) : NULL;
}

casus_status casus_filter__type(const char *value, casus_event_type *type, uint32_t *mode, casus_error *err)
{
    char name[64] = "";
    char names[224];
    size_t len = strcspn(value, ":");
    for (size_t i = 0; i < len && i + 1 < sizeof name; i++) {
        name[i] = (char)toupper((unsigned char)value[i]);
    }
    *type = casus_event_type_of(casus_str_of(name));
    *mode = 0;
    if (*type == CASUS_N_EVENT_TYPE) {
        list_names(type_at, *type, names, sizeof names);
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "--type=%s: there are: %s", value, names);
    }
    if (value[len] == ':') {
        *mode = casus_mode_of(*type, casus_str_of(value + len + 1));
        if (*mode == 0) {
            list_names(casus_mode_name, *type, names, sizeof names);
            return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "--type=%s: modes of %s: %s", value, name,
                              names[0] == '\0' ? "none" : names);
        }
    }
    return CASUS_OK;
}

bool casus_filter__circle(const char *value, double circle[3])
{
    for (unsigned i = 0; i < 3; i++) {
        char *end = NULL;
        circle[i] = strtod(value, &end);
        if (end == value || *end != (i < 2 ? ',' : '\0') || !isfinite(circle[i])) {
            return false;
        }
        value = end + 1;
    }
    return fabs(circle[0]) <= 90 && fabs(circle[1]) <= 180 && circle[2] >= 0;
}

double casus_kilometres(double latitude, double longitude, double latitude2, double longitude2)
{
    const double radian = 0.017453292519943295;
    const double earth = 6371.0088; /* mean radius, km (IUGG) */
    double down = sin((latitude2 - latitude) * radian / 2);
    double across = sin((longitude2 - longitude) * radian / 2);
    double h = down * down + cos(latitude * radian) * cos(latitude2 * radian) * across * across;
    return 2 * earth * asin(fmin(1, sqrt(h)));
}
