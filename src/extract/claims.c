/* Assembling claims: see claims.h. */
#include "extract/claims.h"

#include "extract/attach.h"
#include "extract/factuality.h"
#include "extract/voice.h"

enum { MOST_SOURCES = 4, BACKGROUND_DAYS = 60, LONGEST_NAME = 80, FARTHEST_REFERENCE = 4 };

/* All that is known of the document when claims are put together. */
typedef struct assembly {
    casus_view *view;
    casus_voices voices;
    casus_events events;
    casus_modalities modalities;
    casus_heads heads;
    casus_attachments attached;
} assembly;

/* Somebody of whom only the name or description is told; pronouns tell nothing. */
static void add_unknown_source(const assembly *a, const casus_attribution *at, casus_cast *cast)
{
    const casus_item *item = casus_item_of(a->view, at->source_word);
    bool person = a->view->word[at->source_word].upos == CASUS_UPOS_PROPN ||
                  (item != NULL && item->class_of == CASUS_ITEM_PEOPLE);
    if (!person || cast->n == CASUS_MOST_ROLES || at->source.end - at->source.begin > LONGEST_NAME) {
        return;
    }
    uint32_t actor =
        casus_unknown_actor(a->view, casus_str_slice(a->view->doc->text, at->source.begin, at->source.end));
    if (actor != CASUS_NO_ACTOR) {
        cast->role[cast->n++] = (casus_participant){.actor = actor, .mention = at->source};
    }
}

/* The sources of an attribution and of those it stands in, nearest first. */
static void find_sources(const assembly *a, uint32_t attribution, casus_cast *cast)
{
    for (unsigned depth = 0; depth < MOST_SOURCES && attribution != CASUS_NO_ATTRIBUTION; depth++) {
        const casus_attribution *at = &a->view->doc->attribution[attribution];
        uint32_t before = cast->n;
        if (at->source_word != CASUS_NO_WORD) {
            casus_cast_add(a->view, &a->heads, at->source_word, true, cast);
        }
        if (at->source_word != CASUS_NO_WORD && cast->n == before) {
            add_unknown_source(a, at, cast);
        }
        attribution = at->outer;
    }
}

/* 'we' is who speaks. */
static bool add_speaker(const assembly *a, uint32_t w, casus_cast *cast)
{
    uint32_t attribution = a->voices.of[w];
    if (a->view->word[w].upos != CASUS_UPOS_PRON || !casus_view_has(a->view, w, CASUS_STR("Person=1")) ||
        attribution == CASUS_NO_ATTRIBUTION || a->view->doc->attribution[attribution].source_word == CASUS_NO_WORD) {
        return false;
    }
    casus_cast_add(a->view, &a->heads, a->view->doc->attribution[attribution].source_word, true, cast);
    return true;
}

static void fill_cast(const assembly *a, const casus_fillers *fillers, bool owner, casus_cast *cast)
{
    for (uint32_t i = 0; i < fillers->n; i++) {
        uint32_t w = fillers->word[i];
        uint32_t possessor = casus_view_child(a->view, w, CASUS_DEPREL_NMOD_POSS);
        if (add_speaker(a, w, cast)) {
            continue;
        }
        uint32_t before = cast->n;
        casus_cast_add(a->view, &a->heads, w, owner, cast);
        if (cast->n == before && possessor != CASUS_NO_WORD) {
            (void)add_speaker(a, possessor, cast); /* 'our troops' */
        }
    }
}

/* Whether the event's verb is a passive without its agent. */
static bool is_passive(const casus_view *view, uint32_t w)
{
    return casus_view_child(view, w, CASUS_DEPREL_AUX_PASS) != CASUS_NO_WORD ||
           casus_view_child(view, w, CASUS_DEPREL_NSUBJ_PASS) != CASUS_NO_WORD;
}

/*
 * The subject of an event that heads what a cue governs and has none of its own: whom the cue addresses ('accused X of
 * shelling'), else its source ('vowed to retake').
 */
static bool add_controller(const assembly *a, const casus_event *e, casus_cast *cast)
{
    const casus_view_word *v = &a->view->word[e->anchor];
    uint32_t attribution = a->voices.of[e->word];
    if (attribution == CASUS_NO_ATTRIBUTION ||
        (v->deprel != CASUS_DEPREL_XCOMP && v->deprel != CASUS_DEPREL_ADVCL && v->deprel != CASUS_DEPREL_OBL &&
         v->deprel != CASUS_DEPREL_OBL_ARG && v->deprel != CASUS_DEPREL_CCOMP && v->deprel != CASUS_DEPREL_ACL)) {
        return false;
    }
    const casus_attribution *at = &a->view->doc->attribution[attribution];
    const casus_cue *row = at->row;
    casus_fillers found = {.n = 0};
    if (row == NULL || v->head != at->cue_word) {
        return false;
    }
    casus_slot_find(a->view, &a->view->pack->claim->cue_frame[row->frame].addressee, at->cue_word, &found);
    fill_cast(a, &found, false, cast);
    return cast->n > 0;
}

/* Whether the frame's actor is its verb's subject. */
static bool acts_as_subject(const assembly *a, const casus_event *e)
{
    if (e->row->frame == CASUS_NO_FRAME) {
        return false;
    }
    const casus_slots *slots = &a->view->pack->claim->frame[e->row->frame].actor;
    return slots->n > 0 && slots->path[0].step[0].deprel == CASUS_DEPREL_NSUBJ && !slots->path[0].step[0].up;
}

/* Who does it: the frame's slots, else the subject that the verb shares with another. */
static void find_actor(const assembly *a, const casus_event *e, casus_cast *cast)
{
    const casus_view *view = a->view;
    fill_cast(a, &e->actor, true, cast);
    const casus_item *item = cast->n == 0 && e->row->upos == CASUS_UPOS_NOUN ? casus_item_of(view, e->word) : NULL;
    if (item != NULL && (item->class_of == CASUS_ITEM_MUNITION || item->class_of == CASUS_ITEM_EQUIPMENT)) {
        casus_cast_add(view, &a->heads, e->word, true, cast); /* 'an Armenian missile' is its army's */
    }
    if (cast->n > 0 || e->actor.n > 0 || is_passive(view, e->word)) {
        return;
    }
    if (add_controller(a, e, cast) || !acts_as_subject(a, e) || view->word[e->word].upos != CASUS_UPOS_VERB ||
        (view->word[e->word].deprel == CASUS_DEPREL_ACL && casus_view_has(view, e->word, CASUS_STR("Tense=Past")))) {
        return;
    }
    uint32_t subject = casus_shared_subject(view, e->word);
    if (subject == CASUS_NO_WORD && casus_view_has(view, e->word, CASUS_STR("VerbForm=Fin"))) {
        subject = casus_lost_subject(view, &a->heads, e->word);
    }
    if (subject != CASUS_NO_WORD && !add_speaker(a, subject, cast)) {
        casus_cast_add(view, &a->heads, subject, false, cast);
    }
}

static bool has_sector(const casus_actor *actor, const char *const *sectors)
{
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        for (const char *const *s = sectors; *s != NULL; s++) {
            if (casus_str_eq(actor->sector[i], casus_str_of(*s))) {
                return true;
            }
        }
    }
    return false;
}

/*
 * What a warring side tells of itself without naming who did it, it did ('the drones were shot down', says the army);
 * not what was done to its own.
 */
static void add_boaster(const assembly *a, const casus_claim *c, const casus_event *e, const casus_cast *recipient,
                        const casus_cast *source, casus_cast *actor)
{
    static const char *const warring[] = {"MIL", "REB", "PRM", "PRE", "GOV", NULL};
    bool feat = (c->type == CASUS_CONTROL && (c->mode & 1U) != 0) ||
                casus_str_eq(e->row->outcome, CASUS_STR("destroyed")) ||
                casus_str_eq(e->row->outcome, CASUS_STR("shot-down"));
    if (actor->n > 0 || e->actor.n > 0 || source->n != 1 || !feat || !is_passive(a->view, e->word) ||
        !has_sector(&a->view->doc->actor[source->role[0].actor], warring)) {
        return;
    }
    const casus_actor *s = &a->view->doc->actor[source->role[0].actor];
    for (uint32_t i = 0; i < recipient->n; i++) {
        if (casus_str_eq(a->view->doc->actor[recipient->role[i].actor].country, s->country)) {
            return;
        }
    }
    if (recipient->n > 0 || c->type == CASUS_CONTROL) {
        actor->role[actor->n++] = source->role[0];
    }
}

static void find_recipient(const assembly *a, const casus_event *e, const casus_cast *actor, casus_cast *cast)
{
    casus_cast found = {.n = 0};
    fill_cast(a, &e->recipient, true, &found);
    for (uint32_t i = 0; i < found.n; i++) { /* nobody is both sides of the same act by the same words */
        bool same = false;
        for (uint32_t k = 0; k < actor->n; k++) {
            same = same || (actor->role[k].mention.begin == found.role[i].mention.begin);
        }
        if (!same) {
            cast->role[cast->n++] = found.role[i];
        }
    }
}

static bool keep_list(const assembly *a, uint32_t first, const uint32_t *next, uint32_t **list, uint32_t *n)
{
    uint32_t count = 0;
    for (uint32_t i = first; i != CASUS_NO_WORD; i = next[i]) {
        count++;
    }
    *list = CASUS_NEW(&a->view->doc->arena, uint32_t, (size_t)count + 1);
    if (*list == NULL) {
        return false;
    }
    for (uint32_t i = first; i != CASUS_NO_WORD; i = next[i]) {
        (*list)[(*n)++] = i;
    }
    return true;
}

/* Days since some day long ago, for differences only. */
static long day_number(casus_date d)
{
    long month = d.precision >= CASUS_MONTH ? d.month : 6;
    long day = d.precision >= CASUS_DAY ? d.day : 15;
    long year = d.year - (month <= 2);
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day;
}

/* What lies well before the day of publication is history told as context. */
static bool is_history(const casus_doc *doc, uint32_t timex)
{
    if (timex == CASUS_NO_WORD || doc->published.from == CASUS_FROM_NOWHERE) {
        return false;
    }
    casus_date to = doc->timex[timex].to;
    return to.from != CASUS_FROM_NOWHERE && day_number(doc->published) - day_number(to) > BACKGROUND_DAYS;
}

static void set_voice(const assembly *a, const casus_event *e, casus_claim *c)
{
    const casus_doc *doc = a->view->doc;
    casus_factuality commitment = CASUS_FACT_CT_PLUS;
    c->attribution = a->voices.of[e->word];
    c->voice = CASUS_ATTRIBUTION_OWN;
    if (c->attribution != CASUS_NO_ATTRIBUTION) {
        const casus_attribution *at = &doc->attribution[c->attribution];
        c->cue = casus_view_span(a->view, at->cue_word, casus_view_fixed_end(a->view, at->cue_word));
        c->voice = at->kind;
        commitment = at->commitment;
    }
    casus_modality m = casus_modality_of_event(a->view, &a->voices, &a->modalities, e);
    c->factuality = casus_factuality_of(m, commitment);
    m.future = m.future || m.strength == CASUS_EFFECT_UNCOMMITTED ||
               (commitment == CASUS_FACT_UU && a->view->word[e->word].deprel == CASUS_DEPREL_XCOMP);
    c->tense = casus_tense_of(a->view, e, m);
    if (is_history(doc, c->timex) && c->tense != CASUS_FUTURE) {
        c->tense = CASUS_BACKGROUND;
    }
}

/* From the attribution's start to the content's end, as far as one sentence holds them. */
static casus_span quote_of(const assembly *a, const casus_claim *c)
{
    const casus_doc *doc = a->view->doc;
    uint32_t begin = 0;
    uint32_t end = 0;
    casus_view_subtree(a->view, c->word, &begin, &end);
    casus_span quote = casus_view_span(a->view, begin, end);
    casus_span sentence = doc->sentence[c->sentence].text;
    if (c->attribution != CASUS_NO_ATTRIBUTION) {
        const casus_attribution *at = &doc->attribution[c->attribution];
        const casus_span part[] = {at->cue, at->source};
        for (size_t i = 0; i < sizeof part / sizeof part[0]; i++) {
            if (part[i].end > part[i].begin && part[i].begin >= sentence.begin && part[i].end <= sentence.end) {
                quote.begin = part[i].begin < quote.begin ? part[i].begin : quote.begin;
                quote.end = part[i].end > quote.end ? part[i].end : quote.end;
            }
        }
    }
    return quote;
}

/* Whether the noun refers to a happening that was told before: 'this offensive'. A bare 'the attack' may be another's. */
static bool refers_back(const casus_view *view, const casus_event *e)
{
    uint32_t det = casus_view_child(view, e->word, CASUS_DEPREL_DET);
    return e->row->upos == CASUS_UPOS_NOUN && det != CASUS_NO_WORD &&
           casus_view_has(view, det, CASUS_STR("PronType=Dem"));
}

/* Who did what a demonstrative refers to: the actor of the last claim of that type, not far back. */
static void add_referred(const assembly *a, const casus_claim *c, const casus_event *e, casus_cast *actor)
{
    const casus_doc *doc = a->view->doc;
    if (actor->n > 0 || !refers_back(a->view, e)) {
        return;
    }
    for (uint32_t i = doc->n_claim; i-- > 0 && c->sentence - doc->claim[i].sentence <= FARTHEST_REFERENCE;) {
        const casus_claim *before = &doc->claim[i];
        if (before->type == c->type && before->actor.n > 0) {
            for (uint32_t k = 0; k < before->actor.n && actor->n < CASUS_MOST_ROLES; k++) {
                actor->role[actor->n++] = before->actor.role[k];
            }
            return;
        }
    }
}

static bool add_claim(assembly *a, uint32_t event)
{
    const casus_event *e = &a->events.event[event];
    casus_doc *doc = a->view->doc;
    casus_claim *c = &doc->claim[doc->n_claim];
    casus_cast actor = {.n = 0};
    casus_cast recipient = {.n = 0};
    casus_cast source = {.n = 0};
    *c = (casus_claim){.sentence = a->view->word[e->word].sentence,
                       .word = e->word,
                       .trigger = doc->word[e->word].text,
                       .type = e->row->type,
                       .mode = e->mode,
                       .timex = a->attached.timex[event],
                       .rule = e->row->frame == CASUS_NO_FRAME ? CASUS_STR("figure")
                                                               : a->view->pack->claim->frame[e->row->frame].name};
    find_actor(a, e, &actor);
    find_recipient(a, e, &actor, &recipient);
    if (e->row->need == CASUS_NEED_ARMED && actor.n == 0 && recipient.n == 0) {
        return true;
    }
    set_voice(a, e, c);
    find_sources(a, c->attribution, &source);
    add_boaster(a, c, e, &recipient, &source, &actor);
    add_referred(a, c, e, &actor);
    c->quote = quote_of(a, c);
    if (!casus_cast_keep(a->view, &actor, &c->actor) || !casus_cast_keep(a->view, &recipient, &c->recipient) ||
        !casus_cast_keep(a->view, &source, &c->source) ||
        !keep_list(a, a->attached.quantity[event], a->attached.next_quantity, &c->quantity, &c->n_quantity) ||
        !keep_list(a, a->attached.place[event], a->attached.next_place, &c->place, &c->n_place)) {
        return false;
    }
    doc->n_claim++;
    return true;
}

casus_status casus_extract__claims(casus_view *view, casus_error *err)
{
    casus_status st = CASUS_OK;
    assembly a = {.view = view};
    CASUS_TRY(casus_heads_make(view, &a.heads, err));
    CASUS_TRY(casus_extract__attributions(view, &a.heads, &a.voices, err));
    CASUS_TRY(casus_events_find(view, &a.heads, casus_events_show_conflict(view), &a.events, err));
    CASUS_TRY(casus_modalities_find(view, &a.voices, &a.modalities, err));
    CASUS_TRY(casus_attach(view, &a.events, &a.heads, &a.attached, err));
    view->doc->claim = CASUS_NEW(&view->doc->arena, casus_claim, (size_t)a.events.n + 1);
    if (view->doc->claim == NULL) {
        return casus_arena_fail(&view->doc->arena, err);
    }
    for (uint32_t i = 0; i < a.events.n; i++) {
        if (a.events.event[i].part_of == CASUS_NO_EVENT && !a.events.event[i].dropped && !add_claim(&a, i)) {
            return casus_arena_fail(&view->doc->arena, err);
        }
    }
done:
    return st;
}
