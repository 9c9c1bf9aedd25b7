/* The first pass over a page: see html_lex.h. Source: WHATWG HTML, 13.2.5 (tokenization), in outline. */
#include "ingest/html_lex.h"

#include "base/ascii.h"

#include <stdlib.h>
#include <strings.h>

enum {
    MOST_DEPTH = 200, /* real pages stay below 100; a tree builder's cost grows with it */
    MOST_MARKS =
        300,         /* blanks, slashes and equals signs in a tag: bounds its attributes, which are compared pairwise */
    MOST_TAG = 8192, /* bytes of a tag in which quotes are minded */
    MOST_OPEN_TAGS = 16, /* tags whose quotes never close, until quotes are minded no more */
    KEPT = 1024 * 1024,
    LARGEST_COPY = 1 << 30
};

/* Elements whose content is left out; `nested`: markup in them, so that a missing end does not take the rest along. */
static const struct {
    const char *name;
    bool nested;
} hidden[] = {{"script", false},   {"style", false},  {"iframe", false},  {"noembed", false}, {"noframes", false},
              {"textarea", false}, {"xmp", false},    {"noscript", true}, {"svg", true},      {"math", true},
              {"template", true},  {"canvas", true},  {"object", true},   {"audio", true},    {"video", true},
              {"select", true},    {"datalist", true}};
enum { N_HIDDEN = sizeof hidden / sizeof hidden[0] };

typedef struct lexer {
    casus_html_copy *copy;
    casus_str raw;
    size_t at;
    unsigned depth, skipped;
    unsigned open_tags;
    bool no_close[N_HIDDEN]; /* no end tag of that name comes any more */
} lexer;

void casus_html_copy_init(casus_html_copy *copy)
{
    *copy = (casus_html_copy){0};
    casus_buf_init(&copy->text, LARGEST_COPY);
}

void casus_html_copy_free(casus_html_copy *copy)
{
    casus_buf_free(&copy->text);
    free(copy->piece);
    free(copy->json_ld);
    casus_html_copy_init(copy);
}

static bool grow(void **rows, size_t *room, size_t count, size_t size)
{
    if (count < *room) {
        return true;
    }
    size_t more = *room == 0 ? 64 : *room * 2;
    void *grown = realloc(*rows, more * size);
    if (grown == NULL) {
        return false;
    }
    *rows = grown;
    *room = more;
    return true;
}

static void add_piece(casus_html_copy *copy, uint32_t raw)
{
    void *rows = copy->piece;
    if (!grow(&rows, &copy->piece_room, copy->n_piece, sizeof *copy->piece)) {
        copy->failed = CASUS_ENOMEM;
        return;
    }
    copy->piece = rows;
    copy->piece[copy->n_piece++] = (casus_html_piece){(uint32_t)copy->text.len, raw};
}

/* Copy raw[begin..end). */
static void keep(lexer *l, size_t begin, size_t end)
{
    casus_html_copy *copy = l->copy;
    if (begin == end || copy->failed != CASUS_OK) {
        return;
    }
    const casus_html_piece *last = copy->n_piece == 0 ? NULL : &copy->piece[copy->n_piece - 1];
    if (last == NULL || last->raw + (copy->text.len - last->copy) != begin) {
        add_piece(copy, (uint32_t)begin);
    }
    casus_buf_add(&copy->text, l->raw.ptr + begin, end - begin);
    if (copy->text.failed != CASUS_OK) {
        copy->failed = copy->text.failed;
    }
}

/* A tag of our own: it stands for nothing in the page. */
static void insert(lexer *l, const char *tag)
{
    add_piece(l->copy, (uint32_t)l->at);
    casus_buf_add(&l->copy->text, tag, strlen(tag));
    add_piece(l->copy, (uint32_t)l->at);
}

static size_t find(casus_str text, size_t from, const char *what)
{
    size_t len = strlen(what);
    while (from + len <= text.len) {
        const char *first = memchr(text.ptr + from, what[0], text.len - from - len + 1);
        if (first == NULL) {
            break;
        }
        from = (size_t)(first - text.ptr);
        if (memcmp(first, what, len) == 0) {
            return from;
        }
        from++;
    }
    return text.len;
}

/* Where the end tag '</name' begins, at or behind `from`; the text's length if there is none. */
static size_t find_close(casus_str text, size_t from, const char *name)
{
    size_t len = strlen(name);
    for (;;) {
        from = find(text, from, "</");
        if (from + 2 + len > text.len) {
            return text.len;
        }
        if (strncasecmp(text.ptr + from + 2, name, len) == 0) {
            return from;
        }
        from += 2;
    }
}

/* Behind the '>' of the tag that begins at `at`; 0 if it has none. Quotes may hide a '>'. */
static size_t tag_end(lexer *l, size_t at)
{
    if (l->open_tags < MOST_OPEN_TAGS) {
        char quote = '\0';
        size_t stop = at + MOST_TAG < l->raw.len ? at + MOST_TAG : l->raw.len;
        for (size_t i = at + 1; i < stop; i++) {
            char c = l->raw.ptr[i];
            if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
            } else if ((c == '"' || c == '\'') && l->raw.ptr[i - 1] == '=') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        l->open_tags++;
    }
    const char *end = memchr(l->raw.ptr + at, '>', l->raw.len - at);
    return end == NULL ? 0 : (size_t)(end - l->raw.ptr) + 1;
}

/* Length of the tag's name at `at`. */
static size_t name_length(casus_str raw, size_t at)
{
    size_t end = at;
    while (end < raw.len && end - at < 32 && strchr(" \t\n\r\f/><\"'=", raw.ptr[end]) == NULL) {
        end++;
    }
    return end - at;
}

static bool is_one_of(const char *name, size_t len, const char *const *list)
{
    for (; *list != NULL; list++) {
        if (strlen(*list) == len && strncasecmp(name, *list, len) == 0) {
            return true;
        }
    }
    return false;
}

/* Elements that have no end tag, or whose end is implied by what follows, do not nest by themselves. */
static bool is_flat(const char *name, size_t len)
{
    static const char *const flat[] = {
        "area",   "base",  "br",     "col",      "embed", "hr", "img",  "input", "link", "meta",     "param",
        "source", "track", "wbr",    "p",        "li",    "dt", "dd",   "tr",    "td",   "th",       "thead",
        "tbody",  "tfoot", "option", "optgroup", "rt",    "rp", "html", "head",  "body", "colgroup", NULL};
    return is_one_of(name, len, flat);
}

static bool breaks_line(const char *name, size_t len)
{
    static const char *const block[] = {"div", "section", "article", "ul", "ol", "table",  "blockquote", "h1",
                                        "h2",  "h3",      "h4",      "h5", "h6", "figure", "main",       NULL};
    return is_one_of(name, len, block);
}

static void note_json_ld(lexer *l, size_t begin, size_t end)
{
    casus_html_copy *copy = l->copy;
    void *rows = copy->json_ld;
    if (!grow(&rows, &copy->json_ld_room, copy->n_json_ld, sizeof *copy->json_ld)) {
        copy->failed = CASUS_ENOMEM;
        return;
    }
    copy->json_ld = rows;
    copy->json_ld[copy->n_json_ld++] = (casus_span){(uint32_t)begin, (uint32_t)end};
}

/* Leave out a hidden element with all that is in it; false if it is to be kept. */
static bool skip_hidden(lexer *l, size_t name, size_t len, size_t end)
{
    for (size_t i = 0; i < N_HIDDEN; i++) {
        if (strlen(hidden[i].name) != len || strncasecmp(l->raw.ptr + name, hidden[i].name, len) != 0) {
            continue;
        }
        size_t close = l->no_close[i] ? l->raw.len : find_close(l->raw, end, hidden[i].name);
        if (close == l->raw.len) {
            l->no_close[i] = true;
            if (hidden[i].nested) {
                l->at = end; /* only the tag itself */
                return true;
            }
        }
        if (i == 0 && casus_ascii_holds(casus_str_slice(l->raw, name, end), "application/ld+json")) {
            note_json_ld(l, end, close);
        }
        const char *stop = close == l->raw.len ? NULL : memchr(l->raw.ptr + close, '>', l->raw.len - close);
        l->at = stop == NULL ? l->raw.len : (size_t)(stop - l->raw.ptr) + 1;
        return true;
    }
    return false;
}

/* Copy a tag; one with a great many attributes is cut short. */
static void keep_tag(lexer *l, size_t begin, size_t end)
{
    unsigned marks = 0;
    for (size_t i = begin; i < end; i++) {
        char c = l->raw.ptr[i];
        marks += c == ' ' || c == '\n' || c == '\t' || c == '/' || c == '=';
        if (marks > MOST_MARKS) {
            keep(l, begin, i);
            insert(l, "\">"); /* closes a value that is cut, and the tag; outside a value it is an odd attribute */
            return;
        }
    }
    keep(l, begin, end);
}

static void read_start(lexer *l, size_t end)
{
    size_t begin = l->at;
    size_t name = begin + 1;
    size_t len = name_length(l->raw, name);
    if (skip_hidden(l, name, len, end)) {
        return;
    }
    bool plaintext = len == 9 && strncasecmp(l->raw.ptr + name, "plaintext", 9) == 0; /* would swallow the rest */
    if (!plaintext && !is_flat(l->raw.ptr + name, len)) {
        if (l->depth >= MOST_DEPTH) {
            l->skipped++;
            l->at = end;
            if (breaks_line(l->raw.ptr + name, len)) {
                insert(l, "<br>");
            }
            return;
        }
        l->depth++;
    }
    if (!plaintext) {
        keep_tag(l, begin, end);
    }
    l->at = end;
}

static void read_end(lexer *l, size_t end)
{
    size_t name = l->at + 2;
    size_t len = name_length(l->raw, name);
    size_t begin = l->at;
    l->at = end;
    if (!is_flat(l->raw.ptr + name, len)) {
        if (l->skipped > 0) {
            l->skipped--;
            return;
        }
        l->depth -= l->depth > 0;
    }
    keep_tag(l, begin, end);
}

/* What begins with '<' at l->at. */
static void read_markup(lexer *l)
{
    casus_str rest = casus_str_slice(l->raw, l->at, l->raw.len);
    char next = rest.len > 1 ? rest.ptr[1] : '\0';
    bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    if (casus_str_starts(rest, CASUS_STR("<!--"))) {
        size_t close = find(l->raw, l->at + 4, "-->");
        l->at = close == l->raw.len ? l->raw.len : close + 3;
        return;
    }
    bool end_tag = next == '/' && rest.len > 2 && ((rest.ptr[2] | 32) >= 'a' && (rest.ptr[2] | 32) <= 'z');
    size_t end = letter || end_tag || next == '!' || next == '?' ? tag_end(l, l->at) : 0;
    if (end == 0) { /* a sign in the text */
        keep(l, l->at, l->at + 1);
        l->at++;
    } else if (letter) {
        read_start(l, end);
    } else if (end_tag) {
        read_end(l, end);
    } else {
        bool doctype =
            casus_str_starts(rest, CASUS_STR("<!")) && casus_ascii_holds(casus_str_slice(rest, 0, 9), "doctype");
        if (doctype) {
            keep(l, l->at, end);
        }
        l->at = end;
    }
}

void casus_html_lex(casus_html_copy *copy, casus_str raw)
{
    lexer l = {.copy = copy, .raw = raw};
    casus_buf_clear(&copy->text, KEPT);
    copy->n_piece = 0;
    copy->n_json_ld = 0;
    copy->failed = CASUS_OK;
    bool closed = false; /* no '>' comes any more: what follows is text */
    while (l.at < raw.len && copy->failed == CASUS_OK) {
        const char *mark = closed ? NULL : memchr(raw.ptr + l.at, '<', raw.len - l.at);
        size_t next = mark == NULL ? raw.len : (size_t)(mark - raw.ptr);
        keep(&l, l.at, next);
        l.at = next;
        if (next < raw.len) {
            size_t before = l.at;
            read_markup(&l);
            closed = l.at == before + 1 && memchr(raw.ptr + l.at, '>', raw.len - l.at) == NULL;
        }
    }
}

/* Index of the piece that holds `at`. */
static size_t piece_at(const casus_html_copy *copy, uint32_t at)
{
    size_t low = 0;
    size_t high = copy->n_piece;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (copy->piece[middle].copy <= at) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

uint32_t casus_html_raw(const casus_html_copy *copy, uint32_t at)
{
    if (copy->n_piece == 0) {
        return 0;
    }
    const casus_html_piece *piece = &copy->piece[piece_at(copy, at)];
    return piece->raw + (at - piece->copy);
}

uint32_t casus_html_piece_end(const casus_html_copy *copy, uint32_t at)
{
    size_t next = piece_at(copy, at) + 1;
    return next < copy->n_piece ? copy->piece[next].copy : (uint32_t)copy->text.len;
}
