/*
 * What the first lines of an article tell of it: day and time of publication, outlet, headline. The lines stay in the
 * text, as segments of their own, so that no sentence starts with them.
 */
#include "ingest/dateline.h"
#include "ingest/format.h"
#include "ingest/head_date.h"
#include "ingest/line.h"

enum {
    HEAD_PARTS = 24, /* so many parts are looked at */
    HEAD_PROSE = 2,  /* until so many paragraphs of prose were seen */
    PROSE = 200,     /* bytes of a paragraph */
    HEAD_LINE = 120, /* bytes of a line that is nothing but head */
    SUBHEAD = 120,   /* bytes */
    TITLE = 240,
    LABEL_WORDS = 4,
    OTHER_WORDS = 2, /* that may stand beside a date in a line that is a date line */
    LABELLED_WORDS = 8,
    MOST_PIECES = 4
};

typedef struct head {
    const casus_pack *pack;
    casus_blocks *blocks;
    casus_doc *doc;
    casus_date updated;
    bool clock; /* a time of day was found before its date */
    uint8_t hour, minute;
} head;

/* A part's text behind what is known to be its head. */
static casus_str text_of(const casus_blocks *blocks, size_t i)
{
    const casus_part *part = &blocks->part[i];
    return casus_str_slice(casus_buf_str(&blocks->text), part->text.begin + part->head, part->text.end);
}

/* The label that begins the line; *len is its bytes with the colon and the space behind it. */
static casus_label label_of(const casus_pack *pack, casus_str line, size_t *len, bool *colon)
{
    casus_label found = CASUS_LABEL_NONE;
    size_t end = 0;
    for (int words = 0; words < LABEL_WORDS && end < line.len; words++) {
        while (end < line.len && line.ptr[end] == ' ') {
            end++;
        }
        while (end < line.len && line.ptr[end] != ' ' && line.ptr[end] != ':') {
            end++;
        }
        const uint32_t *label = casus_pack_find(&pack->label, casus_str_slice(line, 0, end));
        if (label != NULL) {
            found = (casus_label)*label;
            *len = end;
        }
        if (end < line.len && line.ptr[end] == ':') {
            break;
        }
    }
    if (found != CASUS_LABEL_NONE) {
        while (*len < line.len && line.ptr[*len] == ' ') {
            (*len)++;
        }
        *colon = *len < line.len && line.ptr[*len] == ':';
        *len += *colon;
        while (*len < line.len && line.ptr[*len] == ' ') {
            (*len)++;
        }
    }
    return found;
}

static void set_clock(head *h, uint8_t hour, uint8_t minute)
{
    casus_date *date = &h->doc->published;
    if (date->from == CASUS_FROM_TEXT && date->precision == CASUS_DAY) {
        date->precision = CASUS_MINUTE;
        date->hour = hour;
        date->minute = minute;
    } else if (date->from == CASUS_FROM_NOWHERE) {
        h->clock = true;
        h->hour = hour;
        h->minute = minute;
    }
}

/* Whether `finer` says the same as `date`, and more. */
static bool refines(const casus_date *date, const casus_date *finer)
{
    return date->from == CASUS_FROM_TEXT && finer->precision > date->precision && finer->year == date->year &&
           (date->precision == CASUS_YEAR || finer->month == date->month) &&
           (date->precision != CASUS_DAY || finer->day == date->day);
}

/* Take over what a line says of the day; the first day that is said counts, and may be told more exactly later. */
static void take_date(head *h, const casus_head_date *found, bool update)
{
    if (update) {
        h->updated = h->updated.from == CASUS_FROM_NOWHERE ? found->date : h->updated;
        return;
    }
    casus_date *published = &h->doc->published;
    bool dated = found->date.from == CASUS_FROM_TEXT;
    if (dated && (published->from == CASUS_FROM_NOWHERE || refines(published, &found->date))) {
        *published = found->date;
        if (h->clock) {
            set_clock(h, h->hour, h->minute);
        }
    }
    bool same_day = !dated || (published->year == found->date.year && published->month == found->date.month &&
                               published->day == found->date.day);
    if (found->clock.end > 0 && same_day) {
        set_clock(h, found->hour, found->minute);
    }
}

static casus_status take_outlet(head *h, casus_str name, casus_error *err)
{
    name = casus_str_trim(name);
    if (h->doc->outlet.ptr != NULL || name.len == 0) {
        return CASUS_OK;
    }
    h->doc->outlet = casus_arena_str(&h->doc->arena, name);
    return h->doc->outlet.ptr == NULL ? casus_arena_fail(&h->doc->arena, err) : CASUS_OK;
}

/* Mark the next `len` bytes of part `i` as head. */
static void mark(head *h, size_t i, size_t len)
{
    casus_part *part = &h->blocks->part[i];
    casus_str line = text_of(h->blocks, i);
    while (len < line.len && line.ptr[len] == ' ') {
        len++;
    }
    part->head += (uint32_t)len;
    if (len >= line.len) {
        part->block = CASUS_BLOCK_HEAD;
    }
}

/* ' date 2020-09 The ministry said': the words of the day, and of the time if it comes next. */
static size_t labelled_date(const casus_head_date *found, casus_str line, size_t label)
{
    if (found->day.end == 0 || found->day.begin > label + 1) {
        return 0;
    }
    size_t end = found->day.end;
    bool time_next = found->clock.end > end && found->clock.begin <= end + 2;
    end = time_next ? found->clock.end : end;
    return line.len <= HEAD_LINE && found->others <= LABELLED_WORDS && !casus_line_ends_sentence(line) ? line.len : end;
}

/* 'Source: Belga 32 Russia has': the name, and a count of reactions that the page prints behind it. */
static casus_status source_line(head *h, casus_str line, size_t label, size_t *len, casus_error *err)
{
    casus_str rest = casus_str_slice(line, label, line.len);
    casus_str name = CASUS_STR_NULL;
    size_t known = casus_agency_find(h->pack, rest, &name);
    *len = 0;
    if (rest.len <= HEAD_LINE / 2 && !casus_line_ends_sentence(rest)) {
        size_t first = 0; /* of several names, the first */
        while (first < rest.len && strchr("|,;", rest.ptr[first]) == NULL) {
            first++;
        }
        *len = line.len;
        return take_outlet(h, casus_str_slice(rest, 0, first), err);
    }
    if (known == 0) {
        return CASUS_OK;
    }
    size_t end = label + known;
    size_t digits = end;
    while (digits < line.len && (line.ptr[digits] == ' ' || (line.ptr[digits] >= '0' && line.ptr[digits] <= '9'))) {
        digits++;
    }
    *len = digits > end + 1 && line.ptr[digits - 1] == ' ' ? digits : end;
    return take_outlet(h, name, err);
}

/* Names and little words only, as behind 'By'. */
static bool looks_like_names(casus_str rest)
{
    bool start = true;
    size_t capitals = 0;
    size_t words = 0; /* that begin with a letter */
    for (size_t i = 0; i < rest.len; i++) {
        unsigned char c = (unsigned char)rest.ptr[i];
        bool upper = (c >= 'A' && c <= 'Z') || c >= 0xC3;
        capitals += start && upper;
        words += start && (upper || (c >= 'a' && c <= 'z'));
        start = c == ' ';
    }
    return words > 0 && words <= LABELLED_WORDS && capitals * 2 >= words;
}

static casus_status read_labelled(head *h, size_t i, bool *done, casus_error *err)
{
    casus_str line = text_of(h->blocks, i);
    size_t label_len = 0;
    size_t len = 0;
    bool colon = false;
    casus_status st = CASUS_OK;
    casus_label label = label_of(h->pack, line, &label_len, &colon);
    casus_head_date found = {0};
    *done = false;
    switch (label) {
    case CASUS_LABEL_DATE:
    case CASUS_LABEL_UPDATED:
        found = casus_head_date_find(h->pack, line);
        len = labelled_date(&found, line, label_len);
        if (len > 0) {
            take_date(h, &found, label == CASUS_LABEL_UPDATED);
        }
        break;
    case CASUS_LABEL_SOURCE:
        if (colon) {
            st = source_line(h, line, label_len, &len, err);
        }
        break;
    case CASUS_LABEL_BYLINE:
        if (line.len <= HEAD_LINE && !casus_line_ends_sentence(line) &&
            (colon || looks_like_names(casus_str_slice(line, label_len, line.len)))) {
            found = casus_head_date_find(h->pack, line); /* 'By Ann Lee | 14 May 2025' */
            take_date(h, &found, false);
            len = line.len;
        }
        break;
    case CASUS_LABEL_NONE:
        break;
    }
    if (st == CASUS_OK && len > 0) {
        *done = true;
        mark(h, i, len);
    }
    return st;
}

/* A line that is a date, a time, or both, and hardly anything else. */
static bool read_date_line(head *h, size_t i)
{
    casus_str line = text_of(h->blocks, i);
    if (line.len > HEAD_LINE) {
        return false;
    }
    casus_head_date found = casus_head_date_find(h->pack, line);
    bool day = found.date.from == CASUS_FROM_TEXT && found.others <= OTHER_WORDS;
    bool clock = found.clock.end > 0 && found.others == 0;
    if ((!day && !clock) || casus_line_ends_sentence(line)) {
        return false;
    }
    take_date(h, &found, false);
    mark(h, i, line.len);
    return true;
}

/* Datelines and the times of a live blog may stand before any paragraph. */
static casus_status read_prefix(head *h, size_t i, bool near_top, bool *done, casus_error *err)
{
    casus_str line = text_of(h->blocks, i);
    casus_dateline dateline = near_top ? casus_dateline_find(h->pack, line) : (casus_dateline){0};
    size_t len = dateline.len > 0 ? dateline.len : casus_clock_find(h->pack, line);
    *done = len > 0;
    if (len == 0) {
        return CASUS_OK;
    }
    mark(h, i, len);
    if (dateline.len == 0) {
        return CASUS_OK;
    }
    take_date(h, &dateline.when, false);
    return take_outlet(h, dateline.agency, err);
}

/* Take what is head from the start of part `i`, piece by piece. */
static casus_status read_part(head *h, size_t i, bool top, casus_error *err)
{
    casus_status st = CASUS_OK;
    bool done = true;
    for (int piece = 0; piece < MOST_PIECES && done && h->blocks->part[i].block != CASUS_BLOCK_HEAD; piece++) {
        done = false;
        if (top) {
            CASUS_TRY(read_labelled(h, i, &done, err));
            done = done || read_date_line(h, i);
        }
        if (!done) {
            CASUS_TRY(read_prefix(h, i, top, &done, err));
        }
    }
done:
    return st;
}

/* A line without a sentence's end, alone between paragraphs, is a headline or subhead. */
static void mark_heading(head *h, size_t i, bool first)
{
    casus_part *part = &h->blocks->part[i];
    casus_str line = text_of(h->blocks, i);
    char last = line.ptr[line.len - 1];
    bool open = last == ',' || last == ';' || last == ':';
    if (part->block == CASUS_BLOCK_PROSE && line.len <= (first ? TITLE : SUBHEAD) && !open &&
        !casus_line_ends_sentence(line)) {
        part->block = CASUS_BLOCK_HEADING;
    }
}

static casus_status take_title(head *h, size_t i, casus_error *err)
{
    if (h->doc->title.ptr != NULL || h->blocks->part[i].block != CASUS_BLOCK_HEADING) {
        return CASUS_OK;
    }
    h->doc->title = casus_arena_str(&h->doc->arena, text_of(h->blocks, i));
    return h->doc->title.ptr == NULL ? casus_arena_fail(&h->doc->arena, err) : CASUS_OK;
}

casus_status casus_head_read(const casus_pack *pack, casus_blocks *blocks, casus_doc *doc, casus_error *err)
{
    casus_status st = CASUS_OK;
    head h = {.pack = pack, .blocks = blocks, .doc = doc};
    size_t prose = 0;
    size_t seen = 0;
    for (size_t i = 0; i < blocks->n_part; i++) {
        if (blocks->part[i].cut != NULL || blocks->part[i].block == CASUS_BLOCK_HEAD) {
            continue;
        }
        CASUS_TRY(read_part(&h, i, seen < HEAD_PARTS && prose < HEAD_PROSE, err));
        if (blocks->part[i].block == CASUS_BLOCK_HEAD) {
            continue;
        }
        bool first = seen == 0 && blocks->n_part > 1;
        mark_heading(&h, i, first);
        if (first) {
            CASUS_TRY(take_title(&h, i, err));
        }
        seen++;
        prose += text_of(blocks, i).len >= PROSE;
    }
    if (doc->published.from == CASUS_FROM_NOWHERE) {
        doc->published = h.updated;
    }
done:
    return st;
}
