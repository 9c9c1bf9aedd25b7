/* Where every value comes from: see explain.h. */
#include "report/explain.h"

#include "report/claims.h"

#include <stdlib.h>

static void write_sentence(const casus_doc *doc, const casus_style *style, const uint8_t *colour, uint32_t s,
                           casus_buf *out)
{
    casus_style_begin(style, CASUS_COLOUR_FAINT, out);
    casus_buf_format(out, "%4u  ", s);
    casus_style_end(style, out);
    for (uint32_t w = doc->sentence[s].word_begin; w < doc->sentence[s].word_end; w++) {
        bool opens = colour[w] != CASUS_COLOUR_NONE && (w == doc->sentence[s].word_begin || colour[w - 1] != colour[w]);
        bool closes =
            colour[w] != CASUS_COLOUR_NONE && (w + 1 == doc->sentence[s].word_end || colour[w + 1] != colour[w]);
        casus_buf_format(out, "%s", !style->colours && opens ? "[" : "");
        casus_style_coloured(style, (casus_colour)colour[w], doc->word[w].form, out);
        casus_buf_format(out, "%s", !style->colours && closes ? "]" : "");
        if (w + 1 < doc->n_word && doc->word[w + 1].text.begin > doc->word[w].text.end) {
            casus_buf_add_char(out, ' ');
        }
    }
    casus_buf_add_char(out, '\n');
}

static void mark(uint8_t *colour, uint32_t begin, uint32_t end, casus_colour as)
{
    for (uint32_t w = begin; w < end; w++) {
        colour[w] = (uint8_t)as;
    }
}

static void begin_row(const casus_doc *doc, const casus_style *style, casus_colour colour, const char *kind,
                      casus_span text, casus_buf *out)
{
    casus_buf_format(out, "  %-9s ", kind);
    casus_style_coloured(style, colour, casus_str_slice(doc->text, text.begin, text.end), out);
    casus_buf_format(out, " = ");
}

static void end_row(const casus_style *style, casus_str rule, casus_buf *out)
{
    casus_style_begin(style, CASUS_COLOUR_FAINT, out);
    casus_buf_format(out, "  by ");
    casus_style_text(rule.ptr == NULL ? CASUS_STR("?") : rule, out);
    casus_style_end(style, out);
    casus_buf_add_char(out, '\n');
}

static void write_mentions(const casus_doc *doc, const casus_style *style, casus_buf *out)
{
    for (uint32_t i = 0; i < doc->n_timex; i++) {
        const casus_timex *t = &doc->timex[i];
        begin_row(doc, style, CASUS_COLOUR_TIME, "time", t->text, out);
        casus_style_text(t->value.ptr == NULL ? CASUS_STR("unresolved") : t->value, out);
        end_row(style, t->rule, out);
    }
    for (uint32_t i = 0; i < doc->n_place; i++) {
        const casus_place *p = &doc->place[i];
        begin_row(doc, style, CASUS_COLOUR_PLACE,
                  p->adjective    ? "people"
                  : p->government ? "capital"
                                  : "place",
                  p->text, out);
        casus_style_text(p->name, out);
        casus_buf_format(out, " (%.*s) %.4f,%.4f", CASUS_STR_ARG(p->country), p->latitude, p->longitude);
        end_row(style, p->rule, out);
    }
    for (uint32_t i = 0; i < doc->n_mention; i++) {
        const casus_actor_mention *m = &doc->mention[i];
        begin_row(doc, style, CASUS_COLOUR_ACTOR, "actor", m->text, out);
        for (uint32_t a = 0; a < m->n_actor; a++) {
            casus_buf_format(out, "%s", a == 0 ? "" : " and ");
            casus_style_text(doc->actor[m->actor[a]].name, out);
        }
        end_row(style, m->rule, out);
    }
    for (uint32_t i = 0; i < doc->n_quantity; i++) {
        const casus_quantity *q = &doc->quantity[i];
        begin_row(doc, style, CASUS_COLOUR_FIGURE, "figure", q->text, out);
        casus_style_text(q->item.ptr == NULL ? CASUS_STR("?") : q->item, out);
        casus_buf_format(out, " %.10g/%.10g/%.10g", q->low, q->best, q->high);
        end_row(style, q->rule, out);
    }
    for (uint32_t i = 0; i < doc->n_attribution; i++) {
        const casus_attribution *a = &doc->attribution[i];
        begin_row(doc, style, CASUS_COLOUR_VOICE, "voice", a->cue, out);
        casus_style_text(casus_str_slice(doc->text, a->source.begin, a->source.end), out);
        end_row(style, a->rule, out);
    }
}

/* The sentence's tree, a word a line: number, word, tag, head and relation. */
static void write_tree(const casus_doc *doc, const casus_style *style, const casus_claim *c, casus_buf *out)
{
    const casus_sentence *s = &doc->sentence[c->sentence];
    casus_style_begin(style, CASUS_COLOUR_FAINT, out);
    for (uint32_t w = s->word_begin; w < s->word_end; w++) {
        const casus_word *word = &doc->word[w];
        uint32_t head = word->head < doc->n_word ? word->head - s->word_begin + 1 : 0;
        casus_buf_format(out, "     %c%3u ", w == c->word ? '>' : ' ', w - s->word_begin + 1);
        casus_style_text(word->form, out);
        casus_buf_format(out, " %.*s %.*s of %u\n", CASUS_STR_ARG(word->upos), CASUS_STR_ARG(word->deprel), head);
    }
    casus_style_end(style, out);
}

void casus_report_explain(const casus_doc *doc, const casus_style *style, casus_buf *out)
{
    casus_report_heading(doc, style, out);
    uint8_t *colour = calloc((size_t)doc->n_word + 1, 1);
    if (colour == NULL) {
        out->failed = CASUS_ENOMEM;
        return;
    }
    for (uint32_t i = 0; i < doc->n_mention; i++) {
        mark(colour, doc->mention[i].word_begin, doc->mention[i].word_end, CASUS_COLOUR_ACTOR);
    }
    for (uint32_t i = 0; i < doc->n_place; i++) {
        mark(colour, doc->place[i].word_begin, doc->place[i].word_end, CASUS_COLOUR_PLACE);
    }
    for (uint32_t i = 0; i < doc->n_quantity; i++) {
        mark(colour, doc->quantity[i].word_begin, doc->quantity[i].word_end, CASUS_COLOUR_FIGURE);
    }
    for (uint32_t i = 0; i < doc->n_timex; i++) {
        mark(colour, doc->timex[i].word_begin, doc->timex[i].word_end, CASUS_COLOUR_TIME);
    }
    for (uint32_t i = 0; i < doc->n_attribution; i++) {
        mark(colour, doc->attribution[i].cue_word, doc->attribution[i].cue_word + 1, CASUS_COLOUR_VOICE);
    }
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        mark(colour, doc->claim[i].word, doc->claim[i].word + 1, CASUS_COLOUR_EVENT);
    }
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        write_sentence(doc, style, colour, s, out);
    }
    free(colour);
    casus_buf_format(out, "\n");
    write_mentions(doc, style, out);
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        casus_buf_format(out, "\n%3u  sentence %u, frame ", i + 1, doc->claim[i].sentence);
        casus_style_text(doc->claim[i].rule, out);
        casus_buf_format(out, "\n");
        casus_report_claim(doc, &doc->claim[i], style, out);
        write_tree(doc, style, &doc->claim[i], out);
    }
    casus_buf_format(out, "\n");
}
