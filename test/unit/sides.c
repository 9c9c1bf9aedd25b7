/*
 * Even-handedness: of the same report with two sides' names exchanged (test/sides/LANGUAGE.tsv) the claims are the same,
 * with the two countries exchanged. One test a row. Rows with a `gap` are known to differ, for the reason that stands there.
 */
#include "support.h"

#include "pipeline/models.h"

#include <math.h>

enum { MOST_ROWS = 512, ROW_ROOM = 2048, OUT_ROOM = 16384 };

typedef struct bench {
    casus_models *models;
    casus_parsers parsers;
    casus_world *world;
    casus_extractor *extractor;
    casus_doc doc;
} bench;

typedef struct row {
    bench *bench;
    char language[8];
    char bytes[ROW_ROOM];
    const char *id, *a, *b, *gap, *text, *swapped; /* within bytes */
} row;

static row rows[MOST_ROWS];
static size_t n_row;

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
static void read_claims(bench *b, const row *r, const char *text, writer *w)
{
    casus_error err = {0};
    casus_doc *doc = &b->doc;
    const casus_pack *pack = casus_packs_for(test_packs(), casus_str_of(r->language));
    casus_doc_clear(doc);
    doc->text = casus_str_of(text);
    doc->language = casus_str_of(r->language);
    if (casus_syntax_split(pack, doc, &err) != CASUS_OK ||
        casus_models_parse(b->models, doc->language, CASUS_KEEP_WORDS, &b->parsers, doc, &err) != CASUS_OK ||
        casus_extract_run(b->extractor, pack, doc, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        add_claim(w, doc, &doc->claim[i]);
    }
}

static void test_row(void **state)
{
    static writer told;
    static writer swapped;
    const row *r = *state;
    told = (writer){.a = "", .b = ""};
    swapped = (writer){.a = r->a, .b = r->b};
    read_claims(r->bench, r, r->text, &told);
    assert_true(r->bench->doc.n_claim > 0);
    read_claims(r->bench, r, r->swapped, &swapped);
    if (strcmp(r->gap, "-") == 0) {
        assert_string_equal(swapped.text, told.text);
    } else if (strcmp(swapped.text, told.text) == 0) {
        fail_msg("%s is no gap any more: write '-'", r->id);
    }
}

/* Two sides that the text itself treats differently must be told apart: the comparison can fail. */
static void test_sides__differences_are_seen(void **state)
{
    static writer told;
    static writer other;
    const row *r = *state;
    told = (writer){.a = "", .b = ""};
    other = (writer){.a = "", .b = ""};
    read_claims(r->bench, r, r->text, &told);
    read_claims(r->bench, r, r->swapped, &other);
    assert_string_not_equal(other.text, told.text); /* the countries are not exchanged back */
}

enum { TREE_ROOM = 4096 };

/* Tags and trees of `text`, a line a word, without the words themselves. */
static void read_trees(bench *b, const char *language, const char *text, char out[TREE_ROOM])
{
    writer unused = {.a = "", .b = ""};
    row r = {.bench = b};
    (void)snprintf(r.language, sizeof r.language, "%s", language);
    read_claims(b, &r, text, &unused);
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
    const row *r = *state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        read_trees(r->bench, texts[i][0], texts[i][1], told);
        read_trees(r->bench, texts[i][0], texts[i][2], other);
        assert_string_equal(told, other);
    }
}

static void read_rows(const char *language, bench *b)
{
    char path[512];
    char line[ROW_ROOM];
    bool columns = false;
    (void)snprintf(path, sizeof path, "%s/test/sides/%s.tsv", CASUS_SOURCE, language);
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL && n_row < MOST_ROWS) {
        row *r = &rows[n_row];
        const char **field[] = {&r->id, &r->a, &r->b, &r->gap, &r->text, &r->swapped};
        if (line[0] == '#' || !columns) {
            columns = columns || line[0] != '#';
            continue;
        }
        line[strcspn(line, "\n")] = '\0';
        memcpy(r->bytes, line, strlen(line) + 1);
        (void)snprintf(r->language, sizeof r->language, "%s", language);
        r->bench = b;
        char *at = r->bytes;
        for (size_t f = 0; f < 6 && at != NULL; f++) {
            *field[f] = at;
            at = strchr(at, '\t');
            if (at != NULL) {
                *at++ = '\0';
            }
        }
        n_row++;
    }
    if (file != NULL) {
        (void)fclose(file);
    }
}

int main(void)
{
    static bench b;
    static struct CMUnitTest tests[MOST_ROWS + 2];
    casus_error err = {0};
    casus_doc_init(&b.doc, (size_t)1 << 26);
    if (casus_models_open(test_packs(), &b.models, &err) != CASUS_OK ||
        casus_world_open(CASUS_SOURCE "/data", &b.world, &err) != CASUS_OK ||
        casus_extractor_open(b.world, &b.extractor, &err) != CASUS_OK) {
        (void)fprintf(stderr, "%s: %s\n", err.file, err.msg);
        return 1;
    }
    read_rows("en", &b);
    read_rows("nl", &b);
    for (size_t i = 0; i < n_row; i++) {
        tests[i] = (struct CMUnitTest){.name = rows[i].text, .test_func = test_row, .initial_state = &rows[i]};
    }
    tests[n_row] = (struct CMUnitTest){.name = "test_sides__differences_are_seen",
                                       .test_func = test_sides__differences_are_seen,
                                       .initial_state = &rows[0]};
    tests[n_row + 1] = (struct CMUnitTest){.name = "test_sides__trees_do_not_depend_on_names",
                                           .test_func = test_sides__trees_do_not_depend_on_names,
                                           .initial_state = &rows[0]};
    int failed = n_row < 30 ? 1 : _cmocka_run_group_tests("sides", tests, n_row + 2, NULL, NULL);
    casus_extractor_close(b.extractor);
    casus_world_close(b.world);
    casus_parsers_free(&b.parsers);
    casus_models_close(b.models);
    casus_doc_free(&b.doc);
    test_close();
    return failed;
}
