/* Running rules over words: see match.h. */
#include "extract/match.h"

enum { MOST_STEPS = 2000, LISTS = 3 };

/* One try of one rule at one word. */
typedef struct casus_try {
    casus_matcher *matcher;
    const casus_rule *rule;
    casus_find find;
    uint32_t n_step;
    bool full; /* no memory for a shape */
} casus_try;

static bool passes(const casus_view *view, const casus_rule_test *test, uint32_t w)
{
    const casus_view_word *word = &view->word[w];
    bool is = false;
    switch (test->ask) {
    case CASUS_ASK_UPOS:
        is = (test->bits >> word->upos & 1) != 0;
        break;
    case CASUS_ASK_DEPREL:
        is = (test->bits >> word->deprel & 1) != 0;
        break;
    case CASUS_ASK_LEMMA:
        is = word->lemma == test->word;
        break;
    case CASUS_ASK_FEATS:
        is = casus_view_has(view, w, test->text);
        break;
    case CASUS_ASK_CAPITAL:
        is = word->capital;
        break;
    case CASUS_ASK_HEAD_UPOS:
        is = word->head != CASUS_NO_WORD && (test->bits >> view->word[word->head].upos & 1) != 0;
        break;
    case CASUS_ASK_HEAD_FEATS:
        is = word->head != CASUS_NO_WORD && casus_view_has(view, word->head, test->text);
        break;
    }
    return is != test->negated;
}

static bool passes_all(const casus_matcher *matcher, const casus_rule_step *step, uint32_t w)
{
    for (uint32_t i = 0; i < step->n_test; i++) {
        if (!passes(matcher->view, &matcher->rules->test[step->test + i], w)) {
            return false;
        }
    }
    return true;
}

static bool run(casus_try *try, uint32_t at, uint32_t w);

static bool bind(casus_try *try, const casus_rule_step *step, casus_binding to)
{
    casus_binding old = {0};
    if (step->capture != CASUS_NO_CAPTURE) {
        old = try->find.bind[step->capture];
        try->find.bind[step->capture] = to;
    }
    if (run(try, step->to, to.end)) {
        return true;
    }
    if (step->capture != CASUS_NO_CAPTURE) {
        try->find.bind[step->capture] = old;
    }
    return false;
}

static bool keep_shape(casus_try *try, casus_shape shape)
{
    casus_matcher *matcher = try->matcher;
    if (matcher->n_shape == matcher->shape_room) {
        uint32_t room = matcher->shape_room == 0 ? 64 : matcher->shape_room * 2;
        casus_shape *grown = CASUS_NEW(matcher->view->scratch, casus_shape, room);
        if (grown == NULL) {
            try->full = true;
            return false;
        }
        if (matcher->n_shape > 0) {
            memcpy(grown, matcher->shape, matcher->n_shape * sizeof *grown);
        }
        matcher->shape = grown;
        matcher->shape_room = room;
    }
    matcher->shape[matcher->n_shape++] = shape;
    return true;
}

static bool run_class(casus_try *try, const casus_rule_step *step, uint32_t w)
{
    casus_matcher *matcher = try->matcher;
    const casus_rule_class *c = &matcher->rules->class_of[step->which];
    uint32_t at = w - matcher->begin;
    if (!passes_all(matcher, step, w)) {
        return false;
    }
    if (c->kind == CASUS_CLASS_TERM) {
        uint32_t len = 0;
        uint32_t term =
            casus_lexicon_longest(&c->lexicon, matcher->form + at, matcher->lemma + at, matcher->end - w, &len);
        return term != CASUS_NO_VALUE && bind(try, step, (casus_binding){CASUS_BOUND_TERM, term, w, w + len});
    }
    if (c->kind == CASUS_CLASS_SHAPE) {
        casus_shape shape = {0};
        if (!matcher->read_shape(matcher, c->shape, w, &shape) || !keep_shape(try, shape)) {
            return false;
        }
        return bind(try, step, (casus_binding){CASUS_BOUND_SHAPE, matcher->n_shape - 1, w, w + shape.n_word});
    }
    for (uint32_t f = matcher->first[at]; f != CASUS_NO_FIND; f = matcher->find[f].next) {
        const casus_find *find = &matcher->find[f];
        if (matcher->rules->rule[find->rule].class_of == step->which &&
            bind(try, step, (casus_binding){CASUS_BOUND_FIND, f, w, find->end})) {
            return true;
        }
    }
    return false;
}

/* Recursion is as deep as the rule has steps that leave a choice. */
static bool run(casus_try *try, uint32_t at, uint32_t w)
{
    const casus_view_word *word = try->matcher->view->word;
    while (try->n_step++ < MOST_STEPS) {
        const casus_rule_step *step = &try->rule->step[at];
        switch (step->kind) {
        case CASUS_STEP_ACCEPT:
            try->find.end = w;
            return true;
        case CASUS_STEP_WORD:
            if (w == try->matcher->end || word[w].form != step->which) {
                return false;
            }
            w++;
            break;
        case CASUS_STEP_CLASS:
            return w < try->matcher->end && run_class(try, step, w);
        case CASUS_STEP_SPLIT:
            if (run(try, step->to, w)) {
                return true;
            }
            at = step->other;
            continue;
        case CASUS_STEP_JUMP:
            break;
        case CASUS_STEP_OPEN:
            try->find.extent_begin = w;
            break;
        case CASUS_STEP_CLOSE:
            try->find.extent_end = w;
            break;
        }
        at = step->to;
    }
    return false;
}

/* A find goes behind the longer ones with its begin; one of the same class and extent is there already. */
static casus_status add_find(casus_matcher *matcher, const casus_find *found, casus_error *err)
{
    const casus_rule *rules = matcher->rules->rule;
    if (matcher->n_find == matcher->find_room) {
        casus_find *grown = CASUS_NEW(matcher->view->scratch, casus_find, (size_t)matcher->find_room * 2);
        if (grown == NULL) {
            return casus_arena_fail(matcher->view->scratch, err);
        }
        memcpy(grown, matcher->find, matcher->n_find * sizeof *grown);
        matcher->find = grown;
        matcher->find_room *= 2;
    }
    uint32_t *link = &matcher->first[found->begin - matcher->begin];
    while (*link != CASUS_NO_FIND && matcher->find[*link].end >= found->end) {
        const casus_find *old = &matcher->find[*link];
        uint32_t class_of = rules[found->rule].class_of;
        if (old->end == found->end &&
            (old->rule == found->rule || (class_of != CASUS_NO_CLASS && class_of == rules[old->rule].class_of))) {
            return CASUS_OK;
        }
        link = &matcher->find[*link].next;
    }
    matcher->find[matcher->n_find] = *found;
    matcher->find[matcher->n_find].next = *link;
    *link = matcher->n_find++;
    return CASUS_OK;
}

static casus_status try_rule(casus_matcher *matcher, uint32_t rule, uint32_t w, casus_error *err)
{
    casus_try try = {.matcher = matcher, .rule = &matcher->rules->rule[rule]};
    try.find = (casus_find){.rule = rule, .begin = w, .extent_begin = w, .next = CASUS_NO_FIND};
    if (!run(&try, 0, w)) {
        return try.full ? casus_arena_fail(matcher->view->scratch, err) : CASUS_OK;
    }
    try.find.extent_end = try.find.extent_end == 0 ? try.find.end : try.find.extent_end;
    return add_find(matcher, &try.find, err);
}

static casus_status make_room(casus_matcher *matcher, uint32_t n, casus_error *err)
{
    if (matcher->find == NULL) {
        matcher->find_room = 64;
        matcher->find = CASUS_NEW(matcher->view->scratch, casus_find, matcher->find_room);
    }
    if (n > matcher->room) {
        casus_arena *scratch = matcher->view->scratch;
        matcher->room = n * 2;
        matcher->first = CASUS_NEW(scratch, uint32_t, matcher->room);
        matcher->form = CASUS_NEW(scratch, uint32_t, matcher->room);
        matcher->lemma = CASUS_NEW(scratch, uint32_t, matcher->room);
        matcher->active = CASUS_NEW(scratch, uint32_t, matcher->room);
        matcher->cursor = CASUS_NEW(scratch, uint32_t, (size_t)matcher->room * LISTS);
    }
    bool full = matcher->find == NULL || matcher->first == NULL || matcher->form == NULL || matcher->lemma == NULL ||
                matcher->active == NULL || matcher->cursor == NULL;
    return full && n > 0 ? casus_arena_fail(matcher->view->scratch, err) : CASUS_OK;
}

/* The lists of rules that may begin at `w`: by its form, by its lemma, by its shape. */
static void lists_of(const casus_matcher *matcher, uint32_t w, casus_rule_starts list[LISTS])
{
    const casus_view_word *word = &matcher->view->word[w];
    const casus_rule_starts none = {0, 0};
    list[0] = word->form == 0 ? none : matcher->rules->by_word[word->form];
    list[1] = word->lemma == 0 || word->lemma == word->form ? none : matcher->rules->by_word[word->lemma];
    list[2] = matcher->may_be_shape(matcher, w) ? matcher->rules->by_word[0] : none;
}

/* The words at which any rule may begin; how many. */
static uint32_t find_active(casus_matcher *matcher)
{
    uint32_t n = 0;
    for (uint32_t w = matcher->begin; w < matcher->end; w++) {
        casus_rule_starts list[LISTS];
        uint32_t at = w - matcher->begin;
        matcher->first[at] = CASUS_NO_FIND;
        matcher->form[at] = matcher->view->word[w].form;
        matcher->lemma[at] = matcher->view->word[w].lemma;
        lists_of(matcher, w, list);
        if (list[0].begin < list[0].end || list[1].begin < list[1].end || list[2].begin < list[2].end) {
            for (uint32_t i = 0; i < LISTS; i++) {
                matcher->cursor[n * LISTS + i] = list[i].begin;
            }
            matcher->active[n++] = w;
        }
    }
    return n;
}

casus_status casus_match_run(casus_matcher *matcher, uint32_t begin, uint32_t end, casus_error *err)
{
    casus_status st = CASUS_OK;
    const casus_rules *rules = matcher->rules;
    matcher->begin = begin;
    matcher->end = end;
    matcher->n_find = matcher->n_shape = 0;
    if (rules->n_rule == 0) {
        return CASUS_OK;
    }
    CASUS_TRY(make_room(matcher, end - begin, err));
    uint32_t n = find_active(matcher);
    for (uint32_t level = 0; level < rules->n_level && n > 0; level++) {
        for (uint32_t i = 0; i < n; i++) {
            casus_rule_starts list[LISTS];
            lists_of(matcher, matcher->active[i], list);
            for (uint32_t k = 0; k < LISTS; k++) {
                uint32_t *at = &matcher->cursor[i * LISTS + k];
                while (*at < list[k].end && rules->rule[rules->starts[*at]].level == level) {
                    CASUS_TRY(try_rule(matcher, rules->starts[(*at)++], matcher->active[i], err));
                }
            }
        }
    }
done:
    return st;
}
