/* Shared members: see ledger_json_parts.h. */
#include "report/ledger_json_parts.h"

#include "record/write_parts.h"

static void put_actor(casus_json *json, const casus_ledger *ledger, uint32_t actor)
{
    casus_json_object(json);
    casus_record__write_actor(json, &ledger->actor[actor]);
    casus_json_object_end(json);
}

void casus_json__actor(casus_json *json, const casus_ledger *ledger, const char *name, uint32_t actor)
{
    casus_json_key(json, name);
    if (actor == CASUS_NONE) {
        casus_json_null(json);
    } else {
        put_actor(json, ledger, actor);
    }
}

void casus_json__actors(casus_json *json, const casus_ledger *ledger, const char *name, casus_indices list)
{
    casus_json_key(json, name);
    casus_json_array(json);
    for (uint32_t i = 0; i < list.n; i++) {
        put_actor(json, ledger, list.at[i]);
    }
    casus_json_array_end(json);
}

static void put_place(casus_json *json, const casus_ledger *ledger, uint32_t place)
{
    casus_json_object(json);
    casus_record__write_place(json, &ledger->place[place]);
    casus_json_object_end(json);
}

void casus_json__place(casus_json *json, const casus_ledger *ledger, const char *name, uint32_t place)
{
    casus_json_key(json, name);
    if (place == CASUS_NONE) {
        casus_json_null(json);
    } else {
        put_place(json, ledger, place);
    }
}

void casus_json__places(casus_json *json, const casus_ledger *ledger, const char *name, casus_indices list)
{
    casus_json_key(json, name);
    casus_json_array(json);
    for (uint32_t i = 0; i < list.n; i++) {
        put_place(json, ledger, list.at[i]);
    }
    casus_json_array_end(json);
}

void casus_json__claims(casus_json *json, const casus_ledger *ledger, const char *name, casus_indices list)
{
    casus_json_key(json, name);
    casus_json_array(json);
    for (uint32_t i = 0; i < list.n; i++) {
        casus_json_str(json, ledger->claim[list.at[i]].id);
    }
    casus_json_array_end(json);
}

void casus_json__incident(casus_json *json, const casus_ledger *ledger, uint32_t incident)
{
    casus_record__write_member(json, "incident",
                               casus_str_of(incident == CASUS_NONE ? NULL : ledger->incident[incident].id));
}

void casus_json__number(casus_json *json, const char *name, double value)
{
    casus_json_key(json, name);
    casus_json_double(json, value);
}
