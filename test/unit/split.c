/* Sentences and words: text in, expected pieces out. All sentences are our own. */
#include "support.h"

typedef struct row {
    const char *language, *text, *expected;
} row;

/* One sentence each, followed by " | ". */
static const row sentences[] = {
    /* a full stop, and what else may end a sentence */
    {"en", "Shells fell on the market. Nobody was hurt.", "Shells fell on the market. | Nobody was hurt. | "},
    {"en", "Who fired first? Neither side says.", "Who fired first? | Neither side says. | "},
    {"nl", "Wie schoot het eerst? Geen van beide partijen zegt het.",
     "Wie schoot het eerst? | Geen van beide partijen zegt het. | "},
    {"nl", "Het is stil... Niemand durft naar buiten.", "Het is stil... | Niemand durft naar buiten. | "},
    {"nl", "Het leger wacht … en de rebellen ook.", "Het leger wacht … en de rebellen ook. | "},
    {"en", "He spoke against ... Americans in the town. He wept ... The crowd left.",
     "He spoke against ... Americans in the town. | He wept ... | The crowd left. | "},
    /* a line cut in mid-sentence goes on in the next */
    {"en", "The army said on Monday that it had taken the\nbridge over the river.\nNobody was hurt.",
     "The army said on Monday that it had taken the bridge over the river. | Nobody was hurt. | "},
    /* titles, ranks, initials */
    {"en", "Lt. Gen. A.B. Smith denied it. He left.", "Lt. Gen. A.B. Smith denied it. | He left. | "},
    {"en", "Mr. Okoro met Dr. J. K. Lund in St. Petersburg.", "Mr. Okoro met Dr. J. K. Lund in St. Petersburg. | "},
    {"nl", "Volgens dhr. A.B. Jansen en prof. dr. K. de Wit klopt dat niet.",
     "Volgens dhr. A.B. Jansen en prof. dr. K. de Wit klopt dat niet. | "},
    /* abbreviations that may end a sentence */
    {"en", "The strike came at 8 p.m. Nobody claimed it.", "The strike came at 8 p.m. | Nobody claimed it. | "},
    {"en", "It was Ann \"A.J.\" Roe of Malta.", "It was Ann \"A.J.\" Roe of Malta. | "},
    {"en", "The strike came at 8 p.m. GMT on Monday.", "The strike came at 8 p.m. GMT on Monday. | "},
    {"en", "The U.S. Navy fired. It left the U.S. The crew slept.",
     "The U.S. Navy fired. | It left the U.S. | The crew slept. | "},
    {"nl", "Er vielen granaten, raketten, enz. Het leger zwijgt.",
     "Er vielen granaten, raketten, enz. | Het leger zwijgt. | "},
    {"nl", "Dat geldt o.a. voor Goma, bijv. de haven.", "Dat geldt o.a. voor Goma, bijv. de haven. | "},
    /* abbreviations only before a number */
    {"nl", "Op weg nr. 5 en blz. 12 staat niets.", "Op weg nr. 5 en blz. 12 staat niets. | "},
    {"en", "Resolution No. 5 passed. The answer was no. Talks ended.",
     "Resolution No. 5 passed. | The answer was no. | Talks ended. | "},
    {"nl", "KIEV meldt dat het op 3 sept. 2022 begon.", "KIEV meldt dat het op 3 sept. 2022 begon. | "},
    /* numbers, times, model numbers */
    {"nl", "Om 08.00 uur waren er 145.000 mensen. Zo'n 2,5 miljoen vluchtten.",
     "Om 08.00 uur waren er 145.000 mensen. | Zo'n 2,5 miljoen vluchtten. | "},
    {"en", "They lost 3.5 km of road. 30,000 fled in 2022. A T-72 burned.",
     "They lost 3.5 km of road. | 30,000 fled in 2022. | A T-72 burned. | "},
    /* quotes: the closing mark belongs to the sentence before it */
    {"en", "\"We hold the bridge.\" He did not say more.", "\"We hold the bridge.\" | He did not say more. | "},
    {"en", "“We hold it. We will stay.” That is all he said.",
     "“We hold it. | We will stay.” | That is all he said. | "},
    {"nl", "„Wij gaan hier niet weg.” De generaal lachte.", "„Wij gaan hier niet weg.” | De generaal lachte. | "},
    {"nl", "‘Is dat waar?’ vroeg hij. ‘Ja.’", "‘Is dat waar?’ vroeg hij. | ‘Ja.’ | "},
    {"nl", "\"Stop!\" riep hij. Niemand stopte.", "\"Stop!\" riep hij. | Niemand stopte. | "},
    {"en", "« We saw nothing. » He walked off.", "« We saw nothing. » | He walked off. | "},
    /* brackets, dashes */
    {"en", "The town fell (for the second time). The army denies it.",
     "The town fell (for the second time). | The army denies it. | "},
    {"en", "– We ask both sides to stop. – When?", "– We ask both sides to stop. | – When? | "},
    /* a clitic begins a Dutch sentence */
    {"nl", "Het werd stil. 's Avonds vielen er weer granaten. 't Is oorlog.",
     "Het werd stil. | 's Avonds vielen er weer granaten. | 't Is oorlog. | "},
    /* two sentences stuck together by a careless page */
    {"nl", "De brug is dicht.Het leger zwijgt.", "De brug is dicht. | Het leger zwijgt. | "},
    /* the number of an item is no sentence */
    {"en", "1. Talks open on Friday.", "1. Talks open on Friday. | "},
    /* lines */
    {"en", "Army takes bridge\n\nThe army says it took the bridge.",
     "Army takes bridge | The army says it took the bridge. | "},
    {"en", "22.47 - Shells hit the port.\n\n22.50 - Silence.",
     "22.47 - | Shells hit the port. | 22.50 - | Silence. | "},
    {"en", "KYIV, 24 Feb. (Reuters) - Sirens sounded. Nobody slept.",
     "KYIV, 24 Feb. (Reuters) - | Sirens sounded. | Nobody slept. | "},
    {"nl", "GOMA/KIGALI (ANP) - De rebellen rukken op.", "GOMA/KIGALI (ANP) - | De rebellen rukken op. | "},
};

/* Words, each followed by a space. */
static const row words[] = {
    {"en", "They don't, can't and won't.", "They do n't , ca n't and wo n't . "},
    {"en", "The army's men aren't the minister’s.", "The army 's men are n't the minister ’s . "},
    {"en", "It cannot be; I'm sure they've left.", "It can not be ; I 'm sure they 've left . "},
    {"en", "A well-known ex-general re-entered.", "A well - known ex-general re-entered . "},
    {"en", "30,000 men, 3.5 km, 1/2 share, 9:48, 5pm, 21st", "30,000 men , 3.5 km , 1/2 share , 9:48 , 5 pm , 21st "},
    {"en", "US$5 and €5 or 5%.", "US$ 5 and € 5 or 5 % . "},
    {"en", "See https://example.org/a-b. Mail me@example.org!", "See https://example.org/a-b . Mail me@example.org ! "},
    {"en", "Ann Lee, Ph.D., left.", "Ann Lee , Ph.D. , left . "},
    {"nl", "Het dorp stond er al in 50 v.Chr. en later.", "Het dorp stond er al in 50 v.Chr. en later . "},
    {"en", "and/or AT&T @desk #talks", "and / or AT&T @desk #talks "},
    {"en", "\"Stop!!\" he (really) said...", "\" Stop !! \" he ( really ) said ... "},
    {"nl", "Zo'n foto's van Zuid-Holland en/of op- en afritten.",
     "Zo'n foto's van Zuid-Holland en/of op- en afritten . "},
    {"nl", "'s Avonds in 's-Gravenhage om 08.00 uur, 09u48.", "'s Avonds in 's-Gravenhage om 08.00 uur , 09u48 . "},
    {"nl", "De T-72, S-300 en MH17 kosten 145.000 euro (5%).",
     "De T-72 , S-300 en MH17 kosten 145.000 euro ( 5 % ) . "},
    {"nl", ",,Kom maar'', zei A.B. de Wit d.w.z. later.", ",, Kom maar '' , zei A.B. de Wit d.w.z. later . "},
    {"nl", "„Ja”, ‘nee’, «misschien» – of toch?", "„ Ja ” , ‘ nee ’ , « misschien » – of toch ? "},
    {"xx", "Военные сказали: «Нет».", "Военные сказали : « Нет » . "},
};

static void check(const row *rows, size_t n, const char *(*pieces)(const casus_doc *))
{
    for (size_t i = 0; i < n; i++) {
        const char *got = pieces(test_read(CASUS_FORM_TEXT, rows[i].text, rows[i].language));
        if (strcmp(got, rows[i].expected) != 0) {
            fail_msg("'%s'\n  should be '%s'\n  but was   '%s'", rows[i].text, rows[i].expected, got);
        }
    }
}

static void test_split__sentences(void **state)
{
    (void)state;
    check(sentences, sizeof sentences / sizeof sentences[0], test_sentences);
}

static void test_split__words(void **state)
{
    (void)state;
    check(words, sizeof words / sizeof words[0], test_words);
}

static void test_split__words_of_a_token_share_it(void **state)
{
    (void)state;
    const casus_doc *doc = test_read(CASUS_FORM_TEXT, "They don't.", "en");
    assert_int_equal(doc->n_token, 3);
    assert_int_equal(doc->token[1].word_begin, 1);
    assert_int_equal(doc->token[1].word_end, 3);
    assert_string_equal(test_str(doc->word[2].form), "n't");
}

/* Cost must grow with the text, not with its square: a quadratic scan of these would not end. */
static void test_split__hostile_text_is_linear(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "\"", ".", ". ", "a.", "a-", "!) ", "’", "@", "1,", "\xCC\x81", "\xF0\x9F\x98\x80", "x"};
    enum { BYTES = 400000 };
    char *text = malloc(BYTES + 8);
    assert_non_null(text);
    for (size_t p = 0; p < sizeof pieces / sizeof pieces[0]; p++) {
        size_t len = strlen(pieces[p]);
        size_t at = 0;
        for (; at + len < BYTES; at += len) {
            memcpy(text + at, pieces[p], len);
        }
        text[at] = '\0';
        const casus_doc *doc = test_read(CASUS_FORM_TEXT, text, "en");
        assert_true(doc->n_token > 0);
        assert_int_equal(doc->token[doc->n_token - 1].text.end, doc->text.len);
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_split__sentences),
        cmocka_unit_test(test_split__words),
        cmocka_unit_test(test_split__words_of_a_token_share_it),
        cmocka_unit_test(test_split__hostile_text_is_linear),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_close();
    return failed;
}
