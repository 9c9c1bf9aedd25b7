/* What SVG writers share: escaping, numbers, and the signs of kinds of events. */
#ifndef CASUS_SVG_SVG_H
#define CASUS_SVG_SVG_H

#include "base/buf.h"
#include "casus/record.h"

/* Kinds of events that pictures tell apart, each by a shape and a class. */
typedef enum casus_sign {
    CASUS_SIGN_FIGHT,   /* circle: ASSAULT */
    CASUS_SIGN_CONTROL, /* square: CONTROL */
    CASUS_SIGN_CALM,    /* diamond: RETREAT, AGREE, CONCEDE, CONSULT, COOPERATE, AID */
    CASUS_SIGN_WORD,    /* triangle: all others */
    CASUS_N_SIGN
} casus_sign;

casus_sign casus_sign_of(casus_event_type type);

/* 'fight', 'control', 'calm', 'word': part of class names, and key of its name in data/dossier. */
const char *casus_sign_name(casus_sign sign);

/* Text within an element or an attribute in double quotes; characters that XML does not know are left out. */
void casus_svg_text(casus_buf *out, casus_str text);

/*
 * Open a picture: <svg> with its size, <title> and <desc>, which a screen reader says; an image if it stands alone,
 * else a group, for its links are read too. `id` is the prefix
 * of the ids in it; `style` (absent: none) is CSS for a picture that stands alone.
 */
void casus_svg_open(casus_buf *out, const char *id, double width, double height, casus_str title, casus_str description,
                    casus_str style);
void casus_svg_close(casus_buf *out);

/* The sign of a kind of event round (x, y), `size` being the radius of a circle of its area. */
void casus_svg_sign(casus_buf *out, casus_sign sign, double x, double y, double size);

/* <a href="...">, if `link` is there; links are fragments ('#i3') or http(s), anything else is left out. */
bool casus_svg_link(casus_buf *out, casus_str link, casus_str title);
void casus_svg_link_end(casus_buf *out, bool opened);

/* About how wide `text` is at a font size, in the same unit: no fonts are known here. */
double casus_svg_width(casus_str text, double size);

#endif
