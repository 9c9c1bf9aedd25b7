/* Indices over the rows of a pack: see load.h. */
#include "pack/load.h"

#include "pack/claim.h"
#include "pack/stem.h"

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

/* An array by vocabulary number of the first row with that lemma; `of` gives it by the lemma's spelling. */
static uint32_t *first_rows(const casus_pack *pack, const casus_map *of, casus_arena *arena)
{
    uint32_t *first = CASUS_NEW(arena, uint32_t, (size_t)pack->vocab.n + 1);
    if (first == NULL) {
        return NULL;
    }
    memset(first, 0xFF, ((size_t)pack->vocab.n + 1) * sizeof *first); /* CASUS_PACK_LAST */
    for (size_t i = 0; i < of->room; i++) {
        const uint32_t *number =
            of->slot[i].key.ptr == NULL ? NULL : casus_map_get(&pack->vocab.number, of->slot[i].key);
        if (number != NULL) {
            first[*number] = of->slot[i].value;
        }
    }
    return first;
}

static bool set_sign(casus_claim_pack *c, casus_str key, uint32_t sign, casus_arena *arena)
{
    const uint32_t *old = casus_map_get(&c->sign, key);
    casus_str kept = casus_arena_str(arena, key);
    return kept.ptr != NULL && casus_map_set(&c->sign, kept, sign | (old == NULL ? 0 : *old), NULL, arena);
}

/* The lemma as a whole, and its stem. */
static bool add_sign(casus_claim_pack *c, casus_str lemma, uint32_t sign, casus_arena *arena)
{
    char text[CASUS_LONGEST_STEM];
    size_t len = casus_stem_loosen(lemma, text);
    if (len < CASUS_SHORTEST_STEM) {
        return true;
    }
    if (!set_sign(c, (casus_str){text, len}, sign, arena)) {
        return false;
    }
    len = casus_stem_of(lemma, text);
    return len == 0 || set_sign(c, (casus_str){text, len}, sign, arena);
}

/* The stems of all words that show an event by themselves, or a text about conflict. */
static bool index_signs(casus_claim_pack *c, casus_arena *arena)
{
    bool whole = true;
    for (size_t i = 0; i < c->trigger_of.room && whole; i++) {
        const casus_map_slot *slot = &c->trigger_of.slot[i];
        for (uint32_t row = slot->key.ptr == NULL ? CASUS_PACK_LAST : slot->value; row != CASUS_PACK_LAST && whole;
             row = c->trigger[row].next) {
            const casus_trigger *t = &c->trigger[row];
            whole = t->type == CASUS_N_EVENT_TYPE || t->need != CASUS_NEED_NOTHING || t->with.n > 0 ||
                    add_sign(c, slot->key, CASUS_SIGN_EVENT, arena);
        }
    }
    for (size_t i = 0; i < c->company.room && whole; i++) {
        const casus_map_slot *slot = &c->company.slot[i];
        whole = slot->key.ptr == NULL || slot->value != CASUS_FIELD_CONFLICT ||
                add_sign(c, slot->key, CASUS_SIGN_CONFLICT, arena);
    }
    return whole;
}

static casus_status index_claims(casus_pack *pack, casus_arena *arena, casus_error *err)
{
    casus_claim_pack *c = pack->claim;
    c->first_trigger = first_rows(pack, &c->trigger_of, arena);
    c->first_cue = first_rows(pack, &c->cue_of, arena);
    c->first_operator = first_rows(pack, &c->operator_of, arena);
    c->instrument_of_word = first_rows(pack, &c->instrument_of, arena);
    c->company_of_word = first_rows(pack, &c->company, arena);
    c->n_vocab = pack->vocab.n;
    if (!index_signs(c, arena)) {
        return casus_arena_fail(arena, err);
    }
    return c->first_trigger == NULL || c->first_cue == NULL || c->first_operator == NULL ||
                   c->instrument_of_word == NULL || c->company_of_word == NULL
               ? casus_arena_fail(arena, err)
               : CASUS_OK;
}

casus_status casus_pack__compile(casus_pack *pack, casus_arena *arena, casus_error *err)
{
    casus_status st = CASUS_OK;
    CASUS_TRY(order_suffixes(pack, arena, err));
    CASUS_TRY(index_furniture(pack, arena, err));
    CASUS_TRY(index_claims(pack, arena, err));
    CASUS_TRY(casus_pack__compile_times(pack, arena, err));
done:
    return st;
}
