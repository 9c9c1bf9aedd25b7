/*
 * Rules over words as a pack holds them: lang/README.md tells how they are written. A rule has a pattern, which became
 * steps of a small machine (extract/match.h runs it), and values, which became expressions over a closed list of
 * operators that the rules' room gives. A rule that names a class can be used by other rules as if it were a term.
 */
#ifndef CASUS_PACK_RULE_H
#define CASUS_PACK_RULE_H

#include "casus/arena.h"
#include "pack/lexicon.h"
#include "record/ud.h"

enum {
    CASUS_RULE_CAPTURES = 8, /* of one rule */
    CASUS_RULE_ARGUMENTS = 4,
    CASUS_RULE_STEPS = 250,
    CASUS_RULE_VALUES = 2,
    CASUS_RULE_ALTERNATIVES = 24,
    CASUS_RULE_NODES = 64,
    CASUS_RULE_EXAMPLES = 24
};

#define CASUS_NO_CAPTURE UINT8_MAX

/* What a term stands for, or a word in a value: a number of one of the room's kinds. Kind 0 is a plain number. */
typedef struct casus_symbol {
    uint32_t kind;
    int32_t value;
} casus_symbol;

/* What one word must be besides. */
typedef enum casus_rule_ask {
    CASUS_ASK_UPOS,      /* bits: one of these */
    CASUS_ASK_DEPREL,    /* bits: one of these */
    CASUS_ASK_LEMMA,     /* word */
    CASUS_ASK_FEATS,     /* text: FEATS hold it */
    CASUS_ASK_CAPITAL,   /* begins with a capital */
    CASUS_ASK_HEAD_UPOS, /* bits: the word it hangs by is one of these */
    CASUS_ASK_HEAD_FEATS /* text: FEATS of that word hold it */
} casus_rule_ask;

typedef struct casus_rule_test {
    casus_rule_ask ask;
    bool negated;
    uint64_t bits;
    uint32_t word;
    casus_str text;
} casus_rule_test;

typedef enum casus_step_kind {
    CASUS_STEP_WORD,  /* a word by its form */
    CASUS_STEP_CLASS, /* a stretch of words of a class: terms by form or lemma */
    CASUS_STEP_SPLIT, /* go on at `to`; if that fails, at `other` */
    CASUS_STEP_JUMP,  /* go on at `to` */
    CASUS_STEP_OPEN,  /* the extent of the find begins here */
    CASUS_STEP_CLOSE, /* and ends here */
    CASUS_STEP_ACCEPT
} casus_step_kind;

typedef struct casus_rule_step {
    casus_step_kind kind;
    uint8_t capture;       /* CASUS_NO_CAPTURE: none */
    uint32_t which;        /* word number, or index in casus_rules.class_of */
    uint32_t test, n_test; /* in casus_rules.test: of the first word */
    uint16_t to, other;    /* where to go on */
} casus_rule_step;

/* A node of a value: an operator, a capture or a symbol. */
typedef enum casus_node_kind { CASUS_NODE_OPERATOR, CASUS_NODE_CAPTURE, CASUS_NODE_SYMBOL } casus_node_kind;

typedef struct casus_rule_node {
    casus_node_kind kind;
    uint32_t which; /* operator or capture */
    casus_symbol symbol;
    uint32_t argument[CASUS_RULE_ARGUMENTS]; /* nodes */
    uint32_t n_argument;
} casus_rule_node;

typedef struct casus_rule_value {
    uint8_t extent; /* the capture that is its extent; CASUS_NO_CAPTURE: that of the find */
    uint32_t type;  /* index in the room's types */
    uint32_t node;
} casus_rule_value;

/* An example of a rule: a text, of a document published then, and what it must give. */
typedef struct casus_rule_example {
    uint32_t line;
    bool positive;
    casus_str published; /* ISO 8601; empty: unknown */
    casus_str text;      /* the extent between brackets, or all of it */
    casus_str expect;    /* empty in a negative one */
} casus_rule_example;

typedef struct casus_rule {
    casus_str name;
    casus_str pack, path; /* where it stands */
    uint32_t line;
    uint32_t class_of; /* CASUS_NO_CLASS: none */
    bool part;         /* gives no find of its own, only parts of others' */
    uint32_t level;    /* above those of the classes it uses */
    const casus_rule_step *step;
    uint32_t n_step;
    const casus_rule_node *node;
    casus_rule_value value[CASUS_RULE_VALUES];
    uint32_t n_value;
    uint32_t n_capture;
    const casus_rule_example *example;
    uint32_t n_example;
} casus_rule;

#define CASUS_NO_CLASS UINT32_MAX

typedef enum casus_class_kind {
    CASUS_CLASS_TERM,  /* rows of a table of terms */
    CASUS_CLASS_SHAPE, /* what C knows by the spelling (digits and the like) */
    CASUS_CLASS_RULE   /* finds of other rules */
} casus_class_kind;

typedef struct casus_rule_class {
    casus_str name;
    casus_class_kind kind;
    bool used;             /* by a rule */
    uint32_t shape;        /* of CASUS_CLASS_SHAPE */
    uint32_t level;        /* of CASUS_CLASS_RULE: the highest of its rules */
    casus_lexicon lexicon; /* of CASUS_CLASS_TERM: index in casus_rules.term */
    const char *path;      /* where it was first met */
    uint32_t line, column;
} casus_rule_class;

/* Names of a room's own. Arrays end with a NULL name. */
typedef struct casus_rule_operator {
    const char *name;
    uint32_t least, most; /* arguments */
} casus_rule_operator;

typedef struct casus_rule_room {
    const casus_rule_operator *operators;
    const char *const *types;  /* of values */
    const char *const *shapes; /* classes that C knows; see CASUS_CLASS_SHAPE */
    bool (*symbol)(casus_str name, casus_symbol *out);
} casus_rule_room;

/* Rules that may begin at a word: a stretch of casus_rules.starts, lowest level first. */
typedef struct casus_rule_starts {
    uint32_t begin, end;
} casus_rule_starts;

typedef struct casus_rules {
    const casus_rule_room *room;
    casus_rule *rule;
    uint32_t n_rule;
    casus_rule_class *class_of;
    uint32_t n_class;
    casus_rule_test *test;
    uint32_t n_test;
    casus_symbol *term;
    uint32_t n_term;
    casus_map rule_by_name, class_by_name;
    uint32_t n_level;
    uint32_t *starts;
    casus_rule_starts *by_word; /* [vocab.n + 1]; 0: those that may begin with what C knows by its spelling */
} casus_rules;

/* The class called `name`, a new one (of terms, unused) if need be; NULL without memory. */
casus_rule_class *casus_rules__class(casus_rules *rules, casus_str name, casus_arena *arena);

/* The class's index, or CASUS_NO_CLASS. */
uint32_t casus_rules_class(const casus_rules *rules, casus_str name);

#endif
