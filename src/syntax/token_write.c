/* Writing tokens and their words: see token.h. */
#include "syntax/token.h"

enum { MOST_CONTRACTION = 64 }; /* bytes; longer words are not looked up */

static void add_word(casus_splitter *s, casus_span span, casus_str form)
{
    casus_doc *doc = s->doc;
    void *rows = doc->word;
    if (casus_split__grow(s, &rows, &s->word_room, doc->n_word, sizeof *doc->word)) {
        doc->word = rows;
        doc->word[doc->n_word++] =
            (casus_word){.text = span, .form = form, .token = doc->n_token, .head = CASUS_NO_HEAD};
    }
}

/* An apostrophe of either kind; the first byte of the curly one stands for it. */
static bool has_apostrophe(casus_str form)
{
    for (size_t i = 0; i < form.len; i++) {
        if (form.ptr[i] == '\'' || (unsigned char)form.ptr[i] == 0xE2) {
            return true;
        }
    }
    return false;
}

/* The contraction that the token is; NULL if it is none. */
static const casus_contraction *contraction_of(const casus_pack *pack, casus_str form)
{
    char folded[CASUS_PACK_KEY];
    if (form.len > MOST_CONTRACTION ||
        (!casus_bit(pack->whole_ends, casus_pack_ends(form)) && !pack->suffix_letters && !has_apostrophe(form))) {
        return NULL;
    }
    size_t len = casus_pack_fold(form, folded, sizeof folded);
    if (len == 0) {
        return NULL;
    }
    const uint32_t *whole = casus_map_get(&pack->whole, (casus_str){folded, len});
    if (whole != NULL) {
        return &pack->contraction[*whole];
    }
    for (uint32_t i = 0; i < pack->n_suffix; i++) {
        const casus_contraction *row = &pack->contraction[pack->suffix[i]];
        if (len > row->form.len && memcmp(folded + len - row->form.len, row->form.ptr, row->form.len) == 0) {
            return row;
        }
    }
    return NULL;
}

/* The words of a contraction, cut from the token as it is spelt. */
static void add_parts(casus_splitter *s, casus_span span, const casus_contraction *row)
{
    casus_str text = s->doc->text;
    size_t tail = 0; /* characters of the words behind the first */
    for (uint8_t i = 1; i < row->n_part; i++) {
        tail += row->part_len[i];
    }
    size_t at = span.end;
    for (size_t i = 0; i < tail && at > span.begin; i++) {
        (void)casus_utf8_prev(text.ptr, &at);
    }
    size_t begin = span.begin;
    for (uint8_t i = 0; i < row->n_part; i++) {
        size_t end = at;
        if (i > 0) {
            for (uint8_t k = 0; k < row->part_len[i] && end < span.end; k++) {
                end += width(text, end);
            }
        }
        add_word(s, (casus_span){(uint32_t)begin, (uint32_t)end}, casus_str_slice(text, begin, end));
        begin = end;
        at = end;
    }
}

casus_look casus_split__look_of_word(uint32_t c)
{
    return is_digit(c)   ? CASUS_LOOK_NUMBER
           : is_upper(c) ? CASUS_LOOK_UPPER
           : is_lower(c) ? CASUS_LOOK_LOWER
                         : CASUS_LOOK_CASELESS;
}

void casus_split__add_token(casus_splitter *s, casus_chunk *c, size_t end, casus_hint hint)
{
    casus_doc *doc = s->doc;
    casus_span span = {(uint32_t)c->at, (uint32_t)end};
    void *tokens = doc->token;
    void *hints = s->hint;
    if (!casus_split__grow(s, &tokens, &s->token_room, doc->n_token, sizeof *doc->token) ||
        !casus_split__grow(s, &hints, &s->hint_room, doc->n_token, sizeof *s->hint)) {
        return;
    }
    doc->token = tokens;
    s->hint = hints;
    uint32_t first = doc->n_word;
    casus_str form = casus_str_slice(doc->text, span.begin, span.end);
    const casus_contraction *row = hint.look >= CASUS_LOOK_FINAL ? NULL : contraction_of(s->pack, form);
    if (row == NULL) {
        add_word(s, span, form);
    } else {
        add_parts(s, span, row);
    }
    hint.space_before = c->space_before;
    s->hint[doc->n_token] = hint;
    doc->token[doc->n_token++] =
        (casus_token){.text = span, .word_begin = first, .word_end = doc->n_word, .space_after = end == c->text.len};
    c->at = end;
    c->space_before = false;
}
