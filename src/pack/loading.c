/* What the readers of tables share: see loading.h. */
#include "pack/loading.h"

casus_status casus_pack__choose(const casus_loading *file, casus_str field, const casus_choice *choices,
                                uint32_t *value, casus_error *err)
{
    for (; choices->word != NULL; choices++) {
        if (casus_str_eq(field, casus_str_of(choices->word))) {
            *value = choices->value;
            return CASUS_OK;
        }
    }
    return casus_table_fault(&file->table, field, err, "unknown word in a closed column");
}

/* Whether the form is to be matched with its own capitals only. */
bool casus_pack__has_capital(casus_str form)
{
    char folded[CASUS_PACK_KEY];
    size_t len = casus_pack_fold(form, folded, sizeof folded);
    return len != form.len || memcmp(folded, form.ptr, len) != 0;
}

/* `field` folded (or as it is) in the arena; a key that the file has twice is a fault. */
casus_status casus_pack__make_key(casus_loading *file, casus_str field, bool fold, casus_str *key, casus_error *err)
{
    char folded[CASUS_PACK_KEY];
    casus_str as = field;
    size_t len = casus_pack_fold(field, folded, sizeof folded);
    if (len == 0) {
        return casus_table_fault(&file->table, field, err, "longer than a key may be");
    }
    if (fold) {
        as = (casus_str){folded, len};
    }
    *key = casus_arena_str(file->arena, as);
    bool old = false;
    if (key->ptr == NULL || !casus_map_set(&file->seen, *key, file->table.line, &old, file->arena)) {
        return casus_arena_fail(file->arena, err);
    }
    return old ? casus_table_fault(&file->table, field, err, "stands twice in this file") : CASUS_OK;
}

casus_status casus_pack__set(casus_loading *file, casus_map *map, casus_str key, uint32_t value, casus_error *err)
{
    return casus_map_set(map, key, value, NULL, file->arena) ? CASUS_OK : casus_arena_fail(file->arena, err);
}

/* Room for one more item in an array that doubles at powers of two; NULL without memory. */
void *casus_pack__push(void *array, uint32_t count, size_t size, casus_arena *arena)
{
    if (count != 0 && (count < 16 || (count & (count - 1)) != 0)) {
        return array; /* grown at 16, 32, 64, ... */
    }
    char *grown = casus_arena_array(arena, count == 0 ? 16 : (size_t)count * 2, size);
    if (grown != NULL && count != 0) {
        memcpy(grown, array, count * size);
    }
    return grown;
}

casus_status casus_pack__push_str(casus_loading *file, casus_str **array, uint32_t *count, casus_str s,
                                  casus_error *err)
{
    casus_str *grown = casus_pack__push(*array, *count, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    *array = grown;
    (*array)[(*count)++] = s;
    return CASUS_OK;
}

/* A value column: a small number, or the word of a class that has words. */
casus_status casus_pack__read_value(const casus_loading *file, casus_str field, uint32_t least, uint32_t most,
                                    uint32_t *value, casus_error *err)
{
    uint32_t number = 0;
    for (size_t i = 0; i < field.len; i++) {
        if (field.ptr[i] < '0' || field.ptr[i] > '9' || number > 9999) {
            return casus_table_fault(&file->table, field, err, "a number is wanted");
        }
        number = number * 10 + (uint32_t)(field.ptr[i] - '0');
    }
    if (field.len == 0 || number < least || number > most) {
        return casus_table_fault(&file->table, field, err, "a number out of range for this class");
    }
    *value = number;
    return CASUS_OK;
}

bool casus_pack__next_part(casus_str *list, char separator, casus_str *part)
{
    if (list->ptr == NULL) {
        return false;
    }
    const char *end = list->len == 0 ? NULL : memchr(list->ptr, separator, list->len);
    size_t len = end == NULL ? list->len : (size_t)(end - list->ptr);
    *part = casus_str_slice(*list, 0, len);
    *list = end == NULL ? CASUS_STR_NULL : casus_str_slice(*list, len + 1, list->len);
    return true;
}

/* The bytes of the first word of a folded term. */
static size_t first_word(const casus_pack *pack, casus_str term)
{
    size_t len = 0;
    while (len < term.len && term.ptr[len] != ' ' && !(pack->hyphen == CASUS_HYPHEN_SPLIT && term.ptr[len] == '-')) {
        len++;
    }
    return len == 0 && term.len > 0 ? 1 : len;
}

uint32_t casus_pack__term_words(casus_loading *file, casus_str term, uint32_t word[CASUS_LONGEST_TERM],
                                casus_error *err)
{
    char folded[CASUS_PACK_KEY];
    casus_str left = {folded, casus_pack_fold(term, folded, sizeof folded)};
    uint32_t n = 0;
    while (left.len > 0 && n < CASUS_LONGEST_TERM) {
        size_t len = first_word(file->pack, left);
        casus_str kept = casus_arena_str(file->arena, casus_str_slice(left, 0, len));
        word[n] = kept.ptr == NULL ? 0 : casus_vocab_add(&file->pack->vocab, kept, file->arena);
        if (word[n] == 0) {
            (void)casus_arena_fail(file->arena, err);
            return 0;
        }
        n++;
        left = casus_str_slice(left, len, left.len);
        left = casus_str_slice(left, left.len > 0 && left.ptr[0] == ' ', left.len);
    }
    if (n == 0 || left.len > 0) {
        (void)casus_table_fault(&file->table, term, err, "empty, or longer than a term may be");
        return 0;
    }
    return n;
}

casus_status casus_pack__add_term(casus_loading *file, casus_lexicon *lexicon, casus_str term, uint32_t value,
                                  casus_error *err)
{
    casus_str key;
    uint32_t word[CASUS_LONGEST_TERM];
    casus_status st = casus_pack__make_key(file, term, true, &key, err);
    uint32_t n = st == CASUS_OK ? casus_pack__term_words(file, term, word, err) : 0;
    if (n == 0) {
        return st != CASUS_OK ? st : CASUS_EPACK;
    }
    return casus_lexicon_add(lexicon, word, n, value, NULL, file->arena) ? CASUS_OK
                                                                         : casus_arena_fail(file->arena, err);
}
