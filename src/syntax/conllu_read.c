/* Reading CoNLL-U: see conllu_read.h. */
#include "syntax/conllu_read.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { COLUMNS = 10, MOST_WORDS = 100000 };
enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC };

typedef struct reading {
    casus_doc *doc;
    const char *file;
    uint32_t line;
    casus_error *err;
    casus_str comment;   /* of the sentence that is read */
    uint32_t multi_left; /* words still to come of a multiword token */
    uint32_t token_room, word_room, sentence_room, text_room;
    uint32_t sentence_line; /* line of the first word */
} reading;

static casus_status fault(reading *r, const char *what)
{
    return casus_fail(r->err, CASUS_EINPUT, r->file, r->line, 0, "%s", what);
}

/* Room for `more` items behind `count`. */
static casus_status grow(reading *r, void **rows, uint32_t *room, uint32_t count, uint32_t more, size_t size)
{
    if (count + (uint64_t)more <= *room) {
        return CASUS_OK;
    }
    uint64_t wanted = (uint64_t)*room * 2 + more + 64;
    void *grown = wanted > UINT32_MAX ? NULL : casus_arena_room(&r->doc->arena, (size_t)wanted * size);
    if (grown == NULL) {
        return casus_arena_fail(&r->doc->arena, r->err);
    }
    if (count > 0) {
        memcpy(grown, *rows, count * size);
    }
    *rows = grown;
    *room = (uint32_t)wanted;
    return CASUS_OK;
}

static bool read_number(casus_str s, uint32_t *value)
{
    uint64_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9' || n > MOST_WORDS) {
            return false;
        }
        n = n * 10 + (uint64_t)(s.ptr[i] - '0');
    }
    *value = (uint32_t)n;
    return s.len > 0;
}

static casus_str column(casus_str field)
{
    return field.len == 1 && field.ptr[0] == '_' ? CASUS_STR_NULL : field;
}

static casus_status add_token(reading *r, casus_str form, casus_str misc, uint32_t n_word)
{
    casus_status st = CASUS_OK;
    casus_doc *doc = r->doc;
    uint32_t begin = (uint32_t)doc->text.len;
    bool space = true;
    for (size_t at = 0; at + 13 <= misc.len; at++) {
        space = space && memcmp(misc.ptr + at, "SpaceAfter=No", 13) != 0;
    }
    void *text = (void *)(uintptr_t)doc->text.ptr;
    CASUS_TRY(grow(r, &text, &r->text_room, begin, (uint32_t)form.len + 2, 1));
    memcpy((char *)text + begin, form.ptr, form.len);
    memcpy((char *)text + begin + form.len, " ", 2);
    doc->text = (casus_str){text, begin + form.len + (space ? 1 : 0)};
    CASUS_TRY(grow(r, (void **)&doc->token, &r->token_room, doc->n_token, 1, sizeof *doc->token));
    doc->token[doc->n_token++] =
        (casus_token){{begin, begin + (uint32_t)form.len}, doc->n_word, doc->n_word + n_word, space};
done:
    return st;
}

static casus_status read_word(reading *r, casus_str field[COLUMNS], casus_sentence *sentence)
{
    casus_status st = CASUS_OK;
    casus_doc *doc = r->doc;
    uint32_t id = 0;
    uint32_t head = 0;
    const char *dash = memchr(field[ID].ptr, '-', field[ID].len);
    if (memchr(field[ID].ptr, '.', field[ID].len) != NULL) {
        return CASUS_OK; /* an empty node */
    }
    if (dash != NULL) {
        uint32_t last = 0;
        size_t at = (size_t)(dash - field[ID].ptr);
        if (!read_number(casus_str_slice(field[ID], 0, at), &id) ||
            !read_number(casus_str_slice(field[ID], at + 1, field[ID].len), &last) || last < id || r->multi_left > 0 ||
            id != doc->n_word - sentence->word_begin + 1) {
            return fault(r, "a range of words that does not begin with the next word");
        }
        r->multi_left = last - id + 1;
        return add_token(r, field[FORM], field[MISC], r->multi_left);
    }
    if (!read_number(field[ID], &id) || id != doc->n_word - sentence->word_begin + 1) {
        return fault(r, "words are not numbered from 1 on");
    }
    if (field[FORM].len == 0) {
        return fault(r, "a word without a form");
    }
    if (r->multi_left > 0) {
        r->multi_left--;
    } else {
        CASUS_TRY(add_token(r, field[FORM], field[MISC], 1));
    }
    if (column(field[HEAD]).ptr != NULL && !read_number(field[HEAD], &head)) {
        return fault(r, "a head that is no number");
    }
    CASUS_TRY(grow(r, (void **)&doc->word, &r->word_room, doc->n_word, 1, sizeof *doc->word));
    doc->word[doc->n_word++] = (casus_word){
        .text = doc->token[doc->n_token - 1].text,
        .form = field[FORM],
        .token = doc->n_token - 1,
        .head = column(field[HEAD]).ptr == NULL ? CASUS_NO_HEAD
                : head == 0                     ? CASUS_ROOT
                                                : sentence->word_begin + head - 1,
        .lemma = field[LEMMA].len == 1 && field[LEMMA].ptr[0] == '_' && field[FORM].ptr[0] != '_' ? CASUS_STR_NULL
                                                                                                  : field[LEMMA],
        .upos = column(field[UPOS]),
        .feats = column(field[FEATS]),
        .deprel = column(field[DEPREL])};
done:
    return st;
}

/* What a blank line does. */
static casus_status end_sentence(reading *r, casus_sentence *sentence)
{
    casus_status st = CASUS_OK;
    casus_doc *doc = r->doc;
    if (doc->n_word == sentence->word_begin) {
        r->comment = CASUS_STR_NULL;
        return CASUS_OK;
    }
    if (r->multi_left > 0) {
        return fault(r, "a range of words goes beyond the sentence");
    }
    for (uint32_t w = sentence->word_begin; w < doc->n_word; w++) {
        uint32_t head = doc->word[w].head;
        if (head < CASUS_ROOT && (head >= doc->n_word || head == w)) {
            r->line = r->sentence_line + (w - sentence->word_begin);
            return fault(r, "a head outside the sentence");
        }
    }
    sentence->token_end = doc->n_token;
    sentence->word_end = doc->n_word;
    sentence->text = (casus_span){doc->token[sentence->token_begin].text.begin, doc->token[doc->n_token - 1].text.end};
    sentence->comment = r->comment;
    CASUS_TRY(grow(r, (void **)&doc->sentence, &r->sentence_room, doc->n_sentence, 1, sizeof *doc->sentence));
    doc->sentence[doc->n_sentence++] = *sentence;
    *sentence = (casus_sentence){.token_begin = doc->n_token, .word_begin = doc->n_word};
    r->comment = CASUS_STR_NULL;
done:
    return st;
}

static casus_status read_line(reading *r, casus_str line, casus_sentence *sentence)
{
    casus_str field[COLUMNS];
    unsigned n = 0;
    if (line.len == 0) {
        return end_sentence(r, sentence);
    }
    if (line.ptr[0] == '#' && r->doc->n_word == sentence->word_begin) {
        if (r->comment.ptr == NULL) {
            r->comment = line;
        }
        r->comment.len = (size_t)(line.ptr + line.len - r->comment.ptr);
        return CASUS_OK;
    }
    for (const char *at = line.ptr, *end = line.ptr + line.len; n < COLUMNS; n++) {
        const char *tab = memchr(at, '\t', (size_t)(end - at));
        field[n] = (casus_str){at, (size_t)((tab == NULL ? end : tab) - at)};
        if (tab == NULL) {
            n++;
            break;
        }
        at = tab + 1;
    }
    if (n != COLUMNS || field[MISC].ptr + field[MISC].len != line.ptr + line.len) {
        return fault(r, "a line without ten columns");
    }
    if (r->doc->n_word == sentence->word_begin) {
        r->sentence_line = r->line;
    }
    if (r->doc->n_word - sentence->word_begin >= MOST_WORDS) {
        return fault(r, "a sentence of more than 100000 words");
    }
    return read_word(r, field, sentence);
}

casus_status casus_conllu_read(casus_str bytes, const char *file, uint32_t *line, casus_doc *doc, casus_error *err)
{
    casus_status st = CASUS_OK;
    reading r = {.doc = doc,
                 .file = file,
                 .line = *line,
                 .err = err,
                 .token_room = doc->n_token,
                 .word_room = doc->n_word,
                 .sentence_room = doc->n_sentence,
                 .text_room = (uint32_t)doc->text.len};
    casus_sentence sentence = {.token_begin = doc->n_token, .word_begin = doc->n_word};
    if (casus_utf8_valid_prefix(bytes.ptr, bytes.len) < bytes.len) {
        return casus_fail(err, CASUS_EINPUT, file, *line, 0, "not UTF-8");
    }
    while (bytes.len > 0) {
        const char *end = memchr(bytes.ptr, '\n', bytes.len);
        size_t len = end == NULL ? bytes.len : (size_t)(end - bytes.ptr);
        size_t kept = len > 0 && bytes.ptr[len - 1] == '\r' ? len - 1 : len;
        CASUS_TRY(read_line(&r, (casus_str){bytes.ptr, kept}, &sentence));
        r.line++;
        bytes.ptr += len + (end != NULL);
        bytes.len -= len + (end != NULL);
    }
    CASUS_TRY(end_sentence(&r, &sentence));
done:
    *line = r.line;
    return st;
}

size_t casus_conllu_batch(casus_str bytes, size_t most)
{
    size_t best = 0;
    for (size_t at = 0; at < bytes.len;) {
        const char *end = memchr(bytes.ptr + at, '\n', bytes.len - at);
        size_t next = end == NULL ? bytes.len : (size_t)(end - bytes.ptr) + 1;
        bool blank = end != NULL && (next - at == 1 || (next - at == 2 && bytes.ptr[at] == '\r'));
        if (blank) {
            best = next;
            if (best >= most) {
                return best;
            }
        }
        at = next;
    }
    return bytes.len;
}
