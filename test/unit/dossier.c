/* The dossier: documents and claims in, a page out. */
#include "support_ledger.h"

#include "cluster/cluster.h"
#include "dossier/dossier.h"
#include "dossier/template.h"

#define GORIS "at=Goris@39.51,46.34@AM"

/* Two outlets on one strike, of which each side tells another toll, and what one of them says is held. */
static const char two_sides[] =
    "doc a nl 2031-04-02 Noordpost\n"
    "claim ASSAULT/aerial by=AAA/MIL:Army_of_A on=BBB/MIL:Army_of_B from=AAA/MIL:Army_of_A " GORIS
    " time=2031-04-01 killed=40:soldier side=BBB/MIL:Army_of_B says=raid_<b>_killed_40\n"
    "doc b en 2031-04-02 Southpost\n"
    "claim ASSAULT by=AAA/MIL:Army_of_A on=BBB/MIL:Army_of_B from=BBB/MIL:Army_of_B " GORIS
    " time=2031-04-01 killed=6:soldier side=BBB/MIL:Army_of_B says=raid_killed_6\n"
    "claim CONTROL/capture by=AAA/MIL:Army_of_A from=AAA/MIL:Army_of_A " GORIS " time=2031-04-01 says=we_took_Goris\n";

static char *page_of(const char *lines, casus_dossier_options options)
{
    casus_ledger ledger;
    casus_error err = {0};
    casus_buf out;
    casus_buf_init(&out, 64 << 20);
    test_ledger(lines, &ledger);
    assert_int_equal(casus_cluster_run(&ledger, &err), CASUS_OK);
    options.folder = CASUS_SOURCE "/data";
    if (casus_dossier_write(&ledger, &options, &out, &err) != CASUS_OK) {
        fail_msg("%s: %s", err.file, err.msg);
    }
    casus_buf_add_char(&out, '\0');
    casus_ledger_free(&ledger);
    return out.ptr;
}

static void has(const char *page, const char *what)
{
    if (strstr(page, what) == NULL) {
        fail_msg("the page lacks: %s", what);
    }
}

static void lacks(const char *page, const char *what)
{
    if (strstr(page, what) != NULL) {
        fail_msg("the page has: %s", what);
    }
}

static void the_page_tells_claims_with_their_words(void **state)
{
    (void)state;
    char *page = page_of(two_sides, (casus_dossier_options){.language = "en"});
    has(page, "<html lang=\"en\">");
    has(page, "Army of A");
    has(page, "raid &lt;b&gt; killed 40");
    has(page, "Noordpost");
    has(page, "Southpost");
    has(page, "Goris</text>");
    has(page, "In 2 articles of 2 outlets");
    lacks(page, "<b> killed 40");
    lacks(page, "{{");
    free(page);
}

static void the_page_speaks_dutch(void **state)
{
    (void)state;
    char *page = page_of(two_sides, (casus_dossier_options){.language = "nl"});
    has(page, "<html lang=\"nl\">");
    has(page, "In 2 artikelen van 2 media");
    has(page, "Aanval of gevecht");
    lacks(page, "Attack or fighting");
    free(page);
}

static void markdown_is_escaped_in_its_own_way(void **state)
{
    (void)state;
    char *page = page_of(two_sides, (casus_dossier_options){.language = "en", .format = CASUS_DOSSIER_MARKDOWN});
    has(page, "# Who claims what");
    has(page, "raid \\<b\\> killed 40");
    lacks(page, "&lt;");
    free(page);
}

static void the_same_page_without_claims(void **state)
{
    (void)state;
    char *page = page_of("doc a en 2031-04-02 Noordpost\n", (casus_dossier_options){.language = "en"});
    has(page, "No two sources contradict one another");
    has(page, "No losses are told of");
    free(page);
}

static void the_same_ledger_gives_the_same_bytes(void **state)
{
    (void)state;
    char *one = page_of(two_sides, (casus_dossier_options){.language = "en"});
    char *two = page_of(two_sides, (casus_dossier_options){.language = "en"});
    assert_string_equal(one, two);
    free(one);
    free(two);
}

static void an_unknown_language_is_refused(void **state)
{
    (void)state;
    static const char *const rows[] = {"qq", "../en", "en/..", ""};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        casus_ledger ledger;
        casus_error err = {0};
        casus_buf out;
        casus_buf_init(&out, 1 << 20);
        test_ledger(two_sides, &ledger);
        casus_dossier_options options = {.folder = CASUS_SOURCE "/data", .language = rows[i]};
        assert_int_equal(casus_dossier_write(&ledger, &options, &out, &err), CASUS_EUSAGE);
        assert_int_equal(out.len, 0);
        casus_buf_free(&out);
        casus_ledger_free(&ledger);
    }
}

/* What is filtered out is nowhere on the page, and no link leads there. */
static void a_selection_shows_its_own(void **state)
{
    (void)state;
    static const char lines[] =
        "doc a en 2031-04-02 Noordpost\n"
        "claim ASSAULT/aerial by=AAA/MIL:Army_of_A on=BBB/CVL " GORIS " time=2031-04-01 says=struck\n"
        "doc b en 2031-08-02 Southpost\n"
        "claim CONSULT by=CCC/GOV:Republic_C,DDD/GOV:Republic_D time=2031-08-01 says=met\n";
    casus_ledger ledger;
    casus_error err = {0};
    casus_buf out;
    casus_selection selection;
    casus_buf_init(&out, 8 << 20);
    test_ledger(lines, &ledger);
    assert_int_equal(casus_cluster_run(&ledger, &err), CASUS_OK);
    casus_filter filter = {.type = "CONSULT"};
    assert_int_equal(casus_filter_run(&filter, &ledger, &ledger.arena, &selection, &err), CASUS_OK);
    casus_dossier_options options = {.folder = CASUS_SOURCE "/data",
                                     .language = "en",
                                     .selection = &selection,
                                     .filter = CASUS_STR("--type=CONSULT")};
    assert_int_equal(casus_dossier_write(&ledger, &options, &out, &err), CASUS_OK);
    casus_buf_add_char(&out, '\0');
    has(out.ptr, "Republic C");
    has(out.ptr, "--type=CONSULT");
    has(out.ptr, "In 1 articles of 1 outlets");
    lacks(out.ptr, "Army of A");
    lacks(out.ptr, "Noordpost");
    casus_buf_free(&out);
    casus_ledger_free(&ledger);
}

/* A template that is not well formed is an error with its name, not half a page. */
static void a_faulty_template_is_told(void **state)
{
    (void)state;
    casus_error err = {0};
    casus_buf out;
    casus_buf_init(&out, 1 << 16);
    json_t *model = json_pack("{s:s}", "a", "<x>");
    assert_int_equal(casus_template_fill("t.html", CASUS_STR("{{#a}}no end"), NULL, 0, model, true, &out, &err),
                     CASUS_EPACK);
    assert_string_equal(err.file, "t.html");
    assert_int_equal(casus_template_fill("t.html", CASUS_STR("{{a}}|{{{a}}}|{{b}}"), NULL, 0, model, true, &out, &err),
                     CASUS_OK);
    assert_memory_equal(out.ptr, "&lt;x&gt;|<x>|", out.len);
    json_decref(model);
    casus_buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_tells_claims_with_their_words),
        cmocka_unit_test(the_page_speaks_dutch),
        cmocka_unit_test(markdown_is_escaped_in_its_own_way),
        cmocka_unit_test(the_same_page_without_claims),
        cmocka_unit_test(the_same_ledger_gives_the_same_bytes),
        cmocka_unit_test(an_unknown_language_is_refused),
        cmocka_unit_test(a_selection_shows_its_own),
        cmocka_unit_test(a_faulty_template_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
