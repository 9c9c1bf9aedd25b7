/* Escaping, numbers, signs: see svg.h. */
#include "svg/svg.h"

#include "base/utf8.h"

#include <math.h>
#include <stdio.h>

casus_sign casus_sign_of(casus_event_type type)
{
    switch (type) {
    case CASUS_ASSAULT:
        return CASUS_SIGN_FIGHT;
    case CASUS_CONTROL:
        return CASUS_SIGN_CONTROL;
    case CASUS_RETREAT:
    case CASUS_AGREE:
    case CASUS_CONCEDE:
    case CASUS_CONSULT:
    case CASUS_COOPERATE:
    case CASUS_AID:
        return CASUS_SIGN_CALM;
    default:
        return CASUS_SIGN_WORD;
    }
}

const char *casus_sign_name(casus_sign sign)
{
    static const char *const name[] = {"fight", "control", "calm", "word"};
    return name[sign];
}

/* XML 1.0, 2.2 Characters; and nothing that turns the direction of what follows. */
static bool is_written(uint32_t c)
{
    return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' ||
           (c >= 0xA0 && c < 0xFFFE && !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069)) || c > 0xFFFF;
}

void casus_svg_text(casus_buf *out, casus_str text)
{
    for (size_t at = 0; at < text.len;) {
        char bytes[4];
        uint32_t c = casus_utf8_next(text.ptr, text.len, &at);
        switch (c) {
        case '<':
            casus_buf_add_str(out, CASUS_STR("&lt;"));
            break;
        case '>':
            casus_buf_add_str(out, CASUS_STR("&gt;"));
            break;
        case '&':
            casus_buf_add_str(out, CASUS_STR("&amp;"));
            break;
        case '"':
            casus_buf_add_str(out, CASUS_STR("&quot;"));
            break;
        case '\'':
            casus_buf_add_str(out, CASUS_STR("&#39;"));
            break;
        default:
            if (is_written(c)) {
                casus_buf_add(out, bytes, casus_utf8_put(c, bytes));
            }
        }
    }
}

void casus_svg_open(casus_buf *out, const char *id, double width, double height, casus_str title, casus_str description,
                    casus_str style)
{
    casus_buf_format(out,
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 %.0f %.0f\" "
                     "width=\"%.0f\" height=\"%.0f\" role=\"%s\" aria-labelledby=\"%s-title %s-desc\">\n",
                     width, height, width, height, style.ptr == NULL ? "group" : "img", id, id);
    casus_buf_format(out, "<title id=\"%s-title\">", id);
    casus_svg_text(out, title);
    casus_buf_format(out, "</title>\n<desc id=\"%s-desc\">", id);
    casus_svg_text(out, description);
    casus_buf_add_str(out, CASUS_STR("</desc>\n"));
    if (style.ptr != NULL) {
        casus_buf_add_str(out, CASUS_STR("<style>\n"));
        casus_buf_add_str(out, style);
        casus_buf_add_str(out, CASUS_STR("</style>\n"));
    }
}

void casus_svg_close(casus_buf *out)
{
    casus_buf_add_str(out, CASUS_STR("</svg>\n"));
}

void casus_svg_sign(casus_buf *out, casus_sign sign, double x, double y, double size)
{
    const char *name = casus_sign_name(sign);
    double s = size;
    switch (sign) {
    case CASUS_SIGN_CONTROL:
        s = size * 0.886; /* half the side of a square of the circle's area */
        casus_buf_format(out, "<rect class=\"sign %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>", name,
                         x - s, y - s, 2 * s, 2 * s);
        break;
    case CASUS_SIGN_CALM:
        s = size * 1.253;
        casus_buf_format(out, "<path class=\"sign %s\" d=\"M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz\"/>", name, x,
                         y - s, s, s, -s, s, -s, -s);
        break;
    case CASUS_SIGN_WORD:
        s = size * 1.555; /* from the middle to a corner of a triangle of equal sides */
        casus_buf_format(out, "<path class=\"sign %s\" d=\"M%.1f %.1fl%.1f %.1fh%.1fz\"/>", name, x, y - s, s * 0.866,
                         s * 1.5, -s * 1.732);
        break;
    default:
        casus_buf_format(out, "<circle class=\"sign %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", name, x, y, s);
    }
}

bool casus_svg_link(casus_buf *out, casus_str link, casus_str title)
{
    bool good = link.len > 1 && (link.ptr[0] == '#' || casus_str_starts(link, CASUS_STR("https://")) ||
                                 casus_str_starts(link, CASUS_STR("http://")));
    casus_buf_add_str(out, good ? CASUS_STR("<a href=\"") : CASUS_STR("<g>"));
    if (good) {
        casus_svg_text(out, link);
        casus_buf_add_str(out, CASUS_STR("\" aria-label=\""));
        casus_svg_text(out, title);
        casus_buf_add_str(out, CASUS_STR("\">"));
    }
    if (title.len > 0) {
        casus_buf_add_str(out, CASUS_STR("<title>"));
        casus_svg_text(out, title);
        casus_buf_add_str(out, CASUS_STR("</title>"));
    }
    return good;
}

void casus_svg_link_end(casus_buf *out, bool opened)
{
    casus_buf_add_str(out, opened ? CASUS_STR("</a>\n") : CASUS_STR("</g>\n"));
}

double casus_svg_width(casus_str text, double size)
{
    double width = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = casus_utf8_next(text.ptr, text.len, &at);
        bool thin = c == 'i' || c == 'l' || c == 'j' || c == 't' || c == 'f' || c == 'r' || c == ' ' || c == '.' ||
                    c == ',' || c == '\'';
        bool wide = (c >= 'A' && c <= 'Z') || c == 'm' || c == 'w';
        width += c >= 0x3000 ? 1.0 : thin ? 0.3 : wide ? 0.7 : 0.54;
    }
    return width * size;
}
