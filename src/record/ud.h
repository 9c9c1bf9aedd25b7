/* The closed sets of Universal Dependencies v2 as numbers, for rules that look at many words. */
#ifndef CASUS_RECORD_UD_H
#define CASUS_RECORD_UD_H

#include "casus/str.h"

/* Universal parts of speech; CASUS_UPOS_NONE: untagged. */
typedef enum casus_upos {
    CASUS_UPOS_NONE,
    CASUS_UPOS_ADJ,
    CASUS_UPOS_ADP,
    CASUS_UPOS_ADV,
    CASUS_UPOS_AUX,
    CASUS_UPOS_CCONJ,
    CASUS_UPOS_DET,
    CASUS_UPOS_INTJ,
    CASUS_UPOS_NOUN,
    CASUS_UPOS_NUM,
    CASUS_UPOS_PART,
    CASUS_UPOS_PRON,
    CASUS_UPOS_PROPN,
    CASUS_UPOS_PUNCT,
    CASUS_UPOS_SCONJ,
    CASUS_UPOS_SYM,
    CASUS_UPOS_VERB,
    CASUS_UPOS_X,
    CASUS_N_UPOS
} casus_upos;

/* Universal relations, with the subtypes that rules ask for; other subtypes count as their relation. */
typedef enum casus_deprel {
    CASUS_DEPREL_NONE,
    CASUS_DEPREL_ACL,
    CASUS_DEPREL_ACL_RELCL,
    CASUS_DEPREL_ADVCL,
    CASUS_DEPREL_ADVMOD,
    CASUS_DEPREL_AMOD,
    CASUS_DEPREL_APPOS,
    CASUS_DEPREL_AUX,
    CASUS_DEPREL_AUX_PASS,
    CASUS_DEPREL_CASE,
    CASUS_DEPREL_CC,
    CASUS_DEPREL_CCOMP,
    CASUS_DEPREL_CLF,
    CASUS_DEPREL_COMPOUND,
    CASUS_DEPREL_COMPOUND_PRT,
    CASUS_DEPREL_CONJ,
    CASUS_DEPREL_COP,
    CASUS_DEPREL_CSUBJ,
    CASUS_DEPREL_CSUBJ_PASS,
    CASUS_DEPREL_DEP,
    CASUS_DEPREL_DET,
    CASUS_DEPREL_DISCOURSE,
    CASUS_DEPREL_DISLOCATED,
    CASUS_DEPREL_EXPL,
    CASUS_DEPREL_EXPL_PV,
    CASUS_DEPREL_FIXED,
    CASUS_DEPREL_FLAT,
    CASUS_DEPREL_GOESWITH,
    CASUS_DEPREL_IOBJ,
    CASUS_DEPREL_LIST,
    CASUS_DEPREL_MARK,
    CASUS_DEPREL_NMOD,
    CASUS_DEPREL_NMOD_POSS,
    CASUS_DEPREL_NSUBJ,
    CASUS_DEPREL_NSUBJ_PASS,
    CASUS_DEPREL_NUMMOD,
    CASUS_DEPREL_OBJ,
    CASUS_DEPREL_OBL,
    CASUS_DEPREL_OBL_AGENT,
    CASUS_DEPREL_OBL_ARG,
    CASUS_DEPREL_OBL_TMOD,
    CASUS_DEPREL_ORPHAN,
    CASUS_DEPREL_PARATAXIS,
    CASUS_DEPREL_PUNCT,
    CASUS_DEPREL_REPARANDUM,
    CASUS_DEPREL_ROOT,
    CASUS_DEPREL_VOCATIVE,
    CASUS_DEPREL_XCOMP,
    CASUS_N_DEPREL
} casus_deprel;

/* CASUS_UPOS_NONE for what is no part of speech. */
casus_upos casus_upos_of(casus_str name);

/* 'nsubj:pass' and the like; an unknown subtype gives the relation itself, anything else CASUS_DEPREL_NONE. */
casus_deprel casus_deprel_of(casus_str name);

/* As CoNLL-U writes it; '_' for none. */
const char *casus_upos_name(casus_upos upos);
const char *casus_deprel_name(casus_deprel deprel);

#endif
