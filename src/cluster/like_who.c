/* Who, how many and how: parties, figures and modes of two outlines. */
#include "cluster/weights.h"

#include <math.h>

#define FEW 2.0    /* people */
#define ORDER 10.0 /* times as many */

static uint32_t shared(const casus_side *a, uint32_t na, const casus_side *b, uint32_t nb)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < na; i++) {
        for (uint32_t k = 0; k < nb; k++) {
            n += a[i] == b[k];
        }
    }
    return n;
}

static bool compatriots(const casus_outline *a, const casus_outline *b)
{
    const casus_side *sa[2] = {a->actor, a->recipient};
    const casus_side *sb[2] = {b->actor, b->recipient};
    uint32_t na[2] = {a->n_actor, a->n_recipient};
    uint32_t nb[2] = {b->n_actor, b->n_recipient};
    for (int i = 0; i < 2; i++) {
        for (int k = 0; k < 2; k++) {
            for (uint32_t x = 0; x < na[i]; x++) {
                for (uint32_t y = 0; y < nb[k]; y++) {
                    if (casus_cluster__compatriots(sa[i][x], sb[k][y])) {
                        return true;
                    }
                }
            }
        }
    }
    return false;
}

double casus_cluster__like_who(const casus_outline *a, const casus_outline *b, uint32_t *why)
{
    uint32_t actors = shared(a->actor, a->n_actor, b->actor, b->n_actor);
    uint32_t recipients = shared(a->recipient, a->n_recipient, b->recipient, b->n_recipient);
    uint32_t crossed = shared(a->actor, a->n_actor, b->recipient, b->n_recipient) +
                       shared(a->recipient, a->n_recipient, b->actor, b->n_actor);
    if (!casus_cluster__is_deed(a->type) && a->n_actor > 0 && b->n_actor > 0 && actors == 0) {
        return CASUS_UNLIKE;
    }
    if (actors > 0 && recipients > 0) {
        *why |= CASUS_LIKE_SIDES;
        return casus_cluster__weights.both_roles;
    }
    if (!casus_cluster__is_deed(a->type) && a->n_recipient > 0 && b->n_recipient > 0 && !compatriots(a, b)) {
        return casus_cluster__weights.other_sides;
    }
    if (actors + recipients + crossed >= 2) {
        *why |= CASUS_LIKE_SIDES;
        return actors + recipients == 0 ? casus_cluster__weights.mutual : casus_cluster__weights.same_fight;
    }
    if (actors + recipients == 1) {
        bool open = (actors == 1 && (a->n_recipient == 0 || b->n_recipient == 0)) ||
                    (recipients == 1 && (a->n_actor == 0 || b->n_actor == 0));
        *why |= CASUS_LIKE_SIDE;
        return open ? casus_cluster__weights.same_side : casus_cluster__weights.shared_side;
    }
    if (crossed > 0) {
        return casus_cluster__weights.reversed;
    }
    if (a->n_actor + a->n_recipient == 0 || b->n_actor + b->n_recipient == 0) {
        return 0.0;
    }
    return compatriots(a, b) ? 0.0 : casus_cluster__weights.other_sides;
}

/* The largest number of people with that outcome; 0: none told. */
static double most_people(const casus_outline *o, uint64_t outcome)
{
    double most = 0.0;
    for (uint32_t i = 0; i < o->n_figure; i++) {
        if (o->figure[i].kind == CASUS_FIGURE_PEOPLE && o->figure[i].outcome == outcome) {
            most = fmax(most, o->figure[i].value);
        }
    }
    return most;
}

/* Whether the one tells of ten times as many people as the other: one or two may be some of the many. */
static bool another_order(const casus_outline *a, const casus_outline *b)
{
    for (uint32_t i = 0; i < a->n_figure; i++) {
        uint64_t outcome = a->figure[i].outcome;
        if (a->figure[i].kind == CASUS_FIGURE_PEOPLE && outcome != 0) {
            double x = most_people(a, outcome);
            double y = most_people(b, outcome);
            if (fmin(x, y) > FEW && fmax(x, y) >= ORDER * fmin(x, y)) {
                return true;
            }
        }
    }
    return false;
}

double casus_cluster__like_how_many(const casus_outline *a, const casus_outline *b, uint32_t *why)
{
    double best = 0.0;
    if (another_order(a, b)) {
        return casus_cluster__weights.other_order;
    }
    for (uint32_t i = 0; i < a->n_figure; i++) {
        for (uint32_t k = 0; k < b->n_figure; k++) {
            const casus_outline_figure *f = &a->figure[i];
            const casus_outline_figure *g = &b->figure[k];
            if (f->item != g->item || f->outcome != g->outcome) {
                continue;
            }
            double ratio = fmax(f->value, g->value) / fmax(1.0, fmin(f->value, g->value));
            bool equal = ratio <= 1.0 && f->value > 2.0;
            if (equal) {
                *why |= CASUS_LIKE_FIGURES;
            }
            best = fmax(best, equal                                           ? casus_cluster__weights.equal_figure
                              : ratio <= 3.0 || f->kind > CASUS_FIGURE_PEOPLE ? casus_cluster__weights.like_figure
                                                                              : 0.0);
        }
    }
    return best;
}

/* Modes that make of one type several kinds of happening. Only an attack's weapons may be in dispute. */
double casus_cluster__like_how(const casus_outline *a, const casus_outline *b, uint32_t *why)
{
    uint32_t x = a->mode;
    uint32_t y = b->mode;
    if (a->body != b->body && (a->body & b->body) == 0) {
        return casus_cluster__weights.other_act;
    }
    if (x == 0 || y == 0) {
        return 0.0;
    }
    if ((x & y) != 0) {
        *why |= CASUS_LIKE_MODE;
        return casus_cluster__weights.same_mode;
    }
    switch (a->type) {
    case CASUS_CONTROL:
        return 0.0;
    case CASUS_ASSAULT:
    case CASUS_CONSULT:
    case CASUS_REQUEST:
    case CASUS_REJECT:
    case CASUS_THREATEN:
        return casus_cluster__weights.other_weapon;
    default:
        return casus_cluster__weights.other_act;
    }
}
