/* The ground floor: memory, text, JSON, tables, dates. */
#include "support.h"

#include "base/json.h"
#include "base/map.h"
#include "base/utf8.h"
#include "ingest/format.h"
#include "ingest/stream.h"

#include <unistd.h>
#include <zstd.h>

static void test_arena__stops_at_its_cap(void **state)
{
    (void)state;
    casus_arena arena;
    casus_error err = {0};
    casus_arena_init(&arena, 1024 * 1024);
    assert_non_null(casus_arena_alloc(&arena, 1000 * 1000));
    assert_null(casus_arena_alloc(&arena, 100 * 1000));
    assert_int_equal(casus_arena_fail(&arena, &err), CASUS_ELIMIT);
    casus_arena_clear(&arena);
    assert_non_null(casus_arena_alloc(&arena, 100 * 1000));
    assert_null(casus_arena_array(&arena, SIZE_MAX / 2, 4));
    casus_arena_free(&arena);
}

static void test_arena__memory_is_zeroed_and_aligned_after_reuse(void **state)
{
    (void)state;
    casus_arena arena;
    casus_arena_init(&arena, 1 << 20);
    for (int round = 0; round < 3; round++) {
        (void)casus_arena_bytes(&arena, 3);
        unsigned char *bytes = casus_arena_alloc(&arena, 64);
        assert_int_equal((uintptr_t)bytes % 16, 0);
        for (int i = 0; i < 64; i++) {
            assert_int_equal(bytes[i], 0);
            bytes[i] = 0xFF;
        }
        casus_arena_clear(&arena);
    }
    casus_arena_free(&arena);
}

static void test_buf__fails_once_and_stays_failed(void **state)
{
    (void)state;
    casus_buf buf;
    casus_buf_init(&buf, 8);
    casus_buf_add(&buf, "12345678", 8);
    assert_int_equal(buf.failed, CASUS_OK);
    casus_buf_add_char(&buf, '9');
    assert_int_equal(buf.failed, CASUS_ELIMIT);
    assert_int_equal(buf.len, 8);
    casus_buf_clear(&buf, 0);
    assert_int_equal(buf.failed, CASUS_OK);
    casus_buf_free(&buf);
}

static void test_map__finds_what_was_set(void **state)
{
    (void)state;
    casus_arena arena;
    casus_map map = {0};
    char keys[1000][8];
    casus_arena_init(&arena, 1 << 24);
    for (uint32_t i = 0; i < 1000; i++) {
        (void)snprintf(keys[i], sizeof keys[i], "k%u", i);
        bool old = true;
        assert_true(casus_map_set(&map, casus_str_of(keys[i]), i, &old, &arena));
        assert_false(old);
    }
    for (uint32_t i = 0; i < 1000; i++) {
        assert_int_equal(*casus_map_get(&map, casus_str_of(keys[i])), i);
    }
    assert_null(casus_map_get(&map, CASUS_STR("k1000")));
    assert_null(casus_map_get(&map, CASUS_STR("")));
    casus_arena_free(&arena);
}

static void test_utf8__valid_prefix(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t len, valid;
    } rows[] = {
        {"plain ascii text", 16, 16},
        {"caf\xC3\xA9", 5, 5},
        {"a\xC3", 2, 1},
        {"\xC0\x80", 2, 0}, /* overlong */
        {"\xED\xA0\x80", 3, 0},
        /* surrogate */ {"\xF4\x90\x80\x80", 4, 0}, /* beyond Unicode */
        {"\xF0\x9F\x98\x80", 4, 4},
        {"12345678\x80", 9, 8},
        {"\xE2\x82", 2, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(casus_utf8_valid_prefix(rows[i].bytes, rows[i].len), rows[i].valid);
    }
}

static void test_json__strings_are_always_valid(void **state)
{
    (void)state;
    static const struct {
        const char *text, *written;
    } rows[] = {
        {"plain", "\"plain\""},
        {"a\"b\\c", "\"a\\\"b\\\\c\""},
        {"\n\t\r\b\f\x01", "\"\\n\\t\\r\\b\\f\\u0001\""},
        {"caf\xC3\xA9", "\"caf\xC3\xA9\""},
        {"\xFFx", "\"\xEF\xBF\xBDx\""},
        {"\xE2\x80\xA8\x7F\xC2\x9B", "\"\\u2028\\u007f\\u009b\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        casus_buf out;
        casus_json json;
        casus_buf_init(&out, 4096);
        casus_json_init(&json, &out);
        casus_json_str(&json, casus_str_of(rows[i].text));
        assert_string_equal(test_str(casus_buf_str(&out)), rows[i].written);
        casus_buf_free(&out);
    }
}

static void test_json__nesting_and_numbers(void **state)
{
    (void)state;
    casus_buf out;
    casus_json json;
    casus_buf_init(&out, 4096);
    casus_json_init(&json, &out);
    casus_json_object(&json);
    casus_json_key(&json, "a");
    casus_json_array(&json);
    casus_json_int(&json, 0);
    casus_json_int(&json, INT64_MIN);
    casus_json_bool(&json, true);
    casus_json_array_end(&json);
    casus_json_key(&json, "b");
    casus_json_str(&json, CASUS_STR_NULL);
    casus_json_object_end(&json);
    assert_string_equal(test_str(casus_buf_str(&out)), "{\"a\":[0,-9223372036854775808,true],\"b\":null}");
    casus_buf_free(&out);
}

static void test_error__holds_no_control_characters(void **state)
{
    (void)state;
    casus_error err = {0};
    (void)casus_fail(&err, CASUS_EINPUT, "a\x1B[31mb\n", 1, 2, "bad %s",
                     "\x07\xC2\x9B"
                     "2J\xFF");
    assert_string_equal(err.file, "a?[31mb?");
    assert_string_equal(err.msg, "bad ???2J");
}

static void test_date__standards(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"2025", "2025"},
        {"2025-05", "2025-05"},
        {"2025-05-14", "2025-05-14"},
        {"20250514", "2025-05-14"},
        {"2025-05-14T09:48", "2025-05-14T09:48"},
        {"2025-05-14T09:48:59.123+02:00", "2025-05-14T09:48"},
        {"2025-05-14 09:48:00 UTC", "2025-05-14T09:48"},
        {"2025-05-14T09:48:00Z", "2025-05-14T09:48"},
        {"20250514T094800Z", "2025-05-14T09:48"},
        {"Wed, 14 May 2025 09:48:00 +0200", "2025-05-14T09:48"},
        {"14 May 25 09:48 GMT", "2025-05-14T09:48"},
        {"  2025-05-14  ", "2025-05-14"},
        {"2024-02-29", "2024-02-29"},
        /* no dates */
        {"2025-02-29", "-"},
        {"2025-13", "-"},
        {"2025-05-14T25:00", "-"},
        {"yesterday", "-"},
        {"", "-"},
        {"14/05/2025", "-"},
        {"2025-05-14T", "-"},
        {"99", "-"},
        {"2025-05-14 and more words", "-"},
        {"0000-01-01", "-"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        casus_date date = {0};
        char text[24] = "-";
        if (casus_date_parse(casus_str_of(rows[i].text), &date)) {
            casus_date_format(date, text);
        }
        if (strcmp(text, rows[i].expected) != 0) {
            fail_msg("'%s' gave %s", rows[i].text, text);
        }
    }
}

static void test_stream__zstd_is_seen_by_its_magic(void **state)
{
    (void)state;
    static const char text[] = "Shells fell on the bridge.";
    char packed[256];
    size_t len = ZSTD_compress(packed, sizeof packed, text, sizeof text - 1, 3);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], packed, len), (ssize_t)len);
    assert_int_equal(write(ends[1], packed, len), (ssize_t)len); /* two frames */
    assert_int_equal(close(ends[1]), 0);
    casus_stream *stream = casus_stream_open(ends[0], "x", (casus_stream_limits){1 << 20, 200});
    casus_str got;
    casus_error err = {0};
    assert_non_null(stream);
    assert_int_equal(casus_stream_peek(stream, 4096, &got, &err), CASUS_OK);
    assert_string_equal(test_str(got), "Shells fell on the bridge.Shells fell on the bridge.");
    casus_stream_close(stream);
}

static void test_packs__longest_tag_that_fits(void **state)
{
    (void)state;
    static const struct {
        const char *tag, *code;
    } rows[] = {{"nl", "nl"}, {"nl-BE", "nl"}, {"nl_NL", "nl"}, {"en-Latn-GB", "en"},
                {"qq", "xx"}, {"", "xx"},      {"n", "xx"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(test_str(casus_pack_code(casus_packs_for(test_packs(), casus_str_of(rows[i].tag)))),
                            rows[i].code);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena__stops_at_its_cap),
        cmocka_unit_test(test_arena__memory_is_zeroed_and_aligned_after_reuse),
        cmocka_unit_test(test_buf__fails_once_and_stays_failed),
        cmocka_unit_test(test_map__finds_what_was_set),
        cmocka_unit_test(test_utf8__valid_prefix),
        cmocka_unit_test(test_json__strings_are_always_valid),
        cmocka_unit_test(test_json__nesting_and_numbers),
        cmocka_unit_test(test_error__holds_no_control_characters),
        cmocka_unit_test(test_date__standards),
        cmocka_unit_test(test_stream__zstd_is_seen_by_its_magic),
        cmocka_unit_test(test_packs__longest_tag_that_fits),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_close();
    return failed;
}
