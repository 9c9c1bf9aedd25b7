/* Words that name no happening of their own, and figures that do: see event.h. */
#include "extract/attach.h"
#include "extract/event.h"
#include "record/plover.h"

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
    case CASUS_DEPREL_ACL: /* 'the rebels supported by Iran' */
        return (e->row->type == CASUS_SUPPORT || e->row->type == CASUS_AID || e->row->type == CASUS_COOPERATE) &&
               casus_view_has(view, e->word, CASUS_STR("VerbForm=Part"));
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
static bool refers_back(const casus_view *view, const casus_events *events, const casus_event *e)
{
    bool definite = false;
    bool condemned = false;
    uint32_t head = view->word[e->word].head;
    switch (view->word[e->word].deprel) {
    case CASUS_DEPREL_OBL:
    case CASUS_DEPREL_OBL_ARG:
    case CASUS_DEPREL_NMOD:
        break;
    case CASUS_DEPREL_OBJ: /* 'condemned the attack' */
        if (head != CASUS_NO_WORD && events->at[head] != CASUS_NO_EVENT &&
            events->event[events->at[head]].word == head && events->event[events->at[head]].row->type == CASUS_ACCUSE) {
            condemned = true;
            break;
        }
        return false;
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
    return definite && is_noun(view, e->word) &&
           (e->actor.n == 0 || condemned || (e->row->type == CASUS_ACCUSE && e->recipient.n == 0));
}

/* 'put the toll at nine', 'the losses rose to forty': a number hangs on the verb, or is said to be the noun's. */
static bool is_told_a_number(const casus_view *view, uint32_t w)
{
    uint32_t head = view->word[w].head;
    for (uint32_t c = head == CASUS_NO_WORD ? CASUS_NO_WORD : view->word[head].first_child; c != CASUS_NO_WORD;
         c = view->word[c].next_sibling) {
        if (c != w && !view->word[c].taken &&
            (view->word[c].upos == CASUS_UPOS_NUM || casus_view_child(view, c, CASUS_DEPREL_NUMMOD) != CASUS_NO_WORD)) {
            return true;
        }
    }
    return false;
}

/* The dead and wounded whom nobody counts are people, not an event, where another verb does something with them. */
static bool is_uncounted(const casus_view *view, const casus_heads *heads, const casus_event *e)
{
    uint8_t deprel = view->word[e->word].deprel;
    const casus_item *item = casus_item_of(view, e->word);
    if (item != NULL && item->class_of == CASUS_ITEM_TOLL && !is_counted(view, heads, e->word) &&
        !is_told_a_number(view, e->word)) {
        return true; /* 'the high toll' */
    }
    return casus_is_casualty(e->row->outcome) && e->recipient.n == 0 && view->word[e->word].upos != CASUS_UPOS_VERB &&
           e->anchor != e->word &&
           (deprel == CASUS_DEPREL_OBJ || deprel == CASUS_DEPREL_OBL || deprel == CASUS_DEPREL_NSUBJ_PASS) &&
           !is_counted(view, heads, e->word);
}

void casus_events_drop(const casus_view *view, const casus_heads *heads, casus_events *events)
{
    for (uint32_t i = 0; i < events->n; i++) {
        casus_event *e = &events->event[i];
        if (e->part_of == CASUS_NO_EVENT) {
            e->dropped =
                is_attribute(view, heads, e) || is_in_name(view, e) ||
                (e->row->type != CASUS_RETREAT && e->row->type != CASUS_AGREE && refers_back(view, events, e)) ||
                is_uncounted(view, heads, e);
        }
    }
}

/* Whether a figure's outcome is one of people who come to harm. */
static bool is_harm(const casus_quantity *q)
{
    return casus_is_casualty(q->outcome) || casus_str_eq(q->item, CASUS_STR("casualty"));
}

void casus_events_add_figures(const casus_view *view, const casus_heads *heads, casus_events *events)
{
    static const casus_trigger figure = {.upos = CASUS_UPOS_NUM, .type = CASUS_ASSAULT, .frame = CASUS_NO_FRAME};
    const casus_doc *doc = view->doc;
    (void)heads;
    for (uint32_t i = 0; i < doc->n_quantity && events->n < doc->n_word; i++) {
        const casus_quantity *q = &doc->quantity[i];
        if (is_harm(q) && view->word[q->head].upos == CASUS_UPOS_NUM &&
            casus_event_of_figure(view, events, q) == CASUS_NO_EVENT) {
            events->at[q->head] = events->n;
            events->event[events->n++] =
                (casus_event){.word = q->head, .row = &figure, .anchor = q->head, .part_of = CASUS_NO_EVENT};
        }
    }
}
