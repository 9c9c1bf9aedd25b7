/* What a text is about: see company.h. */
#include "extract/company.h"

#include "pack/claim.h"
#include "world/world.h"

enum { SIGNS_OF_CONFLICT = 3 };

static bool is_listed(casus_str code, const char *const *list)
{
    for (; *list != NULL; list++) {
        if (casus_str_eq(code, casus_str_of(*list))) {
            return true;
        }
    }
    return false;
}

static bool has_sector(const casus_actor *actor, const char *const *list)
{
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        if (is_listed(actor->sector[i], list)) {
            return true;
        }
    }
    return false;
}

/* Those whose dealings are politics: the state and its arms, who fights or opposes it, bodies of states. */
static bool is_political(const casus_actor *actor)
{
    static const char *const sectors[] = {"GOV", "MIL", "REB", "PRM", "PRE", "SPY", "COP",
                                          "OPP", "LEG", "JUD", "PTY", "UAF", NULL};
    static const char *const bodies[] = {"UNO", "IGO", "EUR", "IMG", NULL};
    return has_sector(actor, sectors) || is_listed(actor->country, bodies);
}

/* Somebody who fights, polices, spies or opposes: what they do is seldom everyday government. */
static bool is_party_to_conflict(const casus_actor *actor)
{
    static const char *const sectors[] = {"MIL", "REB", "PRM", "PRE", "SPY", "COP", "OPP", "UAF", NULL};
    static const char *const bodies[] = {"UNO", "IGO", "EUR", "IMG", NULL};
    return has_sector(actor, sectors) || is_listed(actor->country, bodies);
}

/* How often a short text names a political actor; 0 for a longer text. */
static uint32_t politics_of(const casus_view *view)
{
    const casus_doc *doc = view->doc;
    uint32_t found = 0;
    if (doc->n_sentence > CASUS_MOST_SHORT_SENTENCES || doc->text.len > CASUS_MOST_SHORT_BYTES) {
        return 0;
    }
    for (uint32_t m = 0; m < doc->n_mention; m++) {
        bool political = false;
        for (uint32_t i = 0; i < doc->mention[m].n_actor; i++) {
            political = political || is_political(&doc->actor[doc->mention[m].actor[i]]);
        }
        found += political && doc->mention[m].kind != CASUS_MENTION_PRONOUN;
    }
    return found;
}

/* Whether more than a single country's government is named: another country, who fights it or opposes it. */
static bool names_others(const casus_doc *doc)
{
    casus_str country = {NULL, 0};
    for (uint32_t m = 0; m < doc->n_mention; m++) {
        for (uint32_t i = 0; i < doc->mention[m].n_actor; i++) {
            const casus_actor *actor = &doc->actor[doc->mention[m].actor[i]];
            if (is_party_to_conflict(actor) ||
                (country.len > 0 && actor->country.len > 0 && !casus_str_eq(actor->country, country))) {
                return true;
            }
            country = actor->country.len > 0 ? actor->country : country;
        }
    }
    for (uint32_t p = 1; p < doc->n_place; p++) { /* 'the Iraqi president arrived in Amman' */
        casus_str before = doc->place[p - 1].country;
        casus_str here = doc->place[p].country;
        if (before.len > 0 && here.len > 0 && !casus_str_eq(before, here)) {
            return true;
        }
    }
    return false;
}

casus_company casus_company_of(const casus_view *view)
{
    const casus_claim_pack *pack = view->pack->claim;
    uint32_t conflict = 0;
    uint32_t other = 0;
    for (uint32_t w = 0; w < view->doc->n_word; w++) {
        uint32_t number = view->word[w].lemma;
        uint32_t field = number != 0 && number <= pack->n_vocab ? pack->company_of_word[number] : CASUS_PACK_LAST;
        conflict += field == CASUS_FIELD_CONFLICT;
        other += field == CASUS_FIELD_OTHER;
    }
    if (conflict >= SIGNS_OF_CONFLICT ? conflict > other : conflict > 0 && other == 0) {
        return CASUS_COMPANY_CONFLICT;
    }
    uint32_t politics = politics_of(view);
    if (politics > 0 && other <= conflict) {
        return CASUS_COMPANY_POLITICS;
    }
    return politics + conflict > other ? CASUS_COMPANY_DEALINGS : CASUS_COMPANY_NONE;
}

/* The country itself, not somebody of its government. */
static bool is_state(const casus_view *view, const casus_actor *actor)
{
    const casus_actors *actors = &view->world->actors;
    casus_str name =
        actor->country.len == 0 ? CASUS_STR_NULL : casus_actors_label(actors, &actors->country, actor->country);
    return name.ptr != NULL && actor->name.len > 0 && casus_str_ends(name, actor->name);
}

/* Who can use force: the armed, and a state as such; no minister. */
static bool has_arms(const casus_view *view, const casus_actor *actor)
{
    static const char *const armed[] = {"MIL", "REB", "PRM", "PRE", "SPY", "COP", "UAF", NULL};
    return has_sector(actor, armed) || is_state(view, actor);
}

static bool holds(const casus_view *view, bool force, const casus_cast *cast)
{
    for (uint32_t i = 0; i < cast->n; i++) {
        const casus_actor *actor = &view->doc->actor[cast->role[i].actor];
        if (force ? has_arms(view, actor) : actor->country.len > 0 || is_political(actor)) {
            return true;
        }
    }
    return false;
}

bool casus_company_holds(const casus_view *view, casus_company company, casus_event_type type, const casus_cast *actor,
                         const casus_cast *recipient)
{
    if (company == CASUS_COMPANY_CONFLICT) {
        return true;
    }
    switch (type) {
    case CASUS_PROTEST:
        return true; /* its crowds have no name */
    case CASUS_ASSAULT:
    case CASUS_CONTROL:
        return company == CASUS_COMPANY_POLITICS && (holds(view, true, actor) || holds(view, true, recipient));
    case CASUS_AGREE: /* what governments do every day */
    case CASUS_CONSULT:
    case CASUS_SUPPORT:
    case CASUS_COOPERATE:
    case CASUS_AID:
    case CASUS_SANCTION:
        return names_others(view->doc) && (holds(view, false, actor) || holds(view, false, recipient));
    default:
        return holds(view, false, actor) || holds(view, false, recipient);
    }
}
