/* States over time: a row for each claimant of each place or ceasefire, a ribbon for what it says holds. */
#ifndef CASUS_SVG_RIBBON_H
#define CASUS_SVG_RIBBON_H

#include "svg/axis.h"

enum { CASUS_N_PATTERN = 6 };

typedef struct casus_ribbon {
    int32_t first, last; /* days, inclusive */
    bool open;           /* its end is not told: drawn fading out */
    unsigned pattern;    /* which of CASUS_N_PATTERN fills; not a colour alone */
    bool denied;         /* drawn as an outline */
    casus_str text, link, title;
} casus_ribbon;

typedef struct casus_ribbon_row {
    casus_str group;            /* place or ceasefire; rows of one group stand together, the first tells it */
    casus_str label;            /* the claimant */
    const casus_ribbon *ribbon; /* [n_ribbon] */
    uint32_t n_ribbon;
} casus_ribbon_row;

typedef struct casus_ribbons {
    const char *id;
    const casus_ribbon_row *row; /* [n_row] */
    uint32_t n_row;
    double width;
    casus_str title, description, style;
} casus_ribbons;

void casus_ribbons_write(const casus_ribbons *ribbons, casus_buf *out);

#endif
