/* Treebanks: see corpus.h. */
#include "train/corpus.h"

#include "syntax/conllu_read.h"

#include <errno.h>
#include <stdio.h>
#include <zlib.h>

enum { LONGEST_SENTENCE = 250, PIECE = 1 << 20 };
#define CORPUS_CAP ((size_t)4 << 30)

/* gzread reads plain files too. */
static casus_status read_file(const char *path, casus_arena *arena, casus_str *out, casus_error *err)
{
    gzFile file = gzopen(path, "rb");
    size_t room = PIECE;
    size_t len = 0;
    char *bytes = casus_arena_bytes(arena, room);
    if (file == NULL) {
        return casus_fail(err, CASUS_EIO, path, 0, 0, "cannot be read: %s", strerror(errno));
    }
    while (bytes != NULL) {
        int got = gzread(file, bytes + len, (unsigned)(room - len));
        if (got <= 0) {
            int code = Z_OK;
            (void)gzerror(file, &code);
            (void)gzclose(file);
            *out = (casus_str){bytes, len};
            return got == 0 && code == Z_OK ? CASUS_OK
                                            : casus_fail(err, CASUS_EIO, path, 0, 0, "the file is cut or damaged");
        }
        len += (size_t)got;
        if (len == room) {
            char *more = casus_arena_bytes(arena, room * 2);
            if (more != NULL) {
                memcpy(more, bytes, len);
            }
            bytes = more;
            room *= 2;
        }
    }
    (void)gzclose(file);
    return casus_arena_fail(arena, err);
}

/* Whether the comment begins a document, and whether that is one to leave out. */
static void look_for_document(casus_str comment, const casus_str *skip, uint32_t n_skip, bool *left_out)
{
    static const char mark[] = "# newdoc id = ";
    size_t len = sizeof mark - 1;
    for (size_t at = 0; at + len <= comment.len; at++) {
        if ((at == 0 || comment.ptr[at - 1] == '\n') && memcmp(comment.ptr + at, mark, len) == 0) {
            casus_str id = casus_str_slice(comment, at + len, comment.len);
            *left_out = false;
            for (uint32_t i = 0; i < n_skip; i++) {
                *left_out = *left_out || casus_str_starts(id, skip[i]);
            }
        }
    }
}

static casus_status check_word(casus_word *word, casus_arena *arena, const char *path, casus_error *err)
{
    if (word->upos.ptr == NULL || word->head == CASUS_NO_HEAD || word->deprel.ptr == NULL) {
        return casus_fail(err, CASUS_EINPUT, path, 0, 0, "a word without tag, head or relation: '%.*s'",
                          CASUS_STR_ARG(word->form));
    }
    if (word->lemma.len > 1 && memchr(word->lemma.ptr, '_', word->lemma.len) != NULL) {
        char *lemma = casus_arena_bytes(arena, word->lemma.len);
        size_t len = 0;
        if (lemma == NULL) {
            return casus_arena_fail(arena, err);
        }
        for (size_t i = 0; i < word->lemma.len; i++) {
            if (word->lemma.ptr[i] != '_') {
                lemma[len++] = word->lemma.ptr[i];
            }
        }
        if (len > 0) {
            word->lemma = (casus_str){lemma, len};
        }
    }
    return CASUS_OK;
}

casus_status train_corpus_read(train_corpus *corpus, const char *folder, const casus_str *file, uint32_t n_file,
                               const casus_str *skip, uint32_t n_skip, casus_error *err)
{
    casus_status st = CASUS_OK;
    *corpus = (train_corpus){0};
    casus_doc *doc = &corpus->doc;
    casus_doc_init(doc, CORPUS_CAP);
    for (uint32_t f = 0; f < n_file; f++) {
        char path[4096];
        casus_str bytes;
        uint32_t line = 1;
        uint32_t first = doc->n_word;
        (void)snprintf(path, sizeof path, "%s/%.*s", folder, CASUS_STR_ARG(file[f]));
        CASUS_TRY(read_file(path, &doc->arena, &bytes, err));
        CASUS_TRY(casus_conllu_read(bytes, path, &line, doc, err));
        for (uint32_t w = first; w < doc->n_word; w++) {
            CASUS_TRY(check_word(&doc->word[w], &doc->arena, path, err));
        }
    }
    corpus->sentence = CASUS_NEW(&doc->arena, uint32_t, doc->n_sentence + 1);
    if (corpus->sentence == NULL) {
        return casus_arena_fail(&doc->arena, err);
    }
    bool left_out = false;
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        const casus_sentence *sentence = &doc->sentence[s];
        look_for_document(sentence->comment, skip, n_skip, &left_out);
        if (!left_out && sentence->word_end - sentence->word_begin <= LONGEST_SENTENCE) {
            corpus->sentence[corpus->n++] = s;
        }
    }
    if (corpus->n == 0) {
        st = casus_fail(err, CASUS_EINPUT, folder, 0, 0, "no sentences");
    }
done:
    return st;
}

void train_corpus_free(train_corpus *corpus)
{
    casus_doc_free(&corpus->doc);
}
