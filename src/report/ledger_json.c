/* Claims, incidents, disputes and documents as JSON: see ledger_json.h. */
#include "report/ledger_json.h"

#include "record/plover.h"
#include "record/write_parts.h"
#include "report/ledger_json_parts.h"
#include "report/ledger_words.h"

static void end_row(casus_json *json)
{
    casus_json_object_end(json);
    casus_buf_add_char(json->out, '\n');
}

/* The record's own members first, as the store has them, then those of the ledger. */
void casus_json_of_claim(const casus_ledger *ledger, uint32_t index, casus_buf *out)
{
    const casus_ledger_claim *c = &ledger->claim[index];
    const casus_ledger_doc *doc = &ledger->document[c->document];
    casus_str record = casus_str_trim(c->json);
    casus_json json;
    casus_json_init(&json, out);
    casus_json_object(&json);
    casus_json_members(&json, casus_str_slice(record, 1, record.len == 0 ? 0 : record.len - 1));
    casus_record__write_member(&json, "joined", c->joined);
    casus_json__incident(&json, ledger, c->incident);
    casus_json_key(&json, "document");
    casus_json_object(&json);
    casus_record__write_member(&json, "id", doc->id);
    casus_record__write_member(&json, "outlet", doc->outlet);
    casus_record__write_member(&json, "url", doc->url);
    casus_json_object_end(&json);
    end_row(&json);
}

static void write_modes(casus_json *json, const casus_incident *incident)
{
    const char *name = NULL;
    casus_json_key(json, "mode");
    casus_json_array(json);
    for (unsigned i = 0; (name = casus_mode_name(incident->type, i)) != NULL; i++) {
        if ((incident->mode >> i & 1U) != 0) {
            casus_json_str(json, casus_str_of(name));
        }
    }
    casus_json_array_end(json);
}

static bool is_first_in_language(const casus_ledger *ledger, const casus_incident *incident, uint32_t nth)
{
    casus_str language = ledger->document[ledger->claim[incident->claim.at[nth]].document].language;
    for (uint32_t i = 0; i < nth; i++) {
        if (casus_str_eq(ledger->document[ledger->claim[incident->claim.at[i]].document].language, language)) {
            return false;
        }
    }
    return language.ptr != NULL;
}

static void write_incident(casus_json *json, const casus_ledger *ledger, const casus_incident *incident)
{
    casus_record__write_member(json, "id", casus_str_of(incident->id));
    casus_record__write_member(json, "type", casus_str_of(casus_event_type_name(incident->type)));
    write_modes(json, incident);
    casus_record__write_date(json, "from", incident->from);
    casus_record__write_date(json, "to", incident->to);
    casus_json__places(json, ledger, "place", incident->place);
    casus_json__actors(json, ledger, "actors", incident->actor);
    casus_json__actors(json, ledger, "recipients", incident->recipient);
    casus_json__claims(json, ledger, "claims", incident->claim);
    casus_json_key(json, "documents");
    casus_json_int(json, incident->n_document);
    casus_json_key(json, "outlets");
    casus_json_int(json, incident->n_outlet);
    casus_json_key(json, "independent");
    casus_json_int(json, incident->n_independent);
    casus_json_key(json, "one_leg");
    casus_json_bool(json, incident->one_leg);
    casus_json_key(json, "languages");
    casus_json_array(json);
    for (uint32_t i = 0; i < incident->claim.n; i++) {
        if (is_first_in_language(ledger, incident, i)) {
            casus_json_str(json, ledger->document[ledger->claim[incident->claim.at[i]].document].language);
        }
    }
    casus_json_array_end(json);
    casus_json_key(json, "disputes");
    casus_json_array(json);
    for (uint32_t i = 0; i < incident->dispute.n; i++) {
        casus_json_str(json, casus_str_of(ledger->dispute[incident->dispute.at[i]].id));
    }
    casus_json_array_end(json);
}

void casus_json_of_incident(const casus_ledger *ledger, uint32_t index, casus_buf *out)
{
    casus_json json;
    casus_json_init(&json, out);
    casus_json_object(&json);
    write_incident(&json, ledger, &ledger->incident[index]);
    end_row(&json);
}

void casus_json_of_day(const casus_ledger *ledger, uint32_t incident, casus_buf *out)
{
    casus_json json;
    casus_date day = casus_incident_day(&ledger->incident[incident]);
    casus_json_init(&json, out);
    casus_json_object(&json);
    casus_record__write_date(&json, "day", day);
    write_incident(&json, ledger, &ledger->incident[incident]);
    end_row(&json);
}

void casus_json_of_dispute(const casus_ledger *ledger, uint32_t index, casus_buf *out)
{
    const casus_dispute *d = &ledger->dispute[index];
    casus_json json;
    casus_json_init(&json, out);
    casus_json_object(&json);
    casus_record__write_member(&json, "id", casus_str_of(d->id));
    casus_json__incident(&json, ledger, d->incident);
    casus_record__write_member(&json, "about", d->about);
    casus_json_key(&json, "positions");
    casus_json_array(&json);
    for (uint32_t i = 0; i < d->n_position; i++) {
        casus_json_object(&json);
        casus_record__write_member(&json, "value", d->position[i].value);
        casus_json__actors(&json, ledger, "sources", d->position[i].source);
        casus_json__claims(&json, ledger, "claims", d->position[i].claim);
        casus_json_object_end(&json);
    }
    casus_json_array_end(&json);
    end_row(&json);
}

void casus_json_of_document(const casus_ledger *ledger, uint32_t index, casus_buf *out)
{
    const casus_ledger_doc *doc = &ledger->document[index];
    casus_json json;
    casus_json_init(&json, out);
    casus_json_object(&json);
    casus_record__write_member(&json, "id", doc->id);
    casus_record__write_member(&json, "outlet", doc->outlet);
    casus_record__write_member(&json, "url", doc->url);
    casus_record__write_member(&json, "title", doc->title);
    casus_record__write_member(&json, "language", doc->language);
    casus_record__write_date(&json, "published", doc->published);
    casus_record__write_member(&json, "sha256", casus_str_of(doc->sha256));
    casus_record__write_member(&json, "copy_of",
                               doc->copy_of < ledger->n_document && doc->copy_of != index
                                   ? ledger->document[doc->copy_of].id
                                   : CASUS_STR_NULL);
    casus_json_key(&json, "claims");
    casus_json_array(&json);
    for (uint32_t i = doc->claim_begin; i < doc->claim_end; i++) {
        casus_json_str(&json, ledger->claim[i].id);
    }
    casus_json_array_end(&json);
    end_row(&json);
}
