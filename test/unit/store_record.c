/* Examples through the store: what comes out of it is what the record says. */
#include "support_store.h"

#include "pipeline/models.h"
#include "record/plover.h"
#include "record/write.h"

#include <jansson.h>
#include <math.h>

static json_t *records;      /* the claims of all examples, in order */
static casus_store *filling; /* where they go meanwhile */

static void render_record(const casus_doc *doc, casus_buf *out, void *payload)
{
    (void)payload;
    casus_record_write(doc, 0, out);
}

static bool take_record(casus_str bytes, void *payload)
{
    (void)payload;
    json_t *record = json_loadb(bytes.ptr, bytes.len, 0, NULL);
    json_array_extend(records, json_object_get(record, "claims"));
    json_decref(record);
    return true;
}

static void render_packed(const casus_doc *doc, casus_buf *out, void *payload)
{
    (void)payload;
    casus_store_pack(doc, out);
}

static bool take_packed(casus_str bytes, void *payload)
{
    (void)payload;
    casus_error err = {0};
    assert_int_equal(casus_store_put(filling, bytes, &err), CASUS_OK);
    return true;
}

static void complain(const casus_error *err, void *payload)
{
    (void)payload;
    fail_msg("%s: %s", err->file, err->msg);
}

static void run_examples(void (*render)(const casus_doc *, casus_buf *, void *), bool (*document)(casus_str, void *))
{
    static const char *const paths[] = {CASUS_SOURCE "/examples/text", CASUS_SOURCE "/examples/html",
                                        CASUS_SOURCE "/test/gold/nl-dev.jsonl"};
    casus_error err = {0};
    casus_models *models = NULL;
    casus_world *world = NULL;
    assert_int_equal(casus_models_open(test_packs(), &models, &err), CASUS_OK);
    assert_int_equal(casus_world_open(CASUS_SOURCE "/data", &world, &err), CASUS_OK);
    const casus_pipeline pipeline = {.packs = test_packs(),
                                     .split = true,
                                     .parse = true,
                                     .extract = true,
                                     .models = models,
                                     .world = world,
                                     .threads = 2,
                                     .render = render,
                                     .document = document,
                                     .fault = complain};
    assert_int_equal(casus_pipeline_run(&pipeline, paths, 3, &err), CASUS_OK);
    casus_world_close(world);
    casus_models_close(models);
}

static void same_str(const json_t *object, const char *key, casus_str s)
{
    const char *said = json_string_value(json_object_get(object, key));
    assert_string_equal(said == NULL ? "" : said, s.ptr == NULL ? "" : test_str(s));
}

static void same_actors(const json_t *list, casus_indices roles, const casus_ledger *ledger)
{
    assert_int_equal(json_array_size(list), roles.n);
    for (uint32_t i = 0; i < roles.n; i++) {
        const json_t *said = json_array_get(list, i);
        const casus_actor *actor = &ledger->actor[roles.at[i]];
        same_str(said, "name", actor->name);
        same_str(said, "country", actor->country);
        same_str(said, "wikidata", actor->wikidata);
        assert_int_equal(json_array_size(json_object_get(said, "sectors")), actor->n_sector);
        for (uint32_t k = 0; k < actor->n_sector; k++) {
            assert_string_equal(json_string_value(json_array_get(json_object_get(said, "sectors"), k)),
                                test_str(actor->sector[k]));
        }
    }
}

static void same_date(const json_t *object, const char *key, casus_date date)
{
    char text[24] = "";
    if (date.from != CASUS_FROM_NOWHERE) {
        casus_date_format(date, text);
    }
    same_str(object, key, casus_str_of(text));
}

static void same_number(const json_t *object, const char *key, double value)
{
    const json_t *said = json_object_get(object, key);
    assert_true(json_is_null(said) ? isnan(value) : json_number_value(said) == value);
}

static void same_quantities(const json_t *list, const casus_ledger_claim *c, const casus_ledger *ledger)
{
    assert_int_equal(json_array_size(list), c->n_quantity);
    for (uint32_t i = 0; i < c->n_quantity; i++) {
        const json_t *said = json_array_get(list, i);
        const casus_ledger_quantity *q = &c->quantity[i];
        same_str(said, "item", q->item);
        same_str(said, "outcome", q->outcome);
        same_number(said, "low", q->low);
        same_number(said, "best", q->best);
        same_number(said, "high", q->high);
        same_str(said, "scope", casus_str_of(q->scope == CASUS_SCOPE_EVENT ? "event" : "cumulative"));
        same_date(said, "since", q->since);
        same_str(json_object_get(said, "mention"), "exact", q->exact);
        same_str(json_object_get(said, "side"), "name",
                 q->side == CASUS_NONE ? CASUS_STR_NULL : ledger->actor[q->side].name);
    }
}

static void same_claim(const json_t *said, const casus_ledger_claim *c, const casus_ledger *ledger)
{
    static const char *const factuality[] = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"};
    static const char *const voice[] = {"own", "direct", "indirect", "mixed", "hearsay"};
    static const char *const tense[] = {"past", "present", "future", "background"};
    json_t *whole = json_loadb(c->json.ptr, c->json.len, 0, NULL);
    assert_true(json_equal(said, whole));
    json_decref(whole);
    same_str(said, "id", c->id);
    assert_int_equal(json_integer_value(json_object_get(said, "sentence")), c->sentence);
    same_str(said, "type", casus_str_of(casus_event_type_name(c->type)));
    uint32_t mode = 0;
    for (size_t i = 0; i < json_array_size(json_object_get(said, "mode")); i++) {
        mode |=
            casus_mode_of(c->type, casus_str_of(json_string_value(json_array_get(json_object_get(said, "mode"), i))));
    }
    assert_int_equal(mode, c->mode);
    same_str(json_object_get(said, "trigger"), "exact", c->trigger);
    same_str(json_object_get(said, "quote"), "exact", c->quote);
    same_str(json_object_get(said, "cue"), "exact", c->cue);
    same_str(said, "attribution", casus_str_of(voice[c->voice]));
    same_str(said, "factuality", casus_str_of(factuality[c->factuality]));
    same_str(said, "tense", casus_str_of(tense[c->tense]));
    same_actors(json_object_get(said, "actor"), c->actor, ledger);
    same_actors(json_object_get(said, "recipient"), c->recipient, ledger);
    same_actors(json_object_get(said, "source"), c->source, ledger);
    assert_int_equal(json_array_size(json_object_get(said, "place")), c->place.n);
    for (uint32_t i = 0; i < c->place.n; i++) {
        const json_t *place = json_array_get(json_object_get(said, "place"), i);
        same_str(place, "name", ledger->place[c->place.at[i]].name);
        same_number(place, "latitude", ledger->place[c->place.at[i]].latitude);
        same_number(place, "longitude", ledger->place[c->place.at[i]].longitude);
    }
    const json_t *time = json_object_get(said, "time");
    same_str(time, "timex", c->timex);
    same_date(time, "from", c->from);
    same_date(time, "to", c->to);
    same_quantities(json_object_get(said, "quantities"), c, ledger);
    assert_int_equal(c->incident, CASUS_NONE);
}

/* The record of the claim with this id; the ledger has documents in an order of its own. */
static const json_t *record_of(casus_str id)
{
    for (size_t i = 0; i < json_array_size(records); i++) {
        const json_t *record = json_array_get(records, i);
        if (casus_str_eq(casus_str_of(json_string_value(json_object_get(record, "id"))), id)) {
            return record;
        }
    }
    fail_msg("no record of %s", test_str(id));
    return NULL;
}

static void test_store__gives_back_what_the_record_says(void **state)
{
    (void)state;
    casus_error err = {0};
    casus_ledger ledger;
    records = json_array();
    run_examples(render_record, take_record);
    filling = test_store_open(CASUS_STORE_WRITE);
    run_examples(render_packed, take_packed);
    assert_int_equal(casus_store_commit(filling, &err), CASUS_OK);
    casus_ledger_init(&ledger);
    assert_int_equal(casus_store_load(filling, NULL, &ledger, &err), CASUS_OK);
    casus_store_close(filling);
    assert_true(ledger.n_claim > 100);
    assert_int_equal(ledger.n_claim, json_array_size(records));
    for (uint32_t i = 0; i < ledger.n_claim; i++) {
        const casus_ledger_doc *doc = &ledger.document[ledger.claim[i].document];
        assert_true(i >= doc->claim_begin && i < doc->claim_end);
        same_claim(record_of(ledger.claim[i].id), &ledger.claim[i], &ledger);
    }
    for (uint32_t i = 0; i + 1 < ledger.n_actor; i++) { /* interned: no two that are equal */
        for (uint32_t k = i + 1; k < ledger.n_actor; k++) {
            assert_false(casus_str_eq(ledger.actor[i].name, ledger.actor[k].name) &&
                         casus_str_eq(ledger.actor[i].country, ledger.actor[k].country) &&
                         casus_str_eq(ledger.actor[i].wikidata, ledger.actor[k].wikidata) &&
                         ledger.actor[i].person == ledger.actor[k].person &&
                         ledger.actor[i].n_sector == ledger.actor[k].n_sector &&
                         casus_str_eq(ledger.actor[i].sector[0], ledger.actor[k].sector[0]) &&
                         casus_str_eq(ledger.actor[i].sector[1], ledger.actor[k].sector[1]) &&
                         casus_str_eq(ledger.actor[i].sector[2], ledger.actor[k].sector[2]));
        }
    }
    casus_ledger_free(&ledger);
    json_decref(records);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_store__gives_back_what_the_record_says),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_store_forget();
    test_close();
    return failed;
}
