/*
 * Untold roles from what the document tells elsewhere: see claim_fill.h. Three things are asked, in this order. What does
 * the noun refer to ('the attack', told of before)? Who hit those who were killed in the same breath ('were killed when
 * a rocket struck')? Who stands against whom in this document? The last is counted from the claims whose own words tell
 * both, so that it holds for any two sides.
 */
#include "extract/claim_fill.h"

#include "extract/claim_sides.h"
#include "extract/voice.h"
#include "record/plover.h"

enum { FARTHEST_ATTACK = 5, FARTHEST_ANSWER = 3, MOST_STEPS = 8 };

typedef struct filling {
    const casus_view *view;
    casus_doc *doc;
    const casus_events *events;
    const uint32_t *event_of;
    casus_sides sides;
    uint32_t *claim_at; /* [n_word] the claim whose trigger the word is; CASUS_NO_WORD */
} filling;

static const char *const attackers[] = {"MIL", "REB", "PRM", "PRE", "GOV", "COP", "UAF", NULL};

/* Whether all who take part in such an event are its actors ('clashes'). */
static bool is_mutual(const filling *f, const casus_event *e)
{
    if (e->recipient.n > 0 && casus_view_has(f->view, e->recipient.word[0], CASUS_STR("PronType=Rcp"))) {
        return e->row->type == CASUS_ASSAULT; /* 'shelled each other' */
    }
    return e->row->type == CASUS_ASSAULT && e->row->frame != CASUS_NO_FRAME &&
           f->view->pack->claim->frame[e->row->frame].recipient.n == 0 &&
           f->view->pack->claim->frame[e->row->frame].actor.n > 0;
}

static const casus_event *event_of(const filling *f, uint32_t claim)
{
    return &f->events->event[f->event_of[claim]];
}

/* Who is told to act against whom. */
static void count_sides(filling *f)
{
    for (uint32_t i = 0; i < f->doc->n_claim; i++) {
        const casus_claim *c = &f->doc->claim[i];
        if (c->type != CASUS_ASSAULT && c->type != CASUS_CONTROL && c->type != CASUS_THREATEN) {
            continue;
        }
        for (uint32_t a = 0; a < c->actor.n; a++) {
            uint32_t one = casus_sides_tell(&f->sides, &c->actor.role[a]);
            for (uint32_t r = 0; r < c->recipient.n; r++) {
                casus_sides_oppose(&f->sides, one, casus_sides_tell(&f->sides, &c->recipient.role[r]));
            }
            for (uint32_t b = a + 1; b < c->actor.n && is_mutual(f, event_of(f, i)); b++) {
                casus_sides_oppose(&f->sides, one, casus_sides_tell(&f->sides, &c->actor.role[b]));
            }
        }
    }
}

static bool keep(const filling *f, const casus_participant *role, uint32_t n, casus_participants *out)
{
    casus_participant *kept = CASUS_NEW(&f->doc->arena, casus_participant, (size_t)n + 1);
    if (kept == NULL) {
        return false;
    }
    memcpy(kept, role, n * sizeof *kept);
    *out = (casus_participants){.role = kept, .n = n};
    return true;
}

static bool is_casualty(const casus_event *e)
{
    return casus_is_casualty(e->row->outcome);
}

/* A definite noun that nothing tells more of refers to what was told before. */
static bool is_taken_up(const casus_view *view, const casus_event *e)
{
    bool definite = false;
    if (e->row->upos != CASUS_UPOS_NOUN || view->word[e->word].upos == CASUS_UPOS_VERB) {
        return false;
    }
    for (uint32_t c = view->word[e->word].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        switch (view->word[c].deprel) {
        case CASUS_DEPREL_DET:
            definite = definite || casus_view_has(view, c, CASUS_STR("Definite=Def")) ||
                       casus_view_has(view, c, CASUS_STR("PronType=Dem"));
            break;
        case CASUS_DEPREL_NMOD_POSS:
            if (!view->word[c].taken) {
                return false;
            }
            definite = true; /* 'Monday's raid' */
            break;
        case CASUS_DEPREL_COMPOUND:
        case CASUS_DEPREL_NMOD:
        case CASUS_DEPREL_NUMMOD:
            return false;
        default:
            break;
        }
    }
    return definite;
}

/* The last attack told before, not far back, of which somebody is told. */
static const casus_claim *attack_before(filling *f, uint32_t claim, bool actor)
{
    const casus_claim *c = &f->doc->claim[claim];
    for (uint32_t i = claim; i-- > 0 && c->sentence - f->doc->claim[i].sentence <= FARTHEST_ATTACK;) {
        const casus_claim *before = &f->doc->claim[i];
        if (before->actor.n > 0 && !casus_has_sector(&f->doc->actor[before->actor.role[0].actor], attackers)) {
            continue;
        }
        if (before->type == CASUS_ASSAULT && !is_casualty(event_of(f, i)) && !is_mutual(f, event_of(f, i)) &&
            (actor ? before->actor.n : before->recipient.n) > 0) {
            return before;
        }
    }
    return NULL;
}

/* The attack that a clause below `w` tells of ('when a rocket struck'); NULL: none. */
static const casus_claim *attack_below(const filling *f, uint32_t w)
{
    const casus_view *view = f->view;
    for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        uint32_t event = view->word[c].deprel == CASUS_DEPREL_ADVCL ? f->events->at[c] : CASUS_NO_EVENT;
        uint32_t found = event == CASUS_NO_EVENT
                             ? CASUS_NO_WORD
                             : f->claim_at[f->events->event[casus_event_whole(f->events, event)].word];
        if (found != CASUS_NO_WORD && f->doc->claim[found].type == CASUS_ASSAULT && f->doc->claim[found].actor.n > 0) {
            return &f->doc->claim[found];
        }
    }
    return NULL;
}

/* The attack in whose course people were killed; it may hang on what is told with it ('killed and three wounded when'). */
static const casus_claim *attack_beside(const filling *f, const casus_event *e)
{
    const casus_view *view = f->view;
    const casus_claim *found = attack_below(f, e->anchor);
    for (uint32_t c = view->word[e->anchor].first_child; found == NULL && c != CASUS_NO_WORD;
         c = view->word[c].next_sibling) {
        found = view->word[c].deprel == CASUS_DEPREL_CONJ ? attack_below(f, c) : NULL;
    }
    if (found == NULL && view->word[e->anchor].deprel == CASUS_DEPREL_CONJ) {
        found = attack_below(f, view->word[e->anchor].head);
    }
    return found;
}

/* Whether whom an event hits are fighters, and none of them of the source's own side. */
static bool hits_enemies(filling *f, const casus_claim *c, const casus_participant *source)
{
    static const char *const fighters[] = {"MIL", "REB", "PRM", NULL};
    static const char *const nameless[] = {"UAF", NULL};
    const casus_actor *own = &f->doc->actor[source->actor];
    for (uint32_t i = 0; i < c->recipient.n; i++) {
        const casus_actor *other = &f->doc->actor[c->recipient.role[i].actor];
        if (casus_has_sector(other, nameless)) {
            continue; /* no side calls its own so */
        }
        if (!casus_has_sector(other, fighters) ||
            ((other->country.len == 0 || casus_str_eq(other->country, own->country)) &&
             casus_is_against(other) == casus_is_against(own))) {
            return false;
        }
    }
    return c->recipient.n > 0;
}

/* A pronoun, but a relative one, or what is somebody's by one: 'they', 'its troops'. */
static bool is_theirs(const casus_view *view, uint32_t w)
{
    uint32_t owner = casus_view_child(view, w, CASUS_DEPREL_NMOD_POSS);
    if (view->word[w].upos == CASUS_UPOS_PRON) {
        return !casus_view_has(view, w, CASUS_STR("PronType=Rel"));
    }
    return owner != CASUS_NO_WORD && view->word[owner].upos == CASUS_UPOS_PRON;
}

/* Whether all that stands as actor is that. */
static bool is_pronoun(const casus_view *view, const casus_fillers *actor)
{
    for (uint32_t i = 0; i < actor->n; i++) {
        if (!is_theirs(view, actor->word[i])) {
            return false;
        }
    }
    return actor->n > 0;
}

/* Whether the frame's actor is its verb's subject. */
static bool acts_as_subject(const casus_view *view, const casus_event *e)
{
    const casus_slots *slots = &view->pack->claim->frame[e->row->frame].actor;
    return slots->n > 0 && slots->path[0].step[0].deprel == CASUS_DEPREL_NSUBJ && !slots->path[0].step[0].up;
}

/* A verb whose subject stands elsewhere: an infinitive ('to have downed', 'te hebben gedood'), a gerund, content. */
static bool is_subjectless(const casus_view *view, const casus_event *e)
{
    uint32_t w = e->word;
    while (view->word[w].deprel == CASUS_DEPREL_FIXED || view->word[w].deprel == CASUS_DEPREL_COMPOUND_PRT) {
        w = view->word[w].head; /* 'tot zinken te hebben gebracht' */
    }
    uint32_t mark = casus_view_child(view, w, CASUS_DEPREL_MARK);
    bool to = mark != CASUS_NO_WORD && view->word[mark].upos != CASUS_UPOS_SCONJ;
    bool gerund = casus_view_has(view, w, CASUS_STR("VerbForm=Ger"));
    if (casus_view_child(view, w, CASUS_DEPREL_NSUBJ) != CASUS_NO_WORD) {
        return false;
    }
    switch (view->word[w].deprel) {
    case CASUS_DEPREL_CCOMP:
        return true;
    case CASUS_DEPREL_XCOMP:
    case CASUS_DEPREL_ADVCL:
    case CASUS_DEPREL_ACL:
        return to || gerund || casus_view_has(view, w, CASUS_STR("VerbForm=Inf"));
    case CASUS_DEPREL_CONJ:
        return gerund;
    default:
        return false;
    }
}

/* Whether all that stands as actor are weapons whose owner nothing tells ('helicopters strafed'). */
static bool are_weapons(const filling *f, const casus_event *e)
{
    for (uint32_t i = 0; i < e->actor.n; i++) {
        const casus_item *item = casus_item_of(f->view, e->actor.word[i]);
        if (item == NULL || (item->class_of != CASUS_ITEM_EQUIPMENT && item->class_of != CASUS_ITEM_MUNITION)) {
            return false;
        }
    }
    return true;
}

/*
 * A side that speaks of a deed and names nobody for it speaks of its own: 'says it struck', 'claims to have downed',
 * 'the rebels were driven out, says the army'; not what befell itself or people who fight on no side.
 */
static bool is_own_deed(filling *f, const casus_claim *c, const casus_event *e)
{
    const casus_view *view = f->view;
    if (c->source.n == 0 || c->attribution == CASUS_NO_ATTRIBUTION ||
        casus_sides_of(&f->sides, &c->source.role[0]) == CASUS_MOST_WARRING || e->row->frame == CASUS_NO_FRAME) {
        return false;
    }
    if (is_pronoun(view, &e->actor)) {
        return true;
    }
    bool capture = c->type == CASUS_CONTROL && (c->mode & 1U) != 0;
    bool shot_down = casus_str_eq(e->row->outcome, CASUS_STR("shot-down"));
    bool verb = view->word[e->word].upos == CASUS_UPOS_VERB && e->row->upos == CASUS_UPOS_VERB;
    bool passive = casus_is_passive(view, e->word);
    const casus_attribution *says = &f->doc->attribution[c->attribution];
    if (e->actor.n > 0 && !are_weapons(f, e)) {
        return capture && passive; /* 'was freed by our heroes' */
    }
    if (capture && !verb && c->factuality != CASUS_FACT_CT_MINUS) {
        return true; /* 'the liberation of the town' */
    }
    if (says->row == NULL && casus_str_eq(e->row->outcome, CASUS_STR("destroyed"))) {
        return verb; /* 'Army: two tanks destroyed' */
    }
    uint32_t subject =
        verb && !passive && acts_as_subject(view, e) ? casus_shared_subject(view, e->anchor) : CASUS_NO_WORD;
    if (subject != CASUS_NO_WORD && is_theirs(view, subject)) {
        return true; /* 'his troops managed to' */
    }
    if (verb && !passive && acts_as_subject(view, e) && is_subjectless(view, e)) {
        return c->type == CASUS_ASSAULT || c->type == CASUS_CONTROL;
    }
    if (!verb) {
        return !is_casualty(e) && !is_mutual(f, e) && view->pack->claim->frame[e->row->frame].actor.n > 0 &&
               hits_enemies(f, c, &c->source.role[0]);
    }
    return acts_as_subject(view, e) && ((passive && (capture || shot_down)) || hits_enemies(f, c, &c->source.role[0]));
}

/* Who only tells of an attack did not make it. */
static void leave_out_press(const filling *f, casus_claim *c)
{
    static const char *const press[] = {"JRN", NULL};
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->actor.n; i++) {
        if (!casus_has_sector(&f->doc->actor[c->actor.role[i].actor], press)) {
            c->actor.role[n++] = c->actor.role[i];
        }
    }
    c->actor.n = n;
}

/* Whether people died, or something was destroyed, 'in the attack': one that was told before. */
static bool died_in_attack(const filling *f, const casus_event *e)
{
    const casus_view *view = f->view;
    for (uint32_t c = view->word[e->anchor].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        uint32_t event = f->events->at[c];
        if ((view->word[c].deprel == CASUS_DEPREL_OBL || view->word[c].deprel == CASUS_DEPREL_OBL_ARG) &&
            event != CASUS_NO_EVENT && f->events->event[event].word == c &&
            f->events->event[event].row->type == CASUS_ASSAULT && is_taken_up(view, &f->events->event[event])) {
            return true;
        }
    }
    return false;
}

/*
 * 'Their spokesman said it had carried out the raid': a singular pronoun that opens what one who speaks for a side says
 * is that side.
 */
static bool is_its_own(filling *f, const casus_claim *c, const casus_event *e)
{
    const casus_view *view = f->view;
    if (c->type != CASUS_ASSAULT || c->source.n == 0 || c->attribution == CASUS_NO_ATTRIBUTION || e->actor.n != 1 ||
        !f->doc->actor[c->source.role[0].actor].person ||
        casus_sides_of(&f->sides, &c->source.role[0]) == CASUS_MOST_WARRING) {
        return false;
    }
    uint32_t w = e->actor.word[0];
    const casus_attribution *says = &f->doc->attribution[c->attribution];
    return view->word[w].upos == CASUS_UPOS_PRON && casus_view_has(view, w, CASUS_STR("Person=3")) &&
           casus_view_has(view, w, CASUS_STR("Gender=Neut")) && view->word[w].head == e->anchor &&
           view->word[e->anchor].deprel == CASUS_DEPREL_CCOMP && view->word[e->anchor].head == says->cue_word &&
           says->source_word < w;
}

static bool fill_actor(filling *f, uint32_t claim)
{
    casus_claim *c = &f->doc->claim[claim];
    const casus_event *e = event_of(f, claim);
    if (c->type == CASUS_ASSAULT || c->type == CASUS_CONTROL) {
        leave_out_press(f, c);
    }
    if (is_its_own(f, c, e)) {
        return keep(f, c->source.role, 1, &c->actor);
    }
    if (c->actor.n > 0) {
        return true;
    }
    const casus_claim *meant =
        c->type == CASUS_ASSAULT && c->source.n > 0 && is_taken_up(f->view, e) ? attack_before(f, claim, true) : NULL;
    if (meant != NULL && !is_mutual(f, e)) {
        return keep(f, meant->actor.role, meant->actor.n, &c->actor); /* 'officials said the operation killed nine' */
    }
    if (is_own_deed(f, c, e)) {
        return keep(f, c->source.role, 1, &c->actor);
    }
    if (c->type != CASUS_ASSAULT || is_mutual(f, e)) {
        return true;
    }
    const casus_claim *attack = is_casualty(e) ? attack_beside(f, e) : NULL;
    bool befell = is_casualty(e) || casus_is_passive(f->view, e->word);
    if (attack == NULL && ((befell && died_in_attack(f, e)) || (!is_casualty(e) && is_taken_up(f->view, e)))) {
        attack = attack_before(f, claim, true);
    }
    return attack == NULL || keep(f, attack->actor.role, attack->actor.n, &c->actor);
}

static bool fill_recipient(filling *f, uint32_t claim)
{
    casus_claim *c = &f->doc->claim[claim];
    const casus_event *e = event_of(f, claim);
    bool capture = c->type == CASUS_CONTROL && (c->mode & 1U) != 0;
    if (c->recipient.n > 0 || c->actor.n == 0 || is_mutual(f, e) || (c->type != CASUS_ASSAULT && !capture)) {
        return true;
    }
    uint32_t other = casus_sides_opponent(&f->sides, casus_sides_of(&f->sides, &c->actor.role[0]));
    return other == CASUS_MOST_WARRING || keep(f, &f->sides.side[other].member, 1, &c->recipient);
}

/* 'Two helicopters strafed the rebels': weapons whose owner nothing tells are of whoever fights those they hit. */
static bool fill_weapons(filling *f, uint32_t claim)
{
    casus_claim *c = &f->doc->claim[claim];
    const casus_event *e = event_of(f, claim);
    if (c->type != CASUS_ASSAULT || c->actor.n > 0 || c->recipient.n != 1 || e->actor.n == 0 || !are_weapons(f, e)) {
        return true;
    }
    uint32_t other = casus_sides_opponent(&f->sides, casus_sides_of(&f->sides, &c->recipient.role[0]));
    return other == CASUS_MOST_WARRING || keep(f, &f->sides.side[other].member, 1, &c->actor);
}

/* Whom a denial answers: who said last what this side did; whom a condemnation blames: who made the attack it names. */
static bool fill_addressee(filling *f, uint32_t claim)
{
    casus_claim *c = &f->doc->claim[claim];
    uint32_t own = c->actor.n == 0 ? CASUS_MOST_WARRING : casus_sides_of(&f->sides, &c->actor.role[0]);
    if (c->recipient.n > 0 || c->actor.n == 0 || (c->type != CASUS_REJECT && c->type != CASUS_ACCUSE)) {
        return true;
    }
    for (uint32_t i = claim; i-- > 0 && c->sentence - f->doc->claim[i].sentence <= FARTHEST_ANSWER;) {
        const casus_claim *before = &f->doc->claim[i];
        const casus_participants *whom =
            c->type == CASUS_REJECT && before->type != CASUS_ACCUSE ? &before->source : &before->actor;
        bool about = before->type == CASUS_ASSAULT || before->type == CASUS_CONTROL || before->type == CASUS_ACCUSE;
        uint32_t other = !about || whom->n == 0 ? CASUS_MOST_WARRING : casus_sides_of(&f->sides, &whom->role[0]);
        if (other < CASUS_MOST_WARRING && other != own && (c->type == CASUS_REJECT || before->type == CASUS_ASSAULT)) {
            return keep(f, whom->role, c->type == CASUS_REJECT ? 1 : whom->n, &c->recipient);
        }
    }
    return true;
}

bool casus_claims_fill(const casus_view *view, const casus_events *events, const uint32_t *event_of_claim)
{
    filling *f = CASUS_NEW(view->scratch, filling, 1);
    if (f == NULL) {
        return false;
    }
    *f = (filling){
        .view = view, .doc = view->doc, .sides = {.doc = view->doc}, .events = events, .event_of = event_of_claim};
    f->claim_at = CASUS_NEW(view->scratch, uint32_t, (size_t)view->doc->n_word + 1);
    if (f->claim_at == NULL) {
        return false;
    }
    memset(f->claim_at, 0xFF, ((size_t)view->doc->n_word + 1) * sizeof *f->claim_at);
    for (uint32_t i = 0; i < f->doc->n_claim; i++) {
        f->claim_at[f->doc->claim[i].word] = i;
    }
    for (uint32_t i = 0; i < f->doc->n_claim; i++) {
        if (!fill_actor(f, i)) {
            return false;
        }
    }
    count_sides(f);
    for (uint32_t i = 0; i < f->doc->n_claim; i++) {
        casus_sides_settle(&f->sides, view, &f->doc->claim[i].actor);
        casus_sides_settle(&f->sides, view, &f->doc->claim[i].recipient);
        casus_sides_settle(&f->sides, view, &f->doc->claim[i].source);
        if (!fill_weapons(f, i) || !fill_recipient(f, i) || !fill_addressee(f, i)) {
            return false;
        }
        casus_sides_see(&f->sides, &f->doc->claim[i].actor);
        casus_sides_see(&f->sides, &f->doc->claim[i].recipient);
    }
    return true;
}
