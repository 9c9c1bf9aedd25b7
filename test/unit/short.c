/*
 * A text of a sentence or two holds too few words to show what it is about: there it counts who is named. The dealings of
 * states, governments, armed groups and oppositions are claims; sport, business, everyday government and figures of speech
 * are none.
 */
#include "support_claims.h"

#include "record/plover.h"

static test_bench b;

typedef struct row {
    const char *language;
    const char *text;
    const char *expect; /* the types of its claims, separated by a space; empty: none */
} row;

static const row rows[] = {
    {"en", "Jordan and Denmark have agreed to hold joint naval exercises.", "AGREE"},
    {"en", "Oslo is willing to send engineers to Ghana.", "AGREE"},
    {"en", "The Chilean foreign minister telephoned his Peruvian counterpart on Monday.", "CONSULT"},
    {"en", "Washington on Monday praised the efforts of Morocco.", "SUPPORT"},
    {"en", "Paris provided Chad with medicine.", "AID"},
    {"en", "The junta lifted the curfew in Conakry.", "CONCEDE"},
    {"en", "Ankara said that Greece must return the boat.", "REQUEST"},
    {"en", "Bolivia rejected the request of Paraguay.", "REJECT"},
    {"en", "Peru threatened to close its embassy in Quito.", "THREATEN"},
    {"en", "Thousands of students demonstrated in Dhaka against the government.", "PROTEST"},
    {"en", "Brussels imposed sanctions on Belarus.", "SANCTION"},
    {"en", "Police arrested twelve members of the opposition in Harare.", "COERCE"},
    {"en", "Nine people were killed in fighting in Aden.", "ASSAULT"},
    {"en", "Two bakers were killed by shells in Bria.", "ASSAULT"},
    {"nl", "Duitsland dringt er bij Ethiopië op aan de gevechten te staken.", "REQUEST"},
    {"nl", "De havenstad wordt sinds maart belegerd door de Rapid Support Forces.", "COERCE"},
    {"nl", "Jordanie en Denemarken zijn bereid tot gesprekken.", "AGREE"},
    {"nl", "Ankara eist excuses van Griekenland.", "REQUEST"},
    {"nl", "Bolivia verwierp het verzoek van Paraguay.", "REJECT"},
    {"nl", "Duizenden studenten betoogden in Dhaka tegen de regering.", "PROTEST"},
    {"nl", "Brussel legde sancties op aan Wit-Rusland.", "SANCTION"},
    /* other fields, and politics that is no conflict */
    {"en", "Germany beat Brazil in the semifinal, the federation said.", ""},
    {"en", "The Swiss president opened a new museum in Bern.", ""},
    {"en", "The French minister defended the decision to close three hospitals.", ""},
    {"en", "The Dutch king visited a school in Utrecht.", ""},
    {"en", "Sales in China collapsed, the German carmaker said.", ""},
    {"en", "The Norwegian minister came under fire over her taxes.", ""},
    {"en", "Italy met Spain in the final on Sunday.", ""},
    {"nl", "Duitsland versloeg Brazilië in de halve finale.", ""},
    {"nl", "De Franse minister opende een brug in Lyon.", ""},
    {"nl", "De Zweedse minister ligt onder vuur om haar belastingen.", ""},
    {"nl", "De Duitse autobouwer opende de aanval op zijn Franse concurrent.", ""},
};

static void test_one(void **state)
{
    const row *r = *state;
    const casus_doc *doc = test_bench_text(&b, r->language, r->text);
    char told[256] = "";
    size_t len = 0;
    const casus_pack *pack = casus_packs_for(test_packs(), casus_str_of(r->language));
    assert_true(casus_extract_worth(pack, doc));
    test_bench_run(&b);
    for (uint32_t i = 0; i < doc->n_claim && len < sizeof told; i++) {
        len += (size_t)snprintf(told + len, sizeof told - len, "%s%s", i == 0 ? "" : " ",
                                casus_event_type_name(doc->claim[i].type));
    }
    assert_string_equal(told, r->expect);
}

/* An article is not parsed for being short: it has more sentences than two, and none of them tells of an event. */
static void test_short__articles_need_signs(void **state)
{
    (void)state;
    const casus_pack *pack = casus_packs_for(test_packs(), CASUS_STR("en"));
    casus_doc_clear(&b.doc);
    b.doc.language = CASUS_STR("en");
    b.doc.text = CASUS_STR("The bakery opened at seven. Its owner sells bread. On Mondays she rests. Nobody minds.");
    assert_false(casus_extract_worth(pack, &b.doc));
}

int main(void)
{
    enum { N = sizeof rows / sizeof rows[0] };
    static struct CMUnitTest tests[N + 1];
    if (!test_bench_open(&b)) {
        return 1;
    }
    for (size_t i = 0; i < N; i++) {
        tests[i] = (struct CMUnitTest){.name = rows[i].text, .test_func = test_one, .initial_state = (void *)&rows[i]};
    }
    tests[N] =
        (struct CMUnitTest){.name = "test_short__articles_need_signs", .test_func = test_short__articles_need_signs};
    int failed = _cmocka_run_group_tests("short texts", tests, N + 1, NULL, NULL);
    test_bench_close(&b);
    return failed;
}
