/*
 * Who says it, how surely, and how claims of a text stand to each other: test/voices/LANGUAGE.tsv, one test a row. What is
 * expected is a claim each, parted by '; ': the trigger, the nearest source ('own': the outlet; 'nobody': hearsay), the
 * factuality, and links with the number of the other claim. Sources are told by country, or by name where they have none.
 */
#include "support_claims.h"

#include "base/buf.h"

enum { MOST_ROWS = 256, OUT_ROOM = 4096 };

/* The columns of the tables. */
enum { ID, TEXT, EXPECT, N_FIELD };

static test_row rows[MOST_ROWS];

static void write_claim(const casus_doc *doc, const casus_claim *c, casus_buf *out)
{
    static const char *const factuality[] = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"};
    static const char *const link[] = {"denies", "revises", "repeats"};
    casus_str source = casus_str_of(c->voice == CASUS_ATTRIBUTION_OWN ? "own" : "nobody");
    if (c->source.n > 0) {
        const casus_actor *actor = &doc->actor[c->source.role[0].actor];
        source = actor->country.ptr == NULL ? actor->name : actor->country;
    }
    casus_buf_add_str(out, casus_str_slice(doc->text, c->trigger.begin, c->trigger.end));
    casus_buf_add_char(out, ' ');
    casus_buf_add_str(out, source);
    casus_buf_add_char(out, ' ');
    casus_buf_add_str(out, casus_str_of(factuality[c->factuality]));
    for (uint32_t i = 0; i < c->n_link; i++) {
        char number[32];
        (void)snprintf(number, sizeof number, " %s %u", link[c->link[i].kind], c->link[i].claim + 1);
        casus_buf_add_str(out, casus_str_of(number));
    }
}

static void test_one(void **state)
{
    const test_row *r = *state;
    const casus_doc *doc = test_bench_text(r->bench, r->language, r->field[TEXT]);
    casus_buf out;
    casus_buf_init(&out, OUT_ROOM);
    test_bench_run(r->bench);
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        casus_buf_add_str(&out, casus_str_of(i == 0 ? "" : "; "));
        write_claim(doc, &doc->claim[i], &out);
    }
    casus_buf_add_char(&out, '\0');
    assert_string_equal(out.ptr, r->field[EXPECT]);
    casus_buf_free(&out);
}

/* A pilcrow in a text begins a paragraph. */
static void part_paragraphs(test_row *r)
{
    char *text = r->bytes + (r->field[TEXT] - r->bytes);
    for (char *mark = strstr(text, "\xC2\xB6"); mark != NULL; mark = strstr(mark, "\xC2\xB6")) {
        memcpy(mark, "\n\n", 2);
    }
}

int main(void)
{
    static test_bench b;
    static struct CMUnitTest tests[MOST_ROWS];
    if (!test_bench_open(&b)) {
        return 1;
    }
    size_t n_row = test_rows_read("voices", N_FIELD, &b, rows, MOST_ROWS);
    for (size_t i = 0; i < n_row; i++) {
        part_paragraphs(&rows[i]);
        tests[i] = (struct CMUnitTest){.name = rows[i].field[ID], .test_func = test_one, .initial_state = &rows[i]};
    }
    int failed = _cmocka_run_group_tests("voices", tests, n_row, NULL, NULL);
    test_bench_close(&b);
    return failed;
}
