/* Who acts in a claim, by the tree round its word: see assembly.h. What the rest of the document tells is claim_fill.c's. */
#include "extract/assembly.h"

#include "pack/claim.h"

/* 'we' is who speaks, or where nobody is quoted the body that publishes. */
static bool add_speaker(const casus_assembly *a, uint32_t w, casus_cast *cast)
{
    uint32_t attribution = a->voices.of[w];
    if (a->view->word[w].upos != CASUS_UPOS_PRON || !casus_view_has(a->view, w, CASUS_STR("Person=1"))) {
        return false;
    }
    if (attribution == CASUS_NO_ATTRIBUTION && a->publisher != CASUS_NO_ACTOR &&
        a->voices.quotes.of[w] == CASUS_NO_QUOTE && cast->n < CASUS_MOST_ROLES) {
        cast->role[cast->n++] = (casus_participant){.actor = a->publisher, .mention = a->view->doc->word[w].text};
        return true;
    }
    if (attribution == CASUS_NO_ATTRIBUTION || a->view->doc->attribution[attribution].source_word == CASUS_NO_WORD) {
        return false;
    }
    casus_cast_add(a->view, &a->heads, a->view->doc->attribution[attribution].source_word, true, cast);
    return true;
}

bool casus_is_reciprocal(const casus_view *view, uint32_t w)
{
    return casus_view_has(view, w, CASUS_STR("PronType=Rcp")) && view->word[w].head != CASUS_NO_WORD;
}

void casus_assembly_cast(const casus_assembly *a, const casus_fillers *fillers, bool owner, casus_cast *cast)
{
    for (uint32_t i = 0; i < fillers->n; i++) {
        uint32_t w = fillers->word[i];
        uint32_t possessor = casus_view_child(a->view, w, CASUS_DEPREL_NMOD_POSS);
        if (add_speaker(a, w, cast)) {
            continue;
        }
        if (casus_is_reciprocal(a->view, w)) {
            uint32_t subject = casus_shared_subject(a->view, a->view->word[w].head);
            if (subject != CASUS_NO_WORD) {
                casus_cast_add(a->view, &a->heads, subject, owner, cast);
            }
            continue;
        }
        uint32_t before = cast->n;
        casus_cast_add(a->view, &a->heads, w, owner, cast);
        if (cast->n == before && possessor != CASUS_NO_WORD) {
            (void)add_speaker(a, possessor, cast); /* 'our troops' */
        }
    }
}

/* 'wrote to the Union asking': a gerund that nothing introduces is what the subject does. */
static bool is_free_gerund(const casus_view *view, uint32_t w)
{
    return view->word[w].deprel == CASUS_DEPREL_ADVCL && casus_view_has(view, w, CASUS_STR("VerbForm=Ger")) &&
           casus_slot_introducer(view, w) == CASUS_NO_WORD;
}

/* The object of the verb above that the parser hung on the verb below: it stands between the two, before 'to'. */
static void raised_object(const casus_view *view, uint32_t verb, uint32_t above, casus_fillers *out)
{
    uint32_t object = CASUS_NO_WORD;
    for (uint32_t c = view->word[verb].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        if (view->word[c].deprel == CASUS_DEPREL_OBJ && object == CASUS_NO_WORD) {
            object = c;
        } else if (view->word[c].deprel == CASUS_DEPREL_MARK && object != CASUS_NO_WORD && above < object &&
                   object < c && c < verb) {
            out->word[out->n++] = object;
            return;
        }
    }
}

/*
 * The subject of an event that heads what a cue governs and has none of its own: whom the cue addresses ('accused X of
 * shelling'), else its source ('vowed to retake').
 */
static bool add_controller(const casus_assembly *a, const casus_event *e, casus_cast *cast)
{
    uint32_t attribution = a->voices.of[e->word];
    if (attribution == CASUS_NO_ATTRIBUTION) {
        return false;
    }
    bool governed = a->view->word[e->word].head == a->view->doc->attribution[attribution].cue_word;
    const casus_view_word *v = &a->view->word[governed ? e->word : e->anchor];
    if ((v->deprel != CASUS_DEPREL_XCOMP && v->deprel != CASUS_DEPREL_ADVCL && v->deprel != CASUS_DEPREL_OBL &&
         v->deprel != CASUS_DEPREL_OBL_ARG && v->deprel != CASUS_DEPREL_CCOMP && v->deprel != CASUS_DEPREL_ACL) ||
        is_free_gerund(a->view, governed ? e->word : e->anchor)) {
        return false;
    }
    const casus_attribution *at = &a->view->doc->attribution[attribution];
    const casus_cue *row = at->row;
    casus_fillers found = {.n = 0};
    if (row == NULL || v->head != at->cue_word) {
        return false;
    }
    casus_slot_find(a->view, &a->view->pack->claim->cue_frame[row->frame].addressee, at->cue_word, &found);
    if (found.n == 0 && v->deprel == CASUS_DEPREL_XCOMP) {
        raised_object(a->view, e->word, at->cue_word, &found);
    }
    casus_assembly_cast(a, &found, false, cast);
    return cast->n > 0;
}

/* Whether the frame's actor is its verb's subject. */
static bool acts_as_subject(const casus_assembly *a, const casus_event *e)
{
    if (e->row->frame == CASUS_NO_FRAME) {
        return false;
    }
    const casus_slots *slots = &a->view->pack->claim->frame[e->row->frame].actor;
    return slots->n > 0 && slots->path[0].step[0].deprel == CASUS_DEPREL_NSUBJ && !slots->path[0].step[0].up;
}

/* 'Turkish artillery and drone strikes': a modifier before the first of two bare nouns belongs to both. */
static void add_first_owner(const casus_assembly *a, uint32_t first, uint32_t second, casus_cast *cast)
{
    const casus_view *view = a->view;
    if (casus_view_child(view, second, CASUS_DEPREL_DET) != CASUS_NO_WORD ||
        casus_view_child(view, second, CASUS_DEPREL_NMOD_POSS) != CASUS_NO_WORD) {
        return;
    }
    for (uint32_t c = view->word[first].first_child; c != CASUS_NO_WORD && c < first; c = view->word[c].next_sibling) {
        if (view->word[c].deprel == CASUS_DEPREL_COMPOUND || view->word[c].deprel == CASUS_DEPREL_AMOD ||
            view->word[c].deprel == CASUS_DEPREL_NMOD_POSS) {
            uint32_t m = a->heads.mention[first];
            bool within = m != CASUS_NO_WORD && view->doc->mention[m].word_begin <= c;
            casus_cast_add(view, &a->heads, within ? first : c, false, cast); /* 'Turkish troops and air strikes' */
        }
    }
}

/*
 * 'declared a strike and a curfew': who is the subject of the verb whose object stands beside the noun. Between the two
 * may be a noun below the first ('a state of emergency and a curfew').
 */
static void add_coordinate(const casus_assembly *a, const casus_event *e, casus_cast *cast)
{
    const casus_view *view = a->view;
    uint32_t first = e->word;
    if (view->word[first].upos != CASUS_UPOS_NOUN || view->word[first].deprel != CASUS_DEPREL_CONJ ||
        view->word[first].head > first) {
        return;
    }
    first = view->word[first].head;
    add_first_owner(a, first, e->word, cast);
    if (cast->n > 0) {
        return;
    }
    if (view->word[first].deprel == CASUS_DEPREL_NMOD &&
        casus_view_child(view, e->word, CASUS_DEPREL_DET) != CASUS_NO_WORD) {
        first = view->word[first].head;
    }
    uint32_t event = a->events.at[first];
    uint32_t subject = CASUS_NO_WORD;
    if (event == CASUS_NO_EVENT && view->word[first].head != CASUS_NO_WORD) {
        event = a->events.at[view->word[first].head]; /* the verb names what its object stands for */
    }
    if (view->word[first].deprel == CASUS_DEPREL_OBJ && event != CASUS_NO_EVENT &&
        a->events.event[event].row->type == e->row->type) {
        subject = casus_shared_subject(view, view->word[first].head);
    }
    if (subject != CASUS_NO_WORD && !add_speaker(a, subject, cast)) {
        casus_cast_add(view, &a->heads, subject, false, cast);
    }
}

/* 'crossed the river and began an attack': the subject that the verb which carries the noun shares with another. */
static void add_carrier(const casus_assembly *a, const casus_event *e, casus_cast *cast)
{
    const casus_view *view = a->view;
    const casus_view_word *v = &view->word[e->anchor];
    if (e->anchor == e->word || view->word[e->word].upos != CASUS_UPOS_NOUN || v->upos != CASUS_UPOS_VERB ||
        view->word[e->word].deprel != CASUS_DEPREL_OBJ || view->word[e->word].head != e->anchor ||
        casus_is_passive(view, e->anchor) || e->row->frame == CASUS_NO_FRAME ||
        view->pack->claim->frame[e->row->frame].actor.n == 0 ||
        (v->deprel != CASUS_DEPREL_CONJ && v->deprel != CASUS_DEPREL_XCOMP && v->deprel != CASUS_DEPREL_ADVCL)) {
        return;
    }
    uint32_t subject = casus_shared_subject(view, e->anchor);
    if (subject != CASUS_NO_WORD && !add_speaker(a, subject, cast)) {
        casus_cast_add(view, &a->heads, subject, false, cast);
    }
}

/* 'wrote to the Union asking for a meeting': words in a gerund behind whom they go to are its writer's. */
static uint32_t writer(const casus_view *view, const casus_event *e)
{
    const casus_view_word *v = &view->word[e->word];
    bool words = e->row->type == CASUS_REQUEST || e->row->type == CASUS_ACCUSE || e->row->type == CASUS_THREATEN ||
                 e->row->type == CASUS_REJECT;
    if (!words || v->deprel != CASUS_DEPREL_ACL || !casus_view_has(view, e->word, CASUS_STR("VerbForm=Ger"))) {
        return CASUS_NO_WORD;
    }
    const casus_view_word *noun = &view->word[v->head];
    bool oblique = noun->deprel == CASUS_DEPREL_OBL || noun->deprel == CASUS_DEPREL_OBL_ARG;
    return oblique && noun->head != CASUS_NO_WORD ? casus_shared_subject(view, noun->head) : CASUS_NO_WORD;
}

/* 'renewed its pledge to support': an infinitive below what a verb's subject owns is that subject's. */
static uint32_t owner_of_purpose(const casus_view *view, const casus_event *e)
{
    const casus_view_word *v = &view->word[e->word];
    if (v->deprel != CASUS_DEPREL_ACL || !casus_view_has(view, e->word, CASUS_STR("VerbForm=Inf"))) {
        return CASUS_NO_WORD;
    }
    uint32_t owner = casus_view_child(view, v->head, CASUS_DEPREL_NMOD_POSS);
    const casus_view_word *noun = &view->word[v->head];
    if (owner == CASUS_NO_WORD || view->word[owner].upos != CASUS_UPOS_PRON) {
        return owner; /* 'the army's attempt to seize'; or nobody's */
    }
    return noun->deprel == CASUS_DEPREL_OBJ ? casus_shared_subject(view, noun->head) : CASUS_NO_WORD;
}

/* 'a Kabul bombing', 'a Kabul car bombing': a town before the noun, capital or not, is where it was. */
static bool is_town_before(const casus_assembly *a, uint32_t w)
{
    for (unsigned steps = 0; steps < 2 && w != CASUS_NO_WORD; steps++) {
        uint32_t place = a->heads.place[w];
        if (a->view->word[w].deprel != CASUS_DEPREL_COMPOUND) {
            return false;
        }
        if (place != CASUS_NO_WORD) {
            return !a->view->doc->place[place].adjective && a->view->doc->place[place].precision < CASUS_PLACE_REGION;
        }
        w = a->heads.mention[w] == CASUS_NO_WORD ? casus_view_child(a->view, w, CASUS_DEPREL_COMPOUND) : CASUS_NO_WORD;
    }
    return false;
}

void casus_assembly_actor(const casus_assembly *a, const casus_event *e, casus_cast *cast)
{
    const casus_view *view = a->view;
    uint8_t deprel = view->word[e->word].deprel;
    if (view->word[e->word].upos != CASUS_UPOS_VERB && (deprel == CASUS_DEPREL_OBL || deprel == CASUS_DEPREL_OBL_ARG) &&
        add_controller(a, e, cast)) {
        return; /* 'accused X of aggression': what stands above is who accuses */
    }
    casus_fillers who = {.n = 0};
    for (uint32_t i = 0; i < e->actor.n; i++) {
        if (e->row->type != CASUS_ASSAULT || !is_town_before(a, e->actor.word[i])) {
            who.word[who.n++] = e->actor.word[i];
        }
    }
    casus_assembly_cast(a, &who, true, cast);
    if (cast->n == 0) {
        add_coordinate(a, e, cast);
    }
    if (cast->n == 0) {
        add_carrier(a, e, cast);
    }
    const casus_item *item = cast->n == 0 && e->row->upos == CASUS_UPOS_NOUN ? casus_item_of(view, e->word) : NULL;
    if (item != NULL && (item->class_of == CASUS_ITEM_MUNITION || item->class_of == CASUS_ITEM_EQUIPMENT)) {
        casus_cast_add(view, &a->heads, e->word, true, cast); /* 'an Armenian missile' is its army's */
    }
    if (cast->n > 0 || e->actor.n > 0 || casus_is_passive(view, e->word)) {
        return;
    }
    if (add_controller(a, e, cast) || !acts_as_subject(a, e) || view->word[e->word].upos != CASUS_UPOS_VERB ||
        (view->word[e->word].deprel == CASUS_DEPREL_ACL && casus_view_has(view, e->word, CASUS_STR("Tense=Past")))) {
        return;
    }
    uint32_t subject = casus_forced_subject(view, e->word);
    subject = subject != CASUS_NO_WORD ? subject : writer(view, e);
    subject = subject != CASUS_NO_WORD ? subject : owner_of_purpose(view, e);
    subject = subject != CASUS_NO_WORD ? subject : casus_shared_subject(view, e->word);
    if (subject == CASUS_NO_WORD && casus_view_has(view, e->word, CASUS_STR("VerbForm=Fin"))) {
        subject = casus_lost_subject(view, &a->heads, e->word);
    }
    if (subject != CASUS_NO_WORD && !add_speaker(a, subject, cast)) {
        casus_cast_add(view, &a->heads, subject, false, cast);
    }
}
