/* Times: the rules' own examples, and lang/<code>/test/bulk/times.tsv. */
#include "support.h"

#include "base/table.h"
#include "pack/pack.h"
#include "pipeline/examples.h"

enum { ROW_ROOM = 1024, MEMORY = 1 << 24 };

static casus_models *models;

static void tell(const casus_rule *rule, const casus_rule_example *example, const char *found, void *payload)
{
    (void)payload;
    (void)fprintf(stderr, "%s:%u: '%.*s': %.*s gives %s\n", rule->path.ptr, example->line, CASUS_STR_ARG(rule->name),
                  CASUS_STR_ARG(example->text), found);
}

/* Every example of every rule of every pack. */
static void test_examples_hold(void **state)
{
    const casus_pack *pack = NULL;
    (void)state;
    for (size_t i = 0; (pack = casus_packs_at(test_packs(), i)) != NULL; i++) {
        unsigned n_run = 0;
        unsigned n_failed = 0;
        casus_error err = {0};
        assert_int_equal(casus_examples_run(models, pack, tell, NULL, &n_run, &n_failed, &err), CASUS_OK);
        assert_int_equal(n_failed, 0);
        assert_true(n_run >= 2 || pack->times.n_rule == 0 || pack->base.len == 0);
    }
}

/* 'DATE 2024-03-05 START @2024-03-01..2024-03-10', the last two only if they are asked for. */
static void describe(const casus_timex *t, bool interval, char *out, size_t room)
{
    static const char *const types[] = {"DATE", "TIME", "DURATION", "SET"};
    char from[24] = "";
    char to[24] = "";
    if (t->from.from != CASUS_FROM_NOWHERE) {
        casus_date_format(t->from, from);
    }
    if (t->to.from != CASUS_FROM_NOWHERE) {
        casus_date_format(t->to, to);
    }
    (void)snprintf(out, room, "%s %.*s%s%.*s%s%s%s%s", types[t->type],
                   CASUS_STR_ARG(t->value.ptr == NULL ? CASUS_STR("-") : t->value), t->mod.ptr == NULL ? "" : " ",
                   CASUS_STR_ARG(t->mod), interval ? " @" : "", interval ? from : "", interval ? ".." : "",
                   interval ? to : "");
}

static bool check_row(casus_bench *bench, const casus_pack *pack, const casus_str *field)
{
    char plain[ROW_ROOM];
    char found[ROW_ROOM] = "nothing";
    casus_span span;
    casus_error err = {0};
    bool none = field[2].ptr[0] == '*';
    casus_str text = casus_str_slice(field[2], none, field[2].len);
    assert_true(text.len < sizeof plain);
    size_t len = casus_bench_unmark(text, plain, &span);
    assert_int_equal(casus_bench_times(bench, pack, field[1], (casus_str){plain, len}, &err), CASUS_OK);
    const casus_doc *doc = &bench->doc;
    bool good = none ? doc->n_timex == 0 : false;
    for (uint32_t i = 0; i < doc->n_timex; i++) {
        const casus_timex *t = &doc->timex[i];
        if (none || (t->text.begin == span.begin && t->text.end == span.end)) {
            describe(t, memchr(field[3].ptr, '@', field[3].len) != NULL, found, sizeof found);
            good = good || casus_str_eq(casus_str_of(found), field[3]);
        }
    }
    if (!good) {
        (void)fprintf(stderr, "%.*s: %.*s: %s, not %.*s\n", CASUS_STR_ARG(field[0]), CASUS_STR_ARG(field[2]), found,
                      CASUS_STR_ARG(field[3]));
    }
    return good;
}

static unsigned check_bulk(const casus_pack *pack, unsigned *n_row)
{
    static const char *const columns[] = {"id", "dct", "text", "expect"};
    char path[ROW_ROOM];
    casus_str field[CASUS_TABLE_COLUMNS];
    casus_table table;
    casus_arena arena;
    casus_bench bench;
    casus_error err = {0};
    unsigned n_failed = 0;
    (void)snprintf(path, sizeof path, "%s/%.*s/test/bulk/times.tsv", CASUS_PACK_SOURCE, CASUS_STR_ARG(pack->code));
    casus_arena_init(&arena, MEMORY);
    if (casus_table_open(&table, path, columns, 4, &arena, &err) == CASUS_EIO) {
        casus_arena_free(&arena);
        return 0;
    }
    casus_bench_open(&bench, models);
    casus_status st = CASUS_OK;
    while ((st = casus_table_next(&table, field, &err)) == CASUS_OK) {
        n_failed += !check_row(&bench, pack, field);
        (*n_row)++;
    }
    if (st != CASUS_END) {
        fail_msg("%s:%u:%u: %s", err.file, err.line, err.column, err.msg);
    }
    casus_bench_close(&bench);
    casus_arena_free(&arena);
    return n_failed;
}

static void test_bulk(void **state)
{
    const casus_pack *pack = NULL;
    unsigned n_row = 0;
    unsigned n_failed = 0;
    (void)state;
    for (size_t i = 0; (pack = casus_packs_at(test_packs(), i)) != NULL; i++) {
        n_failed += check_bulk(pack, &n_row);
    }
    assert_int_equal(n_failed, 0);
    assert_true(n_row > 250);
}

static int open_models(void **state)
{
    (void)state;
    return casus_models_open(test_packs(), &models, NULL) == CASUS_OK ? 0 : 1;
}

static int close_models(void **state)
{
    (void)state;
    casus_models_close(models);
    test_close();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_examples_hold), cmocka_unit_test(test_bulk)};
    return cmocka_run_group_tests(tests, open_models, close_models);
}
