/* The timeline: see timeline.h. */
#include "svg/timeline.h"

#include <math.h>

enum {
    LONGEST_STACK = 12,
    UNIT = 22,
    LEGEND = 26,
    FOOT = 24,
    SIDE = 14,
    TALL = 240,
    LEAST_COLUMN = 9,
    LEAST_DAYS = 14
};

/* Days share a column where a day has not the width for one. */
typedef struct columns {
    int32_t first, days; /* days of a column */
    int32_t n;
} columns;

static columns columns_of(const casus_timeline *t)
{
    columns c = {.days = 1};
    if (t->n_mark > 0) {
        int32_t last = t->mark[t->n_mark - 1].day;
        int32_t lack = LEAST_DAYS - (last - t->mark[0].day + 1);
        c.first = t->mark[0].day - (lack > 0 ? lack / 2 : 0);
        last += lack > 0 ? lack - lack / 2 : 0;
        c.days = (int32_t)ceil((last - c.first + 1) * (double)LEAST_COLUMN / (t->width - 2 * SIDE));
        c.n = (last - c.first) / c.days + 1;
    }
    return c;
}

static uint32_t run_of(const casus_timeline *t, const columns *c, uint32_t begin)
{
    uint32_t end = begin;
    int32_t column = (t->mark[begin].day - c->first) / c->days;
    while (end < t->n_mark && (t->mark[end].day - c->first) / c->days == column) {
        end++;
    }
    return end;
}

static void write_signs(const casus_timeline *t, uint32_t begin, uint32_t end, double x, double bottom, casus_buf *out)
{
    for (uint32_t i = begin; i < end; i++) {
        const casus_timeline_mark *m = &t->mark[i];
        double y = bottom - UNIT * (i - begin + 0.5);
        double size = fmin(9, 4 + 1.6 * (m->weight - 1));
        bool opened = casus_svg_link(out, m->link, m->title);
        if (m->disputed) {
            casus_buf_format(out, "<circle class=\"ring\" cx=\"%.1f\" cy=\"%.1f\" r=\"10.5\"/>", x, y);
        }
        casus_svg_sign(out, m->sign, x, y, size);
        casus_svg_link_end(out, opened);
    }
}

static void write_column(const casus_timeline *t, uint32_t begin, uint32_t end, double left, double width,
                         double bottom, double unit, casus_buf *out)
{
    double y = bottom;
    for (unsigned sign = 0; sign < CASUS_N_SIGN; sign++) {
        uint32_t n = 0;
        for (uint32_t i = begin; i < end; i++) {
            n += t->mark[i].sign == (casus_sign)sign;
        }
        if (n > 0) {
            y -= n * unit;
            casus_buf_format(out,
                             "<rect class=\"sign %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%u ",
                             casus_sign_name((casus_sign)sign), left, y, width, n * unit, n);
            casus_svg_text(out, t->legend[sign]);
            casus_buf_add_str(out, CASUS_STR("</title></rect>\n"));
        }
    }
}

static void write_legend(const casus_timeline *t, casus_buf *out)
{
    double x = SIDE + 8;
    for (unsigned sign = 0; sign < CASUS_N_SIGN; sign++) {
        casus_svg_sign(out, (casus_sign)sign, x, 12, 5.5);
        casus_buf_format(out, "<text class=\"legend\" x=\"%.1f\" y=\"16\">", x + 12);
        casus_svg_text(out, t->legend[sign]);
        casus_buf_add_str(out, CASUS_STR("</text>\n"));
        x += casus_svg_width(t->legend[sign], 12) + 40;
    }
}

void casus_timeline_write(const casus_timeline *t, casus_buf *out)
{
    columns c = columns_of(t);
    uint32_t most = 1;
    for (uint32_t begin = 0; begin < t->n_mark;) {
        uint32_t end = run_of(t, &c, begin);
        most = end - begin > most ? end - begin : most;
        begin = end;
    }
    bool signs = most <= LONGEST_STACK && c.n > 0 && (t->width - 2 * SIDE) / c.n >= UNIT;
    double body = signs ? UNIT * fmax(3, most) : TALL;
    double height = LEGEND + body + FOOT;
    casus_axis axis = {c.first, c.first + c.n * c.days - 1, SIDE, t->width - SIDE, LEGEND + body};
    casus_svg_open(out, "timeline", t->width, height, t->title, t->description, t->style);
    write_legend(t, out);
    if (c.n > 0) {
        casus_axis_write(&axis, LEGEND, out);
    }
    for (uint32_t begin = 0; begin < t->n_mark;) {
        uint32_t end = run_of(t, &c, begin);
        int32_t day = c.first + (t->mark[begin].day - c.first) / c.days * c.days;
        double left = casus_axis_x(&axis, day);
        double width = casus_axis_x(&axis, day + c.days) - left;
        if (signs) {
            write_signs(t, begin, end, left + fmin(width / 2, UNIT), axis.y, out);
        } else {
            write_column(t, begin, end, left + 0.5, width - 1, axis.y, (body - 4) / most, out);
        }
        begin = end;
    }
    casus_svg_close(out);
}
