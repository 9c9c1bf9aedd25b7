/* Attachment by the tree first, then by the sentence: see attach.h. */
#include "extract/attach.h"

enum { MOST_STEPS = 12, FARTHEST_OUT = 8, MOST_CHILDREN = 64 };

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
        uint32_t e = events->at[w];
        if (e != CASUS_NO_EVENT && !events->event[e].dropped) {
            return casus_event_whole(events, e);
        }
        w = view->word[w].head;
    }
    return CASUS_NO_EVENT;
}

/* What the word hangs on, as part of an idiom or a separable verb on what the whole of it hangs on. */
static uint32_t governor_of(const casus_view *view, uint32_t w)
{
    for (unsigned steps = 0; steps < MOST_STEPS && (view->word[w].deprel == CASUS_DEPREL_FIXED ||
                                                    view->word[w].deprel == CASUS_DEPREL_COMPOUND_PRT);
         steps++) {
        uint32_t head = view->word[w].head;
        if (head == CASUS_NO_WORD || view->word[head].upos == CASUS_UPOS_VERB) {
            break;
        }
        w = head;
    }
    return view->word[w].head;
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
        if (distance < nearest && at != w && governor_of(view, at) == head &&
            view->word[at].deprel != CASUS_DEPREL_CCOMP && view->word[at].deprel != CASUS_DEPREL_PARATAXIS) {
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

/* The first of the conjuncts that `w` is one of. */
static uint32_t first_conjunct(const casus_view *view, uint32_t w)
{
    for (unsigned steps = 0;
         steps < MOST_STEPS && view->word[w].deprel == CASUS_DEPREL_CONJ && view->word[w].head != CASUS_NO_WORD &&
         view->word[view->word[w].head].upos != CASUS_UPOS_VERB;
         steps++) {
        w = view->word[w].head;
    }
    return w;
}

/* '56 killed villagers', '97 villagers killed': the attribute that tells what became of them. */
static uint32_t event_within(const casus_view *view, const casus_events *events, const casus_quantity *q)
{
    for (uint32_t w = q->word_begin; w < q->word_end && q->outcome.len > 0; w++) {
        uint32_t e = w == q->head ? CASUS_NO_EVENT : events->at[w];
        if (e != CASUS_NO_EVENT && !events->event[e].dropped && events->event[e].word == w &&
            events->event[e].row->type == CASUS_ASSAULT) {
            return casus_event_whole(events, e);
        }
    }
    uint32_t n = 0;
    for (uint32_t c = view->word[q->head].first_child; c != CASUS_NO_WORD && n < MOST_CHILDREN && q->outcome.len > 0;
         c = view->word[c].next_sibling, n++) {
        bool attribute = view->word[c].deprel == CASUS_DEPREL_ACL || view->word[c].deprel == CASUS_DEPREL_AMOD;
        uint32_t e = attribute ? events->at[c] : CASUS_NO_EVENT;
        if (e != CASUS_NO_EVENT && !events->event[e].dropped &&
            casus_str_eq(events->event[e].row->outcome, q->outcome)) {
            return casus_event_whole(events, e);
        }
    }
    return CASUS_NO_EVENT;
}

/* 'put the number of dead at one': the event that the announcing noun's phrase tells, below the same verb. */
static uint32_t event_announced(const casus_view *view, const casus_events *events, const casus_quantity *q)
{
    uint32_t head = view->word[q->head].head;
    const casus_sentence *s = &view->doc->sentence[view->word[q->head].sentence];
    for (uint32_t w = s->word_begin; w < s->word_end && head != CASUS_NO_WORD; w++) {
        uint32_t e = events->at[w];
        if (e == CASUS_NO_EVENT || events->event[e].dropped || events->event[e].word != w ||
            !casus_view_below(view, w, head)) {
            continue;
        }
        if (casus_str_eq(events->event[e].row->outcome, q->outcome)) {
            return casus_event_whole(events, e);
        }
    }
    return CASUS_NO_EVENT;
}

uint32_t casus_event_of_figure(const casus_view *view, const casus_events *events, const casus_quantity *q)
{
    uint32_t e = event_within(view, events, q);
    if (e == CASUS_NO_EVENT && casus_str_eq(q->rule, CASUS_STR("toll"))) {
        e = event_announced(view, events, q);
    }
    e = e != CASUS_NO_EVENT ? e : event_of(view, events, q->head, true);
    if (e == CASUS_NO_EVENT) {
        uint32_t first = first_conjunct(view, q->head);
        e = first == q->head ? e : event_of(view, events, first, true);
    }
    return e;
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

/* 'Thousands have fled since the town fell in May': the event that happens in the stretch, beside the one that bounds it. */
static uint32_t outer_event(const casus_view *view, const casus_events *events, const casus_timex *t, uint32_t inner)
{
    if (inner == CASUS_NO_EVENT || t->bound_begin == t->word_begin) {
        return CASUS_NO_EVENT;
    }
    uint32_t w = events->event[inner].anchor;
    for (uint32_t i = 0; i < FARTHEST_OUT && w != CASUS_NO_WORD && w >= t->bound_begin && w < t->word_begin; i++) {
        w = view->word[w].head;
    }
    bool out = w != CASUS_NO_WORD && (w < t->bound_begin || w >= t->word_begin);
    return out && w != events->event[inner].anchor ? event_of(view, events, w, true) : CASUS_NO_EVENT;
}

/* 'Mosul University', 'the University of Texas': a building of a town's name stands there; a body or thing need not. */
static bool is_site(const casus_view *view, const casus_place *p)
{
    uint32_t head = view->word[p->head].head;
    const casus_item *item = head == CASUS_NO_WORD ? NULL : casus_item_of(view, head);
    return item != NULL && (item->class_of == CASUS_ITEM_BUILDING || item->class_of == CASUS_ITEM_PLACE);
}

/* 'Homs Liberation Front': within the name of a body. */
static bool is_in_name(const casus_view *view, const casus_place *p)
{
    const casus_doc *doc = view->doc;
    uint32_t lo = 0;
    uint32_t hi = doc->n_mention;
    while (lo < hi) { /* the first mention that ends behind the place */
        uint32_t mid = lo + (hi - lo) / 2;
        if (doc->mention[mid].word_end < p->word_end) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < doc->n_mention && doc->mention[lo].kind == CASUS_MENTION_NAME &&
           doc->mention[lo].word_begin <= p->word_begin &&
           doc->mention[lo].word_end - doc->mention[lo].word_begin > p->word_end - p->word_begin;
}

bool casus_place_is_told(const casus_view *view, const casus_place *p)
{
    return !p->adjective && !p->government && !(p->part && !is_site(view, p)) && !is_in_name(view, p);
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
        uint32_t e = casus_event_of_figure(view, events, &doc->quantity[i]);
        if (e != CASUS_NO_EVENT) {
            push(out->quantity, out->next_quantity, e, i);
        }
    }
    for (uint32_t i = 0; i < doc->n_place; i++) {
        const casus_place *p = &doc->place[i];
        uint32_t e = casus_place_is_told(view, p)
                         ? event_of(view, events, top_of(view, p->word_begin, p->word_end), false)
                         : CASUS_NO_EVENT;
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
        e = outer_event(view, events, t, e);
        if (e != CASUS_NO_EVENT && out->timex[e] == CASUS_NO_WORD) {
            out->timex[e] = i;
        }
    }
    share(view, events, out->place);
    share(view, events, out->timex);
    return CASUS_OK;
}
