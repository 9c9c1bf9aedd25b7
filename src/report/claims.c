/* Claims as blocks: see claims.h. */
#include "report/claims.h"

#include "record/plover.h"

#include <math.h>

void casus_report_label(const casus_style *style, const char *name, casus_buf *out)
{
    casus_style_begin(style, CASUS_COLOUR_FAINT, out);
    casus_buf_format(out, "     %-9s", name);
    casus_style_end(style, out);
}

void casus_report_actor(const casus_actor *actor, casus_colour colour, const casus_style *style, casus_buf *out)
{
    casus_style_coloured(style, colour, actor->name, out);
    if (actor->country.ptr == NULL && actor->n_sector == 0) {
        return;
    }
    casus_buf_format(out, " [");
    casus_style_text(actor->country.ptr == NULL ? CASUS_STR("?") : actor->country, out);
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        casus_buf_add_char(out, ' ');
        casus_style_text(actor->sector[i], out);
    }
    casus_buf_add_char(out, ']');
}

static void write_roles(const casus_doc *doc, const char *name, const casus_participants *roles, casus_colour colour,
                        const casus_style *style, casus_buf *out)
{
    if (roles->n == 0) {
        return;
    }
    casus_report_label(style, name, out);
    for (uint32_t i = 0; i < roles->n; i++) {
        casus_buf_format(out, "%s", i == 0 ? "" : "; ");
        casus_report_actor(&doc->actor[roles->role[i].actor], colour, style, out);
    }
    casus_buf_add_char(out, '\n');
}

static void write_voice(const casus_doc *doc, const casus_claim *c, const casus_style *style, casus_buf *out)
{
    static const char *const kinds[] = {"the outlet itself", "directly", "indirectly", "partly in quotes",
                                        "nobody is named"};
    casus_report_label(style, "says", out);
    for (uint32_t i = 0; i < c->source.n; i++) {
        casus_buf_format(out, "%s", i == 0 ? "" : "; ");
        casus_report_actor(&doc->actor[c->source.role[i].actor], CASUS_COLOUR_VOICE, style, out);
    }
    casus_buf_format(out, "%s(%s", c->source.n == 0 ? "" : " ", kinds[c->voice]);
    if (c->cue.end > c->cue.begin) {
        casus_buf_format(out, ": ");
        casus_style_text(casus_str_slice(doc->text, c->cue.begin, c->cue.end), out);
    }
    casus_buf_format(out, ")\n");
}

static void write_time(const casus_doc *doc, const casus_claim *c, const casus_style *style, casus_buf *out)
{
    char from[24] = "";
    char to[24] = "";
    casus_date first;
    casus_date last;
    if (c->timex >= doc->n_timex) {
        return;
    }
    const casus_timex *t = &doc->timex[c->timex];
    casus_claim_interval(c, t, &first, &last);
    if (first.from != CASUS_FROM_NOWHERE) {
        casus_date_format(first, from);
    }
    if (last.from != CASUS_FROM_NOWHERE) {
        casus_date_format(last, to);
    }
    casus_report_label(style, "when", out);
    casus_style_begin(style, CASUS_COLOUR_TIME, out);
    casus_buf_format(out, "%s%s%s", from, strcmp(from, to) == 0 ? "" : "..", strcmp(from, to) == 0 ? "" : to);
    casus_style_end(style, out);
    casus_buf_format(out, " (");
    casus_style_text(casus_str_slice(doc->text, t->text.begin, t->text.end), out);
    casus_buf_format(out, ")\n");
}

static void write_places(const casus_doc *doc, const casus_claim *c, const casus_style *style, casus_buf *out)
{
    for (uint32_t i = 0; i < c->n_place; i++) {
        const casus_place *p = &doc->place[c->place[i]];
        if (i == 0) {
            casus_report_label(style, "where", out);
        } else {
            casus_buf_format(out, "; ");
        }
        casus_buf_format(out, "%s", p->near ? "near " : "");
        casus_style_coloured(style, CASUS_COLOUR_PLACE, p->name, out);
        if (p->country.ptr != NULL) {
            casus_buf_format(out, " (%.*s)", CASUS_STR_ARG(p->country));
        }
    }
    casus_buf_format(out, "%s", c->n_place == 0 ? "" : "\n");
}

static void write_number(const char *before, double value, casus_buf *out)
{
    if (!isnan(value)) {
        casus_buf_format(out, "%s%.10g", before, value);
    }
}

static void write_figures(const casus_doc *doc, const casus_claim *c, const casus_style *style, casus_buf *out)
{
    for (uint32_t i = 0; i < c->n_quantity; i++) {
        const casus_quantity *q = &doc->quantity[c->quantity[i]];
        casus_report_label(style, i == 0 ? "figures" : "", out);
        casus_style_begin(style, CASUS_COLOUR_FIGURE, out);
        if (!isnan(q->best) && q->low == q->best && q->high == q->best) {
            write_number("", q->best, out);
        } else {
            write_number("at least ", q->low, out);
            write_number(isnan(q->low) ? "about " : ", about ", q->low == q->best ? NAN : q->best, out);
            write_number(isnan(q->low) && isnan(q->best) ? "at most " : ", at most ", q->high, out);
        }
        casus_style_end(style, out);
        casus_buf_format(out, " ");
        casus_style_text(q->item.ptr == NULL ? CASUS_STR("?") : q->item, out);
        casus_buf_format(out, " ");
        casus_style_text(q->outcome.ptr == NULL ? CASUS_STR("") : q->outcome, out);
        if (q->side != CASUS_NO_ACTOR) {
            casus_buf_format(out, ", of ");
            casus_report_actor(&doc->actor[q->side], CASUS_COLOUR_ACTOR, style, out);
        }
        casus_buf_format(out, q->scope == CASUS_SCOPE_CUMULATIVE ? " (running total)\n" : "\n");
    }
}

/* The number that explain and table print before a claim is its place in the document, from 1. */
static void write_links(const casus_doc *doc, const casus_claim *c, const casus_style *style, casus_buf *out)
{
    static const char *const kind[] = {"denies", "revises", "repeats"};
    for (uint32_t i = 0; i < c->n_link; i++) {
        const casus_claim *other = &doc->claim[c->link[i].claim];
        casus_report_label(style, kind[c->link[i].kind], out);
        casus_buf_format(out, "#%u (", c->link[i].claim + 1);
        casus_style_text(casus_str_slice(doc->text, other->trigger.begin, other->trigger.end), out);
        casus_buf_format(out, ")\n");
    }
}

void casus_report_claim(const casus_doc *doc, const casus_claim *c, const casus_style *style, casus_buf *out)
{
    static const char *const factuality[] = {"certain",  "denied",   "probable",     "improbable",
                                             "possible", "doubtful", "not committed"};
    static const char *const tense[] = {"past", "present", "future", "background"};
    const char *mode = NULL;
    write_voice(doc, c, style, out);
    casus_report_label(style, "event", out);
    casus_style_begin(style, CASUS_COLOUR_EVENT, out);
    casus_buf_format(out, "%s", casus_event_type_name(c->type));
    casus_style_end(style, out);
    for (unsigned i = 0; (mode = casus_mode_name(c->type, i)) != NULL; i++) {
        if ((c->mode >> i & 1U) != 0) {
            casus_buf_format(out, " %s", mode);
        }
    }
    casus_buf_format(out, " (");
    casus_style_text(casus_str_slice(doc->text, c->trigger.begin, c->trigger.end), out);
    casus_buf_format(out, "), %s, %s\n", factuality[c->factuality], tense[c->tense]);
    write_roles(doc, "actor", &c->actor, CASUS_COLOUR_ACTOR, style, out);
    write_roles(doc, "towards", &c->recipient, CASUS_COLOUR_ACTOR, style, out);
    write_time(doc, c, style, out);
    write_places(doc, c, style, out);
    write_figures(doc, c, style, out);
    write_links(doc, c, style, out);
    casus_report_label(style, "words", out);
    casus_style_text(casus_str_slice(doc->text, c->quote.begin, c->quote.end), out);
    casus_buf_format(out, "\n");
}

void casus_report_heading(const casus_doc *doc, const casus_style *style, casus_buf *out)
{
    char day[24] = "no date";
    if (doc->published.from != CASUS_FROM_NOWHERE) {
        casus_date_format(doc->published, day);
    }
    casus_style_coloured(style, CASUS_COLOUR_STRONG, doc->id, out);
    casus_buf_format(out, "  %s  ", day);
    casus_style_text(doc->outlet.ptr == NULL ? CASUS_STR("-") : doc->outlet, out);
    casus_buf_format(out, "  ");
    casus_style_text(doc->title.ptr == NULL ? CASUS_STR("-") : doc->title, out);
    casus_buf_format(out, "\n");
}

void casus_report_claims(const casus_doc *doc, const casus_style *style, casus_buf *out)
{
    casus_report_heading(doc, style, out);
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        casus_buf_format(out, "%3u\n", i + 1);
        casus_report_claim(doc, &doc->claim[i], style, out);
    }
    casus_buf_format(out, "\n");
}
