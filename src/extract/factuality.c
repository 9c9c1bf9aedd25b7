/* Certainty, polarity and tense: see factuality.h. Source: FactBank (Sauri and Pustejovsky 2009). */
#include "extract/factuality.h"

#include "pack/time.h"

enum { MOST_STEPS = 6 };

static void apply(casus_modality *m, const casus_operator *row)
{
    if (row->effect == CASUS_EFFECT_NOT) {
        m->negative = !m->negative;
    } else if ((uint8_t)row->effect > m->strength) {
        m->strength = (uint8_t)row->effect;
    }
    m->past = m->past || row->tense == CASUS_OPERATOR_PAST;
    m->future = m->future || row->tense == CASUS_OPERATOR_FUTURE;
    m->history = m->history || row->tense == CASUS_OPERATOR_BACKGROUND;
}

static bool is_verb(const casus_view *view, uint32_t w)
{
    return view->word[w].upos == CASUS_UPOS_VERB || view->word[w].upos == CASUS_UPOS_AUX;
}

/* Whether a conjunct has a helper or a subject of its own, and so stands outside what governs the first. */
static bool stands_alone(const casus_view *view, uint32_t w)
{
    for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        switch (view->word[c].deprel) {
        case CASUS_DEPREL_NSUBJ:
        case CASUS_DEPREL_NSUBJ_PASS:
        case CASUS_DEPREL_AUX:
            return true;
        default:
            break;
        }
    }
    return false;
}

static void apply_with_conjuncts(const casus_view *view, casus_modalities *out, uint32_t w, const casus_operator *row)
{
    apply(&out->of[w], row);
    for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        if (view->word[c].deprel == CASUS_DEPREL_CONJ && !(is_verb(view, c) && stands_alone(view, c))) {
            apply(&out->of[c], row);
        }
    }
}

static bool is_cue_of(const casus_view *view, const casus_voices *voices, uint32_t cue, uint32_t w)
{
    uint32_t a = voices->of[w];
    return a != CASUS_NO_ATTRIBUTION && view->doc->attribution[a].cue_word == cue;
}

static bool apply_row(const casus_view *view, const casus_voices *voices, casus_modalities *out, uint32_t w,
                      uint32_t number)
{
    const casus_claim_pack *pack = view->pack->claim;
    if (number == 0 || number > pack->n_vocab) {
        return false;
    }
    for (uint32_t i = pack->first_operator[number]; i != CASUS_PACK_LAST; i = pack->operator_[i].next) {
        const casus_operator *row = &pack->operator_[i];
        casus_fillers target;
        if (row->upos != view->word[w].upos || !casus_slot_hold(view, &row->with, w)) {
            continue;
        }
        casus_slot_find(view, &row->target, w, &target);
        for (uint32_t t = 0; t < target.n; t++) {
            if (!is_cue_of(view, voices, w, target.word[t])) {
                apply_with_conjuncts(view, out, target.word[t], row);
            }
        }
        if (target.n > 0) {
            return true;
        }
    }
    return false;
}

casus_status casus_modalities_find(const casus_view *view, const casus_voices *voices, casus_modalities *out,
                                   casus_error *err)
{
    uint32_t n = view->doc->n_word;
    out->of = CASUS_NEW(view->scratch, casus_modality, (size_t)n + 1);
    if (out->of == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    for (uint32_t w = 0; w < n; w++) {
        const casus_view_word *v = &view->word[w];
        if (!apply_row(view, voices, out, w, v->lemma) && v->form != v->lemma) {
            (void)apply_row(view, voices, out, w, v->form);
        }
    }
    return CASUS_OK;
}

static void merge(casus_modality *into, casus_modality from)
{
    into->negative = into->negative != from.negative;
    into->strength = from.strength > into->strength ? from.strength : into->strength;
    into->past = into->past || from.past;
    into->future = into->future || from.future;
    into->history = into->history || from.history;
}

/* 'the bombing', 'these attacks', 'their raid': known to have happened. */
static bool is_definite(const casus_view *view, uint32_t w)
{
    uint32_t det = casus_view_child(view, w, CASUS_DEPREL_DET);
    return casus_view_child(view, w, CASUS_DEPREL_NMOD_POSS) != CASUS_NO_WORD ||
           (det != CASUS_NO_WORD && (casus_view_has(view, det, CASUS_STR("Definite=Def")) ||
                                     casus_view_has(view, det, CASUS_STR("PronType=Dem"))));
}

/*
 * A definite attack is taken for granted beside a verb that tells something else: as the subject of one with an object
 * of its own ('the bombing will set back the talks'), or with an adposition ('will respond to the raid').
 */
static bool is_presupposed(const casus_view *view, const casus_event *event, uint32_t w)
{
    if (w != event->word || event->row->type != CASUS_ASSAULT || !is_definite(view, w)) {
        return false;
    }
    uint32_t obj = casus_view_child(view, view->word[w].head, CASUS_DEPREL_OBJ);
    switch (view->word[w].deprel) {
    case CASUS_DEPREL_NSUBJ:
        return obj != CASUS_NO_WORD && view->word[obj].first_child != CASUS_NO_WORD; /* not 'take place' */
    case CASUS_DEPREL_OBL:
        return true;
    default:
        return false;
    }
}

/* Whether what is true of the head is true of `w`: it is that verb's own complement. */
static bool inherits(const casus_view *view, const casus_event *event, uint32_t w)
{
    uint32_t head = view->word[w].head;
    if (head == CASUS_NO_WORD || is_presupposed(view, event, w)) {
        return false;
    }
    switch (view->word[w].deprel) {
    case CASUS_DEPREL_XCOMP:
        return true;
    case CASUS_DEPREL_OBJ:
    case CASUS_DEPREL_NSUBJ_PASS:
    case CASUS_DEPREL_NSUBJ:
    case CASUS_DEPREL_OBL:
    case CASUS_DEPREL_OBL_ARG:
        return !is_verb(view, w) && is_verb(view, head);
    case CASUS_DEPREL_CONJ:
        return is_verb(view, w) && !stands_alone(view, w) && is_verb(view, head);
    default:
        return false;
    }
}

casus_modality casus_modality_of_event(const casus_view *view, const casus_voices *voices,
                                       const casus_modalities *modalities, const casus_event *event)
{
    uint32_t w = event->word;
    casus_modality m = modalities->of[w];
    for (unsigned steps = 0; steps < MOST_STEPS && inherits(view, event, w); steps++) {
        bool conjunct = view->word[w].deprel == CASUS_DEPREL_CONJ;
        if (is_cue_of(view, voices, view->word[w].head, w)) { /* 'has not announced any attack' */
            if (modalities->of[view->word[w].head].negative) {
                m.strength = CASUS_EFFECT_UNCOMMITTED;
            }
            break;
        }
        w = view->word[w].head;
        if (!conjunct) { /* operators reach conjuncts by themselves */
            merge(&m, modalities->of[w]);
        }
    }
    const casus_sentence *s = &view->doc->sentence[view->word[event->word].sentence];
    casus_str last = view->doc->word[s->word_end - 1].form;
    if (casus_str_ends(last, CASUS_STR("?")) && m.strength < CASUS_EFFECT_UNCOMMITTED) {
        m.strength = CASUS_EFFECT_UNCOMMITTED;
    }
    return m;
}

casus_factuality casus_factuality_of(casus_modality modality, casus_factuality commitment)
{
    static const uint8_t strength[] = {
        [CASUS_FACT_CT_PLUS] = CASUS_EFFECT_CERTAIN,  [CASUS_FACT_CT_MINUS] = CASUS_EFFECT_CERTAIN,
        [CASUS_FACT_PR_PLUS] = CASUS_EFFECT_PROBABLE, [CASUS_FACT_PR_MINUS] = CASUS_EFFECT_PROBABLE,
        [CASUS_FACT_PS_PLUS] = CASUS_EFFECT_POSSIBLE, [CASUS_FACT_PS_MINUS] = CASUS_EFFECT_POSSIBLE,
        [CASUS_FACT_UU] = CASUS_EFFECT_UNCOMMITTED};
    bool negative = modality.negative;
    if (commitment == CASUS_FACT_CT_MINUS || commitment == CASUS_FACT_PR_MINUS || commitment == CASUS_FACT_PS_MINUS) {
        negative = !negative;
    }
    uint8_t weakest = modality.strength > strength[commitment] ? modality.strength : strength[commitment];
    switch (weakest) {
    case CASUS_EFFECT_PROBABLE:
        return negative ? CASUS_FACT_PR_MINUS : CASUS_FACT_PR_PLUS;
    case CASUS_EFFECT_POSSIBLE:
        return negative ? CASUS_FACT_PS_MINUS : CASUS_FACT_PS_PLUS;
    case CASUS_EFFECT_UNCOMMITTED:
        return CASUS_FACT_UU;
    default:
        return negative ? CASUS_FACT_CT_MINUS : CASUS_FACT_CT_PLUS;
    }
}

/* The finite verb of the event's clause: the trigger, what carries it, or a helper of either. */
static uint32_t finite_verb(const casus_view *view, uint32_t w)
{
    for (unsigned steps = 0; steps < MOST_STEPS && w != CASUS_NO_WORD; steps++) {
        if (casus_view_has(view, w, CASUS_STR("VerbForm=Fin"))) {
            return w;
        }
        for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
            uint8_t deprel = view->word[c].deprel;
            if ((deprel == CASUS_DEPREL_AUX || deprel == CASUS_DEPREL_AUX_PASS || deprel == CASUS_DEPREL_COP) &&
                casus_view_has(view, c, CASUS_STR("VerbForm=Fin"))) {
                return c;
            }
        }
        w = view->word[w].head;
    }
    return CASUS_NO_WORD;
}

/* Whether the auxiliary makes a perfect with a participle ('is gedood', 'has fallen'), as the pack's table tells. */
static bool is_perfect(const casus_view *view, uint32_t aux)
{
    uint32_t len = 0;
    uint32_t form = view->word[aux].form;
    uint32_t lemma = view->word[aux].lemma;
    return (form != 0 || lemma != 0) &&
           casus_lexicon_longest(&view->pack->tense, &form, &lemma, 1, &len) == (uint32_t)CASUS_TENSE_PERFECT;
}

casus_tense casus_tense_of(const casus_view *view, const casus_voices *voices, const casus_event *event,
                           casus_modality modality)
{
    if (modality.future) {
        return CASUS_FUTURE;
    }
    if (modality.history) {
        return CASUS_BACKGROUND;
    }
    if (modality.past) {
        return CASUS_PAST;
    }
    uint32_t verb = event->anchor;
    if (view->word[verb].upos != CASUS_UPOS_VERB && casus_view_child(view, verb, CASUS_DEPREL_COP) == CASUS_NO_WORD) {
        return CASUS_PAST; /* a noun by itself reports what happened */
    }
    if (verb != event->word && event->row->type != CASUS_CONTROL && is_cue_of(view, voices, verb, event->word)) {
        return CASUS_PAST; /* so does one that somebody reports */
    }
    if (casus_view_has(view, verb, CASUS_STR("VerbForm=Part")) && casus_view_has(view, verb, CASUS_STR("Tense=Past"))) {
        return CASUS_PAST;
    }
    uint32_t finite = finite_verb(view, verb);
    if (finite == CASUS_NO_WORD || !casus_view_has(view, finite, CASUS_STR("Tense=Pres"))) {
        return CASUS_PAST;
    }
    if (casus_view_has(view, verb, CASUS_STR("VerbForm=Part")) && finite != verb &&
        (view->word[finite].deprel != CASUS_DEPREL_AUX_PASS || is_perfect(view, finite)) &&
        !casus_view_has(view, verb, CASUS_STR("Tense=Pres"))) {
        return CASUS_PAST; /* a perfect */
    }
    return CASUS_PRESENT;
}
