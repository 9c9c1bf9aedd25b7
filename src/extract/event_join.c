/*
 * Which words tell of the same event: see event.h. The rules are those of the annotation guidelines (docs/record.md):
 * an attack noun that is subject, object or agent stands for the event, else the casualty verb does; participles and
 * coordinated casualties are no events of their own; what a speech act asks for is none either.
 */
#include "extract/event.h"

#include "record/plover.h"

uint32_t casus_event_whole(const casus_events *events, uint32_t event)
{
    for (unsigned steps = 0; steps < 8 && events->event[event].part_of != CASUS_NO_EVENT; steps++) {
        event = events->event[event].part_of;
    }
    return event;
}

static bool is_casualty(const casus_event *e)
{
    return e->row->type == CASUS_ASSAULT && casus_is_casualty(e->row->outcome);
}

static bool is_nominal(const casus_view *view, const casus_event *e)
{
    uint8_t upos = view->word[e->word].upos;
    bool gerund = upos == CASUS_UPOS_VERB && casus_view_has(view, e->word, CASUS_STR("VerbForm=Ger")) &&
                  (view->word[e->word].deprel == CASUS_DEPREL_NSUBJ || view->word[e->word].deprel == CASUS_DEPREL_OBJ);
    return upos == CASUS_UPOS_NOUN || upos == CASUS_UPOS_PROPN || gerund; /* 'Shelling killed ten' */
}

/* What `e` has no filler for it takes from `part`, which joins it. */
static void absorb(casus_events *events, uint32_t whole, uint32_t part)
{
    casus_event *e = &events->event[whole];
    casus_event *p = &events->event[part];
    if (p->part_of != CASUS_NO_EVENT || casus_event_whole(events, whole) == part) {
        return;
    }
    p->part_of = whole;
    e->mode |= e->row->type == p->row->type ? p->mode : 0;
    e->actor = e->actor.n == 0 ? p->actor : e->actor;
    e->recipient = e->recipient.n == 0 ? p->recipient : e->recipient;
}

/* A noun that is an argument of a verb, both events: which of them stands. */
static void join_argument(const casus_view *view, casus_events *events, uint32_t noun, uint32_t verb)
{
    casus_event *n = &events->event[noun];
    casus_event *v = &events->event[verb];
    bool core = false;
    switch (view->word[n->word].deprel) {
    case CASUS_DEPREL_NSUBJ:
    case CASUS_DEPREL_NSUBJ_PASS:
    case CASUS_DEPREL_OBJ:
    case CASUS_DEPREL_OBL_AGENT:
        core = true;
        break;
    case CASUS_DEPREL_OBL:
    case CASUS_DEPREL_OBL_ARG:
        break;
    case CASUS_DEPREL_XCOMP: /* 'called the claim a lie' */
        if (v->row->type != CASUS_REJECT) {
            return;
        }
        break;
    default:
        return;
    }
    if (n->row->type == v->row->type) {
        if (core && !is_casualty(n)) {
            casus_fillers actor = n->actor;
            absorb(events, noun, verb);
            n->actor = actor; /* the noun's verb has the noun as its actor, which nobody is */
        } else {
            absorb(events, verb, noun);
        }
        return;
    }
    switch (v->row->type) { /* what is asked for, agreed, refused, discussed or threatened */
    case CASUS_REQUEST:
    case CASUS_AGREE:
    case CASUS_REJECT:
    case CASUS_CONSULT:
    case CASUS_SUPPORT:
    case CASUS_THREATEN:
        if (n->row->type != CASUS_ASSAULT && n->row->type != CASUS_CONTROL) {
            absorb(events, verb, noun);
        }
        break;
    default:
        break;
    }
}

/* A verb that hangs on another as participle or conjunct, both telling of the same attack. */
static void join_clause(const casus_view *view, casus_events *events, uint32_t lower, uint32_t upper)
{
    const casus_event *l = &events->event[lower];
    const casus_event *u = &events->event[upper];
    uint8_t deprel = view->word[l->word].deprel;
    if (l->row->type != u->row->type) {
        return;
    }
    if (deprel == CASUS_DEPREL_ACL_RELCL && is_nominal(view, u) && !is_casualty(u) && is_casualty(l)) {
        absorb(events, upper, lower); /* 'the bombing in which forty were killed' */
    } else if (deprel == CASUS_DEPREL_CONJ && is_casualty(l) && is_casualty(u)) {
        absorb(events, upper, lower);
    } else if (deprel == CASUS_DEPREL_ADVCL && casus_view_child(view, l->word, CASUS_DEPREL_NSUBJ) == CASUS_NO_WORD &&
               casus_view_child(view, l->word, CASUS_DEPREL_MARK) == CASUS_NO_WORD &&
               casus_view_has(view, l->word, CASUS_STR("VerbForm=Ger")) +
                       casus_view_has(view, l->word, CASUS_STR("VerbForm=Part")) >
                   0) {
        absorb(events, upper, lower);
    }
}

/* What is asked for, vowed, agreed or refused in an infinitive is no claim of its own. */
static bool join_demand(const casus_view *view, casus_events *events, uint32_t lower, uint32_t upper)
{
    const casus_event *l = &events->event[lower];
    uint8_t deprel = view->word[l->anchor].deprel;
    switch (events->event[upper].row->type) {
    case CASUS_REQUEST:
    case CASUS_THREATEN:
    case CASUS_REJECT:
    case CASUS_AGREE:
        break;
    default:
        return false;
    }
    bool own_subject = casus_view_child(view, l->anchor, CASUS_DEPREL_NSUBJ) != CASUS_NO_WORD;
    bool infinitive = (deprel == CASUS_DEPREL_XCOMP && !own_subject) || deprel == CASUS_DEPREL_OBL ||
                      deprel == CASUS_DEPREL_OBL_ARG ||
                      ((deprel == CASUS_DEPREL_ADVCL || deprel == CASUS_DEPREL_ACL || deprel == CASUS_DEPREL_CCOMP) &&
                       casus_view_has(view, l->anchor, CASUS_STR("VerbForm=Inf")));
    if (infinitive) {
        absorb(events, upper, lower);
    }
    return infinitive;
}

/* A noun that only tells what kind of thing the noun over it is ('ceasefire talks', 'the number of dead'). */
static void join_nouns(const casus_view *view, casus_events *events, uint32_t lower, uint32_t upper)
{
    const casus_event *l = &events->event[lower];
    uint8_t deprel = view->word[l->word].deprel;
    if (deprel == CASUS_DEPREL_COMPOUND || deprel == CASUS_DEPREL_AMOD || deprel == CASUS_DEPREL_FLAT ||
        deprel == CASUS_DEPREL_FIXED) {
        absorb(events, upper, lower);
    } else if ((deprel == CASUS_DEPREL_NMOD || deprel == CASUS_DEPREL_CONJ) &&
               l->row->type == events->event[upper].row->type && is_casualty(l)) {
        absorb(events, upper, lower);
    }
}

/* 'an offensive to retake the town', 'sent fighters to support the army': what a deed is for is no second one. */
static bool is_purpose(const casus_view *view, const casus_event *lower, const casus_event *upper)
{
    if (!casus_view_has(view, lower->word, CASUS_STR("VerbForm=Inf"))) {
        return false;
    }
    if (view->word[lower->word].deprel == CASUS_DEPREL_ACL) {
        return is_nominal(view, upper) && (upper->row->type == CASUS_ASSAULT || upper->row->type == CASUS_MOBILIZE);
    }
    return view->word[lower->word].deprel == CASUS_DEPREL_ADVCL &&
           (lower->row->type == CASUS_SUPPORT || lower->row->type == CASUS_AID);
}

/* 'kwamen om het leven bij een aanval': the attack only tells how the people whom the verb's phrase is about died. */
static bool join_to_phrase(const casus_view *view, casus_events *events, uint32_t noun, uint32_t phrase)
{
    const casus_event *n = &events->event[noun];
    const casus_event *p = &events->event[phrase];
    uint8_t deprel = view->word[n->word].deprel;
    if (p->word == p->anchor || p->anchor != view->word[n->word].head || n->row->type != p->row->type ||
        !is_casualty(p) || is_casualty(n) || (deprel != CASUS_DEPREL_OBL && deprel != CASUS_DEPREL_OBL_ARG)) {
        return false;
    }
    absorb(events, phrase, noun);
    return true;
}

void casus_events_join(const casus_view *view, casus_events *events)
{
    for (uint32_t i = 0; i < events->n; i++) {
        const casus_event *e = &events->event[i];
        uint32_t carrier = view->word[e->anchor].head;
        uint32_t over = carrier == CASUS_NO_WORD ? CASUS_NO_EVENT : events->at[carrier];
        if (over != CASUS_NO_EVENT && over != i && join_demand(view, events, i, over)) {
            continue;
        }
        if (e->anchor != e->word && over != CASUS_NO_EVENT && over != i && is_casualty(e) &&
            view->word[e->anchor].deprel == CASUS_DEPREL_CONJ && is_casualty(&events->event[over])) {
            absorb(events, over, i); /* 'were killed and thirty got wounded' */
            continue;
        }
        uint32_t head = view->word[e->word].head;
        uint32_t upper = head == CASUS_NO_WORD ? CASUS_NO_EVENT : events->at[head];
        if (upper != CASUS_NO_EVENT && upper != i && is_nominal(view, e) && join_to_phrase(view, events, i, upper)) {
            continue;
        }
        if (upper == CASUS_NO_EVENT || upper == i || events->event[upper].word != head) {
            continue;
        }
        bool noun = is_nominal(view, e);
        if (is_purpose(view, e, &events->event[upper])) {
            absorb(events, upper, i);
        } else if (noun && view->word[head].upos == CASUS_UPOS_VERB) {
            join_argument(view, events, i, upper);
        } else if (noun) {
            join_nouns(view, events, i, upper);
        } else {
            join_clause(view, events, i, upper);
        }
    }
}
