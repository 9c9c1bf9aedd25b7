/* Who belongs together: a government with its army and officials, a breakaway entity, rebels; and who stands apart. */
#ifndef CASUS_CLUSTER_SIDE_H
#define CASUS_CLUSTER_SIDE_H

#include "casus/ledger.h"

/*
 * Sides and voices are numbers of one list. An army's spokesman, its ministry and its president are one side, and speak
 * with one voice. Press, medics, firms and people without a role belong to a side (their dead are its dead) but do not
 * speak for it: each is a voice of its own. Sides follow from country and sectors alone, the same for everybody.
 */
typedef struct casus_sides {
    const casus_ledger *ledger;
    uint32_t *side;  /* [n_actor] whom an actor belongs to; CASUS_NONE: not told ('the army') */
    uint32_t *voice; /* [n_actor] for whom it speaks */
    bool *apart;     /* [n] is no party to a war, by its sectors */
    uint32_t *first; /* [n] the actor of it that its name is taken from */
    uint32_t *named; /* [n_actor] by how many claims */
    uint32_t n;
} casus_sides;

/* Sort all actors of the ledger. Kept in `arena`. Cost: linear. Errors: CASUS_ENOMEM, CASUS_ELIMIT. */
CASUS_MUST_USE casus_status casus_cluster__sides(const casus_ledger *ledger, casus_arena *arena, casus_sides *sides,
                                                 casus_error *err);

/* For whom the claim's nearest source speaks; CASUS_NONE: the outlet in its own voice, or nobody named. */
uint32_t casus_cluster__voice(const casus_sides *sides, const casus_ledger_claim *claim);

/* Whether one of the actors is of the side. */
bool casus_cluster__has_side(const casus_sides *sides, casus_indices actors, uint32_t side);

/* The side that all actors share whose side is known; CASUS_NONE: there is none, or several. */
uint32_t casus_cluster__one_side(const casus_sides *sides, casus_indices actors);

/* Whose figure it is: as told, else the one side that suffers; CASUS_NONE: untold. */
uint32_t casus_cluster__whose(const casus_sides *sides, const casus_ledger_claim *claim,
                              const casus_ledger_quantity *quantity);

/* A name for the side. */
casus_str casus_cluster__side_name(const casus_sides *sides, uint32_t side);

#endif
