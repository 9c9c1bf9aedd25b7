/* Days and their axis: see axis.h. */
#include "svg/axis.h"

#include <math.h>
#include <stdio.h>

static int32_t day_number(int32_t year, int32_t month, int32_t day)
{
    year -= month <= 2;
    int32_t era = (year >= 0 ? year : year - 399) / 400;
    int32_t of_era = year - era * 400;
    int32_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void civil(int32_t number, int32_t *year, int32_t *month, int32_t *day)
{
    number += 719468;
    int32_t era = (number >= 0 ? number : number - 146096) / 146097;
    int32_t of_era = number - era * 146097;
    int32_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int32_t of_year = of_era - (365 * y + y / 4 - y / 100);
    int32_t m = (5 * of_year + 2) / 153;
    *day = of_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = y + era * 400 + (*month <= 2);
}

int32_t casus_day_of(casus_date date)
{
    return day_number(date.year, date.precision >= CASUS_MONTH ? date.month : 1,
                      date.precision >= CASUS_DAY ? date.day : 1);
}

int32_t casus_last_day_of(casus_date date)
{
    if (date.precision >= CASUS_DAY) {
        return casus_day_of(date);
    }
    if (date.precision == CASUS_MONTH && date.month < 12) {
        return day_number(date.year, date.month + 1, 1) - 1;
    }
    return day_number(date.year + 1, 1, 1) - 1;
}

void casus_day_format(int32_t day, char out[24])
{
    int32_t y = 0;
    int32_t m = 0;
    int32_t d = 0;
    civil(day, &y, &m, &d);
    snprintf(out, 24, "%04d-%02d-%02d", (int)y, (int)m, (int)d);
}

double casus_axis_x(const casus_axis *axis, int32_t day)
{
    return axis->left + (axis->right - axis->left) * (day - axis->first) / (axis->last - axis->first + 1);
}

static void write_tick(const casus_axis *axis, double top, int32_t day, const char *text, casus_buf *out)
{
    double x = casus_axis_x(axis, day);
    casus_buf_format(
        out, "<path class=\"tick\" d=\"M%.1f %.1fV%.1f\"/><text class=\"date\" x=\"%.1f\" y=\"%.1f\">%s</text>\n", x,
        top, axis->y + 4, x + 3, axis->y + 15, text);
}

void casus_axis_write(const casus_axis *axis, double top, casus_buf *out)
{
    enum { NEED = 78 }; /* pixels that a date takes */
    double per_day = (axis->right - axis->left) / (axis->last - axis->first + 1);
    int32_t step = (int32_t)ceil(NEED / per_day);
    casus_buf_format(out, "<path class=\"axis\" d=\"M%.1f %.1fH%.1f\"/>\n", axis->left, axis->y, axis->right);
    char text[24];
    if (step <= 14) {
        for (int32_t day = axis->first; day <= axis->last && casus_axis_x(axis, day) + NEED - 10 <= axis->right;
             day += step) {
            casus_day_format(day, text);
            write_tick(axis, top, day, text, out);
        }
        return;
    }
    int32_t months = step <= 31 ? 1 : step <= 92 ? 3 : step <= 366 ? 12 : 12 * (step / 366 + 1);
    int32_t y = 0;
    int32_t m = 0;
    int32_t d = 0;
    civil(axis->first, &y, &m, &d);
    for (int32_t at = (y * 12 + m - 1 + months) / months * months;; at += months) {
        int32_t day = day_number(at / 12, at % 12 + 1, 1);
        if (day > axis->last || casus_axis_x(axis, day) + NEED - 20 > axis->right) {
            return;
        }
        snprintf(text, sizeof text, months % 12 == 0 ? "%04d" : "%04d-%02d", (int)(at / 12), (int)(at % 12 + 1));
        write_tick(axis, top, day, text, out);
    }
}
