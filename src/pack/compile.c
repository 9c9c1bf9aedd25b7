/* Indices over the rows of a pack: see load.h. */
#include "pack/load.h"

/* Longer forms win over shorter ones, so they are tried first. */
static casus_status order_suffixes(casus_pack *pack, casus_arena *arena, casus_error *err)
{
    pack->suffix = CASUS_NEW(arena, uint32_t, pack->n_contraction + 1);
    if (pack->suffix == NULL) {
        return casus_arena_fail(arena, err);
    }
    for (uint32_t i = 0; i < pack->n_contraction; i++) {
        casus_str form = pack->contraction[i].form;
        if (!pack->contraction[i].suffix) {
            casus_bit_set(pack->whole_ends, casus_pack_ends(form));
            continue;
        }
        pack->suffix_letters = pack->suffix_letters || memchr(form.ptr, '\'', form.len) == NULL;
        uint32_t at = pack->n_suffix++; /* insertion: few rows, once */
        while (at > 0 && pack->contraction[pack->suffix[at - 1]].form.len < pack->contraction[i].form.len) {
            pack->suffix[at] = pack->suffix[at - 1];
            at--;
        }
        pack->suffix[at] = i;
    }
    return CASUS_OK;
}

/* Chains the phrases that begin with the same word. */
static casus_status index_furniture(casus_pack *pack, casus_arena *arena, casus_error *err)
{
    pack->furniture_next = CASUS_NEW(arena, uint32_t, pack->n_furniture + 1);
    if (pack->furniture_next == NULL) {
        return casus_arena_fail(arena, err);
    }
    for (uint32_t i = 0; i < pack->n_furniture; i++) {
        casus_str phrase = pack->furniture[i].phrase;
        casus_str word = casus_str_slice(phrase, 0, casus_pack_first_word(phrase));
        if (pack->furniture[i].match == CASUS_MATCH_PART) {
            casus_bit_set(pack->part_first, casus_pack_mark(phrase.ptr, phrase.len));
        }
        const uint32_t *first = casus_map_get(&pack->furniture_by_word, word);
        pack->furniture_next[i] = first == NULL ? CASUS_PACK_LAST : *first;
        if (!casus_map_set(&pack->furniture_by_word, word, i, NULL, arena)) {
            return casus_arena_fail(arena, err);
        }
    }
    return CASUS_OK;
}

casus_status casus_pack__compile(casus_pack *pack, casus_arena *arena, casus_error *err)
{
    casus_status st = CASUS_OK;
    CASUS_TRY(order_suffixes(pack, arena, err));
    CASUS_TRY(index_furniture(pack, arena, err));
done:
    return st;
}
