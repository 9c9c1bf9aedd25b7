/* One page of what a ledger knows, that a desk can read, check and send. */
#ifndef CASUS_DOSSIER_DOSSIER_H
#define CASUS_DOSSIER_DOSSIER_H

#include "base/buf.h"
#include "casus/ledger.h"
#include "report/filter.h"

typedef enum casus_dossier_format { CASUS_DOSSIER_HTML, CASUS_DOSSIER_MARKDOWN } casus_dossier_format;

typedef struct casus_dossier_options {
    const char *folder;   /* the data folder: borders.json, dossier/ */
    const char *language; /* of the page: a folder of data/dossier; NULL: the one that data/dossier/default names */
    casus_dossier_format format;
    const casus_selection *selection; /* what is asked for; NULL: everything */
    casus_str title;                  /* absent: the language's own */
    casus_str filter;                 /* the filters as the user gave them, for the head; absent: none */
    casus_str snapshot;               /* absent: none */
} casus_dossier_options;

/*
 * Append the page of a ledger that cluster has filled. The same ledger gives the same bytes. Errors: CASUS_EUSAGE (no
 * such language), CASUS_EPACK (a template or table is faulty), CASUS_EIO, CASUS_ENOMEM.
 */
CASUS_MUST_USE casus_status casus_dossier_write(const casus_ledger *ledger, const casus_dossier_options *options,
                                                casus_buf *out, casus_error *err);

typedef enum casus_picture { CASUS_PICTURE_TIMELINE, CASUS_PICTURE_MAP } casus_picture;

/* Append one picture that stands alone, with its style. Errors as above. */
CASUS_MUST_USE casus_status casus_dossier_picture(const casus_ledger *ledger, const casus_dossier_options *options,
                                                  casus_picture picture, casus_buf *out, casus_error *err);

#endif
