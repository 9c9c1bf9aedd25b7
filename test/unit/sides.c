/*
 * Even-handedness: of the same report with two sides' names exchanged (test/sides/LANGUAGE.tsv) the claims are the same,
 * with the two countries exchanged. One test a row. Rows with a `gap` are known to differ, for the reason that stands there.
 */
#include "support_claims.h"

#include <math.h>

enum { MOST_ROWS = 512, OUT_ROOM = 16384 };

/* The columns of the tables. */
enum { ID, A, B, GAP, TEXT, SWAPPED, N_FIELD };

static test_row rows[MOST_ROWS];

/* What is written, so far. Of the swapped text `a` and `b` are each other's. */
typedef struct writer {
    char text[OUT_ROOM];
    size_t len;
    const char *a, *b;
} writer;

static void add(writer *w, const char *s, size_t len)
{
    if (w->len + len < sizeof w->text) {
        memcpy(w->text + w->len, s, len);
        w->len += len;
        w->text[w->len] = '\0';
    }
}

static void add_number(writer *w, double value)
{
    char number[32];
    int len = isnan(value) ? snprintf(number, sizeof number, " -") : snprintf(number, sizeof number, " %.10g", value);
    add(w, number, (size_t)len);
}

static void add_actor(writer *w, const casus_actor *actor)
{
    casus_str country = actor->country;
    if (country.len > 0 && casus_str_eq(country, casus_str_of(w->a))) {
        country = casus_str_of(w->b);
    } else if (country.len > 0 && casus_str_eq(country, casus_str_of(w->b))) {
        country = casus_str_of(w->a);
    }
    add(w, " ", 1);
    add(w, country.len == 0 ? "?" : country.ptr, country.len == 0 ? 1 : country.len);
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        add(w, "/", 1);
        add(w, actor->sector[i].ptr, actor->sector[i].len);
    }
}

static void add_roles(writer *w, const casus_doc *doc, const char *name, const casus_participants *roles)
{
    add(w, name, strlen(name));
    for (uint32_t i = 0; i < roles->n; i++) {
        add_actor(w, &doc->actor[roles->role[i].actor]);
    }
}

static void add_claim(writer *w, const casus_doc *doc, const casus_claim *c)
{
    char head[128];
    int len = snprintf(head, sizeof head, "%d mode %x fact %d tense %d voice %d time %d '", c->type, (unsigned)c->mode,
                       c->factuality, c->tense, c->voice, c->timex < doc->n_timex);
    add(w, head, (size_t)len);
    add(w, doc->text.ptr + c->trigger.begin, c->trigger.end - c->trigger.begin);
    add_roles(w, doc, "' actor", &c->actor);
    add_roles(w, doc, " recipient", &c->recipient);
    add_roles(w, doc, " source", &c->source);
    for (uint32_t i = 0; i < c->n_quantity; i++) {
        const casus_quantity *q = &doc->quantity[c->quantity[i]];
        add(w, " figure ", 8);
        add(w, q->outcome.ptr == NULL ? "-" : q->outcome.ptr, q->outcome.ptr == NULL ? 1 : q->outcome.len);
        add_number(w, q->low);
        add_number(w, q->best);
        add_number(w, q->high);
        if (q->side != CASUS_NO_ACTOR) {
            add_actor(w, &doc->actor[q->side]);
        }
    }
    add(w, "\n", 1);
}

/* The claims of `text`, a line each. */
static void read_claims(test_bench *b, const char *language, const char *text, writer *w)
{
    const casus_doc *doc = test_bench_text(b, language, text);
    test_bench_run(b);
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        add_claim(w, doc, &doc->claim[i]);
    }
}

static void test_one(void **state)
{
    static writer told;
    static writer swapped;
    const test_row *r = *state;
    told = (writer){.a = "", .b = ""};
    swapped = (writer){.a = r->field[A], .b = r->field[B]};
    read_claims(r->bench, r->language, r->field[TEXT], &told);
    assert_true(r->bench->doc.n_claim > 0);
    read_claims(r->bench, r->language, r->field[SWAPPED], &swapped);
    if (strcmp(r->field[GAP], "-") == 0) {
        assert_string_equal(swapped.text, told.text);
    } else if (strcmp(swapped.text, told.text) == 0) {
        fail_msg("%s is no gap any more: write '-'", r->field[ID]);
    }
}

/* Two sides that the text itself treats differently must be told apart: the comparison can fail. */
static void test_sides__differences_are_seen(void **state)
{
    static writer told;
    static writer other;
    const test_row *r = *state;
    told = (writer){.a = "", .b = ""};
    other = (writer){.a = "", .b = ""};
    read_claims(r->bench, r->language, r->field[TEXT], &told);
    read_claims(r->bench, r->language, r->field[SWAPPED], &other);
    assert_string_not_equal(other.text, told.text); /* the countries are not exchanged back */
}

enum { TREE_ROOM = 4096 };

/* Tags and trees of `text`, a line a word, without the words themselves. */
static void read_trees(test_bench *b, const char *language, const char *text, char out[TREE_ROOM])
{
    writer unused = {.a = "", .b = ""};
    read_claims(b, language, text, &unused);
    size_t len = 0;
    for (uint32_t w = 0; w < b->doc.n_word && len < TREE_ROOM; w++) {
        const casus_word *word = &b->doc.word[w];
        len += (size_t)snprintf(out + len, TREE_ROOM - len, "%.*s %u %.*s\n", CASUS_STR_ARG(word->upos), word->head,
                                CASUS_STR_ARG(word->deprel));
    }
}

/* Grammar does not know whose name it is: lexicon/alike.tsv. */
static void test_sides__trees_do_not_depend_on_names(void **state)
{
    static const char *const texts[][3] = {
        {"en", "Eritrean troops shelled Asmara, the Eritrean army said.",
         "Laotian troops shelled Vientiane, the Laotian army said."},
        {"en", "Honduras denied that Hondurans had been hurt.", "Kazakhstan denied that Kazakhs had been hurt."},
        {"nl", "Eritrese troepen bestookten Asmara, zei Eritrea.",
         "Laotiaanse troepen bestookten Vientiane, zei Laos."},
        {"nl", "Volgens Kenia vielen de Kenianen het kamp aan.", "Volgens Oeganda vielen de Oegandezen het kamp aan."},
    };
    static char told[TREE_ROOM];
    static char other[TREE_ROOM];
    const test_row *r = *state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        read_trees(r->bench, texts[i][0], texts[i][1], told);
        read_trees(r->bench, texts[i][0], texts[i][2], other);
        assert_string_equal(told, other);
    }
}

int main(void)
{
    static test_bench b;
    static struct CMUnitTest tests[MOST_ROWS + 2];
    if (!test_bench_open(&b)) {
        return 1;
    }
    size_t n_row = test_rows_read("sides", N_FIELD, &b, rows, MOST_ROWS);
    for (size_t i = 0; i < n_row; i++) {
        tests[i] = (struct CMUnitTest){.name = rows[i].field[TEXT], .test_func = test_one, .initial_state = &rows[i]};
    }
    tests[n_row] = (struct CMUnitTest){.name = "test_sides__differences_are_seen",
                                       .test_func = test_sides__differences_are_seen,
                                       .initial_state = &rows[0]};
    tests[n_row + 1] = (struct CMUnitTest){.name = "test_sides__trees_do_not_depend_on_names",
                                           .test_func = test_sides__trees_do_not_depend_on_names,
                                           .initial_state = &rows[0]};
    int failed = _cmocka_run_group_tests("sides", tests, n_row + 2, NULL, NULL);
    test_bench_close(&b);
    return failed;
}
