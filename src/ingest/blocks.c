/* Blocks: see blocks.h. */
#include "ingest/blocks.h"

#include <stdlib.h>

enum { KEPT_TEXT = 1024 * 1024, KEPT_ROWS = 16384 };

void casus_blocks_init(casus_blocks *blocks, size_t cap)
{
    *blocks = (casus_blocks){0};
    casus_buf_init(&blocks->text, cap);
}

void casus_blocks_free(casus_blocks *blocks)
{
    casus_buf_free(&blocks->text);
    free(blocks->run);
    free(blocks->part);
    casus_blocks_init(blocks, blocks->text.cap);
}

void casus_blocks_clear(casus_blocks *blocks)
{
    if (blocks->run_room > KEPT_ROWS || blocks->part_room > KEPT_ROWS) { /* one huge document is not for ever */
        casus_blocks_free(blocks);
    }
    casus_buf_clear(&blocks->text, KEPT_TEXT);
    blocks->n_run = 0;
    blocks->n_part = 0;
    blocks->failed = CASUS_OK;
}

/* Room for one more row of `size` bytes; false without memory. */
static bool grow(void **rows, size_t *room, size_t count, size_t size)
{
    if (count < *room) {
        return true;
    }
    size_t more = *room == 0 ? 64 : *room * 2;
    void *grown = more > SIZE_MAX / size ? NULL : realloc(*rows, more * size);
    if (grown == NULL) {
        return false;
    }
    *rows = grown;
    *room = more;
    return true;
}

static void add_run(casus_blocks *blocks, const char *bytes, size_t len, casus_span raw, bool even)
{
    uint32_t begin = (uint32_t)blocks->text.len;
    casus_buf_add(&blocks->text, bytes, len);
    if (blocks->failed == CASUS_OK) {
        blocks->failed = blocks->text.failed;
    }
    if (blocks->failed != CASUS_OK || len == 0) {
        return;
    }
    casus_span text = {begin, begin + (uint32_t)len};
    if (even && blocks->n_run > 0) {
        casus_run *last = &blocks->run[blocks->n_run - 1];
        if (last->even && last->raw.end == raw.begin && last->text.end == begin) {
            last->text.end = text.end;
            last->raw.end = raw.end;
            return;
        }
    }
    void *rows = blocks->run;
    if (!grow(&rows, &blocks->run_room, blocks->n_run, sizeof *blocks->run)) {
        blocks->failed = CASUS_ENOMEM;
        return;
    }
    blocks->run = rows;
    blocks->run[blocks->n_run++] = (casus_run){text, raw, even};
}

void casus_blocks_copy(casus_blocks *blocks, const char *bytes, size_t len, uint32_t raw_begin)
{
    add_run(blocks, bytes, len, (casus_span){raw_begin, raw_begin + (uint32_t)len}, true);
}

void casus_blocks_replace(casus_blocks *blocks, const char *bytes, size_t len, casus_span raw)
{
    add_run(blocks, bytes, len, raw, false);
}

/* Take back the text from `begin` on, and its runs. */
static void take_back(casus_blocks *blocks, uint32_t begin)
{
    blocks->text.len = begin;
    while (blocks->n_run > 0 && blocks->run[blocks->n_run - 1].text.begin >= begin) {
        blocks->n_run--;
    }
    if (blocks->n_run > 0) {
        casus_run *last = &blocks->run[blocks->n_run - 1];
        if (last->text.end > begin) {
            if (last->even) {
                last->raw.end -= last->text.end - begin;
            }
            last->text.end = begin;
        }
    }
}

casus_span casus_blocks_raw(const casus_blocks *blocks, casus_span text)
{
    return casus_runs_map(blocks->run, blocks->n_run, text);
}

void casus_blocks_end(casus_blocks *blocks, casus_block block, uint32_t link_bytes, uint16_t gap, const char *cut)
{
    if (blocks->failed != CASUS_OK) {
        return;
    }
    uint32_t begin = blocks->n_part == 0 ? 0 : blocks->part[blocks->n_part - 1].end;
    uint32_t end = (uint32_t)blocks->text.len;
    casus_str whole = casus_str_slice(casus_buf_str(&blocks->text), begin, end);
    casus_str kept = casus_str_trim(whole);
    if (kept.len == 0) {
        take_back(blocks, begin);
        return;
    }
    void *rows = blocks->part;
    if (!grow(&rows, &blocks->part_room, blocks->n_part, sizeof *blocks->part)) {
        blocks->failed = CASUS_ENOMEM;
        return;
    }
    blocks->part = rows;
    casus_part part = {.block = block, .link_bytes = link_bytes, .gap = gap, .cut = cut, .end = end};
    part.text.begin = begin + (uint32_t)(kept.ptr - whole.ptr);
    part.text.end = part.text.begin + (uint32_t)kept.len;
    part.raw = casus_blocks_raw(blocks, part.text);
    blocks->part[blocks->n_part++] = part;
}
