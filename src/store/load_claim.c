/* Claims from their bytes: see load.h. */
#include "store/load.h"

#include "base/json.h"

#include <stdio.h>

/* The ledger's number of the actor that the claim calls `number`. */
static uint32_t actor_of(casus_loader *loader, uint32_t number)
{
    casus_ledger *ledger = loader->ledger;
    uint32_t row = loader->actors.list[number];
    if (loader->actors.as[row] == 0) {
        ledger->actor[ledger->n_actor] = loader->actor[loader->actors.index[row] - 1];
        loader->actors.as[row] = ++ledger->n_actor;
    }
    return loader->actors.as[row] - 1;
}

/* The same for a place. Rows with one geonameid, or without any with one name, are one place. */
static uint32_t place_of(casus_loader *loader, uint32_t number)
{
    casus_ledger *ledger = loader->ledger;
    uint32_t row = loader->places.list[number];
    if (loader->places.as[row] == 0) {
        const casus_place *place = &loader->place[loader->places.index[row] - 1];
        casus_str id = {(const char *)&place->geonameid, sizeof place->geonameid};
        casus_map *map = place->geonameid != 0 ? &loader->place_id : &loader->place_of;
        casus_str key = place->geonameid != 0 ? id : place->name;
        const uint32_t *met = casus_map_get(map, key);
        if (met != NULL) {
            loader->places.as[row] = *met + 1;
        } else {
            (void)casus_map_set(map, key, ledger->n_place, NULL, &loader->scratch);
            ledger->place[ledger->n_place] = *place;
            loader->places.as[row] = ++ledger->n_place;
        }
    }
    return loader->places.as[row] - 1;
}

typedef uint32_t number_of(casus_loader *loader, uint32_t number);

static casus_indices read_list(casus_loader *loader, casus_wire *in, number_of *of, uint32_t n_known)
{
    casus_indices list = {.n = casus_wire_get_count(in)};
    if (list.n > 0) {
        list.at = casus_arena_room(&loader->ledger->arena, list.n * sizeof *list.at);
    }
    if (list.at == NULL) {
        return (casus_indices){0};
    }
    for (uint32_t i = 0; i < list.n; i++) {
        uint32_t number = casus_wire_get_below(in, n_known == 0 ? 0 : n_known - 1);
        in->bad = in->bad || n_known == 0;
        list.at[i] = in->bad ? 0 : of(loader, number);
    }
    return list;
}

static void read_quantity(casus_loader *loader, casus_wire *in, casus_ledger_quantity *q)
{
    q->item = casus_wire_get_str(in);
    q->outcome = casus_wire_get_str(in);
    q->low = casus_wire_get_double(in);
    q->best = casus_wire_get_double(in);
    q->high = casus_wire_get_double(in);
    q->scope = (casus_scope)casus_wire_get_below(in, CASUS_SCOPE_CUMULATIVE);
    q->since = casus_wire_get_date(in);
    uint32_t side = casus_wire_get_below(in, loader->actors.n_list);
    q->side = side == 0 ? CASUS_NONE : actor_of(loader, side - 1);
    q->exact = casus_wire_get_str(in);
}

bool casus_store__read_claim(casus_loader *loader, casus_str packed, casus_ledger_claim *claim)
{
    casus_arena *arena = &loader->ledger->arena;
    char *bytes = casus_arena_bytes(arena, packed.len);
    if (bytes == NULL) {
        return false;
    }
    memcpy(bytes, packed.ptr, packed.len);
    casus_wire in = {bytes, bytes + packed.len, false};
    claim->sentence = casus_wire_get_below(&in, UINT32_MAX);
    claim->type = (casus_event_type)casus_wire_get_below(&in, CASUS_N_EVENT_TYPE - 1);
    claim->mode = casus_wire_get_below(&in, UINT32_MAX);
    claim->voice = (casus_attribution_kind)casus_wire_get_below(&in, CASUS_ATTRIBUTION_HEARSAY);
    claim->factuality = (casus_factuality)casus_wire_get_below(&in, CASUS_FACT_UU);
    claim->tense = (casus_tense)casus_wire_get_below(&in, CASUS_BACKGROUND);
    claim->actor = read_list(loader, &in, actor_of, loader->actors.n_list);
    claim->recipient = read_list(loader, &in, actor_of, loader->actors.n_list);
    claim->source = read_list(loader, &in, actor_of, loader->actors.n_list);
    claim->place = read_list(loader, &in, place_of, loader->places.n_list);
    claim->from = casus_wire_get_date(&in);
    claim->to = casus_wire_get_date(&in);
    claim->timex = casus_wire_get_str(&in);
    claim->trigger = casus_wire_get_str(&in);
    claim->quote = casus_wire_get_str(&in);
    claim->cue = casus_wire_get_str(&in);
    claim->n_quantity = casus_wire_get_count(&in);
    claim->quantity = CASUS_NEW(arena, casus_ledger_quantity, claim->n_quantity);
    for (uint32_t i = 0; claim->quantity != NULL && i < claim->n_quantity; i++) {
        read_quantity(loader, &in, &claim->quantity[i]);
    }
    claim->incident = CASUS_NONE;
    return !in.bad && in.at == in.end && arena->failed == CASUS_OK;
}

bool casus_store__name_claim(casus_loader *loader, casus_str json, uint32_t number, casus_ledger_claim *claim)
{
    casus_arena *arena = &loader->ledger->arena;
    casus_str document = loader->ledger->document[claim->document].id;
    char *id = casus_arena_bytes(arena, document.len + 16);
    if (id == NULL || json.len < 2 || json.ptr[0] != '{') {
        return false;
    }
    memcpy(id, document.ptr, document.len);
    claim->id = (casus_str){id, document.len + (size_t)snprintf(id + document.len, 16, "#%u", number)};
    casus_buf head;
    casus_json writer;
    casus_buf_init(&head, SIZE_MAX / 4);
    casus_json_init(&writer, &head);
    casus_json_object(&writer);
    casus_json_key(&writer, "id");
    casus_json_str(&writer, claim->id);
    casus_buf_add_char(&head, ',');
    size_t len = head.len + json.len - 1;
    char *whole = head.failed == CASUS_OK ? casus_arena_bytes(arena, len) : NULL;
    if (whole != NULL) {
        memcpy(whole, head.ptr, head.len);
        memcpy(whole + head.len, json.ptr + 1, json.len - 1);
        claim->json = (casus_str){whole, len};
    }
    casus_buf_free(&head);
    return whole != NULL;
}
