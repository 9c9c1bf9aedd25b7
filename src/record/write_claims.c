/* Claims and attributions as JSON: see write_claims.h. */
#include "record/write_claims.h"

#include "record/plover.h"
#include "record/write.h"
#include "record/write_parts.h"

#include <stdio.h>

static const char *const kinds[] = {"own", "direct", "indirect", "mixed", "hearsay"};

static void write_roles(casus_json *json, const casus_doc *doc, casus_points *points, const char *name,
                        const casus_participants *roles)
{
    casus_json_key(json, name);
    casus_json_array(json);
    for (uint32_t i = 0; i < roles->n; i++) {
        casus_json_object(json);
        casus_record__write_actor(json, &doc->actor[roles->role[i].actor]);
        casus_record__write_span(json, points, "mention", roles->role[i].mention);
        casus_json_object_end(json);
    }
    casus_json_array_end(json);
}

static void write_time(casus_json *json, const casus_doc *doc, casus_points *points, const casus_claim *c)
{
    casus_date from;
    casus_date to;
    casus_json_key(json, "time");
    if (c->timex >= doc->n_timex) {
        casus_json_null(json);
        return;
    }
    const casus_timex *t = &doc->timex[c->timex];
    casus_claim_interval(c, t, &from, &to);
    casus_json_object(json);
    casus_record__write_span(json, points, "mention", t->text);
    casus_record__write_member(json, "timex", t->value);
    casus_record__write_date(json, "from", from);
    casus_record__write_date(json, "to", to);
    casus_json_object_end(json);
}

static void write_modes(casus_json *json, const casus_claim *c)
{
    const char *name = NULL;
    casus_json_key(json, "mode");
    casus_json_array(json);
    for (unsigned i = 0; (name = casus_mode_name(c->type, i)) != NULL; i++) {
        if ((c->mode >> i & 1U) != 0) {
            casus_json_str(json, casus_str_of(name));
        }
    }
    casus_json_array_end(json);
}

static void write_places(casus_json *json, const casus_doc *doc, casus_points *points, const casus_claim *c)
{
    casus_json_key(json, "place");
    casus_json_array(json);
    for (uint32_t i = 0; i < c->n_place; i++) {
        const casus_place *p = &doc->place[c->place[i]];
        casus_json_object(json);
        casus_record__write_place(json, p);
        casus_record__write_span(json, points, "mention", p->text);
        casus_json_object_end(json);
    }
    casus_json_array_end(json);
}

static void write_quantities(casus_json *json, const casus_doc *doc, casus_points *points, const casus_claim *c)
{
    casus_json_key(json, "quantities");
    casus_json_array(json);
    for (uint32_t i = 0; i < c->n_quantity; i++) {
        const casus_quantity *q = &doc->quantity[c->quantity[i]];
        casus_json_object(json);
        casus_record__write_quantity(json, doc, q);
        casus_record__write_span(json, points, "mention", q->text);
        casus_json_object_end(json);
    }
    casus_json_array_end(json);
}

static void write_id(casus_json *json, const char *name, const casus_doc *doc, uint32_t index)
{
    char id[512];
    int len = snprintf(id, sizeof id, "%.*s#%u", doc->id.len > 400 ? 400 : (int)doc->id.len, doc->id.ptr, index + 1);
    casus_record__write_member(json, name, (casus_str){id, (size_t)len});
}

static void write_links(casus_json *json, const casus_doc *doc, const casus_claim *c)
{
    static const char *const kind[] = {"denies", "revises", "repeats"};
    casus_json_key(json, "links");
    casus_json_array(json);
    for (uint32_t i = 0; i < c->n_link; i++) {
        casus_json_object(json);
        casus_record__write_member(json, "kind", casus_str_of(kind[c->link[i].kind]));
        write_id(json, "claim", doc, c->link[i].claim);
        casus_json_object_end(json);
    }
    casus_json_array_end(json);
}

/* All of a claim but its id, within an object that is open. */
static void write_claim(casus_json *json, const casus_doc *doc, casus_points *points, uint32_t index)
{
    static const char *const factuality[] = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"};
    static const char *const tense[] = {"past", "present", "future", "background"};
    const casus_claim *c = &doc->claim[index];
    casus_json_key(json, "sentence");
    casus_json_int(json, c->sentence);
    casus_record__write_span(json, points, "quote", c->quote);
    casus_record__write_member(json, "type", casus_str_of(casus_event_type_name(c->type)));
    write_modes(json, c);
    casus_record__write_span(json, points, "trigger", c->trigger);
    write_roles(json, doc, points, "actor", &c->actor);
    write_roles(json, doc, points, "recipient", &c->recipient);
    write_places(json, doc, points, c);
    write_time(json, doc, points, c);
    write_quantities(json, doc, points, c);
    write_roles(json, doc, points, "source", &c->source);
    if (c->cue.end > c->cue.begin) {
        casus_record__write_span(json, points, "cue", c->cue);
    } else {
        casus_json_key(json, "cue");
        casus_json_null(json);
    }
    casus_record__write_member(json, "attribution", casus_str_of(kinds[c->voice]));
    casus_record__write_member(json, "factuality", casus_str_of(factuality[c->factuality]));
    casus_record__write_member(json, "tense", casus_str_of(tense[c->tense]));
    write_links(json, doc, c);
    casus_record__write_member(json, "rule", c->rule);
    casus_record__write_member(json, "version", doc->version);
}

void casus_record_write_claim(const casus_doc *doc, casus_points *points, uint32_t index, casus_buf *out)
{
    casus_json json;
    casus_json_init(&json, out);
    casus_json_object(&json);
    write_claim(&json, doc, points, index);
    casus_json_object_end(&json);
}

void casus_record__write_claims(casus_json *json, const casus_doc *doc)
{
    casus_points points = {.text = doc->text};
    casus_json_key(json, "claims");
    casus_json_array(json);
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        casus_json_object(json);
        write_id(json, "id", doc, i);
        write_claim(json, doc, &points, i);
        casus_json_object_end(json);
    }
    casus_json_array_end(json);
}

static void write_spans(casus_json *json, casus_points *points, const char *name, const casus_span *span, unsigned n)
{
    casus_json_key(json, name);
    casus_json_array(json);
    for (unsigned i = 0; i < n; i++) {
        if (span[i].end > span[i].begin) {
            casus_json_object(json);
            casus_record__write_exact(json, points, span[i]);
            casus_json_object_end(json);
        }
    }
    casus_json_array_end(json);
}

enum { DEEPEST = 8 };

static void write_within(casus_json *json, const casus_doc *doc, casus_points *points, uint32_t outer, unsigned depth);

static void write_attribution(casus_json *json, const casus_doc *doc, casus_points *points, uint32_t i, unsigned depth)
{
    const casus_attribution *a = &doc->attribution[i];
    casus_json_object(json);
    write_spans(json, points, "source", &a->source, 1);
    write_spans(json, points, "cue", &a->cue, 1);
    write_spans(json, points, "content", a->content, 2);
    casus_record__write_member(json, "kind", casus_str_of(kinds[a->kind]));
    casus_record__write_member(json, "rule", a->rule);
    if (depth < DEEPEST && a->first_inner != CASUS_NO_ATTRIBUTION) {
        casus_json_key(json, "nested");
        casus_json_array(json);
        write_within(json, doc, points, i, depth + 1);
        casus_json_array_end(json);
    }
    casus_json_object_end(json);
}

/*
 * The attributions that stand in `outer`, each with those that stand in it. On top are those that stand in none, as the
 * corpora of attributions have them. Cost: linear where attributions stand in a few others.
 */
static void write_within(casus_json *json, const casus_doc *doc, casus_points *points, uint32_t outer, unsigned depth)
{
    uint32_t from = outer == CASUS_NO_ATTRIBUTION ? 0 : doc->attribution[outer].first_inner;
    for (uint32_t i = from; i < doc->n_attribution;
         i = outer == CASUS_NO_ATTRIBUTION ? i + 1 : doc->attribution[i].next_inner) {
        if (doc->attribution[i].outer != outer) {
            continue;
        }
        if (doc->attribution[i].goes_on && depth < DEEPEST) {
            write_within(json, doc, points, i, depth + 1);
        } else {
            write_attribution(json, doc, points, i, depth);
        }
    }
}

void casus_record__write_attributions(casus_json *json, const casus_doc *doc)
{
    casus_points points = {.text = doc->text};
    casus_json_key(json, "attributions");
    casus_json_array(json);
    write_within(json, doc, &points, CASUS_NO_ATTRIBUTION, 0);
    casus_json_array_end(json);
}
