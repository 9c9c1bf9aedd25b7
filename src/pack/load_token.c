/* Tables of words and sentences; lang/README.md describes them. */
#include "base/utf8.h"
#include "pack/loading.h"

static casus_status read_abbreviation(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice ends[] = {
        {"no", CASUS_ENDS_NO}, {"maybe", CASUS_ENDS_MAYBE}, {"digit", CASUS_ENDS_DIGIT}, {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t value = 0;
    casus_str key;
    if (!casus_str_ends(field[0], CASUS_STR("."))) {
        return casus_table_fault(&file->table, field[0], err, "an abbreviation ends in a full stop");
    }
    CASUS_TRY(casus_pack__choose(file, field[1], ends, &value, err));
    CASUS_TRY(casus_pack__make_key(file, field[0], !casus_pack__has_capital(field[0]), &key, err));
    st = casus_pack__set(file, &file->pack->abbreviation, key, value, err);
done:
    return st;
}

static casus_status read_contraction(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_pack *pack = file->pack;
    casus_contraction row = {0};
    casus_str key;
    CASUS_TRY(casus_pack__make_key(file, field[0], true, &key, err));
    row.suffix = key.ptr[0] == '*';
    row.form = casus_str_slice(key, row.suffix ? 1 : 0, key.len);

    casus_str words = field[1];
    size_t spelt = 0;
    while (words.len > 0 && row.n_part < 4) {
        const char *space = memchr(words.ptr, ' ', words.len);
        size_t len = space == NULL ? words.len : (size_t)(space - words.ptr);
        bool star = len == 1 && words.ptr[0] == '*';
        row.part_len[row.n_part++] = star ? 0 : (uint8_t)casus_utf8_count(words.ptr, len);
        spelt += star ? 0 : casus_utf8_count(words.ptr, len);
        words = casus_str_slice(words, len + (space != NULL), words.len);
    }
    if (words.len > 0 || row.n_part < 2 || spelt != casus_utf8_count(row.form.ptr, row.form.len)) {
        return casus_table_fault(&file->table, field[1], err, "two to four words that spell the form are wanted");
    }
    casus_contraction *grown = casus_pack__push(pack->contraction, pack->n_contraction, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    pack->contraction = grown;
    pack->contraction[pack->n_contraction] = row;
    if (!row.suffix) {
        CASUS_TRY(casus_pack__set(file, &pack->whole, row.form, pack->n_contraction, err));
    }
    pack->n_contraction++;
done:
    return st;
}

static casus_status read_keep(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_pack *pack = file->pack;
    casus_str key;
    casus_status st = casus_pack__make_key(file, field[0], true, &key, err);
    if (st != CASUS_OK) {
        return st;
    }
    if (key.ptr[key.len - 1] == '*') {
        return casus_pack__push_str(file, &pack->keep_prefix, &pack->n_keep_prefix,
                                    casus_str_slice(key, 0, key.len - 1), err);
    }
    if (key.ptr[0] == '*') {
        return casus_pack__push_str(file, &pack->keep_suffix, &pack->n_keep_suffix, casus_str_slice(key, 1, key.len),
                                    err);
    }
    return casus_pack__set(file, &pack->keep, key, 1, err);
}

static casus_status read_function_word(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_str key;
    casus_status st = casus_pack__make_key(file, field[0], true, &key, err);
    return st != CASUS_OK ? st : casus_pack__set(file, &file->pack->function_word, key, 1, err);
}

/* A feature's weight: a whole number that may be negative. */
static casus_status read_boundary(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_status st = CASUS_OK;
    uint32_t value = 0;
    casus_str key;
    bool negative = field[1].len > 0 && field[1].ptr[0] == '-';
    CASUS_TRY(casus_pack__read_value(file, casus_str_slice(field[1], negative, field[1].len), 0, 9999, &value, err));
    CASUS_TRY(casus_pack__make_key(file, field[0], false, &key, err));
    st = casus_pack__set(file, &file->pack->boundary, key, negative ? 0 - value : value, err);
done:
    return st;
}

static casus_status read_ending(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_str key;
    casus_status st = casus_pack__make_key(file, field[0], true, &key, err);
    return st != CASUS_OK ? st : casus_pack__push_str(file, &file->pack->ending, &file->pack->n_ending, key, err);
}

/* A form whose lemma the model gets wrong. */
static casus_status read_form(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    char joined[CASUS_PACK_KEY * 2];
    bool old = false;
    size_t len = casus_pack_fold(field[0], joined, CASUS_PACK_KEY);
    joined[len++] = ' ';
    len += casus_pack_fold(field[1], joined + len, CASUS_PACK_KEY / 2);
    casus_str key = casus_arena_str(file->arena, (casus_str){joined, len});
    casus_str lemma = casus_arena_str(file->arena, field[2]);
    uint32_t number = lemma.ptr == NULL ? 0 : casus_vocab_add(&file->pack->vocab, lemma, file->arena);
    if (key.ptr == NULL || number == 0 || !casus_map_set(&file->seen, key, number, &old, file->arena)) {
        return casus_arena_fail(file->arena, err);
    }
    return old ? casus_table_fault(&file->table, field[0], err, "stands twice in this file")
               : casus_pack__set(file, &file->pack->lemma_of, key, number, err);
}

/* A name that the model reads as another of its kind. */
static casus_status read_alike(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    casus_pack *pack = file->pack;
    casus_str key;
    casus_status st = casus_pack__make_key(file, field[0], false, &key, err);
    if (st == CASUS_OK) {
        st = casus_pack__set(file, &pack->alike, key, pack->n_alike, err);
    }
    return st != CASUS_OK ? st : casus_pack__push_str(file, &pack->alike_as, &pack->n_alike, field[1], err);
}

const casus_pack_file casus_pack__token_files[] = {
    {"token/abbreviations.tsv", {"form", "ends"}, 2, read_abbreviation},
    {"token/contractions.tsv", {"form", "words"}, 2, read_contraction},
    {"token/keep.tsv", {"form"}, 1, read_keep},
    {"token/boundary.tsv", {"feature", "weight"}, 2, read_boundary},
    {"token/function_words.tsv", {"form"}, 1, read_function_word},
    {"token/endings.tsv", {"ending"}, 1, read_ending},
    {"lexicon/forms.tsv", {"form", "upos", "lemma"}, 3, read_form},
    {"lexicon/alike.tsv", {"form", "as"}, 2, read_alike},
    {NULL, {NULL}, 0, NULL},
    {"token/abbreviations.tsv", {"form", "ends"}, 2, read_abbreviation},
    {"token/contractions.tsv", {"form", "words"}, 2, read_contraction},
    {"token/keep.tsv", {"form"}, 1, read_keep},
    {"token/boundary.tsv", {"feature", "weight"}, 2, read_boundary},
    {"token/function_words.tsv", {"form"}, 1, read_function_word},
    {NULL, {NULL}, 0, NULL},
};
