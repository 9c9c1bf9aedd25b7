/* Claims in their own words: see show_claim.h. */
#include "report/show_claim.h"

#include "base/utf8.h"
#include "report/ledger_words.h"

#include <jansson.h>

static void put_actors(const casus_ledger *ledger, casus_indices list, casus_colour colour, const casus_style *style,
                       casus_buf *out)
{
    for (uint32_t i = 0; i < list.n; i++) {
        casus_buf_format(out, "%s", i == 0 ? "" : "; ");
        casus_report_actor(&ledger->actor[list.at[i]], colour, style, out);
    }
}

void casus_show__actors(const casus_ledger *ledger, const char *label, casus_indices list, casus_colour colour,
                        const casus_style *style, casus_buf *out)
{
    if (list.n > 0) {
        casus_report_label(style, label, out);
        put_actors(ledger, list, colour, style, out);
        casus_buf_add_char(out, '\n');
    }
}

void casus_show__places(const casus_ledger *ledger, casus_indices list, const casus_style *style, casus_buf *out)
{
    for (uint32_t i = 0; i < list.n; i++) {
        const casus_place *p = &ledger->place[list.at[i]];
        if (i == 0) {
            casus_report_label(style, "where", out);
        } else {
            casus_buf_format(out, "; ");
        }
        casus_style_coloured(style, CASUS_COLOUR_PLACE, p->name, out);
        if (p->country.ptr != NULL) {
            casus_buf_format(out, " (");
            casus_style_text(p->country, out);
            casus_buf_format(out, ")");
        }
    }
    casus_buf_format(out, "%s", list.n == 0 ? "" : "\n");
}

void casus_show__time(casus_date from, casus_date to, const casus_style *style, casus_buf *out)
{
    if (from.from == CASUS_FROM_NOWHERE && to.from == CASUS_FROM_NOWHERE) {
        return;
    }
    casus_report_label(style, "when", out);
    casus_style_begin(style, CASUS_COLOUR_TIME, out);
    casus_words_time(from, to, out);
    casus_style_end(style, out);
    casus_buf_add_char(out, '\n');
}

void casus_show__origin(const casus_ledger *ledger, uint32_t claim, const casus_style *style, casus_buf *out)
{
    const casus_ledger_claim *c = &ledger->claim[claim];
    const casus_ledger_doc *doc = &ledger->document[c->document];
    char day[24] = "no date";
    if (doc->published.from != CASUS_FROM_NOWHERE) {
        casus_date_format(doc->published, day);
    }
    casus_style_coloured(style, CASUS_COLOUR_STRONG, c->id, out);
    casus_buf_format(out, "  ");
    casus_style_text(doc->outlet.ptr == NULL ? CASUS_STR("no outlet") : doc->outlet, out);
    casus_buf_format(out, "  %s", day);
    casus_buf_format(out, "%s", doc->language.ptr == NULL ? "" : "  ");
    casus_style_text(doc->language, out);
    casus_buf_format(out, "%s", doc->url.ptr == NULL ? "" : "  ");
    casus_style_text(doc->url, out);
    casus_buf_add_char(out, '\n');
}

/* The byte behind the first `points` characters. */
static size_t byte_at(casus_str text, json_int_t points)
{
    size_t at = 0;
    for (; points > 0 && at < text.len; points--) {
        (void)casus_utf8_next(text.ptr, text.len, &at);
    }
    return at;
}

/* Where the trigger stands within the quote: the claim's JSON has both, in characters of the document. Empty: elsewhere. */
static casus_span trigger_in_quote(const casus_ledger_claim *c)
{
    json_int_t quote = 0;
    json_int_t begin = 0;
    json_int_t end = 0;
    casus_span span = {0, 0};
    json_t *claim = json_loadb(c->json.ptr == NULL ? "" : c->json.ptr, c->json.len, 0, NULL);
    bool told = claim != NULL && json_unpack(claim, "{s:{s:I},s:{s:I,s:I}}", "quote", "start", &quote, "trigger",
                                             "start", &begin, "end", &end) == 0;
    json_decref(claim);
    if (told && begin >= quote && end > begin) {
        span.begin = (uint32_t)byte_at(c->quote, begin - quote);
        span.end = (uint32_t)byte_at(c->quote, end - quote);
    }
    return span;
}

void casus_show__words(const casus_ledger_claim *c, const casus_style *style, casus_buf *out)
{
    casus_span mark = trigger_in_quote(c);
    casus_style_text(casus_str_slice(c->quote, 0, mark.begin), out);
    if (mark.end > mark.begin) {
        casus_buf_format(out, "%s", style->colours ? "" : "[");
        casus_style_coloured(style, CASUS_COLOUR_EVENT, casus_str_slice(c->quote, mark.begin, mark.end), out);
        casus_buf_format(out, "%s", style->colours ? "" : "]");
    }
    casus_style_text(casus_str_slice(c->quote, mark.end, c->quote.len), out);
}

void casus_show__voice(const casus_ledger *ledger, const casus_ledger_claim *c, const casus_style *style,
                       casus_buf *out)
{
    static const char *const kinds[] = {"the outlet itself", "directly", "indirectly", "partly in quotes",
                                        "nobody is named"};
    casus_report_label(style, "says", out);
    put_actors(ledger, c->source, CASUS_COLOUR_VOICE, style, out);
    casus_buf_format(out, "%s(%s", c->source.n == 0 ? "" : " ", kinds[c->voice]);
    casus_buf_format(out, "%s", c->cue.len == 0 ? "" : ": ");
    casus_style_text(c->cue, out);
    casus_buf_format(out, "), %s, %s\n", casus_factuality_words(c->factuality), casus_tense_name(c->tense));
}

static void put_figures(const casus_ledger *ledger, const casus_ledger_claim *c, const casus_style *style,
                        casus_buf *out)
{
    for (uint32_t i = 0; i < c->n_quantity; i++) {
        const casus_ledger_quantity *q = &c->quantity[i];
        casus_report_label(style, i == 0 ? "figures" : "", out);
        casus_style_begin(style, CASUS_COLOUR_FIGURE, out);
        casus_words_figure(q->low, q->best, q->high, out);
        casus_style_end(style, out);
        casus_buf_add_char(out, ' ');
        casus_style_text(q->item.ptr == NULL ? CASUS_STR("?") : q->item, out);
        casus_buf_add_char(out, ' ');
        casus_style_text(q->outcome, out);
        if (q->side != CASUS_NONE) {
            casus_buf_format(out, ", of ");
            casus_report_actor(&ledger->actor[q->side], CASUS_COLOUR_ACTOR, style, out);
        }
        casus_buf_format(out, q->scope == CASUS_SCOPE_CUMULATIVE ? " (running total)\n" : "\n");
    }
}

void casus_show__claim(const casus_ledger *ledger, uint32_t claim, const casus_style *style, casus_buf *out)
{
    const casus_ledger_claim *c = &ledger->claim[claim];
    casus_show__origin(ledger, claim, style, out);
    casus_report_label(style, "words", out);
    casus_show__words(c, style, out);
    casus_buf_add_char(out, '\n');
    casus_show__voice(ledger, c, style, out);
    casus_report_label(style, "event", out);
    casus_style_begin(style, CASUS_COLOUR_EVENT, out);
    casus_words_type(c->type, c->mode, out);
    casus_style_end(style, out);
    casus_buf_format(out, " (");
    casus_style_text(c->trigger, out);
    casus_buf_format(out, ")\n");
    casus_show__actors(ledger, "actor", c->actor, CASUS_COLOUR_ACTOR, style, out);
    casus_show__actors(ledger, "towards", c->recipient, CASUS_COLOUR_ACTOR, style, out);
    casus_show__time(c->from, c->to, style, out);
    casus_show__places(ledger, c->place, style, out);
    put_figures(ledger, c, style, out);
    if (c->incident != CASUS_NONE) {
        casus_report_label(style, "incident", out);
        casus_buf_format(out, "%s", ledger->incident[c->incident].id);
        casus_buf_format(out, "%s", c->joined.len == 0 ? "" : ": ");
        casus_style_text(c->joined, out);
        casus_buf_add_char(out, '\n');
    }
}
