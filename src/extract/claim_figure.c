/* Figures of claims: see claim_figure.h. */
#include "extract/claim_figure.h"

#include "extract/claim_sides.h"

/*
 * 'Shot from a truck', 'bodies in two hospitals': the thing with which or where it was done is told for its own sake only
 * if something became of it.
 */
static bool is_means(const casus_view *view, const casus_claim *c, const casus_item *item, const casus_quantity *q)
{
    if (item == NULL) {
        return false;
    }
    if (q->outcome.len > 0) { /* 'killed in an attack on a base' */
        uint32_t head = view->word[q->head].head;
        return head != CASUS_NO_WORD && view->word[head].upos == CASUS_UPOS_NOUN &&
               (item->class_of == CASUS_ITEM_BUILDING || item->class_of == CASUS_ITEM_PLACE) &&
               casus_str_eq(q->outcome, CASUS_STR("targeted")) && casus_str_eq(q->rule, CASUS_STR("article"));
    }
    switch (item->class_of) {
    case CASUS_ITEM_EQUIPMENT:
    case CASUS_ITEM_MUNITION:
        return casus_str_eq(q->rule, CASUS_STR("article"));
    case CASUS_ITEM_BUILDING:
        return c->type == CASUS_ASSAULT;
    case CASUS_ITEM_PLACE: /* 'in several districts', but 'on two fronts' */
        return c->type == CASUS_ASSAULT && !casus_str_eq(q->rule, CASUS_STR("count"));
    case CASUS_ITEM_EVENT: /* 'multiple strikes' */
        return casus_str_eq(q->rule, CASUS_STR("vague"));
    default:
        return false;
    }
}

/* 'Two residents said': those who tell of it, not whom it befell. */
static bool is_teller(const casus_claim *c, const casus_quantity *q)
{
    for (uint32_t i = 0; i < c->source.n && q->outcome.len == 0; i++) {
        casus_span mention = c->source.role[i].mention;
        if (mention.begin < q->text.end && q->text.begin < mention.end) {
            return true;
        }
    }
    return false;
}

/* One who calls for, refuses, agrees or meets is no figure of the event, nor the single town that is taken: it is its place. */
static bool is_idle(const casus_view *view, const casus_claim *c, const casus_quantity *q)
{
    const casus_item *item = casus_item_of(view, q->head);
    bool single = q->best >= 1.0 && q->best <= 1.0;
    if (is_means(view, c, item, q) || is_teller(c, q)) {
        return true;
    }
    switch (c->type) {
    case CASUS_REQUEST:
    case CASUS_REJECT:
    case CASUS_AGREE:
    case CASUS_CONSULT:
    case CASUS_ACCUSE:
        return q->outcome.len == 0;
    case CASUS_CONTROL:
        return single && item != NULL && (item->class_of == CASUS_ITEM_PLACE || item->class_of == CASUS_ITEM_BUILDING);
    default:
        return false;
    }
}

void casus_claims_figure(const casus_view *view)
{
    for (uint32_t i = 0; i < view->doc->n_claim; i++) {
        casus_claim *c = &view->doc->claim[i];
        uint32_t n = 0;
        for (uint32_t k = 0; k < c->n_quantity; k++) {
            if (!is_idle(view, c, &view->doc->quantity[c->quantity[k]])) {
                c->quantity[n++] = c->quantity[k];
            }
        }
        c->n_quantity = n;
    }
}

static const char *const soldiers[] = {"MIL", NULL};
static const char *const fighters[] = {"REB", "PRM", NULL};
static const char *const others[] = {"CVL", "JRN", "MED", "REF", "BUS", "COP", NULL};

/* What one of this actor's people is called; absent: nothing more exact than a person. */
static casus_str member_of(const casus_actor *actor)
{
    if (casus_has_sector(actor, others)) {
        return CASUS_STR_NULL;
    }
    return casus_has_sector(actor, fighters)   ? CASUS_STR("fighter")
           : casus_has_sector(actor, soldiers) ? CASUS_STR("soldier")
                                               : CASUS_STR_NULL;
}

/* What those are whom the claim tells of, if they are all of one kind. */
static casus_str victim_of(const casus_doc *doc, const casus_claim *c)
{
    casus_str kind = CASUS_STR_NULL;
    for (uint32_t i = 0; i < c->recipient.n; i++) {
        casus_str one = member_of(&doc->actor[c->recipient.role[i].actor]);
        if (one.len == 0 || (kind.len > 0 && !casus_str_eq(one, kind))) {
            return CASUS_STR_NULL;
        }
        kind = one;
    }
    return kind;
}

void casus_claims_name_figures(const casus_view *view)
{
    casus_doc *doc = view->doc;
    for (uint32_t i = 0; i < doc->n_claim; i++) {
        const casus_claim *c = &doc->claim[i];
        casus_str victim = c->type == CASUS_ASSAULT ? victim_of(doc, c) : CASUS_STR_NULL;
        for (uint32_t k = 0; k < c->n_quantity; k++) {
            casus_quantity *q = &doc->quantity[c->quantity[k]];
            casus_str own = q->side == CASUS_NO_ACTOR ? CASUS_STR_NULL : member_of(&doc->actor[q->side]);
            if (casus_str_eq(q->item, CASUS_STR("person")) && (own.len > 0 || victim.len > 0)) {
                q->item = own.len > 0 ? own : victim;
            }
        }
    }
}
