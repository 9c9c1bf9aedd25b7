/* Which language a text is in. */
#ifndef CASUS_INGEST_LANGUAGE_H
#define CASUS_INGEST_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { CASUS_LANGUAGE_CODE = 16 };

/*
 * Tell the language of `text` (valid UTF-8): its BCP 47 tag, zero-terminated, and the percent of the text that
 * supports it. False, with `code` empty, if it cannot be told. Source: CLD2 (Compact Language Detector 2).
 */
bool casus_language_detect(const char *text, size_t len, char code[CASUS_LANGUAGE_CODE], int *share, bool *sure);

#ifdef __cplusplus
}
#endif
#endif
