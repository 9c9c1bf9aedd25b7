/* Which claims are of one incident: claims of documents in, incidents out. */
#include "support_ledger.h"

#include "cluster/cluster.h"

#define VARNA "at=Varna@43.2,27.9@BG"
#define BURGAS "at=Burgas@42.5,27.5@BG"
#define COAST "at=Coast@43.0,27.7@BG@region"

static void cluster(const char *lines, const uint32_t *order, casus_ledger *ledger)
{
    casus_error err = {0};
    test_ledger_in(lines, order, ledger);
    assert_int_equal(casus_cluster__copies(ledger, &err), CASUS_OK);
    assert_int_equal(casus_cluster__incidents(ledger, &err), CASUS_OK);
}

/* The incidents of these documents: ids of claims; " | " between incidents. */
static const char *incidents(const char *lines)
{
    casus_ledger ledger;
    cluster(lines, NULL, &ledger);
    const char *text = test_incidents(&ledger);
    casus_ledger_free(&ledger);
    return text;
}

/* Two outlets, two languages, one strike: the day, the town and the sides are the same. */
static void one_strike_told_twice(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " VARNA
                                  " time=2031-04-01 killed=4:person\n"
                                  "doc b en 2031-04-02 Southpost\n"
                                  "claim ASSAULT by=AAA/MIL on=BBB/CVL " VARNA " killed=6:person\n"),
                        "a#1 b#1");
}

/* Who did it is in dispute; that it happened in that town on that day is not. */
static void who_did_it_may_be_in_dispute(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT/heavy-weapons by=AAA/MIL " VARNA " time=2031-04-01\n"
                                  "doc b en 2031-04-02 Southpost\n"
                                  "claim ASSAULT/heavy-weapons by=BBB/MIL " VARNA " time=2031-04-01\n"),
                        "a#1 b#1");
}

static void another_town_or_another_day_is_another_incident(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-01\n"
                                  "doc b en 2031-04-02 Southpost\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " BURGAS " time=2031-04-01\n"
                                  "doc c en 2031-05-02 Southpost\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " VARNA " time=2031-05-01\n"),
                        "a#1 | b#1 | c#1");
}

/* A shelling and the truce that it breaks are two happenings, at one place on one day. */
static void another_kind_of_event_is_another_incident(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT by=AAA/MIL on=BBB/CVL " VARNA " time=2031-04-01\n"
                                  "claim RETREAT/ceasefire by=AAA/MIL,BBB/MIL " VARNA " time=2031-04-01\n"),
                        "a#1 | a#2");
}

/* What a document tells without time and place belongs to what it is about; another town starts anew. */
static void mentions_within_a_document(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-01\n"
                                  "claim ASSAULT on=BBB/CVL killed=4:person\n"
                                  "claim ASSAULT\n"
                                  "claim ASSAULT/aerial by=AAA/GOV " BURGAS " time=2031-04-01\n"),
                        "a#1 a#2 a#3 | a#4");
}

/* Those who condemn are many; each does so for himself. */
static void speech_acts_go_by_their_speaker(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ACCUSE/disapprove by=CCC/GOV on=AAA/GOV\n"
                                  "claim ACCUSE/disapprove by=DDD/GOV on=AAA/GOV\n"
                                  "doc b en 2031-04-02 Southpost\n"
                                  "claim ACCUSE/disapprove by=DDD/GOV on=AAA/GOV\n"),
                        "a#1 | a#2 b#1");
}

/* Background joins the history that it tells of, in another document too, and never the news of the day. */
static void background_is_no_news(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT by=AAA/MIL,BBB/MIL " COAST " time=2031-04-01\n"
                                  "claim ASSAULT by=AAA/MIL,BBB/MIL " COAST
                                  " time=2011-01-01..2013-12-31 tense=background\n"
                                  "doc b en 2031-04-02 Southpost\n"
                                  "claim ASSAULT by=AAA/MIL,BBB/MIL " COAST " time=2031-04-01\n"
                                  "claim ASSAULT by=AAA/MIL,BBB/MIL " COAST " time=2011..2013 tense=background\n"),
                        "a#1 b#1 | a#2 b#2");
}

/* What is only feared, planned or demanded, at no told time, has not happened: no incident. */
static void plans_are_no_happenings(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT by=AAA/MIL " VARNA " is=Uu tense=future\n"
                                  "claim CONSULT by=AAA/GOV,BBB/GOV is=Uu tense=future time=2031-04-09\n"),
                        "a#2");
}

/*
 * A document of which only the month is known took place on the day on which another tells of the same two things. One
 * thing alone proves no day.
 */
static void a_month_is_narrowed_to_a_day(void **state)
{
    (void)state;
    static const char news[] = "doc a nl 2031-04-02 Noordpost\n"
                               "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " VARNA " killed=14:person\n"
                               "claim MOBILIZE/troops by=BBB/GOV\n";
    char lines[1024];
    char day[24];
    casus_ledger ledger;
    snprintf(lines, sizeof lines,
             "%sdoc b en 2031-04 Southpost\n"
             "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " VARNA " killed=14:person\n"
             "claim MOBILIZE/troops by=BBB/GOV\n",
             news);
    cluster(lines, NULL, &ledger);
    casus_date_format(ledger.document[1].published, day);
    assert_string_equal(day, "2031-04-02");
    assert_int_equal(ledger.document[1].published.from, CASUS_FROM_INFERENCE);
    assert_string_equal(test_incidents(&ledger), "a#1 b#1 | a#2 b#2");
    casus_ledger_free(&ledger);

    snprintf(lines, sizeof lines,
             "%sdoc b en 2031-04 Southpost\n"
             "claim MOBILIZE/troops by=BBB/GOV\n",
             news);
    cluster(lines, NULL, &ledger);
    casus_date_format(ledger.document[1].published, day);
    assert_string_equal(day, "2031-04");
    assert_int_equal(ledger.document[1].published.from, CASUS_FROM_TEXT);
    casus_ledger_free(&ledger);
}

/* What people decide stands: these two are one after all, and those two are not. */
static void decisions_stand(void **state)
{
    (void)state;
    static const char news[] = "doc a nl 2031-04-02 Noordpost\n"
                               "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-01\n"
                               "claim ASSAULT by=AAA/GOV on=BBB/CVL " BURGAS " time=2031-04-01\n"
                               "doc b en 2031-04-02 Southpost\n"
                               "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-01\n";
    static const struct {
        const char *decisions;
        const char *incidents;
    } cases[] = {
        {"", "a#1 b#1 | a#2"},
        {"merge a#1 a#2\n", "a#1 a#2 b#1"},
        {"split a#1 b#1\n", "a#1 | a#2 | b#1"},
        {"merge a#1 a#2\nsplit a#1 b#1\n", "a#1 a#2 | b#1"},
        {"split a#1 b#1\nmerge a#1 b#1\n", "a#1 b#1 | a#2"}, /* the later decision */
        {"merge a#1 gone#1\n", "a#1 b#1 | a#2"},             /* of a claim that is no more */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char lines[1024];
        snprintf(lines, sizeof lines, "%s%s", news, cases[i].decisions);
        assert_string_equal(incidents(lines), cases[i].incidents);
    }
}

/* Why a claim is where it is, for people. */
static void memberships_have_reasons(void **state)
{
    (void)state;
    casus_ledger ledger;
    cluster("doc a nl 2031-04-02 Noordpost\n"
            "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-01\n"
            "doc b en 2031-04-03 Southpost\n"
            "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-01\n",
            NULL, &ledger);
    assert_string_equal(test_str(ledger.claim[0].joined), "first to tell of it");
    assert_string_equal(test_str(ledger.claim[1].joined), "same day, same place, same sides");
    casus_ledger_free(&ledger);
}

/* The day that is told; else the day of the news, marked as inferred; of a place the most exact first. */
static void what_an_incident_sums_up(void **state)
{
    (void)state;
    char day[24];
    casus_ledger ledger;
    cluster("doc a nl 2031-04-02 Noordpost\n"
            "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " COAST " \n"
            "claim ASSAULT/destroy by=AAA/GOV on=BBB/CVL " VARNA "\n",
            NULL, &ledger);
    assert_int_equal(ledger.n_incident, 1);
    const casus_incident *incident = &ledger.incident[0];
    casus_date_format(incident->from, day);
    assert_string_equal(day, "2031-04-02");
    assert_int_equal(incident->from.from, CASUS_FROM_INFERENCE);
    assert_int_equal(incident->place.n, 2);
    assert_string_equal(test_str(ledger.place[incident->place.at[0]].name), "Varna");
    assert_int_equal(incident->mode, ledger.claim[0].mode | ledger.claim[1].mode);
    casus_ledger_free(&ledger);
}

/* Of several days told, the one told most often. */
static void its_day_is_the_one_told_most(void **state)
{
    (void)state;
    char day[24];
    casus_ledger ledger;
    cluster("doc a nl 2031-04-03 Noordpost\n"
            "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-01..2031-04-02\n"
            "doc b en 2031-04-03 Southpost\n"
            "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-02\n"
            "doc c en 2031-04-03 Eastpost\n"
            "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-02\n",
            NULL, &ledger);
    assert_int_equal(ledger.n_incident, 1);
    casus_date_format(ledger.incident[0].from, day);
    assert_string_equal(day, "2031-04-02");
    casus_ledger_free(&ledger);
}

/* A battle of a week, told day by day, is not one incident: no day is left that all allow. */
static void days_of_a_battle_do_not_chain(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT by=AAA/MIL on=BBB/MIL " VARNA " time=2031-04-01..2031-04-02\n"
                                  "doc b en 2031-04-03 Southpost\n"
                                  "claim ASSAULT by=AAA/MIL on=BBB/MIL " VARNA " time=2031-04-02..2031-04-03\n"
                                  "doc c en 2031-04-04 Southpost\n"
                                  "claim ASSAULT by=AAA/MIL on=BBB/MIL " VARNA " time=2031-04-03..2031-04-04\n"
                                  "doc d en 2031-04-05 Southpost\n"
                                  "claim ASSAULT by=AAA/MIL on=BBB/MIL " VARNA " time=2031-04-04..2031-04-05\n"),
                        "a#1 b#1 | c#1 d#1");
}

static const casus_incident *first_incident(const char *lines, casus_ledger *ledger)
{
    cluster(lines, NULL, ledger);
    assert_int_equal(ledger->n_incident, 1);
    return &ledger->incident[0];
}

/* One outlet is one voice, with however many documents; so are an agency's story and those that have it from there. */
static void voices_that_repeat_one_another_count_once(void **state)
{
    (void)state;
#define STRIKE "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-01 "
    static const struct {
        const char *lines;
        uint32_t documents, outlets, independent;
    } cases[] = {
        {"doc a nl 2031-04-02 One\n" STRIKE "\ndoc b nl 2031-04-02 Two\n" STRIKE, 2, 2, 2},
        {"doc a nl 2031-04-02 One\n" STRIKE "\ndoc b nl 2031-04-03 One\n" STRIKE, 2, 1, 1},
        {"doc a nl 2031-04-02 One\n" STRIKE "from=CCC/JRN:Wire\ndoc b nl 2031-04-02 Two\n" STRIKE "from=CCC/JRN:Wire",
         2, 2, 1},
        {"doc a nl 2031-04-02 WIRE\n" STRIKE "\ndoc b nl 2031-04-02 Two\n" STRIKE "from=AAA/GOV,CCC/JRN:Wire", 2, 2, 1},
        {"doc a nl 2031-04-02 Wire\n" STRIKE "\ndoc b nl 2031-04-02 Two\n" STRIKE
         "from=CCC/JRN:Wire\nclaim ASSAULT from=BBB/GOV",
         2, 2, 2}, /* with a source of its own */
        {"doc a nl 2031-04-02 One sketch=1..60\n" STRIKE "\ndoc b nl 2031-04-02 Two sketch=1..55,90..95\n" STRIKE, 2, 2,
         1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        casus_ledger ledger;
        const casus_incident *incident = first_incident(cases[i].lines, &ledger);
        assert_int_equal(incident->n_document, cases[i].documents);
        assert_int_equal(incident->n_outlet, cases[i].outlets);
        assert_int_equal(incident->n_independent, cases[i].independent);
        casus_ledger_free(&ledger);
    }
}

/* The earliest is the original, whichever was added first; a text with little in common is no copy. */
static void copies_point_to_the_earliest(void **state)
{
    (void)state;
    casus_ledger ledger;
    cluster("doc late nl 2031-04-03 One sketch=1..50\n"
            "doc early nl 2031-04-02 Two sketch=1..40,70..79\n"
            "doc other nl 2031-04-01 Three sketch=1..9,200..260\n"
            "doc short nl 2031-04-04 Four sketch=300..302\n"
            "doc again nl 2031-04-05 Five sketch=300..302\n",
            NULL, &ledger);
    assert_int_equal(ledger.document[0].copy_of, 1);
    assert_int_equal(ledger.document[1].copy_of, CASUS_NONE);
    assert_int_equal(ledger.document[2].copy_of, CASUS_NONE);
    assert_int_equal(ledger.document[3].copy_of, CASUS_NONE);
    assert_int_equal(ledger.document[4].copy_of, 3);
    casus_ledger_free(&ledger);
}

static void nothing_comes_of_nothing(void **state)
{
    (void)state;
    assert_string_equal(incidents(""), "");
    assert_string_equal(incidents("doc a nl - -\n"), "");
}

/* Months later a text looks back, and gives the day: that is still the happening of that day. */
static void background_with_its_day_meets_the_news(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT/aerial by=AAA/MIL on=BBB/CVL " VARNA " time=2031-04-01\n"
                                  "doc b en 2031-07-20 Southpost\n"
                                  "claim ASSAULT by=AAA/MIL " VARNA " time=2031-04-01 tense=background\n"
                                  "claim ASSAULT by=AAA/MIL " BURGAS " time=2031-04-01 tense=background\n"
                                  "doc c en 2031-07-21 Eastpost\n"
                                  "claim ASSAULT by=AAA/MIL " VARNA " time=2031-02 tense=background\n"),
                        "a#1 b#1 | b#2 | c#1");
}

/* Twenty orders of adding: the same incidents, of the same names, with the same sums. */
static void the_order_of_documents_does_not_matter(void **state)
{
    (void)state;
    static const char news[] = "doc a nl 2031-04-02 One sketch=1..40\n"
                               "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-01 killed=14:person\n"
                               "claim ASSAULT on=BBB/CVL wounded=30:person\n"
                               "claim MOBILIZE/troops by=BBB/GOV\n"
                               "doc b en 2031-04-02 Two sketch=1..39\n"
                               "claim ASSAULT by=AAA/MIL on=BBB/CVL " VARNA " killed=16:person\n"
                               "claim ASSAULT by=BBB/MIL on=AAA/MIL " BURGAS "\n"
                               "doc c en 2031-04-03 One\n"
                               "claim ASSAULT by=AAA/MIL on=BBB/CVL " COAST " time=2031-04-01\n"
                               "claim REQUEST/yield by=CCC/GOV on=AAA/GOV,BBB/GOV\n"
                               "doc d nl 2031-04 Three\n"
                               "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " VARNA " killed=14:person\n"
                               "claim MOBILIZE/troops by=BBB/GOV\n"
                               "claim ASSAULT " COAST " time=2011 tense=background\n"
                               "doc e nl - -\n"
                               "claim ASSAULT " COAST " time=2011 tense=background\n"
                               "claim REQUEST/yield by=CCC/GOV on=AAA/GOV\n"
                               "split b#1 c#1\n";
    char expected[1024] = "";
    char first[24] = "";
    uint32_t order[] = {0, 1, 2, 3, 4};
    uint32_t random = 1;
    for (int round = 0; round < 20; round++) {
        casus_ledger ledger;
        uint32_t voices = 0;
        cluster(news, order, &ledger);
        const char *text = test_incidents(&ledger);
        for (uint32_t i = 0; i < ledger.n_incident; i++) {
            voices = voices * 10 + ledger.incident[i].n_independent;
        }
        if (round == 0) {
            snprintf(expected, sizeof expected, "%s %u", text, voices);
            snprintf(first, sizeof first, "%s", ledger.incident[0].id);
        }
        char found[1024];
        snprintf(found, sizeof found, "%s %u", text, voices);
        assert_string_equal(found, expected);
        assert_string_equal(ledger.incident[0].id, first);
        casus_ledger_free(&ledger);
        for (uint32_t i = 4; i > 0; i--) {
            random = random * 1664525U + 1013904223U;
            uint32_t k = (random >> 16) % (i + 1);
            uint32_t swap = order[i];
            order[i] = order[k];
            order[k] = swap;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_strike_told_twice),
        cmocka_unit_test(who_did_it_may_be_in_dispute),
        cmocka_unit_test(another_town_or_another_day_is_another_incident),
        cmocka_unit_test(another_kind_of_event_is_another_incident),
        cmocka_unit_test(mentions_within_a_document),
        cmocka_unit_test(speech_acts_go_by_their_speaker),
        cmocka_unit_test(background_is_no_news),
        cmocka_unit_test(background_with_its_day_meets_the_news),
        cmocka_unit_test(plans_are_no_happenings),
        cmocka_unit_test(a_month_is_narrowed_to_a_day),
        cmocka_unit_test(decisions_stand),
        cmocka_unit_test(memberships_have_reasons),
        cmocka_unit_test(what_an_incident_sums_up),
        cmocka_unit_test(its_day_is_the_one_told_most),
        cmocka_unit_test(days_of_a_battle_do_not_chain),
        cmocka_unit_test(voices_that_repeat_one_another_count_once),
        cmocka_unit_test(copies_point_to_the_earliest),
        cmocka_unit_test(the_order_of_documents_does_not_matter),
        cmocka_unit_test(nothing_comes_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
