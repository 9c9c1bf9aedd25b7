/* Who is said to hold what: see hold.h. */
#include "cluster/hold.h"

#include "record/plover.h"

#include <stdlib.h>

/* How many sentences back a claim of control without a place takes it from. */
enum { REACH = 1 };

static bool kept(const casus_place *place)
{
    return place->precision != CASUS_PLACE_COUNTRY && place->precision != CASUS_PLACE_AREA;
}

static bool has_kept(const casus_ledger *ledger, casus_indices places)
{
    for (uint32_t i = 0; i < places.n; i++) {
        if (kept(&ledger->place[places.at[i]])) {
            return true;
        }
    }
    return false;
}

casus_indices casus_cluster__held_places(const casus_ledger *ledger, uint32_t claim)
{
    const casus_ledger_claim *claims = ledger->claim;
    if (claims[claim].place.n > 0) {
        return claims[claim].place;
    }
    uint32_t incident = claims[claim].incident;
    if (incident != CASUS_NONE && ledger->incident[incident].type == CASUS_CONTROL &&
        has_kept(ledger, ledger->incident[incident].place)) {
        return (casus_indices){ledger->incident[incident].place.at, 1};
    }
    for (uint32_t i = claim; i-- > 0 && claims[i].document == claims[claim].document &&
                             claims[i].sentence + REACH >= claims[claim].sentence;) {
        if (claims[i].type == CASUS_CONTROL && has_kept(ledger, claims[i].place)) {
            return claims[i].place;
        }
    }
    for (uint32_t i = claim + 1; i < ledger->n_claim && claims[i].document == claims[claim].document &&
                                 claims[i].sentence <= claims[claim].sentence + REACH;
         i++) {
        if (claims[i].type == CASUS_CONTROL && has_kept(ledger, claims[i].place)) {
            return claims[i].place;
        }
    }
    return (casus_indices){NULL, 0};
}

static void push(casus_desk *desk, casus_holds *holds, casus_hold hold)
{
    if (holds->n == holds->room) {
        uint32_t room = holds->room == 0 ? 64 : 2 * holds->room;
        casus_hold *more = CASUS_NEW(desk->arena, casus_hold, room);
        if (more == NULL) {
            desk->failed = true;
            return;
        }
        if (holds->n > 0) {
            memcpy(more, holds->at, holds->n * sizeof *more);
        }
        holds->at = more;
        holds->room = room;
    }
    holds->at[holds->n++] = hold;
}

bool casus_cluster__held_whole(const casus_ledger *ledger, uint32_t said, casus_indices places, uint32_t i)
{
    const casus_ledger_claim *claim = &ledger->claim[said];
    if (ledger->place[places.at[i]].precision < CASUS_PLACE_DISTRICT) {
        return true;
    }
    return places.n == 1 && claim->n_quantity == 0 &&
           (claim->mode & casus_mode_of(CASUS_CONTROL, CASUS_STR("capture"))) == 0;
}

/* What claim `said` states, told by `hold->voice` in claim `hold->claim`. */
static void state(casus_desk *desk, casus_holds *holds, const uint32_t *same, uint32_t said, casus_hold hold)
{
    const casus_ledger *ledger = desk->ledger;
    const casus_ledger_claim *claim = &ledger->claim[said];
    uint32_t lose = casus_mode_of(CASUS_CONTROL, CASUS_STR("lose"));
    uint32_t contest = casus_mode_of(CASUS_CONTROL, CASUS_STR("contest"));
    bool lost = (claim->mode & lose) != 0;
    hold.holder = casus_cluster__one_side(&desk->sides, lost ? claim->recipient : claim->actor);
    if (!lost && claim->actor.n == 0) {
        /* A party that tells of taking and holding without a name tells of its own. */
        uint32_t voice = casus_cluster__voice(&desk->sides, claim);
        hold.holder =
            voice != CASUS_NONE && !desk->sides.apart[voice] && casus_cluster__affirms(claim) ? voice : CASUS_NONE;
    }
    if (hold.holder == CASUS_NONE || (claim->mode & contest) != 0) {
        return;
    }
    hold.holds = hold.holds != lost;
    hold.taken = (claim->mode & (casus_mode_of(CASUS_CONTROL, CASUS_STR("capture")) | lose)) != 0;
    hold.when = casus_cluster__told_when(claim);
    casus_period published = casus_cluster__published(ledger, claim);
    if (hold.when.from == CASUS_NO_DAY) {
        hold.when.from = published.from;
    }
    if (hold.when.to == CASUS_NO_DAY || (!hold.taken && claim->tense == CASUS_PRESENT && hold.when.to < published.to)) {
        hold.when.to = published.to;
    }
    casus_indices places = casus_cluster__held_places(ledger, said);
    for (uint32_t i = 0; i < places.n; i++) {
        if (kept(&ledger->place[places.at[i]]) && casus_cluster__held_whole(ledger, said, places, i)) {
            hold.place = same[places.at[i]];
            push(desk, holds, hold);
        }
    }
}

static bool of_control(const casus_ledger *ledger, uint32_t claim)
{
    return ledger->claim[claim].type == CASUS_CONTROL && ledger->claim[claim].tense != CASUS_FUTURE &&
           !casus_cluster__history(ledger, claim);
}

/* What a denial without content says: the opposite of all claims of control that the one denied makes in its sentence. */
static void denied(casus_desk *desk, casus_holds *holds, const uint32_t *same, uint32_t denial)
{
    const casus_ledger_claim *claims = desk->ledger->claim, *target = &claims[desk->rejected[denial]];
    uint32_t voice = casus_cluster__voice(&desk->sides, target);
    casus_hold hold = {.claim = denial,
                       .voice = casus_cluster__one_side(&desk->sides, claims[denial].actor),
                       .speaker = claims[denial].actor.at[0]};
    for (uint32_t i = desk->rejected[denial] + 1; i-- > 0;) {
        if (claims[i].document != target->document || claims[i].sentence != target->sentence) {
            break;
        }
        if (of_control(desk->ledger, i) && casus_cluster__affirms(&claims[i]) &&
            casus_cluster__voice(&desk->sides, &claims[i]) == voice) {
            state(desk, holds, same, i, hold);
        }
    }
}

static int by_place(const void *a, const void *b)
{
    const casus_hold *x = a, *y = b;
    if (x->place != y->place) {
        return x->place < y->place ? -1 : 1;
    }
    return x->claim < y->claim ? -1 : x->claim > y->claim;
}

void casus_cluster__holds(casus_desk *desk, casus_holds *holds)
{
    *holds = (casus_holds){0};
    const uint32_t *same = casus_cluster__same_places(desk);
    for (uint32_t i = 0; i < desk->ledger->n_claim && !desk->failed; i++) {
        const casus_ledger_claim *claim = &desk->ledger->claim[i];
        bool denies = casus_cluster__denies(claim);
        if (desk->rejected[i] != CASUS_NONE && desk->ledger->claim[desk->rejected[i]].type == CASUS_CONTROL) {
            denied(desk, holds, same, i);
        } else if (of_control(desk->ledger, i) && (denies || casus_cluster__affirms(claim))) {
            casus_hold hold = {.claim = i,
                               .voice = casus_cluster__voice(&desk->sides, claim),
                               .speaker = CASUS_NONE,
                               .holds = !denies};
            state(desk, holds, same, i, hold);
        }
    }
    if (holds->n > 1) {
        qsort(holds->at, holds->n, sizeof *holds->at, by_place);
    }
}
