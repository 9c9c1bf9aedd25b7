/* Tables of times; lang/README.md describes them. */
#include "base/zone.h"
#include "pack/load.h"
#include "pack/loading.h"
#include "pack/rule_load.h"
#include "pack/time.h"

/* A row of terms.tsv, kept for compounds. */
typedef struct casus_term_row {
    uint32_t class_of; /* in pack->times */
    casus_str term;    /* folded */
    casus_symbol symbol;
} casus_term_row;

static casus_rules *rules_of(casus_pack *pack)
{
    pack->times.room = &casus_time_room;
    return &pack->times;
}

/* The classes that C looks up by the word; their rows are in pack->term too. */
static casus_term_class known_class(casus_str name)
{
    static const struct {
        const char *name;
        casus_term_class is;
    } classes[] = {{"month", CASUS_TERM_MONTH},     {"month-short", CASUS_TERM_MONTH},
                   {"weekday", CASUS_TERM_WEEKDAY}, {"weekday-short", CASUS_TERM_WEEKDAY},
                   {"clock", CASUS_TERM_CLOCK},     {"meridiem", CASUS_TERM_MERIDIEM},
                   {"ordinal", CASUS_TERM_ORDINAL}, {"decade-ending", CASUS_TERM_DECADE},
                   {"zone-word", CASUS_TERM_ZONE},  {NULL, CASUS_TERM_NONE}};
    size_t i = 0;
    while (classes[i].name != NULL && !casus_str_eq(name, casus_str_of(classes[i].name))) {
        i++;
    }
    return classes[i].is;
}

/* The index of a zone in pack->zone, which has each once. */
static casus_status add_zone(casus_loading *file, casus_str name, uint32_t *index, casus_error *err)
{
    casus_pack *pack = file->pack;
    for (*index = 0; *index < pack->n_zone; (*index)++) {
        if (casus_str_eq(pack->zone[*index], name)) {
            return CASUS_OK;
        }
    }
    return casus_zone_exists(name) ? casus_pack__push_str(file, &pack->zone, &pack->n_zone, name, err)
                                   : casus_table_fault(&file->table, name, err, "no time zone of this name");
}

/* Whose clocks a place keeps. */
static casus_status read_zone(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    uint32_t index = CASUS_NO_ZONE;
    casus_str key;
    CASUS_TRY(casus_pack__make_key(file, field[0], false, &key, err));
    if (!casus_str_eq(field[1], CASUS_STR("-"))) {
        CASUS_TRY(add_zone(file, field[1], &index, err));
    }
    st = casus_pack__set(file, &file->pack->zone_of, key, index, err);
done:
    return st;
}

/* The symbol of a row's value, which for a class that C knows has bounds. */
static casus_status read_symbol(casus_loading *file, casus_term_class known, casus_str field, casus_symbol *out,
                                casus_error *err)
{
    static const casus_choice clocks[] = {{"hour", CASUS_UNIT_HOUR}, {"minute", CASUS_UNIT_MINUTE}, {NULL, 0}};
    static const casus_choice halves[] = {{"am", 0}, {"pm", 12}, {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t value = 0;
    *out = (casus_symbol){CASUS_TIME_NUMBER, 0};
    switch (known) {
    case CASUS_TERM_MONTH:
        CASUS_TRY(casus_pack__read_value(file, field, 1, 12, &value, err));
        break;
    case CASUS_TERM_WEEKDAY:
        CASUS_TRY(casus_pack__read_value(file, field, 1, 7, &value, err));
        break;
    case CASUS_TERM_CLOCK:
        CASUS_TRY(casus_pack__choose(file, field, clocks, &value, err));
        break;
    case CASUS_TERM_MERIDIEM:
        CASUS_TRY(casus_pack__choose(file, field, halves, &value, err));
        break;
    case CASUS_TERM_ORDINAL:
    case CASUS_TERM_DECADE:
    case CASUS_TERM_ZONE:
        break;
    default:
        if (memchr(field.ptr, '/', field.len) != NULL) {
            out->kind = CASUS_TIME_ZONE_NAME;
            CASUS_TRY(add_zone(file, field, &value, err));
            break;
        }
        return casus_time_room.symbol(field, out)
                   ? CASUS_OK
                   : casus_table_fault(&file->table, field, err, "no value that terms of times have");
    }
    out->value = (int32_t)value;
done:
    return st;
}

/* Add a term of one or two symbols to its class; abbreviations with and without their stop. */
static casus_status add_term(casus_loading *file, casus_rule_class *c, casus_str term, uint32_t first, casus_error *err)
{
    uint32_t word[CASUS_LONGEST_TERM];
    char stopped[CASUS_PACK_KEY];
    uint32_t n = casus_pack__term_words(file, term, word, err);
    if (n == 0) {
        return CASUS_EPACK;
    }
    if (!casus_lexicon_add(&c->lexicon, word, n, first, NULL, file->arena)) {
        return casus_arena_fail(file->arena, err);
    }
    if (!casus_str_ends(c->name, CASUS_STR("-short")) || term.len + 1 > sizeof stopped) {
        return CASUS_OK;
    }
    memcpy(stopped, term.ptr, term.len);
    stopped[term.len] = '.';
    n = casus_pack__term_words(file, (casus_str){stopped, term.len + 1}, word, err);
    return n == 0                                                              ? CASUS_EPACK
           : casus_lexicon_add(&c->lexicon, word, n, first, NULL, file->arena) ? CASUS_OK
                                                                               : casus_arena_fail(file->arena, err);
}

static casus_status push_symbol(casus_rules *rules, casus_symbol symbol, casus_arena *arena, casus_error *err)
{
    casus_symbol *grown = casus_pack__push(rules->term, rules->n_term, sizeof *grown, arena);
    if (grown == NULL) {
        return casus_arena_fail(arena, err);
    }
    rules->term = grown;
    rules->term[rules->n_term++] = symbol;
    return CASUS_OK;
}

/* A term stands once in a class; it may be of several classes. */
static casus_status check_twice(casus_loading *file, casus_str term, casus_str class_name, casus_error *err)
{
    char key[CASUS_PACK_KEY * 2];
    bool old = false;
    if (term.len + class_name.len + 1 > sizeof key) {
        return casus_table_fault(&file->table, term, err, "longer than a key may be");
    }
    size_t len = casus_pack_fold(term, key, CASUS_PACK_KEY);
    key[len++] = '\t';
    memcpy(key + len, class_name.ptr, class_name.len);
    casus_str kept = casus_arena_str(file->arena, (casus_str){key, len + class_name.len});
    if (kept.ptr == NULL || !casus_map_set(&file->seen, kept, 0, &old, file->arena)) {
        return casus_arena_fail(file->arena, err);
    }
    return old ? casus_table_fault(&file->table, term, err, "stands twice in this class") : CASUS_OK;
}

static casus_str fold(casus_loading *file, casus_str term)
{
    char folded[CASUS_PACK_KEY];
    size_t len = casus_pack_fold(term, folded, sizeof folded);
    return casus_arena_str(file->arena, (casus_str){folded, len});
}

static casus_rule_class *class_of(casus_loading *file, casus_rules *rules, casus_str field)
{
    casus_str name = casus_arena_str(file->arena, field);
    casus_rule_class *c = name.ptr == NULL ? NULL : casus_rules__class(rules, name, file->arena);
    if (c != NULL && c->path == NULL) {
        c->path = file->table.path;
        c->line = file->table.line;
        c->column = casus_column_of(file->table.row, field.ptr);
    }
    return c;
}

static casus_status read_term(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_pack *pack = file->pack;
    casus_rules *rules = rules_of(pack);
    casus_term_class known = known_class(field[1]);
    casus_symbol symbol;
    CASUS_TRY(check_twice(file, field[0], field[1], err));
    CASUS_TRY(read_symbol(file, known, field[2], &symbol, err));
    casus_str folded = fold(file, field[0]);
    casus_rule_class *c = class_of(file, rules, field[1]);
    casus_term_row *grown = casus_pack__push(pack->term_row, pack->n_term_row, sizeof *grown, file->arena);
    if (folded.ptr == NULL || c == NULL || grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    if (c->kind != CASUS_CLASS_TERM) {
        return casus_table_fault(&file->table, field[1], err, "is a class of rules or shapes already");
    }
    c->used = c->used || known != CASUS_TERM_NONE || casus_str_eq(field[1], CASUS_STR(CASUS_TIME_BEGIN_CLASS)) ||
              casus_str_eq(field[1], CASUS_STR(CASUS_TIME_WAR_CLASS));
    pack->term_row = grown;
    pack->term_row[pack->n_term_row++] = (casus_term_row){(uint32_t)(c - rules->class_of), folded, symbol};
    CASUS_TRY(push_symbol(rules, symbol, file->arena, err));
    CASUS_TRY(add_term(file, c, folded, rules->n_term - 1, err));
    if (known != CASUS_TERM_NONE) {
        st = casus_pack__set(file, &pack->term, folded, (uint32_t)known << 16 | (uint32_t)symbol.value, err);
    }
done:
    return st;
}

/* A compound is one word, whatever its hyphens. */
static casus_status add_joined(casus_loading *file, casus_rule_class *c, casus_str word, uint32_t first,
                               casus_error *err)
{
    casus_str kept = casus_arena_str(file->arena, word);
    uint32_t number = kept.ptr == NULL ? 0 : casus_vocab_add(&file->pack->vocab, kept, file->arena);
    return number != 0 && casus_lexicon_add(&c->lexicon, &number, 1, first, NULL, file->arena)
               ? CASUS_OK
               : casus_arena_fail(file->arena, err);
}

/* Joins every term of one class to every term of another, with a joint of letters between. */
static casus_status read_compound(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_pack *pack = file->pack;
    casus_rules *rules = rules_of(pack);
    casus_str joint = casus_str_eq(field[2], CASUS_STR("none")) ? CASUS_STR("") : field[2];
    uint32_t first = casus_rules_class(rules, field[1]);
    uint32_t second = casus_rules_class(rules, field[3]);
    casus_rule_class *c = class_of(file, rules, field[0]);
    if (c == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    uint32_t to = (uint32_t)(c - rules->class_of);
    if (first == CASUS_NO_CLASS || second == CASUS_NO_CLASS) {
        return casus_table_fault(&file->table, field[first == CASUS_NO_CLASS ? 1 : 3], err, "a class without terms");
    }
    rules->class_of[first].used = rules->class_of[second].used = true;
    for (uint32_t i = 0; i < pack->n_term_row; i++) {
        for (uint32_t k = 0; k < pack->n_term_row && pack->term_row[i].class_of == first; k++) {
            const casus_term_row *a = &pack->term_row[i];
            const casus_term_row *b = &pack->term_row[k];
            char joined[CASUS_PACK_KEY];
            size_t len = a->term.len + joint.len + b->term.len;
            if (b->class_of != second || len > sizeof joined) {
                continue;
            }
            memcpy(joined, a->term.ptr, a->term.len);
            memcpy(joined + a->term.len, joint.ptr, joint.len);
            memcpy(joined + a->term.len + joint.len, b->term.ptr, b->term.len);
            CASUS_TRY(push_symbol(rules, a->symbol, file->arena, err));
            CASUS_TRY(push_symbol(rules, b->symbol, file->arena, err));
            CASUS_TRY(add_joined(file, &rules->class_of[to], (casus_str){joined, len}, rules->n_term - 2, err));
        }
    }
done:
    return st;
}

static casus_status read_tense(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice tenses[] = {
        {"perfect", CASUS_TENSE_PERFECT}, {"past", CASUS_TENSE_PAST}, {"future", CASUS_TENSE_FUTURE}, {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t tense = 0;
    CASUS_TRY(casus_pack__choose(file, field[1], tenses, &tense, err));
    st = casus_pack__add_term(file, &file->pack->tense, field[0], tense, err);
done:
    return st;
}

casus_status casus_pack__compile_times(casus_pack *pack, casus_arena *arena, casus_error *err)
{
    return casus_rules__compile(pack, rules_of(pack), arena, err);
}

const casus_pack_file casus_pack__time_files[] = {
    {"time/terms.tsv", {"term", "class", "value"}, 3, read_term},
    {"time/zones.tsv", {"place", "zone"}, 2, read_zone},
    {"time/compounds.tsv", {"class", "first", "joint", "second"}, 4, read_compound},
    {"time/tense.tsv", {"lemma", "tense"}, 2, read_tense},
    {NULL, {NULL}, 0, NULL},
};

const casus_rule_file casus_pack__time_rules[] = {
    {"time/date.rules", rules_of}, {"time/clock.rules", rules_of},    {"time/duration.rules", rules_of},
    {"time/set.rules", rules_of},  {"time/interval.rules", rules_of}, {NULL, NULL},
};
