/* Assembling claims: see claims.h. */
#include "extract/claims.h"

#include "extract/assembly.h"
#include "extract/claim_figure.h"
#include "extract/claim_fill.h"
#include "extract/claim_place.h"
#include "extract/claim_sides.h"
#include "extract/claim_when.h"
#include "extract/link.h"
#include "extract/publisher.h"
#include "extract/role_repair.h"

enum { MOST_SOURCES = 4, LONGEST_NAME = 80, FARTHEST_REFERENCE = 4 };

/* Somebody of whom only the name or description is told; pronouns tell nothing. */
static void add_unknown_source(const casus_assembly *a, const casus_attribution *at, casus_cast *cast)
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

/* A capital that speaks is the government that sits there. */
static void add_capital(const casus_assembly *a, const casus_attribution *at, casus_cast *cast)
{
    uint32_t place = a->heads.place[at->source_word];
    if (place == CASUS_NO_WORD || a->heads.mention[at->source_word] != CASUS_NO_WORD ||
        !casus_str_eq(a->view->doc->place[place].feature, CASUS_STR("PPLC"))) {
        return;
    }
    uint32_t actor = casus_owner_of_place(a->view, place);
    if (actor != CASUS_NO_ACTOR && cast->n < CASUS_MOST_ROLES) {
        cast->role[cast->n++] = (casus_participant){.actor = actor, .mention = at->source};
    }
}

/* The sources of an attribution and of those it stands in, nearest first. */
static void find_sources(const casus_assembly *a, uint32_t attribution, casus_cast *cast)
{
    for (unsigned depth = 0; depth < MOST_SOURCES && attribution != CASUS_NO_ATTRIBUTION; depth++) {
        const casus_attribution *at = &a->view->doc->attribution[attribution];
        uint32_t before = cast->n;
        if (at->source_word != CASUS_NO_WORD) {
            add_capital(a, at, cast);
        }
        if (at->source_word != CASUS_NO_WORD && cast->n == before) {
            casus_cast_add(a->view, &a->heads, at->source_word, true, cast);
        }
        if (at->source_word != CASUS_NO_WORD && cast->n == before) {
            add_unknown_source(a, at, cast);
        }
        attribution = at->outer;
    }
}

/* Whether two actors of one country are of one side: who broke away or rebels is of another than its government. */
static bool same_side(const casus_actor *a, const casus_actor *b)
{
    return casus_str_eq(a->country, b->country) && casus_is_against(a) == casus_is_against(b);
}

/*
 * What a warring side tells of itself without naming who did it, it did ('the drones were shot down', says the army);
 * not what was done to its own.
 */
static void add_boaster(const casus_assembly *a, const casus_claim *c, const casus_event *e,
                        const casus_cast *recipient, const casus_cast *source, casus_cast *actor)
{
    static const char *const warring[] = {"MIL", "REB", "PRM", "PRE", "GOV", NULL};
    bool feat = (c->type == CASUS_CONTROL && (c->mode & 1U) != 0) ||
                casus_str_eq(e->row->outcome, CASUS_STR("destroyed")) ||
                casus_str_eq(e->row->outcome, CASUS_STR("shot-down"));
    if (actor->n > 0 || e->actor.n > 0 || source->n != 1 || !feat || !casus_is_passive(a->view, e->word) ||
        !casus_has_sector(&a->view->doc->actor[source->role[0].actor], warring)) {
        return;
    }
    const casus_actor *s = &a->view->doc->actor[source->role[0].actor];
    for (uint32_t i = 0; i < recipient->n; i++) {
        if (same_side(&a->view->doc->actor[recipient->role[i].actor], s)) {
            return;
        }
    }
    if (recipient->n > 0 || c->type == CASUS_CONTROL) {
        actor->role[actor->n++] = source->role[0];
    }
}

/* Whether the word names an attack, which is nobody that could be hit. */
static bool is_attack_noun(const casus_assembly *a, uint32_t w)
{
    uint32_t event = a->events.at[w];
    return event != CASUS_NO_EVENT && a->events.event[event].word == w && a->view->word[w].upos == CASUS_UPOS_NOUN &&
           a->events.event[event].row->type == CASUS_ASSAULT && a->heads.mention[w] == CASUS_NO_WORD &&
           a->heads.quantity[w] == CASUS_NO_WORD;
}

static void find_recipient(const casus_assembly *a, const casus_event *e, const casus_cast *actor, casus_cast *cast)
{
    casus_cast found = {.n = 0};
    casus_fillers hit = {.n = 0};
    bool mutual = e->recipient.n > 0 && casus_is_reciprocal(a->view, e->recipient.word[0]);
    if (mutual && e->row->type == CASUS_ASSAULT) {
        return; /* in two-sided fighting all sides act */
    }
    for (uint32_t i = 0; i < e->recipient.n; i++) { /* 'the attack claimed nine lives': not those of its owner */
        if (!is_attack_noun(a, e->recipient.word[i])) {
            hit.word[hit.n++] = e->recipient.word[i];
        }
    }
    casus_assembly_cast(a, &hit, true, &found);
    for (uint32_t i = 0; i < found.n; i++) { /* nobody is both sides of the same act by the same words */
        bool same = false;
        for (uint32_t k = 0; k < actor->n; k++) {
            same = same || (!mutual && actor->role[k].mention.begin == found.role[i].mention.begin);
        }
        if (!same) {
            cast->role[cast->n++] = found.role[i];
        }
    }
}

static bool keep_list(const casus_assembly *a, uint32_t first, const uint32_t *next, uint32_t **list, uint32_t *n)
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

static void set_voice(const casus_assembly *a, const casus_event *e, casus_claim *c)
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
    c->tense = casus_tense_of(a->view, &a->voices, e, m);
    if (casus_is_to_come(doc, c) && c->tense == CASUS_PRESENT) { /* 'the ministers meet on Friday' */
        c->tense = CASUS_FUTURE;
        c->factuality = CASUS_FACT_UU;
    }
    if (casus_is_history(doc, c) && c->tense != CASUS_FUTURE) {
        c->tense = CASUS_BACKGROUND;
    }
}

/* From the attribution's start to the content's end, as far as one sentence holds them. */
static casus_span quote_of(const casus_assembly *a, const casus_claim *c)
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
static void add_referred(const casus_assembly *a, const casus_claim *c, const casus_event *e, casus_cast *actor)
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

/*
 * Whether something shows that the words name an event though nobody known stands in its roles: whom it befalls, what it
 * counts, or, with a verb, a subject. Nouns by themselves are too often spoken of in general.
 */
static bool shows_party(const casus_assembly *a, uint32_t event)
{
    const casus_event *e = &a->events.event[event];
    bool verb = a->view->word[e->word].upos == CASUS_UPOS_VERB;
    return e->recipient.n > 0 || a->attached.quantity[event] != CASUS_NO_WORD || (verb && e->actor.n > 0);
}

static bool add_claim(casus_assembly *a, uint32_t event)
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
    casus_assembly_actor(a, e, &actor);
    find_recipient(a, e, &actor, &recipient);
    if (e->row->need == CASUS_NEED_ARMED && actor.n == 0 && recipient.n == 0 && !shows_party(a, event)) {
        return true;
    }
    if (e->row->need != CASUS_NEED_NOTHING && !casus_company_holds(a->view, a->company, c->type, &actor, &recipient)) {
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
    a->event_of[doc->n_claim++] = event;
    return true;
}

casus_status casus_extract__claims(casus_view *view, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_assembly a = {.view = view};
    CASUS_TRY(casus_heads_make(view, &a.heads, err));
    casus_role_repair(view, &a.heads);
    a.publisher = casus_publisher(view);
    CASUS_TRY(casus_extract__attributions(view, &a.heads, &a.voices, err));
    a.company = casus_company_of(view);
    CASUS_TRY(casus_events_find(view, &a.heads, a.company != CASUS_COMPANY_NONE, &a.events, err));
    CASUS_TRY(casus_modalities_find(view, &a.voices, &a.modalities, err));
    CASUS_TRY(casus_attach(view, &a.events, &a.heads, &a.attached, err));
    view->doc->claim = CASUS_NEW(&view->doc->arena, casus_claim, (size_t)a.events.n + 1);
    a.event_of = CASUS_NEW(view->scratch, uint32_t, (size_t)a.events.n + 1);
    if (view->doc->claim == NULL || a.event_of == NULL) {
        return casus_arena_fail(view->doc->claim == NULL ? &view->doc->arena : view->scratch, err);
    }
    for (uint32_t i = 0; i < a.events.n; i++) {
        if (a.events.event[i].part_of == CASUS_NO_EVENT && !a.events.event[i].dropped && !add_claim(&a, i)) {
            return casus_arena_fail(&view->doc->arena, err);
        }
    }
    casus_claims_figure(view);
    if (!casus_claims_fill(view, &a.events, a.event_of) || !casus_claims_place(view)) {
        return casus_arena_fail(view->scratch->failed != CASUS_OK ? view->scratch : &view->doc->arena, err);
    }
    casus_claims_name_figures(view);
    casus_claims_carry_time(view);
    casus_extract__links(view);
done:
    return st;
}
