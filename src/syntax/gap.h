/* Where a sentence ends that no final sign shows. */
#ifndef CASUS_SYNTAX_GAP_H
#define CASUS_SYNTAX_GAP_H

#include "syntax/split.h"

/*
 * Whether the sentence that begins with token `first` ends behind token `left`, by the pack's weights; false in a pack
 * without them, and in a document whose lines were kept. `end`: behind the stretch's last token.
 */
bool casus_split__gap(casus_splitter *splitter, uint32_t first, uint32_t left, uint32_t end);

#endif
