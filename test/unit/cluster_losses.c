/* What each claimant says that each side lost, and which states hold: claims in, rows out. */
#include "support_ledger.h"

#include "cluster/cluster.h"

#include <math.h>

static char text[4096];

static void add(casus_str s, const char *after)
{
    size_t len = strlen(text);
    snprintf(text + len, sizeof text - len, "%.*s%s", CASUS_STR_ARG(s), after);
}

static casus_str actor(const casus_ledger *ledger, uint32_t i)
{
    return i == CASUS_NONE ? CASUS_STR("-") : ledger->actor[i].name;
}

/* The losses of one incident: 'whose by claimant (own): best outcome item, was N', parted by ' | '. */
static const char *losses(const char *lines)
{
    casus_ledger ledger;
    casus_error err = {0};
    casus_incident incident = {.id = "i1"};
    test_ledger(lines, &ledger);
    for (uint32_t i = 0; i < ledger.n_claim; i++) {
        ledger.claim[i].incident = 0;
    }
    ledger.incident = &incident;
    ledger.n_incident = 1;
    assert_int_equal(casus_cluster__losses(&ledger, &err), CASUS_OK);
    text[0] = '\0';
    for (uint32_t i = 0; i < ledger.n_loss; i++) {
        const casus_loss *loss = &ledger.loss[i];
        char number[32];
        add(CASUS_STR(""), i > 0 ? " | " : "");
        add(actor(&ledger, loss->side), " by ");
        add(actor(&ledger, loss->claimant), loss->own ? " (own): " : ": ");
        snprintf(number, sizeof number, "%s%g ", loss->scope == CASUS_SCOPE_CUMULATIVE ? "in all " : "",
                 isnan(loss->best) ? loss->low : loss->best);
        add(casus_str_of(number), "");
        add(loss->outcome, " ");
        add(loss->item, "");
        for (uint32_t j = 0; j < loss->before.n; j++) {
            snprintf(number, sizeof number, ", was %g", ledger.claim[loss->before.at[j]].quantity[0].best);
            add(casus_str_of(number), "");
        }
    }
    casus_ledger_free(&ledger);
    return text;
}

/* Own losses beside those that the enemy claims; never one added to the other. */
static void side_by_side(void **state)
{
    (void)state;
    assert_string_equal(losses("doc a en 2031-04-02 Post\n"
                               "claim ASSAULT on=BBB/MIL:B_army killed=47:soldier from=AAA/GOV:A\n"
                               "claim ASSAULT on=BBB/MIL:B_army killed=2:soldier from=BBB/GOV:B\n"),
                        "B army by A: 47 killed soldier | B army by B (own): 2 killed soldier");
}

/* A later figure of the same body replaces the earlier one; the same figure again replaces nothing. */
static void latest_figure(void **state)
{
    (void)state;
    assert_string_equal(losses("doc a en 2031-04-02 Post\n"
                               "claim ASSAULT on=BBB/MIL:B_army killed=84:soldier from=AAA/GOV:A\n"
                               "doc b en 2031-04-03 Post\n"
                               "claim ASSAULT on=BBB/MIL:B_army killed=84:soldier from=AAA/MIL:A_army\n"
                               "claim ASSAULT on=BBB/MIL:B_army killed=79:soldier from=AAA/GOV:A\n"),
                        "B army by A: 79 killed soldier, was 84");
}

/* A running total is not the figure of a day. */
static void totals_apart(void **state)
{
    (void)state;
    assert_string_equal(losses("doc a en 2031-04-02 Post\n"
                               "claim ASSAULT on=BBB/MIL:B_army killed=3:soldier from=BBB/GOV:B\n"
                               "claim ASSAULT on=BBB/MIL:B_army killed=~429:soldier from=BBB/GOV:B\n"),
                        "B army by B (own): 3 killed soldier | B army by B (own): in all 429 killed soldier");
}

/* 'No losses' is 0; who is unharmed is no loss, nor is what is denied, feared or to come. */
static void what_is_a_loss(void **state)
{
    (void)state;
    assert_string_equal(losses("doc a en 2031-04-02 Post\n"
                               "claim ASSAULT on=BBB/MIL:B_army killed=0:soldier from=BBB/GOV:B is=CT-\n"
                               "claim ASSAULT on=BBB/MIL:B_army unharmed=5:soldier from=BBB/GOV:B\n"
                               "claim ASSAULT on=BBB/MIL:B_army wounded=5:soldier from=BBB/GOV:B is=CT-\n"
                               "claim ASSAULT on=BBB/MIL:B_army wounded=6:soldier from=BBB/GOV:B is=Uu\n"
                               "claim ASSAULT on=BBB/MIL:B_army wounded=7:soldier from=BBB/GOV:B tense=future\n"),
                        "B army by B (own): 0 killed soldier");
}

/* The states: 'stage [place] parties by claimant', '!' where denied, parted by ' | '. */
static const char *states(const char *lines)
{
    casus_ledger ledger;
    casus_error err = {0};
    test_ledger(lines, &ledger);
    assert_int_equal(casus_cluster__states(&ledger, &err), CASUS_OK);
    text[0] = '\0';
    for (uint32_t i = 0; i < ledger.n_state; i++) {
        const casus_state *s = &ledger.state[i];
        add(CASUS_STR(""), i > 0 ? " | " : "");
        add(CASUS_STR(""), s->denied ? "!" : "");
        add(s->stage, " ");
        if (s->place != CASUS_NONE) {
            add(ledger.place[s->place].name, " ");
        }
        for (uint32_t j = 0; j < s->party.n; j++) {
            add(actor(&ledger, s->party.at[j]), " ");
        }
        add(CASUS_STR("by "), "");
        add(actor(&ledger, s->claimant), "");
    }
    casus_ledger_free(&ledger);
    return text;
}

/* An agreement is one on a ceasefire if a ceasefire stands beside it; an attack told right after it breaks it. */
static void ceasefires(void **state)
{
    (void)state;
    assert_string_equal(states("doc a en 2031-04-02 Post\n"
                               "claim AGREE by=AAA/GOV:A,BBB/GOV:B\n"
                               "claim RETREAT/ceasefire\n"
                               "claim ASSAULT from=AAA/GOV:A\n"),
                        "agreed A B by - | in-force by - | broken by A");
    assert_string_equal(states("doc a en 2031-04-02 Post\nclaim AGREE by=AAA/GOV:A,CCC/GOV:C\n"), "");
    /* A demand is no ceasefire. */
    assert_string_equal(states("doc a en 2031-04-02 Post\nclaim RETREAT/ceasefire is=Uu tense=future\n"), "");
}

static void control_and_its_denial(void **state)
{
    (void)state;
    assert_string_equal(states("doc a en 2031-04-02 Post\n"
                               "claim CONTROL/hold by=AAA/PRM:Guard at=Varna@43.2,27.9@BG from=AAA/PRM:Guard\n"
                               "claim REJECT by=AAA/MIL:Army\n"),
                        "hold Varna Guard by Guard | !hold Varna Guard by Army");
    /* What is taken in a region is not the region. */
    assert_string_equal(states("doc a en 2031-04-02 Post\n"
                               "claim CONTROL/capture by=AAA/MIL:A_army at=Dobrudja@43.6,27.8@BG@region\n"),
                        "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(side_by_side),   cmocka_unit_test(latest_figure), cmocka_unit_test(totals_apart),
        cmocka_unit_test(what_is_a_loss), cmocka_unit_test(ceasefires),    cmocka_unit_test(control_and_its_denial),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
