/* Actors and places by name: see filter_value.h. */
#include "report/country.h"
#include "report/filter_value.h"
#include "report/fold.h"

#include <ctype.h>
#include <jansson.h>

/* PLOVER's codes for actors of no country. */
static bool is_plover_code(casus_str code)
{
    static const char codes[] = "UNO EUR IGO NGO ISM IMG MNC ";
    for (const char *at = codes; code.len == 3 && *at != '\0'; at += 4) {
        if (memcmp(at, code.ptr, 3) == 0) {
            return true;
        }
    }
    return false;
}

/*
 * The code that an actor is asked by: three capitals that are a country's or PLOVER's, or whatever stands before ':',
 * in alpha-2 or alpha-3. "" if `value` is part of a name.
 */
static void code_of(casus_str value, bool before_colon, char out[CASUS_COUNTRY_CODE])
{
    bool capitals = value.len == 3 || before_colon;
    out[0] = '\0';
    for (size_t i = 0; i < value.len; i++) {
        capitals = capitals && isupper((unsigned char)value.ptr[i]);
    }
    if (capitals && is_plover_code(value)) {
        memcpy(out, value.ptr, 3);
        out[3] = '\0';
    } else if (capitals || before_colon) {
        casus_country3(value, out);
    }
}

static bool has_sector(const casus_actor *actor, casus_str sector)
{
    for (uint32_t i = 0; i < actor->n_sector; i++) {
        if (casus_str_eq(actor->sector[i], sector)) {
            return true;
        }
    }
    return false;
}

/*
 * Ask `match` about the words of each mention in the list `member` of a claim's JSON, and mark what it stands for: `list`
 * has them in the same order.
 */
static casus_status mark_mentions(const json_t *claim, const char *member, casus_indices list, casus_str wanted,
                                  bool (*match)(casus_str folded, casus_str wanted), casus_arena *scratch, bool *named,
                                  casus_error *err)
{
    const json_t *told = json_object_get(claim, member);
    for (uint32_t i = 0; i < list.n && list.n == json_array_size(told); i++) {
        const json_t *mention = json_object_get(json_array_get(told, i), "mention");
        casus_str words = casus_fold(casus_str_of(json_string_value(json_object_get(mention, "exact"))), scratch);
        if (words.ptr == NULL) {
            return casus_arena_fail(scratch, err);
        }
        named[list.at[i]] = named[list.at[i]] || match(words, wanted);
    }
    return CASUS_OK;
}

/* Mark the actors, or else the places, of all claims by the words that the claims use for them. */
static casus_status mark_spellings(const casus_ledger *ledger, bool actors, casus_str wanted, bool *named,
                                   casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_arena scratch; /* the words of claims are needed one at a time */
    casus_arena_init(&scratch, SIZE_MAX);
    for (uint32_t i = 0; st == CASUS_OK && i < ledger->n_claim; i++) {
        const casus_ledger_claim *c = &ledger->claim[i];
        if (c->json.len == 0 || (!actors && c->place.n == 0)) {
            continue;
        }
        json_t *claim = json_loadb(c->json.ptr, c->json.len, 0, NULL);
        casus_arena_clear(&scratch);
        if (!actors) {
            st = mark_mentions(claim, "place", c->place, wanted, casus_str_eq, &scratch, named, err);
        } else {
            const struct {
                const char *member;
                casus_indices list;
            } roles[] = {{"actor", c->actor}, {"recipient", c->recipient}, {"source", c->source}};
            for (size_t r = 0; st == CASUS_OK && r < sizeof roles / sizeof roles[0]; r++) {
                st = mark_mentions(claim, roles[r].member, roles[r].list, wanted, casus_fold_holds, &scratch, named,
                                   err);
            }
        }
        json_decref(claim);
    }
    casus_arena_free(&scratch);
    return st;
}

casus_status casus_filter__actors(const char *option, const char *value, const casus_ledger *ledger, casus_arena *arena,
                                  bool *named, casus_error *err)
{
    const char *colon = strchr(value, ':');
    casus_str first = {value, colon == NULL ? strlen(value) : (size_t)(colon - value)};
    casus_str sector = casus_str_of(colon == NULL ? NULL : colon + 1);
    casus_str part = casus_fold(casus_str_of(value), arena);
    char code[CASUS_COUNTRY_CODE];
    bool any = false;
    code_of(first, colon != NULL, code);
    if (part.ptr == NULL) {
        return casus_arena_fail(arena, err);
    }
    if (colon != NULL && code[0] == '\0') {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "--%s=%s: '%.*s' is no country's code", option, value,
                          CASUS_STR_ARG(first));
    }
    for (uint32_t i = 0; i < ledger->n_actor; i++) {
        const casus_actor *actor = &ledger->actor[i];
        if (code[0] != '\0') {
            named[i] = casus_str_eq(actor->country, casus_str_of(code)) && (colon == NULL || has_sector(actor, sector));
        } else {
            casus_str name = casus_fold(actor->name, arena);
            if (name.ptr == NULL) {
                return casus_arena_fail(arena, err);
            }
            named[i] = casus_fold_holds(name, part);
        }
    }
    casus_status st = code[0] != '\0' ? CASUS_OK : mark_spellings(ledger, true, part, named, err);
    for (uint32_t i = 0; i < ledger->n_actor; i++) {
        any = any || named[i];
    }
    return st != CASUS_OK || any
               ? st
               : casus_fail(err, CASUS_END, NULL, 0, 0, "--%s=%s: no actor of the ledger is called so", option, value);
}

static casus_status mark_named(casus_str name, const casus_ledger *ledger, casus_arena *arena, bool *named,
                               casus_error *err)
{
    for (uint32_t i = 0; i < ledger->n_place; i++) {
        casus_str own = casus_fold(ledger->place[i].name, arena);
        if (own.ptr == NULL) {
            return casus_arena_fail(arena, err);
        }
        named[i] = own.len > 0 && casus_str_eq(own, name);
    }
    return mark_spellings(ledger, false, name, named, err);
}

casus_status casus_filter__places(const char *value, const casus_ledger *ledger, casus_arena *arena, bool *named,
                                  casus_error *err)
{
    double circle[3];
    bool any = false;
    if (casus_filter__circle(value, circle)) {
        for (uint32_t i = 0; i < ledger->n_place; i++) {
            const casus_place *p = &ledger->place[i];
            named[i] = casus_kilometres(circle[0], circle[1], p->latitude, p->longitude) <= circle[2];
        }
        return CASUS_OK;
    }
    casus_str name = casus_fold(casus_str_of(value), arena);
    if (name.ptr == NULL) {
        return casus_arena_fail(arena, err);
    }
    casus_status st = name.len == 0 ? CASUS_OK : mark_named(name, ledger, arena, named, err);
    for (uint32_t i = 0; st == CASUS_OK && i < ledger->n_place; i++) {
        any = any || named[i];
    }
    return st != CASUS_OK || any
               ? st
               : casus_fail(err, CASUS_END, NULL, 0, 0, "--place=%s: no place of the ledger is called so", value);
}
