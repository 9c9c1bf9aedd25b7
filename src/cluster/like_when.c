/* When: what two outlines tell of time, or the days in which their documents' news fell. */
#include "cluster/weights.h"

enum {
    SHORT = 3, /* days: a happening; more is a period */
    LONG = 14
};

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* Both tell when. */
static double when_told(const casus_outline *a, const casus_outline *b, uint32_t *why)
{
    int32_t gap = larger(a->from, b->from) - smaller(a->to, b->to);
    int32_t la = a->to - a->from;
    int32_t lb = b->to - b->from;
    if (gap > 0) {
        return gap == 1 && la <= SHORT && lb <= SHORT ? casus_cluster__weights.other_day : CASUS_UNLIKE;
    }
    if (la <= SHORT && lb <= SHORT) {
        *why |= CASUS_LIKE_DAY;
        return casus_cluster__weights.same_day;
    }
    int32_t both = larger(a->to, b->to) - smaller(a->from, b->from) + 1;
    if (2 * (1 - gap) >= both) {
        *why |= CASUS_LIKE_PERIOD;
        return casus_cluster__weights.same_period;
    }
    return larger(la, lb) > LONG && smaller(la, lb) <= SHORT ? casus_cluster__weights.campaign : 0.0;
}

/* Only `told` tells when; the other is news of its document's day. */
static double when_news(const casus_outline *told, const casus_outline *other, uint32_t *why)
{
    if (other->news_from == CASUS_NO_DAY) {
        return 0.0;
    }
    int32_t last = other->news_to + (other->open ? LONG : 0);
    if (told->from > last + 1) {
        return CASUS_UNLIKE;
    }
    int32_t early = other->news_from - told->to;
    if (early > 0) {
        return early <= SHORT ? casus_cluster__weights.next_day : CASUS_UNLIKE;
    }
    bool day = other->news_to - other->news_from <= SHORT && told->to - told->from <= SHORT;
    if (day) {
        *why |= CASUS_LIKE_DAY;
    }
    return day ? casus_cluster__weights.news_day : 0.0;
}

static double when_untold(const casus_outline *a, const casus_outline *b, uint32_t *why)
{
    if (a->news_to == CASUS_NO_DAY || b->news_to == CASUS_NO_DAY) {
        return 0.0;
    }
    int32_t gap = larger(a->news_from, b->news_from) - smaller(a->news_to, b->news_to);
    if (gap > 0) {
        return gap <= SHORT ? casus_cluster__weights.next_day : CASUS_UNLIKE;
    }
    int32_t apart = a->news_to > b->news_to ? a->news_to - b->news_to : b->news_to - a->news_to;
    if (apart <= 1) {
        *why |= CASUS_LIKE_DAY;
        return casus_cluster__weights.news_day;
    }
    return 0.0;
}

double casus_cluster__like_when(const casus_outline *a, const casus_outline *b, uint32_t *why)
{
    if (a->timed && b->timed) {
        return when_told(a, b, why);
    }
    if (a->history != b->history) {
        return CASUS_UNLIKE;
    }
    if (a->history) {
        return 0.0;
    }
    return a->timed ? when_news(a, b, why) : b->timed ? when_news(b, a, why) : when_untold(a, b, why);
}

/* Within one document: what is told without a time is news, unless it is background. */
double casus_cluster__like_when_within(const casus_outline *a, const casus_outline *b, uint32_t *why)
{
    if (a->timed && b->timed) {
        return when_told(a, b, why);
    }
    if (a->history != b->history) {
        return casus_cluster__weights.other_act;
    }
    const casus_outline *told = a->timed ? a : b;
    if (!told->timed || told->history || told->news_from == CASUS_NO_DAY) {
        return 0.0;
    }
    if (told->to < told->news_from - LONG) {
        return 2.0 * casus_cluster__weights.older;
    }
    return told->to < told->news_from     ? casus_cluster__weights.older
           : told->to - told->from > LONG ? casus_cluster__weights.campaign
           : told == b                    ? casus_cluster__weights.told_anew
                                          : 0.0;
}
