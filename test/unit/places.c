/* The gazetteer's file, and places in text: found, left alone, resolved (lang/CODE/test/bulk/places.tsv). */
#include "support.h"

#include "base/table.h"
#include "pack/pack.h"
#include "pipeline/models.h"
#include "world/world.h"

#include <unistd.h>

static casus_models *models;
static casus_world *world;
static casus_arena arena;
static char found[4096];

static int open_all(void **state)
{
    casus_error err = {0};
    (void)state;
    casus_arena_init(&arena, 1 << 24);
    return casus_models_open(test_packs(), &models, &err) != CASUS_OK ||
           casus_world_open(CASUS_SOURCE "/data", &world, &err) != CASUS_OK;
}

static int close_all(void **state)
{
    (void)state;
    casus_models_close(models);
    casus_world_close(world);
    casus_arena_free(&arena);
    test_close();
    return 0;
}

/* The document's places as lang/CODE/test/bulk/places.tsv writes them. */
static void render(const casus_doc *doc, casus_buf *out, void *payload)
{
    size_t n = 0;
    (void)out;
    (void)payload;
    (void)snprintf(found, sizeof found, "-");
    for (uint32_t i = 0; i < doc->n_place && n + 200 < sizeof found; i++) {
        const casus_place *p = &doc->place[i];
        casus_str country = p->country.ptr == NULL ? CASUS_STR("-") : p->country;
        n += (size_t)snprintf(found + n, sizeof found - n, "%s%s%s%s%s%.*s:%.*s", n == 0 ? "" : "; ",
                              p->adjective ? "@" : "", p->near ? "~" : "", p->government ? "!" : "", p->part ? "/" : "",
                              CASUS_STR_ARG(p->name), CASUS_STR_ARG(country));
    }
}

static const char *places_of(const char *text, const char *language)
{
    casus_error err = {0};
    casus_worker worker;
    casus_input input;
    casus_buf out;
    const casus_pipeline pipeline = {.packs = test_packs(),
                                     .split = true,
                                     .parse = true,
                                     .extract = true,
                                     .models = models,
                                     .world = world,
                                     .render = render,
                                     .ingest.language = language};
    assert_int_equal(casus_worker_open(&worker, &pipeline, &err), CASUS_OK);
    casus_input_init(&input);
    input.form = CASUS_FORM_TEXT;
    input.bytes = malloc(strlen(text) + 1);
    assert_non_null(input.bytes);
    memcpy(input.bytes, text, strlen(text) + 1);
    input.n_byte = strlen(text);
    input.room = input.n_byte + 1;
    input.place = CASUS_STR("PLACE");
    input.id = CASUS_STR("id");
    casus_buf_init(&out, 1 << 20);
    assert_int_equal(casus_worker_run(&worker, &input, &out, &err), CASUS_OK);
    casus_buf_free(&out);
    casus_input_free(&input);
    casus_worker_close(&worker);
    return found;
}

/* Every language that has a table of sentences. */
static void test_places__bulk(void **state)
{
    static const char *const columns[] = {"text", "expect"};
    casus_error err = {0};
    unsigned rows = 0;
    unsigned wrong = 0;
    const casus_pack *pack = NULL;
    (void)state;
    for (size_t i = 0; (pack = casus_packs_at(test_packs(), i)) != NULL; i++) {
        char path[4096];
        char code[32];
        casus_table table;
        casus_str f[CASUS_TABLE_COLUMNS];
        (void)snprintf(code, sizeof code, "%.*s", CASUS_STR_ARG(casus_pack_code(pack)));
        (void)snprintf(path, sizeof path, "%s/%s/test/bulk/places.tsv", CASUS_PACK_SOURCE, code);
        if (access(path, F_OK) != 0) {
            continue;
        }
        assert_int_equal(casus_table_open(&table, path, columns, 2, &arena, &err), CASUS_OK);
        while (casus_table_next(&table, f, &err) == CASUS_OK) {
            const char *got = places_of(test_str(f[0]), code);
            rows++;
            if (!casus_str_eq(casus_str_of(got), f[1])) {
                wrong++;
                printf("# %s: %.*s\n#   wanted %.*s\n#   got    %s\n", code, CASUS_STR_ARG(f[0]), CASUS_STR_ARG(f[1]),
                       got);
            }
        }
    }
    assert_true(rows > 0);
    assert_int_equal(wrong, 0);
}

static void test_places__every_key_of_the_packs_is_a_place(void **state)
{
    const casus_pack *pack = NULL;
    (void)state;
    for (size_t i = 0; (pack = casus_packs_at(test_packs(), i)) != NULL; i++) {
        for (uint32_t t = 0; t < pack->n_place_term; t++) {
            if (casus_gazetteer_by_key(world->gazetteer, pack->place_term[t].key) == CASUS_NO_PLACE) {
                fail_msg("no place has the key %.*s", CASUS_STR_ARG(pack->place_term[t].key));
            }
        }
    }
}

static void test_gazetteer__tells_what_it_knows(void **state)
{
    const casus_gazetteer *g = world->gazetteer;
    casus_place p = {0};
    (void)state;
    casus_gazetteer_fill(g, casus_gazetteer_by_key(g, CASUS_STR("XK")), &p);
    assert_string_equal(test_str(p.name), "Kosovo");
    assert_string_equal(test_str(p.country3), "XKX");
    assert_int_equal(p.precision, CASUS_PLACE_COUNTRY);
    casus_gazetteer_fill(g, casus_gazetteer_by_key(g, CASUS_STR("703448")), &p);
    assert_string_equal(test_str(p.name), "Kyiv");
    assert_string_equal(test_str(p.country3), "UKR");
    assert_int_equal(p.precision, CASUS_PLACE_POPULATED);
    assert_true(p.latitude > 50.4 && p.latitude < 50.5 && p.longitude > 30.4 && p.longitude < 30.6);
    casus_gazetteer_fill(g, casus_gazetteer_by_key(g, CASUS_STR("black-sea")), &p);
    assert_null(p.country.ptr);
    assert_int_equal(p.precision, CASUS_PLACE_AREA);
    assert_int_equal(casus_gazetteer_by_key(g, CASUS_STR("no-such-place")), CASUS_NO_PLACE);
    assert_int_equal(casus_gazetteer_by_key(g, CASUS_STR("")), CASUS_NO_PLACE);
    uint32_t idlib = casus_gazetteer_by_key(g, CASUS_STR("169389"));
    assert_int_equal(casus_gazetteer_country_of(g, idlib), casus_gazetteer_by_key(g, CASUS_STR("SY")));
    assert_int_equal(casus_gazetteer_region_of(g, idlib), casus_gazetteer_by_key(g, CASUS_STR("SY-ID")));
}

/* A copy of the file, cut to `len` bytes, the byte at `flip` changed; what opening it says. */
static casus_status open_copy(size_t len, size_t flip, casus_error *err)
{
    char path[] = "/tmp/casus-world-XXXXXX";
    static char bytes[32 << 20];
    casus_gazetteer *g = NULL;
    FILE *file = fopen(CASUS_SOURCE "/data/world.casus", "rb");
    assert_non_null(file);
    size_t n = fread(bytes, 1, sizeof bytes, file);
    (void)fclose(file);
    assert_true(n < sizeof bytes);
    bytes[flip] = (char)(bytes[flip] ^ 1);
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    file = fdopen(fd, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len < n ? len : n, file), len < n ? len : n);
    assert_int_equal(fclose(file), 0);
    casus_status st = casus_gazetteer_open(path, casus_spelling_mark(world->spelling), &g, err);
    casus_gazetteer_close(g);
    (void)unlink(path);
    return st;
}

static void test_gazetteer__refuses_a_bad_file(void **state)
{
    casus_error err = {0};
    casus_gazetteer *g = NULL;
    (void)state;
    assert_int_equal(open_copy(SIZE_MAX, 0, &err), CASUS_EPACK);
    assert_string_equal(err.msg, "not a file of places");
    assert_int_equal(open_copy(SIZE_MAX, 1 << 20, &err), CASUS_EPACK);
    assert_string_equal(err.msg, "the file of places is cut or damaged");
    assert_int_equal(open_copy(1 << 20, 1 << 19, &err), CASUS_EPACK);
    assert_int_equal(open_copy(10, 1 << 20, &err), CASUS_EPACK);
    assert_int_equal(open_copy(0, 1 << 20, &err), CASUS_EPACK);
    assert_int_equal(casus_gazetteer_open("/nowhere/world.casus", 0, &g, &err), CASUS_EIO);
    assert_int_equal(
        casus_gazetteer_open(CASUS_SOURCE "/data/world.casus", casus_spelling_mark(world->spelling) + 1, &g, &err),
        CASUS_EPACK);
    assert_null(g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gazetteer__tells_what_it_knows),
        cmocka_unit_test(test_gazetteer__refuses_a_bad_file),
        cmocka_unit_test(test_places__every_key_of_the_packs_is_a_place),
        cmocka_unit_test(test_places__bulk),
    };
    return cmocka_run_group_tests_name("places", tests, open_all, close_all);
}
