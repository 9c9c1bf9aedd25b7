/*
 * Who says it, how surely, and how claims of a text stand to each other: test/voices/LANGUAGE.tsv, one test a row. What is
 * expected is a claim each, parted by '; ': the trigger, the nearest source ('own': the outlet; 'nobody': hearsay), the
 * factuality, and links with the number of the other claim. Sources are told by country, or by name where they have none.
 */
#include "support.h"

#include "base/buf.h"

#include "pipeline/models.h"

enum { MOST_ROWS = 256, ROW_ROOM = 2048, OUT_ROOM = 4096 };

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
    const char *id, *text, *expect; /* within bytes */
} row;

static row rows[MOST_ROWS];
static size_t n_row;

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

static void test_row(void **state)
{
    const row *r = *state;
    casus_error err = {0};
    casus_doc *doc = &r->bench->doc;
    const casus_pack *pack = casus_packs_for(test_packs(), casus_str_of(r->language));
    casus_buf out;
    casus_buf_init(&out, OUT_ROOM);
    casus_doc_clear(doc);
    doc->text = casus_str_of(r->text);
    doc->language = casus_str_of(r->language);
    if (casus_syntax_split(pack, doc, &err) != CASUS_OK ||
        casus_models_parse(r->bench->models, doc->language, CASUS_KEEP_WORDS, &r->bench->parsers, doc, &err) !=
            CASUS_OK ||
        casus_extract_run(r->bench->extractor, pack, doc, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        casus_buf_add_str(&out, casus_str_of(i == 0 ? "" : "; "));
        write_claim(doc, &doc->claim[i], &out);
    }
    casus_buf_add_char(&out, '\0');
    assert_string_equal(out.ptr, r->expect);
    casus_buf_free(&out);
}

static void read_rows(const char *language, bench *b)
{
    char path[512];
    char line[ROW_ROOM];
    bool columns = false;
    (void)snprintf(path, sizeof path, "%s/test/voices/%s.tsv", CASUS_SOURCE, language);
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL && n_row < MOST_ROWS) {
        row *r = &rows[n_row];
        const char **field[] = {&r->id, &r->text, &r->expect};
        if (line[0] == '#' || !columns) {
            columns = columns || line[0] != '#';
            continue;
        }
        line[strcspn(line, "\n")] = '\0';
        memcpy(r->bytes, line, strlen(line) + 1);
        (void)snprintf(r->language, sizeof r->language, "%s", language);
        r->bench = b;
        char *at = r->bytes;
        for (size_t f = 0; f < 3 && at != NULL; f++) {
            *field[f] = at;
            at = strchr(at, '\t');
            if (at != NULL) {
                *at++ = '\0';
            }
        }
        char *mark = r->text == NULL ? NULL : strstr(r->bytes + (r->text - r->bytes), "\xC2\xB6");
        for (; mark != NULL; mark = strstr(mark, "\xC2\xB6")) {
            memcpy(mark, "\n\n", 2); /* a paragraph */
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
    int failed = n_row == 0 ? 1 : _cmocka_run_group_tests("voices", tests, n_row, NULL, NULL);
    casus_extractor_close(b.extractor);
    casus_world_close(b.world);
    casus_parsers_free(&b.parsers);
    casus_models_close(b.models);
    casus_doc_free(&b.doc);
    test_close();
    return failed;
}
