/* The sum of what two outlines share and where they differ: see likeness.h and this room's README. */
#include "cluster/likeness.h"

#include "cluster/weights.h"

#include <math.h>

enum { CLOSE = 3 /* sentences */ };

bool casus_cluster__tells_of(const casus_outline *o, casus_figure_kind kind)
{
    for (uint32_t i = 0; i < o->n_figure; i++) {
        if (o->figure[i].kind >= kind) {
            return true;
        }
    }
    return false;
}

static bool is_bare(const casus_outline *o)
{
    return !o->timed && o->n_place == 0 && o->n_actor + o->n_recipient == 0 && o->n_figure == 0;
}

static double done(const casus_outline *a, const casus_outline *b)
{
    return a->open == b->open                                     ? 0.0
           : a->type == CASUS_ASSAULT || a->type == CASUS_CONTROL ? casus_cluster__weights.planned
                                                                  : 0.0;
}

casus_likeness casus_cluster__alike_within(const casus_ledger *ledger, const casus_outline *group,
                                           const casus_outline *claim, uint32_t apart, bool main)
{
    casus_likeness like = {0.0, 0};
    if (group->type != claim->type) {
        return (casus_likeness){CASUS_UNLIKE, 0};
    }
    like.score = casus_cluster__like_when_within(group, claim, &like.why) +
                 casus_cluster__like_where_within(ledger, group, claim, &like.why) +
                 casus_cluster__like_who(group, claim, &like.why) +
                 casus_cluster__like_how_many(group, claim, &like.why) +
                 casus_cluster__like_how(group, claim, &like.why) + done(group, claim);
    if (casus_cluster__tells_of(claim, CASUS_FIGURE_DOWNED) && !casus_cluster__tells_of(group, CASUS_FIGURE_DOWNED)) {
        like.score += casus_cluster__weights.downed;
    }
    if (casus_cluster__tells_of(claim, CASUS_FIGURE_THING) != casus_cluster__tells_of(group, CASUS_FIGURE_THING) &&
        claim->n_figure > 0 && group->n_figure > 0) {
        like.score += casus_cluster__weights.new_thing;
    }
    if (main) {
        like.score += casus_cluster__weights.main;
    }
    if (apart <= CLOSE) {
        like.why |= CASUS_LIKE_NEAR;
        like.score += apart == 0   ? casus_cluster__weights.same_sentence
                      : apart == 1 ? casus_cluster__weights.next_sentence
                                   : casus_cluster__weights.close;
    }
    if (is_bare(claim)) {
        like.score += casus_cluster__weights.bare;
    }
    return like;
}

static bool share_speaker(const casus_outline *a, const casus_outline *b)
{
    for (uint32_t i = 0; i < a->n_actor_name; i++) {
        for (uint32_t k = 0; k < b->n_actor_name; k++) {
            if (a->actor_name[i] == b->actor_name[k]) {
                return true;
            }
        }
    }
    return false;
}

casus_likeness casus_cluster__alike_timeless(const casus_ledger *ledger, const casus_outline *a, const casus_outline *b,
                                             uint32_t names)
{
    casus_likeness like = {0.0, 0};
    if (a->type != b->type || a->history != b->history) {
        return (casus_likeness){CASUS_UNLIKE, 0};
    }
    double where = casus_cluster__like_where(ledger, a, b, &like.why);
    if (!casus_cluster__is_deed(a->type)) {
        where = fmin(where, casus_cluster__weights.seat) + casus_cluster__weights.politics;
        if (a->n_actor == 0 || b->n_actor == 0) {
            where += casus_cluster__weights.voiceless;
        }
        if (share_speaker(a, b)) {
            where += casus_cluster__weights.speaker;
        }
    }
    double who = casus_cluster__like_who(a, b, &like.why);
    bool untold =
        (a->n_actor + a->n_recipient == 0 || b->n_actor + b->n_recipient == 0) && (a->n_place == 0 || b->n_place == 0);
    if (untold && a->type != CASUS_ASSAULT && a->war != 0 && a->war == b->war) {
        like.why |= CASUS_LIKE_SIDES;
        who += casus_cluster__weights.same_war;
    }
    like.score = where + who + casus_cluster__like_how_many(a, b, &like.why) +
                 casus_cluster__like_how(a, b, &like.why) + done(a, b);
    if (names > 0) {
        like.why |= CASUS_LIKE_NAMES;
        like.score += fmin(casus_cluster__weights.most_names, casus_cluster__weights.name * (double)names);
    }
    return like;
}

casus_likeness casus_cluster__alike_across(const casus_ledger *ledger, const casus_outline *a, const casus_outline *b,
                                           uint32_t names)
{
    uint32_t why = 0;
    double time = a->type == b->type ? casus_cluster__like_when(a, b, &why) : CASUS_UNLIKE;
    if (time <= CASUS_UNLIKE) {
        return (casus_likeness){CASUS_UNLIKE, 0};
    }
    casus_outline timeless = *a;
    timeless.history = b->history;
    casus_likeness like = casus_cluster__alike_timeless(ledger, &timeless, b, names);
    like.score += time;
    like.why |= why;
    return like;
}
