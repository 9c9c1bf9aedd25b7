/* Where the time of a claim lies, seen from the day of publication: see claim_when.h. */
#include "extract/claim_when.h"

#include "extract/view.h"
#include "record/plover.h"

enum { BACKGROUND_DAYS = 60, FARTHEST_HARM = 1 /* sentences */ };

/* Days since some day long ago, for differences only. */
static long day_number(casus_date d)
{
    long month = d.precision >= CASUS_MONTH ? d.month : 6;
    long day = d.precision >= CASUS_DAY ? d.day : 15;
    long year = d.year - (month <= 2);
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day;
}

/* What lies well before the day of publication is history told as context. */
bool casus_is_history(const casus_doc *doc, const casus_claim *claim)
{
    casus_date from;
    casus_date to;
    if (claim->timex == CASUS_NO_WORD || doc->published.from == CASUS_FROM_NOWHERE) {
        return false;
    }
    casus_claim_interval(claim, &doc->timex[claim->timex], &from, &to);
    return to.from != CASUS_FROM_NOWHERE && day_number(doc->published) - day_number(to) > BACKGROUND_DAYS;
}

/* What lies wholly after the day of publication is still to come. */
bool casus_is_to_come(const casus_doc *doc, const casus_claim *claim)
{
    casus_date from;
    casus_date to;
    if (claim->timex == CASUS_NO_WORD || doc->published.from == CASUS_FROM_NOWHERE ||
        doc->published.precision < CASUS_DAY) {
        return false;
    }
    casus_claim_interval(claim, &doc->timex[claim->timex], &from, &to);
    return from.from != CASUS_FROM_NOWHERE && from.precision >= CASUS_DAY &&
           day_number(from) > day_number(doc->published);
}

/* Whether it tells of the dead and wounded of something. */
static bool is_harm(const casus_doc *doc, const casus_claim *c)
{
    for (uint32_t i = 0; i < c->n_quantity; i++) {
        if (casus_is_casualty(doc->quantity[c->quantity[i]].outcome)) {
            return true;
        }
    }
    return false;
}

/* Whether nobody else tells it: another's count may be of more than what was told before. */
static bool is_same_teller(const casus_claim *c, const casus_claim *before)
{
    return c->source.n == 0 || (before->source.n > 0 && before->source.role[0].actor == c->source.role[0].actor);
}

/* Whether the sentence tells a date, of whatever. */
static bool tells_date(const casus_doc *doc, uint32_t sentence)
{
    const casus_sentence *s = &doc->sentence[sentence];
    for (uint32_t i = 0; i < doc->n_timex && doc->timex[i].word_begin < s->word_end; i++) {
        const casus_timex *t = &doc->timex[i];
        if (t->word_begin >= s->word_begin && (t->type == CASUS_TIMEX_DATE || t->type == CASUS_TIMEX_TIME)) {
            return true;
        }
    }
    return false;
}

/* The time of the dead and wounded of claim `at`: that of the attack right before; CASUS_NO_WORD. */
static uint32_t time_of_harm(const casus_view *view, uint32_t at)
{
    const casus_doc *doc = view->doc;
    const casus_claim *c = &doc->claim[at];
    if (tells_date(doc, c->sentence)) {
        return CASUS_NO_WORD;
    }
    for (uint32_t i = at; i-- > 0 && c->sentence - doc->claim[i].sentence <= FARTHEST_HARM;) {
        const casus_claim *before = &doc->claim[i];
        if (before->type == CASUS_ASSAULT && before->timex != CASUS_NO_WORD && before->tense == c->tense &&
            is_same_teller(c, before)) {
            return before->timex;
        }
    }
    return CASUS_NO_WORD;
}

void casus_claims_carry_time(const casus_view *view)
{
    casus_doc *doc = view->doc;
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        casus_claim *c = &doc->claim[i];
        if (c->type == CASUS_ASSAULT && c->timex == CASUS_NO_WORD && is_harm(doc, c)) {
            c->timex = time_of_harm(view, i);
        }
    }
}
