/* Parts of records: see write_parts.h. */
#include "record/write_parts.h"

void casus_record__write_member(casus_json *json, const char *name, casus_str value)
{
    casus_json_key(json, name);
    casus_json_str(json, value);
}

void casus_record__write_exact(casus_json *json, casus_points *points, casus_span span)
{
    casus_json_key(json, "start");
    casus_json_int(json, casus_points_at(points, span.begin));
    casus_json_key(json, "end");
    casus_json_int(json, casus_points_at(points, span.end));
    casus_record__write_member(json, "exact", casus_str_slice(points->text, span.begin, span.end));
}

void casus_record__write_date(casus_json *json, const char *name, casus_date date)
{
    char value[24];
    casus_json_key(json, name);
    if (date.from == CASUS_FROM_NOWHERE) {
        casus_json_null(json);
        return;
    }
    casus_date_format(date, value);
    casus_json_str(json, casus_str_of(value));
}

void casus_record__write_span(casus_json *json, casus_points *points, const char *name, casus_span span)
{
    casus_json_key(json, name);
    casus_json_object(json);
    casus_record__write_exact(json, points, span);
    casus_json_object_end(json);
}

void casus_record__write_actor(casus_json *json, const casus_actor *actor)
{
    casus_record__write_member(json, "name", actor->name);
    casus_record__write_member(json, "country", actor->country);
    casus_json_key(json, "sectors");
    casus_json_array(json);
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        casus_json_str(json, actor->sector[i]);
    }
    casus_json_array_end(json);
    casus_record__write_member(json, "wikidata", actor->wikidata);
}

void casus_record__write_place(casus_json *json, const casus_place *p)
{
    static const char *const precision[] = {"site", "populated place", "district", "region", "country", "area"};
    casus_record__write_member(json, "name", p->name);
    casus_json_key(json, "geonameid");
    if (p->geonameid == 0) {
        casus_json_null(json);
    } else {
        casus_json_int(json, p->geonameid);
    }
    casus_json_key(json, "latitude");
    casus_json_double(json, p->latitude);
    casus_json_key(json, "longitude");
    casus_json_double(json, p->longitude);
    casus_record__write_member(json, "country", p->country);
    casus_record__write_member(json, "feature", p->feature);
    casus_record__write_member(json, "precision", casus_str_of(precision[p->precision]));
}

void casus_record__write_quantity(casus_json *json, const casus_doc *doc, const casus_quantity *q)
{
    static const char *const scope[] = {"event", "cumulative"};
    casus_record__write_member(json, "item", q->item);
    casus_record__write_member(json, "outcome", q->outcome);
    casus_json_key(json, "low");
    casus_json_double(json, q->low);
    casus_json_key(json, "best");
    casus_json_double(json, q->best);
    casus_json_key(json, "high");
    casus_json_double(json, q->high);
    casus_record__write_member(json, "scope", casus_str_of(scope[q->scope]));
    casus_record__write_date(json, "since", q->since);
    casus_json_key(json, "side");
    if (q->side == CASUS_NO_ACTOR) {
        casus_json_null(json);
    } else {
        casus_json_object(json);
        casus_record__write_actor(json, &doc->actor[q->side]);
        casus_json_object_end(json);
    }
}
