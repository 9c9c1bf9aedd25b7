/* Filters: which claims of the small ledger (support_listing.h) pass, and what passes with them. */
#include "report/filter.h"
#include "report/filter_value.h"
#include "report/fold.h"
#include "support_listing.h"

static casus_arena arena;

static const char *chosen(const casus_filter *filter, bool spread)
{
    static char names[512];
    casus_selection out;
    casus_error err = {0};
    const casus_ledger *ledger = test_listing_ledger();
    names[0] = '\0';
    if (casus_filter_run(filter, ledger, &arena, &out, &err) != CASUS_OK) {
        (void)snprintf(names, sizeof names, "%d %s", (int)err.status, err.msg);
        return names;
    }
    size_t len = 0;
    for (uint32_t i = 0; !spread && i < ledger->n_claim; i++) {
        len += out.claim[i] ? (size_t)snprintf(names + len, sizeof names - len, "%s%.*s", len == 0 ? "" : " ",
                                               CASUS_STR_ARG(ledger->claim[i].id))
                            : 0;
    }
    if (spread) {
        (void)snprintf(names, sizeof names, "%s%s%s%s%s", out.incident[1] ? "i1 " : "", out.incident[0] ? "i2 " : "",
                       out.dispute[0] ? "dispute " : "", out.loss[0] ? "loss " : "", out.state[0] ? "state " : "");
    }
    return names;
}

static const struct {
    casus_filter filter;
    const char *claims;
} cases[] = {
    {{.since = NULL}, "lantern#1 lantern#2 waag#1 note#1"},

    /* A claim without a time counts on its document's day; a month passes with any of its days. */
    {{.since = "2024-03-05"}, "lantern#2 waag#1"},
    {{.until = "2024-03-04"}, "lantern#1 waag#1"},
    {{.since = "2024-03-04", .until = "2024-03-04"}, "lantern#1 waag#1"},
    {{.since = "2024-03"}, "lantern#1 lantern#2 waag#1"},
    {{.until = "2024"}, "lantern#1 lantern#2 waag#1"},
    {{.since = "2025"}, ""},

    /* Places: by any name that a claim uses, whatever case and marks; or around a point. */
    {{.place = "shushi"}, "lantern#1 waag#1"},
    {{.place = "Susa"}, "lantern#1 waag#1"},
    {{.place = "al-fashir"}, "note#1"},
    {{.place = "39.8,46.8,10"}, "lantern#1 waag#1"},
    {{.place = "39.8,46.8,1"}, ""},

    /* Countries: where it happened; of a claim without a place, those who take part. */
    {{.country = "AZ"}, "lantern#1 waag#1"},
    {{.country = "sdn"}, "note#1"},
    {{.country = "ARM"}, "lantern#2"},

    /* Actors take part on either side; capitals are codes; parts of names begin a word. */
    {{.actor = "armenia"}, "lantern#1 lantern#2"},
    {{.actor = "ARM"}, "lantern#1 lantern#2"},
    {{.actor = "arm"}, "lantern#1 lantern#2"},
    {{.actor = "baku"}, "lantern#1 waag#1"},
    {{.actor = "AZE:GOV"}, "lantern#1 waag#1"},
    {{.actor = "AZ:GOV"}, "lantern#1 waag#1"},
    {{.source = "medecins"}, "note#1"},
    {{.source = "NGO"}, "note#1"},
    {{.source = "ARM:MIL"}, "lantern#1"},

    {{.type = "ASSAULT"}, "lantern#1 waag#1 note#1"},
    {{.type = "assault:heavy-weapons"}, "lantern#1"},
    {{.language = "en"}, "lantern#1 lantern#2 note#1"},
    {{.language = "EN-gb"}, "note#1"},
    {{.outlet = "lantern"}, "lantern#1 lantern#2"},
    {{.text = "Mill army"}, "lantern#1"},
    {{.text = "ill"}, ""},
    {{.type = "ASSAULT", .language = "nl"}, "waag#1"},
};

static void test_filter__claims(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *got = chosen(&cases[i].filter, false);
        if (strcmp(got, cases[i].claims) != 0) {
            fail_msg("case %zu: expected '%s', got '%s'", i, cases[i].claims, got);
        }
    }
}

static const struct {
    casus_filter filter;
    casus_status status;
    const char *message;
} faults[] = {
    {{.since = "2024-02-30"}, CASUS_EUSAGE, "--since=2024-02-30: no date"},
    {{.until = "yesterday"}, CASUS_EUSAGE, "--until=yesterday: no date"},
    {{.country = "XX"}, CASUS_EUSAGE, "--country=XX: no country's code"},
    {{.type = "BATTLE"}, CASUS_EUSAGE, "--type=BATTLE: there are: AGREE"},
    {{.type = "ASSAULT:visit"}, CASUS_EUSAGE, "--type=ASSAULT:visit: modes of ASSAULT: abduct"},
    {{.actor = "zz:MIL"}, CASUS_EUSAGE, "--actor=zz:MIL: 'zz' is no country's code"},
    {{.place = "Shush"}, CASUS_END, "--place=Shush: no place of the ledger is called so"},
    {{.place = "91,0,5"}, CASUS_END, "--place=91,0,5: no place"},
    {{.actor = "menia"}, CASUS_END, "--actor=menia: no actor"},
    {{.source = "FRA"}, CASUS_END, "--source=FRA: no actor"},
    {{.outlet = "Herald"}, CASUS_END, "--outlet=Herald: no outlet"},
    {{.language = "e"}, CASUS_END, "--language=e: no document"},
};

static void test_filter__faults_are_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        casus_selection out;
        casus_error err = {0};
        casus_status st = casus_filter_run(&faults[i].filter, test_listing_ledger(), &arena, &out, &err);
        if (st != faults[i].status || strncmp(err.msg, faults[i].message, strlen(faults[i].message)) != 0) {
            fail_msg("fault %zu: status %d, '%s'", i, (int)st, err.msg);
        }
    }
}

/* Incidents and states pass by any claim, disputes by their incident or any claim, losses by the claim of their figure. */
static void test_filter__spreads(void **state)
{
    (void)state;
    assert_string_equal(chosen(&(casus_filter){.since = NULL}, true), "i1 i2 dispute loss state ");
    assert_string_equal(chosen(&(casus_filter){.language = "nl"}, true), "i1 dispute ");
    assert_string_equal(chosen(&(casus_filter){.country = "SD"}, true), "i2 loss ");
    assert_string_equal(chosen(&(casus_filter){.type = "RETREAT"}, true), "state ");
}

static const struct {
    const char *text, *folded;
} folds[] = {
    {"Al-F\304\201shir", " al fashir"},
    {"Mu\342\200\231a's \305\201\303\263d\305\272", " muas lodz"},
    {"  \342\200\234Straat\342\200\235  12 ", " straat 12"},
    {"\320\245\320\260\321\200\320\272\321\226\320\262", " \321\205\320\260\321\200\320\272\321\226\320\262"},
    {"\357\254\201re", " fire"}, /* U+FB01 */
    {"...", ""},
    {"", ""},
};

static void test_fold__leaves_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof folds / sizeof folds[0]; i++) {
        casus_str got = casus_fold(casus_str_of(folds[i].text), &arena);
        assert_string_equal(test_str(got), folds[i].folded);
    }
    assert_true(casus_fold_holds(CASUS_STR(" the armenian army"), CASUS_STR(" armen")));
    assert_false(casus_fold_holds(CASUS_STR(" romania"), CASUS_STR(" oman")));
    assert_false(casus_fold_holds(CASUS_STR(" romania"), CASUS_STR("")));
}

/* Paris to London, and around the world's edge. */
static void test_circle__distances(void **state)
{
    (void)state;
    assert_in_range((uint64_t)casus_kilometres(48.8566, 2.3522, 51.5074, -0.1278), 342, 345);
    assert_in_range((uint64_t)casus_kilometres(0, 179.5, 0, -179.5), 110, 112);
}

static int set_up(void **state)
{
    (void)state;
    casus_arena_init(&arena, SIZE_MAX);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    casus_arena_free(&arena);
    test_close();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filter__claims),    cmocka_unit_test(test_filter__faults_are_told),
        cmocka_unit_test(test_filter__spreads),   cmocka_unit_test(test_fold__leaves_words),
        cmocka_unit_test(test_circle__distances),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
