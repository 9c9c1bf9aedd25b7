/* Colours and harmless text: see style.h. */
#include "report/style.h"

#include "base/utf8.h"

#include <stdio.h>

void casus_style_begin(const casus_style *style, casus_colour colour, casus_buf *out)
{
    static const char *const code[] = {"0", "1", "2", "36", "32", "35", "33", "31;1", "34;1"};
    if (style->colours && colour != CASUS_COLOUR_NONE) {
        casus_buf_format(out, "\x1b[%sm", code[colour]);
    }
}

void casus_style_end(const casus_style *style, casus_buf *out)
{
    if (style->colours) {
        casus_buf_add(out, "\x1b[0m", 4);
    }
}

/* C0, C1, and what turns the direction of what follows. */
static bool is_harmful(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

void casus_style_text(casus_str text, casus_buf *out)
{
    bool space = false;
    for (size_t at = 0; at < text.len;) {
        char bytes[4];
        uint32_t c = casus_utf8_next(text.ptr, text.len, &at);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xA0) {
            space = true;
        } else if (!is_harmful(c)) {
            if (space) {
                casus_buf_add_char(out, ' ');
            }
            space = false;
            casus_buf_add(out, bytes, casus_utf8_put(c, bytes));
        }
    }
    if (space) {
        casus_buf_add_char(out, ' ');
    }
}

void casus_style_coloured(const casus_style *style, casus_colour colour, casus_str text, casus_buf *out)
{
    casus_style_begin(style, colour, out);
    casus_style_text(text, out);
    casus_style_end(style, out);
}
