/*
 * Every row of a pack's lexicons of events, attribution and factuality fires in its example, and no lemma of
 * event/not.tsv gives an event in its own. One test for each table of each pack; rows that miss are listed.
 */
#include "support.h"

#include "extract/attribution.h"
#include "extract/event.h"
#include "extract/factuality.h"
#include "extract/voice.h"
#include "pipeline/models.h"

typedef struct bench {
    const casus_pack *pack;
    casus_models *models;
    casus_parsers parsers;
    casus_world *world;
    casus_extractor *extractor;
    casus_doc doc;
    casus_arena scratch;
    casus_view view;
} bench;

typedef bool row_check(bench *b, uint32_t row);

typedef struct table {
    bench *b;
    const char *name;
    uint32_t n;
    casus_str (*example)(const casus_claim_pack *pack, uint32_t row);
    uint32_t (*line)(const casus_claim_pack *pack, uint32_t row);
    row_check *fires;
} table;

static void parse(bench *b, casus_str text)
{
    casus_error err = {0};
    casus_doc_clear(&b->doc);
    casus_arena_clear(&b->scratch);
    b->doc.text = text;
    b->doc.language = casus_pack_code(b->pack);
    if (casus_syntax_split(b->pack, &b->doc, &err) != CASUS_OK ||
        casus_models_parse(b->models, b->doc.language, CASUS_KEEP_WORDS, &b->parsers, &b->doc, &err) != CASUS_OK ||
        casus_view_make(&b->view, &b->doc, b->pack, b->world, &b->scratch, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
}

static bool trigger_fires(bench *b, uint32_t row)
{
    casus_events events;
    casus_error err = {0};
    casus_heads heads;
    assert_int_equal(casus_heads_make(&b->view, &heads, &err), CASUS_OK);
    const casus_trigger *wanted = &b->pack->claim->trigger[row];
    assert_int_equal(casus_events_find(&b->view, &heads, true, &events, &err), CASUS_OK);
    for (uint32_t w = 0; w < b->doc.n_word && wanted->type == CASUS_N_EVENT_TYPE; w++) {
        if (b->view.word[w].lemma == wanted->lemma && casus_slot_hold(&b->view, &wanted->with, w)) {
            return events.at[w] == CASUS_NO_EVENT || events.event[events.at[w]].word != w;
        }
    }
    for (uint32_t i = 0; i < events.n; i++) {
        if (events.event[i].row == wanted) {
            return true;
        }
    }
    return false;
}

static bool cue_fires(bench *b, uint32_t row)
{
    casus_error err = {0};
    casus_voices voices;
    casus_heads heads;
    const casus_cue *cue = &b->pack->claim->cue[row];
    assert_int_equal(casus_heads_make(&b->view, &heads, &err), CASUS_OK);
    assert_int_equal(casus_extract__attributions(&b->view, &heads, &voices, &err), CASUS_OK);
    for (uint32_t i = 0; i < b->doc.n_attribution; i++) {
        const casus_view_word *v = &b->view.word[b->doc.attribution[i].cue_word];
        if ((v->lemma == cue->lemma || v->form == cue->lemma) &&
            casus_str_eq(b->doc.attribution[i].rule, b->pack->claim->cue_frame[cue->frame].name)) {
            return true;
        }
    }
    return false;
}

static bool operator_fires(bench *b, uint32_t row)
{
    const casus_operator *op = &b->pack->claim->operator_[row];
    for (uint32_t w = 0; w < b->doc.n_word; w++) {
        casus_fillers target;
        const casus_view_word *v = &b->view.word[w];
        if ((v->lemma == op->lemma || v->form == op->lemma) && v->upos == op->upos &&
            casus_slot_hold(&b->view, &op->with, w)) {
            casus_slot_find(&b->view, &op->target, w, &target);
            if (target.n > 0) {
                return true;
            }
        }
    }
    return false;
}

/* The lemma must make no claim, in the conflict, politics or other company that its own sentence shows. */
static bool stays_silent(bench *b, uint32_t row)
{
    casus_error err = {0};
    uint32_t lemma = casus_vocab_find(&b->pack->vocab, b->pack->claim->not_event[row].lemma);
    assert_int_equal(casus_extract_run(b->extractor, b->pack, &b->doc, &err), CASUS_OK);
    for (uint32_t i = 0; i < b->doc.n_claim; i++) {
        const casus_view_word *v = &b->view.word[b->doc.claim[i].word];
        if (lemma != 0 && (v->lemma == lemma || v->form == lemma)) {
            return false;
        }
    }
    return true;
}

#define ROW(name, member)                                                       \
    static casus_str name##_example(const casus_claim_pack *pack, uint32_t row) \
    {                                                                           \
        return pack->member[row].example;                                       \
    }                                                                           \
    static uint32_t name##_line(const casus_claim_pack *pack, uint32_t row)     \
    {                                                                           \
        return pack->member[row].line;                                          \
    }

ROW(trigger, trigger)
ROW(cue, cue)
ROW(operator, operator_)
ROW(not, not_event)

static void test_table(void **state)
{
    const table *t = *state;
    uint32_t missed = 0;
    for (uint32_t row = 0; row < t->n; row++) {
        parse(t->b, t->example(t->b->pack->claim, row));
        if (!t->fires(t->b, row)) {
            casus_str example = t->example(t->b->pack->claim, row);
            missed++;
            (void)fprintf(stderr, "%s:%u: not so in '%.*s'\n", t->name, t->line(t->b->pack->claim, row),
                          CASUS_STR_ARG(example));
        }
    }
    if (missed > 0) {
        fail_msg("%u of %u rows", missed, t->n);
    }
}

enum { MOST_PACKS = 64, TABLES = 4 };

int main(void)
{
    static bench benches[MOST_PACKS];
    static table tables[MOST_PACKS * TABLES];
    static struct CMUnitTest tests[MOST_PACKS * TABLES];
    static char names[MOST_PACKS * TABLES][64];
    casus_error err = {0};
    casus_world *world = NULL;
    const casus_packs *packs = test_packs();
    const casus_pack *pack = NULL;
    size_t n = 0;
    size_t n_bench = 0;
    if (casus_world_open(CASUS_SOURCE "/data", &world, &err) != CASUS_OK) {
        (void)fprintf(stderr, "%s: %s\n", err.file, err.msg);
        return 1;
    }
    for (; n_bench < MOST_PACKS && (pack = casus_packs_at(packs, n_bench)) != NULL; n_bench++) {
        bench *b = &benches[n_bench];
        const casus_claim_pack *c = pack->claim;
        *b = (bench){.pack = pack, .world = world};
        casus_doc_init(&b->doc, (size_t)1 << 26);
        casus_arena_init(&b->scratch, (size_t)1 << 26);
        if (casus_models_open(packs, &b->models, &err) != CASUS_OK ||
            casus_extractor_open(world, &b->extractor, &err) != CASUS_OK) {
            return 1;
        }
        parse(b, CASUS_STR("A"));
        if (b->doc.word[0].upos.ptr == NULL) {
            continue; /* no model: test/unit/toy.c */
        }
        const table of[TABLES] = {
            {b, "event/triggers.tsv", c->n_trigger, trigger_example, trigger_line, trigger_fires},
            {b, "event/not.tsv", c->n_not_event, not_example, not_line, stays_silent},
            {b, "attribution/cues.tsv", c->n_cue, cue_example, cue_line, cue_fires},
            {b, "factuality/operators.tsv", c->n_operator, operator_example, operator_line, operator_fires},
        };
        for (size_t i = 0; i < TABLES; i++) {
            if (of[i].n > 0) {
                casus_str code = casus_pack_code(pack);
                tables[n] = of[i];
                (void)snprintf(names[n], sizeof names[n], "%.*s/%s", CASUS_STR_ARG(code), of[i].name);
                tests[n] = (struct CMUnitTest){.name = names[n], .test_func = test_table, .initial_state = &tables[n]};
                n++;
            }
        }
    }
    int failed = _cmocka_run_group_tests("lexicons", tests, n, NULL, NULL);
    for (size_t i = 0; i < n_bench; i++) {
        casus_parsers_free(&benches[i].parsers);
        casus_models_close(benches[i].models);
        casus_extractor_close(benches[i].extractor);
        casus_arena_free(&benches[i].scratch);
        casus_doc_free(&benches[i].doc);
    }
    casus_world_close(world);
    test_close();
    return failed;
}
