/* Words, names, dates, figures and quotes of the page: see model.h. */
#include "dossier/model.h"

#include "base/utf8.h"
#include "record/plover.h"

#include <math.h>
#include <stdio.h>

#define ELLIPSIS "\xE2\x80\xA6"

casus_str casus_model_word(const casus_model *m, const char *group, casus_str key)
{
    char name[128];
    snprintf(name, sizeof name, "%s.%.*s", group, CASUS_STR_ARG(key));
    const char *word = json_string_value(json_object_get(m->words, name));
    return word == NULL ? key : casus_str_of(word);
}

json_t *casus_model_str(casus_str s)
{
    if (s.ptr == NULL) {
        return json_null();
    }
    json_t *out = json_stringn(s.ptr, s.len);
    return out == NULL ? json_string("") : out; /* no UTF-8: ingest lets none through */
}

casus_str casus_model_actor(const casus_model *m, uint32_t actor)
{
    return actor == CASUS_NONE ? casus_model_word(m, "word", CASUS_STR("own-voice")) : m->ledger->actor[actor].name;
}

json_t *casus_model_actors(const casus_model *m, const casus_indices *actors)
{
    casus_buf names;
    casus_buf_init(&names, 1 << 16);
    for (uint32_t i = 0; i < actors->n; i++) {
        if (i > 0) {
            casus_buf_add_str(&names, CASUS_STR(", "));
        }
        casus_buf_add_str(&names, casus_model_actor(m, actors->at[i]));
    }
    json_t *out = names.len == 0 ? json_null() : casus_model_str(casus_buf_str(&names));
    casus_buf_free(&names);
    return out;
}

/* A letter for what sets a side apart from its country's government. */
static char apartness(const casus_actor *a)
{
    static const char *const code[] = {"PRE", "REB", "OPP", "PRM"};
    static const char letter[] = "prrm";
    for (uint32_t i = 0; i < a->n_sector; i++) {
        for (size_t k = 0; k < sizeof code / sizeof *code; k++) {
            if (casus_str_eq(a->sector[i], casus_str_of(code[k]))) {
                return letter[k];
            }
        }
    }
    return 'g';
}

bool casus_model_same_side(const casus_model *m, uint32_t a, uint32_t b)
{
    if (a == b || a == CASUS_NONE || b == CASUS_NONE) {
        return a == b;
    }
    const casus_actor *x = &m->ledger->actor[a];
    const casus_actor *y = &m->ledger->actor[b];
    if (x->country.ptr == NULL || y->country.ptr == NULL) {
        return casus_str_eq(x->name, y->name);
    }
    return casus_str_eq(x->country, y->country) && apartness(x) == apartness(y);
}

json_t *casus_model_date(casus_date date)
{
    char text[24];
    if (date.from == CASUS_FROM_NOWHERE) {
        return json_null();
    }
    if (date.precision > CASUS_DAY) {
        date.precision = CASUS_DAY;
    }
    casus_date_format(date, text);
    return json_string(text);
}

json_t *casus_model_days(casus_date from, casus_date to)
{
    json_t *first = casus_model_date(from);
    json_t *last = casus_model_date(to);
    json_t *out = NULL;
    const char *a = json_string_value(first);
    const char *b = json_string_value(last);
    if (a == NULL && b == NULL) {
        out = json_null();
    } else if (a != NULL && b != NULL && strcmp(a, b) == 0) {
        out = json_string(a);
    } else {
        out = json_sprintf("%s \xE2\x80\x93 %s", a == NULL ? ELLIPSIS : a, b == NULL ? ELLIPSIS : b);
    }
    json_decref(first);
    json_decref(last);
    return out;
}

json_t *casus_model_figure(const casus_model *m, double low, double best, double high)
{
    casus_str least = casus_model_word(m, "word", CASUS_STR("at-least"));
    casus_str most = casus_model_word(m, "word", CASUS_STR("at-most"));
    if (!isnan(best) && !isnan(low) && isnan(high) && low <= best) {
        return json_sprintf("%.*s %.15g", CASUS_STR_ARG(least), low);
    }
    if (!isnan(best)) {
        return json_sprintf("%.15g", best);
    }
    if (!isnan(low) && !isnan(high)) {
        return low >= high ? json_sprintf("%.15g", low) : json_sprintf("%.15g\xE2\x80\x93%.15g", low, high);
    }
    if (!isnan(low)) {
        return json_sprintf("%.*s %.15g", CASUS_STR_ARG(least), low);
    }
    return isnan(high) ? json_null() : json_sprintf("%.*s %.15g", CASUS_STR_ARG(most), high);
}

static size_t bytes_of(casus_str text, json_int_t points)
{
    size_t at = 0;
    while (points-- > 0 && at < text.len) {
        casus_utf8_next(text.ptr, text.len, &at);
    }
    return at;
}

/* Where the trigger stands in the quote: by the positions of the record, else where its words first stand. */
static size_t trigger_at(const casus_ledger_claim *c)
{
    json_t *record = c->json.ptr == NULL ? NULL : json_loadb(c->json.ptr, c->json.len, 0, NULL);
    json_int_t quote = json_integer_value(json_object_get(json_object_get(record, "quote"), "start"));
    json_int_t trigger = json_integer_value(json_object_get(json_object_get(record, "trigger"), "start"));
    json_decref(record);
    size_t at = trigger >= quote ? bytes_of(c->quote, trigger - quote) : c->quote.len;
    for (int pass = 0; pass < 2; pass++) {
        for (; at + c->trigger.len <= c->quote.len; at++) {
            if (casus_str_starts(casus_str_slice(c->quote, at, c->quote.len), c->trigger)) {
                return at;
            }
        }
        at = 0;
    }
    return c->quote.len;
}

static bool is_web(casus_str url)
{
    return casus_str_starts(url, CASUS_STR("https://")) || casus_str_starts(url, CASUS_STR("http://"));
}

static json_t *figures_of(const casus_model *m, const casus_ledger_claim *c)
{
    json_t *out = json_array();
    for (uint32_t i = 0; i < c->n_quantity; i++) {
        const casus_ledger_quantity *q = &c->quantity[i];
        json_t *figure = casus_model_figure(m, q->low, q->best, q->high);
        json_t *row = json_object();
        json_object_set_new(row, "figure", figure);
        json_object_set_new(row, "item", casus_model_str(casus_model_word(m, "item", q->item)));
        json_object_set_new(row, "outcome", casus_model_str(casus_model_word(m, "outcome", q->outcome)));
        json_array_append_new(out, row);
    }
    return out;
}

json_t *casus_model_anchor(const casus_model *m, uint32_t claim)
{
    return m->shown.claim[claim] ? json_sprintf("c%u", claim) : json_null();
}

json_t *casus_model_quote(const casus_model *m, uint32_t claim)
{
    static const char *const factuality[] = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"};
    static const char *const voice[] = {"own", "direct", "indirect", "mixed", "hearsay"};
    const casus_ledger_claim *c = &m->ledger->claim[claim];
    const casus_ledger_doc *d = &m->ledger->document[c->document];
    size_t at = trigger_at(c);
    bool split = at < c->quote.len;
    json_t *out = json_object();
    json_object_set_new(out, "claim", casus_model_anchor(m, claim));
    json_object_set_new(out, "id", casus_model_str(c->id));
    json_object_set_new(out, "before", casus_model_str(casus_str_slice(c->quote, 0, at)));
    json_object_set_new(out, "trigger", casus_model_str(split ? c->trigger : CASUS_STR("")));
    json_object_set_new(out, "after",
                        casus_model_str(casus_str_slice(c->quote, split ? at + c->trigger.len : at, c->quote.len)));
    json_object_set_new(out, "source", casus_model_actors(m, &c->source));
    json_object_set_new(out, "voice", casus_model_str(casus_model_word(m, "voice", casus_str_of(voice[c->voice]))));
    json_object_set_new(out, "surely",
                        casus_model_str(casus_model_word(m, "fact", casus_str_of(factuality[c->factuality]))));
    json_object_set_new(out, "plain", json_boolean(c->factuality == CASUS_FACT_CT_PLUS));
    json_object_set_new(out, "type",
                        casus_model_str(casus_model_word(m, "type", casus_str_of(casus_event_type_name(c->type)))));
    json_object_set_new(out, "who", casus_model_actors(m, &c->actor));
    json_object_set_new(out, "whom", casus_model_actors(m, &c->recipient));
    json_object_set_new(out, "days", casus_model_days(c->from, c->to));
    json_object_set_new(out, "figures", figures_of(m, c));
    json_object_set_new(out, "joined", casus_model_str(c->joined));
    json_object_set_new(out, "outlet", casus_model_str(d->outlet.ptr == NULL ? d->id : d->outlet));
    json_object_set_new(out, "date", casus_model_date(d->published));
    json_object_set_new(out, "language", casus_model_str(d->language.ptr == NULL ? CASUS_STR("und") : d->language));
    json_object_set_new(out, "url", is_web(d->url) ? casus_model_str(d->url) : json_null());
    json_object_set_new(out, "document", json_sprintf("doc%u", c->document));
    return out;
}

json_t *casus_model_quotes(const casus_model *m, const casus_indices *claims)
{
    json_t *out = json_array();
    for (uint32_t i = 0; i < claims->n; i++) {
        json_array_append_new(out, casus_model_quote(m, claims->at[i]));
    }
    return out;
}
