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

static void write_token(const casus_doc *doc, const casus_token *token, uint32_t first_id, casus_buf *out)
{
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
        add_literal(out, "\t_\t_\t_\t_\t_\t_\t_\t");
        add_literal(out, n_word > 1 ? "_\n" : misc);
    }
}

void casus_conllu_write(const casus_doc *doc, casus_buf *out)
{
    write_comment(out, "newdoc id", doc->id);
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        const casus_sentence *sentence = &doc->sentence[s];
        add_literal(out, "# sent_id = ");
        add_value(out, doc->id);
        add_literal(out, "-");
        add_number(out, s + 1);
        add_literal(out, "\n");
        write_comment(out, "text", casus_str_slice(doc->text, sentence->text.begin, sentence->text.end));
        for (uint32_t t = sentence->token_begin; t < sentence->token_end; t++) {
            write_token(doc, &doc->token[t], doc->token[t].word_begin - sentence->word_begin + 1, out);
        }
        add_literal(out, "\n");
    }
}
