/* The invented language zz gives claims from its folder alone: no C knows a language. Trees come as CoNLL-U. */
#include "support.h"

#include "record/plover.h"
#include "syntax/conllu_read.h"

static casus_doc doc;
static casus_world *world;
static casus_extractor *extractor;

/* Reads `conllu` as zz and extracts. */
static void read_toy(const char *conllu)
{
    casus_error err = {0};
    uint32_t line = 1;
    casus_doc_clear(&doc);
    if (casus_conllu_read(casus_str_of(conllu), "toy", &line, &doc, &err) != CASUS_OK ||
        casus_extract_run(extractor, casus_packs_for(test_packs(), CASUS_STR("zz")), &doc, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
}

static void test_toy__a_cue_and_a_frame_make_a_claim(void **state)
{
    (void)state;
    read_toy("1\tBork\tbork\tNOUN\t_\t_\t2\tnsubj\t_\t_\n"
             "2\thent\thenten\tVERB\t_\t_\t0\troot\t_\t_\n"
             "3\tkrel\tkrel\tNOUN\t_\t_\t4\tnsubj\t_\t_\n"
             "4\tzorgt\tzorgen\tVERB\t_\t_\t2\tccomp\t_\t_\n"
             "5\tno\tno\tPART\t_\t_\t4\tadvmod\t_\t_\n"
             "6\tbrug\tbrug\tNOUN\t_\t_\t4\tobj\t_\t_\n"
             "7\twoe\twoe\tADP\t_\t_\t8\tcase\t_\t_\n"
             "8\ttork\ttork\tNOUN\t_\t_\t4\tobl\t_\t_\n"
             "9\tnel\tnel\tADV\t_\t_\t4\tcompound:prt\t_\t_\n\n");
    assert_int_equal(doc.n_claim, 1);
    assert_int_equal(doc.claim[0].type, CASUS_ASSAULT);
    assert_int_equal(doc.claim[0].mode, casus_mode_of(CASUS_ASSAULT, CASUS_STR("destroy")) |
                                            casus_mode_of(CASUS_ASSAULT, CASUS_STR("drone")));
    assert_int_equal(doc.claim[0].factuality, CASUS_FACT_CT_MINUS);
    assert_int_equal(doc.claim[0].voice, CASUS_ATTRIBUTION_INDIRECT);
    assert_int_equal(doc.n_attribution, 1);
    assert_string_equal(test_str(casus_str_slice(doc.text, doc.claim[0].cue.begin, doc.claim[0].cue.end)), "hent");
}

static void test_toy__what_is_planned_is_not_committed(void **state)
{
    (void)state;
    read_toy("1\tKrel\tkrel\tNOUN\t_\t_\t2\tnsubj\t_\t_\n"
             "2\tplant\tplanten\tVERB\t_\t_\t0\troot\t_\t_\n"
             "3\tzorgen\tzorgen\tVERB\t_\t_\t2\txcomp\t_\t_\n"
             "4\tbrug\tbrug\tNOUN\t_\t_\t3\tobj\t_\t_\n"
             "5\tnel\tnel\tADV\t_\t_\t3\tcompound:prt\t_\t_\n\n");
    assert_int_equal(doc.n_claim, 1);
    assert_int_equal(doc.claim[0].factuality, CASUS_FACT_UU);
    assert_int_equal(doc.claim[0].tense, CASUS_FUTURE);
}

static void test_toy__other_company_gives_no_event(void **state)
{
    (void)state;
    read_toy("1\tKlap\tklap\tNOUN\t_\t_\t2\tnsubj\t_\t_\n"
             "2\tzorgt\tzorgen\tVERB\t_\t_\t0\troot\t_\t_\n\n");
    assert_int_equal(doc.n_claim, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_toy__a_cue_and_a_frame_make_a_claim),
        cmocka_unit_test(test_toy__what_is_planned_is_not_committed),
        cmocka_unit_test(test_toy__other_company_gives_no_event),
    };
    casus_error err = {0};
    casus_doc_init(&doc, (size_t)1 << 24);
    if (casus_world_open(CASUS_SOURCE "/data", &world, &err) != CASUS_OK ||
        casus_extractor_open(world, &extractor, &err) != CASUS_OK) {
        (void)fprintf(stderr, "%s: %s\n", err.file, err.msg);
        return 1;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    casus_extractor_close(extractor);
    casus_world_close(world);
    casus_doc_free(&doc);
    test_close();
    return failed;
}
