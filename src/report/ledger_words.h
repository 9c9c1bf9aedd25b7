/* Values of the ledger in words, as tables, CSV and blocks share them. */
#ifndef CASUS_REPORT_LEDGER_WORDS_H
#define CASUS_REPORT_LEDGER_WORDS_H

#include "base/buf.h"
#include "casus/ledger.h"

/* ceasefire, control, mobilization, martial-law */
const char *casus_state_kind_name(casus_state_kind kind);

/* own, direct, indirect, mixed, hearsay; CT+ ... Uu; past, present, future, background: as in the record. */
const char *casus_voice_name(casus_attribution_kind voice);
const char *casus_factuality_name(casus_factuality factuality);
const char *casus_tense_name(casus_tense tense);

/* 'certain', 'denied', 'probable' ... for people. */
const char *casus_factuality_words(casus_factuality factuality);

/* The day that an incident is listed on: its first one, else its last; .from CASUS_FROM_NOWHERE: none is known. */
casus_date casus_incident_day(const casus_incident *incident);

/* '2024-03-01 to 2024-03-04', 'from 2024-03-01', 'until 2024-03-04'; one day by itself; '' if neither end is known. */
void casus_words_time(casus_date from, casus_date to, casus_buf *out);

/* 'ASSAULT aerial drone' */
void casus_words_type(casus_event_type type, uint32_t mode, casus_buf *out);

/* '49', '100-120', 'at least 49', 'at most 5', 'about 30'; what is NAN is not told. */
void casus_words_figure(double low, double best, double high, casus_buf *out);

/* Names of actors or places, parted by '; '; ids of claims, parted by `between`. */
void casus_words_actors(const casus_ledger *ledger, casus_indices list, casus_buf *out);
void casus_words_places(const casus_ledger *ledger, casus_indices list, casus_buf *out);
void casus_words_claims(const casus_ledger *ledger, casus_indices list, const char *between, casus_buf *out);

#endif
