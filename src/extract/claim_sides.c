/* Sides of a conflict: see claim_sides.h. Nothing here knows which sides there are. */
#include "extract/claim_sides.h"

bool casus_has_sector(const casus_actor *actor, const char *const *sectors)
{
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        for (const char *const *s = sectors; *s != NULL; s++) {
            if (casus_str_eq(actor->sector[i], casus_str_of(*s))) {
                return true;
            }
        }
    }
    return false;
}

static const char *const warring[] = {"MIL", "REB", "PRM", "PRE", "GOV", NULL};
static const char *const armed[] = {"MIL", "REB", "PRM", NULL};
static const char *const against[] = {"REB", "PRM", "PRE", "OPP", NULL};
static const char *const paramilitary[] = {"PRM", NULL};
static const char *const rising[] = {"REB", "PRE", "OPP", NULL};
static const char *const rebels[] = {"REB", NULL};
static const char *const bystander[] = {"CVL", "JRN", "MED", "REF", "BUS", NULL};

bool casus_is_against(const casus_actor *actor)
{
    return casus_has_sector(actor, against);
}

uint32_t casus_sides_of(casus_sides *sides, const casus_participant *p)
{
    const casus_actor *actor = &sides->doc->actor[p->actor];
    if (actor->country.len == 0 || casus_str_eq(actor->country, CASUS_STR("UNO")) ||
        !casus_has_sector(actor, warring) || casus_has_sector(actor, bystander)) {
        return CASUS_MOST_WARRING;
    }
    bool rebel = casus_has_sector(actor, against);
    bool hired = casus_has_sector(actor, paramilitary) && !casus_has_sector(actor, rising);
    for (uint32_t i = 0; i < sides->n; i++) {
        if (sides->side[i].against == rebel && sides->side[i].hired == hired &&
            casus_str_eq(sides->side[i].country, actor->country)) {
            return i;
        }
    }
    if (sides->n == CASUS_MOST_WARRING) {
        return CASUS_MOST_WARRING;
    }
    sides->side[sides->n] = (casus_side){.country = actor->country,
                                         .against = rebel,
                                         .hired = hired,
                                         .member = *p,
                                         .armed = casus_has_sector(actor, armed)};
    return sides->n++;
}

uint32_t casus_sides_tell(casus_sides *sides, const casus_participant *p)
{
    uint32_t s = casus_sides_of(sides, p);
    if (s < CASUS_MOST_WARRING) {
        sides->side[s].told++;
        if (!sides->side[s].armed && casus_has_sector(&sides->doc->actor[p->actor], armed)) {
            sides->side[s].member = *p;
            sides->side[s].armed = true;
        }
    }
    return s;
}

void casus_sides_see(casus_sides *sides, const casus_participants *roles)
{
    for (uint32_t i = 0; i < roles->n; i++) {
        uint32_t s = casus_sides_of(sides, &roles->role[i]);
        bool fights = casus_has_sector(&sides->doc->actor[roles->role[i].actor], armed);
        if (s < CASUS_MOST_WARRING && (fights || !sides->side[s].armed)) {
            sides->side[s].member = roles->role[i];
        }
    }
}

void casus_sides_oppose(casus_sides *sides, uint32_t a, uint32_t b)
{
    if (a < CASUS_MOST_WARRING && b < CASUS_MOST_WARRING && a != b) {
        sides->opposed[a][b]++;
        sides->opposed[b][a]++;
    }
}

uint32_t casus_sides_opponent(const casus_sides *sides, uint32_t s)
{
    uint32_t best = CASUS_MOST_WARRING;
    uint32_t most = 0;
    for (uint32_t i = 0; s < CASUS_MOST_WARRING && i < sides->n; i++) {
        if (sides->opposed[s][i] > most) {
            most = sides->opposed[s][i];
            best = i;
        } else if (sides->opposed[s][i] == most && most > 0 && best < CASUS_MOST_WARRING &&
                   sides->side[i].told > sides->side[best].told) {
            best = i;
        }
    }
    return best;
}

/* The only side that fights as a state, or against one; CASUS_MOST_WARRING: there is none, or several. */
static uint32_t only_side(const casus_sides *sides, bool group)
{
    uint32_t found = CASUS_MOST_WARRING;
    for (uint32_t i = 0; i < sides->n; i++) {
        if (sides->side[i].against != group || sides->side[i].told == 0) {
            continue;
        }
        if (found != CASUS_MOST_WARRING) {
            return CASUS_MOST_WARRING;
        }
        found = i;
    }
    bool alliance = found < CASUS_MOST_WARRING && casus_str_eq(sides->side[found].country, CASUS_STR("IGO"));
    return alliance ? CASUS_MOST_WARRING : found; /* whose members are not told */
}

void casus_sides_settle(const casus_sides *sides, const casus_view *view, casus_participants *roles)
{
    static const char *const state[] = {"MIL", "GOV", NULL};
    for (uint32_t i = 0; i < roles->n; i++) {
        const casus_actor *actor = &sides->doc->actor[roles->role[i].actor];
        bool group = casus_has_sector(actor, rebels);
        if (actor->country.len > 0 || actor->person || (!group && !casus_has_sector(actor, state))) {
            continue;
        }
        uint32_t only = only_side(sides, group);
        if (only == CASUS_MOST_WARRING) {
            continue;
        }
        uint32_t found = casus_has_sector(actor, armed) && sides->side[only].armed
                             ? sides->side[only].member.actor
                             : casus_actor_of_country(view, roles->role[i].actor, sides->side[only].country);
        roles->role[i].actor = found == CASUS_NO_ACTOR ? roles->role[i].actor : found;
    }
}
