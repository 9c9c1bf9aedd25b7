/* The parts of a line that describes a claim: see support_ledger.h. */
#include "support_ledger_parts.h"

#include <math.h>

void test_ledger_wrong(const test_reading *r, const char *what)
{
    fail_msg("%s in: %.*s", what, (int)strcspn(r->line, "\n"), r->line);
}

/* A copy of text[0..len) with '_' as space; "-" is absent. */
casus_str test_ledger_copy(test_reading *r, const char *text, size_t len)
{
    if (len == 1 && *text == '-') {
        return CASUS_STR_NULL;
    }
    casus_str s = casus_arena_str(&r->ledger->arena, (casus_str){text, len});
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '_') {
            ((char *)(uintptr_t)s.ptr)[i] = ' ';
        }
    }
    return s;
}

/* The next part of *rest up to `sign`; false at the end. */
bool test_ledger_part(casus_str *rest, char sign, casus_str *out)
{
    if (rest->len == 0) {
        return false;
    }
    const char *end = memchr(rest->ptr, sign, rest->len);
    size_t n = end == NULL ? rest->len : (size_t)(end - rest->ptr);
    *out = (casus_str){rest->ptr, n};
    *rest = casus_str_slice(*rest, n + 1, rest->len);
    return true;
}

casus_date test_ledger_date(casus_str s)
{
    int y = 0;
    int m = 0;
    int d = 0;
    int hour = 0;
    int minute = 0;
    char text[32];
    snprintf(text, sizeof text, "%.*s", CASUS_STR_ARG(s));
    int n = sscanf(text, "%d-%d-%dT%d:%d", &y, &m, &d, &hour, &minute);
    if (n < 1) {
        return (casus_date){0};
    }
    return (casus_date){.from = CASUS_FROM_TEXT,
                        .precision = n == 1   ? CASUS_YEAR
                                     : n == 2 ? CASUS_MONTH
                                     : n == 3 ? CASUS_DAY
                                              : CASUS_MINUTE,
                        .year = (int16_t)y,
                        .month = (uint8_t)m,
                        .day = (uint8_t)d,
                        .hour = (uint8_t)hour,
                        .minute = (uint8_t)minute};
}

/* COUNTRY[/SECTOR.SECTOR][:Name] */
uint32_t test_ledger_actor(test_reading *r, casus_str s)
{
    casus_ledger *ledger = r->ledger;
    casus_actor actor = {0};
    casus_str whole = s;
    casus_str head = {0};
    casus_str country = {0};
    casus_str sector = {0};
    test_ledger_part(&s, ':', &head);
    test_ledger_part(&head, '/', &country);
    while (actor.n_sector < CASUS_MOST_SECTORS && test_ledger_part(&head, '.', &sector)) {
        actor.sector[actor.n_sector++] = test_ledger_copy(r, sector.ptr, sector.len);
    }
    actor.country = test_ledger_copy(r, country.ptr, country.len);
    actor.name = s.len > 0 ? test_ledger_copy(r, s.ptr, s.len) : test_ledger_copy(r, whole.ptr, whole.len);
    for (uint32_t i = 0; i < ledger->n_actor; i++) {
        if (casus_str_eq(ledger->actor[i].name, actor.name) && casus_str_eq(ledger->actor[i].country, actor.country)) {
            return i;
        }
    }
    ledger->actor[ledger->n_actor] = actor;
    return ledger->n_actor++;
}

static casus_place_precision read_precision(const test_reading *r, casus_str s)
{
    static const char *const names[] = {"site", "populated", "district", "region", "country", "area"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        if (casus_str_eq(s, casus_str_of(names[i]))) {
            return (casus_place_precision)i;
        }
    }
    test_ledger_wrong(r, "no such precision of a place");
    return CASUS_PLACE_SITE;
}

/* Name@latitude,longitude@CC[@precision] */
uint32_t test_ledger_place(test_reading *r, casus_str s)
{
    casus_ledger *ledger = r->ledger;
    casus_place place = {.precision = CASUS_PLACE_POPULATED};
    casus_str name = {0};
    casus_str point = {0};
    casus_str country = {0};
    test_ledger_part(&s, '@', &name);
    char text[64];
    if (!test_ledger_part(&s, '@', &point) || !test_ledger_part(&s, '@', &country)) {
        test_ledger_wrong(r, "a place is Name@latitude,longitude@CC");
    }
    snprintf(text, sizeof text, "%.*s", CASUS_STR_ARG(point));
    if (sscanf(text, "%lf,%lf", &place.latitude, &place.longitude) != 2) {
        test_ledger_wrong(r, "no latitude and longitude");
    }
    place.name = test_ledger_copy(r, name.ptr, name.len);
    place.country = test_ledger_copy(r, country.ptr, country.len);
    if (s.len > 0) {
        place.precision = read_precision(r, s);
    }
    for (uint32_t i = 0; i < ledger->n_place; i++) {
        if (casus_str_eq(ledger->place[i].name, place.name)) {
            return i;
        }
    }
    ledger->place[ledger->n_place] = place;
    return ledger->n_place++;
}

casus_indices test_ledger_list(test_reading *r, casus_str s, char sign, uint32_t (*one)(test_reading *, casus_str))
{
    casus_indices list = {CASUS_NEW(&r->ledger->arena, uint32_t, s.len + 1), 0};
    casus_str item = {0};
    while (test_ledger_part(&s, sign, &item)) {
        list.at[list.n++] = one(r, item);
    }
    return list;
}

/* [~][low-]best[-high]:item, parted by ';' */
void test_ledger_quantities(test_reading *r, casus_ledger_claim *claim, casus_str outcome, casus_str s)
{
    casus_str one = {0};
    while (test_ledger_part(&s, ';', &one)) {
        casus_ledger_quantity q = {.low = NAN, .best = NAN, .high = NAN, .side = CASUS_NONE, .outcome = outcome};
        casus_str value = {0};
        char text[64];
        q.exact = test_ledger_copy(r, one.ptr, one.len);
        if (casus_str_starts(one, CASUS_STR("~"))) {
            q.scope = CASUS_SCOPE_CUMULATIVE;
            one = casus_str_slice(one, 1, one.len);
        }
        test_ledger_part(&one, ':', &value);
        q.item = test_ledger_copy(r, one.ptr, one.len);
        snprintf(text, sizeof text, "%.*s", CASUS_STR_ARG(value));
        double a = 0;
        double b = 0;
        double c = 0;
        int n = sscanf(text[0] == '+' ? text + 1 : text, "%lf-%lf-%lf", &a, &b, &c);
        if (n < 1) {
            test_ledger_wrong(r, "no number");
        }
        q.low = a;
        q.best = text[0] == '+' || n == 2 ? (double)NAN : n == 3 ? b : a;
        q.high = text[0] == '+' ? (double)NAN : n == 3 ? c : n == 2 ? b : a;
        claim->quantity[claim->n_quantity++] = q;
    }
}

void test_ledger_fact(test_reading *r, casus_ledger_claim *claim, casus_str s)
{
    static const char *const facts[] = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"};
    for (unsigned i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (casus_str_eq(s, casus_str_of(facts[i]))) {
            claim->factuality = (casus_factuality)i;
            return;
        }
    }
    test_ledger_wrong(r, "no such factuality");
}

void test_ledger_tense(test_reading *r, casus_ledger_claim *claim, casus_str s)
{
    static const char *const tenses[] = {"past", "present", "future", "background"};
    for (unsigned i = 0; i < sizeof tenses / sizeof *tenses; i++) {
        if (casus_str_eq(s, casus_str_of(tenses[i]))) {
            claim->tense = (casus_tense)i;
            return;
        }
    }
    test_ledger_wrong(r, "no such tense");
}
