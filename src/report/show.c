/* One thing of the ledger: see show.h. */
#include "report/show.h"

#include "report/ledger_json.h"
#include "report/ledger_words.h"
#include "report/show_claim.h"

bool casus_show_find(const casus_ledger *ledger, casus_str id, casus_shown *what, uint32_t *index)
{
    for (uint32_t i = 0; i < ledger->n_claim; i++) {
        if (casus_str_eq(ledger->claim[i].id, id)) {
            *what = CASUS_SHOW_CLAIM;
            *index = i;
            return true;
        }
    }
    for (uint32_t i = 0; i < ledger->n_document; i++) {
        if (casus_str_eq(ledger->document[i].id, id)) {
            *what = CASUS_SHOW_DOCUMENT;
            *index = i;
            return true;
        }
    }
    for (uint32_t i = 0; i < ledger->n_incident; i++) {
        if (casus_str_eq(casus_str_of(ledger->incident[i].id), id)) {
            *what = CASUS_SHOW_INCIDENT;
            *index = i;
            return true;
        }
    }
    for (uint32_t i = 0; i < ledger->n_dispute; i++) {
        if (casus_str_eq(casus_str_of(ledger->dispute[i].id), id)) {
            *what = CASUS_SHOW_DISPUTE;
            *index = i;
            return true;
        }
    }
    return false;
}

/* A claim below what it belongs to: where it stands, its words, who says so, and why it is there. */
static void put_member(const casus_ledger *ledger, uint32_t claim, bool why, const casus_style *style, casus_buf *out)
{
    const casus_ledger_claim *c = &ledger->claim[claim];
    casus_buf_format(out, "  ");
    casus_show__origin(ledger, claim, style, out);
    casus_report_label(style, "words", out);
    casus_show__words(c, style, out);
    casus_buf_add_char(out, '\n');
    casus_show__voice(ledger, c, style, out);
    if (why && c->joined.len > 0) {
        casus_report_label(style, "joined", out);
        casus_style_text(c->joined, out);
        casus_buf_add_char(out, '\n');
    }
}

static void put_question(const casus_ledger *ledger, uint32_t index, const casus_style *style, casus_buf *out)
{
    const casus_dispute *d = &ledger->dispute[index];
    casus_report_label(style, "dispute", out);
    casus_buf_format(out, "%s about ", d->id);
    casus_style_coloured(style, CASUS_COLOUR_EVENT, d->about, out);
    casus_buf_format(out, ": ");
    for (uint32_t i = 0; i < d->n_position; i++) {
        casus_buf_format(out, "%s", i == 0 ? "" : " / ");
        casus_style_coloured(style, CASUS_COLOUR_FIGURE, d->position[i].value, out);
    }
    casus_buf_add_char(out, '\n');
}

static void put_incident(const casus_ledger *ledger, uint32_t index, const casus_style *style, casus_buf *out)
{
    const casus_incident *incident = &ledger->incident[index];
    casus_style_coloured(style, CASUS_COLOUR_STRONG, casus_str_of(incident->id), out);
    casus_buf_format(out, "  ");
    casus_style_begin(style, CASUS_COLOUR_EVENT, out);
    casus_words_type(incident->type, incident->mode, out);
    casus_style_end(style, out);
    casus_buf_add_char(out, '\n');
    casus_show__time(incident->from, incident->to, style, out);
    casus_show__places(ledger, incident->place, style, out);
    casus_show__actors(ledger, "actors", incident->actor, CASUS_COLOUR_ACTOR, style, out);
    casus_show__actors(ledger, "towards", incident->recipient, CASUS_COLOUR_ACTOR, style, out);
    casus_report_label(style, "told in", out);
    casus_buf_format(out, "claims: %u, documents: %u, outlets: %u, independent: %u\n", incident->claim.n,
                     incident->n_document, incident->n_outlet, incident->n_independent);
    for (uint32_t i = 0; i < incident->dispute.n; i++) {
        put_question(ledger, incident->dispute.at[i], style, out);
    }
    for (uint32_t i = 0; i < incident->claim.n; i++) {
        put_member(ledger, incident->claim.at[i], true, style, out);
    }
}

static void put_dispute(const casus_ledger *ledger, uint32_t index, const casus_style *style, casus_buf *out)
{
    const casus_dispute *d = &ledger->dispute[index];
    casus_style_coloured(style, CASUS_COLOUR_STRONG, casus_str_of(d->id), out);
    casus_buf_format(out, "  ");
    casus_style_coloured(style, CASUS_COLOUR_EVENT, d->about, out);
    casus_buf_add_char(out, '\n');
    if (d->incident != CASUS_NONE) {
        casus_report_label(style, "incident", out);
        casus_buf_format(out, "%s\n", ledger->incident[d->incident].id);
    }
    for (uint32_t i = 0; i < d->n_position; i++) {
        const casus_position *p = &d->position[i];
        casus_buf_format(out, "%3u  ", i + 1);
        casus_style_coloured(style, CASUS_COLOUR_FIGURE, p->value, out);
        casus_buf_format(out, p->source.n == 0 ? ", say outlets themselves\n" : "\n");
        casus_show__actors(ledger, "say", p->source, CASUS_COLOUR_VOICE, style, out);
        for (uint32_t k = 0; k < p->claim.n; k++) {
            put_member(ledger, p->claim.at[k], false, style, out);
        }
    }
}

static void put_line(const char *label, casus_str text, const casus_style *style, casus_buf *out)
{
    if (text.len > 0) {
        casus_report_label(style, label, out);
        casus_style_text(text, out);
        casus_buf_add_char(out, '\n');
    }
}

static void put_document(const casus_ledger *ledger, uint32_t index, const casus_style *style, casus_buf *out)
{
    const casus_ledger_doc *doc = &ledger->document[index];
    char day[24] = "";
    if (doc->published.from != CASUS_FROM_NOWHERE) {
        casus_date_format(doc->published, day);
    }
    casus_style_coloured(style, CASUS_COLOUR_STRONG, doc->id, out);
    casus_buf_format(out, "  ");
    casus_style_text(doc->title, out);
    casus_buf_add_char(out, '\n');
    put_line("outlet", doc->outlet, style, out);
    put_line("day", casus_str_of(day), style, out);
    put_line("language", doc->language, style, out);
    put_line("link", doc->url, style, out);
    put_line("sha256", casus_str_of(doc->sha256), style, out);
    if (doc->copy_of < ledger->n_document && doc->copy_of != index) {
        put_line("repeats", ledger->document[doc->copy_of].id, style, out);
    }
    for (uint32_t i = doc->claim_begin; i < doc->claim_end; i++) {
        put_member(ledger, i, false, style, out);
    }
}

void casus_show_text(const casus_ledger *ledger, casus_shown what, uint32_t index, const casus_style *style,
                     casus_buf *out)
{
    static void (*const of[])(const casus_ledger *, uint32_t, const casus_style *, casus_buf *) = {
        [CASUS_SHOW_CLAIM] = casus_show__claim,
        [CASUS_SHOW_INCIDENT] = put_incident,
        [CASUS_SHOW_DISPUTE] = put_dispute,
        [CASUS_SHOW_DOCUMENT] = put_document,
    };
    of[what](ledger, index, style, out);
}

static void list_claims(const casus_ledger *ledger, casus_indices list, casus_buf *out)
{
    for (uint32_t i = 0; i < list.n; i++) {
        casus_json_of_claim(ledger, list.at[i], out);
    }
}

void casus_show_json(const casus_ledger *ledger, casus_shown what, uint32_t index, casus_buf *out)
{
    switch (what) {
    case CASUS_SHOW_CLAIM:
        casus_json_of_claim(ledger, index, out);
        break;
    case CASUS_SHOW_INCIDENT:
        casus_json_of_incident(ledger, index, out);
        list_claims(ledger, ledger->incident[index].claim, out);
        break;
    case CASUS_SHOW_DISPUTE:
        casus_json_of_dispute(ledger, index, out);
        for (uint32_t i = 0; i < ledger->dispute[index].n_position; i++) {
            list_claims(ledger, ledger->dispute[index].position[i].claim, out);
        }
        break;
    case CASUS_SHOW_DOCUMENT:
        casus_json_of_document(ledger, index, out);
        for (uint32_t i = ledger->document[index].claim_begin; i < ledger->document[index].claim_end; i++) {
            casus_json_of_claim(ledger, i, out);
        }
        break;
    }
}
