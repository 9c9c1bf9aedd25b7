/* The example articles: every sentence boundary right, nothing lost, nothing of the page left in. */
#include "support.h"

#include <sys/stat.h>

static char expected[1 << 16];

/* test/sentences/ID.txt, a sentence a line, as test_sentences gives them; false if there is none. */
static bool read_expected(casus_str id)
{
    char path[1024];
    (void)snprintf(path, sizeof path, "%s/test/sentences/%.*s.txt", CASUS_SOURCE, CASUS_STR_ARG(id));
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return false;
    }
    char line[8192];
    size_t at = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '\0') {
            at += (size_t)snprintf(expected + at, sizeof expected - at, "%s | ", line);
        }
    }
    (void)fclose(file);
    return true;
}

static size_t n_checked;

static void check_first_difference(const char *got, const char *wanted, casus_str id)
{
    size_t same = 0;
    while (got[same] != '\0' && got[same] == wanted[same]) {
        same++;
    }
    if (got[same] != wanted[same]) {
        fail_msg("%.*s: should be '%.120s', was '%.120s'", CASUS_STR_ARG(id), wanted + same, got + same);
    }
}

static void render(const casus_doc *doc, casus_buf *out, void *payload)
{
    (void)out;
    (void)payload;
    if (!read_expected(doc->id)) {
        fail_msg("no sentences are expected of %.*s", CASUS_STR_ARG(doc->id));
    }
    check_first_difference(test_sentences(doc), expected, doc->id);
    n_checked++;
}

static bool print(casus_str bytes, void *payload)
{
    (void)bytes;
    (void)payload;
    return true;
}

static void complain(const casus_error *err, void *payload)
{
    (void)payload;
    fail_msg("%s: %s", err->file, err->msg);
}

static void test_examples__every_sentence_is_right(void **state)
{
    (void)state;
    static const char *const folders[] = {CASUS_SOURCE "/examples/text", CASUS_SOURCE "/examples/html",
                                          CASUS_SOURCE "/examples/ndjson"};
    const casus_pipeline pipeline = {
        .packs = test_packs(), .threads = 1, .split = true, .render = render, .document = print, .fault = complain};
    casus_error err = {0};
    assert_int_equal(casus_pipeline_run(&pipeline, folders, 3, &err), CASUS_OK);
    assert_true(n_checked >= 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_examples__every_sentence_is_right)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_close();
    return failed;
}
