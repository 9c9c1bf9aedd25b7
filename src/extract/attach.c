/* Attachment by the tree first, then by the sentence: see attach.h. */
#include "extract/attach.h"

enum { MOST_STEPS = 12 };

static uint32_t *no_events(const casus_view *view, size_t n)
{
    uint32_t *array = CASUS_NEW(view->scratch, uint32_t, n + 1);
    if (array != NULL) {
        memset(array, 0xFF, (n + 1) * sizeof *array);
    }
    return array;
}

/* The event that stands on the way from `w` to the root, first; CASUS_NO_EVENT. `self`: it may be `w`. */
static uint32_t event_above(const casus_view *view, const casus_events *events, uint32_t w, bool self)
{
    if (!self) {
        w = view->word[w].head;
    }
    for (unsigned steps = 0; steps < MOST_STEPS && w != CASUS_NO_WORD; steps++) {
        if (events->at[w] != CASUS_NO_EVENT) {
            return casus_event_whole(events, events->at[w]);
        }
        w = view->word[w].head;
    }
    return CASUS_NO_EVENT;
}

/* The event of the sentence nearest to `w`, below what `w` hangs on; CASUS_NO_EVENT. */
static uint32_t event_beside(const casus_view *view, const casus_events *events, uint32_t w)
{
    const casus_sentence *s = &view->doc->sentence[view->word[w].sentence];
    uint32_t head = view->word[w].head;
    uint32_t best = CASUS_NO_EVENT;
    uint32_t nearest = UINT32_MAX;
    for (uint32_t at = s->word_begin; at < s->word_end && head != CASUS_NO_WORD; at++) {
        if (events->at[at] == CASUS_NO_EVENT || events->event[events->at[at]].word != at) {
            continue;
        }
        uint32_t distance = at > w ? at - w : w - at;
        if (distance < nearest && view->word[at].head == head && view->word[at].deprel != CASUS_DEPREL_CCOMP &&
            view->word[at].deprel != CASUS_DEPREL_PARATAXIS) {
            nearest = distance;
            best = casus_event_whole(events, events->at[at]);
        }
    }
    return best;
}

static uint32_t event_of(const casus_view *view, const casus_events *events, uint32_t w, bool self)
{
    uint32_t e = event_above(view, events, w, self);
    return e != CASUS_NO_EVENT ? e : event_beside(view, events, w);
}

/* The word by which a stretch hangs on the rest of its sentence. */
static uint32_t top_of(const casus_view *view, uint32_t begin, uint32_t end)
{
    for (uint32_t w = begin; w < end; w++) {
        uint32_t head = view->word[w].head;
        if (head == CASUS_NO_WORD || head < begin || head >= end) {
            return w;
        }
    }
    return begin;
}

static void push(uint32_t *first, uint32_t *next, uint32_t event, uint32_t item)
{
    uint32_t *at = &first[event];
    while (*at != CASUS_NO_WORD) {
        at = &next[*at];
    }
    *at = item;
}

/* A conjunct without a time or place of its own has that of the first, if it stands before both. */
static void share(const casus_view *view, const casus_events *events, uint32_t *first)
{
    for (uint32_t i = 0; i < events->n; i++) {
        uint32_t w = events->event[i].anchor;
        if (first[i] != CASUS_NO_WORD || view->word[w].deprel != CASUS_DEPREL_CONJ) {
            continue;
        }
        uint32_t upper = events->at[view->word[w].head];
        if (upper != CASUS_NO_EVENT) {
            first[i] = first[casus_event_whole(events, upper)];
        }
    }
}

casus_status casus_attach(const casus_view *view, const casus_events *events, const casus_heads *heads,
                          casus_attachments *out, casus_error *err)
{
    const casus_doc *doc = view->doc;
    (void)heads;
    *out = (casus_attachments){.quantity = no_events(view, events->n),
                               .next_quantity = no_events(view, doc->n_quantity),
                               .place = no_events(view, events->n),
                               .next_place = no_events(view, doc->n_place),
                               .timex = no_events(view, events->n)};
    if (out->quantity == NULL || out->next_quantity == NULL || out->place == NULL || out->next_place == NULL ||
        out->timex == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    for (uint32_t i = 0; i < doc->n_quantity; i++) {
        uint32_t e = event_of(view, events, doc->quantity[i].head, true);
        if (e != CASUS_NO_EVENT) {
            push(out->quantity, out->next_quantity, e, i);
        }
    }
    for (uint32_t i = 0; i < doc->n_place; i++) {
        const casus_place *p = &doc->place[i];
        uint32_t e = p->adjective || p->government || p->part
                         ? CASUS_NO_EVENT
                         : event_of(view, events, top_of(view, p->word_begin, p->word_end), false);
        if (e != CASUS_NO_EVENT) {
            push(out->place, out->next_place, e, i);
        }
    }
    for (uint32_t i = 0; i < doc->n_timex; i++) {
        const casus_timex *t = &doc->timex[i];
        uint32_t e = t->type == CASUS_TIMEX_DATE || t->type == CASUS_TIMEX_TIME
                         ? event_of(view, events, top_of(view, t->word_begin, t->word_end), false)
                         : CASUS_NO_EVENT;
        if (e != CASUS_NO_EVENT && out->timex[e] == CASUS_NO_WORD && t->from.from != CASUS_FROM_NOWHERE) {
            out->timex[e] = i;
        }
    }
    share(view, events, out->place);
    share(view, events, out->timex);
    return CASUS_OK;
}
