/* Paths through trees: see slot.h. */
#include "extract/slot.h"

enum { SHORTEST_END = 4, SHORTEST_FRONT = 3, MOST_ABOVE = 4 };

/* Relations that rules ask for as one: what treebanks and parsers tell apart by habit, not by meaning. */
static bool has_relation(const casus_step *step, uint8_t deprel)
{
    if (step->deprel == deprel) {
        return true;
    }
    switch (step->deprel) {
    case CASUS_DEPREL_OBL:
        return deprel == CASUS_DEPREL_OBL_ARG || deprel == CASUS_DEPREL_OBL_TMOD ||
               (step->n_word > 0 && deprel == CASUS_DEPREL_NMOD);
    case CASUS_DEPREL_NMOD:
        return step->n_word > 0 && (deprel == CASUS_DEPREL_OBL || deprel == CASUS_DEPREL_OBL_ARG);
    case CASUS_DEPREL_ACL:
        return deprel == CASUS_DEPREL_ACL_RELCL || (step->n_word > 0 && deprel == CASUS_DEPREL_ADVCL);
    case CASUS_DEPREL_ADVCL:
        return step->n_word > 0 && deprel == CASUS_DEPREL_ACL;
    case CASUS_DEPREL_COMPOUND_PRT:
        return step->n_word > 0 && deprel == CASUS_DEPREL_ADVMOD;
    default:
        return false;
    }
}

/* Whether the noun is a compound that ends in a word of the list, in languages that write it as one. */
static bool ends_in_one(const casus_view *view, const casus_step *step, uint32_t w)
{
    casus_str lemma = view->doc->word[w].lemma;
    if (!view->pack->figures.joined_compounds || view->word[w].upos != CASUS_UPOS_NOUN || lemma.ptr == NULL) {
        return false;
    }
    for (uint16_t i = 0; i < step->n_word; i++) {
        casus_str end = view->pack->vocab.word[step->word[i]];
        if (end.len >= SHORTEST_END && lemma.len >= end.len + SHORTEST_FRONT && casus_str_ends(lemma, end)) {
            return true;
        }
    }
    return false;
}

static bool is_one_of(const casus_view *view, const casus_step *step, uint32_t w)
{
    const casus_view_word *v = &view->word[w];
    for (uint16_t i = 0; i < step->n_word; i++) {
        if (step->word[i] == v->lemma || step->word[i] == v->form) {
            return true;
        }
    }
    return ends_in_one(view, step, w);
}

uint32_t casus_slot_introducer(const casus_view *view, uint32_t w)
{
    uint32_t found = casus_view_child(view, w, CASUS_DEPREL_CASE);
    return found != CASUS_NO_WORD ? found : casus_view_child(view, w, CASUS_DEPREL_MARK);
}

/* Whether the lemmas of `step` fit the word that it reaches, or what introduces that. */
static bool fits(const casus_view *view, const casus_step *step, uint32_t w)
{
    if (step->n_word == 0) {
        return true;
    }
    if (!step->introduces) {
        uint32_t counted = casus_view_child(view, w, CASUS_DEPREL_NMOD); /* 'dozens of hostages' are hostages */
        return is_one_of(view, step, w) || (!step->up && counted != CASUS_NO_WORD && is_one_of(view, step, counted));
    }
    for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        const casus_view_word *v = &view->word[c];
        if ((v->deprel == CASUS_DEPREL_CASE || v->deprel == CASUS_DEPREL_MARK) && is_one_of(view, step, c)) {
            return true;
        }
    }
    return false;
}

static void add(casus_fillers *out, uint32_t w)
{
    if (out->n < CASUS_MOST_FILLERS) {
        out->word[out->n++] = w;
    }
}

/* The passive's object: its subject, or the noun that a participle modifies ('soldiers killed in the raid'). */
static void take_passive_object(const casus_view *view, const casus_step *step, uint32_t w, casus_fillers *out)
{
    uint32_t subject = casus_view_child(view, w, CASUS_DEPREL_NSUBJ_PASS);
    const casus_view_word *v = &view->word[w];
    if (subject == CASUS_NO_WORD && (v->deprel == CASUS_DEPREL_ACL || v->deprel == CASUS_DEPREL_AMOD) &&
        v->upos == CASUS_UPOS_VERB && casus_view_has(view, w, CASUS_STR("VerbForm=Part")) &&
        !casus_view_has(view, w, CASUS_STR("Tense=Pres"))) {
        subject = v->head;
    }
    if (subject != CASUS_NO_WORD && fits(view, step, subject)) {
        add(out, subject);
    }
}

/* The particle right behind the verb, whatever the parser hangs it on ('shot down the plane'). */
static void take_next_particle(const casus_view *view, const casus_step *step, uint32_t w, casus_fillers *out)
{
    if (w + 1 < view->doc->n_word && view->word[w + 1].sentence == view->word[w].sentence &&
        is_one_of(view, step, w + 1)) {
        add(out, w + 1);
    }
}

/* What the parser hung on the object: 'drove the rebels from the town'. */
static void take_through_object(const casus_view *view, const casus_step *step, uint32_t w, casus_fillers *out)
{
    uint32_t object = casus_view_child(view, w, CASUS_DEPREL_OBJ);
    object = object != CASUS_NO_WORD ? object : casus_view_child(view, w, CASUS_DEPREL_NSUBJ_PASS);
    for (uint32_t c = object == CASUS_NO_WORD ? CASUS_NO_WORD : view->word[object].first_child; c != CASUS_NO_WORD;
         c = view->word[c].next_sibling) {
        if (view->word[c].deprel == CASUS_DEPREL_NMOD && fits(view, step, c)) {
            add(out, c);
        }
    }
}

/*
 * The phrase right behind a noun, which the parser hung on a word above it: 'defence against aggression from X', 'under
 * heavy fire from the X side'. What stands next to a noun is most often its own.
 */
static void take_next_phrase(const casus_view *view, const casus_step *step, uint32_t w, casus_fillers *out)
{
    uint32_t preposition = w + 1;
    if (view->word[w].upos != CASUS_UPOS_NOUN || preposition >= view->doc->n_word ||
        view->word[preposition].sentence != view->word[w].sentence ||
        view->word[preposition].deprel != CASUS_DEPREL_CASE || !is_one_of(view, step, preposition)) {
        return;
    }
    uint32_t noun = view->word[preposition].head;
    uint32_t above = noun == CASUS_NO_WORD ? CASUS_NO_WORD : view->word[noun].head;
    uint32_t steps = 0;
    for (uint32_t at = view->word[w].head; at != CASUS_NO_WORD && noun > w && steps < MOST_ABOVE;
         at = view->word[at].head) {
        if (at == above) {
            add(out, noun);
            return;
        }
        steps++;
    }
}

/* The words that one step leads to from `w`, added to `out`. */
static void take_step(const casus_view *view, const casus_step *step, uint32_t w, casus_fillers *out)
{
    if (step->stay) {
        for (uint16_t i = 0; i < step->n_word && out->n < CASUS_MOST_FILLERS; i++) {
            if (step->word[i] == view->word[w].form) {
                out->word[out->n++] = w;
            }
        }
        return;
    }
    if (step->up) {
        uint32_t head = view->word[w].head;
        if (head != CASUS_NO_WORD && (step->deprel == CASUS_DEPREL_NONE || has_relation(step, view->word[w].deprel)) &&
            fits(view, step, head) && out->n < CASUS_MOST_FILLERS) {
            out->word[out->n++] = head;
        }
        return;
    }
    uint32_t before = out->n;
    for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        if (has_relation(step, view->word[c].deprel) && fits(view, step, c)) {
            add(out, c);
        }
    }
    if (out->n == before && step->deprel == CASUS_DEPREL_OBL && step->n_word > 0) {
        take_through_object(view, step, w, out);
    } else if (out->n == before && step->deprel == CASUS_DEPREL_OBJ) {
        take_passive_object(view, step, w, out);
    } else if (out->n == before && step->deprel == CASUS_DEPREL_COMPOUND_PRT && step->n_word > 0) {
        take_next_particle(view, step, w, out);
    } else if (out->n == before && step->deprel == CASUS_DEPREL_NMOD && step->n_word > 0) {
        take_next_phrase(view, step, w, out);
    }
}

static void follow(const casus_view *view, const casus_path *path, uint32_t w, casus_fillers *out)
{
    casus_fillers at = {.word = {w}, .n = 1};
    for (uint8_t s = 0; s < path->n_step && at.n > 0; s++) {
        casus_fillers next = {.n = 0};
        for (uint32_t i = 0; i < at.n; i++) {
            take_step(view, &path->step[s], at.word[i], &next);
        }
        at = next;
    }
    for (uint32_t i = 0; i < at.n && out->n < CASUS_MOST_FILLERS; i++) {
        out->word[out->n++] = at.word[i];
    }
}

void casus_slot_find_accepted(const casus_view *view, const casus_slots *slots, uint32_t w, casus_slot_accept *accept,
                              void *payload, casus_fillers *out)
{
    casus_fillers refused = {.n = 0}; /* the first alternative that is there */
    casus_fillers partial = {.n = 0}; /* the first that is only half there; an accepted one goes before others */
    bool half = false;
    for (uint32_t p = 0; p < slots->n;) {
        bool whole = true;
        out->n = 0;
        do {
            uint32_t before = out->n;
            follow(view, &slots->path[p], w, out);
            whole = whole && out->n > before;
            p++;
        } while (p < slots->n && slots->path[p].joined);
        bool accepted = out->n > 0 && (accept == NULL || accept(view, out, payload));
        if (whole && accepted) {
            return;
        }
        if (whole && refused.n == 0) {
            refused = *out;
        } else if (!whole && out->n > 0 && (partial.n == 0 || (accepted && !half))) {
            partial = *out;
            half = accepted;
        }
    }
    *out = half || refused.n == 0 ? partial : refused;
}

void casus_slot_find(const casus_view *view, const casus_slots *slots, uint32_t w, casus_fillers *out)
{
    casus_slot_find_accepted(view, slots, w, NULL, NULL, out);
}

bool casus_slot_hold(const casus_view *view, const casus_slots *conditions, uint32_t w)
{
    for (uint32_t p = 0; p < conditions->n; p++) {
        casus_fillers found = {.n = 0};
        follow(view, &conditions->path[p], w, &found);
        if ((found.n > 0) == conditions->path[p].absent) {
            return false;
        }
    }
    return true;
}
