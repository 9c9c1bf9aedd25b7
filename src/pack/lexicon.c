/* Terms over a vocabulary: see lexicon.h. */
#include "pack/lexicon.h"

#include "pack/pack.h"

enum { SHORTEST_LOOSE = 5 };

/* Folded text with runs of one letter made single, in place; its new length. */
static size_t loosen(char *text, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        if (n == 0 || text[n - 1] != text[i]) {
            text[n++] = text[i];
        }
    }
    return n;
}

/* The first word with this loose spelling has it. False without memory. */
static bool add_loose(casus_vocab *vocab, casus_str word, uint32_t number, casus_arena *arena)
{
    char text[CASUS_PACK_KEY];
    if (word.len > sizeof text) {
        return true;
    }
    memcpy(text, word.ptr, word.len);
    casus_str loose = {text, loosen(text, word.len)};
    if (loose.len < SHORTEST_LOOSE || casus_map_get(&vocab->loose, loose) != NULL) {
        return true;
    }
    loose = casus_arena_str(arena, loose);
    return loose.ptr != NULL && casus_map_set(&vocab->loose, loose, number, NULL, arena);
}

uint32_t casus_vocab_add(casus_vocab *vocab, casus_str word, casus_arena *arena)
{
    const uint32_t *old = casus_map_get(&vocab->number, word);
    if (old != NULL) {
        return *old;
    }
    uint32_t n = vocab->n + 1;
    if (n == 1 || (n >= 64 && (n & (n - 1)) == 0)) { /* grown at 64, 128, ... */
        casus_str *grown = CASUS_NEW(arena, casus_str, n == 1 ? 64 : (size_t)n * 2);
        if (grown == NULL) {
            return 0;
        }
        if (n > 1) {
            memcpy(grown, vocab->word, n * sizeof *grown);
        }
        vocab->word = grown;
    }
    vocab->word[n] = word;
    if (!casus_map_set(&vocab->number, word, vocab->n + 1, NULL, arena) ||
        !add_loose(vocab, word, vocab->n + 1, arena)) {
        return 0;
    }
    return ++vocab->n;
}

uint32_t casus_vocab_find_loose(const casus_vocab *vocab, casus_str form)
{
    char key[CASUS_PACK_KEY];
    size_t len = casus_pack_fold(form, key, sizeof key);
    len = loosen(key, len);
    const uint32_t *found = len < SHORTEST_LOOSE ? NULL : casus_map_get(&vocab->loose, (casus_str){key, len});
    return found == NULL ? 0 : *found;
}

uint32_t casus_vocab_find(const casus_vocab *vocab, casus_str form)
{
    char key[CASUS_PACK_KEY];
    size_t len = casus_pack_fold(form, key, sizeof key);
    const uint32_t *found = len == 0 ? NULL : casus_map_get(&vocab->number, (casus_str){key, len});
    return found == NULL ? 0 : *found;
}

/* The key of an edge, in the caller's eight bytes. */
static casus_str edge_key(uint32_t state, uint32_t word, char bytes[8])
{
    memcpy(bytes, &state, 4);
    memcpy(bytes + 4, &word, 4);
    return (casus_str){bytes, 8};
}

static const uint32_t *follow(const casus_lexicon *lexicon, uint32_t state, uint32_t word)
{
    char bytes[8];
    return word == 0 ? NULL : casus_map_get(&lexicon->edge, edge_key(state, word, bytes));
}

/* A new state, its number in *state. */
static bool add_state(casus_lexicon *lexicon, uint32_t *state, casus_arena *arena)
{
    uint32_t n = lexicon->n_state;
    if (n == 0 || (n >= 16 && (n & (n - 1)) == 0)) { /* grown at 16, 32, 64, ... */
        uint32_t *grown = CASUS_NEW(arena, uint32_t, n == 0 ? 16 : (size_t)n * 2);
        if (grown == NULL) {
            return false;
        }
        if (n > 0) {
            memcpy(grown, lexicon->value, n * sizeof *grown);
        }
        lexicon->value = grown;
    }
    lexicon->value[n] = CASUS_NO_VALUE;
    *state = lexicon->n_state++;
    return true;
}

bool casus_lexicon_add(casus_lexicon *lexicon, const uint32_t *word, uint32_t n, uint32_t value, uint32_t *old,
                       casus_arena *arena)
{
    uint32_t state = 0;
    if (lexicon->n_state == 0 && !add_state(lexicon, &state, arena)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t *next = follow(lexicon, state, word[i]);
        if (next != NULL) {
            state = *next;
            continue;
        }
        uint32_t from = state;
        char bytes[8];
        casus_str key = casus_arena_str(arena, edge_key(from, word[i], bytes));
        if (key.ptr == NULL || !add_state(lexicon, &state, arena) ||
            !casus_map_set(&lexicon->edge, key, state, NULL, arena)) {
            return false;
        }
    }
    if (old != NULL) {
        *old = lexicon->value[state];
    }
    lexicon->value[state] = value;
    return true;
}

uint32_t casus_lexicon_longest(const casus_lexicon *lexicon, const uint32_t *form, const uint32_t *lemma, uint32_t n,
                               uint32_t *len)
{
    uint32_t found = CASUS_NO_VALUE;
    uint32_t state = 0;
    *len = 0;
    if (lexicon->n_state == 0) {
        return found;
    }
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t *next = follow(lexicon, state, form[i]);
        if (next == NULL && lemma != NULL && lemma[i] != form[i]) {
            next = follow(lexicon, state, lemma[i]);
        }
        if (next == NULL) {
            break;
        }
        state = *next;
        if (lexicon->value[state] != CASUS_NO_VALUE) {
            found = lexicon->value[state];
            *len = i + 1;
        }
    }
    return found;
}
