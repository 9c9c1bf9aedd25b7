/* casus-gazetteer DATA TABLE OUT: the table of tools/build-gazetteer into the file of places. */
#include "gazetteer/input.h"
#include "gazetteer/names.h"
#include "gazetteer/output.h"

#include <stdio.h>

#define MEMORY_CAP ((size_t)4 << 30)

int main(int argc, char **argv)
{
    casus_status st = CASUS_OK;
    casus_error err = {0};
    casus_arena arena;
    casus_input input;
    casus_names names = {.arena = &arena};
    if (argc != 4) {
        (void)fprintf(stderr, "usage: casus-gazetteer DATA TABLE OUT\n");
        return 2;
    }
    casus_arena_init(&arena, MEMORY_CAP);
    CASUS_TRY(casus_spelling_load(argv[1], &arena, &names.spelling, &err));
    CASUS_TRY(casus_name_reader_open(names.spelling, &names.reader, &err));
    CASUS_TRY(casus_input_read(argv[2], &input, &arena, &err));
    CASUS_TRY(casus_names_collect(&names, &input, &err));
    CASUS_TRY(casus_output_write(argv[3], &input, &names, &err));
    (void)printf("%u places, %u names, %u soundings\n", input.n, names.n_bearer, names.n_sounding);
done:
    if (st != CASUS_OK) {
        (void)fprintf(stderr, "casus-gazetteer: %s:%u: %s\n", err.file, err.line, err.msg);
    }
    casus_names_free(&names);
    casus_name_reader_close(names.reader);
    casus_arena_free(&arena);
    return st == CASUS_OK ? 0 : 2;
}
