/* Rough stems: see stem.h. */
#include "pack/stem.h"

size_t casus_stem_loosen(casus_str word, char out[CASUS_LONGEST_STEM])
{
    size_t n = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (n > 0 && out[n - 1] == word.ptr[i]) {
            continue;
        }
        if (n == CASUS_LONGEST_STEM) {
            return 0;
        }
        out[n++] = word.ptr[i];
    }
    return n;
}

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

size_t casus_stem_of(casus_str lemma, char out[CASUS_LONGEST_STEM])
{
    size_t n = casus_stem_loosen(lemma, out);
    if (n > CASUS_SHORTEST_STEM && is_vowel(out[n - 1])) {
        n--; /* 'seize', 'army' */
    } else if (n > CASUS_SHORTEST_STEM + 1 && is_vowel(out[n - 2])) {
        n -= out[n - 1] == 'n' ? 2 : 0; /* an infinitive's ending */
    }
    return n >= CASUS_SHORTEST_STEM ? n : 0;
}
