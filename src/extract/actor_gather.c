/* What stands round a noun of those who act: its country, what it is part of, who holds it. See actor.h. */
#include "extract/actor.h"

enum { MOST_BEFORE = 14, MOST_BEHIND = 3, MOST_SKIPPED = 7, MOST_STEPS = 64, LONGEST_BEHIND = 24 };

uint32_t casus_actor__word(const casus_scene *scene, uint32_t w)
{
    const casus_view_word *v = &scene->view->word[w];
    uint32_t len = 0;
    return casus_lexicon_longest(&scene->view->pack->actor_word, &v->form, NULL, 1, &len);
}

uint32_t casus_actor__top(const casus_view *view, uint32_t begin, uint32_t end)
{
    for (uint32_t w = begin; w < end; w++) {
        uint32_t head = view->word[w].head;
        if (head == CASUS_NO_WORD || head < begin || head >= end) {
            return w;
        }
    }
    return begin;
}

/* As casus_view_below, but for a climb of bounded height: a chunk is no deep tree. */
static bool is_below(const casus_view *view, uint32_t w, uint32_t ancestor)
{
    for (uint32_t steps = 0; w != CASUS_NO_WORD && w != ancestor && steps < MOST_STEPS; steps++) {
        w = view->word[w].head;
    }
    return w == ancestor;
}

static bool is_form(const casus_view *view, uint32_t w, const char *form)
{
    return casus_str_eq(view->doc->word[w].form, casus_str_of(form));
}

static uint32_t sentence_begin(const casus_view *view, uint32_t w)
{
    return view->doc->sentence[view->word[w].sentence].word_begin;
}

static uint32_t sentence_end(const casus_view *view, uint32_t w)
{
    return view->doc->sentence[view->word[w].sentence].word_end;
}

static void add_place(casus_role_hit *hit, uint32_t place)
{
    for (uint32_t i = 0; i < hit->n_place; i++) {
        if (hit->place[i] == place) {
            return;
        }
    }
    if (hit->n_place < CASUS_MOST_SIDES) {
        hit->place[hit->n_place++] = place;
    }
}

/* Whether the adjective at `w` has a prefix that takes its country away ('pro-Russian'). */
static bool is_aloof(const casus_view *view, uint32_t w)
{
    casus_str form = view->doc->word[w].form;
    const char *hyphen = memchr(form.ptr, '-', form.len);
    uint32_t len = 0;
    uint32_t number =
        hyphen == NULL ? 0 : casus_vocab_find(&view->pack->vocab, (casus_str){form.ptr, (size_t)(hyphen - form.ptr)});
    return number != 0 && casus_lexicon_longest(&view->pack->actor_word, &number, NULL, 1, &len) == CASUS_WORD_ALOOF;
}

/* 'ethnic Armenian': whom the adjective of a country is put before is not of that country. */
static bool is_estranged(const casus_scene *scene, uint32_t w, uint32_t begin)
{
    return scene->place[w] != CASUS_NONE && scene->view->doc->place[scene->place[w]].adjective && w > begin &&
           casus_actor__word(scene, w - 1) == CASUS_WORD_ALOOF;
}

/* A participle before the noun, and what stands with it: 'Hamas-run', 'door Turkije gesteunde'. Where it begins. */
static uint32_t pass_participle(const casus_scene *scene, casus_role_hit *hit, uint32_t w, uint32_t begin)
{
    const casus_view *view = scene->view;
    bool run = casus_actor__word(scene, w) == CASUS_WORD_RUN;
    uint32_t from = w;
    while (from > begin &&
           (is_form(view, from - 1, "-") || is_below(view, from - 1, w) || (from < w && is_form(view, from, "-")))) {
        from--;
        if (scene->place[from] != CASUS_NONE) {
            from = view->doc->place[scene->place[from]].word_begin;
            if (run) {
                add_place(hit, scene->place[from]);
                hit->run = true;
            }
            hit->aloof = hit->aloof || !run;
        } else if (scene->name[from] != CASUS_NONE) {
            uint32_t name = scene->name[from];
            from = scene->name_hit[name].begin;
            if (run && hit->name == CASUS_NONE) {
                hit->name = name;
            }
        }
    }
    return from;
}

/* A noun of those who act before the noun: what it is part of, or the domain. */
static void take_role(casus_scene *scene, casus_role_hit *hit, uint32_t inner)
{
    casus_role_hit *other = &scene->role_hit[inner];
    if (scene->view->pack->role_of[other->role].class_of == CASUS_ROLE_FIELD) {
        hit->field = hit->field == CASUS_NONE ? other->role : hit->field;
    } else if (hit->whole == CASUS_NONE) {
        hit->whole = inner;
    }
    other->inner = true;
}

static bool is_adjective(const casus_scene *scene, uint32_t w)
{
    return scene->place[w] != CASUS_NONE ? scene->view->doc->place[scene->place[w]].adjective
                                         : scene->view->word[w].upos == CASUS_UPOS_ADJ;
}

/* 'Armenian and Azerbaijani', 'tired, hungry'. */
static bool is_between_adjectives(const casus_scene *scene, uint32_t w, uint32_t begin, uint32_t head)
{
    return w > begin && is_adjective(scene, w + 1) &&
           (is_adjective(scene, w - 1) || (scene->place[w - 1] != CASUS_NONE && is_below(scene->view, w - 1, head)));
}

/* 'M23 rebels': a group right before the noun is whose they are, whatever the tree says. */
static bool is_beside(const casus_scene *scene, const casus_role_hit *hit, uint32_t name)
{
    uint32_t known = scene->name_hit[name].known;
    if (known == CASUS_NONE) {
        return false;
    }
    casus_known_class class_of = scene->view->world->actors.known[known].class_of;
    return scene->name_hit[name].end == hit->begin && (class_of == CASUS_KNOWN_GROUP || class_of == CASUS_KNOWN_BODY);
}

/* The word that a noun and what stands before it hang on: of a title ('Chile's president X') the name that follows it. */
static uint32_t chunk_head(const casus_view *view, const casus_role_hit *hit)
{
    uint32_t up = view->word[hit->head].head;
    return up == hit->end && view->word[up].upos == CASUS_UPOS_PROPN &&
                   view->word[up].sentence == view->word[hit->head].sentence
               ? up
               : hit->head;
}

/* One step to the left of the chunk: where it now begins, or CASUS_NONE where it ends. */
static uint32_t step_before(casus_scene *scene, casus_role_hit *hit, uint32_t w, uint32_t begin)
{
    const casus_view *view = scene->view;
    const casus_view_word *v = &view->word[w];
    uint32_t head = chunk_head(view, hit);
    bool below = is_below(view, w, head);
    uint32_t place = scene->place[w];
    uint32_t name = scene->name[w];
    uint32_t class_of = v->upos == CASUS_UPOS_ADJ || v->upos == CASUS_UPOS_NOUN || v->upos == CASUS_UPOS_VERB
                            ? casus_actor__word(scene, w)
                            : CASUS_NONE;
    hit->local = hit->local || class_of == CASUS_WORD_LOCAL;
    hit->own = hit->own || class_of == CASUS_WORD_OWN;
    hit->occupier = hit->occupier || (class_of == CASUS_WORD_OCCUPIER && below);
    if (is_aloof(view, w) || is_estranged(scene, w, begin)) {
        hit->aloof = true;
        return w;
    }
    if (place != CASUS_NONE && (name == CASUS_NONE || scene->name_hit[name].known == CASUS_NONE)) {
        const casus_place *p = &view->doc->place[place];
        if (!p->adjective && !is_below(view, p->head, head)) {
            return CASUS_NONE;
        }
        add_place(hit, place);
        return p->word_begin < begin ? begin : p->word_begin;
    }
    if (name != CASUS_NONE && scene->name_hit[name].known != CASUS_NONE) {
        if (!is_below(view, scene->name_hit[name].head, hit->head) && !is_beside(scene, hit, name)) {
            return CASUS_NONE;
        }
        hit->name = hit->name == CASUS_NONE ? name : hit->name;
        return scene->name_hit[name].begin;
    }
    if (scene->role[w] != CASUS_NONE) {
        uint32_t inner = scene->role[w];
        if (!below && !is_below(view, hit->head, scene->role_hit[inner].head)) {
            return CASUS_NONE;
        }
        take_role(scene, hit, inner);
        return scene->role_hit[inner].begin;
    }
    switch (v->upos) {
    case CASUS_UPOS_VERB:
        return below && v->deprel != CASUS_DEPREL_CASE && v->deprel != CASUS_DEPREL_MARK &&
                       !casus_view_has(view, w, CASUS_STR("VerbForm=Fin"))
                   ? pass_participle(scene, hit, w, begin)
                   : CASUS_NONE;
    case CASUS_UPOS_ADJ:
        return casus_actor__word(scene, w) == CASUS_WORD_RUN ? pass_participle(scene, hit, w, begin) : w;
    case CASUS_UPOS_NUM:
        return w;
    case CASUS_UPOS_NOUN:
    case CASUS_UPOS_PROPN:
    case CASUS_UPOS_PART:
    case CASUS_UPOS_ADV:
        return below ? w : CASUS_NONE;
    case CASUS_UPOS_CCONJ:
        return is_between_adjectives(scene, w, begin, hit->head) ? w : CASUS_NONE;
    case CASUS_UPOS_PUNCT:
        return (below && (is_form(view, w, "-") || is_form(view, w, "'"))) ||
                       (is_form(view, w, ",") && is_between_adjectives(scene, w, begin, hit->head))
                   ? w
                   : CASUS_NONE;
    default:
        return CASUS_NONE;
    }
}

static void gather_before(casus_scene *scene, casus_role_hit *hit)
{
    const casus_view *view = scene->view;
    uint32_t begin = sentence_begin(view, hit->begin);
    uint32_t steps = 0;
    hit->front = hit->begin;
    while (hit->front > begin && steps++ < MOST_BEFORE) {
        uint32_t w = hit->front - 1;
        uint32_t to = step_before(scene, hit, w, begin);
        if (to == CASUS_NONE) {
            uint32_t len = 0;
            uint32_t bits = casus_lexicon_longest(&view->pack->pronoun, &view->word[w].form, NULL, 1, &len);
            bool owner = bits != CASUS_NO_VALUE && (bits & CASUS_PRONOUN_POSSESSIVE) != 0 &&
                         view->word[w].upos == CASUS_UPOS_PRON;
            hit->owner = owner ? w : CASUS_NONE;
            hit->ours =
                !owner && view->word[w].upos == CASUS_UPOS_PRON &&
                (casus_view_has(view, w, CASUS_STR("Person=1")) || casus_view_has(view, w, CASUS_STR("Person=2")));
            hit->front = owner || view->word[w].upos == CASUS_UPOS_DET ? w : hit->front;
            break;
        }
        hit->front = to;
    }
    for (uint32_t i = 0; i < hit->n_place / 2; i++) { /* in text order */
        uint32_t place = hit->place[i];
        hit->place[i] = hit->place[hit->n_place - 1 - i];
        hit->place[hit->n_place - 1 - i] = place;
    }
    while (hit->front < hit->begin &&
           ((view->word[hit->front].upos == CASUS_UPOS_ADV && view->word[hit->front + 1].upos != CASUS_UPOS_ADJ &&
             view->word[hit->front + 1].upos != CASUS_UPOS_NUM && view->word[hit->front + 1].upos != CASUS_UPOS_ADV) ||
            view->word[hit->front].upos == CASUS_UPOS_PUNCT || view->word[hit->front].upos == CASUS_UPOS_CCONJ)) {
        hit->front++;
    }
}

/* Places side by side: 'of Armenia and Azerbaijan'. Returns the end of the last. */
static uint32_t take_places(casus_scene *scene, casus_role_hit *hit, uint32_t place, uint32_t limit)
{
    const casus_view *view = scene->view;
    uint32_t at = view->doc->place[place].word_end;
    add_place(hit, place);
    for (uint32_t next = at; next + 1 < limit && next < at + 3; next++) {
        if (scene->place[next] != CASUS_NONE) {
            add_place(hit, scene->place[next]);
            at = view->doc->place[scene->place[next]].word_end;
            next = at - 1;
        } else if (view->word[next].upos != CASUS_UPOS_CCONJ && view->word[next].upos != CASUS_UPOS_DET) {
            break;
        }
    }
    return at;
}

/* The noun whose chunk `q` is the front of: 'Ukraine's interior ministry'. CASUS_NONE: none. */
static uint32_t role_over(const casus_scene *scene, uint32_t q, uint32_t limit)
{
    for (uint32_t w = q; w < limit && w < q + MOST_SKIPPED; w++) {
        uint32_t role = scene->role[w];
        if (role != CASUS_NONE && scene->role_hit[role].front <= q && !scene->role_hit[role].inner &&
            scene->view->pack->role_of[scene->role_hit[role].role].class_of != CASUS_ROLE_FIELD) {
            return role;
        }
    }
    return CASUS_NONE;
}

/* 'a source in the ministry': who is in a body is of it. */
static bool may_be_in(const casus_scene *scene, const casus_role_hit *hit, uint32_t body)
{
    const casus_role *role = scene->view->pack->role_of;
    return role[hit->role].class_of == CASUS_ROLE_PART && role[scene->role_hit[body].role].class_of == CASUS_ROLE_BODY;
}

/* A place that a preposition binds to the noun: whose, or where. Returns its end. */
static uint32_t take_place(casus_scene *scene, casus_role_hit *hit, uint32_t place, uint32_t link, uint32_t limit)
{
    if (link == CASUS_WORD_OF && !hit->run) { /* 'the Chadian-installed mayor of X' */
        return take_places(scene, hit, place, limit);
    }
    if (link != CASUS_WORD_FOR) {
        hit->at = place;
    }
    return scene->view->doc->place[place].word_end;
}

/* What a preposition binds to the noun; `p` is behind it. Returns the end of it, or `p` if it binds nothing. */
static uint32_t gather_link(casus_scene *scene, casus_role_hit *hit, uint32_t p, uint32_t link, uint32_t limit)
{
    const casus_view *view = scene->view;
    bool within = link == CASUS_WORD_IN || link == CASUS_WORD_FROM;
    bool noun = false; /* one that nobody knows lies between: only 'the town of X' goes on */
    for (uint32_t q = p; q < limit && q < p + MOST_SKIPPED; q++) {
        const casus_view_word *v = &view->word[q];
        uint32_t over = noun ? CASUS_NONE : role_over(scene, q, limit);
        if (over != CASUS_NONE && (!within || may_be_in(scene, hit, over))) {
            take_role(scene, hit, over);
            scene->role_hit[over].inner = false;
            return scene->role_hit[over].back;
        }
        if (!noun && scene->name[q] != CASUS_NONE && scene->name_hit[scene->name[q]].known != CASUS_NONE &&
            scene->role[q] == CASUS_NONE) {
            hit->name = hit->name == CASUS_NONE ? scene->name[q] : hit->name;
            return scene->name_hit[scene->name[q]].end;
        }
        if (scene->role[q] != CASUS_NONE) {
            casus_role_hit *other = &scene->role_hit[scene->role[q]];
            if (noun || view->pack->role_of[other->role].class_of != CASUS_ROLE_FIELD) {
                return p;
            }
            take_role(scene, hit, scene->role[q]);
            return other->end;
        }
        if (scene->place[q] != CASUS_NONE) {
            const casus_place *place = &view->doc->place[scene->place[q]];
            if (!place->adjective || place->word_end >= limit) {
                return take_place(scene, hit, scene->place[q], link, limit);
            }
            q = place->word_end - 1; /* of a noun to come */
        } else if (v->upos == CASUS_UPOS_NOUN && !noun) {
            noun = true;
            if (!within && casus_actor__word(scene, q) == CASUS_WORD_GROUP && q > p &&
                casus_view_has(view, q - 1, CASUS_STR("Definite=Def"))) {
                hit->group = true;
                return q + 1;
            }
        } else if (noun ? casus_actor__word(scene, q) != CASUS_WORD_OF
                        : v->upos != CASUS_UPOS_DET && v->upos != CASUS_UPOS_ADJ && v->upos != CASUS_UPOS_NUM &&
                              v->upos != CASUS_UPOS_PART) {
            return p;
        }
    }
    return p;
}

static void gather_behind(casus_scene *scene, casus_role_hit *hit)
{
    const casus_view *view = scene->view;
    uint32_t limit = sentence_end(view, hit->begin);
    hit->back = hit->end;
    for (uint32_t i = 0; i < MOST_BEHIND && hit->back + 1 < limit; i++) {
        uint32_t form[4] = {0};
        uint32_t n = 0;
        uint32_t len = 0;
        for (; n < 4 && hit->back + n < limit; n++) {
            form[n] = view->word[hit->back + n].form;
        }
        uint32_t link = casus_lexicon_longest(&view->pack->actor_word, form, NULL, n, &len);
        if (link != CASUS_WORD_OF && link != CASUS_WORD_IN && link != CASUS_WORD_FROM && link != CASUS_WORD_FOR) {
            break;
        }
        uint32_t to = gather_link(scene, hit, hit->back + len, link, limit);
        if (to == hit->back + len || to - hit->end > LONGEST_BEHIND) {
            break;
        }
        hit->back = to;
    }
}

static bool is_comma(const casus_view *view, uint32_t w, const char *bracket)
{
    return is_form(view, w, ",") || is_form(view, w, bracket) || is_form(view, w, "\xE2\x80\x93") ||
           is_form(view, w, "\xE2\x80\x94");
}

static bool is_person(const casus_scene *scene, uint32_t name)
{
    uint32_t known = scene->name_hit[name].known;
    return known == CASUS_NONE || scene->view->world->actors.known[known].class_of == CASUS_KNOWN_PERSON;
}

static bool may_hold(const casus_scene *scene, const casus_role_hit *hit, uint32_t name)
{
    const casus_name_hit *n = &scene->name_hit[name];
    casus_role_class class_of = scene->view->pack->role_of[hit->role].class_of;
    bool person = n->known == CASUS_NONE || scene->view->world->actors.known[n->known].class_of == CASUS_KNOWN_PERSON;
    return !n->inside &&
           (person ? class_of != CASUS_ROLE_FIELD
                   : class_of == CASUS_ROLE_BODY || class_of == CASUS_ROLE_GROUP || class_of == CASUS_ROLE_PART);
}

/* Whose office it is: the name beside it, or across a comma. */
static void gather_person(casus_scene *scene, casus_role_hit *hit)
{
    const casus_view *view = scene->view;
    uint32_t limit = sentence_end(view, hit->begin);
    uint32_t begin = sentence_begin(view, hit->begin);
    casus_role_class class_of = view->pack->role_of[hit->role].class_of;
    bool single = class_of == CASUS_ROLE_PERSON || class_of == CASUS_ROLE_PART || class_of == CASUS_ROLE_PEOPLE;
    bool plural = casus_view_has(view, hit->head, CASUS_STR("Number=Plur"));
    uint32_t at = hit->end;
    while (at < limit && casus_actor__word(scene, at) == CASUS_WORD_TITLE) {
        at++;
    }
    at = at < limit && scene->name[at] == CASUS_NONE ? hit->back : at; /* 'minister of defence X' */
    if (at < limit && scene->name[at] != CASUS_NONE && scene->name_hit[scene->name[at]].begin == at &&
        may_hold(scene, hit, scene->name[at]) && (!plural || class_of == CASUS_ROLE_GROUP)) {
        hit->person = scene->name[at];
        return;
    }
    if (!single || plural) {
        return;
    }
    at = hit->back + 1;
    if (at < limit && is_comma(view, hit->back, "(") && scene->name[at] != CASUS_NONE) {
        const casus_name_hit *name = &scene->name_hit[scene->name[at]];
        bool closed = name->end < limit && view->word[name->end].upos == CASUS_UPOS_PUNCT;
        if (is_person(scene, scene->name[at]) && may_hold(scene, hit, scene->name[at]) &&
            (name->known != CASUS_NONE || name->end - name->begin > 1) &&
            (closed || view->word[name->head].deprel == CASUS_DEPREL_APPOS)) {
            hit->person = scene->name[at];
            return;
        }
    }
    if (hit->front > begin + 1 && is_comma(view, hit->front - 1, "(") && scene->name[hit->front - 2] != CASUS_NONE) {
        uint32_t name = scene->name[hit->front - 2];
        bool closed = hit->back >= limit || view->word[hit->back].upos == CASUS_UPOS_PUNCT;
        if (is_person(scene, name) && may_hold(scene, hit, name) &&
            (closed || view->word[hit->head].deprel == CASUS_DEPREL_APPOS)) {
            hit->person = name;
        }
    }
}

/* Whether the noun may stand for one that was named before: with an article that says so, or the bare noun of rebels. */
static bool is_definite(const casus_scene *scene, const casus_role_hit *hit)
{
    const casus_view *view = scene->view;
    bool article = false;
    for (uint32_t w = hit->front; w < hit->begin; w++) {
        if ((view->word[w].upos == CASUS_UPOS_DET || view->word[w].upos == CASUS_UPOS_PRON) &&
            (hit->inner || article ? view->word[w].head == hit->head : true)) {
            article = true;
            if (casus_view_has(view, w, CASUS_STR("Definite=Def")) ||
                casus_view_has(view, w, CASUS_STR("PronType=Dem"))) {
                return true;
            }
        }
        if (view->word[w].upos == CASUS_UPOS_NUM) {
            return false;
        }
    }
    casus_role_scope scope = view->pack->role_of[hit->role].scope;
    return !article && (scope == CASUS_SCOPE_PLACE || scope == CASUS_SCOPE_BREAKAWAY ||
                        view->pack->role_of[hit->role].class_of == CASUS_ROLE_BODY ||
                        view->pack->role_of[hit->role].class_of == CASUS_ROLE_PERSON);
}

void casus_actor__gather(casus_scene *scene)
{
    for (uint32_t i = scene->n_role_hit; i-- > 0;) { /* from the right: what an 'of' binds is whole when asked for */
        casus_role_hit *hit = &scene->role_hit[i];
        hit->front = hit->begin;
        hit->back = hit->end;
        if (scene->view->pack->role_of[hit->role].class_of == CASUS_ROLE_FIELD) {
            continue;
        }
        if (scene->name[hit->begin] != CASUS_NONE && scene->name_hit[scene->name[hit->begin]].inside) {
            hit->name = scene->name[hit->begin];
        }
        gather_before(scene, hit);
        gather_behind(scene, hit);
        gather_person(scene, hit);
        bool body = hit->within != CASUS_NONE && scene->view->pack->role_of[hit->within].class_of == CASUS_ROLE_BODY;
        hit->definite = body || is_definite(scene, hit);
    }
}
