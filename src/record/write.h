/* A document's record as JSON (docs/record.md). */
#ifndef CASUS_RECORD_WRITE_H
#define CASUS_RECORD_WRITE_H

#include "base/buf.h"
#include "casus/record.h"
#include "record/points.h"

/* What is printed beside the document and its claims. */
typedef enum casus_layer {
    CASUS_LAYER_SENTENCES = 1 << 0,
    CASUS_LAYER_TIMES = 1 << 1,
    CASUS_LAYER_PLACES = 1 << 2,
    CASUS_LAYER_ACTORS = 1 << 3,
    CASUS_LAYER_QUANTITIES = 1 << 4,
    CASUS_LAYER_ATTRIBUTIONS = 1 << 5,
    CASUS_LAYER_MENTIONS = CASUS_LAYER_TIMES | CASUS_LAYER_PLACES | CASUS_LAYER_ACTORS | CASUS_LAYER_QUANTITIES
} casus_layer;

/*
 * Append one JSON object and a line feed. `layers` is a sum of casus_layer. Positions are written as code points.
 * out->failed tells of a lack of memory.
 */
void casus_record_write(const casus_doc *doc, unsigned layers, casus_buf *out);

/*
 * Append one claim as an object, without its id, which is its document's and `index` + 1. `points` begins as
 * {.text = doc->text} and goes from claim to claim.
 */
void casus_record_write_claim(const casus_doc *doc, casus_points *points, uint32_t index, casus_buf *out);

#endif
