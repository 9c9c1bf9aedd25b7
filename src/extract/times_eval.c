/* The operators of values (pack/time.h): see times.h. */
#include "extract/times_make.h"

#include <math.h>

static casus_when operate(casus_times *times, casus_time_operator op, casus_when a[CASUS_RULE_ARGUMENTS], uint32_t n)
{
    int32_t v = a[0].symbol.value;
    switch (op) {
    case CASUS_OP_YEAR:
        times->explicit_year = true;
        if (n > 1) { /* 'nineteen ninety-six' */
            int32_t rest = a[1].symbol.value;
            return v < 10 || v > 21 || rest < 10 || rest > 99 || !casus_when_is_number(&a[1])
                       ? casus_when_nothing(CASUS_WHEN_WRONG)
                       : casus_when_point(CASUS_UNIT_YEAR, v * 100 + rest);
        }
        return casus_when_point(CASUS_UNIT_YEAR,
                                v < 100 && a[0].value == CASUS_SHAPE_SHORT ? casus_times__full_year(times, v) : v);
    case CASUS_OP_BC:
        times->explicit_year = true;
        return casus_times__make_bc(casus_when_is_number(&a[0]) ? casus_when_point(CASUS_UNIT_YEAR, v) : a[0]);
    case CASUS_OP_DECADE:
        times->explicit_year = true;
        return casus_times__make_decade(times, v);
    case CASUS_OP_CENTURY:
        times->explicit_year = true;
        return casus_when_point(CASUS_UNIT_CENTURY, v - 1);
    case CASUS_OP_MONTH:
        return casus_times__make_month(times, a, n);
    case CASUS_OP_DATE:
        return casus_times__make_date(times, a, n);
    case CASUS_OP_WEEKDAY:
        return casus_when_cycle(CASUS_CYCLE_WEEKDAY, v);
    case CASUS_OP_MONTHDAY:
        return a[0].kind == CASUS_WHEN_CYCLE ? a[0] : casus_when_cycle(CASUS_CYCLE_MONTHDAY, v);
    case CASUS_OP_SEASON:
        return casus_when_cycle(CASUS_CYCLE_SEASON, v);
    case CASUS_OP_QUARTER:
        return v < 1 || v > 4 ? casus_when_nothing(CASUS_WHEN_WRONG) : casus_when_cycle(CASUS_CYCLE_QUARTER, v);
    case CASUS_OP_HALF:
        return v < 1 || v > 2 ? casus_when_nothing(CASUS_WHEN_WRONG) : casus_when_cycle(CASUS_CYCLE_HALF, v);
    case CASUS_OP_HOLIDAY:
        return casus_when_cycle(a[0].symbol.kind == CASUS_TIME_EASTER ? CASUS_CYCLE_EASTER : CASUS_CYCLE_DATE, v);
    case CASUS_OP_CLOCK:
        return casus_times__make_clock(times, a, n);
    case CASUS_OP_MERIDIEM:
        return casus_times__make_meridiem(a[0], &a[1]);
    case CASUS_OP_PART:
        a[0] = casus_when_cycle(CASUS_CYCLE_DAY, 0);
        a[0].clock = (casus_clock){.kind = CASUS_CLOCK_PART, .value = v};
        return a[0];
    case CASUS_OP_NUMERIC:
        return casus_times__make_numeric(times, a);
    case CASUS_OP_IN:
        return casus_times__make_in(times, a[0], a[1]);
    case CASUS_OP_REL:
        if (a[0].kind == CASUS_WHEN_NONE) {
            return a[1];
        }
        return casus_times__relative(times, v, a[1]);
    case CASUS_OP_NOW:
        return casus_times__make_now(times, a, n);
    case CASUS_OP_REFERENCE:
        return casus_times__make_reference(times, a, n);
    case CASUS_OP_AGO:
        return casus_times__make_ago(times, &a[0], -1);
    case CASUS_OP_HENCE:
        return casus_times__make_ago(times, &a[0], 1);
    case CASUS_OP_EARLIER:
    case CASUS_OP_LATER:
        a[1] = casus_times__reference(times, a[0].unit);
        if (a[1].kind == CASUS_WHEN_POINT && a[1].unit > a[0].unit && a[0].unit >= CASUS_UNIT_DAY && a[0].n == a[0].n &&
            a[1].unit != times->published.unit) {
            return casus_when_nothing(CASUS_WHEN_NONE); /* 'three days later' than a year */
        }
        if (op == CASUS_OP_EARLIER && times->has_day && a[1].kind == CASUS_WHEN_POINT && a[1].unit == CASUS_UNIT_DAY &&
            a[1].index == times->last_day) {
            a[1].index = times->last_from;
        }
        times->aside = a[1].kind == CASUS_WHEN_POINT && a[1].unit == CASUS_UNIT_QUARTER;
        return casus_times__move(&a[1], &a[0], op == CASUS_OP_LATER ? 1 : -1);
    case CASUS_OP_BEFORE:
    case CASUS_OP_AFTER:
        a[0] = casus_times__resolve(times, a[0]);
        return casus_times__move(&a[0], &a[1], op == CASUS_OP_AFTER ? 1 : -1);
    case CASUS_OP_MOD:
        if (a[0].kind == CASUS_WHEN_SYMBOL) {
            a[1].mod = (casus_time_mod)v;
        }
        return a[1];
    case CASUS_OP_LENGTH:
        return casus_times__make_length(&a[0], &a[1]);
    case CASUS_OP_LENGTHS:
        return casus_when_length((double)NAN, casus_when_unit(&a[0]));
    case CASUS_OP_AND_HALF:
        return a[0].kind == CASUS_WHEN_LENGTH ? casus_times__make_length_of(a[0].n + 0.5, a[0].unit) : a[0];
    case CASUS_OP_PAST:
        return casus_times__make_span(times, a[0], -1);
    case CASUS_OP_COMING:
        return casus_times__make_span(times, a[0], 1);
    case CASUS_OP_EVERY:
        return casus_times__make_every(a[0]);
    case CASUS_OP_SINCE:
        return casus_times__make_since(times, a[0]);
    case CASUS_OP_UNTIL:
        return casus_times__make_until(times, a[0]);
    case CASUS_OP_THROUGH:
        return casus_times__make_through(times, a);
    case CASUS_OP_SO_FAR:
        return casus_times__make_so_far(times, a[0]);
    case CASUS_OP_JOINED:
        return casus_times__make_joined(times, a);
    case CASUS_OP_NIGHT: {
        casus_when night = casus_when_cycle(CASUS_CYCLE_DAY, 0);
        night.clock = (casus_clock){.kind = CASUS_CLOCK_PART, .value = CASUS_PART_NIGHT};
        a[1] = casus_times__resolve(times, a[1]);
        return casus_times__within(times, night, casus_times__shift(a[1], CASUS_UNIT_DAY, -1));
    }
    case CASUS_OP_NTH:
        return casus_times__make_nth(times, a);
    case CASUS_OP_WARDAY:
        return times->war.kind == CASUS_WHEN_POINT ? casus_times__shift(times->war, casus_when_unit(&a[1]), v - 1)
                                                   : casus_when_nothing(CASUS_WHEN_NONE);
    case CASUS_OP_FROM_YEAR:
    case CASUS_OP_TO_YEAR:
        return casus_times__make_years(times, a, n, op == CASUS_OP_FROM_YEAR);
    case CASUS_OP_ANY:
        a[0] = casus_when_cycle(CASUS_CYCLE_DAY, 0);
        a[0].set = true;
        return a[0];
    case CASUS_OP_EITHER:
        times->either_way = true;
        return casus_times__resolve(times, a[0]);
    case CASUS_OP_ZONE:
        a[0].clock.zone = casus_times__zone(&a[1]);
        return a[0];
    case CASUS_OP_EAST:
        return casus_times__make_offset(times, &a[0]);
    case CASUS_OP_SAME:
        return casus_times__make_same(a[0], &a[1]);
    case CASUS_OP_PREFIXED:
        return casus_times__make_prefixed(times, &a[0]);
    default:
        return casus_when_nothing(CASUS_WHEN_WRONG);
    }
}

static casus_when symbol_of(casus_symbol symbol)
{
    casus_when w = {.kind = symbol.kind == CASUS_TIME_REF ? CASUS_WHEN_REF : CASUS_WHEN_SYMBOL, .symbol = symbol};
    w.low = w.high = symbol.value;
    w.index = -1;
    return w;
}

static casus_when bound(casus_times *times, const casus_binding *binding)
{
    const casus_matcher *matcher = &times->matcher;
    casus_when w = casus_when_nothing(CASUS_WHEN_NONE);
    if (binding->kind == CASUS_BOUND_TERM) {
        w = symbol_of(matcher->rules->term[binding->which]);
        w.index = -2 - (int64_t)binding->which; /* a compound's second part is the next */
    } else if (binding->kind == CASUS_BOUND_SHAPE) {
        const casus_shape *shape = &matcher->shape[binding->which];
        w = symbol_of((casus_symbol){CASUS_TIME_NUMBER, shape->value[0]});
        w.low = shape->low != 0 || shape->high != 0 ? shape->low : shape->value[0];
        w.high = shape->low != 0 || shape->high != 0 ? shape->high : shape->value[0];
        w.index = binding->which;
        w.value = shape->value[4];
    } else if (binding->kind == CASUS_BOUND_FIND) {
        const casus_find *find = &matcher->find[binding->which];
        w = casus_times__eval(times, find, matcher->rules->rule[find->rule].value[0].node);
    }
    return w;
}

casus_when casus_times__eval(casus_times *times, const casus_find *find, uint32_t node)
{
    const casus_rule_node *n = &times->matcher.rules->rule[find->rule].node[node];
    casus_when argument[CASUS_RULE_ARGUMENTS] = {{0}};
    if (n->kind == CASUS_NODE_SYMBOL) {
        return symbol_of(n->symbol);
    }
    if (n->kind == CASUS_NODE_CAPTURE) {
        return bound(times, &find->bind[n->which]);
    }
    for (uint32_t i = 0; i < n->n_argument; i++) {
        argument[i] = casus_times__eval(times, find, n->argument[i]);
        if (argument[i].kind == CASUS_WHEN_WRONG) {
            return argument[i];
        }
    }
    if (n->which == CASUS_OP_FIRST || n->which == CASUS_OP_SECOND) {
        int64_t term = -2 - argument[0].index;
        return argument[0].kind != CASUS_WHEN_SYMBOL || term < 0
                   ? casus_when_nothing(CASUS_WHEN_WRONG)
                   : symbol_of(times->matcher.rules->term[term + (n->which == CASUS_OP_SECOND)]);
    }
    return operate(times, (casus_time_operator)n->which, argument, n->n_argument);
}
