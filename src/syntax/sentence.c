/* Sentences: where a final sign, what closes behind it, and what begins next, agree that one has ended. */
#include "syntax/gap.h"

enum {
    LONGEST_ZONE = 3,
    MOST_SIGNS = 16
}; /* that close or open in a row: no text has more, and looking on would cost its square */

bool casus_split__is_small_elsewhere(casus_splitter *s, uint32_t token)
{
    casus_doc *doc = s->doc;
    if (!s->lower_filled) {
        s->lower_filled = true;
        for (uint32_t i = 0; i < doc->n_token; i++) {
            casus_str form = casus_str_slice(doc->text, doc->token[i].text.begin, doc->token[i].text.end);
            if (s->hint[i].look == CASUS_LOOK_LOWER && !casus_map_set(&s->lower, form, 1, NULL, &doc->arena)) {
                break;
            }
        }
    }
    char folded[CASUS_PACK_KEY];
    casus_str form = casus_str_slice(doc->text, doc->token[token].text.begin, doc->token[token].text.end);
    size_t len = casus_pack_fold(form, folded, sizeof folded);
    return len > 0 && casus_map_get(&s->lower, (casus_str){folded, len}) != NULL;
}

static casus_str form_of(const casus_splitter *s, uint32_t token)
{
    return casus_str_slice(s->doc->text, s->doc->token[token].text.begin, s->doc->token[token].text.end);
}

/*
 * Whether the capital of a word comes of its place: function words, and words that the document writes with a small
 * letter elsewhere, are no names.
 */
static bool is_no_name(casus_splitter *s, uint32_t token)
{
    char folded[CASUS_PACK_KEY];
    size_t len = casus_pack_fold(form_of(s, token), folded, sizeof folded);
    return (len > 0 && casus_map_get(&s->pack->function_word, (casus_str){folded, len}) != NULL) ||
           casus_split__is_small_elsewhere(s, token);
}

/* 'p.m.', 'etc.': an abbreviation of small letters is no part of a name, so that a capital behind it is news. */
static bool is_small(const casus_splitter *s, uint32_t token)
{
    return s->hint[token].look == CASUS_LOOK_LOWER;
}

/* '8 p.m. Kabul time': the name of a place whose clock is meant. */
static bool is_zone(const casus_splitter *s, uint32_t token, uint32_t end)
{
    int value = 0;
    for (uint32_t i = token + 1; i < end && i <= token + LONGEST_ZONE; i++) {
        if (s->hint[i].look == CASUS_LOOK_LOWER) {
            return casus_pack_term(s->pack, form_of(s, i), &value) == CASUS_TERM_ZONE;
        }
    }
    return false;
}

/* Names of days and months, and words in capitals ('8 p.m. GMT'), go on with what stands before them. */
static bool is_name(const casus_splitter *s, uint32_t token, uint32_t end)
{
    int value = 0;
    casus_str form = form_of(s, token);
    bool capitals = form.len > 1;
    for (size_t i = 0; i < form.len; i++) {
        capitals = capitals && form.ptr[i] >= 'A' && form.ptr[i] <= 'Z';
    }
    return capitals || casus_pack_term(s->pack, form, &value) != CASUS_TERM_NONE || is_zone(s, token, end);
}

/* An ellipsis between spaces stands for words left out, or for a breath: a name behind it may go on. */
static bool is_pause(const casus_splitter *s, uint32_t token)
{
    casus_str form = form_of(s, token);
    return s->hint[token].space_before && form.len > 1 && form.ptr[0] != '!' && form.ptr[0] != '?';
}

/* Behind the closing signs that belong to the sentence that ends at token `at`. */
static uint32_t skip_closing(const casus_splitter *s, uint32_t at, uint32_t end)
{
    for (uint32_t most = at + MOST_SIGNS; at < end && at < most;) {
        const casus_hint *hint = &s->hint[at];
        /* An opening quote touches the word behind it; one with space on both sides closes, as the French set it. */
        bool apart = at + 1 == end || s->hint[at + 1].space_before;
        bool closes = hint->look == CASUS_LOOK_CLOSE ||
                      (hint->look == CASUS_LOOK_QUOTE && (!hint->space_before || apart)) ||
                      (hint->look == CASUS_LOOK_FINAL && !hint->space_before);
        if (!closes) {
            break;
        }
        at++;
    }
    return at;
}

/* The token that shows whether a sentence begins at `at`: behind opening signs and dashes. */
static uint32_t skip_opening(const casus_splitter *s, uint32_t at, uint32_t end)
{
    uint32_t most = at + MOST_SIGNS;
    while (at < end && at < most &&
           (s->hint[at].look == CASUS_LOOK_OPEN || s->hint[at].look == CASUS_LOOK_QUOTE ||
            s->hint[at].look == CASUS_LOOK_DASH || s->hint[at].look == CASUS_LOOK_CLOSE)) {
        at++;
    }
    return at;
}

/* 's Avonds, 't Is: the word behind the clitic bears the capital. */
static casus_look look_at_start(const casus_splitter *s, uint32_t at, uint32_t end)
{
    casus_str text = s->doc->text;
    uint32_t begin = s->doc->token[at].text.begin;
    bool clitic =
        text.ptr[begin] == '\'' || casus_str_starts(casus_str_slice(text, begin, text.len), CASUS_STR("\xE2\x80\x99"));
    return (casus_look)s->hint[clitic && at + 1 < end ? at + 1 : at].look;
}

/* '3.' or 'b.' at the start: the number of an item, not a sentence. */
static bool is_enumerator(const casus_splitter *s, uint32_t first, uint32_t final)
{
    const casus_token *token = &s->doc->token[first];
    bool one_letter = token->text.end - token->text.begin == 1;
    return final == first + 1 && !s->hint[final].space_before &&
           (s->hint[first].look == CASUS_LOOK_NUMBER || one_letter);
}

/* 'Ann "A.J." Roe': an abbreviation that is all that stands between two marks, behind a name and before its rest. */
static bool is_nickname(const casus_splitter *s, uint32_t first, uint32_t at, uint32_t behind)
{
    if (behind != at + 2 || at < first + 2) {
        return false;
    }
    casus_look before = s->hint[at - 1].look;
    return (before == CASUS_LOOK_OPEN || before == CASUS_LOOK_QUOTE) && s->hint[at - 2].look == CASUS_LOOK_UPPER;
}

/*
 * Where the sentence that has its final sign (or an abbreviation's stop) at token `at` ends: the index behind it, or 0
 * if it goes on.
 */
static uint32_t boundary(casus_splitter *s, uint32_t first, uint32_t at, uint32_t end)
{
    const casus_hint *hint = &s->hint[at];
    bool abbreviation = hint->ends != CASUS_ENDS_NONE;
    if ((hint->look != CASUS_LOOK_FINAL && hint->ends != CASUS_ENDS_MAYBE) || (hint->initial && !abbreviation)) {
        return 0;
    }
    uint32_t behind = skip_closing(s, at + 1, end);
    if (behind == end) {
        return end;
    }
    uint32_t start = skip_opening(s, behind, end);
    if (start == end) {
        return 0;
    }
    casus_look look = look_at_start(s, start, end);
    bool quoted = start > behind && s->hint[behind].look != CASUS_LOOK_DASH;
    if (abbreviation) {
        bool begins =
            look == CASUS_LOOK_UPPER && !is_nickname(s, first, at, behind) &&
            (behind > at + 1 || quoted || (is_small(s, at) && !is_name(s, start, end)) || is_no_name(s, start));
        return begins ? behind : 0;
    }
    if (is_enumerator(s, first, at)) {
        return 0;
    }
    if (look == CASUS_LOOK_UPPER && behind == at + 1 && is_pause(s, at) && !is_no_name(s, start)) {
        return 0;
    }
    return look == CASUS_LOOK_LOWER || look == CASUS_LOOK_FINAL || look == CASUS_LOOK_OTHER ? 0 : behind;
}

static void add_sentence(casus_splitter *s, uint32_t begin, uint32_t end)
{
    casus_doc *doc = s->doc;
    void *rows = doc->sentence;
    if (begin == end || !casus_split__grow(s, &rows, &s->sentence_room, doc->n_sentence, sizeof *doc->sentence)) {
        return;
    }
    doc->sentence = rows;
    doc->sentence[doc->n_sentence++] =
        (casus_sentence){.text = {doc->token[begin].text.begin, doc->token[end - 1].text.end},
                         .token_begin = begin,
                         .token_end = end,
                         .word_begin = doc->token[begin].word_begin,
                         .word_end = doc->token[end - 1].word_end};
}

static void read_stretch(casus_splitter *s, uint32_t begin, uint32_t end)
{
    bool whole = s->hint[begin].whole;
    for (uint32_t at = begin; at < end && !whole && s->failed == CASUS_OK; at++) {
        uint32_t next = boundary(s, begin, at, end);
        if (next == 0 && casus_split__gap(s, begin, at, end)) {
            next = at + 1;
        }
        if (next > 0) {
            add_sentence(s, begin, next);
            begin = next;
            at = next - 1;
        }
    }
    add_sentence(s, begin, end);
}

void casus_split__sentences(casus_splitter *splitter)
{
    uint32_t n = splitter->doc->n_token;
    for (uint32_t begin = 0; begin < n && splitter->failed == CASUS_OK;) {
        uint32_t end = begin + 1;
        while (end < n && !splitter->hint[end].begins) {
            end++;
        }
        read_stretch(splitter, begin, end);
        begin = end;
    }
}
