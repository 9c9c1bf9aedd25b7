/*
 * The store keeps what it is given: the same twice is once; a later version takes the place of an
 * earlier one; a state with a name can be seen again; older schemas are brought up to date.
 */
#include "support_store.h"

#include "store/sketch.h"

static int fresh(void **state)
{
    (void)state;
    test_store_forget();
    return 0;
}

/* ---- Documents made by hand. ---- */

static const test_document shelled = {"a", "1", "M23 shelled it.", "M23"};

static void test_store__twice_is_once(void **state)
{
    (void)state;
    assert_int_equal(test_store_add(shelled).added, 1);
    assert_int_equal(test_store_add(shelled).known, 1);
    assert_string_equal(test_store_claims(NULL), "a#1:M23:M23 shelled it.");
    assert_int_equal(test_store_sql("SELECT count(*) FROM claim"), 1);
}

static void test_store__a_later_version_takes_the_place(void **state)
{
    (void)state;
    test_document again = shelled;
    (void)test_store_add(shelled);
    again.version = "2";
    again.actor = "March 23 Movement";
    assert_int_equal(test_store_add(again).superseded, 1);
    assert_string_equal(test_store_claims(NULL), "a#1:March 23 Movement:M23 shelled it.");
    assert_int_equal(test_store_sql("SELECT count(*) FROM claim"), 2);
    assert_int_equal(test_store_add(shelled).known, 1); /* the older version does not come back */
    assert_string_equal(test_store_claims(NULL), "a#1:March 23 Movement:M23 shelled it.");
    again.version = "3";
    assert_int_equal(test_store_add(again).superseded, 1);
    assert_string_equal(test_store_claims(NULL), "a#1:March 23 Movement:M23 shelled it.");
}

/* Two files of one name, or a page that was changed: both are there, under two names. */
static void test_store__another_text_of_the_same_name(void **state)
{
    (void)state;
    test_document other = shelled;
    other.text = "M23 left it.";
    (void)test_store_add(shelled);
    assert_int_equal(test_store_add(other).added, 1);
    assert_int_equal(test_store_add(other).known, 1);
    const char *claims = test_store_claims(NULL);
    assert_memory_equal(claims, "a@", 2); /* of one day: by their bytes, not in the order of adding */
    assert_string_equal(strchr(claims, '#'), "#1:M23:M23 left it. a#1:M23:M23 shelled it.");
}

static void test_store__a_named_state_can_be_seen_again(void **state)
{
    (void)state;
    casus_error err = {0};
    test_document again = shelled;
    again.version = "2";
    again.actor = "March 23 Movement";
    (void)test_store_add(shelled);
    casus_store *store = test_store_open(CASUS_STORE_READ);
    assert_int_equal(casus_store_snapshot(store, "then", &err), CASUS_OK);
    assert_int_equal(casus_store_snapshot(store, "then", &err), CASUS_OK); /* nothing has changed */
    const casus_decision decision = {CASUS_DECISION_MERGE, CASUS_STR("a#1"), CASUS_STR("b#1")};
    assert_int_equal(casus_store_decide(store, &decision, 1, &err), CASUS_OK);
    casus_store_close(store);
    (void)test_store_add(again);
    (void)test_store_add((test_document){"b", "2", "They left.", "M23"});
    assert_string_equal(test_store_claims("then"), "a#1:M23:M23 shelled it.");
    assert_string_equal(test_store_claims(NULL), "b#1:M23:They left. a#1:March 23 Movement:M23 shelled it.");
    store = test_store_open(CASUS_STORE_READ);
    assert_int_equal(casus_store_snapshot(store, "then", &err), CASUS_EUSAGE);
    assert_string_equal(err.msg, "'then' is the name of an earlier state");
    for (int i = 0; i < 2; i++) {
        casus_ledger ledger;
        casus_ledger_init(&ledger);
        assert_int_equal(casus_store_load(store, i == 0 ? "then" : NULL, &ledger, &err), CASUS_OK);
        assert_int_equal(ledger.n_decision, i);
        casus_ledger_free(&ledger);
    }
    casus_store_close(store);
}

/* What two stores hold has one hash, in whatever order it came. */
static void test_store__equal_states_have_equal_hashes(void **state)
{
    (void)state;
    const test_document documents[] = {{"b", "1", "They left.", "M23"}, {"a", "1", "M23 shelled it.", "M23"}};
    char hash[3][65];
    casus_error err = {0};
    for (size_t turn = 0; turn < 3; turn++) {
        casus_arena arena;
        casus_snapshot *snapshot = NULL;
        uint32_t n = 0;
        test_store_forget();
        (void)test_store_add(documents[turn == 1 ? 1 : 0]);
        if (turn < 2) {
            (void)test_store_add(documents[turn == 1 ? 0 : 1]);
        }
        casus_store *store = test_store_open(CASUS_STORE_READ);
        casus_arena_init(&arena, SIZE_MAX);
        assert_int_equal(casus_store_snapshot(store, "now", &err), CASUS_OK);
        assert_int_equal(casus_store_snapshots(store, &arena, &snapshot, &n, &err), CASUS_OK);
        assert_int_equal(n, 1);
        assert_int_equal(snapshot->documents, turn < 2 ? 2 : 1);
        assert_int_equal(snapshot->claims, turn < 2 ? 2 : 1);
        memcpy(hash[turn], snapshot->sha256, sizeof hash[turn]);
        casus_arena_free(&arena);
        casus_store_close(store);
    }
    assert_string_equal(hash[0], hash[1]);
    assert_string_not_equal(hash[0], hash[2]);
}

static const char *found(const char *words)
{
    static char list[256];
    casus_error err = {0};
    casus_ledger ledger;
    casus_store *store = test_store_open(CASUS_STORE_READ);
    casus_ledger_init(&ledger);
    assert_int_equal(casus_store_load(store, NULL, &ledger, &err), CASUS_OK);
    bool *hit = CASUS_NEW(&ledger.arena, bool, ledger.n_claim);
    if (casus_store_search(store, casus_str_of(words), &ledger, hit, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
    list[0] = '\0';
    for (uint32_t i = 0; i < ledger.n_claim; i++) {
        if (hit[i]) {
            size_t len = strlen(list);
            (void)snprintf(list + len, sizeof list - len, "%.*s ", CASUS_STR_ARG(ledger.claim[i].id));
        }
    }
    casus_ledger_free(&ledger);
    casus_store_close(store);
    return list;
}

static void test_store__finds_words(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"shelled", "a#1 "},
        {"SHELLED m23", "a#1 "},
        {"goma", "b#1 "},
        {"G\303\266ma", "b#1 "},
        {"m23", "b#1 a#1 "},
        {"shelled goma", ""},
        {"", ""},
        {"  ", ""},
        {"\"", ""},
        {"AND", ""},
        {"quote : shelled", ""},
        {"shell*", ""},
        {"m23\" OR \"goma", ""},
        {"(", ""},
    };
    (void)test_store_add(shelled);
    (void)test_store_add((test_document){"b", "1", "M23 is in G\303\264ma.", "M23"});
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(found(cases[i][0]), cases[i][1]);
    }
}

/* ---- Sketches. ---- */

static double shared(const char *a, const char *b)
{
    uint64_t left[CASUS_SKETCH];
    uint64_t right[CASUS_SKETCH];
    casus_arena scratch;
    casus_arena_init(&scratch, SIZE_MAX);
    uint32_t n = casus_sketch_make(casus_str_of(a), left, &scratch);
    uint32_t m = casus_sketch_make(casus_str_of(b), right, &scratch);
    uint32_t same = 0;
    for (uint32_t i = 0, k = 0; i < n && k < m;) {
        same += left[i] == right[k];
        bool lower = left[i] <= right[k];
        k += right[k] <= left[i];
        i += lower;
    }
    casus_arena_free(&scratch);
    return n + m == same ? 0 : same / (double)(n + m - same);
}

static void test_sketch__tells_how_much_is_the_same(void **state)
{
    (void)state;
    static const char *const text =
        "The bridge over the river was hit at dawn, and two trucks that stood on it burned.";
    assert_true(shared(text, text) == 1);
    assert_true(shared(text, "THE BRIDGE over the river - was hit at dawn and: two trucks (that stood on it) burned") ==
                1);
    assert_true(shared(text, "The bridge over the river was hit at dawn, and two trucks that stood on it fell.") > 0.8);
    assert_true(shared(text, "On the river two trucks burned, and the bridge that stood over it was hit at dawn.") <
                0.2);
    assert_true(shared(text, "Bakers in the city sell less bread than a year ago, their union says in a report.") == 0);
    assert_true(shared("Two words.", "two words") == 1);
    assert_true(shared("...", "...") == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_store__twice_is_once, fresh),
        cmocka_unit_test_setup(test_store__a_later_version_takes_the_place, fresh),
        cmocka_unit_test_setup(test_store__another_text_of_the_same_name, fresh),
        cmocka_unit_test_setup(test_store__a_named_state_can_be_seen_again, fresh),
        cmocka_unit_test_setup(test_store__equal_states_have_equal_hashes, fresh),
        cmocka_unit_test_setup(test_store__finds_words, fresh),
        cmocka_unit_test(test_sketch__tells_how_much_is_the_same),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_store_forget();
    return failed;
}
