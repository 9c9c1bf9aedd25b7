/* Days since 1970-01-01 of civil dates: see day.h. */
#include "cluster/day.h"

/* Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil). */
static int32_t day_number(int32_t year, int32_t month, int32_t day)
{
    year -= month <= 2;
    int32_t era = (year >= 0 ? year : year - 399) / 400, of_era = year - era * 400;
    int32_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int32_t casus_cluster__day_first(casus_date date)
{
    if (date.from == CASUS_FROM_NOWHERE) {
        return CASUS_NO_DAY;
    }
    return day_number(date.year, date.precision == CASUS_YEAR ? 1 : date.month,
                      date.precision < CASUS_DAY ? 1 : date.day);
}

int32_t casus_cluster__day_last(casus_date date)
{
    if (date.from == CASUS_FROM_NOWHERE) {
        return CASUS_NO_DAY;
    }
    switch (date.precision) {
    case CASUS_YEAR:
        return day_number(date.year, 12, 31);
    case CASUS_MONTH:
        return (date.month == 12 ? day_number(date.year + 1, 1, 1) : day_number(date.year, date.month + 1, 1)) - 1;
    case CASUS_DAY:
    case CASUS_MINUTE:
        break;
    }
    return day_number(date.year, date.month, date.day);
}

casus_period casus_cluster__told_when(const casus_ledger_claim *claim)
{
    return (casus_period){casus_cluster__day_first(claim->from), casus_cluster__day_last(claim->to)};
}

casus_period casus_cluster__published(const casus_ledger *ledger, const casus_ledger_claim *claim)
{
    casus_date published = ledger->document[claim->document].published;
    return (casus_period){casus_cluster__day_first(published), casus_cluster__day_last(published)};
}

bool casus_cluster__history(const casus_ledger *ledger, uint32_t claim)
{
    const casus_ledger_claim *claims = ledger->claim;
    for (uint32_t i = claim;; i--) {
        casus_period when = casus_cluster__told_when(&claims[i]);
        int32_t published = casus_cluster__published(ledger, &claims[i]).from;
        if (claims[i].tense == CASUS_BACKGROUND) {
            return true;
        }
        if (when.to != CASUS_NO_DAY || when.from != CASUS_NO_DAY) {
            return when.to != CASUS_NO_DAY && published != CASUS_NO_DAY && when.to < published - 365;
        }
        if (claims[i].tense != CASUS_PAST || claims[i].source.n > 0 || i == 0 ||
            claims[i - 1].document != claims[i].document || claims[i - 1].sentence + 1 < claims[i].sentence) {
            return false;
        }
    }
}

bool casus_cluster__may_overlap(casus_period a, casus_period b)
{
    bool before = a.to != CASUS_NO_DAY && b.from != CASUS_NO_DAY && a.to < b.from;
    bool after = a.from != CASUS_NO_DAY && b.to != CASUS_NO_DAY && b.to < a.from;
    return !before && !after;
}

/* Minutes since midnight; a document dated to the day stands before those of that day dated to the minute. */
static int minute_of(casus_date date)
{
    return date.precision == CASUS_MINUTE ? date.hour * 60 + date.minute + 1 : 0;
}

int casus_cluster__compare(const casus_ledger *ledger, uint32_t a, uint32_t b)
{
    const casus_ledger_claim *x = &ledger->claim[a], *y = &ledger->claim[b];
    if (x->document != y->document) {
        const casus_ledger_doc *p = &ledger->document[x->document], *q = &ledger->document[y->document];
        int32_t first = casus_cluster__day_first(p->published), second = casus_cluster__day_first(q->published);
        if (first != second) {
            return first < second ? -1 : 1;
        }
        int minutes = minute_of(p->published) - minute_of(q->published);
        if (minutes != 0) {
            return minutes;
        }
        int bytes = memcmp(p->sha256, q->sha256, sizeof p->sha256);
        if (bytes != 0) {
            return bytes;
        }
    }
    return a < b ? -1 : a > b;
}

/* Merge sort, for qsort hands no ledger to its comparison. */
static void sort(const casus_ledger *ledger, uint32_t *at, uint32_t n, uint32_t *spare)
{
    if (n < 2) {
        return;
    }
    uint32_t half = n / 2, i = 0, j = half;
    sort(ledger, at, half, spare);
    sort(ledger, at + half, n - half, spare);
    for (uint32_t k = 0; k < n; k++) {
        bool left = j == n || (i < half && casus_cluster__compare(ledger, at[i], at[j]) <= 0);
        spare[k] = left ? at[i++] : at[j++];
    }
    memcpy(at, spare, n * sizeof *at);
}

uint32_t *casus_cluster__in_order(const casus_ledger *ledger, casus_indices claims, casus_arena *arena)
{
    uint32_t *list = CASUS_NEW(arena, uint32_t, claims.n + 1), *spare = CASUS_NEW(arena, uint32_t, claims.n + 1);
    if (list == NULL || spare == NULL) {
        return NULL;
    }
    for (uint32_t i = 0; i < claims.n; i++) {
        list[i] = claims.at[i];
    }
    sort(ledger, list, claims.n, spare);
    return list;
}
