/* From judged blocks to the document's text: see format.h. */
#include "ingest/format.h"

#include "base/utf8.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* A text under construction. */
typedef struct builder {
    const casus_blocks *blocks;
    casus_doc *doc;
    char *text;
    size_t len, room;
    size_t run_room;
    size_t source_run; /* index of the blocks' run that holds what is copied now */
    const UNormalizer2 *nfc;
    casus_status failed;
} builder;

/* Longest stretch normalised at once: Unicode's stream-safe format allows 30 marks; more is hostile, and costs its square. */
enum { STRETCH = 256 };

static void add_run(builder *b, casus_span text, casus_span raw, bool even)
{
    casus_doc *doc = b->doc;
    if (doc->n_run > 0) {
        casus_run *last = &doc->run[doc->n_run - 1];
        if (even && last->even && last->raw.end == raw.begin) {
            last->text.end = text.end;
            last->raw.end = raw.end;
            return;
        }
    }
    if (doc->n_run == b->run_room) {
        size_t room = b->run_room == 0 ? 64 : b->run_room * 2;
        casus_run *grown = CASUS_NEW(&doc->arena, casus_run, room);
        if (grown == NULL) {
            b->failed = doc->arena.failed;
            return;
        }
        if (doc->n_run > 0) {
            memcpy(grown, doc->run, doc->n_run * sizeof *grown);
        }
        doc->run = grown;
        b->run_room = room;
    }
    doc->run[doc->n_run++] = (casus_run){text, raw, even};
}

static void add(builder *b, const char *bytes, size_t len, casus_span raw, bool even)
{
    if (b->failed != CASUS_OK || len == 0) {
        return;
    }
    if (len > b->room - b->len) {
        b->failed = CASUS_ELIMIT; /* room is reckoned to be enough */
        return;
    }
    memcpy(b->text + b->len, bytes, len);
    add_run(b, (casus_span){(uint32_t)b->len, (uint32_t)(b->len + len)}, raw, even);
    b->len += len;
}

/* Copy blocks->text[span], each byte with the raw text it came from. */
static void copy(builder *b, casus_span span)
{
    const casus_blocks *blocks = b->blocks;
    while (b->source_run < blocks->n_run && blocks->run[b->source_run].text.end <= span.begin) {
        b->source_run++;
    }
    for (size_t i = b->source_run; i < blocks->n_run && blocks->run[i].text.begin < span.end; i++) {
        const casus_run *run = &blocks->run[i];
        uint32_t begin = run->text.begin > span.begin ? run->text.begin : span.begin;
        uint32_t end = run->text.end < span.end ? run->text.end : span.end;
        casus_span raw = run->raw;
        if (run->even) {
            raw = (casus_span){run->raw.begin + (begin - run->text.begin), run->raw.begin + (end - run->text.begin)};
        }
        add(b, blocks->text.ptr + begin, end - begin, raw, run->even);
    }
}

/* Signs that are not seen and only part what belongs together: soft hyphen, zero-width space, byte order mark. */
static bool is_invisible(uint32_t c)
{
    return c == 0x00AD || c == 0x200B || c == 0xFEFF || c == 0x2060;
}

/* Copy a stretch without ASCII in its inside, composed. */
static void compose(builder *b, casus_span span)
{
    UChar wide[STRETCH];
    UChar composed[STRETCH * 2];
    char narrow[STRETCH * 6];
    UErrorCode code = U_ZERO_ERROR;
    int32_t n = 0;
    int32_t bytes = 0;
    u_strFromUTF8(wide, STRETCH, &n, b->blocks->text.ptr + span.begin, (int32_t)(span.end - span.begin), &code);
    if (U_FAILURE(code) || unorm2_quickCheck(b->nfc, wide, n, &code) == UNORM_YES) {
        copy(b, span);
        return;
    }
    n = unorm2_normalize(b->nfc, wide, n, composed, STRETCH * 2, &code);
    u_strToUTF8(narrow, (int32_t)sizeof narrow, &bytes, composed, n, &code);
    if (U_FAILURE(code)) {
        copy(b, span);
        return;
    }
    bool same =
        (size_t)bytes == span.end - span.begin && memcmp(narrow, b->blocks->text.ptr + span.begin, (size_t)bytes) == 0;
    if (same) {
        copy(b, span);
    } else {
        add(b, narrow, (size_t)bytes, casus_blocks_raw(b->blocks, span), false);
    }
}

/* Whether all of the text is below U+0300, where nothing composes, and holds no invisible sign. */
static bool is_plain(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 0xCC || (c == 0xC2 && i + 1 < len && (unsigned char)text[i + 1] == 0xAD)) {
            return false;
        }
    }
    return true;
}

/* General punctuation U+2010-U+2027 and U+2030-U+205E: frequent in clean text, and nothing composes with it but marks. */
static bool is_quiet(uint32_t c)
{
    return (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E);
}

/* Copy a part's text: composed (NFC), without invisible signs. */
static void copy_clean(builder *b, casus_span span)
{
    const char *text = b->blocks->text.ptr;
    if (is_plain(text + span.begin, span.end - span.begin)) {
        copy(b, span);
        return;
    }
    size_t begin = span.begin; /* not yet copied from here */
    size_t at = span.begin;
    while (at < span.end && b->failed == CASUS_OK) {
        if ((unsigned char)text[at] < 0x80) {
            at++;
            continue;
        }
        size_t start = at;
        uint32_t c = casus_utf8_next(text, span.end, &at);
        if (is_invisible(c)) {
            copy(b, (casus_span){(uint32_t)begin, (uint32_t)start});
            begin = at;
            continue;
        }
        if (c < 0x300 || is_quiet(c)) {
            continue;
        }
        size_t from = start; /* the letter before may take a mark */
        if (from > begin) {
            (void)casus_utf8_prev(text, &from);
        }
        copy(b, (casus_span){(uint32_t)begin, (uint32_t)from});
        size_t end = at;
        while (end < span.end && end - from < STRETCH - 8 && (unsigned char)text[end] >= 0x80) {
            size_t next = end;
            if (is_invisible(casus_utf8_next(text, span.end, &next))) {
                break;
            }
            end = next;
        }
        compose(b, (casus_span){(uint32_t)from, (uint32_t)end});
        begin = end;
        at = end;
    }
    copy(b, (casus_span){(uint32_t)begin, span.end});
}

/* The white space between two parts that stay; it stands for all that lies between them in the raw text. */
static void separate(builder *b, uint16_t gap, uint32_t raw_begin, uint32_t raw_end)
{
    if (b->len > 0) {
        casus_span raw = {raw_begin, raw_end < raw_begin ? raw_begin : raw_end};
        add(b, gap == 1 ? "\n" : "\n\n", gap == 1 ? 1 : 2, raw, false);
    }
}

static casus_status prepare(builder *b, casus_error *err)
{
    const casus_blocks *blocks = b->blocks;
    casus_doc *doc = b->doc;
    UErrorCode code = U_ZERO_ERROR;
    b->nfc = unorm2_getNFCInstance(&code);
    if (U_FAILURE(code)) {
        return casus_fail(err, CASUS_EIO, NULL, 0, 0, "ICU's normalisation data is missing: %s", u_errorName(code));
    }
    /* Composing can lengthen UTF-8 (composition exclusions) by a factor of three; plain text cannot grow. */
    bool plain = is_plain(blocks->text.ptr, blocks->text.len);
    b->room = blocks->text.len * (plain ? 1 : 3) + blocks->n_part * 2 + 1;
    b->text = casus_arena_bytes(&doc->arena, b->room);
    doc->segment = CASUS_NEW(&doc->arena, casus_segment, blocks->n_part * 2 + 1);
    doc->cut = CASUS_NEW(&doc->arena, casus_cut, blocks->n_part + 1);
    return b->text == NULL || doc->segment == NULL || doc->cut == NULL ? casus_arena_fail(&doc->arena, err) : CASUS_OK;
}

/* `joined`: no part stays between this one and the last cut; a run of lines that go for one reason is one cut. */
static void add_cut(casus_doc *doc, const casus_part *part, bool joined)
{
    casus_str why = casus_str_of(part->cut);
    casus_cut *last = joined && doc->n_cut > 0 ? &doc->cut[doc->n_cut - 1] : NULL;
    if (last != NULL && casus_str_eq(last->why, why) && last->raw.end <= part->raw.begin) {
        last->raw.end = part->raw.end;
        return;
    }
    doc->cut[doc->n_cut++] = (casus_cut){part->raw, why};
}

/* Copy a stretch of a part's text; without the white space at its end it is a segment. */
static void add_segment(builder *b, casus_span span, casus_block block)
{
    casus_doc *doc = b->doc;
    uint32_t begin = (uint32_t)b->len;
    copy_clean(b, span);
    uint32_t end = (uint32_t)b->len;
    while (end > begin && b->text[end - 1] == ' ') {
        end--;
    }
    if (end > begin) {
        doc->segment[doc->n_segment++] = (casus_segment){{begin, end}, block};
    }
}

casus_status casus_blocks_finish(const casus_blocks *blocks, casus_doc *doc, casus_error *err)
{
    builder b = {.blocks = blocks, .doc = doc};
    casus_status st = prepare(&b, err);
    if (st != CASUS_OK) {
        return st;
    }
    uint32_t raw_end = 0;
    bool last_stays = false;
    for (size_t i = 0; i < blocks->n_part && b.failed == CASUS_OK; i++) {
        const casus_part *part = &blocks->part[i];
        if (part->cut != NULL) {
            add_cut(doc, part, !last_stays);
            last_stays = false;
            continue;
        }
        separate(&b, part->gap, raw_end, part->raw.begin);
        casus_span body = {part->text.begin + part->head, part->text.end};
        if (part->block == CASUS_BLOCK_HEAD) {
            body = part->text;
        } else if (part->head > 0) {
            add_segment(&b, (casus_span){part->text.begin, body.begin}, CASUS_BLOCK_HEAD);
        }
        add_segment(&b, body, part->block);
        raw_end = part->raw.end;
        last_stays = true;
    }
    if (b.failed != CASUS_OK) {
        return casus_fail(err, b.failed, NULL, 0, 0, "text needs too much memory");
    }
    doc->text = (casus_str){b.text, b.len};
    return CASUS_OK;
}
