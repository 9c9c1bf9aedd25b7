/* Which rows pass: see filter.h. */
#include "report/filter.h"

#include "report/country.h"
#include "report/filter_value.h"
#include "report/fold.h"

#include <strings.h>

/* A filter, read against the ledger: what is NULL or 0 asks nothing. */
typedef struct question {
    const casus_ledger *ledger;
    casus_day since, until;
    bool *place, *actor, *source; /* whether each of the ledger's is meant */
    bool *home;                   /* whether each place lies in the country */
    char country[CASUS_COUNTRY_CODE];
    bool *document; /* whether each may be listed by its outlet and language */
    bool typed;
    casus_event_type type;
    uint32_t mode;
    casus_str text; /* folded words */
    casus_arena scratch;
} question;

static bool any_of(casus_indices list, const bool *chosen)
{
    for (uint32_t i = 0; i < list.n; i++) {
        if (chosen[list.at[i]]) {
            return true;
        }
    }
    return false;
}

/* A claim without a time counts on the day its document was published. */
static bool in_time(const question *q, const casus_ledger_claim *c)
{
    if (q->since == CASUS_DAY_FIRST && q->until == CASUS_DAY_LAST) {
        return true;
    }
    casus_date from = c->from;
    casus_date to = c->to;
    if (from.from == CASUS_FROM_NOWHERE && to.from == CASUS_FROM_NOWHERE) {
        from = to = q->ledger->document[c->document].published;
        if (from.from == CASUS_FROM_NOWHERE) {
            return false;
        }
    }
    return casus_day_first(from) <= q->until && casus_day_last(to) >= q->since;
}

static bool has_citizen(const question *q, casus_indices list)
{
    for (uint32_t i = 0; i < list.n; i++) {
        if (casus_str_eq(q->ledger->actor[list.at[i]].country, casus_str_of(q->country))) {
            return true;
        }
    }
    return false;
}

/* Where it happened tells the country; a claim without a place belongs to those who take part. */
static bool in_country(const question *q, const casus_ledger_claim *c)
{
    return q->home == NULL || any_of(c->place, q->home) ||
           (c->place.n == 0 && (has_citizen(q, c->actor) || has_citizen(q, c->recipient)));
}

static bool has_text(question *q, const casus_ledger_claim *c)
{
    if (q->text.ptr == NULL) {
        return true;
    }
    casus_arena_clear(&q->scratch);
    casus_str folded = casus_fold(c->quote, &q->scratch);
    return folded.ptr != NULL && casus_fold_holds_all(folded, q->text);
}

static bool passes(question *q, const casus_ledger_claim *c)
{
    return (!q->typed || (c->type == q->type && (q->mode == 0 || (c->mode & q->mode) != 0))) && in_time(q, c) &&
           (q->document == NULL || q->document[c->document]) && (q->place == NULL || any_of(c->place, q->place)) &&
           (q->actor == NULL || any_of(c->actor, q->actor) || any_of(c->recipient, q->actor)) &&
           (q->source == NULL || any_of(c->source, q->source)) && in_country(q, c) && has_text(q, c);
}

static casus_status read_country(question *q, const char *value, casus_arena *arena, casus_error *err)
{
    casus_country3(casus_str_of(value), q->country);
    if (q->country[0] == '\0') {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "--country=%s: no country's code (ISO 3166)", value);
    }
    q->home = CASUS_NEW(arena, bool, q->ledger->n_place + 1U);
    for (uint32_t i = 0; q->home != NULL && i < q->ledger->n_place; i++) {
        const casus_place *p = &q->ledger->place[i];
        char code[CASUS_COUNTRY_CODE];
        casus_country3(p->country.ptr == NULL ? p->country3 : p->country, code);
        q->home[i] = strcmp(code, q->country) == 0;
    }
    return q->home == NULL ? casus_arena_fail(arena, err) : CASUS_OK;
}

/* BCP 47: 'xx' is any 'xx-YY'. */
static bool speaks(const casus_ledger_doc *doc, const char *language)
{
    size_t len = strlen(language);
    return doc->language.len >= len && strncasecmp(doc->language.ptr, language, len) == 0 &&
           (doc->language.len == len || doc->language.ptr[len] == '-');
}

static casus_status read_documents(question *q, const casus_filter *filter, casus_arena *arena, casus_error *err)
{
    const casus_ledger *ledger = q->ledger;
    casus_str outlet = casus_fold(casus_str_of(filter->outlet), arena);
    bool written = filter->outlet == NULL;
    bool spoken = filter->language == NULL;
    q->document = CASUS_NEW(arena, bool, ledger->n_document + 1U);
    if (q->document == NULL || outlet.ptr == NULL) {
        return casus_arena_fail(arena, err);
    }
    for (uint32_t i = 0; i < ledger->n_document; i++) {
        const casus_ledger_doc *doc = &ledger->document[i];
        bool by = filter->outlet == NULL || casus_fold_holds(casus_fold(doc->outlet, arena), outlet);
        bool in = filter->language == NULL || speaks(doc, filter->language);
        q->document[i] = by && in;
        written = written || by;
        spoken = spoken || in;
    }
    if (!written) {
        return casus_fail(err, CASUS_END, NULL, 0, 0, "--outlet=%s: no outlet of the ledger is called so",
                          filter->outlet);
    }
    return spoken ? CASUS_OK
                  : casus_fail(err, CASUS_END, NULL, 0, 0, "--language=%s: no document of the ledger is in it",
                               filter->language);
}

/* One flag for each of the ledger's rows. */
static casus_status make(bool **out, uint32_t n, casus_arena *arena, casus_error *err)
{
    *out = CASUS_NEW(arena, bool, (size_t)n + 1);
    return *out == NULL ? casus_arena_fail(arena, err) : CASUS_OK;
}

static casus_status read_question(question *q, const casus_filter *filter, casus_arena *arena, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_date date;
    const casus_ledger *ledger = q->ledger;
    if (filter->since != NULL) {
        CASUS_TRY(casus_filter__date("since", filter->since, &date, err));
        q->since = casus_day_first(date);
    }
    if (filter->until != NULL) {
        CASUS_TRY(casus_filter__date("until", filter->until, &date, err));
        q->until = casus_day_last(date);
    }
    if (filter->type != NULL) {
        q->typed = true;
        CASUS_TRY(casus_filter__type(filter->type, &q->type, &q->mode, err));
    }
    if (filter->country != NULL) {
        CASUS_TRY(read_country(q, filter->country, arena, err));
    }
    if (filter->place != NULL) {
        CASUS_TRY(make(&q->place, ledger->n_place, arena, err));
        CASUS_TRY(casus_filter__places(filter->place, ledger, arena, q->place, err));
    }
    if (filter->actor != NULL) {
        CASUS_TRY(make(&q->actor, ledger->n_actor, arena, err));
        CASUS_TRY(casus_filter__actors("actor", filter->actor, ledger, arena, q->actor, err));
    }
    if (filter->source != NULL) {
        CASUS_TRY(make(&q->source, ledger->n_actor, arena, err));
        CASUS_TRY(casus_filter__actors("source", filter->source, ledger, arena, q->source, err));
    }
    if (filter->outlet != NULL || filter->language != NULL) {
        CASUS_TRY(read_documents(q, filter, arena, err));
    }
    if (filter->text != NULL) {
        q->text = casus_fold(casus_str_of(filter->text), arena);
        st = q->text.ptr == NULL ? casus_arena_fail(arena, err) : CASUS_OK;
    }
done:
    return st;
}

/* From claims to what is made of them. */
static void spread(const casus_ledger *ledger, bool everything, casus_selection *out)
{
    for (uint32_t i = 0; i < ledger->n_incident; i++) {
        out->incident[i] = everything || any_of(ledger->incident[i].claim, out->claim);
    }
    for (uint32_t i = 0; i < ledger->n_dispute; i++) {
        const casus_dispute *d = &ledger->dispute[i];
        out->dispute[i] = everything || (d->incident != CASUS_NONE && out->incident[d->incident]);
        for (uint32_t p = 0; p < d->n_position; p++) {
            out->dispute[i] = out->dispute[i] || any_of(d->position[p].claim, out->claim);
        }
    }
    for (uint32_t i = 0; i < ledger->n_loss; i++) {
        out->loss[i] = everything || (ledger->loss[i].claim != CASUS_NONE && out->claim[ledger->loss[i].claim]);
    }
    for (uint32_t i = 0; i < ledger->n_state; i++) {
        out->state[i] = everything || any_of(ledger->state[i].claim, out->claim);
    }
}

static bool asks_nothing(const casus_filter *f)
{
    return f->since == NULL && f->until == NULL && f->place == NULL && f->country == NULL && f->actor == NULL &&
           f->source == NULL && f->type == NULL && f->language == NULL && f->outlet == NULL && f->text == NULL;
}

casus_status casus_filter_run(const casus_filter *filter, const casus_ledger *ledger, casus_arena *arena,
                              casus_selection *out, casus_error *err)
{
    casus_status st = CASUS_OK;
    question q = {.ledger = ledger, .since = CASUS_DAY_FIRST, .until = CASUS_DAY_LAST};
    casus_arena_init(&q.scratch, SIZE_MAX);
    CASUS_TRY(make(&out->claim, ledger->n_claim, arena, err));
    CASUS_TRY(make(&out->incident, ledger->n_incident, arena, err));
    CASUS_TRY(make(&out->dispute, ledger->n_dispute, arena, err));
    CASUS_TRY(make(&out->loss, ledger->n_loss, arena, err));
    CASUS_TRY(make(&out->state, ledger->n_state, arena, err));
    CASUS_TRY(read_question(&q, filter, arena, err));
    for (uint32_t i = 0; i < ledger->n_claim; i++) {
        out->claim[i] = passes(&q, &ledger->claim[i]);
    }
    spread(ledger, asks_nothing(filter), out);
done:
    casus_arena_free(&q.scratch);
    return st;
}
