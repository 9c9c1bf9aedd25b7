/* From a document's bytes to its text and what is known of it. All articles are our own. */
#include "support.h"

#define BODY "Shells fell on the market of the town on Monday, the army said in a statement.\n\nNobody was hurt.\n"

/* --- Day of publication and outlet, from the head of the text --- */

static void test_head__dates_and_outlets(void **state)
{
    (void)state;
    static const struct {
        const char *language, *text, *published, *outlet;
    } rows[] = {
        {"nl", "Kop\n\n27 september 2020\n\n09u48\n\nBron: Belga 32 Het leger meldt een aanval op de brug.",
         "2020-09-27T09:48", "Belga"},
        {"nl", " date 2020-09 Het leger meldt een aanval op de brug bij de stad.", "2020-09", "-"},
        {"en", "Headline\n\nThursday, January 24, 2019\n\n" BODY, "2019-01-24", "-"},
        {"en", "Headline\n\nPublished on 14 May 2025 at 9.48 pm\n\n" BODY, "2025-05-14T21:48", "-"},
        {"en", "Headline\nBy Ann Lee | 2025-05-14 09:48\n\n" BODY, "2025-05-14T09:48", "-"},
        {"en", "KYIV, 24 Feb. 2022 (Reuters) - Sirens sounded over the city.", "2022-02-24", "Reuters"},
        {"en", "KYIV, 24 Feb. (Reuters) - Sirens sounded over the city.", "-", "Reuters"},
        {"nl", "Gepubliceerd: maandag 3 maart 2025, 14.05 uur\n\nHet leger meldt een aanval op de brug.",
         "2025-03-03T14:05", "-"},
        {"nl", "Laatst bijgewerkt: 3 maart 2025\n\nHet leger meldt een aanval op de brug.", "2025-03-03", "-"},
        {"nl", "3/4/2020\n\nHet leger meldt een aanval op de brug bij de stad.", "2020-04-03", "-"},
        /* a later line tells the same more exactly */
        {"nl",
         " date 2019-08 Leger neemt brug in\n\n31 augustus 2019\n\n18u07\n\nHet leger meldt een aanval op de brug.",
         "2019-08-31T18:07", "-"},
        {"en", "date 2022-07-20\n\nPublished : Thursday, 21 July, 2022 at 9:00 AM\n\n" BODY, "2022-07-20", "-"},
        {"en", "YANGON, July 19 2022: Rebels took the bridge, a spokesman said.", "2022-07-19", "-"},
        /* a short name in brackets within a sentence is no agency before one */
        {"en", "Union of Northern Clans (AFP) gunmen took the bridge, a spokesman said.", "-", "-"},
        {"en", "GOMA (AFP) Gunmen took the bridge, a spokesman said.", "-", "AFP"},
        /* day and month could be either: nothing is guessed */
        {"en", "3/4/2020\n\n" BODY, "-", "-"},
        {"en", "3/24/2020\n\n" BODY, "2020-03-24", "-"},
        /* no such day */
        {"en", "31 February 2020\n\n" BODY, "-", "-"},
        /* a day in a sentence is not the day of publication */
        {"en", "The war began on 24 February 2022 with strikes on the capital.\n\n" BODY, "-", "-"},
        {"en", BODY, "-", "-"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const casus_doc *doc = test_read(CASUS_FORM_TEXT, rows[i].text, rows[i].language);
        if (strcmp(test_published(doc), rows[i].published) != 0 || strcmp(test_str(doc->outlet), rows[i].outlet) != 0) {
            fail_msg("'%s': %s, %s", rows[i].text, test_published(doc), test_str(doc->outlet));
        }
    }
}

static void test_head__metadata_wins_over_text(void **state)
{
    (void)state;
    const casus_doc *doc = test_read(CASUS_FORM_JSON,
                                     "{\"published\":\"2025-05-14T09:48:00+02:00\",\"outlet\":\"Desk\","
                                     "\"text\":\"KYIV, 24 Feb. 2022 (Reuters) - Sirens sounded.\"}",
                                     "en");
    assert_string_equal(test_published(doc), "2025-05-14T09:48");
    assert_int_equal(doc->published.from, CASUS_FROM_METADATA);
    assert_string_equal(test_str(doc->outlet), "Desk");
}

static void test_head__first_line_without_full_stop_is_the_title(void **state)
{
    (void)state;
    assert_string_equal(test_str(test_read(CASUS_FORM_TEXT, "Army takes bridge\n\n" BODY, "en")->title),
                        "Army takes bridge");
    assert_string_equal(test_str(test_read(CASUS_FORM_TEXT, BODY, "en")->title), "-");
}

/* --- Furniture in plain text --- */

static void test_furniture__is_cut_and_listed(void **state)
{
    (void)state;
    static const struct {
        const char *language, *text, *why;
    } rows[] = {
        {"en", BODY "\nRead more:\nArmy takes bridge\nTalks open in Geneva\n", "related"},
        {"nl", BODY "\nMeer over Soedan\n\nSoedan\n\nLeger\n", "related"},
        {"en", BODY "\nShare this article\n", "share"},
        {"en", BODY "\nFacebook WhatsApp E-mail\n", "share"},
        {"en", BODY "\nPlease enter your comment!\nPlease enter your name here\n", "comment"},
        {"nl", BODY "\nPas je cookie-instellingen hier aan.\n", "cookie"},
        {"en", BODY "\nPhoto: A. Lee / Agency\n", "credit"},
        {"en", BODY "\nview more\n", "media"},
        {"en", BODY "\narmy\nmarket\ntown\nKhartoum\nAir strikes\n", "tags"},
        {"en", "Menu\n\n" BODY "\nMenu\n\nMenu\n", "navigation"},
        {"en", BODY "\n\xC2\xA9 2025 The Desk. All rights reserved.\n", "legal"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const casus_doc *doc = test_read(CASUS_FORM_TEXT, rows[i].text, rows[i].language);
        assert_string_equal(test_sentences(doc), "Shells fell on the market of the town on Monday, the army said in a "
                                                 "statement. | Nobody was hurt. | ");
        assert_true(doc->n_cut > 0);
        assert_string_equal(test_str(doc->cut[0].why), rows[i].why);
    }
}

static void test_furniture__nothing_of_an_article_is_lost(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Readers shared the article with the ministry, which denied the claim.",
        "The army will share the bridge with the rebels, a spokesman said.",
        "Photo shows shelled bridge",
        "HARD FIGHTING: A tank burns near the bridge. Photo: A. Lee / Agency",
        "Meer dan honderd mensen vluchtten over de brug.",
        "Lees hij ook voor, dan luistert niemand.",
        "More on Monday, the minister promised.",
        "The comments drew anger in the capital.",
        "\"Home is where the shells fall,\" she said.",
        "Pause.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        char text[1024];
        (void)snprintf(text, sizeof text, "%s\n%s\n\n%s\n", BODY, texts[i], BODY);
        const casus_doc *doc = test_read(CASUS_FORM_TEXT, text, i % 2 == 0 ? "en" : "nl");
        if (strstr(test_sentences(doc), "Shells fell") == NULL || doc->n_cut != 0) {
            fail_msg("'%s' was cut (%s)", texts[i], test_str(doc->cut[0].why));
        }
    }
}

static void test_furniture__a_caption_stays_without_the_button_below_it(void **state)
{
    (void)state;
    const casus_doc *doc = test_read(
        CASUS_FORM_TEXT, "HARD FIGHTING: A tank burns by the bridge. Photo: A. Lee / Agency\nview more\n\n" BODY, "en");
    assert_string_equal(
        test_sentences(doc),
        "HARD FIGHTING: A tank burns by the bridge. | Photo: A. Lee / Agency | Shells fell on the market of "
        "the town on Monday, the army said in a statement. | Nobody was hurt. | ");
    assert_string_equal(test_str(doc->cut[0].why), "media");
}

/* Short lines at a page's end are tags only if the article speaks of them. */
static void test_furniture__signatures_and_tables_stay(void **state)
{
    (void)state;
    static const char *const texts[] = {
        BODY "\nCommander Ana Ruiz\nCommander Luis Vega\nCommander Eva Soto\nCommander Rosa Paz\n",
        BODY "\nTotal dead: 192\nInjured: 4,877\nTreated: 4,257\nMissing: 12\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        assert_int_equal(test_read(CASUS_FORM_TEXT, texts[i], "en")->n_cut, 0);
    }
}

/* --- Pages --- */

#define PROSE1 "<p>Shells fell on the market of the town on Monday, the army said in a long statement to reporters.</p>"
#define PROSE2 "<p>The rebels deny it. Their spokesman, reached by telephone, said that nobody had fired at all.</p>"
#define SENTENCES                                                                                                \
    "Army takes bridge | Shells fell on the market of the town on Monday, the army said in a long statement to " \
    "reporters. | The rebels deny it. | Their spokesman, reached by telephone, said that nobody had fired at all. | "

static void test_html__keeps_the_article(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "<article><h1>Army takes bridge</h1>" PROSE1 PROSE2 "</article>",
        "<nav><a href=/>Home</a> <a href=/w>World</a></nav><article><h1>Army takes bridge</h1>" PROSE1 PROSE2
        "</article><footer>About this page</footer>",
        "<body><header><h1>Army takes bridge</h1></header><div id=wrap><div class=\"story-body\">" PROSE1 PROSE2
        "</div></div>",
        "<main><h1>Army takes bridge</h1>" PROSE1 "<div class=\"share-bar\">Share this</div>" PROSE2
        "<aside>Other news</aside></main>",
        "<div class=\"cookie-banner\"><p>We set cookies and you should know that we do set them here.</p></div>"
        "<h1>Army takes bridge</h1>" PROSE1 PROSE2 "<ul><li><a href=/a>Talks open in Geneva</a></li></ul>",
        "<form><h1>Army takes bridge</h1>" PROSE1 PROSE2 "</form>",
        "<h1>Army takes bridge</h1><div class=\"widget promo\">" PROSE1 "</div><div class=\"widget promo\">" PROSE2
        "</div>",
        "<article><h1>Army takes bridge</h1>" PROSE1
        "<!-- no --><script>var no = '<p>no</p>';</script><style>no</style>"
        "<svg><text>no</text></svg>" PROSE2 "</article>",
        "<article><h1>Army takes bridge</h1>" PROSE1 PROSE2
        "<article><h3><a href=/x>Talks open</a></h3><p>Not this one.</p></article></article>",
    };
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        const char *got = test_sentences(test_read(CASUS_FORM_HTML, pages[i], "en"));
        if (strcmp(got, SENTENCES) != 0) {
            fail_msg("%s\n  gave %s", pages[i], got);
        }
    }
}

static void test_html__positions_lead_back_to_the_source(void **state)
{
    (void)state;
    const casus_doc *doc = test_read(CASUS_FORM_HTML,
                                     "<article><p>The caf&eacute; &amp; the   <b>bridge</b><!-- x --> fell on\nMonday, "
                                     "the army said in a statement.</p></article>",
                                     "en");
    assert_string_equal(test_sentences(doc),
                        "The caf\xC3\xA9 & the bridge fell on Monday, the army said in a statement. | ");
    static const struct {
        const char *word, *source;
    } rows[] = {{"caf\xC3\xA9", "caf&eacute;"},
                {"&", "&amp;"},
                {"bridge", "bridge"},
                {"Monday", "Monday"},
                {"statement", "statement"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        uint32_t at = 0;
        while (strncmp(doc->text.ptr + at, rows[i].word, strlen(rows[i].word)) != 0) {
            at++;
        }
        casus_span raw = casus_doc_raw_span(doc, (casus_span){at, at + (uint32_t)strlen(rows[i].word)});
        assert_string_equal(test_str(casus_str_slice(doc->raw, raw.begin, raw.end)), rows[i].source);
    }
}

static void test_html__metadata(void **state)
{
    (void)state;
    static const struct {
        const char *head, *published, *outlet, *title, *url;
    } rows[] = {
        {"<script "
         "type=\"application/"
         "ld+json\">{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"No\"},{\"@type\":[\"NewsArticle\"],"
         "\"headline\":\"H\",\"datePublished\":\"2025-05-14T09:48:00+02:00\",\"publisher\":{\"name\":\"The Desk\"},"
         "\"mainEntityOfPage\":\"https://example.org/a\"}]}</script>",
         "2025-05-14T09:48", "The Desk", "H", "https://example.org/a"},
        {"<meta property=\"article:published_time\" content=\"2025-05-14\"><meta property=\"og:site_name\" "
         "content=\"The Desk\">"
         "<meta property=\"og:title\" content=\"H\"><link rel=canonical href=\"https://example.org/a\">",
         "2025-05-14", "The Desk", "H", "https://example.org/a"},
        {"<title>Army takes bridge | The Desk</title><meta property=\"og:site_name\" content=\"The Desk\">", "-",
         "The Desk", "Army takes bridge", "-"},
        /* what is no date, and no address of the web, says nothing */
        {"<meta name=date content=\"yesterday\"><link rel=canonical href=\"javascript:alert(1)\">", "-", "-",
         "Army takes bridge", "-"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char page[4096];
        (void)snprintf(page, sizeof page,
                       "<html><head>%s</head><body><article><h1>Army takes bridge</h1>%s%s</article>", rows[i].head,
                       PROSE1, PROSE2);
        const casus_doc *doc = test_read(CASUS_FORM_HTML, page, "en");
        assert_string_equal(test_published(doc), rows[i].published);
        assert_string_equal(test_str(doc->outlet), rows[i].outlet);
        assert_string_equal(test_str(doc->title), rows[i].title);
        assert_string_equal(test_str(doc->url), rows[i].url);
    }
}

static void test_html__hostile_pages_end(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "<div>",           "<b id=1>", "<p>",      "<a href=\"",      "<!--",     "</",   "&",
        "<table><tr><td>", "<svg>",    "<script>", "<x a=1 b=2 c=3 ", "<ul><li>", "<br>", "x&amp;"};
    enum { LENGTH = 200000 };
    char *page = malloc(LENGTH + 32);
    assert_non_null(page);
    for (size_t p = 0; p < sizeof pieces / sizeof pieces[0]; p++) {
        size_t len = strlen(pieces[p]);
        size_t at = 0;
        for (; at + len < LENGTH; at += len) {
            memcpy(page + at, pieces[p], len);
        }
        casus_error err = {0};
        casus_status st = test_try(CASUS_FORM_HTML, page, at, "en", &err);
        assert_true(st == CASUS_OK || st == CASUS_ELIMIT);
    }
    free(page);
}

/* --- Charsets --- */

#define BYTES(text) (text), sizeof(text) - 1

static void test_charset__bytes_become_utf8(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t len;
        const char *expected;
    } rows[] = {
        {BYTES("caf\xC3\xA9"), "caf\xC3\xA9"}, /* UTF-8 */
        {BYTES("\xEF\xBB\xBF"
               "caf\xC3\xA9"),
         "caf\xC3\xA9"}, /* with a mark */
        {BYTES("\xFF\xFE"
               "c\0a\0f\0\xE9\0"),
         "caf\xC3\xA9"}, /* UTF-16LE with a mark */
        {BYTES("H\xE9"
               "r\xE9"
               " en ri\xEBle stra\xDF"
               "e, \x93 ja\x94."),
         "H\xC3\xA9r\xC3\xA9 en ri\xC3\xABle stra\xC3\x9F"
         "e, \xE2\x80\x9C ja\xE2\x80\x9D."}, /* windows-1252 */
        {BYTES("caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 caf\xE9 x"),
         "caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 x"}, /* mixed */
        {BYTES("cafe\xCC\x81 x"), "caf\xC3\xA9 x"},            /* composed */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        casus_error err = {0};
        assert_int_equal(test_try(CASUS_FORM_TEXT, rows[i].bytes, rows[i].len, "en", &err), CASUS_OK);
        assert_string_equal(test_str(test_last()->text), rows[i].expected);
    }
}

static void test_charset__bad_documents_are_told(void **state)
{
    (void)state;
    static const struct {
        casus_form form;
        const char *bytes;
        size_t len;
        const char *msg;
    } rows[] = {
        {CASUS_FORM_TEXT, BYTES(""), "empty"},
        {CASUS_FORM_TEXT, BYTES("\x01\x02\x03\x04\x05\x06"), "binary data"},
        {CASUS_FORM_JSON, BYTES("{\"text\":5.5}"), "is no string: field text"},
        {CASUS_FORM_JSON, BYTES("{\"id\":\"a\"}"), "holds neither text nor html"},
        {CASUS_FORM_JSON, BYTES("[1]"), "is no JSON object"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        casus_error err = {0};
        assert_int_equal(test_try(rows[i].form, rows[i].bytes, rows[i].len, NULL, &err), CASUS_EINPUT);
        assert_string_equal(err.file, "PLACE");
        assert_string_equal(err.msg, rows[i].msg);
    }
}

static void test_language__is_found_in_the_words(void **state)
{
    (void)state;
    assert_string_equal(test_str(test_read(CASUS_FORM_TEXT, BODY BODY, NULL)->language), "en");
    const casus_doc *doc = test_read(CASUS_FORM_TEXT,
                                     "Granaten troffen maandag de markt van de stad, meldt het leger in een "
                                     "verklaring.\n\nNiemand raakte gewond.",
                                     NULL);
    assert_string_equal(test_str(doc->language), "nl");
    assert_true(doc->language_share > 80);
}

/* A page's template often names another language than its article is in. */
static void test_language__words_win_over_a_template(void **state)
{
    (void)state;
    const casus_doc *doc =
        test_read(CASUS_FORM_HTML, "<html lang=nl><body><article><h1>Army takes bridge</h1>" PROSE1 PROSE2, NULL);
    assert_string_equal(test_str(doc->language), "en");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_head__dates_and_outlets),
        cmocka_unit_test(test_head__metadata_wins_over_text),
        cmocka_unit_test(test_head__first_line_without_full_stop_is_the_title),
        cmocka_unit_test(test_furniture__is_cut_and_listed),
        cmocka_unit_test(test_furniture__nothing_of_an_article_is_lost),
        cmocka_unit_test(test_furniture__a_caption_stays_without_the_button_below_it),
        cmocka_unit_test(test_furniture__signatures_and_tables_stay),
        cmocka_unit_test(test_html__keeps_the_article),
        cmocka_unit_test(test_html__positions_lead_back_to_the_source),
        cmocka_unit_test(test_html__metadata),
        cmocka_unit_test(test_html__hostile_pages_end),
        cmocka_unit_test(test_charset__bytes_become_utf8),
        cmocka_unit_test(test_charset__bad_documents_are_told),
        cmocka_unit_test(test_language__is_found_in_the_words),
        cmocka_unit_test(test_language__words_win_over_a_template),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_close();
    return failed;
}
