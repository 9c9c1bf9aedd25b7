/* From byte offsets to code points, for offsets that mostly grow. */
#ifndef CASUS_RECORD_POINTS_H
#define CASUS_RECORD_POINTS_H

#include "base/utf8.h"

#include <stdint.h>

typedef struct casus_points {
    casus_str text;
    size_t byte;
    uint32_t point; /* code points in text[0..byte) */
} casus_points;

/* Code points in text[0..byte). Cost: the distance from the last call's byte, to either side. */
static inline uint32_t casus_points_at(casus_points *points, size_t byte)
{
    if (byte < points->byte) {
        points->point -= (uint32_t)casus_utf8_count(points->text.ptr + byte, points->byte - byte);
    } else {
        points->point += (uint32_t)casus_utf8_count(points->text.ptr + points->byte, byte - points->byte);
    }
    points->byte = byte;
    return points->point;
}

#endif
