/* The document once from front to back, so that each mention can look at those before it: see actor.h. */
#include "extract/actor.h"

enum { RELATIVE_WINDOW = 24 };

static casus_trace trace_of(const casus_scene *scene, uint32_t head, uint32_t role, bool person)
{
    const casus_view *view = scene->view;
    casus_deprel deprel = (casus_deprel)view->word[head].deprel;
    return (casus_trace){.role = role,
                         .word = head,
                         .person = person,
                         .many = casus_view_has(view, head, CASUS_STR("Number=Plur")) ||
                                 casus_view_has(view, head, CASUS_STR("Number=Ptan")),
                         .subject = deprel == CASUS_DEPREL_NSUBJ || deprel == CASUS_DEPREL_NSUBJ_PASS};
}

/* Whether nothing but a title stands between a noun and the name behind it. */
static bool is_same_stretch(const casus_scene *scene, const casus_role_hit *hit, const casus_name_hit *name)
{
    uint32_t at = name->begin == hit->back ? hit->back : hit->end;
    while (at < name->begin && casus_actor__word(scene, at) == CASUS_WORD_TITLE) {
        at++;
    }
    return at == name->begin;
}

/* A noun with all that stands round it; a name across a comma is a mention of its own. */
static bool walk_role(casus_scene *scene, uint32_t index)
{
    casus_role_hit *hit = &scene->role_hit[index];
    const casus_role *role = &scene->view->pack->role_of[hit->role];
    if (hit->inner || role->class_of == CASUS_ROLE_FIELD) {
        return true;
    }
    casus_actor__resolve(scene, hit);
    if (hit->n_actor == 0) {
        return true;
    }
    uint32_t end = hit->back;
    uint32_t head = hit->head;
    bool named = false;
    if (hit->person != CASUS_NONE) {
        casus_name_hit *name = &scene->name_hit[hit->person];
        named = is_same_stretch(scene, hit, name);
        if (named) {
            name->used = true;
            end = name->end > end ? name->end : end;
            uint32_t top = casus_view_below(scene->view, hit->head, name->head) ? name->head : hit->head;
            head = top;
        }
    }
    bool told = hit->n_place > 0 || hit->whole != CASUS_NONE || hit->name != CASUS_NONE || hit->within != CASUS_NONE ||
                hit->at != CASUS_NONE || hit->person != CASUS_NONE;
    casus_trace trace = trace_of(scene, head, hit->role,
                                 scene->actor[hit->actor[0]].person || role->class_of == CASUS_ROLE_PERSON ||
                                     role->class_of == CASUS_ROLE_PEOPLE);
    trace.many = trace.many && role->class_of != CASUS_ROLE_BODY;
    if (role->class_of == CASUS_ROLE_PART && !trace.person) {
        trace.person = !casus_view_has(scene->view, hit->head, CASUS_STR("Number=Plur")) && role->n_sector == 0;
    }
    return casus_actor__mention(scene, &trace, hit->front, end,
                                named  ? CASUS_MENTION_NAME
                                : told ? CASUS_MENTION_COMPOSED
                                       : CASUS_MENTION_DESCRIPTION,
                                hit->actor, hit->n_actor,
                                named  ? CASUS_STR("role with name")
                                : told ? CASUS_STR("role")
                                       : CASUS_STR("role alone"));
}

static bool walk_name(casus_scene *scene, uint32_t index)
{
    casus_name_hit *hit = &scene->name_hit[index];
    uint32_t holder = hit->holder;
    uint32_t actor = CASUS_NONE;
    if (hit->used || (hit->inside && scene->role[hit->begin] != CASUS_NONE)) {
        return true;
    }
    hit->used = true;
    if (holder != CASUS_NONE) {
        casus_actor__resolve(scene, &scene->role_hit[holder]);
        actor = scene->role_hit[holder].n_actor > 0 ? scene->role_hit[holder].actor[0] : CASUS_NONE;
    }
    if (actor == CASUS_NONE) {
        actor = casus_actor__named(scene, index);
    }
    if (actor == CASUS_NONE) {
        return true;
    }
    casus_trace trace = trace_of(scene, hit->head, CASUS_NONE, scene->actor[actor].person);
    return casus_actor__mention(scene, &trace, hit->begin, hit->end, CASUS_MENTION_NAME, &actor, 1,
                                hit->inside                ? CASUS_STR("adjective")
                                : hit->known != CASUS_NONE ? CASUS_STR("known name")
                                                           : CASUS_STR("name"));
}

bool casus_actor__is_location(const casus_scene *scene, uint32_t head)
{
    for (uint32_t c = scene->view->word[head].first_child; c != CASUS_NO_WORD; c = scene->view->word[c].next_sibling) {
        if (scene->view->word[c].deprel == CASUS_DEPREL_CASE && casus_actor__word(scene, c) == CASUS_WORD_IN) {
            return true;
        }
    }
    return false;
}

/* 'the Lebanese': an adjective that is a people's only name, as plural as 'the Israelis' whatever its tag. */
static bool is_bare_people(const casus_view *view, const casus_place *place)
{
    uint32_t len = 0;
    uint32_t det = casus_view_child(view, place->head, CASUS_DEPREL_DET);
    uint32_t term = casus_lexicon_longest(&view->pack->demonym, &view->word[place->head].form, NULL, 1, &len);
    casus_deprel deprel = (casus_deprel)view->word[place->head].deprel;
    return det != CASUS_NO_WORD && casus_view_has(view, det, CASUS_STR("Definite=Def")) && term != CASUS_NO_VALUE &&
           view->pack->place_term[term].class_of == CASUS_PLACE_TERM_ADJECTIVE &&
           (deprel == CASUS_DEPREL_NSUBJ || deprel == CASUS_DEPREL_NSUBJ_PASS || deprel == CASUS_DEPREL_OBJ);
}

/* A people: those who act for the country where it acts, else some of its citizens. */
static uint32_t people_of(casus_scene *scene, const casus_place *place)
{
    const casus_view *view = scene->view;
    const casus_actors *actors = &view->world->actors;
    bool definite = false;
    uint32_t det = casus_view_child(view, place->head, CASUS_DEPREL_DET);
    definite = det != CASUS_NO_WORD && casus_view_has(view, det, CASUS_STR("Definite=Def")) &&
               view->word[place->head].deprel == CASUS_DEPREL_NSUBJ;
    casus_str label = casus_actors_label(actors, &actors->country, place->country3);
    casus_str entity = casus_actor__breakaway(scene, place);
    casus_actor actor = {.country = place->country3};
    actor.name = casus_actor__name(scene, definite ? CASUS_STR("{country}") : CASUS_STR("Civilians of {country}"),
                                   entity.ptr != NULL ? entity : label, CASUS_STR_NULL);
    if (actor.name.ptr == NULL || place->country3.len == 0) {
        return CASUS_NONE;
    }
    if (entity.ptr != NULL) {
        actor.sector[actor.n_sector++] = CASUS_STR("PRE");
    }
    actor.sector[actor.n_sector++] = definite ? CASUS_STR("GOV") : CASUS_STR("CVL");
    if (definite) {
        actor.sector[actor.n_sector++] = CASUS_STR("MIL");
    }
    return casus_actor__make(scene, &actor);
}

static bool walk_place(casus_scene *scene, uint32_t index)
{
    const casus_view *view = scene->view;
    const casus_place *place = &view->doc->place[index];
    const casus_view_word *v = &view->word[place->head];
    casus_str rule = CASUS_STR("country");
    uint32_t actor = CASUS_NONE;
    bool bare = place->adjective && is_bare_people(view, place);
    bool people = bare || (place->adjective && (v->upos == CASUS_UPOS_NOUN || v->upos == CASUS_UPOS_PROPN) &&
                           (v->deprel != CASUS_DEPREL_COMPOUND && v->deprel != CASUS_DEPREL_AMOD) &&
                           (casus_view_has(view, place->head, CASUS_STR("Number=Plur")) ||
                            casus_view_child(view, place->head, CASUS_DEPREL_NUMMOD) != CASUS_NO_WORD));
    if (people) {
        actor = people_of(scene, place);
        rule = CASUS_STR("people");
    } else if (place->adjective) {
        actor = casus_actor__country(scene, place);
        rule = CASUS_STR("adjective");
    } else if (place->government ||
               ((place->precision == CASUS_PLACE_COUNTRY || casus_actor__breakaway(scene, place).ptr != NULL) &&
                !casus_actor__is_location(scene, place->head))) {
        actor = casus_actor__country(scene, place);
    }
    if (actor == CASUS_NONE) {
        return true;
    }
    casus_trace trace = trace_of(scene, place->head, CASUS_NONE, people);
    trace.many = trace.many || bare;
    return casus_actor__mention(scene, &trace, place->word_begin, place->word_end,
                                place->adjective ? CASUS_MENTION_COMPOSED : CASUS_MENTION_NAME, &actor, 1, rule);
}

static bool repeat(casus_scene *scene, uint32_t w, const casus_trace *of, casus_str rule)
{
    casus_trace trace = trace_of(scene, w, of->role, of->person);
    trace.many = of->many;
    const casus_actor_mention *m = &scene->mention[of->mention];
    return casus_actor__mention(scene, &trace, w, w + 1, CASUS_MENTION_PRONOUN, m->actor, m->n_actor, rule);
}

/* 'who', 'die': the noun that its clause is about. */
static bool walk_relative(casus_scene *scene, uint32_t w)
{
    const casus_view *view = scene->view;
    uint32_t up = w;
    uint32_t steps = 0;
    while (up != CASUS_NO_WORD && view->word[up].deprel != CASUS_DEPREL_ACL_RELCL && steps++ < RELATIVE_WINDOW) {
        up = view->word[up].head;
    }
    uint32_t noun = up == CASUS_NO_WORD ? up : view->word[up].head;
    if (noun == CASUS_NO_WORD || noun >= w) {
        return true;
    }
    for (uint32_t i = scene->n_mention; i-- > 0 && scene->n_mention - i < RELATIVE_WINDOW;) {
        const casus_trace *t = &scene->trace[i];
        if (t->word == noun || (scene->mention[i].word_begin <= noun && noun < scene->mention[i].word_end)) {
            return repeat(scene, w, t, CASUS_STR("relative"));
        }
    }
    return true;
}

static bool walk_pronoun(casus_scene *scene, uint32_t w)
{
    const casus_view *view = scene->view;
    const casus_view_word *v = &view->word[w];
    uint32_t len = 0;
    if (v->upos != CASUS_UPOS_PRON && v->upos != CASUS_UPOS_DET) {
        return true;
    }
    uint32_t bits = casus_lexicon_longest(&view->pack->pronoun, &v->form, NULL, 1, &len);
    if (bits == CASUS_NO_VALUE || v->deprel == CASUS_DEPREL_EXPL || v->deprel == CASUS_DEPREL_EXPL_PV) {
        return true;
    }
    if ((bits & CASUS_PRONOUN_RELATIVE) != 0) {
        return walk_relative(scene, w);
    }
    const casus_trace *t = casus_actor__antecedent(scene, w, bits);
    return t == NULL || repeat(scene, w, t, CASUS_STR("pronoun"));
}

/* 'the country': the state of whoever is most spoken of just before. */
static bool walk_country(casus_scene *scene, uint32_t w)
{
    const casus_view *view = scene->view;
    uint32_t det = casus_view_child(view, w, CASUS_DEPREL_DET);
    uint32_t owner = casus_view_child(view, w, CASUS_DEPREL_NMOD_POSS);
    bool owned = owner != CASUS_NO_WORD && owner + 1 == w && view->word[owner].upos == CASUS_UPOS_PRON;
    if (!owned && (det == CASUS_NO_WORD || !casus_view_has(view, det, CASUS_STR("Definite=Def")))) {
        return true;
    }
    for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        if (c > w && view->word[c].deprel != CASUS_DEPREL_PUNCT) {
            return true; /* told which */
        }
    }
    uint32_t len = 0;
    uint32_t bits = owned ? casus_lexicon_longest(&view->pack->pronoun, &view->word[owner].form, NULL, 1, &len)
                          : CASUS_PRONOUN_ONE | CASUS_PRONOUN_THING;
    const casus_trace *t = bits == CASUS_NO_VALUE ? NULL : casus_actor__antecedent(scene, owned ? owner : w, bits);
    if (t == NULL) {
        return true;
    }
    const casus_actor *actor = &scene->actor[scene->mention[t->mention].actor[0]];
    const casus_actors *actors = &view->world->actors;
    casus_place place = {.country3 = actor->country, .name = actor->country};
    uint32_t country =
        actor->country.ptr == NULL || casus_actors_label(actors, &actors->country, actor->country).ptr == NULL
            ? CASUS_NONE
            : casus_actor__country(scene, &place);
    uint32_t front = owned ? owner : det < w ? det : w;
    casus_trace trace = trace_of(scene, w, CASUS_NONE, false);
    return country == CASUS_NONE || casus_actor__mention(scene, &trace, front, w + 1, CASUS_MENTION_DESCRIPTION,
                                                         &country, 1, CASUS_STR("the country"));
}

const casus_trace *casus_actor__last_group(const casus_scene *scene, uint32_t before)
{
    for (uint32_t i = scene->n_mention; i-- > 0 && scene->n_mention - i < RELATIVE_WINDOW;) {
        const casus_actor *actor = &scene->actor[scene->mention[i].actor[0]];
        if (scene->trace[i].word < before && !actor->person &&
            (casus_actor__has(actor, CASUS_STR("REB")) || casus_actor__has(actor, CASUS_STR("PRM")) ||
             casus_actor__has(actor, CASUS_STR("CRM")))) {
            return &scene->trace[i];
        }
    }
    return NULL;
}

/* 'the group': the last armed group. */
static bool walk_group(casus_scene *scene, uint32_t w)
{
    const casus_view *view = scene->view;
    uint32_t det = casus_view_child(view, w, CASUS_DEPREL_DET);
    const casus_trace *t = det == CASUS_NO_WORD ? NULL : casus_actor__last_group(scene, det < w ? det : w);
    if (t == NULL || !casus_view_has(view, det, CASUS_STR("Definite=Def"))) {
        return true;
    }
    const casus_actor_mention *m = &scene->mention[t->mention];
    casus_trace trace = trace_of(scene, w, t->role, false);
    return casus_actor__mention(scene, &trace, det < w ? det : w, w + 1, CASUS_MENTION_DESCRIPTION, m->actor,
                                m->n_actor, CASUS_STR("the group"));
}

/* 'the parties', and no word of which. */
static bool is_alone(const casus_view *view, uint32_t w)
{
    uint32_t det = casus_view_child(view, w, CASUS_DEPREL_DET);
    return det != CASUS_NO_WORD && det == view->word[w].first_child && view->word[det].next_sibling == CASUS_NO_WORD &&
           casus_view_has(view, det, CASUS_STR("Definite=Def")) && casus_view_has(view, w, CASUS_STR("Number=Plur"));
}

/* 'both sides'; returns the words it takes, 0: none here. */
static uint32_t walk_sides(casus_scene *scene, uint32_t w, bool *made)
{
    const casus_view *view = scene->view;
    uint32_t limit = view->doc->sentence[view->word[w].sentence].word_end;
    uint32_t form[4] = {0};
    uint32_t n = 0;
    uint32_t len = 0;
    uint32_t class_of = casus_actor__word(scene, w);
    bool both = class_of == CASUS_WORD_BOTH;
    bool alone = class_of == CASUS_WORD_PARTIES && is_alone(view, w);
    uint32_t at = w + both;
    while (both && at < limit && at < w + 3 && view->word[at].upos == CASUS_UPOS_ADJ) {
        at++;
    }
    for (; n < 4 && at + n < limit; n++) {
        form[n] = view->word[at + n].form;
    }
    uint32_t found = n == 0 ? CASUS_NO_VALUE : casus_lexicon_longest(&view->pack->actor_word, form, NULL, n, &len);
    if ((found != CASUS_WORD_SIDES && found != CASUS_WORD_PARTIES) || (!both && !alone && len < 2)) {
        return 0;
    }
    uint32_t actor[CASUS_MOST_SIDES];
    uint32_t sides = casus_actor__sides(scene, w, actor);
    if (sides < 2) {
        return 0;
    }
    casus_trace trace = trace_of(scene, casus_actor__top(view, w, at + len), CASUS_NONE, false);
    bool article =
        w > 0 && view->word[w - 1].sentence == view->word[w].sentence && view->word[w - 1].upos == CASUS_UPOS_DET;
    trace.many = true;
    *made = casus_actor__mention(scene, &trace, w - article, at + len, CASUS_MENTION_DESCRIPTION, actor, sides,
                                 CASUS_STR("both sides"));
    return at + len - w;
}

/* Nouns within chunks, and names and places that they took: no mentions of their own. */
void casus_actor__mark_inner(casus_scene *scene, bool *hidden)
{
    for (uint32_t i = 0; i < scene->n_role_hit; i++) {
        casus_role_hit *hit = &scene->role_hit[i];
        if (hit->person != CASUS_NONE) {
            scene->name_hit[hit->person].holder = i;
        }
        if (scene->view->pack->role_of[hit->role].class_of == CASUS_ROLE_FIELD || hit->inner) {
            continue;
        }
        for (uint32_t w = hit->front; w < hit->back; w++) {
            uint32_t role = scene->role[w];
            if (w < hit->begin || role == i || role == CASUS_NONE || scene->role_hit[role].inner) {
                hidden[w] = true;
            }
        }
    }
}

bool casus_actor__walk(casus_scene *scene, const bool *hidden)
{
    const casus_view *view = scene->view;
    bool ok = true;
    for (uint32_t w = 0; ok && w < view->doc->n_word; w++) {
        uint32_t sides = walk_sides(scene, w, &ok);
        if (sides > 0) {
            w += sides - 1;
            continue;
        }
        uint32_t role = scene->role[w];
        uint32_t name = scene->name[w];
        uint32_t place = scene->place[w];
        if (role != CASUS_NONE && scene->role_hit[role].begin == w) {
            ok = walk_role(scene, role);
        }
        if (ok && name != CASUS_NONE && scene->name_hit[name].begin == w &&
            (!hidden[w] || scene->name_hit[name].holder != CASUS_NONE)) {
            ok = walk_name(scene, name);
        } else if (ok && place != CASUS_NONE && view->doc->place[place].word_begin == w && !hidden[w] &&
                   (name == CASUS_NONE || scene->name_hit[name].known == CASUS_NONE)) {
            ok = walk_place(scene, place);
        } else if (ok && role == CASUS_NONE && name == CASUS_NONE && place == CASUS_NONE && view->word[w].form != 0) {
            uint32_t word = view->word[w].upos == CASUS_UPOS_NOUN ? casus_actor__word(scene, w) : CASUS_NONE;
            ok = word == CASUS_WORD_COUNTRY ? walk_country(scene, w)
                 : word == CASUS_WORD_GROUP ? walk_group(scene, w)
                                            : walk_pronoun(scene, w);
        }
    }
    return ok;
}
