/* A table for people: columns as wide as their words, or as the terminal has room; long cells go on below. */
#ifndef CASUS_REPORT_GRID_H
#define CASUS_REPORT_GRID_H

#include "casus/arena.h"
#include "report/style.h"

enum { CASUS_GRID_COLUMNS = 10 };

typedef struct casus_grid_column {
    const char *name;
    casus_colour colour;
    bool right; /* figures */
    bool whole; /* ids, which are copied: folded only where nothing else helps */
    bool below; /* long words, the last column: on lines of their own below the others, without a head */
} casus_grid_column;

typedef struct casus_grid {
    const casus_grid_column *column;
    uint32_t n_column;
    casus_str *cell; /* [n_cell]: cleaned, one line each */
    uint32_t n_cell, room;
    casus_arena *arena;
} casus_grid;

void casus_grid_init(casus_grid *grid, const casus_grid_column *column, uint32_t n_column, casus_arena *arena);

/* The next cell, row by row; its words are cleaned for terminals and copied. Without memory the arena says so. */
void casus_grid_add(casus_grid *grid, casus_str words);

/* Lay all rows out within `width` columns, under a head that names them. */
void casus_grid_write(const casus_grid *grid, unsigned width, const casus_style *style, casus_buf *out);

/* Columns of a terminal that `text` takes: none for marks, two for wide letters (Unicode TR 11). */
unsigned casus_grid_width(casus_str text);

#endif
