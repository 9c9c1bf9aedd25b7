/* Vocabularies: see vocab.h. */
#include "train/vocab.h"

#include "syntax/form.h"

#include <stdio.h>
#include <stdlib.h>

#define VOCAB_CAP ((size_t)2 << 30)

typedef struct counted {
    uint64_t hash;
    uint32_t count;
} counted;

static int by_count(const void *a, const void *b)
{
    const counted *x = a;
    const counted *y = b;
    if (x->count != y->count) {
        return x->count < y->count ? 1 : -1;
    }
    return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Add `n` to the count of `key`, which is copied if it is new. */
static bool count_up(casus_map *map, casus_str key, uint32_t n, casus_arena *arena)
{
    const uint32_t *had = casus_map_get(map, key);
    casus_str kept = had == NULL ? casus_arena_str(arena, key) : key;
    return kept.ptr != NULL && casus_map_set(map, kept, n + (had == NULL ? 0 : *had), NULL, arena);
}

casus_str train_vocab_tag(const casus_word *word, char room[512])
{
    int len = snprintf(room, 512, "%.*s\t%.*s", CASUS_STR_ARG(word->upos), CASUS_STR_ARG(word->feats));
    return (casus_str){room, len < 0 ? 0 : len < 512 ? (size_t)len : 511};
}

/* The keys of a map in the order of their bytes, numbered. */
static int by_bytes(const void *a, const void *b)
{
    const casus_str *x = a;
    const casus_str *y = b;
    int order = memcmp(x->ptr, y->ptr, x->len < y->len ? x->len : y->len);
    return order != 0 ? order : (x->len > y->len) - (x->len < y->len);
}

static bool number(casus_map *map, casus_str **name, uint32_t *n, casus_arena *arena)
{
    *name = CASUS_NEW(arena, casus_str, map->count + 1);
    if (*name == NULL) {
        return false;
    }
    for (size_t i = 0; i < map->room; i++) {
        if (map->slot[i].key.ptr != NULL) {
            (*name)[(*n)++] = map->slot[i].key;
        }
    }
    qsort(*name, *n, sizeof **name, by_bytes);
    for (uint32_t i = 0; i < *n; i++) {
        (void)casus_map_set(map, (*name)[i], i, NULL, arena);
    }
    return true;
}

/* The commonest pieces of all words get a row. */
static bool choose_rows(train_vocab *vocab, const casus_map *form, const train_recipe *recipe)
{
    casus_arena *arena = &vocab->arena;
    casus_map count = {0};
    for (size_t i = 0; i < form->room; i++) {
        uint64_t piece[CASUS_FORM_PIECES];
        if (form->slot[i].key.ptr == NULL) {
            continue;
        }
        size_t n = casus_form_pieces(form->slot[i].key, piece);
        for (size_t p = 0; p < n; p++) {
            if (!count_up(&count, (casus_str){(const char *)&piece[p], 8}, form->slot[i].value, arena)) {
                return false;
            }
        }
    }
    counted *all = CASUS_NEW(arena, counted, count.count + 1);
    size_t n = 0;
    for (size_t i = 0; all != NULL && i < count.room; i++) {
        if (count.slot[i].key.ptr != NULL && count.slot[i].value >= recipe->least_count) {
            memcpy(&all[n].hash, count.slot[i].key.ptr, 8);
            all[n++].count = count.slot[i].value;
        }
    }
    if (all == NULL) {
        return false;
    }
    qsort(all, n, sizeof *all, by_count);
    vocab->n_row = (uint32_t)(n + 1 > recipe->most_rows ? recipe->most_rows : n + 1);
    vocab->row = CASUS_NEW(arena, uint64_t, vocab->n_row);
    for (uint32_t r = 1; vocab->row != NULL && r < vocab->n_row; r++) {
        vocab->row[r] = all[r - 1].hash;
        if (!casus_map_set(&vocab->row_of, (casus_str){(const char *)&vocab->row[r], 8}, r, NULL, arena)) {
            return false;
        }
    }
    return vocab->row != NULL;
}

casus_status train_vocab_open(train_vocab *vocab, const train_corpus *corpus, const train_recipe *recipe,
                              casus_error *err)
{
    casus_map form = {0};
    bool done = true;
    *vocab = (train_vocab){0};
    casus_arena_init(&vocab->arena, VOCAB_CAP);
    casus_arena *arena = &vocab->arena;
    for (uint32_t i = 0; i < corpus->n && done; i++) {
        const casus_sentence *s = &corpus->doc.sentence[corpus->sentence[i]];
        for (uint32_t w = s->word_begin; w < s->word_end && done; w++) {
            const casus_word *word = &corpus->doc.word[w];
            char tag[512];
            done = count_up(&form, word->form, 1, arena) &&
                   count_up(&vocab->tag_of, train_vocab_tag(word, tag), 1, arena) &&
                   count_up(&vocab->deprel_of, word->deprel, 1, arena);
        }
    }
    done = done && number(&vocab->tag_of, &vocab->tag, &vocab->n_tag, arena) &&
           number(&vocab->deprel_of, &vocab->deprel, &vocab->n_deprel, arena) && choose_rows(vocab, &form, recipe);
    for (size_t i = 0; done && i < form.room; i++) {
        if (form.slot[i].key.ptr != NULL) {
            uint32_t type = train_vocab_type(vocab, form.slot[i].key);
            done = type != UINT32_MAX;
            if (done) {
                vocab->type[type].count = form.slot[i].value;
            }
        }
    }
    return done ? CASUS_OK : casus_arena_fail(arena, err);
}

void train_vocab_free(train_vocab *vocab)
{
    free(vocab->type);
    casus_arena_free(&vocab->arena);
}

uint32_t train_vocab_type(train_vocab *vocab, casus_str form)
{
    const uint32_t *had = casus_map_get(&vocab->type_of, form);
    if (had != NULL) {
        return *had;
    }
    if (vocab->n_type == vocab->type_room) {
        uint32_t room = vocab->type_room * 2 + 1024;
        train_type *more = realloc(vocab->type, room * sizeof *more);
        if (more == NULL) {
            return UINT32_MAX;
        }
        vocab->type = more;
        vocab->type_room = room;
    }
    uint64_t piece[CASUS_FORM_PIECES];
    size_t n = casus_form_pieces(form, piece);
    train_type type = {.piece = CASUS_NEW(&vocab->arena, uint32_t, n)};
    casus_str key = casus_arena_str(&vocab->arena, form);
    if (type.piece == NULL || key.ptr == NULL ||
        !casus_map_set(&vocab->type_of, key, vocab->n_type, NULL, &vocab->arena)) {
        return UINT32_MAX;
    }
    for (size_t p = 0; p < n; p++) {
        const uint32_t *row = casus_map_get(&vocab->row_of, (casus_str){(const char *)&piece[p], 8});
        if (row != NULL) {
            type.piece[type.n_piece++] = *row;
            type.n_whole += p < CASUS_FORM_WHOLE;
        }
    }
    vocab->type[vocab->n_type] = type;
    return vocab->n_type++;
}
