/*
 * Who did it, who began: two sides that blame each other in one breath; and the one blamed who blames another.
 */
#include "cluster/desk.h"
#include "record/plover.h"

/* How many sentences apart two accusations may stand that answer each other without being of one incident; and how many claims. */
enum { REACH = 3, MOST = 64 };

/* Whether these are actors of two sides at war, or at least of two sides that may be. */
static bool two_parties(const casus_desk *desk, casus_indices actors)
{
    const casus_sides *sides = &desk->sides;
    uint32_t first = CASUS_NONE, parties = 0;
    for (uint32_t i = 0; i < actors.n; i++) {
        uint32_t side = sides->side[actors.at[i]];
        if (side != CASUS_NONE && !sides->apart[side] && side != first) {
            first = side;
            parties++;
        }
    }
    return parties == 2;
}

/* The name of the party among `actors` that is not `side`. */
static casus_str the_other(const casus_desk *desk, casus_indices actors, uint32_t side)
{
    for (uint32_t i = 0; i < actors.n; i++) {
        uint32_t other = desk->sides.side[actors.at[i]];
        if (other != CASUS_NONE && other != side && !desk->sides.apart[other]) {
            return casus_cluster__side_name(&desk->sides, other);
        }
    }
    return CASUS_STR_NULL;
}

/* 'Both sides accuse each other': each names the other. */
static bool mutual(const casus_desk *desk, const casus_ledger_claim *claim)
{
    const casus_sides *sides = &desk->sides;
    if (claim->type == CASUS_ACCUSE) {
        for (uint32_t i = 0; i < claim->recipient.n; i++) {
            uint32_t side = sides->side[claim->recipient.at[i]];
            if (side != CASUS_NONE && !casus_cluster__has_side(sides, claim->actor, side)) {
                return false;
            }
        }
        return casus_cluster__affirms(claim) && claim->tense != CASUS_BACKGROUND &&
               claim->mode != casus_mode_of(CASUS_ACCUSE, CASUS_STR("disapprove")) && two_parties(desk, claim->actor);
    }
    if (claim->type != CASUS_ASSAULT || !casus_cluster__affirms(claim) || !two_parties(desk, claim->actor) ||
        !two_parties(desk, claim->source) || claim->recipient.n > 0) {
        return false;
    }
    for (uint32_t i = 0; i < claim->source.n; i++) {
        if (!casus_cluster__has_side(sides, claim->actor, sides->side[claim->source.at[i]])) {
            return false;
        }
    }
    return true;
}

static void take_mutual(casus_desk *desk, uint32_t claim)
{
    casus_indices actors = desk->ledger->claim[claim].actor;
    casus_draft *draft = casus_cluster__draft(desk, claim, CASUS_STR("actor"));
    for (uint32_t i = 0; i < actors.n; i++) {
        uint32_t side = desk->sides.side[actors.at[i]];
        casus_str value = the_other(desk, actors, side);
        if (side != CASUS_NONE && value.ptr != NULL) {
            casus_cluster__take(desk, draft, value, claim, actors.at[i]);
        }
    }
}

/* An accusation: `by` says that `of` did it. */
typedef struct blame {
    uint32_t claim, by, of;
} blame;

/* What the claim says somebody else did; .of CASUS_NONE: it is no accusation. */
static blame blame_in(const casus_desk *desk, uint32_t claim)
{
    const casus_ledger_claim *said = &desk->ledger->claim[claim];
    const casus_sides *sides = &desk->sides;
    blame none = {claim, CASUS_NONE, CASUS_NONE}, made = none;
    if (!casus_cluster__affirms(said) || said->tense == CASUS_BACKGROUND || said->tense == CASUS_FUTURE) {
        return none;
    }
    if (said->type == CASUS_ACCUSE && said->mode != casus_mode_of(CASUS_ACCUSE, CASUS_STR("disapprove"))) {
        made.by = casus_cluster__one_side(sides, said->actor);
        made.of = casus_cluster__one_side(sides, said->recipient);
    } else if (said->type == CASUS_ASSAULT || said->type == CASUS_COERCE) {
        made.by = casus_cluster__voice(sides, said);
        made.of = casus_cluster__one_side(sides, said->actor);
    }
    bool known = made.by != CASUS_NONE && made.of != CASUS_NONE && made.by != made.of && !sides->apart[made.of];
    return known ? made : none;
}

/* Whether two claims can be of one happening: of one incident, or near in a text and not told to be apart. */
static bool linked(const casus_desk *desk, uint32_t first, uint32_t second)
{
    const casus_ledger_claim *a = &desk->ledger->claim[first], *b = &desk->ledger->claim[second];
    if (a->incident != CASUS_NONE && a->incident == b->incident) {
        return true;
    }
    uint32_t apart = a->sentence > b->sentence ? a->sentence - b->sentence : b->sentence - a->sentence;
    if (a->document != b->document || apart > REACH ||
        !casus_cluster__may_overlap(casus_cluster__told_when(a), casus_cluster__told_when(b))) {
        return false;
    }
    bool share = a->place.n == 0 || b->place.n == 0;
    for (uint32_t i = 0; i < a->place.n; i++) {
        for (uint32_t j = 0; j < b->place.n; j++) {
            share = share || a->place.at[i] == b->place.at[j];
        }
    }
    return share;
}

static void answer(casus_desk *desk, blame a, blame b)
{
    casus_draft *draft = casus_cluster__draft(desk, a.claim, CASUS_STR("actor"));
    const casus_ledger_claim *claims = desk->ledger->claim;
    casus_str first = casus_cluster__side_name(&desk->sides, a.of);
    casus_str second = casus_cluster__side_name(&desk->sides, b.of);
    casus_cluster__take(desk, draft, first, a.claim,
                        claims[a.claim].type == CASUS_ACCUSE ? claims[a.claim].actor.at[0] : CASUS_NONE);
    casus_cluster__take(desk, draft, second, b.claim,
                        claims[b.claim].type == CASUS_ACCUSE ? claims[b.claim].actor.at[0] : CASUS_NONE);
}

/* The one blamed blames another. */
static bool answers(blame a, blame b)
{
    return a.of != b.of && a.by != b.by && (b.by == a.of || a.by == b.of);
}

/* Whether the one blamed says that it was he who was attacked, without a word of dead or wounded. */
static bool victim_too(const casus_desk *desk, uint32_t claim, uint32_t side)
{
    const casus_ledger_claim *said = &desk->ledger->claim[claim];
    return said->type == CASUS_ASSAULT && casus_cluster__affirms(said) && said->tense != CASUS_BACKGROUND &&
           said->actor.n == 0 && said->n_quantity == 0 && casus_cluster__voice(&desk->sides, said) == side &&
           casus_cluster__has_side(&desk->sides, said->recipient, side);
}

/* Accusations near each other in a document. */
static void within_document(casus_desk *desk, uint32_t claim, blame made)
{
    const casus_ledger_claim *claims = desk->ledger->claim;
    for (uint32_t i = claim; i-- > 0 && claims[i].document == claims[claim].document;) {
        if (claims[i].sentence + REACH < claims[claim].sentence || claim - i > MOST) {
            break;
        }
        blame before = blame_in(desk, i);
        if (before.of != CASUS_NONE && answers(before, made) && linked(desk, i, claim)) {
            answer(desk, before, made);
        }
    }
    uint32_t next = claim + 1;
    if (claims[claim].type == CASUS_ASSAULT && next < desk->ledger->n_claim &&
        claims[next].document == claims[claim].document && claims[next].sentence <= claims[claim].sentence + 1 &&
        victim_too(desk, next, made.of)) {
        blame back = {next, made.of, made.by};
        answer(desk, made, back);
    }
}

/*
 * Two armed groups that are no state's and each say that it was they, and not one of them with the other: both cannot
 * have done it alone.
 */
static bool rival_boasts(const casus_desk *desk, const casus_incident *incident, uint32_t first, uint32_t second)
{
    const casus_sides *sides = &desk->sides;
    const casus_ledger_claim *a = &desk->ledger->claim[first], *b = &desk->ledger->claim[second];
    uint32_t one = casus_cluster__one_side(sides, a->actor), other = casus_cluster__one_side(sides, b->actor);
    bool shared = false;
    for (uint32_t i = 0; i < a->recipient.n; i++) {
        shared = shared || casus_cluster__has_side(sides, b->recipient, sides->side[a->recipient.at[i]]);
    }
    if (one == other || !shared) {
        return false;
    }
    for (uint32_t i = 0; i < incident->claim.n; i++) {
        const casus_ledger_claim *claim = &desk->ledger->claim[incident->claim.at[i]];
        if (casus_cluster__has_side(sides, claim->actor, one) && casus_cluster__has_side(sides, claim->actor, other)) {
            return false;
        }
    }
    return true;
}

/* Whether an armed group that is no state's says that it did it. */
static bool boast(const casus_desk *desk, const casus_ledger_claim *claim)
{
    static const char *const armed[] = {"REB", "PRM", "OPP", "UAF"};
    uint32_t side = casus_cluster__one_side(&desk->sides, claim->actor);
    if (claim->type != CASUS_ASSAULT || !casus_cluster__affirms(claim) || claim->tense == CASUS_BACKGROUND ||
        side == CASUS_NONE || casus_cluster__voice(&desk->sides, claim) != side) {
        return false;
    }
    const casus_actor *actor = &desk->ledger->actor[claim->actor.at[0]];
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        for (size_t j = 0; j < sizeof armed / sizeof *armed; j++) {
            if (casus_str_eq(actor->sector[i], casus_str_of(armed[j]))) {
                return true;
            }
        }
    }
    return false;
}

/* Accusations of one incident: those of the first two sides blamed that blame each other. */
static void within_incident(casus_desk *desk, const casus_incident *incident)
{
    blame first = {CASUS_NONE, CASUS_NONE, CASUS_NONE};
    uint32_t boasted = CASUS_NONE;
    for (uint32_t i = 0; i < incident->claim.n; i++) {
        uint32_t claim = incident->claim.at[i];
        blame made = blame_in(desk, claim);
        if (boast(desk, &desk->ledger->claim[claim])) {
            if (boasted == CASUS_NONE) {
                boasted = claim;
            } else if (rival_boasts(desk, incident, boasted, claim)) {
                uint32_t *side = desk->sides.side, a = desk->ledger->claim[boasted].actor.at[0];
                answer(desk, (blame){boasted, CASUS_NONE, side[a]},
                       (blame){claim, CASUS_NONE, side[desk->ledger->claim[claim].actor.at[0]]});
            }
        }
        if (made.of == CASUS_NONE) {
            continue;
        }
        if (first.of == CASUS_NONE) {
            first = made;
        } else if (answers(first, made)) {
            answer(desk, first, made);
        }
    }
}

void casus_cluster__find_blame(casus_desk *desk)
{
    for (uint32_t i = 0; i < desk->ledger->n_claim && !desk->failed; i++) {
        blame made = blame_in(desk, i);
        if (mutual(desk, &desk->ledger->claim[i])) {
            take_mutual(desk, i);
        } else if (made.of != CASUS_NONE) {
            within_document(desk, i, made);
        }
    }
    for (uint32_t i = 0; i < desk->ledger->n_incident && !desk->failed; i++) {
        within_incident(desk, &desk->ledger->incident[i]);
    }
}
