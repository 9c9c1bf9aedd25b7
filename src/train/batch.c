/* Batches: see batch.h. */
#include "train/batch.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

typedef enum capitals { LETTERS_AS_THEY_ARE, LETTERS_UPPER, LETTERS_TITLE, LETTERS_LOWER, LETTERS } capitals;

bool train_numbers_open(train_numbers *numbers, const train_corpus *corpus, train_vocab *vocab, casus_arena *arena)
{
    uint32_t n = corpus->doc.n_word;
    *numbers = (train_numbers){.corpus = corpus, .vocab = vocab};
    numbers->type = CASUS_NEW(arena, uint32_t, n);
    numbers->tag = CASUS_NEW(arena, uint32_t, n);
    numbers->deprel = CASUS_NEW(arena, uint32_t, n);
    numbers->head = CASUS_NEW(arena, uint32_t, n);
    if (arena->failed != CASUS_OK) {
        return false;
    }
    for (uint32_t s = 0; s < corpus->doc.n_sentence; s++) {
        const casus_sentence *sentence = &corpus->doc.sentence[s];
        for (uint32_t w = sentence->word_begin; w < sentence->word_end; w++) {
            const casus_word *word = &corpus->doc.word[w];
            char room[512];
            const uint32_t *tag = casus_map_get(&vocab->tag_of, train_vocab_tag(word, room));
            const uint32_t *deprel = casus_map_get(&vocab->deprel_of, word->deprel);
            numbers->tag[w] = tag == NULL ? TRAIN_UNSEEN : *tag;
            numbers->deprel[w] = deprel == NULL ? TRAIN_UNSEEN : *deprel;
            numbers->head[w] = word->head == CASUS_ROOT ? 0 : word->head - sentence->word_begin + 1;
            numbers->type[w] = train_vocab_type(vocab, word->form);
            if (numbers->type[w] == UINT32_MAX) {
                return false;
            }
        }
    }
    return true;
}

/* The form in other capitals. */
static casus_str respell(casus_str form, capitals letters, char room[256])
{
    size_t len = 0;
    for (size_t at = 0; at < form.len && len + 4 < 256;) {
        bool first = at == 0;
        uint32_t c = casus_utf8_next(form.ptr, form.len, &at);
        bool upper = letters == LETTERS_UPPER || (letters == LETTERS_TITLE && first);
        if (upper || letters == LETTERS_LOWER) {
            c = (uint32_t)(upper ? u_toupper((UChar32)c) : u_tolower((UChar32)c));
        }
        len += casus_utf8_put(c, room + len);
    }
    return (casus_str){room, len};
}

static bool add_word(train_batch *b, const train_numbers *numbers, uint32_t w, capitals letters, float hide)
{
    uint32_t type = numbers->type[w];
    if (letters != LETTERS_AS_THEY_ARE) {
        char room[256];
        type = train_vocab_type(numbers->vocab, respell(numbers->corpus->doc.word[w].form, letters, room));
        if (type == UINT32_MAX) {
            return false;
        }
    }
    const train_type *t = &numbers->vocab->type[type];
    uint32_t i = b->n_word++;
    b->piece[i] = t->piece;
    b->n_piece[i] = t->n_piece;
    b->n_whole[i] = t->n_whole;
    b->hide[i] = hide / (hide + (float)t->count);
    b->tag[i] = numbers->tag[w];
    b->head[i] = numbers->head[w];
    b->deprel[i] = numbers->deprel[w];
    return true;
}

bool train_batch_make(train_batch *batch, const train_numbers *numbers, const uint32_t *order, uint32_t begin,
                      uint32_t end, float hide, float cased, train_random *random, casus_arena *arena)
{
    const casus_doc *doc = &numbers->corpus->doc;
    uint32_t n = 0;
    for (uint32_t i = begin; i < end; i++) {
        n += doc->sentence[order[i]].word_end - doc->sentence[order[i]].word_begin;
    }
    *batch = (train_batch){.begin = CASUS_NEW(arena, uint32_t, end - begin + 1),
                           .piece = CASUS_NEW(arena, const uint32_t *, n),
                           .n_piece = CASUS_NEW(arena, uint32_t, n),
                           .n_whole = CASUS_NEW(arena, uint32_t, n),
                           .hide = CASUS_NEW(arena, float, n),
                           .tag = CASUS_NEW(arena, uint32_t, n),
                           .head = CASUS_NEW(arena, uint32_t, n),
                           .deprel = CASUS_NEW(arena, uint32_t, n)};
    if (arena->failed != CASUS_OK) {
        return false;
    }
    for (uint32_t i = begin; i < end; i++) {
        const casus_sentence *sentence = &doc->sentence[order[i]];
        capitals letters = LETTERS_AS_THEY_ARE;
        if (random != NULL && train_random_unit(random) < cased) {
            letters = LETTERS_UPPER + train_random_below(random, LETTERS - LETTERS_UPPER);
        }
        for (uint32_t w = sentence->word_begin; w < sentence->word_end; w++) {
            if (!add_word(batch, numbers, w, letters, hide)) {
                return false;
            }
        }
        batch->begin[++batch->n_sentence] = batch->n_word;
    }
    return true;
}
