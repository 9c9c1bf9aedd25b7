/* Reading a page's words: see words.h. */
#include "dossier/words.h"

#include "base/table.h"

casus_status casus_words_read(const char *path, casus_arena *arena, json_t **out, casus_error *err)
{
    static const char *const columns[] = {"key", "text"};
    casus_table table;
    casus_str field[CASUS_TABLE_COLUMNS];
    casus_status st = casus_table_open(&table, path, columns, 2, arena, err);
    json_t *words = json_object();
    while (st == CASUS_OK && (st = casus_table_next(&table, field, err)) == CASUS_OK) {
        char *key = casus_arena_bytes(arena, field[0].len + 1);
        if (key == NULL) {
            st = casus_arena_fail(arena, err);
            break;
        }
        memcpy(key, field[0].ptr, field[0].len);
        key[field[0].len] = 0;
        if (json_object_get(words, key) != NULL) {
            st = casus_table_fault(&table, field[0], err, "this key stands twice");
            break;
        }
        json_object_set_new(words, key, json_stringn(field[1].ptr, field[1].len));
    }
    if (st != CASUS_END) {
        json_decref(words);
        return st;
    }
    *out = words;
    return CASUS_OK;
}
