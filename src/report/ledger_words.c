/* Values in words: see ledger_words.h. */
#include "report/ledger_words.h"

#include "record/plover.h"
#include "report/style.h"

#include <math.h>

const char *casus_state_kind_name(casus_state_kind kind)
{
    static const char *const names[] = {"ceasefire", "control", "mobilization", "martial-law"};
    return names[kind];
}

const char *casus_voice_name(casus_attribution_kind voice)
{
    static const char *const names[] = {"own", "direct", "indirect", "mixed", "hearsay"};
    return names[voice];
}

const char *casus_factuality_name(casus_factuality factuality)
{
    static const char *const names[] = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"};
    return names[factuality];
}

const char *casus_factuality_words(casus_factuality factuality)
{
    static const char *const words[] = {"certain",  "denied",   "probable",     "improbable",
                                        "possible", "doubtful", "not committed"};
    return words[factuality];
}

const char *casus_tense_name(casus_tense tense)
{
    static const char *const names[] = {"past", "present", "future", "background"};
    return names[tense];
}

casus_date casus_incident_day(const casus_incident *incident)
{
    return incident->from.from != CASUS_FROM_NOWHERE ? incident->from : incident->to;
}

void casus_words_time(casus_date from, casus_date to, casus_buf *out)
{
    char first[24] = "";
    char last[24] = "";
    if (from.from != CASUS_FROM_NOWHERE) {
        casus_date_format(from, first);
    }
    if (to.from != CASUS_FROM_NOWHERE) {
        casus_date_format(to, last);
    }
    if (strcmp(first, last) == 0) {
        casus_buf_format(out, "%s", first);
    } else if (last[0] == '\0') {
        casus_buf_format(out, "from %s", first);
    } else {
        casus_buf_format(out, "%s%s%s", first, first[0] == '\0' ? "until " : " to ", last);
    }
}

void casus_words_type(casus_event_type type, uint32_t mode, casus_buf *out)
{
    const char *name = NULL;
    casus_buf_format(out, "%s", casus_event_type_name(type));
    for (unsigned i = 0; (name = casus_mode_name(type, i)) != NULL; i++) {
        if ((mode >> i & 1U) != 0) {
            casus_buf_format(out, " %s", name);
        }
    }
}

void casus_words_figure(double low, double best, double high, casus_buf *out)
{
    const bool lowest = !isnan(low);
    const bool highest = !isnan(high);
    if (lowest && highest && low == high) {
        casus_buf_format(out, "%.10g", low);
    } else if (lowest && highest) {
        casus_buf_format(out, "%.10g-%.10g", low, high);
    } else if (lowest) {
        casus_buf_format(out, "at least %.10g", low);
    } else if (highest) {
        casus_buf_format(out, "at most %.10g", high);
    } else if (!isnan(best)) {
        casus_buf_format(out, "about %.10g", best);
    }
    if (!isnan(best) && (lowest || highest) && best != low && best != high) {
        casus_buf_format(out, ", about %.10g", best);
    }
}

static void add(casus_str name, const char *between, casus_buf *out)
{
    casus_buf_add_str(out, casus_str_of(between));
    casus_buf_add_str(out, name.ptr == NULL ? CASUS_STR("?") : name);
}

void casus_words_actors(const casus_ledger *ledger, casus_indices list, casus_buf *out)
{
    for (uint32_t i = 0; i < list.n; i++) {
        add(ledger->actor[list.at[i]].name, i == 0 ? "" : "; ", out);
    }
}

void casus_words_places(const casus_ledger *ledger, casus_indices list, casus_buf *out)
{
    for (uint32_t i = 0; i < list.n; i++) {
        add(ledger->place[list.at[i]].name, i == 0 ? "" : "; ", out);
    }
}

void casus_words_claims(const casus_ledger *ledger, casus_indices list, const char *between, casus_buf *out)
{
    for (uint32_t i = 0; i < list.n; i++) {
        add(ledger->claim[list.at[i]].id, i == 0 ? "" : between, out);
    }
}
