/* Values of rules become expressions: see rule_load.h. */
#include "pack/rule_load.h"

enum { DEEPEST_VALUE = 8 };

static casus_str skip_spaces(casus_str s)
{
    while (s.len > 0 && s.ptr[0] == ' ') {
        s = casus_str_slice(s, 1, s.len);
    }
    return s;
}

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '+' ||
           c == ':' || c == '_';
}

static casus_str take_name(casus_str *text)
{
    size_t len = 0;
    *text = skip_spaces(*text);
    while (len < text->len && is_name(text->ptr[len])) {
        len++;
    }
    casus_str name = casus_str_slice(*text, 0, len);
    *text = skip_spaces(casus_str_slice(*text, len, text->len));
    return name;
}

static bool take(casus_str *text, char c)
{
    *text = skip_spaces(*text);
    if (text->len == 0 || text->ptr[0] != c) {
        return false;
    }
    *text = skip_spaces(casus_str_slice(*text, 1, text->len));
    return true;
}

static casus_status read_capture(casus_rule_draft *draft, casus_str *text, uint32_t *capture, casus_error *err)
{
    casus_str at = *text;
    casus_str name = take_name(text);
    if (!take(text, '}')) {
        return casus_rule__fault(draft, at, err, "a brace is not closed");
    }
    for (*capture = 0; *capture < draft->rule.n_capture; (*capture)++) {
        if (casus_str_eq(draft->capture[*capture], name)) {
            return CASUS_OK;
        }
    }
    return casus_rule__fault(draft, name, err, "no capture of the pattern");
}

static casus_status operator_of(const casus_rule_draft *draft, casus_str name, uint32_t *which, casus_error *err)
{
    const casus_rule_operator *operators = draft->rules->room->operators;
    for (*which = 0; operators[*which].name != NULL; (*which)++) {
        if (casus_str_eq(name, casus_str_of(operators[*which].name))) {
            return CASUS_OK;
        }
    }
    return casus_rule__fault(draft, name, err, "unknown operator");
}

static casus_status read_expression(casus_rule_draft *draft, casus_str *text, int depth, uint32_t *out,
                                    casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_rule_node node = {.kind = CASUS_NODE_SYMBOL};
    casus_str at = *text;
    if (depth > DEEPEST_VALUE || draft->n_node == CASUS_RULE_NODES) {
        return casus_rule__fault(draft, at, err, "too large a value");
    }
    uint32_t index = draft->n_node++;
    if (take(text, '{')) {
        node.kind = CASUS_NODE_CAPTURE;
        CASUS_TRY(read_capture(draft, text, &node.which, err));
    } else {
        casus_str name = take_name(text);
        if (take(text, '(')) {
            node.kind = CASUS_NODE_OPERATOR;
            CASUS_TRY(operator_of(draft, name, &node.which, err));
            while (!take(text, ')')) {
                if (node.n_argument == CASUS_RULE_ARGUMENTS || (node.n_argument > 0 && !take(text, ','))) {
                    return casus_rule__fault(draft, *text, err, "a comma or a bracket is wanted");
                }
                CASUS_TRY(read_expression(draft, text, depth + 1, &node.argument[node.n_argument], err));
                node.n_argument++;
            }
            const casus_rule_operator *is = &draft->rules->room->operators[node.which];
            if (node.n_argument < is->least || node.n_argument > is->most) {
                return casus_rule__fault(draft, name, err, "an operator with too few or too many arguments");
            }
        } else if (name.len == 0 || !draft->rules->room->symbol(name, &node.symbol)) {
            return casus_rule__fault(draft, name.len == 0 ? at : name, err, "unknown word in a value");
        }
    }
    draft->node[index] = node;
    *out = index;
done:
    return st;
}

casus_status casus_rule__read_value(casus_rule_draft *draft, casus_str text, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_rule_value value = {.extent = CASUS_NO_CAPTURE};
    uint32_t capture = 0;
    casus_str at = text;
    if (draft->rule.n_step == 0 || draft->rule.n_value == CASUS_RULE_VALUES) {
        return casus_rule__fault(draft, text, err, "values stand behind the pattern, two at most");
    }
    if (take(&text, '{')) {
        CASUS_TRY(read_capture(draft, &text, &capture, err));
        value.extent = (uint8_t)capture;
    }
    casus_str type = take_name(&text);
    const char *const *types = draft->rules->room->types;
    while (types[value.type] != NULL && !casus_str_eq(type, casus_str_of(types[value.type]))) {
        value.type++;
    }
    if (types[value.type] == NULL) {
        return casus_rule__fault(draft, type.len == 0 ? at : type, err, "unknown type of a value");
    }
    CASUS_TRY(read_expression(draft, &text, 0, &value.node, err));
    if (text.len > 0) {
        return casus_rule__fault(draft, text, err, "more than a value");
    }
    draft->rule.value[draft->rule.n_value++] = value;
done:
    return st;
}
