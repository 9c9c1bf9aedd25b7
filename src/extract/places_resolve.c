/* Which of the places of a name is meant: see places.h. */
#include "extract/places.h"

#include <math.h>

/* What makes a place likelier, in logarithms. Set on news of the world and of small towns. */
static const double per_weight = 0.085; /* of a row's weight, eight of which double the inhabitants */
static const double country_bonus = 3.0, region_bonus = 0.3, capital_bonus = 3.0, seat_bonus = 0.6, area_bonus = 1.0;
static const double other_name = -2.0, district_bonus = -1.0, section_bonus = -0.7, site_bonus = 1.5, namesake = -1.6;
static const double right_kind = 5.0, wrong_kind = -1.5, inside = 12.0, per_country = 1.4, per_region = 1.6,
                    per_near = 1.2;
static const double per_unlike = -30.0, near_km = 120.0;
static const double enough = 0.5; /* other places of the country, as gather counts them */

enum { ROUNDS = 3, ANCHORS = 12, NAMESAKES = 6, CITY = 133, MUCH = 14 }; /* MUCH: a third of the people */

typedef struct anchor {
    uint32_t place, name;
    double strength;
} anchor;

/* What the document's places have in common so far. */
typedef struct evidence {
    double country[256];
    double *area; /* [area_room] by row.region */
    anchor anchor[ANCHORS];
    uint32_t n_anchor;
} evidence;

static double kilometres(const casus_gazetteer_row *a, const casus_gazetteer_row *b)
{
    double degree = 111.2;
    double dy = (a->latitude - b->latitude) / 1e5;
    double dx = (a->longitude - b->longitude) / 1e5;
    dx = dx > 180 ? dx - 360 : dx < -180 ? dx + 360 : dx;
    dx *= cos((a->latitude + b->latitude) / 2e5 * 0.017453292519943295);
    return degree * sqrt(dx * dx + dy * dy);
}

static bool kind_fits(uint8_t kind, casus_place_precision precision)
{
    switch (kind) {
    case CASUS_PLACE_KIND_POPULATED:
        return precision == CASUS_PLACE_POPULATED;
    case CASUS_PLACE_KIND_DISTRICT:
        return precision == CASUS_PLACE_DISTRICT;
    case CASUS_PLACE_KIND_REGION:
        return precision == CASUS_PLACE_REGION || precision == CASUS_PLACE_DISTRICT || precision == CASUS_PLACE_AREA;
    case CASUS_PLACE_KIND_COUNTRY:
        return precision == CASUS_PLACE_COUNTRY;
    case CASUS_PLACE_KIND_AREA:
        return precision == CASUS_PLACE_AREA;
    default:
        return true;
    }
}

/* Whether a town in the area bears the area's name, and is meant unless the text says region or district. */
static bool has_namesake(const casus_places *places, const casus_toponym_name *name, uint32_t area)
{
    const casus_gazetteer *g = places->view->world->gazetteer;
    bool told = name->kind == CASUS_PLACE_KIND_REGION || name->kind == CASUS_PLACE_KIND_DISTRICT;
    for (uint32_t i = 0; i < name->n_choice && i < NAMESAKES && !told; i++) {
        uint32_t place = name->choice[i];
        uint8_t weight = casus_gazetteer_row_of(g, place)->weight;
        bool seat = casus_gazetteer_district_of(g, place) == area ||
                    (casus_gazetteer_region_of(g, place) == area && name->main[i] &&
                     (weight >= CITY || weight + MUCH >= casus_gazetteer_row_of(g, area)->weight));
        if (seat && casus_gazetteer_precision(g, place) == CASUS_PLACE_POPULATED) {
            return true;
        }
    }
    return false;
}

/* How likely a place is before the rest of the document is looked at. */
static double prior(const casus_places *places, const casus_toponym_name *name, uint32_t i)
{
    const casus_gazetteer *g = places->view->world->gazetteer;
    uint32_t place = name->choice[i];
    casus_place_precision precision = casus_gazetteer_precision(g, place);
    casus_str feature = casus_gazetteer_feature(g, place);
    double score = per_weight * casus_gazetteer_row_of(g, place)->weight;
    score += name->sounds ? per_unlike * (1 - (double)name->alike[i]) : name->main[i] ? 0 : other_name;
    if (precision == CASUS_PLACE_COUNTRY) {
        score += country_bonus;
    } else if (precision == CASUS_PLACE_REGION) {
        score += region_bonus + (has_namesake(places, name, place) ? namesake : 0);
    } else if (precision == CASUS_PLACE_DISTRICT) {
        score += district_bonus + (has_namesake(places, name, place) ? namesake : 0);
    } else if (precision == CASUS_PLACE_AREA) {
        score += area_bonus;
    } else if (precision == CASUS_PLACE_SITE) {
        score += site_bonus;
    } else if (casus_str_eq(feature, CASUS_STR("PPLC"))) {
        score += capital_bonus;
    } else if (casus_str_eq(feature, CASUS_STR("PPLA"))) {
        score += seat_bonus;
    } else if (casus_str_eq(feature, CASUS_STR("PPLX"))) {
        score += section_bonus;
    }
    if (name->kind != CASUS_PLACE_KIND_NONE && name->kind != CASUS_PLACE_KIND_SITE) {
        score += kind_fits(name->kind, precision) ? right_kind : wrong_kind;
    }
    return score;
}

/* Whether the places that `outer` may mean hold `place`, and how surely. */
static double held_by(const casus_places *places, const casus_toponym_name *outer, uint32_t place)
{
    const casus_gazetteer *g = places->view->world->gazetteer;
    double share = 0;
    for (uint32_t i = 0; i < outer->n_choice; i++) {
        uint32_t area = outer->choice[i];
        if (area != place &&
            (area == casus_gazetteer_region_of(g, place) || area == casus_gazetteer_district_of(g, place) ||
             area == casus_gazetteer_country_of(g, place))) {
            share += (double)outer->score[i];
        }
    }
    return share;
}

static double context(const casus_places *places, const evidence *e, uint32_t n, uint32_t place)
{
    const casus_gazetteer *g = places->view->world->gazetteer;
    const casus_gazetteer_row *row = casus_gazetteer_row_of(g, place);
    const casus_toponym_name *name = &places->name[n];
    double country = row->country == 0 ? 0 : e->country[row->country];
    double region = row->region == 0 ? 0 : e->area[row->region];
    for (uint32_t i = 0; i < name->n_choice; i++) { /* a name is no evidence for itself */
        const casus_gazetteer_row *own = casus_gazetteer_row_of(g, name->choice[i]);
        double share = (double)name->score[i] * sqrt(name->mentions);
        country -= own->country == row->country ? share : 0;
        region -= own->region == row->region ? share : 0;
    }
    double near = 0;
    for (uint32_t a = 0; a < e->n_anchor; a++) {
        if (e->anchor[a].name != n) {
            near +=
                e->anchor[a].strength * exp(-kilometres(row, casus_gazetteer_row_of(g, e->anchor[a].place)) / near_km);
        }
    }
    return per_country * log1p(fmax(0, country)) + per_region * log1p(fmax(0, region)) + per_near * log1p(near);
}

/* Scores into shares that sum to one. */
static void share_out(casus_toponym_name *name)
{
    double sum = 0;
    name->best = 0;
    for (uint32_t i = 0; i < name->n_choice; i++) {
        name->best = name->score[i] > name->score[name->best] ? i : name->best;
    }
    double top = (double)name->score[name->best];
    for (uint32_t i = 0; i < name->n_choice; i++) {
        name->score[i] = (float)exp((double)name->score[i] - top);
        sum += (double)name->score[i];
    }
    for (uint32_t i = 0; i < name->n_choice; i++) {
        name->score[i] = (float)((double)name->score[i] / sum);
    }
}

static void put_anchor(evidence *e, anchor a)
{
    uint32_t at = e->n_anchor;
    if (at < ANCHORS) {
        e->n_anchor++;
    } else if (e->anchor[--at].strength >= a.strength) {
        return;
    }
    while (at > 0 && e->anchor[at - 1].strength < a.strength) {
        e->anchor[at] = e->anchor[at - 1];
        at--;
    }
    e->anchor[at] = a;
}

static void gather(const casus_places *places, evidence *e)
{
    const casus_gazetteer *g = places->view->world->gazetteer;
    memset(e->country, 0, sizeof e->country);
    memset(e->area, 0, sizeof *e->area * casus_gazetteer_areas(g));
    e->n_anchor = 0;
    for (uint32_t n = 0; n < places->n_name; n++) {
        const casus_toponym_name *name = &places->name[n];
        if (name->mentions == 0) {
            continue;
        }
        double much = sqrt(name->mentions);
        for (uint32_t i = 0; i < name->n_choice; i++) {
            const casus_gazetteer_row *row = casus_gazetteer_row_of(g, name->choice[i]);
            e->country[row->country] += much * (double)name->score[i];
            e->area[row->region] += row->region == 0 ? 0 : much * (double)name->score[i];
        }
        casus_place_precision precision = casus_gazetteer_precision(g, name->choice[name->best]);
        if (precision != CASUS_PLACE_COUNTRY && precision != CASUS_PLACE_AREA) {
            double wide = precision == CASUS_PLACE_REGION ? 0.5 : 1;
            put_anchor(e, (anchor){name->choice[name->best], n, much * wide * (double)name->score[name->best]});
        }
    }
}

/*
 * A name known by its sound alone wants another place of its country in the document, unless nothing else sounds so, and the
 * kind that the text says.
 */
static void drop_lonely(casus_places *places, const evidence *e)
{
    const casus_gazetteer *g = places->view->world->gazetteer;
    for (uint32_t i = 0; i < places->n; i++) {
        casus_toponym *t = &places->toponym[i];
        const casus_toponym_name *name = &places->name[t->name];
        if (!name->sounds || !t->taken) {
            continue;
        }
        uint8_t country = casus_gazetteer_row_of(g, name->choice[name->best])->country;
        double own = 0;
        for (uint32_t k = 0; k < name->n_choice; k++) {
            bool same = casus_gazetteer_row_of(g, name->choice[k])->country == country;
            own += same ? (double)name->score[k] * sqrt(name->mentions) : 0;
        }
        t->taken = country != 0 && (name->surely || e->country[country] - own >= enough) &&
                   kind_fits(name->kind, casus_gazetteer_precision(g, name->choice[name->best]));
    }
}

casus_status casus_places__resolve(casus_places *places, casus_error *err)
{
    const casus_gazetteer *g = places->view->world->gazetteer;
    evidence e = {.n_anchor = 0};
    e.area = CASUS_NEW(places->view->scratch, double, casus_gazetteer_areas(g));
    if (e.area == NULL) {
        return casus_arena_fail(places->view->scratch, err);
    }
    for (uint32_t n = 0; n < places->n_name; n++) {
        casus_toponym_name *name = &places->name[n];
        for (uint32_t i = 0; i < name->n_choice; i++) {
            name->score[i] = (float)prior(places, name, i);
        }
        share_out(name);
    }
    for (int round = 0; round < ROUNDS; round++) {
        gather(places, &e);
        for (uint32_t n = 0; n < places->n_name; n++) {
            casus_toponym_name *name = &places->name[n];
            float score[CASUS_PLACES_CHOICES];
            for (uint32_t i = 0; i < name->n_choice && name->mentions > 0 && name->n_choice > 1; i++) {
                double held = name->within == CASUS_NO_TOPONYM
                                  ? 0
                                  : held_by(places, &places->name[name->within], name->choice[i]);
                score[i] = (float)(prior(places, name, i) + context(places, &e, n, name->choice[i]) + inside * held);
            }
            if (name->mentions > 0 && name->n_choice > 1) {
                memcpy(name->score, score, name->n_choice * sizeof *score);
                share_out(name);
            }
        }
    }
    gather(places, &e);
    drop_lonely(places, &e);
    return CASUS_OK;
}
