/* Ceasefires, control, mobilisation, martial law, as lists: see model.h. */
#include "dossier/model.h"

#include <stdio.h>

enum { UNFOLDED = 200 }; /* longer lists are folded */

static json_t *state_of(const casus_model *m, const casus_state *s)
{
    json_t *out = json_object();
    json_object_set_new(out, "place",
                        s->place == CASUS_NONE ? json_null() : casus_model_str(m->ledger->place[s->place].name));
    json_object_set_new(out, "stage", casus_model_str(casus_model_word(m, "stage", s->stage)));
    json_object_set_new(out, "parties", casus_model_actors(m, &s->party));
    json_object_set_new(out, "claimant", casus_model_str(casus_model_actor(m, s->claimant)));
    json_object_set_new(out, "denied", json_boolean(s->denied));
    json_object_set_new(out, "days", casus_model_days(s->from, s->to));
    json_object_set_new(out, "quotes", casus_model_quotes(m, &s->claim));
    json_object_set_new(out, "first", s->claim.n == 0 ? json_null() : casus_model_anchor(m, s->claim.at[0]));
    return out;
}

json_t *casus_model_states(const casus_model *m)
{
    static const char *const kind[] = {"ceasefire", "control", "mobilization", "martial-law"};
    json_t *out = json_object();
    size_t any = 0;
    for (unsigned k = 0; k < sizeof kind / sizeof *kind; k++) {
        json_t *list = json_array();
        for (uint32_t i = 0; i < m->ledger->n_state; i++) {
            if (m->shown.state[i] && m->ledger->state[i].kind == (casus_state_kind)k) {
                json_array_append_new(list, state_of(m, &m->ledger->state[i]));
            }
        }
        any += json_array_size(list);
        json_object_set_new(out, kind[k], list);
        char name[32];
        snprintf(name, sizeof name, "has-%s", kind[k]);
        json_object_set_new(out, name, json_boolean(json_array_size(list) > 0));
    }
    json_object_set_new(out, "any", json_boolean(any > 0));
    json_object_set_new(out, "many", json_boolean(any > UNFOLDED));
    return out;
}
