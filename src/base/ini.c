/* INI files: see ini.h. */
#include "base/ini.h"

#include "base/file.h"
#include "base/table.h"

enum { LARGEST_INI = 1024 * 1024 };

casus_status casus_ini_open(casus_ini *ini, const char *path, casus_arena *arena, casus_error *err)
{
    *ini = (casus_ini){.path = path, .section = CASUS_STR("")};
    return casus_file_read(path, LARGEST_INI, arena, &ini->left, err);
}

casus_status casus_ini_fault(const casus_ini *ini, casus_str part, casus_error *err, const char *what)
{
    return casus_fail(err, CASUS_EPACK, ini->path, ini->line, casus_column_of(ini->row, part.ptr), "%s: '%.*s'", what,
                      (int)(part.len > 80 ? 80 : part.len), part.ptr);
}

casus_status casus_ini_next(casus_ini *ini, casus_str *key, casus_str *value, casus_error *err)
{
    while (ini->left.len > 0) {
        const char *end = memchr(ini->left.ptr, '\n', ini->left.len);
        size_t len = end == NULL ? ini->left.len : (size_t)(end - ini->left.ptr);
        casus_str line = casus_str_trim((casus_str){ini->left.ptr, len});
        ini->row = ini->left.ptr;
        ini->line++;
        ini->left.ptr += len + (end != NULL);
        ini->left.len -= len + (end != NULL);
        if (line.len == 0 || line.ptr[0] == '#' || line.ptr[0] == ';') {
            continue;
        }
        if (line.ptr[0] == '[' && line.ptr[line.len - 1] == ']') {
            ini->section = casus_str_trim(casus_str_slice(line, 1, line.len - 1));
            continue;
        }
        const char *equals = memchr(line.ptr, '=', line.len);
        if (equals == NULL) {
            return casus_ini_fault(ini, line, err, "neither [section] nor key = value");
        }
        size_t at = (size_t)(equals - line.ptr);
        *key = casus_str_trim(casus_str_slice(line, 0, at));
        *value = casus_str_trim(casus_str_slice(line, at + 1, line.len));
        return CASUS_OK;
    }
    return CASUS_END;
}
