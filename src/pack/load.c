/* One folder of tables into a pack: see load.h; lang/README.md describes the files. */
#include "pack/load.h"

#include "base/ini.h"
#include "base/table.h"
#include "base/utf8.h"

#include <stdio.h>
#include <unistd.h>

enum { PATH_ROOM = 4096 };

/* A file while it is read. */
typedef struct loading {
    casus_pack *pack;
    casus_table table;
    casus_map seen; /* keys of this file */
    casus_arena *arena;
} loading;

typedef casus_status row_reader(loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err);

/* The closed set of words that a column may hold. */
typedef struct choice {
    const char *word;
    uint32_t value;
} choice;

static casus_status choose(const loading *file, casus_str field, const choice *choices, uint32_t *value,
                           casus_error *err)
{
    for (; choices->word != NULL; choices++) {
        if (casus_str_eq(field, casus_str_of(choices->word))) {
            *value = choices->value;
            return CASUS_OK;
        }
    }
    return casus_table_fault(&file->table, field, err, "unknown word in a closed column");
}

/* Whether the form is to be matched with its own capitals only. */
static bool has_capital(casus_str form)
{
    char folded[CASUS_PACK_KEY];
    size_t len = casus_pack_fold(form, folded, sizeof folded);
    return len != form.len || memcmp(folded, form.ptr, len) != 0;
}

/* `field` folded (or as it is) in the arena; a key that the file has twice is a fault. */
static casus_status make_key(loading *file, casus_str field, bool fold, casus_str *key, casus_error *err)
{
    char folded[CASUS_PACK_KEY];
    casus_str as = field;
    size_t len = casus_pack_fold(field, folded, sizeof folded);
    if (len == 0) {
        return casus_table_fault(&file->table, field, err, "longer than a key may be");
    }
    if (fold) {
        as = (casus_str){folded, len};
    }
    *key = casus_arena_str(file->arena, as);
    bool old = false;
    if (key->ptr == NULL || !casus_map_set(&file->seen, *key, file->table.line, &old, file->arena)) {
        return casus_arena_fail(file->arena, err);
    }
    return old ? casus_table_fault(&file->table, field, err, "stands twice in this file") : CASUS_OK;
}

static casus_status set(loading *file, casus_map *map, casus_str key, uint32_t value, casus_error *err)
{
    return casus_map_set(map, key, value, NULL, file->arena) ? CASUS_OK : casus_arena_fail(file->arena, err);
}

/* Room for one more item in an array that doubles at powers of two; NULL without memory. */
static void *push(void *array, uint32_t count, size_t size, casus_arena *arena)
{
    if (count != 0 && (count < 16 || (count & (count - 1)) != 0)) {
        return array; /* grown at 16, 32, 64, ... */
    }
    char *grown = casus_arena_array(arena, count == 0 ? 16 : (size_t)count * 2, size);
    if (grown != NULL && count != 0) {
        memcpy(grown, array, count * size);
    }
    return grown;
}

static casus_status read_abbreviation(loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const choice ends[] = {
        {"no", CASUS_ENDS_NO}, {"maybe", CASUS_ENDS_MAYBE}, {"digit", CASUS_ENDS_DIGIT}, {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t value = 0;
    casus_str key;
    if (!casus_str_ends(field[0], CASUS_STR("."))) {
        return casus_table_fault(&file->table, field[0], err, "an abbreviation ends in a full stop");
    }
    CASUS_TRY(choose(file, field[1], ends, &value, err));
    CASUS_TRY(make_key(file, field[0], !has_capital(field[0]), &key, err));
    st = set(file, &file->pack->abbreviation, key, value, err);
done:
    return st;
}

static casus_status read_contraction(loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_pack *pack = file->pack;
    casus_contraction row = {0};
    casus_str key;
    CASUS_TRY(make_key(file, field[0], true, &key, err));
    row.suffix = key.ptr[0] == '*';
    row.form = casus_str_slice(key, row.suffix ? 1 : 0, key.len);

    casus_str words = field[1];
    size_t spelt = 0;
    while (words.len > 0 && row.n_part < 4) {
        const char *space = memchr(words.ptr, ' ', words.len);
        size_t len = space == NULL ? words.len : (size_t)(space - words.ptr);
        bool star = len == 1 && words.ptr[0] == '*';
        row.part_len[row.n_part++] = star ? 0 : (uint8_t)casus_utf8_count(words.ptr, len);
        spelt += star ? 0 : casus_utf8_count(words.ptr, len);
        words = casus_str_slice(words, len + (space != NULL), words.len);
    }
    if (words.len > 0 || row.n_part < 2 || spelt != casus_utf8_count(row.form.ptr, row.form.len)) {
        return casus_table_fault(&file->table, field[1], err, "two to four words that spell the form are wanted");
    }
    casus_contraction *grown = push(pack->contraction, pack->n_contraction, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    pack->contraction = grown;
    pack->contraction[pack->n_contraction] = row;
    if (!row.suffix) {
        CASUS_TRY(set(file, &pack->whole, row.form, pack->n_contraction, err));
    }
    pack->n_contraction++;
done:
    return st;
}

static casus_status push_str(loading *file, casus_str **array, uint32_t *count, casus_str s, casus_error *err)
{
    casus_str *grown = push(*array, *count, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    *array = grown;
    (*array)[(*count)++] = s;
    return CASUS_OK;
}

static casus_status read_keep(loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_pack *pack = file->pack;
    casus_str key;
    casus_status st = make_key(file, field[0], true, &key, err);
    if (st != CASUS_OK) {
        return st;
    }
    if (key.ptr[key.len - 1] == '*') {
        return push_str(file, &pack->keep_prefix, &pack->n_keep_prefix, casus_str_slice(key, 0, key.len - 1), err);
    }
    if (key.ptr[0] == '*') {
        return push_str(file, &pack->keep_suffix, &pack->n_keep_suffix, casus_str_slice(key, 1, key.len), err);
    }
    return set(file, &pack->keep, key, 1, err);
}

static casus_status read_function_word(loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_str key;
    casus_status st = make_key(file, field[0], true, &key, err);
    return st != CASUS_OK ? st : set(file, &file->pack->function_word, key, 1, err);
}

/* A value column: a small number, or the word of a class that has words. */
static casus_status read_value(const loading *file, casus_str field, uint32_t least, uint32_t most, uint32_t *value,
                               casus_error *err)
{
    uint32_t number = 0;
    for (size_t i = 0; i < field.len; i++) {
        if (field.ptr[i] < '0' || field.ptr[i] > '9' || number > 9999) {
            return casus_table_fault(&file->table, field, err, "a number is wanted");
        }
        number = number * 10 + (uint32_t)(field.ptr[i] - '0');
    }
    if (field.len == 0 || number < least || number > most) {
        return casus_table_fault(&file->table, field, err, "a number out of range for this class");
    }
    *value = number;
    return CASUS_OK;
}

/* A feature's weight: a whole number that may be negative. */
static casus_status read_boundary(loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    uint32_t value = 0;
    casus_str key;
    bool negative = field[1].len > 0 && field[1].ptr[0] == '-';
    CASUS_TRY(read_value(file, casus_str_slice(field[1], negative, field[1].len), 0, 9999, &value, err));
    CASUS_TRY(make_key(file, field[0], false, &key, err));
    st = set(file, &file->pack->boundary, key, negative ? 0 - value : value, err);
done:
    return st;
}

static casus_status read_term(loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const choice classes[] = {{"month", CASUS_TERM_MONTH},     {"weekday", CASUS_TERM_WEEKDAY},
                                     {"clock", CASUS_TERM_CLOCK},     {"meridiem", CASUS_TERM_MERIDIEM},
                                     {"ordinal", CASUS_TERM_ORDINAL}, {NULL, 0}};
    static const choice clocks[] = {{"hour", 0}, {NULL, 0}};
    static const choice halves[] = {{"am", 0}, {"pm", 12}, {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t class_of = 0;
    uint32_t value = 0;
    casus_str key;
    CASUS_TRY(choose(file, field[1], classes, &class_of, err));
    switch (class_of) {
    case CASUS_TERM_MONTH:
        CASUS_TRY(read_value(file, field[2], 1, 12, &value, err));
        break;
    case CASUS_TERM_WEEKDAY:
        CASUS_TRY(read_value(file, field[2], 1, 7, &value, err));
        break;
    case CASUS_TERM_CLOCK:
        CASUS_TRY(choose(file, field[2], clocks, &value, err));
        break;
    case CASUS_TERM_MERIDIEM:
        CASUS_TRY(choose(file, field[2], halves, &value, err));
        break;
    default:
        break;
    }
    CASUS_TRY(make_key(file, field[0], true, &key, err));
    st = set(file, &file->pack->term, key, class_of << 16 | value, err);
done:
    return st;
}

static casus_status read_label(loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const choice classes[] = {{"date", CASUS_LABEL_DATE},
                                     {"updated", CASUS_LABEL_UPDATED},
                                     {"source", CASUS_LABEL_SOURCE},
                                     {"byline", CASUS_LABEL_BYLINE},
                                     {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t value = 0;
    casus_str key;
    CASUS_TRY(choose(file, field[1], classes, &value, err));
    CASUS_TRY(make_key(file, field[0], true, &key, err));
    if (key.len > file->pack->label_longest) {
        file->pack->label_longest = key.len;
    }
    st = set(file, &file->pack->label, key, value, err);
done:
    return st;
}

static casus_status read_agency(loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_pack *pack = file->pack;
    casus_status st = push_str(file, &pack->agency_name, &pack->n_agency, field[0], err);
    casus_str aliases = field[1];
    casus_str name = field[0];
    while (st == CASUS_OK && name.ptr != NULL) {
        casus_str key;
        st = make_key(file, name, true, &key, err);
        if (st == CASUS_OK) {
            st = set(file, &pack->agency, key, pack->n_agency - 1, err);
        }
        if (aliases.len == 0) {
            break;
        }
        const char *bar = memchr(aliases.ptr, '|', aliases.len);
        size_t len = bar == NULL ? aliases.len : (size_t)(bar - aliases.ptr);
        name = casus_str_slice(aliases, 0, len);
        aliases = casus_str_slice(aliases, len + (bar != NULL), aliases.len);
    }
    return st;
}

static casus_status read_furniture(loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const choice matches[] = {{"line", CASUS_MATCH_LINE}, {"start", CASUS_MATCH_START},
                                     {"part", CASUS_MATCH_PART}, {"list", CASUS_MATCH_LIST},
                                     {"end", CASUS_MATCH_END},   {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_pack *pack = file->pack;
    uint32_t match = 0;
    casus_str key;
    CASUS_TRY(choose(file, field[1], matches, &match, err));
    if (field[2].len == 0) {
        return casus_table_fault(&file->table, field[2], err, "a class is wanted");
    }
    if (match == CASUS_MATCH_PART && field[0].len < 6) {
        return casus_table_fault(&file->table, field[0], err, "too short to be looked for within lines");
    }
    CASUS_TRY(make_key(file, field[0], true, &key, err));
    casus_furniture *grown = push(pack->furniture, pack->n_furniture, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    pack->furniture = grown;
    pack->furniture[pack->n_furniture++] =
        (casus_furniture){.phrase = key, .match = (casus_match)match, .why = casus_arena_str(file->arena, field[2])};
done:
    return st;
}

static const struct {
    const char *path;
    const char *columns[CASUS_TABLE_COLUMNS];
    uint32_t n_column;
    row_reader *read;
} files[] = {
    {"token/abbreviations.tsv", {"form", "ends"}, 2, read_abbreviation},
    {"token/contractions.tsv", {"form", "words"}, 2, read_contraction},
    {"token/keep.tsv", {"form"}, 1, read_keep},
    {"token/boundary.tsv", {"feature", "weight"}, 2, read_boundary},
    {"token/function_words.tsv", {"form"}, 1, read_function_word},
    {"time/terms.tsv", {"term", "class", "value"}, 3, read_term},
    {"ingest/head.tsv", {"label", "class"}, 2, read_label},
    {"ingest/agencies.tsv", {"name", "aliases"}, 2, read_agency},
    {"ingest/furniture.tsv", {"phrase", "match", "class"}, 3, read_furniture},
};

static casus_status join_path(const char *dir, const char *name, casus_arena *arena, const char **path,
                              casus_error *err)
{
    char joined[PATH_ROOM];
    int len = snprintf(joined, sizeof joined, "%s/%s", dir, name);
    if (len < 0 || (size_t)len >= sizeof joined) {
        return casus_fail(err, CASUS_EPACK, dir, 0, 0, "path of a pack is too long");
    }
    casus_str kept = casus_arena_str(arena, (casus_str){joined, (size_t)len});
    *path = kept.ptr;
    return kept.ptr == NULL ? casus_arena_fail(arena, err) : CASUS_OK;
}

casus_status casus_pack__load_files(casus_pack *pack, const char *dir, casus_arena *arena, casus_error *err)
{
    casus_status st = CASUS_OK;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        loading file = {.pack = pack, .arena = arena};
        const char *path = NULL;
        CASUS_TRY(join_path(dir, files[i].path, arena, &path, err));
        if (access(path, F_OK) != 0) {
            continue;
        }
        CASUS_TRY(casus_table_open(&file.table, path, files[i].columns, files[i].n_column, arena, err));
        casus_str field[CASUS_TABLE_COLUMNS];
        while ((st = casus_table_next(&file.table, field, err)) == CASUS_OK) {
            CASUS_TRY(files[i].read(&file, field, err));
        }
        if (st != CASUS_END) {
            goto done;
        }
        st = CASUS_OK;
    }
done:
    return st;
}

/* The settings of pack.ini: closed sets of words. *known tells whether the pair is one. */
static casus_status read_setting(casus_pack *pack, const casus_ini *ini, casus_str key, casus_str value, bool *known,
                                 casus_error *err)
{
    static const struct {
        const char *section, *key, *word;
        uint32_t value;
    } settings[] = {
        {"token", "hyphen", "keep", CASUS_HYPHEN_KEEP},
        {"token", "hyphen", "split", CASUS_HYPHEN_SPLIT},
        {"time", "numeric", "unknown", CASUS_ORDER_UNKNOWN},
        {"time", "numeric", "day-first", CASUS_ORDER_DAY_FIRST},
        {"time", "numeric", "month-first", CASUS_ORDER_MONTH_FIRST},
    };
    *known = false;
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
        if (!casus_str_eq(ini->section, casus_str_of(settings[i].section)) ||
            !casus_str_eq(key, casus_str_of(settings[i].key))) {
            continue;
        }
        *known = true;
        if (casus_str_eq(value, casus_str_of(settings[i].word))) {
            if (strcmp(settings[i].key, "hyphen") == 0) {
                pack->hyphen = (casus_hyphen)settings[i].value;
            } else {
                pack->order = (casus_order)settings[i].value;
            }
            return CASUS_OK;
        }
    }
    return *known ? casus_ini_fault(ini, value, err, "unknown word for this setting") : CASUS_OK;
}

casus_status casus_pack__load_ini(casus_pack *pack, const char *dir, casus_arena *arena, casus_error *err)
{
    casus_status st = CASUS_OK;
    const char *path = NULL;
    casus_ini ini;
    casus_str key;
    casus_str value;
    CASUS_TRY(join_path(dir, "pack.ini", arena, &path, err));
    CASUS_TRY(casus_ini_open(&ini, path, arena, err));
    while ((st = casus_ini_next(&ini, &key, &value, err)) == CASUS_OK) {
        bool setting = false;
        CASUS_TRY(read_setting(pack, &ini, key, value, &setting, err));
        if (setting) {
            continue;
        }
        casus_str *known = casus_str_eq(key, CASUS_STR("code"))      ? &pack->code
                           : casus_str_eq(key, CASUS_STR("name"))    ? &pack->name
                           : casus_str_eq(key, CASUS_STR("base"))    ? &pack->base
                           : casus_str_eq(key, CASUS_STR("version")) ? &pack->version
                           : casus_str_eq(key, CASUS_STR("status"))  ? &pack->status
                                                                     : NULL;
        if (ini.section.len > 0 || known == NULL) {
            return casus_ini_fault(&ini, key, err, "unknown key");
        }
        *known = value;
    }
    if (st != CASUS_END) {
        goto done;
    }
    st = CASUS_OK;
    const char *slash = strrchr(dir, '/');
    if (!casus_str_eq(pack->code, casus_str_of(slash == NULL ? dir : slash + 1))) {
        return casus_fail(err, CASUS_EPACK, path, 0, 0, "code '%.*s' is not the folder's name",
                          CASUS_STR_ARG(pack->code));
    }
    if (pack->version.len == 0 ||
        (!casus_str_eq(pack->status, CASUS_STR("full")) && !casus_str_eq(pack->status, CASUS_STR("partial")))) {
        return casus_fail(err, CASUS_EPACK, path, 0, 0, "version and status (full or partial) are wanted");
    }
done:
    return st;
}
