/* Patterns of names: see paths.h. */
#include "cli/paths.h"

#include "base/buf.h"

#include <string.h>
#include <unistd.h>

/* A name that means itself alone: every sign that could mean more with a backslash before it. */
static void escape(const char *path, casus_buf *out)
{
    for (; *path != '\0'; path++) {
        if (strchr("*?[\\", *path) != NULL) {
            casus_buf_add_char(out, '\\');
        }
        casus_buf_add_char(out, *path);
    }
    casus_buf_add_char(out, '\0');
}

casus_status casus_paths_expand(char **path, int n_path, glob_t *out, casus_error *err)
{
    casus_buf literal;
    int code = 0;
    casus_buf_init(&literal, 1 << 20);
    *out = (glob_t){0};
    for (int i = 0; code == 0 && i < n_path; i++) {
        casus_buf_clear(&literal, SIZE_MAX);
        if (access(path[i], F_OK) == 0) {
            escape(path[i], &literal);
        }
        if (literal.failed != CASUS_OK) {
            code = GLOB_NOSPACE;
        } else {
            code = glob(literal.len > 0 ? literal.ptr : path[i], GLOB_NOCHECK | (i > 0 ? GLOB_APPEND : 0), NULL, out);
        }
    }
    casus_buf_free(&literal);
    return code == 0 ? CASUS_OK : casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
}
