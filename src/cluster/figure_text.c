/* Figures as the values of positions, for people. */
#include "cluster/desk.h"
#include "cluster/figure.h"

#include <math.h>
#include <stdio.h>

static void print(char out[32], double number)
{
    (void)snprintf(out, 32, "%.10g", number);
}

casus_str casus_cluster__figure_value(casus_desk *desk, const casus_ledger_quantity *q)
{
    char low[32], high[32], best[32];
    print(low, q->low);
    print(high, q->high);
    print(best, q->best);
    if (!isnan(q->low) && !isnan(q->high)) {
        return q->low == q->high ? casus_cluster__text(desk, "%s", low) : casus_cluster__text(desk, "%s-%s", low, high);
    }
    if (!isnan(q->low)) {
        return casus_cluster__text(desk, "at least %s", low);
    }
    return isnan(q->high) ? casus_cluster__text(desk, "about %s", best) : casus_cluster__text(desk, "up to %s", high);
}

casus_str casus_cluster__figure_about(casus_desk *desk, casus_str outcome, casus_str item)
{
    outcome = outcome.len == 0 ? CASUS_STR("null") : outcome;
    return casus_cluster__text(desk, "quantity:%.*s:%.*s", CASUS_STR_ARG(outcome), CASUS_STR_ARG(item));
}
