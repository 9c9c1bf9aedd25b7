/* The article's text out of a page's tree, part by part. */
#ifndef CASUS_INGEST_HTML_TEXT_H
#define CASUS_INGEST_HTML_TEXT_H

#include "ingest/blocks.h"
#include "ingest/html_lex.h"
#include "ingest/html_tree.h"

/*
 * Walk the tree and append its text to `blocks`: white space folded as in rendering, a part a block element or line;
 * what is cut or lies outside the article is marked so. `article` is a row of the tree.
 */
void casus_html_text(const casus_html_tree *tree, uint32_t article, const casus_html_copy *copy, casus_blocks *blocks);

#endif
