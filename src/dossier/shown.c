/* What a page shows: see shown.h. */
#include "dossier/shown.h"

static bool *list_of(casus_arena *arena, const bool *selected, uint32_t n, bool *lack)
{
    bool *out = CASUS_NEW(arena, bool, (size_t)n + 1);
    if (out == NULL) {
        *lack = true;
        return NULL;
    }
    for (uint32_t i = 0; i < n; i++) {
        out[i] = selected == NULL || selected[i];
    }
    return out;
}

static void show_documents(const casus_ledger *l, const casus_indices *claims, casus_shown *out)
{
    for (uint32_t i = 0; i < claims->n; i++) {
        out->document[l->claim[claims->at[i]].document] = true;
    }
}

static void show_quoted(const casus_ledger *l, casus_shown *out)
{
    for (uint32_t i = 0; i < l->n_dispute; i++) {
        for (uint32_t k = 0; out->dispute[i] && k < l->dispute[i].n_position; k++) {
            show_documents(l, &l->dispute[i].position[k].claim, out);
        }
    }
    for (uint32_t i = 0; i < l->n_loss; i++) {
        if (out->loss[i]) {
            out->document[l->claim[l->loss[i].claim].document] = true;
            show_documents(l, &l->loss[i].before, out);
        }
    }
    for (uint32_t i = 0; i < l->n_state; i++) {
        if (out->state[i]) {
            show_documents(l, &l->state[i].claim, out);
        }
    }
}

bool casus_shown_find(const casus_ledger *l, const casus_selection *selection, casus_arena *arena, casus_shown *out)
{
    const casus_selection all = {0};
    const casus_selection *s = selection == NULL ? &all : selection;
    bool lack = false;
    out->claim = list_of(arena, s->claim, l->n_claim, &lack);
    out->incident = list_of(arena, s->incident, l->n_incident, &lack);
    out->dispute = list_of(arena, s->dispute, l->n_dispute, &lack);
    out->loss = list_of(arena, s->loss, l->n_loss, &lack);
    out->state = list_of(arena, s->state, l->n_state, &lack);
    out->document = CASUS_NEW(arena, bool, (size_t)l->n_document + 1);
    if (lack || out->document == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < l->n_dispute; i++) { /* a dispute leads to its incident */
        if (out->dispute[i] && l->dispute[i].incident != CASUS_NONE) {
            out->incident[l->dispute[i].incident] = true;
        }
    }
    for (uint32_t i = 0; i < l->n_claim; i++) {
        const casus_ledger_claim *c = &l->claim[i];
        out->claim[i] = c->incident == CASUS_NONE ? out->claim[i] : out->incident[c->incident];
        if (out->claim[i] || selection == NULL) {
            out->document[c->document] = true;
        }
    }
    for (uint32_t i = 0; selection == NULL && i < l->n_document; i++) {
        out->document[i] = true;
    }
    show_quoted(l, out);
    return true;
}
