/* What the fuzz targets share: documents from bytes, without files. */
#ifndef CASUS_FUZZ_COMMON_H
#define CASUS_FUZZ_COMMON_H

#include "casus/casus.h"
#include "pipeline/worker.h"
#include "record/write.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The packs in the folder that the build was made from; loaded once. */
const casus_packs *fuzz_packs(void);

/* One document through every stage; checks what must hold of any document. */
void fuzz_document(casus_form form, const uint8_t *data, size_t size);

/* Text of a language through every stage and all that is extracted; checks that every index leads somewhere. */
void fuzz_claims(const char *language, const uint8_t *data, size_t size);

/* The bytes as a file: through the reader, then each document through every stage. */
void fuzz_file(const uint8_t *data, size_t size);

/* The same with `first` before the bytes. */
void fuzz_file_behind(const char *first, const uint8_t *data, size_t size);

#endif
