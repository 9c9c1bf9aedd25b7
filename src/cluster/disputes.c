/* Finds what is in dispute (desk.h: those who look), and what stands on one leg: see docs/ledger.md. */
#include "cluster/cluster.h"
#include "cluster/desk.h"

#include <stdio.h>
#include <stdlib.h>

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* A copy of the list for the ledger, ascending and without doubles. */
static casus_indices indices(casus_ledger *ledger, casus_numbers list, bool *failed)
{
    casus_indices out = {CASUS_NEW(&ledger->arena, uint32_t, list.n + 1), 0};
    if (out.at == NULL) {
        *failed = true;
        return (casus_indices){NULL, 0};
    }
    if (list.n > 0) {
        memcpy(out.at, list.at, list.n * sizeof *list.at);
        qsort(out.at, list.n, sizeof *out.at, by_number);
    }
    for (uint32_t i = 0; i < list.n; i++) {
        if (out.n == 0 || out.at[out.n - 1] != out.at[i]) {
            out.at[out.n++] = out.at[i];
        }
    }
    return out;
}

/* Whether two of its positions are held by different voices. */
static bool in_dispute(const casus_desk *desk, const casus_draft *draft)
{
    const casus_stance *first = &draft->stance[0];
    uint32_t own = first->source.n == 0 ? CASUS_NONE : desk->sides.voice[first->source.at[0]];
    for (uint32_t i = 1; i < draft->n; i++) {
        const casus_stance *other = &draft->stance[i];
        for (uint32_t j = 0; j < other->source.n; j++) {
            if (desk->sides.voice[other->source.at[j]] != own) {
                return true;
            }
        }
        if (other->source.n == 0 && (own != CASUS_NONE || first->source.n == 0)) {
            return true;
        }
    }
    return false;
}

/* By incident, then by the first claim, then by the question: the order of the listing. */
static int by_incident(const void *a, const void *b)
{
    const casus_draft *x = a, *y = b;
    if (x->incident != y->incident) {
        return x->incident < y->incident ? -1 : 1;
    }
    if (x->lead != y->lead) {
        return x->lead < y->lead ? -1 : 1;
    }
    size_t len = x->about.len < y->about.len ? x->about.len : y->about.len;
    int order = memcmp(x->about.ptr, y->about.ptr, len);
    return order != 0 ? order : (x->about.len > y->about.len) - (x->about.len < y->about.len);
}

/* Positions stand by their first claim, so that no side goes first by its name. */
static int by_first_claim(const void *a, const void *b)
{
    const casus_position *x = a, *y = b;
    return x->claim.at[0] < y->claim.at[0] ? -1 : x->claim.at[0] > y->claim.at[0];
}

static void name(casus_ledger *ledger, casus_dispute *dispute, const casus_draft *draft, casus_desk *desk)
{
    casus_str whose = draft->incident != CASUS_NONE ? casus_str_of(ledger->incident[draft->incident].id)
                                                    : ledger->claim[draft->lead].id;
    casus_str key = casus_cluster__text(desk, "%.*s %.*s", CASUS_STR_ARG(whose), CASUS_STR_ARG(draft->about));
    if (key.ptr != NULL) {
        (void)snprintf(dispute->id, sizeof dispute->id, "d%016llx", (unsigned long long)casus_hash(key.ptr, key.len));
    }
}

static bool finish(casus_desk *desk, const casus_draft *draft, casus_dispute *dispute)
{
    casus_ledger *ledger = desk->ledger;
    bool failed = false;
    *dispute = (casus_dispute){.incident = draft->incident,
                               .about = casus_arena_str(&ledger->arena, draft->about),
                               .position = CASUS_NEW(&ledger->arena, casus_position, draft->n),
                               .n_position = draft->n};
    if (dispute->about.ptr == NULL || dispute->position == NULL) {
        return false;
    }
    name(ledger, dispute, draft, desk);
    for (uint32_t i = 0; i < draft->n; i++) {
        dispute->position[i] = (casus_position){.value = casus_arena_str(&ledger->arena, draft->stance[i].value),
                                                .source = indices(ledger, draft->stance[i].source, &failed),
                                                .claim = indices(ledger, draft->stance[i].claim, &failed)};
        failed = failed || dispute->position[i].value.ptr == NULL;
    }
    if (!failed) {
        qsort(dispute->position, draft->n, sizeof *dispute->position, by_first_claim);
    }
    return !failed;
}

static bool finish_all(casus_desk *desk)
{
    casus_ledger *ledger = desk->ledger;
    ledger->dispute = CASUS_NEW(&ledger->arena, casus_dispute, desk->n_draft + 1);
    ledger->n_dispute = 0;
    if (ledger->dispute == NULL) {
        return false;
    }
    if (desk->n_draft > 1) {
        qsort(desk->draft, desk->n_draft, sizeof *desk->draft, by_incident);
    }
    for (uint32_t i = 0; i < desk->n_draft; i++) {
        if (in_dispute(desk, &desk->draft[i])) {
            if (!finish(desk, &desk->draft[i], &ledger->dispute[ledger->n_dispute])) {
                return false;
            }
            ledger->n_dispute++;
        }
    }
    return true;
}

/* Hang the disputes under their incidents; they are sorted by incident. */
static bool hang(casus_ledger *ledger)
{
    for (uint32_t i = 0; i < ledger->n_incident; i++) {
        ledger->incident[i].dispute = (casus_indices){NULL, 0};
    }
    for (uint32_t i = 0; i < ledger->n_dispute;) {
        uint32_t incident = ledger->dispute[i].incident, end = i + 1;
        while (end < ledger->n_dispute && ledger->dispute[end].incident == incident) {
            end++;
        }
        if (incident != CASUS_NONE) {
            casus_indices list = {CASUS_NEW(&ledger->arena, uint32_t, end - i), end - i};
            if (list.at == NULL) {
                return false;
            }
            for (uint32_t j = i; j < end; j++) {
                list.at[j - i] = j;
            }
            ledger->incident[incident].dispute = list;
        }
        i = end;
    }
    return true;
}

/* Only one voice, and no outlet in its own, tells of it, and nobody denies it. */
static bool one_leg(const casus_desk *desk, const casus_incident *incident)
{
    uint32_t only = CASUS_NONE;
    for (uint32_t i = 0; i < incident->claim.n; i++) {
        uint32_t voice = casus_cluster__voice(&desk->sides, &desk->ledger->claim[incident->claim.at[i]]);
        if (voice == CASUS_NONE || (only != CASUS_NONE && voice != only)) {
            return false;
        }
        only = voice;
    }
    return incident->dispute.n == 0 && only != CASUS_NONE;
}

casus_status casus_cluster__disputes(casus_ledger *ledger, casus_error *err)
{
    casus_arena arena;
    casus_desk desk;
    casus_arena_init(&arena, ledger->arena.cap);
    casus_status st = casus_cluster__desk(ledger, &arena, &desk, err);
    if (st == CASUS_OK) {
        casus_cluster__find_rejected(&desk);
        casus_cluster__find_denials(&desk);
        casus_cluster__find_blame(&desk);
        casus_cluster__find_control(&desk);
        casus_cluster__find_figures(&desk);
        if (desk.failed) {
            st = casus_arena_fail(&arena, err);
        } else if (!finish_all(&desk) || !hang(ledger)) {
            st = casus_arena_fail(&ledger->arena, err);
        }
    }
    for (uint32_t i = 0; st == CASUS_OK && i < ledger->n_incident; i++) {
        ledger->incident[i].one_leg = one_leg(&desk, &ledger->incident[i]);
    }
    casus_arena_free(&arena);
    return st;
}
