/* The map: see map.h. */
#include "svg/map.h"

#include "svg/labels.h"
#include "svg/map_countries.h"
#include "svg/region.h"

#include <math.h>
#include <stdlib.h>

static const double PI = 3.14159265358979323846;
static const double LEAST_SPAN = 3.0;  /* degrees of latitude that a map shows at least */
static const double MARGIN = 0.15;     /* of the region, on each side */
static const double LARGEST_SIGN = 16; /* pixels */
static const double LABEL_SIZE = 12;

typedef struct view {
    double west, north, scale, squeeze; /* pixels per degree of latitude; share of it for a degree of longitude */
    double east, south, width, height;
} view;

static double x_of(const view *v, double longitude)
{
    return (longitude - v->west) * v->scale * v->squeeze;
}

static double y_of(const view *v, double latitude)
{
    return (v->north - latitude) * v->scale;
}

/* The region with a margin. */
static view view_of(const casus_map *map, const casus_region *r)
{
    double west = r->west;
    double east = r->east;
    double south = r->south;
    double north = r->north;
    double middle = (south + north) / 2;
    double squeeze = fmax(0.2, cos(middle * PI / 180));
    double tall = fmax(north - south, LEAST_SPAN) * (1 + 2 * MARGIN);
    double wide = fmax((east - west) * squeeze, LEAST_SPAN) * (1 + 2 * MARGIN);
    wide = fmax(wide, tall * 1.25); /* never taller than 4:5, never flatter than 5:2 */
    tall = fmax(tall, wide * 0.4);
    double centre = (west + east) / 2;
    view v = {.squeeze = squeeze, .scale = map->width / wide, .width = map->width};
    v.west = centre - wide / squeeze / 2;
    v.east = centre + wide / squeeze / 2;
    v.north = fmin(89, middle + tall / 2);
    v.south = v.north - tall;
    v.height = tall * v.scale;
    return v;
}

static bool is_seen(const view *v, double west, double south, double east, double north)
{
    return east >= v->west && west <= v->east && north >= v->south && south <= v->north;
}

/* Where the pen is, so that points which would not be seen apart from the last are left out. */
typedef struct pen {
    int x, y;  /* tenths of pixels, as written: relative steps do not drift */
    bool down; /* something is written of this path */
} pen;

static const double SEEN_APART = 0.9; /* pixels */

/*
 * The points of a border, forwards or backwards, as a path's. A step over half the world is one round the back of it (at
 * the antimeridian): the pen is lifted.
 */
static void write_points(const view *v, const casus_border *b, bool backwards, pen *p, casus_buf *out)
{
    for (uint32_t i = 0; i < b->n_point; i++) {
        const casus_point *at = &b->point[backwards ? b->n_point - 1 - i : i];
        int x = (int)lround(10 * x_of(v, (double)at->x));
        int y = (int)lround(10 * y_of(v, (double)at->y));
        bool last = i + 1 == b->n_point;
        bool same = abs(x - p->x) < 10 * SEEN_APART && abs(y - p->y) < 10 * SEEN_APART;
        if (p->down && same && (!last || (x == p->x && y == p->y))) {
            continue;
        }
        if (!p->down || abs(x - p->x) > 1800 * v->scale * v->squeeze) {
            casus_buf_format(out, "M%.10g %.10g", (double)x / 10, (double)y / 10);
        } else {
            casus_buf_format(out, "l%.10g %.10g", (double)(x - p->x) / 10, (double)(y - p->y) / 10);
        }
        *p = (pen){x, y, true};
    }
}

static bool is_tiny(const view *v, float west, float south, float east, float north)
{
    return (double)(east - west) * v->scale < SEEN_APART && (double)(north - south) * v->scale < SEEN_APART;
}

static void write_land(const view *v, const casus_borders *borders, casus_buf *out)
{
    casus_buf_add_str(out, CASUS_STR("<path class=\"land\" d=\""));
    for (uint32_t i = 0; i < borders->n_ring; i++) {
        const casus_ring *ring = &borders->ring[i];
        if (is_tiny(v, ring->west, ring->south, ring->east, ring->north) ||
            !is_seen(v, (double)ring->west, (double)ring->south, (double)ring->east, (double)ring->north)) {
            continue;
        }
        pen p = {.down = false};
        for (uint32_t k = 0; k < ring->n_border; k++) {
            int32_t at = ring->border[k];
            write_points(v, &borders->border[at < 0 ? ~at : at], at < 0, &p, out);
        }
        casus_buf_add_char(out, 'z');
    }
    casus_buf_add_str(out, CASUS_STR("\"/>\n"));
}

/* All lines of a kind that have no name of their own are one path. */
static void write_lines(const view *v, const casus_borders *borders, casus_border_kind kind, casus_buf *out)
{
    static const char *const class[] = {"coast", "border", "border disputed"};
    bool apart = kind == CASUS_BORDER_DISPUTED;
    if (!apart) {
        casus_buf_format(out, "<path class=\"%s\" d=\"", class[kind]);
    }
    for (uint32_t i = 0; i < borders->n_border; i++) {
        const casus_border *b = &borders->border[i];
        pen p = {.down = false};
        if (b->kind != kind || is_tiny(v, b->west, b->south, b->east, b->north) ||
            !is_seen(v, (double)b->west, (double)b->south, (double)b->east, (double)b->north)) {
            continue;
        }
        if (apart) {
            casus_buf_format(out, "<path class=\"%s\" d=\"", class[kind]);
        }
        write_points(v, b, false, &p, out);
        if (apart) {
            casus_buf_add_str(out, CASUS_STR("\"><title>"));
            casus_svg_text(out, b->name);
            casus_buf_add_str(out, CASUS_STR("</title></path>\n"));
        }
    }
    if (!apart) {
        casus_buf_add_str(out, CASUS_STR("\"/>\n"));
    }
}

static double size_of(const casus_map_mark *mark)
{
    return fmin(LARGEST_SIGN, 4.5 * sqrt(fmax(1, mark->weight)));
}

/* A bar of about a fifth of the width, of 1, 2 or 5 times a power of ten kilometres. */
static void write_scale(const view *v, casus_buf *out)
{
    double per_km = v->scale / 111.2;
    double wanted = v->width / 5 / per_km;
    double step = pow(10, floor(log10(wanted)));
    double km = wanted >= 5 * step ? 5 * step : wanted >= 2 * step ? 2 * step : step;
    casus_buf_format(
        out, "<g class=\"scale\"><path d=\"M12 %.1fv4h%.1fv-4\"/><text x=\"16\" y=\"%.1f\">%.0f km</text></g>\n",
        v->height - 16, km * per_km, v->height - 18, km);
}

static bool has_disputed(const view *v, const casus_borders *borders)
{
    for (uint32_t i = 0; i < borders->n_border; i++) {
        const casus_border *b = &borders->border[i];
        if (b->kind == CASUS_BORDER_DISPUTED &&
            is_seen(v, (double)b->west, (double)b->south, (double)b->east, (double)b->north)) {
            return true;
        }
    }
    return false;
}

/* Names of countries that take some of the picture, where no sign or place stands. */
static void write_countries(const view *v, const casus_map *map, casus_labels *labels, casus_buf *out)
{
    enum { LEAST = CASUS_GRID * CASUS_GRID / 100 };
    casus_country_spot spot[CASUS_MOST_COUNTRIES];
    uint32_t n =
        map->country == NULL ? 0 : casus_map_countries(map->borders, v->west, v->south, v->east, v->north, spot);
    for (uint32_t i = 0; i < n && spot[i].size >= LEAST; i++) {
        casus_str name = map->country(spot[i].country, map->payload);
        double width = casus_svg_width(name, LABEL_SIZE) * 1.25 + 4;
        double x = x_of(v, spot[i].longitude) - width / 2;
        casus_box box;
        if (name.len > 0 && casus_labels_place(labels, x, y_of(v, spot[i].latitude), 0, width, LABEL_SIZE + 3, &box)) {
            casus_buf_format(out, "<text class=\"country\" x=\"%.1f\" y=\"%.1f\">", box.left, box.bottom - 4);
            casus_svg_text(out, name);
            casus_buf_add_str(out, CASUS_STR("</text>\n"));
        }
    }
}

static void write_labels(const view *v, const casus_map *map, casus_buf *out)
{
    casus_labels labels = {.width = v->width, .height = v->height};
    for (uint32_t i = 0; i < map->n_mark; i++) {
        double x = x_of(v, map->mark[i].longitude);
        double y = y_of(v, map->mark[i].latitude);
        double r = size_of(&map->mark[i]);
        casus_labels_block(&labels, (casus_box){x - r, y - r, x + r, y + r});
    }
    casus_labels_block(&labels, (casus_box){0, v->height - 34, v->width / 3, v->height}); /* the scale */
    for (uint32_t i = 0; i < map->n_mark; i++) {
        const casus_map_mark *m = &map->mark[i];
        casus_box box;
        bool told = i > 0 && casus_str_eq(m->label, map->mark[i - 1].label);
        if (m->label.len > 0 && !told &&
            casus_labels_place(&labels, x_of(v, m->longitude), y_of(v, m->latitude), size_of(m) + 3,
                               casus_svg_width(m->label, LABEL_SIZE) + 2, LABEL_SIZE + 3, &box)) {
            casus_buf_format(out, "<text class=\"place\" x=\"%.1f\" y=\"%.1f\">", box.left, box.bottom - 4);
            casus_svg_text(out, m->label);
            casus_buf_add_str(out, CASUS_STR("</text>\n"));
        }
    }
    write_countries(v, map, &labels, out);
}

void casus_map_write(const casus_map *map, casus_buf *out)
{
    casus_region region = casus_region_of(map->mark, map->n_mark);
    view v = view_of(map, &region);
    casus_svg_open(out, "map", v.width, v.height, map->title, map->description, map->style);
    casus_buf_format(out, "<rect class=\"sea\" width=\"%.0f\" height=\"%.0f\"/>\n", v.width, v.height);
    write_land(&v, map->borders, out);
    write_lines(&v, map->borders, CASUS_BORDER_COAST, out);
    write_lines(&v, map->borders, CASUS_BORDER_LAND, out);
    write_lines(&v, map->borders, CASUS_BORDER_DISPUTED, out);
    for (uint32_t i = 0; i < map->n_mark; i++) {
        const casus_map_mark *m = &map->mark[i];
        bool opened = casus_svg_link(out, m->link, m->title);
        if (m->rough) {
            casus_buf_format(out, "<circle class=\"rough\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>",
                             x_of(&v, m->longitude), y_of(&v, m->latitude), size_of(m) + 4);
        }
        casus_svg_sign(out, m->sign, x_of(&v, m->longitude), y_of(&v, m->latitude), size_of(m));
        casus_svg_link_end(out, opened);
    }
    write_labels(&v, map, out);
    write_scale(&v, out);
    if (region.outside > 0) {
        casus_buf_format(out, "<text class=\"outside\" x=\"12\" y=\"18\">%u ", region.outside);
        casus_svg_text(out, map->outside);
        casus_buf_add_str(out, CASUS_STR("</text>\n"));
    }
    if (has_disputed(&v, map->borders)) {
        double right = v.width - casus_svg_width(map->disputed, LABEL_SIZE) - 16;
        casus_buf_format(out,
                         "<g class=\"scale\"><path class=\"border disputed\" d=\"M%.1f %.1fh30\"/><text x=\"%.1f\" "
                         "y=\"%.1f\">",
                         right - 36, v.height - 16, right, v.height - 12);
        casus_svg_text(out, map->disputed);
        casus_buf_add_str(out, CASUS_STR("</text></g>\n"));
    }
    casus_svg_close(out);
}
