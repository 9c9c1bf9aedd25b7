/* Incidents by day: a sign for each, or where they are too many, columns of them. */
#ifndef CASUS_SVG_TIMELINE_H
#define CASUS_SVG_TIMELINE_H

#include "svg/axis.h"

typedef struct casus_timeline_mark {
    int32_t day; /* since 1970-01-01 */
    casus_sign sign;
    double weight; /* independent sources; 1 or more */
    bool disputed; /* drawn with a ring */
    casus_str link, title;
} casus_timeline_mark;

typedef struct casus_timeline {
    const casus_timeline_mark *mark; /* [n_mark], by day */
    uint32_t n_mark;
    double width;
    casus_str title, description;
    casus_str legend[CASUS_N_SIGN]; /* names of the signs */
    casus_str style;
} casus_timeline;

void casus_timeline_write(const casus_timeline *timeline, casus_buf *out);

#endif
