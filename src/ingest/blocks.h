/*
 * A document between its format and its text: a list of blocks, not yet judged. The readers of formats (plain text,
 * HTML) fill it, furniture.c marks what to cut, finish.c turns what is left into doc->text with its runs.
 */
#ifndef CASUS_INGEST_BLOCKS_H
#define CASUS_INGEST_BLOCKS_H

#include "base/buf.h"
#include "casus/record.h"

/* One line or paragraph. */
typedef struct casus_part {
    casus_span text; /* of blocks->text */
    casus_span raw;  /* of doc->raw */
    casus_block block;
    uint32_t link_bytes; /* bytes of `text` inside links; plain text: 0 */
    uint32_t end;        /* of its text with the white space behind it: where the next part's begins */
    uint32_t head;   /* bytes at its start, white space behind them included, that are no prose: a dateline, a time */
    uint16_t gap;    /* line breaks that stand before it: 1 or 2 */
    const char *cut; /* why it is cut (static, or of a pack); NULL: it stays */
} casus_part;

typedef struct casus_blocks {
    casus_buf text; /* the parts' text, one after the other; valid UTF-8, no separators between parts */
    casus_run *run; /* blocks->text to doc->raw, in order, without gap */
    size_t n_run, run_room;
    casus_part *part;
    size_t n_part, part_room;
    casus_status failed; /* sticky */
} casus_blocks;

void casus_blocks_init(casus_blocks *blocks, size_t cap);
void casus_blocks_free(casus_blocks *blocks);
void casus_blocks_clear(casus_blocks *blocks);

/* Append `bytes` to the text, from raw[begin..begin+len) byte for byte. */
void casus_blocks_copy(casus_blocks *blocks, const char *bytes, size_t len, uint32_t raw_begin);

/* Append `bytes` that stand for raw[raw] as a whole (an entity, folded white space). */
void casus_blocks_replace(casus_blocks *blocks, const char *bytes, size_t len, casus_span raw);

/*
 * End a part: its text is all that was appended since the last part. Nothing but white space gives no part (the text
 * is taken back). The part's ASCII white space at both ends is left out of it.
 */
void casus_blocks_end(casus_blocks *blocks, casus_block block, uint32_t link_bytes, uint16_t gap, const char *cut);

/* The stretch of the raw text behind a stretch of the blocks' text. */
casus_span casus_blocks_raw(const casus_blocks *blocks, casus_span text);

#endif
