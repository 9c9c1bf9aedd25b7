/* The rules of data/sounds.tsv and data/spelling.tsv: see name.h. */
#include "world/name_spelling.h"

#include "base/table.h"

#include <stdio.h>

enum { PATH_ROOM = 4096 };

static casus_status open_table(casus_table *table, const char *dir, const char *name, const char *const *columns,
                               uint32_t n_column, casus_arena *arena, casus_error *err)
{
    char path[PATH_ROOM];
    int len = snprintf(path, sizeof path, "%s/%s", dir, name);
    if (len < 0 || (size_t)len >= sizeof path) {
        return casus_fail(err, CASUS_EPACK, dir, 0, 0, "path of the world's data is too long");
    }
    casus_str kept = casus_arena_str(arena, (casus_str){path, (size_t)len});
    return kept.ptr == NULL ? casus_arena_fail(arena, err)
                            : casus_table_open(table, kept.ptr, columns, n_column, arena, err);
}

/* The next part of *list; false behind the last. */
static bool next_part(casus_str *list, char separator, casus_str *part)
{
    if (list->len == 0) {
        return false;
    }
    const char *end = memchr(list->ptr, separator, list->len);
    size_t len = end == NULL ? list->len : (size_t)(end - list->ptr);
    *part = casus_str_slice(*list, 0, len);
    *list = casus_str_slice(*list, len + (end != NULL), list->len);
    return true;
}

/* The unit 'a|b|-'. */
static casus_status read_unit(const casus_spelling *s, const casus_table *table, casus_str field, casus_name_unit *unit,
                              casus_error *err)
{
    casus_str part;
    *unit = 0;
    while (next_part(&field, '|', &part)) {
        uint32_t at = 0;
        while (at < s->n_sound && !casus_str_eq(s->sound[at], part)) {
            at++;
        }
        if (!casus_str_eq(part, CASUS_STR("-")) && at == s->n_sound) {
            return casus_table_fault(table, part, err, "no sound of data/sounds.tsv");
        }
        uint32_t bit = casus_str_eq(part, CASUS_STR("-")) ? CASUS_SOUND_SILENT : UINT32_C(1) << at;
        *unit |= *unit == 0 ? (casus_name_unit)bit << 32 | bit : bit;
    }
    return CASUS_OK;
}

static casus_status read_sound(casus_spelling *s, const casus_table *table, const casus_str field[], casus_error *err)
{
    if (s->n_sound == CASUS_MOST_SOUNDS) {
        return casus_table_fault(table, field[0], err, "too many sounds");
    }
    uint32_t bit = UINT32_C(1) << s->n_sound;
    if (casus_str_eq(field[1], CASUS_STR("vowel"))) {
        s->vowels |= bit;
    } else if (casus_str_eq(field[1], CASUS_STR("glide"))) {
        s->glides |= bit;
    } else if (!casus_str_eq(field[1], CASUS_STR("consonant"))) {
        return casus_table_fault(table, field[1], err, "unknown word in a closed column");
    }
    s->key[s->n_sound] = field[2].ptr[0] == '-' ? 0 : field[2].ptr[0];
    s->sound[s->n_sound++] = field[0];
    return CASUS_OK;
}

static casus_status load_sounds(casus_spelling *s, const char *dir, casus_arena *arena, casus_error *err)
{
    static const char *const columns[] = {"sound", "kind", "key", "near"};
    casus_status st = CASUS_OK;
    casus_table table;
    casus_str field[CASUS_TABLE_COLUMNS];
    CASUS_TRY(open_table(&table, dir, "sounds.tsv", columns, 4, arena, err));
    s->mark = (uint32_t)casus_hash(table.left.ptr, table.left.len);
    casus_table again = table;
    while ((st = casus_table_next(&table, field, err)) == CASUS_OK) {
        CASUS_TRY(read_sound(s, &table, field, err));
    }
    for (uint32_t i = 0; st == CASUS_END && (st = casus_table_next(&again, field, err)) == CASUS_OK; i++) {
        casus_name_unit near = 0;
        CASUS_TRY(read_unit(s, &again, field[3], &near, err));
        s->near[i] = (uint32_t)near & ~CASUS_SOUND_SILENT;
        st = CASUS_END;
    }
    if (st == CASUS_END) {
        st = CASUS_OK;
    }
done:
    return st;
}

static casus_status read_rule(casus_spelling *s, const casus_table *table, const casus_str field[], casus_arena *arena,
                              casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_str unit;
    casus_str units = field[1];
    casus_spelling_rule *rule = &s->rule[s->n_rule];
    bool old = false;
    if (s->n_rule == CASUS_MOST_RULES) {
        return casus_table_fault(table, field[0], err, "too many rules");
    }
    while (next_part(&units, ' ', &unit)) {
        if (rule->n == CASUS_RULE_UNITS) {
            return casus_table_fault(table, unit, err, "too many units in one rule");
        }
        CASUS_TRY(read_unit(s, table, unit, &rule->unit[rule->n++], err));
    }
    if (rule->n == 1 && (uint32_t)rule->unit[0] == CASUS_SOUND_SILENT) {
        rule->n = 0;
    }
    if (field[0].len > s->longest) {
        s->longest = field[0].len;
    }
    if (!casus_map_set(&s->by_letters, field[0], s->n_rule++, &old, arena)) {
        return casus_arena_fail(arena, err);
    }
    if (old) {
        return casus_table_fault(table, field[0], err, "stands twice in this file");
    }
done:
    return st;
}

casus_status casus_spelling_load(const char *dir, casus_arena *arena, const casus_spelling **out, casus_error *err)
{
    static const char *const columns[] = {"letters", "sounds"};
    casus_status st = CASUS_OK;
    casus_table table;
    casus_str field[CASUS_TABLE_COLUMNS];
    casus_spelling *s = CASUS_NEW(arena, casus_spelling, 1);
    *out = NULL;
    if (s == NULL) {
        return casus_arena_fail(arena, err);
    }
    CASUS_TRY(load_sounds(s, dir, arena, err));
    CASUS_TRY(open_table(&table, dir, "spelling.tsv", columns, 2, arena, err));
    s->mark ^= (uint32_t)(casus_hash(table.left.ptr, table.left.len) >> 7);
    while ((st = casus_table_next(&table, field, err)) == CASUS_OK) {
        CASUS_TRY(read_rule(s, &table, field, arena, err));
    }
    if (st == CASUS_END) {
        st = CASUS_OK;
        *out = s;
    }
done:
    return st;
}

uint32_t casus_spelling_mark(const casus_spelling *spelling)
{
    return spelling->mark;
}
