/* Losses and states as JSON: see ledger_json.h. */
#include "record/write_parts.h"
#include "report/ledger_json.h"
#include "report/ledger_json_parts.h"
#include "report/ledger_words.h"

void casus_json_of_loss(const casus_ledger *ledger, uint32_t index, casus_buf *out)
{
    static const char *const scope[] = {"event", "cumulative"};
    const casus_loss *loss = &ledger->loss[index];
    casus_json json;
    casus_json_init(&json, out);
    casus_json_object(&json);
    casus_json__actor(&json, ledger, "side", loss->side);
    casus_json__actor(&json, ledger, "claimant", loss->claimant);
    casus_json_key(&json, "own");
    casus_json_bool(&json, loss->own);
    casus_record__write_member(&json, "item", loss->item);
    casus_record__write_member(&json, "outcome", loss->outcome);
    casus_json__number(&json, "low", loss->low);
    casus_json__number(&json, "best", loss->best);
    casus_json__number(&json, "high", loss->high);
    casus_record__write_member(&json, "scope", casus_str_of(scope[loss->scope]));
    casus_record__write_date(&json, "since", loss->since);
    casus_record__write_date(&json, "as_of", loss->as_of);
    casus_json__incident(&json, ledger, loss->incident);
    casus_record__write_member(&json, "claim",
                               loss->claim == CASUS_NONE ? CASUS_STR_NULL : ledger->claim[loss->claim].id);
    casus_json__claims(&json, ledger, "before", loss->before);
    casus_json_object_end(&json);
    casus_buf_add_char(out, '\n');
}

void casus_json_of_state(const casus_ledger *ledger, uint32_t index, casus_buf *out)
{
    const casus_state *state = &ledger->state[index];
    casus_json json;
    casus_json_init(&json, out);
    casus_json_object(&json);
    casus_record__write_member(&json, "kind", casus_str_of(casus_state_kind_name(state->kind)));
    casus_record__write_member(&json, "stage", state->stage);
    casus_json__place(&json, ledger, "place", state->place);
    casus_json__actors(&json, ledger, "parties", state->party);
    casus_json__actor(&json, ledger, "claimant", state->claimant);
    casus_json_key(&json, "denied");
    casus_json_bool(&json, state->denied);
    casus_record__write_date(&json, "from", state->from);
    casus_record__write_date(&json, "to", state->to);
    casus_json__claims(&json, ledger, "claims", state->claim);
    casus_json_object_end(&json);
    casus_buf_add_char(out, '\n');
}
