/* Learning lemmas: see lemma.h. */
#include "train/lemma.h"

#include "base/utf8.h"
#include "syntax/lemma.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/uchar.h>

enum { LONGEST_DROP = 4, DROP_COST = 2, LEAST_WORDS = 2 };

/* Levels of the list: endings by their length, then whole words by part of speech, then by tag. */
enum { LEVEL_UPOS = CASUS_LEMMA_ENDING + 1, LEVEL_TAG };

/* Characters at the front that both have, in bytes. */
static size_t shared(casus_str a, casus_str b)
{
    size_t at = 0;
    while (at < a.len && at < b.len) {
        size_t next = at;
        (void)casus_utf8_next(a.ptr, a.len, &next);
        if (next > b.len || memcmp(a.ptr + at, b.ptr + at, next - at) != 0) {
            break;
        }
        at = next;
    }
    return at;
}

/* The edit from `base` to `lemma` behind their shared front: its cost in characters. */
static size_t edit_cost(casus_str base, casus_str lemma, size_t front)
{
    return casus_utf8_count(base.ptr + front, base.len - front) +
           casus_utf8_count(lemma.ptr + front, lemma.len - front);
}

/* Finds the best string to drop from `base`: its place and length; 0 length if dropping does not pay. */
static casus_str best_drop(casus_str base, casus_str lemma, size_t *cost)
{
    casus_str best = {base.ptr, 0};
    size_t front = shared(base, lemma);
    *cost = edit_cost(base, lemma, front);
    for (size_t at = 0; at <= front && at < base.len; at++) {
        for (size_t len = 1; len <= LONGEST_DROP && at + len < base.len; len++) {
            char text[CASUS_LEMMA_ROOM];
            if (((unsigned char)base.ptr[at] & 0xC0) == 0x80 || ((unsigned char)base.ptr[at + len] & 0xC0) == 0x80 ||
                memchr(base.ptr + at, '|', len) != NULL) {
                continue;
            }
            casus_lemma_rule rule = {
                .capitals = CASUS_CAPITALS_KEEP, .drop = {base.ptr + at, len}, .add = CASUS_STR("")};
            casus_str rest = {text, casus_lemma_apply(&rule, base, text)};
            size_t kept = shared(rest, lemma);
            /* The drop must free letters behind it that the lemma has too. */
            if (rest.len == 0 || kept < at + 2) {
                continue;
            }
            size_t now = edit_cost(rest, lemma, kept) + DROP_COST;
            if (now < *cost) {
                *cost = now;
                best = rule.drop;
            }
        }
    }
    return best;
}

static bool has_upper(casus_str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c = casus_utf8_next(s.ptr, s.len, &at);
        if (u_isupper((UChar32)c)) {
            return true;
        }
    }
    return false;
}

bool train_lemma_rule(casus_str form, casus_str lemma, char rule[TRAIN_RULE_ROOM])
{
    static const casus_capitals all[] = {CASUS_CAPITALS_LOWER, CASUS_CAPITALS_KEEP, CASUS_CAPITALS_TITLE};
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < 3; i++) {
        char spelt[CASUS_LEMMA_ROOM];
        char text[CASUS_LEMMA_ROOM];
        size_t cost = 0;
        casus_str base = {spelt, casus_lemma_spell(form, all[i], spelt)};
        if (base.len == 0 || lemma.len > CASUS_LEMMA_ROOM / 2 ||
            (all[i] != CASUS_CAPITALS_LOWER && !has_upper(lemma))) {
            continue;
        }
        casus_lemma_rule made = {
            .capitals = CASUS_CAPITALS_KEEP, .drop = best_drop(base, lemma, &cost), .add = CASUS_STR("")};
        casus_str rest = {text, casus_lemma_apply(&made, base, text)};
        size_t kept = shared(rest, lemma);
        if (cost < best) {
            best = cost;
            (void)snprintf(rule, TRAIN_RULE_ROOM, "%c|%.*s|%zu|%.*s", (char)all[i], CASUS_STR_ARG(made.drop),
                           casus_utf8_count(rest.ptr + kept, rest.len - kept), (int)(lemma.len - kept),
                           lemma.ptr + kept);
        }
    }
    return best != SIZE_MAX;
}

/* How often a key's words follow a rule. */
typedef struct vote {
    uint32_t key, rule, count;
} vote;

typedef struct word_seen {
    casus_str low;                    /* in small letters */
    uint32_t tag, first, rule, count; /* first: tag with its part of speech */
    casus_lemma_look look;
} word_seen;

typedef struct learning {
    train_lemmas *lemmas;
    const train_vocab *vocab;
    casus_arena *arena;
    casus_map rule_of; /* rule -> its number */
    casus_map seen;    /* tag, rule, look, low -> number in word */
    word_seen *word;
    uint32_t n_word, word_room;
    casus_map decided; /* four bytes of key -> rule */
} learning;

static uint32_t number_of_rule(learning *l, const char *text)
{
    casus_str rule = casus_str_of(text);
    const uint32_t *had = casus_map_get(&l->rule_of, rule);
    if (had != NULL) {
        return *had;
    }
    casus_str kept = casus_arena_str(l->arena, rule);
    uint32_t number = l->lemmas->n_rule;
    if (kept.ptr == NULL || !casus_map_set(&l->rule_of, kept, number, NULL, l->arena)) {
        return UINT32_MAX;
    }
    l->lemmas->n_rule++;
    return number;
}

/* Tags are 'upos, tab, feats'. */
static bool same_upos(casus_str a, casus_str b)
{
    size_t n = 0;
    while (n < a.len && n < b.len && a.ptr[n] == b.ptr[n] && a.ptr[n] != '\t') {
        n++;
    }
    return n < a.len && n < b.len && a.ptr[n] == '\t' && b.ptr[n] == '\t';
}

static bool see(learning *l, casus_str form, uint32_t tag, casus_str lemma, uint32_t count)
{
    const casus_str *name = l->vocab->tag;
    uint32_t first = tag;
    char rule[TRAIN_RULE_ROOM];
    char key[CASUS_LEMMA_ROOM + 12];
    if (!train_lemma_rule(form, lemma, rule)) {
        return true;
    }
    uint32_t number = number_of_rule(l, rule);
    size_t len = casus_lemma_spell(form, CASUS_CAPITALS_LOWER, key + 12);
    casus_lemma_look look = casus_lemma_look_of(form);
    uint32_t look_number = (uint32_t)look;
    memcpy(key, &tag, 4);
    memcpy(key + 4, &number, 4);
    memcpy(key + 8, &look_number, 4);
    const uint32_t *had = casus_map_get(&l->seen, (casus_str){key, len + 12});
    if (had != NULL) {
        l->word[*had].count += count;
        return true;
    }
    if (l->n_word == l->word_room) {
        uint32_t room = l->word_room * 2 + 4096;
        word_seen *more = casus_arena_room(l->arena, room * sizeof *more);
        if (more == NULL) {
            return false;
        }
        if (l->n_word > 0) {
            memcpy(more, l->word, l->n_word * sizeof *more);
        }
        l->word = more;
        l->word_room = room;
    }
    casus_str kept = casus_arena_str(l->arena, (casus_str){key, len + 12});
    if (kept.ptr == NULL || !casus_map_set(&l->seen, kept, l->n_word, NULL, l->arena)) {
        return false;
    }
    while (first > 0 && same_upos(name[first - 1], name[tag])) {
        first--;
    }
    l->word[l->n_word++] = (word_seen){
        .first = first, .low = {kept.ptr + 12, len}, .tag = tag, .rule = number, .count = count, .look = look};
    return true;
}

/* The word as it stands, and, counting little, as headlines would spell it. */
static bool see_spellings(learning *l, casus_str form, uint32_t tag, casus_str lemma)
{
    enum { AS_IT_STANDS = 16 };
    char room[CASUS_LEMMA_ROOM];
    casus_lemma_look look = casus_lemma_look_of(form);
    bool done = see(l, form, tag, lemma, AS_IT_STANDS);
    if (done && look == CASUS_LOOKS_SMALL) {
        casus_str titled = {room, casus_lemma_spell(form, CASUS_CAPITALS_TITLE, room)};
        done = titled.len == 0 || casus_str_eq(titled, form) || see(l, titled, tag, lemma, 1);
    }
    if (done && look != CASUS_LOOKS_CAPITAL) {
        casus_str capital = {room, casus_lemma_spell(form, CASUS_CAPITALS_UPPER, room)};
        done =
            capital.len == 0 || casus_lemma_look_of(capital) != CASUS_LOOKS_CAPITAL || see(l, capital, tag, lemma, 1);
    }
    return done;
}

static int by_key(const void *a, const void *b)
{
    const vote *x = a;
    const vote *y = b;
    return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : (x->rule > y->rule) - (x->rule < y->rule);
}

/* The key of a word at a level; false if it has none. */
static bool key_at(const word_seen *word, uint32_t level, uint32_t *key)
{
    if (level > CASUS_LEMMA_ENDING) {
        *key = level == LEVEL_UPOS ? casus_lemma_key(CASUS_SCOPE_UPOS, word->first, word->look, word->low)
                                   : casus_lemma_key(CASUS_SCOPE_TAG, word->tag, word->look, word->low);
        return true;
    }
    size_t len = casus_lemma_ending(word->low, level);
    if (level > 0 && len == casus_lemma_ending(word->low, level - 1)) {
        return false; /* the word is shorter */
    }
    casus_str ending = {word->low.ptr + word->low.len - len, len};
    *key = casus_lemma_key(CASUS_SCOPE_ENDING, word->tag, word->look, ending);
    return true;
}

static const uint32_t *decision(const learning *l, uint32_t key)
{
    return casus_map_get(&l->decided, (casus_str){(const char *)&key, 4});
}

/* What the list so far, up to the level before, tells of the word. */
static uint32_t decide(const learning *l, const word_seen *word, uint32_t level)
{
    for (uint32_t k = level; k-- > 0;) {
        uint32_t key = 0;
        const uint32_t *rule = key_at(word, k, &key) ? decision(l, key) : NULL;
        if (rule != NULL) {
            return *rule;
        }
    }
    return UINT32_MAX;
}

static bool store(learning *l, uint32_t key, uint32_t rule)
{
    uint32_t *kept = CASUS_NEW(l->arena, uint32_t, 1);
    if (kept == NULL) {
        return false;
    }
    *kept = key;
    return casus_map_set(&l->decided, (casus_str){(const char *)kept, 4}, rule, NULL, l->arena);
}

/* Endings of a level whose commonest rule is not what shorter ones tell. Words count once, but whole words by use. */
static bool learn_level(learning *l, uint32_t level)
{
    bool whole = level > CASUS_LEMMA_ENDING;
    vote *votes = casus_arena_room(l->arena, (l->n_word + 1) * sizeof *votes);
    uint32_t n = 0;
    if (votes == NULL) {
        return false;
    }
    casus_map now = {0}; /* key -> what shorter endings tell */
    for (uint32_t w = 0; w < l->n_word; w++) {
        uint32_t key = 0;
        if (!key_at(&l->word[w], level, &key)) {
            continue;
        }
        votes[n++] = (vote){key, l->word[w].rule, whole ? l->word[w].count : 1};
        uint32_t told = decide(l, &l->word[w], level);
        const uint32_t *before = casus_map_get(&now, (casus_str){(const char *)&key, 4});
        if (before != NULL && *before != told) { /* words with other tags are told otherwise */
            (void)casus_map_set(&now, (casus_str){(const char *)&key, 4}, UINT32_MAX, NULL, l->arena);
        } else if (before == NULL) {
            uint32_t *kept = CASUS_NEW(l->arena, uint32_t, 1);
            if (kept == NULL) {
                return false;
            }
            *kept = key;
            if (!casus_map_set(&now, (casus_str){(const char *)kept, 4}, told, NULL, l->arena)) {
                return false;
            }
        }
    }
    qsort(votes, n, sizeof *votes, by_key);
    for (uint32_t i = 0; i < n;) {
        uint32_t key = votes[i].key;
        uint32_t best = UINT32_MAX;
        uint32_t most = 0;
        uint32_t of_old = 0;
        uint32_t words = 0;
        uint32_t old = *casus_map_get(&now, (casus_str){(const char *)&key, 4});
        while (i < n && votes[i].key == key) {
            uint32_t rule = votes[i].rule;
            uint32_t count = 0;
            for (; i < n && votes[i].key == key && votes[i].rule == rule; i++) {
                count += votes[i].count;
                words++;
            }
            of_old = rule == old ? count : of_old;
            if (count > most) {
                most = count;
                best = rule;
            }
        }
        bool enough = whole || level == 0 || words >= LEAST_WORDS;
        if (best != old && most > of_old && enough && !store(l, key, best)) {
            return false;
        }
    }
    return true;
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static int by_ending(const void *a, const void *b)
{
    uint32_t x = ((const casus_ending *)a)->key;
    uint32_t y = ((const casus_ending *)b)->key;
    return (x > y) - (x < y);
}

/* The particle of the word `w`, if it has one. */
static const casus_word *particle_of(const casus_doc *doc, const casus_sentence *s, uint32_t w)
{
    for (uint32_t i = s->word_begin; i < s->word_end; i++) {
        if (doc->word[i].head == w && casus_str_eq(doc->word[i].deprel, CASUS_STR("compound:prt"))) {
            return &doc->word[i];
        }
    }
    return NULL;
}

/* The lemma without the particle that a verb's lemma begins with; counts for and against. */
static casus_str without_particle(learning *l, const casus_word *verb, const casus_word *particle, casus_map *votes,
                                  int64_t *joined)
{
    char low[CASUS_LEMMA_ROOM];
    casus_str lemma = verb->lemma;
    casus_str p = {low, casus_lemma_spell(particle->form, CASUS_CAPITALS_LOWER, low)};
    bool joins = p.len > 0 && lemma.len > p.len + 1 && casus_str_starts(lemma, p);
    if (joins) {
        lemma = casus_str_slice(lemma, p.len, lemma.len);
    }
    *joined += joins ? 1 : -1;
    uint64_t *key = CASUS_NEW(l->arena, uint64_t, 1);
    if (key != NULL) {
        *key = casus_lemma_pair(p, lemma);
        const uint32_t *had = casus_map_get(votes, (casus_str){(const char *)key, 8});
        (void)casus_map_set(votes, (casus_str){(const char *)key, 8},
                            (had == NULL ? 1U << 16 : *had) + (joins ? 1U : UINT32_MAX), NULL, l->arena);
    }
    return lemma;
}

static bool export_particles(learning *l, const casus_map *votes, int64_t joined)
{
    train_lemmas *lemmas = l->lemmas;
    lemmas->particle = CASUS_NEW(l->arena, uint64_t, votes->count + 1);
    if (lemmas->particle == NULL) {
        return false;
    }
    lemmas->particle[lemmas->n_particle++] = joined > 0;
    for (size_t i = 0; i < votes->room; i++) {
        bool joins = votes->slot[i].value > 1U << 16;
        if (votes->slot[i].key.ptr != NULL && votes->slot[i].value != 1U << 16 && joins != (joined > 0)) {
            memcpy(&lemmas->particle[lemmas->n_particle++], votes->slot[i].key.ptr, 8);
        }
    }
    qsort(lemmas->particle + 1, lemmas->n_particle - 1, sizeof *lemmas->particle, by_number);
    return true;
}

static bool export_list(learning *l)
{
    train_lemmas *lemmas = l->lemmas;
    lemmas->rule = CASUS_NEW(l->arena, casus_str, lemmas->n_rule + 1);
    lemmas->ending = CASUS_NEW(l->arena, casus_ending, l->decided.count + 1);
    if (lemmas->rule == NULL || lemmas->ending == NULL) {
        return false;
    }
    for (size_t i = 0; i < l->rule_of.room; i++) {
        if (l->rule_of.slot[i].key.ptr != NULL) {
            lemmas->rule[l->rule_of.slot[i].value] = l->rule_of.slot[i].key;
        }
    }
    for (size_t i = 0; i < l->decided.room; i++) {
        if (l->decided.slot[i].key.ptr != NULL) {
            casus_ending *e = &lemmas->ending[lemmas->n_ending++];
            memcpy(&e->key, l->decided.slot[i].key.ptr, 4);
            e->rule = l->decided.slot[i].value;
        }
    }
    qsort(lemmas->ending, lemmas->n_ending, sizeof *lemmas->ending, by_ending);
    return true;
}

bool train_lemmas_learn(train_lemmas *lemmas, const train_corpus *corpus, const train_vocab *vocab, casus_arena *arena)
{
    learning l = {.lemmas = lemmas, .vocab = vocab, .arena = arena};
    casus_map votes = {0};
    int64_t joined = 0;
    bool done = true;
    *lemmas = (train_lemmas){0};
    for (uint32_t i = 0; i < corpus->n && done; i++) {
        const casus_doc *doc = &corpus->doc;
        const casus_sentence *s = &doc->sentence[corpus->sentence[i]];
        for (uint32_t w = s->word_begin; w < s->word_end && done; w++) {
            const casus_word *word = &doc->word[w];
            char room[512];
            const uint32_t *tag = casus_map_get(&vocab->tag_of, train_vocab_tag(word, room));
            if (word->lemma.ptr == NULL || tag == NULL) {
                continue;
            }
            const casus_word *particle = particle_of(doc, s, w);
            casus_str lemma = particle == NULL ? word->lemma : without_particle(&l, word, particle, &votes, &joined);
            done = see_spellings(&l, word->form, *tag, lemma);
        }
    }
    for (uint32_t level = 0; level <= LEVEL_TAG && done; level++) {
        done = learn_level(&l, level);
    }
    return done && export_list(&l) && export_particles(&l, &votes, joined);
}
