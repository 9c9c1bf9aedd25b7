/* The closed lists of times: see time.h. */
#include "pack/time.h"

static const casus_rule_operator operators[] = {
    {"year", 1, 2},    {"bc", 1, 1},        {"decade", 1, 1},   {"century", 1, 1},  {"month", 1, 2},
    {"date", 2, 3},    {"weekday", 1, 1},   {"monthday", 1, 1}, {"season", 1, 1},   {"quarter", 1, 1},
    {"half", 1, 1},    {"holiday", 1, 1},   {"clock", 1, 3},    {"meridiem", 2, 2}, {"part", 1, 1},
    {"numeric", 1, 1}, {"in", 2, 2},        {"rel", 2, 2},      {"now", 1, 2},      {"ref", 1, 2},
    {"ago", 1, 1},     {"hence", 1, 1},     {"earlier", 1, 1},  {"later", 1, 1},    {"before", 2, 2},
    {"after", 2, 2},   {"mod", 2, 2},       {"length", 2, 2},   {"lengths", 1, 1},  {"and-half", 1, 1},
    {"past", 1, 1},    {"coming", 1, 1},    {"every", 1, 1},    {"since", 1, 1},    {"until", 1, 1},
    {"through", 3, 3}, {"night", 2, 2},     {"first", 1, 1},    {"second", 1, 1},   {"nth", 3, 3},
    {"warday", 2, 2},  {"from-year", 1, 2}, {"to-year", 1, 2},  {"any", 1, 1},      {"prefixed", 1, 1},
    {"either", 1, 1},  {"zone", 2, 2},      {"east", 1, 1},     {"same", 2, 2},     {"so-far", 1, 1},
    {"joined", 3, 3},  {NULL, 0, 0},
};

static const char *const types[] = {"DATE", "TIME", "DURATION", "SET", "NOT", NULL};

static const char *const shapes[] = {"number", "nth",     "day",          "digits",   "year", "year-ad",     "years",
                                     "short",  "decade",  "decade-short", "prefixed", "hour", "hour-minute", "dotted",
                                     "hhmm",   "spelled", "word",         "date",     "home", NULL};

typedef struct casus_name {
    const char *name;
    casus_symbol symbol;
} casus_name;

static const casus_name names[] = {
    {"second", {CASUS_TIME_UNIT, CASUS_UNIT_SECOND}},
    {"minute", {CASUS_TIME_UNIT, CASUS_UNIT_MINUTE}},
    {"hour", {CASUS_TIME_UNIT, CASUS_UNIT_HOUR}},
    {"day", {CASUS_TIME_UNIT, CASUS_UNIT_DAY}},
    {"weekend", {CASUS_TIME_UNIT, CASUS_UNIT_WEEKEND}},
    {"week", {CASUS_TIME_UNIT, CASUS_UNIT_WEEK}},
    {"month", {CASUS_TIME_UNIT, CASUS_UNIT_MONTH}},
    {"quarter", {CASUS_TIME_UNIT, CASUS_UNIT_QUARTER}},
    {"half", {CASUS_TIME_UNIT, CASUS_UNIT_HALF}},
    {"year", {CASUS_TIME_UNIT, CASUS_UNIT_YEAR}},
    {"decade", {CASUS_TIME_UNIT, CASUS_UNIT_DECADE}},
    {"century", {CASUS_TIME_UNIT, CASUS_UNIT_CENTURY}},
    {"millennium", {CASUS_TIME_UNIT, CASUS_UNIT_MILLENNIUM}},
    {"none", {CASUS_TIME_UNIT, CASUS_UNIT_NONE}},
    {"MO", {CASUS_TIME_PART, CASUS_PART_MORNING}},
    {"MI", {CASUS_TIME_PART, CASUS_PART_MIDDAY}},
    {"AF", {CASUS_TIME_PART, CASUS_PART_AFTERNOON}},
    {"EV", {CASUS_TIME_PART, CASUS_PART_EVENING}},
    {"NI", {CASUS_TIME_PART, CASUS_PART_NIGHT}},
    {"DT", {CASUS_TIME_PART, CASUS_PART_DAYTIME}},
    {"SP", {CASUS_TIME_SEASON, 0}},
    {"SU", {CASUS_TIME_SEASON, 1}},
    {"FA", {CASUS_TIME_SEASON, 2}},
    {"WI", {CASUS_TIME_SEASON, 3}},
    {"START", {CASUS_TIME_MOD, CASUS_MOD_START}},
    {"MID", {CASUS_TIME_MOD, CASUS_MOD_MID}},
    {"END", {CASUS_TIME_MOD, CASUS_MOD_END}},
    {"APPROX", {CASUS_TIME_MOD, CASUS_MOD_APPROX}},
    {"LESS_THAN", {CASUS_TIME_MOD, CASUS_MOD_LESS_THAN}},
    {"MORE_THAN", {CASUS_TIME_MOD, CASUS_MOD_MORE_THAN}},
    {"EQUAL_OR_LESS", {CASUS_TIME_MOD, CASUS_MOD_EQUAL_OR_LESS}},
    {"EQUAL_OR_MORE", {CASUS_TIME_MOD, CASUS_MOD_EQUAL_OR_MORE}},
    {"BEFORE", {CASUS_TIME_MOD, CASUS_MOD_BEFORE}},
    {"AFTER", {CASUS_TIME_MOD, CASUS_MOD_AFTER}},
    {"ON_OR_BEFORE", {CASUS_TIME_MOD, CASUS_MOD_ON_OR_BEFORE}},
    {"ON_OR_AFTER", {CASUS_TIME_MOD, CASUS_MOD_ON_OR_AFTER}},
    {"PAST_REF", {CASUS_TIME_REF, -1}},
    {"PRESENT_REF", {CASUS_TIME_REF, 0}},
    {"FUTURE_REF", {CASUS_TIME_REF, 1}},
    {NULL, {0, 0}},
};

/* A whole number of at most six digits, signed or not; the bytes it takes, 0 if there is none. */
static size_t read_number(casus_str s, int32_t *value)
{
    size_t at = s.len > 0 && (s.ptr[0] == '-' || s.ptr[0] == '+');
    size_t begin = at;
    *value = 0;
    for (; at < s.len && at < begin + 6 && s.ptr[at] >= '0' && s.ptr[at] <= '9'; at++) {
        *value = *value * 10 + (s.ptr[at] - '0');
    }
    *value = s.len > 0 && s.ptr[0] == '-' ? -*value : *value;
    return at == begin ? 0 : at;
}

/* '12-25', '+05:30', 'easter', 'easter-2', '3' */
static bool read_symbol(casus_str name, casus_symbol *out)
{
    int32_t first = 0;
    int32_t second = 0;
    for (const casus_name *n = names; n->name != NULL; n++) {
        if (casus_str_eq(name, casus_str_of(n->name))) {
            *out = n->symbol;
            return true;
        }
    }
    if (casus_str_starts(name, CASUS_STR("easter"))) {
        casus_str days = casus_str_slice(name, strlen("easter"), name.len);
        *out = (casus_symbol){CASUS_TIME_EASTER, 0};
        return days.len == 0 || read_number(days, &out->value) == days.len;
    }
    size_t len = read_number(name, &first);
    if (len == 0 || len == name.len) {
        *out = (casus_symbol){CASUS_TIME_NUMBER, first};
        return len > 0;
    }
    casus_str rest = casus_str_slice(name, len + 1, name.len);
    if (read_number(rest, &second) != rest.len || second < 0) {
        return false;
    }
    if (name.ptr[len] == '-') {
        *out = (casus_symbol){CASUS_TIME_HOLIDAY, first * 100 + second};
        return first >= 1 && first <= 12 && second >= 1 && second <= 31;
    }
    *out = (casus_symbol){CASUS_TIME_ZONE, first * 60 + (name.ptr[0] == '-' ? -second : second)};
    return name.ptr[len] == ':' && (name.ptr[0] == '+' || name.ptr[0] == '-');
}

const casus_rule_room casus_time_room = {operators, types, shapes, read_symbol};
