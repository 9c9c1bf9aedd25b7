/* Error values: see casus/error.h. */
#include "casus/error.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Nothing of a file's own bytes may steer the terminal or break the one line. */
static void make_printable(char *text)
{
    size_t len = casus_utf8_valid_prefix(text, strlen(text));
    text[len] = '\0';
    for (char *c = text; *c != '\0'; c++) {
        unsigned char byte = (unsigned char)*c;
        if (byte < 0x20 || byte == 0x7F) {
            *c = '?';
        } else if (byte == 0xC2 && (unsigned char)c[1] < 0xA0) { /* C1 controls */
            c[0] = '?';
            c[1] = '?';
        }
    }
}

casus_status casus_fail(casus_error *err, casus_status status, const char *file, uint32_t line, uint32_t column,
                        const char *format, ...)
{
    if (err == NULL) {
        return status;
    }
    err->status = status;
    err->sys = 0;
    err->line = line;
    err->column = column;
    (void)snprintf(err->file, sizeof err->file, "%s", file == NULL ? "" : file);
    va_list args;
    va_start(args, format);
    (void)vsnprintf(err->msg, sizeof err->msg, format, args);
    va_end(args);
    make_printable(err->file);
    make_printable(err->msg);
    return status;
}
