/* Finding times: see mention.h. Rules find them (pack/rule.h), times_eval.c tells what they mean. */
#include "extract/mention.h"

#include "extract/times.h"

#include <stdlib.h>

enum { OLD_YEARS = 4, OLD = 2 };

static bool is_of(const casus_times *times, uint32_t w, uint32_t class_of)
{
    uint32_t len = 0;
    return class_of != CASUS_NO_CLASS && times->view->word[w].form != 0 &&
           casus_lexicon_longest(&times->matcher.rules->class_of[class_of].lexicon, &times->view->word[w].form, NULL, 1,
                                 &len) != CASUS_NO_VALUE;
}

/* Whether the text tells mostly of years long before its day: it has more of those than of days of the week. */
static bool is_story(const casus_times *times)
{
    const casus_view *view = times->view;
    const casus_rules *rules = times->matcher.rules;
    const casus_when *published = &times->published;
    uint32_t weekday = casus_rules_class(rules, CASUS_STR("weekday"));
    uint32_t deictic = casus_rules_class(rules, CASUS_STR("deictic"));
    uint32_t eras = casus_rules_class(rules, CASUS_STR("eras"));
    uint32_t old = 0;
    uint32_t near = 0;
    if (published->kind != CASUS_WHEN_POINT) {
        return true;
    }
    int64_t year = casus_when_index(CASUS_UNIT_YEAR, casus_when_first_day(published->unit, published->index));
    for (uint32_t w = 0; w < view->doc->n_word; w++) {
        casus_str form = view->doc->word[w].form;
        if (form.len == 4 && (form.ptr[0] == '1' || form.ptr[0] == '2')) {
            int64_t told = atoi((char[5]){form.ptr[0], form.ptr[1], form.ptr[2], form.ptr[3], '\0'});
            old += told >= 1000 && told < year - OLD;
        }
        old += is_of(times, w, eras);
        near += is_of(times, w, weekday) || is_of(times, w, deictic);
    }
    return old >= OLD_YEARS && old > 2 * near;
}

static casus_when publication(const casus_date *date)
{
    if (date->from == CASUS_FROM_NOWHERE) {
        return (casus_when){.kind = CASUS_WHEN_NONE};
    }
    if (date->precision == CASUS_YEAR) {
        return casus_when_point(CASUS_UNIT_YEAR, date->year);
    }
    if (date->precision == CASUS_MONTH) {
        return casus_when_point(CASUS_UNIT_MONTH, (int64_t)date->year * 12 + date->month - 1);
    }
    return casus_when_point(CASUS_UNIT_DAY, casus_when_day(date->year, date->month, date->day));
}

static casus_date date_of(const casus_times *times, casus_moment moment)
{
    int32_t offset = 0;
    casus_date date = {.from = CASUS_FROM_NOWHERE};
    int64_t year = 0;
    int month = 0;
    int day = 0;
    casus_when_civil(moment.day, &year, &month, &day);
    if (!moment.known || year < 1 || year > 9999) {
        return date;
    }
    date.from = CASUS_FROM_TEXT;
    date.precision = moment.minute < 0 ? CASUS_DAY : CASUS_MINUTE;
    date.year = (int16_t)year;
    date.month = (uint8_t)month;
    date.day = (uint8_t)day;
    if (moment.minute >= 0) {
        date.hour = (uint8_t)(moment.minute / 60);
        date.minute = (uint8_t)(moment.minute % 60);
        date.has_offset = casus_times__offset(times, &moment, &offset);
        date.offset = (int16_t)offset;
    }
    return date;
}

/* In a story, a year far from the last that hangs by a noun ('the pact of 1902') does not move the story there. */
static bool is_aside(casus_times *times, const casus_when *when)
{
    int64_t year = casus_when_index(CASUS_UNIT_YEAR, casus_when_first_day(when->unit, when->index));
    bool far = year > times->last_year + 1 || year < times->last_year - 1;
    if (!times->story || !times->has_year || !far) {
        return false;
    }
    (void)casus_times__direction(times);
    return times->direction_weak;
}

/* What later expressions are told against. */
static void remember(casus_times *times, const casus_when *when)
{
    if (when->kind != CASUS_WHEN_POINT || when->no_year || times->aside || is_aside(times, when)) {
        return;
    }
    times->last = *when;
    times->last_sentence = times->view->word[times->top->extent_begin].sentence;
    times->last_explicit =
        times->explicit_year &&
        (times->story || (casus_times__direction(times) == CASUS_TOWARDS_PAST && !times->direction_weak));
    if (when->unit <= CASUS_UNIT_MONTH) {
        times->fine = *when;
        times->fine_sentence = times->last_sentence;
    }
    if (when->unit == CASUS_UNIT_DAY) {
        times->last_day = when->index;
        times->last_from =
            when->bounded && !when->stretch && when->from.known && when->to.known ? when->from.day : when->index;
        times->has_day = true;
    }
    if (when->unit <= CASUS_UNIT_YEAR) {
        times->last_year = casus_when_index(CASUS_UNIT_YEAR, casus_when_first_day(when->unit, when->index));
        times->has_year = true;
    }
}

static casus_timex_type type_of(const casus_when *when, uint32_t told)
{
    if (when->set) {
        return CASUS_TIMEX_SET;
    }
    if (when->kind == CASUS_WHEN_POINT || when->kind == CASUS_WHEN_CYCLE) {
        return when->clock.kind != CASUS_CLOCK_NONE ? CASUS_TIMEX_TIME : CASUS_TIMEX_DATE;
    }
    return when->kind == CASUS_WHEN_LENGTH && told == CASUS_TIMEX_DATE ? CASUS_TIMEX_DURATION : (casus_timex_type)told;
}

/* One value of a find as a timex; false if there is no such time. */
static bool make_timex(casus_times *times, const casus_find *find, const casus_rule_value *value, casus_timex *out,
                       casus_when *when)
{
    const casus_rule *rule = &times->matcher.rules->rule[find->rule];
    const casus_binding *extent = value->extent == CASUS_NO_CAPTURE ? NULL : &find->bind[value->extent];
    times->top = find;
    times->direction_known = false;
    times->explicit_year = times->aside = times->either_way = false;
    *when = casus_times__resolve(times, casus_times__eval(times, find, value->node));
    if (when->kind == CASUS_WHEN_WRONG || when->kind == CASUS_WHEN_SYMBOL ||
        (extent != NULL && extent->kind == CASUS_BOUND_NOT)) {
        return false;
    }
    casus_moment from;
    casus_moment to;
    char text[40];
    casus_when_bounds(when, &from, &to);
    *out = (casus_timex){.word_begin = extent == NULL ? find->extent_begin : extent->begin,
                         .word_end = extent == NULL ? find->extent_end : extent->end,
                         .type = type_of(when, value->type),
                         .rule = rule->name,
                         .bound_from = date_of(times, when->bound_from),
                         .bound_to = date_of(times, when->bound_to),
                         .from = date_of(times, from),
                         .to = date_of(times, to)};
    out->bound_begin = when->stretch ? find->begin : out->word_begin;
    out->text = casus_view_span(times->view, out->word_begin, out->word_end);
    if (when->cut > 0) {
        out->text.end = out->text.begin + (uint32_t)when->cut;
    } else if (when->cut < 0) {
        out->text.begin = out->text.end - (uint32_t)-when->cut;
    }
    if (when->kind == CASUS_WHEN_POINT && when->clock.zone != 0) {
        casus_moment at = {.known = true,
                           .day = casus_when_first_day(when->unit, when->index),
                           .minute = when->clock.value / 60,
                           .zone = when->clock.zone};
        when->has_offset = when->clock.kind >= CASUS_CLOCK_HOUR && casus_times__offset(times, &at, &when->offset);
    }
    size_t len = casus_when_format(when, text);
    out->value = len == 0 ? CASUS_STR_NULL : casus_arena_str(&times->view->doc->arena, (casus_str){text, len});
    out->mod = casus_str_of(casus_when_mod(when->mod));
    return true;
}

static casus_status add_timex(casus_view *view, const casus_timex *timex, uint32_t *room, casus_error *err)
{
    casus_doc *doc = view->doc;
    if (doc->n_timex == *room) {
        *room = *room == 0 ? 32 : *room * 2;
        casus_timex *grown = CASUS_NEW(&doc->arena, casus_timex, *room);
        if (grown == NULL) {
            return casus_arena_fail(&doc->arena, err);
        }
        if (doc->n_timex > 0) {
            memcpy(grown, doc->timex, doc->n_timex * sizeof *grown);
        }
        doc->timex = grown;
    }
    doc->timex[doc->n_timex++] = *timex;
    for (uint32_t w = timex->word_begin; w < timex->word_end; w++) {
        view->word[w].taken = true;
    }
    return CASUS_OK;
}

/* Finds in the order they are tried: from left to right, the longest first. */
static bool comes_before(const casus_matcher *matcher, uint32_t a, uint32_t b)
{
    const casus_find *x = &matcher->find[a];
    const casus_find *y = &matcher->find[b];
    if (x->extent_begin != y->extent_begin) {
        return x->extent_begin < y->extent_begin;
    }
    if (x->extent_end != y->extent_end) {
        return x->extent_end > y->extent_end;
    }
    uint32_t x_len = x->end - x->begin;
    uint32_t y_len = y->end - y->begin;
    return x_len != y_len ? x_len > y_len : x->rule < y->rule;
}

/* Merge the sorted runs from[a..b) and from[b..c) into `to`. */
static void merge(const casus_matcher *matcher, const uint32_t *from, uint32_t a, uint32_t b, uint32_t c, uint32_t *to)
{
    uint32_t x = a;
    uint32_t y = b;
    for (uint32_t i = a; i < c; i++) {
        bool first = y == c || (x < b && !comes_before(matcher, from[y], from[x]));
        to[i] = first ? from[x++] : from[y++];
    }
}

/* The finds that are no parts only, sorted; NULL without memory. */
static uint32_t *order_finds(const casus_times *times, uint32_t *n)
{
    const casus_matcher *matcher = &times->matcher;
    uint32_t *order = CASUS_NEW(times->view->scratch, uint32_t, (size_t)matcher->n_find * 2 + 1);
    uint32_t *other = order == NULL ? NULL : order + matcher->n_find;
    *n = 0;
    for (uint32_t f = 0; order != NULL && f < matcher->n_find; f++) {
        if (!matcher->rules->rule[matcher->find[f].rule].part) {
            order[(*n)++] = f;
        }
    }
    for (uint32_t run = 1; order != NULL && run < *n; run *= 2) {
        for (uint32_t a = 0; a < *n; a += 2 * run) {
            uint32_t b = a + run < *n ? a + run : *n;
            uint32_t c = b + run < *n ? b + run : *n;
            merge(matcher, order, a, b, c, other);
        }
        uint32_t *swap = order;
        order = other;
        other = swap;
    }
    return order;
}

static casus_status run_sentence(casus_times *times, uint32_t *room, casus_error *err)
{
    casus_status st = CASUS_OK;
    uint32_t n = 0;
    uint32_t *order = order_finds(times, &n);
    uint32_t done_to = 0;
    if (order == NULL) {
        return casus_arena_fail(times->view->scratch, err);
    }
    for (uint32_t i = 0; i < n; i++) {
        const casus_find *find = &times->matcher.find[order[i]];
        const casus_rule *rule = &times->matcher.rules->rule[find->rule];
        if (find->extent_begin < done_to) {
            continue;
        }
        for (uint32_t v = 0; v < rule->n_value; v++) {
            casus_timex timex;
            casus_when when;
            if (rule->value[v].type == CASUS_TIME_NOT) {
                done_to = find->extent_end;
                continue;
            }
            if (!make_timex(times, find, &rule->value[v], &timex, &when)) {
                continue;
            }
            remember(times, &when);
            casus_times__note_war(times, &when);
            done_to = find->extent_end;
            CASUS_TRY(add_timex(times->view, &timex, room, err));
        }
    }
done:
    return st;
}

casus_status casus_extract__times(casus_view *view, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_doc *doc = view->doc;
    uint32_t room = 0;
    casus_times times = {.view = view, .published = publication(&doc->published)};
    times.matcher = (casus_matcher){.view = view,
                                    .rules = &view->pack->times,
                                    .may_be_shape = casus_times__may_be_shape,
                                    .read_shape = casus_times__read_shape,
                                    .payload = &times};
    doc->n_timex = 0;
    doc->timex = NULL;
    times.number = casus_arena_room(view->scratch, ((size_t)doc->n_word + 1) * sizeof *times.number);
    times.number_known = CASUS_NEW(view->scratch, uint8_t, (size_t)doc->n_word + 1);
    if (times.number == NULL || times.number_known == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    times.story = is_story(&times);
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        CASUS_TRY(casus_match_run(&times.matcher, doc->sentence[s].word_begin, doc->sentence[s].word_end, err));
        if (times.matcher.n_find > 0) {
            CASUS_TRY(run_sentence(&times, &room, err));
        }
    }
done:
    return st;
}
