/* Names across languages, scripts and romanisations: test/bulk/names.tsv on data/world.casus. */
#include "support.h"

#include "base/table.h"
#include "world/world.h"

enum { MOST_PLACES = 8, NEAR = 30000 }; /* 1e-5 degrees */

typedef struct tools {
    casus_world *world;
    casus_name_reader *reader;
    casus_arena arena;
} tools;

static int open_tools(void **state)
{
    static tools t;
    casus_error err = {0};
    casus_arena_init(&t.arena, 1 << 24);
    assert_int_equal(casus_world_open(CASUS_SOURCE "/data", &t.world, &err), CASUS_OK);
    assert_int_equal(casus_name_reader_open(t.world->spelling, &t.reader, &err), CASUS_OK);
    *state = &t;
    return 0;
}

static int close_tools(void **state)
{
    tools *t = *state;
    casus_name_reader_close(t->reader);
    casus_world_close(t->world);
    casus_arena_free(&t->arena);
    return 0;
}

/* The places that a name may stand for: those that bear it, else those that sound like it. */
static uint32_t places_of(const tools *t, casus_str name, uint32_t place[MOST_PLACES])
{
    char romanised[CASUS_NAME_ROOM];
    char folded[CASUS_NAME_ROOM];
    casus_gazetteer_hits hits;
    casus_gazetteer_likeness like[MOST_PLACES];
    casus_name_sounds sounds;
    casus_str r = {romanised, casus_name_romanise(t->reader, name, romanised)};
    casus_str f = {folded, casus_name_fold(r, folded)};
    casus_gazetteer_find(t->world->gazetteer, f, &hits);
    uint32_t n = hits.n < MOST_PLACES ? hits.n : MOST_PLACES;
    for (uint32_t i = 0; i < n; i++) {
        place[i] = casus_gazetteer_hit(&hits, i);
    }
    if (n == 0) {
        casus_name_sound(t->world->spelling, r, &sounds);
        n = casus_gazetteer_sounding(t->world->gazetteer, t->world->spelling, &sounds, like, MOST_PLACES);
        for (uint32_t i = 0; i < n; i++) {
            place[i] = like[i].place;
        }
    }
    return n;
}

/* Whether two places are one, or a town and the district named after it. */
static bool is_one(const tools *t, uint32_t a, uint32_t b)
{
    const casus_gazetteer_row *x = casus_gazetteer_row_of(t->world->gazetteer, a);
    const casus_gazetteer_row *y = casus_gazetteer_row_of(t->world->gazetteer, b);
    return a == b || (abs(x->latitude - y->latitude) < NEAR && abs(x->longitude - y->longitude) < NEAR);
}

/* 'same': some place that the one may stand for is one that the other may; 'other': the likeliest are two. */
static bool same_place(const tools *t, casus_str a, casus_str b, bool want)
{
    uint32_t of_a[MOST_PLACES];
    uint32_t of_b[MOST_PLACES];
    uint32_t n_a = places_of(t, a, of_a);
    uint32_t n_b = places_of(t, b, of_b);
    for (uint32_t i = 0; i < (want ? n_a : n_a > 0); i++) {
        for (uint32_t k = 0; k < (want ? n_b : n_b > 0); k++) {
            if (is_one(t, of_a[i], of_b[k])) {
                return true;
            }
        }
    }
    return false;
}

static bool same_sound(const tools *t, casus_str a, casus_str b)
{
    char romanised[CASUS_NAME_ROOM];
    casus_name_sounds x;
    casus_name_sounds y;
    casus_name_sound(t->world->spelling, (casus_str){romanised, casus_name_romanise(t->reader, a, romanised)}, &x);
    casus_name_sound(t->world->spelling, (casus_str){romanised, casus_name_romanise(t->reader, b, romanised)}, &y);
    return casus_name_same(casus_name_score(t->reader, a, b), x.n < y.n ? x.n : y.n);
}

static void test_names__bulk(void **state)
{
    static const char *const columns[] = {"kind", "name", "other", "expect", "of"};
    tools *t = *state;
    casus_error err = {0};
    casus_table table;
    casus_str f[CASUS_TABLE_COLUMNS];
    unsigned right[2] = {0};
    unsigned all[2] = {0};
    assert_int_equal(casus_table_open(&table, CASUS_SOURCE "/test/bulk/names.tsv", columns, 5, &t->arena, &err),
                     CASUS_OK);
    while (casus_table_next(&table, f, &err) == CASUS_OK) {
        bool want = casus_str_eq(f[3], CASUS_STR("same"));
        bool got = casus_str_eq(f[0], CASUS_STR("place")) ? same_place(t, f[1], f[2], want) : same_sound(t, f[1], f[2]);
        all[want]++;
        right[want] += got == want;
        if (got != want) {
            printf("# %.*s %.*s / %.*s: %.3f\n", CASUS_STR_ARG(f[0]), CASUS_STR_ARG(f[1]), CASUS_STR_ARG(f[2]),
                   casus_name_score(t->reader, f[1], f[2]));
        }
    }
    printf("# same: %u of %u; near misses told apart: %u of %u\n", right[1], all[1], right[0], all[0]);
    assert_true(all[1] >= 300 && all[0] >= 100);
    assert_true(right[1] * 100 >= all[1] * 95);
    assert_int_equal(right[0], all[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names__bulk),
    };
    return cmocka_run_group_tests_name("names", tests, open_tools, close_tools);
}
