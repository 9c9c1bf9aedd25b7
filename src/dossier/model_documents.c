/* What was read: the head of the page, its documents, and who repeats whom: see model.h. */
#include "dossier/model.h"

#include <stdio.h>
#include <stdlib.h>

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The sorted, distinct values of a set of strings, as an array. */
static json_t *distinct(json_t *set)
{
    json_t *out = json_array();
    const char *key = NULL;
    json_t *value = NULL;
    size_t n = 0;
    const char **names = malloc((json_object_size(set) + 1) * sizeof *names);
    if (names == NULL) {
        return out;
    }
    json_object_foreach(set, key, value) names[n++] = key;
    qsort(names, n, sizeof *names, by_name);
    for (size_t i = 0; i < n; i++) {
        json_array_append_new(out, json_string(names[i]));
    }
    free(names);
    return out;
}

static void add(json_t *set, casus_str name)
{
    if (name.len > 0) {
        json_t *key = casus_model_str(name);
        json_object_set_new(set, json_string_value(key), json_true());
        json_decref(key);
    }
}

static uint32_t copies(const casus_model *m)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < m->ledger->n_document; i++) {
        n += m->shown.document[i] && m->ledger->document[i].copy_of != CASUS_NONE;
    }
    return n;
}

static json_t *count(const bool *shown, uint32_t n)
{
    json_int_t sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        sum += shown[i];
    }
    return json_integer(sum);
}

json_t *casus_model_head(const casus_model *m)
{
    const casus_ledger *l = m->ledger;
    json_t *out = json_object();
    json_t *outlets = json_object();
    json_t *languages = json_object();
    const char *first = NULL;
    const char *last = NULL;
    json_t *dates = json_array();
    for (uint32_t i = 0; i < l->n_document; i++) {
        if (!m->shown.document[i]) {
            continue;
        }
        add(outlets, l->document[i].outlet);
        add(languages, l->document[i].language);
        json_t *date = casus_model_date(l->document[i].published);
        const char *day = json_string_value(date);
        if (day != NULL && (first == NULL || strcmp(day, first) < 0)) {
            first = day;
        }
        if (day != NULL && (last == NULL || strcmp(day, last) > 0)) {
            last = day;
        }
        json_array_append_new(dates, date);
    }
    json_object_set_new(out, "documents", count(m->shown.document, l->n_document));
    json_object_set_new(out, "outlets", json_integer((json_int_t)json_object_size(outlets)));
    json_object_set_new(out, "languages", distinct(languages));
    json_object_set_new(out, "first", first == NULL ? json_null() : json_string(first));
    json_object_set_new(out, "last", last == NULL ? json_null() : json_string(last));
    json_object_set_new(out, "claims", count(m->shown.claim, l->n_claim));
    json_object_set_new(out, "incidents", count(m->shown.incident, l->n_incident));
    json_object_set_new(out, "disputes", count(m->shown.dispute, l->n_dispute));
    json_object_set_new(out, "copies", json_integer(copies(m)));
    json_object_set_new(out, "has-copies", json_boolean(copies(m) > 0));
    json_object_set_new(out, "snapshot", casus_model_str(m->options->snapshot));
    json_object_set_new(out, "filter", casus_model_str(m->options->filter));
    json_decref(dates);
    json_decref(outlets);
    json_decref(languages);
    return out;
}

static json_t *document_of(const casus_model *m, uint32_t index)
{
    const casus_ledger_doc *d = &m->ledger->document[index];
    json_t *out = json_object();
    json_object_set_new(out, "anchor", json_sprintf("doc%u", index));
    json_object_set_new(out, "id", casus_model_str(d->id));
    json_object_set_new(out, "title", casus_model_str(d->title.len > 0 ? d->title : d->id));
    json_object_set_new(out, "outlet", casus_model_str(d->outlet));
    json_object_set_new(out, "date", casus_model_date(d->published));
    json_object_set_new(out, "inferred", json_boolean(d->published.from == CASUS_FROM_INFERENCE));
    json_object_set_new(out, "language", casus_model_str(d->language.ptr == NULL ? CASUS_STR("und") : d->language));
    bool web = casus_str_starts(d->url, CASUS_STR("https://")) || casus_str_starts(d->url, CASUS_STR("http://"));
    json_object_set_new(out, "url", web ? casus_model_str(d->url) : json_null());
    json_object_set_new(out, "claims", json_integer(d->claim_end - d->claim_begin));
    json_object_set_new(out, "sha256", json_string(d->sha256));
    return out;
}

json_t *casus_model_documents(const casus_model *m)
{
    json_t *out = json_array();
    for (uint32_t i = 0; i < m->ledger->n_document; i++) {
        if (m->shown.document[i]) {
            json_array_append_new(out, document_of(m, i));
        }
    }
    return out;
}

static bool is_agency(const casus_actor *a)
{
    for (uint32_t i = 0; i < a->n_sector; i++) {
        if (casus_str_eq(a->sector[i], CASUS_STR("JRN"))) {
            return true;
        }
    }
    return false;
}

/* Told first-hand sources of what an agency or outlet passes on: the nearest sources of its claims. */
static void add_claimant(const casus_model *m, json_t *agencies, const casus_ledger_claim *c)
{
    for (uint32_t i = 0; i < c->source.n; i++) {
        if (!is_agency(&m->ledger->actor[c->source.at[i]])) {
            continue;
        }
        json_t *name = casus_model_str(m->ledger->actor[c->source.at[i]].name);
        json_t *agency = json_object_get(agencies, json_string_value(name));
        if (agency == NULL) {
            agency = json_object();
            json_object_set_new(agency, "documents", json_object());
            json_object_set_new(agency, "claimants", json_object());
            json_object_set_new(agencies, json_string_value(name), agency);
        }
        char document[24];
        snprintf(document, sizeof document, "%010u", c->document);
        json_object_set_new(json_object_get(agency, "documents"), document, json_integer(c->document));
        if (i > 0) {
            add(json_object_get(agency, "claimants"), m->ledger->actor[c->source.at[0]].name);
        }
        json_decref(name);
        return;
    }
}

/* Copies of each original, and articles that pass on what an agency reports, with whom it cites. */
json_t *casus_model_echo(const casus_model *m)
{
    const casus_ledger *l = m->ledger;
    json_t *out = json_object();
    json_t *originals = json_array();
    json_t *agencies = json_object();
    json_t *list = json_array();
    json_t **of = CASUS_NEW(m->arena, json_t *, l->n_document + 1);
    for (uint32_t i = 0; of != NULL && i < l->n_document; i++) {
        uint32_t original = l->document[i].copy_of;
        if (original >= l->n_document || !m->shown.document[i] || !m->shown.document[original]) {
            continue;
        }
        if (of[original] == NULL) {
            of[original] = document_of(m, original);
            json_object_set_new(of[original], "repeated", json_array());
            json_array_append_new(originals, of[original]);
        }
        json_array_append_new(json_object_get(of[original], "repeated"), document_of(m, i));
    }
    for (uint32_t i = 0; i < l->n_claim; i++) {
        if (m->shown.document[l->claim[i].document]) {
            add_claimant(m, agencies, &l->claim[i]);
        }
    }
    const char *name = NULL;
    json_t *agency = NULL;
    json_object_foreach(agencies, name, agency)
    {
        json_t *row = json_object();
        json_t *documents = json_array();
        const char *key = NULL;
        json_t *index = NULL;
        json_object_foreach(json_object_get(agency, "documents"), key, index)
            json_array_append_new(documents, document_of(m, (uint32_t)json_integer_value(index)));
        json_object_set_new(row, "name", json_string(name));
        json_object_set_new(row, "documents", documents);
        json_object_set_new(row, "claimants", distinct(json_object_get(agency, "claimants")));
        json_object_set_new(row, "has-claimants",
                            json_boolean(json_object_size(json_object_get(agency, "claimants")) > 0));
        json_array_append_new(list, row);
    }
    json_object_set_new(out, "has-copies", json_boolean(json_array_size(originals) > 0));
    json_object_set_new(out, "has-agencies", json_boolean(json_array_size(list) > 0));
    json_object_set_new(out, "any", json_boolean(json_array_size(originals) + json_array_size(list) > 0));
    json_object_set_new(out, "copies", originals);
    json_object_set_new(out, "agencies", list);
    json_decref(agencies);
    return out;
}
