/* Mustache templates (mustache(5)) filled from JSON. */
#ifndef CASUS_DOSSIER_TEMPLATE_H
#define CASUS_DOSSIER_TEMPLATE_H

#include "base/buf.h"

#include <jansson.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct casus_partial {
    const char *name; /* {{>name}} */
    casus_str text;
} casus_partial;

/*
 * Fill `text` with the values of `model`, an object; numbers as they are, null as nothing. {{name}} is escaped
 * for HTML if `html`, else for Markdown. `path` names the template in errors: CASUS_EPACK for one that is not well formed, CASUS_ENOMEM.
 */
CASUS_MUST_USE casus_status casus_template_fill(const char *path, casus_str text, const casus_partial *partial,
                                                size_t n_partial, const json_t *model, bool html, casus_buf *out,
                                                casus_error *err);

#ifdef __cplusplus
}
#endif
#endif
