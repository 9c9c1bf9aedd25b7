/*
 * What casus read prints keeps docs/record.md's promises: on our examples and on the development halves of the gold set,
 * every span is the text it says, every value is of its set, dates are ISO 8601 and in order, ids stand once. Records with
 * a fault each show that the checks can fail.
 */
#include "support_record.h"

#include "pipeline/models.h"
#include "record/write.h"

static size_t n_record;
static size_t n_claim;

static json_t *read_json(casus_str bytes)
{
    json_error_t error;
    json_t *record = json_loadb(bytes.ptr, bytes.len, 0, &error);
    if (record == NULL) {
        fail_msg("no JSON: %s", error.text);
    }
    return record;
}

static void render(const casus_doc *doc, casus_buf *out, void *payload)
{
    (void)payload;
    casus_record_write(doc, CASUS_LAYER_MENTIONS | CASUS_LAYER_ATTRIBUTIONS | CASUS_LAYER_SENTENCES, out);
}

static bool check_bytes(casus_str bytes, void *payload)
{
    (void)payload;
    json_t *record = read_json(bytes);
    const char *first = NULL;
    unsigned n_fault = test_record_faults(record, &first);
    n_claim += json_array_size(json_object_get(record, "claims"));
    n_record++;
    json_decref(record);
    if (n_fault > 0) {
        fail_msg("%u faults; first %s", n_fault, first);
    }
    return true;
}

static void complain(const casus_error *err, void *payload)
{
    (void)payload;
    fail_msg("%s: %s", err->file, err->msg);
}

static void test_record__keeps_its_contract(void **state)
{
    (void)state;
    static const char *const paths[] = {CASUS_SOURCE "/examples/text", CASUS_SOURCE "/examples/html",
                                        CASUS_SOURCE "/examples/ndjson", CASUS_SOURCE "/test/gold/nl-dev.jsonl",
                                        CASUS_SOURCE "/test/gold/en-dev.jsonl"};
    casus_error err = {0};
    casus_models *models = NULL;
    casus_world *world = NULL;
    assert_int_equal(casus_models_open(test_packs(), &models, &err), CASUS_OK);
    assert_int_equal(casus_world_open(CASUS_SOURCE "/data", &world, &err), CASUS_OK);
    const casus_pipeline pipeline = {.packs = test_packs(),
                                     .threads = 1,
                                     .split = true,
                                     .parse = true,
                                     .extract = true,
                                     .models = models,
                                     .world = world,
                                     .render = render,
                                     .document = check_bytes,
                                     .fault = complain};
    assert_int_equal(casus_pipeline_run(&pipeline, paths, sizeof paths / sizeof paths[0], &err), CASUS_OK);
    assert_true(n_record >= 30 && n_claim >= 300);
    casus_world_close(world);
    casus_models_close(models);
}

#define CLAIM(members)                                                                                             \
    "\"claims\":[{\"id\":\"d#1\",\"sentence\":0,\"quote\":{\"start\":0,\"end\":4,\"exact\":\"Zes\\u00e9\"},"       \
    "\"trigger\":{\"start\":0,\"end\":4,\"exact\":\"Zes\\u00e9\"},\"rule\":\"act\",\"version\":\"1\",\"links\":[]" \
    "," members "}]"
#define ROLES "\"actor\":[],\"recipient\":[],\"source\":[],\"place\":[],\"quantities\":[],\"cue\":null"
#define VALUES "\"type\":\"ASSAULT\",\"factuality\":\"CT+\",\"tense\":\"past\""
#define LAYERS "\"times\":[],\"places\":[],\"actors\":[],\"quantities\":[],\"attributions\":[]"
#define OWN "\"attribution\":\"own\",\"mode\":[],\"time\":null"

static const struct {
    const char *name; /* of the first fault; NULL: none */
    const char *members;
} bad[] = {
    {NULL, CLAIM(VALUES "," ROLES "," OWN) "," LAYERS},
    {"a link to no other claim",
     CLAIM(VALUES "," ROLES "," OWN ",\"links\":[{\"kind\":\"denies\",\"claim\":\"d#1\"}]") "," LAYERS},
    {"kind", CLAIM(VALUES "," ROLES "," OWN ",\"links\":[{\"kind\":\"mocks\",\"claim\":\"d#1\"}]") "," LAYERS},
    {"mode", CLAIM(VALUES "," ROLES ",\"attribution\":\"own\",\"mode\":[\"visit\"],\"time\":null") "," LAYERS},
    {"attribution", CLAIM(VALUES "," ROLES ",\"attribution\":\"said\",\"mode\":[],\"time\":null") "," LAYERS},
    {"type", CLAIM("\"type\":\"ASSAUL\",\"factuality\":\"CT+\",\"tense\":\"past\"," ROLES "," OWN) "," LAYERS},
    {"tense", CLAIM("\"type\":\"AID\",\"factuality\":\"CT+\",\"tense\":null," ROLES "," OWN) "," LAYERS},
    {"time runs backwards",
     CLAIM(VALUES "," ROLES ",\"attribution\":\"own\",\"mode\":[],\"time\":{\"mention\":null,\"timex\":null,"
                  "\"from\":\"2024-03-02\",\"to\":\"2024-03-01\"}") "," LAYERS},
    {"from", CLAIM(VALUES "," ROLES ",\"attribution\":\"own\",\"mode\":[],\"time\":{\"mention\":null,\"timex\":null,"
                          "\"from\":\"2024-13\",\"to\":null}") "," LAYERS},
    {"exact is not the text between",
     "\"claims\":[],\"times\":[{\"start\":3,\"end\":5,\"exact\":\"xy\",\"type\":\"DATE\",\"value\":null,\"mod\":null,"
     "\"from\":null,\"to\":null,\"rule\":\"r\"}],\"places\":[],\"actors\":[],\"quantities\":[],\"attributions\":[]"},
    {"country",
     "\"claims\":[],\"times\":[],\"places\":[],\"actors\":[{\"start\":0,\"end\":1,\"exact\":\"Z\",\"name\":\"N\","
     "\"country\":\"XXX\",\"sectors\":[],\"wikidata\":null,\"kind\":\"name\",\"rule\":\"r\"}],\"quantities\":[],"
     "\"attributions\":[]"},
    {"low, best, high out of order",
     "\"claims\":[],\"times\":[],\"places\":[],\"actors\":[],\"quantities\":[{\"start\":0,\"end\":1,\"exact\":\"Z\","
     "\"item\":\"person\",\"outcome\":null,\"low\":7,\"best\":6,\"high\":null,\"scope\":\"event\",\"since\":null,"
     "\"side\":null,\"rule\":\"r\"}],\"attributions\":[]"},
};

static void test_record__faults_are_seen(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char bytes[4096];
        int len =
            snprintf(bytes, sizeof bytes,
                     "{\"document\":{\"id\":\"d\",\"text\":\"Zes\\u00e9 x\",\"published\":null,\"sha256\":\"%064d\"},"
                     "\"sentences\":[{\"start\":0,\"end\":6}],%s}",
                     0, bad[i].members);
        json_t *record = read_json((casus_str){bytes, (size_t)len});
        const char *first = NULL;
        unsigned n_fault = test_record_faults(record, &first);
        if ((bad[i].name == NULL) != (n_fault == 0) ||
            (bad[i].name != NULL && strncmp(first + 3, bad[i].name, strlen(bad[i].name)) != 0)) {
            fail_msg("row %zu should give '%s': %u faults, %s", i, bad[i].name, n_fault, first);
        }
        json_decref(record);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_record__faults_are_seen),
                                       cmocka_unit_test(test_record__keeps_its_contract)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_close();
    return failed;
}
