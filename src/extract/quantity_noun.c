/* What is counted: see quantity.h. */
#include "extract/quantity.h"

#include <stdio.h>
#include <unicode/uchar.h>

enum { LONGEST_PHRASE = 10, LONGEST_ITEM = 4 };

static bool is_nominal(unsigned upos)
{
    return upos == CASUS_UPOS_NOUN || upos == CASUS_UPOS_PROPN;
}

/* A sign that may stand within a noun phrase: a quote, a hyphen. */
static bool is_inner_sign(const casus_view *view, uint32_t w)
{
    casus_str form = view->doc->word[w].form;
    unsigned char first = form.len == 0 ? 0 : (unsigned char)form.ptr[0];
    return view->word[w].upos == CASUS_UPOS_PUNCT && form.len <= 3 &&
           (first == '"' || first == '\'' || first == '-' || (first >= 0x80 && form.len >= 2));
}

/* The text of [begin, w], the last word as its lemma or its form, as one key; absent if it is too long. */
static casus_str phrase_key(const casus_view *view, uint32_t begin, uint32_t w, bool lemma, char key[CASUS_PACK_KEY])
{
    casus_span span = casus_view_span(view, begin, w + 1);
    casus_str text = casus_str_slice(view->doc->text, span.begin, span.end);
    casus_str last = view->doc->word[w].lemma;
    size_t left = view->doc->word[w].text.begin - span.begin;
    if (!lemma) {
        return text.len < CASUS_PACK_KEY ? text : CASUS_STR_NULL;
    }
    if (last.ptr == NULL || left + last.len >= CASUS_PACK_KEY) {
        return CASUS_STR_NULL;
    }
    memcpy(key, text.ptr, left);
    memcpy(key + left, last.ptr, last.len);
    return (casus_str){key, left + last.len};
}

const casus_item *casus_quantity__item(const casus_scan *scan, uint32_t w, uint32_t from)
{
    const casus_view *view = scan->view;
    char key[CASUS_PACK_KEY];
    uint32_t begin = w + 1 - from > LONGEST_ITEM ? w + 1 - LONGEST_ITEM : from;
    for (; begin < w; begin++) {
        for (int lemma = 1; lemma >= 0; lemma--) {
            casus_str phrase = phrase_key(view, begin, w, lemma != 0, key);
            const casus_item *item = phrase.ptr == NULL ? NULL : casus_figure_item_whole(scan->figures, phrase);
            if (item != NULL) {
                return item;
            }
        }
    }
    casus_str form = view->doc->word[w].form;
    casus_str lemma = view->doc->word[w].lemma;
    const casus_item *item = casus_figure_item_whole(scan->figures, form);
    if (item == NULL && lemma.ptr != NULL) {
        item = casus_figure_item(scan->figures, lemma);
    }
    return item != NULL ? item : casus_figure_item(scan->figures, form);
}

/* Behind or before a hyphen without a space: part of a word like 'burned-out'. */
static bool is_hyphenated(const casus_scan *scan, uint32_t w)
{
    const casus_word *word = scan->view->doc->word;
    return (w > scan->begin + 1 && is_inner_sign(scan->view, w - 1) && word[w - 1].text.end == word[w].text.begin &&
            word[w - 2].text.end == word[w - 1].text.begin) ||
           (w + 1 < scan->end && is_inner_sign(scan->view, w + 1) && word[w].text.end == word[w + 1].text.begin &&
            word[w + 1].form.ptr[0] == '-');
}

/* Whether a word may stand between a number and the noun that it counts. */
static bool is_inside(const casus_scan *scan, uint32_t w)
{
    const casus_view_word *word = &scan->view->word[w];
    switch (word->upos) {
    case CASUS_UPOS_ADJ:
    case CASUS_UPOS_NOUN:
    case CASUS_UPOS_PROPN:
    case CASUS_UPOS_ADV:
    case CASUS_UPOS_X:
    case CASUS_UPOS_SYM:
    case CASUS_UPOS_NUM:
        return true;
    case CASUS_UPOS_VERB:
        return word->deprel == CASUS_DEPREL_AMOD || word->deprel == CASUS_DEPREL_COMPOUND || is_hyphenated(scan, w);
    case CASUS_UPOS_PUNCT:
        return is_inner_sign(scan->view, w);
    default:
        return is_hyphenated(scan, w);
    }
}

/* The noun that the words alone show: the end of the run of attributes and nouns behind `from`. */
static uint32_t noun_by_words(const casus_scan *scan, uint32_t from)
{
    const casus_view_word *word = scan->view->word;
    uint32_t noun = CASUS_NO_WORD;
    int value = 0;
    for (uint32_t w = from; w < scan->end && w < from + LONGEST_PHRASE; w++) {
        bool participle = word[w].upos == CASUS_UPOS_VERB && w + 1 < scan->end && is_nominal(word[w + 1].upos);
        if ((!is_inside(scan, w) && !participle) || word[w].taken) {
            break;
        }
        casus_term_class term = casus_pack_term(scan->view->pack, scan->view->doc->word[w].form, &value);
        if (term == CASUS_TERM_MONTH || term == CASUS_TERM_WEEKDAY) {
            break;
        }
        if (is_nominal(word[w].upos)) {
            noun = w;
            if (scan->figures->joined_compounds && word[w].upos == CASUS_UPOS_NOUN) {
                break;
            }
        } else if (noun != CASUS_NO_WORD && !is_inner_sign(scan->view, w)) {
            break;
        }
    }
    return noun;
}

/* The noun that the tree has the number's words count, if only what may stand in one phrase is between. */
static uint32_t noun_by_tree(const casus_scan *scan, const casus_count *count)
{
    const casus_view_word *word = scan->view->word;
    uint32_t noun = CASUS_NO_WORD;
    for (uint32_t w = count->begin; w < count->end && noun == CASUS_NO_WORD; w++) {
        uint32_t head = word[w].head;
        if (head != CASUS_NO_WORD && head >= count->end && head < scan->end && head < count->end + LONGEST_PHRASE &&
            (is_nominal(word[head].upos) || word[head].upos == CASUS_UPOS_ADJ)) {
            noun = head;
        }
    }
    for (unsigned steps = 0; noun != CASUS_NO_WORD && steps < LONGEST_PHRASE; steps++) {
        uint32_t head = word[noun].head;
        unsigned rel = word[noun].deprel;
        if (head == CASUS_NO_WORD || head < noun || head >= count->end + LONGEST_PHRASE ||
            !is_nominal(word[head].upos) ||
            (rel != CASUS_DEPREL_COMPOUND && rel != CASUS_DEPREL_AMOD && rel != CASUS_DEPREL_FLAT)) {
            break;
        }
        noun = head;
    }
    for (uint32_t w = count->end; noun != CASUS_NO_WORD && w < noun; w++) {
        noun = is_inside(scan, w) ? noun : CASUS_NO_WORD;
    }
    return noun;
}

/* 'two ISIL-held buildings': a name, or an adjective that the tree took for the noun, goes before the noun. */
static uint32_t behind_name(const casus_scan *scan, uint32_t noun)
{
    const casus_view_word *word = scan->view->word;
    if (noun + 1 >= scan->end || word[noun].upos == CASUS_UPOS_NOUN) {
        return noun;
    }
    uint32_t further = noun_by_words(scan, noun + 1);
    bool known = word[noun].upos != CASUS_UPOS_PROPN && casus_quantity__item(scan, noun, noun) != NULL;
    return further == CASUS_NO_WORD || known || word[further].upos != CASUS_UPOS_NOUN ? noun : further;
}

/* An adjective or participle that is used as a noun of the table: 'the dead', 'gewonden'. */
static uint32_t noun_of_table(const casus_scan *scan, uint32_t from)
{
    const casus_view_word *word = scan->view->word;
    uint32_t last = CASUS_NO_WORD;
    for (uint32_t w = from; w < scan->end && w < from + 3; w++) {
        unsigned upos = word[w].upos;
        const casus_item *item = upos == CASUS_UPOS_ADJ || upos == CASUS_UPOS_VERB || upos == CASUS_UPOS_ADV
                                     ? casus_quantity__item(scan, w, w)
                                     : NULL;
        if (item != NULL && item->class_of == CASUS_ITEM_PEOPLE) {
            last = w;
        } else if (upos != CASUS_UPOS_ADJ && upos != CASUS_UPOS_ADV && !is_inner_sign(scan->view, w)) {
            break;
        }
    }
    return last;
}

static uint32_t noun_behind(const casus_scan *scan, uint32_t from)
{
    uint32_t noun = noun_by_words(scan, from);
    return noun != CASUS_NO_WORD ? noun : noun_of_table(scan, from);
}

/* The modifier that the word `w` is by itself. */
static const casus_modifier *first_word_of(const casus_scan *scan, uint32_t w)
{
    uint32_t len = 0;
    uint32_t found = casus_lexicon_longest(&scan->figures->modifiers, scan->form + w, NULL, 1, &len);
    return found == CASUS_NO_VALUE ? NULL : &scan->figures->modifier[found];
}

/* 'three of the soldiers', 'dozens of them': moves *from behind the word between. False: there is none. */
static bool read_partitive(const casus_scan *scan, casus_count *count, uint32_t *from)
{
    const casus_view_word *word = scan->view->word;
    uint32_t len = 0;
    uint32_t at = count->end;
    while (at < scan->end && is_inner_sign(scan->view, at)) {
        at++;
    }
    const casus_modifier *of = casus_quantity__modifier(scan, at, &len);
    if (of != NULL && of->class_of == CASUS_MODIFIER_AMONG) { /* 'two of whom': a term of its own elsewhere */
        of = first_word_of(scan, at);
        len = 1;
    }
    if (of == NULL || of->class_of != CASUS_MODIFIER_OF || at + len >= scan->end) {
        return false;
    }
    at += len;
    bool determined = false;
    while (at < scan->end && (word[at].upos == CASUS_UPOS_DET || word[at].upos == CASUS_UPOS_NUM ||
                              (word[at].upos == CASUS_UPOS_PRON && word[at].deprel == CASUS_DEPREL_NMOD_POSS))) {
        determined = true;
        at++;
    }
    if (at < scan->end && word[at].upos == CASUS_UPOS_PRON) {
        count->pronoun = true;
        *from = at + 1;
        return true;
    }
    uint32_t noun = noun_behind(scan, at);
    if (noun == CASUS_NO_WORD || (!determined && count->kind == CASUS_COUNT_NUMBER &&
                                  !casus_view_has(scan->view, noun, CASUS_STR("Number=Plur")))) {
        return false;
    }
    *from = at;
    return true;
}

/* The people of a country or place: 'fifty Russians'. */
static bool is_people_name(const casus_view *view, uint32_t w)
{
    uint32_t lo = 0;
    uint32_t hi = view->doc->n_place;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (view->doc->place[mid].word_end <= w) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < view->doc->n_place && view->doc->place[lo].adjective && view->doc->place[lo].word_begin <= w;
}

/* The last word of a name like 'F-16' that begins at `w`. */
static uint32_t last_of_name(const casus_scan *scan, uint32_t w)
{
    const casus_word *word = scan->view->doc->word;
    uint32_t last = w;
    while (last + 1 < scan->end && last < w + 3 && word[last].text.end == word[last + 1].text.begin &&
           (is_inner_sign(scan->view, last + 1) || is_inner_sign(scan->view, last))) {
        last++;
    }
    return last;
}

static bool begins_small(casus_str s)
{
    return s.len > 0 && ((s.ptr[0] >= 'a' && s.ptr[0] <= 'z') || (unsigned char)s.ptr[0] >= 0x80);
}

/* Item and class of count->noun. */
static void name_item(const casus_scan *scan, casus_count *count)
{
    const casus_view *view = scan->view;
    const casus_word *word = &view->doc->word[count->noun];
    const casus_item *item =
        casus_quantity__item(scan, count->noun, count->end < count->noun ? count->end : count->noun);
    count->class_of = CASUS_ITEM_OTHER;
    if (item != NULL) {
        count->item = item->name;
        count->class_of = (uint8_t)item->class_of;
        count->outcome = (uint8_t)item->outcome;
        return;
    }
    uint32_t model = last_of_name(scan, count->noun);
    item = model > count->noun
               ? casus_figure_item_whole(scan->figures, phrase_key(view, count->noun, model, false, NULL))
               : NULL;
    if (item != NULL) {
        count->item = item->name;
        count->class_of = (uint8_t)item->class_of;
        return;
    }
    bool name = view->word[count->noun].capital && count->noun > scan->begin;
    if (name && (is_people_name(view, count->noun) || casus_view_has(view, count->noun, CASUS_STR("Number=Plur")))) {
        count->item = CASUS_STR("person");
        count->class_of = CASUS_ITEM_PEOPLE;
        count->of_people = true;
    } else if (scan->figures->lemma_is_item && !name && word->lemma.ptr != NULL && begins_small(word->lemma)) {
        count->item = word->lemma;
    }
}

/* One thing, told by an article: the tree alone, which is cheap for a frequent word. */
static bool read_single(const casus_scan *scan, casus_count *count)
{
    const casus_view *view = scan->view;
    count->noun = noun_by_tree(scan, count);
    if (count->noun == CASUS_NO_WORD && count->kind == CASUS_COUNT_ARTICLE) {
        count->noun = noun_by_words(scan, count->end);
    }
    if (count->noun == CASUS_NO_WORD) {
        return false;
    }
    count->noun = behind_name(scan, count->noun);
    unsigned upos = view->word[count->noun].upos;
    if (count->kind == CASUS_COUNT_THE && view->word[count->noun].capital) {
        return false; /* 'the National Guard' */
    }
    return (is_nominal(upos) ||
            (upos == CASUS_UPOS_ADJ && casus_quantity__item(scan, count->noun, count->noun) != NULL)) &&
           (count->kind == CASUS_COUNT_ARTICLE || !casus_view_has(view, count->noun, CASUS_STR("Number=Plur")));
}

/* 'Eleven of them civilians': the noun right behind says who they are. */
static void name_apposed(const casus_scan *scan, casus_count *count)
{
    uint32_t w = count->end;
    bool noun = w < scan->end && scan->view->word[w].upos == CASUS_UPOS_NOUN;
    const casus_item *item = noun ? casus_quantity__item(scan, w, w) : NULL;
    if (item != NULL && item->class_of == CASUS_ITEM_PEOPLE) {
        count->apposed = item->name;
        count->end = w + 1;
    }
}

bool casus_quantity__noun(const casus_scan *scan, casus_count *count)
{
    uint32_t from = count->end;
    if (count->kind == CASUS_COUNT_ARTICLE || count->kind == CASUS_COUNT_THE) {
        if (!read_single(scan, count)) {
            return false;
        }
    } else if (read_partitive(scan, count, &from)) {
        if (count->pronoun) {
            count->end = from;
            name_apposed(scan, count);
            return true;
        }
        count->noun = noun_behind(scan, from);
    } else if (count->kind != CASUS_COUNT_NOBODY) {
        count->noun = noun_by_tree(scan, count);
        if (count->noun == CASUS_NO_WORD) {
            count->noun = noun_behind(scan, from);
        }
        if (count->noun != CASUS_NO_WORD) {
            count->noun = behind_name(scan, count->noun);
        }
    }
    if (count->noun != CASUS_NO_WORD) {
        name_item(scan, count);
        count->plural = casus_view_has(scan->view, count->noun, CASUS_STR("Number=Plur")) ||
                        scan->view->word[count->noun].upos == CASUS_UPOS_ADJ;
    }
    return count->kind != CASUS_COUNT_ALL || count->noun == CASUS_NO_WORD || count->plural;
}
