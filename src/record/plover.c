/* Names of event types and modes: see plover.h. Source: PLOVER codebook; docs/record.md. */
#include "record/plover.h"

#include <string.h>

enum { MOST_MODES = 16 };

static const struct {
    const char *name;
    const char *mode[MOST_MODES];
} types[CASUS_N_EVENT_TYPE] = {
    {"AGREE", {NULL}},
    {"CONSULT", {"visit", "third-party", "multilateral", "phone"}},
    {"SUPPORT", {NULL}},
    {"CONCEDE", {NULL}},
    {"COOPERATE", {NULL}},
    {"AID", {NULL}},
    {"RETREAT", {"withdraw", "release", "disarm", "ceasefire", "access", "resign"}},
    {"REQUEST", {"assist", "change", "yield", "meet"}},
    {"ACCUSE", {"disapprove", "investigate", "allege"}},
    {"REJECT", {"assist", "change", "yield", "meet"}},
    {"THREATEN", {"restrict", "arrest", "relations", "expel", "territory", "violence"}},
    {"PROTEST", {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}},
    {"SANCTION", {"convict", "expel", "withdraw", "discontinue"}},
    {"MOBILIZE", {"troops", "weapons", "police", "militia"}},
    {"COERCE",
     {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
      "cyber"}},
    {"ASSAULT",
     {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
      "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"}},
    {"CONTROL", {"capture", "hold", "lose", "contest"}},
};

casus_event_type casus_event_type_of(casus_str name)
{
    unsigned type = 0;
    while (type < CASUS_N_EVENT_TYPE && !casus_str_eq(name, casus_str_of(types[type].name))) {
        type++;
    }
    return (casus_event_type)type;
}

const char *casus_event_type_name(casus_event_type type)
{
    return types[type].name;
}

uint32_t casus_mode_of(casus_event_type type, casus_str name)
{
    for (unsigned i = 0; i < MOST_MODES && types[type].mode[i] != NULL; i++) {
        if (casus_str_eq(name, casus_str_of(types[type].mode[i]))) {
            return 1U << i;
        }
    }
    return 0;
}

const char *casus_mode_name(casus_event_type type, unsigned index)
{
    return index < MOST_MODES ? types[type].mode[index] : NULL;
}

bool casus_is_outcome(casus_str name)
{
    static const char *const outcomes[] = {"killed",   "wounded",   "missing", "captured",  "displaced",
                                           "detained", "destroyed", "damaged", "shot-down", "seized",
                                           "lost",     "mobilized", "fired",   "targeted",  "unharmed"};
    for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++) {
        if (casus_str_eq(name, casus_str_of(outcomes[i]))) {
            return true;
        }
    }
    return false;
}

bool casus_is_casualty(casus_str outcome)
{
    return casus_str_eq(outcome, CASUS_STR("killed")) || casus_str_eq(outcome, CASUS_STR("wounded"));
}
