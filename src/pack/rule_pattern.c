/* Patterns of rules become steps: see rule_load.h. */
#include "pack/rule_load.h"

#include "pack/loading.h"

enum { DEEPEST_GROUP = 6, MOST_REPEATS = 6 };

static bool is_mark(char c)
{
    return c == '(' || c == ')' || c == '{' || c == '}' || c == '[' || c == ']' || c == '|' || c == '?';
}

static casus_str skip_spaces(casus_str s)
{
    while (s.len > 0 && s.ptr[0] == ' ') {
        s = casus_str_slice(s, 1, s.len);
    }
    return s;
}

/* Bytes of the first element of `s`: a bracketed group, a mark or a word. 0 if a bracket is not closed. */
static size_t element_length(casus_str s)
{
    size_t at = 0;
    int depth = 0;
    if (s.ptr[0] != '(' && s.ptr[0] != '{') {
        while (at < s.len && s.ptr[at] != ' ' && !is_mark(s.ptr[at])) {
            at++;
        }
        return at == 0 ? 1 : at;
    }
    for (; at < s.len; at++) {
        depth += s.ptr[at] == '(' || s.ptr[at] == '{';
        depth -= s.ptr[at] == ')' || s.ptr[at] == '}';
        if (depth == 0) {
            return at + 1;
        }
    }
    return 0;
}

static casus_status add_step(casus_rule_draft *draft, casus_str at, casus_rule_step step, casus_error *err)
{
    if (draft->rule.n_step == CASUS_RULE_STEPS) {
        return casus_rule__fault(draft, at, err, "a pattern of too many steps");
    }
    step.to = step.to == 0 ? (uint16_t)(draft->rule.n_step + 1) : step.to;
    draft->step[draft->rule.n_step++] = step;
    return CASUS_OK;
}

static casus_status capture_of(casus_rule_draft *draft, casus_str name, uint8_t *capture, casus_error *err)
{
    uint32_t i = 0;
    while (i < draft->rule.n_capture && !casus_str_eq(draft->capture[i], name)) {
        i++;
    }
    if (i == CASUS_RULE_CAPTURES) {
        return casus_rule__fault(draft, name, err, "too many captures");
    }
    if (i == draft->rule.n_capture) {
        draft->capture[draft->rule.n_capture++] = name;
    }
    *capture = (uint8_t)i;
    return CASUS_OK;
}

/* Bits of the names in a list parted by '|'. */
static casus_status read_bits(casus_rule_draft *draft, casus_str list, bool upos, uint64_t *bits, casus_error *err)
{
    casus_str name;
    while (casus_pack__next_part(&list, '|', &name)) {
        uint32_t bit = upos ? (uint32_t)casus_upos_of(name) : (uint32_t)casus_deprel_of(name);
        if (bit == 0) {
            return casus_rule__fault(draft, name, err, "no name of Universal Dependencies");
        }
        *bits |= UINT64_C(1) << bit;
    }
    return CASUS_OK;
}

static uint32_t word_number(casus_rule_draft *draft, casus_str word)
{
    char folded[CASUS_PACK_KEY];
    casus_str key = {folded, casus_pack_fold(word, folded, sizeof folded)};
    key = casus_arena_str(draft->arena, key);
    return key.ptr == NULL || key.len == 0 ? 0 : casus_vocab_add(&draft->pack->vocab, key, draft->arena);
}

/* 'upos=NOUN|PROPN', '!lemma=be', 'capital' ... */
static casus_status read_test(casus_rule_draft *draft, casus_str text, casus_error *err)
{
    casus_rules *rules = draft->rules;
    casus_rule_test test = {.negated = text.ptr[0] == '!'};
    casus_str name = casus_str_slice(text, test.negated, text.len);
    const char *equals = memchr(name.ptr, '=', name.len);
    casus_str value =
        equals == NULL ? CASUS_STR_NULL : casus_str_slice(name, (size_t)(equals - name.ptr) + 1, name.len);
    casus_status st = CASUS_OK;
    name = casus_str_slice(name, 0, equals == NULL ? name.len : (size_t)(equals - name.ptr));
    if (value.len == 0 && casus_str_eq(name, CASUS_STR("capital"))) {
        test.ask = CASUS_ASK_CAPITAL;
    } else if (value.len > 0 && (casus_str_eq(name, CASUS_STR("upos")) || casus_str_eq(name, CASUS_STR("head-upos")))) {
        test.ask = casus_str_eq(name, CASUS_STR("upos")) ? CASUS_ASK_UPOS : CASUS_ASK_HEAD_UPOS;
        CASUS_TRY(read_bits(draft, value, true, &test.bits, err));
    } else if (value.len > 0 && casus_str_eq(name, CASUS_STR("deprel"))) {
        test.ask = CASUS_ASK_DEPREL;
        CASUS_TRY(read_bits(draft, value, false, &test.bits, err));
    } else if (value.len > 0 && casus_str_eq(name, CASUS_STR("lemma"))) {
        test.ask = CASUS_ASK_LEMMA;
        test.word = word_number(draft, value);
    } else if (value.len > 0 &&
               (casus_str_eq(name, CASUS_STR("feats")) || casus_str_eq(name, CASUS_STR("head-feats")))) {
        test.ask = casus_str_eq(name, CASUS_STR("feats")) ? CASUS_ASK_FEATS : CASUS_ASK_HEAD_FEATS;
        test.text = casus_arena_str(draft->arena, value);
    } else {
        return casus_rule__fault(draft, text, err, "unknown test of a word");
    }
    casus_rule_test *grown = casus_pack__push(rules->test, rules->n_test, sizeof *grown, draft->arena);
    if (grown == NULL || (test.ask == CASUS_ASK_LEMMA && test.word == 0)) {
        return casus_arena_fail(draft->arena, err);
    }
    rules->test = grown;
    rules->test[rules->n_test++] = test;
done:
    return st;
}

/* {name:class test ...}, {class test ...} */
static casus_status read_class(casus_rule_draft *draft, casus_str braced, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_str left = casus_str_trim(casus_str_slice(braced, 1, braced.len - 1));
    casus_rule_step step = {.kind = CASUS_STEP_CLASS, .capture = CASUS_NO_CAPTURE, .test = draft->rules->n_test};
    casus_str name;
    if (!casus_pack__next_part(&left, ' ', &name) || name.len == 0) {
        return casus_rule__fault(draft, braced, err, "a class is wanted between the braces");
    }
    const char *colon = memchr(name.ptr, ':', name.len);
    if (colon != NULL) {
        CASUS_TRY(capture_of(draft, casus_str_slice(name, 0, (size_t)(colon - name.ptr)), &step.capture, err));
        name = casus_str_slice(name, (size_t)(colon - name.ptr) + 1, name.len);
    }
    casus_str kept = casus_arena_str(draft->arena, name);
    casus_rule_class *class_of = kept.ptr == NULL ? NULL : casus_rules__class(draft->rules, kept, draft->arena);
    if (class_of == NULL) {
        return casus_arena_fail(draft->arena, err);
    }
    if (class_of->path == NULL) {
        class_of->path = draft->path;
        class_of->line = draft->line;
        class_of->column = casus_column_of(draft->row, name.ptr);
    }
    class_of->used = true;
    step.which = (uint32_t)(class_of - draft->rules->class_of);
    for (casus_str test; casus_pack__next_part(&left, ' ', &test);) {
        if (test.len > 0) {
            CASUS_TRY(read_test(draft, test, err));
        }
    }
    step.n_test = draft->rules->n_test - step.test;
    st = add_step(draft, braced, step, err);
done:
    return st;
}

/* How often an element stands: '?', '{1,3}', or once. *suffix is what tells it. */
static casus_status read_count(casus_rule_draft *draft, casus_str after, casus_str *suffix, uint32_t *least,
                               uint32_t *most, casus_error *err)
{
    *suffix = casus_str_slice(after, 0, 0);
    *least = *most = 1;
    if (after.len > 0 && after.ptr[0] == '?') {
        *suffix = casus_str_slice(after, 0, 1);
        *least = 0;
    } else if (after.len >= 5 && after.ptr[0] == '{' && after.ptr[2] == ',' && after.ptr[4] == '}') {
        *suffix = casus_str_slice(after, 0, 5);
        *least = (uint32_t)(after.ptr[1] - '0');
        *most = (uint32_t)(after.ptr[3] - '0');
        if (*least > *most || *most == 0 || *most > MOST_REPEATS) {
            return casus_rule__fault(draft, *suffix, err, "no bounds of a repetition");
        }
    }
    return CASUS_OK;
}

static casus_status read_sequence(casus_rule_draft *draft, casus_str text, int depth, casus_error *err);

/* Where the alternative at the start of `text` ends. */
static size_t alternative_length(casus_str text)
{
    size_t at = 0;
    while (at < text.len && text.ptr[at] != '|') {
        size_t len = element_length(casus_str_slice(text, at, text.len));
        at += len == 0 ? 1 : len;
    }
    return at;
}

/* An alternative opens and closes the extent itself, or does neither. */
static bool is_balanced(casus_str text)
{
    int open = 0;
    for (size_t i = 0; i < text.len; i++) {
        open += text.ptr[i] == '[';
        open -= text.ptr[i] == ']';
    }
    return open == 0;
}

static casus_status read_group(casus_rule_draft *draft, casus_str text, int depth, casus_error *err)
{
    casus_status st = CASUS_OK;
    uint32_t jump[CASUS_RULE_ALTERNATIVES];
    uint32_t n_jump = 0;
    if (depth > DEEPEST_GROUP) {
        return casus_rule__fault(draft, text, err, "groups within groups too deep");
    }
    for (;;) {
        size_t len = alternative_length(text);
        bool last = len == text.len;
        uint32_t split = draft->rule.n_step;
        if (!is_balanced(casus_str_slice(text, 0, len))) {
            return casus_rule__fault(draft, text, err, "alternatives that part the extent's brackets");
        }
        if (n_jump == CASUS_RULE_ALTERNATIVES) {
            return casus_rule__fault(draft, text, err, "too many alternatives");
        }
        if (!last) {
            CASUS_TRY(add_step(draft, text, (casus_rule_step){.kind = CASUS_STEP_SPLIT}, err));
        }
        CASUS_TRY(read_sequence(draft, casus_str_slice(text, 0, len), depth, err));
        if (last) {
            break;
        }
        jump[n_jump++] = draft->rule.n_step;
        CASUS_TRY(add_step(draft, text, (casus_rule_step){.kind = CASUS_STEP_JUMP}, err));
        draft->step[split].other = (uint16_t)draft->rule.n_step;
        text = casus_str_slice(text, len + 1, text.len);
    }
    while (n_jump > 0) {
        draft->step[jump[--n_jump]].to = (uint16_t)draft->rule.n_step;
    }
done:
    return st;
}

static casus_status read_element(casus_rule_draft *draft, casus_str element, int depth, casus_error *err)
{
    switch (element.ptr[0]) {
    case '(':
        return read_group(draft, casus_str_slice(element, 1, element.len - 1), depth + 1, err);
    case '{':
        return read_class(draft, element, err);
    case '[':
        return add_step(draft, element, (casus_rule_step){.kind = CASUS_STEP_OPEN}, err);
    case ']':
        return add_step(draft, element, (casus_rule_step){.kind = CASUS_STEP_CLOSE}, err);
    case ')':
    case '}':
    case '|':
    case '?':
        return casus_rule__fault(draft, element, err, "stands where an element is wanted");
    default:
        break;
    }
    casus_rule_step step = {.kind = CASUS_STEP_WORD, .capture = CASUS_NO_CAPTURE, .which = word_number(draft, element)};
    return step.which == 0 ? casus_arena_fail(draft->arena, err) : add_step(draft, element, step, err);
}

static casus_status read_sequence(casus_rule_draft *draft, casus_str text, int depth, casus_error *err)
{
    casus_status st = CASUS_OK;
    for (text = skip_spaces(text); text.len > 0; text = skip_spaces(text)) {
        size_t len = element_length(text);
        casus_str suffix;
        uint32_t least = 0;
        uint32_t most = 0;
        if (len == 0) {
            return casus_rule__fault(draft, text, err, "a bracket is not closed");
        }
        CASUS_TRY(read_count(draft, casus_str_slice(text, len, text.len), &suffix, &least, &most, err));
        for (uint32_t i = 0; i < most; i++) {
            uint32_t split = draft->rule.n_step;
            if (i >= least) {
                CASUS_TRY(add_step(draft, text, (casus_rule_step){.kind = CASUS_STEP_SPLIT}, err));
            }
            CASUS_TRY(read_element(draft, casus_str_slice(text, 0, len), depth, err));
            if (i >= least) {
                draft->step[split].other = (uint16_t)draft->rule.n_step;
            }
        }
        text = casus_str_slice(text, len + suffix.len, text.len);
    }
done:
    return st;
}

casus_status casus_rule__read_pattern(casus_rule_draft *draft, casus_str text, casus_error *err)
{
    casus_status st = CASUS_OK;
    if (draft->rule.n_step > 0) {
        return casus_rule__fault(draft, text, err, "a rule has one pattern");
    }
    CASUS_TRY(read_group(draft, text, 0, err));
    st = add_step(draft, text, (casus_rule_step){.kind = CASUS_STEP_ACCEPT}, err);
done:
    return st;
}
