/* Fuzz target: the tables and settings of a language pack. */
#include "common.h"

#include "base/ini.h"
#include "base/table.h"

#include <stdio.h>
#include <sys/mman.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const columns[] = {"form", "ends"};
    char path[64];
    casus_arena arena;
    casus_table table;
    casus_ini ini;
    casus_error err = {0};
    casus_str field[CASUS_TABLE_COLUMNS];
    casus_str key;
    casus_str value;
    int fd = memfd_create("fuzz", 0);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size) {
        exit(2);
    }
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    casus_arena_init(&arena, 1 << 26);
    if (casus_table_open(&table, path, columns, 2, &arena, &err) == CASUS_OK) {
        while (casus_table_next(&table, field, &err) == CASUS_OK) {
        }
    }
    if (casus_ini_open(&ini, path, &arena, &err) == CASUS_OK) {
        while (casus_ini_next(&ini, &key, &value, &err) == CASUS_OK) {
        }
    }
    casus_arena_free(&arena);
    (void)close(fd);
    return 0;
}
