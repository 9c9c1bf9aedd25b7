/*
 * Who does it, to whom and where, as claims tell it: test/roles/LANGUAGE.tsv, one test a row. A row names the event's
 * word, and behind an '@' the outlet where it matters; its first claim is written as `actors > recipients @ places`,
 * actors by country, and where the row has a '#', the figures of the claim: `# best item outcome`.
 */
#include "support.h"

#include "pipeline/models.h"

enum { MOST_ROWS = 128, ROW_ROOM = 1024, OUT_ROOM = 512 };

typedef struct bench {
    casus_models *models;
    casus_parsers parsers;
    casus_world *world;
    casus_extractor *extractor;
    casus_doc doc;
} bench;

typedef struct row {
    bench *bench;
    const char *language;
    char bytes[ROW_ROOM];
    const char *id, *word, *expect, *text; /* within bytes */
} row;

static row rows[MOST_ROWS];
static size_t n_row;

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

static void test_row(void **state)
{
    const row *r = *state;
    casus_error err = {0};
    casus_doc *doc = &r->bench->doc;
    const casus_pack *pack = casus_packs_for(test_packs(), casus_str_of(r->language));
    char out[OUT_ROOM] = "no claim";
    casus_doc_clear(doc);
    casus_str word = casus_str_of(r->word);
    const char *at = strchr(r->word, '@');
    if (at != NULL) {
        word.len = (size_t)(at - r->word);
        doc->outlet = casus_str_of(at + 1);
    }
    doc->text = casus_str_of(r->text);
    doc->language = casus_str_of(r->language);
    if (casus_syntax_split(pack, doc, &err) != CASUS_OK ||
        casus_models_parse(r->bench->models, doc->language, CASUS_KEEP_WORDS, &r->bench->parsers, doc, &err) !=
            CASUS_OK ||
        casus_extract_run(r->bench->extractor, pack, doc, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        casus_span trigger = doc->claim[i].trigger;
        if (casus_str_eq(casus_str_slice(doc->text, trigger.begin, trigger.end), word)) {
            write_claim(doc, &doc->claim[i], out);
            if (strchr(r->expect, '#') != NULL) {
                write_figures(doc, &doc->claim[i], out);
            }
            break;
        }
    }
    assert_string_equal(out, r->expect);
}

static void read_rows(const char *language, bench *b)
{
    char path[512];
    char line[ROW_ROOM];
    bool columns = false;
    (void)snprintf(path, sizeof path, "%s/test/roles/%s.tsv", CASUS_SOURCE, language);
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL && n_row < MOST_ROWS) {
        row *r = &rows[n_row];
        const char **field[] = {&r->id, &r->word, &r->expect, &r->text};
        if (line[0] == '#' || !columns) {
            columns = columns || line[0] != '#';
            continue;
        }
        line[strcspn(line, "\n")] = '\0';
        memcpy(r->bytes, line, strlen(line) + 1);
        r->language = language;
        r->bench = b;
        char *at = r->bytes;
        for (size_t f = 0; f < 4 && at != NULL; f++) {
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
    static struct CMUnitTest tests[MOST_ROWS];
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
        tests[i] = (struct CMUnitTest){.name = rows[i].id, .test_func = test_row, .initial_state = &rows[i]};
    }
    int failed = n_row < 15 ? 1 : _cmocka_run_group_tests("roles", tests, n_row, NULL, NULL);
    casus_extractor_close(b.extractor);
    casus_world_close(b.world);
    casus_parsers_free(&b.parsers);
    casus_models_close(b.models);
    casus_doc_free(&b.doc);
    test_close();
    return failed;
}
