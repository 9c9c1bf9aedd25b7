/* Finds of a pack's rules (pack/rule.h) in a stretch of words. */
#ifndef CASUS_EXTRACT_MATCH_H
#define CASUS_EXTRACT_MATCH_H

#include "extract/view.h"
#include "pack/rule.h"

/* What the spelling of a stretch of words told: numbers, whose meaning the shape's room knows. */
typedef struct casus_shape {
    uint32_t n_word;
    int32_t value[6];
    double low, high;
} casus_shape;

typedef enum casus_bound {
    CASUS_BOUND_NOT, /* the capture was not reached */
    CASUS_BOUND_TERM,
    CASUS_BOUND_SHAPE,
    CASUS_BOUND_FIND
} casus_bound;

typedef struct casus_binding {
    casus_bound kind;
    uint32_t which;      /* index in casus_rules.term, casus_matcher.shape or casus_matcher.find */
    uint32_t begin, end; /* words */
} casus_binding;

typedef struct casus_find {
    uint32_t rule;
    uint32_t begin, end;               /* words, context included */
    uint32_t extent_begin, extent_end; /* without it */
    uint32_t next;                     /* with the same begin, not longer; CASUS_NO_FIND: none */
    casus_binding bind[CASUS_RULE_CAPTURES];
} casus_find;

#define CASUS_NO_FIND UINT32_MAX

typedef struct casus_matcher casus_matcher;

/* Whether a word may begin any shape: cheap, may err on the side of yes. And the reading of one. */
typedef bool (*casus_may_be_shape)(const casus_matcher *matcher, uint32_t word);
typedef bool (*casus_read_shape)(const casus_matcher *matcher, uint32_t shape, uint32_t word, casus_shape *out);

struct casus_matcher {
    const casus_view *view;
    const casus_rules *rules;
    casus_may_be_shape may_be_shape;
    casus_read_shape read_shape;
    void *payload;       /* for those two */
    uint32_t begin, end; /* the stretch of words */
    casus_find *find;    /* of the stretch */
    uint32_t n_find, find_room;
    casus_shape *shape;
    uint32_t n_shape, shape_room;
    uint32_t *first; /* by word of the stretch: its first find */
    uint32_t *form, *lemma;
    uint32_t *cursor; /* three by active word: how far its lists of rules have been tried */
    uint32_t *active;
    uint32_t room; /* words that the four above have room for */
};

/*
 * Find all that the rules find in the words [begin, end): matcher->find, in no order. Memory comes from the view's
 * scratch and is used again by the next call. Cost: a look at each word, a bounded number of steps for each rule that
 * may begin there.
 */
CASUS_MUST_USE casus_status casus_match_run(casus_matcher *matcher, uint32_t begin, uint32_t end, casus_error *err);

#endif
