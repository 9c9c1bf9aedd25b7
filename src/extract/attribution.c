/* Finding attributions: see attribution.h. Source: the PARC and PolNeAR guidelines (Pareti 2016, Newell et al. 2018). */
#include "extract/attribution.h"

#include "extract/attribution_parts.h"

enum { FARTHEST_NOUN = 8 };

/* Whether all that `w` says is a word that points back to the sentence before: 'dat', 'this'. */
static bool points_back(const casus_view *view, uint32_t w)
{
    return view->word[w].upos == CASUS_UPOS_PRON && view->word[w].first_child == CASUS_NO_WORD &&
           (casus_view_has(view, w, CASUS_STR("PronType=Dem")) ||
            casus_view_has(view, w, CASUS_STR("PronType=Dem,Ind")));
}

static bool is_trigger(const casus_view *view, uint32_t w)
{
    const casus_claim_pack *pack = view->pack->claim;
    uint32_t lemma = view->word[w].lemma;
    uint32_t form = view->word[w].form;
    return (lemma != 0 && lemma <= pack->n_vocab && pack->first_trigger[lemma] != CASUS_PACK_LAST) ||
           (form != 0 && form <= pack->n_vocab && pack->first_trigger[form] != CASUS_PACK_LAST);
}

/* A clause of its own: 'that', 'dat' opens it. */
static bool is_opened(const casus_view *view, uint32_t clause)
{
    uint32_t mark = casus_view_child(view, clause, CASUS_DEPREL_MARK);
    return mark != CASUS_NO_WORD &&
           (view->word[mark].upos == CASUS_UPOS_SCONJ || view->word[mark].upos == CASUS_UPOS_ADP ||
            view->word[mark].upos == CASUS_UPOS_PRON); /* a conjunction read as a pronoun: see view_repair.c */
}

/*
 * A clause that the parser hung on a noun beside the cue as if it modified that ('stelt de beweging dat ze de stad heeft
 * bevrijd', 'told AFP by phone that ...'), or on the verb that the cue hangs on ('left, accusing them of having ...').
 */
static uint32_t stray_clause(const casus_view *view, uint32_t cue)
{
    for (uint32_t c = view->word[cue].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        if (c > cue && view->word[c].deprel == CASUS_DEPREL_NSUBJ && is_opened(view, c)) {
            return c; /* 'say that most casualties are children', whose predicate was taken for its subject */
        }
    }
    for (uint32_t n = view->word[cue].first_child; n != CASUS_NO_WORD; n = view->word[n].next_sibling) {
        for (uint32_t c = view->word[n].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
            bool modifies = view->word[c].deprel == CASUS_DEPREL_ACL || view->word[c].deprel == CASUS_DEPREL_ACL_RELCL;
            if (c > cue && modifies && is_opened(view, c)) {
                return c;
            }
        }
    }
    if (view->word[cue].deprel != CASUS_DEPREL_ADVCL) {
        return CASUS_NO_WORD;
    }
    for (uint32_t c = view->word[cue].next_sibling; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        if (view->word[c].deprel == CASUS_DEPREL_ADVCL && is_opened(view, c)) {
            return c;
        }
    }
    return CASUS_NO_WORD;
}

/* Something said that is a noun or a complement and names an event or a count: 'meldt tweehonderd doden'. */
static uint32_t event_below(const casus_view *view, const casus_heads *heads, uint32_t cue, uint32_t source)
{
    for (uint32_t c = view->word[cue].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        switch (view->word[c].deprel) {
        case CASUS_DEPREL_OBJ:
        case CASUS_DEPREL_OBL:
        case CASUS_DEPREL_OBL_ARG:
        case CASUS_DEPREL_XCOMP:
            if (c != source && (is_trigger(view, c) || heads->quantity[c] != CASUS_NO_WORD)) {
                return c;
            }
            break;
        default:
            break;
        }
    }
    return CASUS_NO_WORD;
}

/* '...; the ministry confirmed nine': the cue's clause begins behind the semicolon, and tells nothing of what is before. */
static bool begins_statement(const casus_view *view, uint32_t cue, uint32_t content)
{
    for (uint32_t w = cue; w-- > content;) {
        if (casus_str_eq(view->doc->word[w].form, CASUS_STR(";"))) {
            return casus_view_below(view, w + 1, cue);
        }
    }
    return false;
}

/*
 * ', traders and farmers said on Friday': a verb of saying that the parser coordinated with what it tells. Nothing joins
 * the two but a comma, and it has a subject of its own: before it, right behind the comma, or behind it.
 */
static bool is_appended(const casus_view *view, const casus_heads *heads, uint32_t cue, uint32_t source)
{
    const casus_view_word *v = &view->word[cue];
    if (v->deprel != CASUS_DEPREL_CONJ || source == CASUS_NO_WORD || v->head == CASUS_NO_WORD ||
        casus_view_child(view, cue, CASUS_DEPREL_CC) != CASUS_NO_WORD) {
        return false;
    }
    if (source > cue) {
        return true;
    }
    bool own = view->word[source].head == cue;
    if (!own && heads->mention[source] == CASUS_NO_WORD) {
        return false;
    }
    uint32_t first = own ? source : view->doc->mention[heads->mention[source]].word_begin;
    while (own && first > v->head && casus_view_below(view, first - 1, cue) &&
           view->word[first - 1].upos != CASUS_UPOS_PUNCT) {
        first--;
    }
    bool dangling = view->word[source].deprel == CASUS_DEPREL_DEP || view->word[source].deprel == CASUS_DEPREL_APPOS;
    return (own || dangling) && v->head < first && casus_str_eq(view->doc->word[first - 1].form, CASUS_STR(","));
}

/* The content of a cue whose frame found none. */
static void find_around(const casus_view *view, const casus_heads *heads, const casus_quotes *quotes, casus_finding *f)
{
    const casus_view_word *v = &view->word[f->cue];
    bool beside = v->deprel == CASUS_DEPREL_PARATAXIS || is_appended(view, heads, f->cue, f->source);
    if (beside && v->head != CASUS_NO_WORD && !casus_is_parted(view, f->cue, v->head)) { /* it stands in what is said */
        f->content[f->n_content++] = v->head;
        f->without = f->cue;
        return;
    }
    uint32_t found = v->upos == CASUS_UPOS_VERB ? stray_clause(view, f->cue) : CASUS_NO_WORD;
    if (found == CASUS_NO_WORD && v->upos == CASUS_UPOS_VERB) {
        found = event_below(view, heads, f->cue, f->source);
    }
    if (found != CASUS_NO_WORD) {
        f->content[f->n_content++] = found;
        return;
    }
    const casus_sentence *s = &view->doc->sentence[v->sentence];
    for (uint32_t w = s->word_begin; w < s->word_end; w++) { /* the words quoted in its sentence */
        uint32_t q = quotes->of[w];
        if (q != CASUS_NO_QUOTE && quotes->of[f->cue] != q && quotes->end[q] - quotes->begin[q] > 2) {
            f->quote = q;
            return;
        }
    }
    if (s->word_end + 1 < view->doc->n_word && s->word_end > s->word_begin &&
        casus_str_eq(view->doc->word[s->word_end - 1].form,
                     CASUS_STR(":"))) { /* 'The minister said:' and a new paragraph */
        f->quote = quotes->of[s->word_end + (view->word[s->word_end].upos == CASUS_UPOS_PUNCT)];
    }
}

/* 'zo' in ', zo meldde X': stands for what was said, and says nothing itself. */
static bool is_bare_adverb(const casus_view *view, uint32_t w)
{
    return view->word[w].upos == CASUS_UPOS_ADV && view->word[w].first_child == CASUS_NO_WORD;
}

/* ', so the ministry has corrected its count': the clause beside `content` that the cue stands in; or none. */
static uint32_t clause_beside(const casus_view *view, uint32_t cue, uint32_t content)
{
    uint32_t w = cue;
    while (w != CASUS_NO_WORD && view->word[w].head != content) {
        w = view->word[w].head;
    }
    return w != CASUS_NO_WORD && view->word[w].deprel == CASUS_DEPREL_PARATAXIS ? w : CASUS_NO_WORD;
}

static bool find_parts(const casus_view *view, const casus_heads *heads, const casus_quotes *quotes,
                       const casus_cue *row, casus_finding *f)
{
    const casus_cue_frame *frame = &view->pack->claim->cue_frame[row->frame];
    casus_fillers found;
    f->source = CASUS_NO_WORD;
    f->quote = CASUS_NO_QUOTE;
    f->without = CASUS_NO_WORD;
    casus_slot_find(view, &frame->source, f->cue, &found);
    if (found.n > 0) {
        f->source = casus_author_of(view, heads, casus_noun_of_article(view, heads, f->cue, found.word[0]));
    } else if (frame->source.n > 0 &&
               frame->source.path[0].step[0].up) { /* 'naar eigen zeggen': the clause's subject */
        f->source = view->word[f->cue].head == CASUS_NO_WORD ? CASUS_NO_WORD
                                                             : casus_shared_subject(view, view->word[f->cue].head);
    } else if (!frame->hearsay && view->word[f->cue].upos == CASUS_UPOS_VERB) {
        f->source = casus_mistaken_subject(view, heads, f->cue);
        f->source = f->source == CASUS_NO_WORD ? casus_dangling_subject(view, heads, f->cue) : f->source;
        f->source = f->source == CASUS_NO_WORD ? casus_implied_source(view, f->cue) : f->source;
        if (f->source == CASUS_NO_WORD && casus_view_has(view, f->cue, CASUS_STR("VerbForm=Fin"))) {
            f->source = casus_lost_subject(view, heads, f->cue);
        }
    }
    casus_slot_find(view, &frame->content, f->cue, &found);
    for (uint32_t i = 0; i < found.n && f->n_content < CASUS_MOST_CONTENTS; i++) {
        if (found.word[i] == f->source || is_bare_adverb(view, found.word[i]) ||
            (view->word[found.word[i]].deprel == CASUS_DEPREL_PARATAXIS &&
             casus_is_parted(view, f->cue, found.word[i])) ||
            (casus_view_below(view, f->cue, found.word[i]) && begins_statement(view, f->cue, found.word[i]))) {
            continue;
        }
        if (points_back(view, found.word[i])) {
            f->back = true;
        } else {
            f->content[f->n_content++] = found.word[i];
        }
    }
    if (f->n_content == 1 && is_opened(view, f->content[0]) && f->content[0] < f->cue &&
        view->word[f->content[0]].deprel == CASUS_DEPREL_ADVCL && view->word[f->cue].upos == CASUS_UPOS_VERB) {
        uint32_t told = event_below(view, heads, f->cue, f->source); /* 'Before dusk fell, they reported the capture' */
        f->content[0] = told == CASUS_NO_WORD ? f->content[0] : told;
    }
    for (uint32_t i = 0; i < f->n_content && frame->source.n > 0 && frame->source.path[0].step[0].up; i++) {
        f->content[i] = casus_clause_told(view, f->content[i], f->cue);
    }
    if (f->n_content == 0 && f->source != CASUS_NO_WORD && f->source > f->cue && frame->source.n > 0 &&
        frame->source.path[0].step[0].up && view->word[f->source].head == CASUS_NO_WORD) {
        f->around = true; /* ', aldus X, ' that the parser made the head of all */
        return true;
    }
    if (f->n_content == 0 && !f->back) {
        find_around(view, heads, quotes, f);
    }
    /* What the cue itself stands in: 'volgens X' within its content. */
    for (uint32_t i = 0; i < f->n_content; i++) {
        if (casus_view_below(view, f->cue, f->content[i])) {
            uint32_t aside = clause_beside(view, f->cue, f->content[i]);
            f->without = f->source != CASUS_NO_WORD && casus_view_below(view, f->cue, f->source) ? f->source
                         : aside != CASUS_NO_WORD                                                ? aside
                                                                                                 : f->cue;
        }
    }
    return f->n_content > 0 || f->back || f->quote != CASUS_NO_QUOTE;
}

/* 'I think' within a quote is the speaker's way of saying, and no attribution of its own. */
static bool is_own_hedge(const casus_view *view, const casus_quotes *quotes, const casus_finding *f)
{
    return f->source != CASUS_NO_WORD && quotes->of[f->cue] != CASUS_NO_QUOTE &&
           view->word[f->source].upos == CASUS_UPOS_PRON &&
           (casus_view_has(view, f->source, CASUS_STR("Person=1")) ||
            casus_view_has(view, f->source, CASUS_STR("Person=2")));
}

/*
 * An adposition that the tagger took for something else ('Luidens het ministerie heeft ...'): its source is the next
 * noun, its content the rest of the sentence's main clause.
 */
static bool find_loose_adposition(const casus_view *view, const casus_cue *row, uint32_t w, casus_finding *f)
{
    const casus_sentence *s = &view->doc->sentence[view->word[w].sentence];
    if (row->upos != CASUS_UPOS_ADP || row->with.n > 0 || view->word[w].form != row->lemma) {
        return false;
    }
    uint32_t noun = w + 1;
    while (noun < s->word_end && noun < w + FARTHEST_NOUN && view->word[noun].upos != CASUS_UPOS_NOUN &&
           view->word[noun].upos != CASUS_UPOS_PROPN && view->word[noun].upos != CASUS_UPOS_PRON) {
        noun++;
    }
    if (noun == s->word_end || noun == w + FARTHEST_NOUN) {
        return false;
    }
    uint32_t root = noun;
    while (view->word[root].head != CASUS_NO_WORD) {
        root = view->word[root].head;
    }
    if (root == noun) {
        return false;
    }
    f->source = noun;
    f->content[f->n_content++] = root;
    f->without = noun;
    f->quote = CASUS_NO_QUOTE;
    return true;
}

/*
 * 'stated a general in a statement': a noun of saying without source and content that hangs on another cue only tells how
 * that one spoke. Returns how many findings stay.
 */
static uint32_t drop_manners(const casus_view *view, casus_finding *found, uint32_t n)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        const casus_view_word *v = &view->word[found[i].cue];
        bool manner = false;
        bool bare = found[i].source == CASUS_NO_WORD && found[i].n_content == 0;
        for (uint32_t k = 0; v->deprel == CASUS_DEPREL_OBL && bare && k < n; k++) {
            manner = manner || (k != i && found[k].cue == v->head);
        }
        if (!manner) {
            found[kept++] = found[i];
        }
    }
    return kept;
}

/* The row of the pack that makes `w` a cue, its parts in *f; NULL: none. */
static const casus_cue *find_cue(const casus_view *view, const casus_heads *heads, const casus_quotes *quotes,
                                 uint32_t w, uint32_t lemma, casus_finding *f)
{
    const casus_claim_pack *pack = view->pack->claim;
    if (lemma == 0 || lemma > pack->n_vocab) {
        return NULL;
    }
    for (uint32_t i = pack->first_cue[lemma]; i != CASUS_PACK_LAST; i = pack->cue[i].next) {
        const casus_cue *row = &pack->cue[i];
        *f = (casus_finding){.cue = w, .row = row};
        if (row->upos != view->word[w].upos && find_loose_adposition(view, row, w, f)) {
            return row;
        }
        if (row->upos != view->word[w].upos || !casus_slot_hold(view, &row->with, w)) {
            continue;
        }
        *f = (casus_finding){.cue = w, .row = row};
        if (find_parts(view, heads, quotes, row, f) && !is_own_hedge(view, quotes, f)) {
            return row;
        }
    }
    return NULL;
}

/* 'zo meldde X': an adverb of saying beside a verb of saying tells nothing more. Returns how many findings stay. */
static uint32_t drop_adverbs(const casus_view *view, casus_finding *found, uint32_t n)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        bool adverb = view->word[found[i].cue].upos == CASUS_UPOS_ADV && found[i].source != CASUS_NO_WORD;
        bool doubled = false;
        for (uint32_t k = 0; adverb && k < n; k++) {
            doubled = doubled || (k != i && found[k].cue == view->word[found[i].cue].head);
        }
        if (!doubled) {
            found[kept++] = found[i];
        }
    }
    return kept;
}

casus_status casus_extract__attributions(casus_view *view, const casus_heads *heads, casus_voices *out,
                                         casus_error *err)
{
    casus_status st = CASUS_OK;
    uint32_t n = view->doc->n_word;
    uint32_t n_found = 0;
    casus_finding *found = CASUS_NEW(view->scratch, casus_finding, (size_t)n + 1);
    if (found == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    CASUS_TRY(casus_quotes_find(view, &out->quotes, err));
    for (uint32_t w = 0; w < n; w++) {
        const casus_view_word *v = &view->word[w];
        if (find_cue(view, heads, &out->quotes, w, v->lemma, &found[n_found]) != NULL ||
            (v->form != v->lemma && find_cue(view, heads, &out->quotes, w, v->form, &found[n_found]) != NULL)) {
            n_found++;
        } else if (v->upos == CASUS_UPOS_PUNCT && (casus_find_label(view, &out->quotes, w, &found[n_found]) ||
                                                   casus_find_continuation(view, found, n_found, w, &found[n_found]))) {
            n_found++;
        }
    }
    n_found = drop_manners(view, found, drop_adverbs(view, found, n_found));
    for (uint32_t i = 0; i < n_found; i++) { /* 'reported ... and said ...': what the first found, the second has */
        const casus_view_word *v = &view->word[found[i].cue];
        for (uint32_t k = i; k-- > 0 && found[i].source == CASUS_NO_WORD && v->deprel == CASUS_DEPREL_CONJ &&
                             view->word[found[k].cue].sentence == v->sentence;) {
            found[i].source = found[k].cue == v->head ? found[k].source : CASUS_NO_WORD;
        }
    }
    st = casus_voices_paint(view, found, n_found, out, err);
done:
    return st;
}
