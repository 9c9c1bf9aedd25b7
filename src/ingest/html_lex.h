/*
 * A first, linear pass over a page: leaves out what no reader sees (scripts, styles, comments, drawings), sets bounds to
 * what the tree builder must bear, and keeps the way back to the raw text.
 */
#ifndef CASUS_INGEST_HTML_LEX_H
#define CASUS_INGEST_HTML_LEX_H

#include "base/buf.h"
#include "casus/record.h"

/* From `copy` on, the copy's bytes are those of the page from `raw` on, up to the next piece. */
typedef struct casus_html_piece {
    uint32_t copy, raw;
} casus_html_piece;

typedef struct casus_html_copy {
    casus_buf text;
    casus_html_piece *piece;
    size_t n_piece, piece_room;
    casus_span *json_ld; /* bodies of <script type="application/ld+json">, of the raw text */
    size_t n_json_ld, json_ld_room;
    casus_status failed;
} casus_html_copy;

void casus_html_copy_init(casus_html_copy *copy);
void casus_html_copy_free(casus_html_copy *copy);

/* Fill `copy` from the page. copy->failed tells of a lack of memory. Cost: linear. */
void casus_html_lex(casus_html_copy *copy, casus_str raw);

/* Where the copy's byte `at` stands in the page. */
uint32_t casus_html_raw(const casus_html_copy *copy, uint32_t at);

/* Where the piece that holds the copy's byte `at` ends. */
uint32_t casus_html_piece_end(const casus_html_copy *copy, uint32_t at);

#endif
