/* Plain text to blocks: a part a line, or a part a paragraph where lines were broken to a width. */
#include "ingest/format.h"
#include "ingest/line.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

/* What the lines look like together. */
typedef struct line_statistics {
    size_t lines;      /* not blank */
    size_t joined;     /* with another line directly below */
    size_t unfinished; /* of those: end in a letter, digit or comma */
    size_t longest;
} line_statistics;

enum {
    NARROW = 100,
    MIN_WRAPPED = 4,
    CUT_LINE = 40 /* bytes: a shorter line may be a heading or an item */
};

/* The line that begins at `at`, without its end; *next is where the following one begins. */
static casus_str line_at(casus_str raw, size_t at, size_t *next)
{
    size_t end = at;
    while (end < raw.len && raw.ptr[end] != '\n' && raw.ptr[end] != '\r') {
        end++;
    }
    bool pair = end + 1 < raw.len && raw.ptr[end] == '\r' && raw.ptr[end + 1] == '\n';
    *next = end + (end == raw.len ? 0 : pair ? 2 : 1);
    return casus_str_slice(raw, at, end);
}

static bool ends_open(casus_str line)
{
    unsigned char last = (unsigned char)line.ptr[line.len - 1];
    return last == ',' || last >= 0x80 || (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z') ||
           (last >= '0' && last <= '9');
}

/* Mail and wire services break lines at 60-80 characters: most lines then stop in mid-sentence at the same width. */
static bool is_wrapped(casus_str raw)
{
    line_statistics seen = {0};
    bool open = false;
    bool before = false;
    for (size_t at = 0, next; at < raw.len; at = next) {
        casus_str line = casus_str_trim(line_at(raw, at, &next));
        if (line.len == 0) {
            before = false;
            continue;
        }
        if (before) {
            seen.joined++;
            seen.unfinished += open;
        }
        seen.lines++;
        seen.longest = line.len > seen.longest ? line.len : seen.longest;
        open = ends_open(line) && line.len > 40;
        before = true;
        if (seen.longest > NARROW) {
            return false;
        }
    }
    return seen.joined >= MIN_WRAPPED && seen.unfinished * 5 >= seen.joined * 3;
}

/* A line that begins a part of its own even between wrapped lines. */
static bool begins_item(casus_str line)
{
    casus_str dash = CASUS_STR("\xE2\x80\x93");   /* en dash */
    casus_str bullet = CASUS_STR("\xE2\x80\xA2"); /* bullet */
    return (line.len > 2 && (line.ptr[0] == '-' || line.ptr[0] == '*') && line.ptr[1] == ' ') ||
           casus_str_starts(line, dash) || casus_str_starts(line, bullet);
}

/* A line that stops in mid-sentence and one that goes on with a small letter are one, whatever broke them. */
static bool goes_on(casus_str before, casus_str line)
{
    size_t at = 0;
    bool prose = line.len >= CUT_LINE || casus_line_ends_sentence(line); /* and no button below a picture */
    return prose && before.len >= CUT_LINE && ends_open(before) &&
           u_islower((UChar32)casus_utf8_next(line.ptr, line.len, &at));
}

casus_status casus_text_blocks(const casus_doc *doc, casus_blocks *blocks, casus_error *err)
{
    casus_str raw = doc->raw;
    bool wrapped = is_wrapped(raw);
    uint16_t gap = 1;
    bool item = false;
    bool open = false; /* a part has text and has not ended */
    casus_str before = CASUS_STR("");
    for (size_t at = 0, next; at < raw.len && blocks->failed == CASUS_OK; at = next) {
        casus_str line = line_at(raw, at, &next);
        casus_str inner = casus_str_trim(line);
        bool item_here = inner.len > 0 && begins_item(inner);
        if (open && (inner.len == 0 || item_here || (!wrapped && !goes_on(before, inner)))) {
            casus_blocks_end(blocks, item ? CASUS_BLOCK_ITEM : CASUS_BLOCK_PROSE, 0, gap, NULL);
            gap = 1;
            open = false;
        }
        if (inner.len == 0) {
            gap = 2;
            continue;
        }
        if (!open) {
            item = item_here;
        }
        casus_blocks_copy(blocks, raw.ptr + at, next - at, (uint32_t)at);
        open = true;
        before = inner;
    }
    casus_blocks_end(blocks, item ? CASUS_BLOCK_ITEM : CASUS_BLOCK_PROSE, 0, gap, NULL);
    if (blocks->failed != CASUS_OK) {
        return casus_fail(err, blocks->failed, NULL, 0, 0, "text needs too much memory");
    }
    return CASUS_OK;
}
