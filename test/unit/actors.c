/*
 * Actors in sentences of our own: lang/<code>/test/bulk/actors.tsv, with the real models. A row's last column holds
 * '[words] = COUNTRY SECTORS "NAME"' for each mention that must be there ('+' between several actors of one mention, '-'
 * for none), or '[words] = none' for words that must be no mention. Where the words occur twice, the last is meant.
 */
#include "support.h"

#include "base/file.h"
#include "base/table.h"

#include <unistd.h>

enum { MOST_ROWS = 512 };

typedef struct row {
    const char *code;
    casus_str id, text, expect;
} row;

static casus_models *models;
static casus_world *world;
static casus_parsers parsers;
static casus_extractor *extractor;

/* What of an actor the tables hold, in their form. */
static void describe(const casus_actor *actor, bool named, char *out, size_t room)
{
    size_t at =
        (size_t)snprintf(out, room, "%.*s ", CASUS_STR_ARG(actor->country.len > 0 ? actor->country : CASUS_STR("-")));
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        at += (size_t)snprintf(out + at, room - at, "%s%.*s", i == 0 ? "" : " ", CASUS_STR_ARG(actor->sector[i]));
    }
    at += (size_t)snprintf(out + at, room - at, "%s", actor->n_sector == 0 ? "-" : "");
    if (named) {
        (void)snprintf(out + at, room - at, " \"%.*s\"", CASUS_STR_ARG(actor->name));
    }
}

/* The actors of the last mention with these words, joined as in the tables; 'none' if there is none. */
static void found_for(const casus_doc *doc, casus_str words, bool named, char *out, size_t room)
{
    (void)snprintf(out, room, "none");
    for (uint32_t m = doc->n_mention; m-- > 0;) {
        const casus_actor_mention *mention = &doc->mention[m];
        if (!casus_str_eq(casus_str_slice(doc->text, mention->text.begin, mention->text.end), words)) {
            continue;
        }
        size_t at = 0;
        for (uint32_t a = 0; a < mention->n_actor; a++) {
            char actor[256];
            describe(&doc->actor[mention->actor[a]], named, actor, sizeof actor);
            at += (size_t)snprintf(out + at, room - at, "%s%s", a == 0 ? "" : " + ", actor);
        }
        return;
    }
}

/* The next 'words', 'wanted' of an expectation; false at its end. */
static bool next_expected(casus_str *left, casus_str *words, casus_str *wanted)
{
    const char *close = left->len == 0 ? NULL : memchr(left->ptr, ']', left->len);
    if (close == NULL || left->ptr[0] != '[') {
        return false;
    }
    size_t end = (size_t)(close - left->ptr);
    *words = casus_str_slice(*left, 1, end);
    size_t from = end + 4; /* "] = " */
    size_t to = from;
    while (to < left->len && !(left->ptr[to] == ';' && to + 2 < left->len && left->ptr[to + 2] == '[')) {
        to++;
    }
    *wanted = casus_str_slice(*left, from, to);
    *left = casus_str_slice(*left, to + 2, left->len);
    return true;
}

static void test_row(void **state)
{
    const row *r = *state;
    char text[1024];
    casus_error err = {0};
    (void)snprintf(text, sizeof text, "%.*s\n", CASUS_STR_ARG(r->text));
    casus_doc *doc = (casus_doc *)(uintptr_t)test_read(CASUS_FORM_TEXT, text, r->code);
    const casus_pack *pack = casus_packs_for(test_packs(), casus_str_of(r->code));
    if (casus_models_parse(models, doc->language, CASUS_KEEP_WORDS, &parsers, doc, &err) != CASUS_OK ||
        casus_extract_run(extractor, pack, doc, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
    casus_str left = r->expect;
    casus_str words;
    casus_str wanted;
    uint32_t n = 0;
    while (next_expected(&left, &words, &wanted)) {
        char found[1024];
        bool named = memchr(wanted.ptr, '"', wanted.len) != NULL;
        found_for(doc, words, named, found, sizeof found);
        if (!casus_str_eq(wanted, casus_str_of(found))) {
            fail_msg("'%.*s' in '%.*s': %s, should be %.*s", CASUS_STR_ARG(words), CASUS_STR_ARG(r->text), found,
                     CASUS_STR_ARG(wanted));
        }
        n++;
    }
    assert_true(n > 0 && left.len == 0);
}

/* The rows of lang/<code>/test/bulk/actors.tsv behind those of `rows`; how many there are then. */
static size_t read_rows(const char *code, row *rows, size_t n, casus_arena *arena)
{
    static const char *const columns[] = {"id", "text", "expect"};
    char path[1024];
    casus_table table;
    casus_str field[CASUS_TABLE_COLUMNS];
    casus_error err = {0};
    (void)snprintf(path, sizeof path, "%s/%s/test/bulk/actors.tsv", CASUS_PACK_SOURCE, code);
    casus_str kept = casus_arena_str(arena, casus_str_of(path));
    casus_status st = casus_table_open(&table, kept.ptr, columns, 3, arena, &err);
    while (st == CASUS_OK && n < MOST_ROWS && (st = casus_table_next(&table, field, &err)) == CASUS_OK) {
        rows[n++] = (row){.code = code, .id = field[0], .text = field[1], .expect = field[2]};
    }
    if (st != CASUS_END) {
        (void)fprintf(stderr, "%s:%u: %s\n", path, err.line, err.msg);
        exit(1);
    }
    return n;
}

int main(void)
{
    static const char *const codes[] = {"en", "nl"};
    static row rows[MOST_ROWS];
    static struct CMUnitTest tests[MOST_ROWS];
    static char names[MOST_ROWS][64];
    size_t n = 0;
    casus_error err = {0};
    casus_arena arena;
    casus_arena_init(&arena, (size_t)1 << 24);
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        n = read_rows(codes[i], rows, n, &arena);
    }
    if (casus_models_open(test_packs(), &models, &err) != CASUS_OK ||
        casus_world_open(CASUS_SOURCE "/data", &world, &err) != CASUS_OK ||
        casus_extractor_open(world, &extractor, &err) != CASUS_OK) {
        (void)fprintf(stderr, "%s: %s\n", err.file, err.msg);
        return 1;
    }
    for (size_t i = 0; i < n; i++) {
        (void)snprintf(names[i], sizeof names[i], "%s/%.*s", rows[i].code, CASUS_STR_ARG(rows[i].id));
        tests[i] = (struct CMUnitTest){.name = names[i], .test_func = test_row, .initial_state = &rows[i]};
    }
    int failed = _cmocka_run_group_tests("actors", tests, n, NULL, NULL);
    casus_extractor_close(extractor);
    casus_parsers_free(&parsers);
    casus_models_close(models);
    casus_world_close(world);
    test_close();
    casus_arena_free(&arena);
    return failed;
}
