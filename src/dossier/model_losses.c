/* Who counts whom: losses by side, its own account beside those of others: see model.h. */
#include "dossier/model.h"

static json_t *account_of(const casus_model *m, const casus_loss *l)
{
    json_t *out = json_object();
    json_object_set_new(out, "claimant", casus_model_str(casus_model_actor(m, l->claimant)));
    json_object_set_new(out, "figure", casus_model_figure(m, l->low, l->best, l->high));
    json_object_set_new(out, "as-of", casus_model_date(l->as_of));
    json_object_set_new(out, "total", json_boolean(l->scope == CASUS_SCOPE_CUMULATIVE));
    json_object_set_new(out, "since", casus_model_date(l->since));
    json_object_set_new(out, "claim", casus_model_anchor(m, l->claim));
    json_object_set_new(out, "quote", casus_model_quote(m, l->claim));
    json_object_set_new(out, "before", casus_model_quotes(m, &l->before));
    json_object_set_new(out, "revised", json_boolean(l->before.n > 0));
    return out;
}

static bool same_thing(const casus_loss *a, const casus_loss *b)
{
    return casus_str_eq(a->item, b->item) && casus_str_eq(a->outcome, b->outcome) && a->scope == b->scope &&
           a->incident == b->incident;
}

/* The rows of one side from the loss `first` on: one for each thing lost, `done` marking what has been told. */
static json_t *rows_of(const casus_model *m, uint32_t first, bool *done)
{
    json_t *rows = json_array();
    const casus_ledger *l = m->ledger;
    for (uint32_t i = first; i < l->n_loss; i++) {
        if (done[i] || !m->shown.loss[i] || !casus_model_same_side(m, l->loss[i].side, l->loss[first].side)) {
            continue;
        }
        json_t *row = json_object();
        json_t *own = json_array();
        json_t *others = json_array();
        for (uint32_t k = i; k < l->n_loss; k++) {
            if (!done[k] && m->shown.loss[k] && casus_model_same_side(m, l->loss[k].side, l->loss[first].side) &&
                same_thing(&l->loss[i], &l->loss[k])) {
                done[k] = true;
                json_array_append_new(l->loss[k].own ? own : others, account_of(m, &l->loss[k]));
            }
        }
        json_object_set_new(row, "item", casus_model_str(casus_model_word(m, "item", l->loss[i].item)));
        json_object_set_new(row, "outcome", casus_model_str(casus_model_word(m, "outcome", l->loss[i].outcome)));
        json_object_set_new(row, "incident", casus_model_incident_head(m, l->loss[i].incident));
        json_object_set_new(row, "own", own);
        json_object_set_new(row, "others", others);
        json_array_append_new(rows, row);
    }
    return rows;
}

/* The name that stands for the side: that of its least special actor. */
static casus_str side_name(const casus_model *m, uint32_t first)
{
    const casus_ledger *l = m->ledger;
    uint32_t best = l->loss[first].side;
    if (best == CASUS_NONE) {
        return casus_model_word(m, "word", CASUS_STR("side-untold"));
    }
    for (uint32_t i = first; i < l->n_loss; i++) {
        uint32_t side = l->loss[i].side;
        if (side != CASUS_NONE && casus_model_same_side(m, side, best) &&
            l->actor[side].n_sector < l->actor[best].n_sector) {
            best = side;
        }
    }
    return l->actor[best].name;
}

json_t *casus_model_losses(const casus_model *m)
{
    json_t *sides = json_array();
    bool *done = CASUS_NEW(m->arena, bool, m->ledger->n_loss + 1);
    for (uint32_t i = 0; done != NULL && i < m->ledger->n_loss; i++) {
        if (!done[i] && m->shown.loss[i]) {
            json_t *side = json_object();
            json_object_set_new(side, "side", casus_model_str(side_name(m, i)));
            json_object_set_new(side, "rows", rows_of(m, i, done));
            json_array_append_new(sides, side);
        }
    }
    return sides;
}
