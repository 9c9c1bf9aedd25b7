/* Numbers and quantities, text in and values out: lang/<code>/test/bulk/numbers.tsv and quantities.tsv. */
#include "support.h"

#include "base/table.h"
#include "extract/mention.h"
#include "extract/number.h"
#include "pack/pack.h"
#include "syntax/conllu_read.h"

#include <math.h>

enum { MOST_ROWS = 1024, ROW_ROOM = 1024 };

typedef struct bench {
    const char *code;
    casus_models *models;
    casus_world *world;
    casus_parsers parsers;
    casus_extractor *extractor;
    casus_doc doc;
} bench;

typedef struct row {
    bench *bench;
    char text[ROW_ROOM], expect[ROW_ROOM];
} row;

static void check(casus_status st, const casus_error *err)
{
    if (st != CASUS_OK) {
        (void)fprintf(stderr, "%s:%u:%u: %s\n", err->file, err->line, err->column, err->msg);
        exit(1);
    }
}

/* Split, parse and search `text`. */
static const casus_doc *read_text(bench *b, const char *text)
{
    casus_error err = {0};
    const casus_pack *pack = casus_packs_for(test_packs(), casus_str_of(b->code));
    casus_doc_clear(&b->doc);
    b->doc.text = b->doc.raw = casus_arena_str(&b->doc.arena, casus_str_of(text));
    b->doc.language = casus_str_of(b->code);
    check(casus_syntax_split(pack, &b->doc, &err), &err);
    check(casus_models_parse(b->models, b->doc.language, CASUS_KEEP_WORDS, &b->parsers, &b->doc, &err), &err);
    check(casus_extract_run(b->extractor, pack, &b->doc, &err), &err);
    return &b->doc;
}

/* `marked` without its brackets; where they stood in *begin and *end. */
static void take_brackets(const char *marked, char *plain, uint32_t *begin, uint32_t *end)
{
    uint32_t n = 0;
    for (; *marked != '\0'; marked++) {
        if (*marked == '[') {
            *begin = n;
        } else if (*marked == ']') {
            *end = n;
        } else {
            plain[n++] = *marked;
        }
    }
    plain[n] = '\0';
}

static void test_number(void **state)
{
    row *r = *state;
    char plain[ROW_ROOM];
    char found[128] = "-";
    uint32_t begin = 0;
    uint32_t end = 0;
    casus_view view;
    casus_number number;
    casus_arena scratch;
    take_brackets(r->text, plain, &begin, &end);
    const casus_doc *doc = read_text(r->bench, plain);
    casus_arena_init(&scratch, (size_t)1 << 24);
    assert_int_equal(casus_view_make(&view, &r->bench->doc, casus_packs_for(test_packs(), doc->language),
                                     r->bench->world, &scratch, NULL),
                     CASUS_OK);
    uint32_t w = 0;
    while (w < doc->n_word && doc->word[w].text.begin < begin) {
        w++;
    }
    uint32_t last = doc->n_word;
    if (casus_number_read_range(&view, w, last, &number) && doc->word[w + number.n_word - 1].text.end == end) {
        const char *kind = number.ordinal ? "ordinal " : number.fraction ? "fraction " : number.about ? "about " : "";
        if (number.low < number.high) {
            (void)snprintf(found, sizeof found, "%s%.10g-%.10g", kind, number.low, number.high);
        } else {
            (void)snprintf(found, sizeof found, "%s%.10g", kind,
                           number.fraction ? (int)(number.low * 1e6 + 0.5) / 1e6 : number.low);
        }
    }
    casus_arena_free(&scratch);
    assert_string_equal(found, r->expect);
}

static size_t add_value(char *out, size_t at, double value, const char *end)
{
    return at + (size_t)(isnan(value) ? snprintf(out + at, ROW_ROOM - at, "-%s", end)
                                      : snprintf(out + at, ROW_ROOM - at, "%.10g%s", value, end));
}

static size_t add_word(char *out, size_t at, casus_str word)
{
    return at + (size_t)(word.ptr == NULL ? snprintf(out + at, ROW_ROOM - at, " -")
                                          : snprintf(out + at, ROW_ROOM - at, " %.*s", CASUS_STR_ARG(word)));
}

/* All quantities as the table writes them: 'low/best/high item outcome'. */
static void test_quantities(void **state)
{
    row *r = *state;
    char found[ROW_ROOM * 2] = "*";
    size_t at = 0;
    const casus_doc *doc = read_text(r->bench, r->text);
    for (uint32_t i = 0; i < doc->n_quantity && at + 128 < ROW_ROOM; i++) {
        const casus_quantity *q = &doc->quantity[i];
        at += (size_t)snprintf(found + at, 8, "%s", i > 0 ? "; " : "");
        at = add_value(found, at, q->low, "/");
        at = add_value(found, at, q->best, "/");
        at = add_value(found, at, q->high, "");
        at = add_word(found, at, q->item);
        at = add_word(found, at, q->outcome);
        at += (size_t)snprintf(found + at, 16, "%s", q->scope == CASUS_SCOPE_CUMULATIVE ? " cumulative" : "");
        assert_true(q->text.begin < q->text.end && q->head >= q->word_begin && q->head < q->word_end);
    }
    assert_string_equal(found, r->expect);
}

/* A tree of the toy language with an actor and a time set by hand: side, scope and since. */
static void test_side_and_since(void **state)
{
    static const char trees[] = "1\tEkde\tekde\tADP\t_\t_\t2\tcase\t_\t_\n"
                                "2\tblom\tblom\tNOUN\t_\t_\t7\tobl\t_\t_\n"
                                "3\tplu\tplu\tADV\t_\t_\t6\tadvmod\t_\t_\n"
                                "4\tol\tol\tSCONJ\t_\t_\t3\tfixed\t_\t_\n"
                                "5\tbimu\tbimu\tNUM\t_\t_\t6\tnummod\t_\t_\n"
                                "6\tvelo\tvelo\tNOUN\t_\tNumber=Plur\t7\tnsubj\t_\t_\n"
                                "7\tmortu\tmortu\tVERB\t_\t_\t0\troot\t_\t_\n"
                                "8\tel\tel\tADP\t_\t_\t9\tcase\t_\t_\n"
                                "9\tQado\tQado\tPROPN\t_\t_\t6\tnmod\t_\t_\n\n";
    static const uint32_t actor_of[] = {0};
    row *r = *state;
    casus_doc *doc = &r->bench->doc;
    casus_error err = {0};
    casus_view view;
    casus_arena scratch;
    uint32_t line = 1;
    const casus_pack *pack = casus_packs_for(test_packs(), casus_str_of(r->bench->code));
    casus_doc_clear(doc);
    check(casus_conllu_read(CASUS_STR(trees), "test", &line, doc, &err), &err);
    casus_timex timex = {.word_begin = 1,
                         .word_end = 2,
                         .type = CASUS_TIMEX_DATE,
                         .from = {.from = CASUS_FROM_TEXT, .precision = CASUS_MONTH, .year = 2020, .month = 5}};
    casus_actor actor = {.name = CASUS_STR("Qado")};
    casus_actor_mention mention = {.word_begin = 8, .word_end = 9, .head = 8, .actor = actor_of, .n_actor = 1};
    doc->timex = &timex;
    doc->n_timex = 1;
    doc->actor = &actor;
    doc->n_actor = 1;
    doc->mention = &mention;
    doc->n_mention = 1;
    casus_arena_init(&scratch, (size_t)1 << 24);
    check(casus_view_make(&view, doc, pack, r->bench->world, &scratch, &err), &err);
    check(casus_extract__quantities(&view, &err), &err);
    assert_int_equal(doc->n_quantity, 1);
    const casus_quantity *q = &doc->quantity[0];
    assert_true(q->low == 20 && q->best == 20 && isnan(q->high));
    assert_string_equal(test_str(q->item), "soldier");
    assert_string_equal(test_str(q->outcome), "killed");
    assert_int_equal(q->side, 0);
    assert_int_equal(q->scope, CASUS_SCOPE_CUMULATIVE);
    assert_int_equal(q->since.year, 2020);
    casus_arena_free(&scratch);
    doc->n_timex = doc->n_actor = doc->n_mention = 0;
}

static int run_toy(bench *b)
{
    static row r;
    r.bench = b;
    struct CMUnitTest tests[] = {{"side and since", test_side_and_since, NULL, NULL, &r}};
    return _cmocka_run_group_tests("toy", tests, 1, NULL, NULL);
}

typedef struct bulk {
    const char *name;
    const char *columns[3];
    uint32_t n_column;
    void (*test)(void **state);
} bulk;

/* The rows of a bulk table as tests; the last two columns are the text and what is expected. */
static size_t load_rows(bench *b, const bulk *table_of, row *rows, casus_arena *arena)
{
    casus_error err = {0};
    casus_table table;
    casus_str field[CASUS_TABLE_COLUMNS];
    char path[1024];
    size_t n = 0;
    casus_status st;
    uint32_t text = table_of->n_column - 2;
    (void)snprintf(path, sizeof path, "%s/%s/test/bulk/%s.tsv", CASUS_PACK_SOURCE, b->code, table_of->name);
    check(casus_table_open(&table, path, table_of->columns, table_of->n_column, arena, &err), &err);
    while ((st = casus_table_next(&table, field, &err)) == CASUS_OK && n < MOST_ROWS) {
        rows[n].bench = b;
        (void)snprintf(rows[n].text, ROW_ROOM, "%.*s", CASUS_STR_ARG(field[text]));
        (void)snprintf(rows[n].expect, ROW_ROOM, "%.*s", CASUS_STR_ARG(field[text + 1]));
        n++;
    }
    check(st == CASUS_END ? CASUS_OK : st, &err);
    return n;
}

static void open_bench(bench *b, const char *code, casus_models *models, casus_world *world)
{
    casus_error err = {0};
    *b = (bench){.code = code, .models = models, .world = world};
    casus_doc_init(&b->doc, (size_t)1 << 26);
    check(casus_extractor_open(world, &b->extractor, &err), &err);
}

static void close_bench(bench *b)
{
    casus_doc_free(&b->doc);
    casus_parsers_free(&b->parsers);
    casus_extractor_close(b->extractor);
}

static int run_table(bench *b, const bulk *table_of)
{
    static row rows[MOST_ROWS];
    static struct CMUnitTest tests[MOST_ROWS];
    casus_arena arena;
    casus_arena_init(&arena, (size_t)1 << 24);
    size_t n = load_rows(b, table_of, rows, &arena);
    for (size_t t = 0; t < n; t++) {
        tests[t] = (struct CMUnitTest){.name = rows[t].text, .test_func = table_of->test, .initial_state = &rows[t]};
    }
    int failed = _cmocka_run_group_tests(table_of->name, tests, n, NULL, NULL);
    casus_arena_free(&arena);
    return failed;
}

int main(void)
{
    static const bulk numbers = {"numbers", {"text", "expect"}, 2, test_number};
    static const bulk quantities = {"quantities", {"id", "text", "expect"}, 3, test_quantities};
    static const struct {
        const char *code;
        const bulk *bulk;
    } tables[] = {{"en", &numbers}, {"nl", &numbers}, {"zz", &numbers}, {"en", &quantities}, {"nl", &quantities}};
    casus_error err = {0};
    casus_models *models = NULL;
    casus_world *world = NULL;
    int failed = 0;
    check(casus_models_open(test_packs(), &models, &err), &err);
    check(casus_world_open(CASUS_SOURCE "/data", &world, &err), &err);
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        bench b;
        open_bench(&b, tables[i].code, models, world);
        failed += run_table(&b, tables[i].bulk);
        failed += strcmp(b.code, "zz") == 0 ? run_toy(&b) : 0;
        close_bench(&b);
    }
    casus_world_close(world);
    casus_models_close(models);
    test_close();
    return failed;
}
