/* Tables: see table.h. */
#include "base/table.h"

#include "base/file.h"
#include "base/utf8.h"

enum { LARGEST_TABLE = 64 * 1024 * 1024 };

uint32_t casus_column_of(const char *line, const char *at)
{
    return (uint32_t)casus_utf8_count(line, (size_t)(at - line)) + 1;
}

casus_status casus_table_fault(const casus_table *table, casus_str field, casus_error *err, const char *what)
{
    return casus_fail(err, CASUS_EPACK, table->path, table->line, casus_column_of(table->row, field.ptr), "%s: '%.*s'",
                      what, (int)(field.len > 80 ? 80 : field.len), field.ptr);
}

/* The next line that is neither empty nor a comment, without its line end. */
static bool next_line(casus_table *table, casus_str *line)
{
    while (table->left.len > 0) {
        const char *end = memchr(table->left.ptr, '\n', table->left.len);
        size_t len = end == NULL ? table->left.len : (size_t)(end - table->left.ptr);
        *line = (casus_str){table->left.ptr, len};
        table->left.ptr += len + (end != NULL);
        table->left.len -= len + (end != NULL);
        table->line++;
        table->row = line->ptr;
        if (line->len > 0 && line->ptr[line->len - 1] == '\r') {
            line->len--;
        }
        if (line->len > 0 && line->ptr[0] != '#') {
            return true;
        }
    }
    return false;
}

static casus_str next_field(casus_str *line)
{
    const char *tab = memchr(line->ptr, '\t', line->len);
    casus_str field = {line->ptr, tab == NULL ? line->len : (size_t)(tab - line->ptr)};
    size_t taken = field.len + (tab != NULL);
    line->ptr += taken;
    line->len -= taken;
    return field;
}

casus_status casus_table_open(casus_table *table, const char *path, const char *const *columns, uint32_t n_column,
                              casus_arena *arena, casus_error *err)
{
    *table = (casus_table){.path = path, .n_column = n_column};
    casus_status st = casus_file_read(path, LARGEST_TABLE, arena, &table->left, err);
    if (st != CASUS_OK) {
        return st;
    }
    table->row = table->left.ptr;
    size_t valid = casus_utf8_valid_prefix(table->left.ptr, table->left.len);
    if (valid != table->left.len) {
        uint32_t line = 1;
        const char *start = table->left.ptr;
        for (const char *c = start; c < table->left.ptr + valid; c++) {
            if (*c == '\n') {
                line++;
                start = c + 1;
            }
        }
        return casus_fail(err, CASUS_EPACK, path, line, casus_column_of(start, table->left.ptr + valid),
                          "is no valid UTF-8");
    }
    casus_str line;
    if (!next_line(table, &line)) {
        return casus_fail(err, CASUS_EPACK, path, 1, 0, "has no header row");
    }
    for (uint32_t i = 0; i < n_column; i++) {
        bool last = i + 1 == n_column;
        casus_str field = next_field(&line);
        bool at_end = field.ptr + field.len == line.ptr;
        if (!casus_str_eq(field, casus_str_of(columns[i])) || at_end != last) {
            return casus_fail(err, CASUS_EPACK, path, table->line, casus_column_of(table->row, field.ptr),
                              "header should name the column '%s'%s here", columns[i], last ? ", the last," : "");
        }
    }
    return CASUS_OK;
}

casus_status casus_table_next(casus_table *table, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_str line;
    if (!next_line(table, &line)) {
        return CASUS_END;
    }
    for (uint32_t i = 0; i < table->n_column; i++) {
        field[i] = next_field(&line);
        bool at_end = field[i].ptr + field[i].len == line.ptr;
        if (at_end != (i + 1 == table->n_column)) {
            return casus_table_fault(table, field[i], err,
                                     at_end ? "a field is missing behind" : "a field too many behind");
        }
        if (casus_str_trim(field[i]).len != field[i].len) {
            return casus_table_fault(table, field[i], err, "white space at the edge of a field");
        }
    }
    return field[0].len == 0 ? casus_table_fault(table, field[0], err, "an empty first field") : CASUS_OK;
}
