/* Layout of tables: see grid.h. */
#include "report/grid.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum { GAP = 2, INDENT = 4, FIRST_ROOM = 256 };

void casus_grid_init(casus_grid *grid, const casus_grid_column *column, uint32_t n_column, casus_arena *arena)
{
    *grid = (casus_grid){.column = column, .n_column = n_column, .arena = arena};
}

void casus_grid_add(casus_grid *grid, casus_str words)
{
    casus_buf clean;
    if (grid->n_cell == grid->room) {
        uint32_t room = grid->room == 0 ? FIRST_ROOM : grid->room * 2;
        casus_str *cell = CASUS_NEW(grid->arena, casus_str, room);
        if (cell == NULL) {
            return;
        }
        if (grid->n_cell > 0) {
            memcpy(cell, grid->cell, grid->n_cell * sizeof *cell);
        }
        grid->cell = cell;
        grid->room = room;
    }
    casus_buf_init(&clean, SIZE_MAX / 4);
    casus_style_text(words.ptr == NULL ? CASUS_STR("") : words, &clean);
    grid->cell[grid->n_cell++] = casus_arena_str(grid->arena, casus_str_trim(casus_buf_str(&clean)));
    casus_buf_free(&clean);
}

static unsigned width_of(uint32_t c)
{
    int8_t type = u_charType((UChar32)c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) {
        return 0;
    }
    int east = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
    return east == U_EA_WIDE || east == U_EA_FULLWIDTH ? 2 : 1;
}

unsigned casus_grid_width(casus_str text)
{
    unsigned width = 0;
    for (size_t at = 0; at < text.len;) {
        width += width_of(casus_utf8_next(text.ptr, text.len, &at));
    }
    return width;
}

/* Take what fits in `width` columns off the front of *text, at a space if there is one; its own spaces go. */
static casus_str take_line(casus_str *text, unsigned width)
{
    size_t at = 0;
    size_t space = 0;
    size_t end = 0;
    unsigned used = 0;
    while (at < text->len) {
        size_t before = at;
        uint32_t c = casus_utf8_next(text->ptr, text->len, &at);
        unsigned w = width_of(c);
        if (c == ' ') {
            space = before;
        }
        if (used + w > width && before > 0 && c != ' ') {
            end = space > 0 ? space : before;
            break;
        }
        used += w;
        end = at;
    }
    casus_str line = casus_str_trim(casus_str_slice(*text, 0, end));
    *text = casus_str_trim(casus_str_slice(*text, end, text->len));
    return line;
}

/* How many columns stand side by side. */
static uint32_t abreast(const casus_grid *grid)
{
    return grid->n_column - (grid->column[grid->n_column - 1].below ? 1 : 0);
}

/* Narrow the widest columns, one column of the terminal at a time, until all fits or none is wider than least[] has it. */
static unsigned narrow(const casus_grid *grid, unsigned total, unsigned width, unsigned *wide, const unsigned *least)
{
    while (total > width) {
        uint32_t widest = abreast(grid);
        for (uint32_t c = 0; c < abreast(grid); c++) {
            if (wide[c] > least[c] && (widest == abreast(grid) || wide[c] > wide[widest])) {
                widest = c;
            }
        }
        if (widest == abreast(grid)) {
            break;
        }
        wide[widest]--;
        total--;
    }
    return total;
}

/* The longest stretch of `text` without a space. */
static unsigned longest_word(casus_str text)
{
    unsigned longest = 0;
    for (size_t begin = 0; begin < text.len; begin++) {
        const char *space = memchr(text.ptr + begin, ' ', text.len - begin);
        size_t end = space == NULL ? text.len : (size_t)(space - text.ptr);
        unsigned width = casus_grid_width(casus_str_slice(text, begin, end));
        longest = width > longest ? width : longest;
        begin = end;
    }
    return longest;
}

/* Long cells are folded between words first; where that is not enough, words are broken, and ids at the very last. */
static void fit(const casus_grid *grid, unsigned width, unsigned *wide)
{
    static const struct {
        unsigned word, id;
    } most[] = {{24, UINT32_MAX}, {16, UINT32_MAX}, {12, UINT32_MAX}, {8, UINT32_MAX}, {6, UINT32_MAX}, {6, 6}, {2, 2}};
    unsigned least[CASUS_GRID_COLUMNS] = {0};
    unsigned total = (abreast(grid) - 1) * GAP;
    for (uint32_t i = 0; i < grid->n_cell; i++) {
        uint32_t c = i % grid->n_column;
        unsigned word = grid->column[c].whole ? wide[c] : longest_word(grid->cell[i]);
        least[c] = word > least[c] ? word : least[c];
    }
    for (uint32_t c = 0; c < abreast(grid); c++) {
        unsigned head = casus_grid_width(casus_str_of(grid->column[c].name));
        least[c] = least[c] < head ? head : least[c];
        total += wide[c];
    }
    for (size_t i = 0; i < sizeof most / sizeof *most; i++) {
        for (uint32_t c = 0; c < grid->n_column; c++) {
            least[c] = least[c] > most[i].word && !grid->column[c].whole ? most[i].word : least[c];
            least[c] = least[c] > most[i].id && grid->column[c].whole ? most[i].id : least[c];
        }
        total = narrow(grid, total, width, wide, least);
    }
}

static void pad(unsigned n, casus_buf *out)
{
    while (n-- > 0) {
        casus_buf_add_char(out, ' ');
    }
}

/* One row on as many lines as its longest cell needs; colour NULL: the columns' own. */
static void write_row(const casus_grid *grid, const casus_str *cell, const unsigned *wide, const casus_colour *colour,
                      const casus_style *style, casus_buf *out)
{
    casus_str left[CASUS_GRID_COLUMNS];
    bool more = true;
    memcpy(left, cell, abreast(grid) * sizeof *cell);
    while (more) {
        unsigned due = 0; /* spaces that are written once something follows: no line ends with one */
        more = false;
        for (uint32_t c = 0; c < abreast(grid); c++) {
            casus_str line = take_line(&left[c], wide[c]);
            unsigned used = casus_grid_width(line);
            unsigned room = wide[c] > used ? wide[c] - used : 0;
            more = more || left[c].len > 0;
            due += grid->column[c].right ? room : 0;
            if (line.len > 0) {
                pad(due, out);
                due = 0;
                casus_style_coloured(style, colour == NULL ? grid->column[c].colour : *colour, line, out);
            }
            due += (grid->column[c].right ? 0 : room) + GAP;
        }
        casus_buf_add_char(out, '\n');
    }
}

static void write_below(casus_str cell, casus_colour colour, unsigned width, const casus_style *style, casus_buf *out)
{
    while (cell.len > 0) {
        casus_str line = take_line(&cell, width > INDENT + 2 ? width - INDENT : 2);
        pad(INDENT, out);
        casus_style_coloured(style, colour, line, out);
        casus_buf_add_char(out, '\n');
    }
}

void casus_grid_write(const casus_grid *grid, unsigned width, const casus_style *style, casus_buf *out)
{
    static const casus_colour faint = CASUS_COLOUR_FAINT;
    unsigned wide[CASUS_GRID_COLUMNS];
    casus_str head[CASUS_GRID_COLUMNS];
    for (uint32_t c = 0; c < grid->n_column; c++) {
        head[c] = casus_str_of(grid->column[c].name);
        wide[c] = casus_grid_width(head[c]);
    }
    for (uint32_t i = 0; i < grid->n_cell; i++) {
        unsigned needed = casus_grid_width(grid->cell[i]);
        uint32_t c = i % grid->n_column;
        wide[c] = needed > wide[c] ? needed : wide[c];
    }
    fit(grid, width, wide);
    write_row(grid, head, wide, &faint, style, out);
    for (uint32_t i = 0; i + grid->n_column <= grid->n_cell; i += grid->n_column) {
        write_row(grid, grid->cell + i, wide, NULL, style, out);
        for (uint32_t c = abreast(grid); c < grid->n_column; c++) {
            write_below(grid->cell[i + c], grid->column[c].colour, width, style, out);
        }
    }
}
