/* Names of files from the command line. */
#ifndef CASUS_CLI_PATHS_H
#define CASUS_CLI_PATHS_H

#include "casus/error.h"

#include <glob.h>

/*
 * Names with '*', '?' and '[...]' that the shell left alone (in quotes, or too many for a command line) become the files they
 * mean, in byte order; a name that is a file's, or means none, stays as it is. Release with globfree. Errors: CASUS_ENOMEM.
 */
CASUS_MUST_USE casus_status casus_paths_expand(char **path, int n_path, glob_t *out, casus_error *err);

#endif
