/* Parts of records that several members share. */
#ifndef CASUS_RECORD_WRITE_PARTS_H
#define CASUS_RECORD_WRITE_PARTS_H

#include "base/json.h"
#include "casus/record.h"
#include "record/points.h"

void casus_record__write_member(casus_json *json, const char *name, casus_str value);

/* The members start, end, exact of a span, within an object that is open. */
void casus_record__write_exact(casus_json *json, casus_points *points, casus_span span);

/* The member `name` with a span as its value. */
void casus_record__write_span(casus_json *json, casus_points *points, const char *name, casus_span span);

/* ISO 8601, or null where the date is absent. */
void casus_record__write_date(casus_json *json, const char *name, casus_date date);

/* The members of an actor, place or quantity, within an object that is open; without its span. */
void casus_record__write_actor(casus_json *json, const casus_actor *actor);
void casus_record__write_place(casus_json *json, const casus_place *place);
void casus_record__write_quantity(casus_json *json, const casus_doc *doc, const casus_quantity *quantity);

#endif
