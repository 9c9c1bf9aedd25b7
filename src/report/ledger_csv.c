/* Listings as CSV: see listing.h. */
#include "report/ledger_words.h"
#include "report/listing.h"

#include "record/plover.h"

#include <math.h>
#include <stdio.h>

/* A row on its way: cells are parted by commas. */
typedef struct row {
    casus_buf *out;
    casus_buf cell; /* words being put together */
    bool begun;
} row;

static void separate(row *r)
{
    casus_buf_add_str(r->out, r->begun ? CASUS_STR(",") : CASUS_STR(""));
    r->begun = true;
}

/* RFC 4180. Words of documents that a spreadsheet would take for a formula get an apostrophe in front (OWASP). */
static void put(row *r, casus_str words)
{
    separate(r);
    if (words.ptr == NULL || words.len == 0) {
        return;
    }
    bool formula = memchr("=+-@\t\r", words.ptr[0], 6) != NULL;
    bool quoted = formula;
    for (size_t i = 0; !quoted && i < words.len; i++) {
        quoted = memchr(",\"\r\n", words.ptr[i], 4) != NULL;
    }
    if (!quoted) {
        casus_buf_add_str(r->out, words);
        return;
    }
    casus_buf_add_str(r->out, formula ? CASUS_STR("\"'") : CASUS_STR("\""));
    for (size_t i = 0; i < words.len; i++) {
        if (words.ptr[i] == '"') {
            casus_buf_add_char(r->out, '"');
        }
        casus_buf_add_char(r->out, words.ptr[i]);
    }
    casus_buf_add_char(r->out, '"');
}

/* What was put together in r->cell. */
static void put_cell(row *r)
{
    put(r, casus_buf_str(&r->cell));
    casus_buf_clear(&r->cell, SIZE_MAX);
}

static void put_number(row *r, double value)
{
    char text[40] = "";
    if (!isnan(value)) {
        (void)snprintf(text, sizeof text, "%.10g", value);
    }
    separate(r);
    casus_buf_add_str(r->out, casus_str_of(text));
}

static void put_date(row *r, casus_date date)
{
    char text[24] = "";
    if (date.from != CASUS_FROM_NOWHERE) {
        casus_date_format(date, text);
    }
    put(r, casus_str_of(text));
}

static void put_actor(row *r, const casus_ledger *ledger, uint32_t actor)
{
    put(r, actor == CASUS_NONE ? CASUS_STR_NULL : ledger->actor[actor].name);
}

static void put_actors(row *r, const casus_ledger *ledger, casus_indices list)
{
    casus_words_actors(ledger, list, &r->cell);
    put_cell(r);
}

static void put_places(row *r, const casus_ledger *ledger, casus_indices list)
{
    casus_words_places(ledger, list, &r->cell);
    put_cell(r);
}

static void put_claims(row *r, const casus_ledger *ledger, casus_indices list)
{
    casus_words_claims(ledger, list, "; ", &r->cell);
    put_cell(r);
}

static void put_type(row *r, casus_event_type type, uint32_t mode)
{
    casus_words_type(type, 0, &r->cell);
    put_cell(r);
    const char *name = NULL;
    for (unsigned i = 0; (name = casus_mode_name(type, i)) != NULL; i++) {
        if ((mode >> i & 1U) != 0) {
            casus_buf_add_str(&r->cell, r->cell.len == 0 ? CASUS_STR("") : CASUS_STR(" "));
            casus_buf_add_str(&r->cell, casus_str_of(name));
        }
    }
    put_cell(r);
}

static void put_incident(row *r, const casus_ledger *ledger, uint32_t incident)
{
    put(r, casus_str_of(incident == CASUS_NONE ? "" : ledger->incident[incident].id));
}

static void write_claim(row *r, const casus_ledger *ledger, uint32_t index)
{
    const casus_ledger_claim *c = &ledger->claim[index];
    const casus_ledger_doc *doc = &ledger->document[c->document];
    put(r, c->id);
    put_incident(r, ledger, c->incident);
    put(r, doc->id);
    put(r, doc->outlet);
    put(r, doc->language);
    put_date(r, doc->published);
    put(r, doc->url);
    put_type(r, c->type, c->mode);
    put(r, c->trigger);
    put_actors(r, ledger, c->actor);
    put_actors(r, ledger, c->recipient);
    put_places(r, ledger, c->place);
    put_date(r, c->from);
    put_date(r, c->to);
    for (uint32_t i = 0; i < c->n_quantity; i++) {
        const casus_ledger_quantity *q = &c->quantity[i];
        casus_buf_add_str(&r->cell, i == 0 ? CASUS_STR("") : CASUS_STR("; "));
        casus_words_figure(q->low, q->best, q->high, &r->cell);
        casus_buf_add_char(&r->cell, ' ');
        casus_buf_add_str(&r->cell, q->item.ptr == NULL ? CASUS_STR("?") : q->item);
        casus_buf_add_str(&r->cell, q->outcome.ptr == NULL ? CASUS_STR("") : CASUS_STR(" "));
        casus_buf_add_str(&r->cell, q->outcome);
    }
    put_cell(r);
    put_actors(r, ledger, c->source);
    put(r, casus_str_of(casus_voice_name(c->voice)));
    put(r, casus_str_of(casus_factuality_name(c->factuality)));
    put(r, casus_str_of(casus_tense_name(c->tense)));
    put(r, c->quote);
}

static void write_incident(row *r, const casus_ledger *ledger, uint32_t index)
{
    const casus_incident *incident = &ledger->incident[index];
    put(r, casus_str_of(incident->id));
    put_type(r, incident->type, incident->mode);
    put_date(r, incident->from);
    put_date(r, incident->to);
    put_places(r, ledger, incident->place);
    const casus_place *p = incident->place.n == 0 ? NULL : &ledger->place[incident->place.at[0]];
    put_number(r, p == NULL ? NAN : p->latitude);
    put_number(r, p == NULL ? NAN : p->longitude);
    put(r, p == NULL ? CASUS_STR_NULL : p->country);
    put_actors(r, ledger, incident->actor);
    put_actors(r, ledger, incident->recipient);
    put_number(r, incident->n_document);
    put_number(r, incident->n_outlet);
    put_number(r, incident->n_independent);
    for (uint32_t i = 0; i < incident->dispute.n; i++) {
        casus_buf_add_str(&r->cell, i == 0 ? CASUS_STR("") : CASUS_STR("; "));
        casus_buf_add_str(&r->cell, casus_str_of(ledger->dispute[incident->dispute.at[i]].id));
    }
    put_cell(r);
    put_claims(r, ledger, incident->claim);
}

static void end_line(row *r)
{
    casus_buf_add_char(r->out, '\n');
    r->begun = false;
}

/* A line for each position. */
static void write_dispute(row *r, const casus_ledger *ledger, uint32_t index)
{
    const casus_dispute *d = &ledger->dispute[index];
    for (uint32_t i = 0; i < d->n_position; i++) {
        if (i > 0) {
            end_line(r);
        }
        put(r, casus_str_of(d->id));
        put_incident(r, ledger, d->incident);
        put(r, d->about);
        put_number(r, i + 1);
        put(r, d->position[i].value);
        put_actors(r, ledger, d->position[i].source);
        put_claims(r, ledger, d->position[i].claim);
    }
}

static void write_loss(row *r, const casus_ledger *ledger, uint32_t index)
{
    static const char *const scope[] = {"event", "cumulative"};
    const casus_loss *loss = &ledger->loss[index];
    put_actor(r, ledger, loss->side);
    put_actor(r, ledger, loss->claimant);
    put(r, casus_str_of(loss->own ? "true" : "false"));
    put(r, loss->item);
    put(r, loss->outcome);
    put_number(r, loss->low);
    put_number(r, loss->best);
    put_number(r, loss->high);
    put(r, casus_str_of(scope[loss->scope]));
    put_date(r, loss->since);
    put_date(r, loss->as_of);
    put_incident(r, ledger, loss->incident);
    put(r, loss->claim == CASUS_NONE ? CASUS_STR_NULL : ledger->claim[loss->claim].id);
    put_claims(r, ledger, loss->before);
}

static void write_day(row *r, const casus_ledger *ledger, uint32_t index)
{
    put_date(r, casus_incident_day(&ledger->incident[index]));
    write_incident(r, ledger, index);
}

static void write_state(row *r, const casus_ledger *ledger, uint32_t index)
{
    const casus_state *state = &ledger->state[index];
    put(r, casus_str_of(casus_state_kind_name(state->kind)));
    put(r, state->stage);
    put(r, state->place == CASUS_NONE ? CASUS_STR_NULL : ledger->place[state->place].name);
    put_actors(r, ledger, state->party);
    put_actor(r, ledger, state->claimant);
    put(r, casus_str_of(state->denied ? "true" : "false"));
    put_date(r, state->from);
    put_date(r, state->to);
    put_claims(r, ledger, state->claim);
}

#define INCIDENT                                                                                             \
    "id,type,mode,from,to,place,latitude,longitude,country,actors,recipients,documents,outlets,independent," \
    "disputes,claims\n"

static const struct {
    const char *head;
    void (*write)(row *r, const casus_ledger *ledger, uint32_t index);
} forms[] = {
    [CASUS_LIST_CLAIMS] = {"id,incident,document,outlet,language,published,url,type,mode,trigger,actor,recipient,"
                           "place,from,to,quantities,source,attribution,factuality,tense,quote\n",
                           write_claim},
    [CASUS_LIST_INCIDENTS] = {INCIDENT, write_incident},
    [CASUS_LIST_DISPUTES] = {"id,incident,about,position,value,sources,claims\n", write_dispute},
    [CASUS_LIST_LOSSES] = {"side,claimant,own,item,outcome,low,best,high,scope,since,as_of,incident,claim,before\n",
                           write_loss},
    [CASUS_LIST_TIMELINE] = {"day," INCIDENT, write_day},
    [CASUS_LIST_STATUS] = {"kind,stage,place,parties,claimant,denied,from,to,claims\n", write_state},
};

void casus_listing_csv_head(casus_listing listing, casus_buf *out)
{
    casus_buf_add_str(out, casus_str_of(forms[listing].head));
}

void casus_listing_csv(const casus_ledger *ledger, casus_listing listing, uint32_t index, casus_buf *out)
{
    row r = {.out = out};
    casus_buf_init(&r.cell, SIZE_MAX / 4);
    forms[listing].write(&r, ledger, index);
    end_line(&r);
    if (r.cell.failed != CASUS_OK) {
        out->failed = r.cell.failed;
    }
    casus_buf_free(&r.cell);
}
