/* Rows of listings: see listing.h. */
#include "report/listing.h"

#include "report/ledger_json.h"
#include "report/ledger_words.h"

#include <stdlib.h>

static uint32_t count(const casus_ledger *ledger, casus_listing listing)
{
    switch (listing) {
    case CASUS_LIST_CLAIMS:
        return ledger->n_claim;
    case CASUS_LIST_INCIDENTS:
    case CASUS_LIST_TIMELINE:
        return ledger->n_incident;
    case CASUS_LIST_DISPUTES:
        return ledger->n_dispute;
    case CASUS_LIST_LOSSES:
        return ledger->n_loss;
    case CASUS_LIST_STATUS:
        return ledger->n_state;
    }
    return 0;
}

static bool has(const casus_selection *selection, casus_listing listing, uint32_t index)
{
    const bool *const of[] = {
        [CASUS_LIST_CLAIMS] = selection->claim,      [CASUS_LIST_INCIDENTS] = selection->incident,
        [CASUS_LIST_DISPUTES] = selection->dispute,  [CASUS_LIST_LOSSES] = selection->loss,
        [CASUS_LIST_TIMELINE] = selection->incident, [CASUS_LIST_STATUS] = selection->state,
    };
    return of[listing][index];
}

/* Where a row stands: rows of one group together, each group as the ledger has it. */
typedef struct place_in_line {
    uint32_t group, within, index;
} place_in_line;

static place_in_line place_of(const casus_ledger *ledger, casus_listing listing, uint32_t index)
{
    place_in_line place = {.index = index};
    if (listing == CASUS_LIST_TIMELINE) {
        place.group = casus_incident_day(&ledger->incident[index]).from == CASUS_FROM_NOWHERE ? 1 : 0;
    } else if (listing == CASUS_LIST_LOSSES) {
        place.group = ledger->loss[index].side;
    } else if (listing == CASUS_LIST_STATUS) {
        place.group = (uint32_t)ledger->state[index].kind;
        place.within = ledger->state[index].place;
    }
    return place;
}

static int compare(const void *one, const void *two)
{
    const place_in_line *a = one;
    const place_in_line *b = two;
    uint32_t left = a->group != b->group ? a->group : a->within != b->within ? a->within : a->index;
    uint32_t right = a->group != b->group ? b->group : a->within != b->within ? b->within : b->index;
    return left < right ? -1 : left > right ? 1 : 0;
}

casus_status casus_listing_rows(const casus_ledger *ledger, const casus_selection *selection, casus_listing listing,
                                casus_arena *arena, casus_indices *rows, casus_error *err)
{
    uint32_t n = count(ledger, listing);
    place_in_line *line = CASUS_NEW(arena, place_in_line, (size_t)n + 1);
    *rows = (casus_indices){.at = CASUS_NEW(arena, uint32_t, (size_t)n + 1)};
    if (rows->at == NULL || line == NULL) {
        return casus_arena_fail(arena, err);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (has(selection, listing, i)) {
            line[rows->n++] = place_of(ledger, listing, i);
        }
    }
    qsort(line, rows->n, sizeof *line, compare);
    for (uint32_t i = 0; i < rows->n; i++) {
        rows->at[i] = line[i].index;
    }
    return CASUS_OK;
}

void casus_listing_json(const casus_ledger *ledger, casus_listing listing, uint32_t index, casus_buf *out)
{
    static void (*const of[])(const casus_ledger *, uint32_t, casus_buf *) = {
        [CASUS_LIST_CLAIMS] = casus_json_of_claim,     [CASUS_LIST_INCIDENTS] = casus_json_of_incident,
        [CASUS_LIST_DISPUTES] = casus_json_of_dispute, [CASUS_LIST_LOSSES] = casus_json_of_loss,
        [CASUS_LIST_TIMELINE] = casus_json_of_day,     [CASUS_LIST_STATUS] = casus_json_of_state,
    };
    of[listing](ledger, index, out);
}
