/*
 * A store that is older, newer, damaged or none at all, and documents that are none: each gives its one line, and nothing
 * of it gets in.
 */
#include "support_store.h"

#include "base/file.h"

static const test_document shelled = {"a", "1", "M23 shelled it.", "M23"};

static int fresh(void **state)
{
    (void)state;
    test_store_forget();
    return 0;
}

static const char *refusal(casus_store_mode mode)
{
    static casus_error err;
    casus_store *store = NULL;
    err = (casus_error){0};
    assert_int_equal(casus_store_open(test_store_path(), mode, &store, &err), CASUS_ESTORE);
    assert_null(store);
    assert_string_equal(err.file, test_store_path());
    return err.msg;
}

static void write_file(const char *bytes)
{
    FILE *file = fopen(test_store_path(), "wb");
    assert_non_null(file);
    (void)fputs(bytes, file);
    assert_int_equal(fclose(file), 0);
}

static void test_store__refuses_what_is_none(void **state)
{
    (void)state;
    assert_string_equal(refusal(CASUS_STORE_READ), "No such file or directory");
    write_file("");
    assert_string_equal(refusal(CASUS_STORE_READ), "nothing was added yet");
    write_file("These are some lines of text, longer than the head of a database file, which has one hundred bytes of "
               "its own and begins with its name.");
    assert_string_equal(refusal(CASUS_STORE_READ), "not a store of casus");
    assert_string_equal(refusal(CASUS_STORE_WRITE), "not a store of casus");
    test_store_forget();
    (void)test_store_sql("CREATE TABLE bread (price)");
    assert_string_equal(refusal(CASUS_STORE_WRITE), "not a store of casus");
}

static void test_store__refuses_a_newer_one(void **state)
{
    (void)state;
    (void)test_store_add(shelled);
    (void)test_store_sql("PRAGMA user_version = 9999");
    assert_memory_equal(refusal(CASUS_STORE_READ), "made by a newer version of casus (its schema is number 9999,", 60);
    assert_memory_equal(refusal(CASUS_STORE_WRITE), "made by a newer version of casus (its schema is number 9999,", 60);
    assert_int_equal(test_store_sql("SELECT count(*) FROM claim"), 1);
}

static const char *faults(void)
{
    static char list[4096];
    casus_error err = {0};
    casus_buf out;
    casus_store_sum sum;
    casus_store *store = test_store_open(CASUS_STORE_READ);
    casus_buf_init(&out, sizeof list - 1);
    if (casus_store_check(store, &sum, &out, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
    memcpy(list, casus_buf_str(&out).ptr, out.len);
    list[out.len] = '\0';
    casus_buf_free(&out);
    casus_store_close(store);
    return list;
}

/* A store of schema 1, which had no search: made by the statements of then, filled by hand. */
static void test_store__brings_an_older_one_up_to_date(void **state)
{
    (void)state;
    casus_error err = {0};
    casus_arena arena;
    casus_str schema;
    casus_arena_init(&arena, SIZE_MAX);
    assert_int_equal(
        casus_file_read(CASUS_SOURCE "/src/store/schema/0001-documents.sql", 1 << 20, &arena, &schema, &err), CASUS_OK);
    (void)test_store_sql(schema.ptr);
    casus_arena_free(&arena);
    (void)test_store_sql(
        "INSERT INTO actor VALUES (1, 'M23', 'COD', 'REB,MIL', '', 0);"
        "INSERT INTO place VALUES (1, 216281, 'Goma', 'CD', 'COD', 'PPLA', 1, -1.67, 29.22);"
        "INSERT INTO document VALUES (1, 'a', 'a', NULL, 'The Dockside', NULL, 'en', '2025-01', 2, 'x', '0', NULL, "
        "'M23 left.', 'x', 1, 'y', x'0101', x'0101', "
        "x'');"
        "INSERT INTO claim VALUES (16777217, 1, 1, 0, 9, "
        /* sentence, type, mode, voice, factuality, tense; actor, recipient, source, place; dates, timex; words */
        "x'000f00000000010000000100000000"
        "056c656674"
        "0a4d3233206c6566742e"
        "0000', "
        "'{\"quote\":{\"exact\":\"M23 left.\"}}');"
        "PRAGMA application_id = 1128354645; PRAGMA user_version = 1");
    assert_string_equal(test_store_claims(NULL), "a#1:M23:M23 left.");
    assert_true(test_store_sql("PRAGMA user_version") > 1);
    assert_int_equal(test_store_sql("SELECT rowid FROM text_search WHERE text_search MATCH 'left'"), 1);
    assert_int_equal(test_store_sql("SELECT rowid FROM quote_search WHERE quote_search MATCH 'left'"), 16777217);
    assert_int_equal(test_store_sql("SELECT id FROM place_search WHERE south > -2 AND north < -1 AND east > 29"), 1);
    assert_int_equal(test_store_add(shelled).added, 1);
}

static void test_store__check_finds_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *damage, *fault; /* a line of several, perhaps */
    } cases[] = {
        {"UPDATE document SET text = 'M24 shelled it.'", "document a: its text is not the one that was stored\n"},
        {"UPDATE document SET text = 'M24 shelled it.'", "the search has other texts than the documents\n"},
        {"UPDATE claim SET quote_end = 99", "the quote of its claim 1 is not its text's bytes 0 to 99\n"},
        {"UPDATE claim SET quote_begin = 1", "the search has other quotes than the claims\n"},
        {"UPDATE claim SET json = replace(json, 'by hand', 'by fist')",
         "document a: its claims or its sketch are not the ones that were stored\n"},
        {"UPDATE claim SET packed = x'00'", "damaged: claim 1 of document a\n"},
        {"UPDATE document SET sketch = x''", "its claims or its sketch are not the ones"},
        {"UPDATE document SET actors = x'0107'", "damaged: the actors of document a\n"},
        {"UPDATE document SET n_claim = -1", "damaged: -1 claims"},
        {"UPDATE document SET n_claim = 0", "document a has 1 claims, not 0"},
        {"PRAGMA foreign_keys = OFF; UPDATE document SET sequence = 9223372036854775807",
         "damaged: the number of a document"},
        {"DELETE FROM claim", "document a has 0 claims, not 1\n"},
        {"UPDATE place SET latitude = 1", "place Goma is not where the search has it\n"},
        {"DELETE FROM place", "the search has a place that is not there\n"},
        {"PRAGMA foreign_keys = OFF; UPDATE document SET sequence = 2",
         "refers to a row of document that is not there"},
        {"INSERT INTO text_search (text_search) VALUES ('delete-all')",
         "the search has other texts than the documents\n"},
    };
    (void)test_store_add(shelled);
    assert_string_equal(faults(), "");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_store_forget();
        (void)test_store_add(shelled);
        (void)test_store_sql(cases[i].damage);
        const char *found = faults();
        if (strstr(found, cases[i].fault) == NULL) {
            fail_msg("%s: found only '%s'", cases[i].damage, found);
        }
    }
}

/* A packed document that is cut short is refused, and the documents of its transaction with it; no more. */
static void test_store__refuses_a_document_that_is_cut(void **state)
{
    (void)state;
    casus_error err = {0};
    casus_buf packed;
    casus_doc doc;
    casus_doc_init(&doc, SIZE_MAX);
    doc.id = CASUS_STR("b");
    doc.text = CASUS_STR("Nothing happened.");
    casus_buf_init(&packed, 1 << 20);
    casus_store_pack(&doc, &packed);
    (void)test_store_add(shelled);
    casus_store *store = test_store_open(CASUS_STORE_WRITE);
    for (size_t len = 0; len < packed.len; len++) {
        casus_status st = casus_store_put(store, (casus_str){packed.ptr, len}, &err);
        st = st == CASUS_OK ? casus_store_commit(store, &err) : st;
        assert_int_equal(st, CASUS_EINPUT);
    }
    assert_int_equal(casus_store_put(store, casus_buf_str(&packed), &err), CASUS_OK);
    assert_int_equal(casus_store_commit(store, &err), CASUS_OK);
    casus_store_close(store);
    casus_buf_free(&packed);
    assert_int_equal(test_store_sql("SELECT count(*) FROM document"), 2);
    assert_string_equal(faults(), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_store__refuses_what_is_none, fresh),
        cmocka_unit_test_setup(test_store__refuses_a_newer_one, fresh),
        cmocka_unit_test_setup(test_store__brings_an_older_one_up_to_date, fresh),
        cmocka_unit_test_setup(test_store__check_finds_what_is_wrong, fresh),
        cmocka_unit_test_setup(test_store__refuses_a_document_that_is_cut, fresh),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_store_forget();
    return failed;
}
