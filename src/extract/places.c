/* Finding places: see mention.h. */
#include "extract/places.h"

#include "pack/claim.h"

#include "extract/mention.h"

static casus_status init(casus_places *places, casus_view *view, casus_error *err)
{
    *places = (casus_places){.view = view};
    places->toponym = CASUS_NEW(view->scratch, casus_toponym, (size_t)view->doc->n_word + 1);
    places->at = CASUS_NEW(view->scratch, uint32_t, (size_t)view->doc->n_word + 1);
    return places->toponym == NULL || places->at == NULL ? casus_arena_fail(view->scratch, err) : CASUS_OK;
}

/* A verb, or an adjective that names an event ('Oslo is willing'). */
static bool is_act(const casus_view *view, uint32_t w)
{
    const casus_claim_pack *pack = view->pack->claim;
    const casus_view_word *v = &view->word[w];
    return v->upos == CASUS_UPOS_VERB || (v->upos == CASUS_UPOS_ADJ && v->lemma != 0 && v->lemma <= pack->n_vocab &&
                                          pack->first_trigger[v->lemma] != CASUS_PACK_LAST);
}

/* Whether the word is the subject of an active verb and nothing happens in it; what is joined to it by 'and' is too. */
static bool is_subject(const casus_view *view, uint32_t w)
{
    const casus_view_word *v = &view->word[w];
    if (v->deprel == CASUS_DEPREL_CONJ && v->head != CASUS_NO_WORD &&
        casus_view_child(view, w, CASUS_DEPREL_CASE) == CASUS_NO_WORD) {
        w = v->head;
        v = &view->word[w];
    }
    return v->deprel == CASUS_DEPREL_NSUBJ && v->head != CASUS_NO_WORD && is_act(view, v->head) &&
           casus_view_child(view, w, CASUS_DEPREL_CASE) == CASUS_NO_WORD;
}

/* Whether the words stand for the government that sits there: a country, a capital, or a seat of power that acts. */
static bool is_government(const casus_places *places, const casus_toponym *t, const casus_place *p)
{
    bool seat = p->precision == CASUS_PLACE_COUNTRY || casus_str_eq(p->feature, CASUS_STR("PPLC")) ||
                casus_str_eq(p->feature, CASUS_STR("BLDG"));
    return seat && !t->adjective && !t->part && is_subject(places->view, t->head);
}

static casus_str rule_of(const casus_toponym_name *name, const casus_toponym *t)
{
    if (t->adjective) {
        return CASUS_STR("place/demonym");
    }
    if (t->fixed) {
        return CASUS_STR("place/language");
    }
    if (name->sounds) {
        return CASUS_STR("place/sound");
    }
    return name->within != CASUS_NO_TOPONYM ? CASUS_STR("place/within")
           : name->n_choice == 1            ? CASUS_STR("place/only")
                                            : CASUS_STR("place/likeliest");
}

static casus_status keep(const casus_places *places, casus_error *err)
{
    casus_doc *doc = places->view->doc;
    doc->place = CASUS_NEW(&doc->arena, casus_place, (size_t)places->n + 1);
    if (doc->place == NULL) {
        return casus_arena_fail(&doc->arena, err);
    }
    for (uint32_t i = 0; i < places->n; i++) {
        const casus_toponym *t = &places->toponym[i];
        const casus_toponym_name *name = &places->name[t->name];
        if (!t->taken) {
            continue;
        }
        casus_place *p = &doc->place[doc->n_place++];
        casus_gazetteer_fill(places->view->world->gazetteer, name->choice[name->best], p);
        p->text = casus_view_span(places->view, t->begin, t->end);
        p->word_begin = t->begin;
        p->word_end = t->end;
        p->head = t->head;
        p->adjective = t->adjective;
        p->part = t->part;
        p->near = t->near;
        p->government = is_government(places, t, p);
        p->rule = rule_of(name, t);
    }
    return CASUS_OK;
}

casus_status casus_extract__places(casus_view *view, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_places places;
    view->doc->n_place = 0;
    if (view->world == NULL) {
        return CASUS_OK;
    }
    CASUS_TRY(init(&places, view, err));
    CASUS_TRY(casus_places__find(&places, err));
    CASUS_TRY(casus_places__find_sounding(&places, err));
    CASUS_TRY(casus_places__judge(&places, err));
    CASUS_TRY(casus_places__resolve(&places, err));
    st = keep(&places, err);
done:
    return st;
}
