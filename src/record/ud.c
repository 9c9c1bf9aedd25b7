/* Names and numbers of Universal Dependencies: see ud.h. */
#include "record/ud.h"

static const char *const upos_name[CASUS_N_UPOS] = {
    "_",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
    "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

static const char *const deprel_name[CASUS_N_DEPREL] = {
    "_",         "acl",    "acl:relcl",  "advcl",    "advmod",     "amod",      "appos",        "aux",
    "aux:pass",  "case",   "cc",         "ccomp",    "clf",        "compound",  "compound:prt", "conj",
    "cop",       "csubj",  "csubj:pass", "dep",      "det",        "discourse", "dislocated",   "expl",
    "expl:pv",   "fixed",  "flat",       "goeswith", "iobj",       "list",      "mark",         "nmod",
    "nmod:poss", "nsubj",  "nsubj:pass", "nummod",   "obj",        "obl",       "obl:agent",    "obl:arg",
    "obl:tmod",  "orphan", "parataxis",  "punct",    "reparandum", "root",      "vocative",     "xcomp",
};

/* The tables are in byte order of the names, so that a search by halves finds them. */
static unsigned find(const char *const *names, unsigned n, casus_str name)
{
    unsigned low = 1;
    unsigned high = n;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        size_t len = strlen(names[middle]);
        int order = memcmp(names[middle], name.ptr, len < name.len ? len : name.len);
        if (order == 0 && len == name.len) {
            return middle;
        }
        if (order < 0 || (order == 0 && len < name.len)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return 0;
}

casus_upos casus_upos_of(casus_str name)
{
    return name.ptr == NULL ? CASUS_UPOS_NONE : (casus_upos)find(upos_name, CASUS_N_UPOS, name);
}

casus_deprel casus_deprel_of(casus_str name)
{
    if (name.ptr == NULL) {
        return CASUS_DEPREL_NONE;
    }
    unsigned found = find(deprel_name, CASUS_N_DEPREL, name);
    const char *colon = memchr(name.ptr, ':', name.len);
    if (found == 0 && colon != NULL) {
        found = find(deprel_name, CASUS_N_DEPREL, casus_str_slice(name, 0, (size_t)(colon - name.ptr)));
    }
    return (casus_deprel)found;
}

const char *casus_upos_name(casus_upos upos)
{
    return upos_name[upos];
}

const char *casus_deprel_name(casus_deprel deprel)
{
    return deprel_name[deprel];
}
