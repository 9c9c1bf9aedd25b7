/* Whole small files, for data of ours (packs); news goes through src/ingest. */
#ifndef CASUS_BASE_FILE_H
#define CASUS_BASE_FILE_H

#include "casus/arena.h"

/* Read `path` into the arena, a zero byte behind it. CASUS_EIO with errno's text; CASUS_ELIMIT beyond `cap` bytes. */
CASUS_MUST_USE casus_status casus_file_read(const char *path, size_t cap, casus_arena *arena, casus_str *out,
                                            casus_error *err);

#endif
