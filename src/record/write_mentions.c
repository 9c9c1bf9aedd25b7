/* Mentions as JSON: see write_mentions.h. */
#include "record/write_mentions.h"

#include "record/write.h"
#include "record/write_parts.h"

static void write_times(casus_json *json, const casus_doc *doc)
{
    static const char *const type[] = {"DATE", "TIME", "DURATION", "SET"};
    casus_points points = {.text = doc->text};
    casus_json_key(json, "times");
    casus_json_array(json);
    for (uint32_t i = 0; i < doc->n_timex; i++) {
        const casus_timex *t = &doc->timex[i];
        casus_json_object(json);
        casus_record__write_exact(json, &points, t->text);
        casus_record__write_member(json, "type", casus_str_of(type[t->type]));
        casus_record__write_member(json, "value", t->value);
        casus_record__write_member(json, "mod", t->mod);
        casus_record__write_date(json, "from", t->from);
        casus_record__write_date(json, "to", t->to);
        casus_record__write_member(json, "rule", t->rule);
        casus_json_object_end(json);
    }
    casus_json_array_end(json);
}

static void write_places(casus_json *json, const casus_doc *doc)
{
    casus_points points = {.text = doc->text};
    casus_json_key(json, "places");
    casus_json_array(json);
    for (uint32_t i = 0; i < doc->n_place; i++) {
        const casus_place *p = &doc->place[i];
        if (p->adjective) {
            continue; /* no place of its own: actors are made of it */
        }
        casus_json_object(json);
        casus_record__write_exact(json, &points, p->text);
        casus_record__write_place(json, p);
        casus_json_key(json, "government");
        casus_json_bool(json, p->government);
        casus_json_key(json, "near");
        casus_json_bool(json, p->near);
        casus_json_key(json, "part");
        casus_json_bool(json, p->part);
        casus_record__write_member(json, "rule", p->rule);
        casus_json_object_end(json);
    }
    casus_json_array_end(json);
}

static void write_actors(casus_json *json, const casus_doc *doc)
{
    static const char *const kind[] = {"name", "composed", "description", "pronoun"};
    casus_points points = {.text = doc->text};
    casus_json_key(json, "actors");
    casus_json_array(json);
    for (uint32_t i = 0; i < doc->n_mention; i++) {
        const casus_actor_mention *m = &doc->mention[i];
        for (uint32_t a = 0; a < m->n_actor; a++) {
            casus_json_object(json);
            casus_record__write_exact(json, &points, m->text);
            casus_record__write_actor(json, &doc->actor[m->actor[a]]);
            casus_record__write_member(json, "kind", casus_str_of(kind[m->kind]));
            casus_record__write_member(json, "rule", m->rule);
            casus_json_object_end(json);
        }
    }
    casus_json_array_end(json);
}

static void write_quantities(casus_json *json, const casus_doc *doc)
{
    casus_points points = {.text = doc->text};
    casus_json_key(json, "quantities");
    casus_json_array(json);
    for (uint32_t i = 0; i < doc->n_quantity; i++) {
        const casus_quantity *q = &doc->quantity[i];
        casus_json_object(json);
        casus_record__write_exact(json, &points, q->text);
        casus_record__write_quantity(json, doc, q);
        casus_record__write_member(json, "rule", q->rule);
        casus_json_object_end(json);
    }
    casus_json_array_end(json);
}

void casus_record__write_mentions(casus_json *json, const casus_doc *doc, unsigned layers)
{
    if ((layers & CASUS_LAYER_TIMES) != 0) {
        write_times(json, doc);
    }
    if ((layers & CASUS_LAYER_PLACES) != 0) {
        write_places(json, doc);
    }
    if ((layers & CASUS_LAYER_ACTORS) != 0) {
        write_actors(json, doc);
    }
    if ((layers & CASUS_LAYER_QUANTITIES) != 0) {
        write_quantities(json, doc);
    }
}
