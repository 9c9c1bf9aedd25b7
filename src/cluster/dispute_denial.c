/*
 * What one says and another denies: a denial that tells its content (CT-) against claims of the same incident, and a
 * denial that refers back ('it rejects that') against the claim just before it. Whether something happened is in
 * dispute, or only who did it.
 */
#include "cluster/desk.h"
#include "cluster/figure.h"
#include "cluster/truce.h"

/* How far back, in sentences, a denial without content reaches; and one that tells whose word it denies. */
enum { REACH = 2, FAR_REACH = 6 };

static bool told_by(const casus_desk *desk, const casus_ledger_claim *claim, uint32_t side)
{
    return side != CASUS_NONE && casus_cluster__voice(&desk->sides, claim) == side;
}

/* Types of what is said or asked: nobody denies a call or a visit of somebody else by rejecting it. */
static bool deniable(const casus_ledger_claim *claim)
{
    switch (claim->type) {
    case CASUS_REQUEST:
    case CASUS_CONSULT:
    case CASUS_REJECT:
    case CASUS_THREATEN:
    case CASUS_PROTEST:
        return false;
    default:
        return casus_cluster__affirms(claim) && claim->tense != CASUS_BACKGROUND && claim->tense != CASUS_FUTURE;
    }
}

/*
 * How well `claim` fits as what `denier` rejects; 0: not at all. Best is what accuses the denier himself, then what a
 * rival says, then what anybody named says, last the outlet's own report of a deed of the denier's.
 */
static unsigned fit(const casus_desk *desk, const casus_ledger_claim *claim, uint32_t denier)
{
    uint32_t voice = casus_cluster__voice(&desk->sides, claim);
    if (!deniable(claim) || denier == CASUS_NONE || voice == denier) {
        return 0;
    }
    bool accused = casus_cluster__has_side(&desk->sides, claim->actor, denier) ||
                   (claim->type == CASUS_ACCUSE && casus_cluster__has_side(&desk->sides, claim->recipient, denier));
    if (claim->type == CASUS_ACCUSE) {
        return accused && claim->actor.n > 0 && !casus_cluster__has_side(&desk->sides, claim->actor, denier) ? 2 : 0;
    }
    if (voice == CASUS_NONE) {
        return accused ? 1 : 0;
    }
    /* What somebody says of his own deeds is the last of his words that another would reject. */
    bool own = casus_cluster__has_side(&desk->sides, claim->actor, voice);
    return accused ? 5 : casus_cluster__rivals(desk, voice, denier) ? (own && claim->type == CASUS_ASSAULT ? 3 : 4) : 2;
}

/*
 * The best fit in the same sentence or those before; of equals the nearest. Whose word is rejected, where that is told,
 * is looked for farther back.
 */
static uint32_t rejected_by(const casus_desk *desk, uint32_t denial)
{
    const casus_ledger_claim *claims = desk->ledger->claim, *said = &claims[denial];
    uint32_t denier = casus_cluster__one_side(&desk->sides, said->actor), best = CASUS_NONE;
    uint32_t whose = casus_cluster__one_side(&desk->sides, said->recipient);
    unsigned most = 0;
    for (uint32_t i = denial; i-- > 0 && claims[i].document == said->document;) {
        uint32_t back = said->sentence - claims[i].sentence;
        if (back > FAR_REACH || (back > REACH && whose == CASUS_NONE)) {
            break;
        }
        unsigned good = fit(desk, &claims[i], denier);
        bool his = whose == CASUS_NONE || casus_cluster__voice(&desk->sides, &claims[i]) == whose;
        if (good > most && (his || back <= REACH)) {
            most = good;
            best = i;
        }
    }
    return best;
}

void casus_cluster__find_rejected(casus_desk *desk)
{
    for (uint32_t i = 0; i < desk->ledger->n_claim; i++) {
        const casus_ledger_claim *claim = &desk->ledger->claim[i];
        /* With a mode it is a refusal: of help, of talks, to give way. */
        if (claim->type == CASUS_REJECT && claim->mode == 0 && casus_cluster__affirms(claim) &&
            claim->tense != CASUS_BACKGROUND && claim->tense != CASUS_FUTURE) {
            desk->rejected[i] = rejected_by(desk, i);
        }
    }
}

/* The first figure of harm that is more than a 'one' of grammar; NULL: none. */
static const casus_ledger_quantity *toll(const casus_ledger_claim *claim)
{
    static const char *const harm[] = {"killed",   "wounded",   "missing", "captured",  "displaced",
                                       "detained", "destroyed", "damaged", "shot-down", "lost"};
    for (uint32_t i = 0; i < claim->n_quantity; i++) {
        const casus_ledger_quantity *figure = &claim->quantity[i];
        for (size_t j = 0; figure->item.len > 0 && j < sizeof harm / sizeof *harm; j++) {
            if (casus_str_eq(figure->outcome, casus_str_of(harm[j])) && casus_cluster__bounds(figure).to > 1) {
                return figure;
            }
        }
    }
    return NULL;
}

/* Whether the sentence of the accusation counts dead, hurt or destroyed. */
static bool with_toll(const casus_desk *desk, uint32_t claim)
{
    const casus_ledger_claim *claims = desk->ledger->claim;
    for (uint32_t i = claim + 1; i-- > 0;) {
        if (claims[i].document != claims[claim].document || claims[i].sentence != claims[claim].sentence) {
            break;
        }
        if (claims[i].type == CASUS_ASSAULT && casus_cluster__affirms(&claims[i]) && toll(&claims[i]) != NULL) {
            return true;
        }
    }
    return false;
}

/* Whether the attack is told as a fact, with its toll or by others, and not only by those who accuse `side` of it. */
static bool borne_out(const casus_desk *desk, uint32_t accusation, uint32_t side)
{
    uint32_t incident = desk->ledger->claim[accusation].incident;
    if (with_toll(desk, accusation)) {
        return true;
    }
    if (incident == CASUS_NONE) {
        return false;
    }
    casus_indices claims = desk->ledger->incident[incident].claim;
    for (uint32_t i = 0; i < claims.n; i++) {
        const casus_ledger_claim *claim = &desk->ledger->claim[claims.at[i]];
        bool names = casus_cluster__has_side(&desk->sides, claim->actor, side);
        if (claim->type == CASUS_ASSAULT && casus_cluster__affirms(claim) &&
            (told_by(desk, claim, side) || claim->source.n == 0 || (!names && claim->n_quantity > 0))) {
            return true;
        }
    }
    return false;
}

/* The names of those who did it, as the claim has it. */
static casus_str culprits(casus_desk *desk, const casus_ledger_claim *claim)
{
    casus_str names = CASUS_STR("");
    uint32_t last = CASUS_NONE;
    for (uint32_t i = 0; i < claim->actor.n; i++) {
        uint32_t side = desk->sides.side[claim->actor.at[i]];
        if (side != CASUS_NONE && side != last) {
            casus_str name = casus_cluster__side_name(&desk->sides, side);
            names = casus_cluster__text(desk, "%.*s%s%.*s", CASUS_STR_ARG(names), last == CASUS_NONE ? "" : ", ",
                                        CASUS_STR_ARG(name));
            last = side;
        }
    }
    return names;
}

/* Whether an outlet in its own voice tells of the claim's incident. */
static bool told_by_outlet(const casus_desk *desk, const casus_ledger_claim *claim)
{
    if (claim->incident == CASUS_NONE) {
        return false;
    }
    casus_indices all = desk->ledger->incident[claim->incident].claim;
    for (uint32_t i = 0; i < all.n; i++) {
        const casus_ledger_claim *other = &desk->ledger->claim[all.at[i]];
        if (other->source.n == 0 && other->voice == CASUS_ATTRIBUTION_OWN && casus_cluster__affirms(other)) {
            return true;
        }
    }
    return false;
}

/* A claim of the same incident and voice that names the denier as the one who did it; else `claim`. */
static uint32_t accusation(const casus_desk *desk, uint32_t claim, uint32_t denier)
{
    const casus_ledger_claim *claims = desk->ledger->claim;
    if (claims[claim].incident == CASUS_NONE || casus_cluster__has_side(&desk->sides, claims[claim].actor, denier)) {
        return claim;
    }
    casus_indices all = desk->ledger->incident[claims[claim].incident].claim;
    uint32_t voice = casus_cluster__voice(&desk->sides, &claims[claim]);
    for (uint32_t i = 0; i < all.n; i++) {
        if (casus_cluster__voice(&desk->sides, &claims[all.at[i]]) == voice &&
            casus_cluster__affirms(&claims[all.at[i]]) &&
            casus_cluster__has_side(&desk->sides, claims[all.at[i]].actor, denier)) {
            return all.at[i];
        }
    }
    return claim;
}

/* Note that `denial` denies `claim`; of his own hand in it, if it is known to have happened. */
static void oppose(casus_desk *desk, uint32_t claim, uint32_t denial, uint32_t denier, uint32_t speaker)
{
    if (desk->ledger->claim[denial].type == CASUS_REJECT) {
        claim = accusation(desk, claim, denier);
    }
    const casus_ledger_claim *said = &desk->ledger->claim[claim], *denied = &desk->ledger->claim[denial];
    bool own_deed = casus_cluster__has_side(&desk->sides, said->actor, denier) ||
                    (denied->type == CASUS_REJECT && said->actor.n > 0 &&
                     !casus_cluster__has_side(&desk->sides, said->actor, casus_cluster__voice(&desk->sides, said)));
    /* 'No civilians were hit' denies the harm, 'we did not fire' the deed. */
    bool deed = denied->type == CASUS_REJECT || denied->actor.n > 0 || denied->recipient.n == 0;
    if (denied->type == CASUS_REJECT && said->actor.n == 0) {
        own_deed = casus_cluster__rivals(desk, casus_cluster__voice(&desk->sides, said), denier);
    }
    if (said->type == CASUS_ASSAULT && !own_deed && deed && denied->type != CASUS_REJECT &&
        told_by_outlet(desk, said)) {
        return; /* 'we did not', where nobody said that they did */
    }
    if (said->type == CASUS_ASSAULT && own_deed && deed && borne_out(desk, claim, denier)) {
        casus_draft *draft = casus_cluster__draft(desk, claim, CASUS_STR("actor"));
        casus_str side = casus_cluster__side_name(&desk->sides, denier);
        casus_cluster__take(desk, draft, said->actor.n == 0 ? side : culprits(desk, said), claim, CASUS_NONE);
        casus_cluster__take(desk, draft, casus_cluster__text(desk, "not %.*s", CASUS_STR_ARG(side)), denial, speaker);
        return;
    }
    casus_draft *draft = casus_cluster__draft(desk, claim, CASUS_STR("happened"));
    casus_cluster__take(desk, draft, CASUS_STR("happened"), claim, CASUS_NONE);
    casus_cluster__take(desk, draft, CASUS_STR("did not happen"), denial, speaker);
}

/* Whom the claim says was hit, or whose dead it counts. */
static uint32_t hit_by(const casus_sides *sides, const casus_ledger_claim *claim)
{
    uint32_t hit = casus_cluster__one_side(sides, claim->recipient);
    return hit == CASUS_NONE && claim->n_quantity > 0 ? casus_cluster__whose(sides, claim, &claim->quantity[0]) : hit;
}

/* Whether a denial with content is of what `claim` asserts. */
static bool same_content(const casus_desk *desk, const casus_ledger_claim *denial, const casus_ledger_claim *claim)
{
    const casus_sides *sides = &desk->sides;
    if (claim->type != denial->type || !casus_cluster__affirms(claim) || claim->tense == CASUS_BACKGROUND ||
        (denial->mode != 0 && claim->mode != 0 && (denial->mode & claim->mode) == 0)) {
        return false;
    }
    uint32_t actor = casus_cluster__one_side(sides, denial->actor);
    uint32_t denier = casus_cluster__voice(sides, denial);
    if (actor != CASUS_NONE && claim->actor.n > 0 && !casus_cluster__has_side(sides, claim->actor, actor)) {
        return false;
    }
    uint32_t hit = casus_cluster__one_side(sides, denial->recipient);
    uint32_t target = hit_by(sides, claim);
    if (hit != CASUS_NONE && target != CASUS_NONE && hit != target) {
        return false;
    }
    /* Not to differ is not enough: something of it must be the same. */
    return (denial->mode & claim->mode) != 0 || (hit != CASUS_NONE && hit == target) ||
           casus_cluster__has_side(sides, claim->actor, actor) ||
           casus_cluster__one_side(sides, claim->actor) == denier ||
           (denial->mode == 0 && claim->mode == 0 && casus_str_eq(denial->trigger, claim->trigger)) ||
           (claim->type != CASUS_ASSAULT && claim->mode == denial->mode);
}

static void deny(casus_desk *desk, uint32_t denial)
{
    const casus_ledger *ledger = desk->ledger;
    const casus_ledger_claim *said = &ledger->claim[denial];
    uint32_t denier = casus_cluster__voice(&desk->sides, said);
    if (denier == CASUS_NONE || said->incident == CASUS_NONE) {
        return;
    }
    casus_indices claims = ledger->incident[said->incident].claim;
    /* Where some accuse the denier himself, it is them that he denies. */
    bool accused = false;
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < claims.n; i++) {
            const casus_ledger_claim *claim = &ledger->claim[claims.at[i]];
            bool names = casus_cluster__has_side(&desk->sides, claim->actor, denier);
            uint32_t voice = casus_cluster__voice(&desk->sides, claim);
            if (voice == denier || (voice == CASUS_NONE && !names) || !same_content(desk, said, claim)) {
                continue;
            }
            accused = accused || names;
            if (pass == 1 && names == accused) {
                oppose(desk, claims.at[i], denial, denier, CASUS_NONE);
            }
        }
    }
}

/* Whether the denier himself tells of the event: then it is the figure that he denies. */
static bool admits(const casus_desk *desk, uint32_t claim, uint32_t denial, uint32_t denier)
{
    const casus_ledger_claim *claims = desk->ledger->claim;
    for (uint32_t i = claim + 1; i < desk->ledger->n_claim && claims[i].document == claims[claim].document; i++) {
        if (claims[i].sentence > claims[denial].sentence + 1) {
            break;
        }
        bool known = claims[i].incident != CASUS_NONE && claims[claim].incident != CASUS_NONE;
        if (claims[i].type == claims[claim].type && told_by(desk, &claims[i], denier) &&
            casus_cluster__affirms(&claims[i]) && (!known || claims[i].incident == claims[claim].incident) &&
            (claims[i].actor.n == 0 || casus_cluster__has_side(&desk->sides, claims[i].actor, denier))) {
            return true;
        }
    }
    return false;
}

static void reject(casus_desk *desk, uint32_t denial)
{
    const casus_ledger_claim *claims = desk->ledger->claim;
    uint32_t claim = desk->rejected[denial], denier = casus_cluster__one_side(&desk->sides, claims[denial].actor);
    uint32_t speaker = claims[denial].actor.at[0];
    const casus_ledger_quantity *figure = toll(&claims[claim]);
    if (claims[claim].type == CASUS_CONTROL) {
        return; /* dispute_control.c */
    }
    /* A count of the enemy's dead that the enemy denies is the count that he denies. */
    bool his_dead = figure != NULL && casus_cluster__whose(&desk->sides, &claims[claim], figure) == denier;
    if (figure == NULL || !(his_dead || admits(desk, claim, denial, denier))) {
        oppose(desk, claim, denial, denier, speaker);
        return;
    }
    casus_draft *draft =
        casus_cluster__draft(desk, claim, casus_cluster__figure_about(desk, figure->outcome, figure->item));
    casus_cluster__take(desk, draft, casus_cluster__figure_value(desk, figure), claim, CASUS_NONE);
    casus_cluster__take(desk, draft, CASUS_STR("denied"), denial, speaker);
}

/* One says that a ceasefire holds, another that it was broken. */
static void broken(casus_desk *desk, uint32_t breach, uint32_t truce)
{
    const casus_ledger_claim *claims = desk->ledger->claim;
    uint32_t voice = casus_cluster__voice(&desk->sides, &claims[breach]);
    if (voice == CASUS_NONE || voice == casus_cluster__voice(&desk->sides, &claims[truce]) ||
        claims[breach].actor.n > 1) {
        return; /* sides that both broke it, as each says of the other: dispute_blame.c */
    }
    casus_draft *draft = casus_cluster__draft(desk, truce, CASUS_STR("happened"));
    casus_cluster__take(desk, draft, CASUS_STR("in force"), truce, CASUS_NONE);
    casus_cluster__take(desk, draft, CASUS_STR("broken"), breach, CASUS_NONE);
}

void casus_cluster__find_denials(casus_desk *desk)
{
    for (uint32_t i = 0; i < desk->ledger->n_claim && !desk->failed; i++) {
        const casus_ledger_claim *claim = &desk->ledger->claim[i];
        uint32_t truce = casus_cluster__truce_broken(desk->ledger, i);
        if (truce != CASUS_NONE) {
            broken(desk, i, truce);
        } else if (desk->rejected[i] != CASUS_NONE) {
            reject(desk, i);
        } else if (casus_cluster__denies(claim) && claim->type != CASUS_CONTROL && claim->type != CASUS_REJECT &&
                   claim->type != CASUS_ACCUSE && claim->tense != CASUS_BACKGROUND) {
            deny(desk, i);
        }
    }
}
