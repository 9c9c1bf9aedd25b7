/* Actors known by name: see actors.h. */
#include "world/actors.h"

#include "base/table.h"
#include "base/utf8.h"

#include <stdio.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

enum { PART_ROOM = 64, MOST_PARTS = 16 };

/* A table while it is read. */
typedef struct loading {
    casus_actors *actors;
    casus_table table;
    casus_arena *arena;
    casus_map seen; /* names */
} loading;

static bool is_part(uint32_t c)
{
    return u_isalnum((UChar32)c) || u_charType((UChar32)c) == U_NON_SPACING_MARK;
}

/* Signs that stand within a part but do not count: apostrophes, and stops of acronyms. */
static bool is_silent(uint32_t c)
{
    return c == '\'' || c == '.' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4;
}

/* The letter without its marks, small; 0: it does not count. */
static uint32_t plain(uint32_t c)
{
    static const struct {
        uint32_t letter, plain;
    } strokes[] = {{0x0131, 'i'}, {0x0142, 'l'}, {0x00F8, 'o'}, {0x0111, 'd'}, {0x0259, 'e'}, {0x0127, 'h'}};
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    UChar parts[8];
    if (is_silent(c) || u_charType((UChar32)c) == U_NON_SPACING_MARK) {
        return 0;
    }
    c = (uint32_t)u_tolower((UChar32)c);
    if (c >= 0x80 && U_SUCCESS(status)) {
        int32_t len = unorm2_getDecomposition(nfd, (UChar32)c, parts, 8, &status);
        c = U_SUCCESS(status) && len > 0 && !U16_IS_SURROGATE(parts[0]) ? parts[0] : c;
    }
    for (size_t i = 0; i < sizeof strokes / sizeof strokes[0]; i++) {
        c = c == strokes[i].letter ? strokes[i].plain : c;
    }
    return c;
}

/* Writes what counts of a part; its length, or 0 if there is no room. */
static size_t fold_part(casus_str part, char *out, size_t room)
{
    size_t len = 0;
    for (size_t at = 0; at < part.len;) {
        char bytes[4];
        uint32_t c = plain(casus_utf8_next(part.ptr, part.len, &at));
        size_t n = c == 0 ? 0 : casus_utf8_put(c, bytes);
        if (n > room - len) {
            return 0;
        }
        memcpy(out + len, bytes, n);
        len += n;
    }
    return len;
}

bool casus_actors_part(const casus_actors *actors, casus_str text, size_t *at, casus_part *part, casus_span *span)
{
    char key[PART_ROOM];
    size_t from = *at;
    size_t end = *at;
    uint32_t letters = 0;
    uint32_t lower = 0;
    *part = (casus_part){0};
    while (from < text.len) {
        size_t next = from;
        if (is_part(casus_utf8_next(text.ptr, text.len, &next))) {
            break;
        }
        from = next;
    }
    for (size_t next = end = from; next < text.len; end = next) {
        uint32_t c = casus_utf8_next(text.ptr, text.len, &next);
        if (!is_part(c) && !is_silent(c)) {
            break;
        }
        letters += u_isalpha((UChar32)c) ? 1U : 0U;
        lower += u_islower((UChar32)c) ? 1U : 0U;
        part->capital = part->capital || (letters == 1 && u_isupper((UChar32)c));
    }
    *at = end;
    *span = (casus_span){(uint32_t)from, (uint32_t)end};
    if (from >= end) {
        return false;
    }
    part->capitals = letters > 0 && lower == 0 && end - from > 1; /* 'UN', 'M23' */
    casus_str spelt = casus_str_slice(text, from, end);
    size_t len = fold_part(spelt, key, sizeof key);
    const uint32_t *number = len == 0 ? NULL : casus_map_get(&actors->part, (casus_str){key, len});
    part->number = number == NULL ? 0 : *number;
    return true;
}

static casus_str edge_key(uint32_t state, uint32_t part, char bytes[8])
{
    memcpy(bytes, &state, 4);
    memcpy(bytes + 4, &part, 4);
    return (casus_str){bytes, 8};
}

uint32_t casus_actors_longest(const casus_actors *actors, const casus_part *part, uint32_t n, uint32_t *len)
{
    uint32_t found = CASUS_NO_ALIAS;
    uint32_t state = 0;
    *len = 0;
    for (uint32_t i = 0; i < n && i < MOST_PARTS && part[i].number != 0; i++) {
        char bytes[8];
        const uint32_t *next = casus_map_get(&actors->edge, edge_key(state, part[i].number, bytes));
        if (next == NULL) {
            break;
        }
        state = *next;
        memcpy(bytes, &state, 4);
        const uint32_t *end = casus_map_get(&actors->end, (casus_str){bytes, 4});
        if (end != NULL) {
            found = *end;
            *len = i + 1;
        }
    }
    return found;
}

bool casus_alias_fits(const casus_alias *alias, const casus_part *part)
{
    return (!alias->capital || part->capital) && (!alias->capitals || part->capitals);
}

/* Room for one more of `count` items; NULL without memory. */
static void *grow(void *array, uint32_t count, size_t size, casus_arena *arena)
{
    if (count != 0 && (count < 64 || (count & (count - 1)) != 0)) {
        return array;
    }
    char *grown = casus_arena_array(arena, count == 0 ? 64 : (size_t)count * 2, size);
    if (grown != NULL && count != 0) {
        memcpy(grown, array, count * size);
    }
    return grown;
}

/* The number of the part at text[*at], new if need be; 0 behind the last, or without memory (see the arena). */
static uint32_t number_of(loading *file, casus_str text, size_t *at, casus_part *part)
{
    casus_actors *actors = file->actors;
    casus_span span;
    char key[PART_ROOM];
    if (!casus_actors_part(actors, text, at, part, &span) || part->number != 0) {
        return part->number;
    }
    size_t len = fold_part(casus_str_slice(text, span.begin, span.end), key, sizeof key);
    casus_str kept = casus_arena_str(file->arena, (casus_str){key, len});
    if (len == 0 || kept.ptr == NULL || !casus_map_set(&actors->part, kept, actors->n_part + 1, NULL, file->arena)) {
        return 0;
    }
    return part->number = ++actors->n_part;
}

/* The state behind `state` over `part`, new if need be; 0 without memory. */
static uint32_t state_behind(loading *file, uint32_t state, uint32_t part)
{
    char bytes[8];
    casus_actors *actors = file->actors;
    casus_str key = edge_key(state, part, bytes);
    const uint32_t *next = casus_map_get(&actors->edge, key);
    if (next != NULL) {
        return *next;
    }
    key = casus_arena_str(file->arena, key);
    if (key.ptr == NULL || !casus_map_set(&actors->edge, key, actors->n_state + 1, NULL, file->arena)) {
        return 0;
    }
    return ++actors->n_state;
}

static casus_status add_alias(loading *file, casus_str text, casus_error *err)
{
    casus_actors *actors = file->actors;
    casus_alias alias = {.text = text, .known = actors->n_known - 1, .next = CASUS_NO_ALIAS};
    casus_part part = {0};
    uint32_t state = 0;
    size_t at = 0;
    for (uint32_t number = 0; (number = number_of(file, text, &at, &part)) != 0; alias.n_part++) {
        state = state_behind(file, state, number);
        if (state == 0) {
            return casus_arena_fail(file->arena, err);
        }
        alias.capitals = alias.n_part == 0 && part.capitals;
        alias.capital = alias.n_part == 0 ? part.capital : alias.capital;
    }
    if (file->arena->failed != CASUS_OK) {
        return casus_arena_fail(file->arena, err);
    }
    if (alias.n_part == 0 || alias.n_part > MOST_PARTS) {
        return casus_table_fault(&file->table, text, err, "a name of one to sixteen words is wanted");
    }
    casus_str key = casus_arena_str(file->arena, (casus_str){(const char *)&state, sizeof state});
    casus_alias *grown = grow(actors->alias, actors->n_alias, sizeof *grown, file->arena);
    const uint32_t *end = key.ptr == NULL ? NULL : casus_map_get(&actors->end, key);
    if (grown == NULL || key.ptr == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    actors->alias = grown;
    if (end == NULL && !casus_map_set(&actors->end, key, actors->n_alias, NULL, file->arena)) {
        return casus_arena_fail(file->arena, err);
    }
    if (end != NULL) { /* behind those of earlier rows, which come first */
        uint32_t last = *end;
        while (actors->alias[last].next != CASUS_NO_ALIAS) {
            last = actors->alias[last].next;
        }
        if (actors->alias[last].known == alias.known) { /* the same in other capitals: either will do */
            actors->alias[last].capital = actors->alias[last].capital && alias.capital;
            actors->alias[last].capitals = actors->alias[last].capitals && alias.capitals;
            return CASUS_OK;
        }
        actors->alias[last].next = actors->n_alias;
    }
    actors->alias[actors->n_alias++] = alias;
    return CASUS_OK;
}

/* An alias; and again with its apostrophes as gaps, since a genitive is a word of its own in some languages. */
static casus_status add_spelling(loading *file, casus_str text, casus_error *err)
{
    casus_status st = add_alias(file, text, err);
    if (st != CASUS_OK || text.len == 0 || memchr(text.ptr, '\'', text.len) == NULL) {
        return st;
    }
    char *parted = casus_arena_bytes(file->arena, text.len);
    if (parted == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    for (size_t i = 0; i < text.len; i++) {
        parted[i] = text.ptr[i] == '\'' ? ' ' : text.ptr[i];
    }
    return add_alias(file, (casus_str){parted, text.len}, err);
}

/* 2020, 2020-09 or 2020-09-27 as a number; what is left open is filled with `fill`. False: none of these. */
static bool read_day(casus_str field, uint32_t fill, uint32_t *day)
{
    uint32_t part[3] = {0, fill == 0 ? 0 : 99, fill == 0 ? 0 : 99};
    if (field.len != 4 && field.len != 7 && field.len != 10) {
        *day = fill;
        return field.len == 0;
    }
    for (size_t i = 0, n = 0; i < field.len; i++) {
        if (i == 4 || i == 7) {
            if (field.ptr[i] != '-') {
                return false;
            }
            part[++n] = 0;
        } else if (field.ptr[i] >= '0' && field.ptr[i] <= '9') {
            part[n] = part[n] * 10 + (uint32_t)(field.ptr[i] - '0');
        } else {
            return false;
        }
    }
    *day = part[0] * 10000 + part[1] * 100 + part[2];
    return true;
}

static casus_str next_word(casus_str *list, char separator)
{
    const char *end = list->len == 0 ? NULL : memchr(list->ptr, separator, list->len);
    size_t len = end == NULL ? list->len : (size_t)(end - list->ptr);
    casus_str word = casus_str_slice(*list, 0, len);
    *list = casus_str_slice(*list, len + (end != NULL), list->len);
    return word;
}

static casus_status read_codes(loading *file, const casus_str field[CASUS_TABLE_COLUMNS], casus_known *known,
                               casus_error *err)
{
    static const char *const classes[] = {"person", "group", "body", "outlet", "firm"};
    uint32_t class_of = 0;
    while (class_of < 5 && !casus_str_eq(field[1], casus_str_of(classes[class_of]))) {
        class_of++;
    }
    if (class_of == 5) {
        return casus_table_fault(&file->table, field[1], err, "unknown word in a closed column");
    }
    known->class_of = (casus_known_class)class_of;
    if (field[2].len != 3) {
        return casus_table_fault(&file->table, field[2], err, "a code of three letters is wanted");
    }
    for (casus_str list = field[3]; list.len > 0; known->n_sector++) {
        casus_str code = next_word(&list, ' ');
        if (code.len != 3 || known->n_sector == CASUS_MOST_SECTORS) {
            return casus_table_fault(&file->table, code, err, "up to four codes of three letters are wanted");
        }
        known->sector[known->n_sector] = code;
    }
    if (!read_day(field[5], 0, &known->from) || !read_day(field[6], UINT32_MAX, &known->to)) {
        return casus_table_fault(&file->table, field[5], err, "a year, month or day is wanted");
    }
    return CASUS_OK;
}

static casus_status read_row(loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_actors *actors = file->actors;
    casus_known known = {.name = field[0], .country = field[2]};
    bool old = false;
    CASUS_TRY(read_codes(file, field, &known, err));
    if (field[7].len > 0) {
        known.wikidata = field[7];
    }
    if (!casus_map_set(&file->seen, field[0], 0, &old, file->arena)) {
        return casus_arena_fail(file->arena, err);
    }
    if (old) {
        return casus_table_fault(&file->table, field[0], err, "stands twice in this file");
    }
    casus_known *grown = grow(actors->known, actors->n_known, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    actors->known = grown;
    actors->known[actors->n_known++] = known;
    CASUS_TRY(add_spelling(file, field[0], err));
    for (casus_str list = field[4]; list.len > 0;) {
        CASUS_TRY(add_spelling(file, next_word(&list, '|'), err));
    }
done:
    return st;
}

casus_str casus_actors_label(const casus_actors *actors, const casus_map *labels, casus_str key)
{
    const uint32_t *at = key.len == 0 ? NULL : casus_map_get(labels, key);
    return at == NULL ? CASUS_STR_NULL : actors->label[*at];
}

static casus_status read_label(loading *file, casus_map *labels, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_actors *actors = file->actors;
    bool old = false;
    casus_str *grown = grow(actors->label, actors->n_label, sizeof *grown, file->arena);
    if (grown == NULL || !casus_map_set(labels, field[0], actors->n_label, &old, file->arena)) {
        return casus_arena_fail(file->arena, err);
    }
    if (old) {
        return casus_table_fault(&file->table, field[0], err, "stands twice in this file");
    }
    actors->label = grown;
    actors->label[actors->n_label++] = field[1];
    return CASUS_OK;
}

static casus_status open_table(loading *file, const char *dir, const char *name, const char *const *columns,
                               uint32_t n_column, casus_error *err)
{
    size_t room = strlen(dir) + strlen(name) + 2;
    char *path = casus_arena_bytes(file->arena, room);
    if (path == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    (void)snprintf(path, room, "%s/%s", dir, name);
    return casus_table_open(&file->table, path, columns, n_column, file->arena, err);
}

static casus_status load_labels(loading *file, const char *dir, const char *name, const char *key, casus_map *labels,
                                casus_error *err)
{
    const char *const columns[] = {key, "name"};
    casus_status st = CASUS_OK;
    casus_str field[CASUS_TABLE_COLUMNS];
    CASUS_TRY(open_table(file, dir, name, columns, 2, err));
    while ((st = casus_table_next(&file->table, field, err)) == CASUS_OK) {
        CASUS_TRY(read_label(file, labels, field, err));
    }
    st = st == CASUS_END ? CASUS_OK : st;
done:
    return st;
}

casus_status casus_world__load_actors(casus_actors *actors, const char *dir, casus_arena *arena, casus_error *err)
{
    static const char *const columns[] = {"name", "class", "country",  "sectors", "aliases",
                                          "from", "to",    "wikidata", "note"};
    casus_status st = CASUS_OK;
    loading file = {.actors = actors, .arena = arena};
    casus_str field[CASUS_TABLE_COLUMNS];
    CASUS_TRY(load_labels(&file, dir, "actors_countries.tsv", "country", &actors->country, err));
    CASUS_TRY(load_labels(&file, dir, "actors_breakaway.tsv", "place", &actors->breakaway, err));
    CASUS_TRY(open_table(&file, dir, "actors.tsv", columns, sizeof columns / sizeof columns[0], err));
    while ((st = casus_table_next(&file.table, field, err)) == CASUS_OK) {
        CASUS_TRY(read_row(&file, field, err));
    }
    st = st == CASUS_END ? CASUS_OK : st;
done:
    return st;
}
