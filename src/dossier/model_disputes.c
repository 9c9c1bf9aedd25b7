/* Points in dispute of the page: see model.h. */
#include "dossier/model.h"

enum { UNFOLDED = 60, TOP = 12 };

static casus_str part(casus_str *rest)
{
    size_t len = 0;
    while (len < rest->len && rest->ptr[len] != ':') {
        len++;
    }
    casus_str first = casus_str_slice(*rest, 0, len);
    *rest = casus_str_slice(*rest, len < rest->len ? len + 1 : len, rest->len);
    return first;
}

/* The question as {happened: true} or {quantity: {outcome, item}} ...: templates have a sentence for each kind. */
static json_t *question_of(const casus_model *m, casus_str about)
{
    static const char *const kinds[] = {"happened", "actor", "time", "place", "control", "quantity"};
    json_t *out = json_object();
    casus_str kind = part(&about);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) { /* else a template would find those of the page */
        json_object_set_new(out, kinds[i], json_false());
    }
    char name[32] = "";
    memcpy(name, kind.ptr, kind.len < sizeof name - 1 ? kind.len : sizeof name - 1);
    if (casus_str_eq(kind, CASUS_STR("quantity"))) {
        json_t *what = json_object();
        casus_str outcome = part(&about);
        bool told = outcome.len > 0 && !casus_str_eq(outcome, CASUS_STR("null"));
        json_object_set_new(what, "outcome",
                            told ? casus_model_str(casus_model_word(m, "outcome", outcome)) : json_null());
        json_object_set_new(what, "item", casus_model_str(casus_model_word(m, "item", about)));
        json_object_set_new(out, name, what);
    } else if (casus_str_eq(kind, CASUS_STR("control"))) {
        json_object_set_new(out, name, casus_model_str(about));
    } else {
        json_object_set_new(out, name, json_true());
    }
    return out;
}

/*
 * An answer in the page's language: the words whose key it is, or begins with ('held by' of 'held by X'), and what
 * follows, which is a name. An answer without such words stays as it is.
 */
static json_t *answer_of(const casus_model *m, casus_str value)
{
    const char *key = NULL;
    json_t *text = NULL;
    const char *best = NULL;
    size_t longest = 0;
    json_object_foreach(m->words, key, text)
    {
        casus_str full = casus_str_of(key);
        casus_str start = casus_str_slice(full, sizeof "answer." - 1, full.len);
        bool whole = casus_str_eq(start, value);
        bool begins = start.len < value.len && value.ptr[start.len] == ' ' && casus_str_starts(value, start);
        if (casus_str_starts(full, CASUS_STR("answer.")) && (whole || begins) && start.len > longest) {
            best = json_string_value(text);
            longest = start.len;
        }
    }
    if (best == NULL) {
        return casus_model_str(value);
    }
    casus_str rest = casus_str_slice(value, longest, value.len);
    return json_sprintf("%s%.*s", best, CASUS_STR_ARG(rest));
}

static json_t *position_of(const casus_model *m, const casus_position *p)
{
    json_t *out = json_object();
    json_t *claimants = casus_model_actors(m, &p->source);
    if (json_is_null(claimants)) {
        claimants = casus_model_str(casus_model_word(m, "word", CASUS_STR("own-voice")));
    }
    json_object_set_new(out, "value", answer_of(m, p->value));
    json_object_set_new(out, "claimants", claimants);
    json_object_set_new(out, "n", json_integer(p->claim.n));
    json_object_set_new(out, "quotes", casus_model_quotes(m, &p->claim));
    return out;
}

static json_t *dispute_of(const casus_model *m, const casus_dispute *d, bool folded)
{
    json_t *row = json_object();
    json_t *positions = json_array();
    for (uint32_t k = 0; k < d->n_position; k++) {
        json_array_append_new(positions, position_of(m, &d->position[k]));
    }
    json_object_set_new(row, "id", json_string(d->id));
    json_object_set_new(row, "folded", json_boolean(folded));
    json_object_set_new(row, "question", question_of(m, d->about));
    json_object_set_new(row, "incident", casus_model_incident_head(m, d->incident));
    json_object_set_new(row, "positions", positions);
    return row;
}

json_t *casus_model_disputes(const casus_model *m)
{
    json_t *out = json_array();
    for (uint32_t i = 0; i < m->ledger->n_dispute; i++) {
        if (m->shown.dispute[i]) {
            json_array_append_new(out, dispute_of(m, &m->ledger->dispute[i], m->ledger->n_dispute > UNFOLDED));
        }
    }
    return out;
}

static uint32_t weight_of(const casus_model *m, uint32_t dispute)
{
    uint32_t incident = m->ledger->dispute[dispute].incident;
    return incident == CASUS_NONE ? 0 : m->ledger->incident[incident].n_independent;
}

json_t *casus_model_top(const casus_model *m)
{
    uint32_t best[TOP];
    uint32_t n = 0;
    json_t *out = json_array();
    for (uint32_t i = 0; i < m->ledger->n_dispute; i++) {
        uint32_t at = n;
        if (!m->shown.dispute[i]) {
            continue;
        }
        while (at > 0 && weight_of(m, best[at - 1]) < weight_of(m, i)) {
            at--;
        }
        if (at < TOP) {
            n += n < TOP;
            for (uint32_t k = n - 1; k > at; k--) {
                best[k] = best[k - 1];
            }
            best[at] = i;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        json_array_append_new(out, dispute_of(m, &m->ledger->dispute[best[i]], false));
    }
    return out;
}
