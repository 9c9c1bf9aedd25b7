/* Pictures: what goes in, and what stands in the SVG. */
#include "support.h"

#include "svg/labels.h"
#include "svg/map.h"
#include "svg/region.h"
#include "svg/ribbon.h"
#include "svg/timeline.h"

#include <libxml/parser.h>

static const char *text_of(casus_buf *buf)
{
    casus_buf_add_char(buf, '\0');
    return buf->ptr;
}

static bool holds(casus_buf *buf, const char *what)
{
    bool found = strstr(text_of(buf), what) != NULL;
    buf->len--;
    return found;
}

static unsigned count(casus_buf *buf, const char *what)
{
    unsigned n = 0;
    for (const char *at = text_of(buf); (at = strstr(at, what)) != NULL; at++) {
        n++;
    }
    buf->len--;
    return n;
}

/* XML that another reader accepts. */
static void is_well_formed(const casus_buf *buf)
{
    xmlDocPtr doc = xmlReadMemory(buf->ptr, (int)buf->len, "picture.svg", NULL, XML_PARSE_NONET);
    assert_non_null(doc);
    assert_string_equal((const char *)xmlDocGetRootElement(doc)->name, "svg");
    xmlFreeDoc(doc);
}

static void text_of_articles_is_escaped(void **state)
{
    (void)state;
    casus_buf out;
    casus_buf_init(&out, 1 << 16);
    casus_svg_text(&out, CASUS_STR("<b>\"A\" & 'B'\x01\xE2\x80\xAE"));
    assert_string_equal(text_of(&out), "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;");
    casus_buf_free(&out);
}

static void links_are_fragments_or_http(void **state)
{
    (void)state;
    static const struct {
        const char *link;
        bool good;
    } rows[] = {{"#i1", true},
                {"https://a.example/\"x", true},
                {"javascript:alert(1)", false},
                {"data:text/html,x", false},
                {"#", false},
                {"", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        casus_buf out;
        casus_buf_init(&out, 1 << 16);
        assert_int_equal(casus_svg_link(&out, casus_str_of(rows[i].link), CASUS_STR("t")), rows[i].good);
        assert_int_equal(holds(&out, "href="), rows[i].good);
        assert_false(holds(&out, "\"x\""));
        casus_buf_free(&out);
    }
}

/* Days on either side of leap days and of 1970; a month is all its days. */
static void days_are_counted(void **state)
{
    (void)state;
    static const struct {
        casus_date date;
        int32_t first, last;
    } rows[] = {
        {{.precision = CASUS_DAY, .year = 1970, .month = 1, .day = 1}, 0, 0},
        {{.precision = CASUS_DAY, .year = 1969, .month = 12, .day = 31}, -1, -1},
        {{.precision = CASUS_DAY, .year = 2000, .month = 3, .day = 1}, 11017, 11017},
        {{.precision = CASUS_MONTH, .year = 2024, .month = 2}, 19754, 19782},
        {{.precision = CASUS_MONTH, .year = 2023, .month = 12}, 19692, 19722},
        {{.precision = CASUS_YEAR, .year = 2023}, 19358, 19722},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[24];
        assert_int_equal(casus_day_of(rows[i].date), rows[i].first);
        assert_int_equal(casus_last_day_of(rows[i].date), rows[i].last);
        if (rows[i].date.precision == CASUS_DAY) {
            char same[24];
            casus_date_format(rows[i].date, same);
            casus_day_format(rows[i].first, text);
            assert_string_equal(text, same);
        }
    }
}

/* Ten labels round one point: those that are placed do not cover one another and stay in the picture. */
static void labels_do_not_overlap(void **state)
{
    (void)state;
    casus_labels labels = {.width = 300, .height = 200};
    casus_box box[10];
    unsigned n = 0;
    for (int i = 0; i < 10; i++) {
        n += casus_labels_place(&labels, 150, 100, 5, 60, 15, &box[n]);
    }
    assert_in_range(n, 2, 8);
    for (unsigned i = 0; i < n; i++) {
        assert_true(box[i].left >= 0 && box[i].top >= 0 && box[i].right <= 300 && box[i].bottom <= 200);
        for (unsigned k = 0; k < i; k++) {
            assert_true(box[i].right <= box[k].left || box[k].right <= box[i].left || box[i].bottom <= box[k].top ||
                        box[k].bottom <= box[i].top);
        }
    }
}

static void a_sign_for_each_incident(void **state)
{
    (void)state;
    const casus_timeline_mark mark[] = {
        {.day = 100, .sign = CASUS_SIGN_FIGHT, .weight = 1, .link = CASUS_STR("#i1"), .title = CASUS_STR("a")},
        {.day = 100,
         .sign = CASUS_SIGN_CALM,
         .weight = 3,
         .disputed = true,
         .link = CASUS_STR("#i2"),
         .title = CASUS_STR("<")},
        {.day = 103, .sign = CASUS_SIGN_WORD, .weight = 1, .link = CASUS_STR("#i3"), .title = CASUS_STR("c")},
    };
    casus_timeline t = {
        .mark = mark, .n_mark = 3, .width = 900, .title = CASUS_STR("T"), .description = CASUS_STR("D")};
    casus_buf out;
    casus_buf_init(&out, 1 << 20);
    casus_timeline_write(&t, &out);
    is_well_formed(&out);
    assert_int_equal(count(&out, "<a href"), 3);
    assert_int_equal(count(&out, "class=\"ring\""), 1);
    assert_true(holds(&out, "1970-04-06"));
    casus_buf_free(&out);
}

/* More incidents on a day than signs can be stacked: columns, whose parts tell how many they stand for. */
static void many_incidents_are_columns(void **state)
{
    (void)state;
    static casus_timeline_mark mark[60];
    for (int i = 0; i < 60; i++) {
        mark[i] = (casus_timeline_mark){
            .day = i < 40 ? 10 : 20, .sign = i % 2 == 0 ? CASUS_SIGN_FIGHT : CASUS_SIGN_CONTROL, .weight = 1};
    }
    casus_timeline t = {
        .mark = mark, .n_mark = 60, .width = 900, .title = CASUS_STR("T"), .legend = {CASUS_STR("f"), CASUS_STR("k")}};
    casus_buf out;
    casus_buf_init(&out, 1 << 20);
    casus_timeline_write(&t, &out);
    is_well_formed(&out);
    assert_int_equal(count(&out, "<title>20 f"), 1);
    assert_int_equal(count(&out, "<title>20 k"), 1);
    assert_int_equal(count(&out, "<title>10 f"), 1);
    casus_buf_free(&out);
}

static casus_str name_of(casus_str code, void *payload)
{
    (void)payload;
    return casus_str_eq(code, CASUS_STR("ARM")) ? CASUS_STR("Hayastan") : CASUS_STR_NULL;
}

/* A map round Goris: its label, the country's, a scale, and the line of Nagorno-Karabakh dashed and named. */
static void a_map_of_one_place(void **state)
{
    (void)state;
    casus_error err = {0};
    casus_arena arena;
    casus_borders borders;
    casus_buf out;
    casus_arena_init(&arena, SIZE_MAX);
    casus_buf_init(&out, 8 << 20);
    assert_int_equal(casus_borders_read(CASUS_SOURCE "/data", &arena, &borders, &err), CASUS_OK);
    const casus_map_mark mark = {.latitude = 39.51,
                                 .longitude = 46.34,
                                 .weight = 2,
                                 .label = CASUS_STR("Goris"),
                                 .link = CASUS_STR("#i1"),
                                 .title = CASUS_STR("Goris: 2")};
    casus_map map = {.borders = &borders,
                     .country = name_of,
                     .mark = &mark,
                     .n_mark = 1,
                     .width = 920,
                     .title = CASUS_STR("T"),
                     .disputed = CASUS_STR("in dispute")};
    casus_map_write(&map, &out);
    is_well_formed(&out);
    assert_int_equal(count(&out, ">Goris</text>"), 1);
    assert_int_equal(count(&out, ">Hayastan</text>"), 1);
    assert_true(holds(&out, " km</text>"));
    assert_true(holds(&out, "class=\"border disputed\""));
    assert_true(holds(&out, "<title>Nagorno-Karabakh"));
    assert_true(out.len < 200000);
    casus_buf_free(&out);
    casus_arena_free(&arena);
}

/* One light mark on another continent does not make a map of the world; a heavy one does. */
static void far_off_places_are_left_out(void **state)
{
    (void)state;
    casus_map_mark mark[] = {{.latitude = -1.7, .longitude = 29.2, .weight = 9},
                             {.latitude = -2.5, .longitude = 28.8, .weight = 3},
                             {.latitude = 50.4, .longitude = 3.9, .weight = 1}};
    casus_region r = casus_region_of(mark, 3);
    assert_int_equal(r.outside, 1);
    assert_true(r.north < 0);
    mark[2].weight = 9;
    r = casus_region_of(mark, 3);
    assert_int_equal(r.outside, 0);
    assert_true(r.north > 50);
}

static void no_place_is_a_map_of_the_world(void **state)
{
    (void)state;
    casus_error err = {0};
    casus_arena arena;
    casus_borders borders;
    casus_buf out;
    casus_arena_init(&arena, SIZE_MAX);
    casus_buf_init(&out, 8 << 20);
    assert_int_equal(casus_borders_read(CASUS_SOURCE "/data", &arena, &borders, &err), CASUS_OK);
    casus_map map = {.borders = &borders, .width = 920, .title = CASUS_STR("T")};
    casus_map_write(&map, &out);
    is_well_formed(&out);
    assert_false(holds(&out, "nan"));
    casus_buf_free(&out);
    casus_arena_free(&arena);
}

/* Two claimants on one place: two rows, fills that differ, a denial without fill. */
static void a_ribbon_for_each_claimant(void **state)
{
    (void)state;
    const casus_ribbon a = {
        .first = 10, .last = 20, .pattern = 0, .text = CASUS_STR("held: A"), .title = CASUS_STR("t")};
    const casus_ribbon b = {
        .first = 12, .last = 12, .open = true, .denied = true, .pattern = 1, .text = CASUS_STR("held: A")};
    const casus_ribbon_row row[] = {{CASUS_STR("Goris"), CASUS_STR("A"), &a, 1},
                                    {CASUS_STR("Goris"), CASUS_STR("B <i>"), &b, 1}};
    casus_ribbons r = {.id = "control", .row = row, .n_row = 2, .width = 920, .title = CASUS_STR("T")};
    casus_buf out;
    casus_buf_init(&out, 1 << 20);
    casus_ribbons_write(&r, &out);
    is_well_formed(&out);
    assert_int_equal(count(&out, "class=\"group\""), 1);
    assert_int_equal(count(&out, "class=\"claimant\""), 2);
    assert_int_equal(count(&out, "ribbon denied open"), 1);
    assert_int_equal(count(&out, "fill=\"url(#control-fill0)\""), 1);
    assert_true(holds(&out, "B &lt;i&gt;"));
    casus_buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_of_articles_is_escaped),
        cmocka_unit_test(links_are_fragments_or_http),
        cmocka_unit_test(days_are_counted),
        cmocka_unit_test(labels_do_not_overlap),
        cmocka_unit_test(a_sign_for_each_incident),
        cmocka_unit_test(many_incidents_are_columns),
        cmocka_unit_test(a_map_of_one_place),
        cmocka_unit_test(no_place_is_a_map_of_the_world),
        cmocka_unit_test(far_off_places_are_left_out),
        cmocka_unit_test(a_ribbon_for_each_claimant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
