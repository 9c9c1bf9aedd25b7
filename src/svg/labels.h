/* Where labels go so that none covers another: each takes the first free of eight spots round its mark. */
#ifndef CASUS_SVG_LABELS_H
#define CASUS_SVG_LABELS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct casus_box {
    double left, top, right, bottom;
} casus_box;

enum { CASUS_MOST_BOXES = 512 };

typedef struct casus_labels {
    casus_box taken[CASUS_MOST_BOXES];
    uint32_t n_taken;
    double width, height; /* of the picture: labels stay within */
} casus_labels;

/* Keep `box` free of labels. */
void casus_labels_block(casus_labels *labels, casus_box box);

/* Find a spot for a label of this size round (x, y), `away` from it. False: there is none. */
bool casus_labels_place(casus_labels *labels, double x, double y, double away, double width, double height,
                        casus_box *out);

#endif
