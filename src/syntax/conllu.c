/* CoNLL-U: see conllu.h. Source: Universal Dependencies, CoNLL-U Format, v2. */
#include "syntax/conllu.h"

#include <inttypes.h>
#include <stdio.h>

/* A value of a column or comment: it may hold no line end or tab. */
static void add_value(casus_buf *out, casus_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        casus_buf_add_char(out, c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
}

static void add_number(casus_buf *out, uint32_t number)
{
    char digits[16];
    int len = snprintf(digits, sizeof digits, "%" PRIu32, number);
    casus_buf_add(out, digits, (size_t)len);
}

static void add_literal(casus_buf *out, const char *text)
{
    casus_buf_add(out, text, strlen(text));
}

static void write_comment(casus_buf *out, const char *name, casus_str value)
{
    add_literal(out, "# ");
    add_literal(out, name);
    add_literal(out, " = ");
    add_value(out, value);
    add_literal(out, "\n");
}

static void write_column(casus_str value, casus_buf *out)
{
    if (value.ptr == NULL) {
        casus_buf_add_char(out, '_');
    } else {
        add_value(out, value);
    }
    casus_buf_add_char(out, '\t');
}

/* Lemma to deps; `first_word`: of the sentence. */
static void write_columns(const casus_word *word, uint32_t first_word, casus_buf *out)
{
    casus_buf_add_char(out, '\t');
    write_column(word->lemma, out);
    write_column(word->upos, out);
    add_literal(out, "_\t");
    write_column(word->feats, out);
    if (word->head == CASUS_NO_HEAD) {
        casus_buf_add_char(out, '_');
    } else {
        add_number(out, word->head == CASUS_ROOT ? 0 : word->head - first_word + 1);
    }
    casus_buf_add_char(out, '\t');
    write_column(word->deprel, out);
    add_literal(out, "_\t");
}

static void write_token(const casus_doc *doc, const casus_token *token, uint32_t first_word, casus_buf *out)
{
    uint32_t first_id = token->word_begin - first_word + 1;
    const char *misc = token->space_after ? "_\n" : "SpaceAfter=No\n";
    uint32_t n_word = token->word_end - token->word_begin;
    if (n_word > 1) {
        add_number(out, first_id);
        add_literal(out, "-");
        add_number(out, first_id + n_word - 1);
        add_literal(out, "\t");
        add_value(out, casus_str_slice(doc->text, token->text.begin, token->text.end));
        add_literal(out, "\t_\t_\t_\t_\t_\t_\t_\t");
        add_literal(out, misc);
    }
    for (uint32_t w = token->word_begin; w < token->word_end; w++) {
        add_number(out, first_id + (w - token->word_begin));
        add_literal(out, "\t");
        add_value(out, doc->word[w].form);
        write_columns(&doc->word[w], first_word, out);
        add_literal(out, n_word > 1 ? "_\n" : misc);
    }
}

static void write_comments(const casus_doc *doc, uint32_t s, casus_buf *out)
{
    const casus_sentence *sentence = &doc->sentence[s];
    if (sentence->comment.ptr != NULL) {
        casus_buf_add_str(out, sentence->comment);
        add_literal(out, "\n");
        return;
    }
    if (doc->id.ptr != NULL) {
        add_literal(out, "# sent_id = ");
        add_value(out, doc->id);
        add_literal(out, "-");
        add_number(out, s + 1);
        add_literal(out, "\n");
    }
    write_comment(out, "text", casus_str_slice(doc->text, sentence->text.begin, sentence->text.end));
}

void casus_conllu_write(const casus_doc *doc, casus_buf *out)
{
    if (doc->id.ptr != NULL) {
        write_comment(out, "newdoc id", doc->id);
    }
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        const casus_sentence *sentence = &doc->sentence[s];
        write_comments(doc, s, out);
        for (uint32_t t = sentence->token_begin; t < sentence->token_end; t++) {
            write_token(doc, &doc->token[t], sentence->word_begin, out);
        }
        add_literal(out, "\n");
    }
}
