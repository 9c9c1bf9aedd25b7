/* From a noun and what stands round it to the actors that it means: see actor.h. */
#include "extract/actor.h"

enum { NEAR_SENTENCES = 2, MOST_DEPTH = 8 };

/* What an actor of the noun would be, country aside. */
typedef struct shape {
    casus_actor actor;
    casus_str pattern, field;
    casus_str label; /* the country's name in names */
} shape;

bool casus_actor__has(const casus_actor *actor, casus_str sector)
{
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        if (casus_str_eq(actor->sector[i], sector)) {
            return true;
        }
    }
    return false;
}

static void add_sector(casus_actor *actor, casus_str sector)
{
    if (actor->n_sector < CASUS_MOST_SECTORS && !casus_actor__has(actor, sector)) {
        actor->sector[actor->n_sector++] = sector;
    }
}

static void set_sectors(casus_actor *actor, const casus_str *sector, uint32_t n)
{
    actor->n_sector = 0;
    for (uint32_t i = 0; i < n; i++) {
        add_sector(actor, sector[i]);
    }
}

/* Whether one that is part of a whole takes the whole's sectors: its own are as good where the whole only governs. */
static bool takes_over(const casus_actor *own, const casus_str *sector, uint32_t n)
{
    static const casus_str armed[] = {{"REB", 3}, {"PRM", 3}, {"PRE", 3}, {"CRM", 3},
                                      {"COP", 3}, {"MIL", 3}, {"SPY", 3}, {"UAF", 3}};
    casus_actor other = {0};
    set_sectors(&other, sector, n);
    if (own->n_sector == 0) {
        return true;
    }
    if (n == 0 || (n == 1 && casus_str_eq(sector[0], CASUS_STR("GOV")))) {
        return false;
    }
    if (!casus_actor__has(own, CASUS_STR("MIL"))) {
        return true;
    }
    for (size_t i = 0; i < sizeof armed / sizeof armed[0]; i++) {
        if (casus_actor__has(&other, armed[i])) {
            return true;
        }
    }
    return false;
}

static shape make_shape(const casus_scene *scene, const casus_role_hit *hit)
{
    const casus_pack *pack = scene->view->pack;
    const casus_role *role = &pack->role_of[hit->role];
    shape s = {.pattern = role->name};
    set_sectors(&s.actor, role->sector, role->n_sector);
    if (hit->field != CASUS_NONE) {
        const casus_role *field = &pack->role_of[hit->field];
        s.field = field->name;
        for (uint32_t i = 0; i < field->n_sector; i++) {
            add_sector(&s.actor, field->sector[i]);
        }
    }
    if (hit->within != CASUS_NONE) {
        const casus_role *within = &pack->role_of[hit->within];
        bool part = role->class_of == CASUS_ROLE_PART || within->scope == CASUS_SCOPE_PLACE ||
                    within->scope == CASUS_SCOPE_BREAKAWAY;
        if (part && takes_over(&s.actor, within->sector, within->n_sector)) {
            set_sectors(&s.actor, within->sector, within->n_sector);
            s.pattern = within->name;
        }
    }
    return s;
}

static bool push(casus_role_hit *hit, uint32_t actor)
{
    for (uint32_t i = 0; i < hit->n_actor; i++) {
        if (hit->actor[i] == actor) {
            return true;
        }
    }
    if (actor != CASUS_NONE && hit->n_actor < CASUS_MOST_SIDES) {
        hit->actor[hit->n_actor++] = actor;
    }
    return actor != CASUS_NONE;
}

/* The actor of a shape in a country; `entity`: what broke away there, or absent. */
static uint32_t make_in(casus_scene *scene, const shape *s, casus_str country, casus_str label, casus_str entity)
{
    casus_actor actor = s->actor;
    if (entity.ptr != NULL) {
        actor.n_sector = 0;
        add_sector(&actor, CASUS_STR("PRE"));
        for (uint32_t i = 0; i < s->actor.n_sector; i++) {
            add_sector(&actor, s->actor.sector[i]);
        }
        label = entity;
    }
    actor.country = country;
    if (actor.name.ptr == NULL) {
        actor.name = casus_actor__name(scene, s->pattern, label, s->field);
    }
    return actor.name.ptr == NULL ? CASUS_NONE : casus_actor__make(scene, &actor);
}

static bool is_local(const casus_scene *scene, const casus_role_hit *hit)
{
    casus_role_scope scope = scene->view->pack->role_of[hit->role].scope;
    return scope == CASUS_SCOPE_LOCAL || scope == CASUS_SCOPE_PLACE || hit->local;
}

/* Those who are of a place are called by it ('Residents in Oleshky'): whose country it is the text does not say. */
static uint32_t make_at(casus_scene *scene, const casus_role_hit *hit, const shape *s, uint32_t place)
{
    const casus_actors *actors = &scene->view->world->actors;
    const casus_place *p = &scene->view->doc->place[place];
    bool called = is_local(scene, hit) && hit->n_place <= 1 && !p->adjective && p->precision != CASUS_PLACE_COUNTRY;
    casus_str label = called ? p->name : casus_actors_label(actors, &actors->country, p->country3);
    return p->country3.len == 0 ? CASUS_NONE : make_in(scene, s, p->country3, label, casus_actor__breakaway(scene, p));
}

/* The shape in the country of another actor. */
static uint32_t make_beside(casus_scene *scene, const casus_role_hit *hit, const shape *s, const casus_actor *other)
{
    const casus_actors *actors = &scene->view->world->actors;
    casus_str label = casus_actors_label(actors, &actors->country, other->country);
    casus_str entity = CASUS_STR_NULL;
    if (casus_actor__has(other, CASUS_STR("PRE"))) {
        uint32_t place = casus_actor__breakaway_near(scene, hit->head);
        entity = place == CASUS_NONE ? label : casus_actor__breakaway(scene, &scene->view->doc->place[place]);
    }
    return make_in(scene, s, other->country, label, entity);
}

/* Places of the noun itself; those of its people only, where its own state is another's, are left out. */
static void from_places(casus_scene *scene, casus_role_hit *hit, const shape *told)
{
    shape of = *told;
    const shape *s = &of;
    if (of.actor.n_sector == 0) {
        add_sector(&of.actor, CASUS_STR("GOV")); /* who speaks for a country */
    }
    const casus_role *role = &scene->view->pack->role_of[hit->role];
    casus_role_scope scope = role->scope;
    for (uint32_t i = 0; i < hit->n_place; i++) {
        const casus_place *p = &scene->view->doc->place[hit->place[i]];
        bool people = scope == CASUS_SCOPE_BREAKAWAY && p->adjective && p->precision == CASUS_PLACE_COUNTRY;
        if (!people) {
            (void)push(hit, make_at(scene, hit, s, hit->place[i]));
        }
    }
    bool seated =
        role->class_of == CASUS_ROLE_BODY ||
        (role->class_of == CASUS_ROLE_PART && (role->n_sector == 0 || casus_actor__has(&s->actor, CASUS_STR("GOV"))));
    bool local = scope == CASUS_SCOPE_PLACE || scope == CASUS_SCOPE_LOCAL || scope == CASUS_SCOPE_BREAKAWAY ||
                 (scope == CASUS_SCOPE_ANYWHERE && seated);
    if (hit->n_actor == 0 && local && hit->at != CASUS_NONE) {
        (void)push(hit, make_at(scene, hit, s, hit->at));
    }
}

/* Whether the noun, its country untold, is likely one of the country that the text is about. */
static bool may_be_at_home(const casus_scene *scene, const casus_role_hit *hit, const shape *s)
{
    const casus_role *role = &scene->view->pack->role_of[hit->role];
    bool armed = casus_actor__has(&s->actor, CASUS_STR("MIL"));
    bool state = armed || casus_actor__has(&s->actor, CASUS_STR("GOV")) || role->class_of == CASUS_ROLE_BODY ||
                 role->class_of == CASUS_ROLE_PERSON;
    bool known = hit->definite || hit->person != CASUS_NONE || role->class_of == CASUS_ROLE_GROUP;
    if (armed && (casus_actor__breakaway_near(scene, hit->head) != CASUS_NONE || casus_actor__has_armies(scene))) {
        return false; /* of either side, not of the one that has the towns */
    }
    return hit->n_place == 0 && !hit->occupier && (!hit->aloof || role->scope == CASUS_SCOPE_PLACE) &&
           role->scope != CASUS_SCOPE_TOLD && role->scope != CASUS_SCOPE_SENT && s->actor.n_sector > 0 &&
           ((state && known) || hit->local || role->scope == CASUS_SCOPE_PLACE || role->scope == CASUS_SCOPE_LOCAL);
}

/* Of the country that the text is about; people are not called by it, for nothing says that they are its own. */
static uint32_t make_home(casus_scene *scene, const casus_role_hit *hit, const shape *s, casus_str country)
{
    const casus_actors *actors = &scene->view->world->actors;
    casus_str label = is_local(scene, hit) ? CASUS_STR_NULL : casus_actors_label(actors, &actors->country, country);
    return make_in(scene, s, country, label, CASUS_STR_NULL);
}

/* What the noun belongs to: another noun, or a known name. */
static void from_whole(casus_scene *scene, casus_role_hit *hit, const shape *s)
{
    const casus_role *role = &scene->view->pack->role_of[hit->role];
    bool part = role->class_of == CASUS_ROLE_PART || role->class_of == CASUS_ROLE_GROUP;
    if (hit->name != CASUS_NONE && scene->name_hit[hit->name].known != CASUS_NONE) {
        const casus_known *k = &scene->view->world->actors.known[scene->name_hit[hit->name].known];
        uint32_t known = casus_actor__known(scene, scene->name_hit[hit->name].known);
        bool over =
            (part || casus_actor__has(&s->actor, CASUS_STR("MIL"))) && takes_over(&s->actor, k->sector, k->n_sector);
        if (known == CASUS_NONE || (over && k->class_of != CASUS_KNOWN_PERSON)) {
            (void)push(hit, known);
            return;
        }
        shape own = *s;
        if (over) {
            set_sectors(&own.actor, k->sector, k->n_sector);
        }
        casus_actor other = scene->actor[known];
        (void)push(hit, make_beside(scene, hit, &own, &other));
        return;
    }
    casus_role_hit *whole = hit->whole == CASUS_NONE ? NULL : &scene->role_hit[hit->whole];
    if (whole == NULL) {
        return;
    }
    if (whole->inner && role->scope == CASUS_SCOPE_TOLD && !hit->definite) {
        whole->definite = false; /* 'a military plane' is not of the military told before */
    }
    casus_actor__resolve(scene, whole);
    for (uint32_t i = 0; i < whole->n_actor; i++) {
        casus_actor other = scene->actor[whole->actor[i]];
        bool same = part && takes_over(&s->actor, other.sector, other.n_sector) && !other.person;
        if (same || other.country.ptr != NULL) {
            (void)push(hit, same ? whole->actor[i] : make_beside(scene, hit, s, &other));
        }
    }
}

/* The country by what the text has told before. */
static void from_context(casus_scene *scene, casus_role_hit *hit, const shape *s)
{
    const casus_role *role = &scene->view->pack->role_of[hit->role];
    if (hit->owner != CASUS_NONE || hit->group) {
        const casus_trace *t = hit->group ? casus_actor__last_group(scene, hit->begin) : casus_actor__owner(scene, hit);
        if (t != NULL) {
            uint32_t index = scene->mention[t->mention].actor[0];
            casus_actor other = scene->actor[index];
            bool leads = casus_actor__has(&other, CASUS_STR("REB")) || casus_actor__has(&other, CASUS_STR("PRM")) ||
                         casus_actor__has(&other, CASUS_STR("PRE")); /* a rebel's forces are not his country's army */
            bool same = role->class_of == CASUS_ROLE_PART && (!other.person || leads) &&
                        takes_over(&s->actor, other.sector, other.n_sector);
            (void)push(hit, same ? index : other.country.ptr == NULL ? CASUS_NONE : make_beside(scene, hit, s, &other));
        }
        if (hit->n_actor > 0) {
            return;
        }
    }
    if (hit->own && hit->owner == CASUS_NONE && hit->n_place == 0) {
        uint32_t speaker = casus_actor__speaker_before(scene, hit);
        if (speaker != CASUS_NONE) {
            casus_actor other = scene->actor[speaker];
            (void)push(hit, make_beside(scene, hit, s, &other));
            return;
        }
    }
    if (role->scope == CASUS_SCOPE_BREAKAWAY) {
        uint32_t place = casus_actor__breakaway_near(scene, hit->head);
        if (place == CASUS_NONE && hit->n_place > 0 && !hit->aloof) {
            place = hit->place[0];
        }
        (void)push(hit, place == CASUS_NONE ? CASUS_NONE : make_at(scene, hit, s, place));
    }
    bool body = hit->within != CASUS_NONE && scene->view->pack->role_of[hit->within].class_of == CASUS_ROLE_BODY;
    if (hit->n_actor == 0 && hit->n_place == 0 && hit->person != CASUS_NONE && body) { /* 'government spokesman X' */
        const casus_trace *t = casus_actor__earlier(scene, hit, &s->actor, s->field.ptr != NULL);
        if (t != NULL) {
            casus_actor other = scene->actor[scene->mention[t->mention].actor[0]];
            (void)push(hit, make_beside(scene, hit, s, &other));
        }
    }
    if (hit->n_actor == 0 && hit->definite && hit->person == CASUS_NONE && hit->n_place == 0) {
        const casus_trace *t = casus_actor__earlier(scene, hit, &s->actor, s->field.ptr != NULL);
        for (uint32_t i = 0; t != NULL && i < scene->mention[t->mention].n_actor; i++) {
            (void)push(hit, scene->mention[t->mention].actor[i]);
        }
    }
    bool local = role->scope == CASUS_SCOPE_LOCAL || (hit->local && role->scope == CASUS_SCOPE_ANYWHERE);
    if (hit->n_actor == 0 && hit->occupier) {
        const casus_actor *found = casus_actor__foreign_army(scene);
        if (found != NULL) {
            casus_actor other = *found;
            (void)push(hit, make_beside(scene, hit, s, &other));
        }
    }
    if (hit->n_actor == 0 && local && !hit->occupier) {
        uint32_t place = casus_actor__place_near(scene, hit, 0);
        place = place == CASUS_NONE && scene->home.ptr == NULL ? casus_actor__place_near(scene, hit, NEAR_SENTENCES)
                                                               : place;
        (void)push(hit, place == CASUS_NONE ? CASUS_NONE : make_at(scene, hit, s, place));
    }
    if (hit->n_actor == 0 && may_be_at_home(scene, hit, s)) {
        bool sites = role->scope == CASUS_SCOPE_PLACE || local;
        casus_str country = casus_actor__home(scene, hit->head, sites);
        (void)push(hit, country.ptr == NULL ? CASUS_NONE : make_home(scene, hit, s, country));
    }
    bool voice = role->class_of == CASUS_ROLE_PART && s->actor.n_sector == 0 && s->field.ptr == NULL && !hit->aloof &&
                 hit->n_place == 0 && hit->whole == CASUS_NONE && role->scope == CASUS_SCOPE_ANYWHERE;
    if (hit->n_actor == 0 && voice && hit->person == CASUS_NONE) {
        (void)push(hit, casus_actor__speaker_before(scene, hit));
    }
    bool office =
        role->class_of == CASUS_ROLE_PERSON || hit->person != CASUS_NONE ||
        (role->class_of == CASUS_ROLE_BODY && hit->definite && !casus_actor__has(&s->actor, CASUS_STR("JRN")));
    if (hit->n_actor == 0 && office && role->scope == CASUS_SCOPE_ANYWHERE) {
        const casus_actor *found = casus_actor__agreed(scene, hit);
        if (found != NULL) {
            casus_actor other = *found;
            (void)push(hit, make_beside(scene, hit, s, &other));
        }
    }
}

/* Those of no country: named before, if the noun is definite. */
static void from_stateless(casus_scene *scene, casus_role_hit *hit, const shape *s, const casus_role *role)
{
    const casus_trace *t = hit->definite && hit->person == CASUS_NONE
                               ? casus_actor__earlier(scene, hit, &s->actor, s->field.ptr != NULL)
                               : NULL;
    if (t != NULL && casus_str_eq(scene->actor[scene->mention[t->mention].actor[0]].country, role->country)) {
        (void)push(hit, scene->mention[t->mention].actor[0]);
        return;
    }
    (void)push(hit, make_in(scene, s, role->country, CASUS_STR_NULL, CASUS_STR_NULL));
}

static casus_str name_text(const casus_scene *scene, const casus_name_hit *name)
{
    casus_span span = casus_view_span(scene->view, name->begin, name->end);
    return casus_str_slice(scene->view->doc->text, span.begin, span.end);
}

/*
 * Whether a known person may hold the office. What the text says goes before what the world knows: of two people of one
 * name, or one who changed sides, it means the one of the country that it names. Not so of those who serve no state, or
 * fight against theirs: 'the Dutch head of NATO'.
 */
static bool may_be(const casus_scene *scene, const casus_role_hit *hit, const casus_name_hit *name)
{
    static const casus_str apart[] = {{"REB", 3}, {"PRM", 3}, {"PRE", 3}, {"OPP", 3}};
    if (name->known == CASUS_NONE) {
        return true;
    }
    const casus_known *k = &scene->view->world->actors.known[name->known];
    bool single = name->end - name->begin == 1;
    if (hit->n_place == 0 || k->class_of != CASUS_KNOWN_PERSON || (!single && casus_actor__is_stateless(k->country))) {
        return true;
    }
    for (uint32_t i = 0; i < k->n_sector && !single; i++) {
        for (size_t a = 0; a < sizeof apart / sizeof apart[0]; a++) {
            if (casus_str_eq(k->sector[i], apart[a])) {
                return true;
            }
        }
    }
    for (uint32_t i = 0; i < hit->n_place; i++) {
        const casus_place *p = &scene->view->doc->place[hit->place[i]];
        if (casus_str_eq(p->country3, k->country) || (!single && p->country3.len == 0)) {
            return true;
        }
    }
    return false;
}

/* A holder who is known, or whose other office tells who he is. */
static bool from_holder(casus_scene *scene, casus_role_hit *hit, casus_name_hit *name)
{
    bool single = name->end - name->begin == 1;
    if (name->known == CASUS_NONE && single && scene->view->pack->role_of[hit->role].class_of == CASUS_ROLE_PERSON) {
        name->known = casus_actor__by_sound(scene, name->begin, name->end);
    }
    if (name->known != CASUS_NONE && may_be(scene, hit, name)) {
        (void)push(hit, casus_actor__known(scene, name->known));
        casus_actor__remember(scene, name_text(scene, name), hit->n_actor > 0 ? hit->actor[0] : CASUS_NONE);
        return true;
    }
    casus_role_hit *second = name->holder == CASUS_NONE ? hit : &scene->role_hit[name->holder];
    if (second != hit) {
        casus_actor__resolve(scene, second);
        if (second->n_actor > 0 && scene->actor[second->actor[0]].country.ptr != NULL) {
            (void)push(hit, second->actor[0]);
            return true;
        }
    }
    return false;
}

/* 'the president's office in Chad': the country that it is in tells more than a whole of no told country. */
static bool is_seated(const casus_scene *scene, const casus_role_hit *hit, const shape *s)
{
    const casus_role_hit *whole = hit->whole == CASUS_NONE ? NULL : &scene->role_hit[hit->whole];
    return whole != NULL && whole->n_place == 0 && whole->name == CASUS_NONE && whole->person == CASUS_NONE &&
           hit->at != CASUS_NONE && hit->n_place == 0 &&
           scene->view->doc->place[hit->at].precision == CASUS_PLACE_COUNTRY &&
           casus_actor__has(&s->actor, CASUS_STR("GOV")) &&
           scene->view->pack->role_of[hit->role].scope != CASUS_SCOPE_SENT;
}

/* By the words of the noun's own chunk. */
static void from_chunk(casus_scene *scene, casus_role_hit *hit, shape *s)
{
    const casus_role *role = &scene->view->pack->role_of[hit->role];
    bool part = role->class_of == CASUS_ROLE_PART || role->class_of == CASUS_ROLE_GROUP;
    if (role->country.ptr != NULL && (role->class_of != CASUS_ROLE_PART || hit->n_place == 0)) {
        from_stateless(scene, hit, s, role);
        return;
    }
    if (part && is_seated(scene, hit, s)) {
        (void)push(hit, make_at(scene, hit, s, hit->at));
    } else if (part) {
        from_whole(scene, hit, s);
    }
    if (hit->n_actor > 0 && hit->n_place > 0 && scene->actor[hit->actor[0]].country.ptr == NULL) {
        casus_actor whole = scene->actor[hit->actor[0]]; /* 'Uganda's army spokesman': the place is the army's too */
        if (takes_over(&s->actor, whole.sector, whole.n_sector)) {
            set_sectors(&s->actor, whole.sector, whole.n_sector);
            s->pattern = hit->whole == CASUS_NONE ? s->pattern
                                                  : scene->view->pack->role_of[scene->role_hit[hit->whole].role].name;
        }
        hit->n_actor = 0;
    }
    if (hit->n_actor == 0) {
        from_places(scene, hit, s);
    }
    if (hit->n_actor == 0 && !part) {
        from_whole(scene, hit, s);
    }
}

/* One of those found, with a name of his own. */
static void give_name(casus_scene *scene, casus_role_hit *hit, shape *s)
{
    if (hit->n_actor > 0 && !casus_str_eq(scene->actor[hit->actor[0]].name, s->actor.name)) {
        casus_actor other = scene->actor[hit->actor[0]];
        set_sectors(&s->actor, other.sector, other.n_sector);
        s->actor.country = other.country;
        hit->n_actor = 0;
        (void)push(hit, casus_actor__make(scene, &s->actor));
    }
}

/* Of two offices of one holder the one whose country is known tells the other's. */
static void share(casus_scene *scene, const casus_role_hit *hit, const casus_name_hit *name)
{
    casus_role_hit *other = name->holder == CASUS_NONE ? NULL : &scene->role_hit[name->holder];
    if (other != NULL && other != hit && other->n_actor > 0 && hit->n_actor > 0 &&
        scene->actor[other->actor[0]].country.ptr == NULL) {
        other->actor[0] = hit->actor[0];
    }
}

void casus_actor__resolve(casus_scene *scene, casus_role_hit *hit)
{
    const casus_role *role = &scene->view->pack->role_of[hit->role];
    casus_name_hit *name = hit->person == CASUS_NONE ? NULL : &scene->name_hit[hit->person];
    if (hit->done || role->class_of == CASUS_ROLE_FIELD || scene->depth == MOST_DEPTH) {
        return;
    }
    hit->done = true;
    scene->depth++;
    if (name == NULL || !from_holder(scene, hit, name)) {
        shape s = make_shape(scene, hit);
        if (name != NULL) {
            s.actor.name = name_text(scene, name);
            s.actor.person = role->class_of != CASUS_ROLE_BODY && role->class_of != CASUS_ROLE_GROUP;
        }
        from_chunk(scene, hit, &s);
        if (name != NULL) {
            give_name(scene, hit, &s);
        }
        if (hit->n_actor == 0 && !hit->ours) {
            from_context(scene, hit, &s);
        }
        if (hit->n_actor == 0 && (name != NULL || role->scope != CASUS_SCOPE_TOLD)) {
            (void)push(hit, make_in(scene, &s, CASUS_STR_NULL, CASUS_STR_NULL, CASUS_STR_NULL));
        }
        if (name != NULL && hit->n_actor > 0) {
            share(scene, hit, name);
            casus_actor__remember(scene, s.actor.name, hit->actor[0]);
        }
    }
    scene->depth--;
}
