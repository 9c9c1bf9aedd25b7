/* Roles: see role.h. */
#include "extract/role.h"

#include "world/world.h"

static uint32_t *no_words(const casus_view *view)
{
    size_t n = (size_t)view->doc->n_word + 1;
    uint32_t *array = CASUS_NEW(view->scratch, uint32_t, n);
    if (array != NULL) {
        memset(array, 0xFF, n * sizeof *array); /* CASUS_NO_WORD */
    }
    return array;
}

casus_status casus_heads_make(const casus_view *view, casus_heads *out, casus_error *err)
{
    const casus_doc *doc = view->doc;
    *out = (casus_heads){.mention = no_words(view), .place = no_words(view), .quantity = no_words(view)};
    if (out->mention == NULL || out->place == NULL || out->quantity == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    for (uint32_t i = 0; i < doc->n_mention; i++) {
        const casus_actor_mention *m = &doc->mention[i];
        uint32_t *slot = &out->mention[m->head];
        if (m->n_actor > 0 &&
            (*slot == CASUS_NO_WORD ||
             m->word_end - m->word_begin > doc->mention[*slot].word_end - doc->mention[*slot].word_begin)) {
            *slot = i;
        }
    }
    for (uint32_t i = 0; i < doc->n_place; i++) {
        for (uint32_t w = doc->place[i].word_begin; w < doc->place[i].word_end; w++) {
            out->place[w] = i;
        }
    }
    for (uint32_t i = 0; i < doc->n_quantity; i++) {
        out->quantity[doc->quantity[i].head] = i;
    }
    return CASUS_OK;
}

enum { SPARE_ACTORS = 16, FARTHEST_SUBJECT = 24 };

/* One more actor of the document: its array is grown by a few at a time. */
static uint32_t append_actor(casus_doc *doc, const casus_actor *actor)
{
    if (doc->n_actor % SPARE_ACTORS == 0 || doc->actor_room < doc->n_actor + 1) {
        uint32_t room = doc->n_actor + SPARE_ACTORS;
        casus_actor *grown = CASUS_NEW(&doc->arena, casus_actor, room);
        if (grown == NULL) {
            return CASUS_NO_ACTOR;
        }
        if (doc->n_actor > 0) {
            memcpy(grown, doc->actor, doc->n_actor * sizeof *grown);
        }
        doc->actor = grown;
        doc->actor_room = room;
    }
    doc->actor[doc->n_actor] = *actor;
    return doc->n_actor++;
}

uint32_t casus_keep_actor(const casus_view *view, const casus_actor *actor)
{
    casus_doc *doc = view->doc;
    for (uint32_t i = 0; i < doc->n_actor; i++) {
        if (casus_str_eq(doc->actor[i].name, actor->name) && casus_str_eq(doc->actor[i].country, actor->country)) {
            return i;
        }
    }
    return append_actor(doc, actor);
}

uint32_t casus_owner_of_place(const casus_view *view, uint32_t place)
{
    const casus_place *p = &view->doc->place[place];
    const casus_actors *known = &view->world->actors;
    casus_str entity = casus_actors_label(known, &known->breakaway, p->name);
    casus_str country = casus_actors_label(known, &known->country, p->country3);
    casus_actor actor = {.country = p->country3};
    if (casus_str_starts(country, CASUS_STR("the "))) {
        country = casus_str_slice(country, 4, country.len);
    }
    if (p->country3.len == 0 || p->country3.ptr == NULL) {
        return CASUS_NO_ACTOR;
    }
    actor.name = entity.ptr != NULL ? entity : country.ptr != NULL ? country : p->name;
    if (entity.ptr != NULL) {
        actor.sector[actor.n_sector++] = CASUS_STR("PRE");
    }
    actor.sector[actor.n_sector++] = CASUS_STR("GOV");
    return casus_keep_actor(view, &actor);
}

uint32_t casus_unknown_actor(const casus_view *view, casus_str name)
{
    casus_doc *doc = view->doc;
    casus_actor actor = {.name = name};
    for (uint32_t i = 0; i < doc->n_actor; i++) {
        if (casus_str_eq(doc->actor[i].name, name)) {
            return i;
        }
    }
    return append_actor(doc, &actor);
}

uint32_t casus_actor_of_country(const casus_view *view, uint32_t actor, casus_str country)
{
    casus_actor copy = view->doc->actor[actor];
    copy.country = country;
    return casus_keep_actor(view, &copy);
}

/* Whose a thing is by an adjective or genitive of place; no owner of places and buildings. */
static bool add_place_owner(const casus_view *view, const casus_heads *heads, uint32_t child, casus_cast *cast)
{
    uint32_t place = heads->place[child];
    if (place == CASUS_NO_WORD ||
        (view->word[child].deprel == CASUS_DEPREL_NMOD && !view->doc->place[place].adjective &&
         view->doc->place[place].precision != CASUS_PLACE_COUNTRY)) {
        return false;
    }
    uint32_t actor = casus_owner_of_place(view, place);
    if (actor == CASUS_NO_ACTOR || cast->n == CASUS_MOST_ROLES) {
        return false;
    }
    for (uint32_t i = 0; i < cast->n; i++) {
        if (cast->role[i].actor == actor) {
            return true;
        }
    }
    cast->role[cast->n++] = (casus_participant){.actor = actor, .mention = view->doc->place[place].text};
    return true;
}

static void add_mention(const casus_view *view, uint32_t mention, casus_cast *cast)
{
    const casus_actor_mention *m = &view->doc->mention[mention];
    for (uint32_t a = 0; a < m->n_actor; a++) {
        bool known = false;
        for (uint32_t i = 0; i < cast->n; i++) {
            known = known || cast->role[i].actor == m->actor[a];
        }
        if (!known && cast->n < CASUS_MOST_ROLES) {
            cast->role[cast->n++] = (casus_participant){.actor = m->actor[a], .mention = m->text};
        }
    }
}

const casus_item *casus_item_of(const casus_view *view, uint32_t w)
{
    const casus_word *word = &view->doc->word[w];
    return casus_figure_item(&view->pack->figures, word->lemma.ptr == NULL ? word->form : word->lemma);
}

/* Whether the noun names a place or a building: what lies in a country is not its government's. */
static bool is_location(const casus_view *view, uint32_t w)
{
    const casus_item *item = casus_item_of(view, w);
    return item != NULL && (item->class_of == CASUS_ITEM_PLACE || item->class_of == CASUS_ITEM_BUILDING);
}

/* Whose `w` is: a mention that hangs on it as possessor, attribute or by an adposition. */
static bool add_owner(const casus_view *view, const casus_heads *heads, uint32_t w, casus_cast *cast)
{
    static const uint8_t order[] = {CASUS_DEPREL_APPOS, CASUS_DEPREL_FLAT,     CASUS_DEPREL_NMOD_POSS,
                                    CASUS_DEPREL_AMOD,  CASUS_DEPREL_COMPOUND, CASUS_DEPREL_NMOD};
    for (size_t i = 0; i < sizeof order; i++) {
        for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
            if (view->word[c].deprel == order[i] && heads->mention[c] != CASUS_NO_WORD) {
                add_mention(view, heads->mention[c], cast);
                return true;
            }
            if (view->word[c].deprel == order[i] && !is_location(view, w) && add_place_owner(view, heads, c, cast)) {
                return true;
            }
        }
    }
    return false;
}

/* One word, without its conjuncts. */
static void add_word(const casus_view *view, const casus_heads *heads, uint32_t w, bool owner, casus_cast *cast)
{
    if (heads->mention[w] != CASUS_NO_WORD) {
        add_mention(view, heads->mention[w], cast);
        return;
    }
    uint32_t inner = casus_view_child(view, w, CASUS_DEPREL_NMOD);
    if (view->word[w].upos == CASUS_UPOS_NUM && inner != CASUS_NO_WORD && heads->mention[inner] != CASUS_NO_WORD) {
        add_mention(view, heads->mention[inner], cast); /* 'three of the soldiers' */
        return;
    }
    if (view->word[w].upos == CASUS_UPOS_PRON) { /* a relative pronoun: the noun that its clause modifies */
        uint32_t verb = view->word[w].head;
        if (verb != CASUS_NO_WORD && view->word[verb].deprel == CASUS_DEPREL_ACL_RELCL &&
            casus_view_has(view, w, CASUS_STR("PronType=Rel"))) {
            uint32_t noun = view->word[verb].head;
            if (heads->mention[noun] != CASUS_NO_WORD) {
                add_mention(view, heads->mention[noun], cast);
                return;
            }
        }
    }
    if (heads->place[w] != CASUS_NO_WORD && view->doc->place[heads->place[w]].precision == CASUS_PLACE_COUNTRY) {
        (void)add_place_owner(view, heads, w, cast); /* 'the fire from Armenia', 'the invasion of Ukraine' */
        return;
    }
    if (owner) {
        (void)add_owner(view, heads, w, cast);
    }
}

void casus_cast_add(const casus_view *view, const casus_heads *heads, uint32_t w, bool owner, casus_cast *cast)
{
    add_word(view, heads, w, owner, cast);
    for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        if (view->word[c].deprel == CASUS_DEPREL_CONJ) {
            add_word(view, heads, c, owner, cast);
        }
    }
}

uint32_t casus_lost_subject(const casus_view *view, const casus_heads *heads, uint32_t verb)
{
    const casus_sentence *s = &view->doc->sentence[view->word[verb].sentence];
    for (uint32_t w = verb; w-- > s->word_begin && verb - w < FARTHEST_SUBJECT;) {
        const casus_view_word *v = &view->word[w];
        if ((v->upos == CASUS_UPOS_VERB && v->deprel != CASUS_DEPREL_AMOD && v->deprel != CASUS_DEPREL_ACL_RELCL) ||
            v->upos == CASUS_UPOS_SCONJ) {
            return CASUS_NO_WORD;
        }
        uint32_t m = heads->mention[w];
        if (m == CASUS_NO_WORD || v->upos == CASUS_UPOS_ADJ || v->deprel == CASUS_DEPREL_NMOD_POSS ||
            v->deprel == CASUS_DEPREL_COMPOUND) {
            continue;
        }
        uint32_t before = view->doc->mention[m].word_begin;
        bool introduced = casus_view_child(view, w, CASUS_DEPREL_CASE) != CASUS_NO_WORD ||
                          (before > s->word_begin && view->word[before - 1].upos == CASUS_UPOS_ADP);
        if (!introduced) {
            return w;
        }
    }
    return CASUS_NO_WORD;
}

bool casus_is_passive(const casus_view *view, uint32_t w)
{
    return casus_view_child(view, w, CASUS_DEPREL_AUX_PASS) != CASUS_NO_WORD ||
           casus_view_child(view, w, CASUS_DEPREL_NSUBJ_PASS) != CASUS_NO_WORD ||
           (view->word[w].deprel == CASUS_DEPREL_XCOMP && casus_view_has(view, w, CASUS_STR("VerbForm=Part")) &&
            casus_view_child(view, w, CASUS_DEPREL_AUX) == CASUS_NO_WORD); /* 'got hurt' */
}

uint32_t casus_forced_subject(const casus_view *view, uint32_t w)
{
    uint32_t object = view->word[w].deprel == CASUS_DEPREL_XCOMP && view->word[w].head != CASUS_NO_WORD
                          ? casus_view_child(view, view->word[w].head, CASUS_DEPREL_OBJ)
                          : CASUS_NO_WORD;
    return object != CASUS_NO_WORD && object < w ? object : CASUS_NO_WORD;
}

bool casus_cast_keep(const casus_view *view, const casus_cast *cast, casus_participants *out)
{
    out->n = cast->n;
    out->role = CASUS_NEW(&view->doc->arena, casus_participant, (size_t)cast->n + 1);
    if (out->role == NULL) {
        return false;
    }
    memcpy(out->role, cast->role, cast->n * sizeof *cast->role);
    return true;
}
