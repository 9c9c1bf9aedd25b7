/* The page's pictures: see model.h. */
#include "dossier/model.h"

#include "record/plover.h"
#include "svg/map.h"
#include "svg/ribbon.h"
#include "svg/timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

enum { WIDTH = 920, TEXT_ROOM = 512 };

static casus_str word(const casus_model *m, const char *group, const char *key)
{
    return casus_model_word(m, group, casus_str_of(key));
}

/* "#i123", for the page; nothing for a picture that stands alone. */
static casus_str link_to(const casus_model *m, const char *id, bool alone)
{
    char text[32];
    snprintf(text, sizeof text, "#%s", id);
    return alone ? CASUS_STR_NULL : casus_arena_str(m->arena, casus_str_of(text));
}

/* "Assault, Goma, 2025-01-27: 3 independent sources" */
static casus_str title_of(const casus_model *m, const casus_incident *i)
{
    char text[TEXT_ROOM];
    char day[24] = "";
    casus_date date = i->from.from != CASUS_FROM_NOWHERE ? i->from : i->to;
    if (date.from != CASUS_FROM_NOWHERE) {
        date.precision = date.precision > CASUS_DAY ? CASUS_DAY : date.precision;
        casus_date_format(date, day);
    }
    casus_str place = i->place.n > 0 ? m->ledger->place[i->place.at[0]].name : CASUS_STR("");
    casus_str type = casus_model_word(m, "type", casus_str_of(casus_event_type_name(i->type)));
    int len = snprintf(text, sizeof text, "%.*s%s%.*s%s%s: %u %.*s", CASUS_STR_ARG(type), place.len > 0 ? ", " : "",
                       (int)(place.len > 200 ? 200 : place.len), place.ptr, day[0] != 0 ? ", " : "", day,
                       i->n_independent, CASUS_STR_ARG(word(m, "word", "independent")));
    return casus_arena_str(m->arena, (casus_str){text, (size_t)len < sizeof text ? (size_t)len : sizeof text - 1});
}

static int by_day(const void *a, const void *b)
{
    const casus_timeline_mark *x = a;
    const casus_timeline_mark *y = b;
    return x->day != y->day ? (x->day > y->day) - (x->day < y->day)
                            : strcmp(x->link.ptr == NULL ? "" : x->link.ptr, y->link.ptr == NULL ? "" : y->link.ptr);
}

/* History that the news recalls stretches the axis until nothing can be seen: what lies outside the news' own days
   is listed, not drawn. */
static void news_days(const casus_model *m, int32_t *first, int32_t *last)
{
    enum { BEFORE = 31, BEHIND = 14 };
    *first = INT32_MAX;
    *last = INT32_MIN;
    for (uint32_t i = 0; i < m->ledger->n_document; i++) {
        casus_date d = m->ledger->document[i].published;
        if (d.from != CASUS_FROM_NOWHERE) {
            *first = casus_day_of(d) < *first ? casus_day_of(d) : *first;
            *last = casus_last_day_of(d) > *last ? casus_last_day_of(d) : *last;
        }
    }
    if (*first > *last) {
        *first = INT32_MIN / 2;
        *last = INT32_MAX / 2;
    }
    *first -= BEFORE;
    *last += BEHIND;
}

/* Known to the day, or nearly. */
static bool has_day(const casus_incident *i, int32_t *day)
{
    enum { WEEK = 7 };
    if (i->from.from == CASUS_FROM_NOWHERE || i->to.from == CASUS_FROM_NOWHERE) {
        return false;
    }
    *day = casus_day_of(i->from);
    return casus_last_day_of(i->to) - *day < WEEK;
}

void casus_model_timeline(const casus_model *m, casus_str style, casus_buf *out)
{
    const casus_ledger *l = m->ledger;
    casus_timeline_mark *mark = CASUS_NEW(m->arena, casus_timeline_mark, l->n_incident + 1);
    casus_timeline t = {.width = WIDTH,
                        .title = word(m, "picture", "timeline"),
                        .description = word(m, "picture", "timeline-description"),
                        .style = style,
                        .mark = mark};
    int32_t first = 0;
    int32_t last = 0;
    news_days(m, &first, &last);
    for (uint32_t i = 0; mark != NULL && i < l->n_incident; i++) {
        int32_t day = 0;
        if (m->shown.incident[i] && has_day(&l->incident[i], &day) && day >= first && day <= last) {
            mark[t.n_mark++] = (casus_timeline_mark){.day = day,
                                                     .sign = casus_sign_of(l->incident[i].type),
                                                     .weight = l->incident[i].n_independent,
                                                     .disputed = l->incident[i].dispute.n > 0,
                                                     .link = link_to(m, l->incident[i].id, style.ptr != NULL),
                                                     .title = title_of(m, &l->incident[i])};
        }
    }
    if (mark != NULL) {
        qsort(mark, t.n_mark, sizeof *mark, by_day);
    }
    for (unsigned sign = 0; sign < CASUS_N_SIGN; sign++) {
        t.legend[sign] = word(m, "sign", casus_sign_name((casus_sign)sign));
    }
    casus_timeline_write(&t, out);
}

/* Marks of one place are one: those of the heaviest kind show. */
typedef struct spot {
    uint32_t n[CASUS_N_SIGN], weight;
    uint32_t first; /* incident to go to */
} spot;

static int by_weight(const void *a, const void *b)
{
    const casus_map_mark *x = a;
    const casus_map_mark *y = b;
    if (x->weight != y->weight) {
        return x->weight < y->weight ? 1 : -1;
    }
    return x->latitude != y->latitude ? (x->latitude < y->latitude ? 1 : -1)
                                      : (x->longitude > y->longitude) - (x->longitude < y->longitude);
}

static casus_map_mark mark_of(const casus_model *m, const spot *s, uint32_t place, bool alone)
{
    const casus_place *p = &m->ledger->place[place];
    unsigned best = 0;
    uint32_t n = 0;
    for (unsigned sign = 0; sign < CASUS_N_SIGN; sign++) {
        n += s->n[sign];
        best = s->n[sign] > s->n[best] ? sign : best;
    }
    char text[TEXT_ROOM];
    int len = snprintf(text, sizeof text, "%.*s: %u %.*s", (int)(p->name.len > 300 ? 300 : p->name.len), p->name.ptr, n,
                       CASUS_STR_ARG(word(m, "word", "incidents")));
    return (casus_map_mark){.latitude = p->latitude,
                            .longitude = p->longitude,
                            .weight = s->weight,
                            .sign = (casus_sign)best,
                            .rough = p->precision >= CASUS_PLACE_DISTRICT,
                            .label = p->name,
                            .link = link_to(m, m->ledger->incident[s->first].id, alone),
                            .title = casus_arena_str(m->arena, (casus_str){text, (size_t)len})};
}

/* A country's name in the page's language (CLDR, by ICU). */
static casus_str country_name(casus_str code, void *payload)
{
    const casus_model *m = payload;
    for (const char *const *two = uloc_getISOCountries(); *two != NULL; two++) {
        char locale[16];
        UChar name[128];
        char utf8[256];
        UErrorCode status = U_ZERO_ERROR;
        int32_t len = 0;
        snprintf(locale, sizeof locale, "und_%s", *two);
        if (!casus_str_eq(casus_str_of(uloc_getISO3Country(locale)), code)) {
            continue;
        }
        uloc_getDisplayCountry(locale, m->language, name, sizeof name / sizeof *name, &status);
        u_strToUTF8(utf8, sizeof utf8, &len, name, -1, &status);
        return U_FAILURE(status) ? CASUS_STR_NULL : casus_arena_str(m->arena, (casus_str){utf8, (size_t)len});
    }
    return CASUS_STR_NULL;
}

void casus_model_map(const casus_model *m, casus_str style, casus_buf *out)
{
    const casus_ledger *l = m->ledger;
    spot *spots = CASUS_NEW(m->arena, spot, l->n_place + 1);
    casus_map_mark *mark = CASUS_NEW(m->arena, casus_map_mark, l->n_place + 1);
    casus_map map = {.borders = &m->borders,
                     .country = country_name,
                     .payload = (void *)(uintptr_t)m,
                     .width = WIDTH,
                     .title = word(m, "picture", "map"),
                     .description = word(m, "picture", "map-description"),
                     .disputed = word(m, "picture", "disputed-border"),
                     .outside = word(m, "picture", "outside"),
                     .style = style,
                     .mark = mark};
    if (spots == NULL || mark == NULL) {
        return;
    }
    for (uint32_t i = 0; i < l->n_incident; i++) {
        uint32_t place = l->incident[i].place.n > 0 ? l->incident[i].place.at[0] : CASUS_NONE;
        if (m->shown.incident[i] && place != CASUS_NONE && l->place[place].precision < CASUS_PLACE_COUNTRY) {
            spot *s = &spots[place];
            s->first = s->weight == 0 ? i : s->first;
            s->weight += l->incident[i].n_independent > 0 ? l->incident[i].n_independent : 1;
            s->n[casus_sign_of(l->incident[i].type)]++;
        }
    }
    for (uint32_t p = 0; p < l->n_place; p++) {
        if (spots[p].weight > 0) {
            mark[map.n_mark++] = mark_of(m, &spots[p], p, style.ptr != NULL);
        }
    }
    qsort(mark, map.n_mark, sizeof *mark, by_weight);
    casus_map_write(&map, out);
}

/* The number of the fill that a party has in every ribbon: parties get them in the order in which they come. */
static unsigned pattern_of(const casus_model *m, const casus_state *s, uint32_t *party, uint32_t *n)
{
    uint32_t who = s->party.n > 0 ? s->party.at[0] : CASUS_NONE;
    for (uint32_t i = 0; i < *n; i++) {
        if (casus_model_same_side(m, party[i], who)) {
            return i;
        }
    }
    if (*n < CASUS_N_PATTERN) {
        party[*n] = who;
        return (*n)++;
    }
    return CASUS_N_PATTERN - 1;
}

static casus_str state_text(const casus_model *m, const casus_state *s)
{
    casus_str stage = casus_model_word(m, "stage", s->stage);
    casus_str who = s->party.n > 0 ? casus_model_actor(m, s->party.at[0]) : CASUS_STR("");
    char text[TEXT_ROOM];
    int len = snprintf(text, sizeof text, "%.*s%s%.*s", CASUS_STR_ARG(stage), who.len > 0 ? ": " : "",
                       (int)(who.len > 300 ? 300 : who.len), who.ptr);
    return casus_arena_str(m->arena, (casus_str){text, (size_t)len});
}

static bool same_row(const casus_state *a, const casus_state *b)
{
    return a->place == b->place && a->claimant == b->claimant;
}

static void add_ribbon(const casus_model *m, const casus_state *s, int32_t news, unsigned pattern, casus_ribbon *out)
{
    char id[16];
    uint32_t claim = s->claim.n > 0 ? s->claim.at[0] : CASUS_NONE;
    snprintf(id, sizeof id, "c%u", claim);
    bool from = s->from.from != CASUS_FROM_NOWHERE;
    bool to = s->to.from != CASUS_FROM_NOWHERE;
    *out = (casus_ribbon){.first = from ? casus_day_of(s->from)
                                   : to ? casus_day_of(s->to)
                                        : news,
                          .last = to     ? casus_last_day_of(s->to)
                                  : from ? casus_last_day_of(s->from)
                                         : news,
                          .open = !to,
                          .pattern = pattern,
                          .denied = s->denied,
                          .text = state_text(m, s),
                          .title = state_text(m, s),
                          .link = link_to(m, id, claim == CASUS_NONE || !m->shown.claim[claim])};
}

static int32_t day_of_news(const casus_model *m, const casus_state *s)
{
    const casus_ledger *l = m->ledger;
    casus_date d = s->claim.n > 0 ? l->document[l->claim[s->claim.at[0]].document].published : (casus_date){0};
    return d.from == CASUS_FROM_NOWHERE ? INT32_MIN : casus_day_of(d);
}

void casus_model_ribbons(const casus_model *m, casus_state_kind kind, casus_buf *out)
{
    const casus_ledger *l = m->ledger;
    bool control = kind == CASUS_STATE_CONTROL;
    casus_ribbon_row *row = CASUS_NEW(m->arena, casus_ribbon_row, l->n_state + 1);
    casus_ribbon *ribbon = CASUS_NEW(m->arena, casus_ribbon, l->n_state + 1);
    uint32_t party[CASUS_N_PATTERN];
    uint32_t n_party = 0;
    uint32_t n_ribbon = 0;
    const casus_state *last = NULL;
    casus_ribbons r = {.id = control ? "control" : "ceasefire",
                       .row = row,
                       .width = WIDTH,
                       .title = word(m, "picture", control ? "control" : "ceasefire"),
                       .description = word(m, "picture", "ribbons-description")};
    int32_t first = 0;
    int32_t behind = 0;
    news_days(m, &first, &behind);
    for (uint32_t i = 0; row != NULL && ribbon != NULL && i < l->n_state; i++) {
        const casus_state *s = &l->state[i];
        casus_ribbon *b = &ribbon[n_ribbon];
        int32_t news = day_of_news(m, s);
        if (!m->shown.state[i] || s->kind != kind ||
            (s->from.from == CASUS_FROM_NOWHERE && s->to.from == CASUS_FROM_NOWHERE && news == INT32_MIN)) {
            continue;
        }
        add_ribbon(m, s, news, pattern_of(m, s, party, &n_party), b);
        if (b->last < first || b->first > behind) {
            continue;
        }
        b->first = b->first < first ? first : b->first;
        b->last = b->last > behind ? behind : b->last;
        if (last == NULL || !same_row(last, s)) {
            row[r.n_row++] =
                (casus_ribbon_row){.group = s->place == CASUS_NONE ? CASUS_STR("") : l->place[s->place].name,
                                   .label = casus_model_actor(m, s->claimant),
                                   .ribbon = b};
        }
        row[r.n_row - 1].n_ribbon++;
        n_ribbon++;
        last = s;
    }
    if (r.n_row > 0) {
        casus_ribbons_write(&r, out);
    }
}
