/* Drafts of disputes, and who is at war with whom: see desk.h. */
#include "cluster/desk.h"

#include <stdarg.h>
#include <stdio.h>

/* A list twice as long; the old one stays in the arena. */
static void *twice(casus_desk *desk, const void *old, uint32_t n, uint32_t *room, size_t size)
{
    uint32_t more = *room == 0 ? 4 : 2 * *room;
    void *list = casus_arena_array(desk->arena, more, size);
    if (list == NULL) {
        desk->failed = true;
        return NULL;
    }
    if (n > 0) {
        memcpy(list, old, n * size);
    }
    *room = more;
    return list;
}

void casus_cluster__push(casus_desk *desk, casus_numbers *list, uint32_t number)
{
    if (list->n == list->room) {
        void *more = twice(desk, list->at, list->n, &list->room, sizeof *list->at);
        if (more == NULL) {
            return;
        }
        list->at = more;
    }
    list->at[list->n++] = number;
}

static void push_new(casus_desk *desk, casus_numbers *list, uint32_t number)
{
    for (uint32_t i = 0; i < list->n; i++) {
        if (list->at[i] == number) {
            return;
        }
    }
    casus_cluster__push(desk, list, number);
}

casus_str casus_cluster__text(casus_desk *desk, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    size_t len = n < 0 ? 0 : (size_t)n < sizeof text ? (size_t)n : sizeof text - 1;
    casus_str kept = casus_arena_str(desk->arena, (casus_str){text, len});
    desk->failed = desk->failed || kept.ptr == NULL;
    return kept;
}

/* Sides in one order, so that a pair has one key. */
static size_t pair_key(char key[24], uint32_t a, uint32_t b)
{
    return (size_t)snprintf(key, 24, "%u %u", a < b ? a : b, a < b ? b : a);
}

bool casus_cluster__rivals(const casus_desk *desk, uint32_t side, uint32_t other)
{
    char key[24];
    if (side == CASUS_NONE || other == CASUS_NONE || side == other) {
        return false;
    }
    size_t len = pair_key(key, side, other);
    return casus_map_get(&desk->rivals, (casus_str){key, len}) != NULL;
}

static void set_rivals(casus_desk *desk, uint32_t side, uint32_t other)
{
    char key[24];
    if (side == CASUS_NONE || other == CASUS_NONE || side == other) {
        return;
    }
    size_t len = pair_key(key, side, other);
    if (casus_map_get(&desk->rivals, (casus_str){key, len}) != NULL) {
        return;
    }
    casus_str kept = casus_arena_str(desk->arena, (casus_str){key, len});
    desk->failed = desk->failed || kept.ptr == NULL || !casus_map_set(&desk->rivals, kept, 1, NULL, desk->arena);
}

static void learn_rivals(casus_desk *desk, const casus_ledger_claim *claim)
{
    const uint32_t *side = desk->sides.side;
    if (claim->type != CASUS_ASSAULT && claim->type != CASUS_ACCUSE && claim->type != CASUS_THREATEN) {
        return;
    }
    for (uint32_t i = 0; i < claim->actor.n; i++) {
        for (uint32_t j = 0; j < claim->recipient.n; j++) {
            set_rivals(desk, side[claim->actor.at[i]], side[claim->recipient.at[j]]);
        }
        for (uint32_t j = 0; j < claim->n_quantity; j++) {
            if (claim->quantity[j].side != CASUS_NONE) {
                set_rivals(desk, side[claim->actor.at[i]], side[claim->quantity[j].side]);
            }
        }
        /* Where nobody is told to be hit, those who fight fight each other. */
        for (uint32_t j = i + 1; claim->recipient.n == 0 && j < claim->actor.n; j++) {
            set_rivals(desk, side[claim->actor.at[i]], side[claim->actor.at[j]]);
        }
    }
}

casus_status casus_cluster__desk(casus_ledger *ledger, casus_arena *arena, casus_desk *desk, casus_error *err)
{
    *desk = (casus_desk){.ledger = ledger, .arena = arena};
    casus_status st = casus_cluster__sides(ledger, arena, &desk->sides, err);
    if (st != CASUS_OK) {
        return st;
    }
    desk->rejected = CASUS_NEW(arena, uint32_t, ledger->n_claim + 1);
    desk->failed = desk->rejected == NULL;
    for (uint32_t i = 0; !desk->failed && i < ledger->n_claim; i++) {
        desk->rejected[i] = CASUS_NONE;
        learn_rivals(desk, &ledger->claim[i]);
    }
    return desk->failed ? casus_arena_fail(arena, err) : CASUS_OK;
}

bool casus_cluster__affirms(const casus_ledger_claim *claim)
{
    return claim->factuality == CASUS_FACT_CT_PLUS || claim->factuality == CASUS_FACT_PR_PLUS ||
           claim->factuality == CASUS_FACT_PS_PLUS;
}

bool casus_cluster__denies(const casus_ledger_claim *claim)
{
    return claim->factuality == CASUS_FACT_CT_MINUS || claim->factuality == CASUS_FACT_PR_MINUS;
}

casus_draft *casus_cluster__draft(casus_desk *desk, uint32_t claim, casus_str about)
{
    uint32_t incident = desk->ledger->claim[claim].incident;
    casus_str key = incident != CASUS_NONE ? casus_cluster__text(desk, "i%u %.*s", incident, CASUS_STR_ARG(about))
                                           : casus_cluster__text(desk, "c%u %.*s", claim, CASUS_STR_ARG(about));
    if (desk->failed) {
        return NULL;
    }
    const uint32_t *known = casus_map_get(&desk->drafts, key);
    if (known != NULL) {
        return &desk->draft[*known];
    }
    if (desk->n_draft == desk->room) {
        void *more = twice(desk, desk->draft, desk->n_draft, &desk->room, sizeof *desk->draft);
        if (more == NULL) {
            return NULL;
        }
        desk->draft = more;
    }
    casus_draft draft = {.incident = incident, .lead = claim, .about = casus_arena_str(desk->arena, about)};
    if (draft.about.ptr == NULL || !casus_map_set(&desk->drafts, key, desk->n_draft, NULL, desk->arena)) {
        desk->failed = true;
        return NULL;
    }
    desk->draft[desk->n_draft] = draft;
    return &desk->draft[desk->n_draft++];
}

void casus_cluster__take(casus_desk *desk, casus_draft *draft, casus_str value, uint32_t claim, uint32_t actor)
{
    if (desk->failed || draft == NULL) {
        return;
    }
    casus_stance *stance = NULL;
    for (uint32_t i = 0; i < draft->n; i++) {
        if (casus_str_eq(draft->stance[i].value, value)) {
            stance = &draft->stance[i];
        }
    }
    if (stance == NULL) {
        if (draft->n == draft->room) {
            void *more = twice(desk, draft->stance, draft->n, &draft->room, sizeof *draft->stance);
            if (more == NULL) {
                return;
            }
            draft->stance = more;
        }
        stance = &draft->stance[draft->n++];
        *stance = (casus_stance){.value = casus_arena_str(desk->arena, value)};
    }
    const casus_ledger_claim *said = &desk->ledger->claim[claim];
    if (actor == CASUS_NONE && said->source.n > 0) {
        actor = said->source.at[0];
    }
    if (actor != CASUS_NONE) {
        push_new(desk, &stance->source, actor);
    }
    casus_cluster__push(desk, &stance->claim, claim); /* once each: see disputes.c */
}
