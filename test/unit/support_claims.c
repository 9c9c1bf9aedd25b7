/* Text to claims, and tables of rows: see support_claims.h. */
#include "support_claims.h"

bool test_bench_open(test_bench *bench)
{
    casus_error err = {0};
    casus_doc_init(&bench->doc, (size_t)1 << 26);
    if (casus_models_open(test_packs(), &bench->models, &err) == CASUS_OK &&
        casus_world_open(CASUS_SOURCE "/data", &bench->world, &err) == CASUS_OK &&
        casus_extractor_open(bench->world, &bench->extractor, &err) == CASUS_OK) {
        return true;
    }
    (void)fprintf(stderr, "%s: %s\n", err.file, err.msg);
    return false;
}

void test_bench_close(test_bench *bench)
{
    casus_extractor_close(bench->extractor);
    casus_world_close(bench->world);
    casus_parsers_free(&bench->parsers);
    casus_models_close(bench->models);
    casus_doc_free(&bench->doc);
    test_close();
}

casus_doc *test_bench_text(test_bench *bench, const char *language, const char *text)
{
    casus_doc_clear(&bench->doc);
    bench->doc.text = casus_str_of(text);
    bench->doc.language = casus_str_of(language);
    return &bench->doc;
}

void test_bench_run(test_bench *bench)
{
    casus_error err = {0};
    casus_doc *doc = &bench->doc;
    const casus_pack *pack = casus_packs_for(test_packs(), doc->language);
    if (casus_syntax_split(pack, doc, &err) != CASUS_OK ||
        casus_models_parse(bench->models, doc->language, CASUS_KEEP_WORDS, &bench->parsers, doc, &err) != CASUS_OK ||
        casus_extract_run(bench->extractor, pack, doc, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
}

static void stop(const char *path, const char *line, const char *why)
{
    (void)fprintf(stderr, "%s: %s: %s\n", path, why, line);
    exit(2);
}

/* Part the row at its tabs. */
static bool part(test_row *row, unsigned n_field)
{
    char *at = row->bytes;
    for (unsigned f = 0; f < n_field; f++) {
        char *end = strchr(at, '\t');
        row->field[f] = at;
        if ((end == NULL) != (f + 1 == n_field)) {
            return false;
        }
        if (end != NULL) {
            *end = '\0';
            at = end + 1;
        }
    }
    return true;
}

static size_t read_table(const char *folder, const char *language, unsigned n_field, test_bench *bench, test_row *row,
                         size_t room)
{
    char path[512];
    char line[TEST_ROW_ROOM];
    bool columns = false;
    size_t n = 0;
    (void)snprintf(path, sizeof path, "%s/test/%s/%s.tsv", CASUS_SOURCE, folder, language);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        stop(path, "", "not there");
    }
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#' || !columns) {
            columns = columns || line[0] != '#';
            continue;
        }
        if (strchr(line, '\n') == NULL || n == room) {
            stop(path, line, "no room");
        }
        line[strcspn(line, "\n")] = '\0';
        row[n].bench = bench;
        (void)snprintf(row[n].language, sizeof row[n].language, "%s", language);
        memcpy(row[n].bytes, line, strlen(line) + 1);
        if (!part(&row[n], n_field)) {
            stop(path, line, "fields are missing or too many");
        }
        n++;
    }
    (void)fclose(file);
    return n;
}

size_t test_rows_read(const char *folder, unsigned n_field, test_bench *bench, test_row *row, size_t room)
{
    size_t n = read_table(folder, "en", n_field, bench, row, room);
    return n + read_table(folder, "nl", n_field, bench, row + n, room - n);
}
