/* Sketches of texts: see sketch.h. */
#include "store/sketch.h"

#include "base/map.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

enum { WORD_ROOM = 256 };

/* Spread the bits of a sum of word hashes evenly (the finaliser of SplitMix64). */
static uint64_t mix(uint64_t h)
{
    h = (h ^ (h >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    h = (h ^ (h >> 27)) * UINT64_C(0x94D049BB133111EB);
    return h ^ (h >> 31);
}

/* The hash of the next word, folded, from text[*at]; false if there is none. Of a very long word its beginning counts. */
static bool next_word(casus_str text, size_t *at, uint64_t *hash)
{
    char word[WORD_ROOM];
    size_t len = 0;
    while (*at < text.len) {
        unsigned char byte = (unsigned char)text.ptr[*at];
        uint32_t c = byte;
        if (byte < 0x80) {
            (*at)++;
            c = byte >= 'A' && byte <= 'Z' ? byte + 32U : byte;
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
                c = 0;
            }
        } else {
            c = casus_utf8_next(text.ptr, text.len, at);
            c = u_isalnum((UChar32)c) ? (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT) : 0;
        }
        if (c == 0 && len > 0) {
            break;
        }
        if (c != 0 && len + 4 <= sizeof word) {
            len += casus_utf8_put(c, word + len);
        }
    }
    *hash = casus_hash(word, len);
    return len > 0;
}

static int by_value(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a;
    uint64_t right = *(const uint64_t *)b;
    return left < right ? -1 : left > right;
}

uint32_t casus_sketch_make(casus_str text, uint64_t out[CASUS_SKETCH], casus_arena *scratch)
{
    uint64_t last[CASUS_SHINGLE] = {0};
    size_t n_word = 0;
    size_t n = 0;
    size_t at = 0;
    uint64_t *all = casus_arena_room(scratch, (text.len / 2 + 1) * sizeof *all); /* a word and what parts it: 2 bytes */
    if (all == NULL) {
        return 0;
    }
    for (uint64_t word; next_word(text, &at, &word);) {
        last[n_word++ % CASUS_SHINGLE] = word;
        if (n_word >= CASUS_SHINGLE) {
            uint64_t h = 0;
            for (size_t i = 0; i < CASUS_SHINGLE; i++) {
                h = mix(h + last[(n_word + i) % CASUS_SHINGLE]);
            }
            all[n++] = h;
        }
    }
    if (n == 0 && n_word > 0) {
        uint64_t h = 0;
        for (size_t i = 0; i < n_word; i++) {
            h = mix(h + last[i]);
        }
        all[n++] = h;
    }
    qsort(all, n, sizeof *all, by_value);
    uint32_t n_out = 0;
    for (size_t i = 0; i < n && n_out < CASUS_SKETCH; i++) {
        if (i == 0 || all[i] != all[i - 1]) {
            out[n_out++] = all[i];
        }
    }
    return n_out;
}
