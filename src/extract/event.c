/* Finding events: see event.h. Source of the types: the PLOVER codebook. */
#include "extract/event.h"

#include "record/plover.h"

enum { SHORTEST_PART = 4, SHORTEST_FRONT = 3, LONGEST_LEMMA = 64 };

/* The rows that start with the word's lemma, or else with its form. */
static uint32_t first_row(const casus_view *view, uint32_t w)
{
    const casus_claim_pack *pack = view->pack->claim;
    const casus_view_word *v = &view->word[w];
    uint32_t row = v->lemma != 0 && v->lemma <= pack->n_vocab ? pack->first_trigger[v->lemma] : CASUS_PACK_LAST;
    if (row == CASUS_PACK_LAST && v->form != 0 && v->form <= pack->n_vocab) {
        row = pack->first_trigger[v->form];
    }
    return row;
}

/* A compound's rows are those of its longest known end ('raketaanval'); *front is what stands before that. */
static uint32_t compound_row(const casus_view *view, uint32_t w, casus_str *front, char folded[LONGEST_LEMMA * 2])
{
    const casus_word *word = &view->doc->word[w];
    casus_str lemma = word->lemma.ptr == NULL ? word->form : word->lemma;
    size_t len = lemma.len > LONGEST_LEMMA ? 0 : casus_pack_fold(lemma, folded, LONGEST_LEMMA * 2);
    for (size_t at = SHORTEST_FRONT; at + SHORTEST_PART <= len; at++) {
        const uint32_t *row = casus_map_get(&view->pack->claim->trigger_of, (casus_str){folded + at, len - at});
        if (row != NULL && view->pack->claim->trigger[*row].upos == CASUS_UPOS_NOUN) {
            *front = (casus_str){folded, folded[at - 1] == '-' ? at - 1 : at};
            return *row;
        }
    }
    return CASUS_PACK_LAST;
}

static bool has_upos(const casus_trigger *row, uint8_t upos)
{
    return row->upos == upos || (row->upos == CASUS_UPOS_NOUN && upos == CASUS_UPOS_PROPN);
}

/* The verb that carries a nominal trigger, or a predicate's subject-carrying word. */
static uint32_t anchor_of(const casus_view *view, uint32_t w)
{
    uint32_t phrase = w; /* 'om het leven' read as one fixed phrase hangs on the verb by its first word */
    while (view->word[phrase].deprel == CASUS_DEPREL_FIXED && view->word[phrase].head != CASUS_NO_WORD) {
        phrase = view->word[phrase].head;
    }
    const casus_view_word *v = &view->word[phrase];
    if (v->upos == CASUS_UPOS_VERB || v->head == CASUS_NO_WORD || view->word[v->head].upos != CASUS_UPOS_VERB) {
        return w;
    }
    switch (v->deprel) {
    case CASUS_DEPREL_OBJ:
    case CASUS_DEPREL_NSUBJ:
    case CASUS_DEPREL_NSUBJ_PASS:
    case CASUS_DEPREL_OBL:
    case CASUS_DEPREL_OBL_ARG:
    case CASUS_DEPREL_OBL_AGENT:
    case CASUS_DEPREL_XCOMP:
    case CASUS_DEPREL_COMPOUND_PRT:
        return v->head;
    default:
        return w;
    }
}

/* The mode that the instrument's rows from `row` on give to an event of this type; 0: none. */
static uint32_t row_mode(const casus_claim_pack *pack, uint32_t row, casus_event_type type)
{
    while (row != CASUS_PACK_LAST && pack->instrument[row].type != type) {
        row = pack->instrument[row].next;
    }
    return row == CASUS_PACK_LAST ? 0 : pack->instrument[row].mode;
}

static uint32_t instrument_mode(const casus_claim_pack *pack, uint32_t number, casus_event_type type)
{
    return number != 0 && number <= pack->n_vocab ? row_mode(pack, pack->instrument_of_word[number], type) : 0;
}

/* The front of a compound, with or without the letters that join it to the end ('artilleriebeschietingen'). */
static uint32_t front_mode(const casus_claim_pack *pack, casus_str front, casus_event_type type)
{
    for (unsigned cut = 0; cut < 3 && front.len > cut + 1; cut++) {
        const uint32_t *row = casus_map_get(&pack->instrument_of, casus_str_slice(front, 0, front.len - cut));
        if (row != NULL) {
            return row_mode(pack, *row, type);
        }
    }
    return 0;
}

/* Whether somebody stands there: 'a massive attack from Armenia' is no massive one's. */
static bool is_somebody(const casus_view *view, const casus_fillers *found, void *payload)
{
    casus_cast cast = {.n = 0};
    for (uint32_t i = 0; i < found->n && cast.n == 0; i++) {
        uint32_t w = found->word[i];
        if (view->word[w].upos == CASUS_UPOS_PRON) {
            return true;
        }
        if (!view->word[w].taken) {
            casus_cast_add(view, payload, w, true, &cast);
        }
    }
    return cast.n > 0;
}

/* Whether the word stands for those who can attack: armed forces, groups. */
static bool can_attack(const casus_view *view, const casus_heads *heads, uint32_t w)
{
    static const char *const armed[] = {"MIL", "REB", "PRM", "UAF", "COP"};
    uint32_t m = heads->mention[w];
    if (m == CASUS_NO_WORD) {
        return false;
    }
    const casus_actor *actor = &view->doc->actor[view->doc->mention[m].actor[0]];
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        for (size_t k = 0; k < sizeof armed / sizeof armed[0]; k++) {
            if (casus_str_eq(actor->sector[i], casus_str_of(armed[k]))) {
                return true;
            }
        }
    }
    return false;
}

/* 'an attack carried out by X': the agent of a participle that carries the noun. */
static void take_agent(const casus_view *view, casus_event *e)
{
    const casus_claim_pack *pack = view->pack->claim;
    for (uint32_t c = view->word[e->word].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        bool light = false;
        for (uint16_t i = 0; i < pack->n_light && view->word[c].deprel == CASUS_DEPREL_ACL; i++) {
            light = light || pack->light[i] == view->word[c].lemma;
        }
        uint32_t agent = light ? casus_view_child(view, c, CASUS_DEPREL_OBL_AGENT) : CASUS_NO_WORD;
        if (agent != CASUS_NO_WORD && e->actor.n == 0) {
            e->actor.word[e->actor.n++] = agent;
        }
    }
}

/* 'got killed': of a participle of harm without an object the subject is the one who comes to it. */
static void mend_patient(const casus_view *view, casus_event *e)
{
    bool harmed = casus_is_casualty(e->row->outcome);
    if (harmed && e->recipient.n == 0 && e->actor.n == 0 && view->word[e->word].deprel == CASUS_DEPREL_XCOMP &&
        casus_view_has(view, e->word, CASUS_STR("VerbForm=Part")) && view->word[e->word].head != CASUS_NO_WORD &&
        casus_view_child(view, e->word, CASUS_DEPREL_AUX) == CASUS_NO_WORD) {
        uint32_t subject = casus_view_child(view, view->word[e->word].head, CASUS_DEPREL_NSUBJ);
        if (subject != CASUS_NO_WORD) {
            e->recipient.word[e->recipient.n++] = subject;
        }
    }
    if (harmed && e->row->upos == CASUS_UPOS_VERB && e->recipient.n == 0 && e->actor.n > 0 &&
        view->word[e->actor.word[0]].deprel == CASUS_DEPREL_NSUBJ && view->word[e->actor.word[0]].head == e->word &&
        casus_view_has(view, e->word, CASUS_STR("VerbForm=Part")) &&
        casus_view_child(view, e->word, CASUS_DEPREL_OBJ) == CASUS_NO_WORD) {
        e->recipient = e->actor;
        e->actor.n = 0;
    }
}

/*
 * A word that a noun's frame lets stand in both roles ('de beschieting van X') acts if it can ('van het leger'), else it
 * is what is hit ('van de stad').
 */
static void part_roles(const casus_view *view, const casus_heads *heads, casus_event *e)
{
    if (e->actor.n == 0 || e->recipient.n == 0 || e->actor.word[0] != e->recipient.word[0] ||
        e->row->upos != CASUS_UPOS_NOUN) {
        return;
    }
    if (can_attack(view, heads, e->actor.word[0])) {
        e->recipient.n = 0;
    } else {
        e->actor.n = 0;
    }
}

static void add_event(const casus_view *view, const casus_heads *heads, uint32_t w, const casus_trigger *row,
                      casus_str front, casus_events *out)
{
    const casus_claim_pack *pack = view->pack->claim;
    const casus_frame *frame = &pack->frame[row->frame];
    casus_event *e = &out->event[out->n];
    *e = (casus_event){
        .word = w, .row = row, .anchor = anchor_of(view, w), .mode = row->mode, .part_of = CASUS_NO_EVENT};
    casus_heads known = *heads;
    casus_slot_find_accepted(view, &frame->actor, w, is_somebody, &known, &e->actor);
    casus_slot_find_accepted(view, &frame->recipient, w, is_somebody, &known, &e->recipient);
    part_roles(view, heads, e);
    mend_patient(view, e);
    if (row->upos == CASUS_UPOS_NOUN) {
        take_agent(view, e);
    }
    casus_slot_find(view, &frame->place, w, &e->place);
    e->mode |= front.len > 0 ? front_mode(pack, front, row->type) : 0;
    out->at[w] = out->n;
    if (out->at[e->anchor] == CASUS_NO_EVENT) {
        out->at[e->anchor] = out->n;
    }
    out->n++;
}

static void find_at(const casus_view *view, const casus_heads *heads, uint32_t w, bool conflict, casus_events *out)
{
    const casus_claim_pack *pack = view->pack->claim;
    uint8_t upos = view->word[w].upos;
    casus_str front = {NULL, 0};
    char folded[LONGEST_LEMMA * 2];
    uint32_t i = first_row(view, w);
    if (i == CASUS_PACK_LAST && (upos == CASUS_UPOS_NOUN || upos == CASUS_UPOS_PROPN)) {
        i = compound_row(view, w, &front, folded);
    }
    for (; i != CASUS_PACK_LAST; i = pack->trigger[i].next) {
        const casus_trigger *row = &pack->trigger[i];
        if (has_upos(row, upos) && casus_slot_hold(view, &row->with, w)) {
            if (row->type != CASUS_N_EVENT_TYPE &&
                (conflict ||
                 row->need == CASUS_NEED_NOTHING)) { /* who stands in its roles is asked when they are known */
                add_event(view, heads, w, row, front, out);
            }
            return;
        }
    }
}

/* Weapons and means below the event's clause, as far as no other event stands between. */
static void add_instruments(const casus_view *view, casus_events *events)
{
    for (uint32_t w = 0; w < view->doc->n_word; w++) {
        uint32_t number = view->word[w].lemma;
        const casus_claim_pack *pack = view->pack->claim;
        if (number == 0 || number > pack->n_vocab || pack->instrument_of_word[number] == CASUS_PACK_LAST) {
            continue;
        }
        uint32_t at = w;
        for (unsigned steps = 0; steps < 6 && at != CASUS_NO_WORD; steps++) {
            if (events->at[at] != CASUS_NO_EVENT) {
                casus_event *e = &events->event[events->at[at]];
                e->mode |= e->mode == 0 || e->word != w ? instrument_mode(pack, number, e->row->type) : 0;
                break;
            }
            at = view->word[at].head;
        }
    }
}

casus_status casus_events_find(const casus_view *view, const casus_heads *heads, bool conflict, casus_events *out,
                               casus_error *err)
{
    uint32_t n = view->doc->n_word;
    *out = (casus_events){.event = CASUS_NEW(view->scratch, casus_event, (size_t)n + 1),
                          .at = CASUS_NEW(view->scratch, uint32_t, (size_t)n + 1)};
    if (out->event == NULL || out->at == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    memset(out->at, 0xFF, ((size_t)n + 1) * sizeof *out->at); /* CASUS_NO_EVENT */
    for (uint32_t w = 0; w < n; w++) {
        switch (view->word[w].upos) {
        case CASUS_UPOS_VERB:
        case CASUS_UPOS_NOUN:
        case CASUS_UPOS_PROPN:
        case CASUS_UPOS_ADJ:
        case CASUS_UPOS_ADV:
        case CASUS_UPOS_NUM:
        case CASUS_UPOS_AUX:
            find_at(view, heads, w, conflict, out);
            break;
        default:
            break;
        }
    }
    casus_events_join(view, out);
    casus_events_drop(view, heads, out);
    casus_events_add_figures(view, heads, out);
    add_instruments(view, out);
    return CASUS_OK;
}
