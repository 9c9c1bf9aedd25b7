/* A document's life, and the way back from its text to its raw text: see casus/record.h. */
#include "casus/record.h"

#include <stdio.h>

void casus_doc_init(casus_doc *doc, size_t cap)
{
    *doc = (casus_doc){.language_share = -1};
    casus_arena_init(&doc->arena, cap);
}

void casus_doc_clear(casus_doc *doc)
{
    casus_arena arena = doc->arena;
    casus_arena_clear(&arena);
    *doc = (casus_doc){.arena = arena, .language_share = -1};
}

void casus_doc_free(casus_doc *doc)
{
    casus_arena_free(&doc->arena);
    casus_doc_init(doc, doc->arena.cap);
}

/* Index of the first run that ends behind `at`. */
static size_t run_at(const casus_run *run, size_t n_run, uint32_t at)
{
    size_t low = 0;
    size_t high = n_run;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (run[middle].text.end > at) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

casus_span casus_runs_map(const casus_run *run, size_t n_run, casus_span text)
{
    if (n_run == 0) {
        return (casus_span){0, 0};
    }
    size_t first = run_at(run, n_run, text.begin);
    if (first == n_run) { /* at the very end */
        return (casus_span){run[n_run - 1].raw.end, run[n_run - 1].raw.end};
    }
    casus_span raw = run[first].raw;
    if (run[first].even && text.begin > run[first].text.begin) {
        raw.begin += text.begin - run[first].text.begin;
    }
    if (text.end <= text.begin) {
        return (casus_span){raw.begin, raw.begin};
    }
    size_t last = run_at(run, n_run, text.end - 1);
    if (last == n_run) {
        last = n_run - 1;
    }
    raw.end = run[last].raw.end;
    if (run[last].even && text.end < run[last].text.end) {
        raw.end -= run[last].text.end - text.end;
    }
    return raw;
}

casus_span casus_doc_raw_span(const casus_doc *doc, casus_span text)
{
    return casus_runs_map(doc->run, doc->n_run, text);
}

void casus_claim_interval(const casus_claim *claim, const casus_timex *timex, casus_date *from, casus_date *to)
{
    bool bounds = claim->word >= timex->bound_begin && claim->word < timex->word_begin;
    *from = bounds ? timex->bound_from : timex->from;
    *to = bounds ? timex->bound_to : timex->to;
}

void casus_date_format(casus_date date, char out[24])
{
    int len = 0;
    switch (date.precision) {
    case CASUS_YEAR:
        (void)snprintf(out, 24, "%04d", date.year);
        break;
    case CASUS_MONTH:
        (void)snprintf(out, 24, "%04d-%02d", date.year, date.month);
        break;
    case CASUS_DAY:
        (void)snprintf(out, 24, "%04d-%02d-%02d", date.year, date.month, date.day);
        break;
    case CASUS_MINUTE:
        len = snprintf(out, 24, "%04d-%02d-%02dT%02d:%02d", date.year, date.month, date.day, date.hour, date.minute);
        if (date.has_offset && len > 0 && len < 24) {
            int off = date.offset < 0 ? -date.offset : date.offset;
            (void)snprintf(out + len, 24 - (size_t)len, "%c%02d:%02d", date.offset < 0 ? '-' : '+', off / 60, off % 60);
        }
        break;
    }
}
