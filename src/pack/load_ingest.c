/* Tables of what stands around an article; lang/README.md describes them. */
#include "pack/loading.h"

static casus_status read_label(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice classes[] = {{"date", CASUS_LABEL_DATE},
                                           {"updated", CASUS_LABEL_UPDATED},
                                           {"source", CASUS_LABEL_SOURCE},
                                           {"byline", CASUS_LABEL_BYLINE},
                                           {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t value = 0;
    casus_str key;
    CASUS_TRY(casus_pack__choose(file, field[1], classes, &value, err));
    CASUS_TRY(casus_pack__make_key(file, field[0], true, &key, err));
    if (key.len > file->pack->label_longest) {
        file->pack->label_longest = key.len;
    }
    st = casus_pack__set(file, &file->pack->label, key, value, err);
done:
    return st;
}

static casus_status read_agency(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_pack *pack = file->pack;
    casus_status st = casus_pack__push_str(file, &pack->agency_name, &pack->n_agency, field[0], err);
    casus_str aliases = field[1];
    casus_str name = field[0];
    while (st == CASUS_OK && name.ptr != NULL) {
        casus_str key;
        st = casus_pack__make_key(file, name, true, &key, err);
        if (st == CASUS_OK) {
            st = casus_pack__set(file, &pack->agency, key, pack->n_agency - 1, err);
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

static casus_status read_furniture(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice matches[] = {{"line", CASUS_MATCH_LINE}, {"start", CASUS_MATCH_START},
                                           {"part", CASUS_MATCH_PART}, {"list", CASUS_MATCH_LIST},
                                           {"end", CASUS_MATCH_END},   {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_pack *pack = file->pack;
    uint32_t match = 0;
    casus_str key;
    CASUS_TRY(casus_pack__choose(file, field[1], matches, &match, err));
    if (field[2].len == 0) {
        return casus_table_fault(&file->table, field[2], err, "a class is wanted");
    }
    if (match == CASUS_MATCH_PART && field[0].len < 6) {
        return casus_table_fault(&file->table, field[0], err, "too short to be looked for within lines");
    }
    CASUS_TRY(casus_pack__make_key(file, field[0], true, &key, err));
    casus_furniture *grown = casus_pack__push(pack->furniture, pack->n_furniture, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    pack->furniture = grown;
    pack->furniture[pack->n_furniture++] =
        (casus_furniture){.phrase = key, .match = (casus_match)match, .why = casus_arena_str(file->arena, field[2])};
done:
    return st;
}

const casus_pack_file casus_pack__ingest_files[] = {
    {"ingest/head.tsv", {"label", "class"}, 2, read_label},
    {"ingest/agencies.tsv", {"name", "aliases"}, 2, read_agency},
    {"ingest/furniture.tsv", {"phrase", "match", "class"}, 3, read_furniture},
    {NULL, {NULL}, 0, NULL},
};
