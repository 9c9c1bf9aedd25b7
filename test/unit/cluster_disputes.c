/* What is in dispute: claims of documents in, questions and answers out. AAA and BBB are two sides of a war. */
#include "support_ledger.h"

#include "cluster/cluster.h"

static char text[8192];

static void add(const char *format, const char *a, int n)
{
    size_t len = strlen(text);
    snprintf(text + len, sizeof text - len, format, n, a);
}

static int by_text(const void *a, const void *b)
{
    return strcmp((const char *)a, (const char *)b);
}

/*
 * The disputes of these documents, in alphabetical order: 'about: value [sources] / value [sources]', parted by ' | '.
 * No sources are 'outlet'. Claims are of one incident if `together`.
 */
static const char *disputes_of(const char *lines, bool together)
{
    static char list[16][512];
    casus_ledger ledger;
    casus_error err = {0};
    casus_incident incident = {.id = "i1"};
    test_ledger(lines, &ledger);
    if (together) {
        incident.claim.at = CASUS_NEW(&ledger.arena, uint32_t, ledger.n_claim + 1);
        for (uint32_t i = 0; i < ledger.n_claim; i++) {
            ledger.claim[i].incident = 0;
            incident.claim.at[incident.claim.n++] = i;
        }
        incident.type = ledger.claim[0].type;
        ledger.incident = &incident;
        ledger.n_incident = 1;
    }
    assert_int_equal(casus_cluster__disputes(&ledger, &err), CASUS_OK);
    assert_true(ledger.n_dispute <= 16);
    for (uint32_t i = 0; i < ledger.n_dispute; i++) {
        const casus_dispute *d = &ledger.dispute[i];
        text[0] = '\0';
        add("%.*s: ", d->about.ptr, (int)d->about.len);
        for (uint32_t j = 0; j < d->n_position; j++) {
            add(j > 0 ? " / %.*s [" : "%.*s [", d->position[j].value.ptr, (int)d->position[j].value.len);
            for (uint32_t k = 0; k < d->position[j].source.n; k++) {
                casus_str name = ledger.actor[d->position[j].source.at[k]].name;
                add(k > 0 ? ", %.*s" : "%.*s", name.ptr, (int)name.len);
            }
            add("%.*s]", "outlet", d->position[j].source.n == 0 ? 6 : 0);
        }
        snprintf(list[i], sizeof list[i], "%.*s", (int)sizeof list[i] - 1, text);
    }
    qsort(list, ledger.n_dispute, sizeof list[0], by_text);
    text[0] = '\0';
    for (uint32_t i = 0; i < ledger.n_dispute; i++) {
        add(i > 0 ? " | %.*s" : "%.*s", list[i], (int)strlen(list[i]));
    }
    casus_ledger_free(&ledger);
    return text;
}

static const char *disputes(const char *lines)
{
    return disputes_of(lines, true);
}

/* Both tell of one strike; the second says that it was not he. */
static void who_did_it(void **state)
{
    (void)state;
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim ASSAULT killed=7:person\n"
                                 "claim ASSAULT/aerial by=BBB/MIL:B_army from=AAA/GOV:A\n"
                                 "claim ASSAULT/aerial by=BBB/MIL:B_army from=BBB/GOV:B is=CT-\n"),
                        "actor: B [A] / not B [B]");
}

/* Even-handed: the sides exchanged, the dispute is the same with the sides exchanged. */
static void swapped_sides_swap_the_dispute(void **state)
{
    (void)state;
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim ASSAULT by=BBB/GOV:B from=AAA/GOV:A\n"
                                 "claim ASSAULT by=AAA/GOV:A from=BBB/GOV:B\n"),
                        "actor: B [A] / A [B]");
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim ASSAULT by=AAA/GOV:A from=BBB/GOV:B\n"
                                 "claim ASSAULT by=BBB/GOV:B from=AAA/GOV:A\n"),
                        "actor: A [B] / B [A]");
}

/* 'Both sides accuse each other' is one claim with two answers. A condemnation by two is none. */
static void they_accuse_each_other(void **state)
{
    (void)state;
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim ACCUSE/allege by=AAA/GOV:A,BBB/GOV:B\n"),
                        "actor: B [A] / A [B]");
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim ACCUSE/disapprove by=AAA/GOV:A,BBB/GOV:B\n"),
                        "");
}

/* Two sides that each tell of their own attacks do not contradict each other. */
static void own_deeds_are_no_dispute(void **state)
{
    (void)state;
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim ASSAULT by=AAA/MIL:A_army on=BBB/MIL:B_army from=AAA/MIL:A_army\n"
                                 "claim ASSAULT by=BBB/MIL:B_army on=AAA/MIL:A_army from=BBB/MIL:B_army\n"),
                        "");
}

static void asserted_and_denied(void **state)
{
    (void)state;
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim COERCE/restrict by=BBB/MIL:B_army on=AAA/CVL:A_people from=AAA/GOV:A\n"
                                 "claim COERCE/restrict on=AAA/CVL:A_people from=BBB/GOV:B is=CT-\n"),
                        "happened: happened [A] / did not happen [B]");
}

/* The losses of one side, by two who tell: different claimants, different figures. */
static void figures_that_exclude_one_another(void **state)
{
    (void)state;
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim ASSAULT on=BBB/MIL:B_army killed=47:soldier from=AAA/MIL:A_army\n"
                                 "claim ASSAULT on=BBB/MIL:B_army killed=2:soldier from=BBB/MIL:B_army\n"),
                        "quantity:killed:soldier: 47 [A army] / 2 [B army]");
}

/* 'At least 49' leaves room for 51; soldiers are some of the people; the losses of two sides are two things. */
static void bounds_that_fit_are_no_dispute(void **state)
{
    (void)state;
    const char *cases[] = {"killed=+49:soldier",  "killed=51:soldier", "killed=3:soldier",  "killed=9:person",
                           "killed=20-50:person", "killed=30:person",  "killed=4:civilian", "killed=9:soldier"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i += 2) {
        char lines[512];
        snprintf(lines, sizeof lines,
                 "doc a en 2031-04-02 Post\n"
                 "claim ASSAULT on=BBB/MIL:B_army %s from=AAA/MIL:A_army\n"
                 "claim ASSAULT on=BBB/MIL:B_army %s from=BBB/MIL:B_army\n",
                 cases[i], cases[i + 1]);
        assert_string_equal(disputes(lines), "");
    }
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim ASSAULT on=BBB/MIL:B_army killed=47:soldier from=AAA/MIL:A_army\n"
                                 "claim ASSAULT on=AAA/MIL:A_army killed=2:soldier from=BBB/MIL:B_army\n"),
                        "");
}

/* A source that corrects itself is not in dispute with itself; an army and its ministry are one source. */
static void a_revision_is_no_dispute(void **state)
{
    (void)state;
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim ASSAULT on=AAA/CVL:A_people killed=38:person from=AAA/GOV.MED:A_health\n"
                                 "doc b en 2031-04-03 Post\n"
                                 "claim ASSAULT on=AAA/CVL:A_people killed=31:person from=AAA/GOV:A\n"),
                        "");
    /* And it is the later figure that another contradicts. */
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim ASSAULT on=BBB/MIL:B_army killed=84:soldier from=AAA/MIL:A_army\n"
                                 "doc b en 2031-04-03 Post\n"
                                 "claim ASSAULT on=BBB/MIL:B_army killed=79:soldier from=AAA/MIL:A_army\n"
                                 "claim ASSAULT on=BBB/MIL:B_army killed=5:soldier from=BBB/GOV:B\n"),
                        "quantity:killed:soldier: 84 -> 79 [A army] / 5 [B]");
}

/* Onlookers follow a rising toll. */
static void a_newer_figure_is_no_dispute(void **state)
{
    (void)state;
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim ASSAULT on=AAA/CVL:A_people killed=7:person from=UNO:UN\n"
                                 "doc b en 2031-04-03 Mail\n"
                                 "claim ASSAULT on=AAA/CVL:A_people killed=9:person from=IGO:Red_Cross\n"),
                        "");
}

static void who_holds_the_town(void **state)
{
    (void)state;
    assert_string_equal(disputes("doc a en 2031-04-02 Post\n"
                                 "claim CONTROL/capture by=AAA/MIL:A_army at=Varna@43.2,27.9@BG from=AAA/GOV:A\n"
                                 "claim CONTROL/hold by=BBB/MIL:B_army at=Varna@43.2,27.9@BG from=BBB/GOV:B\n"),
                        "control:Varna: held by A [A] / held by B [B]");
    /* Taken first by one and weeks later by the other: both may be right. */
    assert_string_equal(
        disputes("doc a en 2031-04-30 Post\n"
                 "claim CONTROL/capture by=AAA/MIL:A_army at=Varna@43.2,27.9@BG from=AAA/GOV:A time=2031-04-02\n"
                 "claim CONTROL/capture by=BBB/MIL:B_army at=Varna@43.2,27.9@BG from=BBB/GOV:B time=2031-04-20\n"),
        "");
}

/* A denial without content denies what was said just before it; here, all that was said to be held. */
static void it_denies_that(void **state)
{
    (void)state;
    assert_string_equal(disputes_of("doc a en 2031-04-02 Post\n"
                                    "claim CONTROL/hold by=AAA/PRM:Guard at=Varna@43.2,27.9@BG+Ruse@43.8,26.0@BG "
                                    "from=AAA/PRM:Guard\n"
                                    "claim REJECT by=AAA/MIL:Army\n",
                                    false),
                        "control:Ruse: held by Guard [Guard] / not held by Guard [Army] | "
                        "control:Varna: held by Guard [Guard] / not held by Guard [Army]");
}

/* A refusal is no denial. */
static void a_refusal_is_no_denial(void **state)
{
    (void)state;
    assert_string_equal(disputes_of("doc a en 2031-04-02 Post\n"
                                    "claim ASSAULT by=BBB/MIL:B_army from=AAA/GOV:A\n"
                                    "claim REJECT/meet by=BBB/GOV:B\n",
                                    false),
                        "");
}

static void the_ceasefire_did_not_hold(void **state)
{
    (void)state;
    assert_string_equal(disputes_of("doc a en 2031-04-02 Post\n"
                                    "claim RETREAT/ceasefire from=CCC/GOV:Broker\n"
                                    "claim ASSAULT from=AAA/GOV:A\n",
                                    false),
                        "happened: in force [Broker] / broken [A]");
}

/* Undisputed, but told by one side alone. */
static void stands_on_one_leg(void **state)
{
    (void)state;
    casus_ledger ledger;
    casus_error err = {0};
    uint32_t claims[] = {0, 1};
    casus_incident incident = {.id = "i1", .claim = {claims, 2}};
    test_ledger("doc a en 2031-04-02 Post\n"
                "claim ASSAULT by=BBB/GOV:B from=AAA/GOV:A\n"
                "doc b en 2031-04-02 Mail\n"
                "claim ASSAULT by=BBB/GOV:B from=AAA/MIL:A_army\n",
                &ledger);
    ledger.claim[0].incident = ledger.claim[1].incident = 0;
    ledger.incident = &incident;
    ledger.n_incident = 1;
    assert_int_equal(casus_cluster__disputes(&ledger, &err), CASUS_OK);
    assert_true(incident.one_leg);
    ledger.claim[1].source.n = 0;
    assert_int_equal(casus_cluster__disputes(&ledger, &err), CASUS_OK);
    assert_false(incident.one_leg);
    casus_ledger_free(&ledger);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_did_it),
        cmocka_unit_test(swapped_sides_swap_the_dispute),
        cmocka_unit_test(they_accuse_each_other),
        cmocka_unit_test(own_deeds_are_no_dispute),
        cmocka_unit_test(asserted_and_denied),
        cmocka_unit_test(figures_that_exclude_one_another),
        cmocka_unit_test(bounds_that_fit_are_no_dispute),
        cmocka_unit_test(a_revision_is_no_dispute),
        cmocka_unit_test(a_newer_figure_is_no_dispute),
        cmocka_unit_test(who_holds_the_town),
        cmocka_unit_test(it_denies_that),
        cmocka_unit_test(a_refusal_is_no_denial),
        cmocka_unit_test(the_ceasefire_did_not_hold),
        cmocka_unit_test(stands_on_one_leg),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
