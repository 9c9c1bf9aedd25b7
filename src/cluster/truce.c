/* Ceasefires agreed and broken: see truce.h. */
#include "cluster/truce.h"

#include "record/plover.h"

bool casus_cluster__truce(const casus_ledger_claim *claim)
{
    return claim->type == CASUS_RETREAT && (claim->mode & casus_mode_of(CASUS_RETREAT, CASUS_STR("ceasefire"))) != 0 &&
           claim->tense != CASUS_FUTURE && (casus_cluster__affirms(claim) || casus_cluster__denies(claim));
}

/* Whether both stand in one document, at most `reach` sentences apart. */
static bool beside(const casus_ledger_claim *a, const casus_ledger_claim *b, uint32_t reach)
{
    uint32_t apart = a->sentence > b->sentence ? a->sentence - b->sentence : b->sentence - a->sentence;
    return a->document == b->document && apart <= reach;
}

bool casus_cluster__truce_agreed(const casus_ledger *ledger, uint32_t claim)
{
    const casus_ledger_claim *claims = ledger->claim, *said = &claims[claim];
    if (said->type != CASUS_AGREE || !casus_cluster__affirms(said) || said->tense == CASUS_FUTURE) {
        return false;
    }
    for (uint32_t i = claim; i-- > 0 && beside(&claims[i], said, 1);) {
        if (casus_cluster__truce(&claims[i])) {
            return true;
        }
    }
    for (uint32_t i = claim + 1; i < ledger->n_claim && beside(&claims[i], said, 1); i++) {
        if (casus_cluster__truce(&claims[i])) {
            return true;
        }
    }
    return false;
}

/* The last ceasefire told before the agreement in its document; CASUS_NONE: the agreement is of something else. */
static uint32_t truce_before(const casus_ledger *ledger, uint32_t agreement)
{
    const casus_ledger_claim *claims = ledger->claim;
    for (uint32_t i = agreement; i-- > 0 && claims[i].document == claims[agreement].document;) {
        if (casus_cluster__truce(&claims[i]) && casus_cluster__affirms(&claims[i]) &&
            !casus_cluster__history(ledger, i)) {
            return i;
        }
    }
    return CASUS_NONE;
}

uint32_t casus_cluster__truce_broken(const casus_ledger *ledger, uint32_t claim)
{
    const casus_ledger_claim *claims = ledger->claim, *said = &claims[claim];
    if (said->type != CASUS_ASSAULT || !casus_cluster__affirms(said) || said->mode != 0 || said->n_quantity > 0 ||
        said->place.n > 0 || said->recipient.n > 0 || said->tense == CASUS_FUTURE || said->tense == CASUS_BACKGROUND) {
        return CASUS_NONE;
    }
    for (uint32_t i = claim; i-- > 0 && beside(&claims[i], said, 1);) {
        if (casus_cluster__truce(&claims[i]) && casus_cluster__affirms(&claims[i]) &&
            claims[i].tense != CASUS_BACKGROUND) {
            return i;
        }
        if (claims[i].type == CASUS_AGREE && casus_cluster__affirms(&claims[i])) {
            return truce_before(ledger, i);
        }
        if (claims[i].type == CASUS_ASSAULT) {
            break; /* a fight told in between is what this one goes on about */
        }
    }
    return CASUS_NONE;
}
