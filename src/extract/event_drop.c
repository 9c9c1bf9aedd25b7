/* Words that name no happening of their own, and figures that do: see event.h. */
#include "extract/event.h"

static bool is_casualty(const casus_trigger *row)
{
    return casus_str_eq(row->outcome, CASUS_STR("killed")) || casus_str_eq(row->outcome, CASUS_STR("wounded"));
}

/* Whether the word, or what it counts or modifies, heads a figure. */
static bool is_counted(const casus_view *view, const casus_heads *heads, uint32_t w)
{
    if (heads->quantity[w] != CASUS_NO_WORD) {
        return true;
    }
    for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        if (heads->quantity[c] != CASUS_NO_WORD) {
            return true;
        }
    }
    uint32_t head = view->word[w].head;
    return head != CASUS_NO_WORD && heads->quantity[head] != CASUS_NO_WORD;
}

/* 'Russian-held town', 'the exiled mayor', 'occupation soldiers': what a thing is like, told in passing. */
static bool is_attribute(const casus_view *view, const casus_heads *heads, const casus_event *e)
{
    switch (view->word[e->word].deprel) {
    case CASUS_DEPREL_AMOD:
        return view->word[e->word].upos != CASUS_UPOS_NOUN && !is_counted(view, heads, e->word);
    case CASUS_DEPREL_COMPOUND:
    case CASUS_DEPREL_FLAT:
    case CASUS_DEPREL_NMOD_POSS:
        return !is_counted(view, heads, e->word);
    default:
        return false;
    }
}

/* Inside a longer name ('Joint Operations Command'). */
static bool is_in_name(const casus_view *view, const casus_event *e)
{
    const casus_doc *doc = view->doc;
    for (uint32_t m = 0; view->word[e->word].capital && m < doc->n_mention; m++) {
        const casus_actor_mention *mention = &doc->mention[m];
        if (mention->word_begin > e->word) {
            return false;
        }
        if (mention->kind == CASUS_MENTION_NAME && e->word < mention->word_end && mention->head != e->word &&
            mention->word_end - mention->word_begin > 1) {
            return true;
        }
    }
    return false;
}

static bool is_noun(const casus_view *view, uint32_t w)
{
    return view->word[w].upos == CASUS_UPOS_NOUN || view->word[w].upos == CASUS_UPOS_PROPN;
}

/* A definite noun without anything that tells more of it, in a place where it only refers back. */
static bool refers_back(const casus_view *view, const casus_event *e)
{
    bool definite = false;
    switch (view->word[e->word].deprel) {
    case CASUS_DEPREL_OBL:
    case CASUS_DEPREL_OBL_ARG:
    case CASUS_DEPREL_NMOD:
        break;
    default:
        return false;
    }
    for (uint32_t c = view->word[e->word].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        switch (view->word[c].deprel) {
        case CASUS_DEPREL_DET:
            definite = casus_view_has(view, c, CASUS_STR("Definite=Def")) ||
                       casus_view_has(view, c, CASUS_STR("PronType=Dem"));
            break;
        case CASUS_DEPREL_CASE:
        case CASUS_DEPREL_PUNCT:
            break;
        default:
            return false;
        }
    }
    return definite && is_noun(view, e->word) && e->actor.n == 0;
}

/* The dead and wounded whom nobody counts are people, not an event, where another verb does something with them. */
static bool is_uncounted(const casus_view *view, const casus_heads *heads, const casus_event *e)
{
    uint8_t deprel = view->word[e->word].deprel;
    return is_casualty(e->row) && e->recipient.n == 0 && view->word[e->word].upos != CASUS_UPOS_VERB &&
           e->anchor != e->word &&
           (deprel == CASUS_DEPREL_OBJ || deprel == CASUS_DEPREL_OBL || deprel == CASUS_DEPREL_NSUBJ_PASS) &&
           !is_counted(view, heads, e->word);
}

void casus_events_drop(const casus_view *view, const casus_heads *heads, casus_events *events)
{
    for (uint32_t i = 0; i < events->n; i++) {
        casus_event *e = &events->event[i];
        if (e->part_of == CASUS_NO_EVENT) {
            e->dropped = is_attribute(view, heads, e) || is_in_name(view, e) ||
                         (e->row->type != CASUS_RETREAT && e->row->type != CASUS_AGREE && refers_back(view, e)) ||
                         is_uncounted(view, heads, e);
        }
    }
}

/* Whether a figure's outcome is one of people who come to harm. */
static bool is_harm(const casus_quantity *q)
{
    return casus_str_eq(q->outcome, CASUS_STR("killed")) || casus_str_eq(q->outcome, CASUS_STR("wounded")) ||
           casus_str_eq(q->item, CASUS_STR("casualty"));
}

/* The event above `w`, as far as figures are attached. */
static bool is_held(const casus_view *view, const casus_events *events, uint32_t w)
{
    for (unsigned steps = 0; steps < 6 && w != CASUS_NO_WORD; steps++) {
        if (events->at[w] != CASUS_NO_EVENT) {
            return true;
        }
        w = view->word[w].head;
    }
    return false;
}

void casus_events_add_figures(const casus_view *view, const casus_heads *heads, casus_events *events)
{
    static const casus_trigger figure = {.upos = CASUS_UPOS_NUM, .type = CASUS_ASSAULT, .frame = CASUS_NO_FRAME};
    const casus_doc *doc = view->doc;
    (void)heads;
    for (uint32_t i = 0; i < doc->n_quantity && events->n < doc->n_word; i++) {
        const casus_quantity *q = &doc->quantity[i];
        if (is_harm(q) && view->word[q->head].upos == CASUS_UPOS_NUM && !is_held(view, events, q->head)) {
            events->at[q->head] = events->n;
            events->event[events->n++] =
                (casus_event){.word = q->head, .row = &figure, .anchor = q->head, .part_of = CASUS_NO_EVENT};
        }
    }
}
