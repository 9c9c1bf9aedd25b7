/* Incidents of the page, by day: see model.h. */
#include "dossier/model.h"

#include "record/plover.h"
#include "svg/svg.h"

enum { UNFOLDED = 200 }; /* longer lists are folded by day */

static json_t *place_of(const casus_model *m, const casus_incident *incident)
{
    return incident->place.n == 0 ? json_null() : casus_model_str(m->ledger->place[incident->place.at[0]].name);
}

json_t *casus_model_incident_head(const casus_model *m, uint32_t incident)
{
    if (incident == CASUS_NONE || !m->shown.incident[incident]) {
        return json_null();
    }
    const casus_incident *i = &m->ledger->incident[incident];
    json_t *out = json_object();
    json_object_set_new(out, "id", json_string(i->id));
    json_object_set_new(out, "type",
                        casus_model_str(casus_model_word(m, "type", casus_str_of(casus_event_type_name(i->type)))));
    json_object_set_new(out, "sign", json_string(casus_sign_name(casus_sign_of(i->type))));
    json_object_set_new(out, "who", casus_model_actors(m, &i->actor));
    json_object_set_new(out, "whom", casus_model_actors(m, &i->recipient));
    json_object_set_new(out, "place", place_of(m, i));
    json_object_set_new(out, "days", casus_model_days(i->from, i->to));
    json_object_set_new(out, "day", casus_model_date(i->from.from != CASUS_FROM_NOWHERE ? i->from : i->to));
    json_object_set_new(out, "claims", json_integer(i->claim.n));
    json_object_set_new(out, "documents", json_integer(i->n_document));
    json_object_set_new(out, "independent", json_integer(i->n_independent));
    json_object_set_new(out, "disputed", json_boolean(i->dispute.n > 0));
    return out;
}

static json_t *disputes_of(const casus_model *m, const casus_incident *i)
{
    json_t *out = json_array();
    for (uint32_t k = 0; k < i->dispute.n; k++) {
        if (m->shown.dispute[i->dispute.at[k]]) {
            json_array_append_new(out, json_string(m->ledger->dispute[i->dispute.at[k]].id));
        }
    }
    return out;
}

json_t *casus_model_incidents(const casus_model *m)
{
    json_t *days = json_array();
    json_t *day = NULL;
    json_t *list = NULL;
    for (uint32_t i = 0; i < m->ledger->n_incident; i++) {
        if (!m->shown.incident[i]) {
            continue;
        }
        json_t *head = casus_model_incident_head(m, i);
        const char *when = json_string_value(json_object_get(head, "day"));
        const char *last = json_string_value(json_object_get(day, "day"));
        if (day == NULL || (when == NULL) != (last == NULL) || (when != NULL && strcmp(when, last) != 0)) {
            day = json_object();
            json_object_set_new(day, "day", when == NULL ? json_null() : json_string(when));
            json_object_set_new(day, "folded", json_boolean(m->ledger->n_incident > UNFOLDED));
            list = json_array();
            json_object_set_new(day, "incidents", list);
            json_array_append_new(days, day);
        }
        json_object_set_new(head, "quotes", casus_model_quotes(m, &m->ledger->incident[i].claim));
        json_object_set_new(head, "dispute", disputes_of(m, &m->ledger->incident[i]));
        json_array_append_new(list, head);
        json_object_set_new(day, "n", json_integer((json_int_t)json_array_size(list)));
    }
    return days;
}

json_t *casus_model_loose(const casus_model *m)
{
    json_t *out = json_array();
    for (uint32_t i = 0; i < m->ledger->n_claim; i++) {
        if (m->ledger->claim[i].incident == CASUS_NONE && m->shown.claim[i]) {
            json_array_append_new(out, casus_model_quote(m, i));
        }
    }
    return out;
}
