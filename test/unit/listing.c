/* What the listings of the small ledger (support_listing.h) look like: JSON, CSV, tables, and things by themselves. */
#include "report/grid.h"
#include "report/ledger_json.h"
#include "report/listing.h"
#include "report/show.h"
#include "support_listing.h"

#include <jansson.h>

static casus_arena arena;
static casus_buf out;

/* What was written, zero-terminated; empties the buffer at the next call of begin. */
static const char *written(void)
{
    casus_buf_add_char(&out, '\0');
    assert_int_equal(out.failed, CASUS_OK);
    return out.ptr;
}

static void begin(void)
{
    casus_buf_clear(&out, SIZE_MAX);
}

#define ARMY "{\"name\":\"Armed Forces of Armenia\",\"country\":\"ARM\",\"sectors\":[\"MIL\"],\"wikidata\":null}"
#define AZERBAIJAN "{\"name\":\"Azerbaijan\",\"country\":\"AZE\",\"sectors\":[\"GOV\"],\"wikidata\":null}"
#define CIVILIANS "{\"name\":\"Civilians in Sudan\",\"country\":\"SDN\",\"sectors\":[\"CVL\"],\"wikidata\":null}"
#define INCIDENT                                                                                                      \
    "\"id\":\"i1\",\"type\":\"ASSAULT\",\"mode\":[\"heavy-weapons\"],\"from\":\"2024-03-04\",\"to\":\"2024-03-04\","  \
    "\"place\":[{\"name\":\"Shushi\",\"geonameid\":586430,\"latitude\":39.76,\"longitude\":46.75,\"country\":\"AZ\"," \
    "\"feature\":\"PPL\",\"precision\":\"populated place\"}],\"actors\":[" AZERBAIJAN "],\"recipients\":[" ARMY "],"  \
    "\"claims\":[\"lantern#1\",\"waag#1\"],\"documents\":2,\"outlets\":2,\"independent\":1,\"one_leg\":false,"        \
    "\"languages\":[\"en\",\"nl\"],\"disputes\":[\"d1\"]}\n"

static const struct {
    casus_listing listing;
    uint32_t index;
    const char *json;
} json_cases[] = {
    {CASUS_LIST_CLAIMS, 1,
     "{\"id\":\"lantern#2\",\"joined\":null,\"incident\":null,\"document\":{\"id\":\"lantern\",\"outlet\":\"The "
     "Lantern\",\"url\":\"https://lantern.example/1\"}}\n"},
    {CASUS_LIST_CLAIMS, 2,
     "{\"id\":\"waag#1\",\"joined\":\"same place\",\"incident\":\"i1\",\"document\":{\"id\":\"waag\",\"outlet\":\"De "
     "Waag\",\"url\":null}}\n"},
    {CASUS_LIST_INCIDENTS, 1, "{" INCIDENT},
    {CASUS_LIST_TIMELINE, 1, "{\"day\":\"2024-03-04\"," INCIDENT},
    {CASUS_LIST_DISPUTES, 0,
     "{\"id\":\"d1\",\"incident\":\"i1\",\"about\":\"happened\",\"positions\":[{\"value\":\"happened\",\"sources\":"
     "[" ARMY "],\"claims\":[\"lantern#1\"]},{\"value\":\"did not happen\",\"sources\":[" AZERBAIJAN
     "],\"claims\":[\"waag#1\"]}]}\n"},
    {CASUS_LIST_LOSSES, 0,
     "{\"side\":" CIVILIANS ",\"claimant\":{\"name\":\"M\303\251decins de la Mer\",\"country\":\"NGO\","
     "\"sectors\":[\"MED\"],\"wikidata\":null},\"own\":false,\"item\":\"civilian\",\"outcome\":\"killed\",\"low\":12,"
     "\"best\":12,\"high\":null,\"scope\":\"event\",\"since\":null,\"as_of\":null,\"incident\":\"i2\","
     "\"claim\":\"note#1\",\"before\":[]}\n"},
    {CASUS_LIST_STATUS, 0,
     "{\"kind\":\"ceasefire\",\"stage\":\"broken\",\"place\":null,\"parties\":[" ARMY "],\"claimant\":null,"
     "\"denied\":false,\"from\":null,\"to\":null,\"claims\":[\"lantern#2\"]}\n"},
};

static void test_listing__json(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof json_cases / sizeof json_cases[0]; i++) {
        begin();
        casus_listing_json(test_listing_ledger(), json_cases[i].listing, json_cases[i].index, &out);
        assert_string_equal(written(), json_cases[i].json);
        json_t *read = json_loads(out.ptr, 0, NULL);
        assert_non_null(read);
        json_decref(read);
    }
}

/* Quotes are doubled, lines kept within quotes; what a spreadsheet would reckon out gets an apostrophe. */
static const struct {
    casus_listing listing;
    uint32_t index;
    const char *csv;
} csv_cases[] = {
    {CASUS_LIST_CLAIMS, 0,
     "lantern#1,i1,lantern,The Lantern,en,2024-03-05,https://lantern.example/1,ASSAULT,heavy-weapons,shelled,"
     "Azerbaijan,Armed Forces of Armenia,Shushi,2024-03-04,2024-03-04,,Armed Forces of Armenia,indirect,CT+,past,"
     "\"The army said Baku had shelled \"\"the old mill\"\" at \305\236u\305\237a\"\n"},
    {CASUS_LIST_CLAIMS, 1,
     "lantern#2,,lantern,The Lantern,en,2024-03-05,https://lantern.example/1,RETREAT,,left,Armed Forces of "
     "Armenia,,,,,,,own,CT+,past,\"'=1+1 troops \033[31mleft,\nslowly\342\200\256, at night\"\n"},
    {CASUS_LIST_CLAIMS, 3,
     "note#1,i2,note,,en-GB,,,ASSAULT,,killed,,Civilians in Sudan,Al F\304\201shir,,,at least 12 civilian "
     "killed,M\303\251decins de la Mer,indirect,CT+,past,\"killed twelve, the charity said\"\n"},
    {CASUS_LIST_DISPUTES, 0,
     "d1,i1,happened,1,happened,Armed Forces of Armenia,lantern#1\n"
     "d1,i1,happened,2,did not happen,Azerbaijan,waag#1\n"},
    {CASUS_LIST_INCIDENTS, 1,
     "i1,ASSAULT,heavy-weapons,2024-03-04,2024-03-04,Shushi,39.76,46.75,AZ,Azerbaijan,Armed Forces of "
     "Armenia,2,2,1,d1,lantern#1; waag#1\n"},
    {CASUS_LIST_TIMELINE, 0, ",i2,ASSAULT,,,,Al F\304\201shir,13.63,25.35,SD,,Civilians in Sudan,1,1,1,,note#1\n"},
    {CASUS_LIST_LOSSES, 0,
     "Civilians in Sudan,M\303\251decins de la Mer,false,civilian,killed,12,12,,event,,,i2,note#1,\n"},
    {CASUS_LIST_STATUS, 0, "ceasefire,broken,,Armed Forces of Armenia,,false,,,lantern#2\n"},
};

static size_t count_commas(const char *line)
{
    size_t n = 0;
    for (; *line != '\n' && *line != '\0'; line++) {
        n += *line == ',';
    }
    return n;
}

static void test_listing__csv(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof csv_cases / sizeof csv_cases[0]; i++) {
        begin();
        casus_listing_csv(test_listing_ledger(), csv_cases[i].listing, csv_cases[i].index, &out);
        assert_string_equal(written(), csv_cases[i].csv);
        size_t n = count_commas(out.ptr);
        begin();
        casus_listing_csv_head(csv_cases[i].listing, &out);
        if (csv_cases[i].listing != CASUS_LIST_CLAIMS) { /* whose words hold commas */
            assert_int_equal(count_commas(written()), n);
        }
    }
}

static const char *table(casus_listing listing, unsigned width, bool colours)
{
    casus_selection all = {0};
    casus_indices rows = {0};
    casus_error err = {0};
    const casus_ledger *ledger = test_listing_ledger();
    const casus_style style = {.colours = colours};
    begin();
    assert_int_equal(casus_filter_run(&(casus_filter){.since = NULL}, ledger, &arena, &all, &err), CASUS_OK);
    assert_int_equal(casus_listing_rows(ledger, &all, listing, &arena, &rows, &err), CASUS_OK);
    assert_int_equal(casus_listing_table(ledger, listing, rows, &style, width, &out, &err), CASUS_OK);
    return written();
}

static void test_table__rows(void **state)
{
    (void)state;
    assert_string_equal(
        table(CASUS_LIST_CLAIMS, 100, false),
        "claim      when        event                 who                    where      says\n"
        "lantern#1  2024-03-04  ASSAULT               Azerbaijan -> Armed    Shushi     Armed Forces of\n"
        "                       heavy-weapons         Forces of Armenia                 Armenia\n"
        "    The army said Baku had shelled \"the old mill\" at \305\236u\305\237a\n"
        "lantern#2              RETREAT               Armed Forces of                   The Lantern (outlet)\n"
        "                                             Armenia\n"
        "    =1+1 troops [31mleft, slowly, at night\n"
        "waag#1     2024-03     ASSAULT               Azerbaijan             Shushi     Azerbaijan: denied\n"
        "    In maart is niets beschoten, zegt Bakoe\n"
        "note#1                 ASSAULT               -> Civilians in Sudan  Al F\304\201shir  M\303\251decins de la "
        "Mer\n"
        "    killed twelve, the charity said\n");
    assert_string_equal(table(CASUS_LIST_DISPUTES, 100, false),
                        "dispute  incident  about     answer          says                     claims\n"
                        "d1       i1        happened  happened        Armed Forces of Armenia  lantern#1\n"
                        "                             did not happen  Azerbaijan               waag#1\n");
    assert_string_equal(
        table(CASUS_LIST_TIMELINE, 100, false),
        "day         incident  event                  where      who                        outlets  disputes\n"
        "2024-03-04  i1        ASSAULT heavy-weapons  Shushi     Azerbaijan -> Armed         1 of 2         1\n"
        "                                                        Forces of Armenia\n"
        "no day      i2        ASSAULT                Al F\304\201shir  -> Civilians in Sudan            1         "
        "0\n");
    assert_string_equal(
        table(CASUS_LIST_STATUS, 120, false),
        "state      stage     where      who                      when             says                     claims\n"
        "ceasefire  broken               Armed Forces of Armenia                   (outlets)                lantern#2\n"
        "control    hold      Shushi     Armed Forces of Armenia  from 2024-03-04  Armed Forces of Armenia  lantern#1\n"
        "control    not hold  Al F\304\201shir  Civilians in Sudan                        M\303\251decins de la Mer    "
        "   note#1\n");
    assert_string_equal(
        table(CASUS_LIST_LOSSES, 100, false),
        "of                  says                     figure  item      outcome  as of  claim   older\n"
        "Civilians in Sudan  M\303\251decins de la Mer  at least 12  civilian  killed          note#1      0\n");
}

/* Whatever the listing, no line is wider than asked, no control or direction sign of a text comes through. */
static void test_table__keeps_its_width(void **state)
{
    (void)state;
    for (unsigned width = 40; width <= 200; width += 10) {
        for (casus_listing listing = CASUS_LIST_CLAIMS; listing <= CASUS_LIST_STATUS; listing++) {
            const char *at = table(listing, width, false);
            assert_null(strchr(at, '\033'));
            assert_null(strstr(at, "\342\200\256"));
            while (*at != '\0') {
                size_t len = strcspn(at, "\n");
                assert_in_range(casus_grid_width((casus_str){at, len}), 1, width);
                assert_int_not_equal(at[len - 1], ' ');
                at += len + 1;
            }
        }
    }
}

static void test_table__colours(void **state)
{
    (void)state;
    assert_non_null(strstr(table(CASUS_LIST_DISPUTES, 100, true), "\033[1md1\033[0m"));
}

/* Two columns for a wide letter, none for a mark. */
static void test_grid__widths(void **state)
{
    (void)state;
    assert_int_equal(casus_grid_width(CASUS_STR("\345\237\272\350\276\205")), 4);
    assert_int_equal(casus_grid_width(CASUS_STR("e\314\201te")), 3);
}

static const char *show(const char *id, bool json)
{
    const casus_style plain = {.colours = false};
    casus_shown what = CASUS_SHOW_CLAIM;
    uint32_t index = 0;
    begin();
    assert_true(casus_show_find(test_listing_ledger(), casus_str_of(id), &what, &index));
    if (json) {
        casus_show_json(test_listing_ledger(), what, index, &out);
    } else {
        casus_show_text(test_listing_ledger(), what, index, &plain, &out);
    }
    return written();
}

static void test_show__things_in_their_words(void **state)
{
    (void)state;
    assert_string_equal(show("lantern#1", false),
                        "lantern#1  The Lantern  2024-03-05  en  https://lantern.example/1\n"
                        "     words    The army said Baku had [shelled] \"the old mill\" at \305\236u\305\237a\n"
                        "     says     Armed Forces of Armenia [ARM MIL] (indirectly: said), certain, past\n"
                        "     event    ASSAULT heavy-weapons (shelled)\n"
                        "     actor    Azerbaijan [AZE GOV]\n"
                        "     towards  Armed Forces of Armenia [ARM MIL]\n"
                        "     when     2024-03-04\n"
                        "     where    Shushi (AZ)\n"
                        "     incident i1: first to tell of it\n");
    assert_string_equal(show("i1", false),
                        "i1  ASSAULT heavy-weapons\n"
                        "     when     2024-03-04\n"
                        "     where    Shushi (AZ)\n"
                        "     actors   Azerbaijan [AZE GOV]\n"
                        "     towards  Armed Forces of Armenia [ARM MIL]\n"
                        "     told in  claims: 2, documents: 2, outlets: 2, independent: 1\n"
                        "     dispute  d1 about happened: happened / did not happen\n"
                        "  lantern#1  The Lantern  2024-03-05  en  https://lantern.example/1\n"
                        "     words    The army said Baku had [shelled] \"the old mill\" at \305\236u\305\237a\n"
                        "     says     Armed Forces of Armenia [ARM MIL] (indirectly: said), certain, past\n"
                        "     joined   first to tell of it\n"
                        "  waag#1  De Waag  2024-03-06  nl\n"
                        "     words    In maart is niets beschoten, zegt Bakoe\n"
                        "     says     Azerbaijan [AZE GOV] (indirectly), denied, past\n"
                        "     joined   same place\n");
    assert_string_equal(show("d1", false),
                        "d1  happened\n"
                        "     incident i1\n"
                        "  1  happened\n"
                        "     say      Armed Forces of Armenia [ARM MIL]\n"
                        "  lantern#1  The Lantern  2024-03-05  en  https://lantern.example/1\n"
                        "     words    The army said Baku had [shelled] \"the old mill\" at \305\236u\305\237a\n"
                        "     says     Armed Forces of Armenia [ARM MIL] (indirectly: said), certain, past\n"
                        "  2  did not happen\n"
                        "     say      Azerbaijan [AZE GOV]\n"
                        "  waag#1  De Waag  2024-03-06  nl\n"
                        "     words    In maart is niets beschoten, zegt Bakoe\n"
                        "     says     Azerbaijan [AZE GOV] (indirectly), denied, past\n");
    assert_string_equal(show("note", false), "note  \n"
                                             "     language en-GB\n"
                                             "  note#1  no outlet  no date  en-GB\n"
                                             "     words    killed twelve, the charity said\n"
                                             "     says     M\303\251decins de la Mer [NGO MED] (indirectly), certain, "
                                             "past\n");
}

/* What steers a terminal is left out of the words. */
static void test_show__is_harmless(void **state)
{
    (void)state;
    const char *text = show("lantern#2", false);
    assert_non_null(strstr(text, "=1+1 troops [31mleft, slowly, at night"));
    assert_null(strchr(text, '\033'));
}

/* The thing on the first line, its claims on those below. */
static void test_show__json_lines(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        size_t lines;
    } rows[] = {{"waag#1", 1}, {"i1", 3}, {"d1", 3}, {"lantern", 3}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *at = show(rows[i].id, true);
        size_t lines = 0;
        for (; *at != '\0'; at = strchr(at, '\n') + 1) {
            json_t *read = json_loadb(at, strcspn(at, "\n"), 0, NULL);
            const char *id = json_string_value(json_object_get(read, "id"));
            assert_non_null(id);
            assert_true(lines > 0 || strcmp(id, rows[i].id) == 0);
            json_decref(read);
            lines++;
        }
        assert_int_equal(lines, rows[i].lines);
    }
}

static void test_show__unknown(void **state)
{
    (void)state;
    casus_shown what = CASUS_SHOW_CLAIM;
    uint32_t index = 0;
    assert_false(casus_show_find(test_listing_ledger(), CASUS_STR("i3"), &what, &index));
    assert_false(casus_show_find(test_listing_ledger(), CASUS_STR(""), &what, &index));
}

static int set_up(void **state)
{
    (void)state;
    casus_arena_init(&arena, SIZE_MAX);
    casus_buf_init(&out, SIZE_MAX / 4);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    casus_arena_free(&arena);
    casus_buf_free(&out);
    test_close();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_listing__json),
        cmocka_unit_test(test_listing__csv),
        cmocka_unit_test(test_table__rows),
        cmocka_unit_test(test_table__keeps_its_width),
        cmocka_unit_test(test_table__colours),
        cmocka_unit_test(test_grid__widths),
        cmocka_unit_test(test_show__things_in_their_words),
        cmocka_unit_test(test_show__is_harmless),
        cmocka_unit_test(test_show__json_lines),
        cmocka_unit_test(test_show__unknown),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
