/* Outlines of claims: see outline.h. */
#include "cluster/outline.h"

#include "base/map.h"
#include "cluster/day.h"
#include "record/plover.h"

#include <math.h>

enum {
    NEWS_DAYS = 3,   /* an untimed happening of the news fell on the day of publication or so many days before */
    STALE_DAYS = 45, /* what is told to have ended this long before the news is history */
    FEW_DAYS = 7,    /* a battle, not a campaign */
    MONTH_DAYS = 27,
    LOOKS_BACK = 3,   /* times told, all long past: a document about the past */
    SHORT_NAME = 3,   /* shorter words say nothing */
    LONGEST_NAME = 64 /* bytes */
};

/* H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
casus_date casus_cluster__date(int32_t day, casus_origin from)
{
    int32_t z = day + 719468;
    int32_t era = (z >= 0 ? z : z - 146096) / 146097;
    int32_t doe = z - era * 146097;
    int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int32_t mp = (5 * doy + 2) / 153;
    int32_t month = mp < 10 ? mp + 3 : mp - 9;
    return (casus_date){.from = from,
                        .precision = CASUS_DAY,
                        .year = (int16_t)(yoe + era * 400 + (month <= 2)),
                        .month = (uint8_t)month,
                        .day = (uint8_t)(doy - (153 * mp + 2) / 5 + 1)};
}

static uint64_t hash_of(casus_str s)
{
    return s.len == 0 ? 0 : casus_hash(s.ptr, s.len) | 1;
}

static bool has_sector(const casus_actor *actor, const char *sector)
{
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        if (casus_str_eq(actor->sector[i], casus_str_of(sector))) {
            return true;
        }
    }
    return false;
}

/* Bodies of the state; who has no sector stands for his country. */
static bool is_state(const casus_actor *actor)
{
    static const char *const sectors[] = {"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "ELI"};
    for (size_t i = 0; i < sizeof sectors / sizeof *sectors; i++) {
        if (has_sector(actor, sectors[i])) {
            return true;
        }
    }
    return actor->n_sector == 0;
}

casus_side casus_cluster__side(const casus_actor *actor, bool apart)
{
    /* PLOVER's codes of those that are no country: each such body is a side of its own. */
    static const char *const worldwide[] = {"UNO", "IGO", "NGO", "ISM", "IMG", "MNC"};
    if (actor->country.len == 0) {
        return 0;
    }
    for (size_t i = 0; i < sizeof worldwide / sizeof *worldwide; i++) {
        if (casus_str_eq(actor->country, casus_str_of(worldwide[i]))) {
            return (i == 0 ? hash_of(actor->country) : hash_of(actor->name)) << 8 | 'w';
        }
    }
    bool rebel = has_sector(actor, "REB") || has_sector(actor, "PRM") || has_sector(actor, "OPP");
    unsigned kind = has_sector(actor, "PRE") ? 'p' : rebel ? 'r' : apart && !is_state(actor) ? 'c' : 'g';
    return hash_of(actor->country) << 8 | kind;
}

/* Add to a set of at most `most` hashes. */
static void add_hash(uint64_t *set, uint32_t *n, uint32_t most, uint64_t hash)
{
    for (uint32_t i = 0; i < *n; i++) {
        if (set[i] == hash) {
            return;
        }
    }
    if (hash != 0 && *n < most) {
        set[(*n)++] = hash;
    }
}

static void add_sides(const casus_ledger *ledger, casus_indices actors, bool apart, casus_side *set, uint32_t *n)
{
    for (uint32_t i = 0; i < actors.n; i++) {
        add_hash(set, n, CASUS_OUTLINE_SIDES, casus_cluster__side(&ledger->actor[actors.at[i]], apart));
    }
}

static void add_place(const casus_ledger *ledger, casus_outline *o, uint32_t place, uint32_t told)
{
    for (uint32_t i = 0; i < o->n_place; i++) {
        if (o->place[i] == place) {
            o->told[i] += told;
            return;
        }
    }
    if (o->n_place == CASUS_OUTLINE_PLACES) {
        return;
    }
    uint32_t at = o->n_place++;
    while (at > 0 && ledger->place[o->place[at - 1]].precision > ledger->place[place].precision) {
        o->place[at] = o->place[at - 1];
        o->told[at] = o->told[at - 1];
        at--;
    }
    o->place[at] = place;
    o->told[at] = told;
}

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80 || c == '-';
}

/* Words with a capital or a digit, but the first: names and numbers, which translation keeps. */
static void add_names(casus_outline *o, casus_str quote)
{
    for (size_t i = 0, begin = 0; i <= quote.len; i++) {
        if (i < quote.len && is_letter((unsigned char)quote.ptr[i])) {
            continue;
        }
        bool marked = false;
        for (size_t k = begin; k < i; k++) {
            char c = quote.ptr[k];
            marked = marked || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        if (marked && begin > 0 && i - begin >= SHORT_NAME && i - begin <= LONGEST_NAME) {
            add_hash(o->name, &o->n_name, CASUS_OUTLINE_NAMES, casus_hash(quote.ptr + begin, i - begin));
        }
        begin = i + 1;
    }
}

static casus_figure_kind kind_of(casus_str outcome)
{
    static const char *const things[] = {"destroyed", "damaged", "seized", "lost"};
    for (size_t i = 0; i < sizeof things / sizeof *things; i++) {
        if (casus_str_eq(outcome, casus_str_of(things[i]))) {
            return CASUS_FIGURE_THING;
        }
    }
    return casus_str_eq(outcome, CASUS_STR("shot-down")) ? CASUS_FIGURE_DOWNED : CASUS_FIGURE_PEOPLE;
}

static void add_figure(casus_outline *o, casus_outline_figure figure)
{
    for (uint32_t i = 0; i < o->n_figure; i++) {
        const casus_outline_figure *f = &o->figure[i];
        if (f->item == figure.item && f->outcome == figure.outcome && !(f->value < figure.value) &&
            !(f->value > figure.value)) {
            return;
        }
    }
    if (o->n_figure < CASUS_OUTLINE_FIGURES) {
        o->figure[o->n_figure++] = figure;
    }
}

void casus_cluster__news_days(const casus_ledger_doc *doc, casus_outline *out)
{
    int32_t first = casus_cluster__day_first(doc->published);
    out->news_from = first == CASUS_NO_DAY ? first : first - NEWS_DAYS;
    out->news_to = casus_cluster__day_last(doc->published);
}

/* The last day of what a TIMEX3 value names, its day, month, year or decade; else `from`. */
static int32_t end_of(casus_str timex, int32_t from)
{
    unsigned part[3] = {0, 0, 0};
    unsigned n = 0;
    for (size_t i = 0; i < timex.len && n < 3; i++) {
        if (timex.ptr[i] >= '0' && timex.ptr[i] <= '9' && part[n] < 10000) {
            part[n] = part[n] * 10 + (unsigned)(timex.ptr[i] - '0');
        } else if (timex.ptr[i] != '-' || ++n == 3) {
            break;
        }
    }
    if (timex.len == 3 && n == 0 && part[0] > 0) { /* a decade */
        part[0] = part[0] * 10 + 9;
    }
    casus_date date = {.from = CASUS_FROM_TEXT,
                       .year = (int16_t)part[0],
                       .month = (uint8_t)part[1],
                       .day = (uint8_t)part[2],
                       .precision = part[2] > 0   ? CASUS_DAY
                                    : part[1] > 0 ? CASUS_MONTH
                                                  : CASUS_YEAR};
    bool whole = part[0] > 999 && part[1] <= 12 && part[2] <= 31;
    int32_t last = whole ? casus_cluster__day_last(date) : from;
    return last < from ? from : last;
}

/*
 * What is told of a time since when something is so. Fighting lasts, and what is counted is counted over the whole time;
 * but a truce, a capture or a mobilisation came then, and what lasts is what it brought.
 */
static int32_t came_by(const casus_ledger_claim *claim, int32_t from, int32_t to, int32_t news_to)
{
    bool lasts = claim->type == CASUS_ASSAULT || claim->n_quantity > 0 || news_to == CASUS_NO_DAY || to < news_to;
    int32_t end = lasts                               ? to
                  : claim->from.precision < CASUS_DAY ? casus_cluster__day_last(claim->from)
                                                      : end_of(claim->timex, from);
    return end < to ? end : to;
}

/* When, as far as it is told. The month or year of the document itself tells no more than its date does. */
static void take_time(const casus_ledger *ledger, const casus_ledger_claim *claim, casus_outline *out)
{
    const casus_ledger_doc *doc = &ledger->document[claim->document];
    int32_t from = casus_cluster__day_first(claim->from);
    int32_t to = casus_cluster__day_last(claim->to);
    casus_cluster__news_days(doc, out);
    if (from == CASUS_NO_DAY && to == CASUS_NO_DAY) {
        return;
    }
    if (to == CASUS_NO_DAY) {
        to = out->news_to == CASUS_NO_DAY || out->news_to < from ? from : out->news_to;
    }
    if (from == CASUS_NO_DAY) {
        return;
    }
    if (to < from) {
        to = from;
    }
    to = came_by(claim, from, to, out->news_to);
    if (to - from >= MONTH_DAYS && from >= out->news_from && to <= out->news_to) {
        return;
    }
    out->timed = true;
    out->from = from;
    out->to = to;
    if (out->news_from != CASUS_NO_DAY && to < out->news_from - STALE_DAYS) {
        out->history = true;
    }
}

bool casus_cluster__looks_back(const casus_ledger *ledger, const casus_ledger_doc *doc)
{
    uint32_t past = 0;
    for (uint32_t i = doc->claim_begin; i < doc->claim_end; i++) {
        casus_outline time = {.timed = false};
        take_time(ledger, &ledger->claim[i], &time);
        if (time.timed && !time.history) {
            return false;
        }
        past += time.history;
    }
    return past >= LOOKS_BACK;
}

void casus_cluster__outline(const casus_ledger *ledger, const casus_ledger_claim *claim, casus_outline *out)
{
    *out = (casus_outline){.type = claim->type, .mode = claim->mode, .from = CASUS_NO_DAY, .to = CASUS_NO_DAY};
    if (claim->type == CASUS_ASSAULT) {
        out->body = claim->mode & (casus_mode_of(CASUS_ASSAULT, CASUS_STR("abduct")) |
                                   casus_mode_of(CASUS_ASSAULT, CASUS_STR("torture")) |
                                   casus_mode_of(CASUS_ASSAULT, CASUS_STR("sexual")));
        out->mode &= ~casus_mode_of(CASUS_ASSAULT, CASUS_STR("destroy"));
    }
    bool apart = !casus_cluster__is_deed(claim->type);
    out->history = claim->tense == CASUS_BACKGROUND;
    out->open = claim->tense == CASUS_FUTURE || claim->factuality == CASUS_FACT_UU;
    take_time(ledger, claim, out);
    for (uint32_t i = 0; i < claim->place.n; i++) {
        add_place(ledger, out, claim->place.at[i], 1);
    }
    add_sides(ledger, claim->actor, apart, out->actor, &out->n_actor);
    for (uint32_t i = 0; i < claim->actor.n; i++) {
        add_hash(out->actor_name, &out->n_actor_name, CASUS_OUTLINE_SIDES,
                 hash_of(ledger->actor[claim->actor.at[i]].name));
    }
    add_sides(ledger, claim->recipient, apart, out->recipient, &out->n_recipient);
    for (uint32_t i = 0; i < claim->n_quantity; i++) {
        const casus_ledger_quantity *q = &claim->quantity[i];
        double value = !isnan(q->best) ? q->best : !isnan(q->low) ? q->low : q->high;
        if (!isnan(value)) {
            add_figure(out, (casus_outline_figure){hash_of(q->item), hash_of(q->outcome), value, kind_of(q->outcome)});
        }
        if (q->side != CASUS_NONE && out->n_recipient == 0) {
            add_hash(out->recipient, &out->n_recipient, CASUS_OUTLINE_SIDES,
                     casus_cluster__side(&ledger->actor[q->side], apart));
        }
    }
    add_names(out, claim->quote);
}

static bool is_long(const casus_outline *o)
{
    return o->to - o->from > FEW_DAYS;
}

/* Of a few days all that are told; a campaign tells no day, and two what both tell. */
static void add_time(casus_outline *into, const casus_outline *more)
{
    if (!more->timed || (!into->timed && is_long(more) && !more->history)) {
        return; /* news of a day, and the campaign that it is part of: the news stays of its day */
    }
    if (!into->timed || (is_long(into) && !is_long(more))) {
        into->timed = true;
        into->from = more->from;
        into->to = more->to;
    } else if (is_long(into) == is_long(more)) {
        bool narrow = is_long(into) && more->from <= into->to && into->from <= more->to;
        bool later = more->from > into->from;
        bool longer = more->to > into->to;
        into->from = later == narrow ? more->from : into->from;
        into->to = longer != narrow ? more->to : into->to;
    }
}

void casus_cluster__outline_add(const casus_ledger *ledger, casus_outline *into, const casus_outline *more)
{
    add_time(into, more);
    into->mode |= more->mode;
    into->body |= more->body;
    into->history = into->history && more->history;
    into->open = into->open && more->open;
    for (uint32_t i = 0; i < more->n_place; i++) {
        add_place(ledger, into, more->place[i], more->told[i]);
    }
    for (uint32_t i = 0; i < more->n_actor; i++) {
        add_hash(into->actor, &into->n_actor, CASUS_OUTLINE_SIDES, more->actor[i]);
    }
    for (uint32_t i = 0; i < more->n_actor_name; i++) {
        add_hash(into->actor_name, &into->n_actor_name, CASUS_OUTLINE_SIDES, more->actor_name[i]);
    }
    for (uint32_t i = 0; i < more->n_recipient; i++) {
        add_hash(into->recipient, &into->n_recipient, CASUS_OUTLINE_SIDES, more->recipient[i]);
    }
    for (uint32_t i = 0; i < more->n_figure; i++) {
        add_figure(into, more->figure[i]);
    }
    for (uint32_t i = 0; i < more->n_name; i++) {
        add_hash(into->name, &into->n_name, CASUS_OUTLINE_NAMES, more->name[i]);
    }
}
