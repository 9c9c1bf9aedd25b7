/* Nouns of those who act, single and at the end of compounds: see actor.h. */
#include "extract/actor.h"

#include "base/utf8.h"

enum { LEAST_COMPOUND = 7, LEAST_SUFFIX = 3, SURE_SUFFIX = 5, LEAST_FRONT = 4, LONGEST_WORD = 80 };

static uint32_t single(const casus_pack *pack, const casus_lexicon *lexicon, casus_str folded)
{
    uint32_t len = 0;
    const uint32_t *number = folded.len == 0 ? NULL : casus_map_get(&pack->vocab.number, folded);
    return number == NULL ? CASUS_NO_VALUE : casus_lexicon_longest(lexicon, number, NULL, 1, &len);
}

/* The role that the front of a compound is, with or without what binds it ('regering|s', 'rebel|len', 'leger|-'). */
static uint32_t front_role(const casus_pack *pack, casus_str front)
{
    for (size_t cut = 0; cut <= 3 && front.len > cut + 2; cut++) {
        casus_str stem = casus_str_slice(front, 0, front.len - cut);
        casus_str bound = casus_str_slice(front, stem.len, front.len);
        if (cut > 0 && single(pack, &pack->actor_word, bound) != CASUS_WORD_LINK) {
            continue;
        }
        uint32_t role = single(pack, &pack->role, stem);
        if (role != CASUS_NO_VALUE) {
            return role;
        }
    }
    return CASUS_NO_VALUE;
}

/* 'bezettings|autoriteiten' */
static bool is_occupier(const casus_pack *pack, casus_str front)
{
    for (size_t cut = 0; cut <= 1 && front.len > cut; cut++) {
        if (single(pack, &pack->actor_word, casus_str_slice(front, 0, front.len - cut)) == CASUS_WORD_OCCUPIER) {
            return true;
        }
    }
    return false;
}

/* The known name that the front of a compound is; CASUS_NONE: none. */
static uint32_t front_name(const casus_scene *scene, casus_str front)
{
    const casus_actors *actors = &scene->view->world->actors;
    casus_part part;
    casus_span span;
    size_t at = 0;
    uint32_t len = 0;
    if (!casus_actors_part(actors, front, &at, &part, &span) || at < front.len || !part.capital) {
        return CASUS_NONE;
    }
    uint32_t alias = casus_actors_longest(actors, &part, 1, &len);
    return alias != CASUS_NO_ALIAS && casus_alias_fits(&actors->alias[alias], &part) ? actors->alias[alias].known
                                                                                     : CASUS_NONE;
}

/* 'regering-Biden': a role before the name that it is of. */
static bool read_reversed(casus_scene *scene, uint32_t w, casus_role_hit *hit)
{
    const casus_pack *pack = scene->view->pack;
    casus_str form = scene->view->doc->word[w].form;
    char folded[LONGEST_WORD];
    const char *hyphen = memchr(form.ptr, '-', form.len);
    size_t at = hyphen == NULL ? 0 : (size_t)(hyphen - form.ptr);
    size_t len = at == 0 || scene->name[w] != CASUS_NONE
                     ? 0
                     : casus_pack_fold(casus_str_slice(form, 0, at), folded, sizeof folded);
    uint32_t role = len == 0 ? CASUS_NO_VALUE : single(pack, &pack->role, (casus_str){folded, len});
    uint32_t known = role == CASUS_NO_VALUE ? CASUS_NONE : front_name(scene, casus_str_slice(form, at + 1, form.len));
    if (known == CASUS_NONE || pack->role_of[role].class_of == CASUS_ROLE_FIELD) {
        return false;
    }
    hit->role = role;
    scene->name[w] = scene->n_name_hit;
    scene->name_hit[scene->n_name_hit++] =
        (casus_name_hit){.begin = w, .end = w + 1, .head = w, .known = known, .holder = CASUS_NONE, .inside = true};
    return true;
}

/* Reads `form`, the word itself or its lemma, as front and role. False: it is no such compound. */
static bool read_compound(casus_scene *scene, uint32_t w, casus_str form, casus_role_hit *hit)
{
    const casus_pack *pack = scene->view->pack;
    char folded[LONGEST_WORD];
    size_t len = casus_pack_fold(form, folded, sizeof folded);
    bool named = scene->name[w] != CASUS_NONE && scene->name_hit[scene->name[w]].inside;
    for (size_t at = LEAST_SUFFIX; len >= LEAST_COMPOUND && at + LEAST_SUFFIX <= len; at++) {
        if (((unsigned char)folded[at] & 0xC0U) == 0x80U) {
            continue; /* within a character */
        }
        uint32_t role = single(pack, &pack->role, (casus_str){folded + at, len - at});
        if (role == CASUS_NO_VALUE || pack->role_of[role].class_of == CASUS_ROLE_FIELD) {
            continue;
        }
        bool hyphen = folded[at - 1] == '-';
        uint32_t front = front_role(pack, (casus_str){folded, at - hyphen});
        uint32_t known =
            len == form.len && !named ? front_name(scene, casus_str_slice(form, 0, at - hyphen)) : CASUS_NONE;
        bool bound = front != CASUS_NO_VALUE || known != CASUS_NONE || named;
        hit->occupier = is_occupier(pack, (casus_str){folded, at - hyphen});
        if (!bound && !hit->occupier &&
            (pack->role_of[role].scope == CASUS_SCOPE_TOLD || len - at < SURE_SUFFIX || at < LEAST_FRONT ||
             pack->role_of[role].class_of == CASUS_ROLE_PART)) {
            continue;
        }
        hit->role = role;
        if (front != CASUS_NO_VALUE) {
            *(pack->role_of[front].class_of == CASUS_ROLE_FIELD ? &hit->field : &hit->within) = front;
        }
        if (known != CASUS_NONE) {
            scene->name[w] = scene->n_name_hit;
            scene->name_hit[scene->n_name_hit++] = (casus_name_hit){
                .begin = w, .end = w + 1, .head = w, .known = known, .holder = CASUS_NONE, .inside = true};
        }
        return true;
    }
    return false;
}

static bool is_nominal(const casus_view_word *v)
{
    return v->upos == CASUS_UPOS_NOUN || v->upos == CASUS_UPOS_PROPN || v->upos == CASUS_UPOS_X;
}

/* Whether what the world knows by name here is more than the role. */
static bool is_named(const casus_scene *scene, uint32_t begin, uint32_t end)
{
    for (uint32_t w = begin; w < end; w++) {
        if (scene->name[w] == CASUS_NONE) {
            continue;
        }
        const casus_name_hit *name = &scene->name_hit[scene->name[w]];
        if (!name->inside && name->end - name->begin >= end - begin) {
            return true;
        }
    }
    return false;
}

/* The role that begins at `w`; returns its words, 0: none. */
static uint32_t try_role(casus_scene *scene, const uint32_t *form, const uint32_t *lemma, uint32_t w, uint32_t limit)
{
    casus_view *view = scene->view;
    const casus_view_word *v = &view->word[w];
    uint32_t len = 0;
    casus_role_hit hit = {.begin = w,
                          .field = CASUS_NONE,
                          .within = CASUS_NONE,
                          .whole = CASUS_NONE,
                          .name = CASUS_NONE,
                          .person = CASUS_NONE,
                          .owner = CASUS_NONE,
                          .at = CASUS_NONE};
    hit.role = form[w] == 0 && lemma[w] == 0
                   ? CASUS_NO_VALUE
                   : casus_lexicon_longest(&view->pack->role, form + w, lemma + w, limit - w, &len);
    if (len == 1 && !is_nominal(v)) {
        if (v->upos != CASUS_UPOS_ADJ) {
            return 0;
        }
        bool titled = w + 1 < limit && view->word[w + 1].upos == CASUS_UPOS_PROPN && view->word[w + 1].capital &&
                      scene->place[w + 1] == CASUS_NONE;
        hit.inner = !titled && (v->deprel == CASUS_DEPREL_AMOD || v->deprel == CASUS_DEPREL_ADVMOD);
    }
    bool named = scene->name[w] != CASUS_NONE && scene->name_hit[scene->name[w]].inside;
    if (len == 0 && (is_nominal(v) || named) && view->doc->word[w].form.len >= LEAST_COMPOUND &&
        (read_reversed(scene, w, &hit) || read_compound(scene, w, view->doc->word[w].form, &hit) ||
         read_compound(scene, w, view->doc->word[w].lemma, &hit))) {
        len = 1;
    }
    uint32_t place = len == 0 ? CASUS_NONE : scene->place[w + len - 1];
    if (len == 0 || is_named(scene, w, w + len) ||
        (place != CASUS_NONE && (len == 1 || view->doc->place[place].word_end > w + len))) {
        return 0;
    }
    hit.end = w + len;
    hit.head = casus_actor__top(view, w, hit.end);
    for (uint32_t i = w; i < hit.end; i++) {
        if (scene->name[i] != CASUS_NONE && !scene->name_hit[scene->name[i]].inside) {
            scene->name_hit[scene->name[i]].used = true; /* the role is the longer of the two */
            scene->name[i] = CASUS_NONE;
        }
        scene->role[i] = scene->n_role_hit;
    }
    scene->role_hit[scene->n_role_hit++] = hit;
    return len;
}

casus_status casus_actor__find_roles(casus_scene *scene, casus_error *err)
{
    casus_view *view = scene->view;
    const casus_doc *doc = view->doc;
    uint32_t *form = CASUS_NEW(view->scratch, uint32_t, (size_t)doc->n_word + 1);
    uint32_t *lemma = CASUS_NEW(view->scratch, uint32_t, (size_t)doc->n_word + 1);
    scene->role_hit = CASUS_NEW(view->scratch, casus_role_hit, (size_t)doc->n_word + 1);
    if (form == NULL || lemma == NULL || scene->role_hit == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    for (uint32_t w = 0; w < doc->n_word; w++) {
        form[w] = view->word[w].form;
        lemma[w] = view->word[w].lemma;
    }
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        uint32_t limit = doc->sentence[s].word_end;
        for (uint32_t w = doc->sentence[s].word_begin; w < limit;) {
            uint32_t len = view->word[w].taken ? 0 : try_role(scene, form, lemma, w, limit);
            w += len == 0 ? 1 : len;
        }
    }
    return CASUS_OK;
}
