/* Tables of figures; lang/README.md describes them. */
#include "pack/loading.h"

/* A decimal number without sign. */
static casus_status read_number(const casus_loading *file, casus_str field, double *value, casus_error *err)
{
    double number = 0;
    double unit = 0; /* of the next decimal; 0 before the point */
    for (size_t i = 0; i < field.len; i++) {
        if (field.ptr[i] == '.' && unit == 0 && i > 0) {
            unit = 0.1;
        } else if (field.ptr[i] < '0' || field.ptr[i] > '9') {
            return casus_table_fault(&file->table, field, err, "a number is wanted");
        } else if (unit == 0) {
            number = number * 10 + (field.ptr[i] - '0');
        } else {
            number += unit * (field.ptr[i] - '0');
            unit /= 10;
        }
    }
    if (field.len == 0 || field.len > 15) {
        return casus_table_fault(&file->table, field, err, "a number of at most 15 characters is wanted");
    }
    *value = number;
    return CASUS_OK;
}

const casus_numeral *casus_figure_numeral(const casus_figures *figures, casus_str folded)
{
    const uint32_t *found = casus_map_get(&figures->numeral_of, folded);
    return found == NULL ? NULL : &figures->numeral[*found];
}

static bool can_begin(casus_numeral numeral)
{
    return numeral.class_of != CASUS_NUMERAL_JOINER && numeral.class_of != CASUS_NUMERAL_RANGE &&
           ((numeral.class_of != CASUS_NUMERAL_ORDINAL && numeral.class_of != CASUS_NUMERAL_ROUND) ||
            numeral.value > 0);
}

static casus_status read_numeral(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice classes[] = {{"unit", CASUS_NUMERAL_UNIT},
                                           {"group", CASUS_NUMERAL_GROUP},
                                           {"article", CASUS_NUMERAL_ARTICLE},
                                           {"multiplier", CASUS_NUMERAL_MULTIPLIER},
                                           {"half", CASUS_NUMERAL_HALF},
                                           {"joiner", CASUS_NUMERAL_JOINER},
                                           {"ordinal", CASUS_NUMERAL_ORDINAL},
                                           {"fraction", CASUS_NUMERAL_FRACTION},
                                           {"round", CASUS_NUMERAL_ROUND},
                                           {"range", CASUS_NUMERAL_RANGE},
                                           {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_figures *figures = &file->pack->figures;
    casus_numeral row = {0};
    uint32_t class_of = 0;
    casus_str key;
    CASUS_TRY(casus_pack__choose(file, field[1], classes, &class_of, err));
    CASUS_TRY(read_number(file, field[2], &row.value, err));
    CASUS_TRY(casus_pack__make_key(file, field[0], true, &key, err));
    row.class_of = (casus_numeral_class)class_of;
    casus_numeral *grown = casus_pack__push(figures->numeral, figures->n_numeral, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    figures->numeral = grown;
    figures->numeral[figures->n_numeral] = row;
    CASUS_TRY(casus_pack__set(file, &figures->numeral_of, key, figures->n_numeral, err));
    figures->n_numeral++;
    figures->longest = key.len > figures->longest ? key.len : figures->longest;
    if (can_begin(row)) {
        casus_bit_set(figures->numeral_first, casus_figure_mark(key));
    }
done:
    return st;
}

static const char *const outcome_names[CASUS_N_OUTCOME] = {
    NULL,      "killed",    "wounded", "missing", "captured",  "displaced", "detained", "destroyed",
    "damaged", "shot-down", "seized",  "lost",    "mobilized", "fired",     "targeted", "unharmed"};

casus_str casus_outcome_name(casus_outcome outcome)
{
    return casus_str_of(outcome_names[outcome]);
}

/* An outcome's name; "" for none. */
static casus_status read_outcome_name(const casus_loading *file, casus_str field, casus_outcome *outcome,
                                      casus_error *err)
{
    *outcome = CASUS_OUTCOME_NONE;
    for (unsigned i = 1; i < CASUS_N_OUTCOME; i++) {
        if (casus_str_eq(field, casus_str_of(outcome_names[i]))) {
            *outcome = (casus_outcome)i;
            return CASUS_OK;
        }
    }
    return field.len == 0 ? CASUS_OK : casus_table_fault(&file->table, field, err, "no outcome of the record");
}

static casus_status read_modifier(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice classes[] = {{"least", CASUS_MODIFIER_LEAST},
                                           {"most", CASUS_MODIFIER_MOST},
                                           {"about", CASUS_MODIFIER_ABOUT},
                                           {"between", CASUS_MODIFIER_BETWEEN},
                                           {"exact", CASUS_MODIFIER_EXACT},
                                           {"vague", CASUS_MODIFIER_VAGUE},
                                           {"zero", CASUS_MODIFIER_ZERO},
                                           {"nobody", CASUS_MODIFIER_NOBODY},
                                           {"all", CASUS_MODIFIER_ALL},
                                           {"article", CASUS_MODIFIER_ARTICLE},
                                           {"the", CASUS_MODIFIER_THE},
                                           {"amount", CASUS_MODIFIER_AMOUNT},
                                           {"unknown", CASUS_MODIFIER_UNKNOWN},
                                           {"of", CASUS_MODIFIER_OF},
                                           {"among", CASUS_MODIFIER_AMONG},
                                           {"thereof", CASUS_MODIFIER_THEREOF},
                                           {"block", CASUS_MODIFIER_BLOCK},
                                           {"or-more", CASUS_MODIFIER_OR_MORE},
                                           {"or-so", CASUS_MODIFIER_OR_SO},
                                           {"money", CASUS_MODIFIER_MONEY},
                                           {"total", CASUS_MODIFIER_TOTAL},
                                           {"since", CASUS_MODIFIER_SINCE},
                                           {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_figures *figures = &file->pack->figures;
    casus_modifier row = {0};
    uint32_t class_of = 0;
    CASUS_TRY(casus_pack__choose(file, field[1], classes, &class_of, err));
    row.class_of = (casus_modifier_class)class_of;
    if (field[2].len > 0) {
        CASUS_TRY(read_number(file, field[2], &row.value, err));
    }
    casus_modifier *grown = casus_pack__push(figures->modifier, figures->n_modifier, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    figures->modifier = grown;
    figures->modifier[figures->n_modifier] = row;
    st = casus_pack__add_term(file, &figures->modifiers, field[0], figures->n_modifier++, err);
done:
    return st;
}

static casus_status read_item(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice classes[] = {{"people", CASUS_ITEM_PEOPLE},
                                           {"equipment", CASUS_ITEM_EQUIPMENT},
                                           {"munition", CASUS_ITEM_MUNITION},
                                           {"building", CASUS_ITEM_BUILDING},
                                           {"place", CASUS_ITEM_PLACE},
                                           {"event", CASUS_ITEM_EVENT},
                                           {"other", CASUS_ITEM_OTHER},
                                           {"toll", CASUS_ITEM_TOLL},
                                           {"measure", CASUS_ITEM_MEASURE},
                                           {"none", CASUS_ITEM_NONE},
                                           {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_figures *figures = &file->pack->figures;
    casus_item row = {.name = field[1].len > 0 ? field[1] : CASUS_STR_NULL};
    uint32_t class_of = 0;
    casus_str list = field[0];
    casus_str part;
    CASUS_TRY(casus_pack__choose(file, field[2], classes, &class_of, err));
    CASUS_TRY(read_outcome_name(file, field[3], &row.outcome, err));
    row.class_of = (casus_item_class)class_of;
    if (casus_str_eq(list, CASUS_STR("*"))) {
        figures->lemma_is_item = true;
        return CASUS_OK;
    }
    casus_item *grown = casus_pack__push(figures->item, figures->n_item, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    figures->item = grown;
    figures->item[figures->n_item] = row;
    while (casus_pack__next_part(&list, '|', &part)) {
        casus_str key;
        CASUS_TRY(casus_pack__make_key(file, part, true, &key, err));
        CASUS_TRY(casus_pack__set(file, &figures->item_of, key, figures->n_item, err));
    }
    figures->n_item++;
done:
    return st;
}

const casus_item *casus_figure_item_whole(const casus_figures *figures, casus_str word)
{
    char folded[CASUS_PACK_KEY];
    casus_str key = {folded, casus_pack_fold(word, folded, sizeof folded)};
    const uint32_t *found = casus_map_get(&figures->item_of, key);
    return found == NULL ? NULL : &figures->item[*found];
}

const casus_item *casus_figure_item(const casus_figures *figures, casus_str word)
{
    enum { LEAST_RIGHT_PART = 4, LEAST_LEFT_PART = 3 };
    char folded[CASUS_PACK_KEY];
    casus_str key = {folded, casus_pack_fold(word, folded, sizeof folded)};
    const uint32_t *found = casus_map_get(&figures->item_of, key);
    size_t at = LEAST_LEFT_PART;
    while (found == NULL && figures->joined_compounds && at + LEAST_RIGHT_PART <= key.len) {
        found = casus_map_get(&figures->item_of, casus_str_slice(key, at, key.len));
        at++;
    }
    return found == NULL ? NULL : &figures->item[*found];
}

static casus_status read_roles(const casus_loading *file, casus_outcome_row *row, casus_str field, casus_error *err)
{
    static const casus_choice roles[] = {{"patient", CASUS_ROLE_PATIENT},   {"subject", CASUS_ROLE_SUBJECT},
                                         {"oblique", CASUS_ROLE_OBLIQUE},   {"of", CASUS_ROLE_OF},
                                         {"modified", CASUS_ROLE_MODIFIED}, {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_str part;
    while (casus_pack__next_part(&field, '|', &part)) {
        uint32_t role = 0;
        CASUS_TRY(casus_pack__choose(file, part, roles, &role, err));
        row->roles |= role;
    }
done:
    return st;
}

static casus_status read_whose(const casus_loading *file, casus_outcome_row *row, casus_str field, casus_error *err)
{
    static const casus_choice whose[] = {{"people", CASUS_FOR_PEOPLE},
                                         {"equipment", CASUS_FOR_EQUIPMENT},
                                         {"munition", CASUS_FOR_MUNITION},
                                         {"place", CASUS_FOR_PLACE},
                                         {"things", CASUS_FOR_THINGS},
                                         {"all", CASUS_FOR_PEOPLE | CASUS_FOR_THINGS},
                                         {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_str part;
    while (casus_pack__next_part(&field, '|', &part)) {
        uint32_t who = 0;
        CASUS_TRY(casus_pack__choose(file, part, whose, &who, err));
        row->whose |= who;
    }
done:
    return st;
}

/* The words of which one must stand below the verb: "" or up to six parted by '|'. */
static casus_status read_with(casus_loading *file, casus_outcome_row *row, casus_str field, casus_error *err)
{
    casus_str part;
    uint32_t word[CASUS_LONGEST_TERM];
    if (field.len == 0) {
        return CASUS_OK;
    }
    while (casus_pack__next_part(&field, '|', &part)) {
        uint32_t n = casus_pack__term_words(file, part, word, err);
        if (n == 0) {
            return CASUS_EPACK;
        }
        if (n > 1 || row->n_with == sizeof row->with / sizeof row->with[0]) {
            return casus_table_fault(&file->table, part, err, "at most six words, one by one");
        }
        row->with[row->n_with++] = word[0];
    }
    return CASUS_OK;
}

static casus_status read_outcome(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_figures *figures = &file->pack->figures;
    casus_outcome_row row = {0};
    casus_str list = field[0];
    casus_str part;
    uint32_t word[CASUS_LONGEST_TERM];
    CASUS_TRY(read_with(file, &row, field[1], err));
    CASUS_TRY(read_roles(file, &row, field[2], err));
    CASUS_TRY(read_whose(file, &row, field[3], err));
    CASUS_TRY(read_outcome_name(file, field[4], &row.outcome, err));
    while (casus_pack__next_part(&list, '|', &part)) {
        uint32_t n = casus_pack__term_words(file, part, word, err);
        if (n != 1) {
            return n == 0 ? CASUS_EPACK : casus_table_fault(&file->table, part, err, "one word is wanted");
        }
        casus_outcome_row *grown = casus_pack__push(figures->outcome, figures->n_outcome, sizeof *grown, file->arena);
        if (grown == NULL) {
            return casus_arena_fail(file->arena, err);
        }
        figures->outcome = grown;
        uint32_t old = CASUS_NO_VALUE;
        if (!casus_lexicon_add(&figures->outcomes, word, 1, figures->n_outcome, &old, file->arena)) {
            return casus_arena_fail(file->arena, err);
        }
        row.next = old;
        figures->outcome[figures->n_outcome++] = row;
    }
done:
    return st;
}

const casus_pack_file casus_pack__figure_files[] = {
    {"figure/numerals.tsv", {"form", "class", "value"}, 3, read_numeral},
    {"figure/modifiers.tsv", {"term", "class", "value"}, 3, read_modifier},
    {"figure/items.tsv", {"lemma", "item", "class", "outcome"}, 4, read_item},
    {"figure/outcomes.tsv", {"lemma", "with", "role", "whose", "outcome"}, 5, read_outcome},
    {NULL, {NULL}, 0, NULL},
    {"figure/numerals.tsv", {"form", "class", "value"}, 3, read_numeral},
    {NULL, {NULL}, 0, NULL},
    {"figure/numerals.tsv", {"form", "class", "value"}, 3, read_numeral},
    {NULL, {NULL}, 0, NULL},
};
