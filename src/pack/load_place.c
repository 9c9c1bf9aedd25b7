/* Tables of places; lang/README.md describes them. */
#include "pack/loading.h"

static bool has_small_letter(casus_str form)
{
    char folded[CASUS_PACK_KEY];
    size_t len = casus_pack_fold(form, folded, sizeof folded);
    size_t same = 0;
    size_t letters = 0;
    for (size_t i = 0; i < len && i < form.len; i++) {
        bool letter = (folded[i] >= 'a' && folded[i] <= 'z') || (unsigned char)folded[i] >= 0x80;
        letters += letter;
        same += letter && folded[i] == form.ptr[i];
    }
    return same > 0 || letters == 0;
}

static casus_status add_place_term(casus_loading *file, casus_lexicon *lexicon, casus_str form, casus_str key,
                                   casus_place_term_class class_of, casus_error *err)
{
    casus_pack *pack = file->pack;
    casus_place_term *grown = casus_pack__push(pack->place_term, pack->n_place_term, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    pack->place_term = grown;
    grown[pack->n_place_term] = (casus_place_term){
        .key = key, .capitals = has_small_letter(form) ? CASUS_STR_NULL : form, .class_of = class_of};
    return casus_pack__add_term(file, lexicon, form, pack->n_place_term++, err);
}

static casus_status read_demonym(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice classes[] = {
        {"adj", CASUS_PLACE_TERM_ADJECTIVE}, {"people", CASUS_PLACE_TERM_PEOPLE}, {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t class_of = 0;
    CASUS_TRY(casus_pack__choose(file, field[2], classes, &class_of, err));
    st = add_place_term(file, &file->pack->demonym, field[0], field[1], (casus_place_term_class)class_of, err);
done:
    return st;
}

static casus_status read_name(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice uses[] = {
        {"free", CASUS_PLACE_TERM_NAME}, {"behind", CASUS_PLACE_TERM_BEHIND}, {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t use = 0;
    CASUS_TRY(casus_pack__choose(file, field[2], uses, &use, err));
    st = add_place_term(file, &file->pack->place_name, field[0], field[1], (casus_place_term_class)use, err);
done:
    return st;
}

static casus_status read_kind(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice kinds[] = {{"populated", CASUS_PLACE_KIND_POPULATED},
                                         {"district", CASUS_PLACE_KIND_DISTRICT},
                                         {"region", CASUS_PLACE_KIND_REGION},
                                         {"country", CASUS_PLACE_KIND_COUNTRY},
                                         {"area", CASUS_PLACE_KIND_AREA},
                                         {"site", CASUS_PLACE_KIND_SITE},
                                         {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t kind = 0;
    CASUS_TRY(casus_pack__choose(file, field[1], kinds, &kind, err));
    st = casus_pack__add_term(file, &file->pack->place_kind, field[0], kind, err);
done:
    return st;
}

static casus_status read_cue(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice classes[] = {{"in", CASUS_PLACE_CUE_IN},
                                           {"of", CASUS_PLACE_CUE_OF},
                                           {"near", CASUS_PLACE_CUE_NEAR},
                                           {"direction", CASUS_PLACE_CUE_DIRECTION},
                                           {"title", CASUS_PLACE_CUE_TITLE},
                                           {"body", CASUS_PLACE_CUE_BODY},
                                           {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_str list = field[1];
    casus_str part;
    uint32_t set = 0;
    while (casus_pack__next_part(&list, '|', &part)) {
        uint32_t one = 0;
        CASUS_TRY(casus_pack__choose(file, part, classes, &one, err));
        set |= one;
    }
    st = casus_pack__add_term(file, &file->pack->place_cue, field[0], set, err);
done:
    return st;
}

static casus_status read_not_place(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    return casus_pack__add_term(file, &file->pack->not_place, field[0], 1, err);
}

static casus_status read_given_name(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    return casus_pack__add_term(file, &file->pack->given_name, field[0], 1, err);
}

const casus_pack_file casus_pack__place_files[] = {
    {"place/demonyms.tsv", {"form", "place", "class"}, 3, read_demonym},
    {"place/names.tsv", {"form", "place", "use"}, 3, read_name},
    {"place/kinds.tsv", {"term", "kind"}, 2, read_kind},
    {"place/cues.tsv", {"term", "classes"}, 2, read_cue},
    {"place/not_places.tsv", {"form"}, 1, read_not_place},
    {"place/given_names.tsv", {"form"}, 1, read_given_name},
    {NULL, {NULL}, 0, NULL},
};
