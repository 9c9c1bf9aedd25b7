/* What later mentions stand for: surnames, pronouns, 'both sides'. See actor.h. */
#include "extract/actor.h"

enum {
    PRONOUN_SENTENCES = 3,
    PRONOUN_WINDOW = 60,
    MOST_STEPS = 64,
    SIDES_SENTENCES = 6,
    SIDES_WINDOW = 400,
    LEAST_SURNAME = 3,
    LEAST_SOUNDED = 5, /* letters of a name that may stand in another spelling */
    MOST_SOUNDED = 40, /* persons told before that are asked for one */
    WORD_ROOM = 128
};

#define LEAST_ALIKE 0.9 /* of a name's last word; short names differ much by one letter */

/* Calls of one word of a name: folded, without a genitive's apostrophe. 0: too short to mean anybody. */
static size_t fold_word(casus_str word, char out[WORD_ROOM])
{
    size_t len = casus_pack_fold(word, out, WORD_ROOM);
    if (len > 1 && out[len - 1] == '\'') {
        len--;
    }
    return len < LEAST_SURNAME ? 0 : len;
}

static bool is_small(casus_str word)
{
    return word.len == 0 || (word.ptr[0] >= 'a' && word.ptr[0] <= 'z');
}

void casus_actor__remember(casus_scene *scene, casus_str text, uint32_t actor)
{
    size_t begin = 0;
    if (actor == CASUS_NONE || !scene->actor[actor].person) {
        return;
    }
    for (size_t at = 0; at <= text.len; at++) {
        if (at < text.len && text.ptr[at] != ' ' && text.ptr[at] != '-') {
            continue;
        }
        char key[WORD_ROOM];
        casus_str word = casus_str_slice(text, begin, at);
        size_t len = is_small(word) ? 0 : fold_word(word, key);
        casus_str kept = len == 0 ? CASUS_STR_NULL : casus_arena_str(scene->view->scratch, (casus_str){key, len});
        if (kept.ptr != NULL) {
            (void)casus_map_set(&scene->surname, kept, actor, NULL, scene->view->scratch);
        }
        begin = at + 1;
    }
}

/* The person told before of whose name `word` is a part. */
static uint32_t recall(const casus_scene *scene, casus_str word)
{
    char key[WORD_ROOM];
    size_t len = fold_word(word, key);
    const uint32_t *found = len == 0 ? NULL : casus_map_get(&scene->surname, (casus_str){key, len});
    if (found == NULL && len > LEAST_SURNAME + 1 && key[len - 1] == 's') {
        found = casus_map_get(&scene->surname, (casus_str){key, len - 1}); /* a genitive */
    }
    return found == NULL ? CASUS_NONE : *found;
}

/* Whether a and b are one name in two spellings, and not two short names that differ in a vowel. */
static bool sounds_same(const casus_scene *scene, casus_str a, casus_str b)
{
    double alike = a.len < LEAST_SOUNDED || b.len < LEAST_SOUNDED ? 0.0 : casus_name_score(scene->view->reader, a, b);
    return alike >= LEAST_ALIKE;
}

/* The one person told before whose last name `word` is in another spelling; CASUS_NONE: nobody, or several. */
static uint32_t recall_by_sound(const casus_scene *scene, casus_str word)
{
    uint32_t found = CASUS_NONE;
    uint32_t from = scene->n_actor > MOST_SOUNDED ? scene->n_actor - MOST_SOUNDED : 0;
    for (uint32_t i = from; i < scene->n_actor; i++) {
        casus_str name = scene->actor[i].name;
        size_t begin = name.len;
        while (begin > 0 && name.ptr[begin - 1] != ' ') {
            begin--;
        }
        if (!scene->actor[i].person || begin == 0 ||
            !sounds_same(scene, casus_str_slice(name, begin, name.len), word)) {
            continue;
        }
        if (found != CASUS_NONE) {
            return CASUS_NONE;
        }
        found = i;
    }
    return found;
}

/* The country that stands in the genitive before a person's name; absent: none does. */
static casus_str owning_country(const casus_scene *scene, const casus_name_hit *hit)
{
    uint32_t owner = casus_view_child(scene->view, hit->head, CASUS_DEPREL_NMOD_POSS);
    uint32_t place = owner == CASUS_NO_WORD ? CASUS_NONE : scene->place[owner];
    bool country =
        place != CASUS_NONE && owner < hit->begin && scene->view->doc->place[place].precision == CASUS_PLACE_COUNTRY;
    return country ? scene->view->doc->place[place].country3 : CASUS_STR_NULL;
}

uint32_t casus_actor__named(casus_scene *scene, uint32_t name)
{
    const casus_doc *doc = scene->view->doc;
    const casus_name_hit *hit = &scene->name_hit[name];
    casus_span span = casus_view_span(scene->view, hit->begin, hit->end);
    casus_str text = casus_str_slice(doc->text, span.begin, span.end);
    uint32_t last = recall(scene, doc->word[hit->end - 1].form);
    if (hit->known != CASUS_NONE) {
        bool other = last != CASUS_NONE && hit->end - hit->begin == 1 &&
                     scene->view->world->actors.known[hit->known].class_of == CASUS_KNOWN_PERSON;
        uint32_t actor = other ? last : casus_actor__known(scene, hit->known);
        casus_actor__remember(scene, text, actor);
        return actor;
    }
    if (last != CASUS_NONE) {
        return last;
    }
    if (hit->end - hit->begin < 2) {
        return recall_by_sound(scene, text);
    }
    casus_actor actor = {.name = casus_arena_str(&scene->view->doc->arena, text),
                         .person = true,
                         .country = owning_country(scene, hit)}; /* 'Malta's Robert Borg' */
    uint32_t made = actor.name.ptr == NULL ? CASUS_NONE : casus_actor__make(scene, &actor);
    casus_actor__remember(scene, text, made);
    return made;
}

static bool is_subject(const casus_view *view, uint32_t w)
{
    return view->word[w].deprel == CASUS_DEPREL_NSUBJ || view->word[w].deprel == CASUS_DEPREL_NSUBJ_PASS;
}

/* The word that says what is said in the clause of `w`: what a subject is of, be it no verb; else the verb over its nouns. */
static uint32_t clause_of(const casus_view *view, uint32_t w)
{
    uint32_t steps = 0;
    if (is_subject(view, w)) {
        return view->word[w].head;
    }
    for (uint32_t up = view->word[w].head; up != CASUS_NO_WORD && steps++ < MOST_STEPS; up = view->word[up].head) {
        if (view->word[up].upos == CASUS_UPOS_VERB || view->word[up].upos == CASUS_UPOS_AUX) {
            return up;
        }
    }
    return CASUS_NO_WORD;
}

/* Narrows what a pronoun may stand for by its verb: 'ze zeggen', 'ze zegt'. */
static uint32_t narrow(const casus_view *view, uint32_t w, uint32_t bits)
{
    uint32_t both = CASUS_PRONOUN_ONE | CASUS_PRONOUN_MANY;
    uint32_t verb = view->word[w].head;
    if ((bits & both) != both || !is_subject(view, w) || verb == CASUS_NO_WORD) {
        return bits;
    }
    for (uint32_t c = verb;;) {
        if (casus_view_has(view, c, CASUS_STR("Number=Plur"))) {
            return bits & ~(uint32_t)CASUS_PRONOUN_ONE;
        }
        if (casus_view_has(view, c, CASUS_STR("Number=Sing"))) {
            return bits & ~(uint32_t)CASUS_PRONOUN_MANY;
        }
        uint32_t aux = casus_view_child(view, verb, CASUS_DEPREL_AUX);
        if (c != verb || aux == CASUS_NO_WORD) {
            return bits;
        }
        c = aux;
    }
}

/* How well an earlier mention fits a pronoun; below 0: not at all. */
static double fit(const casus_scene *scene, const casus_trace *t, uint32_t w, uint32_t bits)
{
    const casus_view *view = scene->view;
    const casus_actor_mention *m = &scene->mention[t->mention];
    const casus_actor *actor = &scene->actor[m->actor[0]];
    bool many = t->many || m->n_actor > 1;
    bool named = m->kind == CASUS_MENTION_NAME && !actor->person && m->n_actor == 1; /* 'the United Nations says' */
    bool possessive = (bits & CASUS_PRONOUN_POSSESSIVE) != 0;
    double score = 10.0 - 3.0 * (view->word[w].sentence - t->sentence);
    if (m->word_begin <= w && w < m->word_end) {
        return -1.0;
    }
    if (casus_str_eq(m->rule, CASUS_STR("adjective"))) {
        score -= 2.5;
    }
    if ((bits & CASUS_PRONOUN_MANY) == 0 && many && !named) {
        return -1.0;
    }
    if ((bits & CASUS_PRONOUN_ONE) == 0 && !many) {
        if (actor->person) {
            return -1.0;
        }
        score -= 2.0; /* a body that is spoken of as its people */
    }
    if ((bits & CASUS_PRONOUN_THING) == 0 && !t->person) {
        return -1.0;
    }
    if ((bits & CASUS_PRONOUN_PERSON) == 0 && t->person) {
        return -1.0;
    }
    if (!possessive && clause_of(view, t->word) == clause_of(view, w) && clause_of(view, w) != CASUS_NO_WORD) {
        return -1.0; /* not what its own verb has already */
    }
    if (!possessive && (bits & CASUS_PRONOUN_PERSON) != 0 && (bits & CASUS_PRONOUN_MANY) == 0 && t->person) {
        score += 4.0; /* one who may be a person is one, if any was told of */
    }
    score += t->subject ? 2.0 : 0.0;
    score += t->subject == is_subject(view, w) ? 0.5 : 0.0;
    score += m->kind == CASUS_MENTION_PRONOUN ? 0.3 : 0.0;
    return score - 0.01 * (double)(w - t->word < 100 ? w - t->word : 100);
}

const casus_trace *casus_actor__antecedent(const casus_scene *scene, uint32_t w, uint32_t bits)
{
    const casus_trace *best = NULL;
    double most = 0.0;
    uint32_t sentence = scene->view->word[w].sentence;
    bits = narrow(scene->view, w, bits);
    uint32_t n = scene->n_mention;
    for (uint32_t i = n;
         i-- > 0 && n - i <= PRONOUN_WINDOW && scene->trace[i].sentence + PRONOUN_SENTENCES >= sentence;) {
        const casus_trace *t = &scene->trace[i];
        double score = t->word < w ? fit(scene, t, w, bits) : -1.0;
        if (score > most) {
            most = score;
            best = t;
        }
    }
    return best;
}

/* Whether an actor may be a side of a conflict. */
static bool is_side(const casus_actor *actor)
{
    static const casus_str none[] = {{"UNO", 3}, {"IGO", 3}, {"NGO", 3}, {"EUR", 3}, {"MNC", 3}};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        if (casus_str_eq(actor->country, none[i])) {
            return false;
        }
    }
    return actor->country.ptr != NULL &&
           (casus_actor__has(actor, CASUS_STR("GOV")) || casus_actor__has(actor, CASUS_STR("MIL")) ||
            casus_actor__has(actor, CASUS_STR("REB")) || casus_actor__has(actor, CASUS_STR("PRM"))) &&
           !casus_actor__has(actor, CASUS_STR("JRN"));
}

static bool is_against(const casus_actor *actor)
{
    return casus_actor__has(actor, CASUS_STR("REB")) || casus_actor__has(actor, CASUS_STR("PRM")) ||
           casus_actor__has(actor, CASUS_STR("PRE"));
}

static bool same_side(const casus_actor *a, const casus_actor *b)
{
    return casus_str_eq(a->country, b->country) && is_against(a) == is_against(b);
}

/* The last two sides told since a sentence, both in one sentence or not. */
static uint32_t sides_within(const casus_scene *scene, uint32_t first, bool together, uint32_t actor[CASUS_MOST_SIDES])
{
    uint32_t n = 0;
    uint32_t sentence = UINT32_MAX;
    uint32_t last = scene->n_mention;
    for (uint32_t i = last; i-- > 0 && last - i <= SIDES_WINDOW && scene->trace[i].sentence >= first;) {
        if (together && scene->trace[i].sentence != sentence) {
            sentence = scene->trace[i].sentence;
            n = 0;
        }
        for (uint32_t a = scene->mention[i].n_actor; a-- > 0;) {
            uint32_t next = scene->mention[i].actor[a];
            if (!is_side(&scene->actor[next]) || (n > 0 && same_side(&scene->actor[actor[0]], &scene->actor[next]))) {
                continue;
            }
            actor[n++] = next;
            if (n == 2) {
                uint32_t later = actor[0];
                actor[0] = actor[1]; /* in text order */
                actor[1] = later;
                return n;
            }
        }
    }
    return 0;
}

uint32_t casus_actor__sides(const casus_scene *scene, uint32_t w, uint32_t actor[CASUS_MOST_SIDES])
{
    uint32_t now = scene->view->word[w].sentence;
    uint32_t n = sides_within(scene, now > SIDES_SENTENCES ? now - SIDES_SENTENCES : 0, true, actor);
    return n == 2 ? n : sides_within(scene, 0, false, actor);
}
