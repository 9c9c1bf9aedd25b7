/* A first look at raw text: see casus/extract.h. */
#include "casus/extract.h"

#include "extract/company.h"
#include "pack/claim.h"
#include "pack/stem.h"

enum { LONGEST_WORD = 40 };

static bool in_word(unsigned char c)
{
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What the word shows, as it is or without one of its language's endings; NULL: nothing. */
static const uint32_t *sign_of(const casus_pack *pack, casus_str word)
{
    const casus_map *signs = &pack->claim->sign;
    char folded[LONGEST_WORD * 2];
    char loose[CASUS_LONGEST_STEM];
    size_t len = casus_pack_fold(word, folded, sizeof folded);
    casus_str all = {loose, casus_stem_loosen((casus_str){folded, len}, loose)};
    const uint32_t *sign = casus_map_get(signs, all);
    for (uint32_t i = 0; sign == NULL && i < pack->n_ending; i++) {
        casus_str ending = pack->ending[i];
        if (all.len >= ending.len + CASUS_SHORTEST_STEM && casus_str_ends(all, ending)) {
            sign = casus_map_get(signs, casus_str_slice(all, 0, all.len - ending.len));
        }
    }
    return sign;
}

/* Whether the text looks like a sentence or two: stops behind words of three letters and more are counted. */
static bool is_brief(casus_str text)
{
    enum { SHORTEST_LAST_WORD = 3 };
    unsigned ends = 0;
    size_t letters = 0;
    if (text.len > CASUS_MOST_SHORT_BYTES) {
        return false;
    }
    for (size_t at = 0; at < text.len; at++) {
        unsigned char c = (unsigned char)text.ptr[at];
        bool stop = c == '.' || c == '!' || c == '?' || c == '\n';
        ends += stop && letters >= SHORTEST_LAST_WORD;
        letters = in_word(c) ? letters + 1 : 0;
    }
    return ends <= CASUS_MOST_SHORT_SENTENCES;
}

bool casus_extract_worth(const casus_pack *pack, const casus_doc *doc)
{
    casus_str text = doc->text;
    if (is_brief(text)) {
        return true; /* no room for signs, and read in no time */
    }
    const uint32_t *conflict = NULL; /* the first word of conflict */
    bool event = false;
    for (size_t at = 0; at < text.len;) {
        size_t begin = at;
        while (at < text.len && in_word((unsigned char)text.ptr[at])) {
            at++;
        }
        const uint32_t *sign = at - begin >= CASUS_SHORTEST_STEM && at - begin <= LONGEST_WORD
                                   ? sign_of(pack, casus_str_slice(text, begin, at))
                                   : NULL;
        if (sign != NULL) {
            event = event || (*sign & CASUS_SIGN_EVENT) != 0;
            if ((*sign & CASUS_SIGN_CONFLICT) != 0) {
                if (conflict != NULL && conflict != sign) {
                    return true; /* two different words of conflict */
                }
                conflict = sign;
            }
            if (event && conflict != NULL) {
                return true;
            }
        }
        at += at == begin;
    }
    return false;
}
