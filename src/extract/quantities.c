/* Finding quantities: see mention.h and quantity.h. */
#include "extract/mention.h"
#include "extract/quantity.h"

#include <math.h>

enum {
    MOST_LOOK_BACK = 3,   /* words */
    FARTHEST_BEFORE = 40, /* words back to what 'them' stands for */
    LEAST_OF_THEM = 20    /* a vague word for fewer counts nothing by itself */
};

/*
 * Whether 'among them' and the like stand before `w`, with nothing but auxiliaries and signs between; 'among the dead'
 * tells the outcome too.
 */
static bool is_among(const casus_scan *scan, uint32_t w, uint8_t *outcome)
{
    const casus_view_word *word = scan->view->word;
    uint32_t end = w;
    while (end > scan->begin && w - end < MOST_LOOK_BACK &&
           (word[end - 1].upos == CASUS_UPOS_AUX || word[end - 1].upos == CASUS_UPOS_ADV ||
            word[end - 1].upos == CASUS_UPOS_PUNCT)) {
        end--;
    }
    for (uint32_t at = w; at >= end && at > scan->begin; at--) {
        for (uint32_t back = 1; back <= MOST_LOOK_BACK && at >= scan->begin + back; back++) {
            uint32_t len = 0;
            const casus_modifier *m = casus_quantity__modifier(scan, at - back, &len);
            if (m != NULL && m->class_of == CASUS_MODIFIER_AMONG && len == back) {
                const casus_item *item = casus_quantity__item(scan, at - 1, at - 1);
                *outcome = item != NULL && item->class_of == CASUS_ITEM_PEOPLE ? (uint8_t)item->outcome : 0;
                return true;
            }
        }
    }
    return false;
}

/* An adverb before the number that stands for what is counted. */
static bool is_thereof(const casus_scan *scan, uint32_t w)
{
    for (uint32_t back = 1; back <= MOST_LOOK_BACK && w >= scan->begin + back; back++) {
        uint32_t len = 0;
        const casus_modifier *m = casus_quantity__modifier(scan, w - back, &len);
        if (m != NULL && m->class_of == CASUS_MODIFIER_THEREOF) {
            return true;
        }
        if (scan->view->word[w - back].upos != CASUS_UPOS_ADV) {
            return false;
        }
    }
    return false;
}

static bool is_things(unsigned class_of)
{
    return class_of == CASUS_ITEM_EQUIPMENT || class_of == CASUS_ITEM_BUILDING || class_of == CASUS_ITEM_MUNITION;
}

/* A number without a noun: it counts what the clause is about, or the same as the number before. */
static bool take_bare(const casus_scan *scan, casus_count *count)
{
    const casus_count *before = casus_quantity__before(scan, 0);
    bool same = before != NULL && before->begin >= scan->begin;
    bool near = before != NULL && before->end + FARTHEST_BEFORE > count->begin;
    bool thereof = near && is_thereof(scan, count->begin);
    if (count->kind == CASUS_COUNT_ALL && scan->view->word[count->number].deprel == CASUS_DEPREL_CC) {
        return false; /* 'both A and B' */
    }
    if (count->pronoun && count->kind == CASUS_COUNT_VAGUE && count->low < LEAST_OF_THEM) {
        return false; /* 'many of them' */
    }
    count->class_of = CASUS_ITEM_PEOPLE;
    count->item = CASUS_STR("person");
    if ((same && count->kind != CASUS_COUNT_NOBODY &&
         (before->class_of == CASUS_ITEM_PEOPLE || before->class_of == CASUS_ITEM_PLACE ||
          is_things(before->class_of))) ||
        (near && (count->pronoun || thereof || count->kind == CASUS_COUNT_ALL))) {
        count->class_of = before->class_of;
        count->item = before->item;
    }
    if (count->apposed.len > 0) {
        count->class_of = CASUS_ITEM_PEOPLE;
        count->item = count->apposed;
    }
    casus_quantity__outcome(scan, count);
    if (count->apposed.len > 0 && !count->found && same) {
        count->outcome = before->outcome;
        count->found = before->found;
    }
    if (!count->found && same && !count->pronoun && count->class_of != CASUS_ITEM_PEOPLE) {
        count->class_of = CASUS_ITEM_PEOPLE;
        count->item = CASUS_STR("person");
        casus_quantity__outcome(scan, count);
    }
    count->rule = "bare";
    if (thereof && !count->found) {
        count->outcome = before->outcome;
        return before->outcome != CASUS_OUTCOME_NONE;
    }
    return (count->found && (count->outcome != CASUS_OUTCOME_NONE || count->among || thereof)) ||
           (count->pronoun && near && count->class_of != CASUS_ITEM_OTHER) ||
           (count->kind <= CASUS_COUNT_VAGUE && casus_quantity__toll(scan, count));
}

/* What is said of one thing is told only where it is a person or weapon, or something became of it. */
static bool is_worth(const casus_count *count)
{
    bool told = count->outcome != CASUS_OUTCOME_NONE;
    switch (count->kind) {
    case CASUS_COUNT_ARTICLE:
        return count->class_of == CASUS_ITEM_EQUIPMENT || count->class_of == CASUS_ITEM_MUNITION ||
               (told && (count->class_of == CASUS_ITEM_PEOPLE || count->class_of == CASUS_ITEM_BUILDING));
    case CASUS_COUNT_THE:
        return told && !count->told_by_noun &&
               (count->class_of == CASUS_ITEM_PEOPLE || count->class_of == CASUS_ITEM_EQUIPMENT ||
                count->class_of == CASUS_ITEM_BUILDING);
    case CASUS_COUNT_ZERO:
        return told || (count->plural && (count->class_of == CASUS_ITEM_PEOPLE || is_things(count->class_of)));
    default:
        return told || count->item.ptr != NULL;
    }
}

/* 'Three soldiers died and nine were wounded': what the clause says of a number, not whom it counts. */
static bool is_predicate(const casus_view *view, const casus_count *count)
{
    const casus_view_word *word = &view->word[count->noun];
    bool verbal = word->upos == CASUS_UPOS_ADJ || word->upos == CASUS_UPOS_VERB;
    bool nominal = word->deprel == CASUS_DEPREL_OBJ || word->deprel == CASUS_DEPREL_NSUBJ ||
                   word->deprel == CASUS_DEPREL_NSUBJ_PASS || word->deprel == CASUS_DEPREL_OBL ||
                   word->deprel == CASUS_DEPREL_NMOD ||
                   (word->deprel == CASUS_DEPREL_CONJ && word->head != CASUS_NO_WORD &&
                    view->word[word->head].upos != CASUS_UPOS_VERB && view->word[word->head].upos != CASUS_UPOS_ADJ);
    return verbal && !nominal && casus_str_eq(count->item, CASUS_STR("person")) && count->outcome != 0;
}

/* *next is where to go on if this is none. */
static bool read_count(casus_scan *scan, uint32_t w, casus_count *count, uint32_t *next)
{
    *next = w + 1;
    if (!casus_quantity__value(scan, w, count) || !casus_quantity__noun(scan, count)) {
        return false;
    }
    if (casus_quantity__is_other(scan, count)) {
        *next = count->kind == CASUS_COUNT_NUMBER ? count->end : *next; /* all of '$1 million' */
        return false;
    }
    uint8_t dead = CASUS_OUTCOME_NONE;
    count->among = is_among(scan, count->begin, &dead);
    if (count->noun == CASUS_NO_WORD) {
        return count->kind <= CASUS_COUNT_ALL && count->kind != CASUS_COUNT_ZERO && take_bare(scan, count);
    }
    if (count->class_of == CASUS_ITEM_TOLL) {
        return false;
    }
    casus_quantity__outcome(scan, count);
    const casus_count *before = casus_quantity__before(scan, 0);
    bool after_people = before != NULL && before->begin >= scan->begin && before->class_of == CASUS_ITEM_PEOPLE;
    if (after_people && ((count->among && count->of_people) || is_predicate(scan->view, count))) {
        count->item = before->item; /* 'soldiers, among them nine Kenyans'; 'three soldiers dead and nine wounded' */
    }
    if (count->among && dead != CASUS_OUTCOME_NONE) {
        count->outcome = dead;
    }
    count->rule = count->kind == CASUS_COUNT_VAGUE                                       ? "vague"
                  : count->kind == CASUS_COUNT_ARTICLE || count->kind == CASUS_COUNT_THE ? "article"
                                                                                         : "count";
    return is_worth(count);
}

/* Whether nothing but commas and conjunctions stands between two counts. */
static bool is_listed(const casus_scan *scan, const casus_count *later, const casus_count *before)
{
    uint32_t w = before->noun != CASUS_NO_WORD && before->noun >= before->end ? before->noun + 1 : before->end;
    bool conjunction = false;
    for (; w < later->begin; w++) {
        unsigned upos = scan->view->word[w].upos;
        if (upos != CASUS_UPOS_PUNCT && upos != CASUS_UPOS_CCONJ) {
            return false;
        }
        conjunction = true;
    }
    return conjunction;
}

/* 'two soldiers and three civilians killed': what the last conjunct is told of holds for those before it. */
static void tell_conjuncts(casus_scan *scan, const casus_count *count)
{
    uint32_t room = sizeof scan->last / sizeof scan->last[0];
    const casus_count *later = count;
    if (!count->found || count->told_by_noun || count->among) {
        return;
    }
    for (uint32_t back = 0; back < room && back < scan->n_last; back++) {
        casus_count *before = &scan->last[(scan->n_last - 1 - back) % room];
        if (before->begin < scan->begin || before->found || before->class_of > CASUS_ITEM_PLACE ||
            (before->class_of == CASUS_ITEM_PEOPLE) != (count->class_of == CASUS_ITEM_PEOPLE) ||
            !(is_listed(scan, later, before) ||
              (back == 0 ? casus_quantity__continues(scan, later, before)
                         : scan->view->word[before->top].deprel == CASUS_DEPREL_CONJ ||
                               scan->view->word[later->top].head == before->top))) {
            break;
        }
        before->outcome = count->outcome;
        scan->view->doc->quantity[scan->view->doc->n_quantity - 1 - back].outcome =
            casus_outcome_name((casus_outcome)count->outcome);
        later = before;
    }
}

static casus_status keep(casus_scan *scan, casus_count *count, uint32_t *room, casus_error *err)
{
    casus_doc *doc = scan->view->doc;
    tell_conjuncts(scan, count);
    if (doc->n_quantity == *room) {
        *room = *room == 0 ? 32 : *room * 2;
        casus_quantity *grown = CASUS_NEW(&doc->arena, casus_quantity, *room);
        if (grown == NULL) {
            return casus_arena_fail(&doc->arena, err);
        }
        if (doc->n_quantity > 0) {
            memcpy(grown, doc->quantity, doc->n_quantity * sizeof *grown);
        }
        doc->quantity = grown;
    }
    uint32_t end = count->noun != CASUS_NO_WORD && count->noun >= count->end ? count->noun + 1 : count->end;
    casus_quantity *q = &doc->quantity[doc->n_quantity++];
    *q = (casus_quantity){.text = casus_view_span(scan->view, count->begin, end),
                          .word_begin = count->begin,
                          .word_end = end,
                          .head = count->noun != CASUS_NO_WORD ? count->noun : count->number,
                          .item = count->item,
                          .outcome = casus_outcome_name((casus_outcome)count->outcome),
                          .low = count->low,
                          .best = count->best,
                          .high = count->high,
                          .side = casus_quantity__side(scan, count),
                          .rule = casus_str_of(count->rule)};
    casus_quantity__scope(scan, count, q);
    scan->last[scan->n_last++ % (sizeof scan->last / sizeof scan->last[0])] = *count;
    return CASUS_OK;
}

/* 'dozens of dead and wounded': the second noun has the same value. */
static bool read_shared(const casus_scan *scan, const casus_count *first, casus_count *count)
{
    uint32_t w = first->noun + 2;
    if (first->kind != CASUS_COUNT_VAGUE || !first->told_by_noun || first->noun == CASUS_NO_WORD || w >= scan->end ||
        scan->view->word[w - 1].upos != CASUS_UPOS_CCONJ) {
        return false;
    }
    const casus_item *item = casus_quantity__item(scan, w, w);
    if (item == NULL || item->class_of != CASUS_ITEM_PEOPLE || item->outcome == CASUS_OUTCOME_NONE) {
        return false;
    }
    *count = *first;
    count->begin = count->end = count->number = count->noun = count->top = w;
    count->item = item->name;
    count->outcome = (uint8_t)item->outcome;
    return true;
}

static casus_status search_sentence(casus_scan *scan, uint32_t *room, casus_error *err)
{
    casus_status st = CASUS_OK;
    uint32_t w = scan->begin;
    casus_quantity__find_totals(scan);
    while (w < scan->end) {
        casus_count count;
        uint32_t next = 0;
        if (!read_count(scan, w, &count, &next)) {
            w = next;
            continue;
        }
        CASUS_TRY(keep(scan, &count, room, err));
        casus_count shared;
        if (read_shared(scan, &count, &shared)) {
            CASUS_TRY(keep(scan, &shared, room, err));
            count = shared;
        }
        w = count.noun != CASUS_NO_WORD && count.noun >= count.end ? count.noun + 1 : count.end;
    }
done:
    return st;
}

casus_status casus_extract__quantities(casus_view *view, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_doc *doc = view->doc;
    casus_scan scan = {.view = view, .figures = &view->pack->figures};
    uint32_t room = 0;
    doc->n_quantity = 0;
    uint32_t *form = CASUS_NEW(view->scratch, uint32_t, (size_t)doc->n_word + 1);
    if (form == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    for (uint32_t w = 0; w < doc->n_word; w++) {
        form[w] = view->word[w].form;
    }
    scan.form = form;
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        scan.begin = doc->sentence[s].word_begin;
        scan.end = doc->sentence[s].word_end;
        CASUS_TRY(search_sentence(&scan, &room, err));
    }
done:
    return st;
}
