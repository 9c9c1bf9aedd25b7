/* The tree of names and values that templates are filled with: what the parts of src/dossier share. */
#ifndef CASUS_DOSSIER_MODEL_H
#define CASUS_DOSSIER_MODEL_H

#include "dossier/dossier.h"
#include "dossier/shown.h"
#include "svg/borders.h"

#include <jansson.h>

typedef struct casus_model {
    const casus_ledger *ledger;
    const casus_dossier_options *options;
    const char *language;
    json_t *words;      /* of the page's language: key -> text; data/dossier/<language>/words.tsv */
    casus_arena *arena; /* for the page's lifetime */
    casus_borders borders;
    casus_shown shown;
} casus_model;

/* The word for a key; the key's own last part if the language has none ('item.helicopter' -> 'helicopter'). */
casus_str casus_model_word(const casus_model *m, const char *group, casus_str key);

/* A JSON string; absent: null. */
json_t *casus_model_str(casus_str s);

/* Names of actors, with ", " between. */
json_t *casus_model_actors(const casus_model *m, const casus_indices *actors);
casus_str casus_model_actor(const casus_model *m, uint32_t actor);

/* Whether two actors are one side: the same country, and both or neither breakaway, rebel or paramilitary. */
bool casus_model_same_side(const casus_model *m, uint32_t a, uint32_t b);

/* "2020-09-27", or "2020-09-27 - 2020-09-30"; null if both are unknown. */
json_t *casus_model_days(casus_date from, casus_date to);
json_t *casus_model_date(casus_date date);

/* A figure: "4", "at least 49", "2-3", by the language's words. */
json_t *casus_model_figure(const casus_model *m, double low, double best, double high);

/* "c12", where the page shows the claim, else null. */
json_t *casus_model_anchor(const casus_model *m, uint32_t claim);

/* A claim as a quote: {before, trigger, after, source, outlet, date, language, url, document, factuality...}. */
json_t *casus_model_quote(const casus_model *m, uint32_t claim);
json_t *casus_model_quotes(const casus_model *m, const casus_indices *claims);

/* An incident on one line: {id, type, what, who, whom, place, days, independent...}. */
json_t *casus_model_incident_head(const casus_model *m, uint32_t incident);

/* The parts of the page. NULL: no memory. */
json_t *casus_model_head(const casus_model *m);
json_t *casus_model_documents(const casus_model *m);
json_t *casus_model_echo(const casus_model *m);
json_t *casus_model_incidents(const casus_model *m); /* by day */
json_t *casus_model_loose(const casus_model *m);     /* claims of no incident */
json_t *casus_model_disputes(const casus_model *m);
json_t *casus_model_top(const casus_model *m); /* the few disputes that most sources tell of */
json_t *casus_model_losses(const casus_model *m); /* by side */
json_t *casus_model_states(const casus_model *m);

/* Pictures, as strings of SVG. `style`: CSS for one that stands alone, or absent. */
void casus_model_timeline(const casus_model *m, casus_str style, casus_buf *out);
void casus_model_map(const casus_model *m, casus_str style, casus_buf *out);
void casus_model_ribbons(const casus_model *m, casus_state_kind kind, casus_buf *out);

#endif
