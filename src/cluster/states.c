/* Ceasefires, control of places, mobilisation and martial law, each with who says so: see docs/ledger.md. */
#include "cluster/cluster.h"
#include "cluster/hold.h"
#include "cluster/truce.h"
#include "record/plover.h"

typedef struct entry {
    casus_state state;
    casus_numbers claim;
} entry;

typedef struct work {
    casus_desk desk;
    casus_map known;
    entry *entry;
    uint32_t n, room;
} work;

static entry *new_entry(work *w)
{
    if (w->n == w->room) {
        uint32_t room = w->room == 0 ? 64 : 2 * w->room;
        entry *more = CASUS_NEW(w->desk.arena, entry, room);
        if (more == NULL) {
            w->desk.failed = true;
            return NULL;
        }
        if (w->n > 0) {
            memcpy(more, w->entry, w->n * sizeof *more);
        }
        w->entry = more;
        w->room = room;
    }
    w->entry[w->n] = (entry){0};
    return &w->entry[w->n++];
}

/* Add the claim to the state; one state of one voice, place, day and sides is one row. */
static void take(work *w, casus_state state, uint32_t claim)
{
    casus_desk *desk = &w->desk;
    const casus_ledger_claim *said = &desk->ledger->claim[claim];
    uint32_t voice = state.claimant == CASUS_NONE ? CASUS_NONE : desk->sides.voice[state.claimant];
    casus_str sides = CASUS_STR("");
    for (uint32_t i = 0; i < state.party.n; i++) {
        sides = casus_cluster__text(desk, "%.*s %u", CASUS_STR_ARG(sides), desk->sides.side[state.party.at[i]]);
    }
    casus_str key =
        casus_cluster__text(desk, "%d %.*s %u %u %d %d%.*s", (int)state.kind, CASUS_STR_ARG(state.stage), state.place,
                            voice, state.denied, (int)casus_cluster__day_first(said->from), CASUS_STR_ARG(sides));
    if (desk->failed) {
        return;
    }
    const uint32_t *known = casus_map_get(&w->known, key);
    entry *at = known != NULL ? &w->entry[*known] : new_entry(w);
    if (at == NULL || (known == NULL && !casus_map_set(&w->known, key, w->n - 1, NULL, desk->arena))) {
        desk->failed = true;
        return;
    }
    if (known == NULL) {
        state.from = said->from;
        state.to = said->to;
        at->state = state;
    } else if (casus_cluster__day_last(said->to) > casus_cluster__day_last(at->state.to)) {
        at->state.to = said->to;
    }
    casus_cluster__push(desk, &at->claim, claim);
}

static uint32_t claimant_of(const casus_ledger_claim *claim)
{
    return claim->source.n > 0 ? claim->source.at[0] : CASUS_NONE;
}

/* The stage of a claim of control. */
static casus_str stage_of(const casus_ledger_claim *claim)
{
    static const char *const stages[] = {"capture", "lose", "contest"};
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        if ((claim->mode & casus_mode_of(CASUS_CONTROL, casus_str_of(stages[i]))) != 0) {
            return casus_str_of(stages[i]);
        }
    }
    return CASUS_STR("hold");
}

/* History counts where its day is told. */
static bool dated(const casus_ledger_claim *claim)
{
    return claim->tense != CASUS_BACKGROUND || claim->from.from != CASUS_FROM_NOWHERE ||
           claim->to.from != CASUS_FROM_NOWHERE;
}

/* A state, of today or of history (GeoNames), not a territory in dispute. */
static bool is_state(const casus_place *place)
{
    return casus_str_eq(place->feature, CASUS_STR("PCLI")) || casus_str_eq(place->feature, CASUS_STR("PCLH"));
}

/* What claim `said` tells of control, by `claimant` in claim `claim`. */
static void take_control(work *w, uint32_t said, uint32_t claim, uint32_t claimant, bool denied)
{
    const casus_ledger *ledger = w->desk.ledger;
    const casus_ledger_claim *told = &ledger->claim[said];
    casus_state state = {.kind = CASUS_STATE_CONTROL, .stage = stage_of(told), .claimant = claimant, .denied = denied};
    state.party = casus_str_eq(state.stage, CASUS_STR("lose")) ? told->recipient : told->actor;
    casus_indices places = casus_cluster__held_places(ledger, said);
    for (uint32_t i = 0; state.party.n > 0 && i < places.n; i++) {
        state.place = places.at[i];
        /* A whole state is nobody's to hold; it is named for where, or when, something was. */
        if (!is_state(&ledger->place[state.place]) && casus_cluster__held_whole(ledger, said, places, i)) {
            take(w, state, claim);
        }
    }
}

static void take_truce(work *w, uint32_t claim)
{
    const casus_ledger *ledger = w->desk.ledger;
    const casus_ledger_claim *said = &ledger->claim[claim];
    casus_state state = {.kind = CASUS_STATE_CEASEFIRE,
                         .place = CASUS_NONE,
                         .party = said->actor,
                         .claimant = claimant_of(said),
                         .denied = casus_cluster__denies(said)};
    uint32_t yield = casus_mode_of(CASUS_REQUEST, CASUS_STR("yield"));
    if (casus_cluster__truce(said)) {
        state.stage = CASUS_STR("in-force");
    } else if (casus_cluster__truce_agreed(ledger, claim)) {
        state.stage = CASUS_STR("agreed");
    } else if (casus_cluster__truce_broken(ledger, claim) != CASUS_NONE) {
        state.stage = CASUS_STR("broken");
    } else if (said->type == CASUS_REQUEST && (said->mode & yield) != 0 && casus_cluster__affirms(said)) {
        state.stage = CASUS_STR("called-for");
    } else {
        return;
    }
    take(w, state, claim);
}

static void look_at(work *w, uint32_t claim)
{
    const casus_ledger *ledger = w->desk.ledger;
    const casus_ledger_claim *said = &ledger->claim[claim];
    uint32_t rejected = w->desk.rejected[claim];
    bool denies = casus_cluster__denies(said), stands = denies || casus_cluster__affirms(said);
    casus_state state = {.stage = CASUS_STR("declared"),
                         .place = CASUS_NONE,
                         .party = said->actor,
                         .claimant = claimant_of(said),
                         .denied = denies};
    if (rejected != CASUS_NONE && ledger->claim[rejected].type == CASUS_CONTROL) {
        take_control(w, rejected, claim, said->actor.at[0], true);
        return;
    }
    if (!stands || said->tense == CASUS_FUTURE || !dated(said)) {
        return;
    }
    switch (said->type) {
    case CASUS_CONTROL:
        take_control(w, claim, claim, state.claimant, denies);
        break;
    case CASUS_RETREAT:
    case CASUS_AGREE:
    case CASUS_REQUEST:
    case CASUS_ASSAULT:
        take_truce(w, claim);
        break;
    case CASUS_MOBILIZE:
        state.kind = CASUS_STATE_MOBILIZATION;
        if ((said->mode & casus_mode_of(CASUS_MOBILIZE, CASUS_STR("troops"))) != 0 && said->actor.n > 0) {
            take(w, state, claim);
        }
        break;
    case CASUS_COERCE:
        state.kind = CASUS_STATE_MARTIAL_LAW;
        if ((said->mode & casus_mode_of(CASUS_COERCE, CASUS_STR("martial-law"))) != 0) {
            take(w, state, claim);
        }
        break;
    default:
        break;
    }
}

static bool finish(work *w)
{
    casus_ledger *ledger = w->desk.ledger;
    ledger->state = CASUS_NEW(&ledger->arena, casus_state, w->n + 1);
    ledger->n_state = 0;
    if (ledger->state == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < w->n; i++) {
        casus_state *state = &ledger->state[ledger->n_state++];
        *state = w->entry[i].state;
        state->claim = (casus_indices){CASUS_NEW(&ledger->arena, uint32_t, w->entry[i].claim.n), w->entry[i].claim.n};
        if (state->claim.at == NULL) {
            return false;
        }
        memcpy(state->claim.at, w->entry[i].claim.at, state->claim.n * sizeof *state->claim.at);
    }
    return true;
}

casus_status casus_cluster__states(casus_ledger *ledger, casus_error *err)
{
    casus_arena arena;
    work w = {0};
    casus_arena_init(&arena, ledger->arena.cap);
    casus_status st = casus_cluster__desk(ledger, &arena, &w.desk, err);
    if (st == CASUS_OK) {
        casus_cluster__find_rejected(&w.desk);
        for (uint32_t i = 0; i < ledger->n_claim && !w.desk.failed; i++) {
            look_at(&w, i);
        }
        if (w.desk.failed) {
            st = casus_arena_fail(&arena, err);
        } else if (!finish(&w)) {
            st = casus_arena_fail(&ledger->arena, err);
        }
    }
    casus_arena_free(&arena);
    return st;
}
