/* Checking rules and indexing them by their first words: see rule_load.h. */
#include "pack/rule_load.h"

#include "pack/loading.h"

#include <stdlib.h>

enum { MOST_LEVELS = 12 };

/* Words (0: a shape) that rules may begin with: word << 32 | level << 24 | rule. */
typedef struct casus_starts {
    uint64_t *key;
    uint32_t n;
    uint32_t *begin, *end; /* [n_rule] those of a rule */
    casus_arena *arena;
} casus_starts;

static casus_status fault(const casus_rule *rule, casus_error *err, const char *what)
{
    return casus_fail(err, CASUS_EPACK, rule->path.ptr, rule->line, 1, "%s: '%.*s'", what, CASUS_STR_ARG(rule->name));
}

static casus_status check_classes(const casus_rules *rules, casus_error *err)
{
    for (uint32_t i = 0; i < rules->n_class * 2; i++) { /* first those that rules use */
        bool first = i < rules->n_class;
        const casus_rule_class *c = &rules->class_of[first ? i : i - rules->n_class];
        bool empty = c->kind == CASUS_CLASS_TERM && c->lexicon.n_state == 0;
        if (first && c->used && empty) {
            return casus_fail(err, CASUS_EPACK, c->path, c->line, c->column, "a class without terms or rules: '%.*s'",
                              CASUS_STR_ARG(c->name));
        }
        if (!first && !c->used && !empty && c->kind == CASUS_CLASS_TERM) {
            return casus_fail(err, CASUS_EPACK, c->path, c->line, c->column, "a class that no rule uses: '%.*s'",
                              CASUS_STR_ARG(c->name));
        }
    }
    return CASUS_OK;
}

/* One above the highest class that the rule's pattern asks for. */
static uint32_t level_of(const casus_rules *rules, const casus_rule *rule)
{
    uint32_t level = 0;
    for (uint32_t i = 0; i < rule->n_step; i++) {
        if (rule->step[i].kind == CASUS_STEP_CLASS) {
            const casus_rule_class *c = &rules->class_of[rule->step[i].which];
            if (c->kind == CASUS_CLASS_RULE && c->level >= level) {
                level = c->level + 1;
            }
        }
    }
    return level;
}

static casus_status find_levels(casus_rules *rules, casus_error *err)
{
    bool again = true;
    while (again) {
        again = false;
        for (uint32_t i = 0; i < rules->n_rule; i++) {
            casus_rule *rule = &rules->rule[i];
            uint32_t level = level_of(rules, rule);
            again = again || level != rule->level;
            rule->level = level;
            if (level >= MOST_LEVELS) {
                return fault(rule, err, "a rule that needs its own class, or stands on too many others");
            }
            rules->n_level = level + 1 > rules->n_level ? level + 1 : rules->n_level;
            if (rule->class_of != CASUS_NO_CLASS && rules->class_of[rule->class_of].level < level) {
                rules->class_of[rule->class_of].level = level;
            }
        }
    }
    return CASUS_OK;
}

static bool add_start(casus_starts *starts, uint32_t word, const casus_rules *rules, uint32_t rule)
{
    uint64_t *grown = casus_pack__push(starts->key, starts->n, sizeof *grown, starts->arena);
    if (grown == NULL) {
        return false;
    }
    starts->key = grown;
    starts->key[starts->n++] = (uint64_t)word << 32 | (uint64_t)rules->rule[rule].level << 24 | rule;
    return true;
}

static bool add_class(casus_starts *starts, const casus_rules *rules, uint32_t rule, const casus_rule_class *c)
{
    if (c->kind == CASUS_CLASS_SHAPE) {
        return add_start(starts, 0, rules, rule);
    }
    for (size_t i = 0; c->kind == CASUS_CLASS_TERM && i < c->lexicon.edge.room; i++) {
        uint32_t state_and_word[2];
        if (c->lexicon.edge.slot[i].key.ptr == NULL) {
            continue;
        }
        memcpy(state_and_word, c->lexicon.edge.slot[i].key.ptr, sizeof state_and_word);
        if (state_and_word[0] == 0 && !add_start(starts, state_and_word[1], rules, rule)) {
            return false;
        }
    }
    for (uint32_t r = 0; c->kind == CASUS_CLASS_RULE && r < rules->n_rule; r++) {
        if (rules->rule[r].class_of != CASUS_NO_CLASS && &rules->class_of[rules->rule[r].class_of] == c) {
            for (uint32_t k = starts->begin[r]; k < starts->end[r]; k++) {
                if (!add_start(starts, (uint32_t)(starts->key[k] >> 32), rules, rule)) {
                    return false;
                }
            }
        }
    }
    return true;
}

/* What the rule's first step that asks for a word may be; the classes it uses have been seen. */
static casus_status find_starts(casus_starts *starts, const casus_rules *rules, uint32_t r, casus_error *err)
{
    const casus_rule *rule = &rules->rule[r];
    bool seen[CASUS_RULE_STEPS] = {false};
    uint32_t open[CASUS_RULE_STEPS * 2];
    uint32_t n_open = 1;
    open[0] = 0;
    starts->begin[r] = starts->n;
    while (n_open > 0) {
        uint32_t at = open[--n_open];
        const casus_rule_step *step = &rule->step[at];
        bool added = true;
        if (seen[at]) {
            continue;
        }
        seen[at] = true;
        switch (step->kind) {
        case CASUS_STEP_ACCEPT:
            return fault(rule, err, "a pattern that may be empty");
        case CASUS_STEP_WORD:
            added = add_start(starts, step->which, rules, r);
            break;
        case CASUS_STEP_CLASS:
            added = add_class(starts, rules, r, &rules->class_of[step->which]);
            break;
        case CASUS_STEP_SPLIT:
            open[n_open++] = step->other;
            open[n_open++] = step->to;
            break;
        default:
            open[n_open++] = step->to;
            break;
        }
        if (!added) {
            return casus_arena_fail(starts->arena, err);
        }
    }
    starts->end[r] = starts->n;
    return CASUS_OK;
}

static int by_key(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static casus_status index_starts(casus_pack *pack, casus_rules *rules, casus_starts *starts, casus_error *err)
{
    rules->by_word = CASUS_NEW(starts->arena, casus_rule_starts, (size_t)pack->vocab.n + 1);
    rules->starts = CASUS_NEW(starts->arena, uint32_t, (size_t)starts->n + 1);
    if (rules->by_word == NULL || rules->starts == NULL) {
        return casus_arena_fail(starts->arena, err);
    }
    if (starts->n > 0) {
        qsort(starts->key, starts->n, sizeof *starts->key, by_key);
    }
    uint32_t n = 0;
    for (uint32_t i = 0; i < starts->n; i++) {
        uint32_t word = (uint32_t)(starts->key[i] >> 32);
        if (i > 0 && starts->key[i] == starts->key[i - 1]) {
            continue;
        }
        if (i == 0 || word != (uint32_t)(starts->key[i - 1] >> 32)) {
            rules->by_word[word].begin = n;
        }
        rules->starts[n++] = (uint32_t)(starts->key[i] & 0xFFFFFF);
        rules->by_word[word].end = n;
    }
    return CASUS_OK;
}

casus_status casus_rules__compile(casus_pack *pack, casus_rules *rules, casus_arena *arena, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_starts starts = {.arena = arena};
    CASUS_TRY(check_classes(rules, err));
    CASUS_TRY(find_levels(rules, err));
    starts.begin = CASUS_NEW(arena, uint32_t, (size_t)rules->n_rule + 1);
    starts.end = CASUS_NEW(arena, uint32_t, (size_t)rules->n_rule + 1);
    if (starts.begin == NULL || starts.end == NULL) {
        return casus_arena_fail(arena, err);
    }
    for (uint32_t level = 0; level < rules->n_level; level++) {
        for (uint32_t r = 0; r < rules->n_rule; r++) {
            if (rules->rule[r].level == level) {
                CASUS_TRY(find_starts(&starts, rules, r, err));
            }
        }
    }
    st = index_starts(pack, rules, &starts, err);
done:
    return st;
}
