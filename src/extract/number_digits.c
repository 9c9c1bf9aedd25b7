/* Numbers in digits: see number_digits.h. */
#include "extract/number_digits.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

/* A run of digits from *at, which moves behind it. */
static size_t read_run(casus_str s, size_t *at, double *value)
{
    size_t n = 0;
    *value = 0;
    while (*at < s.len) {
        size_t next = *at;
        uint32_t c = casus_utf8_next(s.ptr, s.len, &next);
        int digit = c < 0x80 ? (c >= '0' && c <= '9' ? (int)(c - '0') : -1) : u_charDigitValue((UChar32)c);
        if (digit < 0 || n == 15) {
            break;
        }
        *value = *value * 10 + digit;
        *at = next;
        n++;
    }
    return n;
}

static double tenth_power(size_t n)
{
    double power = 1;
    while (n-- > 0) {
        power *= 10;
    }
    return power;
}

size_t casus_number__digits(casus_str s, bool decimal_comma, double *value)
{
    size_t at = 0;
    size_t first = read_run(s, &at, value);
    char decimal = decimal_comma ? ',' : '.';
    char used = 0;
    bool grouped = false;
    while (first > 0 && at + 1 < s.len && (s.ptr[at] == '.' || s.ptr[at] == ',')) {
        double more = 0;
        char sign = s.ptr[at];
        size_t next = at + 1;
        size_t n = read_run(s, &next, &more);
        bool group = n == 3 && first <= 3 && *value > 0 && (sign != decimal || (grouped && used == sign));
        if (!group && n == 3 && sign == decimal && !grouped && next < s.len && s.ptr[next] == sign) {
            group = true; /* 1,274,000: a decimal sign does not come twice */
        }
        if (n == 0 || (!group && used == sign)) {
            return n == 0 ? at : 0; /* 20.10.2020 is no number */
        }
        at = next;
        used = sign;
        if (!group) {
            *value += more / tenth_power(n);
            return at;
        }
        grouped = true;
        *value = *value * 1000 + more;
    }
    return first > 0 ? at : 0;
}

bool casus_number__all_digits(casus_str s, size_t n, double *value)
{
    size_t at = 0;
    return read_run(s, &at, value) == n && at == s.len;
}
