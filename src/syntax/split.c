/* Sentences and words: see casus/syntax.h. */
#include "casus/syntax.h"

#include "syntax/split.h"

bool casus_split__grow(casus_splitter *splitter, void **rows, uint32_t *room, uint32_t count, size_t size)
{
    if (count < *room) {
        return true;
    }
    casus_arena *arena = &splitter->doc->arena;
    uint32_t more = *room == 0 ? (uint32_t)(splitter->doc->text.len / 5) + 16 : *room * 2;
    char *grown = more < *room ? NULL : casus_arena_room(arena, (size_t)more * size);
    if (grown == NULL) {
        splitter->failed = arena->failed == CASUS_OK ? CASUS_ELIMIT : arena->failed;
        return false;
    }
    if (count > 0) {
        memcpy(grown, *rows, count * size);
    }
    *rows = grown;
    *room = more;
    return true;
}

/* The tokens of a segment; a line break followed by another ends what stands before it. */
static void read_segment(casus_splitter *splitter, casus_span span, casus_block block)
{
    casus_str text = splitter->doc->text;
    while (span.begin < span.end && splitter->failed == CASUS_OK) {
        uint32_t end = span.begin;
        while (end < span.end && !(text.ptr[end] == '\n' && end + 1 < span.end && text.ptr[end + 1] == '\n')) {
            end++;
        }
        uint32_t first = splitter->doc->n_token;
        casus_split__tokens(splitter, (casus_span){span.begin, end});
        if (splitter->failed == CASUS_OK && splitter->doc->n_token > first) {
            splitter->hint[first].begins = true;
            splitter->hint[first].whole = block == CASUS_BLOCK_HEAD;
        }
        while (end < span.end && text.ptr[end] == '\n') {
            end++;
        }
        span.begin = end;
    }
}

casus_status casus_syntax_split(const casus_pack *pack, casus_doc *doc, casus_error *err)
{
    casus_splitter splitter = {.pack = pack, .doc = doc};
    doc->n_sentence = 0;
    doc->n_token = 0;
    doc->n_word = 0;
    if (doc->n_segment == 0) {
        read_segment(&splitter, (casus_span){0, (uint32_t)doc->text.len}, CASUS_BLOCK_PROSE);
    }
    for (uint32_t i = 0; i < doc->n_segment; i++) {
        read_segment(&splitter, doc->segment[i].text, doc->segment[i].block);
    }
    casus_split__sentences(&splitter);
    if (splitter.failed != CASUS_OK) {
        return casus_fail(err, splitter.failed, NULL, 0, 0, "the words need too much memory");
    }
    return CASUS_OK;
}
