/* Whole files: see file.h. */
#include "base/file.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

casus_status casus_file_read(const char *path, size_t cap, casus_arena *arena, casus_str *out, casus_error *err)
{
    casus_status st = CASUS_OK;
    char *bytes = NULL;
    size_t len = 0;
    struct stat info;
    FILE *file = fopen(path, "rb");
    if (file == NULL || fstat(fileno(file), &info) != 0) {
        st = casus_fail(err, CASUS_EIO, path, 0, 0, "%s", strerror(errno));
        goto done;
    }
    if (!S_ISREG(info.st_mode)) {
        st = casus_fail(err, CASUS_EIO, path, 0, 0, "is no regular file");
        goto done;
    }
    if (info.st_size < 0 || (uintmax_t)info.st_size > cap) {
        st = casus_fail(err, CASUS_ELIMIT, path, 0, 0, "larger than %zu bytes", cap);
        goto done;
    }
    len = (size_t)info.st_size;
    bytes = casus_arena_bytes(arena, len + 1);
    if (bytes == NULL) {
        st = casus_arena_fail(arena, err);
        goto done;
    }
    if (fread(bytes, 1, len, file) != len) {
        st = casus_fail(err, CASUS_EIO, path, 0, 0, "cannot be read to its end");
        goto done;
    }
    bytes[len] = '\0';
    *out = (casus_str){bytes, len};
done:
    if (file != NULL) {
        (void)fclose(file);
    }
    return st;
}
