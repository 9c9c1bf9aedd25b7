/*
 * Who does it, to whom and where, as claims tell it: test/roles/LANGUAGE.tsv, one test a row. A row names the event's
 * word, and behind an '@' the outlet where it matters; its first claim is written as `actors > recipients @ places`,
 * actors by country, and where the row has a '#', the figures of the claim: `# best item outcome`.
 */
#include "support_claims.h"

enum { MOST_ROWS = 128, OUT_ROOM = 512 };

/* The columns of the tables. */
enum { ID, WORD, EXPECT, TEXT, N_FIELD };

static test_row rows[MOST_ROWS];

static void add(char *out, const char *part, size_t len, const char *before)
{
    (void)snprintf(out + strlen(out), OUT_ROOM - strlen(out), "%s%.*s", before, (int)len, part);
}

static int by_name(const void *a, const void *b)
{
    const casus_str *x = a;
    const casus_str *y = b;
    size_t len = x->len < y->len ? x->len : y->len;
    int order = memcmp(x->ptr, y->ptr, len);
    return order != 0 ? order : (x->len > y->len) - (x->len < y->len);
}

/* Names in the order of the alphabet, each once. */
static void add_names(char *out, casus_str *name, size_t n)
{
    qsort(name, n, sizeof *name, by_name);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || !casus_str_eq(name[i], name[i - 1])) {
            add(out, name[i].ptr, name[i].len, i == 0 ? "" : ";");
        }
    }
    if (n == 0) {
        add(out, "-", 1, "");
    }
}

static void add_countries(char *out, const casus_doc *doc, const casus_participants *roles)
{
    casus_str name[16];
    size_t n = 0;
    for (uint32_t i = 0; i < roles->n && n < 16; i++) {
        casus_str country = doc->actor[roles->role[i].actor].country;
        name[n++] = country.len == 0 ? CASUS_STR("?") : country;
    }
    add_names(out, name, n);
}

static void write_claim(const casus_doc *doc, const casus_claim *c, char *out)
{
    casus_str place[16];
    size_t n = 0;
    out[0] = '\0';
    add_countries(out, doc, &c->actor);
    add(out, "> ", 2, " ");
    add_countries(out, doc, &c->recipient);
    add(out, "@ ", 2, " ");
    for (uint32_t i = 0; i < c->n_place && n < 16; i++) {
        place[n++] = doc->place[c->place[i]].name;
    }
    add_names(out, place, n);
}

static void write_figures(const casus_doc *doc, const casus_claim *c, char *out)
{
    add(out, "#", 1, " ");
    for (uint32_t i = 0; i < c->n_quantity; i++) {
        const casus_quantity *q = &doc->quantity[c->quantity[i]];
        char best[32];
        int len = snprintf(best, sizeof best, "%g", q->best);
        add(out, best, (size_t)len, i == 0 ? " " : "; ");
        add(out, q->item.ptr, q->item.len, " ");
        add(out, q->outcome.len > 0 ? q->outcome.ptr : "-", q->outcome.len > 0 ? q->outcome.len : 1, " ");
    }
    if (c->n_quantity == 0) {
        add(out, "-", 1, " ");
    }
}

static void test_one(void **state)
{
    const test_row *r = *state;
    casus_doc *doc = test_bench_text(r->bench, r->language, r->field[TEXT]);
    char out[OUT_ROOM] = "no claim";
    casus_str word = casus_str_of(r->field[WORD]);
    const char *at = strchr(r->field[WORD], '@');
    if (at != NULL) {
        word.len = (size_t)(at - r->field[WORD]);
        doc->outlet = casus_str_of(at + 1);
    }
    test_bench_run(r->bench);
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        casus_span trigger = doc->claim[i].trigger;
        if (casus_str_eq(casus_str_slice(doc->text, trigger.begin, trigger.end), word)) {
            write_claim(doc, &doc->claim[i], out);
            if (strchr(r->field[EXPECT], '#') != NULL) {
                write_figures(doc, &doc->claim[i], out);
            }
            break;
        }
    }
    assert_string_equal(out, r->field[EXPECT]);
}

int main(void)
{
    static test_bench b;
    static struct CMUnitTest tests[MOST_ROWS];
    if (!test_bench_open(&b)) {
        return 1;
    }
    size_t n_row = test_rows_read("roles", N_FIELD, &b, rows, MOST_ROWS);
    for (size_t i = 0; i < n_row; i++) {
        tests[i] = (struct CMUnitTest){.name = rows[i].field[ID], .test_func = test_one, .initial_state = &rows[i]};
    }
    int failed = _cmocka_run_group_tests("roles", tests, n_row, NULL, NULL);
    test_bench_close(&b);
    return failed;
}
