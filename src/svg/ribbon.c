/* Ribbons in time: see ribbon.h. */
#include "svg/ribbon.h"

#include <math.h>

enum { ROW = 26, GROUP = 22, FOOT = 26, LABEL = 170, NARROWEST = 8 };

/* Fills that differ by their lines too, so that they are told apart without colours. */
static void write_patterns(const casus_ribbons *r, casus_buf *out)
{
    static const char *const lines[CASUS_N_PATTERN] = {"",       "M0 8L8 0", "M0 0L8 8",
                                                       "M4 0V8", "M0 4H8",   "M0 8L8 0M0 0L8 8"};
    casus_buf_add_str(out, CASUS_STR("<defs>"));
    for (unsigned i = 0; i < CASUS_N_PATTERN; i++) {
        casus_buf_format(out,
                         "<pattern id=\"%s-fill%u\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect "
                         "class=\"party%u\" width=\"8\" height=\"8\"/><path class=\"hatch\" d=\"%s\"/></pattern>",
                         r->id, i, i, lines[i]);
    }
    casus_buf_add_str(out, CASUS_STR("</defs>\n"));
}

/* As much of `text` as fits, with an ellipsis. */
static void write_fitting(casus_str text, double size, double width, casus_buf *out)
{
    if (casus_svg_width(text, size) <= width) {
        casus_svg_text(out, text);
        return;
    }
    size_t len = text.len;
    while (len > 0 && (casus_svg_width(casus_str_slice(text, 0, len), size) > width - size ||
                       ((unsigned char)text.ptr[len] & 0xC0U) == 0x80U)) {
        len--;
    }
    if (len > 0) {
        casus_svg_text(out, casus_str_slice(text, 0, len));
        casus_buf_add_str(out, CASUS_STR("\xE2\x80\xA6"));
    }
}

static void write_ribbon(const casus_ribbons *r, const casus_ribbon *b, const casus_axis *axis, double y,
                         casus_buf *out)
{
    double left = casus_axis_x(axis, b->first);
    double width = fmax(NARROWEST, casus_axis_x(axis, b->last + 1) - left);
    left = fmin(left, axis->right - NARROWEST);
    bool opened = casus_svg_link(out, b->link, b->title);
    casus_buf_format(out, "<rect class=\"ribbon%s%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\"",
                     b->denied ? " denied" : "", b->open ? " open" : "", left, y, width, ROW - 8);
    if (!b->denied) {
        casus_buf_format(out, " fill=\"url(#%s-fill%u)\"", r->id, b->pattern % CASUS_N_PATTERN);
    }
    casus_buf_add_str(out, CASUS_STR("/>"));
    if (width > 40) {
        casus_buf_format(out, "<text class=\"on-ribbon\" x=\"%.1f\" y=\"%.1f\">", left + 5, y + 13);
        write_fitting(b->text, 11, width - 8, out);
        casus_buf_add_str(out, CASUS_STR("</text>"));
    }
    casus_svg_link_end(out, opened);
}

void casus_ribbons_write(const casus_ribbons *r, casus_buf *out)
{
    casus_axis axis = {INT32_MAX, INT32_MIN, LABEL, r->width - 8, 0};
    double height = FOOT;
    for (uint32_t i = 0; i < r->n_row; i++) {
        height += ROW + (i == 0 || !casus_str_eq(r->row[i].group, r->row[i - 1].group) ? GROUP : 0);
        for (uint32_t k = 0; k < r->row[i].n_ribbon; k++) {
            const casus_ribbon *b = &r->row[i].ribbon[k];
            axis.first = b->first < axis.first ? b->first : axis.first;
            axis.last = b->last > axis.last ? b->last : axis.last;
        }
    }
    if (axis.last < axis.first) {
        axis.first = axis.last = 0;
    }
    axis.y = height - FOOT + 2;
    casus_svg_open(out, r->id, r->width, height, r->title, r->description, r->style);
    write_patterns(r, out);
    casus_axis_write(&axis, 0, out);
    double y = 0;
    for (uint32_t i = 0; i < r->n_row; i++) {
        const casus_ribbon_row *row = &r->row[i];
        if (i == 0 || !casus_str_eq(row->group, r->row[i - 1].group)) {
            casus_buf_format(out, "<text class=\"group\" x=\"0\" y=\"%.1f\">", y + 16);
            write_fitting(row->group, 13, r->width, out);
            casus_buf_add_str(out, CASUS_STR("</text>\n"));
            y += GROUP;
        }
        casus_buf_format(out, "<text class=\"claimant\" x=\"8\" y=\"%.1f\">", y + 16);
        write_fitting(row->label, 12, LABEL - 14, out);
        casus_buf_add_str(out, CASUS_STR("</text>\n"));
        for (uint32_t k = 0; k < row->n_ribbon; k++) {
            write_ribbon(r, &row->ribbon[k], &axis, y + 3, out);
        }
        y += ROW;
    }
    casus_svg_close(out);
}
