/* Greedy placement of labels: see labels.h. Christensen, Marks and Shieber (1995) call it so and name the eight spots. */
#include "svg/labels.h"

#include <stddef.h>

static bool overlap(const casus_box *a, const casus_box *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

void casus_labels_block(casus_labels *labels, casus_box box)
{
    if (labels->n_taken < CASUS_MOST_BOXES) {
        labels->taken[labels->n_taken++] = box;
    }
}

static bool is_free(const casus_labels *labels, const casus_box *box)
{
    if (box->left < 0 || box->top < 0 || box->right > labels->width || box->bottom > labels->height) {
        return false;
    }
    for (uint32_t i = 0; i < labels->n_taken; i++) {
        if (overlap(box, &labels->taken[i])) {
            return false;
        }
    }
    return true;
}

bool casus_labels_place(casus_labels *labels, double x, double y, double away, double width, double height,
                        casus_box *out)
{
    /* The box's left upper corner from the mark: shares of its width and height, and of `away`. */
    static const double spot[8][4] = {{0, -0.5, 1, 0},    {-1, -0.5, -1, 0}, {-0.5, -1, 0, -1},    {-0.5, 0, 0, 1},
                                      {0, -1, 0.7, -0.7}, {0, 0, 0.7, 0.7},  {-1, -1, -0.7, -0.7}, {-1, 0, -0.7, 0.7}};
    for (size_t i = 0; i < 8 && labels->n_taken < CASUS_MOST_BOXES; i++) {
        double left = x + spot[i][0] * width + spot[i][2] * away;
        double top = y + spot[i][1] * height + spot[i][3] * away;
        casus_box box = {left, top, left + width, top + height};
        if (is_free(labels, &box)) {
            casus_labels_block(labels, box);
            *out = box;
            return true;
        }
    }
    return false;
}
