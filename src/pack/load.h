/* Compiling the files of one folder into a pack. */
#ifndef CASUS_PACK_LOAD_H
#define CASUS_PACK_LOAD_H

#include "pack/pack.h"

/* Read `dir`/pack.ini: what the pack says of itself. */
CASUS_MUST_USE casus_status casus_pack__load_ini(casus_pack *pack, const char *dir, casus_arena *arena,
                                                 casus_error *err);

/*
 * Add the rows of all files of `dir` to the pack; a row overrides a row with the same key from an earlier folder, so
 * bases come first. A file that is not there adds nothing.
 */
CASUS_MUST_USE casus_status casus_pack__load_files(casus_pack *pack, const char *dir, casus_arena *arena,
                                                   casus_error *err);

/* Sort and index what the files gave. Call once, last. */
CASUS_MUST_USE casus_status casus_pack__compile(casus_pack *pack, casus_arena *arena, casus_error *err);

/* Join the terms that time/compounds.tsv tells, and index the rules of times. Called by casus_pack__compile. */
CASUS_MUST_USE casus_status casus_pack__compile_times(casus_pack *pack, casus_arena *arena, casus_error *err);

#endif
