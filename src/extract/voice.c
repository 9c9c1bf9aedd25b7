/* Contents painted over words, the outer first: see voice.h. */
#include "extract/voice.h"

enum { DEEPEST = 64 };

/* A finding and how deep its content hangs: what is told outside comes first. */
typedef struct layer {
    const casus_finding *f;
    uint32_t depth, sentence;
    uint32_t number; /* of its attribution, in the order of cues */
} layer;

static uint32_t depth_of(const casus_view *view, uint32_t w)
{
    uint32_t depth = 0;
    while (depth < DEEPEST && view->word[w].head != CASUS_NO_WORD) {
        w = view->word[w].head;
        depth++;
    }
    return depth;
}

static bool is_before(const layer *a, const layer *b)
{
    if (a->sentence != b->sentence) {
        return a->sentence < b->sentence;
    }
    return a->depth != b->depth ? a->depth < b->depth : a->number < b->number;
}

/* By sentence, then by depth: each sentence's cues are few, so insertion does. */
static void sort(layer *l, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++) {
        layer moving = l[i];
        uint32_t at = i;
        while (at > 0 && is_before(&moving, &l[at - 1])) {
            l[at] = l[at - 1];
            at--;
        }
        l[at] = moving;
    }
}

/* Whether the word heads a finite relative clause. */
static bool is_relative(const casus_view *view, uint32_t w)
{
    if (view->word[w].deprel != CASUS_DEPREL_ACL_RELCL) {
        return false;
    }
    bool finite = casus_view_has(view, w, CASUS_STR("VerbForm=Fin"));
    for (uint32_t c = view->word[w].first_child; c != CASUS_NO_WORD; c = view->word[c].next_sibling) {
        finite = finite || (view->word[c].upos == CASUS_UPOS_AUX && casus_view_has(view, c, CASUS_STR("VerbForm=Fin")));
    }
    return finite;
}

/* 'demanded the release of three men whom the army arrested': what is demanded is not what is told of it in passing. */
static bool is_aside(const casus_view *view, uint32_t w, uint32_t root)
{
    while (w != CASUS_NO_WORD && w != root) {
        if (is_relative(view, w)) {
            return true;
        }
        w = view->word[w].head;
    }
    return false;
}

static void paint_words(const casus_view *view, casus_voices *voices, uint32_t begin, uint32_t end, uint32_t root,
                        uint32_t without, uint32_t attribution)
{
    for (uint32_t w = begin; w < end; w++) {
        if ((root == CASUS_NO_WORD || casus_view_below(view, w, root)) &&
            (without == CASUS_NO_WORD || !casus_view_below(view, w, without))) {
            voices->of[w] = attribution;
        }
    }
}

static bool starts_paragraph(const casus_doc *doc, uint32_t s)
{
    casus_str between = casus_str_slice(doc->text, doc->sentence[s - 1].text.end, doc->sentence[s].text.begin);
    return between.len > 0 && memchr(between.ptr, '\n', between.len) != NULL;
}

/* The noun's own words that introduce its content are no part of it; nor is what the cue governs besides. */
static void paint(const casus_view *view, casus_voices *voices, const casus_finding *f, uint32_t attribution)
{
    const casus_doc *doc = view->doc;
    uint32_t sentence = view->word[f->cue].sentence;
    if (f->quote != CASUS_NO_QUOTE) {
        paint_words(view, voices, voices->quotes.begin[f->quote], voices->quotes.end[f->quote], CASUS_NO_WORD,
                    CASUS_NO_WORD, attribution);
    }
    for (uint32_t i = 0; i < f->n_content; i++) {
        uint32_t s = view->word[f->content[i]].sentence;
        for (uint32_t w = doc->sentence[s].word_begin; w < doc->sentence[s].word_end; w++) {
            bool aside = f->row != NULL && f->row->commitment == CASUS_FACT_UU &&
                         voices->quotes.of[w] == CASUS_NO_QUOTE && is_aside(view, w, f->content[i]);
            if (!aside) {
                paint_words(view, voices, w, w + 1, f->content[i], f->without, attribution);
            }
        }
    }
    if (f->around) {
        for (uint32_t w = doc->sentence[sentence].word_begin; w < doc->sentence[sentence].word_end; w++) {
            bool source = f->source != CASUS_NO_WORD && w >= f->cue && w <= f->source;
            voices->of[w] = source ? voices->of[w] : attribution;
        }
    }
    if (f->rest > 0) {
        paint_words(view, voices, f->rest, doc->sentence[sentence].word_end, CASUS_NO_WORD, CASUS_NO_WORD, attribution);
    }
    if (f->back && sentence > 0) { /* 'Dat meldt X': what the sentence before says in nobody's name */
        const casus_sentence *before = &doc->sentence[sentence - 1];
        for (uint32_t w = before->word_begin; w < before->word_end; w++) {
            if (voices->of[w] == CASUS_NO_ATTRIBUTION) {
                voices->of[w] = attribution;
            }
        }
    }
}

/*
 * An auxiliary of hearsay behind a sentence with a named source goes on quoting that source ('Five would have been
 * wounded'), if the paragraph does.
 */
static void lend_sources(const casus_view *view, const casus_finding *found, uint32_t n, const casus_voices *voices)
{
    casus_doc *doc = view->doc;
    for (uint32_t i = 0; i < n; i++) {
        casus_attribution *a = &doc->attribution[i];
        uint32_t s = view->word[found[i].cue].sentence;
        if (found[i].source != CASUS_NO_WORD || view->word[found[i].cue].upos != CASUS_UPOS_AUX) {
            continue;
        }
        if (a->outer != CASUS_NO_ATTRIBUTION) { /* within what somebody says, it is that one's word */
            const casus_attribution *outer = &doc->attribution[a->outer];
            if (outer->source_word != CASUS_NO_WORD && outer->commitment == CASUS_FACT_CT_PLUS) {
                a->source_word = outer->source_word;
                a->source = outer->source;
                a->commitment = CASUS_FACT_CT_PLUS;
            }
            continue;
        }
        if (s == 0 || starts_paragraph(doc, s)) {
            continue;
        }
        for (uint32_t w = doc->sentence[s].word_begin; w-- > doc->sentence[s - 1].word_begin;) {
            uint32_t before = voices->of[w];
            if (before != CASUS_NO_ATTRIBUTION && doc->attribution[before].source_word != CASUS_NO_WORD) {
                a->source_word = doc->attribution[before].source_word;
                a->source = doc->attribution[before].source;
                a->commitment = CASUS_FACT_CT_PLUS;
                break;
            }
        }
    }
}

/* Whether attribution `number` is that of `w`, or one that it stands in. */
static bool answers_for(const casus_view *view, const casus_voices *voices, uint32_t w, uint32_t number)
{
    uint32_t of = voices->of[w];
    while (of != CASUS_NO_ATTRIBUTION && of != number) {
        of = view->doc->attribution[of].outer;
    }
    return of == number;
}

/* A stretch of content with the quotation marks round it, or without the signs at its end. */
static casus_span trim(const casus_view *view, const casus_voices *voices, uint32_t begin, uint32_t end)
{
    uint32_t quote = voices->quotes.of[end - 1];
    if (quote != CASUS_NO_QUOTE && voices->quotes.end[quote] == end && end < view->doc->n_word) {
        end++; /* a quote ends with its mark */
    } else {
        while (end > begin + 1 && view->word[end - 1].upos == CASUS_UPOS_PUNCT && quote == CASUS_NO_QUOTE) {
            end--;
        }
    }
    quote = voices->quotes.of[begin];
    if (quote != CASUS_NO_QUOTE && voices->quotes.begin[quote] == begin) {
        begin--;
    }
    return casus_view_span(view, begin, end);
}

/* The words of content `a`, as one or two stretches. */
static void set_content(const casus_view *view, const casus_voices *voices, casus_attribution *a, uint32_t number,
                        uint32_t begin, uint32_t end)
{
    uint32_t from = CASUS_NO_WORD;
    uint32_t last = CASUS_NO_WORD; /* the last word inside; marks between sentences of one quote part nothing */
    unsigned n = 0;
    for (uint32_t w = begin; w <= end && n < 2; w++) {
        bool inside = w < end && answers_for(view, voices, w, number);
        bool sign = w < end && view->word[w].upos == CASUS_UPOS_PUNCT;
        if (inside && from == CASUS_NO_WORD && !sign) {
            from = w;
        }
        if (inside) {
            last = w;
        } else if (from != CASUS_NO_WORD && !sign) {
            a->content[n++] = trim(view, voices, from, last + 1);
            from = CASUS_NO_WORD;
        }
    }
}

static void set_kind(const casus_voices *voices, const casus_view *view, casus_attribution *a, uint32_t number,
                     uint32_t begin, uint32_t end)
{
    uint32_t words = 0;
    uint32_t quoted = 0;
    for (uint32_t w = begin; w < end; w++) {
        if (voices->of[w] == number && view->word[w].upos != CASUS_UPOS_PUNCT) {
            words++;
            quoted += voices->quotes.of[w] != CASUS_NO_QUOTE;
        }
    }
    a->kind = a->source_word == CASUS_NO_WORD ? CASUS_ATTRIBUTION_HEARSAY
              : quoted == 0                   ? CASUS_ATTRIBUTION_INDIRECT
              : quoted == words               ? CASUS_ATTRIBUTION_DIRECT
                                              : CASUS_ATTRIBUTION_MIXED;
}

/* The stretch of words in which the content of `f` lies: its sentence, and the quotes that reach beyond it. */
static void describe(const casus_view *view, const casus_voices *voices, const casus_finding *f, uint32_t number)
{
    casus_attribution *a = &view->doc->attribution[number];
    uint32_t s = view->word[f->cue].sentence;
    uint32_t begin = view->doc->sentence[f->back && s > 0 ? s - 1 : s].word_begin;
    uint32_t end = view->doc->sentence[s].word_end;
    if (f->quote != CASUS_NO_QUOTE &&
        voices->quotes.begin[f->quote] == end + 1) { /* in the paragraph behind the colon */
        end = voices->quotes.end[f->quote];
    }
    for (uint32_t w = begin, last = end; w < last; w++) {
        uint32_t q = voices->quotes.of[w];
        if (q != CASUS_NO_QUOTE && voices->of[w] == number) {
            begin = voices->quotes.begin[q] < begin ? voices->quotes.begin[q] : begin;
            end = voices->quotes.end[q] > end ? voices->quotes.end[q] : end;
        }
    }
    set_content(view, voices, a, number, begin, end);
    set_kind(voices, view, a, number, begin, end);
}

/* The cue with its helpers and adverbs before it, and particle, adposition of the content or colon behind it. */
static casus_span cue_span(const casus_view *view, const casus_finding *f)
{
    const casus_sentence *s = &view->doc->sentence[view->word[f->cue].sentence];
    uint32_t begin = f->cue;
    uint32_t end = casus_view_fixed_end(view, f->cue);
    while (begin > s->word_begin && view->word[begin - 1].head == f->cue &&
           (view->word[begin - 1].deprel == CASUS_DEPREL_AUX || view->word[begin - 1].deprel == CASUS_DEPREL_AUX_PASS ||
            view->word[begin - 1].deprel == CASUS_DEPREL_ADVMOD)) {
        begin--;
    }
    while (begin < f->cue && view->word[begin].upos == CASUS_UPOS_ADV && view->word[f->cue].upos != CASUS_UPOS_VERB) {
        begin++;
    }
    if (end < s->word_end && view->word[end].deprel == CASUS_DEPREL_COMPOUND_PRT && view->word[end].head == f->cue) {
        end++;
    }
    if (end < s->word_end && f->n_content > 0 && view->word[end].deprel == CASUS_DEPREL_CASE &&
        view->word[end].head == f->content[0]) {
        end++;
    }
    if (end < s->word_end && casus_str_eq(view->doc->word[end].form, CASUS_STR(":"))) {
        end++;
    }
    return casus_view_span(view, begin, end);
}

static void begin_attribution(const casus_view *view, const casus_finding *f, casus_attribution *a)
{
    *a = (casus_attribution){.row = f->row,
                             .commitment = f->row == NULL ? CASUS_FACT_CT_PLUS : f->row->commitment,
                             .source_word = f->source,
                             .cue_word = f->cue,
                             .goes_on = f->goes_on,
                             .outer = CASUS_NO_ATTRIBUTION,
                             .first_inner = CASUS_NO_ATTRIBUTION,
                             .next_inner = CASUS_NO_ATTRIBUTION,
                             .rule = f->row == NULL ? CASUS_STR("label")
                                                    : view->pack->claim->cue_frame[f->row->frame].name};
    a->cue = cue_span(view, f);
    if (f->source != CASUS_NO_WORD) {
        uint32_t begin = 0;
        uint32_t end = 0;
        casus_view_subtree(view, f->source, &begin, &end);
        end = f->row == NULL && end > f->cue && begin < f->cue ? f->cue : end; /* a label ends at its colon */
        while (begin < f->source &&
               (view->word[begin].deprel == CASUS_DEPREL_CASE || begin == f->cue ||
                view->word[begin].deprel == CASUS_DEPREL_FIXED || view->word[begin].upos == CASUS_UPOS_PUNCT)) {
            begin++;
        }
        while (end > f->source + 1 && view->word[end - 1].upos == CASUS_UPOS_PUNCT) {
            end--;
        }
        a->source = casus_view_span(view, begin, end);
    }
}

casus_status casus_voices_paint(casus_view *view, const casus_finding *found, uint32_t n, casus_voices *out,
                                casus_error *err)
{
    casus_doc *doc = view->doc;
    layer *order = CASUS_NEW(view->scratch, layer, (size_t)n + 1);
    out->of = CASUS_NEW(view->scratch, uint32_t, (size_t)doc->n_word + 1);
    doc->attribution = CASUS_NEW(&doc->arena, casus_attribution, (size_t)n + 1);
    if (order == NULL || out->of == NULL || doc->attribution == NULL) {
        return casus_arena_fail(order == NULL || out->of == NULL ? view->scratch : &doc->arena, err);
    }
    memset(out->of, 0xFF, ((size_t)doc->n_word + 1) * sizeof *out->of); /* CASUS_NO_ATTRIBUTION */
    doc->n_attribution = n;
    for (uint32_t i = 0; i < n; i++) {
        const casus_finding *f = &found[i];
        uint32_t root = f->n_content > 0 ? f->content[0] : f->cue;
        begin_attribution(view, f, &doc->attribution[i]);
        order[i] = (layer){.f = f,
                           .depth = f->rest > 0 || f->around ? 0 : depth_of(view, root) + 1,
                           .sentence = view->word[f->cue].sentence,
                           .number = i};
    }
    sort(order, n);
    for (uint32_t i = 0; i < n; i++) {
        casus_attribution *a = &doc->attribution[order[i].number];
        a->outer = out->of[a->cue_word];
        paint(view, out, order[i].f, order[i].number);
    }
    casus_voices_spread(view, out);
    casus_voices_carry_on(view, out);
    lend_sources(view, found, n, out);
    for (uint32_t i = n; i-- > 0;) { /* backwards, so that the inner ones stand in text order */
        casus_attribution *a = &doc->attribution[i];
        if (a->outer != CASUS_NO_ATTRIBUTION) {
            a->next_inner = doc->attribution[a->outer].first_inner;
            doc->attribution[a->outer].first_inner = i;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        describe(view, out, &found[i], i);
    }
    return CASUS_OK;
}
