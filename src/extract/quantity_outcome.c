/* What became of what is counted: see quantity.h. */
#include "extract/quantity.h"

enum { LONGEST_CHAIN = 12 };

static unsigned whose(const casus_count *count)
{
    switch (count->class_of) {
    case CASUS_ITEM_PEOPLE:
        return CASUS_FOR_PEOPLE;
    case CASUS_ITEM_EQUIPMENT:
        return CASUS_FOR_EQUIPMENT;
    case CASUS_ITEM_MUNITION:
        return CASUS_FOR_MUNITION;
    case CASUS_ITEM_BUILDING:
    case CASUS_ITEM_PLACE:
        return CASUS_FOR_PLACE;
    case CASUS_ITEM_OTHER: /* anything but what is fired */
        return CASUS_FOR_PEOPLE | CASUS_FOR_EQUIPMENT | CASUS_FOR_PLACE;
    default:
        return 0;
    }
}

/* 'killing', 'dodende': its noun does it. */
static bool is_active_participle(const casus_view *view, uint32_t w)
{
    return casus_view_has(view, w, CASUS_STR("VerbForm=Ger")) ||
           (casus_view_has(view, w, CASUS_STR("VerbForm=Part")) && casus_view_has(view, w, CASUS_STR("Tense=Pres")));
}

/* An object, or a noun behind the verb that nothing marks as anything else. */
static bool has_object(const casus_view *view, uint32_t v)
{
    for (uint32_t c = view->word[v].first_child, n_c = 0; c != CASUS_NO_WORD && n_c < CASUS_MOST_CHILDREN;
         c = view->word[c].next_sibling, n_c++) {
        unsigned rel = view->word[c].deprel;
        bool unmarked = c > v && (rel == CASUS_DEPREL_OBL || rel == CASUS_DEPREL_XCOMP || rel == CASUS_DEPREL_NMOD) &&
                        (view->word[c].upos == CASUS_UPOS_NOUN || view->word[c].upos == CASUS_UPOS_NUM) &&
                        casus_quantity__child(view, c, CASUS_DEPREL_CASE) == CASUS_NO_WORD;
        if (rel == CASUS_DEPREL_OBJ || unmarked) {
            return true;
        }
    }
    return false;
}

/* How the clause of verb `v` treats its own subject. */
static unsigned roles_of_subject(const casus_view *view, uint32_t v)
{
    bool passive = casus_quantity__child(view, v, CASUS_DEPREL_AUX_PASS) != CASUS_NO_WORD;
    bool participle = casus_view_has(view, v, CASUS_STR("VerbForm=Part"));
    bool object = has_object(view, v);
    return passive || (participle && !object && !is_active_participle(view, v))
               ? CASUS_ROLE_PATIENT | CASUS_ROLE_SUBJECT
               : CASUS_ROLE_SUBJECT;
}

static bool from_attributes(const casus_scan *scan, casus_count *count)
{
    const casus_view *view = scan->view;
    uint32_t before = count->begin;
    if (before > scan->begin && view->word[before - 1].upos == CASUS_UPOS_VERB &&
        view->word[before - 1].head >= before && view->word[before - 1].head != CASUS_NO_WORD &&
        view->word[before - 1].deprel == CASUS_DEPREL_AMOD && /* a verb that the tree took for an attribute */
        casus_quantity__told(scan, before - 1, CASUS_ROLE_PATIENT, whose(count), &count->outcome)) {
        return true;
    }
    if (count->noun == CASUS_NO_WORD) {
        return false;
    }
    for (uint32_t w = count->end; w < count->noun; w++) {
        if ((view->word[w].upos == CASUS_UPOS_ADJ || view->word[w].upos == CASUS_UPOS_VERB) &&
            !is_active_participle(view, w) &&
            casus_quantity__told(scan, w, CASUS_ROLE_MODIFIED, whose(count), &count->outcome)) {
            return true;
        }
    }
    uint32_t behind = count->noun + 1; /* 'left 20 people homeless' */
    return behind < scan->end && view->word[behind].upos == CASUS_UPOS_ADJ &&
           view->word[behind].head != CASUS_NO_WORD &&
           casus_quantity__told(scan, behind, CASUS_ROLE_MODIFIED, whose(count), &count->outcome);
}

/* What the noun is in a relative clause of its own with verb `v`; 0: something else ('of whom two were freed'). */
static unsigned roles_in_relative(const casus_view *view, uint32_t v)
{
    bool subject = false;
    bool other = false;
    bool object = false;
    for (uint32_t d = view->word[v].first_child, n_d = 0; d != CASUS_NO_WORD && n_d < CASUS_MOST_CHILDREN;
         d = view->word[d].next_sibling, n_d++) {
        unsigned rel = view->word[d].deprel;
        bool pronoun = view->word[d].upos == CASUS_UPOS_PRON;
        if (rel == CASUS_DEPREL_NSUBJ || rel == CASUS_DEPREL_NSUBJ_PASS) {
            subject = subject || pronoun;
            other = other || !pronoun;
        }
        object = object || (rel == CASUS_DEPREL_OBJ && !pronoun);
    }
    if (subject && !other) {
        return roles_of_subject(view, v);
    }
    bool passive = casus_quantity__child(view, v, CASUS_DEPREL_NSUBJ_PASS) != CASUS_NO_WORD;
    return other && !object && !passive ? CASUS_ROLE_PATIENT : 0;
}

/* 'soldiers killed in the raid', 'soldaten die sneuvelden'. */
static bool from_clauses(const casus_scan *scan, uint32_t noun, casus_count *count)
{
    const casus_view *view = scan->view;
    for (uint32_t c = view->word[noun].first_child, n_c = 0; c != CASUS_NO_WORD && n_c < CASUS_MOST_CHILDREN;
         c = view->word[c].next_sibling, n_c++) {
        unsigned rel = view->word[c].deprel;
        unsigned roles = CASUS_ROLE_MODIFIED | CASUS_ROLE_PATIENT;
        if (c < noun || (rel != CASUS_DEPREL_ACL && rel != CASUS_DEPREL_ACL_RELCL && rel != CASUS_DEPREL_AMOD)) {
            continue;
        }
        if (rel == CASUS_DEPREL_ACL_RELCL) {
            roles = roles_in_relative(view, c);
        } else if (is_active_participle(view, c)) {
            roles = CASUS_ROLE_SUBJECT;
        }
        if (casus_quantity__told(scan, c, roles, whose(count), &count->outcome)) {
            return true;
        }
    }
    return false;
}

/* The word of the quantity that hangs on something outside, first conjuncts in place of later ones. */
static uint32_t find_top(const casus_scan *scan, const casus_count *count)
{
    const casus_view_word *word = scan->view->word;
    uint32_t last = count->noun == CASUS_NO_WORD || count->noun < count->end ? count->end : count->noun + 1;
    uint32_t top = count->noun == CASUS_NO_WORD ? count->number : count->noun;
    for (unsigned i = 0; i < LONGEST_CHAIN && word[top].head != CASUS_NO_WORD; i++) {
        uint32_t head = word[top].head;
        if (head < count->begin || head >= last) {
            break;
        }
        top = head;
    }
    return top;
}

static bool is_nominal(unsigned upos)
{
    return upos == CASUS_UPOS_NOUN || upos == CASUS_UPOS_PROPN || upos == CASUS_UPOS_NUM || upos == CASUS_UPOS_ADJ ||
           upos == CASUS_UPOS_PRON;
}

/* Whether the oblique `w` has a preposition that is not part of the quantity ('at least 20'). */
static uint32_t preposition_of(const casus_view *view, uint32_t w, const casus_count *count)
{
    for (uint32_t c = view->word[w].first_child, n_c = 0; c != CASUS_NO_WORD && n_c < CASUS_MOST_CHILDREN;
         c = view->word[c].next_sibling, n_c++) {
        if (view->word[c].deprel == CASUS_DEPREL_CASE && c < count->begin) {
            return c;
        }
    }
    return CASUS_NO_WORD;
}

/* A second subject is an object that the parser took for one. */
static bool is_second_subject(const casus_view *view, uint32_t w, uint32_t head)
{
    for (uint32_t c = view->word[head].first_child, n_c = 0; c != CASUS_NO_WORD && c < w && n_c < CASUS_MOST_CHILDREN;
         c = view->word[c].next_sibling, n_c++) {
        if (view->word[c].deprel == CASUS_DEPREL_NSUBJ && view->word[c].upos != CASUS_UPOS_ADV) {
            return true;
        }
    }
    return false;
}

static unsigned roles_of(const casus_view *view, uint32_t w, uint32_t head, const casus_count *count)
{
    switch (view->word[w].deprel) {
    case CASUS_DEPREL_OBJ:
    case CASUS_DEPREL_IOBJ:
        return CASUS_ROLE_PATIENT;
    case CASUS_DEPREL_NSUBJ_PASS:
        return casus_quantity__child(view, head, CASUS_DEPREL_AUX_PASS) == CASUS_NO_WORD && has_object(view, head)
                   ? CASUS_ROLE_SUBJECT
                   : CASUS_ROLE_PATIENT | CASUS_ROLE_SUBJECT;
    case CASUS_DEPREL_COMPOUND: /* '34 wounded' */
    case CASUS_DEPREL_NUMMOD:
        return CASUS_ROLE_PATIENT | CASUS_ROLE_SUBJECT;
    case CASUS_DEPREL_NSUBJ:
        return is_second_subject(view, w, head) ? CASUS_ROLE_PATIENT : roles_of_subject(view, head);
    case CASUS_DEPREL_OBL:
    case CASUS_DEPREL_OBL_AGENT:
    case CASUS_DEPREL_ADVMOD:
    case CASUS_DEPREL_OBL_TMOD: {
        uint32_t preposition = preposition_of(view, w, count);
        if (preposition == CASUS_NO_WORD) { /* no oblique: an argument that the parser did not see */
            return CASUS_ROLE_OBLIQUE | (w > head ? CASUS_ROLE_PATIENT : roles_of_subject(view, head));
        }
        return CASUS_ROLE_OBLIQUE | (preposition == head + 1 ? CASUS_ROLE_PARTICLE : 0);
    }
    case CASUS_DEPREL_NMOD:
    case CASUS_DEPREL_NMOD_POSS:
        return CASUS_ROLE_OF;
    default:
        return 0;
    }
}

static bool has_own(const casus_view *view, uint32_t v, bool subject)
{
    if (!subject) {
        return casus_quantity__child(view, v, CASUS_DEPREL_OBJ) != CASUS_NO_WORD;
    }
    return casus_quantity__child(view, v, CASUS_DEPREL_NSUBJ) != CASUS_NO_WORD ||
           casus_quantity__child(view, v, CASUS_DEPREL_NSUBJ_PASS) != CASUS_NO_WORD;
}

/* 'forced to flee', 'left dead', 'were shot and killed': verbs that share the argument. */
static bool from_verbs_below(const casus_scan *scan, uint32_t v, uint32_t top, unsigned roles, casus_count *count)
{
    const casus_view *view = scan->view;
    bool subject = view->word[top].deprel == CASUS_DEPREL_NSUBJ || view->word[top].deprel == CASUS_DEPREL_NSUBJ_PASS;
    for (uint32_t c = view->word[v].first_child, n_c = 0; c != CASUS_NO_WORD && n_c < CASUS_MOST_CHILDREN;
         c = view->word[c].next_sibling, n_c++) {
        unsigned rel = view->word[c].deprel;
        unsigned shared = 0;
        if (rel == CASUS_DEPREL_XCOMP || (rel == CASUS_DEPREL_CCOMP && !has_own(view, c, true))) {
            shared = roles_of_subject(view, c) | (subject ? 0 : CASUS_ROLE_PATIENT);
        } else if (rel == CASUS_DEPREL_CONJ && subject && !has_own(view, c, true)) {
            shared = (roles & CASUS_ROLE_PATIENT) != 0 ? roles_of_subject(view, c) : CASUS_ROLE_SUBJECT;
        } else if (rel == CASUS_DEPREL_CONJ && (roles & CASUS_ROLE_PATIENT) != 0 && top > c &&
                   !has_own(view, c, false)) {
            shared = CASUS_ROLE_PATIENT;
        }
        if (shared != 0 && casus_quantity__told(scan, c, shared, whose(count), &count->outcome)) {
            return true;
        }
    }
    return false;
}

static bool from_governor(const casus_scan *scan, casus_count *count)
{
    const casus_view *view = scan->view;
    uint32_t top = count->top;
    for (unsigned i = 0; i < LONGEST_CHAIN; i++) {
        uint32_t head = view->word[top].head;
        unsigned rel = view->word[top].deprel;
        if (head == CASUS_NO_WORD) {
            return false;
        }
        bool chained = rel == CASUS_DEPREL_CONJ || rel == CASUS_DEPREL_LIST || rel == CASUS_DEPREL_APPOS ||
                       (rel == CASUS_DEPREL_COMPOUND && head > top + 1); /* 'an officer and three civilians' */
        if (!chained || !is_nominal(view->word[head].upos)) {
            break;
        }
        if (from_clauses(scan, head, count)) {
            return true;
        }
        top = head;
    }
    uint32_t head = view->word[top].head;
    unsigned roles = head == CASUS_NO_WORD ? 0 : roles_of(view, top, head, count);
    if (roles == 0) {
        return false;
    }
    return casus_quantity__told(scan, head, roles, whose(count), &count->outcome) ||
           from_verbs_below(scan, head, top, roles, count);
}

/* What may stand between a verb and its argument without being one. */
static bool is_light(const casus_view *view, uint32_t w)
{
    unsigned upos = view->word[w].upos;
    return upos == CASUS_UPOS_ADV || upos == CASUS_UPOS_AUX || upos == CASUS_UPOS_PART ||
           view->word[w].deprel == CASUS_DEPREL_COMPOUND_PRT || view->word[w].deprel == CASUS_DEPREL_MARK;
}

/* Where the tree does not link the quantity to a verb, the verb that stands beside it. */
static bool from_neighbours(const casus_scan *scan, casus_count *count)
{
    enum { FARTHEST = 4 };
    const casus_view *view = scan->view;
    uint32_t end = count->noun != CASUS_NO_WORD && count->noun >= count->end ? count->noun + 1 : count->end;
    uint32_t w = count->begin;
    unsigned rel = view->word[count->top].deprel;
    if (rel == CASUS_DEPREL_NSUBJ || rel == CASUS_DEPREL_OBJ || rel == CASUS_DEPREL_NSUBJ_PASS) {
        return false; /* it has its verb */
    }
    while (w > scan->begin && count->begin - w < FARTHEST && is_light(view, w - 1)) {
        w--;
    }
    if (w > scan->begin && (view->word[w - 1].upos == CASUS_UPOS_VERB || view->word[w - 1].upos == CASUS_UPOS_ADJ) &&
        casus_quantity__told(scan, w - 1, CASUS_ROLE_PATIENT, whose(count), &count->outcome)) {
        return true;
    }
    bool passive = false;
    w = end;
    while (w < scan->end && w - end < FARTHEST && is_light(view, w)) {
        passive = passive || view->word[w].upos == CASUS_UPOS_AUX;
        w++;
    }
    return w < scan->end && view->word[w].upos == CASUS_UPOS_VERB && !is_active_participle(view, w) &&
           casus_quantity__told(scan, w, CASUS_ROLE_SUBJECT | CASUS_ROLE_PATIENT, whose(count), &count->outcome) &&
           (passive || casus_view_has(view, w, CASUS_STR("VerbForm=Part")) || rel != CASUS_DEPREL_ROOT);
}

const casus_count *casus_quantity__before(const casus_scan *scan, uint32_t back)
{
    uint32_t room = sizeof scan->last / sizeof scan->last[0];
    return back < scan->n_last && back < room ? &scan->last[(scan->n_last - 1 - back) % room] : NULL;
}

/* The quantity of this sentence that `count` is a later conjunct of; NULL: none. */
static const casus_count *first_conjunct(const casus_scan *scan, const casus_count *count)
{
    const casus_view *view = scan->view;
    uint32_t head = view->word[count->top].head;
    const casus_count *before = casus_quantity__before(scan, 0);
    if (before == NULL || before->begin < scan->begin || view->word[count->top].deprel != CASUS_DEPREL_CONJ ||
        head == CASUS_NO_WORD || !is_nominal(view->word[head].upos)) {
        return NULL;
    }
    return head == before->top || view->word[before->top].head == head ? before : NULL;
}

bool casus_quantity__continues(const casus_scan *scan, const casus_count *count, const casus_count *before)
{
    return first_conjunct(scan, count) == before;
}

/* A part of what went before shares its fate, and so do its own conjuncts. */
static bool from_before(const casus_scan *scan, casus_count *count)
{
    const casus_count *before = first_conjunct(scan, count);
    if (count->among) {
        before = casus_quantity__before(scan, 0);
    } else if (before == NULL || !before->among) {
        return false;
    }
    if (before == NULL || before->begin < scan->begin) {
        return false;
    }
    count->outcome = before->outcome;
    count->among = true;
    return true;
}

void casus_quantity__outcome(const casus_scan *scan, casus_count *count)
{
    uint8_t own = count->outcome;
    count->top = find_top(scan, count);
    count->outcome = CASUS_OUTCOME_NONE;
    if (own == CASUS_OUTCOME_KILLED || own == CASUS_OUTCOME_WOUNDED || own == CASUS_OUTCOME_MISSING) {
        count->outcome = own;
        count->told_by_noun = count->found = true;
        return;
    }
    bool noun = count->noun != CASUS_NO_WORD;
    count->found = from_attributes(scan, count) || (count->among && from_governor(scan, count)) ||
                   from_before(scan, count) || (noun && from_clauses(scan, count->noun, count)) ||
                   (count->top != count->noun && from_clauses(scan, count->top, count)) || from_governor(scan, count) ||
                   from_neighbours(scan, count);
    if (!count->found && own != CASUS_OUTCOME_NONE) {
        count->outcome = own;
        count->told_by_noun = count->found = true;
    }
}
