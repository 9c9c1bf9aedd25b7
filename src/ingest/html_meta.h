/* What a page says of itself: JSON-LD, meta elements, links, times. */
#ifndef CASUS_INGEST_HTML_META_H
#define CASUS_INGEST_HTML_META_H

#include "ingest/format.h"
#include "ingest/html_lex.h"
#include "ingest/html_tree.h"

/* Fill `meta` (absent fields only) from the bodies of the page's JSON-LD scripts. Strings go to `arena`. */
void casus_html_json_ld(const casus_html_copy *copy, casus_str raw, casus_arena *arena, casus_meta *meta);

/* Fill `meta` (absent fields only) from the tree. `article` is the row that holds the article. */
void casus_html_meta(const casus_html_tree *tree, uint32_t article, casus_arena *arena, casus_meta *meta);

/* Keep the first value of a field that is of use: a date must be one, an address must be http(s). */
void casus_meta_set(casus_str *field, casus_str value, casus_arena *arena);
void casus_meta_set_date(casus_str *field, casus_str value, casus_arena *arena);
void casus_meta_set_url(casus_str *field, casus_str value, casus_arena *arena);

#endif
