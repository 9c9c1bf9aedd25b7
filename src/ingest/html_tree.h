/* A page's tree as flat rows, in document order, with what the judgement of furniture needs to know of each element. */
#ifndef CASUS_INGEST_HTML_TREE_H
#define CASUS_INGEST_HTML_TREE_H

#include "casus/arena.h"

#include <gumbo.h>
#include <stdint.h>

#define CASUS_HTML_NONE UINT32_MAX

typedef struct casus_html_row {
    const GumboNode *node; /* an element or a text node */
    uint32_t parent;       /* CASUS_HTML_NONE for the root */
    uint32_t end;          /* index behind its last descendant */
    uint32_t depth;
    uint32_t prose;  /* bytes of prose in it: long text outside links */
    uint32_t text;   /* bytes of text in it, white space aside */
    uint32_t linked; /* of those, inside links */
    const char *cut; /* why it is furniture; NULL: it is not. Holds for all that is in it */
} casus_html_row;

typedef struct casus_html_tree {
    casus_html_row *row;
    uint32_t n;
} casus_html_tree;

/* Lay out the tree and add up its text. NULL rows without memory. Not recursive. */
casus_html_tree casus_html_flatten(const GumboNode *root, casus_arena *arena);

/* The value of an attribute; NULL if the element has none of that name. */
const char *casus_html_attribute(const GumboNode *node, const char *name);

/* Whether the row is an element of that kind. */
static inline bool casus_html_is(const casus_html_row *row, GumboTag tag)
{
    return row->node->type == GUMBO_NODE_ELEMENT && row->node->v.element.tag == tag;
}

/* html_judge.c: mark what the tree shows to be furniture; gives the row that holds the article. */
uint32_t casus_html_judge(casus_html_tree *tree);

#endif
