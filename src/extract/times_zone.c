/* Whose clock a time is told by: see times_make.h. */
#include "extract/times_make.h"

#include "base/zone.h"
#include "pack/pack.h"

#include <stdio.h>

enum { MOST_NAME = 3, MOST_HITS = 8, DAY = 24 * 3600, FARTHEST_EAST = 14 * 60, FARTHEST_WEST = -12 * 60, QUARTER = 15 };

static const uint32_t *zone_of_key(const casus_pack *pack, casus_str key)
{
    return key.ptr == NULL ? NULL : casus_map_get(&pack->zone_of, key);
}

/* The zone of the place that a name means above all: its own row (a town may share its name with the region), or its country's. */
static const uint32_t *zone_of_name(const casus_view *view, casus_str folded)
{
    char key[16];
    casus_gazetteer_hits hits = {0};
    casus_gazetteer_find(view->world->gazetteer, folded, &hits);
    casus_str country =
        hits.n == 0 ? CASUS_STR_NULL : casus_gazetteer_country2(view->world->gazetteer, casus_gazetteer_hit(&hits, 0));
    for (uint32_t i = 0; i < hits.n && i < MOST_HITS; i++) {
        uint32_t place = casus_gazetteer_hit(&hits, i);
        int len = snprintf(key, sizeof key, "%u", casus_gazetteer_row_of(view->world->gazetteer, place)->geonameid);
        const uint32_t *zone = zone_of_key(view->pack, (casus_str){key, (size_t)len});
        if (zone != NULL && casus_str_eq(casus_gazetteer_country2(view->world->gazetteer, place), country)) {
            return zone;
        }
    }
    return zone_of_key(view->pack, country);
}

/* A word of the language's own for a place or what belongs to it. */
static const uint32_t *zone_of_term(const casus_matcher *matcher, const casus_lexicon *lexicon, uint32_t word,
                                    uint32_t *len)
{
    const casus_view *view = matcher->view;
    uint32_t form[CASUS_LONGEST_TERM];
    uint32_t n = 0;
    while (n < CASUS_LONGEST_TERM && word + n < matcher->end) {
        form[n] = view->word[word + n].form;
        n++;
    }
    uint32_t value = form[0] == 0 ? CASUS_NO_VALUE : casus_lexicon_longest(lexicon, form, NULL, n, len);
    return value == CASUS_NO_VALUE ? NULL : zone_of_key(view->pack, view->pack->place_term[value].key);
}

bool casus_times__read_home(const casus_matcher *matcher, uint32_t word, casus_shape *out)
{
    const casus_view *view = matcher->view;
    const casus_lexicon *const lexicons[] = {&view->pack->place_name, &view->pack->demonym};
    const uint32_t *found = NULL;
    if (!view->word[word].capital) {
        return false;
    }
    for (size_t i = 0; i < 2 && found == NULL; i++) {
        found = zone_of_term(matcher, lexicons[i], word, &out->n_word);
    }
    for (uint32_t n = MOST_NAME; n > 0 && found == NULL && view->world != NULL; n--) {
        char romanised[CASUS_NAME_ROOM];
        char folded[CASUS_NAME_ROOM];
        if (word + n > matcher->end) {
            continue;
        }
        casus_span span = casus_view_span(view, word, word + n);
        casus_str name = casus_str_slice(view->doc->text, span.begin, span.end);
        if (name.len < CASUS_NAME_ROOM / 4) {
            casus_str r = {romanised, casus_name_romanise(view->reader, name, romanised)};
            found = zone_of_name(view, (casus_str){folded, casus_name_fold(r, folded)});
            out->n_word = n;
        }
    }
    out->value[0] = found == NULL || *found == CASUS_NO_ZONE ? -1 : (int32_t)*found;
    return out->value[0] >= 0;
}

casus_zone casus_times__zone(const casus_when *symbol)
{
    if (symbol->kind != CASUS_WHEN_SYMBOL) {
        return 0;
    }
    switch ((casus_time_kind)symbol->symbol.kind) {
    case CASUS_TIME_ZONE:
        return casus_zone_fixed(symbol->symbol.value);
    case CASUS_TIME_ZONE_NAME:
        return casus_zone_named(symbol->symbol.value);
    default:
        return symbol->value == CASUS_SHAPE_HOME ? casus_zone_named(symbol->symbol.value) : 0;
    }
}

casus_when casus_times__make_offset(const casus_times *times, const casus_when *a)
{
    casus_when made = *a;
    if (!casus_when_is_number(a) || a->index < 0) {
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
    const casus_shape *shape = &times->matcher.shape[a->index];
    int32_t minutes = shape->value[0] * 60 + (shape->value[5] == 1 ? shape->value[1] : 0);
    made.symbol = (casus_symbol){CASUS_TIME_ZONE, minutes};
    return minutes > FARTHEST_EAST ? casus_when_nothing(CASUS_WHEN_WRONG) : made;
}

casus_when casus_times__make_same(casus_when a, const casus_when *b)
{
    if (a.clock.zone != 0 || b->clock.zone <= 0 || a.clock.kind < CASUS_CLOCK_HOUR ||
        b->clock.kind < CASUS_CLOCK_HOUR) {
        return a; /* told already, or nothing that tells it */
    }
    int32_t east = (a.clock.value - b->clock.value) / 60 + b->clock.zone - CASUS_ZONE_MIDDLE;
    east = east > FARTHEST_EAST ? east - DAY / 60 : east < FARTHEST_WEST ? east + DAY / 60 : east;
    if (east % QUARTER == 0 && east >= FARTHEST_WEST && east <= FARTHEST_EAST) {
        a.clock.zone = casus_zone_fixed(east);
    }
    return a;
}

bool casus_times__offset(const casus_times *times, const casus_moment *at, int32_t *offset)
{
    const casus_pack *pack = times->view->pack;
    int64_t year = 0;
    int month = 0;
    int day = 0;
    int minutes = 0;
    if (at->zone >= 0) {
        *offset = at->zone - CASUS_ZONE_MIDDLE;
        return at->zone != 0;
    }
    uint32_t which = (uint32_t)(-1 - at->zone);
    casus_when_civil(at->day, &year, &month, &day);
    if (which >= pack->n_zone || year < 1 || year > 9999 ||
        !casus_zone_offset(pack->zone[which], (int)year, month, day, at->minute, &minutes)) {
        return false;
    }
    *offset = minutes;
    return true;
}
