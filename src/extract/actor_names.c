/* Names in the text: those of data/actors.tsv, then runs of proper nouns that nobody knows. See actor.h. */
#include "extract/actor.h"

enum { ALIKE_YEARS = 10000, LONGEST_RUN = 8 };

/* The parts of a document's words. */
typedef struct parts {
    casus_part *part;
    uint32_t *word; /* the word that each is of */
    bool *last;     /* nothing of its word follows */
    bool *apart;    /* a comma or the like, or a sentence's start, stands before it */
    uint32_t n;
} parts;

static bool joins(casus_str form)
{
    return form.len == 1 && (form.ptr[0] == '-' || form.ptr[0] == '\'' || form.ptr[0] == '/' || form.ptr[0] == '(' ||
                             form.ptr[0] == ')');
}

static casus_status make_parts(casus_scene *scene, parts *p, casus_error *err)
{
    casus_view *view = scene->view;
    const casus_doc *doc = view->doc;
    size_t room = 1;
    for (uint32_t w = 0; w < doc->n_word; w++) {
        room += doc->word[w].form.len; /* no more parts than bytes */
    }
    p->part = CASUS_NEW(view->scratch, casus_part, room);
    p->word = CASUS_NEW(view->scratch, uint32_t, room);
    p->last = CASUS_NEW(view->scratch, bool, room);
    p->apart = CASUS_NEW(view->scratch, bool, room);
    if (p->part == NULL || p->word == NULL || p->last == NULL || p->apart == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    bool apart = true;
    for (uint32_t w = 0; w < doc->n_word; w++) {
        casus_span span;
        size_t at = 0;
        uint32_t first = p->n;
        apart = apart || view->word[w].taken || w == 0 || view->word[w].sentence != view->word[w - 1].sentence;
        while (casus_actors_part(&view->world->actors, doc->word[w].form, &at, &p->part[p->n], &span)) {
            p->word[p->n] = w;
            p->apart[p->n++] = apart;
            apart = false;
        }
        if (p->n > first) {
            p->last[p->n - 1] = true;
        } else {
            apart = apart || !joins(doc->word[w].form);
        }
    }
    return CASUS_OK;
}

/* Whether a name of one word may mean this row in a document of this day. */
static bool is_of_its_time(const casus_scene *scene, const casus_known *known)
{
    return scene->today == 0 || ((known->from <= scene->today || known->from - scene->today < ALIKE_YEARS) &&
                                 (known->to >= scene->today || scene->today - known->to < 3 * ALIKE_YEARS));
}

/* The alias of a chain that fits capitals and day best; CASUS_NO_ALIAS: none does. */
static uint32_t choose(const casus_scene *scene, uint32_t chain, const casus_part *part)
{
    const casus_actors *actors = &scene->view->world->actors;
    uint32_t best = CASUS_NO_ALIAS;
    for (uint32_t a = chain; a != CASUS_NO_ALIAS; a = actors->alias[a].next) {
        const casus_alias *alias = &actors->alias[a];
        const casus_known *known = &actors->known[alias->known];
        if (!casus_alias_fits(alias, part) || (alias->n_part == 1 && !is_of_its_time(scene, known))) {
            continue;
        }
        if (known->from <= scene->today && scene->today <= known->to) {
            return a;
        }
        best = best == CASUS_NO_ALIAS ? a : best;
    }
    return best;
}

static bool may_be_a_name(const casus_scene *scene, uint32_t w, bool capitals)
{
    const casus_view_word *v = &scene->view->word[w];
    bool first = w == 0 || scene->view->word[w - 1].sentence != v->sentence;
    switch (v->upos) {
    case CASUS_UPOS_PROPN:
        return true;
    case CASUS_UPOS_ADJ:
        return !first || capitals || (v->deprel != CASUS_DEPREL_AMOD && v->deprel != CASUS_DEPREL_ADVMOD);
    case CASUS_UPOS_NOUN:
    case CASUS_UPOS_X:
    case CASUS_UPOS_NUM:
    case CASUS_UPOS_SYM:
        return !first || !v->capital || capitals || v->upos == CASUS_UPOS_NOUN;
    default:
        return capitals && !first;
    }
}

/* A proper noun that no list holds, beside a surname: then the name is another's. */
static bool is_stranger(const casus_scene *scene, uint32_t w, uint32_t beside)
{
    const casus_view *view = scene->view;
    return w < view->doc->n_word && view->word[w].sentence == view->word[beside].sentence && view->word[w].capital &&
           view->word[w].upos == CASUS_UPOS_PROPN && scene->place[w] == CASUS_NONE && scene->name[w] == CASUS_NONE &&
           casus_lexicon_longest(&view->pack->role, &view->word[w].form, &view->word[w].lemma, 1, &(uint32_t){0}) ==
               CASUS_NO_VALUE &&
           casus_actor__word(scene, w) != CASUS_WORD_TITLE;
}

static void add_hit(casus_scene *scene, casus_name_hit hit)
{
    hit.head = casus_actor__top(scene->view, hit.begin, hit.end);
    for (uint32_t w = hit.begin; w < hit.end; w++) {
        scene->name[w] = scene->n_name_hit;
    }
    scene->name_hit[scene->n_name_hit++] = hit;
}

/* The known name at part `i`; returns the parts it takes, 0: none. */
static uint32_t try_known(casus_scene *scene, const parts *p, uint32_t i)
{
    const casus_actors *actors = &scene->view->world->actors;
    uint32_t n = 1;
    uint32_t len = 0;
    while (i + n < p->n && !p->apart[i + n]) {
        n++;
    }
    uint32_t chain = casus_actors_longest(actors, &p->part[i], n, &len);
    uint32_t alias = chain == CASUS_NO_ALIAS ? chain : choose(scene, chain, &p->part[i]);
    if (alias == CASUS_NO_ALIAS && len > 1) { /* a shorter name may fit */
        chain = casus_actors_longest(actors, &p->part[i], 1, &len);
        alias = chain == CASUS_NO_ALIAS ? chain : choose(scene, chain, &p->part[i]);
    }
    if (alias == CASUS_NO_ALIAS) {
        return 0;
    }
    casus_name_hit hit = {.begin = p->word[i],
                          .end = p->word[i + len - 1] + 1,
                          .known = actors->alias[alias].known,
                          .holder = CASUS_NONE,
                          .inside = !p->last[i + len - 1]};
    const casus_known *known = &actors->known[hit.known];
    uint32_t place = scene->place[hit.begin];
    if (len == 1 && !may_be_a_name(scene, hit.begin, p->part[i].capitals) && !(hit.inside && p->part[i].capitals)) {
        return 0;
    }
    if (place != CASUS_NONE && scene->view->doc->place[place].word_end - hit.begin > hit.end - hit.begin) {
        return 0; /* a longer place's name */
    }
    if (len == 1 && known->class_of == CASUS_KNOWN_PERSON && !hit.inside &&
        ((hit.begin > 0 && is_stranger(scene, hit.begin - 1, hit.begin)) || is_stranger(scene, hit.end, hit.begin))) {
        return 0;
    }
    add_hit(scene, hit);
    return len;
}

casus_status casus_actor__find_names(casus_scene *scene, casus_error *err)
{
    casus_status st = CASUS_OK;
    parts p = {0};
    CASUS_TRY(make_parts(scene, &p, err));
    scene->name_hit = CASUS_NEW(scene->view->scratch, casus_name_hit, (size_t)p.n + scene->view->doc->n_word + 1);
    if (scene->name_hit == NULL) {
        return casus_arena_fail(scene->view->scratch, err);
    }
    for (uint32_t i = 0; i < p.n;) {
        bool front = i == 0 || p.last[i - 1];
        uint32_t len =
            front && !scene->view->word[p.word[i]].taken && p.part[i].number != 0 ? try_known(scene, &p, i) : 0;
        uint32_t end = i + (len == 0 ? 1 : len);
        while (len > 0 && end < p.n && p.word[end] == p.word[end - 1]) {
            end++; /* the rest of a compound */
        }
        i = end;
    }
done:
    return st;
}

/* Whether `w` may be one of a run of proper nouns. */
static bool is_free(const casus_scene *scene, uint32_t w)
{
    const casus_view_word *v = &scene->view->word[w];
    return v->capital && !v->taken && scene->name[w] == CASUS_NONE && scene->role[w] == CASUS_NONE &&
           (v->upos == CASUS_UPOS_PROPN || v->upos == CASUS_UPOS_X) &&
           (scene->place[w] == CASUS_NONE || v->deprel == CASUS_DEPREL_FLAT ||
            scene->view->doc->place[scene->place[w]].word_end == w + 1);
}

/* Whether `w` can only be the rest of a name, whatever it was tagged. */
static bool goes_on(const casus_scene *scene, uint32_t w)
{
    const casus_view_word *v = &scene->view->word[w];
    return v->capital && !v->taken && v->deprel == CASUS_DEPREL_FLAT && scene->name[w] == CASUS_NONE &&
           scene->role[w] == CASUS_NONE && v->upos != CASUS_UPOS_PUNCT;
}

/* Whether a run may begin at `w`: not with a place, unless a surname hangs on it. */
static bool begins(const casus_scene *scene, uint32_t w, uint32_t limit)
{
    const casus_view_word *next = &scene->view->word[w + 1];
    return is_free(scene, w) && casus_actor__word(scene, w) != CASUS_WORD_TITLE &&
           (scene->place[w] == CASUS_NONE ||
            (w + 1 < limit && next->head == w && next->deprel == CASUS_DEPREL_FLAT && is_free(scene, w + 1)));
}

/* Whether `w`, a capital within the sentence, is a given name that was tagged something else. */
static bool leads_on(const casus_scene *scene, uint32_t w)
{
    const casus_view *view = scene->view;
    const casus_view_word *v = &view->word[w];
    return v->capital && !v->taken && scene->name[w] == CASUS_NONE && scene->role[w] == CASUS_NONE &&
           scene->place[w] == CASUS_NONE && is_free(scene, w + 1) &&
           (v->upos == CASUS_UPOS_ADJ || v->upos == CASUS_UPOS_ADV || v->upos == CASUS_UPOS_VERB ||
            v->upos == CASUS_UPOS_NOUN || v->upos == CASUS_UPOS_PRON) &&
           casus_pack_find(&view->pack->function_word, view->doc->word[w].form) == NULL;
}

/* A quotation mark of any form: they share a lemma. */
static bool is_quote(const casus_scene *scene, uint32_t w)
{
    casus_str lemma = scene->view->doc->word[w].lemma;
    return lemma.ptr != NULL && casus_str_eq(lemma, CASUS_STR("\""));
}

/* 'Ann "Kit" Roe': one word with a capital between marks, the rest of the name behind it. */
static bool is_nickname(const casus_scene *scene, uint32_t w, uint32_t limit)
{
    const casus_view_word *word = scene->view->word;
    return w + 3 < limit && word[w].upos == CASUS_UPOS_PUNCT && word[w + 1].capital &&
           word[w + 2].upos == CASUS_UPOS_PUNCT && is_quote(scene, w) && is_quote(scene, w + 2) &&
           is_free(scene, w + 3);
}

/* Where the run that begins at `w` ends: small words and hyphens stand only between its words. */
static uint32_t run_end(const casus_scene *scene, uint32_t w, uint32_t limit)
{
    uint32_t end = w + 1;
    for (uint32_t i = end; i < limit && i - w < LONGEST_RUN; i++) {
        if (is_free(scene, i) || goes_on(scene, i)) {
            end = i + 1;
        } else if (is_nickname(scene, i, limit)) {
            i += 3;
            end = i + 1;
        } else if (casus_actor__word(scene, i) != CASUS_WORD_PARTICLE &&
                   !casus_str_eq(scene->view->doc->word[i].form, CASUS_STR("-"))) {
            break;
        }
    }
    return end;
}

/* The known person that a run is another spelling of; one word is enough only where it stands for an office's holder. */
uint32_t casus_actor__by_sound(const casus_scene *scene, uint32_t begin, uint32_t end)
{
    const casus_view *view = scene->view;
    const casus_world *world = view->world;
    casus_span span = casus_view_span(view, begin, end);
    uint32_t alias = casus_actor_sounds_find(&world->actor_sounds, &world->actors, view->reader, world->spelling,
                                             casus_str_slice(view->doc->text, span.begin, span.end));
    return alias == CASUS_NO_ALIAS || !is_of_its_time(scene, &world->actors.known[world->actors.alias[alias].known])
               ? CASUS_NONE
               : world->actors.alias[alias].known;
}

void casus_actor__find_runs(casus_scene *scene)
{
    const casus_doc *doc = scene->view->doc;
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        uint32_t limit = doc->sentence[s].word_end;
        for (uint32_t w = doc->sentence[s].word_begin; w < limit;) {
            if (!begins(scene, w, limit) && !(w > doc->sentence[s].word_begin && w + 1 < limit && leads_on(scene, w))) {
                w++;
                continue;
            }
            uint32_t end = run_end(scene, w, limit);
            uint32_t known = end - w > 1 ? casus_actor__by_sound(scene, w, end) : CASUS_NONE;
            add_hit(scene, (casus_name_hit){.begin = w, .end = end, .known = known, .holder = CASUS_NONE});
            w = end;
        }
    }
}
