/* Metadata in a page's elements: see html_meta.h. */
#include "ingest/html_meta.h"

#include <strings.h>

enum { MOST_VALUE = 2000 };

void casus_meta_set(casus_str *field, casus_str value, casus_arena *arena)
{
    value = casus_str_trim(value);
    if (field->ptr == NULL && value.len > 0 && value.len <= MOST_VALUE) {
        *field = casus_arena_str(arena, value);
    }
}

void casus_meta_set_date(casus_str *field, casus_str value, casus_arena *arena)
{
    casus_date date;
    if (casus_date_parse(value, &date)) {
        casus_meta_set(field, value, arena);
    }
}

void casus_meta_set_url(casus_str *field, casus_str value, casus_arena *arena)
{
    value = casus_str_trim(value);
    if (casus_str_starts(value, CASUS_STR("http://")) || casus_str_starts(value, CASUS_STR("https://"))) {
        casus_meta_set(field, value, arena);
    }
}

typedef enum field { FIELD_DATE, FIELD_OUTLET, FIELD_TITLE, FIELD_URL, FIELD_LANGUAGE } field;

/* Names of meta elements, best first within a field. */
static const struct {
    const char *name;
    field field;
} names[] = {
    {"article:published_time", FIELD_DATE},
    {"og:article:published_time", FIELD_DATE},
    {"datePublished", FIELD_DATE},
    {"parsely-pub-date", FIELD_DATE},
    {"sailthru.date", FIELD_DATE},
    {"publish-date", FIELD_DATE},
    {"publishdate", FIELD_DATE},
    {"publication_date", FIELD_DATE},
    {"pubdate", FIELD_DATE},
    {"citation_publication_date", FIELD_DATE},
    {"dcterms.created", FIELD_DATE},
    {"dcterms.date", FIELD_DATE},
    {"dc.date.issued", FIELD_DATE},
    {"dc.date", FIELD_DATE},
    {"date", FIELD_DATE},
    {"og:site_name", FIELD_OUTLET},
    {"application-name", FIELD_OUTLET},
    {"dc.publisher", FIELD_OUTLET},
    {"og:title", FIELD_TITLE},
    {"twitter:title", FIELD_TITLE},
    {"dc.title", FIELD_TITLE},
    {"og:url", FIELD_URL},
    {"og:locale", FIELD_LANGUAGE},
    {"dc.language", FIELD_LANGUAGE},
    {"content-language", FIELD_LANGUAGE},
};
enum { N_NAMES = sizeof names / sizeof names[0] };

static void set_field(casus_meta *meta, field which, casus_str value, casus_arena *arena)
{
    switch (which) {
    case FIELD_DATE:
        casus_meta_set_date(&meta->published, value, arena);
        break;
    case FIELD_OUTLET:
        casus_meta_set(&meta->outlet, value, arena);
        break;
    case FIELD_TITLE:
        casus_meta_set(&meta->title, value, arena);
        break;
    case FIELD_URL:
        casus_meta_set_url(&meta->url, value, arena);
        break;
    case FIELD_LANGUAGE:
        casus_meta_set(&meta->language, value, arena);
        break;
    }
}

/* The index in `names` of a meta element's name, or N_NAMES. */
static size_t name_of(const GumboNode *node)
{
    static const char *const attributes[] = {"property", "name", "itemprop", "http-equiv"};
    for (size_t a = 0; a < sizeof attributes / sizeof attributes[0]; a++) {
        const char *name = casus_html_attribute(node, attributes[a]);
        for (size_t i = 0; name != NULL && i < N_NAMES; i++) {
            if (strcasecmp(name, names[i].name) == 0) {
                return i;
            }
        }
    }
    return N_NAMES;
}

static void read_metas(const casus_html_tree *tree, casus_arena *arena, casus_meta *meta)
{
    const char *content[N_NAMES] = {NULL}; /* the first of each name */
    for (uint32_t i = 0; i < tree->n; i++) {
        if (casus_html_is(&tree->row[i], GUMBO_TAG_META)) {
            size_t name = name_of(tree->row[i].node);
            if (name < N_NAMES && content[name] == NULL) {
                content[name] = casus_html_attribute(tree->row[i].node, "content");
            }
        }
    }
    for (size_t i = 0; i < N_NAMES; i++) {
        if (content[i] != NULL) {
            set_field(meta, names[i].field, casus_str_of(content[i]), arena);
        }
    }
}

/* <link rel=canonical>, <html lang>, <title>. */
static void read_head(const casus_html_tree *tree, casus_arena *arena, casus_meta *meta, casus_str *title)
{
    for (uint32_t i = 0; i < tree->n; i++) {
        const GumboNode *node = tree->row[i].node;
        if (casus_html_is(&tree->row[i], GUMBO_TAG_LINK)) {
            const char *rel = casus_html_attribute(node, "rel");
            const char *href = casus_html_attribute(node, "href");
            if (rel != NULL && href != NULL && strcasecmp(rel, "canonical") == 0) {
                casus_meta_set_url(&meta->url, casus_str_of(href), arena);
            }
        } else if (casus_html_is(&tree->row[i], GUMBO_TAG_HTML)) {
            const char *lang = casus_html_attribute(node, "lang");
            casus_meta_set(&meta->language, casus_str_of(lang), arena);
        } else if (casus_html_is(&tree->row[i], GUMBO_TAG_TITLE) && title->ptr == NULL && i + 1 < tree->n &&
                   tree->row[i + 1].node->type == GUMBO_NODE_TEXT) {
            *title = casus_str_trim(casus_str_of(tree->row[i + 1].node->v.text.text));
        }
    }
}

/* The first time in the article that says it is of publication, else its first time. */
static void read_times(const casus_html_tree *tree, uint32_t article, casus_arena *arena, casus_meta *meta)
{
    casus_str first = CASUS_STR_NULL;
    for (uint32_t i = 0; i < tree->row[article].end && meta->published.ptr == NULL; i++) {
        const GumboNode *node = tree->row[i].node;
        if (tree->row[i].cut != NULL || !casus_html_is(&tree->row[i], GUMBO_TAG_TIME)) {
            continue;
        }
        const char *when = casus_html_attribute(node, "datetime");
        const char *item = casus_html_attribute(node, "itemprop");
        bool publication =
            casus_html_attribute(node, "pubdate") != NULL || (item != NULL && strcasecmp(item, "datePublished") == 0);
        if (when != NULL && publication) {
            casus_meta_set_date(&meta->published, casus_str_of(when), arena);
        } else if (when != NULL) {
            casus_meta_set_date(&first, casus_str_of(when), arena);
        }
    }
    if (meta->published.ptr == NULL) {
        meta->published = first;
    }
}

/* 'Headline - Site': without the site's name, where that is known. */
static casus_str without_site(casus_str title, casus_str site)
{
    if (site.ptr == NULL || !casus_str_ends(title, site) || title.len <= site.len + 3) {
        return title;
    }
    casus_str rest = casus_str_trim(casus_str_slice(title, 0, title.len - site.len));
    static const char *const signs[] = {"-", "|", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", ":"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        casus_str sign = casus_str_of(signs[i]);
        if (casus_str_ends(rest, sign)) {
            return casus_str_trim(casus_str_slice(rest, 0, rest.len - sign.len));
        }
    }
    return title;
}

/* The text of the page's first headline that is not furniture; absent if it has none or it is broken up by markup. */
static casus_str headline_of(const casus_html_tree *tree)
{
    for (uint32_t i = 0; i + 1 < tree->n; i++) {
        if (tree->row[i].cut != NULL) {
            i = tree->row[i].end - 1;
        } else if (casus_html_is(&tree->row[i], GUMBO_TAG_H1) && tree->row[i + 1].node->type == GUMBO_NODE_TEXT) {
            return casus_str_trim(casus_str_of(tree->row[i + 1].node->v.text.text));
        }
    }
    return CASUS_STR_NULL;
}

void casus_html_meta(const casus_html_tree *tree, uint32_t article, casus_arena *arena, casus_meta *meta)
{
    casus_str title = CASUS_STR_NULL;
    read_metas(tree, arena, meta);
    read_head(tree, arena, meta, &title);
    read_times(tree, article, arena, meta);
    casus_str headline = headline_of(tree);
    bool begins = headline.len > 0 && casus_str_starts(title, headline); /* 'Headline - Site' */
    casus_meta_set(&meta->title, begins ? headline : title, arena);
    if (meta->title.ptr != NULL) {
        meta->title = without_site(meta->title, meta->outlet);
    }
}
