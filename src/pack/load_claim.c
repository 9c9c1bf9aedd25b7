/* Tables of events, attribution and factuality; lang/README.md describes them. */
#include "pack/claim.h"
#include "pack/loading.h"
#include "record/plover.h"

/* A new row of one of the pack's arrays, zeroed; NULL without memory. */
static void *add_row(void **array, uint32_t *n, size_t size, casus_arena *arena)
{
    char *grown = casus_pack__push(*array, *n, size, arena);
    if (grown == NULL) {
        return NULL;
    }
    *array = grown;
    return memset(grown + (size_t)(*n)++ * size, 0, size);
}

#define ADD_ROW(file, array, n) add_row((void **)&(array), &(n), sizeof *(array), (file)->arena)

static casus_status read_upos(const casus_loading *file, casus_str field, uint8_t *upos, casus_error *err)
{
    *upos = (uint8_t)casus_upos_of(field);
    return *upos == CASUS_UPOS_NONE ? casus_table_fault(&file->table, field, err, "no part of speech") : CASUS_OK;
}

/* A lemma's number, and its row at the end of the rows with the same lemma: those before it win. */
static casus_status chain(casus_loading *file, casus_map *first, casus_str field, uint32_t row, uint32_t *lemma,
                          uint32_t *(*next)(casus_pack *pack, uint32_t row), casus_error *err)
{
    char folded[CASUS_PACK_KEY];
    size_t len = casus_pack_fold(field, folded, sizeof folded);
    casus_str key = casus_arena_str(file->arena, (casus_str){folded, len});
    if (key.ptr == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    if (len == 0 || memchr(folded, ' ', len) != NULL) {
        return casus_table_fault(&file->table, field, err, "one word is wanted");
    }
    *lemma = casus_vocab_add(&file->pack->vocab, key, file->arena);
    const uint32_t *old = casus_map_get(first, key);
    if (old == NULL) {
        return *lemma != 0 && casus_map_set(first, key, row, NULL, file->arena) ? CASUS_OK
                                                                                : casus_arena_fail(file->arena, err);
    }
    uint32_t last = *old;
    while (*next(file->pack, last) != CASUS_PACK_LAST) {
        last = *next(file->pack, last);
    }
    *next(file->pack, last) = row;
    return CASUS_OK;
}

static uint32_t *next_trigger(casus_pack *pack, uint32_t row)
{
    return &pack->claim->trigger[row].next;
}

static uint32_t *next_cue(casus_pack *pack, uint32_t row)
{
    return &pack->claim->cue[row].next;
}

static uint32_t *next_operator(casus_pack *pack, uint32_t row)
{
    return &pack->claim->operator_[row].next;
}

static uint32_t *next_instrument(casus_pack *pack, uint32_t row)
{
    return &pack->claim->instrument[row].next;
}

static casus_status read_frame(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_claim_pack *c = file->pack->claim;
    casus_str key;
    CASUS_TRY(casus_pack__make_key(file, field[0], false, &key, err));
    casus_frame *row = ADD_ROW(file, c->frame, c->n_frame);
    if (row == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    row->name = key;
    CASUS_TRY(casus_pack__read_slots(file, field[1], &row->actor, err));
    CASUS_TRY(casus_pack__read_slots(file, field[2], &row->recipient, err));
    CASUS_TRY(casus_pack__read_slots(file, field[3], &row->place, err));
done:
    return st;
}

static casus_status find_frame(const casus_loading *file, casus_str field, uint32_t *frame, casus_error *err)
{
    const casus_claim_pack *c = file->pack->claim;
    for (*frame = c->n_frame; (*frame)-- > 0;) { /* a language's own frame stands behind its base's */
        if (casus_str_eq(c->frame[*frame].name, field)) {
            return CASUS_OK;
        }
    }
    return casus_table_fault(&file->table, field, err, "no frame has this name");
}

/* '-', or modes of the type separated by commas. */
static casus_status read_modes(const casus_loading *file, casus_str field, casus_event_type type, uint32_t *mode,
                               casus_error *err)
{
    casus_str name;
    bool none = casus_str_eq(field, CASUS_STR("-"));
    while (!none && casus_pack__next_part(&field, ',', &name)) {
        uint32_t bit = casus_mode_of(type, name);
        if (bit == 0) {
            return casus_table_fault(&file->table, name, err, "no mode of this event type");
        }
        *mode |= bit;
    }
    return CASUS_OK;
}

/* Company in which a trigger is no event: stands before its other rows. */
static casus_status read_stop(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_claim_pack *c = file->pack->claim;
    casus_trigger *row = ADD_ROW(file, c->trigger, c->n_trigger);
    if (row == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    row->next = CASUS_PACK_LAST;
    row->line = file->table.line;
    row->type = CASUS_N_EVENT_TYPE;
    row->example = field[3];
    CASUS_TRY(read_upos(file, field[1], &row->upos, err));
    CASUS_TRY(casus_pack__read_conditions(file, field[2], &row->with, err));
    st = chain(file, &c->trigger_of, field[0], c->n_trigger - 1, &row->lemma, next_trigger, err);
done:
    return st;
}

static casus_status read_trigger(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice needs[] = {
        {"-", CASUS_NEED_NOTHING}, {"conflict", CASUS_NEED_CONFLICT}, {"armed", CASUS_NEED_ARMED}, {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_claim_pack *c = file->pack->claim;
    uint32_t need = 0;
    casus_trigger *row = ADD_ROW(file, c->trigger, c->n_trigger);
    if (row == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    row->next = CASUS_PACK_LAST;
    row->line = file->table.line;
    CASUS_TRY(read_upos(file, field[1], &row->upos, err));
    CASUS_TRY(casus_pack__read_conditions(file, field[2], &row->with, err));
    row->type = casus_event_type_of(field[3]);
    if (row->type == CASUS_N_EVENT_TYPE) {
        return casus_table_fault(&file->table, field[3], err, "no event type");
    }
    CASUS_TRY(read_modes(file, field[4], row->type, &row->mode, err));
    CASUS_TRY(find_frame(file, field[5], &row->frame, err));
    if (!casus_str_eq(field[6], CASUS_STR("-"))) {
        if (!casus_is_outcome(field[6])) {
            return casus_table_fault(&file->table, field[6], err, "no outcome");
        }
        row->outcome = casus_arena_str(file->arena, field[6]);
    }
    CASUS_TRY(casus_pack__choose(file, field[7], needs, &need, err));
    row->need = (casus_need)need;
    row->example = field[8];
    st = chain(file, &c->trigger_of, field[0], c->n_trigger - 1, &row->lemma, next_trigger, err);
done:
    return st;
}

static casus_status read_not(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_claim_pack *c = file->pack->claim;
    casus_not_event *row = ADD_ROW(file, c->not_event, c->n_not_event);
    if (row == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    *row = (casus_not_event){.lemma = field[0], .example = field[1], .line = file->table.line};
    return CASUS_OK;
}

/* A folded key that this file has once, and that the vocabulary holds. */
static casus_status make_word(casus_loading *file, casus_str field, casus_str *key, casus_error *err)
{
    casus_status st = casus_pack__make_key(file, field, true, key, err);
    if (st == CASUS_OK && casus_vocab_add(&file->pack->vocab, *key, file->arena) == 0) {
        st = casus_arena_fail(file->arena, err);
    }
    return st;
}

static casus_status read_instrument(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_claim_pack *c = file->pack->claim;
    casus_instrument *row = ADD_ROW(file, c->instrument, c->n_instrument);
    if (row == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    row->next = CASUS_PACK_LAST;
    row->type = casus_event_type_of(field[1]);
    if (row->type == CASUS_N_EVENT_TYPE) {
        return casus_table_fault(&file->table, field[1], err, "no event type");
    }
    row->mode = casus_mode_of(row->type, field[2]);
    if (row->mode == 0) {
        return casus_table_fault(&file->table, field[2], err, "no mode of this event type");
    }
    return chain(file, &c->instrument_of, field[0], c->n_instrument - 1, &row->lemma, next_instrument, err);
}

static casus_status read_company(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice fields[] = {
        {"conflict", CASUS_FIELD_CONFLICT}, {"sport", CASUS_FIELD_OTHER},   {"business", CASUS_FIELD_OTHER},
        {"culture", CASUS_FIELD_OTHER},     {"nature", CASUS_FIELD_OTHER},  {"health", CASUS_FIELD_OTHER},
        {"crime", CASUS_FIELD_OTHER},       {"traffic", CASUS_FIELD_OTHER}, {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t value = 0;
    casus_str key;
    CASUS_TRY(casus_pack__choose(file, field[1], fields, &value, err));
    CASUS_TRY(make_word(file, field[0], &key, err));
    st = casus_pack__set(file, &file->pack->claim->company, key, value, err);
done:
    return st;
}

static casus_status read_cue_frame(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_claim_pack *c = file->pack->claim;
    casus_str key;
    CASUS_TRY(casus_pack__make_key(file, field[0], false, &key, err));
    casus_cue_frame *row = ADD_ROW(file, c->cue_frame, c->n_cue_frame);
    if (row == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    row->name = key;
    row->hearsay = casus_str_eq(field[1], CASUS_STR("-"));
    CASUS_TRY(casus_pack__read_slots(file, field[1], &row->source, err));
    CASUS_TRY(casus_pack__read_slots(file, field[2], &row->content, err));
    CASUS_TRY(casus_pack__read_slots(file, field[3], &row->addressee, err));
done:
    return st;
}

static casus_status read_cue(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice commitments[] = {{"CT+", CASUS_FACT_CT_PLUS}, {"CT-", CASUS_FACT_CT_MINUS},
                                               {"PR+", CASUS_FACT_PR_PLUS}, {"PR-", CASUS_FACT_PR_MINUS},
                                               {"PS+", CASUS_FACT_PS_PLUS}, {"PS-", CASUS_FACT_PS_MINUS},
                                               {"Uu", CASUS_FACT_UU},       {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_claim_pack *c = file->pack->claim;
    uint32_t commitment = 0;
    casus_cue *row = ADD_ROW(file, c->cue, c->n_cue);
    if (row == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    row->next = CASUS_PACK_LAST;
    row->line = file->table.line;
    CASUS_TRY(read_upos(file, field[1], &row->upos, err));
    CASUS_TRY(casus_pack__read_conditions(file, field[2], &row->with, err));
    for (row->frame = c->n_cue_frame; row->frame-- > 0;) {
        if (casus_str_eq(c->cue_frame[row->frame].name, field[3])) {
            break;
        }
    }
    if (row->frame == UINT32_MAX) {
        return casus_table_fault(&file->table, field[3], err, "no frame of attribution has this name");
    }
    CASUS_TRY(casus_pack__choose(file, field[4], commitments, &commitment, err));
    row->commitment = (casus_factuality)commitment;
    row->example = field[5];
    st = chain(file, &c->cue_of, field[0], c->n_cue - 1, &row->lemma, next_cue, err);
done:
    return st;
}

static casus_status read_operator(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice effects[] = {{"-", CASUS_EFFECT_CERTAIN},
                                           {"CT", CASUS_EFFECT_CERTAIN},
                                           {"not", CASUS_EFFECT_NOT},
                                           {"PR", CASUS_EFFECT_PROBABLE},
                                           {"PS", CASUS_EFFECT_POSSIBLE},
                                           {"Uu", CASUS_EFFECT_UNCOMMITTED},
                                           {NULL, 0}};
    static const casus_choice tenses[] = {{"-", CASUS_OPERATOR_TENSE_NONE},
                                          {"past", CASUS_OPERATOR_PAST},
                                          {"future", CASUS_OPERATOR_FUTURE},
                                          {"background", CASUS_OPERATOR_BACKGROUND},
                                          {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_claim_pack *c = file->pack->claim;
    uint32_t effect = 0;
    uint32_t tense = 0;
    casus_operator *row = ADD_ROW(file, c->operator_, c->n_operator);
    if (row == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    row->next = CASUS_PACK_LAST;
    row->line = file->table.line;
    CASUS_TRY(read_upos(file, field[1], &row->upos, err));
    CASUS_TRY(casus_pack__read_conditions(file, field[2], &row->with, err));
    CASUS_TRY(casus_pack__read_slots(file, field[3], &row->target, err));
    CASUS_TRY(casus_pack__choose(file, field[4], effects, &effect, err));
    CASUS_TRY(casus_pack__choose(file, field[5], tenses, &tense, err));
    row->effect = (casus_effect)effect;
    row->tense = (casus_operator_tense)tense;
    row->example = field[6];
    st = chain(file, &c->operator_of, field[0], c->n_operator - 1, &row->lemma, next_operator, err);
done:
    return st;
}

static casus_status read_light(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_claim_pack *c = file->pack->claim;
    casus_str key;
    casus_status st = make_word(file, field[0], &key, err);
    if (st != CASUS_OK) {
        return st;
    }
    if (c->n_light == CASUS_MOST_LEMMAS) {
        return casus_table_fault(&file->table, field[0], err, "more words than a step may list");
    }
    c->light[c->n_light++] = casus_vocab_add(&file->pack->vocab, key, file->arena);
    return CASUS_OK;
}

/* Frames stand before what names them. */
const casus_pack_file casus_pack__claim_files[] = {
    {"event/light.tsv", {"lemma"}, 1, read_light},
    {"event/frames.tsv", {"frame", "actor", "recipient", "place"}, 4, read_frame},
    {"event/stop.tsv", {"lemma", "upos", "with", "example"}, 4, read_stop},
    {"event/triggers.tsv",
     {"lemma", "upos", "with", "type", "mode", "frame", "outcome", "need", "example"},
     9,
     read_trigger},
    {"event/not.tsv", {"lemma", "example"}, 2, read_not},
    {"event/instruments.tsv", {"lemma", "type", "mode"}, 3, read_instrument},
    {"event/company.tsv", {"lemma", "field"}, 2, read_company},
    {"attribution/frames.tsv", {"frame", "source", "content", "addressee"}, 4, read_cue_frame},
    {"attribution/cues.tsv", {"lemma", "upos", "with", "frame", "commitment", "example"}, 6, read_cue},
    {"factuality/operators.tsv", {"lemma", "upos", "with", "target", "effect", "tense", "example"}, 7, read_operator},
    {NULL, {NULL}, 0, NULL},
};
