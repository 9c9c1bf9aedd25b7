/* Flat trees: see html_tree.h. */
#include "ingest/html_tree.h"

enum { PROSE = 40 }; /* bytes: a text node of that length outside a link is prose, not a label */

const char *casus_html_attribute(const GumboNode *node, const char *name)
{
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) {
        return NULL;
    }
    const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    return attribute == NULL ? NULL : attribute->value;
}

static const GumboVector *children_of(const GumboNode *node)
{
    bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    return element ? &node->v.element.children : NULL;
}

/* The node behind `node` in document order, within `root`; NULL at the end. */
static const GumboNode *next_node(const GumboNode *node, const GumboNode *root)
{
    const GumboVector *children = children_of(node);
    if (children != NULL && children->length > 0) {
        return children->data[0];
    }
    while (node != root) {
        const GumboVector *siblings = children_of(node->parent);
        size_t next = node->index_within_parent + 1;
        if (siblings != NULL && next < siblings->length) {
            return siblings->data[next];
        }
        node = node->parent;
    }
    return NULL;
}

static bool is_kept(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEXT;
}

static uint32_t count_text(const char *text)
{
    uint32_t bytes = 0;
    for (; *text != '\0'; text++) {
        bytes += (unsigned char)*text > ' ';
    }
    return bytes;
}

/* Fill in parents, depths and ends: a row's parent is the last row above it that is its node's parent. */
static void link_rows(casus_html_tree *tree)
{
    uint32_t open = CASUS_HTML_NONE; /* the innermost element that is not yet ended */
    for (uint32_t i = 0; i < tree->n; i++) {
        casus_html_row *row = &tree->row[i];
        while (open != CASUS_HTML_NONE && tree->row[open].node != row->node->parent) {
            tree->row[open].end = i;
            open = tree->row[open].parent;
        }
        row->parent = open;
        row->depth = open == CASUS_HTML_NONE ? 0 : tree->row[open].depth + 1;
        row->end = i + 1;
        if (row->node->type == GUMBO_NODE_ELEMENT) {
            open = i;
        }
    }
    for (; open != CASUS_HTML_NONE; open = tree->row[open].parent) {
        tree->row[open].end = tree->n;
    }
}

static bool in_link(const casus_html_tree *tree, uint32_t i)
{
    for (int up = 0; i != CASUS_HTML_NONE && up < 4; up++, i = tree->row[i].parent) {
        if (casus_html_is(&tree->row[i], GUMBO_TAG_A) || casus_html_is(&tree->row[i], GUMBO_TAG_BUTTON)) {
            return true;
        }
    }
    return false;
}

/* Children come behind their parents, so sums flow upward in one backward pass. */
static void add_up(casus_html_tree *tree)
{
    for (uint32_t i = tree->n; i-- > 0;) {
        casus_html_row *row = &tree->row[i];
        if (row->node->type == GUMBO_NODE_TEXT) {
            row->text = count_text(row->node->v.text.text);
            bool linked = in_link(tree, row->parent);
            row->linked = linked ? row->text : 0;
            row->prose = !linked && row->text >= PROSE ? row->text : 0;
        }
        if (row->parent != CASUS_HTML_NONE) {
            casus_html_row *parent = &tree->row[row->parent];
            parent->text += row->text;
            parent->linked += row->linked;
            parent->prose += row->prose;
        }
    }
}

casus_html_tree casus_html_flatten(const GumboNode *root, casus_arena *arena)
{
    casus_html_tree tree = {0};
    uint32_t count = 0;
    for (const GumboNode *node = root; node != NULL; node = next_node(node, root)) {
        count += is_kept(node);
    }
    tree.row = CASUS_NEW(arena, casus_html_row, (size_t)count + 1);
    if (tree.row == NULL) {
        return tree;
    }
    for (const GumboNode *node = root; node != NULL; node = next_node(node, root)) {
        if (is_kept(node)) {
            tree.row[tree.n++].node = node;
        }
    }
    link_rows(&tree);
    add_up(&tree);
    return tree;
}
