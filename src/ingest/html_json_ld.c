/* Metadata in JSON-LD: see html_meta.h. Source: schema.org's NewsArticle and its kin. */
#include "ingest/html_meta.h"

#include <jansson.h>

enum { MOST_SCRIPTS = 16, MOST_NODES = 200, MOST_LEVELS = 3 };

static casus_str text_of(const json_t *value)
{
    return json_is_string(value) ? (casus_str){json_string_value(value), json_string_length(value)} : CASUS_STR_NULL;
}

static bool names_article(casus_str type)
{
    return casus_str_ends(type, CASUS_STR("Article")) || casus_str_ends(type, CASUS_STR("BlogPosting"));
}

/* '@type' is a word or a list of words. */
static bool is_article(const json_t *node)
{
    const json_t *type = json_object_get(node, "@type");
    size_t i = 0;
    const json_t *one = NULL;
    json_array_foreach (type, i, one) {
        if (names_article(text_of(one))) {
            return true;
        }
    }
    return names_article(text_of(type));
}

/* A name, or the name of the organisation that stands there; the first of a list. */
static casus_str name_of(const json_t *value)
{
    if (json_is_array(value)) {
        value = json_array_get(value, 0);
    }
    return json_is_object(value) ? text_of(json_object_get(value, "name")) : text_of(value);
}

static void read_article(const json_t *node, casus_arena *arena, casus_meta *meta)
{
    const json_t *page = json_object_get(node, "mainEntityOfPage");
    casus_meta_set_date(&meta->published, text_of(json_object_get(node, "datePublished")), arena);
    casus_meta_set(&meta->title, text_of(json_object_get(node, "headline")), arena);
    casus_meta_set(&meta->outlet, name_of(json_object_get(node, "publisher")), arena);
    casus_meta_set(&meta->language, text_of(json_object_get(node, "inLanguage")), arena);
    casus_meta_set_url(&meta->url, json_is_object(page) ? text_of(json_object_get(page, "@id")) : text_of(page), arena);
    casus_meta_set_url(&meta->url, text_of(json_object_get(node, "url")), arena);
}

/* Articles stand alone, in a list, in a graph, or as what a page is about. Bounded in depth and number. */
static void walk(const json_t *node, int level, int *nodes, casus_arena *arena, casus_meta *meta)
{
    size_t i = 0;
    const json_t *one = NULL;
    if (level > MOST_LEVELS || ++*nodes > MOST_NODES) {
        return;
    }
    json_array_foreach (node, i, one) {
        walk(one, level + 1, nodes, arena, meta);
    }
    if (!json_is_object(node)) {
        return;
    }
    if (is_article(node)) {
        read_article(node, arena, meta);
        return;
    }
    walk(json_object_get(node, "@graph"), level + 1, nodes, arena, meta);
    walk(json_object_get(node, "mainEntity"), level + 1, nodes, arena, meta);
}

void casus_html_json_ld(const casus_html_copy *copy, casus_str raw, casus_arena *arena, casus_meta *meta)
{
    for (size_t i = 0; i < copy->n_json_ld && i < MOST_SCRIPTS; i++) {
        casus_str body = casus_str_slice(raw, copy->json_ld[i].begin, copy->json_ld[i].end);
        json_error_t fault;
        json_t *root = json_loadb(body.ptr, body.len, 0, &fault);
        if (root != NULL) { /* a malformed one says nothing */
            int nodes = 0;
            walk(root, 0, &nodes, arena, meta);
            json_decref(root);
        }
    }
}
