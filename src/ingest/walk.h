/* Files of the paths that were asked for; folders are walked in byte order of their names. */
#ifndef CASUS_INGEST_WALK_H
#define CASUS_INGEST_WALK_H

#include "casus/error.h"

#include <stddef.h>

typedef struct casus_walk casus_walk;

/* `path` is borrowed. NULL without memory. */
casus_walk *casus_walk_open(const char *const *path, size_t n_path);
void casus_walk_close(casus_walk *walk); /* NULL is a no-op */

/*
 * The next file, open for reading: *fd is the caller's; *name is the walk's until the next call ('-' is standard
 * input). CASUS_END: no more. CASUS_EIO: one path cannot be read; call again.
 */
casus_status casus_walk_next(casus_walk *walk, int *fd, const char **name, casus_error *err);

#endif
