/* CoNLL-U, Universal Dependencies' file format. */
#ifndef CASUS_SYNTAX_CONLLU_H
#define CASUS_SYNTAX_CONLLU_H

#include "base/buf.h"
#include "casus/record.h"

/* Append the document's sentences. Columns that nothing is known of hold '_'. */
void casus_conllu_write(const casus_doc *doc, casus_buf *out);

#endif
