/* One folder of tables into a pack: see load.h; lang/README.md describes the files. */
#include "pack/load.h"

#include "base/ini.h"
#include "pack/claim.h"
#include "pack/loading.h"
#include "pack/rule_load.h"

#include <stdio.h>
#include <unistd.h>

enum { PATH_ROOM = 4096 };

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

static casus_str folder_name(const char *dir)
{
    const char *slash = strrchr(dir, '/');
    return casus_str_of(slash == NULL ? dir : slash + 1);
}

static casus_status load_file(casus_pack *pack, const char *dir, const casus_pack_file *of, casus_arena *arena,
                              casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_loading file = {.pack = pack, .arena = arena};
    const char *path = NULL;
    casus_str field[CASUS_TABLE_COLUMNS];
    CASUS_TRY(join_path(dir, of->path, arena, &path, err));
    if (access(path, F_OK) != 0) {
        return CASUS_OK;
    }
    CASUS_TRY(casus_table_open(&file.table, path, of->columns, of->n_column, arena, err));
    while ((st = casus_table_next(&file.table, field, err)) == CASUS_OK) {
        CASUS_TRY(of->read(&file, field, err));
    }
    if (st == CASUS_END) {
        st = CASUS_OK;
    }
done:
    return st;
}

static casus_status load_rules(casus_pack *pack, const char *dir, const casus_rule_file *of, casus_arena *arena,
                               casus_error *err)
{
    const char *path = NULL;
    casus_status st = join_path(dir, of->path, arena, &path, err);
    return st != CASUS_OK || access(path, F_OK) != 0
               ? st
               : casus_rules__read(pack, of->rules(pack), folder_name(dir), path, arena, err);
}

casus_status casus_pack__load_files(casus_pack *pack, const char *dir, casus_arena *arena, casus_error *err)
{
    static const casus_pack_file *const rooms[] = {
        casus_pack__token_files,  casus_pack__time_files,  casus_pack__ingest_files, casus_pack__claim_files,
        casus_pack__figure_files, casus_pack__actor_files, casus_pack__place_files};
    static const casus_rule_file *const rules[] = {casus_pack__time_rules};
    casus_status st = CASUS_OK;
    if (pack->claim == NULL && (pack->claim = CASUS_NEW(arena, casus_claim_pack, 1)) == NULL) {
        return casus_arena_fail(arena, err);
    }
    for (size_t i = 0; i < sizeof rooms / sizeof rooms[0]; i++) {
        for (const casus_pack_file *of = rooms[i]; of->path != NULL; of++) {
            CASUS_TRY(load_file(pack, dir, of, arena, err));
        }
    }
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) { /* behind the tables, whose classes they use */
        for (const casus_rule_file *of = rules[i]; of->path != NULL; of++) {
            CASUS_TRY(load_rules(pack, dir, of, arena, err));
        }
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
        {"figure", "decimal", "point", false},
        {"figure", "decimal", "comma", true},
        {"figure", "compounds", "spaced", false},
        {"figure", "compounds", "joined", true},
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
            } else if (strcmp(settings[i].key, "decimal") == 0) {
                pack->figures.decimal_comma = settings[i].value != 0;
            } else if (strcmp(settings[i].key, "compounds") == 0) {
                pack->figures.joined_compounds = settings[i].value != 0;
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
    if (!casus_str_eq(pack->code, folder_name(dir))) {
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
