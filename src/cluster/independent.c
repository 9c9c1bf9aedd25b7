/*
 * How many outlets of an incident's claims repeat no other. One voice each: an outlet with all its documents; a document
 * and those that repeat its text; an agency and the documents that have the happening from it alone.
 */
#include "cluster/clustering.h"

#include "base/map.h"

#include <stdio.h>

typedef struct voices {
    const casus_ledger *ledger;
    casus_arena *arena;
    casus_map number; /* of a voice's name */
    uint32_t *parent; /* [2 * documents + ...]: voices that are one */
    uint32_t n;
} voices;

static uint32_t root_of(voices *v, uint32_t i)
{
    while (v->parent[i] != i) {
        v->parent[i] = v->parent[v->parent[i]];
        i = v->parent[i];
    }
    return i;
}

/* Lower-case ASCII of at most 120 bytes, so that 'BELGA' is 'Belga'; behind `kind`. */
static bool number_of(voices *v, char kind, casus_str name, uint32_t *out)
{
    char folded[128] = {kind};
    size_t n = 1;
    for (size_t i = 0; i < name.len && n < sizeof folded - 1; i++) {
        char c = name.ptr[i];
        folded[n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    const uint32_t *known = casus_map_get(&v->number, (casus_str){folded, n});
    if (known != NULL) {
        *out = *known;
        return true;
    }
    casus_str key = casus_arena_str(v->arena, (casus_str){folded, n});
    *out = v->n;
    v->parent[v->n] = v->n;
    return key.ptr != NULL && casus_map_set(&v->number, key, v->n++, NULL, v->arena);
}

static bool same(voices *v, char kind, casus_str name, uint32_t voice)
{
    uint32_t other = 0;
    if (!number_of(v, kind, name, &other)) {
        return false;
    }
    v->parent[root_of(v, other)] = root_of(v, voice);
    return true;
}

/* The press as source of a claim: its nearest or its outermost; CASUS_NONE: there is none. */
static uint32_t agency_of(const casus_ledger *ledger, const casus_ledger_claim *claim)
{
    for (uint32_t i = claim->source.n; i-- > 0;) {
        const casus_actor *a = &ledger->actor[claim->source.at[i]];
        for (uint32_t k = 0; k < a->n_sector; k++) {
            if (!a->person && casus_str_eq(a->sector[k], CASUS_STR("JRN"))) {
                return claim->source.at[i];
            }
        }
    }
    return CASUS_NONE;
}

/* The agency that all sourced claims [begin, end) of one document are from; CASUS_NONE: it has sources of its own. */
static uint32_t common_agency(const casus_ledger *ledger, const uint32_t *claim, uint32_t n)
{
    uint32_t agency = CASUS_NONE;
    for (uint32_t i = 0; i < n; i++) {
        const casus_ledger_claim *c = &ledger->claim[claim[i]];
        if (c->source.n == 0) {
            continue; /* the outlet's own voice retells */
        }
        uint32_t a = agency_of(ledger, c);
        if (a == CASUS_NONE || (agency != CASUS_NONE && a != agency)) {
            return CASUS_NONE;
        }
        agency = a;
    }
    return agency;
}

static uint32_t original(const casus_ledger *ledger, uint32_t document)
{
    while (ledger->document[document].copy_of != CASUS_NONE) {
        document = ledger->document[document].copy_of;
    }
    return document;
}

static bool hear(voices *v, const uint32_t *claim, uint32_t n, uint32_t *voice)
{
    const casus_ledger *ledger = v->ledger;
    uint32_t document = ledger->claim[claim[0]].document;
    const casus_ledger_doc *doc = &ledger->document[document];
    char text[16];
    int len = snprintf(text, sizeof text, "%u", original(ledger, document));
    if (!number_of(v, 't', (casus_str){text, (size_t)len}, voice)) {
        return false;
    }
    uint32_t agency = common_agency(ledger, claim, n);
    return (doc->outlet.len == 0 || same(v, 'o', doc->outlet, *voice)) &&
           (agency == CASUS_NONE || same(v, 'o', ledger->actor[agency].name, *voice));
}

bool casus_cluster__independent(const casus_ledger *ledger, casus_arena *arena, casus_incident *incident)
{
    const uint32_t *claim = incident->claim.at;
    uint32_t n = incident->claim.n;
    voices v = {.ledger = ledger, .arena = arena, .parent = CASUS_NEW(arena, uint32_t, 3 * (size_t)n + 1)};
    uint32_t *voice = CASUS_NEW(arena, uint32_t, (size_t)n + 1);
    casus_map outlets = {0};
    bool ok = v.parent != NULL && voice != NULL;
    incident->n_document = 0;
    incident->n_outlet = 0;
    incident->n_independent = 0;
    for (uint32_t i = 0, end = 0; ok && i < n; i = end) {
        const casus_ledger_doc *doc = &ledger->document[ledger->claim[claim[i]].document];
        end = i + 1;
        while (end < n && ledger->claim[claim[end]].document == ledger->claim[claim[i]].document) {
            end++;
        }
        bool known = false;
        ok = hear(&v, claim + i, end - i, &voice[incident->n_document++]) &&
             (doc->outlet.len == 0 || casus_map_set(&outlets, doc->outlet, 0, &known, arena));
        incident->n_outlet += !known;
    }
    for (uint32_t i = 0; ok && i < incident->n_document; i++) {
        bool first = true;
        for (uint32_t k = 0; k < i && first; k++) {
            first = root_of(&v, voice[k]) != root_of(&v, voice[i]);
        }
        incident->n_independent += first;
    }
    return ok;
}
