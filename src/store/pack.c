/* From a document to the bytes that the store takes: runs on the threads that read (see store.h and wire.h). */
#include "base/sha256.h"
#include "record/write.h"
#include "store/sketch.h"
#include "store/wire.h"
#include "store/inside.h"

#include <stdlib.h>

/* The actors or places that the claims name, numbered in order of first use. */
typedef struct numbers {
    uint32_t *of;    /* [n of the document] plus one; 0: not yet used */
    uint32_t *order; /* [n] */
    uint32_t n;
} numbers;

static uint32_t number(numbers *used, uint32_t index)
{
    if (used->of[index] == 0) {
        used->order[used->n] = index;
        used->of[index] = ++used->n;
    }
    return used->of[index] - 1;
}

static void put_span(casus_buf *out, const casus_doc *doc, casus_span span)
{
    bool none = span.end <= span.begin;
    casus_wire_put_str(out, none ? CASUS_STR_NULL : casus_str_slice(doc->text, span.begin, span.end));
}

static void put_roles(casus_buf *out, const casus_participants *roles, numbers *actors)
{
    casus_wire_put(out, roles->n);
    for (uint32_t i = 0; i < roles->n; i++) {
        casus_wire_put(out, number(actors, roles->role[i].actor));
    }
}

static void put_quantity(casus_buf *out, const casus_doc *doc, const casus_quantity *q, numbers *actors)
{
    casus_wire_put_str(out, q->item);
    casus_wire_put_str(out, q->outcome);
    casus_wire_put_double(out, q->low);
    casus_wire_put_double(out, q->best);
    casus_wire_put_double(out, q->high);
    casus_wire_put(out, q->scope);
    casus_wire_put_date(out, q->since);
    casus_wire_put(out, q->side == CASUS_NO_ACTOR ? 0 : number(actors, q->side) + 1);
    put_span(out, doc, q->text);
}

/* What casus_store__claim reads. */
static void put_claim(casus_buf *out, const casus_doc *doc, const casus_claim *c, numbers *actors, numbers *places)
{
    const casus_timex *t = c->timex < doc->n_timex ? &doc->timex[c->timex] : NULL;
    casus_date from = {0};
    casus_date to = {0};
    if (t != NULL) {
        casus_claim_interval(c, t, &from, &to);
    }
    casus_wire_put(out, c->sentence);
    casus_wire_put(out, c->type);
    casus_wire_put(out, c->mode);
    casus_wire_put(out, c->voice);
    casus_wire_put(out, c->factuality);
    casus_wire_put(out, c->tense);
    put_roles(out, &c->actor, actors);
    put_roles(out, &c->recipient, actors);
    put_roles(out, &c->source, actors);
    casus_wire_put(out, c->n_place);
    for (uint32_t i = 0; i < c->n_place; i++) {
        casus_wire_put(out, number(places, c->place[i]));
    }
    casus_wire_put_date(out, from);
    casus_wire_put_date(out, to);
    casus_wire_put_str(out, t == NULL ? CASUS_STR_NULL : t->value);
    put_span(out, doc, c->trigger);
    put_span(out, doc, c->quote);
    put_span(out, doc, c->cue);
    casus_wire_put(out, c->n_quantity);
    for (uint32_t i = 0; i < c->n_quantity; i++) {
        put_quantity(out, doc, &doc->quantity[c->quantity[i]], actors);
    }
}

static void put_actor(casus_buf *out, const casus_actor *actor)
{
    casus_wire_put_str(out, actor->name);
    casus_wire_put_str(out, actor->country);
    casus_wire_put(out, actor->n_sector);
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        casus_wire_put_str(out, actor->sector[i]);
    }
    casus_wire_put_str(out, actor->wikidata);
    casus_wire_put(out, actor->person);
}

static void put_place(casus_buf *out, const casus_place *place)
{
    casus_wire_put(out, place->geonameid);
    casus_wire_put_str(out, place->name);
    casus_wire_put_str(out, place->country);
    casus_wire_put_str(out, place->country3);
    casus_wire_put_str(out, place->feature);
    casus_wire_put(out, place->precision);
    casus_wire_put_double(out, place->latitude);
    casus_wire_put_double(out, place->longitude);
}

static void put_head(casus_buf *out, const casus_doc *doc, casus_sha256_sum *sum, casus_arena *scratch)
{
    char hash[65];
    uint64_t sketch[CASUS_SKETCH];
    uint32_t n_sketch = casus_sketch_make(doc->text, sketch, scratch);
    casus_sha256(doc->text, hash);
    const casus_str field[CASUS_STORE_FIELDS] = {[CASUS_STORE_ID] = doc->id,
                                                 [CASUS_STORE_URL] = doc->url,
                                                 [CASUS_STORE_OUTLET] = doc->outlet,
                                                 [CASUS_STORE_TITLE] = doc->title,
                                                 [CASUS_STORE_LANGUAGE] = doc->language,
                                                 [CASUS_STORE_SHA256] = casus_str_of(doc->sha256),
                                                 [CASUS_STORE_VERSION] = doc->version,
                                                 [CASUS_STORE_TEXT] = doc->text,
                                                 [CASUS_STORE_TEXT_SHA256] = casus_str_of(hash)};
    for (size_t i = 0; i < CASUS_STORE_FIELDS; i++) {
        casus_wire_put_str(out, field[i]);
    }
    casus_wire_put_date(out, doc->published);
    casus_wire_put(out, (uint64_t)n_sketch * 8);
    size_t start = out->len;
    for (uint32_t i = 0; i < n_sketch; i++) {
        casus_wire_put_word(out, sketch[i]);
    }
    casus_sha256_add(sum, casus_str_slice(casus_buf_str(out), start, out->len));
}

void casus_store_pack(const casus_doc *doc, casus_buf *out)
{
    casus_arena scratch;
    casus_buf part; /* one claim, before its length is known */
    casus_sha256_sum sum;
    char hash[65];
    casus_points points = {.text = doc->text};
    casus_arena_init(&scratch, SIZE_MAX);
    casus_buf_init(&part, out->cap);
    numbers actors = {CASUS_NEW(&scratch, uint32_t, doc->n_actor), CASUS_NEW(&scratch, uint32_t, doc->n_actor), 0};
    numbers places = {CASUS_NEW(&scratch, uint32_t, doc->n_place), CASUS_NEW(&scratch, uint32_t, doc->n_place), 0};
    casus_sha256_begin(&sum);
    put_head(out, doc, &sum, &scratch);
    casus_wire_put(out, doc->n_claim);
    for (uint32_t i = 0; scratch.failed == CASUS_OK && i < doc->n_claim; i++) {
        const casus_claim *c = &doc->claim[i];
        casus_wire_put(out, c->quote.begin);
        casus_wire_put(out, c->quote.end);
        casus_buf_clear(&part, SIZE_MAX);
        put_claim(&part, doc, c, &actors, &places);
        casus_wire_put_str(out, casus_buf_str(&part));
        casus_sha256_add(&sum, casus_buf_str(&part));
        casus_buf_clear(&part, SIZE_MAX);
        casus_record_write_claim(doc, &points, i, &part);
        casus_wire_put_str(out, casus_buf_str(&part));
        casus_sha256_add(&sum, casus_buf_str(&part));
        out->failed = part.failed != CASUS_OK ? part.failed : out->failed;
    }
    casus_wire_put(out, actors.n);
    for (uint32_t i = 0; i < actors.n; i++) {
        put_actor(out, &doc->actor[actors.order[i]]);
    }
    casus_wire_put(out, places.n);
    for (uint32_t i = 0; i < places.n; i++) {
        put_place(out, &doc->place[places.order[i]]);
    }
    casus_sha256_end(&sum, hash);
    casus_wire_put_str(out, casus_str_of(hash));
    out->failed = scratch.failed != CASUS_OK ? scratch.failed : out->failed;
    casus_buf_free(&part);
    casus_arena_free(&scratch);
}
