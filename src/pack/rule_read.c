/* Files of rules: see rule_load.h. */
#include "pack/rule_load.h"

#include "base/file.h"
#include "base/utf8.h"
#include "pack/loading.h"

enum { LARGEST_FILE = 4 * 1024 * 1024 };

typedef casus_status (*read_key)(casus_rule_draft *draft, casus_str text, casus_error *err);

casus_status casus_rule__fault(const casus_rule_draft *draft, casus_str part, casus_error *err, const char *what)
{
    bool within = part.ptr >= draft->row && part.ptr <= draft->row_end;
    uint32_t column = within ? casus_column_of(draft->row, part.ptr) : 1;
    return casus_fail(err, CASUS_EPACK, draft->path, draft->line, column, "%s: '%.*s'", what,
                      (int)(part.len > 80 ? 80 : part.len), part.ptr);
}

casus_rule_class *casus_rules__class(casus_rules *rules, casus_str name, casus_arena *arena)
{
    const uint32_t *old = casus_map_get(&rules->class_by_name, name);
    if (old != NULL) {
        return &rules->class_of[*old];
    }
    casus_rule_class *grown = casus_pack__push(rules->class_of, rules->n_class, sizeof *grown, arena);
    if (grown == NULL || !casus_map_set(&rules->class_by_name, name, rules->n_class, NULL, arena)) {
        return NULL;
    }
    rules->class_of = grown;
    casus_rule_class *made = &grown[rules->n_class++];
    *made = (casus_rule_class){.name = name};
    for (uint32_t i = 0; rules->room->shapes[i] != NULL; i++) {
        if (casus_str_eq(name, casus_str_of(rules->room->shapes[i]))) {
            made->kind = CASUS_CLASS_SHAPE;
            made->shape = i;
        }
    }
    return made;
}

uint32_t casus_rules_class(const casus_rules *rules, casus_str name)
{
    const uint32_t *found = casus_map_get(&rules->class_by_name, name);
    return found == NULL ? CASUS_NO_CLASS : *found;
}

static casus_status read_class(casus_rule_draft *draft, casus_str text, casus_error *err)
{
    casus_str name = casus_arena_str(draft->arena, text);
    casus_rule_class *class_of = name.ptr == NULL ? NULL : casus_rules__class(draft->rules, name, draft->arena);
    if (class_of == NULL) {
        return casus_arena_fail(draft->arena, err);
    }
    if (class_of->kind == CASUS_CLASS_SHAPE || class_of->lexicon.n_state > 0) {
        return casus_rule__fault(draft, text, err, "is a class of terms or shapes already");
    }
    class_of->kind = CASUS_CLASS_RULE;
    draft->rule.class_of = (uint32_t)(class_of - draft->rules->class_of);
    return CASUS_OK;
}

static casus_status read_part(casus_rule_draft *draft, casus_str text, casus_error *err)
{
    draft->rule.part = true;
    return read_class(draft, text, err);
}

static casus_status add_example(casus_rule_draft *draft, casus_str text, bool positive, casus_error *err)
{
    casus_rule_example example = {.line = draft->line, .positive = positive};
    casus_str left = text;
    if (draft->rule.n_example == CASUS_RULE_EXAMPLES) {
        return casus_rule__fault(draft, text, err, "too many examples");
    }
    if (memchr(text.ptr, '|', text.len) == NULL) {
        return casus_rule__fault(draft, text, err, "a day of publication and a '|' are wanted");
    }
    (void)casus_pack__next_part(&left, '|', &example.published);
    example.published = casus_str_trim(example.published);
    left = casus_str_trim(left);
    size_t equals = left.len;
    while (positive && equals > 0 && (left.ptr[equals - 1] != '=' || equals < 2 || left.ptr[equals - 2] != ' ')) {
        equals--;
    }
    if (positive && equals == 0) {
        return casus_rule__fault(draft, text, err, "an '=' and what is expected are wanted");
    }
    example.text = casus_str_trim(casus_str_slice(left, 0, positive ? equals - 1 : left.len));
    example.expect = casus_str_trim(casus_str_slice(left, equals, left.len));
    example.published = casus_arena_str(draft->arena, example.published);
    example.text = casus_arena_str(draft->arena, example.text);
    example.expect = casus_arena_str(draft->arena, example.expect);
    draft->example[draft->rule.n_example++] = example;
    return example.published.ptr == NULL || example.text.ptr == NULL || example.expect.ptr == NULL
               ? casus_arena_fail(draft->arena, err)
               : CASUS_OK;
}

static casus_status read_yes(casus_rule_draft *draft, casus_str text, casus_error *err)
{
    return add_example(draft, text, true, err);
}

static casus_status read_no(casus_rule_draft *draft, casus_str text, casus_error *err)
{
    return add_example(draft, text, false, err);
}

static casus_status begin_rule(casus_rule_draft *draft, casus_str name, casus_error *err)
{
    draft->rule = (casus_rule){.pack = draft->folder, .line = draft->line, .class_of = CASUS_NO_CLASS};
    draft->rule.path = casus_str_of(draft->path);
    draft->rule.name = casus_arena_str(draft->arena, name);
    draft->n_node = 0;
    if (draft->rule.name.ptr == NULL) {
        return casus_arena_fail(draft->arena, err);
    }
    const uint32_t *old = casus_map_get(&draft->rules->rule_by_name, name);
    if (old != NULL && casus_str_eq(draft->rules->rule[*old].pack, draft->folder)) {
        return casus_rule__fault(draft, name, err, "a rule of this name stands already in this pack");
    }
    return CASUS_OK;
}

/* A copy of `n` items in the pack's arena. */
static const void *keep(casus_rule_draft *draft, const void *items, size_t n, size_t size)
{
    void *kept = casus_arena_array(draft->arena, n + 1, size);
    if (kept != NULL && n > 0) {
        memcpy(kept, items, n * size);
    }
    return kept;
}

static casus_status end_rule(casus_rule_draft *draft, casus_error *err)
{
    casus_rules *rules = draft->rules;
    casus_rule *rule = &draft->rule;
    bool yes = false;
    bool no = false;
    for (uint32_t i = 0; i < rule->n_example; i++) {
        yes = yes || draft->example[i].positive;
        no = no || !draft->example[i].positive;
    }
    if (rule->n_step == 0 || rule->n_value == 0 || !yes || !no) {
        return casus_rule__fault(draft, rule->name, err, "a rule needs match, value, yes and no");
    }
    rule->step = keep(draft, draft->step, rule->n_step, sizeof *rule->step);
    rule->node = keep(draft, draft->node, draft->n_node, sizeof *rule->node);
    rule->example = keep(draft, draft->example, rule->n_example, sizeof *rule->example);
    const uint32_t *old = casus_map_get(&rules->rule_by_name, rule->name);
    casus_rule *grown =
        old != NULL ? rules->rule : casus_pack__push(rules->rule, rules->n_rule, sizeof *grown, draft->arena);
    uint32_t index = old != NULL ? *old : rules->n_rule;
    if (rule->step == NULL || rule->node == NULL || rule->example == NULL || grown == NULL ||
        !casus_map_set(&rules->rule_by_name, rule->name, index, NULL, draft->arena)) {
        return casus_arena_fail(draft->arena, err);
    }
    rules->rule = grown;
    rules->n_rule += index == rules->n_rule;
    rules->rule[index] = *rule;
    return CASUS_OK;
}

/* One line that is neither empty nor a comment. *within: between 'rule' and 'end'. */
static casus_status read_line(casus_rule_draft *draft, casus_str line, bool *within, casus_error *err)
{
    static const struct {
        const char *key;
        read_key read;
    } keys[] = {{"match", casus_rule__read_pattern},
                {"value", casus_rule__read_value},
                {"class", read_class},
                {"part", read_part},
                {"yes", read_yes},
                {"no", read_no}};
    size_t len = 0;
    while (len < line.len && line.ptr[len] != ' ' && line.ptr[len] != '\t') {
        len++;
    }
    casus_str key = casus_str_slice(line, 0, len);
    casus_str rest = casus_str_trim(casus_str_slice(line, len, line.len));
    if (casus_str_eq(key, CASUS_STR("end")) && rest.len == 0 && *within) {
        *within = false;
        return end_rule(draft, err);
    }
    if (rest.len == 0) {
        return casus_rule__fault(draft, key, err, "a key and its text are wanted");
    }
    if (casus_str_eq(key, CASUS_STR("rule"))) {
        bool again = *within;
        *within = true;
        return again ? casus_rule__fault(draft, key, err, "the rule before has no end") : begin_rule(draft, rest, err);
    }
    for (size_t i = 0; *within && i < sizeof keys / sizeof keys[0]; i++) {
        if (casus_str_eq(key, casus_str_of(keys[i].key))) {
            return keys[i].read(draft, rest, err);
        }
    }
    return casus_rule__fault(draft, key, err, *within ? "unknown key" : "stands outside of a rule");
}

casus_status casus_rules__read(casus_pack *pack, casus_rules *rules, casus_str folder, const char *path,
                               casus_arena *arena, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_str left;
    bool within = false;
    casus_rule_draft *draft = CASUS_NEW(arena, casus_rule_draft, 1);
    if (draft == NULL) {
        return casus_arena_fail(arena, err);
    }
    *draft = (casus_rule_draft){.pack = pack, .rules = rules, .arena = arena, .path = path};
    draft->folder = casus_arena_str(arena, folder);
    CASUS_TRY(casus_file_read(path, LARGEST_FILE, arena, &left, err));
    if (casus_utf8_valid_prefix(left.ptr, left.len) != left.len) {
        return casus_fail(err, CASUS_EPACK, path, 0, 0, "is no valid UTF-8");
    }
    for (casus_str line; left.len > 0 && casus_pack__next_part(&left, '\n', &line);) {
        draft->line++;
        draft->row = line.ptr;
        draft->row_end = line.ptr + line.len;
        line = casus_str_trim(line);
        if (line.len > 0 && line.ptr[0] != '#') {
            CASUS_TRY(read_line(draft, line, &within, err));
        }
    }
    if (within) {
        st = casus_rule__fault(draft, draft->rule.name, err, "the last rule has no end");
    }
done:
    return st;
}
