/* casus merge and casus split: what people know better about incidents. */
#include "cli/commands.h"
#include "cli/exit.h"
#include "cluster/cluster.h"
#include "store/store.h"

#include <string.h>

static void fill_options(const char **path, casus_option options[CASUS_MOST_OPTIONS])
{
    const casus_option rows[] = {
        CASUS_STORE_OPTION(path),
        {NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL},
    };
    memcpy(options, rows, sizeof rows);
}

/* The claim of this id, or CASUS_NONE. */
static uint32_t claim_of(const casus_ledger *ledger, const char *id)
{
    for (uint32_t i = 0; i < ledger->n_claim; i++) {
        if (casus_str_eq(ledger->claim[i].id, casus_str_of(id))) {
            return i;
        }
    }
    return CASUS_NONE;
}

static const casus_incident *incident_of(const casus_ledger *ledger, const char *id)
{
    for (uint32_t i = 0; i < ledger->n_incident; i++) {
        if (strcmp(ledger->incident[i].id, id) == 0) {
            return &ledger->incident[i];
        }
    }
    return NULL;
}

/* Each id, of an incident or of a claim in it, with the first. */
static casus_status merge(casus_store *store, const casus_ledger *ledger, char **id, int n, casus_error *err)
{
    casus_status st = CASUS_OK;
    uint32_t first = CASUS_NONE;
    casus_arena arena;
    casus_arena_init(&arena, SIZE_MAX);
    casus_decision *decision = CASUS_NEW(&arena, casus_decision, (size_t)n);
    for (int i = 0; st == CASUS_OK && decision != NULL && i < n; i++) {
        const casus_incident *incident = incident_of(ledger, id[i]);
        uint32_t claim = incident != NULL ? incident->claim.at[0] : claim_of(ledger, id[i]);
        if (claim == CASUS_NONE) {
            st = casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "no incident or claim is called '%s'", id[i]);
        } else if (i == 0) {
            first = claim;
        } else if (claim == first) {
            st = casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "'%s' is the incident that it would be merged with", id[i]);
        } else {
            decision[i - 1] = (casus_decision){CASUS_DECISION_MERGE, ledger->claim[first].id, ledger->claim[claim].id};
        }
    }
    if (st == CASUS_OK) {
        st = decision == NULL ? casus_arena_fail(&arena, err)
                              : casus_store_decide(store, decision, (uint32_t)n - 1, err);
    }
    casus_arena_free(&arena);
    return st;
}

/* The claim leaves its incident; what is more like it than like the incident's first claim goes with it. */
static casus_status split(casus_store *store, const casus_ledger *ledger, char **id, casus_error *err)
{
    const casus_incident *incident = incident_of(ledger, id[0]);
    uint32_t claim = claim_of(ledger, id[1]);
    if (incident == NULL) {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "no incident is called '%s'", id[0]);
    }
    if (claim == CASUS_NONE) {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "no claim is called '%s'", id[1]);
    }
    if (ledger->claim[claim].incident != (uint32_t)(incident - ledger->incident)) {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "claim '%s' is not of incident '%s'", id[1], id[0]);
    }
    if (incident->claim.n < 2) {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "incident '%s' has no other claim", id[0]);
    }
    uint32_t stays = incident->claim.at[incident->claim.at[0] == claim ? 1 : 0];
    casus_decision decision = {CASUS_DECISION_SPLIT, ledger->claim[stays].id, ledger->claim[claim].id};
    return casus_store_decide(store, &decision, 1, err);
}

static int run(const casus_command *command, int argc, char **argv)
{
    bool merges = command == &casus_cmd_merge;
    const char *path = CASUS_STORE_DEFAULT;
    casus_option options[CASUS_MOST_OPTIONS];
    casus_error err = {0};
    casus_store *store = NULL;
    casus_ledger ledger;
    int n = 0;
    fill_options(&path, options);
    casus_ledger_init(&ledger);
    casus_status st = casus_options_read(command, options, argc, argv, &n, &err);
    if (st == CASUS_OK && (merges ? n < 2 : n != 2)) {
        st = casus_fail(&err, CASUS_EUSAGE, NULL, 0, 0, "%s wants %s", command->name, command->arguments);
    }
    if (st == CASUS_OK) {
        st = casus_store_open(path, CASUS_STORE_READ, &store, &err);
    }
    if (st == CASUS_OK) {
        st = casus_store_load(store, NULL, &ledger, &err);
    }
    if (st == CASUS_OK) {
        st = casus_cluster_run(&ledger, &err);
    }
    if (st == CASUS_OK) {
        st = merges ? merge(store, &ledger, argv + 1, n, &err) : split(store, &ledger, argv + 1, &err);
    }
    if (st != CASUS_OK && st != CASUS_END) {
        casus_say(&err);
    }
    casus_ledger_free(&ledger);
    casus_store_close(store);
    return (int)casus_exit_of(st);
}

void casus_cmd_decide_options(casus_option options[CASUS_MOST_OPTIONS])
{
    fill_options(NULL, options);
}

const casus_command casus_cmd_merge = {
    .name = "merge",
    .arguments = "[--store=FILE] ID ID...",
    .summary = "Decide that incidents are one",
    .text = "An incident is named by its id or by that of a claim of it. The decision is kept with the ids of claims, "
            "so it "
            "holds\n"
            "whatever is added later; a later decision stands over an earlier one.\n",
    .run = run,
};

const casus_command casus_cmd_split = {
    .name = "split",
    .arguments = "[--store=FILE] INCIDENT CLAIM",
    .summary = "Decide that a claim is of another incident",
    .text = "The claim leaves the incident; claims that are more like it than like the incident's first claim go with "
            "it. The\n"
            "decision is kept with the ids of claims, so it holds whatever is added later.\n",
    .run = run,
};
