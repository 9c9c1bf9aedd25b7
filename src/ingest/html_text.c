/* Text of a page: see html_text.h. */
#include "ingest/html_text.h"

#include "base/utf8.h"

#include <string.h>

enum { MOST_ENTITY = 40 };

typedef struct writer {
    const casus_html_tree *tree;
    const casus_html_copy *copy;
    casus_blocks *blocks;
    uint32_t article, headline;
    size_t line_begin; /* of blocks->text: where the part that is open began */
    bool space;        /* white space was seen and is not yet written */
    casus_span space_raw;
    uint32_t linked; /* bytes of links in the open part */
    uint16_t gap;
    casus_block block;
    const char *cut;
    bool in_link, pre;
} writer;

/* --- Text nodes: decoded bytes beside the source they came from --- */

/* A position in a text node's decoded text and in its source. */
typedef struct pair {
    casus_str text, source;
    size_t at, from; /* in text, in source */
} pair;

/* Bytes of the character reference at the start of `s`; 0 if there is none. */
static size_t reference_length(casus_str s)
{
    size_t end = 1;
    if (s.len < 3 || s.ptr[0] != '&') {
        return 0;
    }
    end += s.ptr[1] == '#';
    size_t digits = end;
    while (end < s.len && end < MOST_ENTITY &&
           ((s.ptr[end] >= '0' && s.ptr[end] <= '9') || ((s.ptr[end] | 32) >= 'a' && (s.ptr[end] | 32) <= 'z'))) {
        end++;
    }
    return end == digits ? 0 : end + (end < s.len && s.ptr[end] == ';');
}

static size_t character(casus_str s, size_t at)
{
    size_t next = at;
    (void)casus_utf8_next(s.ptr, s.len, &next);
    return next - at;
}

/* Whether the source behind a reference goes on like the text behind what it may stand for. */
static bool agrees(const pair *p, size_t text_at, size_t source_at)
{
    for (size_t i = 0; i < 6; i++) {
        if (source_at + i == p->source.len || text_at + i == p->text.len) {
            return source_at + i == p->source.len && text_at + i == p->text.len;
        }
        char c = p->source.ptr[source_at + i];
        if (c == '&' || c == '\r' || c == '\0') {
            return true;
        }
        if (c != p->text.ptr[text_at + i]) {
            return false;
        }
    }
    return true;
}

/*
 * The next bytes of the text that belong to one stretch of the source. *even: byte for byte. Where the two cannot be
 * brought together any more, all that is left belongs to all that is left.
 */
static void next_stretch(pair *p, size_t *len, size_t *source_len, bool *even)
{
    size_t left = p->text.len - p->at;
    size_t source_left = p->source.len - p->from;
    size_t same = 0;
    while (same < left && same < source_left && p->text.ptr[p->at + same] == p->source.ptr[p->from + same] &&
           p->source.ptr[p->from + same] != '&') {
        same++;
    }
    if (same > 0) {
        *len = same;
        *source_len = same;
        *even = true;
        return;
    }
    *even = false;
    casus_str source = casus_str_slice(p->source, p->from, p->source.len);
    size_t reference = reference_length(source);
    if (source.len > 0 && source.ptr[0] == '&' && p->text.ptr[p->at] == '&' &&
        (reference == 0 || agrees(p, p->at + 1, p->from + 1))) {
        *len = 1; /* a bare ampersand */
        *source_len = 1;
        *even = true;
        return;
    }
    if (reference > 0) {
        size_t one = character(p->text, p->at);
        size_t two = p->at + one < p->text.len ? one + character(p->text, p->at + one) : one;
        *source_len = reference;
        *len = agrees(p, p->at + one, p->from + reference) || !agrees(p, p->at + two, p->from + reference) ? one : two;
        return;
    }
    if (source.len > 1 && source.ptr[0] == '\r') { /* line ends are made alike */
        *len = 1;
        *source_len = source.ptr[1] == '\n' ? 2 : 1;
        return;
    }
    *len = left;
    *source_len = source_left;
}

static uint32_t raw_of(const writer *w, const char *source)
{
    return casus_html_raw(w->copy, (uint32_t)(source - w->copy->text.ptr));
}

/* The copy's bytes, piece by piece of the page. */
static void write_even(writer *w, const char *bytes, size_t len, const char *source)
{
    while (len > 0) {
        uint32_t at = (uint32_t)(source - w->copy->text.ptr);
        size_t piece = casus_html_piece_end(w->copy, at) - at;
        size_t n = piece > 0 && piece < len ? piece : len;
        casus_blocks_copy(w->blocks, bytes, n, raw_of(w, source));
        bytes += n;
        source += n;
        len -= n;
    }
}

static void note_space(writer *w, casus_span raw)
{
    if (!w->space) {
        w->space_raw = raw;
    }
    w->space = true;
    w->space_raw.end = raw.end;
}

static void flush_space(writer *w)
{
    if (w->space && w->blocks->text.len > w->line_begin) {
        casus_blocks_replace(w->blocks, " ", 1, w->space_raw);
    }
    w->space = false;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static void end_part(writer *w, uint16_t gap);

/* An even stretch: words as they are, white space folded. */
static void write_words(writer *w, casus_str bytes, const char *source)
{
    size_t at = 0;
    while (at < bytes.len) {
        size_t begin = at;
        if (w->pre && bytes.ptr[at] == '\n') {
            end_part(w, 1);
            at++;
            continue;
        }
        while (at < bytes.len && is_space(bytes.ptr[at]) && !(w->pre && bytes.ptr[at] == '\n')) {
            at++;
        }
        if (at > begin) {
            uint32_t raw = raw_of(w, source + begin);
            note_space(w, (casus_span){raw, raw + (uint32_t)(at - begin)});
            continue;
        }
        while (at < bytes.len && !is_space(bytes.ptr[at])) {
            at++;
        }
        flush_space(w);
        write_even(w, bytes.ptr + begin, at - begin, source + begin);
        w->linked += w->in_link ? (uint32_t)(at - begin) : 0;
    }
}

static void write_text(writer *w, const GumboText *text)
{
    const char *base = w->copy->text.ptr;
    pair p = {.text = casus_str_of(text->text), .source = {text->original_text.data, text->original_text.length}};
    bool ours = p.source.ptr >= base && p.source.ptr + p.source.len <= base + w->copy->text.len;
    if (!ours) {
        return;
    }
    while (p.at < p.text.len) {
        size_t len = 0;
        size_t source_len = 0;
        bool even = false;
        next_stretch(&p, &len, &source_len, &even);
        const char *source = p.source.ptr + p.from;
        casus_str bytes = casus_str_slice(p.text, p.at, p.at + len);
        if (even) {
            write_words(w, bytes, source);
        } else {
            uint32_t begin = raw_of(w, source);
            uint32_t end = source_len == 0 ? begin : raw_of(w, source + source_len - 1) + 1;
            casus_span raw = {begin, end > begin ? end : begin};
            bool no_break_space = casus_str_eq(bytes, CASUS_STR("\xC2\xA0"));
            if (casus_str_trim(bytes).len == 0 || no_break_space) {
                note_space(w, raw);
            } else {
                flush_space(w);
                casus_blocks_replace(w->blocks, bytes.ptr, bytes.len, raw);
                w->linked += w->in_link ? (uint32_t)len : 0;
            }
        }
        p.at += len;
        p.from += source_len;
    }
}

/* --- Elements --- */

static void end_part(writer *w, uint16_t gap)
{
    size_t len = w->blocks->text.len - w->line_begin;
    const char *cut = w->cut;
    if (cut == NULL && len > 0 && w->linked * 10 >= len * 9 && w->block != CASUS_BLOCK_HEADING &&
        w->block != CASUS_BLOCK_CAPTION) {
        cut = "link-density";
    }
    casus_blocks_end(w->blocks, w->block, w->linked, w->gap, cut);
    w->gap = len == 0 ? (w->gap > gap ? w->gap : gap) : gap;
    w->line_begin = w->blocks->text.len;
    w->linked = 0;
    w->space = false;
}

/* Elements that go on in the line they stand in. */
static bool is_inline(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN:
        return true;
    default:
        return false;
    }
}

static casus_block block_of(GumboTag tag, casus_block around)
{
    switch (tag) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
        return CASUS_BLOCK_HEADING;
    case GUMBO_TAG_LI:
        return CASUS_BLOCK_ITEM;
    case GUMBO_TAG_FIGCAPTION:
        return CASUS_BLOCK_CAPTION;
    default:
        return around;
    }
}

/* What an element changes for what is in it; put back when it ends. */
typedef struct frame {
    uint32_t end; /* row behind the element */
    casus_block block;
    const char *cut;
    bool in_link, pre, breaks;
} frame;

enum { MOST_FRAMES = 1200 }; /* the lexer bounds the depth far below this */

static const char *cut_of(const writer *w, uint32_t i, const char *around)
{
    const casus_html_row *article = &w->tree->row[w->article];
    bool inside = i >= w->article && i < article->end;
    if (around != NULL && strcmp(around, "outside-article") != 0) {
        return around;
    }
    if (w->tree->row[i].cut != NULL) {
        return w->tree->row[i].cut;
    }
    return inside || i == w->headline ? NULL : around != NULL || w->article > 0 ? "outside-article" : NULL;
}

static void enter(writer *w, uint32_t i, frame *f)
{
    const casus_html_row *row = &w->tree->row[i];
    GumboTag tag = row->node->v.element.tag;
    *f = (frame){.end = row->end, .block = w->block, .cut = w->cut, .in_link = w->in_link, .pre = w->pre};
    const char *cut = cut_of(w, i, w->cut);
    f->breaks = !is_inline(tag) || cut != w->cut;
    if (tag == GUMBO_TAG_BR) {
        end_part(w, 1);
        f->breaks = false;
    } else if (f->breaks) {
        end_part(w, 2);
    }
    w->cut = cut;
    w->block = block_of(tag, w->block);
    w->in_link = w->in_link || tag == GUMBO_TAG_A;
    w->pre = w->pre || tag == GUMBO_TAG_PRE;
}

static void leave(writer *w, const frame *f)
{
    if (f->breaks) {
        end_part(w, 2);
    }
    w->block = f->block;
    w->cut = f->cut;
    w->in_link = f->in_link;
    w->pre = f->pre;
}

/* The headline may stand above the article's element. */
static uint32_t find_headline(const casus_html_tree *tree, uint32_t article)
{
    uint32_t found = CASUS_HTML_NONE;
    for (uint32_t i = 0; i < tree->row[article].end; i++) {
        const casus_html_row *row = &tree->row[i];
        if (row->cut != NULL) {
            i = row->end - 1;
        } else if (casus_html_is(row, GUMBO_TAG_H1)) {
            if (i > article) {
                return CASUS_HTML_NONE; /* it has one of its own */
            }
            found = i;
        }
    }
    return found;
}

void casus_html_text(const casus_html_tree *tree, uint32_t article, const casus_html_copy *copy, casus_blocks *blocks)
{
    frame frames[MOST_FRAMES];
    size_t n_frame = 0;
    writer w = {.tree = tree,
                .copy = copy,
                .blocks = blocks,
                .article = article,
                .gap = 2,
                .line_begin = blocks->text.len,
                .headline = find_headline(tree, article)};
    for (uint32_t i = 0; i < tree->n; i++) {
        while (n_frame > 0 && frames[n_frame - 1].end <= i) {
            leave(&w, &frames[--n_frame]);
        }
        const casus_html_row *row = &tree->row[i];
        if (row->node->type == GUMBO_NODE_TEXT) {
            write_text(&w, &row->node->v.text);
        } else if (n_frame < MOST_FRAMES) {
            enter(&w, i, &frames[n_frame++]);
        }
    }
    while (n_frame > 0) {
        leave(&w, &frames[--n_frame]);
    }
    end_part(&w, 2);
}
