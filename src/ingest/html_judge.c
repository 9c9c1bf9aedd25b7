/*
 * What in a page's tree is its article, and what is furniture around and in it. By what elements mean (HTML's own
 * vocabulary), by how pages name their boxes (the web's technical English, whatever language a page is in), by where the
 * prose lies, and by the density of links. In doubt a part stays: nothing of an article may be lost.
 */
#include "ingest/html_tree.h"

#include <string.h>
#include <strings.h>

enum { MOST_NAME = 400, MOST_WORD = 24 };

/* Words of class and id that name furniture. Matched as whole words of the name, split at -, _ and capitals. */
static const struct {
    const char *word;
    const char *why;
} box_words[] = {
    {"cookie", "class:cookie"},
    {"cookies", "class:cookie"},
    {"cookiebar", "class:cookie"},
    {"cookiebanner", "class:cookie"},
    {"consent", "class:consent"},
    {"gdpr", "class:consent"},
    {"cmp", "class:consent"},
    {"onetrust", "class:consent"},
    {"share", "class:share"},
    {"sharing", "class:share"},
    {"sharebar", "class:share"},
    {"social", "class:share"},
    {"socials", "class:share"},
    {"sociallinks", "class:share"},
    {"addthis", "class:share"},
    {"related", "class:related"},
    {"recommended", "class:related"},
    {"recommendations", "class:related"},
    {"recirculation", "class:related"},
    {"readmore", "class:related"},
    {"morestories", "class:related"},
    {"mostread", "class:related"},
    {"outbrain", "class:related"},
    {"taboola", "class:related"},
    {"trending", "class:related"},
    {"teaser", "class:related"},
    {"teasers", "class:related"},
    {"sidebar", "class:sidebar"},
    {"breadcrumb", "class:navigation"},
    {"breadcrumbs", "class:navigation"},
    {"nav", "class:navigation"},
    {"navbar", "class:navigation"},
    {"navigation", "class:navigation"},
    {"menu", "class:navigation"},
    {"pagination", "class:navigation"},
    {"pager", "class:navigation"},
    {"skiplink", "class:navigation"},
    {"toolbar", "class:navigation"},
    {"footer", "class:footer"},
    {"masthead", "class:navigation"},
    {"newsletter", "class:subscribe"},
    {"subscribe", "class:subscribe"},
    {"subscription", "class:subscribe"},
    {"signup", "class:subscribe"},
    {"paywall", "class:subscribe"},
    {"login", "class:login"},
    {"comments", "class:comment"},
    {"comment", "class:comment"},
    {"commentform", "class:comment"},
    {"disqus", "class:comment"},
    {"respond", "class:comment"},
    {"reactions", "class:comment"},
    {"promo", "class:advert"},
    {"promotion", "class:advert"},
    {"advert", "class:advert"},
    {"advertisement", "class:advert"},
    {"ads", "class:advert"},
    {"ad", "class:advert"},
    {"sponsored", "class:advert"},
    {"banner", "class:advert"},
    {"tags", "class:tags"},
    {"taglist", "class:tags"},
    {"tagcloud", "class:tags"},
    {"topics", "class:tags"},
    {"modal", "class:dialog"},
    {"popup", "class:dialog"},
    {"overlay", "class:dialog"},
    {"print", "class:share"},
    {"credit", "class:credit"},
    {"credits", "class:credit"},
    {"copyright", "class:legal"},
    {"disclaimer", "class:legal"},
};

static const struct {
    const char *role;
    const char *why;
} roles[] = {
    {"navigation", "role:navigation"},   {"banner", "role:banner"}, {"complementary", "role:complementary"},
    {"contentinfo", "role:contentinfo"}, {"dialog", "role:dialog"}, {"alertdialog", "role:dialog"},
    {"search", "role:search"},           {"menu", "role:menu"},     {"menubar", "role:menu"},
    {"toolbar", "role:toolbar"},         {"button", "role:button"},
};

static const char *box_of_word(const char *word)
{
    for (size_t i = 0; i < sizeof box_words / sizeof box_words[0]; i++) {
        if (strcmp(word, box_words[i].word) == 0) {
            return box_words[i].why;
        }
    }
    return NULL;
}

/* The reason that the words of a class or id give; NULL if none does. */
static const char *box_of_name(const char *name)
{
    char word[MOST_WORD + 1];
    size_t len = 0;
    for (size_t i = 0; i <= MOST_NAME; i++) {
        char c = name[i];
        bool upper = c >= 'A' && c <= 'Z';
        bool letter = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        bool camel = upper && i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
        if ((!letter || camel) && len > 0) {
            word[len] = '\0';
            const char *why = box_of_word(word);
            if (why != NULL) {
                return why;
            }
            len = 0;
        }
        if (c == '\0') {
            break;
        }
        if (letter) {
            if (len < MOST_WORD) {
                word[len++] = (char)(upper ? c + ('a' - 'A') : c);
            }
        }
    }
    return NULL;
}

static const char *box_of_tag(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_NAV:
        return "tag:nav";
    case GUMBO_TAG_FOOTER:
        return "tag:footer";
    case GUMBO_TAG_ASIDE:
        return "tag:aside";
    case GUMBO_TAG_FORM:
        return "tag:form";
    case GUMBO_TAG_BUTTON:
        return "tag:button";
    case GUMBO_TAG_MENU:
        return "tag:menu";
    case GUMBO_TAG_HEAD:
        return "tag:head";
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_LEGEND:
        return "tag:form";
    default:
        return NULL;
    }
}

static bool is_hidden(const GumboNode *node)
{
    const char *style = casus_html_attribute(node, "style");
    const char *aria = casus_html_attribute(node, "aria-hidden");
    bool none = style != NULL && strstr(style, "display") != NULL &&
                (strstr(style, "display:none") != NULL || strstr(style, "display: none") != NULL);
    return none || casus_html_attribute(node, "hidden") != NULL || (aria != NULL && strcmp(aria, "true") == 0);
}

/* Why the element is furniture; NULL if it is not. `named`: what pages call their boxes counts too. */
static const char *box_of(const GumboNode *node, bool named)
{
    GumboTag tag = node->v.element.tag;
    const char *why = box_of_tag(tag);
    if (why != NULL || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_ARTICLE ||
        tag == GUMBO_TAG_MAIN) {
        return why;
    }
    const char *role = casus_html_attribute(node, "role");
    for (size_t i = 0; role != NULL && i < sizeof roles / sizeof roles[0]; i++) {
        if (strcasecmp(role, roles[i].role) == 0) {
            return roles[i].why;
        }
    }
    if (!named) {
        return is_hidden(node) ? "hidden" : NULL;
    }
    const char *class_name = casus_html_attribute(node, "class");
    const char *id = casus_html_attribute(node, "id");
    why = class_name == NULL ? NULL : box_of_name(class_name);
    if (why == NULL && id != NULL) {
        why = box_of_name(id);
    }
    return why != NULL ? why : is_hidden(node) ? "hidden" : NULL;
}

/* A box with half of the page's prose is no furniture, whatever it is called. */
static void mark_boxes(casus_html_tree *tree, bool named)
{
    uint32_t all = tree->row[0].prose;
    for (uint32_t i = 0; i < tree->n; i++) {
        casus_html_row *row = &tree->row[i];
        if (row->node->type != GUMBO_NODE_ELEMENT) {
            continue;
        }
        const char *why = box_of(row->node, named);
        if (why != NULL && (row->prose == 0 || (uint64_t)row->prose * 2 < all)) {
            row->cut = why;
            i = row->end - 1;
        }
    }
}

/* Take the prose of what is cut out of the sums. */
static void subtract_boxes(casus_html_tree *tree)
{
    for (uint32_t i = 0; i < tree->n; i++) {
        casus_html_row *row = &tree->row[i];
        if (row->cut == NULL) {
            continue;
        }
        for (uint32_t up = row->parent; up != CASUS_HTML_NONE; up = tree->row[up].parent) {
            tree->row[up].prose -= row->prose;
        }
        i = row->end - 1;
    }
}

/* Undo what was marked and subtracted. */
static void unmark_boxes(casus_html_tree *tree)
{
    for (uint32_t i = 0; i < tree->n; i++) {
        tree->row[i].cut = NULL;
        tree->row[i].prose = tree->row[i].node->type == GUMBO_NODE_ELEMENT ? 0 : tree->row[i].prose;
    }
    for (uint32_t i = tree->n; i-- > 1;) {
        if (tree->row[i].parent != CASUS_HTML_NONE) {
            tree->row[tree->row[i].parent].prose += tree->row[i].prose;
        }
    }
}

static bool holds_paragraphs(const casus_html_row *row)
{
    switch (row->node->v.element.tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_A:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_I:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_PRE:
        return false;
    default:
        return true;
    }
}

/* The child that holds seven tenths of the row's prose; CASUS_HTML_NONE if none does. */
static uint32_t dominant_child(const casus_html_tree *tree, uint32_t i)
{
    for (uint32_t child = i + 1; child < tree->row[i].end; child = tree->row[child].end) {
        const casus_html_row *row = &tree->row[child];
        if (row->node->type == GUMBO_NODE_ELEMENT && row->cut == NULL && row->prose > 0 && holds_paragraphs(row) &&
            (uint64_t)row->prose * 10 >= (uint64_t)tree->row[i].prose * 7) {
            return child;
        }
    }
    return CASUS_HTML_NONE;
}

static bool is_main(const casus_html_row *row)
{
    const char *role = casus_html_attribute(row->node, "role");
    return casus_html_is(row, GUMBO_TAG_MAIN) || (role != NULL && strcasecmp(role, "main") == 0);
}

/* The last h1 that begins before row `before`; CASUS_HTML_NONE if there is none. */
static uint32_t headline_before(const casus_html_tree *tree, uint32_t before)
{
    uint32_t found = CASUS_HTML_NONE;
    for (uint32_t i = 0; i < before; i++) {
        if (tree->row[i].cut != NULL) {
            i = tree->row[i].end - 1;
        } else if (casus_html_is(&tree->row[i], GUMBO_TAG_H1)) {
            found = i;
        }
    }
    return found;
}

static bool is_inside(const casus_html_tree *tree, uint32_t inner, uint32_t outer)
{
    return inner >= outer && inner < tree->row[outer].end;
}

/*
 * The element that holds the article: from the root down as long as one child holds nearly all prose; then the <article>
 * or main element around it, or the element that holds its headline too.
 */
static uint32_t find_article(const casus_html_tree *tree)
{
    uint32_t at = 0;
    for (uint32_t child = dominant_child(tree, at); child != CASUS_HTML_NONE; child = dominant_child(tree, at)) {
        at = child;
    }
    uint32_t article = CASUS_HTML_NONE;
    uint32_t main_element = CASUS_HTML_NONE;
    for (uint32_t up = at; up != CASUS_HTML_NONE; up = tree->row[up].parent) {
        article = casus_html_is(&tree->row[up], GUMBO_TAG_ARTICLE) ? up : article;
        main_element = is_main(&tree->row[up]) ? up : main_element;
    }
    if (article != CASUS_HTML_NONE) {
        return article;
    }
    if (main_element != CASUS_HTML_NONE) {
        return main_element;
    }
    uint32_t headline = headline_before(tree, at);
    while (headline != CASUS_HTML_NONE && at != 0 && !is_inside(tree, headline, at)) {
        at = tree->row[at].parent;
    }
    return at;
}

/* An <article> inside the article that is only a link to another: its heading is a link. */
static bool is_teaser(const casus_html_tree *tree, uint32_t i)
{
    const casus_html_row *row = &tree->row[i];
    if (!casus_html_is(row, GUMBO_TAG_ARTICLE)) {
        return false;
    }
    for (uint32_t k = i + 1; k < row->end; k++) {
        const casus_html_row *inner = &tree->row[k];
        bool heading = inner->node->type == GUMBO_NODE_ELEMENT && inner->node->v.element.tag >= GUMBO_TAG_H1 &&
                       inner->node->v.element.tag <= GUMBO_TAG_H6;
        if (heading && inner->text > 0) {
            bool around = tree->row[inner->parent].node->type == GUMBO_NODE_ELEMENT &&
                          casus_html_is(&tree->row[inner->parent], GUMBO_TAG_A);
            return around || (uint64_t)inner->linked * 10 >= (uint64_t)inner->text * 9;
        }
    }
    return false;
}

/* Lists and boxes that are nothing but links. */
static bool is_all_links(const casus_html_row *row)
{
    GumboTag tag = row->node->v.element.tag;
    bool box = tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION ||
               tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_DL;
    return box && row->prose == 0 && row->text > 0 && (uint64_t)row->linked * 10 >= (uint64_t)row->text * 7;
}

uint32_t casus_html_judge(casus_html_tree *tree)
{
    uint32_t all = tree->row[0].prose;
    mark_boxes(tree, true);
    subtract_boxes(tree);
    if ((uint64_t)tree->row[0].prose * 2 < all) { /* a page that calls every box of its article so */
        unmark_boxes(tree);
        mark_boxes(tree, false);
        subtract_boxes(tree);
    }
    uint32_t article = find_article(tree);
    for (uint32_t i = article + 1; i < tree->row[article].end; i++) {
        casus_html_row *row = &tree->row[i];
        if (row->cut == NULL && row->node->type == GUMBO_NODE_ELEMENT) {
            row->cut = is_teaser(tree, i) ? "teaser" : is_all_links(row) ? "link-density" : NULL;
        }
        if (row->cut != NULL) {
            i = row->end - 1;
        }
    }
    return article;
}
