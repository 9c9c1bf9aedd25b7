/* The finders of mentions over one document: see casus/extract.h. */
#include "casus/casus.h"

#include "extract/claims.h"
#include "extract/mention.h"

#include <stdio.h>
#include <stdlib.h>

enum { SCRATCH_CAP = 1 << 30, VERSION_ROOM = 64 };

struct casus_extractor {
    const casus_world *world;
    casus_name_reader *reader;
    casus_arena scratch; /* cleared per document */
};

casus_status casus_extractor_open(const casus_world *world, casus_extractor **out, casus_error *err)
{
    casus_extractor *extractor = calloc(1, sizeof *extractor);
    *out = extractor;
    if (extractor == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    extractor->world = world;
    casus_arena_init(&extractor->scratch, SCRATCH_CAP);
    casus_status st = world == NULL ? CASUS_OK : casus_name_reader_open(world->spelling, &extractor->reader, err);
    if (st != CASUS_OK) {
        casus_extractor_close(extractor);
        *out = NULL;
    }
    return st;
}

void casus_extractor_close(casus_extractor *extractor)
{
    if (extractor != NULL) {
        casus_name_reader_close(extractor->reader);
        casus_arena_free(&extractor->scratch);
        free(extractor);
    }
}

casus_status casus_extract_version(const casus_pack *pack, casus_doc *doc, casus_error *err)
{
    char text[VERSION_ROOM];
    int len = snprintf(text, sizeof text, "%s %.*s/%.*s", casus_version(), CASUS_STR_ARG(pack->code),
                       CASUS_STR_ARG(pack->version));
    doc->version = casus_arena_str(&doc->arena, (casus_str){text, len < VERSION_ROOM ? (size_t)len : VERSION_ROOM - 1});
    return doc->version.ptr == NULL ? casus_arena_fail(&doc->arena, err) : CASUS_OK;
}

casus_status casus_extract_run(casus_extractor *extractor, const casus_pack *pack, casus_doc *doc, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_view view;
    casus_arena_clear(&extractor->scratch);
    CASUS_TRY(casus_view_make(&view, doc, pack, extractor->world, &extractor->scratch, err));
    CASUS_TRY(casus_extract_version(pack, doc, err));
    view.reader = extractor->reader;
    CASUS_TRY(casus_extract__times(&view, err));
    CASUS_TRY(casus_extract__places(&view, err));
    CASUS_TRY(casus_extract__actors(&view, err));
    CASUS_TRY(casus_extract__quantities(&view, err));
    CASUS_TRY(casus_extract__claims(&view, err));
done:
    return st;
}
