/* Listings as tables for people: see listing.h. */
#include "report/grid.h"
#include "report/ledger_words.h"
#include "report/listing.h"

/* Rows being written, and the cell that is put together. */
typedef struct sheet {
    const casus_ledger *ledger;
    casus_grid grid;
    casus_buf cell;
} sheet;

static void end_cell(sheet *s)
{
    casus_grid_add(&s->grid, casus_buf_str(&s->cell));
    casus_buf_clear(&s->cell, SIZE_MAX);
}

static void put(sheet *s, casus_str words)
{
    casus_grid_add(&s->grid, words);
}

static void put_time(sheet *s, casus_date from, casus_date to)
{
    casus_words_time(from, to, &s->cell);
    end_cell(s);
}

static void put_type(sheet *s, casus_event_type type, uint32_t mode)
{
    casus_words_type(type, mode, &s->cell);
    end_cell(s);
}

static void put_actors(sheet *s, casus_indices list)
{
    casus_words_actors(s->ledger, list, &s->cell);
    end_cell(s);
}

static void put_claims(sheet *s, casus_indices list)
{
    casus_words_claims(s->ledger, list, " ", &s->cell);
    end_cell(s);
}

static void put_places(sheet *s, casus_indices list)
{
    casus_words_places(s->ledger, list, &s->cell);
    end_cell(s);
}

/* Who acts, and towards whom behind an arrow. */
static void put_parties(sheet *s, casus_indices actor, casus_indices recipient)
{
    casus_words_actors(s->ledger, actor, &s->cell);
    if (recipient.n > 0) {
        casus_buf_add_str(&s->cell, actor.n == 0 ? CASUS_STR("-> ") : CASUS_STR(" -> "));
        casus_words_actors(s->ledger, recipient, &s->cell);
    }
    end_cell(s);
}

/* Nobody: an outlet in its own voice. */
static casus_str name_of(const casus_ledger *ledger, uint32_t actor, casus_str nobody)
{
    return actor == CASUS_NONE ? nobody : ledger->actor[actor].name;
}

static void add_claim(sheet *s, uint32_t index)
{
    const casus_ledger_claim *c = &s->ledger->claim[index];
    put(s, c->id);
    put_time(s, c->from, c->to);
    put_type(s, c->type, c->mode);
    put_parties(s, c->actor, c->recipient);
    put_places(s, c->place);
    if (c->source.n == 0) {
        casus_buf_add_str(&s->cell, s->ledger->document[c->document].outlet);
        casus_buf_add_str(&s->cell, s->cell.len == 0 ? CASUS_STR("(outlet)") : CASUS_STR(" (outlet)"));
    }
    casus_words_actors(s->ledger, c->source, &s->cell);
    if (c->factuality != CASUS_FACT_CT_PLUS) {
        casus_buf_format(&s->cell, ": %s", casus_factuality_words(c->factuality));
    }
    end_cell(s);
    put(s, c->quote);
}

static void put_number(sheet *s, uint32_t number)
{
    casus_buf_format(&s->cell, "%u", number);
    end_cell(s);
}

/* Outlets that repeat no other; of how many, if some do. */
static void put_outlets(sheet *s, const casus_incident *incident)
{
    casus_buf_format(&s->cell, "%u", incident->n_independent);
    if (incident->n_outlet != incident->n_independent) {
        casus_buf_format(&s->cell, " of %u", incident->n_outlet);
    }
    end_cell(s);
}

static void add_incident(sheet *s, uint32_t index)
{
    const casus_incident *incident = &s->ledger->incident[index];
    put(s, casus_str_of(incident->id));
    put_time(s, incident->from, incident->to);
    put_type(s, incident->type, incident->mode);
    put_places(s, incident->place);
    put_parties(s, incident->actor, incident->recipient);
    put_number(s, incident->claim.n);
    put_outlets(s, incident);
    put_number(s, incident->dispute.n);
}

/* A day is named once, where it begins. */
static void add_day(sheet *s, uint32_t index)
{
    char day[24] = "no day";
    const casus_incident *incident = &s->ledger->incident[index];
    casus_date date = casus_incident_day(incident);
    if (date.from != CASUS_FROM_NOWHERE) {
        casus_date_format(date, day);
    }
    uint32_t n = s->grid.n_cell;
    bool same = false;
    for (uint32_t i = n; !same && i >= s->grid.n_column; i -= s->grid.n_column) {
        casus_str above = s->grid.cell[i - s->grid.n_column];
        same = casus_str_eq(above, casus_str_of(day));
        if (above.len > 0) {
            break;
        }
    }
    put(s, casus_str_of(same ? "" : day));
    put(s, casus_str_of(incident->id));
    put_type(s, incident->type, incident->mode);
    put_places(s, incident->place);
    put_parties(s, incident->actor, incident->recipient);
    put_outlets(s, incident);
    put_number(s, incident->dispute.n);
}

/* 'quantity: killed person': what follows the kind, apart, so that it can be folded. */
static void put_question(sheet *s, casus_str about)
{
    bool first = true;
    for (size_t i = 0; i < about.len; i++) {
        bool colon = about.ptr[i] == ':';
        casus_buf_add_str(&s->cell,
                          colon ? (first ? CASUS_STR(": ") : CASUS_STR(" ")) : casus_str_slice(about, i, i + 1));
        first = first && !colon;
    }
    end_cell(s);
}

/* A row for each position; the question stands in the first. */
static void add_dispute(sheet *s, uint32_t index)
{
    const casus_dispute *d = &s->ledger->dispute[index];
    for (uint32_t i = 0; i < d->n_position; i++) {
        put(s, casus_str_of(i == 0 ? d->id : ""));
        put(s, casus_str_of(i > 0 || d->incident == CASUS_NONE ? "" : s->ledger->incident[d->incident].id));
        put_question(s, i == 0 ? d->about : CASUS_STR(""));
        put(s, d->position[i].value);
        if (d->position[i].source.n == 0) {
            put(s, CASUS_STR("(outlets)"));
        } else {
            put_actors(s, d->position[i].source);
        }
        put_claims(s, d->position[i].claim);
    }
}

/* `older`: how many figures of this claimant it replaced. */
static void add_loss(sheet *s, uint32_t index)
{
    const casus_loss *loss = &s->ledger->loss[index];
    put(s, name_of(s->ledger, loss->side, CASUS_STR("(untold)")));
    casus_buf_add_str(&s->cell, name_of(s->ledger, loss->claimant, CASUS_STR("(outlets)")));
    casus_buf_add_str(&s->cell, loss->own ? CASUS_STR(" (own side)") : CASUS_STR(""));
    end_cell(s);
    casus_words_figure(loss->low, loss->best, loss->high, &s->cell);
    end_cell(s);
    put(s, loss->item);
    casus_buf_add_str(&s->cell, loss->outcome);
    casus_buf_add_str(&s->cell, loss->scope == CASUS_SCOPE_CUMULATIVE ? CASUS_STR(" in all") : CASUS_STR(""));
    end_cell(s);
    casus_date day = loss->as_of;
    day.precision = day.precision > CASUS_DAY ? CASUS_DAY : day.precision;
    put_time(s, day, day);
    put(s, loss->claim == CASUS_NONE ? CASUS_STR("") : s->ledger->claim[loss->claim].id);
    put_number(s, loss->before.n);
}

static void add_state(sheet *s, uint32_t index)
{
    const casus_state *state = &s->ledger->state[index];
    put(s, casus_str_of(casus_state_kind_name(state->kind)));
    casus_buf_add_str(&s->cell, state->denied ? CASUS_STR("not ") : CASUS_STR(""));
    casus_buf_add_str(&s->cell, state->stage);
    end_cell(s);
    put(s, state->place == CASUS_NONE ? CASUS_STR("") : s->ledger->place[state->place].name);
    put_actors(s, state->party);
    put_time(s, state->from, state->to);
    put(s, name_of(s->ledger, state->claimant, CASUS_STR("(outlets)")));
    put_claims(s, state->claim);
}

/* Columns: words; figures, to the right; what is not folded; what stands below its row (see grid.h). */
#define COLUMN(title, hue, at_right, unfolded, under)                                                             \
    {                                                                                                             \
        .name = (title), .colour = CASUS_COLOUR_##hue, .right = (at_right), .whole = (unfolded), .below = (under) \
    }
#define TEXT(title, hue) COLUMN(title, hue, false, false, false)
#define FIGURE(title, hue) COLUMN(title, hue, true, false, false)
#define WHOLE(title, hue) COLUMN(title, hue, false, true, false)
#define BELOW(title, hue) COLUMN(title, hue, false, false, true)

static const struct {
    void (*add)(sheet *s, uint32_t index);
    uint32_t n_column;
    casus_grid_column column[CASUS_GRID_COLUMNS];
} forms[] = {
    [CASUS_LIST_CLAIMS] = {add_claim,
                           7,
                           {WHOLE("claim", STRONG), TEXT("when", TIME), TEXT("event", EVENT), TEXT("who", ACTOR),
                            TEXT("where", PLACE), TEXT("says", VOICE), BELOW("words", NONE)}},
    [CASUS_LIST_INCIDENTS] = {add_incident,
                              8,
                              {WHOLE("incident", STRONG), TEXT("when", TIME), TEXT("event", EVENT),
                               TEXT("where", PLACE), TEXT("who", ACTOR), FIGURE("claims", NONE),
                               FIGURE("outlets", NONE), FIGURE("disputes", NONE)}},
    [CASUS_LIST_DISPUTES] = {add_dispute,
                             6,
                             {WHOLE("dispute", STRONG), WHOLE("incident", STRONG), TEXT("about", EVENT),
                              TEXT("answer", FIGURE), TEXT("says", VOICE), TEXT("claims", NONE)}},
    [CASUS_LIST_LOSSES] = {add_loss,
                           8,
                           {TEXT("of", ACTOR), TEXT("says", VOICE), FIGURE("figure", FIGURE), TEXT("item", NONE),
                            TEXT("outcome", NONE), TEXT("as of", TIME), WHOLE("claim", STRONG), FIGURE("older", NONE)}},
    [CASUS_LIST_TIMELINE] = {add_day,
                             7,
                             {WHOLE("day", TIME), WHOLE("incident", STRONG), TEXT("event", EVENT), TEXT("where", PLACE),
                              TEXT("who", ACTOR), FIGURE("outlets", NONE), FIGURE("disputes", NONE)}},
    [CASUS_LIST_STATUS] = {add_state,
                           7,
                           {TEXT("state", STRONG), TEXT("stage", EVENT), TEXT("where", PLACE), TEXT("who", ACTOR),
                            TEXT("when", TIME), TEXT("says", VOICE), TEXT("claims", NONE)}},
};

casus_status casus_listing_table(const casus_ledger *ledger, casus_listing listing, casus_indices rows,
                                 const casus_style *style, unsigned width, casus_buf *out, casus_error *err)
{
    casus_arena arena;
    casus_status st = CASUS_OK;
    sheet s = {.ledger = ledger};
    casus_arena_init(&arena, SIZE_MAX);
    casus_buf_init(&s.cell, SIZE_MAX / 4);
    casus_grid_init(&s.grid, forms[listing].column, forms[listing].n_column, &arena);
    for (uint32_t i = 0; i < rows.n; i++) {
        forms[listing].add(&s, rows.at[i]);
    }
    if (arena.failed != CASUS_OK || s.cell.failed != CASUS_OK) {
        st = casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    } else {
        casus_grid_write(&s.grid, width, style, out);
    }
    casus_buf_free(&s.cell);
    casus_arena_free(&arena);
    return st;
}
