/* Tab-separated tables: comment lines start with '#', the first other line names the columns. */
#ifndef CASUS_BASE_TABLE_H
#define CASUS_BASE_TABLE_H

#include "casus/arena.h"

#include <stdint.h>

enum { CASUS_TABLE_COLUMNS = 10 };

typedef struct casus_table {
    const char *path; /* borrowed */
    casus_str left;   /* what is still to be read */
    uint32_t line;    /* of the row last read, from 1 */
    uint32_t n_column;
    const char *row; /* where the row last read begins */
} casus_table;

/*
 * Read the file whole into `arena` (fields point there) and check its header against `columns`.
 * CASUS_EPACK: not UTF-8, wrong header. CASUS_EIO: not there.
 */
CASUS_MUST_USE casus_status casus_table_open(casus_table *table, const char *path, const char *const *columns,
                                             uint32_t n_column, casus_arena *arena, casus_error *err);

/* The next row's fields, zero bytes behind none of them. CASUS_END behind the last; CASUS_EPACK: wrong number of
   fields, an empty first field, white space at a field's edge. */
CASUS_MUST_USE casus_status casus_table_next(casus_table *table, casus_str field[CASUS_TABLE_COLUMNS],
                                             casus_error *err);

/* A fault in the field of the row last read: fills `err` with its file:line:column. */
casus_status casus_table_fault(const casus_table *table, casus_str field, casus_error *err, const char *what);

/* 1-based column, in characters, of `at` in the line that starts at `line`. */
uint32_t casus_column_of(const char *line, const char *at);

#endif
