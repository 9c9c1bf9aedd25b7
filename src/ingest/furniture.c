/*
 * Page furniture by its words (pack data) and by its company: lists under 'read more', tags at the end of a page,
 * lines that come again and again. In doubt a part stays: nothing of an article may be lost.
 */
#include "ingest/furniture.h"

#include "base/map.h"
#include "ingest/format.h"
#include "ingest/line.h"

enum {
    SHORT_LINE = 120, /* bytes: a headline in a list of links */
    TAG_LINE = 48,    /* bytes: a tag */
    TAG_WORDS = 4,
    MIN_TAGS = 4, /* so many short lines at the end may be a list of tags */
    MOST_TAGS = 60,
    CREDIT_LINE = 100, /* bytes: a caption is longer */
    MIN_REPEATS = 3,
    MIN_TEASERS = 4 /* lines */
};

static casus_str text_of(const casus_blocks *blocks, size_t i)
{
    return casus_str_slice(casus_buf_str(&blocks->text), blocks->part[i].text.begin, blocks->part[i].text.end);
}

static bool is_short(const casus_blocks *blocks, size_t i)
{
    casus_str line = text_of(blocks, i);
    return line.len <= SHORT_LINE && !casus_line_ends_sentence(line);
}

/* Whether words stand behind the label's colon: 'Read also: HEADLINE'. */
static bool names_one_here(casus_str line, casus_str phrase)
{
    const char *colon =
        line.len <= phrase.len ? NULL : memchr(line.ptr + phrase.len - 1, ':', line.len - phrase.len + 1);
    return colon != NULL && casus_line_goes_on(line, (size_t)(colon - line.ptr));
}

/*
 * The short lines below a list's label; `prose_ahead` tells whether the article goes on somewhere below. Where prose
 * follows the list, the last short line may be its subhead: it stays if the list has others.
 */
static size_t list_end(const casus_blocks *blocks, size_t label, casus_str phrase, bool prose_ahead)
{
    if (prose_ahead && names_one_here(text_of(blocks, label), phrase)) {
        return label + 1;
    }
    size_t end = label + 1;
    while (end < blocks->n_part && is_short(blocks, end)) {
        end++;
    }
    bool prose_next = end < blocks->n_part && text_of(blocks, end).len > CREDIT_LINE;
    bool subhead = prose_next && end - label > 2 && blocks->part[end - 1].gap == 2 &&
                   blocks->part[end - 1].block != CASUS_BLOCK_ITEM;
    return subhead ? end - 1 : end;
}

/* Bytes of a part that is prose and stays. */
static size_t prose_in(const casus_blocks *blocks, size_t i)
{
    casus_str line = text_of(blocks, i);
    return blocks->part[i].cut == NULL && casus_line_ends_sentence(line) ? line.len : 0;
}

static bool is_credit_only(casus_str line)
{
    return line.len <= CREDIT_LINE && !casus_line_ends_sentence(line);
}

static void cut(casus_blocks *blocks, size_t begin, size_t end, const char *why)
{
    for (size_t i = begin; i < end; i++) {
        if (blocks->part[i].cut == NULL) {
            blocks->part[i].cut = why;
        }
    }
}

/* What of a page is still to come: bytes and lines of prose, and lines that are none. */
typedef struct tail {
    size_t bytes, prose, others;
} tail;

static void count_part(const casus_blocks *blocks, size_t i, tail *t, bool back)
{
    size_t bytes = prose_in(blocks, i);
    size_t other = blocks->part[i].cut == NULL && bytes == 0;
    t->bytes = back ? t->bytes - bytes : t->bytes + bytes;
    t->prose = back ? t->prose - (bytes > 0) : t->prose + (bytes > 0);
    t->others = back ? t->others - other : t->others + other;
}

/*
 * Where the furniture that the row shows at part `i` ends. Behind a list's label near the page's end, headlines that
 * stand thicker than prose are teasers of other articles, prose and all.
 */
static size_t furniture_end(const casus_blocks *blocks, size_t i, const casus_furniture *row, tail ahead, size_t all)
{
    bool near_end = ahead.bytes * 3 <= all;
    bool teasers = ahead.others >= MIN_TEASERS && ahead.others >= ahead.prose * 2;
    if (row->match == CASUS_MATCH_LIST) {
        return near_end && teasers ? blocks->n_part : list_end(blocks, i, row->phrase, ahead.bytes > 0);
    }
    return row->match == CASUS_MATCH_END && near_end ? blocks->n_part : i + 1;
}

/* Whether the row shows the line to be furniture, all considered. */
static bool is_furniture(const casus_furniture *row, casus_str line)
{
    if (casus_str_eq(row->why, CASUS_STR("credit")) && row->match != CASUS_MATCH_LINE && !is_credit_only(line)) {
        return false; /* a caption that names its maker */
    }
    /* 'More about the cause is not known.' is no label. */
    return row->match != CASUS_MATCH_LIST || !casus_line_ends_sentence(line);
}

static void mark_phrases(const casus_pack *pack, casus_blocks *blocks)
{
    tail ahead = {0};
    for (size_t i = 0; i < blocks->n_part; i++) {
        count_part(blocks, i, &ahead, false);
    }
    size_t all = ahead.bytes;
    for (size_t i = 0; i < blocks->n_part; i++) {
        casus_str line = text_of(blocks, i);
        count_part(blocks, i, &ahead, true);
        const casus_furniture *row = blocks->part[i].cut == NULL ? casus_furniture_find(pack, line) : NULL;
        if (row == NULL || !is_furniture(row, line)) {
            continue;
        }
        size_t end = furniture_end(blocks, i, row, ahead, all);
        for (size_t k = i + 1; k < end; k++) {
            count_part(blocks, k, &ahead, true);
        }
        cut(blocks, i, end, row->why.ptr);
        i = end - 1;
    }
}

/* A tag is a few words without figures or signs; lines of a table or of speech are none. */
static bool looks_like_tag(casus_str line)
{
    for (size_t i = 0; i < line.len; i++) {
        if (strchr("0123456789:;?!\"[](){}", line.ptr[i]) != NULL) {
            return false;
        }
    }
    return line.len <= TAG_LINE && casus_line_words(line) <= TAG_WORDS && !casus_line_ends_sentence(line);
}

/* Whether the words of part `i` stand somewhere in the text before part `end`. */
static bool stands_before(const casus_blocks *blocks, size_t i, size_t end)
{
    casus_str tag = text_of(blocks, i);
    const char *text = blocks->text.ptr;
    size_t len = end == 0 ? 0 : blocks->part[end - 1].text.end;
    const char *last = len < tag.len ? text : text + (len - tag.len) + 1;
    for (const char *at = text; at < last; at++) {
        at = memchr(at, tag.ptr[0], (size_t)(last - at));
        if (at == NULL) {
            return false;
        }
        if (memcmp(at, tag.ptr, tag.len) == 0) {
            return true;
        }
    }
    return false;
}

/*
 * A run of very short lines at the page's end, below the prose, is a list of tags if half of them name what the article
 * speaks of: signatures and tables do not.
 */
static void mark_tags(casus_blocks *blocks)
{
    size_t begin = blocks->n_part;
    size_t lines = 0;
    while (begin > 0 && lines <= MOST_TAGS) {
        const casus_part *part = &blocks->part[begin - 1];
        if (part->cut == NULL && !looks_like_tag(text_of(blocks, begin - 1))) {
            break;
        }
        lines += part->cut == NULL;
        begin--;
    }
    size_t named = 0;
    for (size_t i = begin; lines <= MOST_TAGS && lines >= MIN_TAGS && i < blocks->n_part; i++) {
        named += blocks->part[i].cut == NULL && stands_before(blocks, i, begin);
    }
    if (begin > 0 && lines >= MIN_TAGS && named * 2 >= lines) {
        cut(blocks, begin, blocks->n_part, "tags");
    }
}

/* Lines without a sentence's end that stand three times or more on a page are navigation. */
static casus_status mark_repeats(casus_blocks *blocks, casus_arena *scratch, casus_error *err)
{
    casus_map seen = {0};
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < blocks->n_part; i++) {
            casus_str line = text_of(blocks, i);
            if (!looks_like_tag(line) || !casus_line_goes_on(line, 0)) {
                continue;
            }
            const uint32_t *times = casus_map_get(&seen, line);
            if (pass == 1 && *times >= MIN_REPEATS) {
                cut(blocks, i, i + 1, "repeated");
            } else if (pass == 0 && !casus_map_set(&seen, line, times == NULL ? 1 : *times + 1, NULL, scratch)) {
                return casus_arena_fail(scratch, err);
            }
        }
    }
    return CASUS_OK;
}

casus_status casus_furniture_mark(const casus_pack *pack, casus_blocks *blocks, casus_arena *scratch, casus_error *err)
{
    mark_phrases(pack, blocks);
    mark_tags(blocks);
    return mark_repeats(blocks, scratch, err);
}
