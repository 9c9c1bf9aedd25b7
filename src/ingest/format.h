/* The readers of formats and the steps behind them, as casus_ingest_run calls them. */
#ifndef CASUS_INGEST_FORMAT_H
#define CASUS_INGEST_FORMAT_H

#include "casus/ingest.h"
#include "ingest/blocks.h"
#include "pack/pack.h"

/* What a document's format says about it, best first; absent strings have ptr NULL. Owned by the document's arena. */
typedef struct casus_meta {
    casus_str url, outlet, title, language, published;
} casus_meta;

/* text.c: plain text, doc->raw to blocks, a part a line. */
casus_status casus_text_blocks(const casus_doc *doc, casus_blocks *blocks, casus_error *err);

/*
 * html*.c: a page, doc->raw (UTF-8) to blocks and meta. Marks what the tree shows to be furniture (`cut`); parts that
 * the tree leaves open are judged by words in furniture.c.
 */
typedef struct casus_html casus_html; /* a thread's scratch */
casus_html *casus_html_new(void);     /* NULL without memory */
void casus_html_free(casus_html *html);
casus_status casus_html_blocks(casus_html *html, casus_doc *doc, casus_blocks *blocks, casus_meta *meta,
                               casus_error *err);

/*
 * charset.c: bytes to UTF-8 in doc->raw (doc->arena). By byte order mark, then `declared` (absent allowed), then, for
 * HTML, <meta charset>, then detection (ICU). Bytes that are wrong in it become U+FFFD. CASUS_EINPUT: binary data.
 */
casus_status casus_charset_decode(const char *bytes, size_t len, casus_str declared, casus_form form, casus_doc *doc,
                                  casus_error *err);

/* date.c: the dates of standards: ISO 8601 to any precision, RFC 3339, RFC 822/1123. The zone is dropped: the civil
   time that is written counts. False, and *out untouched, if it is none or no such day exists. */
bool casus_date_parse(casus_str text, casus_date *out);

/* head.c: what the first lines of the text tell: date, outlet, headline; marks those parts CASUS_BLOCK_HEAD. Fills
   only what `doc` lacks. */
casus_status casus_head_read(const casus_pack *pack, casus_blocks *blocks, casus_doc *doc, casus_error *err);

/* furniture.c: marks the parts of `blocks` that are page furniture by their words and by their company. */
casus_status casus_furniture_mark(const casus_pack *pack, casus_blocks *blocks, casus_arena *scratch, casus_error *err);

/* finish.c: the parts that stay become doc->text (NFC), doc->run, doc->segment; the others doc->cut. */
casus_status casus_blocks_finish(const casus_blocks *blocks, casus_doc *doc, casus_error *err);

#endif
