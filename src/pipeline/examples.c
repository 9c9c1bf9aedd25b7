/* Examples of rules as tests: see examples.h. */
#include "pipeline/examples.h"

#include "extract/mention.h"
#include "pack/time.h"

#include <stdio.h>

enum { TEXT_ROOM = 1024, MEMORY = 1 << 28 };

void casus_bench_open(casus_bench *bench, casus_models *models)
{
    *bench = (casus_bench){.models = models};
    casus_doc_init(&bench->doc, MEMORY);
    casus_arena_init(&bench->scratch, MEMORY);
}

void casus_bench_close(casus_bench *bench)
{
    casus_parsers_free(&bench->parsers);
    casus_doc_free(&bench->doc);
    casus_arena_free(&bench->scratch);
}

/* 'YYYY', 'YYYY-MM', 'YYYY-MM-DD'. */
static casus_date read_date(casus_str s)
{
    casus_date date = {.from = CASUS_FROM_NOWHERE};
    int field[3] = {0};
    int n = 0;
    for (size_t i = 0; i < s.len && n < 3; i++) {
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9') {
            field[n] = field[n] * 10 + (s.ptr[i] - '0');
        } else {
            n++;
        }
    }
    if (field[0] == 0) {
        return date;
    }
    date.from = CASUS_FROM_OPTION;
    date.precision = field[2] != 0 ? CASUS_DAY : field[1] != 0 ? CASUS_MONTH : CASUS_YEAR;
    date.year = (int16_t)field[0];
    date.month = (uint8_t)field[1];
    date.day = (uint8_t)field[2];
    return date;
}

casus_status casus_bench_times(casus_bench *bench, const casus_pack *pack, casus_str published, casus_str text,
                               casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_doc *doc = &bench->doc;
    casus_view view;
    casus_doc_clear(doc);
    casus_arena_clear(&bench->scratch);
    doc->text = doc->raw = casus_arena_str(&doc->arena, text);
    doc->language = casus_pack_code(pack);
    doc->published = read_date(published);
    CASUS_TRY(casus_syntax_split(pack, doc, err));
    CASUS_TRY(casus_models_parse(bench->models, doc->language, CASUS_KEEP_WORDS, &bench->parsers, doc, err));
    CASUS_TRY(casus_view_make(&view, doc, pack, NULL, &bench->scratch, err));
    st = casus_extract__times(&view, err);
done:
    return st;
}

size_t casus_bench_unmark(casus_str marked, char *plain, casus_span *span)
{
    size_t n = 0;
    *span = (casus_span){0, UINT32_MAX};
    for (size_t i = 0; i < marked.len; i++) {
        if (marked.ptr[i] == '[') {
            span->begin = (uint32_t)n;
        } else if (marked.ptr[i] == ']') {
            span->end = (uint32_t)n;
        } else {
            plain[n++] = marked.ptr[i];
        }
    }
    span->end = span->end == UINT32_MAX ? (uint32_t)n : span->end;
    return n;
}

static bool gives(const casus_timex *timex, casus_str expect)
{
    char found[TEXT_ROOM];
    int len = snprintf(found, sizeof found, "%.*s%s%.*s",
                       CASUS_STR_ARG(timex->value.ptr == NULL ? CASUS_STR("-") : timex->value),
                       timex->mod.ptr == NULL ? "" : " ", CASUS_STR_ARG(timex->mod));
    return casus_str_eq((casus_str){found, (size_t)len}, expect);
}

static void describe(const casus_doc *doc, char *out, size_t room)
{
    size_t at = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < doc->n_timex && at < room; i++) {
        const casus_timex *t = &doc->timex[i];
        casus_str words = casus_str_slice(doc->text, t->text.begin, t->text.end);
        int len = snprintf(out + at, room - at, "%s[%.*s] = %.*s %.*s (%.*s)", i == 0 ? "" : ", ", CASUS_STR_ARG(words),
                           CASUS_STR_ARG(t->value), CASUS_STR_ARG(t->mod), CASUS_STR_ARG(t->rule));
        at += len < 0 ? room : (size_t)len;
    }
}

/* A positive example gives its value at its place; that of a rule that says what is no time gives nothing there. */
static bool holds(const casus_doc *doc, const casus_rule *rule, const casus_rule_example *example, casus_span span)
{
    bool found = false;
    bool denies = rule->value[0].type == CASUS_TIME_NOT;
    for (uint32_t i = 0; i < doc->n_timex; i++) {
        const casus_timex *t = &doc->timex[i];
        bool own = casus_str_eq(t->rule, rule->name);
        if (example->positive && t->text.begin == span.begin && t->text.end == span.end && gives(t, example->expect)) {
            found = found || own || rule->part || rule->class_of != CASUS_NO_CLASS;
        }
        bool within = t->text.begin < span.end && span.begin < t->text.end;
        if (example->positive && denies ? within : !example->positive && own) {
            return false;
        }
    }
    return found || !example->positive || denies;
}

casus_status casus_examples_run(casus_models *models, const casus_pack *pack, casus_example_told told, void *payload,
                                unsigned *n_run, unsigned *n_failed, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_bench bench;
    casus_bench_open(&bench, models);
    for (uint32_t r = 0; r < pack->times.n_rule; r++) {
        const casus_rule *rule = &pack->times.rule[r];
        for (uint32_t i = 0; i < rule->n_example && casus_str_eq(rule->pack, pack->code); i++) {
            const casus_rule_example *example = &rule->example[i];
            char plain[TEXT_ROOM];
            char found[TEXT_ROOM];
            casus_span span;
            if (example->text.len >= sizeof plain) {
                st = casus_fail(err, CASUS_EPACK, rule->path.ptr, example->line, 1, "an example is too long");
                goto done;
            }
            size_t len = casus_bench_unmark(example->text, plain, &span);
            CASUS_TRY(casus_bench_times(&bench, pack, example->published, (casus_str){plain, len}, err));
            (*n_run)++;
            if (!holds(&bench.doc, rule, example, span)) {
                (*n_failed)++;
                describe(&bench.doc, found, sizeof found);
                told(rule, example, found, payload);
            }
        }
    }
done:
    casus_bench_close(&bench);
    return st;
}
