/* What those who look for disputes share: the ledger, its sides, who is at war with whom, and the drafts so far. */
#ifndef CASUS_CLUSTER_DESK_H
#define CASUS_CLUSTER_DESK_H

#include "base/map.h"
#include "cluster/day.h"
#include "cluster/side.h"

/* A growing list of numbers in an arena. */
typedef struct casus_numbers {
    uint32_t *at;
    uint32_t n, room;
} casus_numbers;

/* One position of a draft, with what makes it another one than the rest. */
typedef struct casus_stance {
    casus_str value;
    casus_numbers source, claim;
} casus_stance;

/* A dispute in the making: about one question of one incident. */
typedef struct casus_draft {
    uint32_t incident, lead; /* lead: the first claim of it */
    casus_str about;
    casus_stance *stance;
    uint32_t n, room;
} casus_draft;

typedef struct casus_desk {
    casus_ledger *ledger;
    casus_sides sides;
    casus_arena *arena; /* for what lasts as long as the search */
    casus_map rivals;   /* pairs of sides */
    casus_map drafts;   /* incident or claim, and question -> index */
    casus_draft *draft;
    uint32_t n_draft, room;
    uint32_t *rejected; /* [n_claim] which claim a denial without content denies; CASUS_NONE */
    bool failed;        /* the arena is full: nothing more is kept */
} casus_desk;

/* Prepare a desk. Errors: CASUS_ENOMEM, CASUS_ELIMIT. */
CASUS_MUST_USE casus_status casus_cluster__desk(casus_ledger *ledger, casus_arena *arena, casus_desk *desk,
                                                casus_error *err);

void casus_cluster__push(casus_desk *desk, casus_numbers *list, uint32_t number);

/* Whether some claim tells that one side attacks, accuses or threatens the other, or that they fight each other. */
bool casus_cluster__rivals(const casus_desk *desk, uint32_t side, uint32_t other);

/* Whether whoever says it commits himself to it, surely or not: neither denied nor only asked, planned, feared for. */
bool casus_cluster__affirms(const casus_ledger_claim *claim);

/* Whether he denies it. */
bool casus_cluster__denies(const casus_ledger_claim *claim);

/* The draft about this question of the claim's incident. NULL: out of memory. `about` is copied. */
casus_draft *casus_cluster__draft(casus_desk *desk, uint32_t claim, casus_str about);

/* Put the claim under the position of that value, said by `actor` (CASUS_NONE: by the claim's nearest source). */
void casus_cluster__take(casus_desk *desk, casus_draft *draft, casus_str value, uint32_t claim, uint32_t actor);

/* Formatted text in the desk's arena; absent without memory. */
casus_str casus_cluster__text(casus_desk *desk, const char *format, ...) CASUS_PRINTF(2, 3);

/* '4', 'at least 49', '20-50', 'about 20', 'up to 30'. */
casus_str casus_cluster__figure_value(casus_desk *desk, const casus_ledger_quantity *quantity);

/* The question that a dispute over such a figure is about: 'quantity:<outcome>:<item>'. */
casus_str casus_cluster__figure_about(casus_desk *desk, casus_str outcome, casus_str item);

/* Those who look; each adds drafts. */
void casus_cluster__find_rejected(casus_desk *desk);
void casus_cluster__find_denials(casus_desk *desk);
void casus_cluster__find_blame(casus_desk *desk);
void casus_cluster__find_control(casus_desk *desk);
void casus_cluster__find_figures(casus_desk *desk);

#endif
