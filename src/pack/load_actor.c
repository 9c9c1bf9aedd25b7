/* Tables of actors; lang/README.md describes them. */
#include "pack/loading.h"

/* PLOVER's codes that stand where a country would. */
static bool is_stateless(casus_str code)
{
    static const char *const codes[] = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        if (casus_str_eq(code, casus_str_of(codes[i]))) {
            return true;
        }
    }
    return false;
}

static casus_status read_sectors(casus_loading *file, casus_str list, casus_role *role, casus_error *err)
{
    casus_str code;
    while (list.len > 0 && casus_pack__next_part(&list, ' ', &code)) {
        if (code.len != 3 || role->n_sector == sizeof role->sector / sizeof role->sector[0]) {
            return casus_table_fault(&file->table, code, err, "up to four codes of three letters are wanted");
        }
        if (is_stateless(code)) {
            role->country = code;
        } else {
            role->sector[role->n_sector++] = code;
        }
    }
    return CASUS_OK;
}

static casus_status read_role(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice classes[] = {{"person", CASUS_ROLE_PERSON},
                                           {"body", CASUS_ROLE_BODY},
                                           {"group", CASUS_ROLE_GROUP},
                                           {"people", CASUS_ROLE_PEOPLE},
                                           {"part", CASUS_ROLE_PART},
                                           {"field", CASUS_ROLE_FIELD},
                                           {NULL, 0}};
    static const casus_choice scopes[] = {{"", CASUS_SCOPE_ANYWHERE},
                                          {"told", CASUS_SCOPE_TOLD},
                                          {"place", CASUS_SCOPE_PLACE},
                                          {"local", CASUS_SCOPE_LOCAL},
                                          {"breakaway", CASUS_SCOPE_BREAKAWAY},
                                          {"sent", CASUS_SCOPE_SENT},
                                          {NULL, 0}};
    casus_status st = CASUS_OK;
    casus_pack *pack = file->pack;
    casus_role role = {.name = field[3]};
    uint32_t class_of = 0;
    uint32_t scope = 0;
    CASUS_TRY(casus_pack__choose(file, field[1], classes, &class_of, err));
    CASUS_TRY(casus_pack__choose(file, field[4], scopes, &scope, err));
    CASUS_TRY(read_sectors(file, field[2], &role, err));
    role.class_of = (casus_role_class)class_of;
    role.scope = (casus_role_scope)scope;
    casus_role *grown = casus_pack__push(pack->role_of, pack->n_role, sizeof *grown, file->arena);
    if (grown == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    pack->role_of = grown;
    pack->role_of[pack->n_role++] = role;
    st = casus_pack__add_term(file, &pack->role, field[0], pack->n_role - 1, err);
done:
    return st;
}

static casus_status read_word(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice classes[] = {
        {"of", CASUS_WORD_OF},       {"in", CASUS_WORD_IN},           {"from", CASUS_WORD_FROM},
        {"for", CASUS_WORD_FOR},     {"run", CASUS_WORD_RUN},         {"particle", CASUS_WORD_PARTICLE},
        {"title", CASUS_WORD_TITLE}, {"country", CASUS_WORD_COUNTRY}, {"group", CASUS_WORD_GROUP},
        {"sides", CASUS_WORD_SIDES}, {"parties", CASUS_WORD_PARTIES}, {"both", CASUS_WORD_BOTH},
        {"aloof", CASUS_WORD_ALOOF}, {"local", CASUS_WORD_LOCAL},     {"occupier", CASUS_WORD_OCCUPIER},
        {"own", CASUS_WORD_OWN},     {"link", CASUS_WORD_LINK},       {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t class_of = 0;
    CASUS_TRY(casus_pack__choose(file, field[1], classes, &class_of, err));
    st = casus_pack__add_term(file, &file->pack->actor_word, field[0], class_of, err);
done:
    return st;
}

static casus_status read_pronoun(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err)
{
    static const casus_choice classes[] = {
        {"personal", 0}, {"possessive", CASUS_PRONOUN_POSSESSIVE}, {"relative", CASUS_PRONOUN_RELATIVE}, {NULL, 0}};
    static const casus_choice numbers[] = {{"one", CASUS_PRONOUN_ONE},
                                           {"many", CASUS_PRONOUN_MANY},
                                           {"any", CASUS_PRONOUN_ONE | CASUS_PRONOUN_MANY},
                                           {NULL, 0}};
    static const casus_choice kinds[] = {{"person", CASUS_PRONOUN_PERSON},
                                         {"thing", CASUS_PRONOUN_THING},
                                         {"any", CASUS_PRONOUN_PERSON | CASUS_PRONOUN_THING},
                                         {NULL, 0}};
    casus_status st = CASUS_OK;
    uint32_t bits[3] = {0};
    CASUS_TRY(casus_pack__choose(file, field[1], classes, &bits[0], err));
    CASUS_TRY(casus_pack__choose(file, field[2], numbers, &bits[1], err));
    CASUS_TRY(casus_pack__choose(file, field[3], kinds, &bits[2], err));
    st = casus_pack__add_term(file, &file->pack->pronoun, field[0], bits[0] | bits[1] | bits[2], err);
done:
    return st;
}

const casus_pack_file casus_pack__actor_files[] = {
    {"actor/roles.tsv", {"term", "class", "sectors", "name", "scope"}, 5, read_role},
    {"actor/words.tsv", {"term", "class"}, 2, read_word},
    {"actor/pronouns.tsv", {"form", "class", "number", "stands"}, 4, read_pronoun},
    {NULL, {NULL}, 0, NULL},
};
