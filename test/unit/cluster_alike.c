/* What makes happenings alike or not, one reason at a time: claims of documents in, incidents and their days out. */
#include "support_ledger.h"

#include "cluster/cluster.h"

#define VARNA "at=Varna@43.2,27.9@BG"
#define BURGAS "at=Burgas@42.5,27.5@BG"
#define SOFIA_AND_COUNTRY "at=Sofia@42.7,23.3@BG+Bulgaria@42.7,25.5@BG@country"
#define VARNA_AND_COUNTRY "at=Varna@43.2,27.9@BG+Bulgaria@42.7,25.5@BG@country"

static void cluster(const char *lines, casus_ledger *ledger)
{
    casus_error err = {0};
    test_ledger(lines, ledger);
    assert_int_equal(casus_cluster__copies(ledger, &err), CASUS_OK);
    assert_int_equal(casus_cluster__incidents(ledger, &err), CASUS_OK);
}

/* The incidents of these documents: ids of claims; " | " between incidents. */
static const char *incidents(const char *lines)
{
    casus_ledger ledger;
    cluster(lines, &ledger);
    const char *text = test_incidents(&ledger);
    casus_ledger_free(&ledger);
    return text;
}

/* The days of the only incident of these documents: FROM..TO. */
static const char *days(const char *lines)
{
    static char text[64];
    char from[24] = "";
    char to[24] = "";
    casus_ledger ledger;
    cluster(lines, &ledger);
    assert_int_equal(ledger.n_incident, 1);
    casus_date_format(ledger.incident[0].from, from);
    casus_date_format(ledger.incident[0].to, to);
    snprintf(text, sizeof text, "%s..%s", from, to);
    casus_ledger_free(&ledger);
    return text;
}

/* The dead of a war are not those of today's strike; some of those hurt may be one of many. */
static void ten_times_as_many_are_others(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " VARNA " killed=38:person\n"
                                  "claim ASSAULT by=AAA/GOV on=BBB/CVL killed=1200:person in=9\n"),
                        "a#1 | a#2");
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " VARNA " killed=38:person\n"
                                  "claim ASSAULT by=AAA/GOV on=BBB/CVL killed=1:person in=9\n"),
                        "a#1 a#2");
}

/* A strike and the answer to it: the same two parties the other way round. */
static void an_answer_is_not_what_it_answers(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/REB\n"
                                  "claim ASSAULT/aerial by=BBB/REB on=AAA/GOV in=9\n"),
                        "a#1 | a#2");
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/REB\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/REB in=9\n"),
                        "a#1 a#2");
}

/* Two papers write of a truce and name nobody: it is the same if their news is of the same war, else not. */
static void a_truce_is_of_the_war_that_the_news_is_about(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT by=AAA/MIL on=BBB/MIL " VARNA " time=2031-03-20\n"
                                  "claim RETREAT/ceasefire in=9\n"
                                  "doc b en 2031-04-02 Southpost\n"
                                  "claim ASSAULT by=BBB/MIL on=AAA/MIL " BURGAS " time=2031-03-26\n"
                                  "claim RETREAT/ceasefire in=9\n"
                                  "doc c en 2031-04-02 Eastpost\n"
                                  "claim ASSAULT by=CCC/MIL on=DDD/MIL time=2031-03-26\n"
                                  "claim RETREAT/ceasefire in=9\n"),
                        "a#1 | a#2 b#2 | b#1 | c#1 | c#2");
}

/* An attack that nobody places is no attack in particular: a war has many a day. */
static void bare_attacks_of_a_war_stay_apart(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim CONTROL/capture by=AAA/MIL on=BBB/MIL " VARNA " time=2031-03-20\n"
                                  "claim ASSAULT/aerial in=9\n"
                                  "doc b en 2031-04-02 Southpost\n"
                                  "claim CONTROL/capture by=BBB/MIL on=AAA/MIL " BURGAS " time=2031-03-26\n"
                                  "claim ASSAULT/aerial in=9\n"),
                        "a#1 | a#2 | b#1 | b#2");
}

/* Rescuers may be told by one paper and not by the other. */
static void help_is_one_whoever_is_told_to_give_it(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim AID by=AAA/GOV " VARNA " time=2031-04-01\n"
                                  "doc b en 2031-04-02 Southpost\n"
                                  "claim AID by=BBB/CVL " VARNA " time=2031-04-01\n"),
                        "a#1 b#1");
}

/* Two towns stay two though both papers name the country too. */
static void a_country_does_not_join_two_towns(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " VARNA_AND_COUNTRY " time=2031-04-01\n"
                                  "claim ASSAULT/aerial by=AAA/GOV on=BBB/CVL " SOFIA_AND_COUNTRY " time=2031-04-01\n"),
                        "a#1 | a#2");
}

/* Nor a town and a region far from it. */
static void a_country_does_not_join_a_town_and_a_far_region(void **state)
{
    (void)state;
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim ASSAULT/aerial by=AAA/GOV " VARNA_AND_COUNTRY " killed=9:person\n"
                                  "claim ASSAULT/aerial by=BBB/GOV "
                                  "at=Westland@42.5,22.9@BG@region+Bulgaria@42.7,25.5@BG@country\n"),
                        "a#1 | a#2");
}

/* "Since 1994 a truce holds": it came in 1994. Fighting since then lasts. */
static void what_holds_since_a_time_came_then(void **state)
{
    (void)state;
    assert_string_equal(days("doc a nl 2031-04-02 Noordpost\n"
                             "claim RETREAT/ceasefire by=AAA/MIL time=1994..2031-04-02\n"),
                        "1994..1994");
    assert_string_equal(days("doc a nl 2031-04-02 Noordpost\n"
                             "claim CONTROL/hold by=AAA/MIL " VARNA " time=2031-02-11..2031-04-02\n"),
                        "2031-02-11..2031-02-11");
    assert_string_equal(days("doc a nl 2031-04-02 Noordpost\n"
                             "claim ASSAULT by=AAA/MIL on=BBB/MIL time=2031-02-11..2031-04-02\n"),
                        "2031-02-11..2031-04-02");
    assert_string_equal(incidents("doc a nl 2031-04-02 Noordpost\n"
                                  "claim RETREAT/ceasefire by=AAA/MIL " VARNA " time=1994..2031-04-02\n"
                                  "doc b en 2031-05-07 Southpost\n"
                                  "claim RETREAT/ceasefire by=AAA/MIL " VARNA " time=1994 tense=background\n"),
                        "a#1 b#1");
}

/* What is counted since a time is counted over the whole of it. */
static void what_is_counted_since_a_time_lasts(void **state)
{
    (void)state;
    assert_string_equal(days("doc a nl 2031-04-02 Noordpost\n"
                             "claim RETREAT/disarm by=AAA/REB time=2031-01-01..2031-04-02 captured=61:fighter\n"),
                        "2031-01-01..2031-04-02");
}

/* The day of publication dates the news; a document that tells of the past only brings none. */
static void a_look_back_is_no_news(void **state)
{
    (void)state;
    assert_string_equal(days("doc a nl 2031-04-02 Noordpost\n"
                             "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA "\n"),
                        "2031-04-02..2031-04-02");
    casus_ledger ledger;
    cluster("doc a nl 2031-04-02 Noordpost\n"
            "claim ASSAULT by=AAA/MIL on=BBB/REB time=1995-01-02\n"
            "claim CONTROL/capture by=AAA/MIL " VARNA " time=1995-03-12\n"
            "claim RETREAT/ceasefire by=AAA/MIL,BBB/REB time=1996-08-30\n"
            "claim MOBILIZE/troops by=AAA/GOV\n",
            &ledger);
    assert_int_equal(ledger.n_incident, 4);
    const casus_incident *mobilized = &ledger.incident[ledger.claim[3].incident];
    assert_int_equal(mobilized->from.from, CASUS_FROM_NOWHERE);
    casus_ledger_free(&ledger);
}

/* A day told once tells more than a time of weeks told twice. */
static void a_day_before_a_longer_time(void **state)
{
    (void)state;
    assert_string_equal(days("doc a nl 2031-04-28 Noordpost\n"
                             "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-03..2031-04-27\n"
                             "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-03..2031-04-27\n"
                             "claim ASSAULT by=AAA/GOV on=BBB/CVL " VARNA " time=2031-04-20\n"),
                        "2031-04-20..2031-04-20");
}

/* Where only a month or years are told, no day is. */
static void months_and_years_are_no_days(void **state)
{
    (void)state;
    assert_string_equal(days("doc a nl 2031-05-02 Noordpost\n"
                             "claim CONTROL/capture by=AAA/MIL " VARNA " time=2031-02-01..2031-02-28\n"),
                        "2031-02..2031-02");
    assert_string_equal(days("doc a nl 2031-05-02 Noordpost\n"
                             "claim ASSAULT by=AAA/MIL time=2020-01-01..2023-12-31 tense=background\n"),
                        "2020..2023");
    assert_string_equal(days("doc a nl 2031-05 Noordpost\n"
                             "claim ASSAULT by=AAA/MIL " VARNA "\n"),
                        "2031-05..2031-05");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_times_as_many_are_others),
        cmocka_unit_test(an_answer_is_not_what_it_answers),
        cmocka_unit_test(a_truce_is_of_the_war_that_the_news_is_about),
        cmocka_unit_test(bare_attacks_of_a_war_stay_apart),
        cmocka_unit_test(help_is_one_whoever_is_told_to_give_it),
        cmocka_unit_test(a_country_does_not_join_two_towns),
        cmocka_unit_test(a_country_does_not_join_a_town_and_a_far_region),
        cmocka_unit_test(what_holds_since_a_time_came_then),
        cmocka_unit_test(what_is_counted_since_a_time_lasts),
        cmocka_unit_test(a_look_back_is_no_news),
        cmocka_unit_test(a_day_before_a_longer_time),
        cmocka_unit_test(months_and_years_are_no_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
