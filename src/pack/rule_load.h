/* Reading rules: what the loader of a pack calls, and what the parts of the reader share. */
#ifndef CASUS_PACK_RULE_LOAD_H
#define CASUS_PACK_RULE_LOAD_H

#include "pack/pack.h"
#include "pack/rule.h"

/* Add the rules of the file `path` to `rules` of `pack`; a rule replaces one of the same name from an earlier folder. */
CASUS_MUST_USE casus_status casus_rules__read(casus_pack *pack, casus_rules *rules, casus_str folder, const char *path,
                                              casus_arena *arena, casus_error *err);

/* Check the classes and index the rules by the words that they may begin with. Call once, after all tables are read. */
CASUS_MUST_USE casus_status casus_rules__compile(casus_pack *pack, casus_rules *rules, casus_arena *arena,
                                                 casus_error *err);

/* A rule while it is read. */
typedef struct casus_rule_draft {
    casus_pack *pack;
    casus_rules *rules;
    casus_arena *arena;
    casus_str folder; /* the pack it stands in */
    const char *path;
    uint32_t line;
    const char *row, *row_end; /* the line */
    casus_rule rule;
    casus_str capture[CASUS_RULE_CAPTURES];
    casus_rule_step step[CASUS_RULE_STEPS];
    casus_rule_node node[CASUS_RULE_NODES];
    uint32_t n_node;
    casus_rule_example example[CASUS_RULE_EXAMPLES];
} casus_rule_draft;

/* A fault in `part`, of the line that is read or of the rule. */
casus_status casus_rule__fault(const casus_rule_draft *draft, casus_str part, casus_error *err, const char *what);

/* The steps of a `match` line; the expression of a `value` line. */
CASUS_MUST_USE casus_status casus_rule__read_pattern(casus_rule_draft *draft, casus_str text, casus_error *err);
CASUS_MUST_USE casus_status casus_rule__read_value(casus_rule_draft *draft, casus_str text, casus_error *err);

#endif
