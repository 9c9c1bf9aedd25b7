/* Who holds a place: voices whose latest statements about it contradict one another at one time. */
#include "cluster/hold.h"

/* One holds through its period, or took it then; what the other says then or before excludes it. */
static bool at_one_time(const casus_hold *a, const casus_hold *b)
{
    if (casus_cluster__may_overlap(a->when, b->when)) {
        return true;
    }
    /* Taken first, and still held by somebody else afterwards. */
    const casus_hold *first = a->when.from < b->when.from ? a : b, *second = first == a ? b : a;
    return first->taken && !second->taken;
}

static bool contradict(const casus_desk *desk, const casus_hold *a, const casus_hold *b)
{
    const casus_ledger_claim *x = &desk->ledger->claim[a->claim], *y = &desk->ledger->claim[b->claim];
    bool undated = a->when.from == CASUS_NO_DAY || b->when.from == CASUS_NO_DAY;
    if (a->voice == b->voice || (undated && x->document != y->document)) {
        return false;
    }
    bool excluded = a->holder == b->holder ? a->holds != b->holds : a->holds && b->holds;
    return excluded && at_one_time(a, b);
}

static casus_str value_of(casus_desk *desk, const casus_hold *hold)
{
    return casus_cluster__text(desk, hold->holds ? "held by %.*s" : "not held by %.*s",
                               CASUS_STR_ARG(casus_cluster__side_name(&desk->sides, hold->holder)));
}

/* Whether a later statement of the same voice about the place replaces it. */
static bool replaced(const casus_desk *desk, const casus_hold *hold, const casus_hold *at, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (at[i].voice == hold->voice && casus_cluster__compare(desk->ledger, hold->claim, at[i].claim) < 0 &&
            (at[i].holder != hold->holder || at[i].holds != hold->holds)) {
            return true;
        }
    }
    return false;
}

/* Of a pair in contradiction, the claim that the dispute hangs by: one of an incident, if there is. */
static uint32_t lead_of(const casus_desk *desk, const casus_hold *a, const casus_hold *b)
{
    return desk->ledger->claim[a->claim].incident == CASUS_NONE && desk->ledger->claim[b->claim].incident != CASUS_NONE
               ? b->claim
               : a->claim;
}

/* The statements about one place. Those that contradict one another, or a common third, are one dispute. */
static void one_place(casus_desk *desk, casus_hold *at, uint32_t n)
{
    enum { MOST = 256 }; /* of the latest: a place that changes hands daily stays within reach */
    uint32_t lead[MOST];
    if (n > MOST) {
        at += n - MOST;
        n = MOST;
    }
    for (uint32_t i = 0; i < n; i++) {
        lead[i] = CASUS_NONE;
    }
    casus_str about = casus_cluster__text(desk, "control:%.*s", CASUS_STR_ARG(desk->ledger->place[at->place].name));
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t j = i + 1; j < n && !desk->failed; j++) {
            if (!contradict(desk, &at[i], &at[j]) || replaced(desk, &at[i], at, n) || replaced(desk, &at[j], at, n)) {
                continue;
            }
            uint32_t first = lead[i] != CASUS_NONE   ? lead[i]
                             : lead[j] != CASUS_NONE ? lead[j]
                                                     : lead_of(desk, &at[i], &at[j]);
            lead[i] = lead[j] = first;
            casus_draft *draft = casus_cluster__draft(desk, first, about);
            casus_cluster__take(desk, draft, value_of(desk, &at[i]), at[i].claim, at[i].speaker);
            casus_cluster__take(desk, draft, value_of(desk, &at[j]), at[j].claim, at[j].speaker);
        }
    }
}

void casus_cluster__find_control(casus_desk *desk)
{
    casus_holds holds;
    casus_cluster__holds(desk, &holds);
    for (uint32_t i = 0; i < holds.n && !desk->failed;) {
        uint32_t end = i + 1;
        while (end < holds.n && holds.at[end].place == holds.at[i].place) {
            end++;
        }
        one_place(desk, &holds.at[i], end - i);
        i = end;
    }
}
