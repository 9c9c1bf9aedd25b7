/* Text for terminals: colours, and documents' text made harmless. */
#ifndef CASUS_REPORT_STYLE_H
#define CASUS_REPORT_STYLE_H

#include "base/buf.h"

#include <stdbool.h>

typedef enum casus_colour {
    CASUS_COLOUR_NONE,
    CASUS_COLOUR_STRONG,
    CASUS_COLOUR_FAINT,
    CASUS_COLOUR_TIME,
    CASUS_COLOUR_PLACE,
    CASUS_COLOUR_ACTOR,
    CASUS_COLOUR_FIGURE,
    CASUS_COLOUR_EVENT,
    CASUS_COLOUR_VOICE
} casus_colour;

typedef struct casus_style {
    bool colours;
} casus_style;

void casus_style_begin(const casus_style *style, casus_colour colour, casus_buf *out);
void casus_style_end(const casus_style *style, casus_buf *out);

/* Text of a document on one line: control and direction signs are left out, white space is one space. */
void casus_style_text(casus_str text, casus_buf *out);

/* The same in a colour. */
void casus_style_coloured(const casus_style *style, casus_colour colour, casus_str text, casus_buf *out);

#endif
